//! Which articles are meant: all, or those named by id, path, folder or glob.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use globset::{GlobBuilder, GlobSet};

use super::owner::FoundFile;
use super::{Article, Census, Workspace};
use crate::catalog::nearest;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::config::collection::{FileRole, Target};
use crate::workspace::config::pattern::{PathShape, is_id};
use crate::workspace::files::paths::{compose, real, resolved};
use crate::workspace::files::read::{is_broken_link, is_file, relative};

impl Workspace {
    /// The articles that the selectors name, all without any; by id.
    ///
    /// A selector is an id, a path of a source, catalog or translation, a folder of them,
    /// or a glob over ids or paths; paths start at the current folder or at the root.
    pub fn articles(&self, selectors: &[String]) -> Result<Vec<Article>> {
        Ok(self.counted(selectors)?.0)
    }

    /// The articles that the selectors name, with what was met on the way to them.
    pub(super) fn counted(&self, selectors: &[String]) -> Result<(Vec<Article>, Census)> {
        let (mut found, census) =
            if selectors.is_empty() { self.all()? } else { (Vec::new(), Census::default()) };
        for selector in selectors {
            found.extend(self.select(selector)?);
        }
        found
            .sort_unstable_by(|one, other| (&one.id, &one.source).cmp(&(&other.id, &other.source)));
        found.dedup_by(|one, other| one.source.as_os_str() == other.source.as_os_str());
        self.refuse_shared(&found)?;
        if !selectors.is_empty() {
            self.refuse_rivals(&found)?;
        }
        if selectors.is_empty() {
            self.refuse_twins(&found)?;
        } else {
            self.refuse_namesakes(&found)?;
        }
        Ok((found, census))
    }

    fn select(&self, selector: &str) -> Result<Vec<Article>> {
        // A name that begins with a hyphen is typed behind `./`, as any file's is.
        let by_id = self.by_id(selector.strip_prefix("./").unwrap_or(selector));
        if !by_id.is_empty() {
            return Ok(by_id);
        }
        let paths = self.paths(selector);
        let mut named = paths.iter().filter_map(|path| self.of_file(path));
        if let Some(article) = named.find(|article| self.is_met(&article.source)) {
            return Ok(vec![article]);
        }
        let below = self.below(selector, &paths)?;
        if !below.is_empty() {
            return Ok(below);
        }
        let spelt = self.by_spelling(selector, &paths)?;
        if !spelt.is_empty() {
            return Ok(spelt);
        }
        if selector.contains(['*', '?', '[', '{']) {
            return self.by_glob(selector, &paths);
        }
        Err(self.unknown(selector, &paths))
    }

    /// Every article, in no order, and what stands beside their sources.
    fn all(&self) -> Result<(Vec<Article>, Census)> {
        let folders = self.source_folders();
        let (catalogs, pages) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let found = self.walk_refusing(
            &folders,
            |folder| self.refuse_folder(folder),
            |path| {
                let is_catalog = path.rsplit_once('.').is_some_and(|(_, end)| end == "toml");
                catalogs.fetch_add(usize::from(is_catalog), Ordering::Relaxed);
                let (role, found) = self.seen_at(path);
                let is_page = role == Some(FileRole::Document);
                pages.fetch_add(usize::from(is_page), Ordering::Relaxed);
                found
            },
        )?;
        // Files in folders of their own were not met.
        let are_met = |shape: fn(&Target) -> &PathShape| {
            let mut targets = self.config.collections.iter().flat_map(|one| &one.targets);
            targets.all(|target| {
                let own = Path::new(shape(target).folder());
                folders.iter().any(|folder| own.starts_with(folder))
            })
        };
        let census = Census {
            catalogs: are_met(|one| &one.catalogs).then_some(catalogs.into_inner()),
            pages: are_met(|one| &one.documents).then_some(pages.into_inner()),
        };
        Ok((sources(found), census))
    }

