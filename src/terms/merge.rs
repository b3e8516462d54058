//! Files of terms merged for git, term by term.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{DocumentMut, Item, Table};

use super::chunks::{TermChunks, chunks};
use super::read::read;
use super::term::Term;
use crate::catalog::{Marks, Sides, TomlText};

/// A merged file of terms.
#[derive(Debug, PartialEq, Eq)]
pub struct TermsMerged {
    pub text: String,
    /// How many terms wait for a person's choice.
    pub conflicts: usize,
}

/// Whether a text looks like a file of terms.
pub fn is_terms(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with("[[term]]"))
}

/// Merges three versions; nothing where one can't be read term by term.
pub fn merge(texts: Sides<&str>, marks: &Marks<'_>) -> Option<TermsMerged> {
    let base = named(chunks(texts.base)?);
    let ours = named(chunks(texts.ours)?);
    let theirs = named(chunks(texts.theirs)?);
    let preamble = settled(Some(base.preamble), Some(ours.preamble), Some(theirs.preamble))?;
    let mut merged = TermsMerged { text: preamble.unwrap_or_default().to_owned(), conflicts: 0 };
    let mut page: Vec<String> = Vec::new();
    for name in order(&ours, &theirs) {
        let [old, own, other] = [&base, &ours, &theirs].map(|side| side.by_name.get(name).copied());
        match three_ways(old, own, other) {
            Ok(text) => page.extend(text),
            Err(Conflict) => {
                merged.conflicts += 1;
                page.push(marked(own, other, marks));
            }
        }
    }
    for chunk in page {
        let text = &mut merged.text;
        if !text.is_empty() && !text.ends_with("\n\n") {
            *text += if text.ends_with('\n') { "\n" } else { "\n\n" };
        }
        *text += chunk.trim_end();
        *text += "\n";
    }
    Some(merged)
}

/// The terms of one side by what they are called.
struct NamedChunks<'t> {
    preamble: &'t str,
    names: Vec<String>,
    by_name: BTreeMap<String, &'t str>,
}

