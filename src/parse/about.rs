//! What the front matter says about an article as a whole: who wrote it, when, what it shows.

use super::front;
use super::lines::lines;
use crate::model::Span;

/// The facts of a page's head, as written; empty where nothing is said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    pub authors: Vec<String>,
    pub description: Option<String>,
    pub image: Option<String>,
    pub date: Option<When>,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub year: u32,
    pub month: u32,
    pub day: u32,
}

const AUTHORS: [&str; 4] = ["author", "authors", "byline", "author.name"];
const DESCRIPTIONS: [&str; 2] = ["description", "summary"];
const IMAGES: [&str; 3] = ["image", "cover", "og_image"];
const DATES: [&str; 6] = ["date", "published", "publishDate", "pubDate", "published_at", "created"];

/// Reads the front matter of `text`, if it has one.
pub fn about(text: &str) -> About {
    let names: Vec<String> =
        [&AUTHORS[..], &DESCRIPTIONS, &IMAGES].concat().into_iter().map(str::to_owned).collect();
    let mut about = About::default();
    for (name, value) in front::named(text, &names) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        match name {
            _ if value.is_empty() => {}
            name if AUTHORS.contains(&name) => about.authors.push(value),
            name if DESCRIPTIONS.contains(&name) => {
                about.description.get_or_insert(value);
            }
            _ => _ = about.image.get_or_insert(value),
        }
    }
    about.date = date(&text[front::matter_span(text).range()]);
    about
}

/// The first date that a top key of the front matter gives.
fn date(matter: &str) -> Option<When> {
    for line in lines(matter, Span::new(0, matter.len())) {
        let line = &matter[line.range()];
        let Some((key, value)) = line.split_once([':', '=']) else { continue };
        if DATES.contains(&key.trim_end()) {
            let value = value.trim().trim_matches(['"', '\'']);
            return When::read(value);
        }
    }
    None
}

impl When {
    /// Reads `2024-12-23` with or without a time behind it, or `23.12.2024`.
    fn read(text: &str) -> Option<Self> {
        let day = text.get(..10).unwrap_or(text);
        let turned = |[day, month, year]: [u32; 3]| [year, month, day];
        let [year, month, day] = parts(day, '-').or_else(|| parts(day, '.').map(turned))?;
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day) && year >= 1000;
        is_day.then_some(Self { year, month, day })
    }

    /// The date in the form of ISO 8601.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn parts(day: &str, sign: char) -> Option<[u32; 3]> {
    let mut numbers = day.splitn(3, sign).map(|part| part.parse().ok());
    Some([numbers.next()??, numbers.next()??, numbers.next()??])
}

#[cfg(test)]
mod tests {
    use super::{When, about};

    #[test]
    fn authors_date_and_description_are_read_from_either_form() {
        let yaml = "---\ntitle: А\nauthor: Анна Ковальчук\ndate: 2024-12-23T10:00:00+03:00\n\
                    description: \"О \\\"том\\\"\"\nimage: /a.jpg\n---\n\nТекст.\n";
        let found = about(yaml);
        assert_eq!(found.authors, ["Анна Ковальчук"]);
        assert_eq!(found.date, Some(When { year: 2024, month: 12, day: 23 }));
        assert_eq!(found.description.as_deref(), Some("О \"том\""));
        assert_eq!(found.image.as_deref(), Some("/a.jpg"));
        let toml = "+++\ndate = 2024-02-03\nauthors = [\"А. Б.\", \"В. Г.\"]\n+++\n";
        assert_eq!(about(toml).authors, ["А. Б.", "В. Г."]);
        assert_eq!(about(toml).date.map(When::iso).as_deref(), Some("2024-02-03"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in ["yesterday", "2024-13-01", "2024-12-40", "12", "", "декабрь 2024", "1.2.3"]
        {
            assert_eq!(about(&format!("---\ndate: {value}\n---\n")).date, None, "{value}");
        }
        assert_eq!(about("date: 2024-12-23\n"), about(""));
    }
}
