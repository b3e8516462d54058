//! How much of an article is done, in segments and in words.

use std::ops::AddAssign;

use serde::Serialize;

use crate::model::{Bitext, Danger, Document, Freshness, State, Unit};

/// What `status` counts in one article and language, or in many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub segments: Tally,
    pub words: Tally,
    pub stale_by_severity: Dangers,
    /// Pairs that no segment matches.
    pub orphans: u32,
}

/// A total and its parts; each segment counts in one part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub total: u32,
    pub missing: u32,
    pub stale: u32,
    pub unsealed: u32,
    pub draft: u32,
    pub translated: u32,
    pub reviewed: u32,
    pub r#final: u32,
}

/// Changed segments by the danger of the change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dangers {
    pub cosmetic: u32,
    pub minor: u32,
    pub major: u32,
    pub critical: u32,
}

impl Counts {
    /// The counts of a bitext.
    pub fn of(bitext: &Bitext<'_>) -> Self {
        let mut counts = Self::default();
        for unit in &bitext.units {
            for segment in bitext.document.segments.get(unit.segments.clone()).unwrap_or_default() {
                counts.add(unit, words(&segment.text));
            }
        }
        let leftovers = bitext.orphans.iter().filter(|index| {
            bitext.catalog.pairs.get(**index).is_some_and(|pair| !pair.source.is_empty())
        });
        counts.orphans = u32::try_from(leftovers.count()).unwrap_or(u32::MAX);
        counts
    }

    /// The counts of a document that has no catalog.
    pub fn untranslated(document: &Document) -> Self {
        let mut counts = Self::default();
        for segment in &document.segments {
            counts.segments.missing += 1;
            counts.words.missing += words(&segment.text);
        }
        counts.segments.total = counts.segments.missing;
        counts.words.total = counts.words.missing;
        counts
    }

    /// Whether nothing is left to do.
    pub fn is_complete(&self) -> bool {
        self.segments.left() == 0
    }

    fn add(&mut self, unit: &Unit<'_>, words: u32) {
        let part = part(unit);
        for (tally, count) in [(&mut self.segments, 1), (&mut self.words, words)] {
            tally.total += count;
            *part(tally) += count;
        }
        if let Some(change) = &unit.change {
            *self.stale_by_severity.of_mut(change.danger) += 1;
        }
    }
}

/// Which part of a tally a unit counts in.
fn part(unit: &Unit<'_>) -> fn(&mut Tally) -> &mut u32 {
    let is_cosmetic = unit.change.as_ref().is_some_and(|change| change.danger == Danger::Cosmetic);
    match (unit.freshness, unit.state) {
        (Freshness::Missing, _) => |tally| &mut tally.missing,
        (Freshness::Stale, _) if !is_cosmetic => |tally| &mut tally.stale,
        _ if unit.is_unsealed() => |tally| &mut tally.unsealed,
        (_, Some(State::Translated)) => |tally| &mut tally.translated,
        (_, Some(State::Reviewed)) => |tally| &mut tally.reviewed,
        (_, Some(State::Final)) => |tally| &mut tally.r#final,
        (_, Some(State::Draft) | None) => |tally| &mut tally.draft,
    }
}

impl Tally {
    /// What a person stands behind and the source still says.
    pub fn done(&self) -> u32 {
        self.translated + self.reviewed + self.r#final
    }

    /// What is left to do.
    pub fn left(&self) -> u32 {
        self.total - self.done()
    }

    /// Hundredths done, rounded down; an empty text is done.
    pub fn percent(&self) -> u32 {
        let hundredths = u64::from(self.done()) * 100;
        hundredths.checked_div(u64::from(self.total)).map_or(100, |percent| {
            u32::try_from(percent).expect("a part is not more than its total")
        })
    }

