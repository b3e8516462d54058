//! Files that came back, opened: in whichever format they are, alone or together in an archive.

use std::path::Path;

use super::Shipment;
use crate::error::{Error, Result};
use crate::formats::exchange::{self, Delivery, ReadFault};
use crate::formats::office::archive::Archive;
use crate::formats::office::word::Revisions;
use crate::formats::returned::{self, Haul};
use crate::formats::tmx::Languages;
use crate::l10n::message;
use crate::model::{Lines, Location};
use crate::text::scripts::primary;
use crate::workspace::{Workspace, decoded, files_below, is_memory, read_bytes};

/// How files are opened.
pub struct Unpacker<'a> {
    pub workspace: &'a Workspace,
    /// The languages that are asked for.
    pub targets: &'a [String],
    /// The encoding of texts, where a person names it.
    pub encoding: Option<&'a str>,
    pub revisions: Revisions,
}

/// What came back, file by file.
#[derive(Debug, Default)]
pub struct Mailbag {
    pub shipments: Vec<Shipment>,
    /// Paths of files in archives that are in no known format.
    pub unread: Vec<String>,
    /// How many files of folders translate into languages that nobody asked for.
    pub foreign: usize,
}

impl Unpacker<'_> {
    /// Opens a file and adds what it brings.
    pub fn open(&self, file: &Path, bag: &mut Mailbag) -> Result<()> {
        let path = file.display().to_string();
        let file = self.workspace.meant(file);
        if file.is_dir() {
            return self.folder(&file, bag);
        }
        if self.encoding.is_none() && is_memory(&file) {
            bag.shipments.push(self.memory(&file, path)?);
            return Ok(());
        }
        self.take(&path, &read_bytes(&file)?, bag)
    }

    /// Opens all files below a folder that are of a kind that brings something.
    fn folder(&self, folder: &Path, bag: &mut Mailbag) -> Result<()> {
        let (before, unread) = (bag.shipments.len(), bag.foreign);
        for file in files_below(folder)?.iter().filter(|file| is_work(file)) {
            let count = bag.shipments.len();
            self.open(file, bag)?;
            let came = bag.shipments.split_off(count).into_iter();
            let (asked, foreign): (Vec<Shipment>, Vec<Shipment>) =
                came.partition(|shipment| is_asked(&shipment.delivery, self.targets));
            bag.shipments.extend(asked);
            bag.foreign += foreign.len();
        }
        if (bag.shipments.len(), bag.foreign) == (before, unread) {
            let path = folder.display().to_string();
            return Err(Error::new(message!("error-import-folder", path = path.as_str()))
                .at(Location::file(path))
                .hint(message!("hint-import-folder", names = WORK.join(", "))));
        }
        Ok(())
    }

    /// Adds what the bytes of a file bring.
    pub fn take(&self, path: &str, bytes: &[u8], bag: &mut Mailbag) -> Result<()> {
        if is_archive(bytes) {
            return self.archive(path, bytes, bag);
        }
        match self.text(path, bytes)? {
            Some(shipment) => bag.shipments.push(shipment),
            None => return Err(unknown(path)),
        }
        Ok(())
    }

    /// Reads a translation memory unit by unit, however long it is.
    fn memory(&self, file: &Path, path: String) -> Result<Shipment> {
        let mut delivery = Delivery::default();
        let mut surplus = None;
        for target in self.targets {
            self.workspace.translation_units(file, target, &mut |unit| {
                let more = delivery.add(exchange::unit_slip(unit, target), 0);
                surplus = surplus.take().or(more.err());
                Ok(())
            })?;
        }
        if let Some(fault) = surplus {
            return Err(Error::new(fault.message)
                .at(Location::file(path))
                .hint(message!("hint-exchange-rows")));
        }
        Ok(Shipment { path, format: "tmx", delivery, refused: 0 })
    }

    /// Reads an office file, or all that an archive holds of work.
    fn archive(&self, path: &str, bytes: &[u8], bag: &mut Mailbag) -> Result<()> {
        let mut archive = Archive::open(path, bytes)?;
        if returned::is_office(&archive) {
            bag.shipments.push(self.office(&mut archive)?);
            return Ok(());
        }
        let before = bag.shipments.len();
        let names = archive.names();
        let base = base(&names);
        for name in &names {
            if is_beside(name.strip_prefix(base).unwrap_or(name)) {
                continue;
            }
            let Some(bytes) = archive.bytes(name)? else { continue };
            match self.member(&format!("{path}/{name}"), &bytes)? {
                Some(shipment) => bag.shipments.push(shipment),
                None => bag.unread.push(format!("{path}/{name}")),
            }
        }
        if bag.shipments.len() == before { Err(returned::unknown(path)) } else { Ok(()) }
    }

    /// A file of an archive; nothing where it is none that brings anything.
    fn member(&self, path: &str, bytes: &[u8]) -> Result<Option<Shipment>> {
        if is_archive(bytes) {
            let mut archive = Archive::open(path, bytes)?;
            let is_office = returned::is_office(&archive);
            return if is_office { self.office(&mut archive).map(Some) } else { Ok(None) };
        }
        if is_foreign(path) {
            return Ok(None);
        }
        self.text(path, bytes)
    }

    fn office(&self, archive: &mut Archive<'_>) -> Result<Shipment> {
        let path = archive.path().to_owned();
        let Haul { format, slips, refused, approval, strays } =
            returned::read(archive, self.revisions)?;
        let delivery = Delivery { slips, approval, strays, ..Delivery::default() };
        Ok(Shipment { path, format, delivery, refused })
    }

    /// A file of text; nothing where it is in no known format.
    fn text(&self, path: &str, bytes: &[u8]) -> Result<Option<Shipment>> {
        let text = decoded(bytes, path, self.encoding)?;
        let Some(format) = exchange::recognised(&text) else { return Ok(None) };
        let source = self.workspace.config.source.as_str();
        // Only a memory holds several languages; of others the first is as good as any.
        let count = if format.name == "tmx" { self.targets.len() } else { 1 };
        let mut whole = Delivery::default();
        for target in &self.targets[..count] {
            let delivery = (format.read)(&text, Languages { source, target })
                .map_err(|fault| broken(fault, path, &text))?;
            whole.language = delivery.language;
            whole.obsolete += delivery.obsolete;
            whole.outdated += delivery.outdated;
            whole.strays = delivery.strays;
            whole.slips.extend(delivery.slips);
        }
        let (path, delivery) = (path.to_owned(), whole);
        Ok(Some(Shipment { path, format: format.name, delivery, refused: 0 }))
    }
}

