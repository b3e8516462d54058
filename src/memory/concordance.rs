//! Entries that have the words asked for, in either language, whatever their form.
//!
//! Lists of stretches and of the beginnings of words tell which sources may have them. Those of a
//! length near the question's come first, so that the likest are among those that are looked at.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;

use super::volume::Listing;
use super::{Bound, Entry, Match, MatchKind, Memory, SoughtWords, likeness};
use crate::model::Span;
use crate::text::grams;

/// An entry with the places of the words in its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub offer: Match,
    pub source: Vec<Span>,
    pub target: Vec<Span>,
}

/// So many entries are gathered before the best are taken,
const GATHERED: usize = 1_000;
/// and so often where too few of them are wanted.
const ROUNDS: usize = 50;

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
        let recent = self.recent.iter().filter_map(|entry| hit(sought, entry.clone()));
        let mut hits: Vec<Hit> = recent.collect();
        let mut kept: Vec<Hit> = Vec::new();
        // Where those near the question are not wanted, the next are looked at.
        for _ in 0..ROUNDS {
            self.gather(sought, &mut holders, &mut hits)?;
            hits.sort_by(|one, other| rank(one).cmp(&rank(other)));
            for hit in hits.drain(..) {
                let is_new = kept.iter().all(|one| texts(one) != texts(&hit));
                if kept.len() < limit && is_new && keep(&hit.offer.entry) {
                    kept.push(hit);
                }
            }
            if kept.len() == limit || holders.is_empty() {
                break;
            }
        }
        kept.sort_by(|one, other| rank(one).cmp(&rank(other)));
        Ok(kept)
    }

    /// The entries of the nearest holders that have the words, and of those as near as the last.
    fn gather(
        &self,
        sought: &SoughtWords,
        holders: &mut BinaryHeap<Reverse<Holder>>,
        hits: &mut Vec<Hit>,
    ) -> io::Result<()> {
        let mut last = None;
        while let Some(Reverse(holder)) = holders.peek().copied() {
            let place = Some((holder.distance, holder.mark));
            // Equals of the last one are looked at, so that the answer doesn't hang on where they stand.
            if hits.len() >= GATHERED && last != place {
                break;
            }
            last = place;
            holders.pop();
            let entries = self.volumes[holder.volume].entries(holder.text)?;
            hits.extend(entries.into_iter().filter_map(|entry| hit(sought, entry)));
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

fn texts(hit: &Hit) -> (&str, &str) {
    (&hit.offer.entry.source, &hit.offer.entry.target)
}

fn rank(hit: &Hit) -> impl Ord + use<'_> {
    let Match { entry, score, .. } = &hit.offer;
    ((Reverse(*score), &entry.source, &entry.target), Reverse(entry.state), &entry.keeper)
}

/// Where all words stand; nothing where some are missing on both sides.
fn hit(sought: &SoughtWords, entry: Entry) -> Option<Hit> {
    let source = sought.source.places(&entry.source);
    let target = sought.target.places(&entry.target);
    if source.is_none() && target.is_none() {
        return None;
    }
    let other = if source.is_some() { &entry.source } else { &entry.target };
    let score = likeness(&sought.text, other);
    let offer = Match::new(entry, score, MatchKind::Concordance);
    Some(Hit { offer, source: source.unwrap_or_default(), target: target.unwrap_or_default() })
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
