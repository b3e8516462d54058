//! Zip archives that strangers made: every byte is counted while it is read.

use std::collections::HashSet;
use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;

use super::faults::{damaged, too_large, unreadable};
use super::markup::XmlStream;
use super::register::{CellContent, TableRow};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;

/// How many bytes all that is read of one archive may unfold to.
const LARGEST: u64 = 256 << 20;

/// What unfolds to more than this is judged by how much smaller it was.
const HARMLESS: u64 = 8 << 20;

/// Files that people write fold to a fifth or a twentieth; those made to fill a memory to a thousandth.
const TIGHTEST: u64 = 100;

/// How many files an archive may hold.
const MOST: usize = 20_000;

/// How many bytes may follow one another without any markup.
const LONGEST: u64 = 2 << 20;

/// How many bytes may be kept for each byte of the file, and the bounds of that.
const FATTEST: u64 = 24;
const LEAST: u64 = 12 << 20;
const GREATEST: u64 = 96 << 20;

/// An archive that is read, within limits.
pub struct Archive<'a> {
    /// Its path, as a person would type it.
    path: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unfolded.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Looks over the list of files, and refuses names that lead elsewhere.
    pub fn open(path: &'a str, bytes: &'a [u8]) -> Result<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|err| damaged(path, &err))?;
        let mut seen = HashSet::new();
        for name in zip.file_names_raw() {
            let name = String::from_utf8_lossy(name).into_owned();
            if leads_elsewhere(&name) {
                return Err(Error::new(message!("error-archive-path", name = name))
                    .at(Location::file(path))
                    .hint(message!("hint-archive-path")));
            }
            if !seen.insert(name.to_lowercase()) {
                return Err(Error::new(message!("error-archive-twice", name = name))
                    .at(Location::file(path))
                    .hint(message!("hint-archive-damaged")));
            }
        }
        if seen.len() > MOST {
            return Err(too_large(path));
        }
        let mut archive = Self { path, zip, left: LARGEST };
        archive.refuse_links()?;
        Ok(archive)
    }

    /// No file of an archive stands for another one.
    fn refuse_links(&mut self) -> Result<()> {
        for index in 0..self.zip.len() {
            let file = self.zip.by_index_raw(index).map_err(|err| damaged(self.path, &err))?;
            if file.is_symlink() {
                let name = String::from_utf8_lossy(file.name_raw()).into_owned();
                return Err(Error::new(message!("error-archive-link", name = name))
                    .at(Location::file(self.path))
                    .hint(message!("hint-archive-path")));
            }
        }
        Ok(())
    }

    /// Its path, as a person would type it.
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// Names of the files in it, in order of their letters.
    pub fn names(&self) -> Vec<String> {
        let names =
            self.zip.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned());
        let mut names: Vec<String> = names.filter(|name| !name.ends_with('/')).collect();
        names.sort_unstable();
        names
    }

    /// Whether it has a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// How much of what it says may be kept.
    pub fn allowance(&self) -> Allowance {
        let size = self.zip.central_directory_start();
        Allowance { path: self.path.to_owned(), left: (size * FATTEST).clamp(LEAST, GREATEST) }
    }

    /// All bytes of a file, or nothing where there is none of this name.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let path = self.path;
        let Some(mut reader) = self.reader(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|err| unreadable(path, &err))?;
        Ok(Some(bytes))
    }

    /// The markup of a file, read piece by piece.
    pub fn markup<'n>(&mut self, name: &'n str) -> Result<Option<XmlStream<'n, impl Read>>>
    where
        'a: 'n,
    {
        let path = self.path;
        let reader = self.reader(name)?;
        Ok(reader.map(|reader| {
            XmlStream::new(path, name, BufReader::with_capacity(1 << 16, Gauge::new(reader)))
        }))
    }

    fn reader(&mut self, name: &str) -> Result<Option<Counted<'_, impl Read>>> {
        let path = self.path;
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|err| damaged(path, &err))?;
        let bound = (file.compressed_size() * TIGHTEST).max(HARMLESS);
        Ok(Some(Counted { inner: file, bound, left: &mut self.left }))
    }
}

