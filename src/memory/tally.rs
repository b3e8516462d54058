//! How many of the stretches looked up each source of a volume has.
//!
//! Lists that are a bit for each source are added to numbers whose digits stand apart: all lowest
//! bits together, then all second ones, so that 64 sources are counted at once. Eight lists at a time
//! are added to a few thousand sources, as much as a processor has at hand.

use std::sync::Arc;

use super::volume::Numbers;

/// Digits of the numbers; no more lists are counted than they can tell.
const DIGITS: usize = 7;
/// So many lists can be counted.
pub const MOST: usize = (1 << DIGITS) - 1;
/// So many words of bits are counted together.
const WORDS: usize = 64;
/// So many lists are added together.
const LISTS: usize = 8;

/// Bits of a list for some thousand sources.
type Tile = [u64; WORDS];

/// Counts under way.
pub struct GramTally {
    counts: Vec<u8>,
    /// The lists that are bits.
    lists: Vec<Arc<Vec<u64>>>,
}

impl GramTally {
    /// Nothing counted yet for so many texts.
    pub fn new(texts: usize) -> Self {
        Self { counts: vec![0; texts], lists: Vec::new() }
    }

    /// Counts a list.
    pub fn add(&mut self, list: Numbers<'_>) {
        list.each(|text| {
            if let Some(count) = self.counts.get_mut(text) {
                *count = count.wrapping_add(1);
            }
        });
    }

    /// Counts a list of a bit for each source.
    pub fn add_bits(&mut self, list: Arc<Vec<u64>>) {
        self.lists.push(list);
    }

    /// The counts.
    pub fn counts(mut self) -> Vec<u8> {
        if self.lists.is_empty() {
            return self.counts;
        }
        let used = DIGITS.min(self.lists.len().ilog2() as usize + 1);
        for (number, counts) in self.counts.chunks_mut(WORDS * 64).enumerate() {
            let mut digits = [[0; WORDS]; DIGITS];
            for lists in self.lists.chunks(LISTS) {
                let mut tiles = [[0; WORDS]; LISTS];
                for (tile, list) in tiles.iter_mut().zip(lists) {
                    let words = list.get(number * WORDS..).unwrap_or_default();
                    let count = words.len().min(WORDS);
                    tile[..count].copy_from_slice(&words[..count]);
                }
                add_tiles(&mut digits, &tiles);
            }
            spread(&digits[..used], counts);
        }
        self.counts
    }
}

/// Adds the bits of eight lists.
fn add_tiles(digits: &mut [Tile; DIGITS], tiles: &[Tile; LISTS]) {
    let [ones, twos, fours, higher @ ..] = digits;
    let mut eights = [0; WORDS];
    for at in 0..WORDS {
        let list = |number: usize| tiles[number][at];
        let mut pairs = [0; LISTS / 2];
        for (number, carry) in pairs.iter_mut().enumerate() {
            (ones[at], *carry) = added([ones[at], list(2 * number), list(2 * number + 1)]);
        }
        let (sum, one) = added([twos[at], pairs[0], pairs[1]]);
        let (sum, other) = added([sum, pairs[2], pairs[3]]);
        twos[at] = sum;
        (fours[at], eights[at]) = added([fours[at], one, other]);
    }
    for digit in higher {
        for (digit, carry) in digit.iter_mut().zip(&mut eights) {
            let next = *digit & *carry;
            *digit ^= *carry;
            *carry = next;
        }
    }
}

/// The sum of three bits at each place, and what is carried.
fn added([one, two, three]: [u64; 3]) -> (u64, u64) {
    let half = one ^ two;
    (half ^ three, one & two | half & three)
}

/// Adds numbers whose digits stand apart to counts.
fn spread(digits: &[Tile], counts: &mut [u8]) {
    for (word, counts) in counts.chunks_mut(64).enumerate() {
        for (at, eight) in counts.chunks_mut(8).enumerate() {
            let mut sum = 0;
            for (power, digit) in digits.iter().enumerate() {
                sum += SPREAD[usize::from(digit[word].to_le_bytes()[at])] << power;
            }
            for (count, more) in eight.iter_mut().zip(sum.to_le_bytes()) {
                *count = count.wrapping_add(more);
            }
        }
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
    use std::sync::Arc;

    /// More than are counted together.
    const TEXTS: usize = 2 * 64 * 64 + 70;

    proptest! {
        #[test]
        fn both_kinds_of_lists_count_alike(
            lists in prop::collection::vec(prop::collection::btree_set(0_usize..TEXTS, 0..200), 0..=MOST),
        ) {
            let mut expected = vec![0_u8; TEXTS];
            let (mut tally, mut other) = (GramTally::new(TEXTS), GramTally::new(TEXTS));
            for (at, list) in lists.iter().enumerate() {
                let (mut bits, mut gaps, mut next) = (vec![0; TEXTS.div_ceil(64)], Vec::new(), 0);
                for text in list {
                    expected[*text] += 1;
                    bits[text / 64] |= 1 << (text % 64);
                    let gap = text - next;
                    let low = u8::try_from(gap % 0x80).expect("is small");
                    let high = u8::try_from(gap / 0x80).expect("is small");
                    gaps.extend(if high == 0 { vec![low] } else { vec![low | 0x80, high] });
                    next = text + 1;
                }
                let (of_bits, of_gaps) = if at % 2 == 0 {
                    (&mut tally, &mut other)
                } else {
                    (&mut other, &mut tally)
                };
                of_bits.add_bits(Arc::new(bits));
                of_gaps.add(Numbers::Gaps(&gaps));
            }
            prop_assert_eq!(&tally.counts(), &expected);
            prop_assert_eq!(&other.counts(), &expected);
        }
    }
}
