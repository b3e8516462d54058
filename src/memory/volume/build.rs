//! Makes a volume of entries that come one after another.

use std::io::{self, Write};

use rustc_hash::FxHashMap;

use super::lists::Postings;
use super::record::{self, Links};
use super::{FOOTER, Footer, HEADER, damaged, digest};
use crate::memory::Entry;
use crate::text::fold::fold;
use crate::text::grams;

/// A volume under way; its bytes go to `out` as they come about.
pub struct Binder<W> {
    out: W,
    at: u64,
    entries: u32,
    /// The different sources, by their digests.
    known: FxHashMap<u64, u32>,
    /// Where the last record of each stands.
    rows: Vec<u64>,
    lengths: Vec<u16>,
    marks: Vec<u16>,
    /// A bit for each source that has a translation.
    translated: Vec<u8>,
    grams: Postings,
    words: Postings,
    bytes: Vec<u8>,
}

impl<W: Write> Binder<W> {
    /// Begins a volume.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(HEADER)?;
        Ok(Self {
            out,
            at: HEADER.len() as u64,
            entries: 0,
            known: FxHashMap::default(),
            rows: Vec::new(),
            lengths: Vec::new(),
            marks: Vec::new(),
            translated: Vec::new(),
            grams: Postings::default(),
            words: Postings::default(),
            bytes: Vec::new(),
        })
    }

    /// How many entries it has so far.
    pub fn count(&self) -> u32 {
        self.entries
    }

    /// Adds an entry of the keeper with this number.
    pub fn add(&mut self, keeper: u32, entry: &Entry) -> io::Result<()> {
        let text = self.text(&entry.source)?;
        let row = &mut self.rows[text as usize];
        let links = Links { text, keeper, earlier: *row };
        *row = self.at;
        record::write(&mut self.bytes, self.at, links, entry);
        self.out.write_all(&self.bytes)?;
        self.at += self.bytes.len() as u64;
        self.entries = self.entries.checked_add(1).ok_or_else(damaged)?;
        if !entry.target.is_empty() {
            self.translated[text as usize / 8] |= 1 << (text % 8);
        }
        grams::each_word(&entry.target, |word| self.words.add(word, text));
        Ok(())
    }

    /// The number of a source, which is new or was seen before.
    fn text(&mut self, source: &str) -> io::Result<u32> {
        let folded = fold(source);
        let bytes = *blake3::hash(folded.as_bytes()).as_bytes();
        let key = bytes.first_chunk().map_or(0, |first| u64::from_le_bytes(*first));
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let number = u32::try_from(self.rows.len()).map_err(|_| damaged())?;
        self.known.insert(key, number);
        self.rows.push(0);
        self.lengths.push(u16::try_from(folded.chars().count()).unwrap_or(u16::MAX));
        self.marks.push(u16::from_le_bytes([bytes[8], bytes[9]]));
        self.translated.resize(self.rows.len().div_ceil(8), 0);
        grams::each(&folded, |gram| self.grams.add(gram, number));
        Ok(number)
    }

    /// Writes what stands behind the records; gives `out` back and how many bytes there are.
    pub fn finish(mut self) -> io::Result<(W, u64)> {
        let mut footer = Footer {
            entries: self.entries,
            texts: u32::try_from(self.rows.len()).map_err(|_| damaged())?,
            rows: self.at,
            ..Footer::default()
        };
        self.known = FxHashMap::default();
        for (text, row) in self.rows.iter().enumerate() {
            self.out.write_all(&row.to_le_bytes())?;
            let digest = digest(text as u64, &row.to_le_bytes());
            self.out.write_all(&digest.to_le_bytes())?;
        }
        let texts = self.rows.len();
        footer.lengths = footer.rows + 12 * texts as u64;
        let numbers = self.lengths.iter().chain(&self.marks);
        let mut numbers: Vec<u8> = numbers.flat_map(|one| one.to_le_bytes()).collect();
        numbers.extend(&self.translated);
        footer.lengths_digest = digest(footer.lengths, &numbers);
        self.out.write_all(&numbers)?;
        let at = footer.lengths + numbers.len() as u64;
        let (grams, at) = self.grams.write(&mut self.out, at, texts)?;
        let (words, at) = self.words.write(&mut self.out, at, texts)?;
        (footer.grams, footer.words) = (grams, words);
        self.out.write_all(&footer.to_bytes())?;
        self.out.flush()?;
        Ok((self.out, at + FOOTER as u64))
    }
}