    pub(super) fn by_id(&self, id: &str) -> Vec<Article> {
        if !is_id(id) {
            return Vec::new();
        }
        let collections = self.config.collections.iter();
        let sources = collections.filter_map(|one| Some(one.sources.path(one.place(id)?)));
        let existing = sources.filter(|path| {
            let path = self.root.join(path);
            is_file(&path) && self.is_met(&path)
        });
        existing.filter_map(|path| self.of_source(&path)).collect()
    }

    /// What a person may mean by a path: from the current folder, or from the root.
    fn paths(&self, typed: &str) -> Vec<String> {
        let bases: [&Path; 2] = [&self.here, &self.root];
        let mut paths: Vec<String> = Vec::new();
        for base in bases {
            let mut path = resolved(base, typed);
            if !path.starts_with(&self.root) {
                path = real(base, Path::new(typed));
            }
            if let Ok(path) = path.strip_prefix(&self.root) {
                let path = relative(&self.root, path);
                if !paths.contains(&path) {
                    paths.push(path);
                }
            }
        }
        paths
    }

    /// The articles with any file below a folder, or with ids below it.
    fn below(&self, selector: &str, paths: &[String]) -> Result<Vec<Article>> {
        let ids = selector.trim_end_matches('/');
        let of_ids = self.config.collections.iter().filter(|_| is_id(ids)).filter_map(|one| {
            let folder = one.sources.folder();
            if one.is_named(ids) {
                return Some(folder.to_owned());
            }
            let place = one.place(ids)?;
            Some(if folder.is_empty() { place.to_owned() } else { format!("{folder}/{place}") })
        });
        for folder in paths.iter().cloned().chain(of_ids) {
            if !selector.is_empty() && self.root.join(&folder).is_dir() {
                let found = self.walk(&[&folder], |path| {
                    self.of_file(path).filter(|article| self.is_met(&article.source))
                })?;
                if !found.is_empty() {
                    return Ok(found);
                }
            }
        }
        Ok(Vec::new())
    }

