//! What is offered for a text, and what speaks against it.

use super::{Entry, KeeperKind};
use crate::model::State;

/// An entry that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub entry: Entry,
    /// How alike the sources are in percent, less the penalties; 101 where the neighbours are the same, too.
    pub score: u8,
    pub kind: Kind,
    pub penalties: Vec<Penalty>,
}

/// How an entry fits a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The sources are the same, and so are their neighbours.
    Around,
    /// The sources are the same.
    Exact,
    Fuzzy,
    /// The entry has the words that were asked for.
    Concordance,
}

impl Kind {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Around => "context",
            Self::Exact => "exact",
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
}

impl Penalty {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Machine => "machine",
            Self::Elsewhere => "workspace",
        }
    }

    /// How many points it takes.
    pub fn points(self) -> u8 {
        match self {
            Self::Draft => 5,
            Self::Machine => 10,
            Self::Elsewhere => 1,
        }
    }

    /// The penalties of an entry.
    pub fn of(entry: &Entry) -> Vec<Self> {
        let is_draft = entry.state == State::Draft && !entry.target.is_empty();
        let is_machine = is_draft && is_machine(entry.origin.as_deref());
        let tests = [
            (is_draft, Self::Draft),
            (is_machine, Self::Machine),
            (entry.keeper.kind == KeeperKind::Other, Self::Elsewhere),
        ];
        tests.into_iter().filter(|(holds, _)| *holds).map(|(_, penalty)| penalty).collect()
    }
}

/// Whether a translation with this origin was made by a machine.
pub fn is_machine(origin: Option<&str>) -> bool {
    origin.is_some_and(|origin| origin == "machine" || origin.starts_with("machine,"))
}

impl Match {
    /// The offer of an entry this much alike.
    pub fn new(entry: Entry, likeness: u8, kind: Kind) -> Self {
        let penalties = Penalty::of(&entry);
        let points: u8 = penalties.iter().map(|penalty| penalty.points()).sum();
        let whole = if kind == Kind::Around { 101 } else { likeness };
        Self { entry, score: whole.saturating_sub(points), kind, penalties }
    }
}
