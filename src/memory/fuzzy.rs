//! Entries whose sources are like a text.
//!
//! An edit takes at most three stretches of letters from a text. So the sources that have the most
//! of its rarest stretches are compared, until those left lack more than the edits of the best can
//! take, or the likelier ones were in vain for long.

use std::cmp::Reverse;
use std::io;

use rustc_hash::FxHashMap;

use super::best::{Best, MORE_PATIENCE, PATIENCE};
use super::measure::{Measure, WHOLE, percent};
use super::sieve::{Candidate, Sieve};
use super::tally::{self, GramTally};
use super::volume::{DENSE, Listing};
use super::{Around, Entry, LEAST, Match, MatchKind, Memory};
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
    /// Whether sources without a translation are of no use.
    pub is_translated: bool,
}

impl<'q> Query<'q> {
    /// A query for so many matches.
    pub fn new(text: &'q str, limit: usize) -> Self {
        Self {
            text,
            around: Around::default(),
            least: LEAST,
            limit,
            is_plain: false,
            is_translated: false,
        }
    }
}

/// So many numbers of sources are counted for a look-up,
const COUNTED: usize = 600_000;
/// and more for so many stretches,
const STRETCHES: usize = 48;
/// or for so many in a memory of sentences that are much alike,
const MORE_STRETCHES: usize = 64;
/// which is one where so many of the first have each source on average,
const MUCH_ALIKE: usize = 3;
/// but not without end, unless there would be fewer stretches than this.
const LEAST_STRETCHES: usize = 10;
/// Where so many that are only like the text aren't wanted, the rest is no better,
const REFUSED: usize = 1_000;
/// and nor are the other translations of such a source of which so many aren't.
const REFUSED_ALIKE: usize = 50;
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
        let (candidates, patience) = self.candidates(query, &folded, &measure)?;
        // Doubted entries and equal targets are passed over, so more are looked at than wanted.
        let wanted = query.limit.saturating_mul(3).max(15);
        let alike =
            self.alike(&candidates, &measure, Best::of(query.limit, wanted).patient(patience))?;
        let is_all = alike.len() < wanted;
        let kept = distinct(self.ranked(query, &measure, &alike)?, query.limit, keep);
        if is_all || kept.len() >= query.limit {
            return Ok(kept);
        }
        let alike = self.alike(&candidates, &measure, Best::of(usize::MAX, usize::MAX))?;
        Ok(distinct(self.ranked(query, &measure, &alike)?, query.limit, keep))
    }

    /// The entries of these sources and those added since that are like the text, the best first.
    fn ranked(
        &self,
        query: &Query<'_>,
        measure: &Measure,
        alike: &[Alike],
    ) -> io::Result<Vec<Ranked>> {
        let is_useful = |entry: &Entry| !(query.is_translated && entry.target.is_empty());
        let mut found = Vec::new();
        for alike in alike {
            for entry in self.volumes[alike.volume].entries(alike.text)? {
                if is_useful(&entry) {
                    found.push(Ranked::new(query, entry, alike.likeness));
                }
            }
        }
        for entry in self.recent.iter().filter(|entry| is_useful(entry)) {
            let likeness = measure.likeness(&fold(&entry.source));
            found.extend(likeness.map(|likeness| Ranked::new(query, entry.clone(), likeness)));
        }
        found.sort_by(|one, other| one.rank().cmp(&other.rank()));
        Ok(found)
    }

    /// The sources that are most like the text, the most alike first.
    fn alike(
        &self,
        candidates: &[Candidate],
        measure: &Measure,
        mut best: Best,
    ) -> io::Result<Vec<Alike>> {
        let mut found: Vec<Alike> = Vec::new();
        let mut buffer = Vec::new();
        for Candidate { most, volume, text, .. } in candidates {
            if best.is_settled() {
                break;
            }
            if *most < best.least() {
                continue;
            }
            let source = self.volumes[*volume].volume.source(*text, &mut buffer)?;
            let likeness = measure.likeness_from(&fold(source), best.least());
            best.take(likeness.unwrap_or_default());
            found.extend(likeness.map(|likeness| Alike { likeness, volume: *volume, text: *text }));
        }
        // Equals of the last one stay, so that the answer doesn't hang on where they stand.
        found.retain(|alike| alike.likeness >= best.least());
        found.sort_by_key(|alike| (Reverse(alike.likeness), alike.volume, alike.text));
        Ok(found)
    }

    /// The rarest of these stretches, as many as are worth counting.
    fn chosen(&self, grams: &[u32]) -> io::Result<Chosen> {
        let mut all = Vec::with_capacity(grams.len());
        for gram in grams {
            let lists = self.volumes.iter().map(|bound| bound.volume.gram(*gram));
            let lists: Vec<Listing> = lists.collect::<io::Result<_>>()?;
            let count = lists.iter().map(|list| list.count as usize).sum();
            all.push(Stretch { count, gram: *gram, lists });
        }
        all.sort_unstable_by_key(|stretch| (stretch.count, stretch.gram));
        // Where many sources have a stretch, they are counted many at a time.
        let texts: usize = self.volumes.iter().map(|bound| bound.volume.texts()).sum();
        let dense = texts / DENSE;
        let usual: usize = all.iter().take(STRETCHES).map(|stretch| stretch.count).sum();
        let is_much_alike = usual > MUCH_ALIKE * texts;
        let usual = if is_much_alike { MORE_STRETCHES } else { STRETCHES };
        let patience = if is_much_alike { MORE_PATIENCE } else { PATIENCE };
        let (mut sum, mut wanted) = (0, 0);
        for stretch in all.iter().take(tally::MOST) {
            sum += stretch.count.min(dense);
            let least = if sum > 6 * COUNTED { LEAST_STRETCHES } else { usual };
            if sum > COUNTED && wanted >= least {
                break;
            }
            wanted += 1;
        }
        all.truncate(wanted);
        Ok(Chosen { stretches: all, patience })
    }

    /// The sources that may be like the text, the likeliest first, and how many may be compared in vain.
    fn candidates(
        &self,
        query: &Query<'_>,
        folded: &str,
        measure: &Measure,
    ) -> io::Result<(Vec<Candidate>, usize)> {
        if query.is_translated && !self.volumes.iter().any(|bound| bound.volume.has_translations())
        {
            return Ok((Vec::new(), PATIENCE));
        }
        let grams = grams::distinct(folded);
        let Chosen { stretches: chosen, patience } = self.chosen(&grams)?;
        let mut buffer = Vec::new();
        let mut all = Vec::new();
        for (number, bound) in self.volumes.iter().enumerate() {
            let mut tally = GramTally::new(bound.volume.texts());
            for stretch in &chosen {
                tally.add(bound.volume.numbers(&stretch.lists[number], &mut buffer)?);
            }
            let mut counts = tally.counts();
            counts.keep_lengths(bound.volume.lengths(), &measure.lengths());
            if query.is_translated {
                counts.keep(bound.volume.translated());
            }
            all.push(counts);
        }
        let stretches = u8::try_from(chosen.len()).unwrap_or(u8::MAX);
        let sieve = Sieve { stretches, all: grams.len(), measure };
        Ok((sieve.sift(&self.volumes, &all), patience))
    }
}

