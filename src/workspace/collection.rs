//! Collections: where the sources, catalogs and translations of articles stand.

use super::pattern::{Pattern, Shape};

/// Articles that stand in the same layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// What the ids of its articles begin with, if anything.
    name: Option<String>,
    pub source: Pattern,
    pub catalog: Pattern,
    pub document: Pattern,
    /// The source pattern in the source language.
    pub sources: Shape,
    /// Each target language with its shapes.
    pub targets: Vec<Target>,
}

/// The files of a collection in one target language.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub language: String,
    pub catalogs: Shape,
    pub documents: Shape,
}

/// The patterns of a collection, as far as they are given.
#[derive(Default)]
pub struct Patterns {
    pub name: Option<String>,
    pub source: Option<Pattern>,
    pub catalog: Option<Pattern>,
    pub document: Option<Pattern>,
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
        let beside = if pattern.has_language() { pattern.clone() } else { pattern.with_language() };
        let catalog = given.catalog.unwrap_or_else(|| beside.with_extension("toml"));
        let document = given.document.unwrap_or(beside);
        let targets = targets.iter().map(|language| Target {
            language: language.clone(),
            catalogs: catalog.shape(language),
            documents: document.shape(language),
        });
        let collection = Self {
            name: given.name,
            sources: pattern.shape(source),
            targets: targets.collect(),
            source: pattern,
            catalog,
            document,
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
        match &self.name {
            Some(name) => id.strip_prefix(name.as_str())?.strip_prefix('/'),
            None => Some(id),
        }
    }

    /// Whether the ids of all articles begin with `id`.
    pub fn is_named(&self, id: &str) -> bool {
        self.name.as_deref() == Some(id)
    }

    /// The place of the article that has `path` as its source, catalog or translation.
    pub fn place_of<'p>(&self, path: &'p str) -> Option<&'p str> {
        let of_target =
            |target: &Target| target.documents.id(path).or_else(|| target.catalogs.id(path));
        self.targets.iter().find_map(of_target).or_else(|| self.sources.id(path))
    }

    /// Whether `path` is a translation.
    pub fn is_document(&self, path: &str) -> bool {
        self.targets.iter().any(|target| target.documents.id(path).is_some())
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
        assert!(zola.is_document("content/a/b.en.md"));
        assert_eq!(zola.place_of("content/a/b.en.md"), Some("a/b"));
        assert_eq!(zola.place_of("content/a/b.en.toml"), Some("a/b"));
        assert_eq!(zola.place_of("content/a/b.md"), Some("a/b"));
    }

    #[test]
    fn a_translation_in_the_place_of_its_source_is_a_clash() {
        let clash = collection("{article}.md", Some("{article}.md")).err();
        assert_eq!(clash, Some(Clash::Document));
    }
}
