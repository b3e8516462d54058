//! One segment on a translator's desk: as a page, as a line of the work list, in a worksheet.

mod filled;
mod flow;
mod lines;
mod list;
mod page;
mod remarks;
mod row;
mod sheet;

use anstyle::Style;

pub use filled::{Doubtful, Filled, filled};
pub use list::{Total, list};
pub use page::{keys, page, told};
pub use row::Row;
pub use sheet::{is_special, sheet};

use super::danger::label;
use super::screen::{ERROR, NOTE, WARNING};
use super::{Paint, Screen};
use crate::l10n::{Message, message};
use crate::model::{Change, Danger, Edit, Location, Piece, Span, State};
use crate::report::layout::printable;
use crate::report::screen::{INSERTED, REMOVED};
use crate::tracking::Need;
use flow::Fragment;

/// A segment with all that a translator wants to see of it.
#[derive(Clone, Debug)]
pub struct Card {
    pub article: String,
    pub language: String,
    /// Number of the segment from 1.
    pub segment: usize,
    pub location: Location,
    /// What is left to do; nothing once it is done.
    pub need: Option<Need>,
    pub state: Option<State>,
    /// The sentences around it.
    pub before: Option<Neighbour>,
    pub after: Option<Neighbour>,
    pub source: String,
    pub change: Option<Change>,
    pub target: String,
    /// What of the target the change touches.
    pub touched: Vec<Span>,
    pub offers: Vec<Offer>,
    /// What the author tells the translator, and what people noted.
    pub notes: Vec<String>,
}

/// A sentence before or after, and its translation as far as there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub source: String,
    pub target: Option<String>,
}

/// A translation that could fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// How alike its source is, from 0 to 100.
    pub score: u8,
    pub source: String,
    pub target: String,
    pub origin: Origin,
}

/// Where an offer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A pair of the article with this id.
    Memory(String),
    /// A pair of this article whose segment went away.
    Orphan,
}

impl Offer {
    /// Where the translation came from, as a catalog records it.
    pub fn record(&self) -> String {
        match self.origin {
            Origin::Memory(_) => format!("memory {}", self.score),
            Origin::Orphan => format!("orphan {}", self.score),
        }
    }

    /// Where it comes from, for people.
    fn words(&self, screen: &Screen<'_>) -> String {
        match &self.origin {
            Origin::Memory(article) => printable(article).into_owned(),
            Origin::Orphan => screen.text(&message!("report-translate-orphan")),
        }
    }
}

/// A text as a worksheet shows it: on one line, without what a terminal would obey.
pub fn plain(text: &str) -> String {
    // A no-break space is a sign that somebody set.
    let words = printable(text);
    words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod testing {
    use super::{Card, Neighbour, Offer, Origin};
    use crate::model::{Change, Concern, Danger, Edit, Location, Piece, Span, State};
    use crate::tracking::Need;

    /// A stale segment with everything around it.
    pub fn card() -> Card {
        let piece = |edit, text: &str| Piece { edit, text: text.to_owned() };
        let diff = vec![
            piece(Edit::Kept, "Было "),
            piece(Edit::Removed, "5"),
            piece(Edit::Inserted, "6"),
            piece(Edit::Kept, " домов у реки."),
        ];
        let (trigger, concern) = (Some("6".to_owned()), Some(Concern::Value));
        let change = Change { danger: Danger::Critical, trigger, concern, diff };
        Card {
            article: "news".to_owned(),
            language: "en".to_owned(),
            segment: 2,
            location: Location::at("articles/news/ru.md", (3, 1)),
            need: Some(Need::Stale(std::cmp::Reverse(Danger::Critical))),
            state: Some(State::Reviewed),
            before: Some(Neighbour {
                source: "Река поднялась.".to_owned(),
                target: Some("The river rose.".to_owned()),
            }),
            after: Some(Neighbour {
                source: "Жителей вывезли.".to_owned(), target: None
            }),
            source: "Было 6 домов у реки.".to_owned(),
            change: Some(change),
            target: "There were 5 houses by the river.".to_owned(),
            touched: vec![Span::new(11, 12)],
            offers: vec![
                Offer {
                    score: 100,
                    source: "Было 6 домов у реки.".to_owned(),
                    target: "There were 6 houses by the river.".to_owned(),
                    origin: Origin::Memory("older".to_owned()),
                },
                Offer {
                    score: 71,
                    source: "Было 7 домов.".to_owned(),
                    target: "There were 7 houses.".to_owned(),
                    origin: Origin::Orphan,
                },
            ],
            notes: vec!["Ask the mayor.".to_owned()],
        }
    }
}
