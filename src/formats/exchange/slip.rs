//! One row of a file: a source, its translation, and what is known of both.

use super::Tag;
use crate::model::State;

/// A source with its translation, as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// What the row was when it went out; nothing where another program made it or lost it.
    pub tag: Option<Tag>,
    /// What other rows were that a translator joined with this one.
    pub joined: Vec<Tag>,
    pub source: String,
    /// Empty where there is none yet.
    pub target: String,
    /// The source that was translated, where it has changed since.
    pub previous: String,
    pub ripeness: Ripeness,
    /// How the translation came about, where the catalog says so; nothing of it comes back.
    pub made_by: Option<String>,
    /// Whether the translator says that it wants another look.
    pub is_doubted: bool,
    /// Whether its place in the file has other translations of it, and nobody can tell which is meant.
    pub is_rival: bool,
    pub notes: Vec<String>,
    /// What the source's block is; slips of one block follow each other.
    pub kind: &'static str,
    /// Number of the source's block.
    pub block: usize,
    /// Line of the source's document on the way out, of the file on the way back.
    pub line: usize,
    /// The document that the file says it is of; how other programs name articles.
    pub document: String,
    /// The language translated into, where the file says so of each row.
    pub language: String,
    /// Earlier translations of what is alike, the best first; nothing of them comes back.
    pub matches: Vec<SlipMatch>,
}

/// An earlier translation that goes along with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipMatch {
    pub source: String,
    pub target: String,
    /// How alike the sources are in percent, less what speaks against it.
    pub percent: u8,
    /// The article or the file that has it.
    pub origin: String,
    /// Whether a machine made it, and nobody has confirmed it.
    pub is_of_machine: bool,
}

/// How far a translation is, in one word of all formats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ripeness {
    #[default]
    Missing,
    /// Its source has changed since.
    Stale,
    Draft,
    Translated,
    Reviewed,
    Final,
}

impl Ripeness {
    /// All of them, the least first.
    pub const ALL: [Self; 6] =
        [Self::Missing, Self::Stale, Self::Draft, Self::Translated, Self::Reviewed, Self::Final];

    /// The name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Draft => State::Draft.name(),
            Self::Translated => State::Translated.name(),
            Self::Reviewed => State::Reviewed.name(),
            Self::Final => State::Final.name(),
        }
    }

    /// The ripeness with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ripeness| ripeness.name().eq_ignore_ascii_case(name.trim()))
    }

    /// The state that a translation so far gets in a catalog.
    pub fn state(self) -> State {
        match self {
            Self::Missing | Self::Stale | Self::Draft => State::Draft,
            Self::Translated => State::Translated,
            Self::Reviewed => State::Reviewed,
            Self::Final => State::Final,
        }
    }
}

impl From<State> for Ripeness {
    fn from(state: State) -> Self {
        match state {
            State::Draft => Self::Draft,
            State::Translated => Self::Translated,
            State::Reviewed => Self::Reviewed,
            State::Final => Self::Final,
        }
    }
}
