//! Three versions of a catalog's file become one, pair by pair.
//!
//! What one side left alone is copied from the other as it stands. Where both translated one
//! pair differently, both versions stand whole between the marks that git uses.

mod decisions;
mod kinship;
mod rows;

use super::chunks::{CatalogLayout, Chunk};
use super::comments::{keep_remarks, merge_foreign_keys, merge_preambles};
use super::page::CatalogPage;
use super::read::read;
use super::sides::Sides;
use super::write::edit;
use crate::error::Result;
use crate::model::{Catalog, Pair};
use rows::MergeRow;

/// A merged catalog.
#[derive(Debug, PartialEq, Eq)]
pub struct Merged {
    pub text: String,
    /// How many pairs wait for a person's choice.
    pub conflicts: usize,
}

/// How conflicts are marked.
pub struct Marks<'a> {
    /// How many characters a mark has.
    pub length: usize,
    pub ours: &'a str,
    pub theirs: &'a str,
}

/// Merges the versions of the catalog that a person knows as `path`.
///
/// Nothing where the files hold more than can be merged by pair.
pub fn merge(texts: Sides<&str>, path: &str, marks: &Marks<'_>) -> Result<Option<Merged>> {
    let shape = Shape::of(if texts.ours.is_empty() { texts.theirs } else { texts.ours });
    let plain = texts.map(|text| text.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
    let Sides { base, ours, theirs } = plain.as_ref().map(|text| Side::read(text, path));
    let (Some(base), Some(ours), Some(theirs)) = (base?, ours?, theirs?) else { return Ok(None) };
    let merged = Sides { base: &base, ours: &ours, theirs: &theirs }.merge(marks);
    Ok(merged.map(|merged| Merged { text: shape.apply(&merged.text), ..merged }))
}

/// What a file has beside its text.
struct Shape {
    mark: &'static str,
    newline: &'static str,
}

impl Shape {
    fn of(text: &str) -> Self {
        Self {
            mark: if text.starts_with('\u{feff}') { "\u{feff}" } else { "" },
            newline: if text.contains("\r\n") { "\r\n" } else { "\n" },
        }
    }

    fn apply(&self, text: &str) -> String {
        self.mark.to_owned() + &text.replace('\n', self.newline)
    }
}

/// One version of the file.
struct Side<'a> {
    text: &'a str,
    layout: CatalogLayout<'a>,
    catalog: Catalog,
}

impl<'a> Side<'a> {
    fn read(text: &'a str, path: &str) -> Result<Option<Self>> {
        let catalog = read(text, || path.to_owned())?;
        let layout = CatalogLayout::of(text);
        let layout = layout.filter(|layout| layout.chunks.len() == catalog.pairs.len());
        Ok(layout.map(|layout| Self { text, layout, catalog }))
    }

    fn foreign(&self) -> String {
        self.layout.chunks.iter().map(|chunk| chunk.foreign).collect()
    }

    fn at(&'a self, index: usize) -> Held<'a> {
        let is_last = index + 1 == self.layout.chunks.len();
        Held { chunk: &self.layout.chunks[index], pair: &self.catalog.pairs[index], is_last }
    }
}

/// One pair of a version.
#[derive(Clone, Copy)]
struct Held<'a> {
    chunk: &'a Chunk<'a>,
    pair: &'a Pair,
    is_last: bool,
}

/// What became of a pair.
enum Fate<'a> {
    Gone,
    /// Taken from one side, perhaps with another text.
    Kept {
        held: Held<'a>,
        body: String,
        pair: Box<Pair>,
    },
    Conflict {
        ours: Held<'a>,
        theirs: Held<'a>,
    },
}

/// Which version of a conflict is written.
#[derive(Clone, Copy)]
enum Shown<'m> {
    Both(&'m Marks<'m>),
    Ours,
}

