//! Files beside the workspace: what a person names on the command line.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use tempfile::TempPath;
use unic_langid::LanguageIdentifier;

use super::{CONFIG_FILE, Config, Workspace, absolute, documents, memory};
use crate::catalog::TomlText;
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
        let config = Config::read(TomlText { path: CONFIG_FILE, text: "" }, &[])?;
        let options = documents::options(&config);
        let (base, settings) = (Arc::from(&*here), CONFIG_FILE.to_owned());
        let (root, bounds, pending) = (here.clone(), Bounds::new(&here), Pending::default());
        let original = None;
        let terms = OnceLock::new();
        Ok(Self {
            root,
            settings,
            config,
            here,
            original,
            base,
            bounds,
            pending,
            options,
            terms,
            digest: blake3::hash(b""),
            is_indexed: false,
        })
    }

    /// Writes a file that a person names where nothing else stands, unless that may go.
    pub fn write_own(&self, path: &Path, bytes: Vec<u8>, is_forced: bool) -> Result<()> {
        let whole = resolved(&self.here, path);
        if !is_forced && whole.exists() && read_bytes(&whole).ok().as_ref() != Some(&bytes) {
            let message = message!("error-export-foreign", path = path.display().to_string());
            return Err(Error::new(message).hint(message!("hint-export-foreign")));
        }
        self.write_named(path, bytes)
    }

    /// Writes a memory where nothing stands but one given out before, unless that may go.
    pub fn write_memory(&self, path: &Path, bytes: Vec<u8>, is_forced: bool) -> Result<()> {
        let whole = resolved(&self.here, path);
        // What the memory itself reads may hold what no other file does, whoever wrote it.
        let is_own = || memory::takes(self, &self.relative(&whole));
        if !is_forced && whole.exists() && (!is_given_out(&whole) || is_own()) {
            let message = message!("error-memory-foreign", path = path.display().to_string());
            return Err(Error::new(message).hint(message!("hint-memory-foreign")));
        }
        self.write_named(path, bytes)
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

/// Whether a file is a memory that this program wrote; devices and pipes hold nothing to lose.
fn is_given_out(path: &Path) -> bool {
    if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return true;
    }
    let mut head = Vec::new();
    let read =
        fs::File::open(path).and_then(|file| file.take(CREATOR_WITHIN).read_to_end(&mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains("creationtool=\"tolmach\"")
}

/// A memory says within so many bytes which program wrote it.
const CREATOR_WITHIN: u64 = 1024;

/// The text of the file at `path`, or of standard input for `-`.
pub fn read_input(path: &Path) -> Result<String> {
    if path != Path::new("-") {
        return Ok(read::read_text(path, &path.display().to_string())?.text);
    }
    let bytes = read_standard_input()?;
    decode::decode(&bytes).map(|text| text.text).map_err(|fault| read::decode_error(&fault, "-"))
}

fn read_standard_input() -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin()
        .take(read::LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| Error::new(message!("error-input")).refused_by(&cause))?;
    if bytes.len() as u64 > read::LIMIT {
        return Err(read::Failure::TooLarge.error("-"));
    }
    Ok(bytes)
}

/// The bytes of the file at `path`, or of standard input for `-`, up to the limit.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    if path == Path::new("-") {
        return read_standard_input();
    }
    let read = || {
        // A pipe that nobody writes to would be waited for, even to be opened.
        let found = fs::metadata(path)?;
        let is_usual = found.is_file() || found.is_dir();
        if is_usual { read::bytes(fs::File::open(path)?) } else { Err(read::Failure::Special) }
    };
    read().map_err(|failure: read::Failure| {
        let error = failure.error(&path.display().to_string());
        let is_special = matches!(failure, read::Failure::Special);
        if is_special { error.hint(message!("hint-file-special")) } else { error }
    })
}

