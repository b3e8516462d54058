//! Inline Markdown as HTML, sentence by sentence.
//!
//! The sentences of a block are read as one text, since emphasis may begin in one
//! and end in another; at each border what is open is closed and opened again, so
//! that every sentence is balanced by itself. Of raw HTML only tags that set words apart
//! are passed on, without their attributes; all else is shown.

use std::collections::HashMap;

use pulldown_cmark::{BrokenLink, CowStr, Options, Parser};

use super::typeset::{Album, GUARD, Typesetter};
use super::{Page, Syntax, escape};
use crate::model::Document;

/// What turns the texts of one article into HTML.
pub struct Inline<'a> {
    syntax: Syntax,
    /// Link targets that the document defines at one place and uses by name at others.
    definitions: HashMap<String, String>,
    album: Album<'a>,
}

impl<'a> Inline<'a> {
    /// What sets the texts of a page.
    pub fn new(page: &Page<'a>) -> Self {
        Self::of_document(page.bitext.document, page.syntax, page.album)
    }

    fn of_document(document: &Document, syntax: Syntax, album: Album<'a>) -> Self {
        let mut definitions = HashMap::new();
        if syntax == Syntax::Markdown && document.text.contains("]:") {
            let parser = Parser::new(&document.text);
            for (name, definition) in parser.reference_definitions().iter() {
                definitions.insert(name.to_lowercase(), definition.dest.to_string());
            }
        }
        Self { syntax, definitions, album }
    }

    /// Balanced HTML for each sentence of one block.
    pub fn html(&self, sentences: &[&str]) -> Vec<String> {
        match self.syntax {
            Syntax::Text => sentences.iter().map(|text| escape::html(text)).collect(),
            Syntax::Markdown => self.render(sentences, Typesetter::new(sentences, self.album)),
        }
    }

    /// The words of each sentence of one block, without markup, not escaped.
    pub fn words(&self, sentences: &[&str]) -> Vec<String> {
        match self.syntax {
            Syntax::Text => sentences.iter().map(|text| (*text).to_owned()).collect(),
            Syntax::Markdown => {
                let typesetter = Typesetter::new(sentences, self.album);
                self.render(sentences, typesetter.without_tags())
            }
        }
    }

    fn render(&self, sentences: &[&str], typesetter: Typesetter<'_>) -> Vec<String> {
        let text = joined(sentences);
        let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_OLD_FOOTNOTES;
        let resolve = |link: BrokenLink<'_>| {
            let target = self.definitions.get(&link.reference.to_lowercase())?;
            Some((CowStr::from(target.clone()), CowStr::from("")))
        };
        let parser = Parser::new_with_broken_link_callback(&text, options, Some(resolve));
        typesetter.set(&text, parser.into_offset_iter().collect())
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

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Document, Inline, Syntax};

    fn html(text: &str) -> String {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let sentences: Vec<&str> = text.split('|').collect();
        let album = |target: &str| target.contains(".png").then(|| format!("data:{target}"));
        Inline::of_document(&document, Syntax::Markdown, &album).html(&sentences).join("|")
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
    fn harmless_tags_are_kept_without_their_attributes_and_others_shown() {
        assert_eq!(html("CO<sub>2</sub> <B onclick=\"x\">b</b>"), "CO<sub>2</sub> <b>b</b>");
        assert_eq!(html("<i>a|b</i>"), "<i>a</i>|<i>b</i>");
        assert_eq!(html("<b>a *b</b> c*"), "&lt;b&gt;a <em>b&lt;/b&gt; c</em>");
        assert_eq!(html("<b>a <i>b</b> c"), "<b>a &lt;i&gt;b</b> c");
        assert_eq!(html("a</b> <sup/> <b>"), "a&lt;/b&gt; &lt;sup/&gt; &lt;b&gt;");
        assert_eq!(html("<a href=\"x\">b</a>"), "&lt;a href=&quot;x&quot;&gt;b&lt;/a&gt;");
    }

    #[test]
    fn pictures_are_shown_where_the_page_may_show_them() {
        assert_eq!(
            html("![a *b* \"c\"](d.png)"),
            "<img src=\"data:d.png\" alt=\"a b &quot;c&quot;\">"
        );
        assert_eq!(html("*![a.|b](c.png)*|d"), "<em><img src=\"data:c.png\" alt=\"a. b\"></em>||d");
        assert_eq!(html("![a](b.jpg)"), "<span class=\"image\">a</span>");
    }

    #[test]
    fn breaks_are_kept_and_comments_left_out() {
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
        for sign in
            ["<b>", "</b>", "<b>a</i>", "*a ", "**a|", "[", "`", "``a`", "<", "![a](", "~~", "_a_|"]
        {
            html(&sign.repeat(50_000));
        }
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
