//! `[memory]`: which other workspaces and files the translation memory takes in.

use crate::catalog::Table;
use crate::error::Result;

/// What the memory holds beside the workspace's own pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemorySettings {
    /// Folders of other workspaces, from the root.
    pub include: Vec<String>,
    /// Patterns of files of translation units, from the root.
    pub tmx: Vec<String>,
    /// Addresses of servers with a memory that several newsrooms share.
    pub share: Vec<String>,
    /// What the workspace is called there, unless its folder's name will do.
    pub name: Option<String>,
}

/// Where imported files stand unless the workspace says otherwise.
pub const FOLDER: &str = "memory";

impl Default for MemorySettings {
    fn default() -> Self {
        Self {
            include: Vec::new(),
            tmx: vec![format!("{FOLDER}/*.tmx")],
            share: Vec::new(),
            name: None,
        }
    }
}

/// The settings of the table, or the usual ones.
pub fn read(top: &Table<'_, '_>) -> Result<MemorySettings> {
    let mut settings = MemorySettings::default();
    let Some(table) = top.table("memory", "[memory]")? else { return Ok(settings) };
    table.refuse_unknown_keys(&["include", "tmx", "share", "name"])?;
    settings.name = table.string("name")?.map(|placed| placed.value.to_owned());
    // One server needs no list.
    if table.get("share").is_some_and(|(value, _)| value.is_str()) {
        settings.share.extend(table.string("share")?.map(|placed| placed.value.to_owned()));
    } else if let Some(list) = table.strings("share")? {
        settings.share = list.iter().map(|placed| placed.value.to_owned()).collect();
    }
    for (key, field) in [("include", &mut settings.include), ("tmx", &mut settings.tmx)] {
        if let Some(list) = table.strings(key)? {
            *field = list.iter().map(|placed| placed.value.to_owned()).collect();
        }
    }
    Ok(settings)
}
