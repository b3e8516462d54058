//! What a check saw, and where.

use super::Subject;
use crate::l10n::Message;
use crate::model::{Fix, Position, Severity, Span};

/// Where an article's check saw something.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// The source file as a whole.
    Article,
    /// A stretch of the source.
    Source(Span),
    /// A place in the source.
    SourceAt(Position),
    /// A pair of the catalog, by its index.
    Pair(usize),
    /// The published document as a whole.
    Page,
    /// A place in the published document.
    PageAt(Position),
    /// A text of the translation alone, by its index.
    Surplus(usize),
}

/// What a check saw, and what to do about it.
#[derive(Debug)]
pub struct Seen {
    pub message: Message,
    pub hint: Option<Hint>,
    /// The severity is never above this.
    pub at_most: Severity,
    /// The part of the source that it is about.
    pub source: Option<Span>,
    /// The part of the translation that it is about.
    pub target: Option<Span>,
    /// An edit of the translation that can't change its sense.
    pub fix: Option<Fix>,
}

/// Makes a hint for the article at hand.
pub type Hint = fn(&Subject<'_>) -> Message;

impl From<Message> for Seen {
    fn from(message: Message) -> Self {
        let at_most = Severity::Error;
        Self { message, hint: None, at_most, source: None, target: None, fix: None }
    }
}

impl Seen {
    /// Adds what a person should do.
    #[must_use]
    pub fn hint(mut self, hint: Hint) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Names the part of the source that it is about.
    #[must_use]
    pub fn in_source(mut self, span: Span) -> Self {
        self.source = Some(span);
        self
    }

    /// Names the part of the translation that it is about.
    #[must_use]
    pub fn in_target(mut self, span: Span) -> Self {
        self.target = Some(span);
        self
    }

    /// Adds the edit of the translation that settles it.
    #[must_use]
    pub fn fixed(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Keeps the severity at or below `severity`.
    #[must_use]
    pub fn at_most(mut self, severity: Severity) -> Self {
        self.at_most = severity;
        self
    }
}
