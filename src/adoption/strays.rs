//! Translations whose source moved: found again by names in git, or by their texts.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustc_hash::FxHashSet;

use super::aligner::Aligner;
use super::pages::{ArticleFiles, History};
use super::recall::{Recalled, recall};
use crate::align::ACCEPT;
use crate::error::Result;
use crate::model::Document;
use crate::text::words::{TokenKind, tokens};
use crate::workspace::{Article, Workspace};

/// So much of a translation must have a sure partner in a source.
const SHARE: f64 = 0.6;
/// So many sources are tried for each translation.
const TRIED: usize = 3;

/// What looks the same in both languages.
type Marks = FxHashSet<String>;

/// A translated document without a source, read.
pub struct Stray {
    article: Article,
    document: Document,
    marks: Marks,
}

/// The translated documents without a source.
pub fn strays(workspace: &Workspace, target: &str) -> Result<Vec<Stray>> {
    let mut strays = Vec::new();
    for article in workspace.strays(target)? {
        let Some(document) = workspace.translation(&article, target)? else { continue };
        let marks = marks(&document);
        strays.push(Stray { article, document, marks });
    }
    Ok(strays)
}

/// What became of translations without a source.
pub struct Settlement {
    /// The paths of those that nobody claimed.
    pub orphans: Vec<String>,
    pub recalled: Recalled,
}

/// Gives translations without a source to the pages that they belong to.
pub fn settle(
    aligner: &Aligner<'_>,
    pages: &mut [ArticleFiles<'_>],
    strays: Vec<Stray>,
    target: &str,
) -> Settlement {
    let path = |stray: &Stray| aligner.workspace.relative(&stray.article.document_path(target));
    // What people decided goes with its catalog, which `tidy` moves.
    let (decided, strays): (Vec<Stray>, Vec<Stray>) =
        strays.into_iter().partition(|stray| stray.article.catalog_path(target).exists());
    let mut orphans: Vec<String> = decided.iter().map(path).collect();
    if strays.is_empty() {
        return Settlement { orphans, recalled: Recalled::Asked };
    }
    let mut waiting: Vec<&mut ArticleFiles<'_>> =
        pages.iter_mut().filter(|page| page.is_untranslated()).collect();
    let recalled = recall(aligner.workspace, &mut waiting);
    let known: Vec<Marks> = waiting.iter().map(|page| marks(&page.source)).collect();
    let homes: Vec<Option<usize>> =
        strays.par_iter().map(|one| home(aligner, &waiting, &known, one)).collect();
    for (stray, home) in strays.into_iter().zip(homes) {
        match home.filter(|home| waiting[*home].stray.is_none()) {
            Some(home) => {
                waiting[home].translation = Some(stray.document);
                waiting[home].stray = Some(stray.article);
            }
            None => orphans.push(path(&stray)),
        }
    }
    for page in waiting {
        page.history = History::default();
    }
    Settlement { orphans, recalled }
}

/// The page that the translation belongs to.
fn home(
    aligner: &Aligner<'_>,
    waiting: &[&mut ArticleFiles<'_>],
    known: &[Marks],
    stray: &Stray,
) -> Option<usize> {
    let old = aligner.workspace.relative(&stray.article.source);
    if let Some(page) = waiting.iter().position(|page| page.history.was_named(&old)) {
        return Some(page);
    }
    let shared = known.iter().map(|marks| marks.intersection(&stray.marks).count());
    let mut likely: Vec<(usize, usize)> =
        shared.zip(0..).filter(|(shared, _)| *shared > 0).collect();
    likely.sort_unstable_by(|one, other| other.cmp(one));
    let tried = likely.into_iter().take(TRIED);
    let scored = tried.map(|(_, index)| (share(aligner, &waiting[index].source, stray), index));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(share, _)| *share >= SHARE).map(|(_, index)| index)
}

/// The share of the translation's sentences that surely have a partner in the source.
fn share(aligner: &Aligner<'_>, source: &Document, stray: &Stray) -> f64 {
    let beads = aligner.beads(source, &stray.document);
    let sure = beads.iter().filter(|bead| bead.confidence >= ACCEPT && !bead.source.is_empty());
    let sure: usize = sure.map(|bead| bead.target.len()).sum();
    let all = stray.document.segments.len().max(1);
    f64::from(u32::try_from(sure).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
}

/// What looks the same in both languages: numbers, and words in Latin letters.
fn marks(document: &Document) -> Marks {
    let mut marks = Marks::default();
    for segment in &document.segments {
        for token in tokens(&segment.text) {
            let text = &segment.text[token.span.range()];
            let is_mark = match token.kind {
                TokenKind::Number => true,
                TokenKind::Word => text.is_ascii() && text.len() > 2,
                _ => false,
            };
            if is_mark {
                marks.insert(text.to_lowercase());
            }
        }
    }
    marks
}
