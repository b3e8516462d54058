//! The thorough way to read a catalog: any TOML, and faults with their places.
//!
//! Keys that tolmach doesn't know are somebody's own and pass. A pair without a
//! state is a draft; one without a seal reads as unsealed.

use toml::de::DeValue;

use super::conflict::{in_toml, inside};
use super::record::KEYS;
use super::tables::{Table, TomlText, WantedType, nearest_hint};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Ack, Catalog, Pair, State, Waiver};

/// The catalog in a file, or its first fault.
pub fn read(source: TomlText<'_>) -> Result<Catalog> {
    let entries = source.parse().map_err(|err| {
        conflict(source).unwrap_or_else(|| err.hint(message!("hint-catalog-syntax")))
    })?;
    let top = Table { source, name: "", offset: 0, entries: &entries };
    if let Some(record) = top.table("published", "[published]")? {
        for key in KEYS {
            // A digest that isn't one would make a page of ours look like somebody else's.
            record.string(key).map_err(|err| err.hint(message!("hint-catalog-syntax")))?;
        }
    }
    let pairs =
        top.tables("pair", "[[pair]]").map_err(|err| err.hint(message!("hint-catalog-pairs")))?;
    let pairs: Result<_> = pairs.iter().map(pair).collect();
    let pairs = pairs.map_err(|err| match err.hint {
        Some(_) => err,
        None => err.hint(message!("hint-catalog-syntax")),
    })?;
    Ok(Catalog { pairs })
}

/// The error that a merge left its marks, if it did.
fn conflict(source: TomlText<'_>) -> Option<Error> {
    let error = source.error(in_toml(source.text)?, message!("error-catalog-conflict"));
    // The record of what was published stands before the first pair.
    let record = source.text.find("[[pair]]").unwrap_or(source.text.len());
    let conflicts = inside(source.text);
    let of_record = conflicts.iter().filter(|(at, line)| *at < record && is_record(line)).count();
    let place = match conflicts.len() - of_record {
        _ if of_record == 0 => "pairs",
        0 => "record",
        _ => "both",
    };
    Some(error.hint(message!("hint-catalog-conflict", place = place)))
}

fn is_record(line: &str) -> bool {
    let key = line.split_once('=').map_or(line, |(key, _)| key.trim_end());
    KEYS.contains(&key) || matches!(line, "" | "[published]")
}

fn pair(table: &Table<'_, '_>) -> Result<Pair> {
    Ok(Pair {
        source: required(table, "source")?,
        target: required(table, "target")?,
        state: state(table)?,
        seal: text(table, "seal")?,
        note: text(table, "note")?,
        origin: text(table, "origin")?,
        by: text(table, "by")?,
        on: day(table)?,
        acks: table.tables("acks", "acks")?.iter().map(ack).collect::<Result<_>>()?,
        waivers: table.tables("waivers", "waivers")?.iter().map(waiver).collect::<Result<_>>()?,
    })
}

fn ack(table: &Table<'_, '_>) -> Result<Ack> {
    Ok(Ack {
        from: required(table, "from")?,
        reason: required(table, "reason")?,
        seal: text(table, "seal")?,
        by: text(table, "by")?,
        on: day(table)?,
    })
}

fn waiver(table: &Table<'_, '_>) -> Result<Waiver> {
    Ok(Waiver {
        check: required(table, "check")?,
        reason: required(table, "reason")?,
        seal: text(table, "seal")?,
        by: text(table, "by")?,
        on: day(table)?,
    })
}

fn state(table: &Table<'_, '_>) -> Result<State> {
    let Some(name) = table.string("state")? else { return Ok(State::Draft) };
    State::by_name(name.value).ok_or_else(|| {
        let hint = nearest_hint(name.value, &State::ALL.map(State::name));
        table.source.error(name.offset, message!("error-state", name = name.value)).hint(hint)
    })
}

fn text(table: &Table<'_, '_>, key: &str) -> Result<Option<String>> {
    Ok(table.string(key)?.map(|placed| placed.value.to_owned()))
}

fn required(table: &Table<'_, '_>, key: &str) -> Result<String> {
    text(table, key)?.ok_or_else(|| {
        let message = message!("error-catalog-key-missing", table = table.name, key = key);
        let keys = table.entries.keys().map(|found| found.as_ref().as_ref());
        let error = table.source.error(table.offset, message);
        match super::tables::nearest(key, keys) {
            Some(near) => error.hint(message!("hint-rename-key", name = near, key = key)),
            None => error.hint(message!("hint-catalog-key", key = key)),
        }
    })
}