/// The stretches to count, and how many may be compared in vain.
struct Chosen {
    stretches: Vec<Stretch>,
    patience: usize,
}

/// A stretch of the text, with the sources that have it.
struct Stretch {
    count: usize,
    gram: u32,
    /// One list for each volume.
    lists: Vec<Listing>,
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
    let mut refused: FxHashMap<String, usize> = FxHashMap::default();
    let mut all = 0;
    for Ranked { offer, likeness } in found {
        if kept.len() == limit {
            break;
        }
        // Of the text itself every translation is looked at.
        let is_whole = likeness == WHOLE;
        let alike = refused.get(&offer.entry.source).copied().unwrap_or_default();
        let is_idle = alike >= REFUSED_ALIKE && !offer.entry.target.is_empty();
        if !is_whole && (all == REFUSED || is_idle) {
            continue;
        }
        let text = |offer: &Match| {
            let Entry { source, target, .. } = &offer.entry;
            fold(if target.is_empty() { source } else { target }).into_owned()
        };
        let is_new = kept.iter().all(|kept| text(kept) != text(&offer));
        if is_new && keep(&offer.entry) {
            kept.push(offer);
        } else if is_new && !is_whole {
            all += 1;
            *refused.entry(offer.entry.source).or_default() += 1;
        }
    }
    kept
}
