//! Texts that must not leave the house before their time: `embargo` in the front matter.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::authorship::now;
use super::{Article, Workspace};
use crate::error::Result;

impl Workspace {
    /// Until when the article is under embargo, as it is written there; what can't be read holds for ever.
    pub fn embargo(&self, article: &Article) -> Result<Option<String>> {
        Ok(embargo_of(&self.text(&article.source)?.text))
    }
}

/// Until when a text with such front matter is under embargo.
pub fn embargo_of(text: &str) -> Option<String> {
    value(text).filter(|value| !is_over(value, &now()))
}

/// Whether a text speaks of an embargo, be it over or not.
pub fn names_embargo(text: &str) -> bool {
    value(text).is_some()
}

/// The end of an embargo as a moment of universal time; nothing where it can't be read.
pub fn end(value: &str) -> Option<Timestamp> {
    if let Ok(moment) = value.parse::<Timestamp>() {
        return Some(moment);
    }
    let moment = value.parse::<DateTime>().or_else(|_| value.parse::<Date>().map(DateTime::from));
    let moment = moment.ok()?.to_zoned_datetime(TimeZone::system()).ok()?;
    Some(moment.timestamp())
}

/// What the front matter says of an embargo.
fn value(text: &str) -> Option<String> {
    let mut lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines();
    let fence = lines.next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++"))?;
    for line in lines.take_while(|line| line.trim_end() != fence) {
        let Some((key, value)) = line.split_once([':', '=']) else { continue };
        if key.trim().trim_matches(['"', '\'']).eq_ignore_ascii_case("embargo") {
            let value = value.split(" #").next().unwrap_or_default();
            return Some(value.trim().trim_matches(['"', '\'']).to_owned());
        }
    }
    None
}

/// Whether the time is past.
fn is_over(value: &str, now: &ZonedDateTime) -> bool {
    if matches!(value, "false" | "no" | "null" | "~" | "") {
        return true;
    }
    end(value).is_some_and(|moment| moment <= now.timestamp())
}

#[cfg(test)]
mod tests {
    use super::{is_over, value};

    #[test]
    fn an_embargo_is_found_in_either_front_matter() {
        assert_eq!(
            value("---\ntitle: a\nembargo: 2026-01-31 # noon\n---\n").as_deref(),
            Some("2026-01-31")
        );
        assert_eq!(
            value("+++\nembargo = \"2026-01-31T12:00\"\n+++\n").as_deref(),
            Some("2026-01-31T12:00")
        );
        assert_eq!(value("embargo: 2026-01-31\n"), None);
        assert_eq!(value("---\ntitle: a\n---\nembargo: 5\n"), None);
    }

    #[test]
    fn what_cannot_be_read_holds() {
        let now = "2026-02-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap();
        let now = now.to_zoned_datetime(jiff::tz::TimeZone::UTC);
        for value in ["2026-01-31T12:00:00Z", "2026-01-30", "false", ""] {
            assert!(is_over(value, &now), "{value}");
        }
        for value in ["2026-02-03", "2026-02-01T00:00:01Z", "true", "soon", "31.01.2026"] {
            assert!(!is_over(value, &now), "{value}");
        }
    }
}
