//! Which texts have which stems, so that only texts with a rare word in common are compared.

use rustc_hash::FxHashMap;

use crate::text::similarity::Bag;

/// The bags of words of all texts, and by each stem the texts that have it.
#[derive(Default)]
pub struct Index {
    bags: Vec<Bag>,
    texts: FxHashMap<u64, Vec<u32>>,
}

impl Index {
    /// Adds the next text.
    pub fn add(&mut self, bag: Bag) {
        let Ok(number) = u32::try_from(self.bags.len()) else { return };
        for (stem, _) in &bag.stems {
            let texts = self.texts.entry(*stem).or_default();
            if texts.last() != Some(&number) {
                texts.push(number);
            }
        }
        self.bags.push(bag);
    }

    /// Takes the texts from `len` on away again.
    pub fn truncate(&mut self, len: usize) {
        for bag in self.bags.drain(len.min(self.bags.len())..) {
            for (stem, _) in bag.stems {
                if let Some(texts) = self.texts.get_mut(&stem) {
                    texts.retain(|text| (*text as usize) < len);
                }
            }
        }
    }

    /// The texts at least as like as `least`, with their likeness.
    pub fn alike(&self, bag: &Bag, least: f64) -> Vec<(usize, f64)> {
        let (shared, rest) = self.shared(bag, least);
        let mut found = Vec::new();
        for (number, weight) in shared.into_iter().enumerate() {
            // What the words left out could still add decides whether to compare.
            let most = f64::from(2 * (weight + rest));
            let other = &self.bags[number];
            if weight > 0 && most >= least * f64::from(bag.weight + other.weight) {
                let likeness = bag.similarity(other);
                if likeness >= least {
                    found.push((number, likeness));
                }
            }
        }
        found
    }

    /// For each text the weight of the rare stems in common, and the weight of the stems left out.
    fn shared(&self, bag: &Bag, least: f64) -> (Vec<u32>, u32) {
        // A text that is alike shares at least this much, whatever its own weight.
        let needed = least / (2.0 - least) * f64::from(bag.weight);
        let mut shared = vec![0; self.bags.len()];
        let mut rest = bag.weight;
        for (stem, weight) in self.by_rarity(bag) {
            if f64::from(rest) < needed {
                break;
            }
            rest -= weight;
            for text in self.texts.get(&stem).into_iter().flatten() {
                shared[*text as usize] += weight;
            }
        }
        (shared, rest)
    }

    /// The different stems of a bag with their whole weights, the rarest first.
    fn by_rarity(&self, bag: &Bag) -> Vec<(u64, u32)> {
        let mut stems: Vec<(u64, u32)> = Vec::with_capacity(bag.stems.len());
        for (stem, weight) in &bag.stems {
            match stems.last_mut() {
                Some((last, sum)) if last == stem => *sum += weight,
                _ => stems.push((*stem, *weight)),
            }
        }
        stems.sort_by_key(|(stem, _)| self.texts.get(stem).map_or(0, Vec::len));
        stems
    }
}
