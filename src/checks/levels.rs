//! How much each check matters in a workspace, and what its house style is.

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use super::{Check, HouseStyle};
use crate::model::Severity;

/// The severities that a workspace sets; a check without one keeps its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    everywhere: BTreeMap<String, Option<Severity>>,
    /// Severities of some articles, in the order of the configuration.
    places: Vec<LevelsOfPlace>,
    /// Words that no check minds.
    pub allowed: Vec<String>,
    pub style: HouseStyle,
}

/// Tells whether a pattern fits an article's id, or the path of its source.
pub type Fits = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// Severities of the articles that a pattern fits.
#[derive(Clone)]
pub struct LevelsOfPlace {
    /// As it was written.
    pub pattern: String,
    pub fits: Fits,
    pub severities: BTreeMap<String, Option<Severity>>,
}

impl Debug for LevelsOfPlace {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_map().entry(&self.pattern, &self.severities).finish()
    }
}

impl PartialEq for LevelsOfPlace {
    fn eq(&self, other: &Self) -> bool {
        self.pattern == other.pattern && self.severities == other.severities
    }
}

impl Eq for LevelsOfPlace {}

impl Levels {
    /// The severity of `check`'s findings; none where it is switched off.
    pub fn of(&self, check: &Check) -> Option<Severity> {
        let usual = || (!check.is_off).then_some(check.severity);
        self.everywhere.get(check.id).copied().unwrap_or_else(usual)
    }

    /// Its severity in one article; of several patterns that fit, the last decides.
    pub fn of_article(&self, check: &Check, names: [&str; 2]) -> Option<Severity> {
        let mut fitting = self.places.iter().rev().filter(|place| {
            place.severities.contains_key(check.id) && names.iter().any(|name| (place.fits)(name))
        });
        let set = fitting.find_map(|place| place.severities.get(check.id));
        set.copied().unwrap_or_else(|| self.of(check))
    }

    /// Adds the words and the style of a house.
    #[must_use]
    pub fn of_house(self, allowed: Vec<String>, style: HouseStyle) -> Self {
        Self { allowed, style, ..self }
    }

    /// Adds severities of some articles.
    #[must_use]
    pub fn with_places(mut self, places: Vec<LevelsOfPlace>) -> Self {
        self.places = places;
        self
    }

    /// Switches these checks on, where nothing is said of them.
    #[must_use]
    pub fn with_usual(mut self, asked: &[(&str, Severity)]) -> Self {
        for (id, severity) in asked {
            self.everywhere.entry((*id).to_owned()).or_insert(Some(*severity));
        }
        self
    }

    /// Leaves one check alone, which is on everywhere.
    #[must_use]
    pub fn only(self, id: &str) -> Self {
        let mut levels = self.without(|other| other != id);
        levels.places.clear();
        levels.everywhere.insert(id.to_owned(), Some(Severity::Error));
        levels
    }

    /// Switches these checks off everywhere.
    #[must_use]
    pub fn without(mut self, is_left_out: impl Fn(&str) -> bool) -> Self {
        for check in super::CHECKS.iter().filter(|check| is_left_out(check.id)) {
            self.everywhere.insert(check.id.to_owned(), None);
            for place in &mut self.places {
                place.severities.remove(check.id);
            }
        }
        self
    }
}

/// Collects ids of checks with their severities; none switches a check off.
impl<Id: Into<String>> FromIterator<(Id, Option<Severity>)> for Levels {
    fn from_iter<Pairs: IntoIterator<Item = (Id, Option<Severity>)>>(pairs: Pairs) -> Self {
        let everywhere = pairs.into_iter().map(|(id, severity)| (id.into(), severity)).collect();
        Self { everywhere, ..Self::default() }
    }
}
