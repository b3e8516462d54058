//! `[leverage]`: the bands of the agency's grid, and what a word of each is worth.

use toml::de::DeValue;

use crate::catalog::{Table, WantedType, nearest_hint};
use crate::error::Result;
use crate::l10n::message;
use crate::memory::leverage::PriceGrid;

/// No word is worth more than so many.
const HIGHEST: f64 = 10.0;

/// The grid of the table, or the usual one.
pub fn read(top: &Table<'_, '_>) -> Result<PriceGrid> {
    let mut grid = PriceGrid::default();
    let Some(table) = top.table("leverage", "[leverage]")? else { return Ok(grid) };
    table.refuse_unknown_keys(&["bands", "weights"])?;
    if let Some((value, span)) = table.get("bands") {
        let error = || {
            let error = table.source.error(span.start, message!("error-leverage-bands"));
            error.hint(message!("hint-leverage-bands"))
        };
        let list = value.as_array().ok_or_else(error)?;
        let bands: Option<Vec<u8>> = list.iter().map(|one| whole(one.get_ref())).collect();
        let is_rising = |bands: &Vec<u8>| {
            bands.is_sorted_by(|one, next| one < next)
                && bands.iter().all(|one| (30..100).contains(one))
        };
        grid.bands = bands.filter(is_rising).ok_or_else(error)?;
        // Bands of one's own are worth what the usual one around their least score is.
        let usual = PriceGrid::default();
        let weight = |score: u8| {
            usual.weight(usual.of_score(score).unwrap_or(crate::memory::leverage::Share::New))
        };
        let fuzzy = grid.bands.iter().rev().map(|least| weight(*least));
        grid.weights = usual.weights[..3]
            .iter()
            .copied()
            .chain(fuzzy)
            .chain(usual.weights[7..].iter().copied())
            .collect();
    }
    let Some(weights) = table.table("weights", "[leverage.weights]")? else { return Ok(grid) };
    let names: Vec<String> = grid.shares().into_iter().map(|share| grid.name(share)).collect();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    for (key, value) in weights.entries {
        let name: &str = key.as_ref();
        let Some(at) = known.iter().position(|one| *one == name) else {
            let message = message!("error-leverage-share", name = name);
            return Err(table
                .source
                .error(key.span().start, message)
                .hint(nearest_hint(name, &known)));
        };
        let weight = number(value.get_ref());
        let weight = weight.ok_or_else(|| weights.type_error(name, value, WantedType::Number))?;
        if !(0.0..=HIGHEST).contains(&weight) {
            let message = message!("error-leverage-weight", name = name);
            return Err(table.source.error(value.span().start, message));
        }
        grid.weights[at] = weight;
    }
    Ok(grid)
}

fn whole(value: &DeValue<'_>) -> Option<u8> {
    value.as_integer()?.to_string().parse().ok()
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => number.to_string().parse().ok(),
        DeValue::Float(number) => number.to_string().parse().ok(),
        _ => None,
    }
}
