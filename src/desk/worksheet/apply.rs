//! What a worksheet decides: which blocks mean something, and what became of them.

use std::collections::BTreeMap;

use super::decisions::{Held, decisions};
use super::filled::{Filled, filled};
use super::row::SheetRow;
use crate::checks::{Languages, doubts};
use crate::desk::reading::JobReading;
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Bitext, Location, Unit};
use crate::text::printable::plain;
use crate::text::typography::is_same;
use crate::tracking::{Decision, Need, SeenUnit, Settled};
use crate::workspace::{Job, Workspace};

/// What came of a worksheet.
#[derive(Default)]
pub struct Applied {
    /// How many segments were decided about.
    pub saved: usize,
    /// The blocks whose segments an editor had approved, and that want another review.
    pub again: Vec<Filled>,
    /// The blocks whose texts changed since the worksheet was written.
    pub left: Vec<Filled>,
    /// The blocks that have nothing new but another typography.
    pub alike: Vec<Filled>,
    /// What is doubtful about translations that were saved, with the lines of their blocks.
    pub doubts: Vec<Objection>,
}

/// Something doubtful about the translation of a block.
pub struct Objection {
    pub line: usize,
    pub message: Message,
}

/// What a block says about a segment of the article as it is now.
struct Wish<'b> {
    block: &'b Filled,
    segment: usize,
    source: String,
    target: String,
    decisions: Vec<Decision>,
    /// Whether an editor had approved what it decides anew.
    reopens: bool,
}

/// Reads a worksheet and decides as it says; where it can't be read, nothing is written.
pub fn apply(text: &str, path: &str, workspace: &Workspace) -> Result<Applied> {
    let blocks = filled(text, path)?;
    let jobs = jobs(&blocks, path, workspace)?;
    let readings =
        jobs.iter().map(|job| JobReading::new(workspace, job)).collect::<Result<Vec<_>>>()?;
    let mut applied = Applied::default();
    let mut wishes: Vec<Vec<Wish<'_>>> = Vec::new();
    for reading in &readings {
        let own = blocks.iter().filter(|block| {
            block.row.article == reading.article.id && block.row.language == reading.target
        });
        wishes.push(reading.with_bitext(|bitext| wished(own, bitext, path, &mut applied))?);
    }
    workspace.together(|| {
        let mut all = readings.iter().zip(&wishes);
        all.try_for_each(|(reading, wishes)| carry_out(reading, wishes, &mut applied))
    })?;
    applied.left.sort_by_key(|block| block.line);
    applied.again.sort_by_key(|block| block.line);
    applied.alike.sort_by_key(|block| block.line);
    applied.doubts.sort_by_key(|doubt| doubt.line);
    Ok(applied)
}

/// The articles that a worksheet speaks of, each once.
fn jobs(blocks: &[Filled], path: &str, workspace: &Workspace) -> Result<Vec<Job>> {
    let articles = workspace.articles(&[])?;
    let mut jobs: BTreeMap<(&str, &str), Job> = BTreeMap::new();
    for block in blocks {
        let SheetRow { article: id, language, .. } = &block.row;
        let article = articles.iter().find(|article| article.id == *id);
        let article = article.filter(|_| workspace.config.targets.contains(language));
        let Some(article) = article else {
            let (article, language) = (id.as_str(), language.as_str());
            return Err(Error::new(message!(
                "error-sheet-article",
                article = article,
                language = language
            ))
            .at(Location::at(path, (block.line, 1)))
            .hint(message!("hint-articles")));
        };
        let job = Job { article: article.clone(), target: language.clone() };
        jobs.insert((id, language), job);
    }
    Ok(jobs.into_values().collect())
}

fn wished<'b>(
    blocks: impl Iterator<Item = &'b Filled>,
    bitext: &Bitext<'_>,
    path: &str,
    applied: &mut Applied,
) -> Result<Vec<Wish<'b>>> {
    let digests: Vec<String> =
        bitext.units.iter().map(|unit| SheetRow::digest(&unit.source, &unit.target)).collect();
    let mut wishes = Vec::new();
    for block in blocks {
        let same =
            bitext.units.iter().zip(&digests).filter(|(_, digest)| **digest == block.row.digest);
        let near = |(unit, _): &(&Unit<'_>, &String)| {
            (unit.segments.start + 1).abs_diff(block.row.segment)
        };
        let Some((unit, _)) = same.min_by_key(near) else {
            if !is_settled(block, bitext) {
                applied.left.push(block.clone());
            }
            continue;
        };
        let held = Held::of(unit);
        let decisions = decisions(block, &held, path)?;
        if held.is_alike(block) {
            applied.alike.push(block.clone());
        }
        if !decisions.is_empty() {
            let (source, target) = (unit.source.to_string(), unit.target.to_string());
            let reopens =
                decisions.iter().any(|decision| decision.reopens(unit.state, unit.sealed));
            let segment = unit.segments.start;
            wishes.push(Wish { block, segment, source, target, decisions, reopens });
        }
    }
    Ok(wishes)
}

/// Whether a block says nothing, or what the catalog says already.
fn is_settled(block: &Filled, bitext: &Bitext<'_>) -> bool {
    let is_there =
        |unit: &Unit<'_>| is_same(&plain(&unit.target), &block.text) && Need::of(unit).is_none();
    let says_nothing = block.text.is_empty() && block.ack.is_empty() && block.note.is_empty();
    says_nothing || bitext.units.iter().any(is_there)
}

fn carry_out(reading: &JobReading<'_>, wishes: &[Wish<'_>], applied: &mut Applied) -> Result<()> {
    let mut decisions: Vec<(SeenUnit<'_>, &Decision)> = Vec::new();
    for wish in wishes {
        let mut seen =
            SeenUnit { segment: wish.segment, source: &wish.source, target: &wish.target };
        for decision in &wish.decisions {
            decisions.push((seen, decision));
            if let Decision::Translate { target, .. } = decision {
                seen.target = target;
            }
        }
    }
    if decisions.is_empty() {
        return Ok(());
    }
    let settled = reading.workspace.decide(reading.rendition(), &reading.document, &decisions)?;
    let mut settled = settled.into_iter();
    for wish in wishes {
        let own: Vec<Settled> = settled.by_ref().take(wish.decisions.len()).collect();
        if own.iter().all(|settled| *settled == Settled::Done) {
            applied.saved += 1;
            applied.doubts.extend(doubtful(wish, reading));
            applied.again.extend(wish.reopens.then(|| wish.block.clone()));
        } else {
            applied.left.push(wish.block.clone());
        }
    }
    Ok(())
}

/// What is doubtful about the translation that a block gives.
fn doubtful(wish: &Wish<'_>, reading: &JobReading<'_>) -> Vec<Objection> {
    let languages = Languages::new(reading.workspace.config.source_subtag(), reading.target);
    let targets = wish.decisions.iter().filter_map(|decision| match decision {
        Decision::Translate { target, .. } => Some(target),
        _ => None,
    });
    let messages = targets.flat_map(|target| doubts(&wish.source, target, languages));
    messages.map(|message| Objection { line: wish.block.line, message }).collect()
}
