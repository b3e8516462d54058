//! `[pages]` of the configuration: what bilingual pages have around an article.

use crate::catalog::{Placed, Table};
use crate::error::Result;
use crate::l10n::message;

/// What the workspace settles for its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// The site's name.
    pub name: Option<String>,
    /// Where the folder of pages stands on the network; ends with `/`.
    pub address: Option<String>,
    /// Where an article stands in each language.
    pub versions: Option<String>,
    /// Paths from the workspace's folder, or the texts themselves.
    pub header: Option<String>,
    pub footer: Option<String>,
    pub template: Option<String>,
    pub css: Vec<String>,
    /// Whether a page leads to the list, and to its neighbours.
    pub index: bool,
    pub neighbours: bool,
    /// Whether pictures are put into the pages.
    pub pictures: bool,
}

const KEYS: [&str; 10] = [
    "name",
    "address",
    "versions",
    "header",
    "footer",
    "template",
    "css",
    "index",
    "neighbours",
    "pictures",
];

impl Default for Pages {
    fn default() -> Self {
        Self {
            name: None,
            address: None,
            versions: None,
            header: None,
            footer: None,
            template: None,
            css: Vec::new(),
            index: true,
            neighbours: true,
            pictures: true,
        }
    }
}

/// Reads the table, every key of which has a default.
pub fn pages(top: &Table<'_, '_>) -> Result<Pages> {
    let Some(table) = top.table("pages", "[pages]")? else { return Ok(Pages::default()) };
    table.refuse_unknown_keys(&KEYS)?;
    let text = |key: &str| -> Result<Option<String>> {
        Ok(table.string(key)?.map(|placed| placed.value.to_owned()))
    };
    let flag = |key: &str| -> Result<bool> { Ok(table.flag(key)?.unwrap_or(true)) };
    Ok(Pages {
        name: text("name")?,
        address: address(&table, "address")?
            .map(|address| format!("{}/", address.trim_end_matches('/'))),
        versions: versions(&table)?,
        header: text("header")?,
        footer: text("footer")?,
        template: text("template")?,
        css: css(&table)?,
        index: flag("index")?,
        neighbours: flag("neighbours")?,
        pictures: flag("pictures")?,
    })
}

/// One file or several.
fn css(table: &Table<'_, '_>) -> Result<Vec<String>> {
    let is_one = table.get("css").is_some_and(|(value, _)| value.as_str().is_some());
    if is_one {
        return Ok(table
            .string("css")?
            .map(|placed| placed.value.to_owned())
            .into_iter()
            .collect());
    }
    let list = table.strings("css")?.unwrap_or_default();
    Ok(list.iter().map(|placed| placed.value.to_owned()).collect())
}

/// An address that a browser opens.
fn address(table: &Table<'_, '_>, key: &str) -> Result<Option<String>> {
    let Some(Placed { value, offset }) = table.string(key)? else { return Ok(None) };
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    let is_whole = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    if is_whole && !value.contains(char::is_whitespace) {
        return Ok(Some(value.to_owned()));
    }
    let message = message!("error-pages-address", key = key, address = value);
    Err(table.source.error(offset, message).hint(message!("hint-pages-address")))
}

fn versions(table: &Table<'_, '_>) -> Result<Option<String>> {
    let Some(pattern) = address(table, "versions")? else { return Ok(None) };
    if pattern.contains("{article}") && pattern.contains("{language}") {
        return Ok(Some(pattern));
    }
    let offset = table.get("versions").map_or(table.offset, |(_, span)| span.start);
    let message = message!("error-pages-versions", pattern = pattern);
    Err(table.source.error(offset, message).hint(message!("hint-pages-versions")))
}

#[cfg(test)]
mod tests {
    use crate::catalog::TomlText;
    use crate::error::testing::words;
    use crate::workspace::Config;

    #[test]
    fn what_is_no_address_is_refused_with_its_place() {
        for (line, place) in [
            ("address = \"news.example\"", "2:11"),
            ("address = \"https:///a\"", "2:11"),
            ("versions = \"https://a.example/{article}\"", "2:12"),
            ("adress = \"https://a.example\"", "2:1"),
            ("css = [1]", "2:8"),
            ("index = \"no\"", "2:9"),
        ] {
            let text = format!("[pages]\n{line}\n");
            let err =
                Config::read(TomlText { path: "tolmach.toml", text: &text }, &[]).unwrap_err();
            assert!(
                words(&err).contains(&format!("tolmach.toml:{place}")),
                "{line}: {}",
                words(&err)
            );
        }
    }
}
