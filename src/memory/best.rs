//! The best of the sources compared so far, and when no better ones are to be expected.

/// After so many comparisons in vain there are no more;
pub const PATIENCE: usize = 250;
/// after so many where sentences are much alike.
pub const MORE_PATIENCE: usize = 1_000;

/// The best of those compared so far.
pub struct Best {
    /// So many are offered, and so many looked at for that.
    offered: usize,
    size: usize,
    /// How alike they are, the most alike first.
    likenesses: Vec<u32>,
    /// How many were compared since one came among those to be offered.
    idle: usize,
    /// How many may be.
    patience: usize,
}

impl Best {
    /// Nobody yet, of so many to be offered and to be looked at.
    pub fn of(offered: usize, size: usize) -> Self {
        Self { offered, size, likenesses: Vec::new(), idle: 0, patience: PATIENCE }
    }

    /// Waits for as many in vain.
    pub fn patient(self, patience: usize) -> Self {
        Self { patience, ..self }
    }

    /// Takes one that was compared; 0 where it isn't alike.
    pub fn take(&mut self, likeness: u32) {
        let place = self.likenesses.partition_point(|one| *one >= likeness);
        self.idle = if likeness > 0 && place < self.offered { 0 } else { self.idle + 1 };
        if place < self.size && likeness > 0 {
            self.likenesses.insert(place, likeness);
            self.likenesses.truncate(self.size);
        }
    }

    /// Who is less alike than this is not among them.
    pub fn least(&self) -> u32 {
        if self.likenesses.len() < self.size { 0 } else { self.likenesses[self.size - 1] }
    }

    /// Whether the likelier ones were in vain for so long that the others would be, too.
    pub fn is_settled(&self) -> bool {
        self.idle >= self.patience
    }
}
