//! What the published document says beside what source and catalog say.

use super::Position;

/// How the published document of an article stands, and what of it has no source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    pub state: PageState,
    /// Text without a source, in the document's order.
    pub surplus: Vec<Surplus>,
    /// Whether something else than text without a source keeps it from saying what the catalog says.
    pub is_due: bool,
    /// In what source and page came apart beside their sentences.
    pub lag: Option<Lag>,
    /// What stands in the source language, and is no sentence of the article.
    pub left: Vec<LeftText>,
    /// Where the document first says something else than what would be published.
    pub other: Option<OtherText>,
    /// A digest of the document that is not what would be published.
    pub digest: String,
}

/// Text beside the sentences that may be in the wrong language: of a field, or of a block left out.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftText {
    /// Where it stands in the published document, or in the source while there is none.
    pub position: Position,
    /// The key of the front matter; empty for a block.
    pub field: String,
    pub text: String,
}

/// A place of the document with what stands there, and what would.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherText {
    pub position: Position,
    pub is: String,
    pub would_be: String,
    /// Whether both have it, in another place each.
    pub is_elsewhere: bool,
}

/// In what a page is behind its source beside its sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lag {
    /// Code, addresses, markup or fields.
    Beside,
    /// A value came, went or changed.
    Values,
    /// The texts, or what stands beside them, have another order or another place.
    Order,
    /// A hand changed code, addresses, values or fields on the page alone.
    Own,
    /// Source and page have other ones, and nobody knows who changed them.
    Apart,
}

/// How a document stands to what would be published now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PageState {
    /// There is none.
    #[default]
    Absent,
    /// It says what the catalog says.
    Current,
    /// Source or catalog went on since it was written or read.
    Behind,
    /// A hand wrote or changed it, and the catalog doesn't know.
    Edited,
}

impl PageState {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Current => "current",
            Self::Behind => "behind",
            Self::Edited => "edited",
        }
    }
}

/// Text of a translation that no text of the source stands behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Surplus {
    /// Number in the document's order, from 1; people write `+1`.
    pub number: usize,
    pub kind: SurplusKind,
    /// Line and column in the document; absent where only the catalog has the text.
    pub position: Option<Position>,
    pub target: String,
    /// The source that was taken out; empty where nobody knows one.
    pub source: String,
    /// Index of the catalog's pair with this target, where it has one of its own.
    pub pair: Option<usize>,
    /// Whether a person said that it may stay.
    pub is_settled: bool,
}

/// Why a text has no source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SurplusKind {
    /// Its source was taken out.
    Withdrawn,
    /// Only the translation ever had it, as far as anybody knows.
    Extra,
}

impl SurplusKind {
    /// The name of the check that tells of it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Extra => "extra",
        }
    }
}

impl Published {
    /// The texts of this kind that nobody settled.
    pub fn open(&self, kind: SurplusKind) -> impl Iterator<Item = &Surplus> {
        self.surplus.iter().filter(move |surplus| surplus.kind == kind && !surplus.is_settled)
    }
}

/// How the catalog came to know the document as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// The program wrote it.
    Written,
    /// The catalog was brought in step with it.
    Read,
    /// It never met it like this.
    Unknown,
}
