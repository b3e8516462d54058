//! What a part of a report says of itself in machine formats.

use serde::Serialize;

use super::Checked;
use crate::checks::CHECKS;
use crate::model::Danger;
use crate::report::Screen;

/// Which part of a report this is.
#[derive(Clone, Debug)]
pub struct ShardPart {
    /// From 1.
    pub number: usize,
    pub of: usize,
    /// Where each article that was looked at stands among those of all parts.
    pub places: Vec<usize>,
    /// Articles that could not be looked at.
    pub failures: usize,
    /// Tells the texts of all parts from those of another state of the workspace.
    pub state: String,
}

/// What only parts have in machine formats.
#[derive(Serialize)]
pub struct WireShard<'a> {
    made_by: &'static str,
    number: usize,
    of: usize,
    state: &'a str,
    language: &'static str,
    time: &'a str,
    fail_on: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fail_on_change: Option<&'static str>,
    off: Vec<&'static str>,
    failures: usize,
    articles: Vec<WirePlace<'a>>,
}

#[derive(Serialize)]
struct WirePlace<'a> {
    place: usize,
    article: &'a str,
    target: &'a str,
}

impl<'a> WireShard<'a> {
    /// What is said of the part of `checked`.
    pub fn of(part: &'a ShardPart, checked: &'a Checked, screen: &Screen<'_>) -> Self {
        let is_off = |id: &&str| CHECKS.iter().any(|one| one.id == *id && is_off(checked, one.id));
        let places = part.places.iter().zip(&checked.articles);
        Self {
            made_by: env!("CARGO_PKG_VERSION"),
            number: part.number,
            of: part.of,
            state: &part.state,
            language: screen.l10n.tag(),
            time: &checked.time,
            fail_on: checked.failing.severity.name(),
            fail_on_change: checked.failing.danger.map(Danger::name),
            off: CHECKS.iter().map(|check| check.id).filter(is_off).collect(),
            failures: part.failures,
            articles: places
                .map(|(place, (article, target))| WirePlace { place: *place, article, target })
                .collect(),
        }
    }
}

fn is_off(checked: &Checked, id: &str) -> bool {
    let check = CHECKS.iter().find(|check| check.id == id);
    check.is_some_and(|check| checked.levels.of(check).is_none())
}
