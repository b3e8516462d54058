//! Two lists of sentences become beads: which sentences translate which, and how surely.
//!
//! Each way to pair the sentences is scored as a likelihood ratio against two unrelated
//! texts, by lengths, numbers, names that sound alike, everyday words, what the lexicon
//! learnt from earlier pairs, and where paragraphs begin. All ways within a band are
//! weighed, and a bead's confidence comes from the share of the ways that go through it.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::similar_names,
    reason = "counts of sentences and words are far below what a float or 32 bits hold"
)]

mod account;
mod anchors;
mod answers;
mod article;
mod band;
mod blocks;
mod confidence;
mod contrary;
mod copied;
mod cover;
mod displaced;
mod evidence;
mod fit;
mod grounds;
mod lattice;
mod lengths;
mod lessons;
mod lexicon;
mod links;
mod listed;
mod moved;
mod one_to_one;
mod open;
mod partial;
mod reading;
mod repeated;
mod rows;
mod ruling;
mod scorer;
mod search;
mod settings;
mod shape;
mod small;
mod sounds;
mod strangers;
mod structure;
mod tale;
mod tokens;
mod touched;
mod training;
mod values;
mod verdict;
mod vocabulary;

use std::ops::Range;

pub use account::{Account, Tie};
pub use answers::Answers;
pub use blocks::{Demands, align_blocks, alone, part, whole};
pub use confidence::{ACCEPT, is_place_unsure};
pub use contrary::{Aspect, Opposed, opposed, opposed_in};
pub use fit::{fit, translates};
pub use grounds::Grounds;
pub use lexicon::Lexicon;
pub use ruling::Ruling;
pub use settings::Settings;
pub use sounds::sound_alike;
pub use touched::touched;
pub use values::contradict;
pub use vocabulary::{has_meaning, share_a_meaning};

use article::ReadSides;
use listed::pair_listed;
use moved::pair_moved;
use verdict::{Compared, Judge};

use crate::model::Kind;

/// One language version as the aligner takes it: sentences, and the blocks they stand in.
#[derive(Clone, Debug, Default)]
pub struct Side<'a> {
    pub sentences: Vec<&'a str>,
    /// The number of each sentence's block.
    pub blocks: Vec<usize>,
    /// The kind of each sentence's block.
    pub kinds: Vec<Kind>,
}

/// Sentences that translate each other; one side is empty where there is no partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    pub source: Range<usize>,
    pub target: Range<usize>,
    /// The share of such beads that are exactly right, from 0 to 1.
    pub confidence: f64,
    /// What its own texts say for it.
    pub grounds: Grounds,
}

/// Pairs the sentences of two sides.
///
/// The stricter, from 0 to 1 with 0.5 as the middle, the sooner sentences stay alone.
pub fn align(
    source: &Side<'_>,
    target: &Side<'_>,
    lexicon: &Lexicon,
    strictness: f64,
) -> Vec<Bead> {
    let settings = Settings::FITTED.with_strictness(strictness);
    align_with(source, target, lexicon, &settings)
}

