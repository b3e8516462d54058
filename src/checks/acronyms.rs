//! An abbreviation is the same all over an article, and its letters are in the order of its words.
//!
//! What an abbreviation of the source is called in the translation is learnt from the article itself:
//! «МСЭ» is "ITU" where the one stands beside the other again and again.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::letters::spelled_out;
use super::phrases::Lists;
use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::transliteration::begins;
use crate::text::words::{Token, TokenKind, tokens};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("acronyms", Severity::Warning, Run::Among(run)).example(
    "План принял Всемирный почтовый союз (ВПС).",
    "The Universal Postal Union (PUU) adopted the plan.",
    "The Universal Postal Union (UPU) adopted the plan.",
);

fn run(units: &[Unit<'_>], subject: &Subject<'_>) -> Vec<(usize, Seen)> {
    if subject.languages().target != "en" {
        return Vec::new();
    }
    let rows: Vec<Row<'_>> =
        units.iter().enumerate().filter_map(|(unit, one)| Row::of(unit, one)).collect();
    let known = Known::learn(&rows);
    let mut seen = Vec::new();
    for row in &rows {
        let unit = &units[row.unit];
        let source = excerpt(&unit.source);
        let scrambled = scrambled(&unit.target).map(|(words, short)| {
            message!("check-acronyms-order", source = source.clone(), short = short, words = words)
        });
        let message: Option<Message> = scrambled.or_else(|| {
            let (wrong, right) = known.wrong(row).or_else(|| usual(row))?;
            Some(message!("check-acronyms-other", source = source, new = wrong, old = right))
        });
        seen.extend(message.map(|message| (row.unit, Seen::from(message))));
    }
    let seen_units: Vec<usize> = seen.iter().map(|(unit, _)| *unit).collect();
    let new = unexpanded(units).into_iter().filter(|(unit, _)| !seen_units.contains(unit));
    seen.extend(new);
    seen
}

/// The abbreviations of a unit.
struct Row<'a> {
    unit: usize,
    source: Vec<String>,
    target: Vec<String>,
    text: &'a str,
}

impl<'a> Row<'a> {
    fn of(unit: usize, one: &'a Unit<'a>) -> Option<Self> {
        let is_read = !one.is_missing() && !one.is_stale() && has_acronym(&one.target);
        let (source, target) = (acronyms(&one.source), acronyms(&one.target));
        is_read.then_some(Self { unit, source, target, text: &one.target })
    }
}

/// Whether two capitals stand side by side, as a glance at bytes tells.
fn has_acronym(text: &str) -> bool {
    text.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase))
}

