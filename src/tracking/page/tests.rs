//! Random pages: whatever is taken out of a source, nothing of it stands on the page untold.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Met, Printed, Tongues, published};
use crate::model::{Catalog, Document, PageState, Pair, Provenance, Published, State};
use crate::parse::{Options, Syntax, parse};
use crate::text::sentences::{Extra, Splitter};
use crate::tracking::{Orphans, Tongue, bitext, tidy};

/// Words of both languages, one for one, so that equal sentences have equal translations.
const WORDS: [[&str; 2]; 12] = [
    ["мост", "bridge"],
    ["кот", "cat"],
    ["итоги", "results"],
    ["цены", "prices"],
    ["школа", "school"],
    ["поезд", "train"],
    ["не", "not"],
    ["министр", "minister"],
    ["вырос", "grew"],
    ["утром", "early"],
    ["второй", "second"],
    ["город", "town"],
];
/// What a block may begin with.
const MARKS: [&str; 5] = ["", "", "- ", "> ", "## "];

/// A sentence: the words of it, by their indices.
type Words = Vec<usize>;

#[derive(Clone, Debug)]
struct Part {
    mark: usize,
    sentences: Vec<Words>,
}

fn said(words: &[usize], language: usize) -> String {
    let words: Vec<&str> = words.iter().map(|word| WORDS[*word][language]).collect();
    let text = words.join(" ");
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    format!("{}{rest}.", first.to_uppercase())
}

/// The parts as Markdown, a line break between sentences or a space.
fn page(parts: &[Part], language: usize, glue: &str) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.sentences.is_empty()) {
        let glue = if MARKS[part.mark].is_empty() { glue } else { " " };
        let texts: Vec<String> = part.sentences.iter().map(|words| said(words, language)).collect();
        text.push_str(&format!("{}{}\n\n", MARKS[part.mark], texts.join(glue)));
    }
    text
}

fn document(text: String, language: &str) -> Document {
    let splitter = Some(Splitter::new(language, &Extra::default()));
    parse(text, Syntax::Markdown, &Options { splitter, ..Options::default() })
}

fn catalog(parts: &[Part]) -> Catalog {
    let sentences = parts.iter().flat_map(|part| &part.sentences);
    let pair = |words: &Words| Pair::new(said(words, 0), said(words, 1), State::Reviewed);
    Catalog { pairs: sentences.map(pair).collect() }
}

fn look(
    source: &Document,
    catalog: &Catalog,
    (text, provenance): (&str, Provenance),
) -> (Published, Vec<String>) {
    let bitext = bitext(source, catalog, "ru");
    let printed = Printed {
        text,
        parse: &|| document(text.to_owned(), "en"),
        met: &|| Met { provenance, was_written: provenance == Provenance::Written, beside: None },
        syntax: Syntax::Markdown,
    };
    let published = published(&bitext, &printed, &Tongues { from: "ru", into: &Tongue::new("en") });
    let stale = bitext.units.iter().filter(|unit| unit.is_stale());
    (published, stale.map(|unit| unit.target.to_string()).collect())
}

/// How often each sentence stands in the parts.
fn counts(parts: &[Part]) -> BTreeMap<&Words, usize> {
    let mut counts = BTreeMap::new();
    for words in parts.iter().flat_map(|part| &part.sentences) {
        *counts.entry(words).or_default() += 1;
    }
    counts
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let words = prop::collection::vec(0..WORDS.len(), 2..6);
    let part = (0..MARKS.len(), prop::collection::vec(words, 1..4));
    let part = part.prop_map(|(mark, sentences)| Part { mark, sentences });
    prop::collection::vec(part, 1..7)
}

fn provenances() -> impl Strategy<Value = Provenance> {
    prop_oneof![Just(Provenance::Written), Just(Provenance::Read), Just(Provenance::Unknown)]
}

/// What becomes of a page that `align` read, as `state: numbers of texts without a source`.
fn read(russian: &str, english: &str, pairs: &[[&str; 2]]) -> String {
    let pair = |texts: &[&str; 2]| Pair::new(texts[0], texts[1], State::Translated);
    let catalog = Catalog { pairs: pairs.iter().map(pair).collect() };
    let source = document(russian.to_owned(), "ru");
    let (published, _) = look(&source, &catalog, (english, Provenance::Read));
    let surplus = published.surplus.iter().map(|one| format!(" {}", one.target));
    format!("{}:{}", published.state.name(), surplus.collect::<String>())
}

