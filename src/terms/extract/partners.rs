//! Which words of the translations go with words of the sources, by how often they stand together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::TermLesson;
use crate::terms::pieces::{Gap, pieces};
use crate::text::lemmas::Lemmas;
use crate::text::stems::hash;

/// Words of the longest translation of a term.
const LONGEST: usize = 6;
/// The least share of sentences in which both stand, of those in which either does.
const LEAST: f64 = 0.5;
/// How much less often a longer translation may go with a term than the best one.
const NEARLY: f64 = 0.93;

/// The words of all translations.
pub struct Partners {
    /// The stretches of words of each lesson.
    by_lesson: Vec<Vec<Stretch>>,
    /// In how many lessons a stretch stands.
    counts: FxHashMap<u64, u32>,
}

struct Stretch {
    key: u64,
    words: usize,
    text: String,
}

/// A translation that goes with a term.
pub struct Partner {
    pub text: String,
    pub agreeing: usize,
    /// A lesson that has both.
    pub example: usize,
}

impl Partners {
    /// The words of these lessons' translations.
    pub fn of(lessons: &[TermLesson], lemmas: &Lemmas) -> Self {
        let by_lesson: Vec<Vec<Stretch>> =
            lessons.iter().map(|lesson| stretches(&lesson.target, lemmas)).collect();
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        for stretch in by_lesson.iter().flatten() {
            *counts.entry(stretch.key).or_default() += 1;
        }
        Self { by_lesson, counts }
    }

    /// The stretch that goes best with what stands in these lessons.
    pub fn best(&self, lessons: &[usize]) -> Option<Partner> {
        let mut together: FxHashMap<u64, (usize, &Stretch, usize)> = FxHashMap::default();
        for at in lessons {
            for stretch in &self.by_lesson[*at] {
                let known = together.entry(stretch.key).or_insert((0, stretch, *at));
                known.0 += 1;
            }
        }
        let score = |count: usize, key: u64| {
            let all = self.counts.get(&key).copied().unwrap_or(0);
            let either = lessons.len() + usize::try_from(all).unwrap_or(usize::MAX);
            2.0 * real(count) / real(either)
        };
        let best = together.iter().map(|(key, (count, _, _))| score(*count, *key));
        let best = best.fold(0.0, f64::max);
        let good = together.into_iter().filter(|(key, (count, _, _))| {
            let score = score(*count, *key);
            score >= LEAST && score >= best * NEARLY && (*count > 1 || lessons.len() == 1)
        });
        let (_, (agreeing, stretch, example)) =
            good.max_by_key(|(key, (count, stretch, _))| (stretch.words, *count, *key))?;
        Some(Partner { text: stretch.text.clone(), agreeing, example })
    }
}

fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The stretches of a text that may be a term's translation, each once.
fn stretches(text: &str, lemmas: &Lemmas) -> Vec<Stretch> {
    let words = pieces(text);
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for start in 0..words.len() {
        if lemmas.is_function_word(words[start].text) {
            continue;
        }
        for end in start + 1..=words.len().min(start + LONGEST) {
            let gap = |at: usize| Gap::of(&text[words[at].span.end..words[at + 1].span.start]);
            if end > start + 1 && gap(end - 2) == Gap::Other {
                break;
            }
            if lemmas.is_function_word(words[end - 1].text) {
                continue;
            }
            let stretch = &text[words[start].span.start..words[end - 1].span.end];
            let keys = words[start..end].iter().map(|word| lemmas.senses(word.text).pop());
            let lemma: Vec<String> = keys.flatten().map(|sense| sense.lemma).collect();
            let key = hash(&lemma.join(" "));
            if seen.insert(key) {
                found.push(Stretch { key, words: end - start, text: stretch.to_owned() });
            }
        }
    }
    found
}
