//! Writes a catalog so that git shows nothing but what a person decided.
//!
//! Text that belongs to an unchanged pair is copied as it stands; in a changed
//! pair only the changed keys are set; new pairs get the shape of `pair`.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};
use toml_edit::{DocumentMut, Item, Table, Value};

use super::chunks::CatalogLayout;
use super::comments::{keep_remarks, own_words};
use super::page::CatalogPage;
use super::pair::{KEYS, table, value};
use super::sides::Sides;
use crate::model::{Catalog, Pair};

/// The file `text`, which holds `old`, made to hold `new`; nothing where its layout forbids that.
pub fn write(text: &str, old: &Catalog, new: &Catalog) -> Option<String> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let layout = CatalogLayout::of(body).filter(|layout| layout.chunks.len() == old.pairs.len())?;
    let newline = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let mut page = CatalogPage::new(layout.preamble, newline);
    let mut dropped: Vec<bool> = vec![true; layout.chunks.len()];
    let last = layout.chunks.len().checked_sub(1);
    let origins = origins(&old.pairs, &new.pairs);
    for index in origins.iter().flatten() {
        dropped[*index] = false;
    }
    let mut left = leftovers(&layout, old, new, &origins);
    for (at, (pair, origin)) in new.pairs.iter().zip(&origins).enumerate() {
        let left = left.remove(&at).unwrap_or_default().replace('\n', newline);
        let Some(index) = *origin else {
            page.push_new(&left, pair);
            continue;
        };
        let chunk = &layout.chunks[index];
        if old.pairs[index] == *pair {
            page.push_old(chunk, chunk.body, Some(index) == last);
        } else {
            let body = left + &edit(chunk.body, &old.pairs[index], pair)?;
            page.push_old(chunk, &body, Some(index) == last);
        }
    }
    let left = layout.chunks.iter().zip(dropped).filter(|(_, dropped)| *dropped);
    for (chunk, _) in left.filter(|(chunk, _)| !chunk.foreign.is_empty()) {
        page.push_foreign(chunk.foreign);
    }
    Some(mark.to_owned() + &page.finish(body))
}

