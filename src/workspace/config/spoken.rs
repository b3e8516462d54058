//! The languages of a workspace: of its sources, and those translated into.

use unic_langid::LanguageIdentifier;

use crate::catalog::{Placed, Table, TomlText};
use crate::error::Result;
use crate::l10n::message;

/// The source language and the target languages, as `[languages]` has them.
pub fn languages(top: &Table<'_, '_>) -> Result<(String, Vec<String>)> {
    let table = top.table("languages", "[languages]")?;
    let Some(table) = table else { return Ok(("ru".to_owned(), vec!["en".to_owned()])) };
    table.refuse_unknown_keys(&["source", "targets"])?;
    let source = match table.string("source")? {
        Some(placed) => {
            language(table.source, &placed)?;
            placed.value.to_owned()
        }
        None => "ru".to_owned(),
    };
    let Some(targets) = table.strings("targets")? else {
        let target = if source.starts_with("en") { "ru" } else { "en" };
        return Ok((source, vec![target.to_owned()]));
    };
    let mut seen = vec![source.parse::<LanguageIdentifier>().unwrap_or_default()];
    for placed in &targets {
        let target = language(table.source, placed)?;
        if seen.contains(&target) {
            let message = message!("error-language-twice", tag = placed.value);
            return Err(table.source.error(placed.offset, message));
        }
        seen.push(target);
    }
    if targets.is_empty() {
        let offset = table.get("targets").map_or(table.offset, |(_, span)| span.start);
        return Err(table.source.error(offset, message!("error-no-targets")));
    }
    Ok((source, targets.iter().map(|placed| placed.value.to_owned()).collect()))
}

/// The language of a tag.
pub fn language(source: TomlText<'_>, tag: &Placed<&str>) -> Result<LanguageIdentifier> {
    // A tag stands in paths, so none that `unic-langid` repairs in silence.
    let fits = !tag.value.is_empty() && tag.value != "und";
    tag.value.parse().ok().filter(|_| fits).ok_or_else(|| {
        let message = message!("error-language-tag", tag = tag.value);
        source.error(tag.offset, message).hint(message!("hint-language-tag"))
    })
}
