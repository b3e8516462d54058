//! A text with its facts, and with its words once somebody asks.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::align::small::is_small;
use crate::align::sounds::{likeness, sounds};
use crate::align::tokens::{Sort, Tokenizer, WordToken};
use crate::align::vocabulary::meanings;
use crate::model::Span;
use crate::text::dates::Dated;
use crate::text::facts::{Fact, FactKind};
use crate::text::markup::seen;
use crate::text::numbers::Number;
use crate::text::readings::Readings;
use crate::text::scripts::primary;
use crate::text::stems::Stems;
use crate::text::words::{Token, TokenKind, tokens};

/// Both texts.
pub struct Voices<'a> {
    pub source: Voice<'a>,
    pub target: Voice<'a>,
}

/// One text and what it states.
pub struct Voice<'a> {
    /// As readers see it.
    pub text: String,
    pub language: &'a str,
    facts: Rc<Vec<Fact>>,
    values: Rc<Dated>,
    /// Of its own language and the other one.
    stems: [Stems; 2],
    words: OnceCell<Vec<SpokenWord>>,
}

/// A word by all that can answer to it.
pub struct SpokenWord {
    pub span: Span,
    /// Whether it only holds sentences together.
    pub is_small: bool,
    pub token: Option<WordToken>,
    written: String,
    sounds: OnceCell<Vec<u8>>,
    pub meanings: Vec<u32>,
}

/// Words of a sentence that hardly says two things.
const SHORT: usize = 14;
/// So many telling words on either side of a place may be what it is said of.
const NEAR: usize = 3;

/// From here on two words sound alike.
const ALIKE: f64 = 0.7;

impl<'a> Voices<'a> {
    /// Reads the facts of both texts.
    pub fn of(source: &str, target: &str, [from, into]: [&'a str; 2], readings: &Readings) -> Self {
        let [ours, theirs] = [from, into].map(|language| readings.stems(&primary(language)));
        let stems = [ours.clone(), theirs.clone()];
        let source = Voice::of(source, from, stems, readings);
        Self { source, target: Voice::of(target, into, [theirs, ours], readings) }
    }
}

impl Voices<'_> {
    /// Whether these places of the two texts can be said of one thing.
    ///
    /// A long sentence says several things, and what it says of one is no contrary of what the other
    /// text says of another: there some word beside either place must answer to one beside the other.
    pub fn are_of_one(&self, one: Span, other: Span) -> bool {
        let is_short = self.source.size() <= SHORT && self.target.size() <= SHORT;
        let (left, right) = (self.source.beside(one), self.target.beside(other));
        is_short || left.iter().any(|word| right.iter().any(|other| other.may_be(word)))
    }
}

impl<'a> Voice<'a> {
    fn of(text: &str, language: &'a str, stems: [Stems; 2], readings: &Readings) -> Self {
        let text = seen(text).0.into_owned();
        let (facts, values) = (readings.facts(&text, language), readings.values(&text, language));
        Self { facts, values, text, language, stems, words: OnceCell::new() }
    }

    /// The facts of a kind.
    pub fn of_kind(&self, kind: FactKind) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.kind == kind)
    }

    /// Whether it states something of a kind.
    pub fn has(&self, kind: FactKind) -> bool {
        self.of_kind(kind).next().is_some()
    }

    /// A fact of a kind with this key.
    pub fn states(&self, kind: FactKind, key: &str) -> Option<&Fact> {
        self.of_kind(kind).find(|fact| fact.key == key)
    }

    /// How many things it denies.
    pub fn denials(&self) -> usize {
        self.of_kind(FactKind::Denial).count()
    }

    /// The numbers in it.
    pub fn numbers(&self) -> &[Number] {
        &self.values.numbers
    }

    /// The words in it.
    pub fn words(&self) -> &[SpokenWord] {
        self.words.get_or_init(|| {
            let [own, other] = self.stems.clone();
            let tongue = Tokenizer::with(&primary(self.language), own, other);
            let words = tokens(&self.text).filter(|token| token.kind == TokenKind::Word);
            words.map(|token| SpokenWord::of(&token, &tongue)).collect()
        })
    }

    /// How many words it has.
    pub fn size(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Whether one of its words may be this one of the other text.
    pub fn answers(&self, word: &SpokenWord) -> bool {
        self.words().iter().any(|other| other.may_be(word))
    }

    /// The last word of this place.
    pub fn word_at(&self, span: Span) -> Option<&SpokenWord> {
        self.words().iter().rfind(|word| span.start <= word.span.start && word.span.end <= span.end)
    }

    /// The words around a place that say something, the place aside.
    fn beside(&self, span: Span) -> Vec<&SpokenWord> {
        let telling = || self.words().iter().filter(|word| !word.is_small);
        let before = telling().rev().filter(|word| word.span.end <= span.start).take(NEAR);
        let after = telling().filter(|word| span.end <= word.span.start).take(NEAR);
        before.chain(after).collect()
    }

    /// Whether no word of the other text may be the last one of this place.
    pub fn is_lone(&self, span: Span, other: &Self) -> bool {
        self.word_at(span).is_none_or(|word| !other.answers(word))
    }
}

impl SpokenWord {
    fn of(token: &Token<'_>, tongue: &Tokenizer) -> Self {
        let read = tongue.tokens(token.text).into_iter().next();
        let read = read.filter(|read| read.sort != Sort::Link);
        let meanings = match &read {
            Some(read) if read.sort == Sort::Word => meanings(read, tongue),
            _ => Vec::new(),
        };
        let written = token.text.to_lowercase();
        let is_small = is_small(&written, tongue.language());
        Self { is_small, span: token.span, written, sounds: OnceCell::new(), meanings, token: read }
    }

    fn sounds(&self) -> &[u8] {
        self.sounds.get_or_init(|| sounds(&self.written))
    }

    /// Whether both may be one word in two languages.
    pub fn may_be(&self, other: &Self) -> bool {
        if self.meanings.iter().any(|meaning| other.meanings.contains(meaning)) {
            return true;
        }
        let (Some(one), Some(two)) = (&self.token, &other.token) else { return false };
        if one.sort == Sort::Value || two.sort == Sort::Value {
            return one.key == two.key;
        }
        let are_apart = !self.meanings.is_empty() && !other.meanings.is_empty();
        one.key == two.key || !are_apart && likeness(self.sounds(), other.sounds()) >= ALIKE
    }
}
