//! Addresses of links, pages and mailboxes must be those of the source, but for its language.

use std::collections::BTreeSet;

use super::differing::differing;
use super::{Check, Languages, Run, Texts};
use crate::l10n::Message;
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("links", Severity::Warning, Run::Texts(see)).example(
    "Пишите на press@example.org.",
    "Write to pres@example.org.",
    "Write to press@example.org.",
);

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, languages, .. } = *texts;
    if !is_linked(source) && !is_linked(target) {
        return None;
    }
    let [ours, theirs] = [source, target].map(|text| addresses(text, languages));
    differing(source, &ours, &theirs).or_else(|| parted(source, target))
}

/// One place of the page to which the source leads twice and the translation in two ways.
fn parted(source: &str, target: &str) -> Option<Message> {
    let [ours, theirs] = [source, target].map(anchors);
    let [old, new] = [&ours, &theirs].map(|anchors| anchors.iter().collect::<BTreeSet<_>>().len());
    if ours.len() != theirs.len() || old >= new {
        return None;
    }
    let [ours, theirs] = [ours, theirs]
        .map(|anchors| -> Vec<String> { anchors.into_iter().map(str::to_owned).collect() });
    differing(source, &ours, &theirs)
}

/// The places of the same page that a text leads to, as written.
fn anchors(text: &str) -> Vec<&str> {
    let places = text.match_indices("](#").map(|(at, _)| &text[at + 2..]);
    places.map(|rest| &rest[..rest.find([')', ' ']).unwrap_or(rest.len())]).collect()
}

fn is_linked(text: &str) -> bool {
    text.contains("://")
        || text.contains("](")
        || text.contains("][")
        || text.contains('@')
        || text.contains(" /")
}

/// The addresses of a text, without what names its language.
fn addresses(text: &str, languages: Languages<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let is_end = |c: char| c.is_whitespace() || "<>()[]\"«»“”'`".contains(c);
    for piece in text.split(is_end) {
        let piece = piece.trim_matches(|c: char| ".,;:!?*_".contains(c) || c == '…');
        if piece.contains("://") || is_mailbox(piece) || is_file(piece) {
            found.push(common(piece, languages));
        }
    }
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        rest = &rest[at + 2..];
        let end = rest.find(|c: char| c == ')' || c.is_whitespace()).unwrap_or(rest.len());
        let address = rest[..end].trim_matches(['<', '>']);
        if !address.contains("://") && !is_mailbox(address) {
            found.push(common(address, languages));
        }
        rest = &rest[end..];
    }
    // A link by its label leads where the article says at its end, under the same label.
    let labels = text.split("][").skip(1);
    let labels = labels.filter_map(|rest| rest.find(']').map(|end| &rest[..end]));
    found.extend(
        labels.filter(|label| !label.is_empty()).map(|label| format!("[{}]", label.to_lowercase())),
    );
    found
}

/// Whether it is the path of a file: `/etc/hosts`.
fn is_file(piece: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    let has_folder = piece.starts_with('/') && piece[1..].contains('/');
    has_folder && !piece.ends_with('/') && piece.chars().all(is_name)
}

fn is_mailbox(piece: &str) -> bool {
    let Some((name, host)) = piece.split_once('@') else { return false };
    !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
}

/// The address without what names one of the languages, as pages of two languages differ in it.
pub fn common(address: &str, languages: Languages<'_>) -> String {
    let tags = [languages.source, languages.target];
    let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
    // Headings are translated, and their anchors with them.
    if path.is_empty() && !anchor.is_empty() {
        return "#".to_owned();
    }
    if is_mailbox(path) {
        return path.to_owned();
    }
    let (host, path) = match path.split_once("://") {
        Some((scheme, rest)) => {
            let host = rest.find('/').unwrap_or(rest.len());
            (&path[..scheme.len() + 3 + host], &rest[host..])
        }
        None => ("", path),
    };
    let parts: Vec<&str> = path.split('/').filter(|part| !tags.contains(part)).collect();
    let mut common = parts.join("/");
    for tag in tags {
        common = common.replace(&format!(".{tag}."), ".");
    }
    format!("{host}{}", common.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn an_address_that_differs_is_told() {
        for pair in [
            r#"См. [карту](/map). | See the [map](/mapp)."#,
            r#"См. [карту](/us/map). | See the [map](/uk/map)."#,
            r#"Пишите на x@a.ru. | Write to x@a.en."#,
            r#"Пишите на a@b.example. | Write to c@b.example."#,
            r#"https://a.example/x тут | Here"#,
            r#"См. [карту][карта] и сайт. | See the [map][chart] and the site."#,
            r#"[Итоги](#a), см. [итоги](#a). | [Results](#a), see [results](#b)."#,
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
            r#"[Итоги](#a), см. [итоги](#a). | [Results](#b), see [results](#b)."#,
            r#"См. [карту][Карта]. | See the [map][карта]."#,
            r#"Сайт https://a.example/x/. | The site (https://a.example/x)."#,
            r#"См. [a](b.ru.md) | See [a](b.en.md)"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
