//! What a reader sees of a text: words, numbers and punctuation without the markup around them.

use super::rules::{Class, Rules, rules};
use crate::model::Span;
use crate::text::dates::dates;
use crate::text::markup::mask;
use crate::text::names::name_tokens;
use crate::text::numbers::{NumberKind, numbers};
use crate::text::stems::{Stems, normal};
use crate::text::words::{Token, TokenKind, tokens};

/// A text taken apart.
pub struct Reading<'a> {
    pub text: &'a str,
    pub words: Vec<Word>,
    pub values: Vec<Value>,
    pub marks: Vec<Mark>,
    /// Link targets and tags as written.
    pub links: Vec<&'a str>,
}

/// A word that is no number.
pub struct Word {
    pub span: Span,
    /// In lower case, with е for ё.
    pub form: String,
    /// The stem, or the word that the form belongs to in the rules.
    pub key: String,
    pub class: Option<Class>,
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
    /// Takes `text` apart by the rules of `language`.
    pub fn new(text: &'a str, language: &str) -> Self {
        let (plain, links) = mask(text);
        let values = values(&plain, language);
        let tokens: Vec<Token<'_>> = tokens(&plain).collect();
        let mut reading = Self { text, words: Vec::new(), values, marks: Vec::new(), links };
        reading.take(&tokens, language);
        reading
    }

    /// The word, number or mark as it is written.
    pub fn written(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    fn take(&mut self, tokens: &[Token<'_>], language: &str) {
        let (rules, stems) = (rules(language), Stems::new(language));
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
                    let word = word(token, rules, &stems);
                    self.words.push(Word {
                        is_name: names[index] || word.is_name,
                        is_quoted: quoted[index],
                        ..word
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

fn word(token: &Token<'_>, rules: &Rules, stems: &Stems) -> Word {
    let form = normal(token.text).replace('’', "'");
    let entry = rules.entry(&form);
    let is_capitalised = token.is_capitalised();
    let class =
        entry.map(|entry| entry.class).filter(|class| *class != Class::Name || is_capitalised);
    let key = entry.map_or_else(|| stems.stem(&form), |entry| entry.word.to_owned());
    let is_name = class == Some(Class::Name);
    Word { span: token.span, form, key, class, is_name, is_capitalised, is_quoted: false }
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
fn values(text: &str, language: &str) -> Vec<Value> {
    let dates = dates(text, language);
    let within = |span: Span| {
        let next = dates.partition_point(|date| date.span.end < span.end);
        dates.get(next).is_some_and(|date| date.span.start <= span.start)
    };
    let pronoun = |value: &str, kind| kind == NumberKind::Spelled && value == "1";
    let numbers = numbers(text, language).into_iter();
    let counted =
        numbers.filter(|number| !within(number.span) && !pronoun(&number.value, number.kind));
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
