//! One side as the aligner reads it: sentences of numbered word types.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Side;
use super::lexicon::StemCounts;
use super::settings::Settings;
use super::small::{is_saying, is_small};
use super::sounds::sounds;
use super::tokens::{Sort, Tokenizer, WordToken};
use super::vocabulary::meanings;

/// A side's sentences and the types of their tokens.
pub struct SideReading {
    pub sentences: Vec<Sentence>,
    pub types: Vec<Type>,
}

/// A sentence as counted types and a length.
#[derive(Clone, Default)]
pub struct Sentence {
    /// Its different types, ascending; a word said over and over costs no more than one said once.
    pub counts: Vec<Count>,
    /// The types of its tokens as they follow one another.
    pub order: Vec<u32>,
    /// How many tokens it has.
    pub size: f64,
    /// Characters, at least one.
    pub length: f64,
    /// The logarithm of the length.
    pub log: f64,
}

/// How often a type stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    pub kind: u32,
    pub times: f32,
}

/// Where a type stands: the sentence, the place among its types, and how often.
#[derive(Clone, Copy)]
pub struct Occurrence {
    pub sentence: u32,
    pub index: u32,
    pub times: f32,
}

/// All tokens with the same key.
pub struct Type {
    pub token: WordToken,
    pub sounds: Vec<u8>,
    /// How many tokens there are, and how many of them look like a name.
    tokens: u32,
    names: u32,
    /// How many are written with a capital, were it only at a sentence's beginning.
    capitals: u32,
    /// The lines of the vocabulary it stands in.
    pub meanings: Vec<u32>,
    /// Whether it only holds sentences together.
    pub is_small: bool,
    /// Whether it says that somebody said something.
    pub is_saying: bool,
    /// The sentences it stands in, in order.
    pub places: Vec<Occurrence>,
    /// Probability that a token of the language has this type.
    pub chance: f64,
    /// Probability that its partner is in the other sentence.
    pub trust: f64,
    /// `trust` as odds, as the score adds it up.
    pub odds: f64,
}

impl SideReading {
    /// Reads a side; `seen` is what the lexicon knows of its language.
    pub fn of(side: &Side<'_>, tongue: &Tokenizer, seen: &StemCounts, settings: &Settings) -> Self {
        let mut ids: FxHashMap<String, u32> = FxHashMap::default();
        let mut types: Vec<Type> = Vec::new();
        let mut sentences = Vec::with_capacity(side.sentences.len());
        let mut total = 0.0;
        for text in &side.sentences {
            let mut tokens = Vec::new();
            for token in tongue.tokens(text) {
                let (is_name, is_capitalised) = (token.is_name, token.is_capitalised);
                let fresh = types.len() as u32;
                let id = *ids.entry(token.key.clone()).or_insert(fresh);
                if id == fresh {
                    types.push(Type::new(token, tongue));
                }
                types[id as usize].tokens += 1;
                types[id as usize].names += u32::from(is_name);
                types[id as usize].capitals += u32::from(is_capitalised);
                tokens.push(id);
                total += 1.0;
            }
            let length = length(text).max(1.0);
            let size = tokens.len() as f64;
            let (log, counts) = (length.ln(), counts(tokens.clone()));
            sentences.push(Sentence { counts, order: tokens, size, length, log });
        }
        place(&sentences, &mut types);
        for kind in &mut types {
            kind.weigh(total + 1.0, seen, settings);
        }
        Self { sentences, types }
    }
}

/// The different types, ascending, and how often each stands there.
fn counts(mut tokens: Vec<u32>) -> Vec<Count> {
    tokens.sort_unstable();
    let runs = tokens.chunk_by(|one, other| one == other);
    runs.map(|run| Count { kind: run[0], times: run.len() as f32 }).collect()
}

/// Notes for each type where it stands.
fn place(sentences: &[Sentence], types: &mut [Type]) {
    for (sentence, counted) in (0_u32..).zip(sentences) {
        for (index, count) in (0_u32..).zip(&counted.counts) {
            let place = Occurrence { sentence, index, times: count.times };
            types[count.kind as usize].places.push(place);
        }
    }
}

