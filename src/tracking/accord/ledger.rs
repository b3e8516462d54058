//! Facts of four texts, counted: what came and went on each side, and what answers to what.

use std::collections::BTreeMap;

use super::{Alone, Discord, Edits, TextEdit};
use crate::text::facts::{Fact, FactKind, facts, is_told, turned};
use crate::text::vocabulary::{Meaning, vocabulary};

/// What a fact is, whatever its words.
type Key = (FactKind, String);

/// How often a fact stands in each of the four texts.
#[derive(Clone, Copy, Debug, Default)]
pub struct FactCount {
    pub source: Moves,
    pub target: Moves,
}

/// How often something stands in a text before and after its edit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moves {
    pub before: i32,
    pub after: i32,
    /// What of the difference found its counterpart.
    pub claimed: i32,
}

impl FactCount {
    /// What is counted of one side: 0 is the source, 1 the translation.
    fn side(&mut self, side: usize) -> &mut Moves {
        if side == 0 { &mut self.source } else { &mut self.target }
    }
}

impl Moves {
    /// How many came, less how many went.
    pub fn change(self) -> i32 {
        self.after - self.before
    }

    /// How much of the change found no counterpart.
    fn open(self) -> i32 {
        self.change() - self.claimed
    }
}

/// All facts of both edits.
pub struct Ledger {
    pub counts: BTreeMap<Key, FactCount>,
    /// The words of each fact in the source and in the translation, the newest first.
    words: [BTreeMap<Key, String>; 2],
    /// Whether kinds other than numbers can be told in both languages.
    is_told: bool,
    /// The language of the translation.
    into: String,
}

impl Ledger {
    /// Counts the facts of all texts.
    pub fn new(edits: &Edits<'_>) -> Self {
        let (from, into) = edits.tongues;
        let is_told = is_told(&from.language) && is_told(&into.language);
        let mut ledger = Self {
            counts: BTreeMap::new(),
            words: Default::default(),
            is_told,
            into: into.language.clone(),
        };
        ledger.count(edits.source, 0, &from.language);
        ledger.count(edits.target, 1, &into.language);
        ledger
    }

    /// Counts the facts of one side: 0 is the source, 1 the translation.
    fn count(&mut self, edit: TextEdit<'_>, side: usize, language: &str) {
        let denial = (FactKind::Denial, "no".to_owned());
        let turned = [(edit.before, edit.after), (edit.after, edit.before)]
            .map(|texts| i32::try_from(turned(texts.0, texts.1, language)).unwrap_or(0));
        if turned != [0, 0] {
            let moves = self.counts.entry(denial).or_default().side(side);
            (moves.after, moves.before) = (moves.after + turned[0], moves.before + turned[1]);
        }
        let texts = [edit.after, edit.before];
        for (text, is_after) in texts.into_iter().zip([true, false]) {
            for Fact { kind, key, span } in facts(text, language) {
                if !self.is_told && !matches!(kind, FactKind::Number | FactKind::Minus) {
                    continue;
                }
                let word = text.get(span.range()).unwrap_or(&key).to_owned();
                let key = (kind, key);
                let moves = self.counts.entry(key.clone()).or_default().side(side);
                *(if is_after { &mut moves.after } else { &mut moves.before }) += 1;
                self.words[side].entry(key).or_insert(word);
            }
        }
    }

    /// Whether any fact came or went on either side, those that count only in exchange aside.
    pub fn has_facts(&self) -> [bool; 2] {
        let has = |moves: fn(&FactCount) -> Moves| {
            let moved = |(key, count): (&Key, &FactCount)| {
                moves(count).change() != 0
                    && (!key.0.is_exchanged() || self.is_exchanged(key, moves))
            };
            self.counts.iter().any(moved)
        };
        [has(|count| count.source), has(|count| count.target)]
    }

    /// Whether a denial came or went on either side.
    pub fn has_denials(&self) -> bool {
        let is_moved = |count: &FactCount| count.source.change() != 0 || count.target.change() != 0;
        self.counts.iter().any(|(key, count)| key.0 == FactKind::Denial && is_moved(count))
    }

    /// Finds for each change its counterpart, and takes down what has none.
    pub fn settle(&mut self, discord: &mut Discord) {
        let keys: Vec<Key> = self.counts.keys().cloned().collect();
        let plain =
            keys.iter().filter(|(kind, _)| !matches!(kind, FactKind::Denial | FactKind::Refusal));
        for key in plain.clone() {
            let count = self.counts.entry(key.clone()).or_default();
            let (source, target) = (count.source.change(), count.target.change());
            if source.signum() == target.signum() {
                let both = source.signum() * source.abs().min(target.abs());
                (count.source.claimed, count.target.claimed) = (both, both);
            }
        }
        for key in plain.clone() {
            if !self.is_answered(key) {
                discord.unanswered.push(self.word(key, 0));
            }
        }
        for key in plain {
            self.stand_alone(key, discord);
        }
    }

    /// The words of a fact on a side.
    pub fn word(&self, key: &Key, side: usize) -> String {
        self.words[side].get(key).cloned().unwrap_or_default()
    }

