//! A part of the articles, so that several machines look at one workspace.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

/// Part `number` of `of` parts, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    pub number: usize,
    pub of: usize,
}

/// More parts than anybody has machines.
const MOST: usize = 10_000;

impl Shard {
    /// Whether the article belongs to this part: by a digest of its id, so that it stays where it
    /// is while other articles come and go.
    pub fn holds(self, article: &str) -> bool {
        let digest = blake3::hash(article.as_bytes());
        let mut head = [0; 8];
        head.copy_from_slice(&digest.as_bytes()[..8]);
        u64::from_le_bytes(head) % self.of as u64 == self.number as u64 - 1
    }

    /// Whether this is the part that also looks at what belongs to no article.
    pub fn is_first(self) -> bool {
        self.number == 1
    }
}

impl FromStr for Shard {
    type Err = ();

    /// Reads `3/8`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (number, of) = text.split_once('/').ok_or(())?;
        let (number, of) = (number.parse().map_err(drop)?, of.parse().map_err(drop)?);
        let is_part = 1 <= number && number <= of && of <= MOST;
        if is_part { Ok(Self { number, of }) } else { Err(()) }
    }
}

impl Display for Shard {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Shard;

    #[test]
    fn a_part_is_a_number_of_a_number() {
        assert_eq!("3/8".parse(), Ok(Shard { number: 3, of: 8 }));
        assert_eq!(Shard { number: 3, of: 8 }.to_string(), "3/8");
        for wrong in ["", "3", "0/8", "9/8", "a/b", "-1/2", "1/0", "1/2/3", "1/10001", " 1/2"] {
            assert_eq!(wrong.parse::<Shard>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn an_article_stays_in_its_part_on_every_machine() {
        let part = |article| (1..=8).find(|number| Shard { number: *number, of: 8 }.holds(article));
        assert_eq!(part("2026/01/museum"), Some(5));
        assert_eq!(part("2026/01/bridge"), Some(5));
    }

    proptest! {
        #[test]
        fn each_article_is_in_one_part(article in ".*", of in 1_usize..20) {
            let parts = (1..=of).filter(|number| Shard { number: *number, of }.holds(&article));
            prop_assert_eq!(parts.count(), 1);
        }
    }
}
