//! Proposals put into one catalog, in memory.

use super::proposal::{Proposal, Rules};
use super::sources::UnitSources;
use super::verdict::{Case, Outcome, Verdict};
use crate::checks::Languages;
use crate::l10n::message;
use crate::model::{Bitext, Catalog, Document, Pair, Signature, Unit, is_blank};
use crate::text::values::ValueForm;
use crate::tracking::{self, Decision, Original, SeenUnit, Signed, Tongue};

/// What all proposals about one article stand on.
pub struct Ground<'a> {
    pub document: &'a Document,
    pub languages: Languages<'a>,
    /// Primary subtag of the source's language.
    pub source: &'a str,
    pub signature: Signature,
    pub rules: Rules,
    /// How values that nobody translated are shown.
    pub values: ValueForm,
}

/// A proposal with its place in the list.
pub type Numbered<'p> = (usize, &'p Proposal);

/// Puts what can be taken of the proposals into the catalog, one after another.
///
/// The article is compared anew only where one of them changed something.
pub fn settle(
    ground: &Ground<'_>,
    catalog: &mut Catalog,
    proposals: &[Numbered<'_>],
) -> Vec<(usize, Verdict)> {
    let tongue = Tongue::new(ground.source);
    let mut verdicts = Vec::with_capacity(proposals.len());
    while let Some(rest) = proposals.get(verdicts.len()..).filter(|rest| !rest.is_empty()) {
        let held = catalog.clone();
        let mut bitext = tracking::outline(ground.document, &held, &tongue);
        tracking::localise(&mut bitext, &ground.values);
        let sources = UnitSources::of(&bitext);
        for (index, proposal) in rest {
            let verdict = settle_one(ground, catalog, &sources, proposal);
            let is_taken = verdict.outcome.is_taken();
            verdicts.push((*index, verdict));
            if is_taken {
                break;
            }
        }
    }
    verdicts
}

fn settle_one(
    ground: &Ground<'_>,
    catalog: &mut Catalog,
    sources: &UnitSources<'_, '_>,
    proposal: &Proposal,
) -> Verdict {
    let Some((unit, version)) = sources.meant(proposal) else {
        return earlier(ground, catalog, proposal).unwrap_or_else(Verdict::unknown);
    };
    let case = Case { proposal, unit, version, rules: ground.rules, languages: ground.languages };
    let (verdict, decisions) = case.judge();
    // Who read the page has signed it, and not who brings it.
    let signature = proposal.review.as_ref().map_or(&ground.signature, |one| &one.signature);
    let signed = Ground { signature: signature.clone(), values: ground.values.clone(), ..*ground };
    if carry_out(&signed, catalog, unit, &decisions) {
        // A remark that stands there already says nothing new.
        let is_remark = matches!(&decisions[..], [Decision::Remark(_)]);
        let is_known = is_remark && catalog == sources.catalog();
        let outcome = if is_known { Outcome::Same } else { verdict.outcome };
        return Verdict { outcome, ..verdict };
    }
    catalog.clone_from(sources.catalog());
    let reason = Some(message!("error-proposal-unfit"));
    Verdict { outcome: Outcome::Refused, reason, ..verdict }
}

/// Decides about a unit, all or none.
fn carry_out(
    ground: &Ground<'_>,
    catalog: &mut Catalog,
    unit: &Unit<'_>,
    decisions: &[Decision],
) -> bool {
    let mut seen = SeenUnit::of(unit);
    for decision in decisions {
        let original = Original { document: ground.document, language: ground.source };
        let signed = Signed { decision, signature: &ground.signature };
        if tracking::decide(original, catalog, &seen, signed) != tracking::Settled::Done {
            return false;
        }
        match decision {
            Decision::Translate { target, .. } | Decision::TranslatePrevious { target, .. } => {
                seen.target = target;
            }
            _ => {}
        }
    }
    true
}

/// Takes the translation of a source that no longer stands and has no pair; the matcher says whose it was.
///
/// Only a segment without a translation can get it: nothing held is taken from another one.
fn earlier(ground: &Ground<'_>, catalog: &mut Catalog, proposal: &Proposal) -> Option<Verdict> {
    let target = proposal.target.as_deref().filter(|target| !is_blank(target))?;
    if is_blank(&proposal.source) {
        return None;
    }
    let tongue = Tongue::new(ground.source);
    let mut pair = Pair::new(proposal.source.clone(), target, proposal.state);
    pair.origin.clone_from(&proposal.origin);
    pair.apply_seal();
    pair.note.clone_from(&proposal.note);
    pair.by.clone_from(&ground.signature.by);
    pair.on.clone_from(&ground.signature.on);
    let before = tracking::outline(ground.document, catalog, &tongue);
    let at = before.units.iter().take_while(|unit| unit.segments.start + 1 < proposal.segment);
    let last = at.filter_map(|unit| unit.pairs.last()).max();
    let at = last.map_or(0, |last| last + 1);
    let missing: Vec<usize> = missing(&before);
    let mut with = catalog.clone();
    with.pairs.insert(at, pair);
    let after = tracking::outline(ground.document, &with, &tongue);
    let unit = after.units.iter().find(|unit| unit.pairs == [at])?;
    // Whatever had a translation keeps it.
    let taken = unit.segments.clone().all(|segment| missing.contains(&segment));
    if !taken || self::missing(&after).len() + unit.segments.len() != missing.len() {
        return None;
    }
    // Several sentences that were translated together are no older version of any.
    let outcome = if unit.change.is_some() { Outcome::OlderSource } else { Outcome::New };
    let verdict = Verdict { held: String::new(), ..Verdict::about(unit, outcome) };
    *catalog = with.clone();
    Some(verdict)
}

/// The segments without a translation.
fn missing(bitext: &Bitext<'_>) -> Vec<usize> {
    let units = bitext.units.iter().filter(|unit| unit.is_missing());
    units.flat_map(|unit| unit.segments.clone()).collect()
}
