//! A volume of the memory's index: entries, and lists of those that hold a stretch of letters.
//!
//! The bytes are written once, front to back, and read in place, so that a look-up in a million
//! entries reads a few hundred kilobytes. Their order: a header; a record for each entry; for each
//! different source where its last record stands (each record names the one before); the sources'
//! lengths and their sketches; the lists of stretches with their table, those of the beginnings of translated words
//! with theirs; a footer. Records, lists and tables carry a digest that is seeded by their place,
//! so damaged or misplaced bytes are never taken for an answer.

mod build;
mod lists;
mod read;
mod record;
mod sketch;

use std::io;

pub use build::Binder;
pub use lists::Listing;
pub use read::Volume;
pub use record::Remembered;
pub use sketch::Sketch;

/// How the bytes of a volume begin; another version begins otherwise.
const HEADER: &[u8; 16] = b"tolmach memory 2";

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

/// The error that bytes are not as they were written.
pub fn damaged() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// A digest of bytes at a place.
fn digest(seed: u64, bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = seed.wrapping_mul(FACTOR) ^ bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    for word in words.iter().chain([&last]) {
        state = (state ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR).rotate_left(29);
    }
    u32::try_from(state >> 32).unwrap_or_default()
}

/// Where the sections stand, at the end of a volume.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Footer {
    entries: u32,
    /// How many different sources there are.
    texts: u32,
    /// Where the records of the sources are named.
    rows: u64,
    lengths: u64,
    lengths_digest: u32,
    sketches: u64,
    sketches_digest: u32,
    /// The table of stretches, and how many bits number its lines.
    grams: u64,
    gram_bits: u32,
    words: u64,
    word_bits: u32,
}

/// Bytes of a footer with its digest.
const FOOTER: usize = 68;

impl Footer {
    fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(FOOTER);
        bytes.extend(self.entries.to_le_bytes());
        bytes.extend(self.texts.to_le_bytes());
        for place in [self.rows, self.lengths, self.grams, self.words, self.sketches] {
            bytes.extend(place.to_le_bytes());
        }
        for number in [self.lengths_digest, self.gram_bits, self.word_bits, self.sketches_digest] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(digest(self.rows, &bytes).to_le_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let short = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let long = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let footer = Self {
            entries: short(0)?,
            texts: short(4)?,
            rows: long(8)?,
            lengths: long(16)?,
            grams: long(24)?,
            words: long(32)?,
            sketches: long(40)?,
            lengths_digest: short(48)?,
            gram_bits: short(52)?,
            word_bits: short(56)?,
            sketches_digest: short(60)?,
        };
        (footer.to_bytes() == bytes).then_some(footer)
    }
}
