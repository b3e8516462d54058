//! Parts of a report: what one of several machines found, and all of it put together.
//!
//! In every format but GitLab's, a part carries what it was made of, so that any format can be made of it.
//! What is put together is, byte for byte, what one machine would have written.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};

use serde::Deserialize;

use super::json::wire_checked;
use super::unwire::{UnwiredFinding, finding};
use super::{Checked, Failing};
use crate::checks::{CHECKS, Levels};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Danger, Finding, Location, Severity};
use crate::report::Screen;

/// What stands before the data of a part in formats that have no place for them.
const MARK: &str = "tolmach:shard ";

/// Writes the data of a part on a line of its own, between what hides it; nothing for a whole.
pub fn write_hidden(
    checked: &Checked,
    screen: &Screen<'_>,
    hiding: [&str; 2],
    out: &mut dyn Write,
) -> io::Result<()> {
    if checked.part.is_none() {
        return Ok(());
    }
    let mut data = serde_json::to_string(&wire_checked(checked, screen))?;
    // What ends a comment or begins an escape stands in strings only, where JSON can spell it.
    for c in ['-', '<', '>', '&', '%'] {
        data = data.replace(c, &format!("\\u{:04x}", u32::from(c)));
    }
    writeln!(out, "{}{MARK}{data}{}", hiding[0], hiding[1])
}

/// A part as read again.
#[derive(Deserialize)]
struct Data {
    findings: Vec<UnwiredFinding>,
    shard: Shard,
}

#[derive(Deserialize)]
struct Shard {
    made_by: String,
    number: usize,
    of: usize,
    state: String,
    language: String,
    time: String,
    fail_on: String,
    fail_on_change: Option<String>,
    off: BTreeSet<String>,
    failures: usize,
    articles: Vec<Placed>,
}

#[derive(Deserialize)]
struct Placed {
    place: usize,
    article: String,
    target: String,
}

/// A whole report, put together from parts.
pub struct Whole {
    pub checked: Checked,
    /// The language that the parts speak.
    pub language: String,
    /// Articles that could not be looked at.
    pub failures: usize,
}

/// A file that may hold a part, with the name to call it by.
pub struct PartFile {
    pub text: String,
    pub path: String,
}

/// Puts the parts together; all of them must be there, and of one call.
pub fn merged(files: &[PartFile]) -> Result<Whole> {
    let mut parts = BTreeMap::new();
    for file in files {
        let data = read(file)?;
        if data.shard.made_by != env!("CARGO_PKG_VERSION") {
            let message = message!("error-part-version", version = &data.shard.made_by);
            return Err(Error::new(message).at(Location::file(&file.path)));
        }
        let number = data.shard.number;
        if parts.insert(number, (file, data)).is_some() {
            let message = message!("error-part-twice", number = number);
            return Err(Error::new(message).at(Location::file(&file.path)));
        }
    }
    let Some((_, (_, first))) = parts.first_key_value() else {
        let path = files.first().map(|file| file.path.as_str()).unwrap_or_default();
        return Err(foreign(path));
    };
    let of = first.shard.of;
    if let Some((file, _)) = parts.values().find(|(_, part)| !part.shard.fits(&first.shard)) {
        return Err(Error::new(message!("error-part-other")).at(Location::file(&file.path)));
    }
    if let Some((file, _)) = parts.values().find(|(_, part)| part.shard.state != first.shard.state)
    {
        return Err(Error::new(message!("error-part-state"))
            .at(Location::file(&file.path))
            .hint(message!("hint-part-state")));
    }
    if let Some(missing) = (1..=of).find(|number| !parts.contains_key(number)) {
        return Err(Error::new(message!("error-part-missing", number = missing, of = of))
            .hint(message!("hint-part-missing", number = missing, of = of)));
    }
    together(parts.into_values().map(|(file, data)| (file.path.as_str(), data)).collect())
}

impl Shard {
    /// Whether both are parts of one call.
    fn fits(&self, other: &Self) -> bool {
        let call = |one: &Self| {
            let failing = (one.fail_on.clone(), one.fail_on_change.clone());
            (one.of, one.language.clone(), failing, one.off.clone())
        };
        call(self) == call(other)
    }
}

/// The parts as one, the articles in the order that one machine has them in.
fn together(parts: Vec<(&str, Data)>) -> Result<Whole> {
    let Some((path, first)) = parts.first() else { return Err(foreign("")) };
    let failing = failing(&first.shard).ok_or_else(|| foreign(path))?;
    let levels: Levels = first.shard.off.iter().map(|id| (id.clone(), None)).collect();
    let language = first.shard.language.clone();
    let time = parts.iter().map(|(_, part)| part.shard.time.clone()).min().unwrap_or_default();
    let failures = parts.iter().map(|(_, part)| part.shard.failures).sum();
    let (mut articles, mut findings) = (Vec::new(), Vec::new());
    for (path, part) in parts {
        let mut places = HashMap::new();
        for Placed { place, article, target } in part.shard.articles {
            places.insert((article.clone(), target.clone()), place);
            articles.push((place, (article, target)));
        }
        for found in part.findings {
            let finding: Finding = finding(found).ok_or_else(|| foreign(path))?;
            let key = (finding.article.clone(), finding.target.clone());
            // What belongs to no article comes last.
            findings.push((places.get(&key).copied().unwrap_or(usize::MAX), finding));
        }
    }
    articles.sort_by_key(|(place, _)| *place);
    findings.sort_by_key(|(place, _)| *place);
    let checked = Checked {
        checks: CHECKS,
        findings: findings.into_iter().map(|(_, finding)| finding).collect(),
        articles: articles.into_iter().map(|(_, article)| article).collect(),
        levels,
        failing,
        // Whoever parts a check has articles; where none was checked, none was in question.
        known: 0,
        is_narrowed: true,
        time,
        part: None,
    };
    Ok(Whole { checked, language, failures })
}

fn failing(shard: &Shard) -> Option<Failing> {
    let by_name = |name: &str| Danger::ALL.into_iter().find(|one| one.name() == name);
    let danger = match &shard.fail_on_change {
        Some(name) => Some(by_name(name)?),
        None => None,
    };
    Some(Failing { severity: Severity::by_name(&shard.fail_on)?, danger })
}

/// The part in a file.
fn read(file: &PartFile) -> Result<Data> {
    let text = file.text.trim();
    if text.starts_with('[') {
        return Err(Error::new(message!("error-part-gitlab"))
            .at(Location::file(&file.path))
            .hint(message!("hint-part-foreign")));
    }
    let held = if text.starts_with('{') { in_json(text) } else { in_lines(text) };
    held.ok_or_else(|| foreign(&file.path))
}

fn in_json(text: &str) -> Option<Data> {
    let mut value: serde_json::Value = serde_json::from_str(text).ok()?;
    if let Some(held) = value.pointer_mut("/runs/0/properties/tolmach~1shard") {
        return serde_json::from_value(held.take()).ok();
    }
    serde_json::from_value(value).ok()
}

fn in_lines(text: &str) -> Option<Data> {
    let data = text.lines().rev().find_map(|line| Some(line.split_once(MARK)?.1))?;
    serde_json::Deserializer::from_str(data).into_iter().next()?.ok()
}

fn foreign(path: &str) -> Error {
    Error::new(message!("error-part-foreign"))
        .at(Location::file(path))
        .hint(message!("hint-part-foreign"))
}
