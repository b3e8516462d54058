//! What three versions of a file have in the same place.

/// Something as the common ancestor and both sides have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides<T> {
    pub base: T,
    pub ours: T,
    pub theirs: T,
}

impl<T> Sides<T> {
    /// Makes something of each.
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Sides<U> {
        Sides { base: make(self.base), ours: make(self.ours), theirs: make(self.theirs) }
    }

    /// A look at each.
    pub fn as_ref(&self) -> Sides<&T> {
        Sides { base: &self.base, ours: &self.ours, theirs: &self.theirs }
    }
}

impl<T: PartialEq> Sides<T> {
    /// What comes of it where at most one side changed it, or both alike.
    pub fn settled(self) -> Option<T> {
        match self {
            Self { base, ours, theirs } if ours == base => Some(theirs),
            Self { base, ours, theirs } if theirs == base || ours == theirs => Some(ours),
            _ => None,
        }
    }
}
