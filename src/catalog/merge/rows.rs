//! The pairs of three catalogs side by side, in the order of the merged one.

use super::kinship::{origins, twins};
use crate::catalog::sides::Sides;
use crate::model::Pair;

/// Indexes of one pair in the catalogs that have it.
pub type MergeRow = Sides<Option<usize>>;

/// All pairs, each in one row.
///
/// The order is that of the side that changed it; what only the other side has
/// stands before what follows it there.
pub fn rows(pairs: Sides<&[Pair]>) -> Vec<MergeRow> {
    let (ours, theirs) = (origins(pairs.base, pairs.ours), origins(pairs.base, pairs.theirs));
    let places = |origins: &[Option<usize>]| {
        let mut places = vec![None; pairs.base.len()];
        for (index, origin) in origins.iter().enumerate() {
            if let Some(base) = origin {
                places[*base] = Some(index);
            }
        }
        places
    };
    let (in_ours, in_theirs) = (places(&ours), places(&theirs));
    let mut all: Vec<MergeRow> = (0..pairs.base.len())
        .map(|base| MergeRow { base: Some(base), ours: in_ours[base], theirs: in_theirs[base] })
        .collect();
    let new = |origins: &[Option<usize>]| {
        (0..origins.len()).filter(|index| origins[*index].is_none()).collect::<Vec<_>>()
    };
    let (mine, yours) = (new(&ours), new(&theirs));
    let added: [Vec<Pair>; 2] = [texts(pairs.ours, &mine), texts(pairs.theirs, &yours)];
    let twins = twins(&added[0], &added[1]);
    let mut paired = vec![None; mine.len()];
    for (at, twin) in twins.iter().enumerate() {
        match twin {
            Some(twin) => paired[*twin] = Some(yours[at]),
            None => all.push(MergeRow { theirs: Some(yours[at]), ..MergeRow::default() }),
        }
    }
    let own = mine.iter().zip(paired);
    all.extend(own.map(|(ours, theirs)| MergeRow { base: None, ours: Some(*ours), theirs }));
    ordered(all, pairs.map(<[Pair]>::len))
}

fn texts(side: &[Pair], new: &[usize]) -> Vec<Pair> {
    new.iter().map(|at| side[*at].clone()).collect()
}

/// Where a row stands in one of the catalogs.
type Place = fn(&MergeRow) -> Option<usize>;

fn ordered(rows: Vec<MergeRow>, lengths: Sides<usize>) -> Vec<MergeRow> {
    let is_theirs = is_sorted(|row| row.ours, &rows) && !is_sorted(|row| row.theirs, &rows);
    let (lead, other): (Place, Place) = if is_theirs {
        (|row| row.theirs, |row| row.ours)
    } else {
        (|row| row.ours, |row| row.theirs)
    };
    let (count, rest) =
        if is_theirs { (lengths.theirs, lengths.ours) } else { (lengths.ours, lengths.theirs) };
    let mut leading: Vec<Option<MergeRow>> = vec![None; count];
    let mut following: Vec<Option<MergeRow>> = vec![None; rest];
    let mut gone = Vec::new();
    for row in rows {
        match (lead(&row), other(&row)) {
            (Some(at), _) => leading[at] = Some(row),
            (None, Some(at)) => following[at] = Some(row),
            (None, None) => gone.push(row),
        }
    }
    let mut successor = vec![count; rest];
    for (at, row) in leading.iter().enumerate() {
        if let Some(index) = row.as_ref().and_then(other) {
            successor[index] = at;
        }
    }
    let mut before: Vec<Vec<MergeRow>> = vec![Vec::new(); count + 1];
    let mut next = count;
    for index in (0..rest).rev() {
        match following[index] {
            Some(row) => before[next].push(row),
            None => next = successor[index],
        }
    }
    let mut merged = Vec::with_capacity(count + rest);
    for (at, inserted) in before.into_iter().enumerate() {
        merged.extend(inserted.into_iter().rev());
        merged.extend(leading.get(at).copied().flatten());
    }
    merged.extend(gone);
    merged
}

fn is_sorted(place: Place, rows: &[Sides<Option<usize>>]) -> bool {
    let places = rows.iter().filter(|row| row.base.is_some()).filter_map(place);
    places.is_sorted()
}
