//! Figures that changed places: each is there, and counts what another one counts in the source.
//!
//! Only where the figures stand in another order than in the source, as after an exchange they do; what each
//! counts is told by the everyday translations of the words behind it and around it.

use super::Languages;
use crate::align::share_a_meaning;
use crate::text::numbers::{Number, NumberKind};
use crate::text::readings::Readings;

/// A figure of a text with its words.
struct Figure {
    value: String,
    written: String,
    /// What it counts: the words right behind it.
    after: Vec<String>,
    /// The words between it and the figures beside it.
    around: Vec<String>,
}

/// Words behind a figure that may name what it counts.
const BEHIND: usize = 2;
/// Letters of the shortest word that names something.
const SHORTEST: usize = 3;

/// Two figures of the source, and what the translation has in their places.
pub fn exchanged(
    source: &str,
    target: &str,
    languages: Languages<'_>,
    readings: &Readings,
) -> Option<[String; 2]> {
    if (languages.source, languages.target) != ("ru", "en") {
        return None;
    }
    // Most texts have no two figures, and bytes tell.
    if [source, target].into_iter().any(|text| runs(text) < 2) {
        return None;
    }
    let (old, new) = (counted(source, "ru", readings), counted(target, "en", readings));
    if old.len() < 2 || old.len() != new.len() || !is_permuted(&old, &new) {
        return None;
    }
    let (ours, theirs) = (figures(source, &old), figures(target, &new));
    // Where years and amounts take turns, the years tell.
    let turned = match (of_years(&ours), of_years(&theirs)) {
        (Some(old), Some(new)) => by_year(&old, &new, &ours)?,
        _ => by_words(&ours, &theirs)?,
    };
    let [one, other] = turned.map(|at| ours[at].written.clone());
    Some([format!("{one}, {other}"), format!("{other}, {one}")])
}

/// How many runs of digits a text has.
fn runs(text: &str) -> usize {
    let bytes = text.as_bytes();
    let starts = (0..bytes.len())
        .filter(|at| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[*at - 1].is_ascii_digit()));
    starts.count()
}

/// Whether both texts have the same figures, each once, and in another order.
fn is_permuted(ours: &[Number], theirs: &[Number]) -> bool {
    let [mut old, mut new] = [ours, theirs]
        .map(|all| -> Vec<&str> { all.iter().map(|number| number.value.as_str()).collect() });
    let is_moved = old != new;
    old.sort_unstable();
    new.sort_unstable();
    let is_once = old.windows(2).all(|two| two[0] != two[1]);
    is_moved && is_once && old == new
}

/// The numbers in figures that count something.
fn counted(text: &str, language: &str, readings: &Readings) -> Vec<Number> {
    let mut found = readings.values(text, language).numbers.clone();
    found.retain(|number| {
        !matches!(number.kind, NumberKind::Spelled | NumberKind::Roman | NumberKind::Time)
    });
    found
}

/// The numbers found in a text, with the words around them.
fn figures(text: &str, found: &[Number]) -> Vec<Figure> {
    let mut all = Vec::new();
    for (at, number) in found.iter().enumerate() {
        let end = found.get(at + 1).map_or(text.len(), |next| next.span.start);
        let start = at.checked_sub(1).map_or(0, |before| found[before].span.end);
        let between = text.get(number.span.end..end).unwrap_or_default();
        let near = between.split(['.', ';', ':', '(', '—', '–']).next().unwrap_or_default();
        let mut after = words(near);
        after.truncate(BEHIND);
        let mut around = after.clone();
        if number.kind == NumberKind::Percent {
            after = vec!["%".to_owned()];
        }
        let before = text.get(start..number.span.start).unwrap_or_default();
        let clause = before.rsplit([',', ';', '.', '(']).next().unwrap_or_default();
        around.extend(words(clause));
        let (value, written) = (number.value.clone(), text[number.span.range()].to_owned());
        all.push(Figure { value, written, after, around });
    }
    all
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| word.chars().count() >= SHORTEST).map(str::to_lowercase).collect()
}

/// Amounts of two years that took each other's place.
fn by_year(old: &[YearAmount<'_>], new: &[YearAmount<'_>], ours: &[Figure]) -> Option<[usize; 2]> {
    for (at, one) in old.iter().enumerate() {
        for other in &old[at + 1..] {
            let is_turned = new.contains(&YearAmount { year: one.year, amount: other.amount })
                && new.contains(&YearAmount { year: other.year, amount: one.amount });
            if is_turned {
                let place = |amount: &str| ours.iter().position(|figure| figure.value == amount);
                return Some([place(one.amount)?, place(other.amount)?]);
            }
        }
    }
    None
}

