//! What can be wrong with an archive.

use std::fmt::Display;
use std::io;

use crate::error::Error;
use crate::l10n::message;
use crate::model::Location;

/// What stopped the reading of a file in an archive.
pub fn unreadable(path: &str, err: &io::Error) -> Error {
    if err.kind() == io::ErrorKind::FileTooLarge {
        return too_large(path);
    }
    damaged(path, err)
}

/// Says that a file unfolds to too much.
pub fn too_large(path: &str) -> Error {
    Error::new(message!("error-archive-large"))
        .at(Location::file(path))
        .hint(message!("hint-archive-large"))
}

/// Says that an archive is broken.
pub fn damaged(path: &str, err: &dyn Display) -> Error {
    Error::new(message!("error-archive-damaged"))
        .at(Location::file(path))
        .caused_by(err)
        .hint(message!("hint-archive-damaged"))
}