/// The abbreviations of a text, each once, without the ending of a plural.
fn acronyms(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for token in tokens(text).filter(is_acronym) {
        let word = token.text.trim_end_matches("'s").trim_end_matches("’s");
        let word = word.strip_suffix('s').unwrap_or(word).to_owned();
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

/// Two to six capitals, perhaps with an s; no Roman numeral.
fn is_acronym(token: &Token<'_>) -> bool {
    if token.kind != TokenKind::Word || !token.is_acronym() {
        return false;
    }
    let word = token.text.trim_end_matches("'s").trim_end_matches("’s");
    let word = word.strip_suffix('s').unwrap_or(word);
    let length = word.chars().count();
    let is_roman = |c: char| "IVXLCDM\u{425}".contains(c);
    (2..=6).contains(&length) && word.chars().all(char::is_uppercase) && !word.chars().all(is_roman)
}

/// Which abbreviations of the translation stand for one of the source, and how often.
struct Known(FxHashMap<String, FxHashMap<String, usize>>);

impl Known {
    fn learn(rows: &[Row<'_>]) -> Self {
        let mut known: FxHashMap<String, FxHashMap<String, usize>> = FxHashMap::default();
        for row in rows {
            for source in &row.source {
                let answers = known.entry(source.clone()).or_default();
                for target in &row.target {
                    *answers.entry(target.clone()).or_default() += 1;
                }
            }
        }
        Self(known)
    }

    /// An abbreviation of the translation that stands where the article has another one elsewhere.
    fn wrong(&self, row: &Row<'_>) -> Option<(String, String)> {
        // Only where there is one for one, it is plain which stands for which.
        let ([source], [target]) = (&row.source[..], &row.target[..]) else {
            return self.anagram(row);
        };
        let answers = self.0.get(source)?;
        let (right, times) = answers
            .iter()
            .filter(|(other, _)| *other != target)
            .max_by_key(|(other, times)| (**times, (*other).clone()))?;
        let own = answers.get(target).copied().unwrap_or_default();
        let is_rare =
            own == 1 && (*times > own || is_anagram(target, right) || is_spelled(source, target));
        (is_rare && !row.text.contains(right.as_str())).then(|| (target.clone(), right.clone()))
    }

    /// One whose letters are those of another that answers to the same word of the source.
    fn anagram(&self, row: &Row<'_>) -> Option<(String, String)> {
        row.target.iter().find_map(|target| {
            let answers = row.source.iter().filter_map(|source| self.0.get(source));
            let right = answers
                .flatten()
                .map(|(other, _)| other)
                .find(|other| is_anagram(target, other) && !row.target.contains(other))?;
            Some((target.clone(), right.clone()))
        })
    }
}

static USUAL: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/acronyms.txt")));

/// An abbreviation that stands where English has another one for that of the source.
fn usual(row: &Row<'_>) -> Option<(String, String)> {
    row.source.iter().find_map(|source| {
        let right = USUAL.of(source, "en");
        let first = right.first()?;
        if right.iter().any(|right| row.text.contains(right)) {
            return None;
        }
        if let Some(word) = spelled_out(row.text, source) {
            return Some((word, (*first).to_owned()));
        }
        let is_answered =
            |target: &str| row.source.iter().any(|source| USUAL.of(source, "en").contains(&target));
        let is_usual_of_another = |target: &str| USUAL.has("en", target) && !is_answered(target);
        let mut targets = row.target.iter();
        let wrong = targets
            .find(|target| is_spelled(source, target) || is_usual_of_another(target.as_str()))?;
        Some((wrong.clone(), (*first).to_owned()))
    })
}

/// Letters of an abbreviation that everybody knows: AI, EU, UN.
const KNOWN: usize = 2;

/// Units whose source says in full what an abbreviation means and whose translation does so neither
/// there nor before.
fn unexpanded(units: &[Unit<'_>]) -> Vec<(usize, Seen)> {
    let mut told = Vec::new();
    let mut explained: Vec<String> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        if unit.is_missing() || unit.is_stale() {
            continue;
        }
        if explains(&unit.source)
            && let [short] = &acronyms(&unit.target)[..]
            && short.len() > KNOWN
            && !explained.contains(short)
            && !unit.source.contains(short.as_str())
            && !is_explained(&unit.target, short)
        {
            let source = excerpt(&unit.source);
            let message = message!("check-acronyms-full", source = source, short = short.clone());
            told.push((at, message.into()));
        }
        let theirs = acronyms(&unit.target).into_iter();
        explained.extend(theirs.filter(|short| is_explained(&unit.target, short)));
    }
    told
}

/// Whether a text has an abbreviation in brackets behind the words whose first letters it is.
fn explains(text: &str) -> bool {
    let first = |word: &str| word.chars().find(|c| c.is_alphabetic());
    text.match_indices('(').any(|(open, _)| {
        let rest = &text[open + 1..];
        let short = rest.split([')', ',', ';']).next().unwrap_or_default().trim();
        let length = short.chars().count();
        if length <= KNOWN || length > 6 || !short.chars().all(char::is_uppercase) {
            return false;
        }
        let before = text[..open].split_whitespace().rev().take(length + 3).filter_map(first);
        let mut letters = short.chars().rev().peekable();
        for letter in before {
            let _ = letters.next_if(|own| own.to_lowercase().eq(letter.to_lowercase()));
        }
        letters.peek().is_none()
    })
}

/// Whether a text has the abbreviation in brackets, or words with its first letters.
fn is_explained(text: &str, short: &str) -> bool {
    text.contains(&format!("({short}"))
        || says_in_full(text, short)
        || text.contains(&format!("{short} ("))
}

/// Whether the words of a text have the first letters of this abbreviation, one after another.
fn says_in_full(text: &str, short: &str) -> bool {
    let capitals: String = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().nth(1).is_some_and(char::is_lowercase))
        .filter_map(|word| word.chars().next().filter(char::is_ascii_uppercase))
        .collect();
    capitals.contains(short)
}

/// Whether the letters of an abbreviation were put into the other script one by one.
fn is_spelled(source: &str, target: &str) -> bool {
    let is_same = source.chars().count() == target.chars().count();
    is_same && source.chars().zip(target.chars()).all(|(one, other)| begins(one, other))
}

fn is_anagram(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    one != other && sorted(one) == sorted(other)
}

/// Words and the abbreviation in brackets after them, whose letters are theirs in another order.
fn scrambled(text: &str) -> Option<(String, String)> {
    for (open, _) in text.match_indices('(') {
        let rest = &text[open + 1..];
        let Some(end) = rest.find(')') else { continue };
        let short = rest[..end].strip_suffix('s').unwrap_or(&rest[..end]);
        let is_short =
            short.chars().all(|c| c.is_ascii_uppercase()) && (2..=6).contains(&short.len());
        if !is_short {
            continue;
        }
        let before: Vec<&str> =
            text[..open].split_whitespace().rev().take(short.len() + 4).collect();
        let capital =
            |word: &&str| word.chars().find(|c| c.is_alphabetic()).filter(char::is_ascii_uppercase);
        let named: Vec<&str> = before
            .iter()
            .copied()
            .filter(|word| capital(word).is_some())
            .take(short.len())
            .collect();
        let initials: String = named.iter().rev().filter_map(capital).collect();
        if is_anagram(&initials, short) {
            let first = named.last().map_or("", |word| *word);
            let start = text[..open].rfind(first).unwrap_or(0);
            return Some((text[start..open].trim().to_owned(), short.to_owned()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn an_abbreviation_put_letter_by_letter_is_told() {
        assert_ne!(findings(&CHECK, "current: Решил ЕСПЧ. | The ESPCh decided."), "");
        assert_eq!(findings(&CHECK, "current: Решил ЕСПЧ. | The ECHR decided."), "");
        assert_eq!(findings(&CHECK, "current: Решил ЕСПЧ. | The court decided."), "");
    }

    #[test]
    fn an_abbreviation_that_the_source_explains_is_explained() {
        let pair =
            "current: План принял Всемирный почтовый союз (ВПС). | The UPU adopted the plan.";
        assert!(findings(&CHECK, pair).contains("“UPU”"));
        for pair in [
            "current: План принял Всемирный почтовый союз (ВПС). | The Universal Postal Union (UPU) adopted it.",
            "current: План принял Всемирный почтовый союз (ВПС). | The Universal Postal Union, UPU, adopted it.",
            "current: План принял Всемирный почтовый союз (ВПС). | The Universal Postal Union adopted it.",
            "current: План приняли в Женеве (ВПС). | The UPU adopted the plan in Geneva.",
            "current: Всемирный почтовый союз. | The Universal Postal Union (UPU).
             current: План принял Всемирный почтовый союз (ВПС). | The UPU adopted the plan.",
        ] {
            assert_eq!(findings(&CHECK, pair), "", "{pair}");
        }
    }

    #[test]
    fn letters_in_another_order_than_the_words_are_told() {
        let pair = "current: Всемирный почтовый союз (ВПС). | The Universal Postal Union (PUU).";
        let expected = "warning: The letters of “PUU” are not in the order of the words “Universal Postal Union” in the translation of “Всемирный почтовый союз (ВПС)”.\n";
        assert_eq!(findings(&CHECK, pair), expected);
    }

    #[test]
    fn an_abbreviation_that_differs_from_the_rest_of_the_article_is_told() {
        let article = |last: &str| {
            format!(
                "current: Связью ведает АС. | The CA is in charge of communications.
                 current: Решение АС. | The decision of the CA.
                 current: Доклад АС. | The report of the {last}."
            )
        };
        assert_eq!(findings(&CHECK, &article("CA")), "");
        assert_eq!(findings(&CHECK, &article("CAs")), "");
        assert_ne!(findings(&CHECK, &article("AC")), "");
        assert_ne!(findings(&CHECK, &article("MA")), "");
    }

    #[test]
    fn other_abbreviations_are_fine() {
        for pair in [
            "Международный союз электросвязи (МСЭ). | The International Telecommunication Union (ITU).",
            "Связь (ИКТ). | Information and communication technologies (ICTs).",
            "США и ЕС. | The US and the EU.",
            "ООН. | The United Nations.",
            "XIX век. | The XIX century.",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
