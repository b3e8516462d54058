//! What the aligner goes by: the pairs of the workspace, and the documents new to it.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::documents::Page;
use crate::align::{self, ACCEPT, Answers, Bead, Lexicon, Side};
use crate::model::{Catalog, Document, Kind, State};
use crate::tracking::{Aligner, Link, Realigned, Versions, realign};
use crate::workspace::Workspace;

/// From so many pairs on more teach the lexicon little and take long.
const LESSONS: usize = 20_000;

/// What the aligner goes by.
pub struct Means<'a> {
    pub workspace: &'a Workspace,
    pub lexicon: Lexicon,
    pub strictness: f64,
}

impl<'a> Means<'a> {
    /// What the workspace's pairs and the pages that are new to it teach.
    pub fn learn(
        workspace: &'a Workspace,
        pages: &[Page<'_>],
        (target, strictness): (&str, f64),
    ) -> Self {
        let new = pages.iter().filter(|page| page.is_new());
        let texts: Vec<_> =
            new.filter_map(|page| Some((&page.source, page.translation.as_ref()?))).collect();
        Self { workspace, lexicon: learnt(workspace, &texts, target), strictness }
    }

    /// The same where these pages have work for the aligner; else there is nothing to learn for.
    pub fn for_open(
        workspace: &'a Workspace,
        pages: &[Page<'_>],
        (target, strictness): (&str, f64),
    ) -> Self {
        if pages.iter().any(Page::is_open) {
            return Self::learn(workspace, pages, (target, strictness));
        }
        let lexicon = Lexicon::empty(workspace.config.source.as_str(), target);
        Self { workspace, lexicon, strictness }
    }

    /// The pairs of two documents that know nothing of each other.
    pub fn beads(&self, source: &Document, target: &Document) -> Vec<Bead> {
        align::align(&whole(source), &whole(target), &self.lexicon, self.strictness)
    }

    /// How well two documents fit each other.
    pub fn fit(&self, source: &Document, target: &Document) -> f64 {
        align::fit(&whole(source), &whole(target), &self.lexicon)
    }

    /// Brings a catalog in step with two documents.
    pub fn follow(&self, versions: &Versions<'_>, catalog: &Catalog) -> Realigned {
        let align = |left: &[usize], right: &[usize]| {
            let (left, right) = (side(versions.source, left), side(versions.target, right));
            let beads = align::align(&left, &right, &self.lexicon, self.strictness);
            let link = |bead: Bead| Link {
                source: bead.source,
                target: bead.target,
                confidence: bead.confidence,
            };
            beads.into_iter().map(link).collect()
        };
        let fit =
            |source: &str, target: &str| align::fit(&alone(source), &alone(target), &self.lexicon);
        let translates = |source: &str, target: &str| fit(source, target) >= align::PROVEN;
        let tongues = (versions.tongues.0.language.as_str(), versions.tongues.1.language.as_str());
        let contradicts = |source: &str, target: &str| align::contradict(source, target, tongues);
        let words = Answers::new(&self.lexicon);
        let answers = |source: &str, target: &str| words.is(source, target);
        let aligner = Aligner {
            align: &align,
            fit: &fit,
            translates: &translates,
            contradicts: &contradicts,
            answers: &answers,
            accept: ACCEPT,
        };
        realign(versions, catalog, &aligner)
    }
}

/// What the workspace's pairs and the documents themselves teach.
pub fn learnt(workspace: &Workspace, pages: &[(&Document, &Document)], into: &str) -> Lexicon {
    let from = workspace.config.source.as_str();
    let articles = workspace.articles(&[]).unwrap_or_default();
    let catalogs: Vec<Catalog> =
        articles.par_iter().filter_map(|article| workspace.catalog(article, into).ok()?).collect();
    let pairs = catalogs.iter().flat_map(|catalog| &catalog.pairs);
    let sure = pairs.filter(|pair| pair.state > State::Draft && pair.is_sealed()).take(LESSONS);
    let known: Vec<_> = sure.map(|pair| (pair.source.as_str(), pair.target.as_str())).collect();
    if pages.len() < 2 {
        return Lexicon::learn(known.into_iter(), from, into);
    }
    let sides: Vec<(Side<'_>, Side<'_>)> =
        pages.iter().map(|(source, target)| (whole(source), whole(target))).collect();
    Lexicon::learn_from_pages(&sides, &known, from, into)
}

fn whole(document: &Document) -> Side<'_> {
    side(document, &(0..document.segments.len()).collect::<Vec<_>>())
}

/// Some segments of a document as the aligner takes them.
fn side<'a>(document: &'a Document, segments: &[usize]) -> Side<'a> {
    let mut side = Side::default();
    for segment in segments {
        let block = document.blocks.partition_point(|block| block.segments.end <= *segment);
        side.sentences.push(&document.segments[*segment].text);
        side.blocks.push(block);
        side.kinds.push(document.blocks[block].kind);
    }
    side
}

/// A text by itself.
fn alone(text: &str) -> Side<'_> {
    Side { sentences: vec![text], blocks: vec![0], kinds: vec![Kind::Paragraph] }
}
