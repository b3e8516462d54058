//! TOML tables whose faults name their place, for the configuration and for catalogs.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::cause;
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Lines, Location};

/// A TOML file under reading: its text, and its path as people see it.
#[derive(Clone, Copy)]
pub struct TomlText<'a> {
    pub path: &'a str,
    pub text: &'a str,
}

impl<'a> TomlText<'a> {
    /// The file's top table, or its first syntax fault.
    pub fn parse(self) -> Result<DeTable<'a>> {
        match DeTable::parse(self.text) {
            Ok(table) => Ok(table.into_inner()),
            Err(fault) => {
                let at = fault.span().map(|span| span.start);
                let offset = at.unwrap_or_else(|| deepest(self.text));
                let error = self.error(offset, message!("error-toml-syntax"));
                Err(error.because(cause(self.text, at)))
            }
        }
    }

    /// An error at the byte `offset`.
    pub fn error(self, offset: usize, message: Message) -> Error {
        let position = Lines::new(self.text).position(offset.min(self.text.len()));
        Error::new(message).at(Location::at(self.path, position))
    }
}

/// One table of a file.
pub struct Table<'t, 'a> {
    pub source: TomlText<'a>,
    /// The table as its header names it, such as `[check]`; empty at the top.
    pub name: &'static str,
    /// Where the table begins.
    pub offset: usize,
    pub entries: &'t DeTable<'a>,
}

/// A value and where it stands.
pub struct Placed<T> {
    pub value: T,
    pub offset: usize,
}

impl<'t, 'a> Table<'t, 'a> {
    /// Refuses the first key that `known` doesn't hold.
    pub fn refuse_unknown_keys(&self, known: &[&str]) -> Result<()> {
        let unknown = self.entries.keys().filter(|key| !known.contains(&key.as_ref().as_ref()));
        let Some(key) = unknown.min_by_key(|key| key.span().start) else { return Ok(()) };
        let name = key.as_ref().as_ref();
        let message = if self.name.is_empty() {
            message!("error-toml-key", key = name)
        } else {
            message!("error-toml-key-in-table", key = name, table = self.name)
        };
        Err(self.source.error(key.span().start, message).hint(nearest_hint(name, known)))
    }

    /// The value of `key`, and where it stands.
    pub fn get(&self, key: &str) -> Option<(&'t DeValue<'a>, Range<usize>)> {
        self.entries.get(key).map(|value| (value.get_ref(), value.span()))
    }

    /// The string under `key`.
    pub fn string(&self, key: &str) -> Result<Option<Placed<&'t str>>> {
        self.typed(key, WantedType::String, DeValue::as_str)
    }

    /// The truth value under `key`.
    pub fn flag(&self, key: &str) -> Result<Option<bool>> {
        let found = self.typed(key, WantedType::Boolean, DeValue::as_bool)?;
        Ok(found.map(|placed| placed.value))
    }

    /// The list of strings under `key`.
    pub fn strings(&self, key: &str) -> Result<Option<Vec<Placed<&'t str>>>> {
        let list = self.typed(key, WantedType::Strings, DeValue::as_array)?;
        let Some(list) = list else { return Ok(None) };
        let string = |item: &'t Spanned<DeValue<'a>>| match item.get_ref().as_str() {
            Some(value) => Ok(Placed { value, offset: item.span().start }),
            None => Err(self.type_error(key, item, WantedType::Strings)),
        };
        list.value.iter().map(string).collect::<Result<_>>().map(Some)
    }

    /// The table under `key`, which a person knows as `name`.
    pub fn table(&self, key: &str, name: &'static str) -> Result<Option<Self>> {
        let found = self.typed(key, WantedType::Table, DeValue::as_table)?;
        let source = self.source;
        Ok(found.map(|Placed { value, offset }| Self { source, name, offset, entries: value }))
    }

    /// The tables under `key`, which a person knows as `name`.
    pub fn tables(&self, key: &str, name: &'static str) -> Result<Vec<Self>> {
        let list = self.typed(key, WantedType::Tables, DeValue::as_array)?;
        let Some(list) = list else { return Ok(Vec::new()) };
        let source = self.source;
        let table = |item: &'t Spanned<DeValue<'a>>| match item.get_ref().as_table() {
            Some(entries) => Ok(Self { source, name, offset: item.span().start, entries }),
            None => Err(self.type_error(key, item, WantedType::Tables)),
        };
        list.value.iter().map(table).collect()
    }

    /// The fault that `value` is not what `key` needs.
    pub fn type_error(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: WantedType) -> Error {
        let (wanted, found) = (wanted.name(), type_name(value.get_ref()));
        let message = message!("error-toml-type", key = key, wanted = wanted, found = found);
        let hint = message!("hint-toml-type", key = key, wanted = wanted);
        self.source.error(value.span().start, message).hint(hint)
    }

    fn typed<T>(
        &self,
        key: &str,
        wanted: WantedType,
        cast: impl Fn(&'t DeValue<'a>) -> Option<T>,
    ) -> Result<Option<Placed<T>>> {
        let Some(found) = self.entries.get(key) else { return Ok(None) };
        match cast(found.get_ref()) {
            Some(value) => Ok(Some(Placed { value, offset: found.span().start })),
            None => Err(self.type_error(key, found, wanted)),
        }
    }
}

/// The name most like `name`, as a hint; all of them where none is like it.
pub fn nearest_hint(name: &str, known: &[&str]) -> Message {
    match nearest(name, known.iter().copied()) {
        Some(near) => message!("hint-nearest", name = near),
        None => message!("hint-known", names = known.join(", ")),
    }
}

/// The name most like `name`, if any is like it.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let likeness = |known: &str| strsim::normalized_damerau_levenshtein(name, known);
    let scored = known.into_iter().map(|known| (likeness(known), known));
    let (score, best) = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (score > 0.5).then_some(best)
}

/// Where the line begins that names a table in most others.
fn deepest(text: &str) -> usize {
    let mut deepest = (0, 0);
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let depth = line.matches(['.', '[', '{']).count();
        if depth > deepest.0 {
            deepest = (depth, offset);
        }
        offset += line.len();
    }
    deepest.1
}

/// What a key must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedType {
    String,
    Boolean,
    Number,
    Date,
    Strings,
    Table,
    Tables,
}

impl WantedType {
    /// The name by which the words are chosen.
    fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::Date => "date",
            Self::Strings => "strings",
            Self::Table => "table",
            Self::Tables => "tables",
        }
    }
}

/// The name by which the words for a value that stands there are chosen.
fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "string",
        DeValue::Integer(_) | DeValue::Float(_) => "number",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    }
}
