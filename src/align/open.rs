//! What of two texts stands open: words that say something and find no answer, each answering once.
//!
//! The score of a bead asks how much speaks for it; whether one is the whole of the other, and no more,
//! only what is left over can tell. Here a word answers by its meaning, by its sound or by what was
//! surely learnt, and no word answers twice.

use super::Lexicon;
use super::one_to_one::OneToOne;
use super::small::{is_light, is_saying, is_small};
use super::sounds::{likeness, may_sound_alike, sounds};
use super::tokens::{Sort, Tokenizer, WordToken};
use super::touched::{is_learnt_name, is_surely_learnt};
use super::vocabulary::meanings;
use crate::text::numbers::numbers;
use crate::text::words::{TokenKind, tokens};

/// What stands open of two texts.
#[derive(Clone, Debug, Default)]
pub struct OpenWords {
    pub source: Told,
    pub target: Told,
}

/// The words of one text that say something, in order.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub words: Vec<ToldWord>,
    /// How many words there are, small ones included.
    pub size: usize,
}

/// A word that says something, and whether something of the other text answers to it.
#[derive(Clone, Debug)]
pub struct ToldWord {
    /// The number of its clause.
    pub clause: usize,
    /// Whether a word of the other text answers to it.
    pub is_answered: bool,
    /// Whether it has a capital.
    pub is_capitalised: bool,
    /// Whether it may be there for the grammar alone: "take", «провести».
    pub is_light: bool,
    token: WordToken,
    sounds: Vec<u8>,
    meanings: Vec<u32>,
}

/// From here on two words sound alike.
const ALIKE: f64 = 0.7;
/// More words of a text than this are no sentence.
const MANY: usize = 120;

impl OpenWords {
    /// Lets the words of two texts answer to each other.
    pub fn of(source: &str, target: &str, lexicon: &Lexicon) -> Self {
        let (from, into) = lexicon.tongues();
        let mut found = Self { source: Told::of(source, &from), target: Told::of(target, &into) };
        let answers = found.answers(lexicon);
        for (at, other) in OneToOne::of(&answers, found.target.words.len()).pairs() {
            found.source.words[at].is_answered = true;
            found.target.words[other].is_answered = true;
        }
        found.source.settle_phrases(&found.target);
        found.target.settle_phrases(&found.source);
        found
    }

    /// For each word of the source the words of the target that may be it.
    fn answers(&self, lexicon: &Lexicon) -> Vec<Vec<usize>> {
        let mut answers = Vec::with_capacity(self.source.words.len());
        for word in &self.source.words {
            let others = self.target.words.iter().enumerate();
            let found = others.filter(|(_, other)| may_be(word, other, lexicon));
            answers.push(found.map(|(at, _)| at).collect());
        }
        answers
    }
}

/// Whether a word of the target may be this one of the source.
fn may_be(source: &ToldWord, target: &ToldWord, lexicon: &Lexicon) -> bool {
    if source.shares_a_meaning(target) || source.token.key == target.token.key {
        return true;
    }
    if source.token.sort != Sort::Word || target.token.sort != Sort::Word {
        return false;
    }
    let are_names = source.is_capitalised && target.is_capitalised;
    let are_apart = source.is_known() && target.is_known() && !are_names;
    if !are_apart && likeness(&source.sounds, &target.sounds) >= ALIKE {
        return true;
    }
    let are_everyday = source.is_known() && target.is_known();
    if are_names && !are_everyday && may_sound_alike(&source.sounds, &target.sounds) {
        return true;
    }
    if are_names {
        return is_learnt_name(&source.token, &target.token, lexicon);
    }
    is_surely_learnt(&source.token, &target.token, lexicon)
}

impl Told {
    fn of(text: &str, tongue: &Tokenizer) -> Self {
        let numbers = numbers(text, tongue.language());
        let mut standing = Self::default();
        let mut clause = 0;
        for token in tokens(text) {
            let is_number = numbers.iter().any(|number| {
                number.span.start <= token.span.start && token.span.end <= number.span.end
            });
            match token.kind {
                TokenKind::Punctuation if PARTING.contains(&token.text) => clause += 1,
                TokenKind::Word if !is_number => {
                    standing.size += 1;
                    clause += usize::from(JOINING.contains(&token.text.to_lowercase().as_str()));
                    for part in token.text.split(['-', '\u{2010}', '\u{2011}']) {
                        standing.words.extend(ToldWord::of(part, clause, tongue));
                    }
                }
                _ => {}
            }
            if standing.words.len() >= MANY {
                break;
            }
        }
        standing
    }

    /// How many of its words say something that the grammar alone doesn't ask for.
    pub fn telling(&self) -> usize {
        self.words.iter().filter(|word| !word.is_light).count()
    }

