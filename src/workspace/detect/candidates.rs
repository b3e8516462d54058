//! Patterns that pairs of pages speak for.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::slots::{Slot, slots};
use super::{Glimpse, Wish, primary};
use crate::workspace::config::collection::{Collection, Patterns};
use crate::workspace::config::pattern::Pattern;

/// Patterns that may be those of a site, and the sources that speak for them.
pub struct LayoutCandidate {
    pub source: String,
    pub document: String,
    pub catalog: String,
    /// Whether the path of a source names its language.
    pub is_named: bool,
    /// The sources with a translation, by its language.
    pairs: BTreeMap<String, BTreeSet<usize>>,
}

impl LayoutCandidate {
    /// Languages of the translations, the most used first.
    pub fn languages(&self) -> Vec<String> {
        let mut languages: Vec<&String> = self.pairs.keys().collect();
        languages.sort_by_key(|tag| (usize::MAX - self.pairs[*tag].len(), (*tag).clone()));
        languages.into_iter().cloned().collect()
    }

    /// How many sources have a translation into one of these languages.
    pub fn translated(&self, targets: &[String]) -> usize {
        let pairs = targets.iter().filter_map(|target| self.pairs.get(target)).flatten();
        pairs.collect::<BTreeSet<_>>().len()
    }

    /// What the patterns make of a site.
    pub fn collection(&self, source: &str, targets: &[String]) -> Option<Collection> {
        let pattern = |text: &str| Pattern::parse(text).ok();
        let given = Patterns {
            name: None,
            source: Some(pattern(&self.source)?),
            catalog: Some(pattern(&self.catalog)?),
            document: Some(pattern(&self.document)?),
            only: Vec::new(),
        };
        Collection::new(given, source, targets).ok()
    }
}

/// A page that names its language in one place.
struct Named<'p> {
    page: usize,
    slot: Slot<'p>,
}

struct Gathering<'a> {
    pages: &'a [&'a Glimpse],
    wish: Wish<'a>,
    by_path: FxHashMap<&'a str, usize>,
    found: BTreeMap<PatternPair, LayoutCandidate>,
}

/// Where sources stand, and where their translations do.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct PatternPair {
    source: String,
    document: String,
}

/// The patterns that the pages speak for.
pub fn candidates(pages: &[&Glimpse], wish: Wish<'_>) -> Vec<LayoutCandidate> {
    let by_path = pages.iter().enumerate().map(|(at, page)| (page.path.as_str(), at)).collect();
    let mut gathering = Gathering { pages, wish, by_path, found: BTreeMap::new() };
    let mut named: Vec<Named<'_>> = Vec::new();
    for (page, glimpse) in pages.iter().enumerate() {
        named.extend(slots(&glimpse.path).into_iter().map(|slot| Named { page, slot }));
    }
    named.retain(|one| gathering.is_plain(&one.slot));
    let mut groups: BTreeMap<(&str, &str), Vec<&Named<'_>>> = BTreeMap::new();
    for one in &named {
        groups.entry(one.slot.key()).or_default().push(one);
    }
    for group in groups.values() {
        gathering.pair(group);
    }
    for one in &named {
        gathering.pair_bare(one);
    }
    gathering.found.into_values().collect()
}

impl Gathering<'_> {
    /// Whether a word is one for a language, not just a word of the page's name.
    ///
    /// After `_` and `-` names have all kinds of words, so only those languages count that are
    /// looked for.
    fn is_plain(&self, slot: &Slot<'_>) -> bool {
        let is_loose = slot.key().0.ends_with(['_', '-']);
        let known = ["ru", "en", self.wish.source, self.wish.usual];
        !is_loose
            || known.contains(&slot.tag.as_str())
            || self.wish.wanted.contains(&slot.tag)
            || slot.word.len() > 3
    }

    fn is_source(&self, tag: &str) -> bool {
        tag == self.wish.source || primary(tag) == primary(self.wish.source)
    }

    fn admits(&self, page: usize, tag: &str) -> bool {
        self.pages[page].guess.admits(tag)
    }

    /// Pages that differ in the word for the language alone.
    fn pair(&mut self, group: &[&Named<'_>]) {
        let (sources, others): (Vec<&Named<'_>>, Vec<&Named<'_>>) =
            group.iter().partition(|one| self.is_source(&one.slot.tag));
        for one in sources {
            // A page that nobody translated speaks for the layout, too.
            let word = one.slot.word;
            if word == self.wish.source && !one.slot.key().0.ends_with(['_', '-']) {
                for form in &one.slot.forms {
                    let pattern = form.with("{language}");
                    let patterns = PatternPair { source: pattern.clone(), document: pattern };
                    self.note(patterns, one.page, None);
                }
            }
            for other in &others {
                if !self.admits(one.page, self.wish.source)
                    || !self.admits(other.page, &other.slot.tag)
                {
                    continue;
                }
                let is_open = word == self.wish.source && other.slot.word == other.slot.tag;
                for form in &one.slot.forms {
                    let with = |word: &str| form.with(if is_open { "{language}" } else { word });
                    let patterns =
                        PatternPair { source: with(word), document: with(other.slot.word) };
                    self.note(patterns, one.page, Some(&other.slot.tag));
                }
            }
        }
    }

    /// A page with a word for its language, and one without any.
    fn pair_bare(&mut self, one: &Named<'_>) {
        let Slot { word, tag, forms, .. } = &one.slot;
        for form in forms {
            let Some(bare) = &form.bare else { continue };
            let Some(other) = self.by_path.get(bare.path.as_str()).copied() else { continue };
            let source = self.wish.source;
            if self.is_source(tag) {
                let language = self.pages[other].guess.language;
                let target = language.unwrap_or(
                    self.wish.wanted.first().map_or(self.wish.usual, |wanted| wanted.as_str()),
                );
                let is_other = !self.is_source(target) && self.admits(other, target);
                if is_other && self.admits(one.page, source) {
                    let patterns =
                        PatternPair { source: form.with(word), document: bare.pattern.clone() };
                    self.note(patterns, one.page, Some(&target.to_owned()));
                }
            } else if self.admits(other, source) && self.admits(one.page, tag) {
                let word = if word == tag { "{language}" } else { word };
                let patterns =
                    PatternPair { source: bare.pattern.clone(), document: form.with(word) };
                self.note(patterns, other, Some(tag));
            }
        }
    }

    /// A source, perhaps with a translation, speaks for two patterns.
    fn note(&mut self, patterns: PatternPair, source: usize, target: Option<&String>) {
        let candidate =
            self.found.entry(patterns).or_insert_with_key(|PatternPair { source, document }| {
                let language = self.wish.source;
                LayoutCandidate {
                    source: source.clone(),
                    document: document.clone(),
                    catalog: catalog(source, document),
                    is_named: names(source, language),
                    pairs: BTreeMap::new(),
                }
            });
        if let Some(target) = target {
            candidate.pairs.entry(target.clone()).or_default().insert(source);
        }
    }
}

/// Whether a word for a language stands in the pattern.
fn names(pattern: &str, source: &str) -> bool {
    pattern.contains("{language}")
        || slots(pattern).iter().any(|slot| primary(&slot.tag) == primary(source))
}

/// Where the catalogs stand: where the translations do, apart from other languages.
fn catalog(source: &str, document: &str) -> String {
    let is_apart = document.contains("{language}") || source != document && is_worded(document);
    let stem = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
    if is_apart { format!("{stem}.toml") } else { format!("{stem}.{{language}}.toml") }
}

fn is_worded(pattern: &str) -> bool {
    !slots(pattern).is_empty()
}
