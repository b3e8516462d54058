//! `[style]`: the house style of English texts.

use crate::catalog::{Table, nearest_hint};
use crate::checks::{HouseStyle, Named};
use crate::error::Result;
use crate::l10n::message;

const KEYS: [&str; 6] = ["serial_comma", "punctuation", "dashes", "dates", "names", "patronymics"];

/// The style of the table; nothing that it doesn't set.
pub fn read(top: &Table<'_, '_>) -> Result<HouseStyle> {
    let Some(table) = top.table("style", "[style]")? else { return Ok(HouseStyle::default()) };
    table.refuse_unknown_keys(&KEYS)?;
    Ok(HouseStyle {
        serial_comma: value(&table, "serial_comma")?,
        punctuation: value(&table, "punctuation")?,
        dashes: value(&table, "dashes")?,
        dates: value(&table, "dates")?,
        names: value(&table, "names")?,
        patronymics: value(&table, "patronymics")?,
    })
}

fn value<T: Named>(table: &Table<'_, '_>, key: &str) -> Result<Option<T>> {
    let Some(placed) = table.string(key)? else { return Ok(None) };
    if let Some(value) = T::by_name(placed.value) {
        return Ok(Some(value));
    }
    let names: Vec<&str> = T::NAMES.iter().map(|(name, _)| *name).collect();
    let message = message!("error-style", key = key, name = placed.value);
    Err(table.source.error(placed.offset, message).hint(nearest_hint(placed.value, &names)))
}

#[cfg(test)]
mod tests {
    use super::super::{Config, TomlText};
    use crate::error::testing::words;

    fn read(text: &str) -> Result<Config, String> {
        Config::read(TomlText { path: "tolmach.toml", text }, &[]).map_err(|err| words(&err))
    }

    #[test]
    fn a_style_is_read_and_its_faults_have_a_place() {
        let style =
            read("[style]\nserial_comma = \"never\"\ndashes = \"spaced-en\"\n").unwrap().style;
        let style = format!("{style:?}");
        assert!(style.contains("serial_comma: Some(Never)"), "{style}");
        assert!(style.contains("dashes: Some(SpacedEn), dates: None"), "{style}");
        for text in ["[style]\ndashes = \"emm\"\n", "[style]\nnames = 5\n"] {
            let fault = read(text).unwrap_err();
            assert!(fault.contains("tolmach.toml:2:"), "{fault}");
        }
        assert!(read("[style]\ndash = \"em\"\n").unwrap_err().contains("tolmach.toml:2:1"));
    }
}
