//! What a reader sees of a text: words, numbers and punctuation without the markup around them.

use std::sync::Arc;

use super::amounts::refine;
use super::compounds::{Part, parts};
use super::letters::form;
use super::matched::ENDINGS;
use super::phrases::join_phrases;
use super::rules::{Class, List, Rules, rules};
use super::struck::struck;
use crate::model::Span;
use crate::text::dates::{Date, dates_and_scan};
use crate::text::lexicon::Lexicon;
use crate::text::names::name_tokens;
use crate::text::numbers::{Number, NumberKind};
use crate::text::stems::Stems;
use crate::text::vocabulary::{Meaning, vocabulary};
use crate::text::words::{Token, TokenKind};
use crate::tracking::tongue::Tongue;

/// The numbers and dates of a text without its markup, and what the rest is read from.
pub struct Scanned<'a> {
    pub values: Vec<Value>,
    tokens: Vec<Token<'a>>,
    struck: Vec<Span>,
    /// The rest of each word that begins with a number, such as «летний» of «трёхлетний».
    parts: Vec<Part>,
}

impl<'a> Scanned<'a> {
    /// Reads `plain`, which is `text` without its markup, by the rules of its language.
    pub fn new((text, plain): (&str, &'a str), tongue: &'a Tongue) -> Self {
        let (dates, scan) = dates_and_scan(plain, &tongue.language);
        let parts = parts(&scan.tokens, &scan.found, rules(&tongue.language));
        let mut values = values((plain, &tongue.language), &dates, scan.found);
        let within = |part: &Part| Value::new(part.number, part.value.to_string(), Kind::Count);
        values.extend(parts.iter().map(within));
        values.sort_by_key(|value| value.span);
        refine(plain, &scan.tokens, (&mut values, rules(&tongue.language)));
        let struck = struck(text);
        for value in values.iter_mut().filter(|value| lies_in(&struck, value.span)) {
            value.key.push('~');
        }
        Self { values, tokens: scan.tokens, struck, parts }
    }
}

/// A text taken apart.
pub struct Reading<'a> {
    pub text: &'a str,
    pub rules: &'static Rules,
    lexicon: Option<Lexicon>,
    stems: &'a Stems,
    struck: &'a [Span],
    pub words: Vec<Word>,
    pub values: &'a [Value],
    pub marks: Vec<Mark>,
    /// Link targets and tags as written.
    pub links: &'a [&'a str],
}

/// A word that is no number.
pub struct Word {
    pub span: Span,
    /// In lower case, with е for ё.
    pub form: String,
    /// Whether its capital makes it a name.
    pub is_name: bool,
    pub is_capitalised: bool,
    pub is_quoted: bool,
}

/// A number or a date.
pub struct Value {
    pub span: Span,
    pub key: String,
    pub kind: Kind,
}

impl Value {
    /// A value of this kind.
    pub fn new(span: Span, key: String, kind: Kind) -> Self {
        Self { span, key, kind }
    }
}

/// What a value says; one can only be taken for another of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Count,
    Percent,
    Time,
    Date,
    /// The number of a footnote.
    Note,
}

impl Kind {
    /// Whether the word after it is what it counts.
    pub fn counts(self) -> bool {
        matches!(self, Self::Count | Self::Percent)
    }
}

/// A punctuation character in the form that stands for all of its kind.
#[derive(Clone, Copy)]
pub struct Mark {
    pub span: Span,
    pub sign: char,
    /// How many words stand before it.
    pub words_before: usize,
}

