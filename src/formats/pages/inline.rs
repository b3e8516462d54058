//! Inline Markdown as HTML, sentence by sentence.
//!
//! The sentences of a block are read as one text, since emphasis may begin in one
//! and end in another; at each border what is open is closed and opened again, so
//! that every sentence is balanced by itself. Raw HTML is shown, never passed on.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Syntax, escape, link};
use crate::model::Document;

/// Makes no text the start of a list, a heading or another block.
const GUARD: &str = "x ";
/// Markup nested deeper is dropped: each border would repeat all of it.
const DEEPEST: usize = 12;

/// What turns the texts of one article into HTML.
pub struct Inline {
    syntax: Syntax,
    /// Link targets that the document defines at one place and uses by name at others.
    definitions: HashMap<String, String>,
}

impl Inline {
    /// A writer for the texts of `document`.
    pub fn new(document: &Document, syntax: Syntax) -> Self {
        let mut definitions = HashMap::new();
        if syntax == Syntax::Markdown && document.text.contains("]:") {
            let parser = Parser::new(&document.text);
            for (name, definition) in parser.reference_definitions().iter() {
                definitions.insert(name.to_lowercase(), definition.dest.to_string());
            }
        }
        Self { syntax, definitions }
    }

    /// Balanced HTML for each sentence of one block.
    pub fn html(&self, sentences: &[&str]) -> Vec<String> {
        match self.syntax {
            Syntax::Text => sentences.iter().map(|text| escape::html(text)).collect(),
            Syntax::Markdown => self.render(sentences, Writer::new(sentences)),
        }
    }

    /// The words of each sentence of one block, without markup, not escaped.
    pub fn words(&self, sentences: &[&str]) -> Vec<String> {
        match self.syntax {
            Syntax::Text => sentences.iter().map(|text| (*text).to_owned()).collect(),
            Syntax::Markdown => {
                let writer = Writer { has_tags: false, ..Writer::new(sentences) };
                self.render(sentences, writer)
            }
        }
    }

    fn render(&self, sentences: &[&str], mut writer: Writer) -> Vec<String> {
        let text = joined(sentences);
        let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_OLD_FOOTNOTES;
        let resolve = |link: BrokenLink<'_>| {
            let target = self.definitions.get(&link.reference.to_lowercase())?;
            Some((CowStr::from(target.clone()), CowStr::from("")))
        };
        let parser = Parser::new_with_broken_link_callback(&text, options, Some(resolve));
        for (event, range) in parser.into_offset_iter() {
            writer.write(&text, event, range);
        }
        writer.finish()
    }
}

