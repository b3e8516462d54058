//! Sets one block: what the parser of Markdown saw becomes HTML, cut at the sentences' borders.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::raw::{self, Kept};
use super::{escape, link};

/// Makes no text the start of a list, a heading or another block.
pub const GUARD: &str = "x ";
/// Markup nested deeper is dropped: each border would repeat all of it.
const DEEPEST: usize = 12;

/// The address that a page may show a picture from, if it may show it.
pub type Album<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Writes the events of one block, sentence by sentence.
pub struct Typesetter<'a> {
    /// Where each sentence begins in the joined text.
    starts: Vec<usize>,
    outputs: Vec<String>,
    open: Vec<InlineMarkup>,
    /// How many elements are open that are too deep to be written.
    too_deep: usize,
    sentence: usize,
    has_tags: bool,
    album: Album<'a>,
    /// The picture that is open.
    shown: Option<Picture>,
}

/// The opening and the closing tag of what is open.
#[derive(Clone, Default)]
struct InlineMarkup {
    opening: String,
    closing: String,
}

/// A picture whose words are still being read.
struct Picture {
    address: String,
    words: String,
    /// How many pictures are open in its words.
    depth: usize,
}

impl<'a> Typesetter<'a> {
    /// For a block of these sentences.
    pub fn new(sentences: &[&str], album: Album<'a>) -> Self {
        let mut starts = Vec::with_capacity(sentences.len());
        let mut at = GUARD.len();
        for sentence in sentences {
            starts.push(at);
            at += sentence.len() + 1;
        }
        let outputs = vec![String::new(); sentences.len()];
        Self {
            starts,
            outputs,
            open: Vec::new(),
            too_deep: 0,
            sentence: 0,
            has_tags: true,
            album,
            shown: None,
        }
    }

    /// This text as words alone, without tags.
    pub fn without_tags(self) -> Self {
        Self { has_tags: false, ..self }
    }

    /// The HTML of each sentence, from what the parser saw in the joined text.
    pub fn set(mut self, text: &str, events: Vec<(Event<'_>, Range<usize>)>) -> Vec<String> {
        let kept = raw::kept(events.iter().map(|(event, _)| event));
        for ((event, range), tag) in events.into_iter().zip(kept) {
            match tag {
                _ if self.shown.is_some() => self.alternative(event),
                Some(Kept::Open(name)) => self.open(name, range.start),
                Some(Kept::Close) => self.pop(),
                None => self.write(text, event, range),
            }
        }
        self.outputs.into_iter().map(|html| html.trim().to_owned()).collect()
    }

    fn write(&mut self, text: &str, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range.start),
            Event::End(tag) => self.end(tag),
            Event::Text(content) => self.text(text, &content, range),
            Event::Code(content) => {
                self.enter(range.start);
                self.push(element("code", ""));
                self.text(text, &content, range);
                self.pop();
            }
            Event::InlineHtml(content) | Event::Html(content) => self.raw(text, &content, range),
            Event::FootnoteReference(name) => {
                self.enter(range.start);
                self.push(element("sup", ""));
                let name = if self.has_tags { name.to_string() } else { format!("[{name}]") };
                self.words(&name);
                self.pop();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        let element = match tag {
            Tag::Emphasis => element("em", ""),
            Tag::Strong => element("strong", ""),
            Tag::Strikethrough => element("s", ""),
            Tag::Link { link_type, dest_url, .. } => link_to(*link_type, dest_url),
            Tag::Image { dest_url, .. } => {
                self.enter(at);
                return self.start_picture(dest_url);
            }
            _ => return,
        };
        self.enter(at);
        self.push(element);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image => self.pop(),
            _ => {}
        }
    }

    fn start_picture(&mut self, target: &str) {
        match (self.album)(target).filter(|_| self.has_tags) {
            Some(address) => {
                self.shown = Some(Picture { address, words: String::new(), depth: 0 });
            }
            None => self.push(element("span", " class=\"image\"")),
        }
    }

    /// The words of a picture are an attribute, with no place for elements.
    fn alternative(&mut self, event: Event<'_>) {
        let Some(shown) = &mut self.shown else { return };
        match event {
            Event::Text(words) | Event::Code(words) => shown.words.push_str(&words),
            Event::SoftBreak | Event::HardBreak => shown.words.push(' '),
            Event::Start(Tag::Image { .. }) => shown.depth += 1,
            Event::End(TagEnd::Image) if shown.depth > 0 => shown.depth -= 1,
            Event::End(TagEnd::Image) => {
                let address = escape::html(&shown.address);
                let words = escape::html(shown.words.trim());
                self.shown = None;
                self.output(&format!("<img src=\"{address}\" alt=\"{words}\">"));
            }
            _ => {}
        }
    }

    /// An element that HTML opens by itself.
    fn open(&mut self, name: &str, at: usize) {
        self.enter(at);
        self.push(element(name, ""));
    }

    /// Writes text, cut at the borders of sentences where it stands in the joined text as it is.
    fn text(&mut self, text: &str, content: &str, range: Range<usize>) {
        let Some(offset) = text[range.clone()].find(content) else {
            self.enter(range.start);
            self.words(content);
            return;
        };
        let mut start = (range.start + offset).max(GUARD.len());
        let end = range.start + offset + content.len();
        while start < end {
            self.enter(start);
            let border =
                self.starts.get(self.sentence + 1).copied().filter(|border| *border <= end);
            let stop = border.unwrap_or(end);
            let piece = &text[start..stop];
            // The space between two sentences belongs to neither.
            let words = border.and_then(|_| piece.strip_suffix(' ')).unwrap_or(piece);
            self.words(words);
            start = stop;
        }
    }

    fn raw(&mut self, text: &str, content: &str, range: Range<usize>) {
        if content.starts_with("<!--") {
            return;
        }
        if raw::name(content) == "br" {
            self.enter(range.start);
            self.output(if self.has_tags { "<br>" } else { " " });
            return;
        }
        self.text(text, content, range);
    }

    /// Moves on to the sentence at an offset.
    fn enter(&mut self, at: usize) {
        let sentence = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        if sentence <= self.sentence {
            return;
        }
        for element in self.open.clone().iter().rev() {
            self.output(&element.closing);
        }
        self.sentence = sentence;
        for element in self.open.clone() {
            self.output(&element.opening);
        }
    }

    fn push(&mut self, element: InlineMarkup) {
        let element = if self.has_tags { element } else { InlineMarkup::default() };
        if self.open.len() == DEEPEST {
            self.too_deep += 1;
            return;
        }
        self.output(&element.opening);
        self.open.push(element);
    }

    fn pop(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(element) = self.open.pop() {
            self.output(&element.closing);
        }
    }

    fn words(&mut self, words: &str) {
        if self.has_tags {
            self.output(&escape::html(words));
        } else {
            self.output(words);
        }
    }

    fn output(&mut self, html: &str) {
        if let Some(output) = self.outputs.get_mut(self.sentence) {
            output.push_str(html);
        }
    }
}

/// An element with these attributes, a space before each.
fn element(name: &str, attributes: &str) -> InlineMarkup {
    InlineMarkup { opening: format!("<{name}{attributes}>"), closing: format!("</{name}>") }
}

fn link_to(link_type: LinkType, target: &str) -> InlineMarkup {
    let address = match link_type {
        LinkType::Email => link::address(&format!("mailto:{target}")),
        _ => link::address(target),
    };
    match address {
        Some(address) => element("a", &format!(" href=\"{}\"", escape::html(&address))),
        None => element("span", ""),
    }
}
