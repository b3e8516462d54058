//! Which HTML tags in an article's text a page keeps: harmless ones that are closed where they belong.

use pulldown_cmark::{Event, Tag, TagEnd};

/// Elements that only set words apart; their attributes are left behind.
const KEPT: &[&str] = &[
    "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "strong", "sub", "sup", "u", "var",
];

/// An opening tag further out than this is not looked for.
const DEEPEST: usize = 12;

/// A tag that the page keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Open(&'static str),
    Close,
}

/// What is open while events are read.
enum Open {
    Markdown,
    Raw(usize, &'static str),
}

/// For each event, the tag that it is, if the page keeps it.
pub fn kept<'a, 'e: 'a>(events: impl Iterator<Item = &'a Event<'e>>) -> Vec<Option<Kept>> {
    let mut kept = Vec::new();
    let mut open = Vec::new();
    for (at, event) in events.enumerate() {
        kept.push(None);
        match event {
            Event::Start(tag) if is_inline(tag) => open.push(Open::Markdown),
            Event::End(tag) if is_inline_end(*tag) => {
                // What HTML opened inside emphasis and didn't close there is no element.
                while let Some(Open::Raw(..)) = open.pop() {}
            }
            Event::InlineHtml(html) => match tag(html) {
                Some((name, false)) => open.push(Open::Raw(at, name)),
                Some((name, true)) => {
                    if let Some(opening) = close(&mut open, name) {
                        kept[opening] = Some(Kept::Open(name));
                        kept[at] = Some(Kept::Close);
                    }
                }
                None => {}
            },
            _ => {}
        }
    }
    kept
}

/// The event that opened the element named, which ends now with all that is open inside it.
fn close(open: &mut Vec<Open>, name: &str) -> Option<usize> {
    let inner = open.iter().rev().take(DEEPEST);
    let mut raw = inner.map_while(|one| match one {
        Open::Raw(at, name) => Some((*at, *name)),
        Open::Markdown => None,
    });
    let depth = raw.position(|(_, opened)| opened == name)?;
    let left = open.len() - depth - 1;
    let closed = open.get(left).and_then(|one| match one {
        Open::Raw(at, _) => Some(*at),
        Open::Markdown => None,
    });
    open.truncate(left);
    closed
}

/// The name of a tag that may be kept, and whether it closes its element.
fn tag(html: &str) -> Option<(&'static str, bool)> {
    let inner = html.strip_prefix('<')?.strip_suffix('>')?;
    let (inner, is_close) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    if inner.ends_with('/') {
        return None;
    }
    let name = inner.split(|c: char| c.is_ascii_whitespace()).next()?;
    let kept = KEPT.iter().find(|kept| kept.eq_ignore_ascii_case(name))?;
    Some((kept, is_close))
}

/// The name of a tag, in small letters.
pub fn name(html: &str) -> String {
    let inner = html.trim_start_matches('<').trim_start_matches('/');
    let name = inner.chars().take_while(char::is_ascii_alphanumeric);
    name.map(|c| c.to_ascii_lowercase()).collect()
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
