//! One side as the aligner reads it: sentences of numbered word types.

use rustc_hash::FxHashMap;

use super::Side;
use super::lexicon::Vocabulary;
use super::settings::Settings;
use super::sounds::sounds;
use super::tokens::{Sort, Token, Tongue};
use super::vocabulary::meanings;

/// A side's sentences and the types of their tokens.
pub struct Reading {
    pub sentences: Vec<Sentence>,
    pub types: Vec<Type>,
}

/// A sentence as tokens and a length.
#[derive(Clone)]
pub struct Sentence {
    /// The type of each token, in order.
    pub tokens: Vec<u32>,
    /// Characters, at least one.
    pub length: f64,
    /// The logarithm of the length.
    pub log: f64,
}

/// All tokens with the same key.
pub struct Type {
    pub token: Token,
    pub sounds: Vec<u8>,
    /// How many of the tokens look like a name.
    names: u32,
    /// The lines of the vocabulary it stands in.
    pub meanings: Vec<u32>,
    /// Sentence and position of each token, in order.
    pub places: Vec<(u32, u32)>,
    /// Probability that a token of the language has this type.
    pub chance: f64,
    /// Probability that its partner is in the other sentence.
    pub trust: f64,
    /// The same as odds.
    pub odds: f64,
}

impl Reading {
    /// Reads a side; `seen` is what the lexicon knows of its language.
    pub fn of(side: &Side<'_>, tongue: &Tongue, seen: &Vocabulary, settings: &Settings) -> Self {
        let mut ids: FxHashMap<String, u32> = FxHashMap::default();
        let mut types: Vec<Type> = Vec::new();
        let mut sentences = Vec::with_capacity(side.sentences.len());
        let mut total = 0.0;
        for (index, text) in side.sentences.iter().enumerate() {
            let mut tokens = Vec::new();
            for token in tongue.tokens(text) {
                let is_name = token.is_name;
                let fresh = types.len() as u32;
                let id = *ids.entry(token.key.clone()).or_insert(fresh);
                if id == fresh {
                    types.push(Type::new(token, tongue));
                }
                types[id as usize].names += u32::from(is_name);
                types[id as usize].places.push((index as u32, tokens.len() as u32));
                tokens.push(id);
                total += 1.0;
            }
            let length = length(text).max(1.0);
            sentences.push(Sentence { tokens, length, log: length.ln() });
        }
        for kind in &mut types {
            kind.weigh(total + 1.0, seen, settings);
        }
        Self { sentences, types }
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

impl Reading {
    /// The same types over some of the sentences, which ascend.
    pub fn only(&self, kept: &[usize]) -> Self {
        let mut types: Vec<Type> = self.types.iter().map(Type::without_places).collect();
        let sentences: Vec<Sentence> =
            kept.iter().map(|index| self.sentences[*index].clone()).collect();
        for (index, sentence) in (0_u32..).zip(&sentences) {
            for (position, kind) in (0_u32..).zip(&sentence.tokens) {
                types[*kind as usize].places.push((index, position));
            }
        }
        Self { sentences, types }
    }
}

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

    fn new(token: Token, tongue: &Tongue) -> Self {
        let is_word = token.sort == Sort::Word;
        Self {
            sounds: if is_word { sounds(&token.form) } else { Vec::new() },
            meanings: if is_word { meanings(&token, tongue) } else { Vec::new() },
            places: Vec::new(),
            names: 0,
            chance: 0.0,
            trust: 0.0,
            odds: 0.0,
            token,
        }
    }

    fn weigh(&mut self, total: f64, seen: &Vocabulary, settings: &Settings) {
        let usual = match self.token.sort {
            Sort::Word if self.meanings.is_empty() => 2e-4,
            Sort::Word | Sort::Number => 1e-3,
            Sort::Value => 3e-3,
            Sort::Link => 1e-4,
        };
        let usual = seen.share(&self.token.key, usual);
        let here = self.places.len() as f64 + settings.usual * usual;
        self.chance = (here / (total + settings.usual)).max(1e-6);
        let base = match self.token.sort {
            Sort::Word if 2 * self.names as usize > self.places.len() => settings.trust_name,
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
