//! What comparison shows: every segment with the pair that fits it.

use std::borrow::Cow;
use std::ops::Range;

use super::{Catalog, Concern, Document, State, Waiver};

/// The units of one article in one language, in document order.
#[derive(Clone, Debug)]
pub struct Bitext<'a> {
    pub document: &'a Document,
    pub catalog: &'a Catalog,
    pub units: Vec<Unit<'a>>,
    /// Indices of the catalog's pairs that no segment matches, in catalog order.
    pub orphans: Vec<usize>,
}

/// One row of the bitext: segments and the pairs that fit them.
#[derive(Clone, Debug)]
pub struct Unit<'a> {
    /// The document's segments; several where a pair spans them.
    pub segments: Range<usize>,
    /// The catalog's pairs, in order; where the translation is missing, none or such without a target.
    pub pairs: Vec<usize>,
    /// The source as it is now.
    pub source: Cow<'a, str>,
    /// The translation held; empty where it is missing.
    pub target: Cow<'a, str>,
    /// The source that was translated; the same as `source` where nothing changed.
    pub previous: Cow<'a, str>,
    pub freshness: Freshness,
    /// How the source changed; present where `freshness` is stale.
    pub change: Option<Change>,
    /// The least finished state of the pairs.
    pub state: Option<State>,
    /// Whether every pair's seal fits.
    pub sealed: bool,
}

impl Unit<'_> {
    /// Whether the source changed in more than its typography.
    pub fn is_stale(&self) -> bool {
        self.change.as_ref().is_some_and(|change| change.danger > Danger::Cosmetic)
    }

    /// Whether it is a value that stands for itself: it has no pair, and needs none.
    pub fn is_bare(&self) -> bool {
        self.state.is_none() && !self.is_missing()
    }

    /// Whether there is no translation.
    pub fn is_missing(&self) -> bool {
        self.freshness == Freshness::Missing
    }

    /// The waiver of this check that holds for the unit's texts as they are.
    pub fn waiver<'a>(&self, check: &str, catalog: &'a Catalog) -> Option<&'a Waiver> {
        let [pair] = self.pairs[..] else { return None };
        let pair = catalog.pairs.get(pair).filter(|_| !self.is_stale())?;
        let mut waivers = pair.waivers.iter().filter(|waiver| waiver.check == check);
        waivers.find(|waiver| waiver.holds(&pair.source, &pair.target))
    }

    /// Whether pairs stand here that a hand or a merge put together.
    pub fn is_unsealed(&self) -> bool {
        !self.is_missing() && !self.sealed
    }
}

/// How a segment stands to its pair; computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Freshness {
    Current,
    Stale,
    Missing,
}

impl Freshness {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Stale => "stale",
            Self::Missing => "missing",
        }
    }
}

/// How an old source became the new one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub danger: Danger,
    /// The word or number that decided the danger, as it stands in the new text, or in the old where it was removed.
    pub trigger: Option<String>,
    /// What the trigger is; none where nothing but typography changed.
    pub concern: Option<Concern>,
    /// Old and new text cut into kept, removed and inserted pieces.
    pub diff: Vec<Piece>,
}

/// How dangerous a change of the source is for the translation that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Danger {
    /// Typography only.
    Cosmetic,
    /// Function words, word order, inflection, punctuation.
    Minor,
    /// Content words.
    Major,
    /// Numbers, dates, names, negation, quotations, modality, the title.
    Critical,
}

impl Danger {
    /// All dangers, the least first.
    pub const ALL: [Self; 4] = [Self::Cosmetic, Self::Minor, Self::Major, Self::Critical];

    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }
}

/// A stretch of a diff: joining `Kept` and `Removed` gives the old text, `Kept` and `Inserted` the new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub edit: Edit,
    pub text: String,
}

impl Piece {
    /// The space that parts a piece from the one before it, lest "19" and "20" be read as "1920".
    pub fn gap(pieces: &[Self], index: usize) -> &'static str {
        let before = index.checked_sub(1).and_then(|before| pieces.get(before));
        let Some((before, piece)) = before.zip(pieces.get(index)) else { return "" };
        let is_exchange = before.edit == Edit::Removed && piece.edit == Edit::Inserted;
        let has_space = before.text.ends_with(char::is_whitespace)
            || piece.text.starts_with(char::is_whitespace);
        if is_exchange && !has_space { " " } else { "" }
    }
}

/// What happened to a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    Kept,
    Removed,
    Inserted,
}

impl Edit {
    /// All edits.
    pub const ALL: [Self; 3] = [Self::Kept, Self::Removed, Self::Inserted];

    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Removed => "removed",
            Self::Inserted => "inserted",
        }
    }
}
