//! One segment on a translator's desk: as a page, as a line of the work list, in a worksheet.

mod flow;
mod list;
mod page;
mod sheet;

use anstyle::Style;

pub use list::{list, total};
pub use page::{CardNumber, keys, page, told};
pub use sheet::sheet;

use super::danger::label;
use super::screen::{ERROR, NOTE, WARNING};
use super::{Paint, Screen};
use crate::desk::{Card, Offer, Origin};
use crate::l10n::{Message, message};
use crate::model::{Danger, Edit, Piece, State};
use crate::report::layout::printable;
use crate::report::screen::{INSERTED, REMOVED};
use crate::tracking::Need;
use flow::Fragment;

/// Where an offer comes from.
fn origin(offer: &Offer, screen: &Screen<'_>) -> String {
    match &offer.origin {
        Origin::Memory(article) => printable(article).into_owned(),
        Origin::Orphan => screen.text(&message!("report-translate-orphan")),
    }
}

/// Why the segment is on the desk, and how that looks.
fn why(card: &Card, screen: &Screen<'_>) -> (Style, String) {
    let plain = |style, message: Message| (style, screen.text(&message));
    match (card.need, &card.change) {
        (Some(Need::Stale(danger)), Some(change)) => {
            let style = match danger.0 {
                Danger::Critical => ERROR,
                Danger::Major => WARNING,
                Danger::Minor | Danger::Cosmetic => NOTE,
            };
            (style, printable(&label(change, screen)).into_owned())
        }
        (Some(Need::Missing | Need::Stale(_)), _) => {
            plain(ERROR, message!("report-translate-missing"))
        }
        (Some(Need::Draft), _) => plain(WARNING, message!("report-translate-draft")),
        (Some(Need::Unsealed), _) => plain(WARNING, message!("report-translate-unsealed")),
        (None, _) => match card.state {
            Some(State::Reviewed) => plain(INSERTED, message!("report-task-reviewed")),
            Some(State::Final) => plain(INSERTED, message!("report-task-final")),
            _ => plain(NOTE, message!("report-task-translated")),
        },
    }
}

/// The source with what changed in it marked.
fn source(card: &Card, screen: &Screen<'_>) -> Vec<Fragment> {
    let Some(change) = &card.change else {
        return vec![(Style::new(), printable(&card.source).into_owned())];
    };
    let marked = change.diff.iter().enumerate().map(|(index, piece)| {
        let text = printable(&piece.text);
        match (piece.edit, screen.paint) {
            (Edit::Kept, _) => (Style::new(), text.into_owned()),
            (Edit::Removed, Paint::Colour) => (REMOVED, text.into_owned()),
            (Edit::Inserted, Paint::Colour) => {
                (INSERTED, format!("{}{text}", Piece::gap(&change.diff, index)))
            }
            (Edit::Removed, Paint::Plain) => (Style::new(), format!("[-{text}-]")),
            (Edit::Inserted, Paint::Plain) => (Style::new(), format!("{{+{text}+}}")),
        }
    });
    marked.collect()
}

/// The target with what the change touches marked.
fn target(card: &Card, screen: &Screen<'_>) -> Vec<Fragment> {
    let mut fragments = Vec::new();
    let mut at = 0;
    for span in &card.touched {
        let part = |from: usize, to: usize| {
            printable(card.target.get(from..to).unwrap_or_default()).into_owned()
        };
        fragments.push((Style::new(), part(at, span.start)));
        let touched = part(span.start, span.end);
        fragments.push(match screen.paint {
            Paint::Colour => (WARNING.underline(), touched),
            Paint::Plain => (Style::new(), format!("[={touched}=]")),
        });
        at = span.end;
    }
    let rest = card.target.get(at..).unwrap_or_default();
    fragments.push((Style::new(), printable(rest).into_owned()));
    fragments
}
