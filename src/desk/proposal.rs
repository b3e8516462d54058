//! What somebody wants written about a segment, from a file, a worksheet or a page.

use crate::model::{Signature, State, Unit, text_digest};

/// A translation, a statement or a note that somebody proposes for one segment.
///
/// It says what its proposer saw, so that nothing which changed meanwhile is overwritten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Id of the article, as text: it is looked up, and never used as a path.
    pub article: String,
    pub language: String,
    /// Number of the segment from 1 as it was; among equal sources the nearest is meant, with 0 the first.
    pub segment: usize,
    /// What the proposer saw, as far as the file tells.
    pub base: Base,
    /// The source that was translated, in words; empty where the file has none.
    pub source: String,
    /// The translation proposed; nothing where only a statement or a note is.
    pub target: Option<String>,
    /// The state that the translation gets, once it is taken.
    pub state: State,
    /// Where the translation came from, as a catalog records it.
    pub origin: Option<String>,
    /// Why the translation held is right as it is.
    pub reason: Option<String>,
    /// What people should know.
    pub note: Option<String>,
    /// What an editor decided about the translation as it was seen, with their name.
    pub review: Option<ProposedReview>,
}

/// An editor's decision about a translation that nobody changed since they read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedReview {
    /// `Draft` sends it back.
    pub state: State,
    pub signature: Signature,
}

/// Digests of the texts that a proposer saw; see [`text_digest`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// Without it the segment is looked for by its source's words.
    pub source: Option<String>,
    /// Without it nobody can tell whether the translation held has changed since.
    pub target: Option<String>,
}

impl Base {
    /// What is to be seen of a unit now.
    pub fn of(unit: &Unit<'_>) -> Self {
        Self {
            source: Some(text_digest(&unit.source).to_string()),
            target: Some(text_digest(&unit.target).to_string()),
        }
    }
}

/// How proposals are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Whose translation stands where both changed.
    pub prefer: Prefer,
    /// What to do where an editor had approved the translation held.
    pub approved: Approved,
    /// What to do with a translation that looks wrong.
    pub doubtful: Doubtful,
}

/// Whose translation stands where the proposer and the catalog changed the same one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// Nobody's: it is a conflict, both are kept and told.
    #[default]
    Neither,
    File,
    Catalog,
}

/// Whether a translation that an editor approved may be replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Approved {
    /// It stays, and the proposal is refused.
    #[default]
    Keep,
    Replace,
}

/// Whether a translation that looks wrong is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doubtful {
    /// It is refused, with the first doubt as the reason.
    Refuse,
    /// It is taken, and the doubts are told.
    #[default]
    Tell,
}
