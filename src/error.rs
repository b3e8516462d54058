//! The one error type: what failed, where, why, and what to do.

use std::fmt::{self, Display, Formatter};
use std::io::{self, ErrorKind};

use crate::l10n::{Message, message};
use crate::model::Location;

/// What stops a command; shown as `error:`, `-->`, `because:` and `hint:`.
#[derive(Debug)]
pub struct Error {
    pub message: Message,
    pub location: Option<Location>,
    pub hint: Option<Message>,
    pub cause: Option<Cause>,
}

/// Why something failed.
#[derive(Debug)]
pub enum Cause {
    /// What we have words for.
    Known(Message),
    /// What a library said, in its own words.
    Words(String),
}

/// A value, or what stops the command.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error that says what failed.
    pub fn new(message: Message) -> Self {
        Self { message, location: None, hint: None, cause: None }
    }

    /// Adds the place that a person should open.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds what a library said.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Display) -> Self {
        self.cause = Some(Cause::Words(cause.to_string()));
        self
    }

    /// Adds why it failed, in our own words.
    #[must_use]
    pub fn because(mut self, cause: Message) -> Self {
        self.cause = Some(Cause::Known(cause));
        self
    }

    /// Adds what the system said.
    #[must_use]
    pub fn refused_by(self, cause: &io::Error) -> Self {
        match known(cause) {
            Some(message) => self.because(message),
            None => self.caused_by(cause),
        }
    }
}

impl Error {
    /// Whether a file changed between reading and writing, so that another try may do.
    pub fn is_change(&self) -> bool {
        self.message.id == "error-file-changed"
    }
}

/// What Linux answers where links lead in a circle; the standard library has no name for it.
const LOOP: i32 = 40;

fn known(cause: &io::Error) -> Option<Message> {
    if cfg!(target_os = "linux") && cause.raw_os_error() == Some(LOOP) {
        return Some(message!("error-cause-loop"));
    }
    Some(match cause.kind() {
        ErrorKind::NotFound => message!("error-cause-absent"),
        ErrorKind::PermissionDenied => message!("error-cause-forbidden"),
        ErrorKind::AlreadyExists => message!("error-cause-exists"),
        ErrorKind::NotADirectory => message!("error-cause-no-folder"),
        ErrorKind::IsADirectory => message!("error-cause-folder"),
        ErrorKind::ReadOnlyFilesystem => message!("error-cause-read-only"),
        ErrorKind::StorageFull => message!("error-cause-full"),
        ErrorKind::FileTooLarge => message!("error-cause-too-large"),
        ErrorKind::InvalidData => message!("error-cause-text"),
        _ => return None,
    })
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.message.id)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
pub mod testing {
    //! Errors as people read them, for the tests of every module.

    use super::{Cause, Error};
    use crate::l10n::{LOCALES, Localizer};

    /// The error as it is shown in each language.
    pub fn words(err: &Error) -> String {
        let shown = LOCALES.iter().map(|locale| in_words(err, &Localizer::new(locale)));
        shown.collect::<Vec<_>>().join("\n")
    }

    fn in_words(err: &Error, l10n: &Localizer) -> String {
        let mut text = l10n.text(&err.message);
        if let Some(location) = &err.location {
            text += &format!("\n  --> {location}");
        }
        match &err.cause {
            Some(Cause::Known(cause)) => text += &format!("\n  because: {}", l10n.text(cause)),
            Some(Cause::Words(cause)) => text += &format!("\n  because: {cause}"),
            None => {}
        }
        if let Some(hint) = &err.hint {
            text += &format!("\n  hint: {}", l10n.text(hint));
        }
        text + "\n"
    }
}
