//! Both documents are edited, and the catalog follows.

use proptest::prelude::*;

use super::aligner::Stub;
use super::{BlockAligner, KnownPage, Link, Realigned, Versions, realign, restore};
use crate::align::Lexicon;
use crate::model::{Catalog, Document, Pair, State};
use crate::parse::{Options, Syntax, parse};
use crate::text::sentences::{Extra, Splitter};
use crate::tracking::Tongue;

pub fn document(text: &str, language: &str) -> Document {
    let splitter = Some(Splitter::new(language, &Extra::default()));
    parse(text.to_owned(), Syntax::Text, &Options { splitter, ..Options::default() })
}

/// Pairs segments one by one, in order; the confidence falls with the difference of the counts.
fn in_order(source: &[usize], target: &[usize]) -> Vec<Link> {
    let both = source.len().min(target.len());
    let confidence = if source.len() == target.len() { 0.95 } else { 0.6 };
    let link = |at: usize| Link { source: at..at + 1, target: at..at + 1, confidence };
    let left = (both..source.len()).map(|at| Link { source: at..at + 1, target: 0..0, confidence });
    let right =
        (both..target.len()).map(|at| Link { source: 0..0, target: at..at + 1, confidence });
    (0..both).map(link).chain(left).chain(right).collect()
}

/// Texts fit the better the more numbers they share.
fn numbers_fit(source: &str, target: &str) -> f64 {
    let numbers = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_ascii_digit());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let target = numbers(target);
    let shared = numbers(source).into_iter().filter(|number| target.contains(number));
    shared.map(|_| 5.0).sum()
}

fn after(russian: &str, english: &str, catalog: &Catalog, base: KnownPage<'_>) -> Realigned {
    let (source, target) = (document(russian, "ru"), document(english, "en"));
    let tongues = (&Tongue::new("ru"), &Tongue::new("en"));
    let versions = Versions { source: &source, target: &target, base, tongues };
    let lexicon = Lexicon::empty("ru", "en");
    let mut aligner = BlockAligner::new(&lexicon, 0.5);
    aligner.stub = Some(Stub {
        links: in_order,
        fit: numbers_fit,
        translates: |_, target| !target.contains("foreign"),
        contradicts: |_, target| target.contains("contrary"),
    });
    realign(&versions, catalog, &aligner)
}

fn pair(source: &str, target: &str) -> Pair {
    Pair::new(source, target, State::Reviewed)
}

fn known() -> Catalog {
    let mut first = pair("Совет принял план на 2026 год.", "The board adopted the plan for 2026.");
    first.note = Some("Не «совет директоров».".to_owned());
    let rest = [
        pair("Итоги подвели вечером в среду.", "The results were summed up on Wednesday evening."),
        pair("Кофе быстро остыл.", "The coffee went cold quickly."),
    ];
    Catalog { pairs: [vec![first], rest.to_vec()].concat() }
}

const RUSSIAN: &str =
    "Совет принял план на 2026 год.\n\nИтоги подвели вечером в среду. Кофе быстро остыл.\n";
const ENGLISH: &str = "The board adopted the plan for 2026.\n\nThe results were summed up on Wednesday evening. The coffee went cold quickly.\n";

/// Each pair as `state: source | target`.
fn shown(made: &Realigned) -> String {
    let lines = made.catalog.pairs.iter().map(|pair| {
        assert!(pair.is_sealed());
        format!("{}: {} | {}\n", pair.state.name(), pair.source, pair.target)
    });
    lines.collect()
}

fn edited(russian: (&str, &str), english: (&str, &str)) -> Realigned {
    let (source, target) =
        (RUSSIAN.replace(russian.0, russian.1), ENGLISH.replace(english.0, english.1));
    after(&source, &target, &known(), KnownPage::Lost)
}

#[test]
fn what_nobody_edited_stays_as_it_is() {
    let made = after(RUSSIAN, ENGLISH, &known(), KnownPage::Lost);
    assert_eq!(made, Realigned { catalog: known(), ..Realigned::default() });
}