/// What people wrote about pairs that gave way to another, by the new pair it goes to.
///
/// Where every pair that is left is as it was, the others were removed on purpose.
fn leftovers(
    layout: &CatalogLayout<'_>,
    old: &Catalog,
    new: &Catalog,
    origins: &[Option<usize>],
) -> FxHashMap<usize, String> {
    let is_new = |at: &usize| origins[*at].is_none_or(|index| old.pairs[index] != new.pairs[*at]);
    let changed: Vec<usize> = (0..new.pairs.len()).filter(is_new).collect();
    let mut left: FxHashMap<usize, String> = FxHashMap::default();
    let Some(first) = changed.first() else { return left };
    let kept: FxHashSet<usize> = origins.iter().flatten().copied().collect();
    for index in (0..layout.chunks.len()).filter(|index| !kept.contains(index)) {
        let words = own_words(layout.chunks[index].body);
        if !words.is_empty() {
            let stands_before = |at: &&usize| origins[**at].is_none_or(|origin| origin < index);
            let heir = changed.iter().rev().find(stands_before).unwrap_or(first);
            *left.entry(*heir).or_default() += &words;
        }
    }
    left
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
pub fn edit(body: &str, old: &Pair, new: &Pair) -> Option<String> {
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
    let held = Sides { base: None, ours: Some(body), theirs: None };
    let text = keep_remarks(&document.to_string(), held);
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
    let mut order: Vec<String> = pair.iter().map(|(name, _)| name.to_owned()).collect();
    let place = order.iter().rposition(|name| rank(name) < rank(key) && rank(name).is_some());
    order.insert(place.map_or(0, |place| place + 1), key.to_owned());
    let mut line: DocumentMut = format!("{key:6} = {text}\n").parse().ok()?;
    let (name, item) = line.remove_entry(key)?;
    pair.insert_formatted(&name, item);
    pair.sort_values_by(|one, _, other, _| {
        index(one.get(), &order).cmp(&index(other.get(), &order))
    });
    Some(())
}

fn index(name: &str, order: &[String]) -> Option<usize> {
    order.iter().position(|known| known == name)
}

fn rank(name: &str) -> Option<usize> {
    KEYS.iter().position(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::catalog::tables::TomlText;
    use crate::catalog::{fast, thorough};
    use crate::model::{Ack, Catalog, Pair, State, Waiver};
    use proptest::prelude::*;

    fn read(text: &str) -> Catalog {
        let thorough = thorough::read(TomlText { path: "en.toml", text });
        let thorough = thorough.unwrap_or_else(|err| panic!("{err:?}\n{text}"));
        if let Some(fast) = fast::read(text) {
            assert_eq!(fast, thorough, "both ways read the same");
        }
        thorough
    }

    fn change(text: &str, change: impl FnOnce(&mut Vec<Pair>)) -> String {
        let old = read(text);
        let mut new = old.clone();
        change(&mut new.pairs);
        let written = write(text, &old, &new).unwrap();
        assert_eq!(read(&written), new);
        written
    }

    fn pair(source: &str) -> Pair {
        Pair::new(source, source.to_uppercase(), State::Translated)
    }

    const KEPT: &str = "\
# The catalog of a short item.

# about one
[[pair]]
source = 'one'   # as it was
target = \"ONE\"
colour = 'red'

[[pair]]
target = \"TWO\"
source = \"two\"
state = \"draft\"

[meta]
kept = true
";

    #[test]
    #[expect(clippy::invisible_characters, reason = "the writer keeps them as they are")]
    fn a_new_catalog_has_the_shape_that_is_read_fast() {
        let written = change("", |pairs| pairs.extend([pair("раз"), pair("«два»\u{a0}\u{200b}")]));
        snapbox::assert_data_eq!(
            written,
            snapbox::str![[r#"
[[pair]]
source = "раз"
target = "РАЗ"
state  = "translated"
seal   = "7aft4mac"

[[pair]]
source = "«два» ​"
target = "«ДВА» ​"
state  = "translated"
seal   = "o6fxmsj4"

"#]]
        );
    }

    #[test]
    fn only_what_toml_demands_is_escaped() {
        let written = change("", |pairs| pairs.push(pair("a\t\"b\"\\c\r\n\u{7f}\0")));
        assert!(written.contains(r#"source = "a	\"b\"\\c\r\n\u007F\u0000""#), "{written}");
    }

    #[test]
    fn only_the_changed_keys_of_a_changed_pair_are_touched() {
        let written = change(KEPT, |pairs| {
            pairs[0].target = "ODIN".to_owned();
            pairs[0].note = Some("see 2".to_owned());
            pairs[1].state = State::Final;
            pairs[1].apply_seal();
        });
        snapbox::assert_data_eq!(
            written,
            snapbox::str![[r##"
# The catalog of a short item.

# about one
[[pair]]
source = 'one'   # as it was
target = "ODIN"
note   = "see 2"
colour = 'red'

[[pair]]
target = "TWO"
source = "two"
state = "final"
seal   = "lpdgiyu4"

[meta]
kept = true

"##]]
        );
    }

    #[test]
    fn pairs_come_go_and_move_with_their_remarks() {
        let written = change(KEPT, |pairs| {
            pairs.swap(0, 1);
            pairs.insert(1, pair("half"));
        });
        snapbox::assert_data_eq!(
            written,
            snapbox::str![[r##"
# The catalog of a short item.

[[pair]]
target = "TWO"
source = "two"
state = "draft"

[meta]
kept = true

[[pair]]
source = "half"
target = "HALF"
state  = "translated"
seal   = "lo22pznz"

# about one
[[pair]]
source = 'one'   # as it was
target = "ONE"
colour = 'red'

"##]]
        );
        let written = change(KEPT, |pairs| pairs.truncate(1));
        snapbox::assert_data_eq!(
            written,
            snapbox::str![[r##"
# The catalog of a short item.

# about one
[[pair]]
source = 'one'   # as it was
target = "ONE"
colour = 'red'

[meta]
kept = true

"##]]
        );
        let written = change(KEPT, |pairs| _ = pairs.remove(0));
        snapbox::assert_data_eq!(
            written,
            snapbox::str![[r##"
# The catalog of a short item.

[[pair]]
target = "TWO"
source = "two"
state = "draft"

[meta]
kept = true

"##]]
        );
    }

    #[test]
    fn what_was_written_about_a_pair_that_gives_way_stays_with_its_heir() {
        let written = change(KEPT, |pairs| {
            _ = pairs.remove(0);
            pairs[0].source = "one two".to_owned();
        });
        assert!(
            written.contains("# about one\n# as it was\n# colour = 'red'\n[[pair]]\n"),
            "{written}"
        );
        let acks = "[[pair]]\nsource = \"a\"\ntarget = \"b\"\nacks = [ # mine\n  { from = \"c\", reason = \"d\" },\n]\n";
        let written = change(acks, |pairs| pairs[0].acks.push(Ack::default()));
        assert!(written.starts_with("# mine\n[[pair]]\n"), "{written}");
    }

    #[test]
    fn line_ends_marks_and_missing_last_line_ends_stay() {
        let text = format!("\u{feff}{}", KEPT.replace('\n', "\r\n"));
        let written = change(&text, |pairs| {
            pairs[0].target = "ODIN".to_owned();
            pairs.push(pair("three"));
        });
        assert!(written.starts_with("\u{feff}# The catalog"));
        assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
        let open = "[[pair]]\nsource = \"one\"\ntarget = \"ONE\"";
        let written = change(open, |pairs| pairs.push(pair("two")));
        assert!(written.starts_with(&format!("{open}\n\n[[pair]]\n")), "{written}");
    }

    #[test]
    fn a_catalog_in_one_array_is_read_but_not_rewritten() {
        let text = "pair = [{ source = \"one\", target = \"ONE\" }]\n";
        let old = read(text);
        assert_eq!(old.pairs.len(), 1);
        assert_eq!(write(text, &old, &Catalog::default()), None);
    }

    fn words() -> impl Strategy<Value = String> {
        prop_oneof![
            4 => "[а-яё «»\u{a0}]{0,12}",
            1 => "[\\x00-\\x7f\u{200b}\u{feff}а🙂]{0,8}",
            1 => Just("x".to_owned()),
        ]
    }

    fn day() -> impl Strategy<Value = Option<String>> {
        prop_oneof![Just(None), Just(Some("2026-01-31".to_owned())), words().prop_map(Some)]
    }

    fn any_pair() -> impl Strategy<Value = Pair> {
        let optional = || prop::option::weighted(0.2, words());
        let ack = (words(), words(), optional(), optional(), day())
            .prop_map(|(from, reason, seal, by, on)| Ack { from, reason, seal, by, on });
        let waiver = (words(), words(), optional(), optional(), day())
            .prop_map(|(check, reason, seal, by, on)| Waiver { check, reason, seal, by, on });
        let lists = (prop::collection::vec(ack, 0..3), prop::collection::vec(waiver, 0..3));
        let texts = (words(), words(), prop::sample::select(State::ALL.to_vec()));
        let optional = (optional(), optional(), optional(), optional(), day());
        (texts, optional, lists).prop_map(|(texts, optional, lists)| Pair {
            source: texts.0,
            target: texts.1,
            state: texts.2,
            seal: optional.0,
            note: optional.1,
            origin: optional.2,
            by: optional.3,
            on: optional.4,
            acks: lists.0,
            waivers: lists.1,
        })
    }

    fn catalog() -> impl Strategy<Value = Catalog> {
        prop::collection::vec(any_pair(), 0..6).prop_map(|pairs| Catalog { pairs })
    }

    /// What hands and tools do to a file: each spot gets a bit of TOML, or loses one.
    fn damaged(text: &str, spot: usize, piece: &str) -> String {
        let spot = text.floor_char_boundary(spot % (text.len() + 1));
        let rest = if piece.is_empty() { text[spot..].get(1..) } else { Some(&text[spot..]) };
        [&text[..spot], piece, rest.unwrap_or_default()].concat()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_by_the_fast_way(catalog in catalog()) {
            let text = write("", &Catalog::default(), &catalog).unwrap();
            prop_assert_eq!(fast::read(&text), Some(catalog.clone()));
            prop_assert_eq!(fast::read(&text.replace('\n', "\r\n")), Some(catalog.clone()));
            prop_assert_eq!(read(&text), catalog);
        }

        #[test]
        fn both_ways_agree_on_whatever_the_fast_way_accepts(
            catalog in catalog(),
            spot: usize,
            piece in "[\"\\\\ \n=\r\t#,\\[\\]{}'u0-9bfnrtsx\u{feff}\\x00-\\x1f]{0,3}",
        ) {
            let text = write("", &Catalog::default(), &catalog).unwrap();
            let text = damaged(&text, spot, &piece);
            if let Some(fast) = fast::read(&text) {
                let thorough = thorough::read(TomlText { path: "", text: &text });
                prop_assert_eq!(Some(fast), thorough.ok());
            }
        }

        #[test]
        fn any_change_is_written_and_what_did_not_change_stays(
            old in catalog(),
            mut new in catalog(),
            picks in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        ) {
            if !old.pairs.is_empty() {
                new.pairs.extend(picks.iter().map(|pick| pick.get(&old.pairs).clone()));
            }
            let text = write("", &Catalog::default(), &old).unwrap();
            let text = format!("# remark\n\n{}", text.replace("\n\n[[pair]]", "\n\n# mine\n[[pair]]"));
            let written = write(&text, &old, &new).unwrap();
            prop_assert_eq!(read(&written), new);
            prop_assert!(written.starts_with("# remark\n"));
            prop_assert_eq!(write(&text, &old, &old).unwrap(), text);
        }
    }
}
