//! Collections: where the sources, catalogs and translations of articles stand.

use super::languages::is_tag;
use super::pattern::{PathShape, Pattern};

/// Articles that stand in the same layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// What the ids of its articles begin with, if anything.
    name: Option<String>,
    /// Language of the sources.
    language: String,
    pub source: Pattern,
    pub catalog: Pattern,
    pub document: Pattern,
    /// The source pattern in the source language.
    pub sources: PathShape,
    /// Each target language with its shapes.
    pub targets: Vec<Target>,
    /// The patterns of pages with their language left open, where it stands in them.
    open: Vec<Pattern>,
}

/// What a file is to a collection that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileRole {
    Source,
    Document,
    Catalog,
}

/// A file as one of a collection's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<'p> {
    pub role: FileRole,
    /// Where its article stands in the patterns.
    pub place: &'p str,
    /// How much of the path the pattern names itself.
    pub length: usize,
}

/// A page in a language that is neither the source's nor a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign<'p> {
    pub language: &'p str,
    /// Where its article stands in the patterns.
    pub place: &'p str,
}

/// The files of a collection in one target language.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub language: String,
    pub catalogs: PathShape,
    pub documents: PathShape,
}

/// The patterns of a collection, as far as they are given.
#[derive(Default)]
pub struct Patterns {
    pub name: Option<String>,
    pub source: Option<Pattern>,
    pub catalog: Option<Pattern>,
    pub document: Option<Pattern>,
    /// The places of its articles, where they are few.
    pub only: Vec<String>,
}

/// Two files of a collection that would be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    Catalog,
    Document,
}

impl Collection {
    /// The collection with what isn't given derived from the source pattern.
    ///
    /// A translation stands beside its source under its own language; a catalog
    /// stands where the translation does, with the extension `toml`.
    pub fn new(given: Patterns, source: &str, targets: &[String]) -> Result<Self, Clash> {
        let pattern = given.source.unwrap_or_else(|| default_source("md"));
        let named = pattern.freed(source);
        let beside = if named.has_language() { named } else { pattern.with_language() };
        let catalog = given.catalog.unwrap_or_else(|| beside.with_extension("toml"));
        let document = given.document.unwrap_or(beside);
        let mut open = vec![pattern.freed(source)];
        open.extend(targets.iter().map(|target| document.freed(target)));
        open.retain(Pattern::has_language);
        open.dedup();
        let targets = targets.iter().map(|language| Target {
            language: language.clone(),
            catalogs: catalog.shape(language).limited(&given.only),
            documents: document.shape(language).limited(&given.only),
        });
        let collection = Self {
            name: given.name,
            language: source.to_owned(),
            sources: pattern.shape(source).limited(&given.only),
            targets: targets.collect(),
            source: pattern,
            catalog,
            document,
            open,
        };
        collection.clash().map_or(Ok(collection), Err)
    }

    /// The collections of a workspace that names none: Markdown and plain text.
    pub fn defaults(source: &str, targets: &[String]) -> Vec<Self> {
        let collection = |extension| {
            let given = Patterns { source: Some(default_source(extension)), ..Patterns::default() };
            Self::new(given, source, targets).expect("the languages differ and stand in the paths")
        };
        ["md", "txt"].map(collection).into()
    }

    /// The id of the article that stands at `place` in the patterns.
    pub fn id(&self, place: &str) -> String {
        self.name.as_ref().map_or_else(|| place.to_owned(), |name| format!("{name}/{place}"))
    }

    /// Where the article with this id stands in the patterns, if it can be of this collection.
    pub fn place<'i>(&self, id: &'i str) -> Option<&'i str> {
        let place = match &self.name {
            Some(name) => id.strip_prefix(name.as_str())?.strip_prefix('/')?,
            None => id,
        };
        self.sources.admits(place).then_some(place)
    }

    /// The files in this target language, where it is one of the workspace's.
    pub fn target(&self, language: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.language == language)
    }

    /// Whether the ids of all articles begin with `id`.
    pub fn is_named(&self, id: &str) -> bool {
        self.name.as_deref() == Some(id)
    }

    /// What `path` is to the collection: of the patterns that fit, the one that names most of it counts.
    pub fn claim<'p>(&self, path: &'p str) -> Option<Claim<'p>> {
        let claim = |shape: &PathShape, role| {
            let place = shape.id(path)?;
            Some(Claim { role, place, length: shape.length() })
        };
        let mut best = claim(&self.sources, FileRole::Source);
        for target in &self.targets {
            let of_target = [
                claim(&target.documents, FileRole::Document),
                claim(&target.catalogs, FileRole::Catalog),
            ];
            for claim in of_target.into_iter().flatten() {
                if best.is_none_or(|best| claim.length > best.length) {
                    best = Some(claim);
                }
            }
        }
        best
    }

    /// The page that `path` is in a language that the workspace has no use for, if it may be one.
    pub fn foreign<'p>(&self, path: &'p str) -> Option<Foreign<'p>> {
        let length = self.claim(path).map_or(0, |claim| claim.length);
        self.open.iter().find_map(|pattern| {
            let language = pattern.language_in(path)?;
            let is_used = language == self.language
                || self.targets.iter().any(|target| target.language == language);
            if is_used || !is_tag(language) {
                return None;
            }
            let shape = pattern.shape(language);
            let place = shape.id(path).filter(|_| shape.length() > length)?;
            Some(Foreign { language, place })
        })
    }

    /// The paths that the article at `place` has beside its catalogs: its source, its translations.
    pub fn pages(&self, place: &str) -> impl Iterator<Item = String> {
        let translations = self.targets.iter().map(|target| target.documents.path(place));
        std::iter::once(self.sources.path(place)).chain(translations)
    }

    fn clash(&self) -> Option<Clash> {
        let mut taken = vec![self.sources.path("a")];
        for target in &self.targets {
            for (shape, clash) in
                [(&target.documents, Clash::Document), (&target.catalogs, Clash::Catalog)]
            {
                let path = shape.path("a");
                if taken.contains(&path) {
                    return Some(clash);
                }
                taken.push(path);
            }
        }
        None
    }
}

