//! What a person decides about a text that only the translation has, put into the catalog.

use super::surplus::is_kept_on_page;
use crate::model::{Catalog, Pair, Signature, State, Surplus, Waiver};
use crate::tracking::{Decision, Settled};

/// Puts a decision into the catalog; a text that has no pair gets one without a source.
pub fn settle(
    catalog: &mut Catalog,
    surplus: &Surplus,
    decision: &Decision,
    signature: &Signature,
) -> Settled {
    let place = position(catalog, surplus);
    if place.is_none() && surplus.pair.is_some() {
        return Settled::Changed;
    }
    let mut pair = match place {
        Some(place) => catalog.pairs[place].clone(),
        None => Pair::new(String::new(), surplus.target.clone(), State::Draft),
    };
    match decision {
        Decision::Acknowledge { reason } => {
            waive(&mut pair, surplus.kind.name(), reason, signature);
        }
        Decision::Waive { check, reason } => waive(&mut pair, check, reason, signature),
        Decision::Unwaive(_) if !is_kept_on_page(&pair) => return Settled::Unfit,
        Decision::Unwaive(check) => pair.waivers.retain(|waiver| waiver.check != *check),
        Decision::Review(state) => {
            pair.state = *state;
            (pair.by, pair.on) = (signature.by.clone(), signature.on.clone());
            pair.apply_seal();
        }
        Decision::Note(note) => pair.note = Some(note.clone()).filter(|note| !note.is_empty()),
        Decision::Remark(remark) => {
            let note = pair.note.take().map_or_else(String::new, |note| note + "\n");
            pair.note = Some(note + remark);
        }
        Decision::Translate { .. } | Decision::TranslatePrevious { .. } => return Settled::Unfit,
    }
    match place {
        Some(place) => catalog.pairs[place] = pair,
        None => catalog.pairs.push(pair),
    }
    Settled::Done
}

/// The pair that has the text, or the one that somebody made for it meanwhile.
fn position(catalog: &Catalog, surplus: &Surplus) -> Option<usize> {
    let source = if surplus.pair.is_some() { surplus.source.as_str() } else { "" };
    let is_it = |pair: &Pair| pair.source == source && holds(pair, surplus);
    catalog.pairs.iter().position(is_it)
}

fn holds(pair: &Pair, surplus: &Surplus) -> bool {
    pair.target.split_whitespace().eq(surplus.target.split_whitespace())
}

fn waive(pair: &mut Pair, check: &str, reason: &str, signature: &Signature) {
    let waiver = Waiver::new(check, reason, &pair.source, &pair.target).signed(signature);
    pair.waivers.retain(|waiver| waiver.check != check);
    pair.waivers.push(waiver);
}
