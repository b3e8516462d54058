//! Document and catalog become a bitext: which pair fits which segment, and what changed since.
//!
//! Nothing here depends on an earlier run: texts are compared, equal ones first and in order,
//! then moved, joined and split ones, then the most similar. One pair serves one unit only, so a
//! sentence that stands twice in the document and once in the catalog is missing the second time.
//! A sentence removed from within a block is an orphan, and the page is told of that still says it; where the
//! sentence before it was edited, too, that one is stale with the words of both.

mod accord;
mod beside;
mod change;
mod decision;
mod equal;
mod forms;
mod joined;
mod loose;
mod matching;
#[cfg(test)]
mod mutations;
mod neighbours;
mod notes;
mod owned;
mod owners;
mod page;
mod places;
mod placing;
mod realign;
mod removed;
#[cfg(test)]
mod settling;
mod similar;
#[cfg(test)]
mod tables;
mod tidy;
mod tongue;
mod undo;
mod units;
mod values;
mod work;

pub use accord::{Alone, Edits, TextEdit, discord};
pub use change::{DiffLine, change, diff, lines};
pub use decision::{Decision, Original, SeenUnit, Settled, Signed, decide, decided};
pub use forms::localise;
pub use notes::{OPEN_NOTE, open_notes};
pub use page::{
    Beside, EarlierPage, Met, Printed, Tongues, column, frame, is_kept_on_page, is_reordered,
    published, settle, unpublished,
};
pub use realign::{
    BlockAligner, KnownPage, Realigned, Versions, disclaimed, is_taken_out, noted, only_standing,
    places, realign, restore,
};
pub use tidy::{Home, Homes, Orphans, tidy};
pub use tongue::Tongue;
pub use undo::Trace;
pub use work::Need;

use crate::model::{Bitext, Catalog, Document};
use matching::Matching;

/// Compares the document as it is now with the pairs held; `language` is the source's primary subtag.
pub fn bitext<'a>(document: &'a Document, catalog: &'a Catalog, language: &str) -> Bitext<'a> {
    compare(document, catalog, &Tongue::new(language))
}

/// Compares one article of many: what is known of the language is kept.
pub fn compare<'a>(document: &'a Document, catalog: &'a Catalog, tongue: &Tongue) -> Bitext<'a> {
    units::assemble(&matched(document, catalog, tongue), tongue, change)
}

/// Compares without word diffs, for those who only count.
pub fn outline<'a>(document: &'a Document, catalog: &'a Catalog, tongue: &Tongue) -> Bitext<'a> {
    units::assemble(&matched(document, catalog, tongue), tongue, change::judge)
}

fn matched<'a>(document: &'a Document, catalog: &'a Catalog, tongue: &Tongue) -> Matching<'a> {
    let mut matching = Matching::new(document, catalog);
    equal::trim(&mut matching);
    if !matching.is_complete() {
        equal::pair_up(&mut matching);
        owned::pair_up(&mut matching, &tongue.language);
        joined::pair_up(&mut matching);
        values::pair_up_even(&mut matching, &tongue.language);
        similar::pair_up(&mut matching, &tongue.stems);
        places::pair_up(&mut matching);
        owned::pair_up(&mut matching, &tongue.language);
        equal::pair_up_owned(&mut matching);
        values::pair_up(&mut matching, &tongue.language);
    }
    if !matching.open_pairs.is_empty() {
        removed::absorb(&mut matching);
    }
    matching
}