impl<'a> Reading<'a> {
    /// Takes `text` apart by the rules of its language, from its scan and with its links.
    pub fn new(
        (text, links): (&'a str, &'a [&'a str]),
        scanned: &'a Scanned<'_>,
        tongue: &'a Tongue,
    ) -> Self {
        let mut reading = Self {
            text,
            rules: rules(&tongue.language),
            lexicon: Lexicon::of(&tongue.language),
            stems: &tongue.stems,
            struck: &scanned.struck,
            words: Vec::with_capacity(scanned.tokens.len() / 2),
            values: &scanned.values,
            marks: Vec::new(),
            links,
        };
        reading.take(scanned);
        join_phrases(&mut reading);
        reading
    }

    /// Whether a token is read as a word: signs of currencies are, and comparisons before a number.
    fn is_word(&self, token: &Token<'_>) -> bool {
        let rest = &self.text[token.span.end..];
        let has_number = || rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let is_known = || self.rules.entry(token.text).is_some();
        match token.text.chars().next() {
            _ if token.kind != TokenKind::Punctuation => token.kind == TokenKind::Word,
            Some('№' | '°' | '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}') => is_known(),
            Some('<' | '>' | '≥' | '≤' | '±' | '≈') => has_number() && is_known(),
            _ => false,
        }
    }

    /// Whether the word stands right after a digit, as in «5а».
    pub fn is_glued(&self, word: &Word) -> bool {
        self.text[..word.span.start].ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the word is struck out, or marked as put in.
    pub fn is_struck(&self, word: &Word) -> bool {
        lies_in(self.struck, word.span)
    }

    /// The class of a word in the rules.
    pub fn class(&self, word: &Word) -> Option<Class> {
        let class = self.rules.entry(&word.form)?.class;
        Some(class).filter(|class| *class != Class::Name || word.is_capitalised)
    }

    /// Whether the rules have the word.
    pub fn is_listed(&self, word: &Word) -> bool {
        self.rules.entry(&word.form).is_some()
    }

    /// Whether two words say the contrary of each other.
    pub fn oppose(&self, one: &Word, other: &Word) -> bool {
        self.rules.oppose(&one.form, &other.form)
    }

    /// Whether a word ends as surnames of this list do.
    pub fn ends_as(&self, word: &Word, sort: List) -> bool {
        let stems = ENDINGS.iter().filter_map(|ending| word.form.strip_suffix(ending));
        let mut bare = stems.flat_map(|stem| {
            self.rules.list(sort).iter().filter_map(move |end| stem.strip_suffix(end))
        });
        bare.any(|bare| bare.chars().nth(1).is_some())
    }

    /// Whether the dictionary of the language has the word; none where there is no dictionary.
    pub fn knows(&self, word: &Word) -> Option<bool> {
        self.lexicon.map(|lexicon| {
            self.rules.entry(&word.form).is_some() || lexicon.has(&self.stems.stem(&word.form))
        })
    }

    /// The stem of a word, or the word that it is a form of in the rules.
    pub fn key(&self, word: &Word) -> Arc<str> {
        let entry = self.rules.entry(&word.form);
        entry.map_or_else(|| self.stems.stem(&word.form), |entry| entry.word.into())
    }

    fn take(&mut self, scanned: &Scanned<'_>) {
        let tokens = &scanned.tokens;
        let (names, quoted) = (name_tokens(tokens), super::quoted::quoted(tokens));
        let mut value = 0;
        let mut parts = scanned.parts.iter().peekable();
        for (index, token) in tokens.iter().enumerate() {
            while self.values.get(value).is_some_and(|value| value.span.end <= token.span.start) {
                value += 1;
            }
            let counted =
                self.values.get(value).is_some_and(|value| value.span.start <= token.span.start);
            let part = parts.next_if(|part| part.number.start == token.span.start);
            let rest = part.map_or(token.span, |part| part.rest);
            match token.kind {
                _ if part.is_some() || !counted && self.is_word(token) => self.push(Word {
                    span: rest,
                    form: form(&token.text[rest.start - token.span.start..]),
                    is_name: names[index],
                    is_capitalised: token.is_capitalised(),
                    is_quoted: quoted[index],
                }),
                TokenKind::Punctuation if !counted => self.mark(token),
                _ => {}
            }
        }
    }
}

fn lies_in(stretches: &[Span], span: Span) -> bool {
    let next = stretches.partition_point(|stretch| stretch.end < span.end);
    stretches.get(next).is_some_and(|stretch| stretch.start <= span.start)
}

/// Numbers by value and dates by day, in order; a lone «один» is rather a pronoun.
fn values((plain, language): (&str, &str), dates: &[Date], numbers: Vec<Number>) -> Vec<Value> {
    let within = |span: Span| {
        let next = dates.partition_point(|date| date.span.end < span.end);
        dates.get(next).is_some_and(|date| date.span.start <= span.start)
    };
    let is_ordinal = |number: &Number| {
        let word = &plain[number.span.range()];
        matches!(vocabulary(language).meaning(word), Some(Meaning::Ordinal(_)))
    };
    let is_pronoun = |number: &Number| {
        number.kind == NumberKind::Spelled && number.value == "1" && !is_ordinal(number)
    };
    let counted = numbers.into_iter().filter(|number| !within(number.span) && !is_pronoun(number));
    let mut values: Vec<Value> = counted
        .map(|number| {
            let (kind, percent) = match number.kind {
                NumberKind::Percent => (Kind::Percent, "%"),
                NumberKind::Time => (Kind::Time, ""),
                _ => (Kind::Count, ""),
            };
            let written = &plain[number.span.range()];
            let is_note = plain[..number.span.start].ends_with("[^");
            let kind = if is_note { Kind::Note } else { kind };
            let key = if kind == Kind::Count && names_by_digits(written) {
                written.to_owned()
            } else if number.value == "24:00" {
                "0:00".to_owned()
            } else {
                number.value + percent
            };
            Value { span: number.span, key, kind }
        })
        .collect();
    values.extend(dates.iter().map(|date| {
        let key = format!("{:?}-{}-{:?}", date.year, date.month, date.day);
        Value { span: date.span, key, kind: Kind::Date }
    }));
    values.sort_by_key(|value| value.span);
    values
}

/// Whether each digit counts, as in «№ 010» and «2.10»; in an amount zeros at the edges say nothing.
fn names_by_digits(written: &str) -> bool {
    let is_bare = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let bytes = written.as_bytes();
    is_bare
        && (matches!(bytes, [b'0', b'0'..=b'9', ..])
            || bytes.contains(&b'.') && bytes.ends_with(b"0"))
}