/// One line of Markdown: the guard, then all sentences with a space between.
fn joined(sentences: &[&str]) -> String {
    let mut text = GUARD.to_owned();
    for sentence in sentences {
        text.extend(sentence.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        text.push(' ');
    }
    text
}

struct Writer {
    /// Where each sentence begins in the joined text.
    starts: Vec<usize>,
    outputs: Vec<String>,
    /// Opening and closing tags of what is open.
    open: Vec<(String, &'static str)>,
    /// How many elements are open that are too deep to be written.
    too_deep: usize,
    sentence: usize,
    has_tags: bool,
}

impl Writer {
    fn new(sentences: &[&str]) -> Self {
        let mut starts = Vec::with_capacity(sentences.len());
        let mut at = GUARD.len();
        for sentence in sentences {
            starts.push(at);
            at += sentence.len() + 1;
        }
        let outputs = vec![String::new(); sentences.len()];
        Self { starts, outputs, open: Vec::new(), too_deep: 0, sentence: 0, has_tags: true }
    }

    fn write(&mut self, text: &str, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range.start),
            Event::End(tag) => self.end(tag),
            Event::Text(content) => self.text(text, &content, range),
            Event::Code(content) => {
                self.enter(range.start);
                self.push(("<code>".to_owned(), "</code>"));
                self.text(text, &content, range);
                self.pop();
            }
            Event::InlineHtml(content) | Event::Html(content) => self.raw(text, &content, range),
            Event::FootnoteReference(name) => {
                self.enter(range.start);
                self.push(("<sup>".to_owned(), "</sup>"));
                let name = if self.has_tags { name.to_string() } else { format!("[{name}]") };
                self.words(&name);
                self.pop();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        let element = match tag {
            Tag::Emphasis => ("<em>".to_owned(), "</em>"),
            Tag::Strong => ("<strong>".to_owned(), "</strong>"),
            Tag::Strikethrough => ("<s>".to_owned(), "</s>"),
            Tag::Link { link_type, dest_url, .. } => opening_of_link(*link_type, dest_url),
            Tag::Image { .. } => ("<span class=\"image\">".to_owned(), "</span>"),
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
        let name = content.trim_matches(['<', '>', '/', ' ']);
        if content.starts_with("<!--") {
            return;
        }
        if name.eq_ignore_ascii_case("br") {
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
        for (_, closing) in self.open.clone().iter().rev() {
            self.output(closing);
        }
        self.sentence = sentence;
        for (opening, _) in self.open.clone() {
            self.output(&opening);
        }
    }

    fn push(&mut self, element: (String, &'static str)) {
        let element = if self.has_tags { element } else { (String::new(), "") };
        if self.open.len() == DEEPEST {
            self.too_deep += 1;
            return;
        }
        self.output(&element.0);
        self.open.push(element);
    }

    fn pop(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some((_, closing)) = self.open.pop() {
            self.output(closing);
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

    fn finish(self) -> Vec<String> {
        self.outputs.into_iter().map(|html| html.trim().to_owned()).collect()
    }
}

fn opening_of_link(link_type: LinkType, target: &str) -> (String, &'static str) {
    let address = match link_type {
        LinkType::Email => link::address(&format!("mailto:{target}")),
        _ => link::address(target),
    };
    match address {
        Some(address) => (format!("<a href=\"{}\">", escape::html(&address)), "</a>"),
        None => ("<span>".to_owned(), "</span>"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Document, Inline, Syntax};

    fn html(text: &str) -> String {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let sentences: Vec<&str> = text.split('|').collect();
        Inline::new(&document, Syntax::Markdown).html(&sentences).join("|")
    }

    #[test]
    fn markup_over_a_border_is_closed_and_opened_again() {
        assert_eq!(html("**Да.|Нет** и."), "<strong>Да.</strong>|<strong>Нет</strong> и.");
        assert_eq!(
            html("[Да.|Нет](https://a.example)."),
            "<a href=\"https://a.example\">Да.</a>|<a href=\"https://a.example\">Нет</a>."
        );
        assert_eq!(html("**Да."), "**Да.");
        assert_eq!(html("`a.|b`"), "<code>a.</code>|<code>b</code>");
    }

    #[test]
    fn what_begins_like_a_block_stays_text() {
        for text in ["2024. Итоги", "# Знак", "- тире", "+7 495", "    код", "***", "```", "|"]
        {
            let html = html(text);
            assert!(!html.contains('<'), "{html}");
            assert!(text.contains(html.split('|').next().unwrap()), "{html}");
        }
    }

    #[test]
    fn raw_html_is_shown_and_breaks_are_kept() {
        assert_eq!(
            html("a <b onclick=\"x\">b</b>"),
            "a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;"
        );
        assert_eq!(html("a<br>b"), "a<br>b");
        assert_eq!(html("a<!-- b -->c"), "ac");
    }

    #[test]
    fn links_lead_only_where_nothing_runs() {
        assert_eq!(html("[a](javascript:b)"), "<span>a</span>");
        assert_eq!(html("<javascript:b>"), "<span>javascript:b</span>");
        assert_eq!(html("<a@b.example>"), "<a href=\"mailto:a@b.example\">a@b.example</a>");
        assert_eq!(html("a[^1]"), "a<sup>1</sup>");
    }

    #[test]
    fn markup_without_an_end_takes_no_longer_than_words() {
        let start = Instant::now();
        for sign in ["*a ", "**a|", "[", "`", "``a`", "<", "![a](", "~~", "_a_|"] {
            html(&sign.repeat(50_000));
        }
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
