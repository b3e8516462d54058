//! As many points as the source lists, and as many names as it puts in a row.

use std::sync::LazyLock;

use super::phrases::Lists;
use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::Severity;
use crate::text::news::{ENGLISH_ROW_LINKS, ROW_LINKS};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("list-count", Severity::Warning, Run::Places(see)).example(
    "Участвуют Минск, Казань, Уфа и Сочи.",
    "Minsk, Kazan and Sochi take part.",
    "Minsk, Kazan, Ufa and Sochi take part.",
);

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/list-count.txt")));

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    let Texts { source, target, .. } = *texts;
    let [ours, theirs] = [source, target].map(points);
    let [ours, theirs] = if ours != theirs && (ours > 1 || theirs > 1) {
        [ours, theirs]
    } else {
        match names(texts) {
            Some(counts) => counts,
            None => match things(texts) {
                Some(counts) => counts,
                None => return Vec::new(),
            },
        }
    };
    let message =
        message!("check-list-count-other", source = excerpt(source), old = ours, new = theirs);
    vec![message.into()]
}

/// How many points a text numbers within a line: `1)`, `2)` or `а)`, `б)`.
fn points(text: &str) -> usize {
    let numbers = run(text, |count| (count + 1).to_string());
    let letters = |first: char| {
        run(text, move |count| {
            let letter =
                u32::try_from(count).ok().and_then(|n| char::from_u32(u32::from(first) + n));
            letter.map(String::from).unwrap_or_default()
        })
    };
    numbers.max(letters('а')).max(letters('a'))
}

/// How many labels stand one after another, each with a bracket behind it.
fn run(text: &str, label: impl Fn(usize) -> String) -> usize {
    let mut rest = text;
    let mut count = 0;
    loop {
        let wanted = format!("{})", label(count));
        let is_free = |at: usize| !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '(');
        let place = rest.match_indices(&wanted).map(|(at, _)| at).find(|at| is_free(*at));
        let Some(at) = place.filter(|_| wanted.len() > 1) else { return count };
        count += 1;
        rest = &rest[at + wanted.len()..];
    }
}

/// The lengths of the rows of names, where each side has one and the translation's is shorter.
fn names(texts: &Texts<'_>) -> Option<[usize; 2]> {
    if texts.languages.source != "ru" || texts.languages.target != "en" {
        return None;
    }
    let ours = rows(texts.source, &ROW_LINKS);
    let theirs = rows(texts.target, &[" and ", " or "]);
    match (&ours[..], &theirs[..]) {
        ([ours], [theirs]) if ours > theirs && *ours > 2 => Some([*ours, *theirs]),
        _ => None,
    }
}

/// The length of a row of single words and the most that the translation can list, where that is less.
fn things(texts: &Texts<'_>) -> Option<[usize; 2]> {
    if texts.languages.source != "ru" || texts.languages.target != "en" {
        return None;
    }
    let row = longest_row(texts.source)?;
    let lower = texts.target.to_lowercase();
    let mut parts = 1;
    for link in ENGLISH_ROW_LINKS {
        parts += lower.matches(link).count();
    }
    (row > 3 && parts < row).then_some([row, parts])
}

/// How many single words stand in the longest row of commas with «и» before its last.
fn longest_row(text: &str) -> Option<usize> {
    let mut longest = None;
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, link) in words.iter().enumerate() {
        if *link != ROW_LINKS[0].trim()
            || at == 0
            || words.get(at + 1).is_none_or(|last| !is_thing(last))
        {
            continue;
        }
        let mut members = 1;
        let mut before = at;
        while before > 0 && is_thing(words[before - 1]) {
            let is_last = before == at;
            if !is_last && !words[before - 1].ends_with(',') {
                break;
            }
            members += 1;
            before -= 1;
        }
        if longest.is_none_or(|most| members > most) {
            longest = Some(members);
        }
    }
    longest
}

fn is_thing(word: &str) -> bool {
    let plain = word.trim_end_matches([',', '.', ';', ':']);
    plain.chars().count() > 2 && plain.chars().all(char::is_alphabetic)
}

/// The lengths of rows whose members are capitalised words alone, at least two.
fn rows(text: &str, links: &[&str]) -> Vec<usize> {
    let mut rows = Vec::new();
    // A stop of an abbreviation ends no clause: "St. Petersburg".
    let text = text.replace("St. ", "St ").replace("Mt. ", "Mt ");
    for clause in text.split(['.', ';', ':', '(', ')', '—', '«', '»', '“', '”']) {
        let link = links.iter().filter_map(|link| clause.find(link).map(|at| (at, link.len())));
        let Some((at, length)) = link.min() else { continue };
        // Of two links nobody knows which one ends the row.
        if links.iter().map(|link| clause.matches(link).count()).sum::<usize>() > 1 {
            continue;
        }
        let before: Vec<&str> = clause[..at].trim_end_matches(',').split(", ").collect();
        // A word that only leads into the sentence is no member: «Итак, Минск и Уфа».
        let first = before.first().map(|word| word.trim().to_lowercase());
        let leads = first.is_some_and(|word| LISTS.of("leading", "ru").contains(&word.as_str()));
        let before = &before[usize::from(leads)..];
        // The first member may have words before it, and the last some after.
        let whole = before.iter().rev().take_while(|one| is_name(one)).count();
        let is_partial = before.len() > whole && ends_in_name(before[before.len() - whole - 1]);
        let members = whole + usize::from(is_partial);
        let is_last = clause[at + length..].trim_start().starts_with(char::is_uppercase);
        if members > 0 && is_last {
            rows.push(members + 1);
        }
    }
    rows
}

/// One or two capitalised words and nothing else.
fn is_name(text: &str) -> bool {
    let text = text.strip_prefix("the ").unwrap_or(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=2).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

fn ends_in_name(text: &str) -> bool {
    text.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_lost_member_is_told() {
        for pair in [
            "Нужно: 1) хлеб, 2) соль, 3) вода. | You need 1) bread, 2) salt.",
            "Продают свёклу, морковь, лук и капусту. | They sell beets, onions and cabbage.",
            "Нужно: а) хлеб, б) соль. | You need a) bread, b) salt, c) water.",
            "Участвуют Минск, Казань, Уфа и Сочи. | Minsk, Kazan and Sochi take part.",
            "Приехали Иванов, Петров и Сидоров. | Ivanov and Petrov came.",
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn the_same_number_is_fine() {
        for pair in [
            "Нужно: 1) хлеб, 2) соль. | You need 1) bread, 2) salt.",
            "Нужно: а) хлеб, б) соль. | You need a) bread, b) salt.",
            "Участвуют Минск, Казань и Сочи. | Minsk, Kazan, and Sochi take part.",
            "Телефон (495) 1) да. | Telephone (495) 1) yes.",
            "В Минске, Казани и Уфе тепло. | It is warm in Minsk, Kazan and Ufa.",
            "Пришли дети, врачи и учителя. | Children and doctors came, and teachers.",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
