//! Entries that have the words asked for, in either language, whatever their form.
//!
//! Lists of stretches and of the beginnings of words tell which sources may have them. Those of a
//! length near the question's come first, so that the likest are among those that are looked at.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;

use super::measure::{Measure, percent};
use super::volume::Listing;
use super::{Bound, Entry, Match, MatchKind, Memory, SoughtWords};
use crate::model::Span;
use crate::text::fold::fold;
use crate::text::grams;

/// An entry with the places of the words in its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub offer: Match,
    pub source: Vec<Span>,
    pub target: Vec<Span>,
}

/// So many entries are gathered before the best are taken,
const GATHERED: usize = 500;
/// and so often where too few of them are wanted.
const ROUNDS: usize = 100;

/// A source that may have the words, or whose translations may; those most like the question come first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Holder {
    distance: usize,
    /// Made of its letters, so that the order doesn't hang on where it stands.
    mark: u16,
    volume: usize,
    text: usize,
}

impl Memory {
    /// The entries with all words in their source or their target, the likest first, so many at most.
    pub fn concordance(
        &self,
        sought: &SoughtWords,
        limit: usize,
        keep: &dyn Fn(&Entry) -> bool,
    ) -> io::Result<Vec<Hit>> {
        let mut holders = self.holders(sought)?;
        let mut picking = Picking::new(sought, limit, keep);
        let mut entries = self.recent.clone();
        // Where those near the question are not wanted, the next are looked at.
        for _ in 0..ROUNDS {
            self.gather(&mut holders, &mut entries)?;
            picking.take(std::mem::take(&mut entries));
            if picking.is_full() || holders.is_empty() {
                break;
            }
        }
        picking.kept.sort_by(|one, other| rank(one).cmp(&rank(other)));
        Ok(picking.kept)
    }

    /// The entries of the nearest holders, and of those as near as the last.
    fn gather(
        &self,
        holders: &mut BinaryHeap<Reverse<Holder>>,
        entries: &mut Vec<Entry>,
    ) -> io::Result<()> {
        let mut last = None;
        while let Some(Reverse(holder)) = holders.peek().copied() {
            let place = Some((holder.distance, holder.mark));
            // Equals of the last one are looked at, so that the answer doesn't hang on where they stand.
            if entries.len() >= GATHERED && last != place {
                break;
            }
            last = place;
            holders.pop();
            entries.extend(self.volumes[holder.volume].entries(holder.text)?);
        }
        Ok(())
    }

    /// The sources that may have the words, or whose translations may.
    fn holders(&self, sought: &SoughtWords) -> io::Result<BinaryHeap<Reverse<Holder>>> {
        let length = sought.text.chars().count();
        let mut holders = Vec::new();
        for (volume, bound) in self.volumes.iter().enumerate() {
            for text in possible(bound, sought)? {
                let distance = usize::from(bound.volume.length(text)).abs_diff(length);
                let mark = bound.volume.marks[text];
                holders.push(Reverse(Holder { distance, mark, volume, text }));
            }
        }
        Ok(holders.into())
    }
}

/// Picks the likest of the entries that have the words. To find the words in an entry costs more than to tell
/// how alike it can be, so that is done for those alone that may be among the best.
struct Picking<'a> {
    sought: &'a SoughtWords,
    measure: Measure,
    limit: usize,
    keep: &'a dyn Fn(&Entry) -> bool,
    kept: Vec<Hit>,
}

/// An entry that may have the words.
struct Likely {
    /// It is no more like the question than this, in percent.
    most: u8,
    entry: Entry,
}

impl<'a> Picking<'a> {
    fn new(sought: &'a SoughtWords, limit: usize, keep: &'a dyn Fn(&Entry) -> bool) -> Self {
        let measure = Measure::new(&fold(&sought.text), 0);
        Self { sought, measure, limit, keep, kept: Vec::new() }
    }

    fn is_full(&self) -> bool {
        self.kept.len() == self.limit
    }

    /// Takes the best of these entries.
    fn take(&mut self, entries: Vec<Entry>) {
        let mut likely: Vec<Likely> = Vec::with_capacity(entries.len());
        for entry in entries {
            let most = self.likeness(&entry.source).max(self.likeness(&entry.target));
            likely.push(Likely { most, entry });
        }
        likely.sort_by_key(|one| Reverse(one.most));
        let mut hits = Vec::new();
        for alike in likely.chunk_by(|one, other| one.most == other.most) {
            // Who is as alike as the next ones can be waits for them.
            let (above, rest) =
                hits.into_iter().partition(|hit: &Hit| hit.offer.score > alike[0].most);
            self.add(above);
            hits = rest;
            if self.is_full() {
                return;
            }
            hits.extend(alike.iter().filter_map(|one| self.hit(&one.entry)));
        }
        self.add(hits);
    }

