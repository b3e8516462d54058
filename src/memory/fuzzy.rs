//! Entries whose sources are like a text.
//!
//! An edit takes at most three stretches of letters from a text. So the sources that have the most
//! of its rarest stretches are compared, until those left lack more than the edits of the best can take.

use std::cmp::Reverse;
use std::io;
use std::ops::RangeInclusive;

use super::sieve::{Candidate, Sieve};
use super::{Around, Bound, Entry, Kind, LEAST, Match, Memory};
use crate::text::distance::Yardstick;
use crate::text::fold::fold;
use crate::text::grams;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Query<'q> {
    pub text: &'q str,
    pub around: Around,
    /// No match scores less before penalties.
    pub least: u8,
    /// How many matches are wanted.
    pub limit: usize,
    /// Whether translations are wanted as they stand.
    pub is_plain: bool,
}

impl<'q> Query<'q> {
    /// A query for so many matches.
    pub fn new(text: &'q str, limit: usize) -> Self {
        Self { text, around: Around::default(), least: LEAST, limit, is_plain: false }
    }
}

/// So many numbers of sources are counted for a look-up.
const COUNTED: usize = 1_200_000;
/// At least so many stretches are looked up, however common they are.
const STRETCHES: usize = 10;
/// Where so many of the best aren't wanted, the rest is no better.
const REFUSED: usize = 200;
/// Longer texts are matched as wholes only.
const LONGEST: usize = 4_000;

/// A source that is like the text.
struct Alike {
    likeness: u32,
    volume: usize,
    text: usize,
}

/// An offer with how alike its source is.
struct Ranked {
    likeness: u32,
    offer: Match,
}

impl Memory {
    /// The entries most like a text among those to `keep`, the best first, each target once.
    pub fn matches(
        &self,
        query: &Query<'_>,
        keep: &dyn Fn(&Entry) -> bool,
    ) -> io::Result<Vec<Match>> {
        let folded = fold(query.text);
        let measure = Measure::new(&folded, query.least);
        let mut found = Vec::new();
        for alike in self.alike(&folded, &measure, query.limit)? {
            for entry in self.volumes[alike.volume].entries(alike.text)? {
                found.push(Ranked::new(query, entry, alike.likeness));
            }
        }
        for entry in &self.recent {
            let likeness = measure.likeness(&fold(&entry.source));
            found.extend(likeness.map(|likeness| Ranked::new(query, entry.clone(), likeness)));
        }
        found.sort_by(|one, other| one.rank().cmp(&other.rank()));
        Ok(distinct(found, query.limit, keep))
    }

    /// The sources that are like the text, the most alike first.
    fn alike(&self, folded: &str, measure: &Measure, limit: usize) -> io::Result<Vec<Alike>> {
        let grams = self.chosen(&grams::distinct(folded))?;
        let mut found: Vec<Alike> = Vec::new();
        // Doubted entries and equal targets are passed over later.
        let wanted = limit.saturating_mul(3).max(15);
        let mut buffer = Vec::new();
        let mut best = Vec::new();
        for Candidate { lacks, volume, text, .. } in self.candidates(&grams, measure)? {
            if best.len() >= wanted {
                let (_, last, _) = best.select_nth_unstable(wanted - 1);
                if Reverse(measure.most(usize::from(lacks))) > *last {
                    break;
                }
                best.truncate(wanted);
            }
            let stored = self.volumes[volume].volume.last(text, &mut buffer)?;
            let Some(likeness) = measure.likeness(&fold(&stored.source)) else { continue };
            found.push(Alike { likeness, volume, text });
            best.push(Reverse(likeness));
        }
        found.sort_by_key(|alike| (Reverse(alike.likeness), alike.volume, alike.text));
        Ok(found)
    }

    /// The rarest of these stretches, as many as are worth counting.
    fn chosen(&self, grams: &[u32]) -> io::Result<Vec<u32>> {
        let mut counted = Vec::with_capacity(grams.len());
        for gram in grams {
            let mut count = 0;
            for bound in &self.volumes {
                count += bound.volume.gram(*gram)?.count as usize;
            }
            counted.push((count, *gram));
        }
        counted.sort_unstable();
        let mut sum = 0;
        let mut chosen = Vec::new();
        for (count, gram) in counted.into_iter().take(usize::from(u8::MAX)) {
            sum += count;
            if sum > COUNTED && chosen.len() >= STRETCHES {
                break;
            }
            chosen.push(gram);
        }
        Ok(chosen)
    }

