//! What is left for a translator to do about a unit, the most urgent first.

use std::cmp::Reverse;

use crate::model::{Danger, State, Unit};

/// Why a unit needs a translator; in the order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The source changed, in more than its typography.
    Stale(Reverse<Danger>),
    /// There is no translation.
    Missing,
    /// Nobody stands behind the translation yet.
    Draft,
    /// A hand or a merge put the pair together.
    Unsealed,
}

impl Need {
    /// What the unit needs; nothing where it is done.
    pub fn of(unit: &Unit<'_>) -> Option<Self> {
        match &unit.change {
            _ if unit.is_missing() => Some(Self::Missing),
            Some(change) if unit.is_stale() => Some(Self::Stale(Reverse(change.danger))),
            _ if unit.is_unsealed() => Some(Self::Unsealed),
            _ => (unit.state == Some(State::Draft)).then_some(Self::Draft),
        }
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stale(_) => "stale",
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Unsealed => "unsealed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Need;
    use crate::model::{Catalog, Pair, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::sentences::{Extra, Splitter};

    #[test]
    fn the_most_dangerous_comes_first_and_what_is_done_is_left_out() {
        let text =
            "Было 6 домов у реки.\n\nКофе остыл.\n\nНовое дело.\n\nВсё хорошо.\n\nЭто проект.\n";
        let splitter = Some(Splitter::new("ru", &Extra::default()));
        let document =
            parse(text.to_owned(), Syntax::Text, &Options { splitter, ..Options::default() });
        let mut unsealed = Pair::new("Кофе остыл.", "Coffee.", State::Translated);
        unsealed.seal = None;
        let pairs = vec![
            Pair::new("Было 5 домов у реки.", "There were 5 houses.", State::Final),
            unsealed,
            Pair::new("Всё хорошо.", "All is well.", State::Reviewed),
            Pair::new("Это проект.", "A project.", State::Draft),
        ];
        let catalog = Catalog { pairs };
        let bitext = crate::tracking::bitext(&document, &catalog, "ru");
        let mut needs: Vec<Need> = bitext.units.iter().filter_map(Need::of).collect();
        needs.sort();
        let names: Vec<&str> = needs.into_iter().map(Need::name).collect();
        assert_eq!(names, ["stale", "missing", "draft", "unsealed"]);
    }
}
