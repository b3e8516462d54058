//! Values on the page: found by what they say, between the neighbours they have in the source.

use super::Tongues;
use super::found::{FoundText, Owner, PageLook, TextStanding};
use crate::model::{Bitext, Unit};
use crate::text::fold::fold;
use crate::text::values::same;

/// Looks for values that stand there in another form, or with another figure in their place.
///
/// One that the translation leaves out, and that has no pair, contradicts nothing.
pub fn find(bitext: &Bitext<'_>, look: &mut PageLook<'_>, tongues: &Tongues<'_>) {
    let is_open = |(unit, standing): (&Unit<'_>, &TextStanding)| {
        *standing != TextStanding::Equal && is_value(bitext, unit)
    };
    let open: Vec<bool> = bitext.units.iter().zip(&look.units).map(is_open).collect();
    if !open.contains(&true) {
        return;
    }
    look.found.retain(|found| !matches!(found.owner, Owner::Unit(unit) if open[unit]));
    let document = look.document;
    let mut is_taken = vec![false; document.segments.len()];
    let mut places: Vec<Option<usize>> = vec![None; bitext.units.len()];
    for found in &look.found {
        is_taken[found.segments.clone()].fill(true);
        if let Owner::Unit(unit) = found.owner {
            places[unit] = Some(found.segments.start);
        }
    }
    let (from, into) = (tongues.from, tongues.into.language.as_str());
    for unit in (0..open.len()).filter(|unit| open[*unit]) {
        let start = places[..unit].iter().rev().find_map(|place| *place).map_or(0, |at| at + 1);
        let to = places[unit..].iter().find_map(|place| *place).filter(|to| *to >= start);
        let free: Vec<usize> =
            (start..to.unwrap_or(is_taken.len())).filter(|at| !is_taken[*at]).take(NEAR).collect();
        let source = &bitext.units[unit].source;
        // A month in words makes a sentence of a date.
        let says = |at: &&usize| {
            let text = &document.segments[**at].text;
            fold(text) == fold(source) || same(source, text, from, into)
        };
        let alike = free.iter().find(says);
        let instead = || free.iter().find(|at| document.segments[**at].is_value);
        look.units[unit] = match alike.or_else(instead) {
            Some(at) => {
                let is_equal = alike.is_some();
                (places[unit], is_taken[*at]) = (Some(*at), true);
                look.found.push(FoundText {
                    owner: Owner::Unit(unit),
                    segments: *at..at + 1,
                    is_equal,
                });
                if is_equal { TextStanding::Equal } else { TextStanding::Similar }
            }
            None if bitext.units[unit].pairs.is_empty() => TextStanding::Equal,
            None => TextStanding::Absent,
        };
    }
}

/// So many values are looked at for one.
const NEAR: usize = 32;

/// Whether the unit's whole source is a value.
pub fn is_value(bitext: &Bitext<'_>, unit: &Unit<'_>) -> bool {
    bitext.document.segments[unit.segments.clone()].iter().all(|segment| segment.is_value)
}
