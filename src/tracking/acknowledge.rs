//! A person says that a target still holds for the source as it is now.

use crate::model::{Ack, Catalog, Pair, Unit};

/// The pair that stands for `unit` after the statement `ack`, whose `from` is filled in here.
///
/// Pairs that together cover the unit become one; nothing they hold is lost.
/// Gives nothing where the unit has no pair.
pub fn acknowledged(catalog: &Catalog, unit: &Unit<'_>, ack: Ack) -> Option<Pair> {
    let mut held = unit.pairs.iter().filter_map(|index| catalog.pairs.get(*index)).cloned();
    let mut pair = held.next()?;
    for other in held {
        pair.state = pair.state.min(other.state);
        pair.acks.extend(other.acks);
        pair.waivers.extend(other.waivers);
        pair.note = joined(pair.note, other.note);
        pair.origin = pair.origin.or(other.origin);
    }
    pair.source = unit.source.to_string();
    pair.target = unit.target.to_string();
    pair.acks.push(Ack { from: unit.previous.to_string(), ..ack });
    pair.apply_seal();
    Some(pair)
}

/// Puts `pair` in the place of the pairs that it was made of.
pub fn replace(catalog: &mut Catalog, pairs: &[usize], pair: Pair) {
    let Some(first) = pairs.iter().min() else { return };
    catalog.pairs[*first] = pair;
    let mut index = 0;
    catalog.pairs.retain(|_| {
        index += 1;
        index - 1 == *first || !pairs.contains(&(index - 1))
    });
}

fn joined(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some(format!("{first}\n{second}")),
        (first, second) => first.or(second),
    }
}

#[cfg(test)]
mod tests {
    use super::{acknowledged, replace};
    use crate::model::{Ack, Catalog, Pair, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::sentences::{Extra, Splitter};
    use crate::tracking::bitext;

    fn settled(source: &str, mut catalog: Catalog) -> Catalog {
        let splitter = Some(Splitter::new("ru", &Extra::default()));
        let options = Options { splitter, fields: Vec::new() };
        let document = parse(source.to_owned(), Syntax::Text, &options);
        let (pairs, pair) = {
            let bitext = bitext(&document, &catalog, "ru");
            let unit = &bitext.units[0];
            let ack = Ack { reason: "Верно.".to_owned(), ..Ack::default() };
            (unit.pairs.clone(), acknowledged(&catalog, unit, ack).unwrap())
        };
        replace(&mut catalog, &pairs, pair);
        catalog
    }

    #[test]
    fn the_statement_records_what_the_source_was() {
        let old = Pair::new("Совет принял план работы.", "The board adopted a plan.", State::Final);
        let catalog =
            settled("Совет принял новый план работы.\n\nИ ещё.\n", Catalog { pairs: vec![old] });
        let pair = &catalog.pairs[0];
        assert_eq!(pair.source, "Совет принял новый план работы.");
        assert_eq!(pair.acks[0].from, "Совет принял план работы.");
        assert!(pair.is_sealed());
    }

    #[test]
    fn pairs_that_cover_one_sentence_become_one() {
        let pairs = vec![
            Pair::new("Совет принял план.", "The board adopted a plan.", State::Final),
            Pair::new("План большой.", "It is big.", State::Translated),
            Pair::new("Конец.", "The end.", State::Final),
        ];
        let catalog = settled("Совет принял план. План большой.\n", Catalog { pairs });
        assert!(catalog.pairs.iter().any(|pair| pair.target == "The end."));
        assert!(catalog.pairs.iter().all(Pair::is_sealed));
    }
}
