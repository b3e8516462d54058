//! The aligner and what taught it: the pairs of the workspace, and the documents new to it.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::pages::ArticleFiles;
use crate::align::{self, Bead, Demands, Lexicon, Side, align_blocks, whole};
use crate::checks::{HouseStyle, Languages, Texts, contradicting};
use crate::model::{Catalog, Document, State};
use crate::text::readings::Readings;
use crate::tracking::{self, Realigned, Versions, realign};
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
    pub fn learn(
        workspace: &'a Workspace,
        pages: &[ArticleFiles<'_>],
        lessons: Lessons<'_>,
    ) -> Self {
        let mut texts = Vec::new();
        for page in pages.iter().filter(|page| page.is_new()) {
            texts.extend(page.translation.as_ref().map(|target| (&page.source, target)));
        }
        Self::new(workspace, learnt(workspace, &texts, lessons.target), lessons.strictness)
    }

    /// What is learnt where these pages have work for the aligner; else nothing has to be.
    pub fn for_open(
        workspace: &'a Workspace,
        pages: &[ArticleFiles<'_>],
        lessons: Lessons<'_>,
    ) -> Self {
        if pages.iter().any(ArticleFiles::is_open) {
            return Self::learn(workspace, pages, lessons);
        }
        let lexicon = Lexicon::empty(workspace.config.source.as_str(), lessons.target);
        Self::new(workspace, lexicon, lessons.strictness)
    }

    /// The pairs of two documents that know nothing of each other.
    pub fn beads(&self, source: &Document, target: &Document) -> Vec<Bead> {
        let objects = |source: &str, target: &str| self.objects(source, target);
        let demands = Demands { strictness: self.strictness, objects: &objects };
        align_blocks(&whole(source), &whole(target), &self.lexicon, &demands)
    }

    /// Whether a check says that a translation tells something else than its source.
    fn objects(&self, source: &str, target: &str) -> bool {
        let [from, into] = self.lexicon.languages();
        let (languages, recorded) = (Languages::new(from, into), source);
        let (style, readings) = (&HouseStyle::default(), &Readings::default());
        contradicting(&Texts { source, recorded, target, languages, style, readings }).is_some()
    }

    /// How well two documents fit each other.
    pub fn fit(&self, source: &Document, target: &Document) -> f64 {
        align::fit(&whole(source), &whole(target), &self.lexicon)
    }

    /// Brings a catalog in step with two documents.
    pub fn follow(&self, versions: &Versions<'_>, catalog: &Catalog) -> Realigned {
        let objects = |source: &str, target: &str| self.objects(source, target);
        let aligner = tracking::BlockAligner::new(&self.lexicon, self.strictness).asking(&objects);
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
