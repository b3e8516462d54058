//! Entries whose sources are like a text.
//!
//! An edit takes at most three stretches of letters from a text. So the sources that have the most
//! of its rarest stretches are compared, until those left lack more than the edits of the best can take.

use std::cmp::Reverse;
use std::io;
use std::ops::RangeInclusive;

use super::sieve::{Candidate, Sieve};
use super::volume::Sketch;
use super::{Around, Bound, Entry, LEAST, Match, MatchKind, Memory};
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

/// So many numbers of sources are counted for a look-up,
const COUNTED: usize = 600_000;
/// and more for so many stretches, as in a memory of sentences that are much alike,
const STRETCHES: usize = 28;
/// but not without end, unless there would be fewer stretches than this.
const LEAST_STRETCHES: usize = 10;
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
        let candidates = self.candidates(&folded, &measure)?;
        // Doubted entries and equal targets are passed over, so more are looked at than wanted.
        let mut wanted = query.limit.saturating_mul(3).max(15);
        loop {
            let alike = self.alike(&candidates, &measure, wanted)?;
            let is_all = alike.len() < wanted;
            let found = self.ranked(query, &measure, &alike)?;
            let kept = distinct(found, query.limit, keep);
            if is_all || kept.len() >= query.limit {
                return Ok(kept);
            }
            wanted = wanted.saturating_mul(4);
        }
    }

    /// The entries of these sources and those added since that are like the text, the best first.
    fn ranked(
        &self,
        query: &Query<'_>,
        measure: &Measure,
        alike: &[Alike],
    ) -> io::Result<Vec<Ranked>> {
        let mut found = Vec::new();
        for alike in alike {
            for entry in self.volumes[alike.volume].entries(alike.text)? {
                found.push(Ranked::new(query, entry, alike.likeness));
            }
        }
        for entry in &self.recent {
            let likeness = measure.likeness(&fold(&entry.source));
            found.extend(likeness.map(|likeness| Ranked::new(query, entry.clone(), likeness)));
        }
        found.sort_by(|one, other| one.rank().cmp(&other.rank()));
        Ok(found)
    }

    /// The sources that are most like the text, so many at most, the most alike first.
    fn alike(
        &self,
        candidates: &[Candidate],
        measure: &Measure,
        wanted: usize,
    ) -> io::Result<Vec<Alike>> {
        let mut found: Vec<Alike> = Vec::new();
        let mut buffer = Vec::new();
        let mut best = Vec::new();
        let mut least = 0;
        for Candidate { lacks, volume, text, .. } in candidates {
            if best.len() / 2 >= wanted {
                let (_, Reverse(enough), _) = best.select_nth_unstable(wanted - 1);
                least = *enough;
                best.truncate(wanted);
            }
            if measure.most(usize::from(*lacks)) < least {
                continue;
            }
            let source = self.volumes[*volume].volume.source(*text, &mut buffer)?;
            let Some(likeness) = measure.likeness(&fold(source)) else { continue };
            found.push(Alike { likeness, volume: *volume, text: *text });
            best.push(Reverse(likeness));
        }
        found.sort_by_key(|alike| (Reverse(alike.likeness), alike.volume, alike.text));
        // Equals of the last one stay, so that the answer doesn't hang on where they stand.
        let least = found.get(wanted - 1).map_or(0, |last| last.likeness);
        found.retain(|alike| alike.likeness >= least);
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
            let wanted = if sum > 2 * COUNTED { LEAST_STRETCHES } else { STRETCHES };
            if sum > COUNTED && chosen.len() >= wanted {
                break;
            }
            chosen.push(gram);
        }
        Ok(chosen)
    }

    /// The sources that may be like the text, the likeliest first.
    fn candidates(&self, folded: &str, measure: &Measure) -> io::Result<Vec<Candidate>> {
        let grams = self.chosen(&grams::distinct(folded))?;
        let mut buffer = Vec::new();
        let mut all = Vec::new();
        for bound in &self.volumes {
            all.push(counts(bound, &grams, &mut buffer)?);
        }
        let sieve = Sieve {
            stretches: u8::try_from(grams.len()).unwrap_or(u8::MAX),
            length: measure.length(),
            lengths: measure.lengths(),
            sketch: Sketch::of(folded),
        };
        sieve.sift(&self.volumes, &all)
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
            WHOLE if entry.around.is_same(query.around) => MatchKind::Around,
            WHOLE => MatchKind::Exact,
            _ => MatchKind::Fuzzy,
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
