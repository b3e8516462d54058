//! Postings of numbers in rising order, as the gaps between them: seven bits a byte.

use std::io::{self, Write};

use super::{Storage, damaged, digest};

/// Postings under way, one for each slot that stretches share.
pub struct Postings {
    bits: u32,
    slots: Vec<List>,
}

#[derive(Clone, Default)]
struct List {
    /// One more than the last number.
    next: u32,
    count: u32,
    bytes: Vec<u8>,
}

/// Bytes of a line of the table: where the list stands, how long it is, its numbers, its digest.
const LINE: usize = 20;

impl Postings {
    /// Postings for so many texts.
    pub fn new(texts: usize) -> Self {
        let bits = texts.saturating_mul(16).max(1).ilog2().clamp(12, 18);
        Self { bits, slots: vec![List::default(); 1 << bits] }
    }

    /// How many bits number the slots.
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// Notes that the text with this number has the stretch; numbers never fall.
    pub fn add(&mut self, gram: u32, number: u32) {
        let list = &mut self.slots[slot(gram, self.bits)];
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

    /// Writes the lists and their table; gives where the table stands and where it ends.
    pub fn write(self, out: &mut impl Write, mut at: u64) -> io::Result<(u64, u64)> {
        let mut table = Vec::with_capacity(self.slots.len() * LINE);
        for (slot, list) in self.slots.iter().enumerate() {
            out.write_all(&list.bytes)?;
            let seed = slot as u64 ^ u64::from(list.count) << 32;
            let length = u32::try_from(list.bytes.len()).map_err(|_| damaged())?;
            table.extend(at.to_le_bytes());
            table.extend(length.to_le_bytes());
            table.extend(list.count.to_le_bytes());
            table.extend(digest(seed, &list.bytes).to_le_bytes());
            at += u64::from(length);
        }
        out.write_all(&table)?;
        Ok((at, at + table.len() as u64))
    }
}

fn low(gap: u32) -> u8 {
    gap.to_le_bytes()[0] & 0x7f
}

fn slot(gram: u32, bits: u32) -> usize {
    (gram >> (32 - bits)) as usize
}

/// The table of lists in a volume.
#[derive(Clone, Copy, Debug)]
pub struct Directory {
    pub at: u64,
    pub bits: u32,
}

/// A list in a volume.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    slot: usize,
    at: u64,
    length: u32,
    /// How many numbers it has.
    pub count: u32,
    digest: u32,
}

impl Directory {
    /// How many bytes it takes.
    pub fn size(self) -> u64 {
        (LINE as u64) << self.bits
    }

    /// The list of a stretch.
    pub fn line(self, storage: &dyn Storage, gram: u32) -> io::Result<Listing> {
        let slot = slot(gram, self.bits);
        let mut bytes = [0; LINE];
        storage.fill(self.at + (slot * LINE) as u64, &mut bytes)?;
        let part = |at: usize| u32::from_le_bytes(bytes.as_chunks::<4>().0[at]);
        let at = u64::from(part(1)) << 32 | u64::from(part(0));
        let (length, count, digest) = (part(2), part(3), part(4));
        if u64::from(length) > self.at || count > length {
            return Err(damaged());
        }
        Ok(Listing { slot, at, length, count, digest })
    }
}

impl Listing {
    /// The bytes of the list, proved.
    pub fn read<'b>(&self, storage: &dyn Storage, buffer: &'b mut Vec<u8>) -> io::Result<&'b [u8]> {
        buffer.resize(self.length as usize, 0);
        storage.fill(self.at, buffer)?;
        let seed = self.slot as u64 ^ u64::from(self.count) << 32;
        if digest(seed, buffer) == self.digest { Ok(buffer) } else { Err(damaged()) }
    }
}

/// Passes on the numbers of a list.
pub fn each(bytes: &[u8], mut pass: impl FnMut(usize)) {
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
