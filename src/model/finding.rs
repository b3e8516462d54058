//! What a check saw, and where.

use super::{Concern, Danger, Location, Piece, Position, Span};
use crate::l10n::Message;

/// One thing that a check saw.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Id of the check.
    pub check: &'static str,
    pub severity: Severity,
    /// Id of the article.
    pub article: String,
    /// Target language.
    pub target: String,
    /// Number of the segment from 1, where one is concerned.
    pub segment: Option<usize>,
    /// Number of a text that only the translation has, from 1; people write `+1`.
    pub surplus: Option<usize>,
    pub location: Location,
    /// The place in the published document, where the finding is about that.
    pub document: Option<Location>,
    pub message: Message,
    pub hint: Option<Message>,
    pub source: Option<String>,
    pub translation: Option<String>,
    pub previous_source: Option<String>,
    pub change: Option<Danger>,
    /// How the old source became the new one; empty where it did not change.
    pub diff: Vec<Piece>,
    pub trigger: Option<String>,
    /// What the trigger is.
    pub concern: Option<Concern>,
    /// The part of the source that the finding is about, in its bytes.
    pub source_mark: Option<Span>,
    /// The part of the translation that the finding is about, in its bytes.
    pub translation_mark: Option<Span>,
    /// Line and column after the part of the source, where the file has it as it stands here.
    pub end: Option<Position>,
    /// The one edit that settles it without a change of sense, where there is one.
    pub fix: Option<Fix>,
}

impl Finding {
    /// The translation with the fix made, where there is one.
    pub fn fixed(&self) -> Option<String> {
        let (fix, translation) = (self.fix.as_ref()?, self.translation.as_ref()?);
        let (before, after) =
            (translation.get(..fix.span.start)?, translation.get(fix.span.end..)?);
        Some(format!("{before}{}{after}", fix.text))
    }
}

/// An edit of a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub span: Span,
    pub text: String,
}

impl Fix {
    /// Puts `text` in the place of what stands at `span`.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

impl Finding {
    /// A finding at a place, about nothing else yet.
    pub fn new(
        check: &'static str,
        severity: Severity,
        location: Location,
        message: Message,
    ) -> Self {
        Self {
            check,
            severity,
            article: String::new(),
            target: String::new(),
            segment: None,
            surplus: None,
            location,
            document: None,
            message,
            hint: None,
            source: None,
            translation: None,
            previous_source: None,
            change: None,
            diff: Vec::new(),
            trigger: None,
            concern: None,
            source_mark: None,
            translation_mark: None,
            end: None,
            fix: None,
        }
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Info,
    Warning,
    Error,
}

impl Severity {
    /// All severities, the least first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warning, Self::Error];

    /// The name in configuration and machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}
