//! What two texts say that can't be said of one thing: allowed and forbade, today and tomorrow, the third and the second.
//!
//! A sentence may stand in the right place with most of its words answered, and say the contrary. So
//! the facts of both texts are held against each other, whatever the words share. Of 1,997 pairs of
//! professional translations of news some fifty are opposed so, many of them by a translator's mistake.

mod doubt;
mod exchanged;
mod joints;
mod kinds;
mod ordinals;
mod poles;
mod roles;
mod subjects;
mod things;
mod voice;
mod ways;

use crate::model::Span;
use crate::text::readings::Readings;
use voice::Voices;

/// A word of either text that excludes the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opposed {
    pub aspect: Aspect,
    /// What the source says; empty where it doesn't say what the target does.
    pub source: String,
    /// What the target says; empty where it doesn't say what the source does.
    pub target: String,
}

/// A way to find what texts state against each other.
struct Judge {
    aspect: Aspect,
    opposed: fn(&Voices<'_>) -> Option<Places>,
}

const fn judge(aspect: Aspect, opposed: fn(&Voices<'_>) -> Option<Places>) -> Judge {
    Judge { aspect, opposed }
}

/// What two texts can say against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// One denies what the other says.
    Denial,
    /// A deputy, a former or an acting one.
    Office,
    /// A mayor and a governor.
    Post,
    /// Weeks and years.
    Time,
    /// More than so many, and less.
    Bound,
    /// Today and tomorrow, one nation and another.
    Named,
    /// A duty and a right, all and some.
    Quantity,
    /// The third and the second.
    Ordinal,
    /// Rose and fell.
    Pole,
    /// What may be, and what is.
    Doubt,
    /// Numbers that changed places.
    Exchange,
    /// From where and to where.
    Way,
    /// Names that changed places.
    Role,
    /// A subject and an object that changed places.
    Subject,
    /// What is joined, and what is left to choose.
    Joint,
    /// A school and a bridge.
    Thing,
}

/// Ways to find what texts state against each other, the cheapest first.
const JUDGES: &[Judge] = &[
    judge(Aspect::Denial, kinds::denied),
    judge(Aspect::Office, kinds::office),
    judge(Aspect::Post, kinds::role),
    judge(Aspect::Time, kinds::time),
    judge(Aspect::Bound, kinds::degree),
    judge(Aspect::Named, kinds::named),
    judge(Aspect::Quantity, kinds::exclusive),
    judge(Aspect::Ordinal, ordinals::opposed),
    judge(Aspect::Pole, poles::opposed),
    judge(Aspect::Doubt, doubt::opposed),
    judge(Aspect::Way, ways::opposed),
    judge(Aspect::Exchange, exchanged::opposed),
    judge(Aspect::Role, roles::opposed),
    judge(Aspect::Subject, subjects::opposed),
    judge(Aspect::Joint, joints::opposed),
    judge(Aspect::Thing, things::opposed),
];

/// Where the words stand that exclude each other.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    source: Option<Span>,
    target: Option<Span>,
}

impl Places {
    /// What the source alone says.
    fn in_source(span: Span) -> Self {
        Self { source: Some(span), target: None }
    }

    /// What the target alone says.
    fn in_target(span: Span) -> Self {
        Self { source: None, target: Some(span) }
    }

    /// What each says.
    fn both(source: Span, target: Span) -> Self {
        Self { source: Some(source), target: Some(target) }
    }
}

/// What the texts state that can't be said of one thing; the first found.
pub fn opposed(source: &str, target: &str, languages: [&str; 2]) -> Option<Opposed> {
    opposed_in([source, target], languages, &Readings::default(), |_| true)
}

/// What the texts state that can't be said of one thing, in one of these aspects; the first found.
pub fn opposed_in(
    [source, target]: [&str; 2],
    languages: [&str; 2],
    readings: &Readings,
    is_asked: fn(Aspect) -> bool,
) -> Option<Opposed> {
    let voices = Voices::of(source, target, languages, readings);
    let mut judges = JUDGES.iter().filter(|judge| is_asked(judge.aspect));
    judges.find_map(|judge| {
        let places = (judge.opposed)(&voices)?;
        Some(Opposed {
            aspect: judge.aspect,
            source: said(&voices.source.text, places.source),
            target: said(&voices.target.text, places.target),
        })
    })
}

