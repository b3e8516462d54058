//! A sentence becomes the tokens that its translation must answer to.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

/// What a token is, and with it what can answer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A word, known by its stem.
    Word,
    /// A number, known by its value.
    Number,
    /// A word or mark with a fixed meaning, such as a month or a question mark.
    Value,
    /// An address or a template variable, the same in every language.
    Link,
}

/// One token of a sentence.
#[derive(Clone, Debug)]
pub struct Token {
    pub sort: Sort,
    /// What makes two tokens the same: a stem, `#` and a number, `@` and a value, `~` and an address.
    pub key: String,
    /// The word as written, in lower case.
    pub form: String,
    /// Whether it has a capital that no sentence's beginning asks for.
    pub is_name: bool,
}

/// How to read the words of one side of a pair of languages.
pub struct Tongue {
    language: String,
    own: Option<Stemmer>,
    other: Option<Stemmer>,
    cyrillic: bool,
}

impl Tongue {
    /// The tongue of a side in `language` that faces one in `other`.
    pub fn new(language: &str, other: &str) -> Self {
        let language = primary(language);
        Self {
            own: stemmer(&language),
            other: stemmer(&primary(other)),
            cyrillic: is_cyrillic_language(&language),
            language,
        }
    }

    /// The primary language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The stem of a word in lower case, by the language its letters belong to.
    pub fn stem(&self, word: &str) -> String {
        let foreign = word.chars().next().is_some_and(is_cyrillic) != self.cyrillic;
        let stemmer = if foreign { &self.other } else { &self.own };
        let word = word.replace('ё', "е");
        stemmer.as_ref().map_or_else(|| word.clone(), |stemmer| stemmer.stem(&word).into_owned())
    }

