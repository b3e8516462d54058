//! What the segments of one article need, as it is found out and as the index keeps it.

use std::cmp::Reverse;

use super::beside::{SurplusText, beside};
use super::cards::Item;
use super::reading::{JobReading, Paths};
use crate::error::Result;
use crate::model::{Bitext, Danger, Unit};
use crate::tracking::Need;
use crate::workspace::{ByteReader, ByteWriter};

/// A segment and what it needs.
pub struct Needed {
    pub need: Need,
    pub item: Item,
}

/// The segments of an article that need something, and the texts that only its page has.
pub struct ArticleNeeds {
    pub items: Vec<Needed>,
    pub beside: Vec<SurplusText>,
}

/// Needs without a danger.
const PLAIN: [Need; 3] = [Need::Missing, Need::Draft, Need::Unsealed];

impl Needed {
    /// The segment as one of the job with this number.
    pub fn of(self, job: usize) -> Self {
        Self { need: self.need, item: Item { job, ..self.item } }
    }

    fn pack(&self, out: &mut ByteWriter) -> Option<()> {
        let code = match self.need {
            Need::Stale(Reverse(danger)) => {
                PLAIN.len() + Danger::ALL.iter().position(|one| *one == danger)?
            }
            plain => PLAIN.iter().position(|one| *one == plain)?,
        };
        out.count(code);
        out.count(self.item.segment);
        out.text(&self.item.source);
        Some(())
    }

    fn unpack(from: &mut ByteReader<'_>) -> Option<Self> {
        let code = from.size()?;
        let need = match PLAIN.get(code) {
            Some(plain) => *plain,
            None => Need::Stale(Reverse(*Danger::ALL.get(code - PLAIN.len())?)),
        };
        let (segment, source) = (from.size()?, from.text()?.to_owned());
        Some(Self { need, item: Item { job: 0, segment, source, is_named: false } })
    }
}

impl ArticleNeeds {
    /// Those of an article.
    pub fn of(reading: &JobReading<'_>) -> Result<Self> {
        let (items, beside) = reading
            .with_page(Paths::Shown, |subject| (subject.bitext.map(needed), beside(subject)))?;
        let items = items.unwrap_or_else(|| reading.with_bitext(needed));
        Ok(Self { items, beside })
    }

    /// As bytes; nothing where there are texts on the page, whose places hang on the current folder.
    pub fn pack(&self) -> Option<Vec<u8>> {
        if !self.beside.is_empty() {
            return None;
        }
        let mut out = ByteWriter::default();
        out.count(self.items.len());
        for item in &self.items {
            item.pack(&mut out)?;
        }
        Some(out.into_bytes())
    }

    /// What [`Self::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = ByteReader::new(bytes);
        let count = from.size()?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(Needed::unpack(&mut from)?);
        }
        Some(Self { items, beside: Vec::new() })
    }
}

fn needed(bitext: &Bitext<'_>) -> Vec<Needed> {
    let needed = |unit: &Unit<'_>| Some(Needed { need: Need::of(unit)?, item: item(unit) });
    bitext.units.iter().filter_map(needed).collect()
}

/// The segment of a unit, which nobody named.
pub fn item(unit: &Unit<'_>) -> Item {
    let source = unit.source.to_string();
    Item { job: 0, segment: unit.segments.start, source, is_named: false }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ArticleNeeds, Danger, Item, Need, Needed, PLAIN, Reverse};

    proptest! {
        #[test]
        fn needs_come_back_as_they_were(kinds: Vec<(u8, u16, String)>) {
            let all: Vec<Need> =
                PLAIN.into_iter().chain(Danger::ALL.map(|one| Need::Stale(Reverse(one)))).collect();
            let made = |(kind, segment, source): &(u8, u16, String)| Needed {
                need: all[usize::from(*kind) % all.len()],
                item: Item { job: 0, segment: usize::from(*segment), source: source.clone(), is_named: false },
            };
            let needs = ArticleNeeds { items: kinds.iter().map(made).collect(), beside: Vec::new() };
            let bytes = needs.pack().unwrap();
            let back = ArticleNeeds::unpack(&bytes).unwrap();
            let told = |needs: &ArticleNeeds| -> Vec<(Need, usize, String)> {
                let each = |one: &Needed| (one.need, one.item.segment, one.item.source.clone());
                needs.items.iter().map(each).collect()
            };
            prop_assert_eq!(told(&back), told(&needs));
            prop_assert!((0..bytes.len()).all(|end| ArticleNeeds::unpack(&bytes[..end]).is_none()));
        }
    }
}