fn is_work(file: &Path) -> bool {
    let name = file.to_string_lossy();
    let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    WORK.contains(&end.as_str())
}

fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The folder of an archive that our own list of its files stands in.
fn base(names: &[String]) -> &str {
    let lists = names.iter().filter_map(|name| name.strip_suffix(MANIFEST));
    lists.min_by_key(|base| base.len()).unwrap_or_default()
}

/// Name of the list of files in a package.
pub const MANIFEST: &str = "manifest.json";

/// Folder of a package with pages to be looked at.
pub const CONTEXT: &str = "context/";
/// Folder of a package with the translations that matter to it.
pub const MEMORY: &str = "memory/";
/// File of a package with the agreed terms that matter to it.
pub const TERMS: &str = "terms.csv";
/// How the names begin of the files that tell people what the package is.
pub const ABOUT: &str = "README.";

/// Whether a file of a package holds agreed terms: in one language, or in one of several.
pub fn is_terms(name: &str) -> bool {
    let language = name.strip_prefix("terms.").and_then(|rest| rest.strip_suffix(".csv"));
    name == TERMS || language.is_some_and(|language| !language.contains('/'))
}

/// Whether a file of an archive was never meant to bring anything, or is a system's own.
fn is_beside(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let is_ours = name.starts_with(CONTEXT) || name.starts_with(MEMORY) || name.starts_with(ABOUT);
    let is_list = name == MANIFEST || is_terms(name);
    let is_system = last.starts_with('.') || name.contains("__MACOSX/") || SYSTEM.contains(&last);
    is_ours || is_list || is_system
}

/// Files that systems put into folders.
const SYSTEM: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// Whether a name says that a file is of a kind that brings no text.
fn is_foreign(path: &str) -> bool {
    let end = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    !TEXTS.contains(&end.as_str())
}

/// What names of files end with that a folder is looked through for.
const WORK: [&str; 14] = [
    "po", "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", "txlf", "tmx", "csv", "tsv", "xlsx",
    "ods", "docx", "odt",
];

/// Whether a file may translate into a language that is asked for.
fn is_asked(delivery: &Delivery, targets: &[String]) -> bool {
    let is_asked = |tag: &str| targets.iter().any(|target| primary(target) == primary(tag));
    let mut said = delivery.slips.iter().map(|slip| slip.language.as_str());
    match &delivery.language {
        Some(language) => is_asked(language),
        None => delivery.slips.is_empty() || said.any(|tag| tag.is_empty() || is_asked(tag)),
    }
}

/// What names of files of text end with.
const TEXTS: [&str; 13] = [
    "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", "txlf", "xml", "po", "tmx", "csv", "tsv",
    "tab", "txt",
];

fn unknown(path: &str) -> Error {
    let names: Vec<&str> = exchange::FORMATS.iter().map(|format| format.name).collect();
    Error::new(message!("error-exchange-unknown", path = path))
        .at(Location::file(path))
        .hint(message!("hint-exchange-unknown", names = names.join(", ")))
}

/// A fault with its line and column, for people.
fn broken(fault: ReadFault, path: &str, text: &str) -> Error {
    let position = Lines::new(text).position(text.floor_char_boundary(fault.offset));
    let mut error = Error::new(fault.message).at(Location::at(path, position));
    if let Some(hint) = fault.hint {
        error = error.hint(hint);
    }
    match fault.words {
        Some(words) => error.caused_by(words),
        None => error,
    }
}
