//! Lists of the sources that hold a stretch: the gaps between their numbers, seven bits a byte, or a
//! bit for each source where many hold it.

use std::io::{self, Write};

use super::directory::{self, Directory};
use super::{Storage, damaged, digest};

/// Stretches are told apart by so many bits.
const BITS: u32 = 20;
/// Where one source of so many holds a stretch, each has a bit.
pub const DENSE: usize = 32;

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

fn seed(slot: u32, count: u32) -> u64 {
    u64::from(slot) ^ u64::from(count) << 32
}

/// The numbers of a list as a bit for each text.
fn bits(gaps: &[u8], texts: usize) -> Vec<u8> {
    let mut bits = vec![0; size(texts)];
    Numbers::Gaps(gaps).each(|text| bits[text / 8] |= 1 << (text % 8));
    bits
}

/// How many bytes hold a bit for each text.
fn size(texts: usize) -> usize {
    texts.div_ceil(64) * 8
}

/// A list in a volume.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub slot: u32,
    pub at: u64,
    pub length: u32,
    /// How many numbers it has.
    pub count: u32,
    pub digest: u32,
}

/// The numbers in a list, which rise.
#[derive(Clone, Copy)]
pub enum Numbers<'b> {
    /// The gaps between them.
    Gaps(&'b [u8]),
    /// A bit for each text.
    Bits(&'b [u8]),
}

impl Listing {
    /// What the list says of so many texts, proved.
    pub fn read<'b>(
        &self,
        storage: &dyn Storage,
        texts: usize,
        buffer: &'b mut Vec<u8>,
    ) -> io::Result<Numbers<'b>> {
        buffer.resize(self.length as usize, 0);
        storage.fill(self.at, buffer)?;
        if digest(seed(self.slot, self.count), buffer) != self.digest {
            return Err(damaged());
        }
        let is_dense = self.count as usize * DENSE > texts;
        match (is_dense, buffer.len() == size(texts)) {
            (false, _) => Ok(Numbers::Gaps(buffer)),
            (true, true) => Ok(Numbers::Bits(buffer)),
            (true, false) => Err(damaged()),
        }
    }
}

impl Numbers<'_> {
    /// Passes on the numbers.
    pub fn each(self, mut pass: impl FnMut(usize)) {
        match self {
            Self::Gaps(bytes) => of_gaps(bytes, pass),
            Self::Bits(bytes) => {
                for (at, byte) in bytes.iter().enumerate() {
                    let mut left = *byte;
                    while left != 0 {
                        pass(at * 8 + left.trailing_zeros() as usize);
                        left &= left - 1;
                    }
                }
            }
        }
    }
}

fn of_gaps(bytes: &[u8], mut pass: impl FnMut(usize)) {
    let (mut next, mut gap, mut shift) = (0, 0, 0);
    for byte in bytes {
        gap |= usize::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            next += gap;
            pass(next);
            next += 1;
            (gap, shift) = (0, 0);
        } else {
            shift += 7;
        }
    }
}
