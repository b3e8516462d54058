//! Bold type, links and tags of the source stand in the translation, too.
//!
//! Where a link leads is seen by `links`; here only whether it is one still.

use super::differing::differing;
use super::{Check, Run, Texts};
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
    let [mut ours, mut theirs] = [source, target].map(marks);
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
fn marks(text: &str) -> Vec<String> {
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
    marks.extend(tags(&text));
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

/// Names of tags, with a slash where they close.
fn tags(text: &str) -> Vec<String> {
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
            found.push(format!("<{slash}{}>", &name[..length]));
        }
    }
    found
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
            r"Звёздочка \*не\* знак. | An asterisk is no sign.",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
