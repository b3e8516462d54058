//! What is left to do about a unit.

use crate::model::{Danger, State, Unit};

/// What a unit needs, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// The source changed in a number, a name, a negation.
    Critical,
    Major,
    Minor,
    Missing,
    /// Nobody stands behind the translation yet.
    Draft,
    /// A hand or a merge put the pair together.
    Unsealed,
    /// Only the source's typography changed.
    Cosmetic,
    /// An editor has not read it yet.
    Review,
    Nothing,
}

impl Need {
    /// What this unit needs most.
    pub fn of(unit: &Unit<'_>) -> Self {
        let danger = unit.change.as_ref().map(|change| change.danger);
        match (danger, unit.state) {
            _ if unit.is_missing() => Self::Missing,
            (Some(Danger::Critical), _) => Self::Critical,
            (Some(Danger::Major), _) => Self::Major,
            (Some(Danger::Minor), _) => Self::Minor,
            (_, Some(State::Draft) | None) => Self::Draft,
            _ if unit.is_unsealed() => Self::Unsealed,
            (Some(Danger::Cosmetic), _) => Self::Cosmetic,
            (None, Some(State::Translated)) => Self::Review,
            (None, Some(State::Reviewed | State::Final)) => Self::Nothing,
        }
    }

    /// Whether it is a translator's to do.
    pub fn is_translators(self) -> bool {
        self <= Self::Unsealed
    }
}

#[cfg(test)]
mod tests {
    use super::Need;
    use crate::model::{Catalog, Pair, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::sentences::{Extra, Splitter};

    fn need(source: &str, pair: Option<Pair>) -> Need {
        let splitter = Some(Splitter::new("ru", &Extra::default()));
        let document =
            parse(source.to_owned(), Syntax::Text, &Options { splitter, fields: Vec::new() });
        let catalog = Catalog { pairs: pair.into_iter().collect() };
        let bitext = crate::tracking::bitext(&document, &catalog, "ru");
        Need::of(&bitext.units[0])
    }

    #[test]
    fn the_most_urgent_need_counts() {
        let pair = |source: &str, state| Some(Pair::new(source, "Five came.", state));
        assert_eq!(need("Пришли 5.\n", None), Need::Missing);
        assert_eq!(need("Пришли 6.\n", pair("Пришли 5.", State::Draft)), Need::Critical);
        assert_eq!(need("Пришли 5.\n", pair("Пришли 5.", State::Draft)), Need::Draft);
        assert_eq!(need("Пришли 5.\n", pair("Пришли 5.", State::Translated)), Need::Review);
        assert_eq!(need("Пришли 5.\n", pair("Пришли 5.", State::Final)), Need::Nothing);
        assert_eq!(need("Идёт 5.\n", pair("Идет 5.", State::Final)), Need::Cosmetic);
        let mut edited = Pair::new("Пришли 5.", "5 came.", State::Final);
        edited.target.push('!');
        assert_eq!(need("Пришли 5.\n", Some(edited)), Need::Unsealed);
    }
}
