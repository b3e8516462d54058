//! An article's past: the states of both documents that git holds, gone through one by one.
//!
//! A translation is as old as each of its sentences. So the versions of the translated document
//! are taken in order, each with the source as it stood then, and what was translated
//! anew in each is found as it is after edits by hand: a commit that mends a link
//! renews nothing, and a sentence that the translator forgot stays with its old source.

use std::collections::HashSet;

use super::aligner::Aligner;
use super::pages::ArticleFiles;
use super::pairing::{Adoption, beside, first_catalog};
use super::present::settled;
use crate::catalog::Record;
use crate::error::Result;
use crate::model::{Catalog, Document};
use crate::parse::pin;
use crate::text::fold::fold;
use crate::text::guess::guess;
use crate::tracking::{KnownPage, Realigned, Tongue, Versions, disclaimed, only_standing, restore};
use crate::workspace::{Git, Version};

/// So many sources before the first translation may be what it was made from.
const EARLIER: usize = 6;
/// What a source that wasn't the newest when the translation came must make good.
const LATE: f64 = 2.0;

/// Both documents at one moment.
struct Snapshot {
    source: Option<Document>,
    target: Document,
}

/// A page whose past is gone through, and what that needs.
pub struct Retrace<'a> {
    pub aligner: &'a Aligner<'a>,
    pub page: &'a ArticleFiles<'a>,
    pub tongues: (&'a Tongue, &'a Tongue),
}

impl Retrace<'_> {
    /// The first catalog of a page, with every sentence as old as its translation.
    pub fn adopted(&self, target: &Document) -> Result<Adoption> {
        let Self { aligner, page, tongues } = *self;
        let git = aligner.workspace.git();
        let sources = self.sources(&git)?;
        if let Some(named) = pin(&target.text).and_then(|commit| git.commit(commit).ok())
            && let Some(source) = self.source_in(&git, &named)?
        {
            let mut adoption = first_catalog(&source, target, &aligner.beads(&source, target));
            adoption.pairs = beside(&page.source, &adoption.catalog, tongues.0);
            adoption.revision = Some(named);
            return Ok(adoption);
        }
        let all: Vec<&Version> = page.history.translation.iter().collect();
        let snapshots = self.snapshots(&all, &git)?;
        let Some((first, later)) = snapshots.split_first() else {
            let beads = aligner.beads(&page.source, target);
            return Ok(first_catalog(&page.source, target, &beads));
        };
        let start = best_source(first, &sources, aligner);
        let start = start.unwrap_or(&page.source);
        let beads = aligner.beads(start, &first.target);
        let mut catalog = first_catalog(start, &first.target, &beads).catalog;
        let mut base = &first.target;
        let now = Snapshot { source: None, target: target.clone() };
        for snapshot in later.iter().chain([&now]) {
            let source = snapshot.source.as_ref().unwrap_or(&page.source);
            let base_now = KnownPage::Document(base);
            let versions = Versions { source, target: &snapshot.target, base: base_now, tongues };
            catalog = aligner.follow(&versions, &catalog).catalog;
            base = &snapshot.target;
        }
        let versions = Versions { source: &page.source, target, base: KnownPage::Lost, tongues };
        let catalog = only_standing(&versions, &catalog);
        let mut catalog = settled(&versions, &catalog, &aligner.beads(&page.source, target));
        for pair in &mut catalog.pairs {
            // Git's past is no catalog: nobody stood behind what it held.
            pair.note = pair.note.take().map(|note| disclaimed(&note, &pair.source));
        }
        let revision = closest(&sources, &catalog).map(|version| version.commit.clone());
        let pairs = beside(&page.source, &catalog, tongues.0);
        Ok(Adoption { catalog, pairs, revision })
    }

    /// The catalog after all that happened since it was in step; nothing where that is not known.
    pub fn followed(&self, target: &Document, known: &Record) -> Result<Option<Realigned>> {
        let Self { aligner, page, tongues } = *self;
        let Some(catalog) = &page.catalog else { return Ok(None) };
        let git = aligner.workspace.git();
        let versions: Vec<&Version> = page.history.translation.iter().collect();
        let texts = git.texts(&versions)?;
        let met = texts.iter().position(|text| text.as_ref().is_some_and(|text| known.knows(text)));
        let Some(met) = met else { return Ok(None) };
        // What was published and not committed is newer than what git holds, and may lack something.
        let published = Record { read: None, ..known.clone() };
        let is_held =
            |text: &Option<String>| text.as_ref().is_some_and(|text| published.knows(text));
        if published.written.is_some() && !texts.iter().any(is_held) {
            return Ok(None);
        }
        let path = page.document_path();
        let text = texts[met].clone().unwrap_or_default();
        let mut base = aligner.workspace.parsed(text, &path, &page.job.target);
        let mut made = Realigned { catalog: catalog.clone(), ..Realigned::default() };
        let now = Snapshot { source: None, target: target.clone() };
        let later = self.later(met, &git)?;
        let snapshots = self.snapshots(&later, &git)?;
        for snapshot in snapshots.into_iter().chain([now]) {
            let source = snapshot.source.as_ref().unwrap_or(&page.source);
            let base_now = KnownPage::Document(&base);
            let versions = Versions { source, target: &snapshot.target, base: base_now, tongues };
            made.add(aligner.follow(&versions, &made.catalog));
            base = snapshot.target;
        }
        let base = KnownPage::Lost;
        let versions = Versions { source: &page.source, target, base, tongues };
        restore(&versions, &mut made, catalog);
        Ok(Some(made))
    }

    /// The versions of the translation that came out of this one, the newest first.
    ///
    /// What another branch made of an older one is no edit of it; the merge of both is.
    fn later(&self, met: usize, git: &Git<'_>) -> Result<Vec<&Version>> {
        let all = &self.page.history.translation;
        if met < 2 {
            return Ok(all[..met].iter().collect());
        }
        let after = git.descendants(&all[met].commit)?;
        let versions = all[..met].iter();
        Ok(versions.filter(|version| after.contains(&version.commit)).collect())
    }

    /// Both documents as they stood in these commits, the oldest first.
    fn snapshots(&self, versions: &[&Version], git: &Git<'_>) -> Result<Vec<Snapshot>> {
        let (workspace, job) = (self.aligner.workspace, self.page.job);
        let versions: Vec<&Version> = versions.iter().rev().copied().collect();
        let targets = git.texts(&versions)?;
        let names = self.source_names();
        let places = versions
            .iter()
            .flat_map(|version| names.iter().map(|name| (version.commit.as_str(), name.as_str())));
        let sources = git.texts_in(&places.collect::<Vec<_>>())?;
        let sources =
            sources.chunks(names.len()).map(|texts| texts.iter().flatten().next().cloned());
        let document = self.page.document_path();
        let language = workspace.config.source.as_str();
        let snapshots = targets.into_iter().zip(sources).filter_map(|(target, source)| {
            // A text in the other's language stood in for one that nobody had written yet.
            let target = target.filter(|text| is_in(text, &job.target, language))?;
            let target = workspace.parsed(target, &document, &job.target);
            let source = source.filter(|text| is_in(text, language, &job.target));
            let source = source.map(|text| workspace.parsed(text, &job.article.source, language));
            Some(Snapshot { source, target })
        });
        let mut snapshots: Vec<Snapshot> = snapshots.collect();
        // Where the source came later, the first one was made from the translation.
        let mut later: Option<Document> = None;
        for snapshot in snapshots.iter_mut().rev() {
            match &snapshot.source {
                Some(source) => later = Some(source.clone()),
                None => snapshot.source.clone_from(&later),
            }
        }
        Ok(snapshots)
    }

    /// The source in a commit, under whatever name it had.
    fn source_in(&self, git: &Git<'_>, commit: &str) -> Result<Option<Document>> {
        let workspace = self.aligner.workspace;
        let names = self.source_names();
        let places: Vec<(&str, &str)> = names.iter().map(|name| (commit, name.as_str())).collect();
        let text = git.texts_in(&places)?.into_iter().flatten().next();
        let article = &self.page.job.article;
        Ok(text.map(|text| workspace.parsed(text, &article.source, &workspace.config.source)))
    }

    /// The names that the source ever had, today's first.
    fn source_names(&self) -> Vec<String> {
        let page = self.page;
        let mut names = vec![self.aligner.workspace.relative(&page.job.article.source)];
        for version in &page.history.source {
            if !names.contains(&version.path) {
                names.push(version.path.clone());
            }
        }
        names
    }

    /// All versions of the source, the newest first.
    fn sources(&self, git: &Git<'_>) -> Result<Vec<(&Version, Document)>> {
        let (workspace, page) = (self.aligner.workspace, self.page);
        let versions: Vec<&Version> = page.history.source.iter().collect();
        let texts = git.texts(&versions)?;
        let (own, other) = (workspace.config.source.as_str(), page.job.target.as_str());
        let parsed = versions.into_iter().zip(texts).filter_map(|(version, text)| {
            let text = text.filter(|text| is_in(text, own, other))?;
            let source = &page.job.article.source;
            Some((version, workspace.parsed(text, source, own)))
        });
        Ok(parsed.collect())
    }
}

