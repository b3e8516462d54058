//! Articles that would share a file or an id are refused.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Article, Collection, Workspace};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;
use crate::workspace::files::read::is_file;

impl Workspace {
    /// A catalog and a translation have one source; else their texts would belong to neither.
    pub(super) fn refuse_shared(&self, articles: &[Article]) -> Result<()> {
        // Within one collection the path tells the id, so only two can share a file.
        let Some((first, others)) = articles.split_first() else { return Ok(()) };
        if others.iter().all(|other| other.is_beside(first)) {
            return Ok(());
        }
        let mut catalogs: FxHashMap<String, &Path> = FxHashMap::default();
        let mut documents: FxHashMap<String, &Path> = FxHashMap::default();
        for article in articles {
            for target in &self.config.targets {
                let owner = catalogs.insert(article.catalog_name(target), &article.source);
                if let Some(owner) = owner {
                    let catalog = article.catalog_path(target);
                    return Err(self.shared([owner, &article.source], &catalog));
                }
                let owner = documents.insert(article.document_name(target), &article.source);
                if let Some(owner) = owner {
                    let document = article.document_path(target);
                    return Err(self.shared_document([owner, &article.source], &document));
                }
            }
        }
        for article in articles {
            if let Some(owner) = documents.get(&self.relative(&article.source)) {
                return Err(self.translated_source(owner, &article.source));
            }
        }
        Ok(())
    }

    /// An id names one article; pages, known findings and reports are told apart by it.
    pub(super) fn refuse_namesakes(&self, articles: &[Article]) -> Result<()> {
        for article in articles.iter().filter(|_| self.config.collections.len() > 1) {
            let mut others = self.by_id(&article.id).into_iter();
            let is_other =
                |other: &Article| other.id == article.id && other.source != article.source;
            if let Some(other) = others.find(is_other) {
                return Err(self.twice(article, &other));
            }
        }
        Ok(())
    }

    /// An error for two of one id among all articles that there are, by id.
    pub(super) fn refuse_twins(&self, articles: &[Article]) -> Result<()> {
        let mut pairs = articles.windows(2);
        let twins = pairs.find(|pair| pair[0].id == pair[1].id);
        twins.map_or(Ok(()), |pair| Err(self.twice(&pair[0], &pair[1])))
    }

    fn twice(&self, one: &Article, other: &Article) -> Error {
        let id = one.id.as_str();
        let [one, other] = [one, other].map(|article| self.shown(&article.source));
        let message = message!("error-article-twice", one = one, other = other, id = id);
        Error::new(message).hint(message!("hint-article-twice"))
    }

    /// The same for articles that were named, whose rivals were not.
    pub(super) fn refuse_rivals(&self, articles: &[Article]) -> Result<()> {
        for article in articles {
            for target in &self.config.targets {
                if let Some(rival) = self.rival(article, &article.catalog_name(target)) {
                    let catalog = article.catalog_path(target);
                    return Err(self.shared([&article.source, &rival.source], &catalog));
                }
                let name = article.document_name(target);
                if let Some(rival) = self.rival(article, &name) {
                    let document = article.document_path(target);
                    if rival.source == document {
                        return Err(self.translated_source(&article.source, &document));
                    }
                    return Err(self.shared_document([&article.source, &rival.source], &document));
                }
            }
        }
        Ok(())
    }

    /// Another article with the file at `path`.
    fn rival(&self, article: &Article, path: &str) -> Option<Article> {
        let others = self.config.collections.iter().filter(|one| !article.is_of(one));
        others.filter_map(|one: &Arc<Collection>| Some((one, one.claim(path)?.place))).find_map(
            |(one, place)| {
                let rival = Article::new(place, &self.base, one);
                let is_other = rival.source != article.source && is_file(&rival.source);
                // What is a translation by the pattern that names more of it is no source.
                let is_source = || self.of_source(&self.relative(&rival.source)).is_some();
                (is_other && is_source()).then_some(rival)
            },
        )
    }

    fn shared(&self, sources: [&Path; 2], catalog: &Path) -> Error {
        let [one, other] = sources.map(|source| self.shown(source));
        Error::new(message!("error-catalog-shared", one = one, other = other))
            .at(Location::file(self.shown(catalog)))
            .hint(message!("hint-catalog-shared"))
    }

    fn shared_document(&self, sources: [&Path; 2], document: &Path) -> Error {
        let [one, other] = sources.map(|source| self.shown(source));
        Error::new(message!("error-document-shared", one = one, other = other))
            .at(Location::file(self.shown(document)))
            .hint(message!("hint-document-shared"))
    }

    fn translated_source(&self, source: &Path, document: &Path) -> Error {
        let [source, document] = [source, document].map(|path| self.shown(path));
        Error::new(message!("error-document-is-source", source = source, path = document.as_str()))
            .at(Location::file(document))
            .hint(message!("hint-document-shared"))
    }
}

#[cfg(test)]
mod tests {
    use crate::error::testing::words;
    use crate::workspace::testing::{folder, open};

    fn fault(patterns: [[&str; 2]; 2], files: &[&str], selectors: &[&str]) -> String {
        let tables = patterns.map(|[source, document]| {
            format!(
                "[[articles]]\nsource = \"{source}\"\ndocument = \"{document}\"\n\
                 catalog = \"{source}.en.toml\"\n"
            )
        });
        let config = tables.concat();
        let mut all = vec![("tolmach.toml", config.as_str())];
        all.extend(files.iter().map(|path| (*path, "")));
        let folder = folder(&all);
        let selectors: Vec<String> = selectors.iter().map(|one| (*one).to_owned()).collect();
        match open(&folder).articles(&selectors) {
            Ok(found) => found.iter().map(|article| format!("{} ", article.id)).collect(),
            Err(err) => words(&err).lines().take(2).collect(),
        }
    }

    #[test]
    fn two_articles_with_one_translation_are_refused() {
        let patterns =
            [["{article}.ru.md", "{article}.en.md"], ["{article}.md", "{article}.en.md"]];
        let shared = "\"a.md\" and \"a.ru.md\" have the same translation  --> a.en.md";
        assert_eq!(fault(patterns, &["b.md", "a.ru.md", "a.en.md"], &[]), "a b ");
        assert_eq!(fault(patterns, &["a.md", "a.ru.md"], &[]), shared);
        let named = fault(patterns, &["a.md", "a.ru.md"], &["a.ru.md"]);
        assert!(named.contains("have the same translation"), "{named}");
    }

    #[test]
    fn a_translation_in_the_place_of_another_source_is_refused() {
        let patterns = [
            ["{article}.russian.md", "{article}.md"],
            ["blog/{article}.md", "blog/{article}.en.md"],
        ];
        let fault =
            |selectors: &[&str]| fault(patterns, &["blog/a.russian.md", "blog/a.md"], selectors);
        let told = "the translation of \"blog/a.russian.md\" would stand in \"blog/a.md\", which is a source  --> blog/a.md";
        assert_eq!(fault(&[]), told);
        assert_eq!(fault(&["blog/a.russian.md"]), told);
    }
}
