//! Bold type, links and tags of the source stand in the translation, too.
//!
//! Where a link leads is seen by `links`; here only whether it is one still.

use super::differing::differing;
use super::links::common;
use super::{Check, Languages, Run, Texts};
use crate::l10n::Message;
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("markup", Severity::Warning, Run::Texts(see)).example(
    "Приём заявок — **до 1 мая**.",
    "Applications are accepted until May 1.",
    "Applications are accepted **until May 1**.",
);

fn see(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, target, .. } = *texts;
    let signs = ['*', '_', '<', '[', '~'];
    if !source.contains(signs) && !target.contains(signs) {
        return None;
    }
    let [mut ours, mut theirs] = [source, target].map(|text| marks(text, texts.languages));
    // A whole text that is bold on one side is bold as its block is.
    let is_slant = |mark: &String| mark == SLANT;
    if !ours.iter().any(is_slant) || theirs.iter().any(is_slant) {
        ours.retain(|mark| !is_slant(mark));
        theirs.retain(|mark| !is_slant(mark));
    }
    differing(source, &ours, &theirs)
}

const BOLD: &str = "**…**";
const SLANT: &str = "*…*";
const STRUCK: &str = "~~…~~";
const LINK: &str = "[…](…)";

/// The marks of a text, each as often as it is there.
fn marks(text: &str, languages: Languages<'_>) -> Vec<String> {
    let text = without_code(text);
    let mut marks = Vec::new();
    let mut add = |mark: &str, count: usize| {
        marks.extend(std::iter::repeat_n(mark.to_owned(), count));
    };
    let bold = spans(&text, "**") + words(&text, "__");
    add(BOLD, bold);
    let rest = text.replace("**", "").replace("__", "");
    add(SLANT, (spans(&rest, "*") + words(&rest, "_")).min(1));
    add(STRUCK, spans(&text, "~~"));
    add(LINK, links(&text));
    marks.extend(tags(&text, languages));
    marks
}

/// Code between backticks is no markup.
fn without_code(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text.to_owned();
    }
    parts.into_iter().step_by(2).collect()
}

/// How often a sign opens and closes something: no space inside, nothing escaped.
fn spans(text: &str, sign: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    while let Some(at) = rest.find(sign) {
        let inner = &rest[at + sign.len()..];
        let is_open = !rest[..at].ends_with('\\')
            && inner.starts_with(|c: char| !c.is_whitespace() && !sign.contains(c));
        let end = inner
            .match_indices(sign)
            .map(|(end, _)| end)
            .find(|end| *end > 0 && !inner[..*end].ends_with([' ', '\\']));
        let Some(end) = end.filter(|_| is_open) else {
            rest = inner;
            continue;
        };
        count += 1;
        rest = &inner[end + sign.len()..];
    }
    count
}

/// How often a sign that also joins words does so: `snake_case` is nothing.
fn words(text: &str, sign: &str) -> usize {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let places = text.match_indices(sign).filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + sign.len()..].chars().next();
        is_word(before) != is_word(after)
    });
    places.count() / 2
}

fn links(text: &str) -> usize {
    let closed = text.match_indices("](").filter(|(at, _)| text[..*at].contains('['));
    closed.filter(|(at, _)| text[*at..].contains(')')).count()
}

/// Attributes whose values are for people or for one language, or are addresses, which `links` sees.
const TRANSLATED: [&str; 10] = [
    "href",
    "alt",
    "title",
    "lang",
    "hreflang",
    "label",
    "placeholder",
    "content",
    "summary",
    "dir",
];

/// Tags with their attributes, with a slash where they close; values for people don't count.
fn tags(text: &str, languages: Languages<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let Some(end) = rest.find('>') else { continue };
        let tag = &rest[..end];
        let name = tag.trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let is_tag = name.starts_with(|c: char| c.is_ascii_lowercase()) && length > 0;
        let after = &name[length..];
        let is_address = after.starts_with([':', '@', '.']);
        if is_tag && !is_address {
            let slash = if tag.starts_with('/') { "/" } else { "" };
            let end = if after.ends_with('/') { " /" } else { "" };
            let attributes = attributes(after.trim_end_matches('/'), languages);
            found.push(format!("<{slash}{}{attributes}{end}>", &name[..length]));
        }
    }
    found
}

/// The attributes of a tag in the order of their names, an address without its language.
fn attributes(text: &str, languages: Languages<'_>) -> String {
    let mut found: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..end].to_lowercase();
        rest = rest[end..].trim_start();
        let value = match rest.strip_prefix('=') {
            Some(after) => {
                let (value, left) = value(after.trim_start());
                rest = left.trim_start();
                value
            }
            None => "",
        };
        let is_translated = TRANSLATED.contains(&name.as_str())
            || name.starts_with("aria-")
            || name.starts_with("xml");
        let value = if is_translated { "…".to_owned() } else { common(value, languages) };
        found.push(format!(" {name}=\"{value}\""));
    }
    found.sort();
    found.concat()
}

/// The value that a text begins with, in quotation marks or bare, and what comes behind it.
fn value(text: &str) -> (&str, &str) {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let bare = || text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let Some(quote) = quote else { return bare() };
    match text[1..].split_once(quote) {
        Some((value, rest)) => (value, rest),
        None => bare(),
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn what_was_lost_is_told() {
        for pair in [
            "Приём — **до 1 мая**. | Applications until May 1.",
            "Приём — до 1 мая. | Applications **until May 1**.",
            "Цена ~~5~~ 4 рубля. | The price is 5 4 roubles.",
            "Смотрите [сайт](https://a.org). | See the site (https://a.org).",
            "Газета *Весть* вышла. | The newspaper Vest is out.",
            "Строка<br>вторая. | The second line.",
            "Это <b>важно</b>. | This is <b>important<b>.",
            "Вид: <img src=\"a.jpg\">. | A view: <img src=\"b.jpg\">.",
            "<a href=\"a.html\" target=\"_blank\">Да</a> | <a href=\"a.html\">Yes</a>",
            "<a href='a.html'>Да</a> | <a hrf='a.html'>Yes</a>",
            "<a href=\"#\">Да</a> | <a href=\"#\" onclick=\"go()\">Yes</a>",
            "Строка<br />вторая. | The second<br>line.",
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn the_same_marks_and_signs_that_are_none_are_fine() {
        for pair in [
            "Приём — **до 1 мая**. | Applications **until May 1**.",
            "Приём — **до 1 мая**. | Applications __until May 1__.",
            "Газета «Весть» вышла. | The newspaper *Vest* is out.",
            "*Важно*: *да*. | *Important: yes*.",
            "Пять * два = десять. | Five times two is ten.",
            "Файл my_long_name. | The file my_long_name.",
            "Меньше 5, но < 7 и > 3. | Less than 5, but under 7 and over 3.",
            "Пишите <a@b.org>. | Write to <a@b.org>.",
            "Смотрите [сайт](https://a.org). | See [the site](https://a.org).",
            "<img src=\"a.jpg\" alt=\"Мост\"> | <img alt='A bridge' src=\"a.jpg\">",
            "<a href=\"/ru/a.html\">Да</a> | <a href=\"/en/a.html\">Yes</a>",
            "<a href=\"a.html\">Да</a> | <a href=a.html>Yes</a>",
            "<a href=\"#итоги\">Да</a> | <a href=\"#results\">Yes</a>",
            r"Звёздочка \*не\* знак. | An asterisk is no sign.",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