/// What the memory itself takes for each piece that is kept.
const OVERHEAD: usize = 24;

/// How much of what an archive says may still be kept in memory.
#[derive(Default)]
pub struct Allowance {
    path: String,
    left: u64,
}

impl Allowance {
    /// Counts a row that is kept.
    pub fn take(&mut self, record: &TableRow) -> Result<()> {
        let cells =
            record.cells.iter().map(|cell| size_of::<CellContent>() + OVERHEAD + cell.text.len());
        self.take_bytes(size_of::<TableRow>() + OVERHEAD + cells.sum::<usize>())
    }

    /// Counts bytes that are kept.
    pub fn take_bytes(&mut self, bytes: usize) -> Result<()> {
        let left = self.left.checked_sub(bytes as u64).ok_or_else(|| too_large(&self.path))?;
        self.left = left;
        Ok(())
    }
}

/// Bytes of a file, counted against what it and the archive may unfold to.
struct Counted<'a, R> {
    inner: R,
    bound: u64,
    left: &'a mut u64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let bytes = count as u64;
        if bytes > self.bound || bytes > *self.left {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bound -= bytes;
        *self.left -= bytes;
        Ok(count)
    }
}

/// Bytes of a text in which markup must come before long.
struct Gauge<R> {
    inner: R,
    /// How many bytes stand since the last markup.
    since: u64,
}

impl<R> Gauge<R> {
    fn new(inner: R) -> Self {
        Self { inner, since: 0 }
    }
}

impl<R: Read> Read for Gauge<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match memchr::memrchr2(b'<', b'>', &buffer[..count]) {
            Some(at) => self.since = (count - at) as u64,
            None => self.since += count as u64,
        }
        if self.since > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(count)
    }
}

/// Whether a name would be outside of the folder that the archive is unfolded in.
fn leads_elsewhere(name: &str) -> bool {
    let parts = || name.split(['/', '\\']);
    name.is_empty()
        || name.starts_with(['/', '\\'])
        || name.contains('\0')
        || name.as_bytes().get(1) == Some(&b':')
        || parts().any(|part| part == "..")
}

#[cfg(test)]
mod tests {
    use super::Archive;
    use crate::error::testing::words;
    use crate::formats::office::folding::{Member, folded};

    fn refusal(members: &[Member], name: &str) -> String {
        let bytes = folded(members);
        let read = Archive::open("a.docx", &bytes).and_then(|mut archive| archive.bytes(name));
        words(&read.unwrap_err())
    }

    #[test]
    fn what_was_folded_is_unfolded() {
        let members = [Member::new("b/я.txt", "да"), Member::new("a", "нет")];
        let bytes = folded(&members);
        assert_eq!(bytes, folded(&members));
        let mut archive = Archive::open("a.zip", &bytes).unwrap();
        assert_eq!(archive.names(), ["a", "b/я.txt"]);
        assert_eq!(archive.bytes("b/я.txt").unwrap().unwrap(), "да".as_bytes());
        assert_eq!(archive.bytes("c").unwrap(), None);
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in ["../a", "a/../../b", "/etc/a", "C:\\a", "a\\..\\b", "\\\\host\\a"] {
            let told = refusal(&[Member::new(name, "a")], name);
            assert!(told.contains("a.docx"), "{told}");
            assert!(told.contains('.') && told.contains(name), "{told}");
        }
    }

    #[test]
    fn a_bomb_is_refused_while_it_is_read() {
        let told = refusal(&[Member::new("a", vec![b' '; 30 << 20])], "a");
        assert!(told.contains("unfolds"), "{told}");
    }

    #[test]
    fn a_cut_archive_is_damaged() {
        let bytes = folded(&[Member::new("a", "да".repeat(1000))]);
        for length in 0..bytes.len() {
            let read = Archive::open("a.zip", &bytes[..length]).and_then(|mut zip| zip.bytes("a"));
            assert!(read.is_err());
        }
    }
}
