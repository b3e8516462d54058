//! Numbers in a text by their value, however they are written.
//!
//! «2 млн», «2 000 000», «два миллиона» and "2 million" are one value; a numeric date
//! gives its day, month and year, a time of day its hours and minutes.

mod decimal;
mod digits;
mod sign;
mod spelled;

use std::ops::Range;

pub use spelled::{in_roman, roman_numeral};

use super::vocabulary::{Meaning, Vocabulary, vocabulary};
use super::words::{Token, TokenKind, tokens};
use crate::model::Span;

/// A number as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The value as a decimal without needless zeros, such as `1200000` or `-0.5`; a time as `17:30`.
    pub value: String,
    pub span: Span,
    pub kind: NumberKind,
}

/// How a number is written and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberKind {
    Cardinal,
    Ordinal,
    Percent,
    /// Day, month or year of a numeric date.
    Date,
    Time,
    /// Roman numerals up to 39.
    Roman,
    /// Words.
    Spelled,
}

/// All numbers of `text` in order; `language` is a primary subtag such as `ru`.
pub fn numbers(text: &str, language: &str) -> Vec<Number> {
    Scan::new(text, language).found
}

/// A text with its words looked up and its numbers read.
pub struct Scan<'a> {
    pub tokens: Vec<Token<'a>>,
    /// For each token what it means.
    pub meanings: Vec<Option<Meaning>>,
    pub found: Vec<Number>,
    vocabulary: &'static Vocabulary,
    language: &'a str,
}

