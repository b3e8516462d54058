//! Files of translation units: found by the configuration's patterns, read as they come.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE};
use globset::{GlobBuilder, GlobMatcher};

use crate::error::{Error, Result};
use crate::formats::tmx::{Languages, TmxCause, TmxFault, TranslationUnit, read};
use crate::l10n::message;
use crate::memory::{Around, Entry, Keeper};
use crate::model::{Location, Position, State};
use crate::workspace::Workspace;
use crate::workspace::files::paths::resolved;

/// The files that `[memory] tmx` names, in order.
pub fn found(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for pattern in &workspace.config.memory.tmx {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        let glob = glob.map_err(|err| {
            Error::new(message!("error-memory-pattern", pattern = pattern)).caused_by(err.kind())
        })?;
        let whole = pattern.split('/').take_while(|part| !part.contains(['*', '?', '[', '{']));
        let fixed: Vec<&str> = whole.collect();
        let depth = pattern.split('/').count() - fixed.len();
        if depth == 0 {
            let path = resolved(&workspace.root, pattern);
            if !path.is_file() {
                return Err(Error::new(message!("error-memory-file", path = pattern))
                    .hint(message!("hint-memory-include")));
            }
            files.push(path);
            continue;
        }
        let depth = if pattern.contains("**") { DEEPEST } else { depth };
        let start = fixed.join("/");
        let search = Search { root: &workspace.root, glob: glob.compile_matcher() };
        search.look(&start, depth, &mut files);
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// Whether the configuration's patterns name the file at this path from the root.
pub fn takes(workspace: &Workspace, inside: &str) -> bool {
    let mut patterns = workspace.config.memory.tmx.iter();
    patterns.any(|pattern| {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        pattern == inside || glob.is_ok_and(|glob| glob.compile_matcher().is_match(inside))
    })
}

/// No folder of memories is deeper.
const DEEPEST: usize = 16;

/// A search below the root.
struct Search<'a> {
    root: &'a Path,
    glob: GlobMatcher,
}

impl Search<'_> {
    fn look(&self, folder: &str, depth: usize, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(resolved(self.root, folder)).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let inside = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() && depth > 1 {
                self.look(&inside, depth - 1, files);
            } else if !kind.is_dir() && self.glob.is_match(&inside) && entry.path().is_file() {
                files.push(entry.path());
            }
        }
    }
}

impl Workspace {
    /// Passes on the units of a file in the workspace's source language and `target`.
    pub fn translation_units(
        &self,
        path: &Path,
        target: &str,
        pass: &mut dyn FnMut(TranslationUnit) -> io::Result<()>,
    ) -> Result<()> {
        let shown = self.shown(path);
        let unreadable = |err: &io::Error| {
            Error::new(message!("error-file-unreadable", path = shown.as_str())).refused_by(err)
        };
        let input = opened(path).map_err(|err| unreadable(&err))?;
        let languages = Languages { source: &self.config.source, target };
        read(input, languages, pass).map_err(|fault| match fault {
            TmxFault { cause: TmxCause::Read(err), .. } => unreadable(&err),
            TmxFault { offset, cause } => {
                let position = position(path, offset).unwrap_or(Position::new(1, 1));
                let error = Error::new(message!("error-tmx-syntax", path = shown.as_str()))
                    .at(Location::at(&shown, position))
                    .hint(message!("hint-tmx-syntax"));
                match cause {
                    TmxCause::Known(message) => error.because(message),
                    TmxCause::Words(words) => error.caused_by(words),
                    TmxCause::Read(err) => error.refused_by(&err),
                }
            }
        })
    }
}

/// Whether the file at `path` begins as one of translation units.
pub fn is_memory(path: &Path) -> bool {
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
    let Ok(Ok(input)) = is_file.then(|| opened(path)).ok_or(()) else { return false };
    let mut head = Vec::new();
    let read = input.take(HEAD).read_to_end(&mut head);
    read.is_ok() && memchr::memmem::find(&head, b"<tmx").is_some()
}

/// How far into a file its first element stands.
const HEAD: u64 = 4096;

/// The entry that a unit gives to the memory.
pub fn entry(unit: TranslationUnit, keeper: &Keeper) -> Entry {
    let state = unit.property("tolmach:state").and_then(State::by_name);
    let origin = unit.property("tolmach:origin").map(str::to_owned);
    Entry {
        keeper: keeper.clone(),
        state: state.unwrap_or(State::Translated),
        origin,
        source: unit.source,
        target: unit.target,
        around: Around::default(),
        waived: String::new(),
    }
}

/// The file as UTF-8; one of UTF-16 is put into other letters as it is read.
fn opened(path: &Path) -> io::Result<Box<dyn io::BufRead>> {
    let mut file = BufReader::with_capacity(1 << 16, File::open(path)?);
    let start = file.fill_buf()?;
    let encoding = match start {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => UTF_16LE,
        [0xfe, 0xff, ..] | [0, b'<', ..] => UTF_16BE,
        _ => return Ok(Box::new(file)),
    };
    let decoder = encoding.new_decoder_with_bom_removal();
    let wide = Wide { file, decoder, ready: Vec::new(), at: 0, is_over: false };
    Ok(Box::new(BufReader::new(wide)))
}

/// A file in UTF-16.
struct Wide {
    file: BufReader<File>,
    decoder: Decoder,
    ready: Vec<u8>,
    at: usize,
    is_over: bool,
}

impl Read for Wide {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.ready.len() && !self.is_over {
            let bytes = self.file.fill_buf()?;
            self.is_over = bytes.is_empty();
            let mut text = String::with_capacity(bytes.len() * 2 + 16);
            let (_, count, _) = self.decoder.decode_to_string(bytes, &mut text, self.is_over);
            self.file.consume(count);
            // What the declaration says of the encoding was true of the file.
            (self.ready, self.at) = (text.replace("UTF-16", "UTF-8").into_bytes(), 0);
        }
        let count = buffer.len().min(self.ready.len() - self.at);
        buffer[..count].copy_from_slice(&self.ready[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

/// Line and column of a byte.
fn position(path: &Path, offset: u64) -> io::Result<Position> {
    let (mut line, mut column) = (1, 1);
    let mut input = opened(path)?.take(offset.saturating_sub(1));
    loop {
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            return Ok(Position { line, column });
        }
        for byte in bytes {
            match byte {
                b'\n' => (line, column) = (line + 1, 1),
                0x80..0xc0 => {}
                _ => column += 1,
            }
        }
        let count = bytes.len();
        input.consume(count);
    }
}
