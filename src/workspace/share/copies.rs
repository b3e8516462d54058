//! What was pulled from a shared memory: a file of units for each workspace there, beside the index.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::log::Cursor;
use super::rows::SharedPair;
use crate::error::{Error, Result};
use crate::formats::tmx::{Languages, TranslationUnit, Units};
use crate::l10n::message;
use crate::workspace::Workspace;
use crate::workspace::files::cache::cache_folder;

/// The copies from one server for one target language.
pub struct Copies {
    folder: PathBuf,
}

/// The cursor stands in a file of this name.
const CURSOR: &str = "cursor.json";
const LOCK: &str = "lock";
/// In units: which article of its workspace, and which row, one comes from.
const ARTICLE: &str = "tolmach:article";
const STATE: &str = "tolmach:state";
const ORIGIN: &str = "tolmach:origin";

impl Copies {
    /// The folder of a workspace's copies from a server.
    pub fn of(workspace: &Workspace, address: &str, target: &str) -> Result<Self> {
        let server = &blake3::hash(address.as_bytes()).to_hex()[..16];
        let base = base(workspace, target).ok_or_else(|| {
            Error::new(message!("error-share-cache")).hint(message!("hint-share-cache"))
        })?;
        Ok(Self { folder: base.join(server) })
    }

    /// The right to write, until it is dropped.
    pub fn lock(&self) -> Result<File> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.folder).map_err(|err| self.unwritable(&err))?;
        let lock = File::create(self.folder.join(LOCK)).map_err(|err| self.unwritable(&err))?;
        lock.lock().map_err(|err| self.unwritable(&err))?;
        Ok(lock)
    }

    /// How far the server was read; nothing before the first time, or where that can't be read.
    pub fn cursor(&self) -> Option<Cursor> {
        serde_json::from_slice(&fs::read(self.folder.join(CURSOR)).ok()?).ok()
    }

    /// Takes all copies away.
    pub fn clear(&self) -> Result<()> {
        for (_, path) in files(&self.folder) {
            fs::remove_file(path).map_err(|err| self.unwritable(&err))?;
        }
        Ok(())
    }

    /// Adds rows to the copies; of two pairs of one sentence of an article the later one stays.
    pub fn add(&self, workspace: &Workspace, rows: Vec<SharedPair>, target: &str) -> Result<()> {
        let mut by_name: BTreeMap<String, Vec<SharedPair>> = BTreeMap::new();
        for row in rows {
            by_name.entry(row.workspace.clone()).or_default().push(row);
        }
        for (name, rows) in by_name {
            let path = self.folder.join(file_name(&name));
            let mut units = BTreeMap::new();
            if path.is_file() {
                // A damaged copy is as good as none: what it held comes again with the next whole pull.
                let read = workspace.translation_units(&path, target, &mut |unit| {
                    units.insert(key(&unit), unit);
                    Ok(())
                });
                if read.is_err() {
                    fs::remove_file(self.folder.join(CURSOR)).ok();
                }
            }
            for row in rows {
                let unit = unit(row);
                units.insert(key(&unit), unit);
            }
            let languages = Languages { source: &workspace.config.source, target };
            self.write(&path, languages, units.values()).map_err(|err| self.unwritable(&err))?;
        }
        Ok(())
    }

    fn write<'u>(
        &self,
        path: &Path,
        languages: Languages<'_>,
        all: impl Iterator<Item = &'u TranslationUnit>,
    ) -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        let mut units = Units::new(io::BufWriter::new(&mut file), languages)?;
        for unit in all {
            units.write(unit)?;
        }
        units.finish()?.flush()?;
        file.persist(path)?;
        Ok(())
    }

    /// Keeps how far the server was read; the copies stand by then.
    pub fn keep(&self, cursor: &Cursor) -> Result<()> {
        let write = || -> io::Result<()> {
            let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
            file.write_all(&serde_json::to_vec(cursor)?)?;
            file.persist(self.folder.join(CURSOR))?;
            Ok(())
        };
        write().map_err(|err| self.unwritable(&err))
    }

    fn unwritable(&self, err: &io::Error) -> Error {
        let path = self.folder.display().to_string();
        Error::new(message!("error-share-copy", path = path)).refused_by(err)
    }
}

/// The copies from all servers, each with the name of its workspace there.
pub fn copies(workspace: &Workspace, target: &str) -> Vec<(String, PathBuf)> {
    let Some(base) = base(workspace, target) else { return Vec::new() };
    let servers = fs::read_dir(base).into_iter().flatten().flatten();
    let mut all: Vec<(String, PathBuf)> =
        servers.flat_map(|server| files(&server.path())).collect();
    all.sort();
    all
}

fn base(workspace: &Workspace, target: &str) -> Option<PathBuf> {
    Some(cache_folder(&workspace.root)?.join("share").join(target))
}

fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let path = entry.path();
        let stem = path.file_name()?.to_str()?.strip_suffix(SUFFIX)?;
        Some((name_of(stem), path))
    });
    named.collect()
}

const SUFFIX: &str = ".tmx";

/// A file's name for a workspace: letters and digits as they are, the rest as `%XX`.
fn file_name(workspace: &str) -> String {
    let mut name = String::new();
    for byte in workspace.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("%{byte:02X}"));
        }
    }
    // Names that would be too long are told apart by a digest.
    if name.len() > 150 {
        name.truncate(100);
        name.push_str(&blake3::hash(workspace.as_bytes()).to_hex()[..16]);
    }
    name + SUFFIX
}

/// The workspace of a file's name.
fn name_of(stem: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = stem;
    while let Some(at) = rest.find('%') {
        bytes.extend(rest[..at].bytes());
        let code = rest.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        let Some(byte) = code else { break };
        bytes.push(byte);
        rest = &rest[at + 3..];
    }
    bytes.extend(rest.bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

fn key(unit: &TranslationUnit) -> [String; 2] {
    [unit.property(ARTICLE).unwrap_or_default().to_owned(), unit.source.clone()]
}

fn unit(row: SharedPair) -> TranslationUnit {
    let mut properties = vec![(ARTICLE.to_owned(), row.article), (STATE.to_owned(), row.state)];
    properties.extend(row.origin.map(|origin| (ORIGIN.to_owned(), origin)));
    TranslationUnit {
        source: row.source,
        target: row.target,
        properties,
        ..TranslationUnit::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{SUFFIX, file_name, name_of};

    #[test]
    fn a_name_comes_back_from_its_file() {
        for name in ["site", "Новости/сайт", "a.b", "..", "", "100%"] {
            let file = file_name(name);
            assert!(!file.contains(['/', '\\']) && file.is_ascii(), "{file}");
            assert_eq!(name_of(file.strip_suffix(SUFFIX).unwrap()), name);
        }
        assert!(file_name(&"я".repeat(500)).len() < 200);
    }
}
