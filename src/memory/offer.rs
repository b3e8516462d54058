//! What is offered for a text, and what speaks against it.

use super::{Entry, KeeperKind};
use crate::model::{State, is_of_machine};

/// An entry that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub entry: Entry,
    /// How alike the sources are in percent, less the penalties; 101 where the neighbours are the same, too.
    pub score: u8,
    pub kind: MatchKind,
    pub penalties: Vec<Penalty>,
}

/// How an entry fits a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchKind {
    /// The sources are the same, and so are their neighbours.
    Around,
    /// The sources are the same.
    Exact,
    /// They differ in values alone, and the translation was changed accordingly.
    Repaired,
    Fuzzy,
    /// The entry has the words that were asked for.
    Concordance,
}

impl MatchKind {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Around => "context",
            Self::Exact => "exact",
            Self::Repaired => "repaired",
            Self::Fuzzy => "fuzzy",
            Self::Concordance => "concordance",
        }
    }
}

/// Why an entry counts for less than its likeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Penalty {
    /// Nobody stands behind it yet.
    Draft,
    /// A machine made it, and nobody has confirmed it.
    Machine,
    /// It comes from another workspace.
    Elsewhere,
    /// The translation was changed to fit.
    Repaired,
}

impl Penalty {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Machine => "machine",
            Self::Elsewhere => "workspace",
            Self::Repaired => "repaired",
        }
    }

    /// How many points it takes.
    pub fn points(self) -> u8 {
        match self {
            Self::Draft => 5,
            Self::Machine => 10,
            Self::Elsewhere | Self::Repaired => 1,
        }
    }

    /// The penalties of an entry.
    pub fn of(entry: &Entry) -> Vec<Self> {
        let is_draft = entry.state == State::Draft && !entry.target.is_empty();
        let is_machine = is_draft && entry.origin.as_deref().is_some_and(is_of_machine);
        let tests = [
            (is_draft, Self::Draft),
            (is_machine, Self::Machine),
            (entry.keeper.kind == KeeperKind::Other, Self::Elsewhere),
        ];
        tests.into_iter().filter(|(holds, _)| *holds).map(|(_, penalty)| penalty).collect()
    }
}

impl Match {
    /// The offer of an entry this much alike.
    pub fn new(entry: Entry, likeness: u8, kind: MatchKind) -> Self {
        let penalties = Penalty::of(&entry);
        let points: u8 = penalties.iter().map(|penalty| penalty.points()).sum();
        let whole = if kind == MatchKind::Around { 101 } else { likeness };
        Self { entry, score: whole.saturating_sub(points), kind, penalties }
    }

    /// The offer of a translation that was changed to fit the text.
    #[must_use]
    pub fn with_target(mut self, target: String) -> Self {
        self.entry.target = target;
        self.kind = MatchKind::Repaired;
        self.penalties.push(Penalty::Repaired);
        let points: u8 = self.penalties.iter().map(|penalty| penalty.points()).sum();
        self.score = 100_u8.saturating_sub(points);
        self
    }
}
