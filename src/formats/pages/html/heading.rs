//! A heading in both languages.

use super::notes;
use super::sentence::{sources, targets};
use super::view::View;
use crate::formats::pages::passage::Passage;

/// Letters from which on a headline is set smaller, step by step.
const LONG: [usize; 3] = [60, 110, 180];

/// One heading in both languages.
pub fn heading(view: &View<'_>, level: usize, passage: &Passage<'_>) -> String {
    let size = if level == 1 { size(passage) } else { "" };
    format!(
        "<h{level} class=\"row{size}\"><span{}>{}</span> <span{}>{}</span></h{level}>\n{}",
        view.source.attributes,
        sources(view, passage),
        view.target.attributes,
        targets(view, passage),
        notes::notes(view, &[passage]),
    )
}

/// A class by the length of the longer headline.
fn size(passage: &Passage<'_>) -> &'static str {
    let sources = passage.rows.iter().flat_map(|row| &row.sources);
    let source: usize = sources.map(|part| part.text.chars().count()).sum();
    let targets = passage.rows.iter().filter_map(|row| row.target.text());
    let target: usize = targets.map(|text| text.chars().count()).sum();
    let length = source.max(target);
    match LONG.iter().filter(|long| length > **long).count() {
        0 => "",
        1 => " long",
        2 => " longer",
        _ => " longest",
    }
}
