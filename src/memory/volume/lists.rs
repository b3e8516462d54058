//! Makes the lists of the sources that hold a stretch.

use std::io::{self, Write};

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
        Self { slots: vec![0; 1 << BITS], lists: Vec::new() }
    }
}

impl Postings {
    /// Notes that the text with this number has the stretch; numbers never fall.
    pub fn add(&mut self, gram: u32, number: u32) {
        let slot = slot(gram);
        let place = &mut self.slots[slot as usize];
        if *place == 0 {
            self.lists.push(List { slot, next: 0, count: 0, bytes: Vec::new() });
            *place = u32::try_from(self.lists.len()).unwrap_or_default();
        }
        let list = &mut self.lists[*place as usize - 1];
        if list.next > number {
            return;
        }
        let mut gap = number - list.next;
        (list.next, list.count) = (number + 1, list.count + 1);
        while gap >= 0x80 {
            list.bytes.push(low(gap) | 0x80);
            gap >>= 7;
        }
        list.bytes.push(low(gap));
    }

    /// Writes the lists of so many texts and their directory; gives that and where it ends.
    pub fn write(
        mut self,
        out: &mut impl Write,
        mut at: u64,
        texts: usize,
    ) -> io::Result<(Directory, u64)> {
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