fn named(found: TermChunks<'_>) -> NamedChunks<'_> {
    let mut names: Vec<String> = Vec::new();
    let mut by_name = BTreeMap::new();
    for chunk in found.chunks {
        let terms = read(TomlText { path: "", text: chunk }).unwrap_or_default();
        let plain = terms.first().map(|one| name(&one.term)).unwrap_or_default();
        let count = names.iter().filter(|known| known.split('\n').next() == Some(&*plain)).count();
        let name = if count == 0 { plain } else { format!("{plain}\n{count}") };
        names.push(name.clone());
        by_name.insert(name, chunk);
    }
    NamedChunks { preamble: found.preamble, names, by_name }
}

/// What a term is known by: its first words, and where it holds.
fn name(term: &Term) -> String {
    let words = |language: &str| term.preferred(language).map(str::to_lowercase);
    let first = words("ru").or_else(|| words(term.languages().next()?)).unwrap_or_default();
    format!("{first}\t{}\t{}", term.context.join("\t"), term.near.join("\t"))
}

/// All names: ours in our order, theirs behind what they stand behind.
fn order<'n>(ours: &'n NamedChunks<'_>, theirs: &'n NamedChunks<'_>) -> Vec<&'n str> {
    let mut order: Vec<&str> = ours.names.iter().map(String::as_str).collect();
    let mut before: Option<&str> = None;
    for name in &theirs.names {
        if !order.contains(&name.as_str()) {
            let place = before.and_then(|before| order.iter().position(|known| *known == before));
            let end = if before.is_none() { 0 } else { order.len() };
            order.insert(place.map_or(end, |place| place + 1), name);
        }
        before = Some(name);
    }
    order
}

struct Conflict;

/// What both sides make of one term; nothing where it is gone.
fn three_ways(
    base: Option<&str>,
    ours: Option<&str>,
    theirs: Option<&str>,
) -> Result<Option<String>, Conflict> {
    let trimmed = [base, ours, theirs].map(|text| text.map(str::trim));
    if let Some(text) = settled(trimmed[0], trimmed[1], trimmed[2]) {
        return Ok(text.map(str::to_owned));
    }
    let (Some(ours), Some(theirs)) = (ours, theirs) else { return Err(Conflict) };
    by_key(base, ours, theirs).map(Some).ok_or(Conflict)
}

/// What both sides say; nothing where each says something else.
fn settled<T: PartialEq + Copy>(base: T, ours: T, theirs: T) -> Option<T> {
    if ours == theirs || theirs == base {
        Some(ours)
    } else if ours == base {
        Some(theirs)
    } else {
        None
    }
}

/// Our text with the keys that only they changed.
fn by_key(base: Option<&str>, ours: &str, theirs: &str) -> Option<String> {
    let old = base.map_or_else(|| Some(Table::new()), table)?;
    let (own, other) = (table(ours)?, table(theirs)?);
    let names: BTreeSet<&str> = [&old, &own, &other]
        .into_iter()
        .flat_map(|table| table.iter().map(|(name, _)| name))
        .collect();
    let mut document: DocumentMut = ours.parse().ok()?;
    let term = document.get_mut("term")?.as_array_of_tables_mut()?.get_mut(0)?;
    for name in names {
        let [before, mine, yours] = [&old, &own, &other]
            .map(|table| table.get(name).map(|item| item.to_string().trim().to_owned()));
        let end = settled(before.as_ref(), mine.as_ref(), yours.as_ref())?;
        if end == mine.as_ref() {
            continue;
        }
        match other.get_key_value(name) {
            None => _ = term.remove(name),
            Some((_, Item::Value(value))) if term.contains_key(name) => {
                *term.get_mut(name)? = Item::Value(value.clone());
            }
            Some((key, item @ Item::Value(_))) => _ = term.insert_formatted(key, item.clone()),
            Some(_) => return None,
        }
    }
    let merged = document.to_string();
    // Remarks that only they wrote would get lost with their lines.
    let remarks = |text: &str| -> BTreeSet<String> {
        let lines = text.lines().filter(|line| line.trim_start().starts_with('#'));
        lines.map(|line| line.trim().to_owned()).collect()
    };
    let lost = remarks(theirs).into_iter().filter(|line| {
        !remarks(&merged).contains(line) && !base.is_some_and(|base| remarks(base).contains(line))
    });
    Some(lost.map(|line| line + "\n").collect::<String>() + &merged)
}

fn table(text: &str) -> Option<Table> {
    let document: DocumentMut = text.parse().ok()?;
    document.get("term")?.as_array_of_tables()?.get(0).cloned()
}

/// Both texts between the marks of a conflict.
fn marked(ours: Option<&str>, theirs: Option<&str>, marks: &Marks<'_>) -> String {
    let line = |sign: &str, words: &str| format!("{} {words}\n", sign.repeat(marks.length));
    let text = |text: Option<&str>| match text {
        Some(text) => format!("{}\n", text.trim_end()),
        None => String::new(),
    };
    let between = "=".repeat(marks.length);
    let (own, other) = (text(ours), text(theirs));
    format!("{}{own}{between}\n{other}{}", line("<", marks.ours), line(">", marks.theirs))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TermsMerged, merge};
    use crate::catalog::{Marks, Sides};
    use crate::terms::page::block;
    use crate::terms::page::testing::any_term;

    fn merged(base: &str, ours: &str, theirs: &str) -> TermsMerged {
        let marks = Marks { length: 7, ours: "ours", theirs: "theirs" };
        merge(Sides { base, ours, theirs }, &marks).unwrap()
    }

    const HOUSE: &str = "[[term]]\nru = \"Дом\"\nen = \"House\"\n";
    const GARDEN: &str = "# green\n[[term]]\nru = \"Сад\"\nen = \"Garden\"\n";

    #[test]
    fn terms_that_both_sides_add_stand_side_by_side() {
        let ours = format!("{HOUSE}\n[[term]]\nru = \"Лес\"\n");
        let theirs = format!("{HOUSE}\n{GARDEN}");
        let found = merged(HOUSE, &ours, &theirs);
        assert_eq!(found.conflicts, 0);
        assert_eq!(found.text, format!("{HOUSE}\n{GARDEN}\n[[term]]\nru = \"Лес\"\n"));
    }

    #[test]
    fn keys_that_each_side_changed_are_put_together() {
        let ours = format!("{HOUSE}note = \"old\"\n");
        let theirs = HOUSE.replace("\"House\"", "\"Home\"");
        let found = merged(HOUSE, &ours, &theirs);
        assert_eq!(found.text, format!("{theirs}note = \"old\"\n"));
        assert_eq!(found.conflicts, 0);
    }

    #[test]
    fn two_translations_are_a_persons_choice() {
        let ours = HOUSE.replace("House", "Home");
        let theirs = HOUSE.replace("House", "Building");
        let found = merged(HOUSE, &ours, &theirs);
        assert_eq!(found.conflicts, 1);
        assert!(found.text.contains("Home") && found.text.contains("Building"), "{}", found.text);
        assert!(found.text.starts_with("<<<<<<< ours\n"), "{}", found.text);
    }

    #[test]
    fn a_term_taken_out_stays_out_unless_the_other_side_changed_it() {
        let both = format!("{HOUSE}\n{GARDEN}");
        assert_eq!(merged(&both, HOUSE, &both).text, HOUSE);
        let changed = both.replace("Garden", "Park");
        assert_eq!(merged(&both, HOUSE, &changed).conflicts, 1);
    }

    proptest! {
        #[test]
        fn no_text_of_either_side_gets_lost(one in any_term(), other in any_term(), third in any_term()) {
            let file = |terms: &[&crate::terms::Term]| -> String {
                terms.iter().map(|term| block(term) + "\n").collect()
            };
            let (base, ours, theirs) =
                (file(&[&third]), file(&[&third, &one]), file(&[&other, &third]));
            let found = merged(&base, &ours, &theirs);
            for line in ours.lines().chain(theirs.lines()) {
                prop_assert!(found.text.contains(line), "{line}\n{}", found.text);
            }
            prop_assert_eq!(merged(&base, &base, &theirs).conflicts, 0);
        }
    }
}
