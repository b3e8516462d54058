//! Which language articles are written in first, where nobody says.

use std::collections::{BTreeMap, BTreeSet};

use super::{Glimpse, Site, Wish, detect, is_note, primary};

/// The source's language, and what it makes of a site.
#[derive(Clone, Debug, Default)]
pub struct Direction {
    pub source: String,
    pub site: Site,
    /// The language that may be the source just as well.
    pub rival: Option<Rival>,
}

/// A language with as good a claim to be that of the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival {
    pub language: String,
    /// Pages in it.
    pub pages: usize,
    /// Pages in the language that was taken.
    pub sources: usize,
}

/// The usual source.
const RUSSIAN: &str = "ru";
/// So many languages are tried beside it.
const TRIED: usize = 4;

/// The language of translations from `source` where nothing tells it.
pub fn usual(source: &str) -> &'static str {
    if primary(source) == "en" { "ru" } else { "en" }
}

/// Finds the language of the sources by the texts: Russian where there are translations from it.
pub fn direction(pages: &[Glimpse], wanted: &[String]) -> Direction {
    let with = |source: &str| {
        let site = detect(pages, Wish { source, wanted, usual: usual(source) });
        Direction { source: source.to_owned(), rival: rival(&site), site }
    };
    let is_asked = |source: &str| wanted.iter().any(|tag| primary(tag) == source);
    let russian = if is_asked(RUSSIAN) { Direction::default() } else { with(RUSSIAN) };
    if translated(&russian.site) > 0 {
        return russian;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for page in pages.iter().filter(|page| !is_note(&page.path)) {
        if let Some(language) = page.guess.language.filter(|language| *language != RUSSIAN) {
            *counts.entry(language).or_default() += 1;
        }
    }
    let mut languages: Vec<(&str, usize)> = counts.into_iter().collect();
    languages.sort_by_key(|(_, count)| usize::MAX - count);
    let tried = languages.iter().take(TRIED).map(|(language, _)| *language);
    let others = tried.filter(|language| !is_asked(language)).map(with);
    let mut best: Option<Direction> = None;
    for other in others {
        let most = best.as_ref().map_or(0, |best| translated(&best.site));
        if translated(&other.site) > most {
            best = Some(other);
        }
    }
    let is_set = !russian.source.is_empty();
    best.unwrap_or_else(|| if is_set { russian } else { with(usual(RUSSIAN)) })
}

fn translated(site: &Site) -> usize {
    site.layouts.iter().map(|layout| layout.translated).sum()
}

/// The language that more pages are in than in the source's, or that stands without a word for it.
fn rival(site: &Site) -> Option<Rival> {
    let layout = site.layouts.first().filter(|layout| layout.translated > 0)?;
    let language = site.languages.first()?;
    let documents = site.layouts.iter().flat_map(|layout| &layout.documents);
    let pages = documents.collect::<BTreeSet<_>>().len();
    let sources = site.layouts.iter().map(|layout| layout.sources).sum();
    if pages <= sources && !layout.has_bare_translations() {
        return None;
    }
    Some(Rival { language: language.clone(), pages, sources })
}