    /// The parts' names in machine formats, with their counts.
    pub fn parts(&self) -> [(&'static str, u32); 8] {
        [
            ("total", self.total),
            ("missing", self.missing),
            ("stale", self.stale),
            ("unsealed", self.unsealed),
            ("draft", self.draft),
            ("translated", self.translated),
            ("reviewed", self.reviewed),
            ("final", self.r#final),
        ]
    }
}

impl Dangers {
    /// How many changes have this danger.
    pub fn of(mut self, danger: Danger) -> u32 {
        *self.of_mut(danger)
    }

    fn of_mut(&mut self, danger: Danger) -> &mut u32 {
        match danger {
            Danger::Cosmetic => &mut self.cosmetic,
            Danger::Minor => &mut self.minor,
            Danger::Major => &mut self.major,
            Danger::Critical => &mut self.critical,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.segments += other.segments;
        self.words += other.words;
        for danger in Danger::ALL {
            *self.stale_by_severity.of_mut(danger) += other.stale_by_severity.of(danger);
        }
        self.orphans += other.orphans;
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        self.missing += other.missing;
        self.stale += other.stale;
        self.unsealed += other.unsealed;
        self.draft += other.draft;
        self.translated += other.translated;
        self.reviewed += other.reviewed;
        self.r#final += other.r#final;
    }
}

/// Words: what stands between white space and has a letter or a digit.
///
/// It runs over every text of a workspace, so it looks at bytes and judges
/// characters by their first ones.
fn words(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let (mut count, mut index) = (0, 0);
    while let Some(byte) = bytes.get(index) {
        let (is_counting, length) = match FIRST[usize::from(*byte)] {
            First::Letter(length) => (true, length),
            First::Sign(length) => (false, length),
            First::Space => (false, 1),
            First::Rare(length) => (rare(&bytes[index..]) == Rare::Letter, length),
        };
        index += usize::from(length);
        if is_counting {
            count += 1;
            index = next_space(bytes, index);
        }
    }
    count
}

/// Where the white space behind a counted word begins.
fn next_space(bytes: &[u8], from: usize) -> usize {
    let mut index = from;
    loop {
        index += bytes[index..].iter().take_while(|byte| BLACK[usize::from(**byte)]).count();
        match bytes.get(index) {
            Some(b'\t'..=b'\r' | b' ') | None => return index,
            Some(_) if rare(&bytes[index..]) == Rare::Space => return index,
            Some(_) => index += 1,
        }
    }
}

/// Whether no white space begins with a byte.
const BLACK: [bool; 256] = {
    let mut black = [true; 256];
    let mut byte = 0;
    while byte < 256 {
        black[byte] = !matches!(FIRST[byte], First::Space | First::Rare(_));
        byte += 1;
    }
    black
};

/// What the first byte of a character says, with the bytes it has.
#[derive(Clone, Copy)]
enum First {
    Letter(u8),
    Sign(u8),
    Space,
    Rare(u8),
}

const FIRST: [First; 256] = {
    let mut first = [First::Sign(1); 256];
    let mut byte = 0;
    while byte < 256 {
        first[byte] = match byte {
            0x20 | 0x09..=0x0d => First::Space,
            0x30..=0x39 | 0x41..=0x5a | 0x61..=0x7a => First::Letter(1),
            0xc2 => First::Rare(2),
            0xc3..=0xdf => First::Letter(2),
            0xe2 | 0xe3 => First::Rare(3),
            0xe0..=0xef => First::Letter(3),
            0xf0 => First::Rare(4),
            0xf1..=0xff => First::Letter(4),
            _ => First::Sign(1),
        };
        byte += 1;
    }
    first
};

#[derive(PartialEq, Eq)]
enum Rare {
    Letter,
    Sign,
    Space,
}

// Latin signs, general punctuation, arrows, CJK punctuation and emoji are signs.
fn rare(rest: &[u8]) -> Rare {
    match rest {
        [0xc2, 0x85 | 0xa0, ..]
        | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..]
        | [0xe2, 0x81, 0x9f, ..]
        | [0xe3, 0x80, 0x80, ..] => Rare::Space,
        [0xc2 | 0xe2, ..] | [0xe3, 0x80, ..] | [0xf0, 0x9f, ..] => Rare::Sign,
        _ => Rare::Letter,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Counts, words};
    use crate::checks::testing::Sample;

    fn counts(lines: &str) -> Counts {
        Counts::of(&Sample::new(lines).bitext().expect("a sample has a catalog"))
    }

    #[test]
    fn each_segment_counts_once() {
        let counts = counts(
            "missing: Раз два.
            stale unsealed critical 6: Было 5. -> Было 6. | There were 5.
            unsealed: Да. | Yes.
            unsealed draft: Нет. | No.
            draft: Раз. + Два три. | One, two three.
            reviewed: Он. | He.
            final cosmetic: Счет. -> Счёт. | The bill.
            orphan: Старое. | Old.
            orphan: | Only here.",
        );
        let parts = |tally: super::Tally| tally.parts().map(|(_, count)| count);
        assert_eq!(parts(counts.segments), [8, 1, 1, 2, 2, 0, 1, 1]);
        assert_eq!(parts(counts.words), [11, 2, 2, 2, 3, 0, 1, 1]);
        assert_eq!(counts.stale_by_severity.critical, 1);
        assert_eq!(counts.stale_by_severity.cosmetic, 1);
        assert_eq!(counts.orphans, 1);
        assert_eq!(counts.segments.percent(), 25);
        assert!(!counts.is_complete());
    }

    #[test]
    fn totals_are_sums() {
        let (first, second) = ("missing: Раз два.", "reviewed: Он. | He.\norphan: Да. | Yes.");
        let mut sum = counts(first);
        sum += counts(second);
        assert_eq!(sum, counts(&format!("{first}\n{second}")));
    }

    #[test]
    fn a_document_without_a_catalog_is_all_missing() {
        let sample = Sample::new("missing: Раз два.\nmissing: Три.");
        assert_eq!(
            Counts::untranslated(&sample.document),
            counts("missing: Раз два.\nmissing: Три.")
        );
    }

    #[test]
    fn an_empty_article_is_complete() {
        assert!(counts("").is_complete());
        assert_eq!(counts("").segments.percent(), 100);
    }

    #[test]
    fn words_have_a_letter_or_a_digit() {
        assert_eq!(words(""), 0);
        assert_eq!(words("Рост — 5\u{a0}% «за год»…"), 4);
        assert_eq!(words("  one\ttwo\n№ 7 😀 – x-y "), 4);
        assert_eq!(words("1\u{202f}000\u{2009}000 – 新闻"), 4);
    }

    proptest! {
        #[test]
        fn words_agree_with_splitting(text in "[a-zа-яё0-9 .,«»—\u{a0}\u{202f}-]{0,60}") {
            let slow = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
            prop_assert_eq!(words(&text) as usize, slow.count());
        }

        #[test]
        fn any_text_is_counted(text in any::<String>()) {
            words(&text);
        }
    }
}
