//! Translations whose source moved: found again by names in git, or by their texts.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustc_hash::FxHashSet;

use super::super::documents::Page;
use super::super::means::Means;
use super::super::past;
use super::super::recall::{Recalled, recall};
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
pub fn read(workspace: &Workspace, target: &str) -> Result<Vec<Stray>> {
    let mut strays = Vec::new();
    for article in workspace.strays(target)? {
        let Some(document) = workspace.translation(&article, target)? else { continue };
        let marks = marks(&document);
        strays.push(Stray { article, document, marks });
    }
    Ok(strays)
}

/// Gives translations without a source to the articles they belong to; the paths of the rest.
pub fn settle(
    means: &Means<'_>,
    pages: &mut [Page<'_>],
    (strays, target): (Vec<Stray>, &str),
) -> (Vec<String>, Recalled) {
    let path = |stray: &Stray| means.workspace.relative(&stray.article.document_path(target));
    // What people decided goes with its catalog, which `tidy` moves.
    let (decided, strays): (Vec<Stray>, Vec<Stray>) =
        strays.into_iter().partition(|stray| stray.article.catalog_path(target).exists());
    let mut orphans: Vec<String> = decided.iter().map(path).collect();
    if strays.is_empty() {
        return (orphans, Recalled::Asked);
    }
    let mut waiting: Vec<&mut Page<'_>> =
        pages.iter_mut().filter(|page| page.is_untranslated()).collect();
    let recalled = recall(means.workspace, &mut waiting);
    let known: Vec<Marks> = waiting.iter().map(|page| marks(&page.source)).collect();
    let homes: Vec<Option<usize>> =
        strays.par_iter().map(|one| home(means, (&waiting, &known), one)).collect();
    for (stray, home) in strays.into_iter().zip(homes) {
        let free = home.filter(|home| waiting[*home].stray.is_none());
        match free {
            Some(home) => {
                waiting[home].translation = Some(stray.document);
                waiting[home].stray = Some(stray.article);
            }
            None => orphans.push(path(&stray)),
        }
    }
    for page in waiting {
        page.past = past::Past::default();
    }
    (orphans, recalled)
}

/// The page that the translation belongs to.
fn home(
    means: &Means<'_>,
    (waiting, known): (&[&mut Page<'_>], &[Marks]),
    stray: &Stray,
) -> Option<usize> {
    let old = means.workspace.relative(&stray.article.source);
    if let Some(page) = waiting.iter().position(|page| page.past.was_named(&old)) {
        return Some(page);
    }
    let shared = known.iter().map(|marks| marks.intersection(&stray.marks).count());
    let mut likely: Vec<(usize, usize)> =
        shared.zip(0..).filter(|(shared, _)| *shared > 0).collect();
    likely.sort_unstable_by(|one, other| other.cmp(one));
    let tried = likely.into_iter().take(TRIED);
    let scored = tried.map(|(_, index)| (share(means, &waiting[index].source, stray), index));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(share, _)| *share >= SHARE).map(|(_, index)| index)
}

/// The share of the translation's sentences that surely have a partner in the source.
fn share(means: &Means<'_>, source: &Document, stray: &Stray) -> f64 {
    let beads = means.beads(source, &stray.document);
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
