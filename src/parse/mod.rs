//! An article file becomes a document, and a document a file again.
//!
//! A reader finds stretches of text and the markup inside them; the collector
//! turns them into blocks and segments. What no segment covers is never touched.

mod bullets;
mod collector;
mod folding;
mod front;
mod lines;
mod markdown;
mod markup;
mod plain;
mod prose;
mod render;
mod rows;
mod special;
mod templates;

pub use render::render;
pub use rows::parse_lines;

use crate::model::Document;
use crate::text::sentences::Splitter;

use collector::Collector;

/// How an article file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// CommonMark with GitHub's additions and front matter.
    Markdown,
    /// Plain text, blank lines between its blocks.
    Text,
}

impl Syntax {
    /// Every syntax, in the order people should read them.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Text];

    /// The syntax of files with this extension, given without its dot.
    pub fn by_extension(extension: &str) -> Option<Self> {
        let known = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(extension));
        if known(&["md", "markdown", "mdx", "mkd"]) {
            Some(Self::Markdown)
        } else {
            known(&["txt", "text"]).then_some(Self::Text)
        }
    }

    /// The syntax with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|syntax| syntax.name() == name)
    }

    /// Its name in options and machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }
}

/// What a reader has to know besides the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Cuts blocks into sentences; without one each block is one segment.
    pub splitter: Option<Splitter>,
    /// Names of the front-matter fields to translate.
    pub fields: Vec<String>,
}

/// Finds what can be translated in `text`; a byte order mark may come first.
pub fn parse(text: String, syntax: Syntax, options: &Options) -> Document {
    let mut collector = Collector::new(&text, options.splitter.as_ref());
    match syntax {
        Syntax::Markdown => {
            let body = front::read(&mut collector, &options.fields);
            markdown::read(&mut collector, body);
        }
        Syntax::Text => plain::read(&mut collector),
    }
    let (blocks, segments, placeholders) = collector.finish();
    Document { text, blocks, segments, placeholders }
}

/// Where the text begins behind a byte order mark.
fn after_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}
