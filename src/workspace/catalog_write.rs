//! Writes a catalog so that git shows nothing but what a person decided.
//!
//! Text that belongs to an unchanged pair is copied as it stands; in a changed
//! pair only the changed keys are set; new pairs get the shape of `catalog_text`.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;
use toml_edit::{DocumentMut, Item, Table, Value};

use super::catalog_layout::{Chunk, Layout};
use super::catalog_text::{KEYS, table, value};
use crate::model::{Catalog, Pair};

/// The file `text`, which holds `old`, made to hold `new`; nothing where its layout forbids that.
pub fn write(text: &str, old: &Catalog, new: &Catalog) -> Option<String> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let layout = Layout::of(body).filter(|layout| layout.chunks.len() == old.pairs.len())?;
    let newline = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let mut page = Page { text: layout.preamble.to_owned(), newline, is_open: false };
    let mut dropped: Vec<bool> = vec![true; layout.chunks.len()];
    let last = layout.chunks.len().checked_sub(1);
    for (pair, origin) in new.pairs.iter().zip(origins(&old.pairs, &new.pairs)) {
        let Some(index) = origin else {
            page.push_new(pair);
            continue;
        };
        dropped[index] = false;
        let chunk = &layout.chunks[index];
        if old.pairs[index] == *pair {
            page.push_old(chunk, chunk.body, Some(index) == last);
        } else {
            page.push_old(chunk, &edit(chunk.body, &old.pairs[index], pair)?, Some(index) == last);
        }
    }
    let left = layout.chunks.iter().zip(dropped).filter(|(_, dropped)| *dropped);
    for (chunk, _) in left.filter(|(chunk, _)| !chunk.foreign.is_empty()) {
        page.separate();
        page.text += chunk.foreign;
    }
    Some(mark.to_owned() + &page.finish(&layout))
}

/// The file that grows.
struct Page {
    text: String,
    newline: &'static str,
    /// Whether the next table needs a blank line before it.
    is_open: bool,
}

impl Page {
    fn push_new(&mut self, pair: &Pair) {
        self.separate();
        self.text += &table(pair).replace('\n', self.newline);
        self.is_open = true;
    }

    fn push_old(&mut self, chunk: &Chunk<'_>, body: &str, is_last: bool) {
        if self.is_open {
            self.separate();
        }
        self.text += body;
        self.is_open = is_last && chunk.foreign.is_empty();
        if !self.is_open {
            self.text += chunk.gap;
            self.text += chunk.foreign;
        }
    }

    /// Ends the line, and leaves one blank.
    fn separate(&mut self) {
        if self.text.is_empty() {
            return;
        }
        if !self.text.ends_with('\n') {
            self.text += self.newline;
        }
        let line = self.text.trim_end_matches(['\n', '\r']).len();
        if self.text[line..].matches('\n').count() < 2 {
            self.text += self.newline;
        }
    }

    /// Gives the file the end that it had.
    fn finish(mut self, layout: &Layout<'_>) -> String {
        match layout.chunks.last() {
            Some(last) if last.foreign.is_empty() => {
                if !self.is_open {
                    self.text.truncate(self.text.trim_end_matches(['\n', '\r', ' ', '\t']).len());
                    if !self.text.is_empty() {
                        self.text += self.newline;
                    }
                }
                self.text += last.gap;
            }
            _ => {}
        }
        self.text
    }
}

/// For each new pair the old one that it was.
///
/// First the same pair, then the same source, then the same target; what is left
/// between two known pairs was translated anew, in order.
fn origins(old: &[Pair], new: &[Pair]) -> Vec<Option<usize>> {
    let mut origins = vec![None; new.len()];
    let mut free = vec![true; old.len()];
    let keys: [fn(&Pair) -> String; 3] =
        [table, |pair| pair.source.clone(), |pair| pair.target.clone()];
    for key in keys {
        let mut known: FxHashMap<String, VecDeque<usize>> = FxHashMap::default();
        for (index, pair) in old.iter().enumerate().filter(|(index, _)| free[*index]) {
            known.entry(key(pair)).or_default().push_back(index);
        }
        if known.is_empty() {
            return origins;
        }
        known.remove("");
        for (origin, pair) in origins.iter_mut().zip(new).filter(|(origin, _)| origin.is_none()) {
            *origin = known.get_mut(&key(pair)).and_then(VecDeque::pop_front);
            if let Some(index) = *origin {
                free[index] = false;
            }
        }
    }
    let mut next = 0;
    for origin in &mut origins {
        if origin.is_none() && free.get(next) == Some(&true) {
            free[next] = false;
            *origin = Some(next);
        }
        next = origin.map_or(next, |index| index + 1);
    }
    origins
}

/// The text of a pair with the keys set that changed from `old` to `new`.
fn edit(body: &str, old: &Pair, new: &Pair) -> Option<String> {
    let mut document: DocumentMut = body.parse().ok()?;
    let pair = document.get_mut("pair")?.as_array_of_tables_mut()?.get_mut(0)?;
    for key in KEYS {
        let (before, after) = (value(old, key), value(new, key));
        if before == after {
            continue;
        }
        match after {
            None => _ = pair.remove(key),
            Some(text) => set(pair, key, &text)?,
        }
    }
    let text = document.to_string();
    Some(if body.contains("\r\n") {
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        text
    })
}

fn set(pair: &mut Table, key: &'static str, text: &str) -> Option<()> {
    let mut fresh: Value = text.parse().ok()?;
    match pair.get_mut(key) {
        Some(Item::Value(stored)) => {
            *fresh.decor_mut() = stored.decor().clone();
            *stored = fresh;
        }
        found => {
            if found.is_some() {
                pair.remove(key);
            }
            insert(pair, key, text)?;
        }
    }
    Some(())
}

/// Puts a new key at its place among the known ones.
fn insert(pair: &mut Table, key: &'static str, text: &str) -> Option<()> {
    let rank = |name: &str| KEYS.iter().position(|known| *known == name);
    let mut order: Vec<String> = pair.iter().map(|(name, _)| name.to_owned()).collect();
    let place = order.iter().rposition(|name| rank(name) < rank(key) && rank(name).is_some());
    order.insert(place.map_or(0, |place| place + 1), key.to_owned());
    let mut line: DocumentMut = format!("{key:6} = {text}\n").parse().ok()?;
    let (name, item) = line.remove_entry(key)?;
    pair.insert_formatted(&name, item);
    let index = |name: &str| order.iter().position(|known| known == name);
    pair.sort_values_by(|one, _, other, _| index(one.get()).cmp(&index(other.get())));
    Some(())
}
