//! Files of translation units from elsewhere, copied into the workspace.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::files::takes;
use crate::error::{Error, Result};
use crate::formats::tmx::{Languages, Units};
use crate::l10n::message;
use crate::workspace::config::memory::FOLDER;
use crate::workspace::files::leftovers::PREFIX;
use crate::workspace::files::save::{failed, temporary, write_error};
use crate::workspace::{Lock, Workspace};

/// A file that was taken in.
pub struct TakenIn {
    /// Where it stands now, as a person would type it.
    pub path: String,
    /// The file that its units come from.
    pub file: PathBuf,
    pub target: String,
    pub count: usize,
    /// Whether it wasn't there before.
    pub is_new: bool,
}

/// The units of a file in one language, under another name until all are read.
struct UnitsCopy {
    copy: tempfile::NamedTempFile,
    file: PathBuf,
    target: String,
    wanted: PathBuf,
    count: usize,
}

impl Workspace {
    /// Copies the units of files in each of these languages into files of the workspace; all of them, or none.
    ///
    /// Nothing is overwritten: other units under the same name get a file of their own.
    pub fn take_units(&self, files: &[PathBuf], targets: &[String]) -> Result<Vec<TakenIn>> {
        let _lock = Lock::take(self)?;
        let folder = self.root.join(self.memory_folder());
        let is_new = !folder.exists();
        let copies = self.copies_of_all(files, targets, &folder);
        if copies.is_err() && is_new {
            // What others put there meanwhile keeps it.
            _ = fs::remove_dir(&folder);
        }
        copies?.into_iter().map(|copy| self.place_units(copy)).collect()
    }

    fn copies_of_all(
        &self,
        files: &[PathBuf],
        targets: &[String],
        folder: &Path,
    ) -> Result<Vec<UnitsCopy>> {
        let mut copies = Vec::new();
        for file in files {
            copies.extend(self.copies(file, targets, folder)?);
        }
        Ok(copies)
    }

    /// The units of a file in each of these languages, at least one of which it has.
    fn copies(&self, file: &Path, targets: &[String], folder: &Path) -> Result<Vec<UnitsCopy>> {
        let stem = file.file_stem().and_then(OsStr::to_str).unwrap_or(FOLDER).to_owned();
        let mut taken = Vec::new();
        for target in targets {
            let name = if targets.len() > 1 { format!("{stem}.{target}") } else { stem.clone() };
            taken.extend(self.copy(file, target, folder.join(name))?);
        }
        if taken.is_empty() {
            let names = targets.join(", ");
            let (path, source) = (file.display().to_string(), self.config.source.as_str());
            return Err(Error::new(message!(
                "error-tmx-none",
                path = path,
                source = source,
                targets = names
            ))
            .hint(message!("hint-tmx-none")));
        }
        Ok(taken)
    }

    /// The folder that the first pattern of files means.
    fn memory_folder(&self) -> String {
        let first = self.config.memory.tmx.first().map_or("", String::as_str);
        let parts: Vec<&str> = first.split('/').collect();
        let fixed = parts.iter().take_while(|part| !part.contains(['*', '?', '[', '{']));
        let fixed: Vec<&str> = fixed.copied().take(parts.len().saturating_sub(1)).collect();
        if fixed.is_empty() { FOLDER.to_owned() } else { fixed.join("/") }
    }

    /// Copies the units of one language; nothing where the file has no unit in it.
    fn copy(&self, file: &Path, target: &str, wanted: PathBuf) -> Result<Option<UnitsCopy>> {
        let folder = wanted.parent().unwrap_or(&self.root);
        let shown = self.shown(&wanted);
        let unwritable = |err: io::Error| write_error(&err, &shown);
        self.bounds.place_to_write(&wanted).map_err(|failure| failed(&failure, &shown))?;
        fs::create_dir_all(folder).map_err(unwritable)?;
        let mut copy = temporary(folder, PREFIX).map_err(unwritable)?;
        let languages = Languages { source: &self.config.source, target };
        let mut units = Units::new(BufWriter::new(&mut copy), languages).map_err(unwritable)?;
        let mut count = 0;
        self.translation_units(file, target, &mut |unit| {
            count += 1;
            units.write(&unit)
        })?;
        let mut out = units.finish().map_err(unwritable)?;
        out.flush().map_err(unwritable)?;
        drop(out);
        if count == 0 {
            return Ok(None);
        }
        copy.as_file().sync_all().map_err(unwritable)?;
        let (file, target) = (file.to_owned(), target.to_owned());
        Ok(Some(UnitsCopy { copy, file, target, wanted, count }))
    }

    /// Puts a copy where it belongs.
    fn place_units(
        &self,
        UnitsCopy { copy, file, target, wanted, count }: UnitsCopy,
    ) -> Result<TakenIn> {
        let shown = self.shown(&wanted);
        let unwritable = |err: io::Error| write_error(&err, &shown);
        let mut number = 1;
        loop {
            let path = numbered(&wanted, number);
            let inside = self.relative(&path);
            if !takes(self, &inside) {
                return Err(Error::new(message!("error-memory-unlisted", path = inside))
                    .hint(message!("hint-memory-unlisted")));
            }
            let is_same = path.is_file() && same(&path, copy.path()).map_err(unwritable)?;
            if !is_same && path.exists() {
                number += 1;
                continue;
            }
            if !is_same {
                copy.persist_noclobber(&path).map_err(|err| unwritable(err.error))?;
            }
            let path = self.shown(&path);
            return Ok(TakenIn { path, file, target, count, is_new: !is_same });
        }
    }
}

/// The path of the file with this number; the first has none.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = if number == 1 { format!("{name}.tmx") } else { format!("{name}-{number}.tmx") };
    path.with_file_name(name)
}

/// Whether two files hold the same bytes.
fn same(one: &Path, other: &Path) -> io::Result<bool> {
    let [mut one, mut other] = [fs::File::open(one)?, fs::File::open(other)?];
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let count = one.read(&mut left)?;
        if count == 0 {
            return Ok(true);
        }
        other.read_exact(&mut right[..count])?;
        if left[..count] != right[..count] {
            return Ok(false);
        }
    }
}
