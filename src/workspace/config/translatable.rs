//! `[front_matter]` and `[markdown]` of the configuration: what beside running text is translated.

use crate::catalog::{Placed, Table};
use crate::error::Result;
use crate::l10n::message;
use crate::parse::PARAMETERS;

/// The front-matter fields to translate.
pub fn fields(top: &Table<'_, '_>) -> Result<Vec<String>> {
    let default = || ["title", "description", "summary"].map(str::to_owned).into();
    let Some(table) = top.table("front_matter", "[front_matter]")? else { return Ok(default()) };
    table.refuse_unknown_keys(&["translate"])?;
    let Some(fields) = table.strings("translate")? else { return Ok(default()) };
    for Placed { value, offset } in &fields {
        if value.split('.').any(|key| key.is_empty() || key.trim() != key) {
            let message = message!("error-field-name", name = *value);
            return Err(table.source.error(*offset, message).hint(message!("hint-field-name")));
        }
    }
    Ok(fields.iter().map(|field| field.value.to_owned()).collect())
}

/// The parameters of tags to translate.
pub fn parameters(top: &Table<'_, '_>) -> Result<Vec<String>> {
    let default = || PARAMETERS.map(str::to_owned).into();
    let Some(table) = top.table("markdown", "[markdown]")? else { return Ok(default()) };
    table.refuse_unknown_keys(&["parameters"])?;
    let Some(names) = table.strings("parameters")? else { return Ok(default()) };
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    for Placed { value, offset } in &names {
        if value.is_empty() || !value.chars().all(is_part) {
            let message = message!("error-parameter-name", name = *value);
            return Err(table.source.error(*offset, message).hint(message!("hint-parameter-name")));
        }
    }
    Ok(names.iter().map(|name| name.value.to_owned()).collect())
}
