//! A heading in both languages.

use super::notes;
use super::sentence::{sources, targets};
use super::view::View;
use crate::formats::pages::passage::Passage;

/// One heading in both languages.
pub fn heading(view: &View<'_>, level: usize, passage: &Passage<'_>) -> String {
    format!(
        "<h{level} class=\"row\"><span{}>{}</span> <span{}>{}</span></h{level}>\n{}",
        view.source,
        sources(view, passage),
        view.target,
        targets(view, passage),
        notes::notes(view, &[passage]),
    )
}
