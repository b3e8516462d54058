//! Rows whose source was pasted over: they are of the segment whose words they share.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::address::folded;
use crate::formats::exchange::Slip;
use crate::model::{Bitext, Unit, is_blank};
use crate::text::similarity::Bag;
use crate::text::stems::Stems;

/// From here on a source is a version of a segment's, as the matcher has it.
const SIMILAR: f64 = 0.5;
/// From here on where the row's tag names the segment.
const SIMILAR_BY_TAG: f64 = 0.4;

/// What rows of unknown sources are held beside.
pub struct KinRows<'a, 'b> {
    pub bitext: &'a Bitext<'b>,
    /// Primary subtag of the source's language.
    pub language: &'a str,
    /// All sources of the article, those of earlier versions too, once a row asks.
    known: OnceCell<HashSet<String>>,
    words: OnceCell<SourceWords>,
}

/// The words of every source.
struct SourceWords {
    stems: Stems,
    bags: Vec<Bag>,
}

impl<'a, 'b> KinRows<'a, 'b> {
    /// Rows beside the units of a bitext.
    pub fn new(bitext: &'a Bitext<'b>, language: &'a str) -> Self {
        Self { bitext, language, known: OnceCell::new(), words: OnceCell::new() }
    }

    /// The translated unit that a row of an unknown source is of; `tagged` is the one that its tag names.
    pub fn unit(&self, slip: &Slip, tagged: Option<&'a Unit<'b>>) -> Option<&'a Unit<'b>> {
        if is_blank(&slip.source) || self.stands(&slip.source) {
            return None;
        }
        let words = self.words.get_or_init(|| self.words());
        let own = Bag::new(&slip.source, &words.stems);
        let is_kin = |unit: &&Unit<'_>| {
            Bag::new(&unit.source, &words.stems).similarity(&own) >= SIMILAR_BY_TAG
        };
        let found = tagged.filter(is_kin).or_else(|| self.nearest(words, &own));
        // What has no translation yet takes the row with its own source, by another way.
        found.filter(|unit| !unit.is_missing())
    }

    /// Whether a text is the source of any sentence, or was.
    pub fn stands(&self, source: &str) -> bool {
        self.known.get_or_init(|| self.known()).contains(&folded(source))
    }

    /// The one unit whose words it shares most; none where two are as near.
    fn nearest(&self, words: &SourceWords, own: &Bag) -> Option<&'a Unit<'b>> {
        let (mut best, mut found) = (0.0, None);
        for (unit, bag) in self.bitext.units.iter().zip(&words.bags) {
            let similarity = bag.similarity(own);
            // Whose translation is missing may be meant, and the matcher looks to that.
            if unit.is_missing() && similarity >= SIMILAR_BY_TAG {
                return None;
            }
            if similarity > best {
                (best, found) = (similarity, Some(unit));
            } else if similarity >= best {
                found = None;
            }
        }
        found.filter(|_| best >= SIMILAR)
    }

    fn known(&self) -> HashSet<String> {
        let mut known = HashSet::new();
        for unit in &self.bitext.units {
            known.extend([folded(&unit.source), folded(&unit.previous)]);
        }
        known.extend(self.bitext.catalog.pairs.iter().map(|pair| folded(&pair.source)));
        known
    }

    fn words(&self) -> SourceWords {
        let stems = Stems::new(self.language);
        let units = self.bitext.units.iter();
        let bags = units.map(|unit| Bag::new(&unit.source, &stems)).collect();
        SourceWords { stems, bags }
    }
}
