//! What outweighs all evidence of a pair, and what it comes to then.

/// What outweighs the evidence of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// Both sides are one text that needs no translation.
    Same,
    /// The target is text of the source's language.
    LeftInSource,
    /// Numbers, days or other facts of the two contradict each other.
    Contradicted,
    /// Each side names somebody or some place that the other doesn't.
    OtherName,
    /// It stands beside another label, or under another heading, than in the source.
    Displaced,
    /// A number of one side stands nowhere in the other.
    LacksNumber,
    /// Of several joined sentences, one says what stands nowhere on the other side.
    Swallowed,
    /// One text says something that the other leaves out, or something else in its place.
    Partial,
    /// The words say next to nothing for it.
    Bare,
    /// The two documents hardly translate each other.
    Unrelated,
}

impl Ruling {
    /// The confidence that the evidence comes to under this ruling.
    pub fn apply(self, confidence: f64) -> f64 {
        match self {
            Self::Same => confidence.max(SAME),
            Self::LeftInSource => confidence.min(LEFT_IN_SOURCE),
            Self::Contradicted | Self::OtherName | Self::LacksNumber | Self::Displaced => {
                confidence.min(CONTRADICTED)
            }
            Self::Bare | Self::Partial | Self::Swallowed | Self::Unrelated => {
                confidence.min(UNRELATED)
            }
        }
    }
}

/// A code, a number or an address needs no look wherever it stands.
const SAME: f64 = 0.999;
/// What two sentences may share by chance.
const UNRELATED: f64 = 0.9;
/// Facts that differ are a mistake of somebody, or the pair is one.
const CONTRADICTED: f64 = 0.9;
/// Nobody should take text left in the source language for a translation unseen.
const LEFT_IN_SOURCE: f64 = 0.5;
