//! How many of the stretches looked up each source of a volume has.
//!
//! Lists that are a bit for each source are added to numbers whose digits stand apart: all lowest
//! bits together, then all second ones, so that 64 sources are counted at once.

use super::volume::Numbers;

/// Digits of the numbers; no more lists are counted than they can tell.
const DIGITS: usize = 7;
/// So many lists can be counted.
pub const MOST: usize = (1 << DIGITS) - 1;

/// Counts under way.
pub struct GramTally {
    counts: Vec<u8>,
    digits: Vec<[u64; DIGITS]>,
    /// How many lists were added by bits.
    lists: usize,
    /// One that waits for another, as two are added at once.
    waiting: Vec<u8>,
}

impl GramTally {
    /// Nothing counted yet for so many texts.
    pub fn new(texts: usize) -> Self {
        Self { counts: vec![0; texts], digits: Vec::new(), lists: 0, waiting: Vec::new() }
    }

    /// Counts a list.
    pub fn add(&mut self, list: Numbers<'_>) {
        match list {
            Numbers::Gaps(_) => list.each(|text| {
                if let Some(count) = self.counts.get_mut(text) {
                    *count = count.wrapping_add(1);
                }
            }),
            Numbers::Bits(bits) if self.lists.is_multiple_of(2) => {
                self.lists += 1;
                self.waiting.clear();
                self.waiting.extend(bits);
            }
            Numbers::Bits(bits) => {
                self.lists += 1;
                self.add_both(bits);
            }
        }
    }

    /// Adds the list that waits and another.
    fn add_both(&mut self, bits: &[u8]) {
        let pairs = self.waiting.as_chunks::<8>().0.iter().zip(bits.as_chunks::<8>().0);
        self.digits.resize(pairs.len(), [0; DIGITS]);
        let used = self.used();
        for (digits, (one, other)) in self.digits.iter_mut().zip(pairs) {
            let (one, other) = (u64::from_le_bytes(*one), u64::from_le_bytes(*other));
            let lowest = digits[0];
            digits[0] ^= one ^ other;
            let mut carry = one & other | lowest & (one ^ other);
            for digit in &mut digits[1..used] {
                let next = *digit & carry;
                *digit ^= carry;
                carry = next;
            }
        }
    }

    /// How many digits the lists added by bits can fill.
    fn used(&self) -> usize {
        DIGITS.min(self.lists.checked_ilog2().map_or(0, |log| log as usize) + 1)
    }

    /// The counts.
    pub fn counts(mut self) -> Vec<u8> {
        if !self.lists.is_multiple_of(2) {
            let nothing = vec![0; self.waiting.len()];
            self.add_both(&nothing);
        }
        let used = self.used();
        for (digits, counts) in self.digits.iter().zip(self.counts.chunks_mut(64)) {
            for (at, eight) in counts.chunks_mut(8).enumerate() {
                let mut sum = 0;
                for (power, digit) in digits[..used].iter().enumerate() {
                    sum += SPREAD[usize::from(digit.to_le_bytes()[at])] << power;
                }
                for (count, more) in eight.iter_mut().zip(sum.to_le_bytes()) {
                    *count = count.wrapping_add(more);
                }
            }
        }
        self.counts
    }
}

/// Each bit of a byte as the lowest of a byte of its own.
const SPREAD: [u64; 256] = {
    let mut spread = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            spread[byte] |= ((byte as u64 >> bit) & 1) << (8 * bit);
            bit += 1;
        }
        byte += 1;
    }
    spread
};

#[cfg(test)]
mod tests {
    use super::{GramTally, MOST};
    use crate::memory::volume::Numbers;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_kinds_of_lists_count_alike(
            lists in prop::collection::vec(prop::collection::btree_set(0_usize..200, 0..200), 0..=MOST),
        ) {
            let mut expected = vec![0_u8; 200];
            let (mut tally, mut other) = (GramTally::new(200), GramTally::new(200));
            for (at, list) in lists.iter().enumerate() {
                let (mut bits, mut gaps, mut next) = (vec![0_u8; 200_usize.div_ceil(64) * 8], Vec::new(), 0);
                for text in list {
                    expected[*text] += 1;
                    bits[text / 8] |= 1 << (text % 8);
                    let gap = u8::try_from(text - next).expect("is small");
                    gaps.extend(if gap < 0x80 { vec![gap] } else { vec![gap & 0x7f | 0x80, 1] });
                    next = text + 1;
                }
                let lists = [Numbers::Bits(&bits), Numbers::Gaps(&gaps)];
                tally.add(lists[at % 2]);
                other.add(lists[1 - at % 2]);
            }
            prop_assert_eq!(&tally.counts(), &expected);
            prop_assert_eq!(&other.counts(), &expected);
        }
    }
}