#[test]
fn edits_on_both_sides_make_a_new_translation() {
    let made = edited(("2026", "2027"), ("2026", "2027"));
    let first = &made.catalog.pairs[0];
    assert_eq!(first.source, "Совет принял план на 2027 год.");
    assert_eq!(first.target, "The board adopted the plan for 2027.");
    assert_eq!(
        (first.state, first.note.as_deref()),
        (State::Translated, known().pairs[0].note.as_deref())
    );
    assert_eq!((made.renewed, &made.catalog.pairs[1..]), (1, &known().pairs[1..]));
}

#[test]
fn english_edited_alone_is_a_changed_target() {
    let made = edited(("", ""), ("The results were", "The outcome was"));
    assert_eq!(made.renewed, 1);
    assert!(shown(&made).contains(
        "translated: Итоги подвели вечером в среду. | The outcome was summed up on Wednesday evening.\n"
    ));
}

#[test]
fn words_of_the_english_alone_that_may_say_something_else_make_a_draft() {
    let made = edited(("", ""), ("summed up", "falsified"));
    assert!(shown(&made).contains(
        "draft: Итоги подвели вечером в среду. | The results were falsified on Wednesday evening.\n"
    ));
    let note = made.catalog.pairs[1].note.as_deref();
    assert_eq!(note, Some("[-The results were summed up on Wednesday evening.-]"));
}

#[test]
fn an_edit_that_answers_to_nothing_leaves_the_pair_stale() {
    let link = edited(("2026", "2027"), ("The board", "[The board](/board)"));
    let first = "translated: Совет принял план на 2026 год. | ";
    assert!(shown(&link).starts_with(&format!("{first}[The board](/board) adopted")));
    let typo = edited(("2026", "2027"), ("The board", "The Duma"));
    assert!(shown(&typo).starts_with(&first.replace("translated", "draft")));
    let counted = edited(
        ("план на 2026", "[план](/plan) на 2027"),
        ("the plan for", "[the plan](/plan) for"),
    );
    assert!(shown(&counted).starts_with(&format!("{first}The board adopted [the plan]")));
    let denied = edited(("принял план", "не принял план"), ("The board", "The boards"));
    assert!(shown(&denied).starts_with(&format!("{first}The boards adopted")));
    let answered = edited(("принял план", "не принял план"), ("adopted", "did not adopt"));
    assert!(shown(&answered).starts_with("translated: Совет не принял план"));
    let both = edited(("план", "[план](/plan)"), ("the plan", "[the plan](/plan)"));
    assert!(shown(&both).contains("Совет принял [план](/plan) на 2026 год. | The board"));
}

#[test]
fn a_draft_that_was_taken_out_and_comes_back_otherwise_must_show_whose_it_is() {
    let without = ENGLISH.replace(" The coffee went cold quickly.", "");
    let base = document(&without, "en");
    for (word, state) in [("foreign", State::Draft), ("own", State::Translated)] {
        let held = format!("The {word} tea went cold quickly.");
        let mut drafted = known();
        drafted.pairs[2] = Pair::new("Кофе быстро остыл.", held, State::Draft);
        let again = format!(" The {word} tea went cold very quickly.");
        let english = ENGLISH.replace(" The coffee went cold quickly.", &again);
        let made = after(RUSSIAN, &english, &drafted, KnownPage::Document(&base));
        assert_eq!(made.catalog.pairs[2].state, state, "{}", shown(&made));
    }
}

#[test]
fn a_doubtful_pair_stays_doubtful_when_its_english_is_edited() {
    let mut drafted = known();
    drafted.pairs[1] = Pair { state: State::Draft, ..drafted.pairs[1].clone() };
    drafted.pairs[1].apply_seal();
    let mut unsealed = known();
    unsealed.pairs[1].seal = None;
    let english = ENGLISH.replace("summed up", "announced");
    // Of unequal numbers of sentences the aligner is not sure.
    let russian = RUSSIAN.replace("Кофе быстро", "Новое слово. Кофе быстро");
    for catalog in [drafted, unsealed] {
        let made = after(&russian, &english, &catalog, KnownPage::Lost);
        assert!(shown(&made).contains("draft: Итоги подвели вечером в среду. | The results were"));
    }
}

