//! Files beside the workspace: what a person names on the command line.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use tempfile::TempPath;
use unic_langid::LanguageIdentifier;

use super::{CONFIG_FILE, Config, UNKNOWN, Workspace, absolute, documents};
use crate::catalog::Source;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;
use crate::workspace::files::decode;
use crate::workspace::files::door::Bounds;
use crate::workspace::files::leftovers::{own_prefix, sweep_dead};
use crate::workspace::files::paths::{real, resolved};
use crate::workspace::files::read;
use crate::workspace::files::save::{self, Expected, Write};
use crate::workspace::files::together::Pending;

impl Workspace {
    /// The file that a person means by `path`: from the current folder, else from the root.
    pub fn meant(&self, path: &Path) -> PathBuf {
        let at_root = self.root.join(path);
        let is_known = path == Path::new("-") || self.here.join(path).exists();
        if !is_known && at_root.is_file() { at_root } else { path.to_owned() }
    }

    /// The workspace that holds `start`, or the defaults where there is none.
    pub fn find_or_default(start: &Path) -> Result<Self> {
        let here = absolute(start)?;
        if here.ancestors().any(|folder| folder.join(CONFIG_FILE).exists()) {
            return Self::find(start);
        }
        let config = Config::read(Source { path: CONFIG_FILE, text: "" }, &[])?;
        let options = documents::options(&config);
        let (base, catalogs) = (Arc::from(&*here), AtomicUsize::new(UNKNOWN));
        let pages = AtomicUsize::new(UNKNOWN);
        let (root, bounds, pending) = (here.clone(), Bounds::new(&here), Pending::default());
        let original = None;
        Ok(Self { root, config, here, original, base, bounds, pending, options, catalogs, pages })
    }

    /// Writes a file that a person names, over what it held; no link leads it elsewhere.
    pub fn write_named(&self, path: &Path, bytes: Vec<u8>) -> Result<()> {
        let whole = resolved(&self.here, path);
        let folder = real(&self.here, path.parent().unwrap_or(Path::new("")));
        let write = Write {
            path: whole.clone(),
            shown: path.display().to_string(),
            bytes,
            expected: Expected::Anything,
        };
        if self.bounds.holds(&whole) {
            return save::save(vec![write], &self.bounds).map(drop);
        }
        save::save(vec![write], &Bounds::new(&folder)).map(drop)
    }
}

/// The text of the file at `path`, or of standard input for `-`.
pub fn read_input(path: &Path) -> Result<String> {
    if path != Path::new("-") {
        return Ok(read::read_text(path, &path.display().to_string())?.text);
    }
    let mut bytes = Vec::new();
    io::stdin()
        .take(read::LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| Error::new(message!("error-input")).refused_by(&cause))?;
    if bytes.len() as u64 > read::LIMIT {
        return Err(read::Failure::TooLarge.error("-"));
    }
    decode::decode(&bytes).map(|text| text.text).map_err(|fault| read::decode_error(&fault, "-"))
}

/// The bytes of the file at `path`, where they begin an archive.
pub fn read_archive(path: &Path) -> Result<Option<Vec<u8>>> {
    let Ok(mut file) = fs::File::open(path) else { return Ok(None) };
    let mut start = [0; 4];
    if !file.metadata().is_ok_and(|metadata| metadata.is_file())
        || file.read_exact(&mut start).is_err()
        || !matches!(&start, b"PK\x03\x04" | b"PK\x05\x06")
    {
        return Ok(None);
    }
    let read = || read::bytes(fs::File::open(path)?);
    let bytes = read().map_err(|failure: read::Failure| failure.error(&path.display().to_string()));
    bytes.map(Some)
}

/// The text of the file at `path`, which is in the encoding with this name.
pub fn read_encoded(path: &Path, encoding: &str) -> Result<String> {
    let shown = path.display().to_string();
    let Some(known) = encoding_rs::Encoding::for_label(encoding.trim().as_bytes()) else {
        return Err(Error::new(message!("error-encoding-name", name = encoding))
            .hint(message!("hint-encoding-name")));
    };
    let file = fs::File::open(path).map_err(|err| read::Failure::Open(err).error(&shown))?;
    let bytes = read::bytes(file).map_err(|failure| failure.error(&shown))?;
    let (text, is_damaged) = known.decode_with_bom_removal(&bytes);
    if is_damaged {
        let message = message!("error-encoding-damaged", path = shown.as_str());
        return Err(Error::new(message).at(Location::file(shown.as_str())));
    }
    Ok(text.into_owned())
}

/// The text of the file at `path`; nothing where there is none.
pub fn read_existing(path: &Path) -> Result<Option<String>> {
    match read::read(path) {
        Ok(text) => Ok(Some(text.text)),
        Err(read::Failure::Open(err)) if read::is_absent(&err) => Ok(None),
        Err(failure) => Err(failure.error(&path.display().to_string())),
    }
}

/// Checks that `tag` is a BCP 47 language tag.
pub fn language(tag: &str) -> Result<String> {
    match tag.parse::<LanguageIdentifier>() {
        Ok(_) if !tag.is_empty() => Ok(tag.to_owned()),
        _ => Err(Error::new(message!("error-language-tag", tag = tag))
            .hint(message!("hint-language-tag"))),
    }
}

/// Writes files below `folder`, all or none; those that hold their bytes already stay as they are.
///
/// Gives the paths that were written.
pub fn write_into(folder: &Path, files: Vec<(String, Vec<u8>)>) -> Result<Vec<PathBuf>> {
    let here = absolute(Path::new("."))?;
    let write = |(name, bytes): (String, Vec<u8>)| {
        let path = folder.join(name);
        let shown = path.display().to_string();
        let path = here.join(path);
        Write { path, shown, bytes, expected: Expected::Anything }
    };
    let bounds = Bounds::new(&real(&here, folder));
    save::save(files.into_iter().map(write).collect(), &bounds)
}

/// Writes a page that can be made again; tells whether its bytes were new.
pub fn write_page(path: &Path, bytes: &[u8]) -> Result<bool> {
    let shown = || path.display().to_string();
    let folder = path.parent().unwrap_or(Path::new("."));
    sweep_dead(if folder == Path::new("") { Path::new(".") } else { folder });
    match stage_page(path, bytes).map_err(|failure| save::failed(&failure, &shown()))? {
        Some(temporary) => {
            temporary.persist(path).map_err(|failed| save::write_error(&failed.error, &shown()))?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// A page's new bytes beside it; nothing where it holds them already.
pub fn stage_page(path: &Path, bytes: &[u8]) -> Result<Option<TempPath>, read::Failure> {
    if save::current(path)?.is_some_and(|before| before == bytes) {
        return Ok(None);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut temporary = save::temporary(folder, &own_prefix())?;
    temporary.write_all(bytes)?;
    if let Ok(before) = fs::metadata(path) {
        save::keep_owner(temporary.as_file(), &before);
    }
    Ok(Some(temporary.into_temp_path()))
}
