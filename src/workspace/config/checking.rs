//! `[check]`: severities by check, and by check for the articles that a pattern fits.

use std::collections::BTreeMap;
use std::sync::Arc;

use globset::{GlobBuilder, GlobMatcher};
use toml::Spanned;
use toml::de::DeValue;

use crate::catalog::{Table, WantedType, nearest_hint};
use crate::checks::LevelsOfPlace;
use crate::error::Result;
use crate::l10n::message;
use crate::model::Severity;

const SEVERITIES: [&str; 4] = ["error", "warning", "info", "off"];
/// The key of words that no check minds.
const ALLOWED: &str = "allowed";

type Severities = BTreeMap<String, Option<Severity>>;

/// What the table says.
#[derive(Default)]
pub struct Checking {
    pub everywhere: Severities,
    pub places: Vec<LevelsOfPlace>,
    pub allowed: Vec<String>,
}

impl Checking {
    /// Reads the table; `known` are the ids of checks.
    pub fn read(top: &Table<'_, '_>, known: &[&str]) -> Result<Self> {
        let mut checking = Self::default();
        let Some(table) = top.table("check", "[check]")? else { return Ok(checking) };
        let mut patterns = Vec::new();
        for (key, value) in table.entries {
            let id: &str = key.as_ref();
            if id == ALLOWED {
                let words = table.strings(ALLOWED)?.unwrap_or_default();
                checking.allowed = words.iter().map(|one| one.value.to_owned()).collect();
            } else if value.get_ref().is_table() && !known.contains(&id) {
                patterns.push((key.span().start, id));
            } else if known.contains(&id) {
                checking.everywhere.insert(id.to_owned(), severity(&table, id, value)?);
            } else {
                let names: Vec<&str> = known.iter().copied().chain([ALLOWED]).collect();
                table.refuse_unknown_keys(&names)?;
            }
        }
        // Of several patterns that fit an article, the one that stands last decides.
        patterns.sort_unstable();
        for (offset, pattern) in patterns {
            checking.places.push(place(&table, offset, pattern, known)?);
        }
        Ok(checking)
    }
}

/// The severities of the articles that a pattern fits.
fn place(
    table: &Table<'_, '_>,
    offset: usize,
    pattern: &str,
    known: &[&str],
) -> Result<LevelsOfPlace> {
    let Some(glob) = glob(pattern) else {
        let message = message!("error-glob", name = pattern);
        return Err(table.source.error(offset, message).hint(message!("hint-glob")));
    };
    let mut severities = Severities::new();
    if let Some(inner) = table.table(pattern, "[check]")? {
        inner.refuse_unknown_keys(known)?;
        for (key, value) in inner.entries {
            let id: &str = key.as_ref();
            severities.insert(id.to_owned(), severity(&inner, id, value)?);
        }
    }
    let fits = Arc::new(move |name: &str| {
        let folders = name.match_indices('/').map(|(at, _)| &name[..at]);
        glob.is_match(name) || folders.into_iter().any(|folder| glob.is_match(folder))
    });
    Ok(LevelsOfPlace { pattern: pattern.to_owned(), fits, severities })
}

fn glob(pattern: &str) -> Option<GlobMatcher> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build().ok()?;
    // A set says when a pattern is more than can be matched; a matcher alone doesn't.
    globset::GlobSet::builder().add(glob.clone()).build().ok()?;
    Some(glob.compile_matcher())
}

fn severity(
    table: &Table<'_, '_>,
    id: &str,
    value: &Spanned<DeValue<'_>>,
) -> Result<Option<Severity>> {
    match value.get_ref().as_str() {
        Some("off") => Ok(None),
        Some(name) => match Severity::by_name(name) {
            Some(severity) => Ok(Some(severity)),
            None => {
                let message = message!("error-severity", name = name);
                let hint = nearest_hint(name, &SEVERITIES);
                Err(table.source.error(value.span().start, message).hint(hint))
            }
        },
        None => Err(table
            .type_error(id, value, WantedType::String)
            .hint(message!("hint-known", names = SEVERITIES.join(", ")))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Config, TomlText};
    use crate::checks::CHECKS;
    use crate::error::testing::words;
    use crate::model::Severity;

    fn read(text: &str) -> Result<Config, String> {
        let ids: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
        Config::read(TomlText { path: "tolmach.toml", text }, &ids).map_err(|err| words(&err))
    }

    #[test]
    fn the_last_pattern_that_fits_decides() {
        let config = read(
            "[check]\nlength = \"info\"\nallowed = [\"4К\"]\n\n[check.\"z/**\"]\nlength = \"off\"\n\
             [check.\"z/new\"]\nlength = \"error\"\n",
        );
        let levels = config.unwrap().levels();
        let check = CHECKS.iter().find(|check| check.id == "length").unwrap();
        let of = |id: &str, path: &str| levels.of_article(check, [id, path]);
        assert_eq!(of("a", "a/ru.md"), Some(Severity::Info));
        assert_eq!(of("z/old", "x"), None);
        assert_eq!(of("z/new/one", "x"), Some(Severity::Error));
        assert_eq!(of("x", "z/old/ru.md"), None);
        assert_eq!(levels.allowed, ["4К"]);
    }

    #[test]
    fn faults_name_their_place() {
        let first = |text: &str| read(text).unwrap_err().lines().take(2).collect::<String>();
        assert!(first("[check]\nlenght = \"off\"\n").contains("tolmach.toml:2:1"));
        assert!(first("[check.\"a/**\"]\nlenght = \"off\"\n").contains("tolmach.toml:2:1"));
        assert!(first("[check.\"a/**\"]\nlength = \"of\"\n").contains("tolmach.toml:2:10"));
        assert!(first("[check.\"a/[\"]\nlength = \"off\"\n").contains("tolmach.toml:1:"));
        assert!(first("[check]\nlength = 5\n").contains("tolmach.toml:2:10"));
    }
}
