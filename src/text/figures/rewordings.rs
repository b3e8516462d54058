//! Values that one language says in words of its own: "New Year's Eve" for «31 декабря», "24/7" for «круглосуточно».

use std::sync::LazyLock;

use crate::text::vocabulary::plain;

/// A way to say something in both languages, and the values that either may or may not name.
struct Rewording {
    russian: Vec<&'static str>,
    english: Vec<&'static str>,
    values: Vec<&'static str>,
}

static REWORDINGS: LazyLock<Vec<Rewording>> = LazyLock::new(|| {
    let text: &'static str = include_str!("rewordings.txt");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(read).collect()
});

fn read(line: &'static str) -> Option<Rewording> {
    let mut columns = line.split(" | ");
    Some(Rewording {
        russian: columns.next()?.split(", ").collect(),
        english: columns.next()?.split(", ").collect(),
        values: columns.next()?.split(' ').collect(),
    })
}

/// What is no fault between two texts, since the one says in words what the other says in figures.
#[derive(Debug, Default)]
pub struct Said(Vec<&'static str>);

impl Said {
    /// What a Russian text and its English translation say in ways of their own.
    pub fn of(russian: &str, english: &str) -> Self {
        let (russian, english) = (plain(russian), plain(english));
        let mut values = Vec::new();
        for one in REWORDINGS.iter() {
            if one.russian.iter().any(|part| begins_in(&russian, part))
                && one.english.iter().any(|part| begins_in(&english, part))
            {
                values.extend(&one.values);
            }
        }
        Self(values)
    }

    /// Whether this value, or month `m5`, is said by other words.
    pub fn holds(&self, value: &str) -> bool {
        self.0.contains(&value)
    }

    /// Whether any score of two equal numbers is said by other words.
    pub fn holds_draws(&self) -> bool {
        self.0.contains(&"=")
    }
}

/// How texts name a year by the one they are written in.
const YEARS: [(&str, &[&str]); 2] = [
    (
        "ru",
        &[
            "прошлого года",
            "прошлом году",
            "прошлый год",
            "минувшего года",
            "минувшем году",
            "этого года",
            "этом году",
            "текущего года",
            "текущем году",
            "нынешнего года",
            "нынешнем году",
            "следующего года",
            "следующем году",
            "будущего года",
            "будущем году",
            "того же года",
            "том же году",
            "год назад",
            "годом ранее",
            "годом раньше",
        ],
    ),
    (
        "en",
        &[
            "last year",
            "this year",
            "next year",
            "that year",
            "same year",
            "a year ago",
            "a year earlier",
            "year before",
            "following year",
            "year later",
        ],
    ),
];

/// Whether a text names a year without its figures.
pub fn names_a_year(text: &str, language: &str) -> bool {
    let words = YEARS.iter().find(|(own, _)| *own == language).map(|(_, words)| *words);
    let text = plain(text);
    words.is_some_and(|words| words.iter().any(|word| text.contains(word)))
}

/// Whether a value can be a year of our days.
pub fn is_year(value: &str) -> bool {
    value.len() == 4 && (value.starts_with("19") || value.starts_with("20"))
}

/// Whether a word of the text begins here and goes on with these words.
fn begins_in(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{REWORDINGS, Said, is_year, names_a_year};

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("rewordings.txt").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), REWORDINGS.len());
    }

    #[test]
    fn a_year_is_named_without_its_figures() {
        assert!(names_a_year("Profit fell last year.", "en") && is_year("2023"));
        assert!(!names_a_year("Profit fell.", "en") && !is_year("2323"));
        assert!(names_a_year("В прошлом году прибыль упала.", "ru"));
    }

    #[test]
    fn a_value_is_said_only_where_both_texts_say_it() {
        let said = Said::of("Магазин работает круглосуточно.", "The shop is open 24/7.");
        assert!(said.holds("24") && said.holds("7") && !said.holds("5"));
        assert!(!Said::of("Магазин открыт.", "The shop is open 24/7.").holds("24"));
        assert!(Said::of("Матч завершился вничью.", "The match ended 0-0.").holds_draws());
        assert!(!Said::of("Матч завершился победой.", "The match ended 0-0.").holds_draws());
    }
}
