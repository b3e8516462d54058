//! Addresses of links, pages and mailboxes must be those of the source, but for its language.

use super::differing::differing;
use super::{Check, Run, Seen, Subject};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("links", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, _: &Subject<'_>) -> Vec<Seen> {
    if unit.is_missing() || unit.is_stale() {
        return Vec::new();
    }
    let found = see(&unit.source, &unit.target);
    found.into_iter().map(|message| Seen::from(message).hint(hint)).collect()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-links.hint", article = subject.argument())
}

fn see(source: &str, target: &str) -> Option<Message> {
    if !is_linked(source) && !is_linked(target) {
        return None;
    }
    let [ours, theirs] = [source, target].map(addresses);
    differing(source, &ours, &theirs)
}

fn is_linked(text: &str) -> bool {
    text.contains("://") || text.contains("](") || text.contains('@')
}

/// The addresses of a text, without what names its language.
fn addresses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_end = |c: char| c.is_whitespace() || "<>()[]\"«»“”'`".contains(c);
    for piece in text.split(is_end) {
        let piece = piece.trim_matches(|c: char| ".,;:!?*_".contains(c) || c == '…');
        if piece.contains("://") || is_mailbox(piece) {
            found.push(common(piece));
        }
    }
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        rest = &rest[at + 2..];
        let end = rest.find(|c: char| c == ')' || c.is_whitespace()).unwrap_or(rest.len());
        let address = rest[..end].trim_matches(['<', '>']);
        if !address.contains("://") && !is_mailbox(address) {
            found.push(common(address));
        }
        rest = &rest[end..];
    }
    found
}

fn is_mailbox(piece: &str) -> bool {
    let Some((name, host)) = piece.split_once('@') else { return false };
    !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
}

/// The address with one mark in place of its language, as pages of two languages differ in it.
fn common(address: &str) -> String {
    let is_language = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_lowercase());
    let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.retain(|part| !is_language(part));
    let mut common = parts.join("/").replace(".ru.", ".").replace(".en.", ".");
    for ending in [".ru", ".en"] {
        if let Some(bare) = common.strip_suffix(ending).filter(|bare| !bare.contains("://")) {
            common = bare.to_owned();
        }
    }
    // Headings are translated, and their anchors with them.
    let is_own = path.is_empty() || anchor.is_empty();
    if is_own && !anchor.is_empty() {
        "#".to_owned()
    } else {
        common.trim_end_matches('/').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn an_address_that_differs_is_told() {
        for pair in [
            r#"См. [карту](/map). | See the [map](/mapp)."#,
            r#"Пишите на a@b.example. | Write to c@b.example."#,
            r#"https://a.example/x тут | Here"#,
            r#"Сайт https://a.example/1. | The site https://a.example/2."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn addresses_that_differ_in_their_language_are_fine() {
        for pair in [
            r#"См. [карту](/ru/map). | See the [map](/en/map)."#,
            r#"Пишите на a@b.example. | Write to a@b.example."#,
            r#"Сайт https://a.example/ru/x. | The site https://a.example/x."#,
            r#"См. [ниже](#итоги). | See [below](#results)."#,
            r#"Сайт https://a.example/x/. | The site (https://a.example/x)."#,
            r#"См. [a](b.ru.md) | See [a](b.en.md)"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
