//! How much of an article is done, in segments and in words.

use std::ops::AddAssign;

use memchr::memchr3_iter;
use serde::Serialize;

use crate::model::{Bitext, Danger, Document, Freshness, Published, State, SurplusKind, Unit};
use crate::tracking::{Need, open_notes};

/// What `status` counts in one article and language, or in many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub segments: Tally,
    pub words: Tally,
    pub stale_by_severity: Dangers,
    /// Pairs that no segment matches.
    pub orphans: u32,
    /// Texts on the page whose source was taken out.
    pub withdrawn: u32,
    /// Texts that only the translation has, and that nobody settled.
    pub extra: u32,
    /// Segments that are translated and that no editor has read.
    pub unreviewed: u32,
    /// Notes that nobody settled.
    pub open_notes: u32,
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
                // A value is no work until somebody has to look at it, and never a word.
                let words = if segment.is_value { 0 } else { words(&segment.text) };
                if !segment.is_value || Need::of(unit).is_some() {
                    counts.add(unit, words);
                }
            }
        }
        let leftovers = bitext.orphans.iter().filter(|index| {
            bitext.catalog.pairs.get(**index).is_some_and(|pair| !pair.source.is_empty())
        });
        counts.orphans = small(leftovers.count());
        counts.unreviewed = counts.segments.translated;
        let notes = bitext.units.iter().map(|unit| open_notes(unit, bitext.catalog).len());
        counts.open_notes = small(notes.sum());
        counts
    }

    /// The counts with what stands on the page and has no source.
    #[must_use]
    pub fn beside(self, published: &Published) -> Self {
        let count = |kind| small(published.open(kind).count());
        let (withdrawn, extra) = (count(SurplusKind::Withdrawn), count(SurplusKind::Extra));
        Self { withdrawn, extra, ..self }
    }

    /// The counts of a document that has no catalog.
    pub fn untranslated(document: &Document) -> Self {
        let mut counts = Self::default();
        for segment in document.segments.iter().filter(|segment| !segment.is_value) {
            counts.segments.missing += 1;
            counts.words.missing += words(&segment.text);
        }
        counts.segments.total = counts.segments.missing;
        counts.words.total = counts.words.missing;
        counts
    }

    /// Whether nothing is left to do.
    pub fn is_complete(&self) -> bool {
        self.segments.left() == 0 && self.withdrawn == 0 && self.extra == 0
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
        self.withdrawn += other.withdrawn;
        self.extra += other.extra;
        self.unreviewed += other.unreviewed;
        self.open_notes += other.open_notes;
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

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Words: what stands between white space and has a letter or a digit.
///
/// It runs over every text of a workspace, so the spaces of usual text are found many bytes at a time.
fn words(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let has_rare_space = bytes.iter().fold(false, |found, byte| found | is_rare(*byte));
    if has_rare_space {
        return text.split_whitespace().map(word).sum();
    }
    let (mut count, mut start) = (0, 0);
    for at in memchr3_iter(b' ', 0xc2, 0xe2, bytes) {
        if let Some(length) = space(&bytes[at..]) {
            count += word(&text[start..at]);
            start = at + length;
        }
    }
    count + word(&text[start..])
}

/// Whether white space other than [`space`] knows may begin with this byte.
fn is_rare(byte: u8) -> bool {
    matches!(byte, ..b' ' | 0xe1 | 0xe3)
}

/// The bytes of the white space at the beginning of `rest`.
fn space(rest: &[u8]) -> Option<usize> {
    match rest {
        [b' ', ..] => Some(1),
        [0xc2, 0x85 | 0xa0, ..] => Some(2),
        [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..] | [0xe2, 0x81, 0x9f, ..] => Some(3),
        _ => None,
    }
}

/// One for a piece with a letter or a digit.
fn word(piece: &str) -> u32 {
    // Cyrillic and ASCII letters are told by their first byte.
    let begins = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, 0xd0 | 0xd1);
    let is_word = piece.as_bytes().first().is_some_and(begins);
    u32::from(is_word || piece.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

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
    fn a_value_counts_only_while_somebody_has_to_look_at_it() {
        let held = "missing: Раз два.\nfinal: 5,2 % | 5.2%\nreviewed: 3:0 | 3:0";
        assert_eq!(counts(held), counts("missing: Раз два."));
        let stale = counts("stale critical 6: 5 -> 6 | 5\ndraft: 7,1 % | 7.2%");
        let parts = |tally: super::Tally| tally.parts().map(|(_, count)| count);
        assert_eq!(parts(stale.segments), [2, 0, 1, 0, 1, 0, 0, 0]);
        assert_eq!(parts(stale.words), [0; 8]);
        assert_eq!(Counts::untranslated(&Sample::new("missing: 5,2 %").document), counts(""));
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
        fn words_agree_with_splitting(
            text in "[a-zа-яё0-9 .,«»—\u{a0}\u{202f}-]{0,60}|[\\s\\PC]{0,20}"
        ) {
            let slow = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
            prop_assert_eq!(words(&text) as usize, slow.count());
        }
    }
}
