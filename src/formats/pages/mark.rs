//! What a person should know about a translation before trusting it.

use crate::l10n::{Message, message};
use crate::model::{Danger, State, SurplusKind, Unit};

/// The gravest thing to be said about a unit; the least grave first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// The source changed in its typography only.
    Cosmetic,
    /// Nobody stands behind the translation yet.
    Draft,
    /// A hand or a merge put the pair together.
    Unsealed,
    Minor,
    Major,
    Critical,
    Missing,
}

impl Mark {
    /// The mark that the unit deserves, if any.
    pub fn of(unit: &Unit<'_>) -> Option<Self> {
        if unit.is_missing() {
            return Some(Self::Missing);
        }
        match unit.change.as_ref().map(|change| change.danger) {
            Some(Danger::Critical) => Some(Self::Critical),
            Some(Danger::Major) => Some(Self::Major),
            Some(Danger::Minor) => Some(Self::Minor),
            _ if unit.is_unsealed() => Some(Self::Unsealed),
            _ if unit.state == Some(State::Draft) => Some(Self::Draft),
            Some(Danger::Cosmetic) => Some(Self::Cosmetic),
            None => None,
        }
    }

    /// The name in class attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cosmetic => "cosmetic",
            Self::Draft => "draft",
            Self::Unsealed => "unsealed",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
            Self::Missing => "missing",
        }
    }

    /// A sign that tells marks apart without their colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Cosmetic => "≈",
            Self::Draft => "✎",
            Self::Unsealed => "◇",
            Self::Minor => "△",
            Self::Major | Self::Critical => "▲",
            Self::Missing => "○",
        }
    }

    /// A few words, to stand beside the translation.
    pub fn label(self) -> Message {
        match self {
            Self::Cosmetic => message!("web-mark-cosmetic"),
            Self::Draft => message!("web-mark-draft"),
            Self::Unsealed => message!("web-mark-unsealed"),
            Self::Minor => message!("web-mark-minor"),
            Self::Major => message!("web-mark-major"),
            Self::Critical => message!("web-mark-critical"),
            Self::Missing => message!("web-mark-missing"),
        }
    }

    /// What readers of the final form are told.
    pub fn remark(self) -> Message {
        match self {
            Self::Cosmetic | Self::Minor | Self::Major | Self::Critical => {
                message!("web-earlier-version")
            }
            Self::Draft | Self::Unsealed | Self::Missing => self.label(),
        }
    }

    /// A sentence that says what it means.
    pub fn meaning(self) -> Message {
        match self {
            Self::Cosmetic => message!("web-meaning-cosmetic"),
            Self::Draft => message!("web-meaning-draft"),
            Self::Unsealed => message!("web-meaning-unsealed"),
            Self::Minor => message!("web-meaning-minor"),
            Self::Major => message!("web-meaning-major"),
            Self::Critical => message!("web-meaning-critical"),
            Self::Missing => message!("web-meaning-missing"),
        }
    }
}

/// What a text is that no source stands behind.
pub fn surplus_label(kind: SurplusKind) -> Message {
    match kind {
        SurplusKind::Withdrawn => message!("web-surplus-withdrawn"),
        SurplusKind::Extra => message!("web-surplus-extra"),
    }
}