fn default_source(extension: &str) -> Pattern {
    Pattern::parse(&format!("articles/{{article}}/{{language}}.{extension}"))
        .expect("the default patterns are possible")
}

#[cfg(test)]
mod tests {
    use super::{Clash, Collection, Pattern, Patterns};

    fn collection(source: &str, document: Option<&str>) -> Result<Collection, Clash> {
        let pattern = |text: &str| Pattern::parse(text).unwrap();
        let source = Some(pattern(source));
        let given = Patterns { source, document: document.map(pattern), ..Patterns::default() };
        Collection::new(given, "ru", &["en".to_owned()])
    }

    #[test]
    fn a_source_without_a_language_has_its_translations_beside_it() {
        let zola = collection("content/{article}.md", None).unwrap();
        assert_eq!(zola.targets[0].documents.path("a/b"), "content/a/b.en.md");
        assert_eq!(zola.targets[0].catalogs.path("a/b"), "content/a/b.en.toml");
        assert_eq!(claim(&zola, "content/a/b.en.md"), "Document a/b");
        assert_eq!(claim(&zola, "content/a/b.en.toml"), "Catalog a/b");
        assert_eq!(claim(&zola, "content/a/b.md"), "Source a/b");
        assert_eq!(claim(&zola, "content/a/b.de.md"), "Source a/b.de, or de of a/b");
        assert_eq!(claim(&zola, "content/a/b.js.md"), "Source a/b.js");
    }

    fn claim(collection: &Collection, path: &str) -> String {
        let claim = collection.claim(path);
        let claim = claim.map(|claim| format!("{:?} {}", claim.role, claim.place));
        let foreign = collection.foreign(path);
        let foreign = foreign.map(|page| format!("{} of {}", page.language, page.place));
        claim.into_iter().chain(foreign).collect::<Vec<_>>().join(", or ")
    }

    #[test]
    fn a_translation_without_a_language_may_stand_beside_a_source_that_has_one() {
        let readme = collection("{article}.ru.md", Some("{article}.md")).unwrap();
        assert_eq!(claim(&readme, "a/README.ru.md"), "Source a/README");
        assert_eq!(claim(&readme, "a/README.md"), "Document a/README");
        assert_eq!(claim(&readme, "a/README.en.toml"), "Catalog a/README");
        assert_eq!(claim(&readme, "a/README.de.md"), "Document a/README.de, or de of a/README");
    }

    #[test]
    fn the_folder_of_a_language_may_lie_among_the_sources() {
        let docs = collection("docs/{article}.md", Some("docs/en/{article}.md")).unwrap();
        assert_eq!(claim(&docs, "docs/en/a.md"), "Document a");
        assert_eq!(claim(&docs, "docs/fr/a.md"), "Source fr/a, or fr of a");
        assert_eq!(claim(&docs, "docs/b/a.md"), "Source b/a");
    }

    #[test]
    fn a_collection_may_name_its_only_articles() {
        let pattern = |text: &str| Some(Pattern::parse(text).unwrap());
        let only = vec!["README".to_owned(), "a/b".to_owned()];
        let given = Patterns { source: pattern("{article}.md"), only, ..Patterns::default() };
        let collection = Collection::new(given, "ru", &["en".to_owned()]).unwrap();
        assert_eq!(claim(&collection, "README.md"), "Source README");
        assert_eq!(claim(&collection, "a/b.en.toml"), "Catalog a/b");
        assert_eq!(claim(&collection, "README.en.md"), "Document README");
        assert_eq!(claim(&collection, "a/README.md"), "");
        assert_eq!(claim(&collection, "CHANGELOG.md"), "");
        assert_eq!((collection.place("a/b"), collection.place("b")), (Some("a/b"), None));
    }

    #[test]
    fn a_translation_in_the_place_of_its_source_is_a_clash() {
        let clash = collection("{article}.md", Some("{article}.md")).err();
        assert_eq!(clash, Some(Clash::Document));
    }
}
