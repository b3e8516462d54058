//! What a worksheet decides: which blocks mean something, and what became of them.

use std::collections::BTreeMap;

use super::decisions::{Held, decisions};
use super::filled::{Filled, filled};
use super::row::SheetRow;
use crate::desk::door;
use crate::desk::proposal::{Approved, Base, Doubtful, Prefer, Proposal, Rules};
use crate::desk::reading::JobReading;
use crate::desk::verdict::Verdict;
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Bitext, Change, Danger, Location, Position, Unit};
use crate::text::printable::plain;
use crate::text::typography::is_same;
use crate::tracking::{Decision, Need};
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
    /// What critical changes put in the place of what, under translations that were said to hold.
    pub accepted: Vec<AcceptedChange>,
    /// What is doubtful about translations that were saved, with the lines of their blocks.
    pub doubts: Vec<Objection>,
}

/// A critical change of the source, under a translation that a block says still holds.
pub struct AcceptedChange {
    pub line: usize,
    /// Number of the segment from 1.
    pub segment: usize,
    pub target: String,
    pub change: Change,
}

/// Something doubtful about the translation of a block.
pub struct Objection {
    pub line: usize,
    pub message: Message,
}

/// A block with what it wants written about a segment of the article as it is now.
struct Wish<'b> {
    block: &'b Filled,
    proposal: Proposal,
    /// The critical change that the translation is said to hold under.
    accepted: Option<AcceptedChange>,
}

/// A worksheet's blocks go by their digests alone; who filled it in saw what an editor had approved.
const RULES: Rules =
    Rules { prefer: Prefer::Neither, approved: Approved::Replace, doubtful: Doubtful::Tell };

/// Reads a worksheet and proposes what it says; where it can't be read, nothing is written.
pub fn apply(text: &str, path: &str, workspace: &Workspace) -> Result<Applied> {
    let blocks = filled(text, path)?;
    let mut applied = Applied::default();
    let mut wishes: Vec<Wish<'_>> = Vec::new();
    for job in jobs(&blocks, path, workspace)? {
        let reading = JobReading::new(workspace, &job)?;
        let own = blocks.iter().filter(|block| {
            block.row.article == reading.article.id && block.row.language == reading.target
        });
        wishes.extend(reading.with_bitext(|bitext| wished(own, bitext, path, &mut applied))?);
    }
    let proposals: Vec<Proposal> = wishes.iter().map(|wish| wish.proposal.clone()).collect();
    let verdicts = door::apply(workspace, &proposals, RULES, &|| ())?;
    for (wish, verdict) in wishes.into_iter().zip(verdicts) {
        applied.take(wish, verdict);
    }
    applied.left.sort_by_key(|block| block.line);
    applied.again.sort_by_key(|block| block.line);
    applied.alike.sort_by_key(|block| block.line);
    applied.doubts.sort_by_key(|doubt| doubt.line);
    Ok(applied)
}

impl Applied {
    /// Counts what became of a block.
    fn take(&mut self, wish: Wish<'_>, verdict: Verdict) {
        let block = wish.block;
        if verdict.outcome.is_left() {
            self.left.push(block.clone());
        }
        if !verdict.outcome.is_taken() {
            return;
        }
        self.saved += 1;
        if verdict.reopens {
            self.again.push(block.clone());
        }
        self.accepted.extend(wish.accepted);
        for message in verdict.doubts {
            self.doubts.push(Objection { line: block.line, message });
        }
    }
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
            .at(Location::at(path, Position::line(block.line)))
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
            let proposal = proposal(block, unit, decisions);
            let accepted = accepted(block, unit);
            wishes.push(Wish { block, proposal, accepted });
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

/// The critical change that a block accepts.
fn accepted(block: &Filled, unit: &Unit<'_>) -> Option<AcceptedChange> {
    let change = unit.change.as_ref().filter(|change| change.danger == Danger::Critical)?;
    let (segment, target) = (unit.segments.start + 1, unit.target.to_string());
    let accepted = AcceptedChange { line: block.line, segment, target, change: change.clone() };
    (!block.ack.is_empty()).then_some(accepted)
}

/// The decisions of a block as a proposal about the unit that it was written for.
fn proposal(block: &Filled, unit: &Unit<'_>, decisions: Vec<Decision>) -> Proposal {
    let mut proposal = Proposal {
        article: block.row.article.clone(),
        language: block.row.language.clone(),
        segment: unit.segments.start + 1,
        base: Base::of(unit),
        source: unit.source.to_string(),
        reason: Some(block.ack.clone()).filter(|reason| !reason.is_empty()),
        note: Some(block.note.clone()).filter(|note| !note.is_empty()),
        ..Proposal::default()
    };
    // A reason stands for the translation held, which is no new one then.
    let translated = proposal.reason.is_none().then_some(decisions).into_iter().flatten();
    for decision in translated {
        if let Decision::Translate { target, state, .. } = decision {
            (proposal.target, proposal.state) = (Some(target), state);
        }
    }
    proposal
}