/// A day, as a TOML date or in quotation marks.
fn day(table: &Table<'_, '_>) -> Result<Option<String>> {
    match table.entries.get("on") {
        None => Ok(None),
        Some(value) => match value.get_ref() {
            DeValue::String(text) => Ok(Some(text.to_string())),
            DeValue::Datetime(day) => Ok(Some(day.to_string())),
            _ => Err(table.type_error("on", value, WantedType::Date)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{TomlText, read};
    use crate::catalog::fast;
    use crate::error::testing::words;

    fn fault(text: &str) -> String {
        assert_eq!(fast::read(text), None, "the fast way refuses what is broken");
        read(TomlText { path: "en.toml", text })
            .map_or_else(|err| words(&err), |_| "fine".to_owned())
    }

    fn in_pair(lines: &str) -> String {
        fault(&format!("[[pair]]\nsource = \"Да.\"\ntarget = \"Yes.\"\n{lines}\n"))
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a list of faults is no logic")]
    fn each_fault_names_its_place_and_what_to_do() {
        snapbox::assert_data_eq!(
            fault("[[pair]]\nsource = \"Да.\"\n<<<<<<< HEAD\ntarget = \"Yes.\"\n"),
            snapbox::str![[r#"
the catalog holds an unsettled merge conflict
  --> en.toml:3:1
  hint: Keep the pairs that are right, delete the lines with the conflict marks, then run `tolmach check`.

в каталоге остался неразрешённый конфликт слияния
  --> en.toml:3:1
  hint: Оставьте верные пары, удалите строки с метками конфликта и выполните `tolmach check`.

"#]]
        );
        snapbox::assert_data_eq!(
            fault("[[pair]]\nsource = \"Да.\ntarget = \"Yes.\"\n"),
            snapbox::str![[r#"
broken TOML
  --> en.toml:2:14
  because: the text isn't closed with its quotation mark, or holds a character that isn't allowed there
  hint: Correct the line, or restore the catalog from git.

нарушена разметка TOML
  --> en.toml:2:14
  because: строка не закрыта кавычкой или содержит недопустимый символ
  hint: Исправьте строку или верните каталог из git.

"#]]
        );
        snapbox::assert_data_eq!(
            fault("[[pair]]\nsorce = \"Да.\"\ntarget = \"Yes.\"\n"),
            snapbox::str![[r#"
an entry of [[pair]] has no "source"
  --> en.toml:1:1
  hint: Rename "sorce" to "source".

в записи [[pair]] нет ключа «source»
  --> en.toml:1:1
  hint: Переименуйте «sorce» в «source».

"#]]
        );
        snapbox::assert_data_eq!(
            fault("[[pair]]\nsource = \"Да.\"\n"),
            snapbox::str![[r#"
an entry of [[pair]] has no "target"
  --> en.toml:1:1
  hint: Add target = "…" to the entry, restore the catalog from git, or delete the entry.

в записи [[pair]] нет ключа «target»
  --> en.toml:1:1
  hint: Добавьте в запись target = "…", верните каталог из git или удалите запись.

"#]]
        );
        snapbox::assert_data_eq!(
            in_pair("state = \"revewed\""),
            snapbox::str![[r#"
unknown state "revewed"
  --> en.toml:4:9
  hint: Did you mean "reviewed"?

неизвестное состояние «revewed»
  --> en.toml:4:9
  hint: Может быть, «reviewed»?

"#]]
        );
        snapbox::assert_data_eq!(
            in_pair("note = 5"),
            snapbox::str![[r#"
"note" must be a string, not a number
  --> en.toml:4:8
  hint: Write note = "…".

значением «note» должна быть строка, а не число
  --> en.toml:4:8
  hint: Напишите note = "…".

"#]]
        );
        snapbox::assert_data_eq!(
            in_pair("source = \"Нет.\""),
            snapbox::str![[r#"
broken TOML
  --> en.toml:4:1
  because: the key stands here for the second time
  hint: Correct the line, or restore the catalog from git.

нарушена разметка TOML
  --> en.toml:4:1
  because: этот ключ здесь уже есть
  hint: Исправьте строку или верните каталог из git.

"#]]
        );
        snapbox::assert_data_eq!(
            in_pair("on = true"),
            snapbox::str![[r#"
"on" must be a date, not true or false
  --> en.toml:4:6
  hint: Write on = 2026-01-31.

значением «on» должна быть дата, а не true или false
  --> en.toml:4:6
  hint: Напишите on = 2026-01-31.

"#]]
        );
        snapbox::assert_data_eq!(
            in_pair("acks = [{ from = \"Нет.\" }]"),
            snapbox::str![[r#"
an entry of acks has no "reason"
  --> en.toml:4:9
  hint: Add reason = "…" to the entry, restore the catalog from git, or delete the entry.

в записи acks нет ключа «reason»
  --> en.toml:4:9
  hint: Добавьте в запись reason = "…", верните каталог из git или удалите запись.

"#]]
        );
        snapbox::assert_data_eq!(
            fault("pair = \"Да.\"\n"),
            snapbox::str![[r#"
"pair" must be a list of tables, not a string
  --> en.toml:1:8
  hint: Write each pair under a [[pair]] of its own.

значением «pair» должен быть список таблиц, а не строка
  --> en.toml:1:8
  hint: Запишите каждую пару под отдельным [[pair]].

"#]]
        );
        snapbox::assert_data_eq!(
            fault("pair = [1]\n"),
            snapbox::str![[r#"
"pair" must be a list of tables, not a number
  --> en.toml:1:9
  hint: Write each pair under a [[pair]] of its own.

значением «pair» должен быть список таблиц, а не число
  --> en.toml:1:9
  hint: Запишите каждую пару под отдельным [[pair]].

"#]]
        );
    }

    #[test]
    fn a_pair_without_state_and_seal_is_an_unsealed_draft() {
        let text = "[[pair]]\nsource = 'Да.'\ntarget = 'Yes.'\ncolour = \"red\"\n";
        let catalog = read(TomlText { path: "en.toml", text }).unwrap();
        assert_eq!(catalog.pairs[0].state.name(), "draft");
        assert!(!catalog.pairs[0].is_sealed());
    }
}
