//! The rows of a page of an article, with their bases.

use std::collections::HashMap;

use super::folio::{Folio, FolioRow};
use crate::formats::exchange::{Ripeness, Tag};
use crate::formats::pages::Page;
use crate::model::{Kind, Unit, segment_digest, text_digest};

/// All rows of a page, in the document's order.
pub fn folio<'a>(page: &'a Page<'_>) -> Folio<'a> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut rows = Vec::new();
    let mut last_block = None;
    for unit in &page.bitext.units {
        let earlier = seen.entry(&unit.source).or_default();
        let mut row = row(page, unit, *earlier);
        *earlier += 1;
        if !page.only.is_empty() && !page.only.contains(&row.tag.ripeness) {
            continue;
        }
        let block = page.bitext.document.block_of(unit.segments.start);
        let start = block.map(|block| block.segments.start);
        row.begins = start != last_block;
        last_block = start;
        rows.push(row);
    }
    let batch = batch(&rows);
    for row in &mut rows {
        row.tag.batch.clone_from(&batch);
    }
    Folio {
        article: page.article,
        source_language: page.source_language,
        target_language: page.target_language,
        rows,
        localizer: page.localizer(),
    }
}

/// Digest of all that goes out together.
fn batch(rows: &[FolioRow<'_>]) -> String {
    let lines: Vec<String> = rows.iter().map(|row| row.tag.line()).collect();
    text_digest(&lines.join("\n")).to_string()
}

fn row<'a>(page: &'a Page<'_>, unit: &'a Unit<'_>, earlier: usize) -> FolioRow<'a> {
    let block = page.bitext.document.block_of(unit.segments.start);
    let pair = match unit.pairs[..] {
        [pair, ..] => page.bitext.catalog.pairs.get(pair),
        [] => None,
    };
    let change = unit.change.as_ref().filter(|_| unit.is_stale());
    let tag = Tag {
        article: page.article.to_owned(),
        language: page.target_language.to_owned(),
        segment: segment_digest(page.article, &unit.source, earlier).to_string(),
        number: unit.segments.start + 1,
        source: text_digest(&unit.source).to_string(),
        target: text_digest(&unit.target).to_string(),
        batch: String::new(),
        ripeness: ripeness(unit),
    };
    let is_first = block.is_some_and(|block| block.segments.start == unit.segments.start);
    FolioRow {
        kind: block.map_or(Kind::Paragraph, |block| block.kind),
        begins: true,
        number: (!unit.segments.is_empty()).then_some(unit.segments.start + 1),
        source: &unit.source,
        target: &unit.target,
        state: ripeness(unit).name(),
        hint: block.filter(|_| is_first).and_then(|block| block.note.as_deref()),
        note: pair.and_then(|pair| pair.note.as_deref()),
        by: pair.and_then(|pair| pair.by.as_deref()),
        on: pair.and_then(|pair| pair.on.as_deref()),
        previous: change.map(|_| &*unit.previous),
        source_changes: change.map(|change| change.diff.clone()).unwrap_or_default(),
        target_changes: Vec::new(),
        authors: Default::default(),
        tag,
    }
}

fn ripeness(unit: &Unit<'_>) -> Ripeness {
    if unit.is_missing() {
        return Ripeness::Missing;
    }
    if unit.is_stale() || unit.is_unsealed() {
        return Ripeness::Stale;
    }
    unit.state.map_or(Ripeness::Draft, Ripeness::from)
}
