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

/// What an embargo is told with that names no time.
const TIMELESS: &str = "none";

/// Until when a text with such front matter is under embargo.
pub fn embargo_of(text: &str) -> Option<String> {
    let now = now();
    let value = values(text).into_iter().find(|value| !is_over(value, &now))?;
    Some(if value.is_empty() { TIMELESS.to_owned() } else { value })
}

/// Whether a text speaks of an embargo, be it over or not.
pub fn names_embargo(text: &str) -> bool {
    !values(text).is_empty()
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

/// What the front matter says of embargoes, wherever in it that stands.
fn values(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines =
        text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).map(str::trim_end);
    let Some(fence) = lines.next().filter(|line| matches!(*line, "---" | "+++")) else {
        return Vec::new();
    };
    let is_end = |line: &str| line == fence || fence == "---" && line == "...";
    let inner: Vec<String> = lines.take_while(|line| !is_end(line)).map(plain).collect();
    let mut found = Vec::new();
    for (at, line) in inner.iter().enumerate() {
        let next = inner.get(at + 1).map(String::as_str).unwrap_or_default();
        for value in behind_keys(line) {
            // What stands in the lines below it is more than a time.
            let is_more = value.is_empty() && (is_below(next, line) || is_open(line));
            found.push(if is_more { next.trim().to_owned() } else { value });
        }
        found.extend(apart(line, next));
    }
    found
}

/// A line without escapes and without what says of a key only its type or its anchor.
fn plain(line: &str) -> String {
    let line = unescaped(line);
    let indent = line.len() - line.trim_start().len();
    let mut rest = line.trim_start();
    while let Some((first, behind)) = rest.split_once(char::is_whitespace)
        && first.starts_with(['!', '&'])
    {
        rest = behind.trim_start();
    }
    format!("{}{rest}", &line[..indent])
}

/// A line with the letters that its escapes stand for.
fn unescaped(line: &str) -> String {
    let mut parts = line.split('\\');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = match part.chars().next() {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let code = part.get(1..=digits).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match code.and_then(char::from_u32) {
            Some(c) => {
                whole.push(c);
                whole.push_str(&part[1 + digits..]);
            }
            None => {
                whole.push('\\');
                whole.push_str(part);
            }
        }
    }
    whole
}

/// Whether a text that goes on in the next lines begins at the end of a line.
fn is_open(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with("\"\"\"") || line.ends_with("'''")
}

/// What an `embargo` says that is a key of its own line, or that an anchor makes a key elsewhere.
fn apart(line: &str, next: &str) -> Option<String> {
    let is_word = |word: &str| word.trim_matches(['"', '\'']).eq_ignore_ascii_case("embargo");
    let asked = line.trim_start().trim_start_matches("- ").strip_prefix('?');
    if asked.is_some_and(|key| key.split_whitespace().last().is_some_and(is_word)) {
        return Some(next.trim().trim_start_matches(':').trim().to_owned());
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_anchored =
        |pair: &[&str]| pair[0].len() > 1 && pair[0].starts_with('&') && is_word(pair[1]);
    words.windows(2).any(is_anchored).then(|| words.join(" "))
}

/// So much of a value is looked at; no time is longer.
const LONGEST: usize = 100;
/// What a key may stand behind.
const OPENING: [char; 10] = ['{', ',', '[', '-', '?', '.', '"', '\'', ':', '='];

/// A quotation mark and where it stands.
struct Opened {
    mark: char,
    at: usize,
}

/// What stands behind each `embargo` that is a key in a line.
fn behind_keys(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut quote, mut last): (Option<Opened>, Option<char>) = (None, None);
    // Letters that only differ in case have one length here.
    let lower = line.to_ascii_lowercase();
    for (at, c) in line.char_indices() {
        let opens = last.is_none_or(|last| OPENING.contains(&last));
        let key = lower[at..].strip_prefix("embargo");
        let rest = match &quote {
            Some(opened) if opened.mark == c => {
                quote = None;
                None
            }
            // Within quotation marks the word is a key where nothing else is.
            Some(opened) if opened.at + 1 == at => {
                key.and_then(|rest| rest.strip_prefix(opened.mark))
            }
            Some(_) => None,
            None if opens && matches!(c, '"' | '\'') => {
                quote = Some(Opened { mark: c, at });
                None
            }
            None => key.filter(|_| opens),
        };
        if let Some(rest) = rest.filter(|rest| is_key(rest, line)) {
            found.push(value(line, rest.len()));
        }
        last = Some(c).filter(|c| !c.is_whitespace()).or(last);
    }
    found
}

/// Whether what follows makes it a key of this line, or the name of a table.
fn is_key(rest: &str, line: &str) -> bool {
    let rest = rest.trim_start();
    let is_dotted =
        || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    rest.starts_with([':', '='])
        || rest.starts_with(']') && line.trim_start().starts_with('[')
        || is_dotted() && line.contains('=')
}

