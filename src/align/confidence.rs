//! How often a bead like this one is exactly right.

use super::article::Found;

/// Beads at least this sure are accepted without a look: 99 of 100 are right.
pub const ACCEPT: f64 = 0.95;

/// The words of a sentence depend on one another, so what the search finds sure is less so.
const SOBRIETY: f64 = 0.65;
/// What even odds of the search come to.
const EVEN: f64 = 0.82;
/// The search proves nothing beyond this.
const SUREST: f64 = 1.0 - 1e-6;

/// The share of such beads that are exactly right, fitted on pairs whose partners are known.
pub fn confidence(bead: &Found) -> f64 {
    let posterior = bead.posterior.clamp(1.0 - SUREST, SUREST);
    let odds = EVEN * (posterior / (1.0 - posterior)).powf(SOBRIETY);
    odds / (1.0 + odds)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ACCEPT, confidence};
    use crate::align::article::Found;

    fn at(posterior: f64) -> f64 {
        confidence(&Found { source: 0..1, target: 0..1, posterior, score: 0.0 })
    }

    #[test]
    fn a_bead_with_a_rival_is_not_accepted() {
        assert!(at(0.95) < ACCEPT);
        assert!(at(0.999) > ACCEPT);
    }

    proptest! {
        #[test]
        fn the_likelier_is_never_less_sure(one in 0.0..1.0_f64, other in 0.0..1.0_f64) {
            prop_assert!(at(one.min(other)) <= at(one.max(other)));
            prop_assert!((0.0..1.0).contains(&at(one)));
        }
    }
}
