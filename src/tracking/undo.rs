//! What a decision did to a catalog, so that it can be taken back.

use std::ops::Range;

use crate::model::{Catalog, Pair};

/// The pairs that a change took out of a catalog and those it put in their place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    at: usize,
    removed: Vec<Pair>,
    added: Vec<Pair>,
}

impl Trace {
    /// What makes `after` of `before`.
    pub fn between(before: &Catalog, after: &Catalog) -> Self {
        let (old, new) = (&before.pairs, &after.pairs);
        let at = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let ends = old[at..].iter().rev().zip(new[at..].iter().rev());
        let end = ends.take_while(|(old, new)| old == new).count();
        Self {
            at,
            removed: old[at..old.len() - end].to_vec(),
            added: new[at..new.len() - end].to_vec(),
        }
    }

    /// Gives the pairs back as they were; false where what was put in is no longer there.
    #[must_use]
    pub fn undo(&self, catalog: &mut Catalog) -> bool {
        match self.place(catalog) {
            Some(place) => {
                catalog.pairs.splice(place, self.removed.iter().cloned());
                true
            }
            None => false,
        }
    }

    /// Where the added pairs stand now, the nearest to where they were put.
    fn place(&self, catalog: &Catalog) -> Option<Range<usize>> {
        let length = self.added.len();
        let last = catalog.pairs.len().checked_sub(length)?;
        let is_here = |at: &usize| catalog.pairs[*at..*at + length] == self.added;
        let at = (0..=last).filter(is_here).min_by_key(|at| at.abs_diff(self.at))?;
        Some(at..at + length)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Trace;
    use crate::model::{Catalog, Pair, State};

    fn catalog(names: &str) -> Catalog {
        let pair = |name: char| Pair::new(name, name, State::Final);
        Catalog { pairs: names.chars().map(pair).collect() }
    }

    fn names(catalog: &Catalog) -> String {
        catalog.pairs.iter().map(|pair| pair.source.as_str()).collect()
    }

    #[test]
    fn pairs_that_others_added_stay() {
        let trace = Trace::between(&catalog("abcd"), &catalog("axd"));
        let mut now = catalog("newaxd");
        assert!(trace.undo(&mut now));
        assert_eq!(names(&now), "newabcd");
    }

    #[test]
    fn what_somebody_changed_since_is_left_alone() {
        let trace = Trace::between(&catalog("abc"), &catalog("axc"));
        let mut now = catalog("ayc");
        assert!(!trace.undo(&mut now));
        assert_eq!(names(&now), "ayc");
    }

    proptest! {
        #[test]
        fn undoing_gives_back_what_was(before in "[a-d]{0,8}", after in "[a-d]{0,8}") {
            let (before, mut now) = (catalog(&before), catalog(&after));
            prop_assert!(Trace::between(&before, &now).undo(&mut now));
            prop_assert_eq!(now, before);
        }
    }
}