/// The value behind a key, of which so many bytes of the line are left.
fn value(line: &str, left: usize) -> String {
    let (before, rest) = line.split_at(line.len() - left);
    let rest = rest.trim_start();
    // A table holds more than a time.
    let rest: String =
        rest.strip_prefix([':', '=']).unwrap_or(rest).chars().take(LONGEST).collect();
    let value = rest.split(" #").next().unwrap_or_default();
    let is_listed = before.contains('{');
    let value = if is_listed { value.split([',', '}']).next().unwrap_or_default() } else { value };
    value.trim().trim_matches(['"', '\'']).to_owned()
}

/// Whether a line stands below another as part of its value.
fn is_below(next: &str, line: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    indent(next) > indent(line) || next.trim_start().starts_with("- ")
}

/// Whether the time is past; a value that is left out may yet be meant to follow, so it holds.
fn is_over(value: &str, now: &ZonedDateTime) -> bool {
    if matches!(value, "false" | "no" | "null" | "~") {
        return true;
    }
    end(value).is_some_and(|moment| moment <= now.timestamp())
}

#[cfg(test)]
mod tests {
    use super::{is_over, values};

    #[test]
    fn an_embargo_is_found_in_either_front_matter() {
        let value = |text: &str| values(text).pop();
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
    fn an_embargo_holds_however_it_is_written() {
        let now = "2026-02-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap();
        let now = now.to_zoned_datetime(jiff::tz::TimeZone::UTC);
        let holds = |text: &str| values(text).iter().any(|value| !is_over(value, &now));
        for matter in [
            "---\nembargo:\n---\n",
            "---\nembargo:\ntitle: a\n---\n",
            "---\nembargo: # after the session\n---\n",
            "+++\nembargo = \"\"\n+++\n",
            "---\nembargo:\n  - 2001-01-01\n  - 2099-01-01\n---\n",
            "---\nembargo:\n- 2001-01-01\n---\n",
            "---\nembargo:\n  until: 2099-01-01\n---\n",
            "---\nembargo: |\n  2001-01-01\n---\n",
            "---\nembargo: [2001-01-01]\n---\n",
            "---\nembargo: 2001-01-01, perhaps\n---\n",
            "---\n? embargo\n: 2099-01-01\n---\n",
            "---\n? !!str \"embargo\"\n: 2099-01-01\n---\n",
            "---\n!!str embargo: 2099-01-01\n---\n",
            "---\nextra:\n  &key 'embargo': 2099-01-01\n---\n",
            "---\n\"\\u0065mbargo\": 2099-01-01\n---\n",
            "---\n\"emb\\x61rgo\": 2099-01-01\n---\n",
            "---\nname: &key embargo\n*key : 2099-01-01\n---\n",
            "+++\nembargo = \"\"\"\n2099-01-01\"\"\"\n+++\n",
            "+++\nembargo = '''\n2099-01-01\n'''\n+++\n",
            "+++\n\"\\U00000065mbargo\" = 2099-01-01\n+++\n",
            "---\nextra: {embargo: 2099-01-01}\n---\n",
            "---\nextra: {a: 1, 'embargo': 2099-01-01, b: 2}\n---\n",
            "---\nextra:\n  embargo: 2099-01-01\n---\n",
            "---\n{title: x, embargo: 2099-01-01}\n---\n",
            "---\nembargo: 2001-01-01\nembargo: 2099-01-01\n---\n",
            "---\r\nEmbargo : 2099-01-01\r\n---\r\n",
            "---\rembargo: 2099-01-01\r---\r",
            "+++\nextra.embargo = 2099-01-01\n+++\n",
            "+++\nextra = {embargo = 2099-01-01}\n+++\n",
            "+++\n[extra]\n\"embargo\" = 2099-01-01\n+++\n",
            "+++\n[embargo]\nuntil = 2099-01-01\n+++\n",
            "+++\nembargo.until = 2099-01-01\n+++\n",
        ] {
            assert!(holds(matter), "{matter}");
        }
        for matter in [
            "---\nembargo: 2001-01-01\n---\n",
            "---\nembargo: null\ntitle: a\n---\n",
            "---\nembargo: ~\n---\n",
            "---\n? embargo\n: 2001-01-01\n---\n",
            "---\n!!str embargo: 2001-01-01\n---\n",
            "---\n\"\\u0065mbargo\": 2001-01-01\n---\n",
            "---\ntitle: \"Oil \\u0026 embargo \\\\ \\u00\"\n---\n",
            "---\nextra: {embargo: 2001-01-01, b: 2}\n---\n",
            "---\ntitle: \"Oil, embargo: what comes next\"\n---\n",
            "---\ntitle: Oil embargo, what comes next\nembargoed: yes\n---\n",
            "---\ntags: [oil, embargo]\n---\n",
            "+++\nextra = {embargo = 2001-01-01}\n+++\n",
        ] {
            assert!(!holds(matter), "{matter}");
        }
    }

    #[test]
    fn what_cannot_be_read_holds() {
        let now = "2026-02-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap();
        let now = now.to_zoned_datetime(jiff::tz::TimeZone::UTC);
        for value in ["2026-01-31T12:00:00Z", "2026-01-30", "false", "no", "null", "~"] {
            assert!(is_over(value, &now), "{value}");
        }
        for value in ["2026-02-03", "2026-02-01T00:00:01Z", "true", "soon", "31.01.2026", ""] {
            assert!(!is_over(value, &now), "{value}");
        }
    }
}