impl<'a> Scan<'a> {
    /// Reads `text`.
    pub fn new(text: &'a str, language: &'a str) -> Self {
        let mut all: Vec<Token<'a>> = Vec::with_capacity(text.len() / 6);
        all.extend(tokens(text));
        let vocabulary = vocabulary(language);
        let meaning = |token: &Token<'_>| {
            (token.kind == TokenKind::Word).then(|| vocabulary.meaning(token.text)).flatten()
        };
        let meanings = all.iter().map(meaning).collect();
        let mut scan = Self { tokens: all, meanings, found: Vec::new(), vocabulary, language };
        let mut index = 0;
        while let Some(token) = scan.tokens.get(index) {
            index = match token.kind {
                TokenKind::Number => digits::read(&mut scan, index),
                TokenKind::Word => spelled::read(&mut scan, index),
                _ => index + 1,
            };
        }
        scan
    }

    /// The text of the token at `index`, empty beyond the ends.
    fn text(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.text)
    }

    fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    fn meaning(&self, index: usize) -> Option<Meaning> {
        *self.meanings.get(index)?
    }

    /// The index of the next token that is no space, if at most one space lies between.
    fn after_space(&self, index: usize) -> usize {
        if self.kind(index) == Some(TokenKind::Space) { index + 1 } else { index }
    }

    /// The text of the word before `index`, over one space.
    fn word_before(&self, index: usize) -> Option<&'a str> {
        let space = index.checked_sub(1).filter(|at| self.kind(*at) == Some(TokenKind::Space))?;
        let word = space.checked_sub(1).filter(|at| self.kind(*at) == Some(TokenKind::Word))?;
        Some(self.text(word))
    }

    /// The word before `index`, over one space.
    fn meaning_before(&self, index: usize) -> Option<Meaning> {
        let space = index.checked_sub(1).filter(|at| self.kind(*at) == Some(TokenKind::Space))?;
        self.meaning(space.checked_sub(1)?)
    }

    /// Adds the number that these tokens are.
    fn push(&mut self, value: String, kind: NumberKind, tokens: Range<usize>) {
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        let span = Span::new(first.span.start, last.span.end);
        self.found.push(Number { value, span, kind });
    }

    /// Reads the magnitude and percent words after a value; gives the end.
    fn tail(&self, value: &mut String, kind: &mut NumberKind, mut end: usize) -> usize {
        while let Some((power, next)) = self.magnitude(end) {
            *value = decimal::shift(value, power);
            end = next;
        }
        if let Some(next) = self.percent(end) {
            *kind = NumberKind::Percent;
            end = next;
        }
        end
    }

    fn magnitude(&self, end: usize) -> Option<(u8, usize)> {
        let hyphenated = matches!(self.text(end), "-" | "\u{2011}");
        let word = if hyphenated { end + 1 } else { self.after_space(end) };
        let (Meaning::Magnitude(power) | Meaning::One(power)) = self.meaning(word)? else {
            return None;
        };
        let abbreviated = self.text(word + 1) == "." && self.text(word).chars().count() < 5;
        Some((power, word + 1 + usize::from(abbreviated)))
    }

    fn percent(&self, end: usize) -> Option<usize> {
        if self.text(end) == "-" && self.meaning(end + 1) == Some(Meaning::Percent) {
            return Some(end + 2);
        }
        let sign = self.after_space(end);
        if self.text(sign) == "%" || self.meaning(sign) == Some(Meaning::Percent) {
            return Some(sign + 1);
        }
        let cent = self.text(sign) == "per" && self.text(self.after_space(sign + 1)) == "cent";
        cent.then(|| self.after_space(sign + 1) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::numbers;
    use proptest::prelude::*;

    fn values(language: &str, text: &str) -> String {
        let values: Vec<_> = numbers(text, language)
            .into_iter()
            .map(|number| format!("{} {:?}", number.value, number.kind))
            .collect();
        values.join(", ")
    }

    #[test]
    fn magnitude_words_are_part_of_the_value() {
        for text in ["2 млн", "2 000 000", "2\u{a0}000\u{a0}000", "2,0 миллиона", "2.000.000"]
        {
            assert_eq!(values("ru", text), "2000000 Cardinal", "{text}");
        }
        for text in ["2 million", "2,000,000", "2mn", "$2m"] {
            assert_eq!(values("en", text), "2000000 Cardinal", "{text}");
        }
        assert_eq!(values("ru", "12,5 тыс. км"), "12500 Cardinal");
        assert_eq!(values("ru", "2 млн 300 тыс. человек"), "2300000 Cardinal");
        assert_eq!(values("ru", "150 тыс. млрд"), "150000000000000 Cardinal");
    }

    #[test]
    fn spelled_numbers_have_their_value() {
        assert_eq!(values("ru", "двадцать пять"), "25 Spelled");
        assert_eq!(values("ru", "Триста сорок две тысячи пятьсот"), "342500 Spelled");
        assert_eq!(values("ru", "полтора миллиона"), "1500000 Spelled");
        assert_eq!(values("ru", "тысяча рублей, миллионы людей"), "1000 Spelled");
        assert_eq!(values("ru", "моя семья ведёт вторую встречу"), "2 Spelled");
        assert_eq!(values("en", "two hundred and fifty-six"), "256 Spelled");
        assert_eq!(values("en", "a million"), "1000000 Spelled");
        assert_eq!(values("en", "seventeen hundred"), "1700 Spelled");
        assert_eq!(values("en", "five, six or seven"), "5 Spelled, 6 Spelled, 7 Spelled");
    }

    #[test]
    fn percent_is_a_kind() {
        for text in ["5%", "5 %", "5 процентов", "5-процентный", "пять процентов"]
        {
            assert_eq!(values("ru", text), "5 Percent", "{text}");
        }
        assert_eq!(values("en", "5 per cent, 6 percent"), "5 Percent, 6 Percent");
    }

    #[test]
    fn separators_follow_the_language() {
        assert_eq!(values("ru", "1,200"), "1.2 Cardinal");
        assert_eq!(values("en", "1,200"), "1200 Cardinal");
        assert_eq!(values("ru", "1.234,50"), "1234.5 Cardinal");
        assert_eq!(values("en", "1,234.50"), "1234.5 Cardinal");
        assert_eq!(
            values("ru", "в 2024 году 15 200 и 1 2"),
            "2024 Cardinal, 15200 Cardinal, 1 Cardinal, 2 Cardinal"
        );
        assert_eq!(values("en", "version 1.22.3"), "1.22.3 Cardinal");
    }

    #[test]
    fn dates_and_times_give_their_parts() {
        assert_eq!(values("ru", "05.03.2024"), "5 Date, 3 Date, 2024 Date");
        assert_eq!(values("en", "2024-03-05"), "2024 Date, 3 Date, 5 Date");
        assert_eq!(values("ru", "в 17.30, 09:05"), "17:30 Time, 9:05 Time");
        assert_eq!(values("en", "5:30 p.m., 5 pm, 12 a.m."), "17:30 Time, 17:00 Time, 0:00 Time");
        assert_eq!(values("ru", "в 4 дня, за 4 дня"), "16:00 Time, 4 Cardinal");
        assert_eq!(values("ru", "в 9 вечера, счёт 3:2"), "21:00 Time, 3 Cardinal, 2 Cardinal");
    }

    #[test]
    fn ordinals_and_romans_have_a_kind() {
        assert_eq!(values("ru", "5-й, 1990-х"), "5 Ordinal, 1990 Ordinal");
        assert_eq!(values("en", "21st, 3rd"), "21 Ordinal, 3 Ordinal");
        assert_eq!(values("ru", "XXI век, ХХ век, I квартал"), "21 Roman, 20 Roman, 1 Roman");
        assert_eq!(values("en", "I saw Henry VIII"), "8 Roman");
    }

    #[test]
    fn a_sign_belongs_to_the_value() {
        assert_eq!(
            values("ru", "−5, -6, минус 7, 8-9, 8–9, А-1"),
            "-5 Cardinal, -6 Cardinal, -7 Cardinal, 8 Cardinal, 9 Cardinal, 8 Cardinal, 9 Cardinal, 1 Cardinal"
        );
    }

    #[test]
    fn leading_zeros_do_not_count() {
        assert_eq!(values("ru", "007 и 0,50"), "7 Cardinal, 0.5 Cardinal");
    }

    proptest! {
        #[test]
        fn spans_ascend_on_character_borders(text in "[ 0-9.,:%а-е-−IXV]*|.*|(два|сто|тысяч|млн|[0-9]| |-)*") {
            for language in ["ru", "en", "kk"] {
                let mut end = 0;
                for number in numbers(&text, language) {
                    prop_assert!(number.span.start >= end && number.span.end > number.span.start);
                    prop_assert!(text.get(number.span.range()).is_some());
                    end = number.span.end;
                }
            }
        }
    }
}
