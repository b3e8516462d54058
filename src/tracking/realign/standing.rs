//! Where the texts of pairs stand in a document.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::super::matching::Matching;
use super::super::tongue::Tongue;
use super::super::{equal, joined, owned, similar};
use super::Versions;
use crate::model::{Catalog, Document, Pair};
use crate::text::fold::fold;
use crate::text::scripts::{is_cyrillic, is_written_in_cyrillic};

/// A name has at most so many words in lower case.
const NAME: usize = 3;

/// Where the text of a pair stands, or an edited version of it.
#[derive(Clone, Debug)]
pub struct Standing {
    pub segments: Range<usize>,
    /// Whether it is the very text.
    pub is_equal: bool,
    /// A number that is one for pairs that stand there together.
    pub group: usize,
}

/// For each pair where its source stands; nothing where it is gone.
pub fn standings(document: &Document, catalog: &Catalog, tongue: &Tongue) -> Vec<Option<Standing>> {
    let mut matching = Matching::new(document, catalog);
    equal::trim(&mut matching);
    if !matching.is_complete() {
        equal::pair_up(&mut matching);
        owned::pair_up(&mut matching, &tongue.language);
        joined::pair_up(&mut matching);
        similar::pair_up(&mut matching, &tongue.stems);
        owned::pair_up(&mut matching, &tongue.language);
        equal::pair_up_owned(&mut matching);
    }
    let mut standings = vec![None; catalog.pairs.len()];
    for (pair, group) in matching.sourced.iter().zip(&matching.taken) {
        let Some(group) = *group else { continue };
        let found = &matching.groups[group];
        let (segments, is_equal) = (found.segments.clone(), found.is_equal);
        standings[*pair] = Some(Standing { segments, is_equal, group });
    }
    standings
}

/// A catalog whose sources are the targets, to look for them in the translated document.
pub fn mirror(catalog: &Catalog) -> Catalog {
    let turned = |pair: &Pair| Pair { source: pair.target.clone(), ..Pair::default() };
    Catalog { pairs: catalog.pairs.iter().map(turned).collect() }
}

/// Segments of the translation that are the source over again: they are nobody's translation.
pub fn copies(versions: &Versions<'_>, catalog: &Catalog) -> Vec<usize> {
    let (from, into) = versions.tongues;
    let texts = versions.source.segments.iter().map(|segment| segment.text.as_str());
    let texts = texts.chain(catalog.pairs.iter().map(|pair| pair.source.as_str()));
    let mut known: FxHashSet<_> = texts.map(fold).collect();
    for pair in &catalog.pairs {
        known.remove(&fold(&pair.target));
    }
    let is_copy = |text: &str| known.contains(&fold(text)) && is_told(text, from, into);
    let segments = versions.target.segments.iter().enumerate();
    segments.filter(|(_, segment)| is_copy(&segment.text)).map(|(at, _)| at).collect()
}

/// Whether a text is more than names and numbers, which may be the same in both languages.
fn is_told(text: &str, from: &Tongue, into: &Tongue) -> bool {
    if is_written_in_cyrillic(&from.language) && !is_written_in_cyrillic(&into.language) {
        return text.chars().any(is_cyrillic);
    }
    let words = text.split_whitespace();
    words.filter(|word| word.starts_with(char::is_lowercase)).count() > NAME
}
