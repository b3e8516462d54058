//! `[authorship]`: what a pair records about its author.

use crate::catalog::Table;
use crate::error::Result;

/// What a pair records about its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authorship {
    pub by: bool,
    pub on: bool,
}

/// What the table says; everything is recorded unless it says otherwise.
pub fn read(top: &Table<'_, '_>) -> Result<Authorship> {
    let Some(table) = top.table("authorship", "[authorship]")? else {
        return Ok(Authorship { by: true, on: true });
    };
    table.refuse_unknown_keys(&["by", "on"])?;
    Ok(Authorship { by: table.flag("by")?.unwrap_or(true), on: table.flag("on")?.unwrap_or(true) })
}
