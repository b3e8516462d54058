//! A sentence becomes the tokens that its translation must answer to.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::numbers::{Number, NumberKind, numbers};
use crate::text::scripts::{is_cyrillic, is_written_in_cyrillic, primary};
use crate::text::stems::Stems;
use crate::text::vocabulary::{Meaning, plain, vocabulary};
use crate::text::words::{self, TokenKind};

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
pub struct WordToken {
    pub sort: Sort,
    /// What makes two tokens the same: a stem, `#` and a number, `@` and a value, `~` and an address.
    pub key: String,
    /// A word as written, in lower case.
    pub form: String,
    /// Whether it has a capital that no sentence's beginning asks for.
    pub is_name: bool,
    /// Whether it has a capital at all.
    pub is_capitalised: bool,
}

/// How to read the words of one side of a pair of languages.
pub struct Tokenizer {
    language: String,
    own: Stems,
    other: Stems,
    is_cyrillic: bool,
}

impl Tokenizer {
    /// The tongue of a side in `language` that faces one in `other`.
    pub fn new(language: &str, other: &str) -> Self {
        let language = primary(language);
        let (own, other) = (Stems::new(&language), Stems::new(&primary(other)));
        Self::with(&language, own, other)
    }

    /// A side in a language, given by its primary subtag, with the stems of both.
    pub fn with(language: &str, own: Stems, other: Stems) -> Self {
        let language = language.to_owned();
        Self { own, other, is_cyrillic: is_written_in_cyrillic(&language), language }
    }

    /// The primary language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether its language is written in Cyrillic.
    pub fn is_cyrillic(&self) -> bool {
        self.is_cyrillic
    }

    /// The stem of a word, by the language that its letters belong to.
    pub fn stem(&self, word: &str) -> String {
        let is_foreign = word.chars().next().is_some_and(is_cyrillic) != self.is_cyrillic;
        if is_foreign { self.other.stem(word) } else { self.own.stem(word) }.to_string()
    }

    /// The tokens of a text, in order.
    pub fn tokens(&self, text: &str) -> Vec<WordToken> {
        let mut reader = Reader { tongue: self, found: Vec::new(), text, end: 0, date_parts: 0 };
        reader.read();
        reader.found
    }

    fn value(&self, word: &str) -> Option<String> {
        if let Some(month) = month(word, &self.language) {
            return Some(month_key(month));
        }
        Some(format!("@{}", value_name(word, &self.language)?))
    }
}

/// The number of the month that the word names.
pub fn month(word: &str, language: &str) -> Option<u8> {
    let Some(Meaning::Month(month)) = vocabulary(language).meaning(word) else { return None };
    // In English the names of some are words.
    let is_name = is_written_in_cyrillic(language) || word.starts_with(char::is_uppercase);
    is_name.then_some(month)
}

/// The name of what the word or mark means in every language.
pub fn value_name(word: &str, language: &str) -> Option<&'static str> {
    VALUES.get(language)?.get(plain(word).as_ref()).copied()
}

static VALUES: LazyLock<FxHashMap<&str, FxHashMap<&str, &'static str>>> = LazyLock::new(|| {
    let mut languages: FxHashMap<&str, FxHashMap<&str, &'static str>> = FxHashMap::default();
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

/// Reads one text.
struct Reader<'a> {
    tongue: &'a Tokenizer,
    found: Vec<WordToken>,
    text: &'a str,
    /// Where the last number or link ended.
    end: usize,
    /// How many parts of numeric dates stood last.
    date_parts: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        let numbers = numbers(self.text, &self.tongue.language);
        let mut next = numbers.iter().peekable();
        for token in words::tokens(self.text) {
            if token.span.start < self.end {
                continue;
            }
            let link = link_length(&self.text[token.span.start..]);
            if link > 0 {
                self.end = token.span.start + link;
                self.push(Sort::Link, self.address(&self.text[token.span.start..self.end]));
                continue;
            }
            while next.next_if(|number| number.span.start < token.span.start).is_some() {}
            if let Some(number) = next.next_if(|number| number.span.start < token.span.end) {
                self.number(number);
                self.end = number.span.end;
                continue;
            }
            match token.kind {
                TokenKind::Word => {
                    token
                        .text
                        .split(['-', '\u{2010}', '\u{2011}'])
                        .for_each(|word| self.word(word));
                }
                TokenKind::Punctuation => {
                    if let Some(key) = self.tongue.value(token.text) {
                        self.push(Sort::Value, key);
                    }
                }
                TokenKind::Number | TokenKind::Space => {}
            }
        }
    }

    fn push(&mut self, sort: Sort, key: String) {
        let (form, is_name, is_capitalised) = (String::new(), false, false);
        self.found.push(WordToken { sort, key, form, is_name, is_capitalised });
    }

    fn word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if let Some(key) = self.tongue.value(word) {
            return self.push(Sort::Value, key);
        }
        let form = word.to_lowercase().replace('’', "'");
        let form = form.strip_suffix("'s").unwrap_or(&form);
        let is_capitalised = word.starts_with(char::is_uppercase);
        let is_name = is_capitalised && !self.found.is_empty();
        let (key, form) = (self.tongue.stem(form), form.to_owned());
        self.found.push(WordToken { sort: Sort::Word, key, form, is_name, is_capitalised });
    }

    fn number(&mut self, number: &Number) {
        let is_date = number.kind == NumberKind::Date;
        self.date_parts = if is_date { self.date_parts + 1 } else { 0 };
        // The month is the middle of a numeric date, whichever end the year is.
        let month = number.value.parse().ok().filter(|_| self.date_parts % 3 == 2);
        match month {
            Some(month) => self.push(Sort::Value, month_key(month)),
            None => self.push(Sort::Number, format!("#{}", number.value)),
        }
        if number.kind == NumberKind::Percent {
            self.push(Sort::Value, "@percent".to_owned());
        }
    }

    /// An address without the part that names the page's language.
    fn address(&self, link: &str) -> String {
        let parts = link.split('/').filter(|part| *part != self.tongue.language);
        format!("~{}", parts.collect::<Vec<_>>().join("/"))
    }
}

fn month_key(month: u8) -> String {
    format!("@month {month}")
}

/// The length of the address or template variable that the text begins with, or 0.
fn link_length(text: &str) -> usize {
    const BEGINNINGS: [&str; 5] = ["http://", "https://", "www.", "{{", "$"];
    if !BEGINNINGS.iter().any(|beginning| text.starts_with(beginning)) {
        return 0;
    }
    let length = text.find(ends).unwrap_or(text.len());
    let link = text[..length].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let is_amount = link.starts_with('$') && !link[1..].starts_with(char::is_alphabetic);
    if is_amount { 0 } else { link.len() }
}

fn ends(letter: char) -> bool {
    letter.is_whitespace() || "()<>[]\"«»".contains(letter)
}