/// All files below a folder in the order of their names, without hidden ones and without links.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |err: io::Error| read::Failure::from(err).error(&folder.display().to_string());
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let kind = entry.file_type().map_err(failed)?;
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            match (is_hidden, kind.is_dir(), kind.is_file()) {
                (false, true, _) => folders.push(entry.path()),
                (false, _, true) => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// The text of a file's bytes, in the encoding named, in that which it names itself, or in Unicode.
pub fn decoded(bytes: &[u8], shown: &str, encoding: Option<&str>) -> Result<String> {
    let damaged = || {
        let message = message!("error-encoding-damaged", path = shown);
        Error::new(message).at(Location::file(shown))
    };
    if let Some(name) = encoding {
        let Some(known) = encoding_rs::Encoding::for_label(name.trim().as_bytes()) else {
            return Err(Error::new(message!("error-encoding-name", name = name))
                .hint(message!("hint-encoding-name")));
        };
        let (text, is_damaged) = known.decode_with_bom_removal(bytes);
        return if is_damaged { Err(damaged()) } else { Ok(text.into_owned()) };
    }
    decode::decode(bytes).map(|text| text.text).or_else(|fault| {
        let said = said_encoding(bytes)
            .and_then(|said| said.decode_without_bom_handling_and_without_replacement(bytes));
        said.map(std::borrow::Cow::into_owned).ok_or_else(|| {
            let error = read::decode_error(&fault, shown);
            match fault.kind {
                decode::FaultKind::Foreign(encoding) => {
                    error.hint(message!("hint-encoding-named", encoding = encoding))
                }
                _ => error,
            }
        })
    })
}

/// How much of a file says which encoding it is in.
const HEAD: usize = 2048;

/// The encoding that an XML declaration or the header of a PO file names, or of XML in UTF-16 without a mark.
fn said_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [b'<', 0, ..] => return Some(encoding_rs::UTF_16LE),
        [0, b'<', ..] => return Some(encoding_rs::UTF_16BE),
        _ => {}
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).into_owned();
    let said = if head.starts_with("<?xml") {
        let declaration = head.split("?>").next()?;
        declaration.split_once("encoding=")?.1.get(1..)?
    } else {
        head.split_once("charset=")?.1
    };
    let end = said.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.:".contains(c))?;
    let known = encoding_rs::Encoding::for_label(&said.as_bytes()[..end])?;
    (known.is_ascii_compatible() && known != encoding_rs::UTF_8).then_some(known)
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

#[cfg(test)]
mod tests {
    use super::{fs, is_given_out};
    use crate::workspace::testing::{folder, open};

    #[test]
    fn only_a_memory_that_this_program_wrote_may_be_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("memory.tmx");
        let own = "<?xml version=\"1.0\"?>\n<tmx><header creationtool=\"tolmach\"/></tmx>\n";
        for (text, may_go) in [
            (own.to_owned(), true),
            ("# Совет собрался\n".to_owned(), false),
            ("<tmx><header creationtool=\"another\"/></tmx>\n".to_owned(), false),
            (format!("{}{own}", "Слово. ".repeat(300)), false),
            (String::new(), false),
        ] {
            fs::write(&path, &text).unwrap();
            assert_eq!(is_given_out(&path), may_go, "{text}");
        }
        assert!(!is_given_out(folder.path()));
    }

    #[test]
    fn no_memory_is_written_over_a_file_that_the_memory_reads() {
        let own = "<?xml version=\"1.0\"?>\n<tmx><header creationtool=\"tolmach\"/></tmx>\n";
        let folder = folder(&[("tolmach.toml", ""), ("memory/old.tmx", own), ("given.tmx", own)]);
        let workspace = open(&folder);
        let write = |name: &str, is_forced| {
            workspace.write_memory(&folder.path().join(name), b"new".to_vec(), is_forced)
        };
        assert!(write("memory/old.tmx", false).is_err());
        assert!(write("memory/new.tmx", false).is_ok());
        assert!(write("given.tmx", false).is_ok());
        assert!(write("memory/old.tmx", true).is_ok());
    }
}
