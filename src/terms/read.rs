//! A file of terms, read; a fault names its place.

use toml::Spanned;
use toml::de::DeValue;

use super::term::{Term, TermWords};
use crate::catalog::{Table, TomlText, WantedType, nearest_hint};
use crate::error::{Error, Result};
use crate::l10n::message;

/// A term and the line that it begins in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedTerm {
    pub term: Term,
    /// From 1.
    pub line: usize,
}

/// What stands in a term beside its words by language.
pub const KEYS: [&str; 9] = [
    "short",
    "forbidden",
    "context",
    "near",
    "do_not_translate",
    "part_of_speech",
    "note",
    "owner",
    "date",
];

/// Every term of a file, in order.
pub fn read(source: TomlText<'_>) -> Result<Vec<PlacedTerm>> {
    if let Some(offset) = crate::catalog::in_toml(source.text) {
        let error = source.error(offset, message!("error-terms-conflict"));
        return Err(error.hint(message!("hint-terms-conflict")));
    }
    let entries = source.parse().map_err(|err| err.hint(message!("hint-terms-syntax")))?;
    let top = Table { source, name: "", offset: 0, entries: &entries };
    top.refuse_unknown_keys(&["term"])?;
    top.tables("term", "[[term]]")?.iter().map(placed).collect()
}

fn placed(table: &Table<'_, '_>) -> Result<PlacedTerm> {
    let line = table.source.text[..table.offset].matches('\n').count() + 1;
    Ok(PlacedTerm { term: term(table)?, line })
}

fn term(table: &Table<'_, '_>) -> Result<Term> {
    let mut term = Term::default();
    for (key, value) in table.entries {
        let name: &str = key.as_ref();
        if KEYS.contains(&name) {
            continue;
        }
        if !is_language(name) {
            return Err(unknown(table, name, key.span().start));
        }
        term.full.insert(name.to_owned(), texts(table, name, value)?);
    }
    term.short = words(table, "short")?;
    term.forbidden = words(table, "forbidden")?;
    term.context = list(table, "context")?;
    term.near = list(table, "near")?;
    term.do_not_translate = table.flag("do_not_translate")?.unwrap_or_default();
    term.part_of_speech = text(table, "part_of_speech")?;
    term.note = text(table, "note")?;
    term.owner = text(table, "owner")?;
    term.date = date(table)?;
    if term.languages().next().is_none() {
        let error = table.source.error(table.offset, message!("error-term-empty"));
        return Err(error.hint(message!("hint-term-empty")));
    }
    Ok(term)
}

fn unknown(table: &Table<'_, '_>, name: &str, offset: usize) -> Error {
    let message = message!("error-toml-key-in-table", key = name, table = "[[term]]");
    let mut known = vec!["ru", "en"];
    known.extend(KEYS);
    table.source.error(offset, message).hint(nearest_hint(name, &known))
}

/// Whether a key names a language, such as `ru` or `pt-BR`.
fn is_language(key: &str) -> bool {
    let mut parts = key.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_primary =
        matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_primary && parts.all(is_part)
}

/// Texts by language under `key`.
fn words(table: &Table<'_, '_>, key: &'static str) -> Result<TermWords> {
    let Some(inner) = table.table(key, key)? else { return Ok(TermWords::new()) };
    let mut words = TermWords::new();
    for (language, value) in inner.entries {
        let name: &str = language.as_ref();
        if !is_language(name) {
            let message = message!("error-toml-key-in-table", key = name, table = key);
            let error = inner.source.error(language.span().start, message);
            return Err(error.hint(nearest_hint(name, &["ru", "en"])));
        }
        words.insert(name.to_owned(), texts(&inner, name, value)?);
    }
    Ok(words)
}

/// One text, or a list of them; none is empty.
fn texts(table: &Table<'_, '_>, key: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    let items = match value.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        _ => vec![value],
    };
    for item in items {
        let Some(text) = item.get_ref().as_str() else {
            return Err(table.type_error(key, item, WantedType::String));
        };
        if !text.contains(char::is_alphanumeric) {
            let error =
                table.source.error(item.span().start, message!("error-term-blank", key = key));
            return Err(error.hint(message!("hint-term-empty")));
        }
        texts.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Ok(texts)
}

fn list(table: &Table<'_, '_>, key: &str) -> Result<Vec<String>> {
    match table.entries.get(key) {
        Some(value) => texts(table, key, value),
        None => Ok(Vec::new()),
    }
}

fn text(table: &Table<'_, '_>, key: &str) -> Result<Option<String>> {
    Ok(table.string(key)?.map(|placed| placed.value.to_owned()))
}

