//! How many of the stretches looked up each source of a volume has.
//!
//! Lists that are a bit for each source are added, eight at once, to numbers whose digits stand apart
//! (carry-save adders; Harley and Seal): all lowest bits together, then all second ones, so that 64
//! sources are counted at once.

use std::array;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::volume::{BLOCK, Numbers, place};

/// Digits of the numbers; no more lists are counted than they can tell.
const DIGITS: usize = 7;
/// So many lists can be counted.
pub const MOST: usize = (1 << DIGITS) - 1;
/// So many lists are added together,
const TOGETHER: usize = 8;
/// for so many words of bits, as a processor has room for at hand.
const WORDS: usize = 64;

/// Bits of a list for some thousand sources.
type Tile = [u64; WORDS];

/// Counts under way.
pub struct GramTally {
    texts: usize,
    /// What lists of gaps add up to, where [`place`] says.
    counts: Vec<u8>,
    /// The lists of bits.
    lists: Vec<Arc<Vec<u8>>>,
}

/// How many stretches each source has.
pub struct GramCounts {
    texts: usize,
    counts: Vec<u8>,
}

impl GramTally {
    /// Nothing counted yet for so many texts.
    pub fn new(texts: usize) -> Self {
        Self { texts, counts: vec![0; texts.next_multiple_of(CHUNK)], lists: Vec::new() }
    }

    /// Counts a list.
    pub fn add(&mut self, list: Numbers<'_>) {
        match list {
            Numbers::Gaps(_) => list.each(|text| {
                if let Some(count) = self.counts.get_mut(place(text)) {
                    *count = count.wrapping_add(1);
                }
            }),
            Numbers::Bits(bits) => self.lists.push(bits),
        }
    }

    /// The counts.
    pub fn counts(mut self) -> GramCounts {
        let tiles = if self.lists.is_empty() { &mut [] } else { &mut self.counts[..] };
        for (number, counts) in tiles.chunks_mut(WORDS * BLOCK).enumerate() {
            let mut digits = [[0; WORDS]; DIGITS + 1];
            for lists in self.lists.chunks(TOGETHER) {
                let mut tiles = [[0; WORDS]; TOGETHER];
                for (tile, list) in tiles.iter_mut().zip(lists) {
                    let bytes = list.get(number * WORDS * 8..).unwrap_or_default();
                    let words = bytes.as_chunks::<8>().0;
                    for at in 0..WORDS.min(words.len()) {
                        tile[at] = u64::from_le_bytes(words[at]);
                    }
                }
                add_tiles(&mut digits, &tiles);
            }
            for (word, counts) in counts.as_chunks_mut::<BLOCK>().0.iter_mut().enumerate() {
                let added = turned(array::from_fn(|at| digits[at][word]));
                let counts = counts.as_chunks_mut::<8>().0;
                for at in 0..8 {
                    counts[at] = (u64::from_le_bytes(counts[at]) + added[at]).to_le_bytes();
                }
            }
        }
        GramCounts { texts: self.texts, counts: self.counts }
    }
}

/// Adds the bits of eight lists.
fn add_tiles(digits: &mut [Tile; DIGITS + 1], lists: &[Tile; TOGETHER]) {
    let [ones, twos, fours, higher @ ..] = digits;
    let mut eights = [0; WORDS];
    for at in 0..WORDS {
        let (one, first) = added([ones[at], lists[0][at], lists[1][at]]);
        let (one, second) = added([one, lists[2][at], lists[3][at]]);
        let (one, third) = added([one, lists[4][at], lists[5][at]]);
        let (one, fourth) = added([one, lists[6][at], lists[7][at]]);
        let (two, fifth) = added([twos[at], first, second]);
        let (two, sixth) = added([two, third, fourth]);
        let (four, eight) = added([fours[at], fifth, sixth]);
        (ones[at], twos[at], fours[at], eights[at]) = (one, two, four, eight);
    }
    for digit in higher {
        for at in 0..WORDS {
            (digit[at], eights[at]) = (digit[at] ^ eights[at], digit[at] & eights[at]);
        }
    }
}

/// The sum of three bits at each place, and what is carried.
fn added([one, two, three]: [u64; 3]) -> (u64, u64) {
    let half = one ^ two;
    (half ^ three, one & two | half & three)
}

/// Turns eight digits of 64 numbers into numbers of a byte: the word `k` has those of the texts
/// 8·b + k as its bytes b (squares of eight bits turned over their diagonal; Warren, Hacker's Delight 7-3).
#[inline]
fn turned(mut digits: [u64; 8]) -> [u64; 8] {
    const STEPS: [(usize, u64); 3] =
        [(4, 0x0f0f_0f0f_0f0f_0f0f), (2, 0x3333_3333_3333_3333), (1, 0x5555_5555_5555_5555)];
    for (step, low) in STEPS {
        for at in 0..8 {
            if at & step == 0 {
                let (one, other) = (digits[at], digits[at + step]);
                digits[at] = one & low | (other & low) << step;
                digits[at + step] = one >> step & low | other & !low;
            }
        }
    }
    digits
}

