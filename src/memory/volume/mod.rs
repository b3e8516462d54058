//! A volume of the memory's index: entries, and lists of those that hold a stretch of letters.
//!
//! The bytes are written once, front to back, and read in place, so that a look-up in a million
//! entries reads a few hundred kilobytes. Their order: a header; a record for each entry; for each
//! different source where its last record stands (each record names the one before); the sources'
//! lengths and marks, and a bit for those with a translation; the lists of stretches with their directory, those of the beginnings of translated words
//! with theirs; a footer. Records, lists and directories carry a digest that is seeded by their place,
//! so damaged or misplaced bytes are never taken for an answer.

mod build;
mod directory;
mod listing;
mod lists;
mod read;
mod record;

use std::io;

pub use build::Binder;
use directory::Directory;
pub use listing::{DENSE, Listing, Numbers};
pub use read::Volume;
pub use record::Remembered;

/// How the bytes of a volume begin; another version begins otherwise.
const HEADER: &[u8; 16] = b"tolmach memory 6";

/// Bytes that can be read anywhere.
pub trait Storage: Send + Sync {
    /// How many there are.
    fn size(&self) -> u64;
    /// Fills `buffer` with those from `offset` on.
    fn fill(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()>;
}

impl Storage for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn fill(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let start = usize::try_from(offset).map_err(|_| damaged())?;
        let bytes = start.checked_add(buffer.len()).and_then(|end| self.get(start..end));
        buffer.copy_from_slice(bytes.ok_or_else(damaged)?);
        Ok(())
    }
}

/// So many sources are counted together.
pub const BLOCK: usize = 64;

/// Where what is counted of a source stands, so that eight bits of eight digits turned over the
/// diagonal are eight counts; places are their own way back.
pub fn place(text: usize) -> usize {
    text & !63 | (text & 7) << 3 | text >> 3 & 7
}

/// The error that bytes are not as they were written.
pub fn damaged() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// A digest of bytes at a place.
fn digest(seed: u64, bytes: &[u8]) -> u32 {
    let mut state = seed.wrapping_mul(FACTOR) ^ bytes.len() as u64;
    let (blocks, rest) = bytes.as_chunks::<32>();
    if !blocks.is_empty() {
        // Four at a time, as none of them waits for another.
        let mut lanes = [state, state ^ 1, state ^ 2, state ^ 3];
        for block in blocks {
            for (lane, word) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
                *lane = mixed(*lane, *word);
            }
        }
        state = lanes.iter().fold(state, |state, lane| mixed(state, lane.to_le_bytes()));
    }
    let (words, rest) = rest.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    state = words.iter().chain([&last]).fold(state, |state, word| mixed(state, *word));
    u32::try_from(state >> 32).unwrap_or_default()
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

fn mixed(state: u64, word: [u8; 8]) -> u64 {
    (state ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR).rotate_left(29)
}

/// Where the sections stand, at the end of a volume.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Footer {
    entries: u32,
    /// How many different sources there are.
    texts: u32,
    /// Where the records of the sources are named.
    rows: u64,
    /// The lengths, and the marks behind them.
    lengths: u64,
    lengths_digest: u32,
    /// The lists of stretches, and of the beginnings of words.
    grams: Directory,
    words: Directory,
}

/// Bytes of a footer with its digest.
const FOOTER: usize = 64;

impl Footer {
    fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(FOOTER);
        for place in [self.rows, self.lengths, self.grams.at, self.words.at] {
            bytes.extend(place.to_le_bytes());
        }
        let Self { entries, texts, lengths_digest, grams, words, .. } = self;
        let numbers = [entries, texts, lengths_digest];
        for number in
            numbers.into_iter().chain([grams.lines, grams.proof, words.lines, words.proof])
        {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(digest(self.rows, &bytes).to_le_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let short = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let long = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let footer = Self {
            rows: long(0)?,
            lengths: long(8)?,
            entries: short(32)?,
            texts: short(36)?,
            lengths_digest: short(40)?,
            grams: Directory { at: long(16)?, lines: short(44)?, proof: short(48)? },
            words: Directory { at: long(24)?, lines: short(52)?, proof: short(56)? },
        };
        (footer.to_bytes() == bytes).then_some(footer)
    }
}
