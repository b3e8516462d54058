//! The learnt lexicon: which stems translate which, and how lengths relate.

use rustc_hash::{FxHashMap, FxHashSet};

use super::sounds::{likeness, sounds};
use super::tokens::{Sort, Tokenizer, WordToken};
use super::training::{self, Sentences, WordTranslation};

/// What earlier pairs taught: translations of stems, their frequency, the ratio of lengths.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub source_language: String,
    pub target_language: String,
    pub source: StemCounts,
    pub target: StemCounts,
    /// For each source stem its translations, the likeliest first.
    pub entries: Vec<Vec<WordTranslation>>,
    pub lengths: Lengths,
    /// Stems that earlier pairs have beside one that sounds like them, in either language.
    spelt: (FxHashSet<u32>, FxHashSet<u32>),
}

/// How the logarithm of target length by source length is spread.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lengths {
    pub mean: f64,
}

/// From here on one stem is the other in another script.
const SPELT: f64 = 0.8;
/// After so many words the share seen weighs as much as the usual one.
const FEW: f64 = 1000.0;

/// The stems of one language and how often each was seen.
#[derive(Clone, Debug, Default)]
pub struct StemCounts {
    ids: FxHashMap<String, u32>,
    counts: Vec<u32>,
    total: u32,
    /// Sightings that don't count, for they may be in the very text that asks.
    discounted: u32,
}

impl StemCounts {
    /// The number of a stem that was seen.
    pub fn id(&self, key: &str) -> Option<u32> {
        self.ids.get(key).copied()
    }

    /// How often the stem was seen.
    pub fn count(&self, key: &str) -> u32 {
        let seen = self.id(key).map_or(0, |id| self.counts[id as usize]);
        seen.saturating_sub(self.discounted)
    }

    /// Share of the stem among all that were seen, held to what is usual where few were.
    pub fn share(&self, key: &str, usual: f64) -> f64 {
        (f64::from(self.count(key)) + FEW * usual) / (f64::from(self.total) + FEW)
    }

    /// How many different stems were seen.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    fn add(&mut self, token: &WordToken) -> u32 {
        self.total += 1;
        if let Some(id) = self.ids.get(&token.key) {
            self.counts[*id as usize] += 1;
            return *id;
        }
        let id = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        self.ids.insert(token.key.clone(), id);
        self.counts.push(1);
        id
    }
}

impl Lexicon {
    /// A lexicon that knows nothing yet.
    pub fn empty(source_language: &str, target_language: &str) -> Self {
        Self {
            source_language: source_language.to_owned(),
            target_language: target_language.to_owned(),
            source: StemCounts::default(),
            target: StemCounts::default(),
            entries: Vec::new(),
            lengths: Lengths::default(),
            spelt: Default::default(),
        }
    }

    /// Learns from pairs of texts that translate each other.
    pub fn learn<'a>(
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
        source_language: &str,
        target_language: &str,
    ) -> Self {
        Self::empty(source_language, target_language).taught(pairs, 0)
    }

    /// Learns from pairs that may come from the texts the lexicon is for.
    ///
    /// A couple of stems then needs a second witness, or a wrong pair would prove itself.
    pub fn learn_again<'a>(
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
        source_language: &str,
        target_language: &str,
    ) -> Self {
        Self::empty(source_language, target_language).taught(pairs, 1)
    }

    fn taught<'a>(self, pairs: impl Iterator<Item = (&'a str, &'a str)>, discounted: u32) -> Self {
        let mut lexicon = self;
        lexicon.source.discounted = discounted;
        lexicon.target.discounted = discounted;
        let (source, target) = lexicon.tongues();
        let mut sentences = Sentences::default();
        let mut ratios = Vec::new();
        // What stands on every page word for word is one witness.
        let mut met = FxHashSet::default();
        for (left, right) in pairs.filter(|pair| met.insert(*pair)) {
            if left.trim().is_empty() || right.trim().is_empty() {
                continue;
            }
            let left_ids = known(&source, left, &mut lexicon.source);
            let right_ids = known(&target, right, &mut lexicon.target);
            sentences.add(left_ids, right_ids);
            let (left, right) = (left.chars().count() as f64, right.chars().count() as f64);
            if left.min(right) >= 20.0 {
                ratios.push((right / left).ln());
            }
        }
        let (sources, targets) = (lexicon.source.len(), lexicon.target.len());
        lexicon.entries = training::train(&sentences, sources, targets, discounted);
        lexicon.lengths = Lengths { mean: median(&mut ratios) };
        lexicon.spelt = lexicon.spelt_alike();
        lexicon
    }

    /// Whether earlier pairs have either of two stems beside one that sounds like it.
    ///
    /// A name that is written in the other script has no other translation, whatever stood beside it.
    pub fn is_spelt(&self, source: u32, target: u32) -> bool {
        self.spelt.0.contains(&source) || self.spelt.1.contains(&target)
    }

    /// The stems of both languages that stand beside one that sounds like them.
    fn spelt_alike(&self) -> (FxHashSet<u32>, FxHashSet<u32>) {
        let heard = |counts: &StemCounts| {
            let mut heard = vec![Vec::new(); counts.len()];
            counts.ids.iter().for_each(|(key, id)| heard[*id as usize] = sounds(key));
            heard
        };
        let (ours, theirs) = (heard(&self.source), heard(&self.target));
        let mut spelt = (FxHashSet::default(), FxHashSet::default());
        for (source, entries) in (0_u32..).zip(&self.entries) {
            for entry in entries {
                let alike = likeness(&ours[source as usize], &theirs[entry.target as usize]);
                if alike >= SPELT {
                    spelt.0.insert(source);
                    spelt.1.insert(entry.target);
                }
            }
        }
        spelt
    }

    /// The languages of both sides, as primary subtags.
    pub fn languages(&self) -> [&str; 2] {
        [&self.source_language, &self.target_language]
            .map(|language| language.split('-').next().unwrap_or(language))
    }

    /// How to read both sides.
    pub fn tongues(&self) -> (Tokenizer, Tokenizer) {
        let (source, target) = (&self.source_language, &self.target_language);
        (Tokenizer::new(source, target), Tokenizer::new(target, source))
    }
}

/// The different stems of a text, as numbers.
fn known(tongue: &Tokenizer, text: &str, vocabulary: &mut StemCounts) -> Vec<u32> {
    let tokens = tongue.tokens(text);
    let stems = tokens.iter().filter(|token| token.sort != Sort::Link);
    let mut ids: Vec<u32> = stems.map(|token| vocabulary.add(token)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The middle of the values; 0 where there are none.
pub fn median(values: &mut [f64]) -> f64 {
    let middle = values.len() / 2;
    if values.is_empty() { 0.0 } else { *values.select_nth_unstable_by(middle, f64::total_cmp).1 }
}