#[test]
fn russian_edited_alone_stays_stale() {
    assert_eq!(edited(("2026", "2027"), ("", "")).catalog, known());
    assert_eq!(edited(("вечером ", ""), ("", "")).catalog, known());
}

#[test]
fn a_sentence_new_on_both_sides_stands_at_its_place() {
    let made = edited(
        ("Кофе", "Потом дали слово мэру. Кофе"),
        ("The coffee", "Then the mayor spoke. The coffee"),
    );
    assert_eq!((made.added, made.catalog.pairs.len()), (1, 4));
    assert_eq!(made.catalog.pairs[2].source, "Потом дали слово мэру.");
    assert_eq!(made.catalog.pairs[2].target, "Then the mayor spoke.");
}

#[test]
fn a_sentence_new_on_one_side_is_missing_or_extra() {
    assert_eq!(edited(("Кофе", "Потом дали слово мэру. Кофе"), ("", "")).catalog, known());
    let made = edited(("", ""), ("The coffee", "Then the mayor spoke. The coffee"));
    assert_eq!((made.extra, made.catalog.pairs[2].source.as_str()), (1, ""));
    let again = after(
        RUSSIAN,
        &ENGLISH.replace("The coffee", "Then the mayor spoke. The coffee"),
        &made.catalog,
        KnownPage::Lost,
    );
    assert_eq!(again.catalog, made.catalog);
}

#[test]
fn an_extra_sentence_finds_the_source_that_came_later() {
    let english = ENGLISH.replace("The coffee", "Then the mayor spoke. The coffee");
    let made = after(RUSSIAN, &english, &known(), KnownPage::Lost);
    let russian = RUSSIAN.replace("Кофе", "Потом дали слово мэру. Кофе");
    let made = after(&russian, &english, &made.catalog, KnownPage::Lost);
    assert!(shown(&made).contains("translated: Потом дали слово мэру. | Then the mayor spoke.\n"));
    assert_eq!(made.catalog.pairs.len(), 4);
}

#[test]
fn what_both_sides_dropped_goes_to_the_end() {
    let made = edited((" Кофе быстро остыл.", ""), (" The coffee went cold quickly.", ""));
    assert_eq!(made.catalog, known());
    let made = edited(
        ("Итоги подвели вечером в среду. ", ""),
        ("The results were summed up on Wednesday evening. ", ""),
    );
    let sources: Vec<&str> = made.catalog.pairs.iter().map(|pair| pair.target.as_str()).collect();
    assert_eq!(
        sources[1..],
        ["The coffee went cold quickly.", "The results were summed up on Wednesday evening."]
    );
}

#[test]
fn a_translation_taken_out_waits_as_a_draft() {
    let made = edited(("", ""), (" The coffee went cold quickly.", ""));
    assert_eq!(made.withdrawn, 1);
    assert!(shown(&made).ends_with("draft: Кофе быстро остыл. | The coffee went cold quickly.\n"));
    let again = after(
        RUSSIAN,
        &ENGLISH.replace(" The coffee went cold quickly.", ""),
        &made.catalog,
        KnownPage::Lost,
    );
    assert_eq!((again.withdrawn, again.catalog), (0, made.catalog));
}

#[test]
fn a_draft_taken_off_the_page_is_told_until_it_stands_there_again() {
    let shorter = ENGLISH.replace(" The coffee went cold quickly.", "");
    let (whole, short) = (document(ENGLISH, "en"), document(&shorter, "en"));
    let mut catalog = known();
    for pair in &mut catalog.pairs {
        pair.state = State::Draft;
        pair.apply_seal();
    }
    let made = after(RUSSIAN, &shorter, &catalog, KnownPage::Document(&whole));
    let taken = |made: &Realigned| -> Vec<bool> {
        made.catalog.pairs.iter().map(super::is_taken_out).collect()
    };
    assert_eq!(taken(&made), [false, false, true]);
    let again = after(RUSSIAN, &shorter, &made.catalog, KnownPage::Document(&short));
    assert_eq!(again.catalog, made.catalog);
    let back = after(RUSSIAN, ENGLISH, &made.catalog, KnownPage::Document(&short));
    assert_eq!(back.catalog, catalog);
    // What never stood on the page was taken off by nobody.
    let never = after(RUSSIAN, &shorter, &catalog, KnownPage::Document(&short));
    assert_eq!(taken(&never), [false; 3]);
}

