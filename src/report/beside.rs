//! Text on the page that no text of the source stands behind.

use super::Screen;
use super::layout::printable;
use super::screen::{ERROR, FAINT, REMOVED, STRONG, WARNING};
use crate::checks::Subject;
use crate::l10n::message;
use crate::model::{Location, SurplusKind};
use crate::report::Paint;

/// A text that nobody settled, with its place.
#[derive(Clone, Debug)]
pub struct Beside {
    pub article: String,
    pub target: String,
    pub kind: SurplusKind,
    /// Number from 1; people write `+1`.
    pub number: usize,
    pub location: Location,
    /// The source that was taken out; empty where nobody knows one.
    pub source: String,
    pub translation: String,
}

/// Those of an article, in the order of its page.
pub fn beside(subject: &Subject<'_>) -> Vec<Beside> {
    let surplus = subject.published.map_or(&[][..], |published| &published.surplus);
    let open = surplus.iter().filter(|one| !one.is_settled);
    let entry = |one: &crate::model::Surplus| Beside {
        article: subject.article.to_owned(),
        target: subject.target.to_owned(),
        kind: one.kind,
        number: one.number,
        location: match one.position {
            Some(position) => Location::at(subject.document_path, position),
            None => Location::file(subject.catalog_path),
        },
        source: one.source.clone(),
        translation: one.target.clone(),
    };
    open.map(entry).collect()
}

/// The text with its place, and the source that it had.
pub fn text(one: &Beside, screen: &Screen<'_>) -> String {
    let place = screen.paint(STRONG, &printable(&one.location.to_string()));
    let mut text = format!("{place}: {}, +{}\n", label(one.kind, screen), one.number);
    if !one.source.is_empty() {
        let source = printable(&one.source);
        let source = match screen.paint {
            Paint::Colour => screen.paint(REMOVED, &source),
            Paint::Plain => format!("[-{source}-]"),
        };
        text.push_str(&format!("  {source}\n"));
    }
    let target = screen.paint(FAINT, &format!("{}:", one.target));
    text.push_str(&format!("  {target} {}\n", printable(&one.translation)));
    text
}

fn label(kind: SurplusKind, screen: &Screen<'_>) -> String {
    match kind {
        SurplusKind::Withdrawn => {
            screen.paint(ERROR, &screen.text(&message!("report-beside-withdrawn")))
        }
        SurplusKind::Extra => screen.paint(WARNING, &screen.text(&message!("report-beside-extra"))),
    }
}
