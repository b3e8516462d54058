//! What one text leaves open and the other doesn't: «якобы», what may be, what is planned.

use super::Places;
use super::voice::{Voice, Voices};
use crate::model::Span;
use crate::text::facts::FactKind;

/// What leaves open whether something is so.
const HEDGES: [&str; 4] = ["alleged", "claim", "likely", "can"];
/// What leaves open whether something will be so.
const OPEN: [&str; 3] = ["can", "likely", "plan"];
/// Words of a sentence in which what is open can hardly be put in other words.
const SHORT: usize = 10;
/// Words of a sentence in which hearsay is hardly told by a phrase such as «по данным».
const BRIEF: usize = 12;

/// Something that one text leaves open, and the other states as a fact.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    hearsay(voices).or_else(|| open(voices))
}

/// What the source has from hearsay, or a short translation.
///
/// In 3 of 1,997 professional translations of news the source alone says so.
fn hearsay(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    if let Some(span) = told_from_hearsay(source, target) {
        return Some(Places::in_source(span));
    }
    let is_brief = source.size() <= BRIEF && target.size() <= BRIEF;
    told_from_hearsay(target, source).filter(|_| is_brief).map(Places::in_target)
}

fn told_from_hearsay(one: &Voice<'_>, other: &Voice<'_>) -> Option<Span> {
    let fact = one.states(FactKind::Modality, "alleged")?;
    let is_hedged = HEDGES.iter().any(|key| other.states(FactKind::Modality, key).is_some());
    let is_told = is_hedged || is_otherwise(one, fact.span, other);
    (!is_told && one.is_lone(fact.span, other)).then_some(fact.span)
}

/// Words of hearsay, and what says no less: who is arrested is suspected, what is estimated is supposed.
const OTHERWISE: [(&str, &[&str]); 2] = [
    ("подозрева", &["arrest", "detain", "charge", "custody"]),
    ("предполага", &["estimat", "expected", "planned"]),
];

fn is_otherwise(one: &Voice<'_>, place: Span, other: &Voice<'_>) -> bool {
    let word = one.text.get(place.range()).unwrap_or_default().to_lowercase();
    let words = other.text.to_lowercase();
    for (beginning, others) in OTHERWISE {
        for other in others {
            if word.starts_with(beginning) && words.contains(other) {
                return true;
            }
        }
    }
    false
}

/// What may or will be, where a short sentence of the other text says nothing of the kind.
fn open(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    let is_short = source.size() <= SHORT && target.size() <= SHORT;
    if !is_short || source.denials() + target.denials() > 0 {
        return None;
    }
    match left_open(source, target) {
        Some(span) => Some(Places::in_source(span)),
        None => left_open(target, source).map(Places::in_target),
    }
}

fn left_open(one: &Voice<'_>, other: &Voice<'_>) -> Option<Span> {
    if other.has(FactKind::Modality) {
        return None;
    }
    let first = one.of_kind(FactKind::Modality).next()?;
    let are_open = one.of_kind(FactKind::Modality).all(|fact| OPEN.contains(&fact.key.as_str()));
    (are_open && one.is_lone(first.span, other)).then_some(first.span)
}

#[cfg(test)]
mod tests {
    use crate::align::contrary::opposed;

    #[test]
    fn who_is_arrested_is_suspected() {
        let source =
            "В среду вечером на вокзале задержали четверых подозреваемых в краже из музея.";
        for (target, is_opposed) in [
            (
                "Four people were arrested at the station on Wednesday evening over the theft from the museum.",
                false,
            ),
            (
                "Four people stole from the museum and came to the station on Wednesday evening.",
                true,
            ),
        ] {
            assert_eq!(opposed(source, target, ["ru", "en"]).is_some(), is_opposed, "{target}");
        }
    }
}