/// Characters, those of a run of white space as one: tables in plain text are padded.
fn length(text: &str) -> f64 {
    let spaces = text.chars().map(char::is_whitespace);
    let (mut length, mut before) = (0.0, false);
    for is_space in spaces {
        length += if is_space && before { 0.0 } else { 1.0 };
        before = is_space;
    }
    length
}

/// A word said over and over says no more than one said so often.
const OFTEN: f32 = 4.0;

impl SideReading {
    /// The types of some sentences together.
    pub fn joined(&self, range: &Range<usize>) -> Vec<Count> {
        let counts = self.sentences[range.clone()].iter().flat_map(|sentence| &sentence.counts);
        let mut counts: Vec<Count> = counts.copied().collect();
        counts.sort_unstable_by_key(|count| count.kind);
        counts.dedup_by(|next, kept| {
            let is_same = next.kind == kept.kind;
            kept.times += if is_same { next.times } else { 0.0 };
            is_same
        });
        for count in &mut counts {
            count.times = count.times.min(OFTEN);
        }
        counts
    }

    /// These types over some of the sentences, which ascend.
    pub fn only(&self, kept: &[usize]) -> Self {
        let mut types: Vec<Type> = self.types.iter().map(Type::without_places).collect();
        let sentences: Vec<Sentence> =
            kept.iter().map(|index| self.sentences[*index].clone()).collect();
        place(&sentences, &mut types);
        Self { sentences, types }
    }
}

/// Values that are marks.
const MARKS: [&str; 5] = ["@question", "@exclamation", "@bracket", "@quotation", "@colon"];

impl Type {
    fn without_places(&self) -> Self {
        Self {
            places: Vec::new(),
            token: self.token.clone(),
            sounds: Vec::new(),
            meanings: Vec::new(),
            ..*self
        }
    }

    fn new(token: WordToken, tongue: &Tokenizer) -> Self {
        let is_word = token.sort == Sort::Word;
        Self {
            is_small: is_word && is_small(&token.form, tongue.language()),
            is_saying: is_word && is_saying(&token.form, tongue.language()),
            sounds: if is_word { sounds(&token.form) } else { Vec::new() },
            meanings: if is_word { meanings(&token, tongue) } else { Vec::new() },
            places: Vec::new(),
            tokens: 0,
            names: 0,
            capitals: 0,
            chance: 0.0,
            trust: 0.0,
            odds: 0.0,
            token,
        }
    }

    /// Whether it is a mark, such as a bracket, and no word or number.
    pub fn is_mark(&self) -> bool {
        self.token.sort == Sort::Value && MARKS.contains(&self.token.key.as_str())
    }

    /// Whether it mostly looks like a name.
    pub fn is_name(&self) -> bool {
        2 * self.names > self.tokens
    }

    /// Whether it mostly is written with a capital, were it only at a sentence's beginning.
    pub fn is_capitalised(&self) -> bool {
        2 * self.capitals > self.tokens
    }

    fn weigh(&mut self, total: f64, seen: &StemCounts, settings: &Settings) {
        let usual = match self.token.sort {
            Sort::Word if self.meanings.is_empty() => 2e-4,
            Sort::Word | Sort::Number => 1e-3,
            Sort::Value => 3e-3,
            Sort::Link => 1e-4,
        };
        let usual = seen.share(&self.token.key, usual);
        let here = f64::from(self.tokens) + settings.usual * usual;
        self.chance = (here / (total + settings.usual)).max(1e-6);
        let base = match self.token.sort {
            Sort::Word if self.is_name() => settings.trust_name,
            Sort::Word if self.meanings.is_empty() => settings.trust_unknown,
            Sort::Word => settings.trust_vocabulary,
            Sort::Number => settings.trust_number,
            _ => settings.trust_exact,
        };
        let count = f64::from(seen.count(&self.token.key));
        let known = count / (count + settings.sightings);
        self.trust = base + (settings.trust_known - base).max(0.0) * known;
        self.odds = self.trust / (1.0 - self.trust);
    }
}