#[derive(PartialEq, Eq)]
struct YearAmount<'a> {
    year: &'a str,
    amount: &'a str,
}

/// The amount beside each year, where years and amounts take turns all along.
fn of_years(figures: &[Figure]) -> Option<Vec<YearAmount<'_>>> {
    let mut all = Vec::new();
    for two in figures.chunks(2) {
        let [one, other] = two else { return None };
        let (year, amount) = match (is_year(&one.value), is_year(&other.value)) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            _ => return None,
        };
        all.push(YearAmount { year: &year.value, amount: &amount.value });
    }
    Some(all)
}

fn is_year(value: &str) -> bool {
    value.len() == 4 && (value.starts_with("19") || value.starts_with("20"))
}

/// Two figures of which each counts in the translation what the other counts in the source.
fn by_words(ours: &[Figure], theirs: &[Figure]) -> Option<[usize; 2]> {
    for (at, one) in ours.iter().enumerate() {
        for (next, other) in ours.iter().enumerate().skip(at + 1) {
            let find = |value: &str| theirs.iter().find(|figure| figure.value == value);
            let (Some(first), Some(second)) = (find(&one.value), find(&other.value)) else {
                continue;
            };
            let counted = Crossing {
                own: [meet(&one.after, &first.after), meet(&other.after, &second.after)],
                cross: [meet(&one.after, &second.after), meet(&other.after, &first.after)],
            };
            // The second of two counts often does without its word.
            let is_alone = counted.cross[0] && other.after.is_empty() && first.after.is_empty()
                || counted.cross[1] && one.after.is_empty() && second.after.is_empty();
            if counted.is_turned() || is_alone && counted.own == [false, false] {
                return Some([at, next]);
            }
            let around = Crossing {
                own: [meet(&one.around, &first.around), meet(&other.around, &second.around)],
                cross: [meet(&one.around, &second.around), meet(&other.around, &first.around)],
            };
            if around.is_turned() {
                return Some([at, next]);
            }
        }
    }
    None
}

/// Whether the words of two figures meet in their own places, and in each other's.
struct Crossing {
    own: [bool; 2],
    cross: [bool; 2],
}

impl Crossing {
    fn is_turned(&self) -> bool {
        self.own == [false, false] && self.cross == [true, true]
    }
}

fn meet(russian: &[String], english: &[String]) -> bool {
    russian
        .iter()
        .any(|word| english.iter().any(|other| word == other || share_a_meaning(word, other)))
}

#[cfg(test)]
mod tests {
    use super::{Languages, exchanged};
    use crate::text::readings::Readings;

    fn found(source: &str, target: &str) -> String {
        let languages = Languages::new("ru", "en");
        exchanged(source, target, languages, &Readings::default())
            .map(|pair| pair.join(" → "))
            .unwrap_or_default()
    }

    #[test]
    fn figures_count_what_they_count_in_the_source() {
        let source = "Пришло 12 писем и 30 гостей.";
        assert_eq!(found(source, "There came 30 letters and 12 guests."), "12, 30 → 30, 12");
        assert_eq!(found(source, "There came 30 guests and 12 letters."), "");
        assert_eq!(found(source, "There came 12 letters and 30 guests."), "");
    }

    #[test]
    fn amounts_stand_with_their_years() {
        let source = "Завод сделал 40 машин в 2022 году и 55 — в 2023 году.";
        assert_ne!(found(source, "The plant made 55 cars in 2022 and 40 in 2023."), "");
        assert_eq!(found(source, "The plant made 55 cars in 2023 and 40 in 2022."), "");
    }

    #[test]
    fn votes_stand_on_their_sides() {
        let source = "Закон приняли 27 голосами против 14.";
        assert_ne!(found(source, "The law was passed by 14 votes to 27."), "");
        assert_eq!(found(source, "The law was passed by 27 votes to 14."), "");
        assert_eq!(found(source, "With 14 against, the law got 27 votes."), "");
    }

    #[test]
    fn what_stands_before_a_figure_tells_it_apart() {
        let source = "Ночью было −27 градусов, а днём воздух прогрелся до −19.";
        let turned = "At night it was −19 degrees, and by day the air warmed to −27.";
        assert_ne!(found(source, turned), "");
        let moved = "By day the air warmed to −19, and at night it was −27 degrees.";
        assert_eq!(found(source, moved), "");
    }
}