/// A day, with or without quotation marks.
fn date(table: &Table<'_, '_>) -> Result<Option<String>> {
    match table.entries.get("date").map(Spanned::get_ref) {
        Some(DeValue::Datetime(date)) => Ok(Some(date.to_string())),
        _ => text(table, "date"),
    }
}

#[cfg(test)]
mod tests {
    use super::{PlacedTerm, TomlText, read};
    use crate::error::testing::words;

    fn all(text: &str) -> Vec<PlacedTerm> {
        read(TomlText { path: "terms.toml", text }).unwrap_or_else(|err| panic!("{}", words(&err)))
    }

    #[test]
    fn every_key_is_read() {
        let text = r#"
# Agreed in spring.
[[term]]
ru = "Дом культуры"
en = ["House of Culture", "culture house"]
short = { ru = "ДК", en = "HC" }
forbidden = { en = ["Palace of Culture"], ru = "клуб" }
context = "articles/**"
near = ["город"]
part_of_speech = "noun"
note = "expand at first use"
owner = "Ivanova"
date = 2026-03-01

[[term]]
ru = "Весть"
do_not_translate = true
"#;
        let terms = all(text);
        assert_eq!(terms[0].line, 3);
        let term = &terms[0].term;
        assert_eq!(
            term.words("en").collect::<Vec<_>>(),
            ["House of Culture", "culture house", "HC"]
        );
        assert_eq!(term.words("en-GB").count(), 3);
        assert_eq!(term.forbidden("ru"), ["клуб"]);
        assert_eq!((&*term.context[0], &*term.near[0]), ("articles/**", "город"));
        assert_eq!(term.date.as_deref(), Some("2026-03-01"));
        assert!(terms[1].term.do_not_translate);
        assert!(all("").is_empty());
    }

    #[test]
    fn faults_name_their_place() {
        let fault = |text: &str| words(&read(TomlText { path: "terms.toml", text }).unwrap_err());
        snapbox::assert_data_eq!(
            [
                "[[term]]\nru = \"Дом\"\nfobidden = { en = \"x\" }\n",
                "[[term]]\nnote = \"nothing\"\n",
                "[[term]]\nru = 5\n",
                "[[term]]\nru = \"Дом\"\nen = \" \"\n",
                "[[terms]]\nru = \"Дом\"\n",
                "[[term]]\nru = \"Дом\n",
                "<<<<<<< a\n[[term]]\n=======\n>>>>>>> b\n",
            ]
            .map(fault)
            .join("\n"),
            snapbox::str![[r#"
unknown key "fobidden" in [[term]]
  --> terms.toml:3:1
  hint: Did you mean "forbidden"?

неизвестный ключ «fobidden» в [[term]]
  --> terms.toml:3:1
  hint: Может быть, «forbidden»?

the term has no words in any language
  --> terms.toml:1:1
  hint: Write what it is called: ru = "…", en = "…".

у термина нет слов ни на одном языке
  --> terms.toml:1:1
  hint: Напишите, как он называется: ru = "…", en = "…".

"ru" must be a string, not a number
  --> terms.toml:2:6
  hint: Write ru = "…".

значением «ru» должна быть строка, а не число
  --> terms.toml:2:6
  hint: Напишите ru = "…".

"en" holds no word
  --> terms.toml:3:6
  hint: Write what it is called: ru = "…", en = "…".

в «en» нет ни слова
  --> terms.toml:3:6
  hint: Напишите, как он называется: ru = "…", en = "…".

unknown key "terms"
  --> terms.toml:1:3
  hint: Did you mean "term"?

неизвестный ключ «terms»
  --> terms.toml:1:3
  hint: Может быть, «term»?

broken TOML
  --> terms.toml:2:10
  because: the text isn't closed with its quotation mark, or holds a character that isn't allowed there
  hint: A term is a table: [[term]], then ru = "…" and en = "…", each on a line of its own.

нарушена разметка TOML
  --> terms.toml:2:10
  because: строка не закрыта кавычкой или содержит недопустимый символ
  hint: Термин — это таблица: [[term]], затем ru = "…" и en = "…", каждый на своей строке.

the terms hold a conflict of two versions
  --> terms.toml:1:1
  hint: Keep the right version of each term, delete the lines with the marks, then run `tolmach terms check`.

в терминах остался конфликт двух версий
  --> terms.toml:1:1
  hint: Оставьте верную версию каждого термина, удалите строки с метками, затем запустите `tolmach terms check`.

"#]]
        );
    }
}
