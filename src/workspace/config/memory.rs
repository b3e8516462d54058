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
}

/// Where imported files stand unless the workspace says otherwise.
pub const FOLDER: &str = "memory";

impl Default for MemorySettings {
    fn default() -> Self {
        Self { include: Vec::new(), tmx: vec![format!("{FOLDER}/*.tmx")] }
    }
}

/// The settings of the table, or the usual ones.
pub fn read(top: &Table<'_, '_>) -> Result<MemorySettings> {
    let mut settings = MemorySettings::default();
    let Some(table) = top.table("memory", "[memory]")? else { return Ok(settings) };
    table.refuse_unknown_keys(&["include", "tmx"])?;
    for (key, field) in [("include", &mut settings.include), ("tmx", &mut settings.tmx)] {
        if let Some(list) = table.strings(key)? {
            *field = list.iter().map(|placed| placed.value.to_owned()).collect();
        }
    }
    Ok(settings)
}