/// Whether a text is not plainly in the other one's language.
fn is_in(text: &str, own: &str, other: &str) -> bool {
    let guess = guess(text);
    guess.admits(own) || !guess.admits(other)
}

/// The source that the first translation was made from: as a rule the one of its day.
fn best_source<'a>(
    first: &'a Snapshot,
    sources: &'a [(&Version, Document)],
    aligner: &Aligner<'_>,
) -> Option<&'a Document> {
    let expected = first.source.as_ref();
    let at = expected
        .and_then(|expected| sources.iter().position(|(_, source)| source.text == expected.text));
    let from = at.map_or(sources.len().saturating_sub(EARLIER), |at| at + 1);
    let earlier = sources[from..].iter().take(EARLIER).map(|(_, source)| source);
    let mut best: Option<(f64, &Document)> =
        expected.map(|source| (aligner.fit(source, &first.target) + LATE, source));
    for source in earlier {
        let fit = aligner.fit(source, &first.target);
        if best.is_none_or(|(most, _)| fit > most) {
            best = Some((fit, source));
        }
    }
    best.map(|(_, source)| source)
}

/// The version of the source that shares most with what was translated.
fn closest<'a>(sources: &[(&'a Version, Document)], catalog: &Catalog) -> Option<&'a Version> {
    let translated: HashSet<_> = catalog.pairs.iter().map(|pair| fold(&pair.source)).collect();
    let surplus = |source: &Document| {
        let held =
            source.segments.iter().filter(|segment| translated.contains(&fold(&segment.text)));
        2 * held.count().cast_signed() - source.segments.len().cast_signed()
    };
    // Of equals the newest, which stands first.
    let mut best: Option<(isize, &Version)> = None;
    for (version, source) in sources {
        let surplus = surplus(source);
        if best.is_none_or(|(most, _)| surplus > most) {
            best = Some((surplus, version));
        }
    }
    best.map(|(_, version)| version)
}
