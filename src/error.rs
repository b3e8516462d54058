//! The one error type: what failed, where, why, and what to do.

use std::fmt::{self, Display, Formatter};

use crate::l10n::Message;
use crate::model::Location;

/// What stops a command; shown as `error:`, `-->`, `because:` and `hint:`.
#[derive(Debug)]
pub struct Error {
    pub message: Message,
    pub location: Option<Location>,
    pub hint: Option<Message>,
    /// What a library said, in its own words.
    pub cause: Option<String>,
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

    /// Adds what a library or the system said.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.message.id)
    }
}

impl std::error::Error for Error {}