    /// Whether the translation's edit answers to what came or went in the source.
    fn is_answered(&self, key: &Key) -> bool {
        let count = self.counts[key];
        let open = count.source.open();
        if open == 0 {
            return true;
        }
        if key.0.is_exchanged() && !self.is_exchanged(key, |count| count.source) {
            return true;
        }
        if key.0.is_loose() && self.is_half_answered(key) {
            return true;
        }
        if open < 0 {
            // What the translation never said it cannot drop.
            let is_gone = !key.0.is_loose() && count.target.after <= count.source.after;
            return is_gone || count.target.before == 0;
        }
        let is_mended = || match key.0 {
            FactKind::Place | FactKind::Joint => false,
            _ => count.target.after >= count.source.after,
        };
        is_mended() || self.has_substitute(key)
    }

    /// Whether the other half of an exchange found its counterpart, where one half is enough.
    fn is_half_answered(&self, key: &Key) -> bool {
        let change = self.counts[key].source.change();
        self.counts.iter().any(|(other, count)| {
            are_of_a_kind(other, key)
                && count.source.change() * change < 0
                && count.source.claimed != 0
                // What only came may be part of other words: "early on".
                && (count.source.claimed < 0 || self.is_exchanged(other, |count| count.target))
        })
    }

    /// Whether another change of the translation may be what came in the source, written otherwise.
    fn has_substitute(&self, key: &Key) -> bool {
        let is_open = |kind: FactKind| {
            self.counts.iter().any(|(other, count)| other.0 == kind && count.target.open() > 0)
        };
        let is_converted = || {
            self.counts.iter().any(|(other, count)| {
                other.0 == FactKind::Imperial && count.target.after + count.source.after > 0
            })
        };
        // Where the translation wrote the old value in a way that cannot be told, so it may the new one.
        let mut gone = self
            .counts
            .iter()
            .filter(|(other, count)| are_of_a_kind(other, key) && count.source.open() < 0)
            .peekable();
        let was_hidden = gone.peek().is_some() && gone.all(|(_, count)| count.target.before == 0);
        match key.0 {
            FactKind::Number => is_open(FactKind::Number) && (is_converted() || was_hidden),
            FactKind::Day => is_open(FactKind::Weekday),
            FactKind::Weekday => is_open(FactKind::Day),
            kind if kind.is_exchanged() => was_hidden,
            kind => was_hidden && is_open(kind),
        }
    }

    /// Whether something of its kind took the place of this, or it of that.
    fn is_exchanged(&self, key: &Key, moves: fn(&FactCount) -> Moves) -> bool {
        let change = moves(&self.counts[key]).change();
        self.counts
            .iter()
            .any(|(other, count)| are_of_a_kind(other, key) && moves(count).change() * change < 0)
    }

    /// Takes down what only the translation changed, unless the source says the same.
    fn stand_alone(&self, key: &Key, discord: &mut Discord) {
        let count = self.counts[key];
        let open = count.target.open();
        let is_exchanged = || self.is_exchanged(key, |count| count.target);
        // A one in words is as often an article, a two a pair.
        let word = || self.word(key, 1);
        let is_ordinal =
            |word: &str| matches!(vocabulary(&self.into).meaning(word), Some(Meaning::Ordinal(_)));
        let is_small = key.0 == FactKind::Number
            && matches!(&*key.1, "1" | "2")
            && word().starts_with(char::is_alphabetic)
            && !is_ordinal(&word());
        let counts = !key.0.is_exchanged() || is_exchanged();
        if open == 0 || !counts || is_small || self.is_converted(key) {
            return;
        }
        if key.0.is_loose() && !self.is_clearly_exchanged(key) {
            return;
        }
        if open > 0 && count.target.after > count.source.after {
            discord.alone.push(Alone::Came(self.word(key, 1)));
        } else if open < 0 && count.target.after < count.source.after {
            discord.alone.push(Alone::Went(self.word(key, 1)));
        }
    }

    /// Whether the source still says what the translation exchanged for another, and no half of that is in the source's edit.
    fn is_clearly_exchanged(&self, key: &Key) -> bool {
        let change = self.counts[key].target.change();
        let mut halves = self.counts.iter().filter(|(other, count)| {
            are_of_a_kind(other, key) && count.target.change() * change < 0
        });
        let gone = |count: &FactCount| {
            count.target.change() < 0 && count.source.change() >= 0 && count.source.after > 0
        };
        let is_said = gone(&self.counts[key]) || halves.clone().any(|(_, count)| gone(count));
        let is_answered = |(other, count): (&Key, &FactCount)| {
            count.target.claimed < 0
                || count.target.claimed > 0 && self.is_exchanged(other, |count| count.source)
        };
        is_said && !halves.any(is_answered)
    }

    /// Whether the number may be one of the source in other units, or in words that cannot be told.
    fn is_converted(&self, key: &Key) -> bool {
        let is_imperial = |other: &Key| other.0 == FactKind::Imperial;
        let has_moved = |moves: Moves| moves.change() != 0;
        key.0 == FactKind::Imperial
            || key.0 == FactKind::Number
                && self
                    .counts
                    .iter()
                    .any(|(other, count)| is_imperial(other) && count.target.after > 0)
                && self
                    .counts
                    .iter()
                    .any(|(other, count)| other.0 == FactKind::Number && has_moved(count.source))
    }
}

/// Whether one can take the other's place.
fn are_of_a_kind(one: &Key, other: &Key) -> bool {
    let axis = |key: &Key| key.1.trim_end_matches(['+', '-']).to_owned();
    one != other && one.0 == other.0 && (one.0 != FactKind::Axis || axis(one) == axis(other))
}
