//! Takes a text apart: first its numbers and dates, then its words and signs.

use super::addresses::addresses;
use super::amounts::refine;
use super::compounds::{CompoundPart, parts};
use super::folded::form;
use super::phrases::join_phrases;
use super::reading::{Reading, Word};
use super::rules::rules;
use super::value::{FoundValue, ValueKind};
use crate::model::Span;
use crate::text::dates::{Date, dates_and_scan};
use crate::text::lexicon::KnownWords;
use crate::text::names::name_tokens;
use crate::text::numbers::{Number, NumberKind};
use crate::text::struck::{reaches_into, struck};
use crate::text::vocabulary::{Meaning, vocabulary};
use crate::text::words::{Token, TokenKind};
use crate::tracking::tongue::Tongue;

/// The numbers and dates of a text without its markup, and what the rest is read from.
pub struct Scanned<'a> {
    pub values: Vec<FoundValue>,
    tokens: Vec<Token<'a>>,
    struck: Vec<Span>,
    /// The rest of each word that begins with a number, such as «летний» of «трёхлетний».
    parts: Vec<CompoundPart>,
}

impl<'a> Scanned<'a> {
    /// Reads `plain`, which is `text` without its markup, by the rules of its language.
    pub fn new(text: &str, plain: &'a str, tongue: &'a Tongue) -> Self {
        let (dates, scan) = dates_and_scan(plain, &tongue.language);
        let parts = parts(&scan.tokens, &scan.found, rules(&tongue.language));
        let mut values = values(plain, &tongue.language, &dates, scan.found);
        let within = |part: &CompoundPart| {
            FoundValue::new(part.number, part.value.to_string(), ValueKind::Count)
        };
        values.extend(parts.iter().map(within));
        values.sort_by_key(|value| value.span);
        refine(plain, &scan.tokens, &mut values, rules(&tongue.language));
        put_addresses(&mut values, addresses(plain));
        let struck = struck(text);
        for value in values.iter_mut().filter(|value| reaches_into(&struck, value.span)) {
            value.key.push('~');
        }
        Self { values, tokens: scan.tokens, struck, parts }
    }
}

impl<'a> Reading<'a> {
    /// Takes `text` apart by the rules of its language, from its scan and with its links.
    pub fn new(
        text: &'a str,
        links: &'a [&'a str],
        scanned: &'a Scanned<'_>,
        tongue: &'a Tongue,
    ) -> Self {
        let mut reading = Self {
            text,
            rules: rules(&tongue.language),
            lexicon: KnownWords::of(&tongue.language),
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

/// Puts addresses in the place of what was read within them.
fn put_addresses(values: &mut Vec<FoundValue>, addresses: Vec<FoundValue>) {
    if addresses.is_empty() {
        return;
    }
    let is_within = |value: &FoundValue| {
        let next = addresses.partition_point(|address| address.span.end <= value.span.start);
        addresses.get(next).is_some_and(|address| address.span.start < value.span.end)
    };
    values.retain(|value| !is_within(value));
    values.extend(addresses);
    values.sort_by_key(|value| value.span);
}

/// Numbers by value and dates by day, in order; a lone «один» is rather a pronoun.
fn values(plain: &str, language: &str, dates: &[Date], numbers: Vec<Number>) -> Vec<FoundValue> {
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
    let mut values: Vec<FoundValue> = counted
        .map(|number| {
            let (kind, percent) = match number.kind {
                NumberKind::Percent => (ValueKind::Percent, "%"),
                NumberKind::Time => (ValueKind::Time, ""),
                _ => (ValueKind::Count, ""),
            };
            let written = &plain[number.span.range()];
            let is_note = plain[..number.span.start].ends_with("[^");
            let kind = if is_note { ValueKind::Note } else { kind };
            let key = if kind == ValueKind::Count && names_by_digits(written) {
                written.to_owned()
            } else if number.value == "24:00" {
                "0:00".to_owned()
            } else {
                number.value + percent
            };
            FoundValue { span: number.span, key, kind }
        })
        .collect();
    values.extend(dates.iter().map(|date| {
        let key = format!("{:?}-{}-{:?}", date.year, date.month, date.day);
        FoundValue { span: date.span, key, kind: ValueKind::Date }
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
