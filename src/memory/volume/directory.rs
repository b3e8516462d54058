//! Where the lists of a volume stand: a line for each, in the order of their slots, some of which are
//! read together.

use std::io::{self, Write};

use super::listing::Listing;
use super::{Storage, damaged, digest};

/// The lines of lists in a volume.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Where they stand.
    pub at: u64,
    pub lines: u32,
    /// The digest of what stands behind them: where each bunch begins, and its digest.
    pub proof: u32,
}

/// Bytes of a line.
const LINE: usize = 24;
/// So many lines are read together.
const BUNCH: usize = 32;
/// Bytes that tell the first slot of a bunch, and its digest.
const HEAD: usize = 8;

/// Writes the lines; gives their directory and where it ends.
pub fn write(out: &mut impl Write, at: u64, lines: &[Listing]) -> io::Result<(Directory, u64)> {
    let mut heads = Vec::new();
    let mut end = at;
    for bunch in lines.chunks(BUNCH) {
        let mut bytes = Vec::with_capacity(BUNCH * LINE);
        for Listing { slot, at, length, count, digest } in bunch {
            bytes.extend(at.to_le_bytes());
            for number in [slot, length, count, digest] {
                bytes.extend(number.to_le_bytes());
            }
        }
        out.write_all(&bytes)?;
        heads.extend(bunch[0].slot.to_le_bytes());
        heads.extend(digest(end, &bytes).to_le_bytes());
        end += bytes.len() as u64;
    }
    out.write_all(&heads)?;
    let count = u32::try_from(lines.len()).map_err(|_| damaged())?;
    let directory = Directory { at, lines: count, proof: digest(end, &heads) };
    Ok((directory, end + heads.len() as u64))
}

/// A directory that was read so far that any line is found by one more reading.
pub struct ListingLines {
    directory: Directory,
    heads: Vec<Head>,
    /// Where it ends.
    pub end: u64,
}

/// The first slot of a bunch, and its digest.
struct Head {
    slot: u32,
    digest: u32,
}

impl ListingLines {
    /// Reads where the bunches begin.
    pub fn open(storage: &dyn Storage, directory: Directory) -> io::Result<Self> {
        let lines = u64::from(directory.lines) * LINE as u64;
        let bunches = (directory.lines as usize).div_ceil(BUNCH);
        let start = directory.at.checked_add(lines).ok_or_else(damaged)?;
        let end = start.checked_add((bunches * HEAD) as u64).ok_or_else(damaged)?;
        if end > storage.size() {
            return Err(damaged());
        }
        let mut bytes = vec![0; bunches * HEAD];
        storage.fill(start, &mut bytes)?;
        if digest(start, &bytes) != directory.proof {
            return Err(damaged());
        }
        let numbers = bytes.as_chunks::<4>().0.as_chunks::<2>().0;
        let number = |bytes: [u8; 4]| u32::from_le_bytes(bytes);
        let heads = numbers
            .iter()
            .map(|[slot, digest]| Head { slot: number(*slot), digest: number(*digest) });
        Ok(Self { directory, heads: heads.collect(), end })
    }

    /// The list of a slot; an empty one where nothing has it.
    pub fn line(&self, storage: &dyn Storage, slot: u32) -> io::Result<Listing> {
        let after = self.heads.partition_point(|head| head.slot <= slot);
        let Some(bunch) = after.checked_sub(1) else { return Ok(Listing::default()) };
        let first = bunch * BUNCH;
        let count = BUNCH.min(self.directory.lines as usize - first);
        let mut room = [0; BUNCH * LINE];
        let bytes = &mut room[..count * LINE];
        let at = self.directory.at + (first * LINE) as u64;
        storage.fill(at, bytes)?;
        if digest(at, bytes) != self.heads[bunch].digest {
            return Err(damaged());
        }
        let mut lines = bytes.as_chunks::<LINE>().0.iter().map(line);
        Ok(lines.find(|line| line.slot == slot).unwrap_or_default())
    }
}

fn line(bytes: &[u8; LINE]) -> Listing {
    let part = |at: usize| u32::from_le_bytes(bytes.as_chunks::<4>().0[at]);
    let at = u64::from(part(1)) << 32 | u64::from(part(0));
    Listing { at, slot: part(2), length: part(3), count: part(4), digest: part(5) }
}
