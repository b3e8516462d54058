//! Catalogs put in order: pairs as the document has them, leftovers taken out.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Bitext, Catalog, Document, Pair};
use crate::text::fold::fold;

/// Whether pairs that no segment matches stay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Orphans<'a> {
    Keep,
    /// Those that a person agreed to remove go.
    Remove(&'a [Pair]),
}

/// The catalog in the document's order; a pair without a place stays behind the one before it.
pub fn tidy(bitext: &Bitext<'_>, orphans: Orphans<'_>) -> Catalog {
    let pairs = &bitext.catalog.pairs;
    let mut rank: Vec<Option<usize>> = vec![None; pairs.len()];
    for (place, unit) in bitext.units.iter().enumerate() {
        unit.pairs.iter().for_each(|pair| rank[*pair] = Some(place + 1));
    }
    let gone: FxHashSet<usize> = match orphans {
        Orphans::Keep => FxHashSet::default(),
        Orphans::Remove(agreed) => {
            let is_agreed = |index: &usize| agreed.contains(&pairs[*index]);
            bitext.orphans.iter().copied().filter(is_agreed).collect()
        }
    };
    let mut last = 0;
    let mut placed: Vec<(usize, &Pair)> = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.iter().enumerate() {
        last = rank[index].unwrap_or(last);
        if !gone.contains(&index) {
            placed.push((last, pair));
        }
    }
    placed.sort_by_key(|(place, _)| *place);
    Catalog { pairs: placed.into_iter().map(|(_, pair)| renewed(pair)).collect() }
}

/// The pair with a seal that says where its target came from, where an old one was silent about it.
fn renewed(pair: &Pair) -> Pair {
    let mut pair = pair.clone();
    if pair.has_old_seal() {
        pair.apply_seal();
    }
    pair
}

/// Finds the documents that a catalog was made for, by equal sentences.
pub struct Homes {
    by_text: FxHashMap<String, Vec<usize>>,
}

/// A document that a catalog may belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// Index of the document.
    pub document: usize,
    /// Hundredths of the catalog's sources that stand in it.
    pub percent: usize,
}

impl Homes {
    /// An index of the documents' sentences.
    pub fn new<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Self {
        let mut by_text: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (index, document) in documents.into_iter().enumerate() {
            for segment in &document.segments {
                let holders = by_text.entry(fold(&segment.text).into_owned()).or_default();
                if holders.last() != Some(&index) {
                    holders.push(index);
                }
            }
        }
        Self { by_text }
    }

    /// The documents that share sentences with the catalog, the best first.
    pub fn of(&self, catalog: &Catalog) -> Vec<Home> {
        let sources = catalog.pairs.iter().map(|pair| fold(&pair.source));
        let sources: Vec<Cow<'_, str>> = sources.filter(|source| !source.is_empty()).collect();
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for holders in sources.iter().filter_map(|source| self.by_text.get(source.as_ref())) {
            for holder in holders {
                *shared.entry(*holder).or_default() += 1;
            }
        }
        let percent = |count: usize| count * 100 / sources.len().max(1);
        let mut homes: Vec<Home> = shared
            .into_iter()
            .map(|(document, count)| Home { document, percent: percent(count) })
            .collect();
        homes.sort_by_key(|home| (usize::MAX - home.percent, home.document));
        homes
    }
}

#[cfg(test)]
mod tests {
    use super::{Homes, Orphans, tidy};
    use crate::model::{Catalog, Pair, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::sentences::{Extra, Splitter};

    fn document(text: &str) -> crate::model::Document {
        let splitter = Some(Splitter::new("ru", &Extra::default()));
        parse(text.to_owned(), Syntax::Text, &Options { splitter, ..Options::default() })
    }

    fn catalog(sources: &[&str]) -> Catalog {
        let pair = |source: &&str| Pair::new(*source, format!("<{source}>"), State::Final);
        Catalog { pairs: sources.iter().map(pair).collect() }
    }

    fn tidied(sources: &[&str], orphans: Orphans<'_>) -> String {
        let (document, catalog) = (document("Раз.\n\nДва.\n\nТри.\n"), catalog(sources));
        let bitext = crate::tracking::bitext(&document, &catalog, "ru");
        let pairs = tidy(&bitext, orphans).pairs;
        pairs.iter().map(|pair| pair.target.as_str()).collect()
    }

    #[test]
    fn pairs_stand_in_the_documents_order() {
        let sources = ["Три.", "Старый план отменён.", "Раз.", "", "Два."];
        assert_eq!(tidied(&sources, Orphans::Keep), "<Раз.><><Два.><Три.><Старый план отменён.>");
        let agreed = catalog(&["Старый план отменён.", "Два."]).pairs;
        assert_eq!(tidied(&sources, Orphans::Remove(&agreed)), "<Раз.><><Два.><Три.>");
        let kept = "<Раз.><><Два.><Три.><Старый план отменён.>";
        assert_eq!(tidied(&sources, Orphans::Remove(&agreed[1..])), kept);
    }

    #[test]
    fn a_catalog_is_at_home_where_most_of_its_sentences_stand() {
        let documents = [document("Раз.\n\nДва.\n"), document("Раз.\n\nПять.\n\nДва.\n\nТри.\n")];
        let homes = Homes::new(&documents).of(&catalog(&["Раз.", "Два.", "Три.", ""]));
        let shown: Vec<_> = homes.iter().map(|home| (home.document, home.percent)).collect();
        assert_eq!(shown, [(1, 100), (0, 66)]);
        assert!(Homes::new(&documents).of(&catalog(&["Нет."])).is_empty());
    }
}