impl<'a> Sides<&'a Side<'a>> {
    fn merge(self, marks: &Marks<'_>) -> Option<Merged> {
        let preamble = merge_preambles(self.map(|side| side.layout.preamble))?;
        let foreign = self.map(Side::foreign);
        // Somebody else's tables come from one side as a whole, or git decides about the text.
        let is_ours = *foreign.as_ref().settled()? == foreign.ours;
        let keeper = if is_ours { self.ours } else { self.theirs };
        let rows = rows::rows(self.map(|side| side.catalog.pairs.as_slice()));
        let fate = |row: &MergeRow| {
            let place = if is_ours { row.ours } else { row.theirs };
            (self.fate(row), place.map_or("", |at| keeper.layout.chunks[at].foreign))
        };
        let fates: Vec<(Fate<'_>, &str)> = rows.iter().map(fate).collect();
        let write = |shown| written(&preamble, &fates, shown).finish(self.ours.text);
        let expected = fates.iter().filter_map(|(fate, _)| fate.pair()).cloned().collect();
        // A file that does not read back as what was meant is left to git.
        let catalog = read(&write(Shown::Ours), String::new).ok()?;
        if catalog != (Catalog { pairs: expected }) {
            return None;
        }
        let is_conflict = |(fate, _): &&(Fate<'_>, _)| matches!(fate, Fate::Conflict { .. });
        let conflicts = fates.iter().filter(is_conflict).count();
        Some(Merged { text: write(Shown::Both(marks)), conflicts })
    }

    fn fate(self, row: &MergeRow) -> Fate<'a> {
        let base = row.base.map(|at| self.base.at(at));
        match (row.ours.map(|at| self.ours.at(at)), row.theirs.map(|at| self.theirs.at(at))) {
            (Some(ours), Some(theirs)) => both(base, ours, theirs),
            (Some(held), None) | (None, Some(held)) => {
                // What one side removed and the other changed is kept: nobody removed the change.
                let is_removed = base.is_some_and(|base| base.chunk.body == held.chunk.body);
                if is_removed { Fate::Gone } else { Fate::whole(held) }
            }
            (None, None) => Fate::Gone,
        }
    }
}

impl<'a> Fate<'a> {
    fn whole(held: Held<'a>) -> Self {
        Self::Kept { held, body: held.chunk.body.to_owned(), pair: Box::new(held.pair.clone()) }
    }

    /// The pair that stands in the file where a person would choose ours.
    fn pair(&self) -> Option<&Pair> {
        match self {
            Self::Gone => None,
            Self::Kept { pair, .. } => Some(pair),
            Self::Conflict { ours, .. } => Some(ours.pair),
        }
    }
}

fn both<'a>(base: Option<Held<'a>>, ours: Held<'a>, theirs: Held<'a>) -> Fate<'a> {
    let sides = Sides { base, ours: Some(ours), theirs: Some(theirs) };
    let bodies = sides.map(|held| held.map(|held| held.chunk.body));
    match bodies.settled() {
        Some(body) if body == bodies.ours => return Fate::whole(ours),
        Some(_) => return Fate::whole(theirs),
        None => {}
    }
    let merged = || {
        let pair = decisions::pair(base.map(|held| held.pair), ours.pair, theirs.pair)?;
        let body = merge_foreign_keys(&edit(ours.chunk.body, ours.pair, &pair)?, bodies)?;
        Some(Fate::Kept { held: ours, body: keep_remarks(&body, bodies), pair: Box::new(pair) })
    };
    merged().unwrap_or(Fate::Conflict { ours, theirs })
}

