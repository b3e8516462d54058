//! What the memory holds: a source, its translation where there is one, and where they stand.

use std::sync::Arc;

use super::volume::Remembered;
use crate::model::State;
use crate::text::fold::fold;
use crate::text::stems::hash;

/// A text that the memory can offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub keeper: Keeper,
    pub source: String,
    /// Empty where the source has no translation yet.
    pub target: String,
    pub state: State,
    /// How the translation came about, where a catalog says so.
    pub origin: Option<String>,
    pub around: Around,
    /// Ids of the checks that somebody answered for these texts, with a space between.
    pub waived: String,
}

impl Entry {
    /// The entry of a stored one, with its keeper.
    pub fn of(stored: Remembered, keeper: Keeper) -> Self {
        let Remembered { source, target, state, origin, around, waived, .. } = stored;
        Self { keeper, source, target, state, origin, around, waived }
    }
}

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Keeper {
    pub kind: KeeperKind,
    /// Id of the article, or the name of a file.
    pub name: Arc<str>,
}

/// Whose entries they are, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeeperKind {
    /// An article of the workspace.
    Home,
    /// An article of another workspace.
    Other,
    /// A file of translation units.
    File,
}

impl KeeperKind {
    /// All kinds, the nearest first.
    pub const ALL: [Self; 3] = [Self::Home, Self::Other, Self::File];

    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "article",
            Self::Other => "other",
            Self::File => "tmx",
        }
    }
}

/// What stands before and after a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Digest of the source before it; 0 where nobody knows.
    pub before: u32,
    /// Digest of the one after it.
    pub after: u32,
}

impl Around {
    /// The context of a sentence between these two; nothing stands for the text's edge.
    pub fn between(before: Option<&str>, after: Option<&str>) -> Self {
        Self { before: digest(before), after: digest(after) }
    }

    /// Whether both contexts are known and the same.
    pub fn is_same(self, other: Self) -> bool {
        self == other && self.before != 0 && self.after != 0
    }

    /// The contexts of all these texts, which follow each other.
    pub fn of_all<'a>(texts: &[&'a str]) -> Vec<Self> {
        let get = |at: Option<usize>| -> Option<&'a str> { texts.get(at?).copied() };
        let context = |at: usize| Self::between(get(at.checked_sub(1)), get(Some(at + 1)));
        (0..texts.len()).map(context).collect()
    }
}

/// A digest that is never 0.
fn digest(text: Option<&str>) -> u32 {
    let Some(text) = text else { return EDGE };
    let hash = hash(&fold(text));
    u32::try_from((hash ^ hash >> 32) & 0xffff_ffff).unwrap_or_default().max(EDGE + 1)
}

const EDGE: u32 = 1;

#[cfg(test)]
mod tests {
    use super::Around;

    #[test]
    fn contexts_are_the_same_where_both_neighbours_are() {
        let contexts = Around::of_all(&["а", "б", "в", "а", "б ", "в"]);
        assert!(contexts[1].is_same(contexts[4]));
        assert!(!contexts[0].is_same(contexts[3]));
        assert!(!Around::default().is_same(Around::default()));
        assert!(Around::of_all(&["а"])[0].is_same(Around::between(None, None)));
    }
}
