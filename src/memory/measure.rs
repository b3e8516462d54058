//! How alike two texts are: what part of the longer one needs no edit, in millionths.

use std::ops::RangeInclusive;

use super::LEAST;
use crate::text::distance::Yardstick;
use crate::text::fold::fold;

/// Longer texts are matched as wholes only.
const LONGEST: usize = 4_000;

/// Measures texts against one.
pub struct Measure {
    /// How many characters the text has.
    length: usize,
    yardstick: Yardstick,
    folded: String,
    /// Who is less alike than this isn't alike.
    pub least: u32,
}

/// As alike as can be.
pub const WHOLE: u32 = 1_000_000;

impl Measure {
    /// Measures against a folded text; who is less alike than `least` percent isn't alike.
    pub fn new(folded: &str, least: u8) -> Self {
        let length = folded.chars().count();
        let measured = if length > LONGEST { "" } else { folded };
        let least = u32::from(least.min(100)) * (WHOLE / 100);
        Self { length, yardstick: Yardstick::new(measured), folded: folded.to_owned(), least }
    }

    /// The lengths that a text must have to be alike, as far as lengths go.
    pub fn lengths(&self) -> RangeInclusive<u16> {
        let (length, least, whole) = (self.length, self.least as usize, WHOLE as usize);
        let longest = (length * whole).checked_div(least).unwrap_or(usize::MAX);
        let known = |length| u16::try_from(length).unwrap_or(u16::MAX);
        known(length * least / whole)..=known(longest)
    }

    /// How alike a folded text is, where that is enough.
    pub fn likeness(&self, other: &str) -> Option<u32> {
        self.likeness_from(other, 0)
    }

    /// How alike a folded text is, where that is enough and not below `least`.
    pub fn likeness_from(&self, other: &str, least: u32) -> Option<u32> {
        if self.folded == other {
            return Some(WHOLE);
        }
        let length = other.chars().count();
        let known = u16::try_from(length).unwrap_or(u16::MAX);
        if !self.lengths().contains(&known) || length.max(self.length) > LONGEST {
            return None;
        }
        let longer = self.length.max(length);
        let least = least.max(self.least);
        // One edit more than fits is enough to tell.
        let most = longer - (longer * least as usize / WHOLE as usize).min(longer) + 1;
        let distance = self.yardstick.distance_within(other, most)?;
        let likeness = ratio(longer.saturating_sub(distance), longer).min(WHOLE - 1);
        (likeness >= least).then_some(likeness)
    }

    /// How alike a text can be that lacks so many stretches; its length is known as far as that goes.
    pub fn most(&self, length: u16, lacks: usize) -> u32 {
        let (own, other) = (self.length.min(u16::MAX.into()), usize::from(length));
        let edits = lacks.div_ceil(3).max(own.abs_diff(other));
        let longer = own.max(other);
        ratio(longer.saturating_sub(edits), longer)
    }
}

fn ratio(part: usize, whole: usize) -> u32 {
    let share = (part as u64 * u64::from(WHOLE)).checked_div(whole as u64);
    u32::try_from(share.unwrap_or_default()).unwrap_or(WHOLE)
}

/// How alike that is in percent.
pub fn percent(likeness: u32) -> u8 {
    u8::try_from(likeness / (WHOLE / 100)).unwrap_or(100)
}

/// How many letters texts have that are worth an offer for this one.
pub fn lengths_alike(text: &str) -> RangeInclusive<u16> {
    Measure::new(&fold(text), LEAST).lengths()
}

/// How alike two texts are in percent; 100 only where they are the same.
pub fn likeness(one: &str, other: &str) -> u8 {
    Measure::new(&fold(one), 0).likeness(&fold(other)).map_or(0, percent)
}