fn said(text: &str, span: Option<Span>) -> String {
    span.and_then(|span| text.get(span.range())).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::opposed;
    use crate::align::{ACCEPT, Lexicon, Side, align};
    use crate::model::Kind;

    /// Russian sentences, their translations, and what says something else in the same frame.
    const CONTRARIES: &str = include_str!("../../../tests/fixtures/contraries.txt");

    const BEFORE: (&str, &str) = (
        "Участников приветствовала ректор Нина Орлова.",
        "The participants were welcomed by rector Nina Orlova.",
    );
    const AFTER: (&str, &str) = (
        "Следующая встреча пройдёт осенью в Курске.",
        "The next meeting will take place in Kursk in the autumn.",
    );

    struct Line {
        russian: &'static str,
        english: &'static str,
        contrary: &'static str,
    }

    fn lines() -> Vec<Line> {
        let lines = CONTRARIES.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let read = |line: &'static str| {
            let mut columns = line.split(" | ");
            let mut next = || columns.next().expect("three columns");
            Line { russian: next(), english: next(), contrary: next() }
        };
        lines.map(read).collect()
    }

    /// Whether two sentences between two sure pairs are accepted as one more.
    fn is_accepted(source: &str, target: &str, languages: [&str; 2]) -> bool {
        let frame = |russian: bool, (left, right): (&'static str, &'static str)| {
            if russian { left } else { right }
        };
        let side = |language: &str, text| Side {
            sentences: vec![frame(language == "ru", BEFORE), text, frame(language == "ru", AFTER)],
            blocks: vec![0, 0, 1],
            kinds: vec![Kind::Paragraph; 3],
        };
        let lexicon = Lexicon::empty(languages[0], languages[1]);
        let (left, right) = (side(languages[0], source), side(languages[1], target));
        let beads = align(&left, &right, &lexicon, 0.5);
        let holds = |side: &std::ops::Range<usize>| side.contains(&1);
        beads
            .iter()
            .any(|bead| holds(&bead.source) && holds(&bead.target) && bead.confidence >= ACCEPT)
    }

    #[test]
    fn a_contrary_is_never_accepted_and_its_true_pair_is() {
        let lines = lines();
        assert!(lines.len() >= 80, "{}", lines.len());
        let mut refused = Vec::new();
        for Line { russian, english, contrary } in lines {
            for languages in [["ru", "en"], ["en", "ru"]] {
                let taken = |other: &str| match languages {
                    ["ru", _] => is_accepted(russian, other, languages),
                    _ => is_accepted(other, russian, languages),
                };
                assert!(!taken(contrary), "{languages:?}: {russian} | {contrary}");
                if !taken(english) {
                    refused.push((languages, russian, english));
                }
            }
        }
        assert!(refused.is_empty(), "{refused:#?}");
    }

    #[test]
    fn the_words_that_exclude_each_other_are_named() {
        for (source, target, expected) in [
            ("Суд разрешил съёмку.", "The court forbade filming.", "разрешил / forbade"),
            ("Он якобы ушёл.", "He left.", "якобы / "),
            ("Это третий дом.", "This is the second house.", "третий / second"),
            ("С 50 до 70 рублей.", "From 70 to 50 rubles.", "50 / 70"),
        ] {
            let opposed = opposed(source, target, ["ru", "en"]);
            let shown = opposed.map(|opposed| format!("{} / {}", opposed.source, opposed.target));
            assert_eq!(shown.as_deref(), Some(expected), "{source}");
        }
    }

    /// Numbers that two nouns exchange are opposed whatever they are and wherever the nouns stand.
    const COUNTED: [(&str, &str); 5] = [
        ("домов", "houses"),
        ("солдат", "soldiers"),
        ("учителей", "teachers"),
        ("автобусов", "buses"),
        ("врачей", "doctors"),
    ];

    proptest! {
        #[test]
        fn exchanged_numbers_are_opposed(
            one in 11_u32..500,
            step in 1_u32..400,
            nouns in prop::sample::subsequence(&COUNTED, 2),
            is_turned in any::<bool>(),
        ) {
            let other = one + step;
            let source = format!("Видели {one} {} и {other} {}.", nouns[0].0, nouns[1].0);
            let told = |first: u32, second: u32| {
                let mut parts = [format!("{first} {}", nouns[0].1), format!("{second} {}", nouns[1].1)];
                if is_turned {
                    parts.reverse();
                }
                format!("They saw {} and {}.", parts[0], parts[1])
            };
            prop_assert!(opposed(&source, &told(one, other), ["ru", "en"]).is_none());
            prop_assert!(opposed(&source, &told(other, one), ["ru", "en"]).is_some());
        }

        #[test]
        fn any_texts_are_held_against_each_other(source in "\\PC{0,40}", target in "\\PC{0,40}") {
            opposed(&source, &target, ["ru", "en"]);
            opposed(&source, &target, ["de", "kk"]);
        }
    }
}
