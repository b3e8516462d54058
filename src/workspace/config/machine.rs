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
    settings.timeout = whole(&table, "timeout", 1)?.unwrap_or(settings.timeout);
    settings.retries = whole(&table, "retries", 0)?.unwrap_or(settings.retries);
    settings.allow_embargoed = table.flag("allow_embargoed")?.unwrap_or_default();
    Ok(settings)
}

/// No wait is longer, and nothing is asked again more often.
const MOST: u64 = 3600;

/// The whole number under `key`, from `least` on.
fn whole(table: &Table<'_, '_>, key: &str, least: u64) -> Result<Option<u64>> {
    let Some(value) = table.entries.get(key) else { return Ok(None) };
    let DeValue::Integer(number) = value.get_ref() else {
        return Err(table.type_error(key, value, WantedType::Number));
    };
    let number = u64::from_str_radix(number.as_str(), number.radix()).ok();
    let message = message!(
        "error-machine-number",
        key = key,
        least = least.to_string(),
        most = MOST.to_string()
    );
    let number = number.filter(|number| (least..=MOST).contains(number));
    number.map(Some).ok_or_else(|| table.source.error(value.span().start, message))
}
