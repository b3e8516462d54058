//! A segment with all that somebody wants to see who decides about it.

use crate::model::{Change, Location, MACHINE, Span, State, remembered_origin};
use crate::terms::AgreedTerm;
use crate::tracking::Need;

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
    /// The agreed terms that stand in the source.
    pub terms: Vec<AgreedTerm>,
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
    /// Whether a machine made it, whoever confirmed it since.
    pub is_of_machine: bool,
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
            Origin::Memory(_) => {
                remembered_origin(self.score, self.is_of_machine.then_some(MACHINE))
            }
            Origin::Orphan => format!("orphan {}", self.score),
        }
    }
}

#[cfg(test)]
pub mod testing {
    use super::{Card, Neighbour, Offer, Origin};
    use crate::model::{Change, Concern, Danger, Edit, Location, Piece, Position, Span, State};
    use crate::terms::AgreedTerm;
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
            location: Location::at("articles/news/ru.md", Position::line(3)),
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
                    is_of_machine: false,
                },
                Offer {
                    score: 71,
                    source: "Было 7 домов.".to_owned(),
                    target: "There were 7 houses.".to_owned(),
                    origin: Origin::Orphan,
                    is_of_machine: false,
                },
            ],
            terms: vec![AgreedTerm {
                found: "домов у реки".to_owned(),
                wanted: vec!["riverside houses".to_owned(), "RH".to_owned()],
                forbidden: vec!["river homes".to_owned()],
                note: Some("as the town council says".to_owned()),
            }],
            notes: vec!["Ask the mayor.".to_owned()],
        }
    }
}