    /// Articles whose names have the same letters, written in another form of Unicode.
    fn by_spelling(&self, selector: &str, paths: &[String]) -> Result<Vec<Article>> {
        if selector.is_ascii() {
            return Ok(Vec::new());
        }
        let id = compose(selector.trim_end_matches('/'));
        let paths: Vec<String> = paths.iter().map(|path| compose(path)).collect();
        let is_below = |name: &str, wanted: &str| {
            name.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let (mut found, _) = self.all()?;
        found.retain(|article| {
            let targets = self.config.targets.iter();
            let files = targets
                .flat_map(|target| [article.catalog_name(target), article.document_name(target)]);
            let mut files =
                files.chain([self.relative(&article.source)]).map(|name| compose(&name));
            is_below(&compose(&article.id), &id)
                || files.any(|file| paths.iter().any(|path| is_below(&file, path)))
        });
        Ok(found)
    }

    fn by_glob(&self, selector: &str, paths: &[String]) -> Result<Vec<Article>> {
        let mut globs = vec![glob(&compose(selector))?];
        for path in paths {
            globs.extend(glob(&compose(path)));
        }
        let (mut found, _) = self.all()?;
        found.retain(|article| self.is_meant(article, &globs, !selector.contains('/')));
        if found.is_empty() {
            return Err(Error::new(message!("error-glob-empty", name = selector))
                .hint(message!("hint-articles")));
        }
        Ok(found)
    }

    fn is_meant(&self, article: &Article, globs: &[GlobSet], by_name: bool) -> bool {
        let is_match = |text: &str| globs.iter().any(|glob| glob.is_match(text));
        let fits = |text: &str| {
            if text.is_ascii() { is_match(text) } else { is_match(&compose(text)) }
        };
        let name = article.id.rsplit('/').next().unwrap_or_default();
        // A pattern with a folder in it means what is below the folders that fit, too.
        let fits_path = |path: &str| {
            let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
            fits(path) || (!by_name && folders.into_iter().any(fits))
        };
        let fits_file = |path: &Path| fits_path(&self.relative(path));
        fits_path(&article.id)
            || (by_name && fits(name))
            || fits_file(&article.source)
            || self.config.targets.iter().any(|target| {
                fits_file(&article.catalog_path(target))
                    || fits_file(&article.document_path(target))
            })
    }

    fn unknown(&self, selector: &str, paths: &[String]) -> Error {
        let is_known = |path: &&String| self.root.join(path).exists() && !selector.is_empty();
        if let Some(path) = paths.iter().find(is_known) {
            let message = if self.root.join(path).is_dir() {
                message!("error-folder-empty", path = selector)
            } else {
                message!("error-path-no-article", path = selector)
            };
            return Error::new(message).hint(message!("hint-patterns"));
        }
        let sources = self.config.collections.iter().filter(|_| is_id(selector));
        let of_id = sources.filter_map(|one| Some(one.sources.path(one.place(selector)?)));
        let mut names = paths.iter().cloned().chain(of_id);
        if let Some(path) = names.find(|path| is_broken_link(&self.root.join(path))) {
            return Error::new(message!("error-link-broken", path = path));
        }
        let error = Error::new(message!("error-article-unknown", name = selector));
        let all = self.all().map(|(all, _)| all).unwrap_or_default();
        let ids = all.iter().map(|article| article.id.as_str());
        let name = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
        let near = nearest(selector, ids.clone()).map(str::to_owned).or_else(|| {
            let names: Vec<String> = ids.clone().map(name).collect();
            let near = nearest(selector, names.iter().map(String::as_str))?;
            let index = names.iter().position(|name| name == near)?;
            Some(all[index].id.clone())
        });
        match near {
            Some(near) => error.hint(message!("hint-nearest", name = near)),
            None => error.hint(message!("hint-articles")),
        }
    }
}

/// The articles among what was found; pages in languages that stand beside others are none.
fn sources(found: Vec<FoundFile>) -> Vec<Article> {
    let mut languages = BTreeSet::new();
    let (mut articles, mut doubtful) = (Vec::with_capacity(found.len()), Vec::new());
    for one in found {
        match one {
            FoundFile::Source(article) => articles.push(article),
            FoundFile::Foreign(language) => _ = languages.insert(language),
            FoundFile::Doubtful(article, language) => doubtful.push((article, language)),
        }
    }
    doubtful.retain(|(_, language)| !languages.contains(language));
    articles.extend(doubtful.into_iter().map(|(article, _)| article));
    articles
}

fn glob(text: &str) -> Result<GlobSet> {
    let glob = GlobBuilder::new(text).literal_separator(true).build();
    // A set says when a pattern is more than can be matched; a matcher alone doesn't.
    glob.and_then(|glob| GlobSet::builder().add(glob).build())
        .map_err(|_| Error::new(message!("error-glob", name = text)).hint(message!("hint-glob")))
}

#[cfg(test)]
mod tests {
    use crate::error::testing::words;
    use crate::workspace::Workspace;
    use crate::workspace::testing::{folder, open, write};

    const ARTICLES: [(&str, &str); 6] = [
        ("tolmach.toml", ""),
        ("articles/2024/post/ru.md", "# Почта\n"),
        ("articles/2024/post/en.toml", ""),
        ("articles/2024/post/photo.jpg", ""),
        ("articles/2024/tender/ru.txt", "Закупка\n"),
        ("articles/note/ru.md", "# Заметка\n"),
    ];

    fn select(workspace: &Workspace, selectors: &[&str]) -> String {
        let selectors: Vec<String> = selectors.iter().map(|one| (*one).to_owned()).collect();
        match workspace.articles(&selectors) {
            Ok(found) => found.iter().map(|article| format!("{} ", article.id)).collect(),
            Err(err) => words(&err).lines().take(2).collect::<Vec<_>>().join("\n"),
        }
    }

    #[test]
    fn without_selectors_all_articles_come_by_id() {
        let folder = folder(&ARTICLES);
        write(folder.path(), ".gitignore", "drafts/\n");
        write(folder.path(), "articles/drafts/x/ru.md", "");
        write(folder.path(), "articles/.hidden/ru.md", "");
        write(folder.path(), "articles/untranslated/en.md", "");
        assert_eq!(select(&open(&folder), &[]), "2024/post 2024/tender note ");
    }