    /// How many of those have no answer.
    pub fn open(&self) -> usize {
        self.words.iter().filter(|word| word.is_open()).count()
    }

    /// How many of those the vocabulary knows, so that an answer would have been found.
    pub fn open_and_known(&self) -> usize {
        self.words.iter().filter(|word| word.is_open() && word.is_known()).count()
    }

    /// The share of the telling words that are answered.
    pub fn told(&self) -> f64 {
        let telling = self.telling();
        if telling == 0 { 1.0 } else { 1.0 - self.open() as f64 / telling as f64 }
    }

    /// The share of the telling words without a capital that are answered, and how many those are.
    pub fn told_but_names(&self) -> (f64, usize) {
        let plain = || self.words.iter().filter(|word| !word.is_light && !word.is_capitalised);
        let (all, open) = (plain().count(), plain().filter(|word| word.is_open()).count());
        (if all == 0 { 0.0 } else { 1.0 - open as f64 / all as f64 }, all)
    }

    /// Whether a word stands beside itself, and only one of the two has an answer.
    pub fn has_word_twice(&self) -> bool {
        self.words.windows(2).any(|pair| {
            pair[0].token.key == pair[1].token.key && pair[0].is_answered != pair[1].is_answered
        })
    }

    /// How many telling words the longest clause has of which none is answered.
    pub fn longest_open_clause(&self) -> usize {
        let clauses = self.words.chunk_by(|one, other| one.clause == other.clause);
        let mut longest = 0;
        for clause in clauses {
            let telling = clause.iter().filter(|word| !word.is_light);
            if telling.clone().all(|word| !word.is_answered) {
                longest = longest.max(telling.count());
            }
        }
        longest
    }

    /// Words beside an answered one that are one with it: «железная дорога» is one "railway".
    fn settle_phrases(&mut self, other: &Self) {
        for at in 0..self.words.len() {
            if self.words[at].is_answered {
                continue;
            }
            let beside = [at.checked_sub(1), Some(at + 1)];
            let beside = beside.into_iter().flatten().filter_map(|near| self.words.get(near));
            let mut beside = beside.filter(|near| near.is_answered);
            let word = &self.words[at];
            let is_one = beside.any(|near| word.is_phrase_with(near, other));
            self.words[at].is_answered = is_one;
        }
    }
}

impl ToldWord {
    fn of(part: &str, clause: usize, tongue: &Tokenizer) -> Option<Self> {
        let token = tongue.tokens(part).into_iter().next()?;
        if token.sort == Sort::Link || token.sort == Sort::Number {
            return None;
        }
        let form = part.to_lowercase().replace('’', "'");
        let form = form.strip_suffix("'s").unwrap_or(&form).to_owned();
        let language = tongue.language();
        if is_small(&form, language) || is_saying(&form, language) {
            return None;
        }
        let is_word = token.sort == Sort::Word;
        let meanings = if is_word { meanings(&token, tongue) } else { Vec::new() };
        Some(Self {
            clause,
            is_answered: false,
            is_capitalised: part.starts_with(char::is_uppercase),
            is_light: is_light(&form, language),
            sounds: if is_word { sounds(&form) } else { Vec::new() },
            token,
            meanings,
        })
    }

    /// Whether it says something and has no answer.
    pub fn is_open(&self) -> bool {
        !self.is_answered && !self.is_light
    }

    /// Whether the vocabulary has it, or it means one thing in every text.
    fn is_known(&self) -> bool {
        self.token.sort != Sort::Word || !self.meanings.is_empty()
    }

    fn shares_a_meaning(&self, other: &Self) -> bool {
        self.meanings.iter().any(|meaning| other.meanings.contains(meaning))
    }

    /// Whether the vocabulary has both words in a line with a word of the other text.
    fn is_phrase_with(&self, near: &Self, other: &Told) -> bool {
        self.token.key != near.token.key
            && other.words.iter().any(|answer| self.shares_a_line(near, answer))
    }

    fn shares_a_line(&self, near: &Self, answer: &Self) -> bool {
        for line in &self.meanings {
            if near.meanings.contains(line) && answer.meanings.contains(line) {
                return true;
            }
        }
        false
    }
}

/// Marks between two clauses.
const PARTING: [&str; 13] = [",", ";", ":", "—", "–", "(", ")", "«", "»", "“", "”", "\"", "."];
/// Words that begin a clause.
const JOINING: [&str; 22] = [
    "и",
    "а",
    "но",
    "или",
    "что",
    "чтобы",
    "когда",
    "если",
    "потому",
    "хотя",
    "пока",
    "and",
    "but",
    "or",
    "that",
    "which",
    "who",
    "when",
    "if",
    "because",
    "although",
    "while",
];
