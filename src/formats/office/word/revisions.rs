//! What becomes of changes that somebody recorded.

/// What becomes of changes that somebody recorded and nobody settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Revisions {
    /// They count as made.
    #[default]
    Accept,
    /// They count as not made.
    Reject,
    /// Rows that have any are left alone.
    Refuse,
}

impl Revisions {
    /// All ways; the first is the default.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Reject, Self::Refuse];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Refuse => "refuse",
        }
    }
}
