//! What an article shows beside its sentences: code, pictures, rules, lines without words.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Parser, Tag, TagEnd};

use super::extensions::options;
use super::frame::{Frame, frame};
use crate::model::Span;
use crate::parse::front;

/// A piece of an article that reads alike in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Exhibit {
    pub span: Span,
    /// Whether it stands in an item of a list.
    pub in_item: bool,
    pub content: Content,
}

/// What an exhibit shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Code or a formula, with the name of its language if it has one.
    Code {
        language: String,
        text: String,
    },
    /// A picture that stands by itself, and where it is found.
    Picture {
        target: String,
        alternative: String,
    },
    Rule,
    /// A paragraph; its words, if it has any, are blocks of the document.
    Line,
}

/// The exhibits of a Markdown article in their order.
pub fn exhibits(text: &str) -> Vec<Exhibit> {
    let start = front::body(text);
    let Frame { body, formulas, .. } = frame(&text[start..], start, &[]);
    let mut finder =
        Finder { text, found: Vec::new(), items: 0, tables: 0, code: None, line: None };
    for (event, range) in Parser::new_ext(&body, options()).into_offset_iter() {
        finder.take(event, range.start + start..range.end + start);
    }
    finder.close();
    for span in formulas {
        let text = text[span.range()].trim_matches(['$', ' ', '\n', '\r']).to_owned();
        finder.add(span, Content::Code { language: String::new(), text });
    }
    finder.found.sort_by_key(|exhibit| exhibit.span.start);
    finder.found
}

/// A paragraph that is being read.
struct Line {
    span: Span,
    pictures: Vec<Exhibit>,
    /// How many pictures are open, one in the words of another.
    depth: usize,
    formulas: Vec<String>,
    has_more: bool,
}

struct Finder<'a> {
    text: &'a str,
    found: Vec<Exhibit>,
    items: usize,
    tables: usize,
    code: Option<Exhibit>,
    line: Option<Line>,
}

impl Finder<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = self.whole(range);
        match event {
            Event::Start(tag) if is_inline(&tag) => self.start_inline(tag, span),
            Event::Start(tag) => self.start(&tag, span),
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::End(TagEnd::CodeBlock) => self.found.extend(self.code.take()),
            Event::End(TagEnd::Item) => {
                self.close();
                self.items = self.items.saturating_sub(1);
            }
            Event::End(TagEnd::Table) => {
                self.line = None;
                self.tables = self.tables.saturating_sub(1);
            }
            Event::End(tag) if is_inline_end(tag) => {}
            Event::End(_) => self.close(),
            Event::Rule => {
                self.close();
                self.add(span, Content::Rule);
            }
            Event::Text(words) => self.words(&words, span),
            Event::DisplayMath(formula) => self.open(span).formulas.push(formula.into_string()),
            Event::SoftBreak | Event::HardBreak | Event::TaskListMarker(_) => {}
            Event::Html(html) => self.html(&html, span),
            Event::Code(_)
            | Event::InlineMath(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_) => self.open(span).has_more = true,
        }
    }

    /// The stretch without half a character at its ends.
    fn whole(&self, range: Range<usize>) -> Span {
        let end = self.text.floor_char_boundary(range.end);
        Span::new(self.text.floor_char_boundary(range.start).min(end), end)
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        self.close();
        match tag {
            Tag::Item => self.items += 1,
            Tag::Table(_) => self.tables += 1,
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => name(info),
                    CodeBlockKind::Indented => String::new(),
                };
                let content = Content::Code { language, text: String::new() };
                self.code = Some(Exhibit { span, in_item: self.items > 0, content });
            }
            _ => {}
        }
    }

    fn start_inline(&mut self, tag: Tag<'_>, span: Span) {
        let in_item = self.items > 0;
        let line = self.open(span);
        if let Tag::Image { dest_url, .. } = tag {
            if line.depth == 0 {
                let target = dest_url.into_string();
                let content = Content::Picture { target, alternative: String::new() };
                line.pictures.push(Exhibit { span, in_item, content });
            }
            line.depth += 1;
        }
    }

    fn end_picture(&mut self) {
        if let Some(line) = &mut self.line {
            line.depth = line.depth.saturating_sub(1);
        }
    }

    fn words(&mut self, words: &CowStr<'_>, span: Span) {
        if let Some(Exhibit { content: Content::Code { text, .. }, .. }) = &mut self.code {
            text.push_str(words);
            return;
        }
        let line = self.open(span);
        match line.pictures.last_mut() {
            Some(Exhibit { content: Content::Picture { alternative, .. }, .. })
                if line.depth > 0 =>
            {
                alternative.push_str(words);
            }
            _ => line.has_more |= !words.trim().is_empty(),
        }
    }

    /// Pictures that HTML brings along.
    fn html(&mut self, html: &str, span: Span) {
        for (offset, tag) in tags_of_pictures(html) {
            let attribute = |name| attribute(tag, name).unwrap_or_default().to_owned();
            let (target, alternative) = (attribute("src"), attribute("alt"));
            if !target.is_empty() {
                let span = self.whole(span.start + offset..span.start + offset + tag.len());
                self.add(span, Content::Picture { target, alternative });
            }
        }
    }

    fn open(&mut self, span: Span) -> &mut Line {
        let line = self.line.get_or_insert_with(|| Line {
            span,
            pictures: Vec::new(),
            depth: 0,
            formulas: Vec::new(),
            has_more: false,
        });
        line.span.end = line.span.end.max(span.end);
        line
    }

    fn close(&mut self) {
        let Some(line) = self.line.take().filter(|_| self.tables == 0) else { return };
        if !line.has_more && !line.pictures.is_empty() && line.formulas.is_empty() {
            self.found.extend(line.pictures);
        } else if !line.has_more && line.pictures.is_empty() && !line.formulas.is_empty() {
            let text = line.formulas.join("\n");
            self.add(line.span, Content::Code { language: String::new(), text });
        } else {
            self.add(line.span, Content::Line);
        }
    }

    fn add(&mut self, span: Span, content: Content) {
        self.found.push(Exhibit { span, in_item: self.items > 0, content });
    }
}

