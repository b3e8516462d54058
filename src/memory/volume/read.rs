//! Reads a volume in place.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::directory::ListingLines;
use super::listing::{Listing, Numbers};
use super::lists;
use super::record::{self, Remembered};
use super::{BLOCK, FOOTER, Footer, HEADER, Storage, damaged, digest, place};

/// A part whose bytes are proved as they are read.
pub struct Volume {
    storage: Box<dyn Storage>,
    footer: Footer,
    grams: ListingLines,
    words: ListingLines,
    /// The length of each different source, in characters, where its count stands.
    lengths: Vec<u16>,
    /// A number made of the letters of each.
    pub marks: Vec<u16>,
    /// A bit for each that has a translation.
    translated: Vec<u8>,
    /// Where the last record of each stands, kept once that was asked often.
    rows: OnceLock<Vec<u64>>,
    asked: AtomicUsize,
    /// Lists of bits that were asked for lately, the last one at the end, with their places.
    lately: Mutex<VecDeque<(u64, Arc<Vec<u8>>)>>,
}

/// So many lists of bits are kept, nearly all that a memory of news has: at most 96 MB for a million sources.
const KEPT: usize = 768;

/// After so many questions it pays to know where all stand.
const OFTEN: usize = 2_000;

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
        let words = ListingLines::open(&*storage, footer.words)?;
        if words.end != end {
            return Err(damaged());
        }
        let texts = footer.texts as usize;
        let mut bytes = vec![0; texts * 4 + texts.div_ceil(8)];
        storage.fill(footer.lengths, &mut bytes)?;
        if digest(footer.lengths, &bytes) != footer.lengths_digest {
            return Err(damaged());
        }
        let (numbers, translated) = bytes.split_at(texts * 4);
        let translated = translated.to_vec();
        let numbers = numbers.as_chunks::<2>().0.iter().map(|one| u16::from_le_bytes(*one));
        let mut lengths = vec![0; texts.next_multiple_of(BLOCK)];
        for (text, length) in numbers.clone().take(texts).enumerate() {
            lengths[place(text)] = length;
        }
        let marks = numbers.skip(texts).collect();
        let grams = ListingLines::open(&*storage, footer.grams)?;
        let (rows, asked) = (OnceLock::new(), AtomicUsize::new(0));
        let lately = Mutex::default();
        Ok(Self { storage, footer, grams, words, lengths, marks, translated, rows, asked, lately })
    }

    /// A digest of where everything stands, by which a volume is known from another.
    pub fn proof(&self) -> u32 {
        digest(self.storage.size(), &self.footer.to_bytes())
    }

    /// How many different sources.
    pub fn texts(&self) -> usize {
        self.marks.len()
    }

    /// The length of a source, in characters.
    pub fn length(&self, text: usize) -> u16 {
        self.lengths[place(text)]
    }

    /// The lengths of all, where their counts stand.
    pub fn lengths(&self) -> &[u16] {
        &self.lengths
    }

    /// A bit for each source that has a translation, the lowest first.
    pub fn translated(&self) -> &[u8] {
        &self.translated
    }

    /// Whether any source has a translation.
    pub fn has_translations(&self) -> bool {
        self.translated.iter().any(|byte| *byte != 0)
    }

    /// The list of sources that have a stretch.
    pub fn gram(&self, gram: u32) -> io::Result<Listing> {
        self.grams.line(&*self.storage, lists::slot(gram))
    }

    /// The list of sources one of whose translations has a word that begins so.
    pub fn word(&self, word: u32) -> io::Result<Listing> {
        self.words.line(&*self.storage, lists::slot(word))
    }

    /// The sources in a list.
    pub fn numbers<'b>(&self, list: &Listing, buffer: &'b mut Vec<u8>) -> io::Result<Numbers<'b>> {
        if !list.is_dense(self.texts()) {
            return list.read(&*self.storage, self.texts(), buffer);
        }
        if let Some(bits) = self.known(list) {
            return Ok(Numbers::Bits(bits));
        }
        let numbers = list.read(&*self.storage, self.texts(), buffer)?;
        if let Numbers::Bits(bits) = &numbers {
            self.lists().push_back((list.at, Arc::clone(bits)));
        }
        Ok(numbers)
    }

    /// A list of bits that was asked for lately; it counts as the last one then.
    fn known(&self, list: &Listing) -> Option<Arc<Vec<u8>>> {
        let mut lists = self.lists();
        let at = lists.iter().position(|(at, _)| *at == list.at);
        if let Some(one) = at.and_then(|at| lists.remove(at)) {
            lists.push_back(one);
            return lists.back().map(|(_, bits)| Arc::clone(bits));
        }
        if lists.len() == KEPT {
            lists.pop_front();
        }
        None
    }

    fn lists(&self) -> MutexGuard<'_, VecDeque<(u64, Arc<Vec<u8>>)>> {
        self.lately.lock().unwrap_or_else(PoisonError::into_inner)
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
        if let Some(row) = self.rows.get().and_then(|rows| rows.get(text)) {
            return Ok(*row);
        }
        if self.asked.fetch_add(1, Ordering::Relaxed) > OFTEN {
            let rows = self.all_rows()?;
            return self.rows.get_or_init(|| rows).get(text).copied().ok_or_else(damaged);
        }
        let mut row = [0; ROW];
        self.storage.fill(self.footer.rows + (text * ROW) as u64, &mut row)?;
        proved(text, row)
    }

    /// Where the last record of each source stands.
    fn all_rows(&self) -> io::Result<Vec<u64>> {
        let mut rows = Vec::with_capacity(self.texts());
        let mut buffer = vec![0; TOGETHER * ROW];
        while rows.len() < self.texts() {
            buffer.truncate((self.texts() - rows.len()).min(TOGETHER) * ROW);
            self.storage.fill(self.footer.rows + (rows.len() * ROW) as u64, &mut buffer)?;
            for row in buffer.as_chunks::<ROW>().0 {
                rows.push(proved(rows.len(), *row)?);
            }
        }
        Ok(rows)
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

/// So many rows are read together.
const TOGETHER: usize = 1 << 12;

/// Where the last record of this source stands.
fn proved(text: usize, row: [u8; ROW]) -> io::Result<u64> {
    let (place, rest) = row.split_first_chunk().ok_or_else(damaged)?;
    let is_right = digest(text as u64, place).to_le_bytes() == *rest;
    if is_right { Ok(u64::from_le_bytes(*place)) } else { Err(damaged()) }
}
