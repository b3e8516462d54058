//! Files beside the workspace: what a person names on the command line.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use unic_langid::LanguageIdentifier;

use super::save::{self, Expected, Write};
use super::tables::Source;
use super::{CONFIG_FILE, Config, UNKNOWN, Workspace, absolute, decode, documents, files};
use crate::error::{Error, Result};
use crate::l10n::message;

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
        Ok(Self { base, root: here.clone(), config, here, options, catalogs })
    }
}

/// The text of the file at `path`, or of standard input for `-`.
pub fn read_input(path: &Path) -> Result<String> {
    if path != Path::new("-") {
        return Ok(files::read_text(path, &path.display().to_string())?.text);
    }
    let mut bytes = Vec::new();
    io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|cause| Error::new(message!("error-input")).refused_by(&cause))?;
    decode::decode(&bytes).map(|text| text.text).map_err(|fault| files::decode_error(&fault, "-"))
}

/// The text of the file at `path`; nothing where there is none.
pub fn read_existing(path: &Path) -> Result<Option<String>> {
    let text = files::read_if_exists(path);
    let text = text.map_err(|failure| failure.error(&path.display().to_string()))?;
    Ok(text.map(|text| text.text))
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
    let write = |(name, bytes): (String, Vec<u8>)| {
        let path = folder.join(name);
        let shown = path.display().to_string();
        Write { path, shown, bytes, expected: Expected::Anything }
    };
    save::save(files.into_iter().map(write).collect())
}

/// Writes a page that can be made again; tells whether its bytes were new.
pub fn write_page(path: &Path, bytes: &[u8]) -> Result<bool> {
    if fs::read(path).is_ok_and(|before| before == bytes) {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = fs::create_dir_all(folder).and_then(|()| {
        let mut temporary = save::temporary(folder, ".page-")?;
        temporary.write_all(bytes)?;
        temporary.persist(path).map_err(|failed| failed.error)
    });
    match written {
        Ok(_) => Ok(true),
        Err(cause) => Err(save::write_error(&cause, &path.display().to_string())),
    }
}