/// The language that a code fence names.
fn name(info: &str) -> String {
    let words = info.trim_start_matches(['{', '.']);
    words.chars().take_while(|c| is_part(*c)).collect()
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '+' | '#' | '-' | '_' | '.')
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
    )
}

/// Each `<img …>` with its place.
fn tags_of_pictures(html: &str) -> impl Iterator<Item = (usize, &str)> {
    html.match_indices('<').filter_map(|(start, _)| {
        let rest = &html[start..];
        let is_picture = rest.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("<img"));
        let end = rest.find('>').filter(|_| is_picture)?;
        Some((start, &rest[..=end]))
    })
}

/// The quoted value of an attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let is_wanted = before.trim_end().rsplit(char::is_whitespace).next() == Some(name);
        let value = after.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, behind) = value[1..].split_once(quote)?;
        if is_wanted {
            return Some(value);
        }
        rest = behind;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Content, exhibits};

    fn shown(text: &str) -> String {
        let mut shown = String::new();
        for exhibit in exhibits(text) {
            let content = match exhibit.content {
                Content::Code { language, text } => format!("code {language}: {text:?}"),
                Content::Picture { target, alternative } => format!("{target} ({alternative})"),
                Content::Rule => "rule".to_owned(),
                Content::Line => format!("line {:?}", &text[exhibit.span.range()]),
            };
            let place = if exhibit.in_item { "- " } else { "" };
            shown += &format!("{place}{content}\n");
        }
        shown
    }

    #[test]
    fn code_pictures_and_rules_are_found_where_they_stand() {
        let text = "---\ntitle: А\n---\n\n```rust,ignore\nlet a = 1;\n```\n\n![Дом](a.jpg \"Фото\")\n\n\
                    - Раз\n\n  ```\n  b\n  ```\n\n***\n\n    c\n\n<img src=\"d.png\" alt='Река'>\n\n$$x^2$$\n";
        assert_eq!(
            shown(text),
            "code rust: \"let a = 1;\\n\"\na.jpg (Дом)\n- line \"Раз\"\n- code : \"b\\n\"\nrule\n\
             code : \"c\\n\"\nd.png (Река)\ncode : \"x^2\"\n"
        );
    }

    #[test]
    fn a_picture_among_words_is_part_of_their_line() {
        assert_eq!(shown("Знак ![а](b.png) тут.\n"), "line \"Знак ![а](b.png) тут.\"\n");
        assert_eq!(shown("[![а](b.png)](c)\n![г](d.png)\n"), "b.png (а)\nd.png (г)\n");
        assert_eq!(shown("| a | ![б](c.png) |\n|---|---|\n| 1 | 2 |\n"), "");
    }
}