#[cfg(test)]
mod tests {
    use super::bitext;
    use crate::model::{Block, Catalog, Danger, Document, Kind, Pair, Segment, Span, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::values::is_value;
    use proptest::prelude::*;

    /// A document of paragraphs, each a list of sentences.
    fn document(paragraphs: &[Vec<String>]) -> Document {
        let mut document = Document::default();
        for paragraph in paragraphs {
            let (first, start) = (document.segments.len(), document.text.len());
            for text in paragraph {
                let from = document.text.len();
                document.text += text;
                let span = Span::new(from, document.text.len());
                let is_value = is_value(text);
                document.segments.push(Segment { text: text.clone(), span, is_value });
            }
            let segments = first..document.segments.len();
            let span = Span::new(start, document.text.len());
            document.blocks.push(Block { kind: Kind::Paragraph, span, segments, note: None });
        }
        document
    }

    fn catalog(sources: &[String]) -> Catalog {
        let pairs = sources.iter().enumerate();
        let pairs =
            pairs.map(|(at, source)| Pair::new(source, format!("t{at}"), State::Translated));
        Catalog { pairs: pairs.collect() }
    }

    /// Rows of `segments=pairs freshness`; sentences are parted by `|`, paragraphs by `/`.
    fn rows(now: &str, then: &str) -> String {
        let split = |text: &str, by| {
            text.split(by).map(|part: &str| part.trim().to_owned()).collect::<Vec<_>>()
        };
        let paragraphs: Vec<Vec<String>> =
            split(now, '/').iter().map(|text| split(text, '|')).collect();
        let (document, catalog) = (document(&paragraphs), catalog(&split(then, '|')));
        let bitext = bitext(&document, &catalog, "ru");
        let row =
            |range: Vec<usize>| range.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
        let units = bitext.units.iter().map(|unit| {
            let (segments, pairs) = (row(unit.segments.clone().collect()), row(unit.pairs.clone()));
            format!("{segments}={pairs} {}", unit.freshness.name())
        });
        let orphans = (!bitext.orphans.is_empty())
            .then(|| format!("orphans {}", row(bitext.orphans.clone())));
        units.chain(orphans).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn equal_texts_are_current_wherever_they_stand() {
        assert_eq!(rows("А. | Б.", "А. | Б."), "0=0 current, 1=1 current");
        assert_eq!(rows("Б. | В. | А.", "А. | Б. | В."), "0=1 current, 1=2 current, 2=0 current");
        assert_eq!(rows("А\u{a0}б.", "А  б."), "0=0 current");
    }

    #[test]
    fn an_edited_sentence_is_stale_and_a_new_one_missing() {
        let then = "Совет принял план. | Итоги подвели вечером.";
        assert_eq!(
            rows("Совет принял новый план. | Итоги подвели вечером.", then),
            "0=0 stale, 1=1 current"
        );
        assert_eq!(
            rows("Кофе был горячим. / Совет принял план. | Итоги подвели вечером.", then),
            "0= missing, 1=0 current, 2=1 current"
        );
    }

    /// The rows of a document in Markdown against the sources of pairs.
    fn rows_of_markdown(now: &str, then: &[&str]) -> String {
        let document = parse(now.to_owned(), Syntax::Markdown, &Options::default());
        let catalog = catalog(&then.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        let bitext = bitext(&document, &catalog, "ru");
        let rows = bitext.units.iter().map(|unit| {
            let texts = &document.segments[unit.segments.clone()];
            let texts: Vec<_> = texts.iter().map(|segment| segment.text.as_str()).collect();
            format!("{} {}", texts.join("+"), unit.freshness.name())
        });
        rows.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_cell_is_stale_where_the_rest_of_its_row_stands() {
        let table = "| а | б | в |\n|---|---|---|\n| раз | 14.08.2024 | 5 |\n";
        assert_eq!(
            rows_of_markdown(table, &["а", "б", "в", "раз", "14.08.2023", "7"]),
            "а current, б current, в current, раз current, 14.08.2024 stale, 5 stale"
        );
        assert_eq!(
            rows_of_markdown(table, &["а", "б", "в", "два", "01.01.2001", "7"]),
            "а current, б current, в current, раз missing, 14.08.2024 stale, 5 stale"
        );
    }

    #[test]
    fn a_value_without_a_pair_stands_for_itself() {
        let now = "Счёт:\n\n3:0\n\nДоля:\n\n- 5,2 %\n- 100 ₽\n\nКонец.\n";
        let current = "Счёт: current, 3:0 current, Доля: current, 5,2 % current, 100 ₽ current, Конец. current";
        assert_eq!(rows_of_markdown(now, &["Счёт:", "Доля:", "Конец."]), current);
        assert_eq!(
            rows_of_markdown(now, &["Счёт:", "3:0", "Доля:", "5,2 %", "100 ₽", "Конец."]),
            current
        );
        assert_eq!(rows_of_markdown(now, &["Счёт:", "Доля:", "5,2%", "Конец."]), current);
        let bitext = |catalog: &Catalog| {
            let document = parse(now.to_owned(), Syntax::Markdown, &Options::default());
            let bitext = bitext(&document, catalog, "ru");
            (bitext.units[1].target.to_string(), bitext.units[1].pairs.clone())
        };
        assert_eq!(bitext(&Catalog::default()), ("3:0".to_owned(), vec![]));
        let localised = Catalog { pairs: vec![Pair::new("3:0", "3–0", State::Translated)] };
        assert_eq!(bitext(&localised), ("3–0".to_owned(), vec![0]));
    }

    #[test]
    fn a_changed_value_is_stale_and_critical() {
        let now = "Счёт:\n\n3:1\n\nДоля:\n\n- 5,2 %\n- 200 ₽\n\nСовет принял новый план.\n\n✓\n";
        assert_eq!(
            rows_of_markdown(
                now,
                &["Счёт:", "3:0", "Доля:", "5,2%", "100 ₽", "Совет принял план.", "✗"]
            ),
            "Счёт: current, 3:1 stale, Доля: current, 5,2 % current, 200 ₽ stale, \
             Совет принял новый план. stale, ✓ stale"
        );
        let document = parse("✓\n".to_owned(), Syntax::Markdown, &Options::default());
        let catalog = Catalog { pairs: vec![Pair::new("✗", "✗", State::Final)] };
        let change = bitext(&document, &catalog, "ru").units[0].change.clone().unwrap();
        assert_eq!((change.danger, change.trigger.as_deref()), (Danger::Critical, Some("✓")));
    }

    #[test]
    fn values_come_and_go_without_a_word() {
        let now = "Счёт:\n\n- 4\n- 5\n- 8\n- 7\n\nКонец.\n";
        assert_eq!(
            rows_of_markdown(now, &["Счёт:", "5", "6", "7", "Конец."]),
            "Счёт: current, 4 current, 5 current, 8 stale, 7 current, Конец. current"
        );
        assert_eq!(
            rows_of_markdown("Счёт:\n\n- 7\n\nКонец.\n", &["Счёт:", "5", "6", "7", "Конец."]),
            "Счёт: current, 7 current, Конец. current"
        );
    }

    /// A table of goods and their prices in Markdown.
    fn goods(rows: &[&str]) -> String {
        let rows: Vec<String> = rows.iter().map(|row| format!("| {row} |\n")).collect();
        format!("| Товар | Весна | Осень |\n|---|---|---|\n{}", rows.concat())
    }

    #[test]
    fn a_cell_is_known_by_its_row_whatever_other_rows_say() {
        let then =
            ["Товар", "Весна", "Осень", "Хлеб", "40", "42", "Сыр", "500", "520", "Чай", "90", "95"];
        let head = "Товар current, Весна current, Осень current, ";
        for (rows, shown) in [
            (
                ["Сыр | 40 | 520", "Чай | 90 | 95"],
                "Сыр current, 40 stale, 520 current, Чай current, 90 current, 95 current",
            ),
            (
                ["Хлеб | 500 | 42", "Чай | 90 | 95"],
                "Хлеб current, 500 stale, 42 current, Чай current, 90 current, 95 current",
            ),
            (
                ["Чай | 90 | 520", "Хлеб | 40 | 42"],
                "Чай current, 90 current, 520 stale, Хлеб current, 40 current, 42 current",
            ),
            (
                ["Чай | 95 | 90", "Сыр | 500 | 520"],
                "Чай current, 95 stale, 90 stale, Сыр current, 500 current, 520 current",
            ),
        ] {
            assert_eq!(rows_of_markdown(&goods(&rows), &then), format!("{head}{shown}"));
        }
    }

    #[test]
    fn a_value_is_known_by_the_line_above_it() {
        let then = ["Счёт:", "3:0", "Второй матч:", "1:1", "Конец."];
        assert_eq!(
            rows_of_markdown("Счёт:\n\n1:1\n\nКонец.\n", &then),
            "Счёт: current, 1:1 stale, Конец. current"
        );
        assert_eq!(
            rows_of_markdown("Второй матч:\n\n1:1\n\nСчёт:\n\n4:0\n\nКонец.\n", &then),
            "Второй матч: current, 1:1 current, Счёт: current, 4:0 stale, Конец. current"
        );
        let dated = [
            "24.11.2025",
            "Открыли мост.",
            "25.11.2025",
            "Закрыли школу.",
            "26.11.2025",
            "Начали ремонт.",
        ];
        assert_eq!(
            rows_of_markdown(
                "24.11.2025\n\nОткрыли мост.\n\n26.11.2025\n\nНачали ремонт.\n\n25.11.2025\n\nЗакрыли школу.\n",
                &dated
            ),
            "24.11.2025 current, Открыли мост. current, 26.11.2025 current, Начали ремонт. current, \
             25.11.2025 current, Закрыли школу. current"
        );
    }

    #[test]
    fn a_headline_written_anew_is_stale() {
        let now = "# Состоялось заседание\n\nТекст тот же.\n";
        let stale = "Состоялось заседание stale, Текст тот же. current";
        assert_eq!(rows_of_markdown(now, &["О выставке", "Текст тот же."]), stale);
        let missing = "Состоялось заседание missing, Текст тот же. current";
        assert_eq!(rows_of_markdown(now, &["Выставка открыта.", "Текст тот же."]), missing);
    }

    #[test]
    fn a_new_heading_takes_no_sentence_of_its_section() {
        let sentence = "Программа использует библиотеку для отслеживания ресурсов.";
        let now = "Начало.\n\n## Отслеживание состояния ресурсов\n\nПрограмма использует библиотеку, чтобы отслеживать все ресурсы.\n";
        assert_eq!(
            rows_of_markdown(now, &["Начало.", sentence]),
            "Начало. current, Отслеживание состояния ресурсов missing, \
             Программа использует библиотеку, чтобы отслеживать все ресурсы. stale"
        );
        let now = "Начало.\n\n## Источники\n\n- [Правила работы с базой](a)\n";
        assert_eq!(
            rows_of_markdown(now, &["Начало.", "Источник: [Правила работы с базой](a)"]),
            "Начало. current, Источники missing, [Правила работы с базой](a) stale"
        );
    }

    #[test]
    fn a_repeated_sentence_needs_a_pair_of_its_own() {
        assert_eq!(rows("Да. / Нет. / Да.", "Да. | Нет."), "0=0 current, 1=1 current, 2= missing");
    }

    #[test]
    fn duplicates_stay_with_their_neighbours() {
        let now = "Где? | Там. / Новый раздел начат. / Кто? | Там.";
        assert_eq!(
            rows(now, "Где? | Там. | Кто? | Там."),
            "0=0 current, 1=1 current, 2= missing, 3=2 current, 4=3 current"
        );
        assert_eq!(
            rows("Кто? | Там. / Где? | Так.", "Где? | Так. | Кто? | Там."),
            "0=2 current, 1=3 current, 2=0 current, 3=1 current"
        );
    }

    #[test]
    fn joined_and_split_sentences_keep_their_translation() {
        assert_eq!(rows("А был. Б был.", "А был. | Б был."), "0=0+1 current");
        assert_eq!(rows("А был. / Б был.", "А был. Б был."), "0+1=0 current");
        assert_eq!(rows("А. | Б. В. | Г.", "А. Б. | В. Г."), "0+1+2=0+1 current");
        assert_eq!(
            rows("А. | Б. | В. | Г. | Д. | Е.", "А. Б. В. Г. Д. Е."),
            "0+1+2+3+4+5=0 current"
        );
    }

    #[test]
    fn values_that_meet_where_a_break_was_are_no_white_space() {
        for now in
            ["Почта: Речная, 2 7 подъезд, вход с угла", "Почта: Речная, 27 подъезд, вход с угла"]
        {
            let rows = rows(now, "Почта: Речная, 2 | 7 подъезд, вход с угла");
            assert!(rows.contains("stale"), "{rows}");
        }
        assert_eq!(rows("Дом 2 и 7 подъезд", "Дом 2 | и 7 подъезд"), "0=0+1 current");
    }

    #[test]
    fn a_changed_joint_makes_one_stale_row() {
        let now = "Совет принял новый план, и комиссия собрала отзывы.";
        assert_eq!(rows(now, "Совет принял новый план. | Комиссия собрала отзывы."), "0=0+1 stale");
    }

    #[test]
    fn a_sentence_removed_inside_a_block_leaves_its_neighbours_alone_unless_they_were_edited() {
        let then = "Совет принял план. | Министр ушёл. | Итоги подвели вечером.";
        assert_eq!(
            rows("Совет принял план. | Итоги подвели вечером.", then),
            "0=0 current, 1=2 current, orphans 1"
        );
        assert_eq!(
            rows("Совет принял новый план. | Итоги подвели вечером.", then),
            "0=0+1 stale, 1=2 current"
        );
        assert_eq!(
            rows("Совет принял план. / Итоги подвели вечером.", then),
            "0=0 current, 1=2 current, orphans 1"
        );
    }

    #[test]
    fn text_of_the_translation_only_is_no_orphan() {
        assert_eq!(rows("А.", "А. | "), "0=0 current");
    }

    #[test]
    fn a_hand_edited_pair_is_current_but_unsealed() {
        let document = document(&[vec!["Да.".to_owned()]]);
        let mut catalog = catalog(&["Да.".to_owned()]);
        "No.".clone_into(&mut catalog.pairs[0].target);
        let bitext = bitext(&document, &catalog, "ru");
        assert!(bitext.units[0].is_unsealed());
        assert_eq!(bitext.units[0].target, "No.");
    }

    #[test]
    fn an_empty_translation_is_missing() {
        let document = document(&[vec!["Да.".to_owned(), "Нет.".to_owned()]]);
        for blank in ["", " ", "\u{200b}"] {
            let pairs = vec![
                Pair::new("Да.", blank, State::Final),
                Pair::new("Нет.", "No.", State::Translated),
            ];
            let catalog = Catalog { pairs };
            let bitext = bitext(&document, &catalog, "ru");
            assert!(bitext.units[0].is_missing() && !bitext.units[1].is_missing());
            assert_eq!((&*bitext.units[0].target, bitext.units[0].state), ("", None));
            assert_eq!((&bitext.units[0].pairs, bitext.orphans.len()), (&vec![0], 0));
        }
    }

    #[test]
    fn an_empty_translation_joined_with_another_is_unsealed() {
        let document = document(&[vec!["Да. Нет.".to_owned()]]);
        let pairs = [("Да.", "Yes."), ("Нет.", "")];
        let pairs = pairs.map(|(source, target)| Pair::new(source, target, State::Translated));
        let catalog = Catalog { pairs: pairs.into() };
        let bitext = bitext(&document, &catalog, "ru");
        assert_eq!(bitext.units[0].target, "Yes.");
        assert!(bitext.units[0].is_unsealed());
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        let sentence = prop_oneof![
            "[абв]( [абв])?\\.",
            "(Совет|Комиссия) (не )?(принял|приняла) (план|доклад) [0-9]?\\.",
            ".{0,12}",
        ];
        proptest::collection::vec(sentence, 0..24)
    }

    proptest! {
        #[test]
        fn every_segment_and_pair_stands_once(now in texts(), then in texts(), width in 1_usize..5) {
            let paragraphs: Vec<Vec<String>> = now.chunks(width).map(<[String]>::to_vec).collect();
            let (document, catalog) = (document(&paragraphs), catalog(&then));
            let bitext = bitext(&document, &catalog, "ru");
            let segments: Vec<usize> = bitext.units.iter().flat_map(|unit| unit.segments.clone()).collect();
            prop_assert_eq!(segments, (0..now.len()).collect::<Vec<_>>());
            let mut pairs: Vec<usize> = bitext.units.iter().flat_map(|unit| unit.pairs.clone()).collect();
            pairs.extend(&bitext.orphans);
            pairs.sort_unstable();
            let sourced: Vec<usize> = (0..then.len()).filter(|at| !then[*at].trim().is_empty()).collect();
            prop_assert_eq!(pairs, sourced);
            for unit in &bitext.units {
                let is_value = document.segments[unit.segments.start].is_value;
                prop_assert_eq!(unit.is_missing(), unit.pairs.is_empty() && !is_value);
                prop_assert_eq!(unit.change.is_some(), unit.freshness.name() == "stale");
            }
        }

        #[test]
        fn what_nobody_changed_is_current(now in texts(), width in 1_usize..5) {
            let now: Vec<String> = now.into_iter().filter(|text| !text.trim().is_empty()).collect();
            let paragraphs: Vec<Vec<String>> = now.chunks(width).map(<[String]>::to_vec).collect();
            let (document, catalog) = (document(&paragraphs), catalog(&now));
            let bitext = bitext(&document, &catalog, "ru");
            prop_assert!(bitext.orphans.is_empty());
            for (index, unit) in bitext.units.iter().enumerate() {
                prop_assert_eq!((unit.freshness.name(), &unit.pairs), ("current", &vec![index]));
            }
        }
    }
}
