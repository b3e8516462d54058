//! Words on the two ends of one scale: rose and fell, allowed and forbade, men and women.
//!
//! A translator may well turn a sentence round, so only a word without any answer counts, and only
//! where both texts deny alike.

use super::Places;
use super::voice::{Voice, Voices};
use crate::text::facts::FactKind;

/// Scales on which a word without an answer is as often a preposition or a title.
const LOOSE: [&str; 10] =
    ["side", "top", "old", "long", "more", "over", "find", "keep", "conclude", "market"];

/// The first two words without answers that stand on two ends of a scale that neither text has both of.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    let Voices { source, target } = voices;
    if source.denials() != target.denials() {
        return None;
    }
    source.of_kind(FactKind::Axis).find_map(|fact| {
        let scale = fact.key.trim_end_matches(['+', '-']);
        if LOOSE.contains(&scale) || has(source, &turned(&fact.key)) || has(target, &fact.key) {
            return None;
        }
        let contrary = turned(&fact.key);
        let mut others = target.of_kind(FactKind::Axis).filter(|other| other.key == contrary);
        let other = others.next()?;
        let is_lone = source.is_lone(fact.span, target) && target.is_lone(other.span, source);
        let is_one = is_lone && voices.are_of_one(fact.span, other.span);
        is_one.then_some(Places { source: Some(fact.span), target: Some(other.span) })
    })
}

fn has(voice: &Voice<'_>, key: &str) -> bool {
    voice.states(FactKind::Axis, key).is_some()
}

/// The other end of the scale.
fn turned(key: &str) -> String {
    let scale = &key[..key.len() - 1];
    if key.ends_with('+') { format!("{scale}-") } else { format!("{scale}+") }
}

#[cfg(test)]
mod tests {
    use crate::align::contrary::opposed;

    #[test]
    fn a_long_sentence_is_opposed_only_in_what_both_say_of_one_thing() {
        for (source, target, is_opposed) in [
            (
                "Цены на хлеб в городских магазинах за последний год заметно выросли, сообщили в среду в мэрии.",
                "The price of bread in city shops has fallen noticeably over the last year, the mayor's office said on Wednesday.",
                true,
            ),
            (
                "В городе начали строить бассейн для детей, а зимой на площади зальют большой каток.",
                "A pool for children is being built, and the old fair by the river will end before the ice comes.",
                false,
            ),
        ] {
            assert_eq!(opposed(source, target, ["ru", "en"]).is_some(), is_opposed, "{source}");
        }
    }
}