    /// Keeps those of these hits that are wanted, the best first.
    fn add(&mut self, mut hits: Vec<Hit>) {
        hits.sort_by(|one, other| rank(one).cmp(&rank(other)));
        for hit in hits {
            let is_new = self.kept.iter().all(|one| texts(one) != texts(&hit));
            if !self.is_full() && is_new && (self.keep)(&hit.offer.entry) {
                self.kept.push(hit);
            }
        }
    }

    /// Where all words stand; nothing where some are missing on both sides.
    fn hit(&self, entry: &Entry) -> Option<Hit> {
        let source = self.sought.source.places(&entry.source);
        let target = self.sought.target.places(&entry.target);
        if source.is_none() && target.is_none() {
            return None;
        }
        let other = if source.is_some() { &entry.source } else { &entry.target };
        let offer = Match::new(entry.clone(), self.likeness(other), MatchKind::Concordance);
        Some(Hit { offer, source: source.unwrap_or_default(), target: target.unwrap_or_default() })
    }

    fn likeness(&self, text: &str) -> u8 {
        self.measure.likeness(&fold(text)).map_or(0, percent)
    }
}

fn texts(hit: &Hit) -> (&str, &str) {
    (&hit.offer.entry.source, &hit.offer.entry.target)
}

fn rank(hit: &Hit) -> impl Ord + use<'_> {
    let Match { entry, score, .. } = &hit.offer;
    ((Reverse(*score), &entry.source, &entry.target), Reverse(entry.state), &entry.keeper)
}

/// The sources of a volume that may have the words, or whose translations may.
fn possible(bound: &Bound, sought: &SoughtWords) -> io::Result<Vec<usize>> {
    let volume = &bound.volume;
    let all = || (0..volume.texts()).collect();
    let mut words = Vec::new();
    for begins in sought.source.beginnings() {
        let lists = |begin: &String| listings(&grams::of_beginning(begin), |one| volume.gram(one));
        words.push(begins.iter().map(lists).collect::<io::Result<_>>()?);
    }
    let Some(mut texts) = holding(bound, words)? else { return Ok(all()) };
    let mut words = Vec::new();
    for begins in sought.target.beginnings() {
        let numbers = begins.iter().map(|one| grams::words(one, sought.target.are_whole()));
        // A beginning too short to be looked up tells nothing of its word.
        let numbers: Option<Vec<Vec<u32>>> = numbers.collect();
        let numbers = numbers.unwrap_or_else(|| vec![Vec::new()]).into_iter().flatten();
        let lists = |number: u32| listings(&[number], |one| volume.word(one));
        let lists: Vec<Vec<Listing>> = numbers.map(lists).collect::<io::Result<_>>()?;
        words.push(if lists.is_empty() { vec![Vec::new()] } else { lists });
    }
    let Some(more) = holding(bound, words)? else { return Ok(all()) };
    texts.extend(more);
    texts.sort_unstable();
    texts.dedup();
    Ok(texts)
}

/// So many lists of a word tell enough, and so many words.
const LISTS: usize = 6;
const WORDS: usize = 3;

/// The rarest of these lists.
fn listings(
    numbers: &[u32],
    find: impl Fn(u32) -> io::Result<Listing>,
) -> io::Result<Vec<Listing>> {
    let mut lists: Vec<Listing> =
        numbers.iter().map(|one| find(*one)).collect::<io::Result<_>>()?;
    lists.sort_unstable_by_key(|list| (list.count, list.slot));
    lists.truncate(LISTS);
    Ok(lists)
}

/// The sources that have each word, which is known by the lists of any of its beginnings; nothing where no
/// word is known.
fn holding(bound: &Bound, words: Vec<Vec<Vec<Listing>>>) -> io::Result<Option<Vec<usize>>> {
    let is_known = |word: &Vec<Vec<Listing>>| word.iter().all(|lists| !lists.is_empty());
    let mut known: Vec<Vec<Vec<Listing>>> = words.into_iter().filter(is_known).collect();
    let few = |lists: &Vec<Listing>| lists.first().map_or(0, |list| list.count as usize);
    known.sort_by_key(|word| word.iter().map(few).sum::<usize>());
    let mut texts: Option<Vec<usize>> = None;
    for word in known.iter().take(WORDS) {
        let mut having = Vec::new();
        for lists in word.iter().filter(|lists| few(lists) > 0) {
            having.extend(common(bound, lists)?);
        }
        having.sort_unstable();
        having.dedup();
        if let Some(texts) = &texts {
            having.retain(|text| texts.binary_search(text).is_ok());
        }
        texts = Some(having);
    }
    Ok(texts)
}

/// The sources that stand in all of these lists, the rarest of which is the first.
fn common(bound: &Bound, lists: &[Listing]) -> io::Result<Vec<usize>> {
    let mut texts = Vec::new();
    let mut buffer = Vec::new();
    for (at, list) in lists.iter().enumerate() {
        let numbers = bound.volume.numbers(list, &mut buffer)?;
        if at == 0 {
            numbers.each(|text| texts.push(text));
        } else {
            numbers.keep(&mut texts);
        }
    }
    // Damage could name sources that there are not.
    texts.retain(|text| *text < bound.volume.texts());
    Ok(texts)
}
