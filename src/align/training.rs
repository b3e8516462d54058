//! IBM model 1 in both directions, over the stems of sentence pairs.

use rustc_hash::FxHashMap;

/// Rounds of expectation and maximisation.
const ROUNDS: usize = 5;
/// Translations less likely than this are forgotten.
const LEAST: f32 = 0.01;
/// Imagined sightings that hold down what was seen once.
const DOUBT: f32 = 0.5;

/// One translation of a source stem.
#[derive(Clone, Copy, Debug)]
pub struct WordTranslation {
    pub target: u32,
    /// Probability of the target stem where the source stem stands.
    pub ahead: f32,
    /// Probability of the source stem where the target stem stands.
    pub back: f32,
}

/// Pairs of sentences as sets of stems.
#[derive(Default)]
pub struct Sentences {
    pairs: Vec<(Vec<u32>, Vec<u32>)>,
}

impl Sentences {
    /// Adds a pair.
    pub fn add(&mut self, source: Vec<u32>, target: Vec<u32>) {
        self.pairs.push((source, target));
    }
}

/// Every couple of stems that met in a pair, and where each pair's couples are.
#[derive(Default)]
struct Couples {
    source: Vec<u32>,
    target: Vec<u32>,
    /// In how many pairs they met.
    met: Vec<u32>,
    /// For each pair of sentences, row by row of its source stems.
    places: Vec<Vec<u32>>,
}

impl Couples {
    fn of(sentences: &Sentences) -> Self {
        let mut ids: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut couples = Self::default();
        for (source, target) in &sentences.pairs {
            let mut places = Vec::with_capacity(source.len() * target.len());
            for left in source {
                for right in target {
                    let fresh = u32::try_from(couples.source.len()).unwrap_or(u32::MAX);
                    let id = *ids.entry((*left, *right)).or_insert(fresh);
                    if id == fresh {
                        couples.source.push(*left);
                        couples.target.push(*right);
                        couples.met.push(0);
                    }
                    couples.met[id as usize] += 1;
                    places.push(id);
                }
            }
            couples.places.push(places);
        }
        couples
    }
}

/// The probabilities of both directions, couple by couple.
struct Table {
    ahead: Vec<f32>,
    back: Vec<f32>,
    /// Probability that a stem answers to nothing.
    ahead_alone: Vec<f32>,
    back_alone: Vec<f32>,
}

/// For each source stem its translations among what met in more than `discounted` pairs.
pub fn train(
    sentences: &Sentences,
    sources: usize,
    targets: usize,
    discounted: u32,
) -> Vec<Vec<WordTranslation>> {
    let couples = Couples::of(sentences);
    let count = couples.source.len();
    let mut table = Table {
        ahead: vec![1.0; count],
        back: vec![1.0; count],
        ahead_alone: vec![1.0; targets],
        back_alone: vec![1.0; sources],
    };
    for _ in 0..ROUNDS {
        table = round(sentences, &couples, &table);
    }
    let mut entries = vec![Vec::new(); sources];
    for id in 0..count {
        let (ahead, back) = (table.ahead[id], table.back[id]);
        if couples.met[id] > discounted && (ahead >= LEAST || back >= LEAST) {
            let entry = WordTranslation { target: couples.target[id], ahead, back };
            entries[couples.source[id] as usize].push(entry);
        }
    }
    for translations in &mut entries {
        translations.sort_by(|one, other| other.ahead.total_cmp(&one.ahead));
    }
    entries
}

fn round(sentences: &Sentences, couples: &Couples, old: &Table) -> Table {
    let mut new = Table {
        ahead: vec![0.0; old.ahead.len()],
        back: vec![0.0; old.back.len()],
        ahead_alone: vec![0.0; old.ahead_alone.len()],
        back_alone: vec![0.0; old.back_alone.len()],
    };
    for ((source, target), places) in sentences.pairs.iter().zip(&couples.places) {
        let width = target.len();
        for (column, right) in target.iter().enumerate() {
            let cells = places.iter().skip(column).step_by(width.max(1));
            let alone = old.ahead_alone[*right as usize];
            let all: f32 = alone + cells.clone().map(|id| old.ahead[*id as usize]).sum::<f32>();
            for id in cells {
                new.ahead[*id as usize] += old.ahead[*id as usize] / all;
            }
            new.ahead_alone[*right as usize] += alone / all;
        }
        for (line, left) in source.iter().enumerate() {
            let cells = &places[line * width..(line + 1) * width];
            let alone = old.back_alone[*left as usize];
            let all: f32 = alone + cells.iter().map(|id| old.back[*id as usize]).sum::<f32>();
            for id in cells {
                new.back[*id as usize] += old.back[*id as usize] / all;
            }
            new.back_alone[*left as usize] += alone / all;
        }
    }
    normalise(&mut new.ahead, &couples.source, DOUBT);
    normalise(&mut new.back, &couples.target, DOUBT);
    let alone = |shares: &mut Vec<f32>| {
        let all = shares.iter().sum::<f32>() + DOUBT;
        for share in shares {
            *share /= all;
        }
    };
    alone(&mut new.ahead_alone);
    alone(&mut new.back_alone);
    new
}

fn normalise(shares: &mut [f32], owners: &[u32], doubt: f32) {
    let owned = owners.iter().max().map_or(0, |owner| *owner as usize + 1);
    let mut sums = vec![doubt; owned];
    for (share, owner) in shares.iter().zip(owners) {
        sums[*owner as usize] += share;
    }
    for (share, owner) in shares.iter_mut().zip(owners) {
        *share /= sums[*owner as usize];
    }
}
