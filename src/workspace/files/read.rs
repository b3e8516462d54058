//! Files: read whole.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;

use super::decode::{Fault, FaultKind, Text, decode};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;
use crate::text::shell::argument;

/// No article is longer; a longer file is something else.
pub const LIMIT: u64 = 64 << 20;

/// The text of the file at `path`, which a person knows as `shown`.
pub fn read_text(path: &Path, shown: &str) -> Result<Text> {
    read(path).map_err(|failure| failure.error(shown))
}

/// The text of the file at `path`; the name for people is made where something fails.
pub fn read(path: &Path) -> Result<Text, Failure> {
    decode(&bytes(File::open(path)?)?).map_err(Failure::Decode)
}

/// Why a file can't be read.
#[derive(Debug)]
pub enum Failure {
    Open(io::Error),
    /// A device, a pipe or a socket.
    Special,
    /// A link, or a file in a linked folder, that leads out of the workspace.
    Outside,
    /// A link that stands where a file is to be written.
    Link,
    /// A link that leads nowhere.
    BrokenLink,
    TooLarge,
    Decode(Fault),
}

impl Failure {
    /// The error for the file that a person knows as `shown`.
    pub fn error(&self, shown: &str) -> Error {
        match self {
            Self::Open(err) => read_error(err, shown),
            Self::Special => Error::new(message!("error-file-special", path = shown)),
            Self::Outside => Error::new(message!("error-file-outside", path = shown))
                .hint(message!("hint-file-outside")),
            Self::Link => Error::new(message!("error-file-link", path = shown))
                .hint(message!("hint-file-link")),
            Self::BrokenLink => Error::new(message!("error-link-broken", path = shown)),
            Self::TooLarge => {
                let limit = usize::try_from(LIMIT >> 20).unwrap_or_default();
                Error::new(message!("error-file-too-large", path = shown, limit = limit))
            }
            Self::Decode(fault) => decode_error(fault, shown),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(err: io::Error) -> Self {
        Self::Open(err)
    }
}

/// Whether the error says that there is no such file.
pub fn is_absent(err: &io::Error) -> bool {
    matches!(err.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The bytes of an open file, up to the limit.
pub fn bytes(file: File) -> Result<Vec<u8>, Failure> {
    let metadata = file.metadata()?;
    bytes_of(file, &metadata)
}

/// The bytes of an open file of which this is told.
pub fn bytes_of(mut file: File, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
    if metadata.is_dir() {
        return Err(Failure::Open(io::ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > LIMIT {
        return Err(Failure::TooLarge);
    }
    let length = usize::try_from(metadata.len()).unwrap_or(0);
    let mut bytes = vec![0; length + 1];
    let count = read_once(&mut file, &mut bytes)?;
    bytes.truncate(count);
    // A file that gave less than there was room for has ended.
    if count != length || !metadata.is_file() {
        // A device or a pipe tells no length, so the limit holds while reading, too.
        file.take(LIMIT + 1 - count as u64).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > LIMIT { Err(Failure::TooLarge) } else { Ok(bytes) }
}

fn read_once(file: &mut File, bytes: &mut [u8]) -> io::Result<usize> {
    match file.read(bytes) {
        Err(err) if err.kind() == io::ErrorKind::Interrupted => Ok(0),
        read => read,
    }
}

fn read_error(err: &io::Error, shown: &str) -> Error {
    let message = match err.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            return Error::new(message!("error-file-missing", path = shown));
        }
        io::ErrorKind::IsADirectory => {
            return Error::new(message!("error-file-is-folder", path = shown));
        }
        io::ErrorKind::PermissionDenied => message!("error-file-forbidden", path = shown),
        _ => message!("error-file-unreadable", path = shown),
    };
    Error::new(message).refused_by(err)
}

/// Says that bytes are no text that can be read.
pub fn decode_error(fault: &Fault, shown: &str) -> Error {
    let location = Location::at(shown, fault.position);
    match fault.kind {
        FaultKind::Foreign(encoding) => {
            let (path, copy) = (argument(shown), argument(&format!("{shown}.utf-8")));
            Error::new(message!("error-encoding", path = shown, encoding = encoding))
                .at(location)
                .hint(message!("hint-encoding", path = path, copy = copy, encoding = encoding))
        }
        FaultKind::Damaged => Error::new(message!("error-encoding-damaged", path = shown))
            .at(location)
            .hint(message!("hint-encoding-damaged")),
        FaultKind::Binary => Error::new(message!("error-binary", path = shown)).at(location),
    }
}

/// Whether `path` stands in `folder` or below it; the root is the empty folder.
pub fn is_below(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The path from `root`, with `/`; the whole path where it lies outside.
pub fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// Whether a link stands at `path` that leads nowhere, or in a circle.
pub fn is_broken_link(path: &Path) -> bool {
    path.is_symlink() && !path.exists()
}

/// Whether a file, not a folder, stands at `path`.
pub fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file())
}
