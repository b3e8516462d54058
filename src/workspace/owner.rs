//! Whose a file is: to which article it belongs, and as what.
//!
//! A path may fit several patterns, as `a.ru.md` fits both `{article}.ru.md` and `{article}.md`.
//! The pattern that names most of the path counts, whatever their order.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::{Article, Collection, Workspace, is_note};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;
use crate::parse::Syntax;
use crate::workspace::config::collection::{Claim, FileRole};
use crate::workspace::files::ignored;
use crate::workspace::files::read::is_file;

/// A collection that a path belongs to, and as what.
type Owner<'s, 'p> = (&'s Arc<Collection>, Claim<'p>);

/// A source, or what may be a page in a language that the workspace has no use for.
pub enum FoundFile {
    Source(Article),
    /// Nothing stands beside it, so it is a source unless other pages are in this language.
    Doubtful(Article, String),
    /// A page beside a source, in this language.
    Foreign(String),
}

impl Workspace {
    /// The collection that `path` belongs to, and as what.
    pub(super) fn owner<'p>(&self, path: &'p str) -> Option<Owner<'_, 'p>> {
        self.first(self.claims(path))
    }

    fn first<'s, 'p>(&'s self, mut claims: Vec<Owner<'s, 'p>>) -> Option<Owner<'s, 'p>> {
        if claims.len() == 1 {
            return claims.pop();
        }
        // Of equals a translation or a catalog whose source is there, then the first collection.
        claims.into_iter().min_by_key(|(collection, claim)| {
            let is_alone = || !is_file(&self.root.join(collection.sources.path(claim.place)));
            let is_alone = claim.role != FileRole::Source && is_alone();
            (is_alone, Reverse(claim.role))
        })
    }

    /// What `path` is to whoever owns it.
    pub(super) fn role(&self, path: &str) -> Option<FileRole> {
        Some(self.claimed(path)?.1.role)
    }

    /// A collection that `path` belongs to, and as what; asks the disk only where patterns are at odds.
    ///
    /// Where several have it as the same, be it their catalog or their translation, it is the first of them.
    fn claimed<'p>(&self, path: &'p str) -> Option<Owner<'_, 'p>> {
        let claims = self.claims(path);
        let role = claims.first()?.1.role;
        for (_, claim) in &claims {
            if claim.role != role {
                return self.first(claims);
            }
        }
        claims.into_iter().next()
    }

    /// The collections whose patterns name most of the path.
    fn claims<'p>(&self, path: &'p str) -> Vec<Owner<'_, 'p>> {
        let mut longest: Vec<Owner<'_, 'p>> = Vec::new();
        for collection in &self.config.collections {
            let Some(claim) = collection.claim(path) else { continue };
            let length = longest.first().map_or(0, |(_, claim)| claim.length);
            if claim.length > length {
                longest.clear();
            }
            if claim.length >= length {
                longest.push((collection, claim));
            }
        }
        longest
    }

    /// What stands at `path`, if it may be a source.
    pub(super) fn found(&self, path: &str) -> Option<FoundFile> {
        self.seen_at(path).1
    }

    /// What `path` is to whoever owns it, and what stands there, if that may be a source.
    pub(super) fn seen_at(&self, path: &str) -> (Option<FileRole>, Option<FoundFile>) {
        match self.claimed(path) {
            Some((collection, claim)) if claim.role == FileRole::Source => {
                (Some(claim.role), Some(self.source_at(path, collection, claim)))
            }
            claimed => (claimed.map(|(_, claim)| claim.role), None),
        }
    }

    fn source_at(&self, path: &str, collection: &Arc<Collection>, claim: Claim<'_>) -> FoundFile {
        let article = Article::new(claim.place, &self.base, collection);
        let Some(foreign) = collection.foreign(path) else {
            return FoundFile::Source(article);
        };
        let language = foreign.language.to_owned();
        let mut pages = collection.pages(foreign.place);
        let is_beside = pages.any(|page| page != path && is_file(&self.root.join(page)));
        if is_beside {
            FoundFile::Foreign(language)
        } else {
            FoundFile::Doubtful(article, language)
        }
    }

    /// The article with its source at `path`.
    pub(super) fn of_source(&self, path: &str) -> Option<Article> {
        match self.found(path)? {
            FoundFile::Source(article) => Some(article),
            FoundFile::Foreign(_) => None,
            FoundFile::Doubtful(article, language) => {
                let languages = self.foreign_languages().unwrap_or_default();
                (!languages.contains(&language)).then_some(article)
            }
        }
    }

    /// The article with `path` as its source, catalog or translation.
    pub(super) fn of_file(&self, path: &str) -> Option<Article> {
        let (collection, claim) = self.owner(path)?;
        let source = collection.sources.path(claim.place);
        self.of_source(&source).filter(|article| is_file(&article.source))
    }

    /// Whether `path` is a page beside others in a language that the workspace has no use for.
    pub(super) fn is_foreign(&self, path: &str) -> bool {
        self.config.collections.iter().any(|collection| {
            collection.foreign(path).is_some_and(|foreign| {
                let mut pages = collection.pages(foreign.place);
                pages.any(|page| page != path && is_file(&self.root.join(page)))
            })
        })
    }

    /// Languages of pages that stand beside sources and are no targets.
    fn foreign_languages(&self) -> Result<BTreeSet<String>> {
        let found = self.walk(&self.source_folders(), |path| match self.found(path)? {
            FoundFile::Foreign(language) => Some(language),
            FoundFile::Source(_) | FoundFile::Doubtful(..) => None,
        })?;
        Ok(found.into_iter().collect())
    }

    /// The error that a folder stands where an article that was translated had its source.
    pub(super) fn refuse_folder(&self, path: &str) -> Result<()> {
        let claim = self.owner(path).filter(|(_, claim)| claim.role == FileRole::Source);
        let Some((collection, claim)) = claim else { return Ok(()) };
        let article = Article::new(claim.place, &self.base, collection);
        let is_known = self.config.targets.iter().any(|target| {
            is_file(&article.catalog_path(target)) || is_file(&article.document_path(target))
        });
        if is_known {
            let shown = self.shown(&article.source);
            return Err(Error::new(message!("error-file-is-folder", path = shown)));
        }
        Ok(())
    }

    /// The error that no file fits the patterns: what holds for nothing is no good news.
    ///
    /// A new workspace may be empty; catalogs without sources are told elsewhere.
    pub fn refuse_nothing(&self) -> Result<()> {
        let collections = &self.config.collections;
        let folders = self.source_folders();
        let usual = Collection::defaults(&self.config.source, &self.config.targets);
        let is_new = collections.iter().map(|one| &**one).eq(&usual)
            || folders.iter().any(|folder| self.root.join(folder).is_dir());
        let found = self.walk(&[""], |path| {
            let extension = path.rsplit_once('.').map(|(_, extension)| extension)?;
            let is_page = Syntax::by_extension(extension).is_some() && !is_note(path);
            let is_catalog = || self.owner(path)?.1.role.eq(&FileRole::Catalog).then_some(true);
            if is_page { Some(false) } else { is_catalog() }
        })?;
        if found.is_empty() {
            self.refuse_left_out()?;
        }
        if found.contains(&true) || is_new && found.is_empty() {
            return Ok(());
        }
        let patterns = collections.iter().map(|one| format!("\"{}\"", one.source.as_str()));
        let patterns = patterns.collect::<Vec<_>>().join(", ");
        let language = self.config.source.as_str();
        Err(Error::new(message!("error-articles-none", patterns = patterns))
            .at(Location::file(self.shown(&self.settings())))
            .hint(message!("hint-articles-none", language = language)))
    }

    /// The error that every source and page is gone while catalogs still stand.
    pub fn refuse_abandoned(&self) -> Result<()> {
        let catalogs = self.walk(&[""], |path| {
            let (_, claim) = self.owner(path)?;
            (claim.role == FileRole::Catalog).then(|| self.root.join(path))
        })?;
        let Some(first) = catalogs.first() else { return Ok(()) };
        Err(Error::new(message!("error-articles-abandoned", count = catalogs.len()))
            .at(Location::file(self.shown(first)))
            .hint(message!("hint-articles-abandoned")))
    }

    /// Refuses a workspace whose sources git leaves out, every one of them.
    fn refuse_left_out(&self) -> Result<()> {
        let is_source = |path: &str| self.role(path) == Some(FileRole::Source);
        let first = self.source_folders().into_iter().find_map(|folder| {
            ignored::first_left_out(&self.root, &self.root.join(folder), is_source)
        });
        let Some(path) = first else { return Ok(()) };
        Err(Error::new(message!("error-articles-left-out", path = path))
            .at(Location::file(self.shown(&self.settings())))
            .hint(message!("hint-articles-left-out")))
    }

    /// The folders that hold all sources.
    pub(super) fn source_folders(&self) -> Vec<&str> {
        self.config.collections.iter().map(|one| one.sources.folder()).collect()
    }

    /// Whether somebody who looks for articles meets the file at `path`.
    ///
    /// What is hidden, ignored by git or reached through a link is no article.
    pub(super) fn is_met(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return false };
        let folders = self.source_folders();
        let start = folders.into_iter().map(Path::new).filter(|folder| inside.starts_with(folder));
        // The folder that all sources of a collection stand in may be a link itself.
        let Some(start) = start.max_by_key(|folder| folder.iter().count()) else { return false };
        let mut way = self.root.join(start);
        let Ok(rest) = path.strip_prefix(&way) else { return false };
        rest.iter().all(|part| {
            way.push(part);
            !part.to_string_lossy().starts_with('.') && !way.is_symlink()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::error::testing::words;
    use crate::workspace::testing::{folder, open, write};

    /// The articles of a site with these patterns, then translations without a source.
    fn site(patterns: [&str; 2], files: &[&str]) -> String {
        let [source, document] = patterns;
        let config = format!("[[articles]]\nsource = \"{source}\"\ndocument = \"{document}\"\n");
        let mut all = vec![("tolmach.toml", config.as_str())];
        all.extend(files.iter().map(|path| (*path, "")));
        let folder = folder(&all);
        let workspace = open(&folder);
        let ids = |articles: Vec<crate::workspace::Article>| {
            articles.into_iter().map(|article| article.id).collect::<Vec<_>>().join(" ")
        };
        let articles = workspace.articles(&[]).unwrap_or_else(|err| panic!("{}", words(&err)));
        for article in &articles {
            let named = workspace.articles(std::slice::from_ref(&article.id)).unwrap();
            assert_eq!(named[0].source, article.source);
        }
        format!("{} | {}", ids(articles), ids(workspace.strays("en").unwrap()))
    }

    #[test]
    fn a_source_is_no_translation_of_the_same_collection() {
        let patterns = ["docs/{article}.ru.md", "docs/{article}.md"];
        let files = ["docs/A.ru.md", "docs/A.md", "docs/b/C.ru.md", "docs/D.md", "docs/A.de.md"];
        assert_eq!(site(patterns, &files), "A b/C | D");
    }

    #[test]
    fn a_page_in_a_language_that_is_no_target_is_no_source() {
        let patterns = ["{article}.md", "{article}.{language}.md"];
        let files = ["a.md", "a.en.md", "a.hy.md", "only.hy.md", "b.md", "v1.io.md", "ts.md"];
        assert_eq!(site(patterns, &files), "a b ts v1.io | ");
        let patterns = ["docs/{article}.md", "docs/{language}/{article}.md"];
        let files = ["docs/a.md", "docs/en/a.md", "docs/fr/a.md", "docs/fr/b.md", "docs/io/c.md"];
        assert_eq!(site(patterns, &files), "a io/c | ");
        let patterns = ["content/{article}.md", "content/{article}.en.md"];
        let files = ["content/a.md", "content/a.en.md", "content/a.hy.md"];
        assert_eq!(site(patterns, &files), "a | ");
    }

    #[test]
    fn the_translations_may_stand_in_a_tree_of_their_own() {
        let pages = "i18n/{language}/docusaurus-plugin-content-docs/current/{article}.md";
        let place = "i18n/en/docusaurus-plugin-content-docs/current";
        let files = ["docs/a/b.md", &format!("{place}/a/b.md"), &format!("{place}/c.md")];
        assert_eq!(site(["docs/{article}.md", pages], &files), "a/b | c");
    }

    #[cfg(unix)]
    #[test]
    fn an_article_that_nobody_meets_is_not_found_by_name() {
        let folder = folder(&[("tolmach.toml", ""), ("articles/a/ru.md", "")]);
        write(folder.path(), "elsewhere/ru.md", "");
        write(folder.path(), "articles/.b/ru.md", "");
        let (there, here) = (folder.path().join("elsewhere"), folder.path().join("articles/c"));
        std::os::unix::fs::symlink(there, here).unwrap();
        let workspace = open(&folder);
        assert_eq!(workspace.articles(&[]).unwrap().len(), 1);
        for name in ["c", ".b", "articles/c/ru.md", "articles/.b"] {
            assert!(workspace.articles(&[name.to_owned()]).is_err(), "{name}");
        }
    }
}
