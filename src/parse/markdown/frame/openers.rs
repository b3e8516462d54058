//! What a line says to a content system that has more than `CommonMark`.

use crate::model::Span;
use crate::parse::bullets::bullet;

use super::super::attributes::attributes;
use super::{ITEM, stretches};

/// The title that stands on a line, if it has one.
pub struct Title(pub Option<Span>);

/// What a line of the frame begins or is.
pub enum Opener {
    /// An indented body follows.
    Body(Title),
    /// Only this line is meant.
    Line(Title),
    /// A template's tag goes on over several lines.
    Tag(Span),
    /// The colon is no mark of a definition, which a space follows.
    Colon,
    /// Lines up to this byte hold no text.
    Stretch(usize),
}

/// What the line with this content opens, if it is one of the frame's.
pub fn opener(text: &str, content: Span, line: Span) -> Option<Opener> {
    let slice = &text[content.range()];
    let bytes = slice.as_bytes();
    match bytes.first()? {
        b'!' if slice.starts_with("!!!") => body(content, slice, 3).map(Opener::Body),
        b'?' if slice.starts_with("???") => {
            body(content, slice, if slice.starts_with("???+") { 4 } else { 3 }).map(Opener::Body)
        }
        b'=' if slice.starts_with("===") => tab(content, slice).map(Opener::Body),
        b':' if slice.starts_with(":::") => {
            container(text, content).map(Opener::Line).or(Some(Opener::Colon))
        }
        b':' if bytes.get(1).is_some_and(|next| !b" \t-|".contains(next)) => Some(Opener::Colon),
        b'/' if slice.starts_with("///") => block(content, slice).map(Opener::Line),
        b'*' if slice.starts_with("*[") => abbreviation(content, slice).map(Opener::Line),
        b'$' if slice.starts_with("$$") => stretches::formula(text, content).map(Opener::Stretch),
        b'{' => stretches::tag(text, content).map(Opener::Tag),
        b'i' | b'e' if content.start == line.start => {
            stretches::module(text, line).map(Opener::Stretch)
        }
        b'-' | b'*' | b'+' | b'0'..=b'9' => {
            let inner = bullet(slice)?.length;
            let content = Span::new(content.start + inner, content.end);
            stretches::tag(text, content).map(Opener::Tag)
        }
        _ => None,
    }
}

/// `!!! type more "Title"`
fn body(content: Span, slice: &str, sign: usize) -> Option<Title> {
    let rest = slice[sign..].trim_start();
    if slice.len() < ITEM.len() {
        return None;
    }
    let quote = rest.find(['"', '\'']).unwrap_or(rest.len());
    let (kinds, title) = (rest[..quote].trim_end(), &rest[quote..]);
    // A body that folds needs no type, as long as it has a title.
    let is_named = kinds.starts_with(char::is_alphanumeric)
        || kinds.is_empty() && slice.starts_with('?') && !title.is_empty();
    if !is_named || !kinds.chars().all(is_kind) {
        return None;
    }
    if !title.is_empty() {
        return quoted(title).map(|inner| found(content, slice, inner));
    }
    // A type that is no name of a style is shown as the title.
    Some(if kinds.is_ascii() { Title(None) } else { found(content, slice, kinds) })
}

fn is_kind(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '\t')
}

/// `=== "Title"`
fn tab(content: Span, slice: &str) -> Option<Title> {
    let rest = slice[3..].trim_start_matches(['!', '+']).trim_start();
    quoted(rest).map(|inner| found(content, slice, inner))
}

/// `:::name Title`, `:::name[Title]`, `::: {.name title="Title"}` or the closing fence.
fn container(text: &str, content: Span) -> Option<Title> {
    let slice = &text[content.range()];
    let rest = slice.trim_start_matches(':').trim_start();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
    let behind = &rest[name..];
    if let Some(label) = behind.strip_prefix('[') {
        let end = label.rfind(']')?;
        return Some(found(content, slice, &label[..end]));
    }
    if slice.trim_start_matches(':').starts_with('`') {
        return None;
    }
    let end = behind.rfind(" {").or_else(|| behind.starts_with('{').then_some(0));
    let title = behind[..end.filter(|_| behind.ends_with('}')).unwrap_or(behind.len())].trim();
    if title.is_empty() {
        return Some(Title(given(content, text)));
    }
    let inner = quoted(title).unwrap_or(title);
    Some(found(content, slice, inner))
}

fn given(content: Span, text: &str) -> Option<Span> {
    attributes(text, content, &["title"]).into_iter().next()
}

/// `/// name | Title` or the closing fence.
fn block(content: Span, slice: &str) -> Option<Title> {
    let rest = slice.trim_start_matches('/').trim_start();
    let (name, title) = rest.split_once('|').unwrap_or((rest, ""));
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ');
    name.chars().all(is_name).then(|| found(content, slice, title))
}

/// `*[ABBR]: What it stands for`
fn abbreviation(content: Span, slice: &str) -> Option<Title> {
    let end = slice.find("]:")?;
    Some(found(content, slice, &slice[end + "]:".len()..]))
}

/// What stands between quotation marks from end to end.
fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].strip_suffix(quote)
}

/// Where a piece of the line stands in the text, if there is anything in it.
fn found(content: Span, slice: &str, piece: &str) -> Title {
    if piece.trim().is_empty() {
        return Title(None);
    }
    let offset = piece.as_ptr().addr() - slice.as_ptr().addr();
    let start = content.start + offset + (piece.len() - piece.trim_start().len());
    Title(Some(Span::new(start, start + piece.trim().len())))
}