#[test]
fn text_that_lost_its_source_stays_that_text_when_it_is_edited() {
    let russian = RUSSIAN.replace(" Кофе быстро остыл.", "");
    let english = ENGLISH.replace("cold quickly", "cold very quickly");
    let base = document(ENGLISH, "en");
    let made = after(&russian, &english, &known(), KnownPage::Document(&base));
    assert!(
        shown(&made).ends_with("draft: Кофе быстро остыл. | The coffee went cold very quickly.\n")
    );
    assert_eq!((made.renewed, made.extra), (1, 0));
}

#[test]
fn a_sentence_taken_out_beside_an_edited_one_is_not_joined_to_it() {
    let gone = ("The results were summed up on Wednesday evening. The coffee", "This coffee");
    for russian in [("", ""), ("вечером в среду", "утром в четверг")] {
        let made = edited(russian, gone);
        assert_eq!((made.renewed, made.withdrawn), (1, 1));
        assert!(shown(&made).ends_with(
            "draft: Итоги подвели вечером в среду. | The results were summed up on Wednesday evening.\ntranslated: Кофе быстро остыл. | This coffee went cold quickly.\n"
        ), "{}", shown(&made));
    }
}

#[test]
fn what_nothing_proves_is_a_draft_and_its_note_keeps_what_stood_there() {
    let made = edited(("", ""), ("The coffee went cold quickly.", "Some foreign news."));
    assert!(shown(&made).ends_with("draft: Кофе быстро остыл. | Some foreign news.\n"));
    let note = made.catalog.pairs[2].note.as_deref();
    assert_eq!(note, Some("[-The coffee went cold quickly.-]"));
    let edited_again = after(
        RUSSIAN,
        &ENGLISH.replace("The coffee went cold quickly.", "Some more foreign news."),
        &made.catalog,
        KnownPage::Lost,
    );
    assert!(
        shown(&edited_again).ends_with("draft: Кофе быстро остыл. | Some more foreign news.\n")
    );
}

#[test]
fn an_edit_that_is_taken_back_is_the_old_translation() {
    let english = |sentence: &str| ENGLISH.replace("The coffee went cold quickly.", sentence);
    let made = edited(("", ""), ("The coffee went cold quickly.", "Some foreign news."));
    for base in [KnownPage::Lost, KnownPage::Published, KnownPage::Doubtful, KnownPage::Never] {
        let back = after(RUSSIAN, ENGLISH, &made.catalog, base);
        let old = "translated: Кофе быстро остыл. | The coffee went cold quickly.\n";
        assert!(shown(&back).ends_with(old), "{}", shown(&back));
        assert_eq!(back.catalog.pairs[2].note, None);
    }
    // What stood beside another source is no translation of this one.
    let russian = RUSSIAN.replace("Кофе быстро остыл.", "Кофе принесли министру без сахара.");
    let foreign = english("Some foreign news.");
    let made = after(&russian, &foreign, &known(), KnownPage::Lost);
    let back =
        after(&russian, &english("The coffee went cold quickly."), &made.catalog, KnownPage::Lost);
    assert!(!shown(&back).contains("translated: Кофе принесли"), "{}", shown(&back));
}

#[test]
fn a_fact_that_one_side_alone_changed_is_a_draft() {
    let made = edited(("", ""), ("2026", "2027"));
    assert!(shown(&made).starts_with("draft: Совет принял план на 2026 год. | The board adopted"));
    let contrary = edited(("", ""), ("quickly", "quickly, on the contrary"));
    assert!(shown(&contrary).ends_with("quickly, on the contrary.\n"));
    assert_eq!(contrary.catalog.pairs[2].state, State::Draft);
}

