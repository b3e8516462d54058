//! How many letters have to be put in, taken out or exchanged to make one text of another.
//!
//! Many at a time, by bits (Myers 1999, in blocks as Hyyrö 2003).

use rustc_hash::FxHashMap;

/// A text that others are compared with.
pub struct Yardstick {
    length: usize,
    blocks: usize,
    /// For each low character and block, where it stands.
    low: Vec<u64>,
    high: FxHashMap<char, Vec<u64>>,
    /// Where a character stands that it hasn't.
    none: Vec<u64>,
}

/// Latin and Cyrillic letters stand below this.
const LOW: usize = 0x500;
const BITS: usize = 64;
/// Texts of so many blocks need no room of their own.
const SHORT: usize = 4;

impl Yardstick {
    /// Prepares a text for comparisons.
    pub fn new(text: &str) -> Self {
        let length = text.chars().count();
        let blocks = length.div_ceil(BITS);
        let mut low = vec![0; LOW * blocks];
        let mut high: FxHashMap<char, Vec<u64>> = FxHashMap::default();
        for (at, c) in text.chars().enumerate() {
            let (block, bit) = (at / BITS, 1 << (at % BITS));
            match low.get_mut(c as usize * blocks + block).filter(|_| (c as usize) < LOW) {
                Some(bits) => *bits |= bit,
                None => high.entry(c).or_insert_with(|| vec![0; blocks])[block] |= bit,
            }
        }
        Self { length, blocks, low, high, none: vec![0; blocks] }
    }

    /// The least number of edits that make `text` of it.
    pub fn distance(&self, text: &str) -> usize {
        self.distance_within(text, usize::MAX).unwrap_or(usize::MAX)
    }

    /// The least number of edits that make `text` of it; nothing where that is more than `most`.
    pub fn distance_within(&self, text: &str, most: usize) -> Option<usize> {
        let length = text.chars().count();
        // The number of edits never falls on the way to both ends at once, so it is known early.
        let mut distance = self.length.abs_diff(length);
        if distance > most || self.length == 0 {
            return Some(distance).filter(|distance| *distance <= most);
        }
        let mut short = [(u64::MAX, 0_u64); SHORT];
        let mut long = Vec::new();
        let columns: &mut [(u64, u64)] = match short.get_mut(..self.blocks) {
            Some(columns) => columns,
            None => {
                long.resize(self.blocks, (u64::MAX, 0_u64));
                &mut long
            }
        };
        for (at, c) in text.chars().enumerate() {
            let row = (at + self.length).checked_sub(length);
            let is_free = step(columns, self.places(c), row.unwrap_or(usize::MAX));
            distance += usize::from(row.is_some() && !is_free);
            if distance > most {
                return None;
            }
        }
        Some(distance)
    }

    /// Where a character stands, for each block; nothing where it stands nowhere.
    fn places(&self, c: char) -> &[u64] {
        let start = c as usize * self.blocks;
        match self.low.get(start..start + self.blocks) {
            Some(places) if (c as usize) < LOW => places,
            _ => self.high.get(&c).unwrap_or(&self.none),
        }
    }
}

/// Goes one character on; says whether this row takes no edit more than the one above took before.
fn step(columns: &mut [(u64, u64)], places: &[u64], row: usize) -> bool {
    let (mut more_in, mut less_in) = (1, 0);
    let mut is_free = false;
    for (block, ((plus, minus), equal)) in columns.iter_mut().zip(places).enumerate() {
        let vertical = equal | *minus;
        let equal = equal | less_in;
        let horizontal = (((equal & *plus).wrapping_add(*plus)) ^ *plus) | equal;
        if block == row / BITS {
            is_free = (horizontal | *minus) >> (row % BITS) & 1 == 1;
        }
        let more = *minus | !(horizontal | *plus);
        let less = *plus & horizontal;
        let (more_out, less_out) = (more >> (BITS - 1), less >> (BITS - 1));
        let (more, less) = (more << 1 | more_in, less << 1 | less_in);
        *plus = less | !(vertical | more);
        *minus = more & vertical;
        (more_in, less_in) = (more_out, less_out);
    }
    is_free
}

#[cfg(test)]
mod tests {
    use super::Yardstick;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_agrees_with_the_textbook(
            one in "[абв ]{0,20}|[а-в☃]{60,140}|.{0,10}", other in "[абв ]{0,20}|[а-в☃]{60,140}|.{0,10}",
        ) {
            let pattern = Yardstick::new(&one);
            prop_assert_eq!(pattern.distance(&other), strsim::levenshtein(&one, &other));
        }

        #[test]
        fn what_is_further_off_than_asked_for_is_not_measured(
            one in "[абв ]{0,20}|[а-в☃]{60,140}", other in "[абв ]{0,20}|[а-в☃]{60,300}", most in 0_usize..150,
        ) {
            let distance = strsim::levenshtein(&one, &other);
            let found = Yardstick::new(&one).distance_within(&other, most);
            prop_assert_eq!(found, Some(distance).filter(|distance| *distance <= most));
        }
    }
}
