//! The aligner and what taught it: the pairs of the workspace, and the documents new to it.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::pages::Page;
use crate::align::{self, ACCEPT, Answers, Bead, Lexicon, Side};
use crate::model::{Catalog, Document, Kind, State};
use crate::tracking::{self, Link, Realigned, Versions, realign};
use crate::workspace::Workspace;

/// From so many pairs on more teach the lexicon little and take long.
const LESSONS: usize = 20_000;

/// What an aligner is made for.
#[derive(Clone, Copy)]
pub struct Lessons<'a> {
    /// The language translated into.
    pub target: &'a str,
    /// How much a pair must show, from 0 to 1.
    pub strictness: f64,
}

/// The aligner with the words it has learnt.
pub struct Aligner<'a> {
    pub workspace: &'a Workspace,
    pub lexicon: Lexicon,
    pub strictness: f64,
    /// Whether git lacked something that its history names.
    blind: AtomicBool,
}

impl<'a> Aligner<'a> {
    /// An aligner for these words.
    pub fn new(workspace: &'a Workspace, lexicon: Lexicon, strictness: f64) -> Self {
        Self { workspace, lexicon, strictness, blind: AtomicBool::new(false) }
    }

    /// Remembers that git lacked something.
    pub fn go_blind(&self) {
        self.blind.store(true, Ordering::Relaxed);
    }

    /// Whether git lacked something that its history names.
    pub fn is_blind(&self) -> bool {
        self.blind.load(Ordering::Relaxed)
    }

    /// What the workspace's pairs and the pages that are new to it teach.
    pub fn learn(workspace: &'a Workspace, pages: &[Page<'_>], lessons: Lessons<'_>) -> Self {
        let mut texts = Vec::new();
        for page in pages.iter().filter(|page| page.is_new()) {
            texts.extend(page.translation.as_ref().map(|target| (&page.source, target)));
        }
        Self::new(workspace, learnt(workspace, &texts, lessons.target), lessons.strictness)
    }

    /// What is learnt where these pages have work for the aligner; else nothing has to be.
    pub fn for_open(workspace: &'a Workspace, pages: &[Page<'_>], lessons: Lessons<'_>) -> Self {
        if pages.iter().any(Page::is_open) {
            return Self::learn(workspace, pages, lessons);
        }
        let lexicon = Lexicon::empty(workspace.config.source.as_str(), lessons.target);
        Self::new(workspace, lexicon, lessons.strictness)
    }

    /// The pairs of two documents that know nothing of each other.
    pub fn beads(&self, source: &Document, target: &Document) -> Vec<Bead> {
        self.paired(&whole(source), &whole(target))
    }

    /// The aligner's pairs, with no field or title joined to another block.
    fn paired(&self, source: &Side<'_>, target: &Side<'_>) -> Vec<Bead> {
        let beads = align::align(source, target, &self.lexicon, self.strictness);
        let mut apart = Vec::with_capacity(beads.len());
        for bead in beads {
            if is_one(source, &bead.source) && is_one(target, &bead.target) {
                apart.push(bead);
            } else {
                apart.extend(divided(&bead, (source, target)));
            }
        }
        apart
    }

    /// How well two documents fit each other.
    pub fn fit(&self, source: &Document, target: &Document) -> f64 {
        align::fit(&whole(source), &whole(target), &self.lexicon)
    }

    /// Brings a catalog in step with two documents.
    pub fn follow(&self, versions: &Versions<'_>, catalog: &Catalog) -> Realigned {
        let align = |left: &[usize], right: &[usize]| {
            let (left, right) = (side(versions.source, left), side(versions.target, right));
            let beads = self.paired(&left, &right);
            let link = |bead: Bead| Link {
                source: bead.source,
                target: bead.target,
                confidence: bead.confidence,
            };
            beads.into_iter().map(link).collect()
        };
        let fit =
            |source: &str, target: &str| align::fit(&alone(source), &alone(target), &self.lexicon);
        let translates = |source: &str, target: &str| {
            align::translates(&alone(source), &alone(target), &self.lexicon)
        };
        let tongues = (versions.tongues.0.language.as_str(), versions.tongues.1.language.as_str());
        let contradicts = |source: &str, target: &str| align::contradict(source, target, tongues);
        let words = Answers::new(&self.lexicon);
        let answers = |source: &str, target: &str| words.is(source, target);
        let aligner = tracking::Aligner {
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

/// A document as the aligner takes it.
pub fn whole(document: &Document) -> Side<'_> {
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

/// Whether sentences may be joined: a field or a title is one with itself alone.
fn is_one(side: &Side<'_>, range: &Range<usize>) -> bool {
    let mut blocks = range.clone().map(|at| side.blocks[at]);
    let first = blocks.next();
    let is_joined = blocks.any(|block| Some(block) != first);
    let is_alone = |at: usize| matches!(side.kinds[at], Kind::Title | Kind::Field);
    !is_joined || !range.clone().any(is_alone)
}

/// The sentences of a bead that may not be joined: the first two of a kind, and the rest alone.
fn divided(bead: &Bead, (source, target): (&Side<'_>, &Side<'_>)) -> Vec<Bead> {
    let both =
        bead.source.clone().flat_map(|from| bead.target.clone().map(move |into| (from, into)));
    let pair = both.into_iter().find(|(from, into)| source.kinds[*from] == target.kinds[*into]);
    let part = |source: Range<usize>, target: Range<usize>| Bead {
        source,
        target,
        confidence: bead.confidence.min(ACCEPT / 2.0),
        grounds: bead.grounds,
    };
    let mut beads = Vec::new();
    let mut given = bead.target.start;
    for from in bead.source.clone() {
        let Some((_, into)) = pair.filter(|(one, _)| *one == from) else {
            beads.push(part(from..from + 1, given..given));
            continue;
        };
        beads.extend((given..into).map(|at| part(from..from, at..at + 1)));
        beads.push(part(from..from + 1, into..into + 1));
        given = into + 1;
    }
    let end = bead.source.end;
    beads.extend((given..bead.target.end).map(|at| part(end..end, at..at + 1)));
    beads
}

/// A text by itself.
fn alone(text: &str) -> Side<'_> {
    Side { sentences: vec![text], blocks: vec![0], kinds: vec![Kind::Paragraph] }
}