fn written(preamble: &str, fates: &[(Fate<'_>, &str)], shown: Shown<'_>) -> CatalogPage {
    let push = |page: &mut CatalogPage, held: &Held<'_>, (body, foreign): (&str, &str)| {
        let chunk = Chunk { body, gap: held.chunk.gap, foreign };
        page.push_old(&chunk, body, held.is_last);
    };
    let mut page = CatalogPage::new(preamble, "\n");
    for (fate, foreign) in fates {
        match (fate, shown) {
            (Fate::Gone, _) if foreign.is_empty() => {}
            (Fate::Gone, _) => page.push_foreign(foreign),
            (Fate::Kept { held, body, .. }, _) => push(&mut page, held, (body, foreign)),
            (Fate::Conflict { ours, .. }, Shown::Ours) => {
                push(&mut page, ours, (ours.chunk.body, foreign));
            }
            (Fate::Conflict { ours, theirs }, Shown::Both(marks)) => {
                page.push_lines(&marks.conflict(ours.chunk.body, theirs.chunk.body));
                if !foreign.is_empty() {
                    page.push_foreign(foreign);
                }
            }
        }
    }
    page
}

impl Marks<'_> {
    fn conflict(&self, ours: &str, theirs: &str) -> String {
        let mark = |sign: &str, label: &str| {
            let mark = sign.repeat(self.length);
            if label.is_empty() { mark } else { format!("{mark} {label}") }
        };
        let lines = [
            mark("<", self.ours),
            ours.trim_end_matches('\n').to_owned(),
            mark("=", ""),
            theirs.trim_end_matches('\n').to_owned(),
            mark(">", self.theirs),
        ];
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Marks, Merged, Sides, merge};
    use crate::catalog::pair::table;
    use crate::error::testing::words;
    use crate::model::{Ack, Catalog, Pair, State};

    const MARKS: Marks<'static> = Marks { length: 7, ours: "HEAD", theirs: "topic" };

    fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
        let merged = merge(Sides { base, ours, theirs }, "en.toml", &MARKS);
        merged.unwrap_or_else(|err| panic!("{}", words(&err))).expect("can be merged by pair")
    }

    fn clean(base: &str, ours: &str, theirs: &str) -> String {
        let merged = merged(base, ours, theirs);
        assert_eq!(merged.conflicts, 0, "{}", merged.text);
        merged.text
    }

    fn file<'a>(pairs: impl IntoIterator<Item = &'a Pair>) -> String {
        pairs.into_iter().map(table).collect::<Vec<_>>().join("\n")
    }

    fn pair(source: &str, target: &str) -> Pair {
        Pair::new(source, target, State::Translated)
    }

    fn held(pair: &Pair, now: &str) -> Pair {
        let ack = Ack { from: pair.source.clone(), reason: "Same.".to_owned(), ..Ack::default() };
        let mut held = Pair { source: now.to_owned(), acks: vec![ack], ..pair.clone() };
        held.apply_seal();
        held
    }

    #[test]
    fn additions_in_one_place_stand_one_after_the_other() {
        let [first, last] = [pair("Начало.", "Start."), pair("Конец.", "End.")];
        let [ours, theirs] = [pair("Наше.", "Ours."), pair("Чужое.", "Theirs.")];
        let text = clean(
            &file([&first, &last]),
            &file([&first, &ours, &last]),
            &file([&first, &theirs, &last]),
        );
        assert_eq!(text, file([&first, &ours, &theirs, &last]));
    }

    #[test]
    fn the_same_addition_stands_once() {
        let new = file([&pair("Да.", "Yes.")]);
        assert_eq!(clean("", &new, &new), new);
        let draft = file([&Pair::new("Да.", "Yes.", State::Draft)]);
        assert_eq!(clean("", &draft, &new), new);
    }

    #[test]
    fn two_translations_of_one_sentence_stay_for_a_person_to_choose() {
        let [one, two] = [pair("Да.", "Yes."), pair("Нет.", "No.")];
        let base = file([&one, &two]);
        let [ours, theirs] = [pair("Да.", "Aye."), pair("Да.", "Yeah.")];
        let merged = merged(&base, &file([&ours, &two]), &file([&theirs, &two]));
        assert_eq!(merged.conflicts, 1);
        snapbox::assert_data_eq!(
            merged.text,
            snapbox::str![[r#"
<<<<<<< HEAD
[[pair]]
source = "Да."
target = "Aye."
state  = "translated"
seal   = "o64hzu4s"
=======
[[pair]]
source = "Да."
target = "Yeah."
state  = "translated"
seal   = "tfz7ayun"
>>>>>>> topic

[[pair]]
source = "Нет."
target = "No."
state  = "translated"
seal   = "tkmym4fb"

"#]]
        );
    }

    #[test]
    fn records_of_both_sides_are_kept() {
        let base = pair("Да.", "Yes.");
        let ours = held(&base, "Да!");
        let mut theirs = base.clone();
        theirs.note = Some("Ask.".to_owned());
        let text = clean(&file([&base]), &file([&ours]), &file([&theirs]));
        let expected = Pair { note: Some("Ask.".to_owned()), ..ours.clone() };
        assert_eq!(text, file([&expected]));
        let mut theirs = ours.clone();
        theirs.acks[0].by = Some("Анна".to_owned());
        let text = clean(&file([&base]), &file([&ours]), &file([&theirs]));
        assert_eq!(text.matches("from = \"Да.\"").count(), 2, "{text}");
    }

    #[test]
    fn a_new_translation_outlives_the_statement_that_the_old_one_holds() {
        let base = pair("Да.", "Yes.");
        let ours = held(&base, "Да!");
        let theirs = pair("Да.", "Yeah.");
        let both = Pair { acks: ours.acks.clone(), ..theirs.clone() };
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let text = clean(&file([&base]), &file([ours]), &file([theirs]));
            assert_eq!(text, file([&both]));
        }
    }

    #[test]
    fn to_send_back_outdoes_to_approve() {
        let of = |state| file([&Pair::new("Да.", "Yes.", state)]);
        let (base, reviewed) = (of(State::Translated), of(State::Reviewed));
        assert_eq!(clean(&base, &reviewed, &of(State::Final)), of(State::Final));
        assert_eq!(clean(&base, &reviewed, &of(State::Draft)), of(State::Draft));
    }

    #[test]
    fn what_one_side_removed_and_the_other_changed_stays() {
        let [one, two] = [pair("Да.", "Yes."), pair("Нет.", "No.")];
        let base = file([&one, &two]);
        let changed = file([&pair("Да.", "Yeah."), &two]);
        assert_eq!(clean(&base, &file([&two]), &base), file([&two]));
        assert_eq!(clean(&base, &file([&two]), &changed), changed);
    }

    #[test]
    fn a_new_order_is_kept_whoever_made_it() {
        let [one, two, three] = ["Раз.", "Два.", "Три."].map(|text| pair(text, text));
        let base = file([&one, &two]);
        let sorted = file([&two, &one]);
        let longer = file([&one, &two, &three]);
        assert_eq!(clean(&base, &sorted, &longer), file([&two, &one, &three]));
        assert_eq!(clean(&base, &longer, &sorted), file([&two, &one, &three]));
    }

    #[test]
    fn remarks_and_keys_of_both_sides_stay() {
        let base =
            "# Ours.\n\n[[pair]]\nsource = \"Да.\" # sure\ntarget = \"Yes.\"\ncolour = \"red\"\n";
        let ours =
            base.replace("Yes.\"", "Aye.\" # sailors").replace("# Ours.", "# Ours.\n# More.");
        let theirs =
            base.replace("red", "blue").replace("[[pair]]", "# Mind this.\n[[pair]]\nshape = 1");
        let theirs =
            format!("[published]\ndigest = \"aa\"\n\n{}", theirs.trim_start_matches("# Ours.\n\n"));
        let ours = format!("{ours}\n[tool]\nkept = true\n");
        let text = clean(base, &ours, &theirs.replace("Да.\" # sure", "Да.\" # very sure"));
        snapbox::assert_data_eq!(
            text,
            snapbox::str![[r##"
# Ours.
# More.

[published]
digest = "aa"

# Mind this.
# very sure
[[pair]]
source = "Да." # sure
target = "Aye." # sailors
colour = "blue"
shape = 1

[tool]
kept = true

"##]]
        );
        let blue = theirs.replace("blue", "green");
        assert_eq!(merged(base, &ours.replace("red", "black"), &blue).conflicts, 1);
    }

    #[test]
    fn line_ends_and_marks_are_those_of_ours() {
        let [one, two, three] = ["Раз.", "Два.", "Три."].map(|text| pair(text, text));
        let base = file([&one]);
        let ours = format!("\u{feff}{}", file([&one, &two]).replace('\n', "\r\n"));
        let text = clean(&base, &ours, &file([&one, &three]));
        let expected = file([&one, &two, &three]).replace('\n', "\r\n");
        assert_eq!(text, format!("\u{feff}{expected}"));
    }

    #[test]
    fn a_broken_side_is_named() {
        let merged = merge(Sides { base: "", ours: "", theirs: "[[pair]\n" }, "en.toml", &MARKS);
        assert!(words(&merged.unwrap_err()).contains("--> en.toml:1:8"));
        let inline = "pair = [{ source = \"Да.\", target = \"Yes.\" }]\n";
        let merged = merge(Sides { base: inline, ours: "", theirs: inline }, "en.toml", &MARKS);
        assert_eq!(merged.unwrap(), None);
    }

    /// One decision or edit by hand: what, where, and which text.
    type Act = (usize, prop::sample::Index, usize);

    fn work(base: &[Pair], acts: &[Act], side: &str) -> Vec<Pair> {
        let mut pairs = base.to_vec();
        for (kind, index, text) in acts {
            let at = index.index(pairs.len().max(1));
            if pairs.is_empty() || *kind == 0 {
                pairs.insert(at, pair(&format!("Новое {text}."), &format!("New {text} {side}")));
                continue;
            }
            let pair = &mut pairs[at];
            match kind {
                1 => _ = pairs.remove(at),
                2 => {
                    pair.target = format!("{side} {text} {}", pair.target);
                    pair.apply_seal();
                }
                3 => *pair = held(pair, &format!("{} И {text}.", pair.source)),
                4 => {
                    pair.state = State::ALL[text % 4];
                    pair.apply_seal();
                }
                5 => pair.note = Some(format!("Note {side} {text}")),
                6 => pair.target += " By hand.",
                7 => {
                    let moved = pairs.remove(at);
                    pairs.insert(text % (pairs.len() + 1), moved);
                }
                _ => {
                    pair.source = format!("{} И {text}.", pair.source);
                    pair.target = format!("{side} {text}");
                    pair.apply_seal();
                }
            }
        }
        pairs
    }

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        prop::collection::vec((0..9_usize, any::<prop::sample::Index>(), 0..4_usize), 0..6)
    }

    /// The texts that a person put together, sealed, with their state.
    fn decisions(pairs: &[Pair]) -> BTreeSet<(&str, &str, State)> {
        let sealed = pairs.iter().filter(|pair| pair.is_sealed());
        sealed.map(|pair| (&*pair.source, &*pair.target, pair.state)).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_merge_makes_a_decision_or_loses_a_text(
            base in prop::collection::vec(0..6_usize, 0..7),
            mine in acts(),
            yours in acts(),
        ) {
            let base: Vec<Pair> = base.iter().enumerate().map(|(at, text)| {
                pair(&format!("Предложение {text} стоит здесь."), &format!("Sentence {text} at {at}."))
            }).collect();
            let [ours, theirs] = [work(&base, &mine, "ours"), work(&base, &yours, "theirs")];
            let merged = merged(&file(&base), &file(&ours), &file(&theirs));
            let lines = merged.text.lines().filter(|line| !line.starts_with(['<', '>']) && *line != "=======");
            let text = lines.map(|line| format!("{line}\n")).collect::<String>();
            let all: Catalog = super::read(&text, String::new).expect("reads without its marks");
            let made: BTreeSet<_> = decisions(&ours).into_iter().chain(decisions(&theirs)).collect();
            for decision in decisions(&all.pairs) {
                prop_assert!(made.contains(&decision), "nobody made {decision:?}\n{}", merged.text);
            }
            for pair in &all.pairs {
                let same = |one: &Pair| one.source == pair.source && one.target == pair.target;
                prop_assert!(ours.iter().chain(&theirs).any(same), "nobody put together {pair:?}");
            }
            let new = |pairs: &[Pair]| {
                let texts = pairs.iter().flat_map(|pair| {
                    let acks = pair.acks.iter().map(|ack| ack.from.clone());
                    acks.chain([pair.target.clone()]).chain(pair.note.clone()).collect::<Vec<_>>()
                });
                texts.collect::<BTreeSet<_>>()
            };
            for written in new(&ours).union(&new(&theirs)).filter(|text| !new(&base).contains(*text)) {
                prop_assert!(merged.text.contains(&**written), "lost {written:?}\n{}", merged.text);
            }
            if mine.is_empty() {
                prop_assert_eq!(merged.text, file(&theirs));
            }
        }
    }
}