impl GramCounts {
    /// Forgets those whose length is not among these.
    pub fn keep_lengths(&mut self, lengths: &[u16], kept: &RangeInclusive<u16>) {
        for (count, length) in self.counts.iter_mut().zip(lengths) {
            let is_kept = kept.start() <= length && length <= kept.end();
            *count &= 0_u8.wrapping_sub(u8::from(is_kept));
        }
    }

    /// Forgets those without a bit, where there are any.
    pub fn keep(&mut self, bits: &[u8]) {
        for (at, byte) in bits.iter().enumerate().filter(|(_, byte)| **byte != u8::MAX) {
            for text in (at * 8..at * 8 + 8).filter(|text| byte >> (text % 8) & 1 == 0) {
                if let Some(count) = self.counts.get_mut(place(text)) {
                    *count = 0;
                }
            }
        }
    }

    /// How many texts have at least so many.
    pub fn having(&self, least: u8) -> usize {
        self.counts.as_chunks::<CHUNK>().0.iter().map(|counts| few(counts, least)).sum()
    }

    /// About how many texts have at least so many.
    pub fn having_about(&self, least: u8) -> usize {
        let asked = self.counts.as_chunks::<CHUNK>().0.iter().step_by(SAMPLED);
        SAMPLED * asked.map(|counts| few(counts, least)).sum::<usize>()
    }

    /// Passes on the texts that have at least so many, which is more than none.
    pub fn each_having(&self, least: u8, mut pass: impl FnMut(usize, u8)) {
        let wanted = u64::from(least) * ONES;
        for (number, chunk) in self.counts.as_chunks::<8>().0.iter().enumerate() {
            // No count has the highest bit, so it stays where a count is enough.
            let mut left = ((u64::from_le_bytes(*chunk) | HIGH) - wanted) & HIGH;
            while left != 0 {
                let at = left.trailing_zeros() as usize / 8;
                // Places are their own way back.
                let text = place(number * 8 + at);
                if text < self.texts {
                    pass(text, chunk[at]);
                }
                left &= left - 1;
            }
        }
    }
}

/// So many counts are looked at together; a byte for each eighth of them tells how many are large enough.
const CHUNK: usize = 1_024;
/// One chunk of so many is asked to guess.
const SAMPLED: usize = 8;

/// The highest bit of each of eight bytes, which no count has.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// The lowest bit of each.
const ONES: u64 = 0x0101_0101_0101_0101;

/// How many of some counts are at least that, which is more than none: eight at once, so that the
/// compiler adds as many words at once as the processor can.
fn few(counts: &[u8; CHUNK], least: u8) -> usize {
    let wanted = u64::from(least) * ONES;
    let mut few = 0;
    for word in counts.as_chunks::<8>().0 {
        few += (((u64::from_le_bytes(*word) | HIGH) - wanted) & HIGH) >> 7;
    }
    few.to_le_bytes().into_iter().map(usize::from).sum()
}

#[cfg(test)]
mod tests {
    use super::{GramTally, MOST};
    use crate::memory::volume::Numbers;
    use proptest::prelude::*;

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
                let (mut bits, mut gaps, mut next) = (vec![0_u8; TEXTS.div_ceil(64) * 8], Vec::new(), 0);
                for text in list {
                    expected[*text] += 1;
                    bits[text / 8] |= 1 << (text % 8);
                    let mut gap = text - next;
                    while gap >= 0x80 {
                        gaps.push(gap.to_le_bytes()[0] | 0x80);
                        gap >>= 7;
                    }
                    gaps.push(gap.to_le_bytes()[0]);
                    next = text + 1;
                }
                let lists = [Numbers::Bits(bits.into()), Numbers::Gaps(&gaps)];
                tally.add(lists[at % 2].clone());
                other.add(lists[1 - at % 2].clone());
            }
            for counts in [tally.counts(), other.counts()] {
                for least in 1..=127 {
                    let mut enough = Vec::new();
                    counts.each_having(least, |text, count| enough.push((text, count)));
                    enough.sort_unstable();
                    let right = expected.iter().copied().enumerate().filter(|(_, count)| *count >= least);
                    prop_assert_eq!(&enough, &right.collect::<Vec<_>>());
                    prop_assert_eq!(counts.having(least), enough.len());
                }
            }
        }
    }
}
