//! The shapes of beads: how many sentences of either side one takes.

/// A bead that takes sentences of both sides: how many of each, and whether they cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub source: usize,
    pub target: usize,
    pub crosses: bool,
}

/// All shapes with sentences on both sides.
pub const SHAPES: [Shape; 7] = [
    Shape { source: 1, target: 1, crosses: false },
    Shape { source: 1, target: 2, crosses: false },
    Shape { source: 2, target: 1, crosses: false },
    Shape { source: 1, target: 3, crosses: false },
    Shape { source: 3, target: 1, crosses: false },
    Shape { source: 2, target: 2, crosses: false },
    Shape { source: 2, target: 2, crosses: true },
];
