//! `[terms]`: where the agreed translations of names and terms stand.

use crate::catalog::Table;
use crate::error::Result;

/// Which files hold the agreed terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermSettings {
    /// Paths and patterns, from the root; new terms go into the first.
    pub files: Vec<String>,
}

/// The file that is read without being named.
pub const FILE: &str = "terms.toml";

impl Default for TermSettings {
    fn default() -> Self {
        Self { files: vec![FILE.to_owned()] }
    }
}

/// The settings of the table, or the usual ones.
pub fn read(top: &Table<'_, '_>) -> Result<TermSettings> {
    let mut settings = TermSettings::default();
    let Some(table) = top.table("terms", "[terms]")? else { return Ok(settings) };
    table.refuse_unknown_keys(&["files"])?;
    if let Some(list) = table.strings("files")? {
        settings.files = list.iter().map(|placed| placed.value.to_owned()).collect();
    }
    Ok(settings)
}
