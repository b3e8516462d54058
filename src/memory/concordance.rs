//! Entries that have the words asked for, in either language, whatever their form.

use std::cmp::Reverse;
use std::io;

use super::{Bound, Entry, Match, MatchKind, Memory, likeness};
use crate::model::Span;
use crate::text::figures::Languages;
use crate::text::grams;
use crate::text::stems::{Stems, normal};
use crate::text::words::{Token, tokens};

/// How words are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Any form of the word will do.
    Stems,
    /// Only the form that was asked for.
    Words,
}

/// An entry with the places of the words in its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub offer: Match,
    pub source: Vec<Span>,
    pub target: Vec<Span>,
}

/// The words asked for, as one language has them.
struct Asked {
    stems: Stems,
    by: By,
    keys: Vec<String>,
    words: Vec<String>,
}

/// So many entries are gathered before the best are taken.
const GATHERED: usize = 1_000;

impl Memory {
    /// The entries with all words of a text in their source or their target, the likest first.
    pub fn concordance(
        &self,
        (text, by): (&str, By),
        languages: Languages<'_>,
        keep: &dyn Fn(&Entry) -> bool,
    ) -> io::Result<Vec<Hit>> {
        let asked = [languages.source, languages.target].map(|tag| Asked::new(text, tag, by));
        let mut hits: Vec<Hit> = Vec::new();
        if asked[0].keys.is_empty() {
            return Ok(hits);
        }
        let mut take = |entry: Entry| {
            if let Some(hit) = hit(&asked, text, entry).filter(|hit| keep(&hit.offer.entry)) {
                hits.push(hit);
            }
            hits.len() < GATHERED
        };
        for bound in &self.volumes {
            'volume: for text in possible(bound, &asked)? {
                for entry in bound.entries(text)? {
                    if !take(entry) {
                        break 'volume;
                    }
                }
            }
        }
        for entry in &self.recent {
            take(entry.clone());
        }
        hits.sort_by(|one, other| rank(one).cmp(&rank(other)));
        hits.dedup_by(|one, other| texts(one) == texts(other));
        Ok(hits)
    }
}

/// An offer with the places of those words of a text that it has.
pub fn marked((text, by): (&str, By), languages: Languages<'_>, offer: Match) -> Hit {
    let places = |tag: &str, own: &str| Asked::new(text, tag, by).look(own).0;
    let source = places(languages.source, &offer.entry.source);
    let target = places(languages.target, &offer.entry.target);
    Hit { offer, source, target }
}

fn texts(hit: &Hit) -> (&str, &str) {
    (&hit.offer.entry.source, &hit.offer.entry.target)
}

fn rank(hit: &Hit) -> impl Ord + use<'_> {
    let Match { entry, score, .. } = &hit.offer;
    ((Reverse(*score), &entry.source, &entry.target), Reverse(entry.state), &entry.keeper)
}

/// Where all words stand; nothing where some are missing on both sides.
fn hit(asked: &[Asked; 2], text: &str, entry: Entry) -> Option<Hit> {
    let source = asked[0].places(&entry.source);
    let target = asked[1].places(&entry.target);
    if source.is_none() && target.is_none() {
        return None;
    }
    let other = if source.is_some() { &entry.source } else { &entry.target };
    let score = likeness(text, other);
    let offer = Match::new(entry, score, MatchKind::Concordance);
    Some(Hit { offer, source: source.unwrap_or_default(), target: target.unwrap_or_default() })
}

impl Asked {
    fn new(text: &str, language: &str, by: By) -> Self {
        let stems = Stems::new(language);
        let words = tokens(text).filter(Token::is_wordlike);
        let words: Vec<String> = words.map(|token| token.text.to_owned()).collect();
        let keys = words.iter().map(|word| key(&stems, by, word)).collect();
        Self { stems, by, keys, words }
    }

    /// Where the words stand in a text, if all of them do.
    fn places(&self, text: &str) -> Option<Vec<Span>> {
        let (places, found) = self.look(text);
        found.iter().all(|found| *found).then_some(places)
    }

    /// Where words stand in a text, and which of them do.
    fn look(&self, text: &str) -> (Vec<Span>, Vec<bool>) {
        let mut places = Vec::new();
        let mut found = vec![false; self.keys.len()];
        for token in tokens(text).filter(Token::is_wordlike) {
            let own = key(&self.stems, self.by, token.text);
            let before = places.len();
            for (at, _) in self.keys.iter().enumerate().filter(|(_, key)| **key == own) {
                found[at] = true;
                places.truncate(before);
                places.push(token.span);
            }
        }
        (places, found)
    }
}

fn key(stems: &Stems, by: By, word: &str) -> String {
    match by {
        By::Stems => stems.stem(word).to_string(),
        By::Words => normal(word).into_owned(),
    }
}

/// The sources of a volume that may have the words, or whose translations may.
fn possible(bound: &Bound, asked: &[Asked; 2]) -> io::Result<Vec<usize>> {
    let mut lists = Vec::new();
    let all = |bound: &Bound| (0..bound.volume.texts()).collect::<Vec<_>>();
    let mut grams: Vec<u32> =
        asked[0].keys.iter().flat_map(|key| grams::of_beginning(key)).collect();
    grams.sort_unstable();
    grams.dedup();
    for gram in &grams {
        lists.push(bound.volume.gram(*gram)?);
    }
    if lists.is_empty() {
        return Ok(all(bound));
    }
    let mut texts = common(bound, lists)?;
    let whole = |at: usize| asked[1].by == By::Words || asked[1].words[at].len() < 2;
    let words = asked[1].keys.iter().enumerate();
    let numbers: Vec<u32> = words.filter_map(|(at, key)| grams::word(key, whole(at))).collect();
    if numbers.is_empty() {
        // Words too short to be looked up by their beginning are sought one by one.
        return Ok(if texts.is_empty() { all(bound) } else { texts });
    }
    let mut lists = Vec::new();
    for number in numbers {
        lists.push(bound.volume.word(number)?);
    }
    texts.extend(common(bound, lists)?);
    texts.sort_unstable();
    texts.dedup();
    Ok(texts)
}

/// So many lists tell enough.
const LISTS: usize = 6;

/// The sources that stand in all of the rarest lists.
fn common(bound: &Bound, mut lists: Vec<super::volume::Listing>) -> io::Result<Vec<usize>> {
    lists.sort_by_key(|list| list.count);
    lists.truncate(LISTS);
    let mut counts = vec![0_u8; bound.volume.texts()];
    let mut buffer = Vec::new();
    for list in &lists {
        bound.volume.numbers(list, &mut buffer)?.each(|text| {
            if let Some(count) = counts.get_mut(text) {
                *count += 1;
            }
        });
    }
    let wanted = u8::try_from(lists.len()).unwrap_or(u8::MAX);
    let texts = counts.iter().enumerate().filter(|(_, count)| **count == wanted);
    Ok(texts.map(|(text, _)| text).collect())
}
