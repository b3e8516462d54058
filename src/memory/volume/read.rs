//! Reads a volume in place.

use std::io;
use std::sync::OnceLock;

use super::lists::{self, Directory, Listing};
use super::record::{self, Remembered};
use super::sketch::SKETCH;
use super::{FOOTER, Footer, HEADER, Sketch, Storage, damaged, digest};

/// A part whose bytes are proved as they are read.
pub struct Volume {
    storage: Box<dyn Storage>,
    footer: Footer,
    /// The length of each different source, in characters.
    pub lengths: Vec<u16>,
    /// Read where they are first wanted.
    sketches: OnceLock<Vec<Sketch>>,
}

/// So many sketches are read and proved together.
pub const TOGETHER: usize = 1 << 12;
/// Bytes that name where a source's last record stands, with their digest.
const ROW: usize = 12;

impl Volume {
    /// Opens a volume; an error where its bytes are not those of one.
    pub fn open(storage: Box<dyn Storage>) -> io::Result<Self> {
        let mut header = [0; HEADER.len()];
        storage.fill(0, &mut header)?;
        let end = storage.size().checked_sub(FOOTER as u64).ok_or_else(damaged)?;
        let mut bytes = [0; FOOTER];
        storage.fill(end, &mut bytes)?;
        let footer = Footer::from_bytes(&bytes).filter(|_| header == *HEADER);
        let footer = footer.ok_or_else(damaged)?;
        let words = Directory { at: footer.words, bits: footer.word_bits };
        if footer.words + words.size() != end {
            return Err(damaged());
        }
        let mut bytes = vec![0; footer.texts as usize * 2];
        storage.fill(footer.lengths, &mut bytes)?;
        if digest(footer.lengths, &bytes) != footer.lengths_digest {
            return Err(damaged());
        }
        let lengths = bytes.as_chunks::<2>().0.iter().map(|one| u16::from_le_bytes(*one));
        let (lengths, sketches) = (lengths.collect(), OnceLock::new());
        Ok(Self { storage, footer, lengths, sketches })
    }

    /// How many different sources.
    pub fn texts(&self) -> usize {
        self.lengths.len()
    }

    /// The sketches of all sources.
    pub fn sketches(&self) -> io::Result<&[Sketch]> {
        if let Some(known) = self.sketches.get() {
            return Ok(known);
        }
        let mut sketches = Vec::with_capacity(self.texts());
        let mut buffer = vec![0; TOGETHER * SKETCH];
        let (mut at, mut proof) = (self.footer.sketches, 0);
        while sketches.len() < self.texts() {
            let count = TOGETHER.min(self.texts() - sketches.len());
            buffer.truncate(count * SKETCH);
            self.storage.fill(at, &mut buffer)?;
            proof ^= digest(at, &buffer);
            at += buffer.len() as u64;
            sketches.extend(buffer.as_chunks::<SKETCH>().0.iter().map(Sketch::from_bytes));
        }
        if proof != self.footer.sketches_digest {
            return Err(damaged());
        }
        Ok(self.sketches.get_or_init(|| sketches))
    }

    /// The list of sources that have a stretch.
    pub fn gram(&self, gram: u32) -> io::Result<Listing> {
        let table = Directory { at: self.footer.grams, bits: self.footer.gram_bits };
        table.line(&*self.storage, gram)
    }

    /// The list of sources one of whose translations has a word that begins so.
    pub fn word(&self, word: u32) -> io::Result<Listing> {
        let table = Directory { at: self.footer.words, bits: self.footer.word_bits };
        table.line(&*self.storage, word)
    }

    /// Passes on the sources in a list.
    pub fn each(
        &self,
        line: &Listing,
        buffer: &mut Vec<u8>,
        pass: impl FnMut(usize),
    ) -> io::Result<()> {
        lists::each(line.read(&*self.storage, buffer)?, pass);
        Ok(())
    }

    /// The last record of a source.
    pub fn last(&self, text: usize, buffer: &mut Vec<u8>) -> io::Result<Remembered> {
        let record = record::read(&*self.storage, self.row(text)?, buffer)?;
        if record.text as usize == text { Ok(record) } else { Err(damaged()) }
    }

    /// A source as its last record has it.
    pub fn source<'b>(&self, text: usize, buffer: &'b mut Vec<u8>) -> io::Result<&'b str> {
        let (number, source) = record::source(&*self.storage, self.row(text)?, buffer)?;
        if number == text { Ok(source) } else { Err(damaged()) }
    }

    /// Where the last record of a source stands.
    fn row(&self, text: usize) -> io::Result<u64> {
        let mut row = [0; ROW];
        self.storage.fill(self.footer.rows + (text * ROW) as u64, &mut row)?;
        let (place, rest) = row.split_first_chunk().ok_or_else(damaged)?;
        if digest(text as u64, place).to_le_bytes() != *rest {
            return Err(damaged());
        }
        Ok(u64::from_le_bytes(*place))
    }

    /// The record before this one with the same source, where there is one.
    pub fn earlier(
        &self,
        record: &Remembered,
        buffer: &mut Vec<u8>,
    ) -> io::Result<Option<Remembered>> {
        if record.earlier == 0 {
            return Ok(None);
        }
        let earlier = record::read(&*self.storage, record.earlier, buffer)?;
        if earlier.text == record.text { Ok(Some(earlier)) } else { Err(damaged()) }
    }

    /// Passes on every record, in the order in which they were added.
    pub fn records(&self, mut pass: impl FnMut(Remembered) -> io::Result<()>) -> io::Result<()> {
        let mut buffer = Vec::new();
        let mut at = HEADER.len() as u64;
        while at < self.footer.rows {
            let stored = record::read(&*self.storage, at, &mut buffer)?;
            at += record::size(&stored) as u64;
            pass(stored)?;
        }
        Ok(())
    }
}
