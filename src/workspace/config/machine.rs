//! `[machine]`: the program that translates by machine, and what it may be asked.

use toml::de::DeValue;

use crate::catalog::{Table, WantedType};
use crate::error::Result;
use crate::l10n::message;

/// How a machine is asked for translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineSettings {
    /// The program and its arguments; empty where there is none.
    pub command: Vec<String>,
    /// Seconds to wait for an answer.
    pub timeout: u64,
    /// How often to ask again.
    pub retries: u64,
    /// Whether texts under embargo may be sent, too.
    pub allow_embargoed: bool,
}

impl Default for MachineSettings {
    fn default() -> Self {
        Self { command: Vec::new(), timeout: 30, retries: 2, allow_embargoed: false }
    }
}

/// The settings of the table, or the usual ones.
pub fn read(top: &Table<'_, '_>) -> Result<MachineSettings> {
    let mut settings = MachineSettings::default();
    let Some(table) = top.table("machine", "[machine]")? else { return Ok(settings) };
    table.refuse_unknown_keys(&["command", "timeout", "retries", "allow_embargoed"])?;
    if let Some(list) = table.strings("command")? {
        settings.command = list.iter().map(|placed| placed.value.to_owned()).collect();
        if settings.command.iter().take(1).any(String::is_empty) {
            let offset = list.first().map_or(table.offset, |placed| placed.offset);
            return Err(table.source.error(offset, message!("error-machine-empty")));
        }
    }
    for (key, field) in [("timeout", &mut settings.timeout), ("retries", &mut settings.retries)] {
        if let Some(value) = table.entries.get(key) {
            let number = match value.get_ref() {
                DeValue::Integer(number) => number.to_string().parse().ok(),
                _ => None,
            };
            let number = number.filter(|number| *number <= 3600);
            *field = number.ok_or_else(|| table.type_error(key, value, WantedType::Number))?;
        }
    }
    settings.allow_embargoed = table.flag("allow_embargoed")?.unwrap_or_default();
    Ok(settings)
}
