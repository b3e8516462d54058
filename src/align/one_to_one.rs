//! The most words of two texts that answer to each other, none of them twice.

/// Words of two texts put together, each with one at most.
pub struct OneToOne {
    /// For each word of the target the one of the source.
    taken: Vec<Option<usize>>,
}

impl OneToOne {
    /// As many as can be; `answers` tells for each of the source which of the `others` it may have.
    pub fn of(answers: &[Vec<usize>], others: usize) -> Self {
        let mut matching = Self { taken: vec![None; others] };
        for at in 0..answers.len() {
            matching.place(at, answers, &mut vec![false; others]);
        }
        matching
    }

    fn place(&mut self, at: usize, answers: &[Vec<usize>], asked: &mut [bool]) -> bool {
        for other in &answers[at] {
            if std::mem::replace(&mut asked[*other], true) {
                continue;
            }
            let is_free = match self.taken[*other] {
                None => true,
                Some(holder) => self.place(holder, answers, asked),
            };
            if is_free {
                self.taken[*other] = Some(at);
                return true;
            }
        }
        false
    }

    /// Which of the source has which of the target.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.taken.iter().enumerate().filter_map(|(other, at)| Some(((*at)?, other)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::OneToOne;

    proptest! {
        #[test]
        fn as_many_as_can_be_are_put_together(answers in prop::collection::vec(prop::collection::vec(0..6_usize, 0..4), 0..7)) {
            let found: Vec<(usize, usize)> = OneToOne::of(&answers, 6).pairs().collect();
            prop_assert!(found.iter().all(|(at, other)| answers[*at].contains(other)));
            prop_assert_eq!(found.len(), most(&answers, &mut [false; 6]));
        }
    }

    /// How many can be put together, by trying everything.
    fn most(answers: &[Vec<usize>], taken: &mut [bool; 6]) -> usize {
        let Some((first, rest)) = answers.split_first() else { return 0 };
        let mut best = most(rest, taken);
        for other in first {
            if !taken[*other] {
                taken[*other] = true;
                best = best.max(1 + most(rest, taken));
                taken[*other] = false;
            }
        }
        best
    }
}
