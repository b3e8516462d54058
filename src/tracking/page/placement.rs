//! What is remembered of texts and lines that stand elsewhere on the page than in its source.

use std::fmt::{self, Display, Formatter};

use super::differences::digest;
use super::record::{MOST, OPEN, joined, list};
use super::shifts::{Shift, Shifts};
use crate::model::Lag;

/// What stood elsewhere when the page was read, and how all stood in the source it answered to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// A digest of the source's way.
    source: String,
    /// Digests of what stands elsewhere in the page's own way.
    own: Vec<String>,
}

impl Placement {
    /// All of it is the page's own.
    pub fn new(shifts: &Shifts) -> Self {
        Self { source: source(shifts), own: keys(&shifts.all) }
    }

    /// A page that has nothing of its own beside a source that nobody read.
    pub fn open() -> Self {
        Self { source: OPEN.to_owned(), own: Vec::new() }
    }

    /// A page that is read again: what was its own stays so, and what is news is to be done.
    pub fn anew(&self, shifts: &Shifts) -> Self {
        let is_news = !self.news(shifts).is_empty();
        let source = if is_news { self.source.clone() } else { source(shifts) };
        Self { source, own: self.own.clone() }
    }

    /// What stands elsewhere and did not.
    pub fn news<'s>(&self, shifts: &'s Shifts) -> Vec<&'s Shift> {
        if shifts.all.len() > MOST && keys(&shifts.all) == self.own {
            return Vec::new();
        }
        let mut known = self.own.clone();
        let mut news = Vec::new();
        for shift in &shifts.all {
            match known.iter().position(|key| *key == shift.key) {
                Some(place) => _ = known.swap_remove(place),
                None => news.push(shift),
            }
        }
        news
    }

    /// Who moved it.
    pub fn lag(&self, shifts: &Shifts) -> Lag {
        match self.source.as_str() {
            OPEN => Lag::Apart,
            known if known == source(shifts) => Lag::Own,
            _ => Lag::Order,
        }
    }

    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (source, own) = text.split_once(':')?;
        Some(Self { source: source.to_owned(), own: list(own) })
    }
}

fn source(shifts: &Shifts) -> String {
    digest(shifts.source.iter().map(String::as_str))
}

fn keys(all: &[Shift]) -> Vec<String> {
    let keys = all.iter().map(|shift| shift.key.as_str());
    if all.len() > MOST { vec![digest(keys)] } else { keys.map(str::to_owned).collect() }
}

impl Display for Placement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.source, joined(&self.own))
    }
}
