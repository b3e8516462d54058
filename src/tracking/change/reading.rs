//! What a reader sees of a text: words, numbers and punctuation without the markup around them.

use std::sync::Arc;

use super::rules::{Class, Rules, rules};
use crate::model::Span;
use crate::text::dates::{Date, dates_and_scan};
use crate::text::names::name_tokens;
use crate::text::numbers::{Number, NumberKind};
use crate::text::stems::{Stems, normal};
use crate::text::words::{Token, TokenKind};
use crate::tracking::tongue::Tongue;

/// The numbers and dates of a text without its markup, and what the rest is read from.
pub struct Scanned<'a> {
    pub values: Vec<Value>,
    tokens: Vec<Token<'a>>,
}

impl<'a> Scanned<'a> {
    /// Reads `plain` by the rules of its language.
    pub fn new(plain: &'a str, tongue: &'a Tongue) -> Self {
        let (dates, scan) = dates_and_scan(plain, &tongue.language);
        Self { values: values(&dates, scan.found), tokens: scan.tokens }
    }
}

/// A text taken apart.
pub struct Reading<'a> {
    pub text: &'a str,
    rules: &'static Rules,
    stems: &'a Stems,
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
            stems: &tongue.stems,
            words: Vec::with_capacity(scanned.tokens.len() / 2),
            values: &scanned.values,
            marks: Vec::new(),
            links,
        };
        reading.take(&scanned.tokens);
        reading
    }

    /// The class of a word in the rules.
    pub fn class(&self, word: &Word) -> Option<Class> {
        let class = self.rules.entry(&word.form)?.class;
        Some(class).filter(|class| *class != Class::Name || word.is_capitalised)
    }

    /// The stem of a word, or the word that it is a form of in the rules.
    pub fn key(&self, word: &Word) -> Arc<str> {
        let entry = self.rules.entry(&word.form);
        entry.map_or_else(|| self.stems.stem(&word.form), |entry| entry.word.into())
    }

    fn take(&mut self, tokens: &[Token<'_>]) {
        let (names, quoted) = (name_tokens(tokens), super::quoted::quoted(tokens));
        let mut value = 0;
        for (index, token) in tokens.iter().enumerate() {
            while self.values.get(value).is_some_and(|value| value.span.end <= token.span.start) {
                value += 1;
            }
            let counted =
                self.values.get(value).is_some_and(|value| value.span.start <= token.span.start);
            match token.kind {
                TokenKind::Word if !counted => {
                    self.words.push(Word {
                        span: token.span,
                        form: form(token.text),
                        is_name: names[index],
                        is_capitalised: token.is_capitalised(),
                        is_quoted: quoted[index],
                    });
                }
                TokenKind::Punctuation if !counted => self.marks.push(Mark {
                    span: token.span,
                    sign: sign(token.text),
                    words_before: self.words.len(),
                }),
                _ => {}
            }
        }
    }
}

fn form(word: &str) -> String {
    let form = normal(word);
    if form.as_bytes().contains(&0xe2) && form.contains('’') {
        form.replace('’', "'")
    } else {
        form.into_owned()
    }
}

/// One character for every form of a mark: quotation marks, dashes, ellipses.
fn sign(text: &str) -> char {
    match text.chars().next().unwrap_or(' ') {
        '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '‘' | '’' | '‚' | '\'' | '`' => {
            '"'
        }
        '–' | '—' | '−' | '‒' | '―' | '‐' | '\u{2011}' => '-',
        sign => sign,
    }
}

/// Numbers by value and dates by day, in order; a lone «один» is rather a pronoun.
fn values(dates: &[Date], numbers: Vec<Number>) -> Vec<Value> {
    let within = |span: Span| {
        let next = dates.partition_point(|date| date.span.end < span.end);
        dates.get(next).is_some_and(|date| date.span.start <= span.start)
    };
    let pronoun = |value: &str, kind| kind == NumberKind::Spelled && value == "1";
    let counted = numbers
        .into_iter()
        .filter(|number| !within(number.span) && !pronoun(&number.value, number.kind));
    let mut values: Vec<Value> = counted
        .map(|number| {
            let percent = if number.kind == NumberKind::Percent { "%" } else { "" };
            Value { span: number.span, key: number.value + percent }
        })
        .collect();
    values.extend(dates.iter().map(|date| {
        let key = format!("{:?}-{}-{:?}", date.year, date.month, date.day);
        Value { span: date.span, key }
    }));
    values.sort_by_key(|value| value.span);
    values
}