#[test]
fn values_on_the_page_are_compared_by_what_they_say() {
    let pairs = [["Счёт матча:", "The score:"], ["Конец.", "The end."]];
    let page = |value: &str| format!("The score:\n\n{value}\n\nThe end.\n");
    let source = |value: &str| format!("Счёт матча:\n\n{value}\n\nКонец.\n");
    for (russian, english, state) in [
        ("2:1", "2:1", "current:"),
        ("5,2 %", "5.2%", "current:"),
        ("23.12.2024", "December 23, 2024", "current:"),
        ("3:1", "2:1", "behind:"),
        ("5,3 %", "5.2%", "behind:"),
        ("24.12.2024", "December 23, 2024", "behind: December 23, 2024"),
    ] {
        let (russian, english) = (source(russian), page(english));
        assert_eq!(read(&russian, &english, &pairs), state, "{russian}{english}");
    }
    assert_eq!(read(&source("№ 5"), "The score:\n\nThe end.\n", &pairs), "current:");
    let localised = [pairs[0], ["100 ₽", "RUB 100"], pairs[1]];
    assert_eq!(read(&source("100 ₽"), &page("RUB 100"), &localised), "current:");
    assert_eq!(read(&source("100 ₽"), &page("RUB 200"), &localised), "behind:");
}

proptest! {
    #[test]
    fn nothing_taken_out_stands_on_the_page_untold(
        before in parts(),
        out in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4),
        new in prop::option::of((any::<prop::sample::Index>(), prop::collection::vec(0..WORDS.len(), 2..6))),
        provenance in provenances(),
        is_tidied in any::<bool>(),
    ) {
        let mut after = before.clone();
        for (part, sentence) in &out {
            let sentences = &mut part.get_mut(&mut after).sentences;
            if !sentences.is_empty() {
                sentences.remove(sentence.index(sentences.len()));
            }
        }
        if let Some((part, words)) = new {
            part.get_mut(&mut after).sentences.push(words);
        }
        let source = document(page(&after, 0, " "), "ru");
        let mut catalog = catalog(&before);
        if is_tidied && provenance != Provenance::Unknown {
            let bitext = bitext(&source, &catalog, "ru");
            catalog = tidy(&bitext, Orphans::Remove(&catalog.pairs));
        }
        let english = page(&before, 1, "\n");
        let (published, stale) = look(&source, &catalog, (&english, provenance));
        let left = counts(&after);
        for (words, count) in counts(&before) {
            let text = said(words, 1);
            let beyond = count.saturating_sub(left.get(words).copied().unwrap_or_default());
            let surplus = published.surplus.iter().map(|surplus| surplus.target.as_str());
            let told = surplus.chain(stale.iter().map(String::as_str));
            let told = told.map(|told| told.matches(&text).count()).sum::<usize>();
            prop_assert!(told >= beyond, "{text} {beyond} times: {published:#?} {stale:#?}");
        }
    }

    #[test]
    fn a_page_whose_source_did_not_change_is_current(before in parts(), provenance in provenances()) {
        let source = document(page(&before, 0, " "), "ru");
        // What the program wrote has the line breaks of its source.
        let glue = if provenance == Provenance::Written { " " } else { "\n" };
        let english = page(&before, 1, glue);
        let (published, _) = look(&source, &catalog(&before), (&english, provenance));
        prop_assert_eq!(published.state, PageState::Current, "{:#?}", &published);
        prop_assert!(published.surplus.is_empty(), "{published:#?}");
    }

    #[test]
    fn a_finished_translation_that_the_page_lacks_is_told(
        before in parts(),
        which in any::<prop::sample::Index>(),
        provenance in provenances(),
    ) {
        let source = document(page(&before, 0, " "), "ru");
        let mut catalog = catalog(&before);
        let pair = which.get_mut(&mut catalog.pairs);
        *pair = Pair::new(pair.source.clone(), format!("Now {}", pair.target), State::Translated);
        let english = page(&before, 1, " ");
        let (published, _) = look(&source, &catalog, (&english, provenance));
        prop_assert!(published.is_due && published.state != PageState::Current, "{published:#?}");
    }
}
