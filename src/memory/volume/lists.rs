//! Makes the lists of the sources that hold a stretch.

use std::io::{self, Write};

use rustc_hash::FxHashMap;

use super::directory::{self, Directory};
use super::listing::{DENSE, Listing, Numbers, seed, size};
use super::{damaged, digest};

/// Stretches are told apart by so many bits.
const BITS: u32 = 20;

/// Lists under way, one for each slot that stretches share.
pub struct Postings {
    /// One more than the number of the list of each slot.
    slots: Vec<u32>,
    lists: Vec<List>,
    /// Numbers below the last one of their list: those of sources that stand again later.
    late: FxHashMap<u32, Vec<u32>>,
}

struct List {
    slot: u32,
    /// One more than the last number.
    next: u32,
    count: u32,
    bytes: Vec<u8>,
}

impl Default for Postings {
    fn default() -> Self {
        Self { slots: vec![0; 1 << BITS], lists: Vec::new(), late: FxHashMap::default() }
    }
}

impl Postings {
    /// Notes that the text with this number has the stretch.
    pub fn add(&mut self, gram: u32, number: u32) {
        let slot = slot(gram);
        let place = &mut self.slots[slot as usize];
        if *place == 0 {
            self.lists.push(List { slot, next: 0, count: 0, bytes: Vec::new() });
            *place = u32::try_from(self.lists.len()).unwrap_or_default();
        }
        let list = &mut self.lists[*place as usize - 1];
        if list.next > number {
            if list.next > number + 1 {
                let late = self.late.entry(slot).or_default();
                if late.last() != Some(&number) {
                    late.push(number);
                }
            }
            return;
        }
        list.push(number);
    }

    /// Puts the numbers that came late where they belong.
    fn settle(&mut self) {
        for (slot, late) in std::mem::take(&mut self.late) {
            let Some(at) = (self.slots[slot as usize] as usize).checked_sub(1) else { continue };
            let mut numbers: Vec<u32> = late;
            let known = Numbers::Gaps(&self.lists[at].bytes);
            known.each(|number| numbers.push(u32::try_from(number).unwrap_or(u32::MAX)));
            numbers.sort_unstable();
            numbers.dedup();
            let mut list = List { slot, next: 0, count: 0, bytes: Vec::new() };
            for number in numbers {
                list.push(number);
            }
            self.lists[at] = list;
        }
    }

    /// Writes the lists of so many texts and their directory; gives that and where it ends.
    pub fn write(
        mut self,
        out: &mut impl Write,
        mut at: u64,
        texts: usize,
    ) -> io::Result<(Directory, u64)> {
        self.settle();
        self.lists.sort_unstable_by_key(|list| list.slot);
        let mut lines = Vec::with_capacity(self.lists.len());
        for list in &self.lists {
            let is_dense = list.count as usize * DENSE > texts;
            let bits = if is_dense { bits(&list.bytes, texts) } else { Vec::new() };
            let bytes = if is_dense { &bits } else { &list.bytes };
            let length = u32::try_from(bytes.len()).map_err(|_| damaged())?;
            let proof = digest(seed(list.slot, list.count), bytes);
            out.write_all(bytes)?;
            lines.push(Listing { slot: list.slot, at, length, count: list.count, digest: proof });
            at += u64::from(length);
        }
        directory::write(out, at, &lines)
    }
}

impl List {
    /// Adds a number above all others.
    fn push(&mut self, number: u32) {
        let mut gap = number - self.next;
        (self.next, self.count) = (number + 1, self.count + 1);
        while gap >= 0x80 {
            self.bytes.push(low(gap) | 0x80);
            gap >>= 7;
        }
        self.bytes.push(low(gap));
    }
}

fn low(gap: u32) -> u8 {
    gap.to_le_bytes()[0] & 0x7f
}

/// The slot of a stretch.
pub fn slot(gram: u32) -> u32 {
    gram >> (32 - BITS)
}

/// The numbers of a list as a bit for each text.
fn bits(gaps: &[u8], texts: usize) -> Vec<u8> {
    let mut bits = vec![0; size(texts)];
    Numbers::Gaps(gaps).each(|text| bits[text / 8] |= 1 << (text % 8));
    bits
}