    /// The sources that have the most of the stretches, the likeliest first.
    fn candidates(&self, grams: &[u32], measure: &Measure) -> io::Result<Vec<Candidate>> {
        let mut sieve = Sieve::new(grams.len(), measure.length(), measure.lengths());
        let mut buffer = Vec::new();
        for (number, bound) in self.volumes.iter().enumerate() {
            let counts = counts(bound, grams, &mut buffer)?;
            sieve.take(number, &counts, &bound.volume.lengths);
        }
        Ok(sieve.finish())
    }
}

/// How many of the stretches each source of a volume has.
fn counts(bound: &Bound, grams: &[u32], buffer: &mut Vec<u8>) -> io::Result<Vec<u8>> {
    let mut counts = vec![0_u8; bound.volume.texts()];
    for gram in grams {
        let listing = bound.volume.gram(*gram)?;
        bound.volume.each(&listing, buffer, |text| {
            if let Some(count) = counts.get_mut(text) {
                *count = count.wrapping_add(1);
            }
        })?;
    }
    Ok(counts)
}

/// Measures texts against one, in millionths.
struct Measure {
    yardstick: Yardstick,
    folded: String,
    least: u32,
}

const WHOLE: u32 = 1_000_000;

impl Measure {
    fn new(folded: &str, least: u8) -> Self {
        let measured = if folded.len() > 4 * LONGEST { "" } else { folded };
        let least = u32::from(least.min(100)) * (WHOLE / 100);
        Self { yardstick: Yardstick::new(measured), folded: folded.to_owned(), least }
    }

    fn length(&self) -> usize {
        self.yardstick.length()
    }

    /// The lengths that a text must have to be alike.
    fn lengths(&self) -> RangeInclusive<usize> {
        let (length, least, whole) = (self.length(), self.least as usize, WHOLE as usize);
        let longest = (length * whole).checked_div(least).unwrap_or(usize::MAX);
        length * least / whole..=longest
    }

    /// How alike a folded text is, where that is enough.
    fn likeness(&self, other: &str) -> Option<u32> {
        if self.folded == other {
            return Some(WHOLE);
        }
        let length = other.chars().count();
        if !self.lengths().contains(&length) || length > LONGEST {
            return None;
        }
        let longer = self.length().max(length);
        let likeness = ratio(longer.saturating_sub(self.yardstick.distance(other)), longer);
        (likeness >= self.least).then_some(likeness.min(WHOLE - 1))
    }

    /// How alike a text can be that lacks so many stretches.
    fn most(&self, lacks: usize) -> u32 {
        ratio(self.length(), self.length() + lacks.div_ceil(3))
    }
}

fn ratio(part: usize, whole: usize) -> u32 {
    let share = (part as u64 * u64::from(WHOLE)).checked_div(whole as u64);
    u32::try_from(share.unwrap_or_default()).unwrap_or(WHOLE)
}

fn percent(likeness: u32) -> u8 {
    u8::try_from(likeness / (WHOLE / 100)).unwrap_or(100)
}

/// How alike two texts are in percent; 100 only where they are the same.
pub fn likeness(one: &str, other: &str) -> u8 {
    Measure::new(&fold(one), 0).likeness(&fold(other)).map_or(0, percent)
}

impl Ranked {
    fn new(query: &Query<'_>, entry: Entry, likeness: u32) -> Self {
        let kind = match likeness {
            WHOLE if entry.around.is_same(query.around) => Kind::Around,
            WHOLE => Kind::Exact,
            _ => Kind::Fuzzy,
        };
        Self { likeness, offer: Match::new(entry, percent(likeness), kind) }
    }

    /// The best first: by score, by likeness, by who stands behind it, by where it stands.
    fn rank(&self) -> impl Ord + use<'_> {
        let Match { entry, score, kind, .. } = &self.offer;
        let is_bare = entry.target.is_empty();
        let trust = (*kind, Reverse(self.likeness), Reverse(entry.state));
        (Reverse(*score), is_bare, trust, &entry.keeper, &entry.source, &entry.target)
    }
}

/// The first offers of each target.
fn distinct(found: Vec<Ranked>, limit: usize, keep: &dyn Fn(&Entry) -> bool) -> Vec<Match> {
    let mut kept: Vec<Match> = Vec::new();
    let mut refused = 0;
    for Ranked { offer, .. } in found {
        if kept.len() == limit || refused == REFUSED {
            break;
        }
        let text = |offer: &Match| {
            let Entry { source, target, .. } = &offer.entry;
            fold(if target.is_empty() { source } else { target }).into_owned()
        };
        let is_new = kept.iter().all(|kept| text(kept) != text(&offer));
        if is_new && keep(&offer.entry) {
            kept.push(offer);
        } else if is_new {
            refused += 1;
        }
    }
    kept
}