#[test]
fn what_was_taken_out_and_put_back_reworded_is_read() {
    let without = ENGLISH.replace(" The coffee went cold quickly.", "");
    let made = after(RUSSIAN, &without, &known(), KnownPage::Document(&document(ENGLISH, "en")));
    let reworded = ENGLISH.replace("The coffee went cold quickly", "The coffee quickly went cold");
    let base = document(&without, "en");
    let made = after(RUSSIAN, &reworded, &made.catalog, KnownPage::Document(&base));
    assert!(
        shown(&made).ends_with("translated: Кофе быстро остыл. | The coffee quickly went cold.\n")
    );
}

#[test]
fn what_publish_left_out_or_left_in_the_source_language_is_no_edit() {
    let russian = RUSSIAN.replace("вечером в среду", "утром в четверг");
    let sentence = "The results were summed up on Wednesday evening.";
    let english = ENGLISH.replace("adopted", "approved");
    for instead in ["", "Итоги подвели утром в четверг."] {
        let made =
            after(&russian, &english.replace(sentence, instead), &known(), KnownPage::Published);
        assert_eq!((made.renewed, made.withdrawn, made.extra), (1, 0, 0));
        assert_eq!(made.catalog.pairs[1..], known().pairs[1..]);
    }
}

#[test]
fn what_came_back_to_its_old_texts_is_as_people_left_it() {
    let without = ENGLISH.replace(" The coffee went cold quickly.", "");
    let mut made = after(RUSSIAN, &without, &known(), KnownPage::Lost);
    let (source, target) = (document(RUSSIAN, "ru"), document(ENGLISH, "en"));
    let tongues = (&Tongue::new("ru"), &Tongue::new("en"));
    let versions = Versions { source: &source, target: &target, base: KnownPage::Lost, tongues };
    restore(&versions, &mut made, &known());
    assert_eq!((made.catalog, made.withdrawn), (known(), 0));
}

#[test]
fn what_the_document_never_had_is_no_edit() {
    let english = "The board adopted the plan for 2026.\n";
    let base = document(english, "en");
    assert_eq!(after(RUSSIAN, english, &known(), KnownPage::Document(&base)).catalog, known());
    assert_eq!(after(RUSSIAN, english, &known(), KnownPage::Never).catalog, known());
}

#[test]
fn moved_paragraphs_change_nothing() {
    let (russian, english) = (
        "Кофе быстро остыл.\n\nСовет принял план на 2026 год.\n\nИтоги подвели вечером в среду.\n",
        "The coffee went cold quickly.\n\nThe results were summed up on Wednesday evening.\n\nThe board adopted the plan for 2026.\n",
    );
    assert_eq!(after(russian, english, &known(), KnownPage::Lost).catalog, known());
}

fn lines() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0_usize..6, 0..9)
}

/// Some of a few sentences, some of them edited.
fn text(numbers: &[usize], sentences: &[&str]) -> String {
    numbers.iter().map(|number| format!("{}\n\n", sentences[*number])).collect()
}

const SOURCES: [&str; 6] = [
    "Дом стоит у реки.",
    "Дом стоял у реки.",
    "Кот спит весь день.",
    "Итог подвели.",
    "Цена 5 рублей.",
    "Цена 7 рублей.",
];
const TARGETS: [&str; 6] = [
    "The house stands by the river.",
    "The house stood by the river.",
    "The cat sleeps all day.",
    "The results are in.",
    "The price is 5 rubles.",
    "The price is 7 rubles.",
];

proptest! {
    #[test]
    fn no_text_of_the_translation_is_lost(
        source in lines(), target in lines(), old in prop::collection::vec((0_usize..6, 0_usize..6), 0..8)
    ) {
        let pairs = old.iter().map(|(source, target)| pair(SOURCES[*source], TARGETS[*target]));
        let catalog = Catalog { pairs: pairs.collect() };
        let (russian, english) = (text(&source, &SOURCES), text(&target, &TARGETS));
        let made = after(&russian, &english, &catalog, KnownPage::Lost);
        let again = after(&russian, &english, &made.catalog, KnownPage::Lost);
        for number in &target {
            let stands = |made: &Realigned| {
                made.catalog.pairs.iter().any(|pair| pair.target.contains(TARGETS[*number]))
            };
            prop_assert!(stands(&made) && stands(&again), "{} of {}", TARGETS[*number], shown(&made));
        }
    }
}
