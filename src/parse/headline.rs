//! How a headline differs from the text below it.

use super::Syntax;
use super::front;

/// More bytes than any headline has.
pub const HEADLINE: usize = 600;

/// The headline of an article, without its marks, as far as its first lines show one.
pub fn headline(text: &str, syntax: Syntax) -> Option<String> {
    if syntax == Syntax::Markdown {
        let names = ["title".to_owned()];
        let title = front::named(text, &names).into_iter().next();
        if let Some((_, title)) = title.filter(|(_, title)| !title.trim().is_empty()) {
            return Some(title.trim().to_owned());
        }
    }
    let body = text.get(front::body(text)..).unwrap_or_default();
    let line = match syntax {
        Syntax::Markdown => body.lines().find_map(|line| line.strip_prefix("# "))?,
        Syntax::Text => body.lines().find(|line| !line.trim().is_empty())?,
    };
    let line = line.trim().trim_end_matches('#').trim_end();
    let words = line.replace(['*', '`'], "");
    (reads_as_title(&words) || syntax == Syntax::Markdown).then_some(words)
}

/// Whether a text has a headline's length and no sentence's end.
pub fn reads_as_title(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['»', '"', '”', ')']);
    text.len() <= HEADLINE && !text.ends_with(['.', ':', ';', ',', '…']) && !has_two_sentences(text)
}

/// Whether a stop follows a whole word and precedes a capital.
pub fn has_two_sentences(text: &str) -> bool {
    text.match_indices(['.', '!', '?']).any(|(index, stop)| {
        let word = text[..index].chars().rev().take_while(|c| c.is_lowercase()).take(4).count();
        let next = text[index + stop.len()..].strip_prefix([' ', '\u{a0}', '\n', '\r']);
        word == 4 && next.is_some_and(|next| next.trim_start().starts_with(char::is_uppercase))
    })
}

#[cfg(test)]
mod tests {
    use super::{headline, reads_as_title};
    use crate::parse::Syntax;

    #[test]
    fn the_headline_of_each_kind_of_article_is_found() {
        let of = |text: &str| headline(text, Syntax::Markdown);
        assert_eq!(of("---\ntitle: \"А: б\"\n---\n\n# В\n").as_deref(), Some("А: б"));
        assert_eq!(of("\u{feff}\nТекст.\n\n# **А** б #\n").as_deref(), Some("А б"));
        assert_eq!(of("Текст.\n"), None);
        assert_eq!(headline("\nА б\n\nТекст.\n", Syntax::Text).as_deref(), Some("А б"));
        assert_eq!(headline("Текст.\n", Syntax::Text), None);
    }

    #[test]
    fn a_headline_is_one_sentence_without_a_stop() {
        assert!(reads_as_title(
            "В г. Ташкенте прошло заседание под председательством И. В. Сорокина"
        ));
        assert!(!reads_as_title("Заседание состоялось."));
        assert!(!reads_as_title("Заседание состоялось. Участники обсудили планы"));
        assert!(!reads_as_title(&"слово ".repeat(100)));
    }
}