/// Pairs the sentences of two sides with given weights.
pub fn align_with(
    source: &Side<'_>,
    target: &Side<'_>,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Vec<Bead> {
    let mut article = ReadSides::read(source, target, lexicon, settings);
    let (found, gains) = article.beads();
    let found = pair_listed(&article, pair_moved(&article, found));
    let judge = Judge::of(&article, &gains, &Compared { source, target, lexicon }, &found);
    found.into_iter().map(|found| judge.bead(found)).collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::{ACCEPT, Lexicon, Side, align};
    use crate::model::Kind;

    /// Sentences are lines, a blank line stands between blocks, `#` begins a heading.
    fn side(text: &str) -> Side<'_> {
        let mut side = Side::default();
        for (block, lines) in text.split("\n\n").enumerate() {
            for line in lines.lines().filter(|line| !line.is_empty()) {
                let heading = line.strip_prefix("# ");
                side.sentences.push(heading.unwrap_or(line));
                side.blocks.push(block);
                side.kinds.push(if heading.is_some() { Kind::Heading } else { Kind::Paragraph });
            }
        }
        side
    }

    /// The beads as numbers from 1, such as `1=1 2+3=2 4= =3`.
    fn pairs(russian: &str, english: &str) -> String {
        let lexicon = Lexicon::empty("ru", "en");
        let beads = align(&side(russian), &side(english), &lexicon, 0.5);
        let numbers = |range: std::ops::Range<usize>| {
            range.map(|index| (index + 1).to_string()).collect::<Vec<_>>().join("+")
        };
        let mut text = String::new();
        for bead in beads {
            let separator = if text.is_empty() { "" } else { " " };
            write!(text, "{separator}{}={}", numbers(bead.source), numbers(bead.target))
                .expect("a string takes all");
        }
        text
    }

    const RUSSIAN: [&str; 6] = [
        "В Бишкеке 14 мая открылся форум операторов связи стран Содружества.",
        "Участников приветствовал министр цифрового развития Нуриа Кутнаева.",
        "За год число абонентов выросло на 12 процентов, до 6,4 млн.",
        "Эксперты обсудили, как защитить данные детей в интернете.",
        "Белорусская делегация показала новую станцию «Полонез-5».",
        "Следующая встреча пройдет осенью в Душанбе.",
    ];
    const ENGLISH: [&str; 6] = [
        "A forum of telecom operators of the Commonwealth countries opened in Bishkek on May 14.",
        "The participants were welcomed by Nuria Kutnaeva, the minister of digital development.",
        "The number of subscribers grew by 12 percent over the year, to 6.4 million.",
        "Experts discussed how to protect the data of children on the internet.",
        "The Belarusian delegation showed the new Polonez-5 station.",
        "The next meeting will take place in Dushanbe in the autumn.",
    ];

    /// Some of the sentences, in this order, as one block.
    fn text(sentences: &[&str; 6], order: &[usize]) -> String {
        order.iter().map(|number| sentences[number - 1]).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn sentences_pair_in_order() {
        assert_eq!(pairs(&RUSSIAN.join("\n"), &ENGLISH.join("\n")), "1=1 2=2 3=3 4=4 5=5 6=6");
    }

    #[test]
    fn a_joined_sentence_takes_two() {
        let joined = [ENGLISH[0], ENGLISH[1], &[ENGLISH[2], ENGLISH[3]].join(" "), ENGLISH[4]];
        assert_eq!(pairs(&RUSSIAN[..5].join("\n"), &joined.join("\n")), "1=1 2=2 3+4=3 5=4");
    }

    #[test]
    fn a_split_sentence_gives_two() {
        let joined = [RUSSIAN[0], &[RUSSIAN[1], RUSSIAN[2]].join(" "), RUSSIAN[3]];
        assert_eq!(pairs(&joined.join("\n"), &ENGLISH[..4].join("\n")), "1=1 2=2+3 3=4");
    }

    #[test]
    fn an_untranslated_sentence_stays_alone() {
        let english = text(&ENGLISH, &[1, 2, 4, 5, 6]);
        assert_eq!(pairs(&RUSSIAN.join("\n"), &english), "1=1 2=2 3= 4=3 5=4 6=5");
    }

    #[test]
    fn an_added_sentence_stands_at_its_place() {
        let russian = text(&RUSSIAN, &[1, 2, 4, 5, 6]);
        assert_eq!(pairs(&russian, &ENGLISH.join("\n")), "1=1 2=2 =3 3=4 4=5 5=6");
    }

    #[test]
    fn swapped_sentences_cross() {
        let english = text(&ENGLISH, &[1, 3, 2, 4, 5, 6]);
        assert_eq!(pairs(&RUSSIAN.join("\n"), &english), "1=1 2=3 3=2 4=4 5=5 6=6");
    }

    #[test]
    fn a_moved_paragraph_is_found() {
        let russian = RUSSIAN.join("\n\n");
        let english =
            [ENGLISH[4], ENGLISH[0], ENGLISH[1], ENGLISH[2], ENGLISH[3], ENGLISH[5]].join("\n\n");
        assert_eq!(pairs(&russian, &english), "1=2 2=3 3=4 4=5 5=1 6=6");
    }

    #[test]
    fn a_missing_paragraph_shifts_nothing() {
        let russian = [text(&RUSSIAN, &[1, 2]), text(&RUSSIAN, &[3, 4]), text(&RUSSIAN, &[5, 6])];
        let english = [text(&ENGLISH, &[1, 2]), text(&ENGLISH, &[5, 6])];
        let found = pairs(&russian.join("\n\n"), &english.join("\n\n"));
        assert_eq!(found, "1=1 2=2 3= 4= 5=3 6=4");
    }

    #[test]
    fn numbers_tell_like_sentences_apart() {
        let russian = "Рост составил 3 млн.\nРост составил 1 200 штук.";
        let english = "The growth was 1,200 pieces.\nThe growth was 3 million.";
        assert_eq!(pairs(russian, english), "1=2 2=1");
    }

    #[test]
    fn names_are_known_in_every_case() {
        let russian = "Об этом рассказали Сергею Фургалу.\nПисьмо отдали Марии Захаровой.";
        let english = "They gave the letter to Maria Zakharova.\nSergei Furgal was told about it.";
        assert_eq!(pairs(russian, english), "1=2 2=1");
    }

    #[test]
    fn text_left_in_the_source_language_is_paired_but_never_accepted() {
        let english = [ENGLISH[0], RUSSIAN[1], ENGLISH[2]].join("\n");
        assert_eq!(pairs(&RUSSIAN[..3].join("\n"), &english), "1=1 2=2 3=3");
        let lexicon = Lexicon::empty("ru", "en");
        let (russian, english) = (RUSSIAN[..3].join("\n"), english);
        let beads = align(&side(&russian), &side(&english), &lexicon, 0.5);
        assert!(beads[1].confidence < ACCEPT);
    }

    #[test]
    fn nothing_is_accepted_between_texts_that_have_little_to_do_with_each_other() {
        let other = [
            "The zoo in Leipzig shows two young lynxes from today on.",
            ENGLISH[2],
            "Visitors may watch them in the mornings, when they are fed.",
            "Tickets cost nine euros for grown-ups and four for children.",
        ];
        let lexicon = Lexicon::empty("ru", "en");
        let (russian, english) = (RUSSIAN.join("\n"), other.join("\n"));
        let beads = align(&side(&russian), &side(&english), &lexicon, 0.5);
        let pair = beads.iter().find(|bead| bead.source == (2..3));
        assert!(pair.is_some_and(|bead| bead.target == (1..2) && bead.confidence < ACCEPT));
        let partly = [ENGLISH[3], ENGLISH[4]].join("\n");
        let beads = align(&side(&russian), &side(&partly), &lexicon, 0.5);
        assert!(beads[3].confidence > ACCEPT && beads[4].confidence > ACCEPT);
    }

    #[test]
    fn joined_text_left_in_the_source_language_is_never_accepted() {
        let english = [ENGLISH[0], &[RUSSIAN[1], RUSSIAN[2]].join(" "), ENGLISH[3]].join("\n");
        let russian = RUSSIAN[..4].join("\n");
        assert_eq!(pairs(&russian, &english), "1=1 2+3=2 4=3");
        let lexicon = Lexicon::empty("ru", "en");
        let beads = align(&side(&russian), &side(&english), &lexicon, 0.5);
        assert!(beads[1].confidence < ACCEPT);
    }

    #[test]
    fn a_learnt_word_finds_its_sentence() {
        let known = [
            ("Шмель жужжит.", "The bumblebee hums."),
            ("Шмель спит.", "The bumblebee sleeps."),
            ("Ёж спит.", "The hedgehog sleeps."),
            ("Ёж жужжит.", "The hedgehog hums."),
            ("Вот шмель.", "Here is the bumblebee."),
            ("Вот ёж.", "Here is the hedgehog."),
        ];
        let lexicon = Lexicon::learn(known.into_iter(), "ru", "en");
        let (russian, english) =
            ("Мой ёж спит.\nМой шмель жужжит.", "My bumblebee hums.\nMy hedgehog sleeps.");
        let beads = align(&side(russian), &side(english), &lexicon, 0.5);
        assert_eq!((beads[0].source.clone(), beads[0].target.clone()), (0..1, 1..2));
    }

    #[test]
    fn an_empty_side_leaves_all_alone() {
        assert_eq!(pairs("", ""), "");
        assert_eq!(pairs("Да.\nНет.", ""), "1= 2=");
        assert_eq!(pairs("", "Yes.\nNo."), "=1 =2");
    }

    #[test]
    fn a_long_article_with_a_gap_keeps_its_way() {
        let sentence = |number: usize, words: [&str; 3]| {
            let place = words[number % 3];
            format!("{} {place} {}.", number * 37 % 1000 + 1000, number * 91 % 1000 + 2000)
        };
        let russian: Vec<String> =
            (0..700).map(|n| sentence(n, ["осмотрели", "приняли", "вернули"])).collect();
        let english: Vec<String> = (0..700)
            .filter(|n| !(300..400).contains(n))
            .map(|n| sentence(n, ["inspected", "accepted", "returned"]))
            .collect();
        let (russian, english) = (russian.join("\n\n"), english.join("\n\n"));
        let lexicon = Lexicon::empty("ru", "en");
        let beads = align(&side(&russian), &side(&english), &lexicon, 0.5);
        let expected = |row: usize| match row {
            0..300 => row..row + 1,
            300..400 => 300..300,
            _ => row - 100..row - 99,
        };
        for bead in beads {
            assert_eq!(bead.target, expected(bead.source.start), "{:?}", bead.source);
        }
    }

    fn article() -> impl Strategy<Value = String> {
        let sentence = "([А-Яа-яA-Za-z]{1,9} ){0,5}[0-9]{0,3}[.!?]|\\PC{1,20}";
        prop::collection::vec((sentence, "\n|\n\n"), 0..12)
            .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end]).collect())
    }

    proptest! {
        #[test]
        fn every_sentence_stands_in_exactly_one_bead(russian in article(), english in article()) {
            let (source, target) = (side(&russian), side(&english));
            let beads = align(&source, &target, &Lexicon::empty("ru", "en"), 0.5);
            let mut left: Vec<usize> = beads.iter().flat_map(|bead| bead.source.clone()).collect();
            let mut right: Vec<usize> = beads.iter().flat_map(|bead| bead.target.clone()).collect();
            prop_assert!(left.is_sorted());
            left.sort_unstable();
            right.sort_unstable();
            prop_assert!(left.into_iter().eq(0..source.sentences.len()));
            prop_assert!(right.into_iter().eq(0..target.sentences.len()));
            prop_assert!(beads.iter().all(|bead| (0.0..=1.0).contains(&bead.confidence)));
        }

        #[test]
        fn a_text_pairs_with_itself(lines in prop::collection::vec("[а-я]{4,9}( [а-я]{4,9}){2,6}\\.", 1..12)) {
            let text = lines.join("\n");
            let beads = align(&side(&text), &side(&text), &Lexicon::empty("ru", "en"), 0.5);
            for (index, bead) in beads.iter().enumerate() {
                prop_assert_eq!(&bead.source, &(index..index + 1));
                prop_assert_eq!(&bead.target, &(index..index + 1));
            }
        }

        #[test]
        fn any_languages_pair(russian in article(), english in article()) {
            let lexicon = Lexicon::empty("kk", "de");
            let beads = align(&side(&russian), &side(&english), &lexicon, 1.0);
            prop_assert!(beads.iter().all(|bead| bead.confidence.is_finite()));
        }
    }
}