    /// The tokens of a text, in order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        for piece in pieces(text) {
            self.push(piece, &mut tokens);
        }
        tokens
    }

    fn push(&self, piece: Piece<'_>, tokens: &mut Vec<Token>) {
        let is_name = matches!(piece, Piece::Word(word) if word.starts_with(char::is_uppercase));
        let (sort, key, form) = match piece {
            Piece::Link(link) => (Sort::Link, self.address(link), String::new()),
            Piece::Number(digits) => {
                return tokens.extend(self.numbers(digits));
            }
            Piece::Word(word) => {
                if let Some(power) = magnitude(&word.to_lowercase())
                    && let Some(last) = tokens.last_mut()
                    && last.sort == Sort::Number
                    && let Ok(value) = last.key[1..].parse::<f64>()
                {
                    last.key = format!("#{}", value * power);
                    return;
                }
                match self.value(word) {
                    Some(name) => (Sort::Value, format!("@{name}"), String::new()),
                    None => {
                        let form = word.to_lowercase().replace('’', "'");
                        let bare = form.strip_suffix("'s").unwrap_or(&form);
                        (Sort::Word, self.stem(bare), bare.to_owned())
                    }
                }
            }
            Piece::Mark(mark) => match self.value(mark) {
                Some(name) => (Sort::Value, format!("@{name}"), String::new()),
                None => return,
            },
        };
        let is_name = is_name && !tokens.is_empty();
        tokens.push(Token { sort, key, form, is_name });
    }

    fn value(&self, word: &str) -> Option<&'static str> {
        let forms = VALUES.get(self.language.as_str())?;
        let exact = forms.get(word).copied();
        exact.or_else(|| forms.get(word.to_lowercase().replace('ё', "е").as_str()).copied())
    }

    /// An address without the parts that name the page's language.
    fn address(&self, link: &str) -> String {
        let parts = link.split('/').filter(|part| *part != self.language);
        format!("~{}", parts.collect::<Vec<_>>().join("/"))
    }

    fn numbers(&self, digits: &str) -> Vec<Token> {
        let token = |sort, key: String| Token { sort, key, form: String::new(), is_name: false };
        if let Some((day, month, year)) = date(digits) {
            return vec![
                token(Sort::Number, format!("#{day}")),
                token(Sort::Value, format!("@{}", MONTHS[month - 1])),
                token(Sort::Number, format!("#{year}")),
            ];
        }
        vec![token(Sort::Number, format!("#{}", decimal(digits, self.language == "en")))]
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

static VALUES: LazyLock<FxHashMap<&str, FxHashMap<&str, &str>>> = LazyLock::new(|| {
    let mut languages: FxHashMap<&str, FxHashMap<&str, &str>> = FxHashMap::default();
    for line in include_str!("rules/values.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split(" | ");
        let name = columns.next().unwrap_or_default();
        for column in columns {
            let mut forms = column.split(' ');
            let language = languages.entry(forms.next().unwrap_or_default()).or_default();
            language.extend(forms.map(|form| (form, name)));
        }
    }
    languages
});

fn magnitude(word: &str) -> Option<f64> {
    let word = word.trim_end_matches('.');
    Some(match word {
        "тыс" | "тысяч" | "тысячи" | "тысяча" | "тысячу" | "thousand" | "k" => {
            1e3
        }
        "млн" | "миллион" | "миллиона" | "миллионов" | "million" | "mln" | "m" => {
            1e6
        }
        "млрд" | "миллиард" | "миллиарда" | "миллиардов" | "billion" | "bln" | "bn" => {
            1e9
        }
        "трлн" | "триллион" | "триллиона" | "триллионов" | "trillion" | "trn" => {
            1e12
        }
        _ => return None,
    })
}

fn date(digits: &str) -> Option<(u32, usize, u32)> {
    let mut parts = digits.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let date = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    let fits = (1..=31).contains(&date.0) && (1..=12).contains(&date.1) && date.2 > 1000;
    (fits && parts.next().is_none()).then_some(date)
}

/// The number's value in one form: no group separators, a point for decimals.
fn decimal(digits: &str, comma_groups: bool) -> String {
    let mut value: String = digits.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (group, point) = if comma_groups { (',', '.') } else { ('.', ',') };
    if is_grouped(&value, group) {
        value.retain(|letter| letter != group);
    }
    let value = value.replace(point, ".").replace(',', ".");
    value.parse::<f64>().ok().filter(|value| *value < 1e15).map_or(value, |value| value.to_string())
}

fn is_grouped(value: &str, group: char) -> bool {
    let mut parts = value.split(group);
    let head = parts.next().unwrap_or_default();
    let mut groups = parts.map(|part| part.split(|letter: char| !letter.is_ascii_digit()).next());
    (1..=3).contains(&head.len())
        && value.contains(group)
        && groups.all(|part| part.is_some_and(|part| part.len() == 3))
}

enum Piece<'a> {
    Word(&'a str),
    Number(&'a str),
    Link(&'a str),
    Mark(&'a str),
}

/// Cuts a text into words, numbers, links and marks, in order.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = link_length(rest);
        let (piece, length) = if length > 0 {
            (Some(Piece::Link(&rest[..length])), length)
        } else if first.is_ascii_digit() {
            let length = number_length(rest);
            (Some(Piece::Number(&rest[..length])), length)
        } else if first.is_alphabetic() {
            let length = word_length(rest);
            (Some(Piece::Word(&rest[..length])), length)
        } else {
            let length = first.len_utf8();
            ((!first.is_whitespace()).then(|| Piece::Mark(&rest[..length])), length)
        };
        pieces.extend(piece);
        rest = &rest[length..];
    }
    pieces
}

fn link_length(rest: &str) -> usize {
    let starts = ["http://", "https://", "www.", "{{", "$"];
    if !starts.iter().any(|start| rest.starts_with(start)) {
        return 0;
    }
    let ends = |letter: char| letter.is_whitespace() || "()<>[]\"«»".contains(letter);
    let length = rest.find(ends).unwrap_or(rest.len());
    let link = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let is_amount = link.starts_with('$') && !link[1..].starts_with(|c: char| c.is_alphabetic());
    if is_amount { 0 } else { link.len() }
}

fn number_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter.is_ascii_digit() {
            end = at + 1;
            continue;
        }
        let after = &rest[at + letter.len_utf8()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let joins = match letter {
            '.' | ',' | ':' => digits > 0,
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => {
                let run = rest[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
                digits == 3 && run <= 3
            }
            _ => false,
        };
        if !joins {
            break;
        }
    }
    end
}

fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let apostrophe = matches!(letter, '\'' | '’') && next.is_some_and(char::is_alphabetic);
        if !letter.is_alphabetic() && !apostrophe && !is_mark_of_letter(letter) {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

fn is_mark_of_letter(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Whether a letter is Cyrillic.
pub fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

fn is_cyrillic_language(language: &str) -> bool {
    ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt"].contains(&language)
}

/// The language of a tag such as `en-GB`.
pub fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

fn stemmer(language: &str) -> Option<Stemmer> {
    let algorithm = match language {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "nl" => Algorithm::Dutch,
        "en" => Algorithm::English,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "es" => Algorithm::Spanish,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    };
    Some(Stemmer::create(algorithm))
}
