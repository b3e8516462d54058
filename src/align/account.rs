//! Which words of a pair answer to which, for people who ask why it is one.

use rustc_hash::FxHashMap;

use super::lexicon::StemCounts;
use super::links::WordLinks;
use super::reading::{SideReading, Type};
use super::sounds::likeness;
use super::tokens::{Sort, Tokenizer};
use super::{Lexicon, Settings, Side};
use crate::model::Kind;
use crate::text::numbers::numbers;
use crate::text::words;

/// How two words answer to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// One number, day, month or address on both sides.
    Value,
    /// One word on both sides, or one that sounds like it.
    Sound,
    /// The built-in vocabulary has them in one line.
    Vocabulary,
    /// Earlier pairs taught it.
    Learnt,
}

/// Two words that answer to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub source: String,
    pub target: String,
    pub tie: Tie,
}

/// What of two texts answers to each other, and what says something and finds no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    pub answers: Vec<Answer>,
    pub open_source: Vec<String>,
    pub open_target: Vec<String>,
}

/// A link this weak is hardly one, as likelihood against chance.
const HARDLY: f32 = 4.0;

/// What a word says that every thirtieth word is, as a logarithm: as good as nothing.
const COMMON: f64 = 3.5;

/// Shorter words hold sentences together, unless they are all capitals.
const SHORT: usize = 4;

impl Account {
    /// The account of a pair of texts.
    pub fn of(source: &str, target: &str, lexicon: &Lexicon) -> Self {
        let tongues = lexicon.tongues();
        let left = Voice::of(source, &tongues.0, &lexicon.source);
        let right = Voice::of(target, &tongues.1, &lexicon.target);
        let links = WordLinks::between(&left.reading, &right.reading, lexicon, &Settings::FITTED);
        let mut account = Self::default();
        let mut answered = vec![false; right.reading.types.len()];
        for (kind, links) in left.reading.types.iter().zip(&links.0) {
            let sure = || links.iter().filter(|link| link.ahead > HARDLY);
            let best = sure().max_by(|one, other| one.ahead.total_cmp(&other.ahead));
            match best {
                _ if kind.is_mark() => {}
                None => account.open_source.extend(left.open(kind)),
                Some(best) => {
                    sure().for_each(|link| answered[link.target as usize] = true);
                    let other = &right.reading.types[best.target as usize];
                    let (source, target) = (left.written(kind), right.written(other));
                    account.answers.push(Answer { source, target, tie: tie(kind, other) });
                }
            }
        }
        for (kind, is_answered) in right.reading.types.iter().zip(answered) {
            if !is_answered && !kind.is_mark() {
                account.open_target.extend(right.open(kind));
            }
        }
        account
    }
}

/// A text read, with its words as they are written there.
struct Voice {
    reading: SideReading,
    written: FxHashMap<String, String>,
}

impl Voice {
    fn of(text: &str, tongue: &Tokenizer, seen: &StemCounts) -> Self {
        let side = Side { sentences: vec![text], blocks: vec![0], kinds: vec![Kind::Paragraph] };
        let mut written = FxHashMap::default();
        for word in words::tokens(text) {
            for token in tongue.tokens(word.text) {
                written.entry(token.key).or_insert_with(|| word.text.to_owned());
            }
        }
        for number in numbers(text, tongue.language()) {
            let key = format!("#{}", number.value);
            let shown = text[number.span.start..number.span.end].trim_end_matches('.');
            written.insert(key, shown.to_owned());
        }
        Self { reading: SideReading::of(&side, tongue, seen, &Settings::FITTED), written }
    }

    fn written(&self, kind: &Type) -> String {
        let key = &kind.token.key;
        self.written.get(key).cloned().unwrap_or_else(|| plain(key))
    }

    /// The word, unless it is one that says next to nothing.
    fn open(&self, kind: &Type) -> Option<String> {
        let written = self.written(kind);
        if kind.token.sort != Sort::Word {
            return Some(written);
        }
        let letters = written.chars().count();
        let is_short = letters < SHORT && (letters == 1 || written != written.to_uppercase());
        let is_common = -kind.chance.ln() <= COMMON;
        (!is_short && !is_common).then_some(written)
    }
}

fn plain(key: &str) -> String {
    key.trim_start_matches(['#', '@', '~']).to_owned()
}

fn tie(source: &Type, target: &Type) -> Tie {
    if source.token.sort != Sort::Word {
        Tie::Value
    } else if source.meanings.iter().any(|meaning| target.meanings.contains(meaning)) {
        Tie::Vocabulary
    } else if source.token.key == target.token.key || likeness(&source.sounds, &target.sounds) > 0.0
    {
        Tie::Sound
    } else {
        Tie::Learnt
    }
}

#[cfg(test)]
mod tests {
    use super::{Account, Tie};
    use crate::align::Lexicon;

    #[test]
    fn numbers_names_and_words_are_told_apart() {
        let lexicon = Lexicon::empty("ru", "en");
        let account = Account::of(
            "В субботу мэр Перми Лаптев купил 12 гусей.",
            "Perm mayor Laptev bought 12 mules on Saturday.",
            &lexicon,
        );
        let ties = |tie: Tie| {
            let own = account.answers.iter().filter(move |answer| answer.tie == tie);
            let own = own.map(|answer| format!("{}={}", answer.source, answer.target));
            own.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(ties(Tie::Value), "субботу=Saturday 12=12");
        assert_eq!(ties(Tie::Sound), "Перми=Perm Лаптев=Laptev");
        assert_eq!(ties(Tie::Vocabulary), "мэр=mayor купил=bought");
        assert_eq!(account.open_source, ["гусей"]);
        assert_eq!(account.open_target, ["mules"]);
    }

    #[test]
    fn nothing_of_a_number_is_left_out() {
        let lexicon = Lexicon::empty("ru", "en");
        let account = Account::of("Было 3,5 млн.", "It was 3.6 million.", &lexicon);
        assert_eq!(account.open_source.concat(), "3,5 млн");
        assert_eq!(account.open_target.concat(), "3.6 million");
    }
}
