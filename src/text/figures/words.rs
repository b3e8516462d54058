//! Words that stand for numbers without being any: "dozen", «вдвое».

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::number::FigureNumber;
use crate::text::facts::{Fact, FactKind};
use crate::text::vocabulary::{Meaning, plain, vocabulary};
use crate::text::words::{TokenKind, tokens};

/// The languages of a pair of texts, as primary subtags.
#[derive(Clone, Copy, Debug)]
pub struct Languages<'a> {
    pub source: &'a str,
    pub target: &'a str,
}

impl<'a> Languages<'a> {
    /// The languages of these tags.
    pub fn new(source: &'a str, target: &'a str) -> Self {
        let primary = |tag: &'a str| tag.split(['-', '_']).next().unwrap_or(tag);
        Self { source: primary(source), target: primary(target) }
    }
}

/// The forms of each language, by what they stand for.
static WORDS: LazyLock<FxHashMap<&str, Vec<Forms>>> = LazyLock::new(|| {
    let mut words: FxHashMap<&str, Vec<Forms>> = FxHashMap::default();
    let text: &'static str = include_str!("stand-ins.txt");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('|').map(str::trim);
        let value = columns.next().unwrap_or_default();
        let columns = columns.filter_map(|column| column.split_once(' '));
        words.entry(value).or_default().extend(columns.map(|(language, forms)| Forms {
            language,
            forms: forms.split_whitespace().collect(),
        }));
    }
    words
});

/// Forms of one language; one that ends in `*` is a beginning.
struct Forms {
    language: &'static str,
    forms: Vec<&'static str>,
}

/// Whether a word of a text may stand for the number.
pub fn stand_in(number: &FigureNumber, text: &str, language: &str) -> bool {
    has_word_for(&number.value, text, language)
}

/// Whether a word of the text is the decade that begins with these tens: "eighties" for 80.
pub fn decade_word(tens: &str, text: &str, language: &str) -> bool {
    tens.ends_with('0') && has_word_for(tens, text, language)
}

/// Whether a word of the text says that something is less than nothing, or less than it was.
pub fn says_below(text: &str, language: &str) -> bool {
    has_word_for("below", text, language)
}

/// Whether a word of the text says that it freezes.
pub fn says_frost(text: &str, language: &str) -> bool {
    has_word_for("frost", text, language)
}

fn has_word_for(meaning: &str, text: &str, language: &str) -> bool {
    let Some(columns) = WORDS.get(meaning) else { return false };
    let forms = columns.iter().filter(|column| column.language == language);
    let mut forms = forms.flat_map(|column| &column.forms);
    let lower = plain(text);
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    forms.any(|form| match form.strip_suffix('*') {
        Some(beginning) => words.iter().any(|word| word.starts_with(beginning)),
        None => words.contains(form),
    })
}

/// Numbers that compounds begin with: «четырёхдневный», "four-day".
pub fn compounds(text: &str, language: &str) -> Vec<Fact> {
    let words = tokens(text).filter(|token| token.kind == TokenKind::Word);
    let compound = words.filter_map(|token| {
        let key = match language {
            "ru" => counted_ru(&plain(token.text)),
            "en" => counted_en(token.text),
            _ => None,
        };
        Some(Fact { kind: FactKind::Number, key: key?.to_owned(), span: token.span })
    });
    compound.collect()
}

fn counted_en(word: &str) -> Option<&'static str> {
    let (count, rest) = word.split_once('-')?;
    match vocabulary("en").meaning(count)? {
        // "Twenty-five" is a number as a whole.
        Meaning::Cardinal(value) if value != "1" && vocabulary("en").meaning(rest).is_none() => {
            Some(value)
        }
        _ => None,
    }
}

/// What Russian compounds begin with, and the number that it says.
const COUNTS: [(&str, &str); 10] = [
    ("двух", "2"),
    ("трех", "3"),
    ("четырех", "4"),
    ("пяти", "5"),
    ("шести", "6"),
    ("семи", "7"),
    ("восьми", "8"),
    ("девяти", "9"),
    ("десяти", "10"),
    ("двенадцати", "12"),
];

/// What they go on with.
const COUNTED: [&str; 24] = [
    "дневн",
    "летн",
    "летие",
    "летия",
    "месячн",
    "недельн",
    "часов",
    "минутн",
    "кратн",
    "этажн",
    "комнатн",
    "местн",
    "сторонн",
    "очков",
    "томн",
    "метров",
    "футов",
    "мильн",
    "процентн",
    "голов",
    "матчев",
    "сетов",
    "тонн",
    "километров",
];

/// Words that say how many times, by their beginnings.
const TIMES: [(&str, &str); 4] =
    [("двукратн", "2"), ("дважды", "2"), ("трижды", "3"), ("четырежды", "4")];

fn counted_ru(word: &str) -> Option<&'static str> {
    if let Some((_, value)) = TIMES.iter().find(|(times, _)| word.starts_with(times)) {
        return Some(value);
    }
    let mut counts = COUNTS.iter();
    let (_, value) = counts.find(|(count, _)| {
        let rest = word.strip_prefix(count);
        rest.is_some_and(|rest| COUNTED.iter().any(|counted| rest.starts_with(counted)))
    })?;
    Some(value)
}
