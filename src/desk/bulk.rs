//! Many translations of sentences that have none, put into a catalog at once.
//!
//! One after another each would be held beside the whole article; here all are, once. Where that
//! leaves any sentence otherwise than it was meant, nothing is taken this way.

use std::collections::HashMap;

use super::proposal::Proposal;
use super::settling::{Ground, Numbered, meant};
use super::verdict::{Case, Outcome, Translated, Verdict};
use crate::model::{Bitext, Catalog, Pair, Unit};
use crate::tracking::{self, Decision, Tongue};

/// Fewer are as quickly taken one by one.
const FEWEST: usize = 3;

/// Takes what is new and clear of the proposals; gives the verdicts on what was taken.
pub fn settle_new(
    ground: &Ground<'_>,
    catalog: &mut Catalog,
    proposals: &[Numbered<'_>],
) -> Vec<(usize, Verdict)> {
    if proposals.len() < FEWEST {
        return Vec::new();
    }
    let tongue = Tongue::new(ground.source);
    let held = catalog.clone();
    let bitext = tracking::compare(ground.document, &held, &tongue);
    let mut fresh = Fresh { by_segment: HashMap::new(), verdicts: Vec::new() };
    for (index, proposal) in proposals {
        if let Some((at, pair, verdict)) = fresh.tried(ground, &bitext, proposal) {
            fresh.by_segment.insert(at, pair);
            fresh.verdicts.push((*index, verdict));
        }
    }
    let (with, moved) = fresh.catalog(&bitext);
    let after = tracking::outline(ground.document, &with, &tongue);
    if fresh.by_segment.len() < FEWEST || !is_as_meant(&bitext, &after, &moved) {
        return Vec::new();
    }
    drop(after);
    *catalog = with;
    fresh.verdicts
}

/// The new pairs by the first segment of their units.
struct Fresh {
    by_segment: HashMap<usize, Pair>,
    verdicts: Vec<(usize, Verdict)>,
}

impl Fresh {
    /// Makes a pair of a proposal that asks for nothing else, where it is the first for its unit.
    fn tried(
        &self,
        ground: &Ground<'_>,
        bitext: &Bitext<'_>,
        proposal: &Proposal,
    ) -> Option<(usize, Pair, Verdict)> {
        let Some((unit, Translated::Now)) = meant(bitext, proposal) else { return None };
        let is_taken = self.by_segment.contains_key(&unit.segments.start);
        if is_taken || !unit.is_missing() || !unit.pairs.is_empty() {
            return None;
        }
        let (rules, languages) = (ground.rules, ground.languages);
        let case = Case { proposal, unit, version: Translated::Now, rules, languages };
        let (verdict, decisions) = case.judge();
        let [Decision::Translate { target, state, origin }] = &decisions[..] else { return None };
        if verdict.outcome != Outcome::New {
            return None;
        }
        let mut pair = Pair::new(unit.source.to_string(), target.clone(), *state);
        pair.origin.clone_from(origin);
        pair.apply_seal();
        pair.by.clone_from(&ground.signature.by);
        pair.on.clone_from(&ground.signature.on);
        Some((unit.segments.start, pair, verdict))
    }

    /// The catalog with the new pairs, each behind that of the sentence before, and where each old one is now.
    fn catalog(&self, bitext: &Bitext<'_>) -> (Catalog, Vec<usize>) {
        let held = &bitext.catalog.pairs;
        let mut behind: HashMap<usize, Vec<&Pair>> = HashMap::new();
        let first = bitext.units.iter().find_map(|unit| unit.pairs.iter().min());
        let mut at = first.copied().unwrap_or(held.len());
        for unit in &bitext.units {
            if let Some(last) = unit.pairs.iter().max() {
                at = last + 1;
            }
            if let Some(pair) = self.by_segment.get(&unit.segments.start) {
                behind.entry(at).or_default().push(pair);
            }
        }
        let mut pairs = Vec::with_capacity(held.len() + self.by_segment.len());
        let mut moved = Vec::with_capacity(held.len());
        for index in 0..=held.len() {
            pairs.extend(behind.remove(&index).into_iter().flatten().cloned());
            if let Some(pair) = held.get(index) {
                moved.push(pairs.len());
                pairs.push(pair.clone());
            }
        }
        (Catalog { pairs }, moved)
    }
}

/// Whether every unit is as it was, but that new pairs stand where there were none.
fn is_as_meant(before: &Bitext<'_>, after: &Bitext<'_>, moved: &[usize]) -> bool {
    let is_same = |before: &Unit<'_>, after: &Unit<'_>| {
        let pairs = before.pairs.iter().filter_map(|pair| moved.get(*pair));
        let is_filled = before.is_missing() && !after.is_missing() && after.change.is_none();
        let is_new = before.pairs.is_empty() && is_filled && after.pairs.len() == 1;
        before.segments == after.segments && (is_new || pairs.eq(&after.pairs))
    };
    before.units.len() == after.units.len()
        && before.units.iter().zip(&after.units).all(|(one, other)| is_same(one, other))
        && before.orphans.len() == after.orphans.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::settle_new;
    use crate::checks::Languages;
    use crate::desk::settling::{Ground, settle};
    use crate::desk::{Base, Proposal, Rules};
    use crate::model::{Catalog, Document, MACHINE, Pair, Signature, State, text_digest};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::values::ValueForm;

    const SOURCES: [&str; 7] = [
        "Кофе остыл.",
        "Поезд пришёл в 6 часов.",
        "Снег выпал ночью.",
        "Да.",
        "Совет принял план.",
        "Совет принял новый план.",
        "Музей открыт.",
    ];

    fn proposal(at: usize) -> Proposal {
        let source = SOURCES[at];
        Proposal {
            base: Base {
                source: Some(text_digest(source).to_string()),
                target: Some(text_digest("").to_string()),
            },
            source: source.to_owned(),
            target: Some(format!("Translation {at}")),
            state: State::Translated,
            origin: at.is_multiple_of(2).then(|| MACHINE.to_owned()),
            ..Proposal::default()
        }
    }

    fn ground(document: &Document) -> Ground<'_> {
        Ground {
            document,
            languages: Languages::new("ru", "en"),
            source: "ru",
            signature: Signature { by: Some("Anna".to_owned()), on: None },
            rules: Rules::default(),
            values: ValueForm::new("ru", "en", None),
        }
    }

    proptest! {
        #[test]
        fn many_at_once_are_as_one_after_another(
            sentences in prop::collection::vec(0..SOURCES.len(), 1..9),
            held in prop::collection::vec(0..SOURCES.len(), 0..4),
            wanted in prop::collection::vec(0..SOURCES.len(), 3..9),
        ) {
            let lines: Vec<&str> = sentences.iter().map(|at| SOURCES[*at]).collect();
            let document = parse(lines.join("\n\n"), Syntax::Text, &Options::default());
            let pair = |at: &usize| Pair::new(SOURCES[*at], format!("Held {at}"), State::Final);
            let before = Catalog { pairs: held.iter().map(pair).collect() };
            // For a source that stands nowhere the matcher is asked, which comes after all others.
            let standing = wanted.iter().filter(|at| sentences.contains(at));
            let proposals: Vec<Proposal> = standing.map(|at| proposal(*at)).collect();
            let numbered: Vec<_> = proposals.iter().enumerate().collect();
            let ground = ground(&document);
            let (mut one_by_one, mut at_once) = (before.clone(), before);
            let taken = settle_new(&ground, &mut at_once, &numbered);
            let mut verdicts = Vec::new();
            for (index, proposal) in &numbered {
                let verdict = settle(&ground, &mut one_by_one, &[(*index, *proposal)]);
                if taken.iter().any(|(taken, _)| taken == index) {
                    verdicts.extend(verdict);
                } else {
                    settle(&ground, &mut at_once, &[(*index, *proposal)]);
                }
            }
            // Where equal sentences stand, which of them comes first is anybody's guess.
            let is_repeated = sentences.iter().enumerate().any(|(at, it)| sentences[..at].contains(it));
            if !is_repeated {
                prop_assert_eq!(&at_once, &one_by_one);
                prop_assert_eq!(taken, verdicts);
            }
            prop_assert!(at_once.pairs.iter().all(|pair| pair.is_sealed() && !pair.has_old_seal()));
        }
    }
}
