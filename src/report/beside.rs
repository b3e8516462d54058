//! Text on the page that no text of the source stands behind.

use super::Screen;
use super::layout::printable;
use super::screen::{ERROR, FAINT, REMOVED, STRONG, WARNING};
use crate::desk::SurplusText;
use crate::l10n::message;
use crate::model::SurplusKind;
use crate::report::Paint;

/// The text with its place, and the source that it had.
pub fn text(one: &SurplusText, screen: &Screen<'_>) -> String {
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
