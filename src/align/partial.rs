//! Pairs of which one text says something that the other leaves out, or something else in its place.
//!
//! A long sentence may be put in other words all over; a headline, an item and a sentence of three words
//! may not. So the fewer words there are, the fewer of them may stand open.

use super::grounds::Grounds;
use super::open::{OpenWords, Told};

/// A sentence of so few telling words, and so few words at all, leaves none out and puts none in its place.
///
/// Of 1,868 true pairs of news fewer than 14 as short as this have an open word that the vocabulary knows on
/// either side; with headlines, some 25 of 88 false ones that nothing else refused.
const SHORT: usize = 3;
const BRIEF: usize = 5;
/// Of so few telling words none may stand open on both sides, known or not.
const SHORTEST: usize = 2;
/// A headline, an item or a cell is as strict up to here, however many words it has.
const ENTRY: usize = 3;
/// From so many words on, texts of which less than this is answered on average tell hardly the same.
///
/// Of those pairs 25 and 9; as their scores are, 4 and 5.
const SENTENCE: usize = 5;
const HARDLY: f64 = 0.25;
/// What their words must say for them then, as a logarithm, and the share of all words that must answer.
const MUCH: f64 = 8.0;
const ENOUGH: f64 = 0.185;
/// So many open words that make a whole clause are one that the other text lacks, if nothing there stands open.
const CLAUSE: usize = 3;
/// So many do in a sentence of at most as many words as the next says, where one word of the other stands open.
const LONG_CLAUSE: usize = 4;
const MIDDLING: usize = 10;
/// A text of so few words says none of them twice.
const FEW: usize = 4;

/// Whether what stands open of two texts makes them no translation of each other.
pub fn is_partial(open: &OpenWords, is_prose: bool) -> bool {
    let (source, target) = (&open.source, &open.target);
    let size = source.telling().max(target.telling());
    let is_brief = if is_prose {
        size <= SHORT && source.size.max(target.size) <= BRIEF
    } else {
        size <= ENTRY
    };
    let open = |told: &Told| {
        if size <= SHORTEST { told.open() } else { told.open_and_known() }
    };
    let is_replaced = is_brief && open(source) > 0 && open(target) > 0;
    is_replaced
        || size <= FEW && (source.has_word_twice() || target.has_word_twice())
        || lacks_clause(source, target)
        || lacks_clause(target, source)
}

/// Whether hardly anything that two sentences tell answers to each other, and little else speaks for them.
pub fn is_hardly_told(open: &OpenWords, grounds: &Grounds) -> bool {
    let (source, target) = (&open.source, &open.target);
    let is_sentence = source.telling().max(target.telling()) >= SENTENCE;
    let is_little = grounds.words < MUCH || grounds.source.met.min(grounds.target.met) < ENOUGH;
    is_sentence && is_little && f64::midpoint(source.told(), target.told()) < HARDLY
}

/// Whether enough of what a sentence tells beside its names answers, so that the names need not speak for it.
pub fn is_well_told(open: &OpenWords) -> bool {
    let ((told, all), (says, others)) =
        (open.source.told_but_names(), open.target.told_but_names());
    all.min(others) >= LONG && told.min(says) >= WELL
}

const LONG: usize = 6;
const WELL: f64 = 0.4;

/// Whether a text has a clause that nothing of the other answers, though little stands open there.
fn lacks_clause(one: &Told, other: &Told) -> bool {
    let open = other.open();
    let least = match open {
        0 => CLAUSE,
        1 if one.telling().max(other.telling()) <= MIDDLING => LONG_CLAUSE,
        _ => return false,
    };
    one.longest_open_clause() >= least
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{OpenWords, is_partial};
    use crate::align::Lexicon;

    fn partial(source: &str, target: &str, is_prose: bool) -> bool {
        is_partial(&OpenWords::of(source, target, &Lexicon::empty("ru", "en")), is_prose)
    }

    /// Headlines, their translations, and others of the same shape that share a word.
    const HEADLINES: [(&str, &str, &str); 10] = [
        ("Школу закрыли", "School closed", "School painted"),
        ("Новый мост", "New bridge", "New king"),
        ("Цены на молоко", "Milk prices", "Paper prices"),
        ("Список победителей", "List of winners", "List of debts"),
        ("Пожар в гостинице", "Fire at a hotel", "Concert at a hotel"),
        ("Врач спас ребёнка", "Doctor saves child", "Doctor blames lawyers"),
        ("Поезд опоздал", "Train late", "Train painted"),
        ("Река замёрзла", "River freezes", "River swallows village"),
        ("Выставка кошек", "Cat show", "Cat food"),
        ("Прогулка по лесу", "Walk in the forest", "Fire in the forest"),
    ];

    #[test]
    fn a_headline_of_which_one_word_says_something_else_is_partial() {
        for (russian, english, other) in HEADLINES {
            assert!(!partial(russian, english, false), "{russian} | {english}");
            assert!(partial(russian, other, false), "{russian} | {other}");
        }
    }

    /// Sentences, and clauses that may follow them in either language.
    const SAID: [(&str, &str); 4] = [
        ("Мэр уехал в Москву", "The mayor left for Moscow"),
        ("Завод остановил работу", "The plant stopped work"),
        ("Суд отложил заседание", "The court postponed the hearing"),
        ("Врачи спасли ребёнка", "Doctors saved the child"),
    ];
    const MORE: [(&str, &str); 3] = [
        ("а жители требуют новых дорог", "while residents demand new roads"),
        ("но рыба в озере погибла", "but the fish in the lake died"),
        ("потому что снег засыпал деревню", "because snow buried the village"),
    ];

    proptest! {
        #[test]
        fn a_clause_on_one_side_alone_is_partial(said in 0..SAID.len(), more in 0..MORE.len(), is_source in any::<bool>()) {
            let (russian, english) = SAID[said];
            let (others, rest) = MORE[more];
            let (source, target) = (format!("{russian}, {others}."), format!("{english}, {rest}."));
            let (short, brief) = (format!("{russian}."), format!("{english}."));
            prop_assert!(!partial(&source, &target, true), "{} | {}", source, target);
            let is_told = if is_source { partial(&source, &brief, true) } else { partial(&short, &target, true) };
            prop_assert!(is_told, "{} | {}", source, target);
        }

        #[test]
        fn any_texts_are_compared(source in "\\PC{0,60}", target in "\\PC{0,60}") {
            partial(&source, &target, true);
        }
    }

    #[test]
    fn a_word_said_twice_is_partial() {
        assert!(partial("Беларусь", "Belarus Belarus", false));
        assert!(!partial("Беларусь", "Belarus", false));
    }
}