    #[test]
    fn what_git_ignores_by_any_rule_is_no_article() {
        let folder = folder(&ARTICLES);
        write(folder.path(), ".git/HEAD", "ref: refs/heads/main\n");
        write(folder.path(), ".git/info/exclude", "note/\n");
        assert_eq!(select(&open(&folder), &[]), "2024/post 2024/tender ");
        write(folder.path(), ".gitignore", "articles/\n");
        assert_eq!(select(&open(&folder), &[]), "");
        write(folder.path(), ".gitignore", "/articles/2024/*\n!/articles/2024/post\n");
        assert_eq!(select(&open(&folder), &[]), "2024/post ");
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_of_articles_may_be_a_link() {
        let folder = folder(&ARTICLES);
        let (there, here) = (folder.path().join("articles"), folder.path().join("texts"));
        std::fs::rename(&there, &here).unwrap();
        std::os::unix::fs::symlink(here, there).unwrap();
        assert_eq!(select(&open(&folder), &[]), "2024/post 2024/tender note ");
    }

    #[test]
    fn two_articles_with_one_id_are_refused() {
        let patterns = "[[articles]]\nsource = \"news/{article}.md\"\n\
                        [[articles]]\nsource = \"blog/{article}.md\"\n";
        let folder = folder(&[
            ("tolmach.toml", patterns),
            ("news/a.md", ""),
            ("blog/a.md", ""),
            ("blog/b.md", ""),
        ]);
        let workspace = open(&folder);
        for selectors in [&[][..], &["a"], &["news/a.md"], &["blog/*"]] {
            let error = select(&workspace, selectors);
            assert!(error.contains("\"blog/a.md\"") && error.contains("same id"), "{error}");
        }
        assert_eq!(select(&workspace, &["b"]), "b ");
    }

    #[test]
    fn catalogs_without_a_source_are_not_ruled_out_unseen() {
        let may_be = |catalogs: &str, old: &str| {
            let config = format!(
                "[[articles]]\nsource = \"news/{{article}}.md\"\ncatalog = \"{catalogs}\"\n"
            );
            let folder = folder(&[("tolmach.toml", config.as_str()), ("news/a.md", ""), (old, "")]);
            let workspace = open(&folder);
            let (_, census) = workspace.counted(&[]).unwrap();
            (super::Census::default().may_have_homeless(0), census.may_have_homeless(0))
        };
        let beside = "news/{article}.{language}.toml";
        assert_eq!(may_be(beside, "news/b.en.toml"), (true, true));
        assert_eq!(may_be(beside, "news/b.txt"), (true, false));
        assert_eq!(may_be("done/{article}.{language}.toml", "done/b.en.toml"), (true, true));
    }

    #[test]
    fn a_name_tells_the_articles_of_a_collection_apart() {
        let patterns = "[[articles]]\nname = \"press\"\nsource = \"news/{article}.md\"\n\
                        [[articles]]\nsource = \"blog/{article}.md\"\n";
        let files =
            ["news/a.md", "news/b/c.md", "news/a.en.toml", "blog/a.md"].map(|path| (path, ""));
        let folder = folder(&[&[("tolmach.toml", patterns)], &files[..]].concat());
        let workspace = open(&folder);
        let found = |selector| select(&workspace, &[selector]);
        assert_eq!(select(&workspace, &[]), "a press/a press/b/c ");
        assert_eq!((found("a"), found("press/a")), ("a ".into(), "press/a ".into()));
        assert_eq!(
            (found("press"), found("press/b")),
            ("press/a press/b/c ".into(), "press/b/c ".into())
        );
        assert_eq!(
            (found("press/*"), found("news/a.en.toml")),
            ("press/a press/b/c ".into(), "press/a ".into())
        );
    }

    #[test]
    fn an_article_is_named_by_id_path_folder_or_glob() {
        let folder = folder(&ARTICLES);
        let workspace = open(&folder);
        for selector in [
            "2024/post",
            "articles/2024/post/ru.md",
            "./articles/2024/../2024/post/ru.md",
            "articles/2024/post/en.toml",
            "articles/2024/post/en.md",
            "articles/2024/post/",
            "2024/p*",
            "*post*",
            "articles/*/post/*.md",
        ] {
            assert_eq!(select(&workspace, &[selector]), "2024/post ", "{selector}");
        }
        assert_eq!(select(&workspace, &["2024", "2024/post"]), "2024/post 2024/tender ");
        assert_eq!(select(&workspace, &["articles/2024"]), "2024/post 2024/tender ");
        assert_eq!(select(&workspace, &["."]), "2024/post 2024/tender note ");
        assert_eq!(select(&workspace, &["**/ru.txt"]), "2024/tender ");
    }

    #[test]
    fn paths_start_at_the_current_folder_too() {
        let folder = folder(&ARTICLES);
        let workspace = Workspace::find(&folder.path().join("articles/2024")).unwrap();
        assert_eq!(select(&workspace, &["post"]), "2024/post ");
        assert_eq!(select(&workspace, &["../note/ru.md"]), "note ");
        assert_eq!(select(&workspace, &["t*/ru.txt"]), "2024/tender ");
        assert_eq!(select(&workspace, &["../*"]), "2024/post 2024/tender note ");
        assert_eq!(select(&workspace, &["../n???"]), "note ");
        assert_eq!(select(&workspace, &["../../articles/n*"]), "note ");
        let absolute = folder.path().join("articles/[!2]*");
        assert_eq!(select(&workspace, &[&absolute.to_string_lossy()]), "note ");
        assert_eq!(select(&workspace, &["."]), "2024/post 2024/tender ");
        let found = workspace.articles(&["note".to_owned()]).unwrap();
        assert_eq!(workspace.shown(&found[0].source), "../note/ru.md");
        assert_eq!(workspace.relative(&found[0].source), "articles/note/ru.md");
    }

    #[test]
    fn a_name_that_fits_nothing_gets_the_nearest_article() {
        let folder = folder(&ARTICLES);
        let workspace = open(&folder);
        let hint = |selector| select(&workspace, &[selector]);
        assert_eq!(
            hint("2024/pots"),
            "no article \"2024/pots\"\n  hint: Did you mean \"2024/post\"?"
        );
        assert_eq!(hint("tendr"), "no article \"tendr\"\n  hint: Did you mean \"2024/tender\"?");
        assert_eq!(
            hint("qqqq"),
            "no article \"qqqq\"\n  hint: `tolmach status` lists all articles."
        );
        assert!(hint("").starts_with("no article"));
        assert!(hint("../..").starts_with("no article"));
        assert!(hint("2025/*").starts_with("no article fits"));
        assert!(hint("[").starts_with("\"[\" isn't a pattern"));
        assert!(hint("articles/2024/post/photo.jpg").contains("belongs to no article"));
    }

    #[test]
    fn translations_beside_their_sources_are_no_articles() {
        let folder = folder(&[
            ("tolmach.toml", "[[articles]]\nsource = \"content/{article}.md\"\n"),
            ("content/a.md", ""),
            ("content/a.en.md", ""),
            ("content/b/c.md", ""),
        ]);
        let workspace = open(&folder);
        assert_eq!(select(&workspace, &[]), "a b/c ");
        assert_eq!(select(&workspace, &["content/a.en.md"]), "a ");
        assert!(select(&workspace, &["a.en"]).starts_with("no article"));
    }

    #[test]
    fn two_sources_with_one_catalog_are_refused() {
        let folder = folder(&ARTICLES);
        write(folder.path(), "articles/note/ru.txt", "");
        let workspace = open(&folder);
        let text = "\"articles/note/ru.md\" and \"articles/note/ru.txt\" have the same catalog\n  \
                    --> articles/note/en.toml";
        assert_eq!(select(&workspace, &[]), text);
        assert_eq!(select(&workspace, &["note"]), text);
        assert!(select(&workspace, &["articles/note/ru.txt"]).ends_with("note/en.toml"));
        assert_eq!(select(&workspace, &["2024/post"]), "2024/post ");
    }

    #[test]
    fn links_are_not_followed() {
        let folder = folder(&ARTICLES);
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), folder.path().join("articles/loop")).unwrap();
        assert_eq!(select(&open(&folder), &[]), "2024/post 2024/tender note ");
    }
}
