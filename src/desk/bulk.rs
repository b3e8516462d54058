//! Many proposals put into a catalog at once.
//!
//! One after another each would be held beside the whole article; here all are, once. Where that
//! leaves any sentence otherwise than it was meant, each half of them is tried by itself.

use std::collections::{HashMap, HashSet};

use super::proposal::Proposal;
use super::settling::{Ground, Numbered};
use super::sources::UnitSources;
use super::verdict::{Case, Translated, Verdict};
use crate::model::{Bitext, Catalog, Pair, Unit};
use crate::tracking::{self, Decision, Signed, Tongue};

/// Fewer are as quickly taken one by one.
const FEWEST: usize = 3;

/// Takes what is clear of the proposals, each one decision about one pair or about none yet.
///
/// Gives the verdicts on what was taken; all others are left as they came.
pub fn settle_at_once(
    ground: &Ground<'_>,
    catalog: &mut Catalog,
    proposals: &[Numbered<'_>],
) -> Vec<(usize, Verdict)> {
    if proposals.len() < FEWEST {
        return Vec::new();
    }
    if let Some((with, verdicts)) = tried(ground, catalog, proposals) {
        *catalog = with;
        return verdicts;
    }
    let mut verdicts = Vec::new();
    settle_halves(ground, catalog, &firsts(ground, catalog, proposals), &mut verdicts);
    verdicts
}

/// Takes what is clear of each half of the proposals; none of them are for one unit.
fn settle_halves(
    ground: &Ground<'_>,
    catalog: &mut Catalog,
    proposals: &[Numbered<'_>],
    verdicts: &mut Vec<(usize, Verdict)>,
) {
    if proposals.len() < 2 * FEWEST {
        return;
    }
    let (first, second) = proposals.split_at(proposals.len() / 2);
    for half in [first, second] {
        match tried(ground, catalog, half) {
            Some((with, found)) => {
                *catalog = with;
                verdicts.extend(found);
            }
            None => settle_halves(ground, catalog, half, verdicts),
        }
    }
}

/// Of several proposals for one unit the first alone.
fn firsts<'p>(
    ground: &Ground<'_>,
    catalog: &Catalog,
    proposals: &[Numbered<'p>],
) -> Vec<Numbered<'p>> {
    let tongue = Tongue::new(ground.source);
    let bitext = tracking::outline(ground.document, catalog, &tongue);
    let sources = UnitSources::of(&bitext);
    let mut met = HashSet::new();
    let mut firsts = Vec::new();
    for (index, proposal) in proposals {
        if let Some((unit, _)) = sources.meant(proposal)
            && met.insert(unit.segments.start)
        {
            firsts.push((*index, *proposal));
        }
    }
    firsts
}

/// The catalog with all that is clear, and the verdicts; nothing where they are in each other's way.
fn tried(
    ground: &Ground<'_>,
    held: &Catalog,
    proposals: &[Numbered<'_>],
) -> Option<(Catalog, Vec<(usize, Verdict)>)> {
    let tongue = Tongue::new(ground.source);
    let bitext = tracking::outline(ground.document, held, &tongue);
    let sources = UnitSources::of(&bitext);
    let mut decided = Decided { by_segment: HashMap::new(), verdicts: Vec::new() };
    // Of several proposals for one unit the first decides what the others meet.
    let mut met = HashSet::new();
    for (index, proposal) in proposals {
        let Some((unit, version)) = sources.meant(proposal) else { continue };
        if !met.insert(unit.segments.start) || version == Translated::Before {
            continue;
        }
        if let Some((pair, verdict)) = clear(ground, &bitext, unit, proposal) {
            decided.by_segment.insert(unit.segments.start, pair);
            decided.verdicts.push((*index, verdict));
        }
    }
    if decided.by_segment.len() < FEWEST {
        return Some((held.clone(), Vec::new()));
    }
    let (with, moved) = decided.catalog(&bitext);
    let after = tracking::outline(ground.document, &with, &tongue);
    let is_as_meant = decided.is_as_meant(&bitext, &after, &moved);
    drop(after);
    is_as_meant.then_some((with, decided.verdicts))
}

/// The pair of a proposal that asks for one thing, of a unit that has one pair or none.
fn clear(
    ground: &Ground<'_>,
    bitext: &Bitext<'_>,
    unit: &Unit<'_>,
    proposal: &Proposal,
) -> Option<(Pair, Verdict)> {
    let is_clear = if unit.is_missing() { unit.pairs.is_empty() } else { unit.pairs.len() == 1 };
    if !is_clear {
        return None;
    }
    let (rules, languages) = (ground.rules, ground.languages);
    let case = Case { proposal, unit, version: Translated::Now, rules, languages };
    let (verdict, decisions) = case.judge();
    let [decision] = &decisions[..] else { return None };
    let is_settling = matches!(
        decision,
        Decision::Translate { .. } | Decision::Review(_) | Decision::Acknowledge { .. }
    );
    if !is_settling || !verdict.outcome.is_taken() {
        return None;
    }
    let signature = match &proposal.review {
        Some(review) => &review.signature,
        None => &ground.signature,
    };
    let pair = tracking::decided(bitext, unit, Signed { decision, signature })?;
    Some((pair, verdict))
}

/// The pairs as they were decided, by the first segment of their units.
struct Decided {
    by_segment: HashMap<usize, Pair>,
    verdicts: Vec<(usize, Verdict)>,
}

impl Decided {
    /// The catalog with the pairs, and where each old one is now.
    ///
    /// A pair takes the place of the one before; a new one stands behind that of the sentence before.
    fn catalog(&self, bitext: &Bitext<'_>) -> (Catalog, Vec<usize>) {
        let held = &bitext.catalog.pairs;
        let mut behind: HashMap<usize, Vec<&Pair>> = HashMap::new();
        let mut instead: HashMap<usize, &Pair> = HashMap::new();
        let first = bitext.units.iter().find_map(|unit| unit.pairs.iter().min());
        let mut at = first.copied().unwrap_or(held.len());
        for unit in &bitext.units {
            let pair = self.by_segment.get(&unit.segments.start);
            if let Some(last) = unit.pairs.iter().max() {
                at = last + 1;
                instead.extend(pair.map(|pair| (*last, pair)));
            } else if let Some(pair) = pair {
                behind.entry(at).or_default().push(pair);
            }
        }
        let mut pairs = Vec::with_capacity(held.len() + self.by_segment.len());
        let mut moved = Vec::with_capacity(held.len());
        for index in 0..=held.len() {
            pairs.extend(behind.remove(&index).into_iter().flatten().cloned());
            if let Some(pair) = held.get(index) {
                moved.push(pairs.len());
                pairs.push((*instead.get(&index).unwrap_or(&pair)).clone());
            }
        }
        (Catalog { pairs }, moved)
    }

    /// Whether every unit has the pairs that it had, and what was decided is current.
    fn is_as_meant(&self, before: &Bitext<'_>, after: &Bitext<'_>, moved: &[usize]) -> bool {
        let is_same = |before: &Unit<'_>, after: &Unit<'_>| {
            let pairs = before.pairs.iter().filter_map(|pair| moved.get(*pair));
            let is_decided = self.by_segment.contains_key(&before.segments.start);
            let is_current = !after.is_missing() && after.change.is_none();
            let is_new = is_decided && before.pairs.is_empty() && after.pairs.len() == 1;
            before.segments == after.segments
                && (is_current || !is_decided)
                && (is_new || pairs.eq(&after.pairs))
        };
        before.units.len() == after.units.len()
            && before.units.iter().zip(&after.units).all(|(one, other)| is_same(one, other))
            && before.orphans.len() == after.orphans.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::settle_at_once;
    use crate::checks::Languages;
    use crate::desk::proposal::ProposedReview;
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

    /// What somebody wants of a sentence.
    #[derive(Clone, Copy, Debug)]
    enum Wish {
        Translate,
        Replace,
        Approve,
        Acknowledge,
        Remark,
    }

    const WISHES: [Wish; 5] =
        [Wish::Translate, Wish::Replace, Wish::Approve, Wish::Acknowledge, Wish::Remark];

    fn proposal((at, wish): (usize, Wish)) -> Proposal {
        let source = SOURCES[at];
        let held = format!("Held {at}");
        let seen = if matches!(wish, Wish::Translate) { "" } else { &held };
        let base = Base {
            source: Some(text_digest(source).to_string()),
            target: Some(text_digest(seen).to_string()),
        };
        let plain = Proposal {
            base,
            source: source.to_owned(),
            target: Some(held.clone()),
            state: State::Translated,
            ..Proposal::default()
        };
        match wish {
            Wish::Translate => Proposal {
                target: Some(format!("Translation {at}")),
                origin: at.is_multiple_of(2).then(|| MACHINE.to_owned()),
                ..plain
            },
            Wish::Replace => Proposal { target: Some(format!("Better {at}")), ..plain },
            Wish::Approve => {
                let signature = Signature { by: Some("Editor".to_owned()), on: None };
                let review = Some(ProposedReview { state: State::Reviewed, signature });
                Proposal { review, ..plain }
            }
            Wish::Acknowledge => Proposal { reason: Some("It holds.".to_owned()), ..plain },
            Wish::Remark => Proposal { note: Some("Ask.".to_owned()), ..plain },
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
            held in prop::collection::vec((0..SOURCES.len(), 0..3_usize), 0..6),
            wanted in prop::collection::vec(
                (0..SOURCES.len(), prop::sample::select(&WISHES[..])),
                3..12,
            ),
        ) {
            let lines: Vec<&str> = sentences.iter().map(|at| SOURCES[*at]).collect();
            let document = parse(lines.join("\n\n"), Syntax::Text, &Options::default());
            let states = [State::Draft, State::Translated, State::Final];
            let pair = |(at, state): &(usize, usize)| {
                Pair::new(SOURCES[*at], format!("Held {at}"), states[*state])
            };
            let before = Catalog { pairs: held.iter().map(pair).collect() };
            // For a source that stands nowhere the matcher is asked, which comes after all others.
            let standing = wanted.iter().filter(|(at, _)| sentences.contains(at));
            let proposals: Vec<Proposal> = standing.map(|at| proposal(*at)).collect();
            let numbered: Vec<_> = proposals.iter().enumerate().collect();
            let ground = ground(&document);
            let (mut one_by_one, mut at_once) = (before.clone(), before);
            let taken = settle_at_once(&ground, &mut at_once, &numbered);
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
