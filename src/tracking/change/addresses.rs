//! Addresses that readers see in the text: sites, mailboxes, accounts, tags, files.

use super::value::{FoundValue, ValueKind};
use crate::model::Span;

/// Marks that may stand around an address and are none of it.
const AROUND: &str = "<>()[]{}«»„“”\"'*_.,;:!?…";
/// Ends of domains in Cyrillic letters; those in Latin ones are told by their letters.
const CYRILLIC_ENDS: [&str; 9] =
    ["рф", "рус", "бел", "укр", "москва", "дети", "онлайн", "сайт", "орг"];
/// Bytes of the longest end of a domain that is told by its letters.
const LONGEST_END: usize = 12;

/// Every address of `plain`, as a value whose key is the same however it is written.
pub fn addresses(plain: &str) -> Vec<FoundValue> {
    if !plain.contains(['@', '#', '.', '/']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    for piece in plain.split_inclusive(char::is_whitespace) {
        let bare = piece.trim();
        let inner = bare.trim_start_matches(|c| AROUND.contains(c) && c != '_');
        let start = at + (piece.len() - piece.trim_start().len()) + (bare.len() - inner.len());
        let address = inner.trim_end_matches(|c| AROUND.contains(c) && c != '_');
        at += piece.len();
        if is_address(address) {
            let span = Span::new(start, start + address.len());
            found.push(FoundValue::new(span, key(address), ValueKind::Address));
        }
    }
    found
}

/// Whether a piece of text without white space is an address.
fn is_address(piece: &str) -> bool {
    let follows = |sign: char| {
        piece.strip_prefix(sign).is_some_and(|name| {
            name.starts_with(char::is_alphabetic)
                && name.chars().nth(1).is_some()
                && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        })
    };
    let is_path = || {
        let path = piece.strip_prefix('~').unwrap_or(piece);
        path.strip_prefix('/').is_some_and(|path| {
            path.contains('/') && path.starts_with(|c: char| c.is_ascii_alphanumeric())
        })
    };
    let is_mailbox = || {
        let parts = piece.split_once('@');
        parts.is_some_and(|(name, domain)| !name.is_empty() && is_domain(domain))
    };
    follows('@') || follows('#') || is_path() || is_mailbox() || is_site(piece)
}

/// Whether this is a domain, with or without a path behind it; what has a scheme is a link to the markup.
fn is_site(piece: &str) -> bool {
    let bare = piece.strip_prefix("www.").unwrap_or(piece);
    is_domain(bare.split(['/', '?', '#']).next().unwrap_or(bare))
}

/// Whether labels with points between them end as domains and names of files do.
fn is_domain(text: &str) -> bool {
    let Some((labels, end)) = text.rsplit_once('.') else { return false };
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    let is_end = if end.is_ascii() {
        (2..=LONGEST_END).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_lowercase())
    } else {
        CYRILLIC_ENDS.contains(&end)
    };
    // «в т.ч.» and «кв.м» have no such end, and a label in another alphabet is a sentence without its space.
    let is_one_script = end.is_ascii() == labels.is_ascii();
    is_end
        && is_one_script
        && labels.split('.').all(is_label)
        && labels.starts_with(char::is_alphabetic)
}

/// An address as it would be opened: `www.`, the capitals of the domain and a last slash say nothing.
fn key(address: &str) -> String {
    let bare = address.strip_prefix("www.").unwrap_or(address);
    let bare = bare.strip_suffix('/').unwrap_or(bare);
    let end = bare.find(['/', '?', '#']).filter(|end| *end > 0).unwrap_or(bare.len());
    format!("{}{}", bare[..end].to_lowercase(), &bare[end..])
}

#[cfg(test)]
mod tests {
    use super::{addresses, key};

    #[test]
    fn addresses_are_told_from_words() {
        for text in [
            "press@town.example",
            "docs.example.org/guide",
            "www.zoo.example",
            "t.me/novosti",
            "@museum_live",
            "#летовгороде",
            "/srv/data/a.txt",
            "report.pdf",
            "лес.рф",
        ] {
            let found = addresses(&format!("Вот ({text}), он."));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].span.end - found[0].span.start, text.len(), "{text}");
        }
        for text in [
            "и/или",
            "км/ч",
            "т.е.",
            "и.о.",
            "кв.м",
            "ушёл.Потом",
            "p.m.",
            "U.S.",
            "e.g.",
            "Ph.D",
            "№5",
            "12.5",
            "1/2",
            "24/7",
            "#5",
            "руб./кг",
            "end.The",
            "@",
            "...",
            "А.С.Попов",
        ] {
            assert!(addresses(&format!("Вот {text} он.")).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_address_is_one_however_it_is_written() {
        assert_eq!(key("www.Town.example/"), key("town.example"));
        assert_ne!(key("town.example/A"), key("town.example/a"));
        assert_ne!(key("/a/b"), key("/a/c"));
    }
}
