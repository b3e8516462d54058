//! What is asked of the aligner while a catalog follows its documents.

use super::{Link, Versions};
use crate::align::{self, Answers, Demands, Lexicon, align_blocks, alone, part};

/// Pairs and judges texts of both documents by what a lexicon knows.
pub struct BlockAligner<'a> {
    lexicon: &'a Lexicon,
    demands: Demands<'a>,
    pub words: Answers<'a>,
    #[cfg(test)]
    pub stub: Option<Stub>,
}

impl<'a> BlockAligner<'a> {
    /// An aligner for these words; the stricter, from 0 to 1, the sooner sentences stay alone.
    pub fn new(lexicon: &'a Lexicon, strictness: f64) -> Self {
        Self {
            lexicon,
            demands: Demands { strictness, objects: &|_, _| false },
            words: Answers::new(lexicon),
            #[cfg(test)]
            stub: None,
        }
    }

    /// Makes it ask about each pair that it would accept.
    pub fn asking(mut self, objects: &'a (dyn Fn(&str, &str) -> bool + Sync)) -> Self {
        self.demands.objects = objects;
        self
    }

    /// Pairs segments of both documents; the links count in the lists given.
    pub fn links(&self, versions: &Versions<'_>, source: &[usize], target: &[usize]) -> Vec<Link> {
        #[cfg(test)]
        if let Some(stub) = &self.stub {
            return (stub.links)(source, target);
        }
        let (left, right) = (part(versions.source, source), part(versions.target, target));
        let beads = align_blocks(&left, &right, self.lexicon, &self.demands).into_iter();
        beads
            .map(|bead| Link {
                source: bead.source,
                target: bead.target,
                confidence: bead.confidence,
            })
            .collect()
    }

    /// How well two texts fit as source and translation; only differences count.
    pub fn fit(&self, source: &str, target: &str) -> f64 {
        #[cfg(test)]
        if let Some(stub) = &self.stub {
            return (stub.fit)(source, target);
        }
        align::fit(&alone(source), &alone(target), self.lexicon)
    }

    /// Whether a translation shows by its words that it is one of this source.
    pub fn translates(&self, source: &str, target: &str) -> bool {
        #[cfg(test)]
        if let Some(stub) = &self.stub {
            return (stub.translates)(source, target);
        }
        align::translates(&alone(source), &alone(target), self.lexicon)
    }

    /// Whether numbers and dates of two texts contradict each other.
    pub fn contradicts(&self, source: &str, target: &str) -> bool {
        #[cfg(test)]
        if let Some(stub) = &self.stub {
            return (stub.contradicts)(source, target);
        }
        let (from, into) = (&self.lexicon.source_language, &self.lexicon.target_language);
        align::contradict(source, target, from, into)
    }
}

/// A stand-in that pairs worse than the aligner does, for tests of what is made of its pairs.
#[cfg(test)]
pub struct Stub {
    pub links: fn(&[usize], &[usize]) -> Vec<Link>,
    pub fit: fn(&str, &str) -> f64,
    pub translates: fn(&str, &str) -> bool,
    pub contradicts: fn(&str, &str) -> bool,
}
