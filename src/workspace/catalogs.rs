//! Catalogs on disk: read without a lock, changed under it.

use std::path::Path;

use super::{Article, Encoding, Rendition, Text, Workspace};
use crate::catalog::{self, OldText, Record, rewrite};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Catalog, Location};
use crate::workspace::files::save::{Expected, Write};

/// What a catalog becomes.
pub struct Rewrite<'a> {
    pub rendition: Rendition<'a>,
    /// As it was read; `None` where there was no file.
    pub before: Option<Catalog>,
    pub catalog: Catalog,
}

impl Workspace {
    /// The article's pairs; nothing where it has no catalog in `target`.
    pub fn catalog(&self, article: &Article, target: &str) -> Result<Option<Catalog>> {
        let path = article.catalog_path(target);
        let stored = Stored::read(self, &path)?;
        Ok(stored.text.map(|_| stored.catalog))
    }

    /// Reads a catalog, lets `change` work on it, and writes what is different.
    ///
    /// No other process of tolmach writes in between. A catalog that doesn't exist
    /// comes empty, and an empty one isn't made.
    pub fn update_catalog<T>(
        &self,
        path: &Path,
        change: impl FnOnce(&mut Catalog) -> Result<T>,
    ) -> Result<T> {
        let turn = self.turn()?;
        let (write, made) = self.changed(path, change)?;
        turn.write(write.into_iter().collect())?;
        Ok(made)
    }

    /// The catalog's file with these pairs and a record, where either is new.
    pub fn with_catalog(&self, rewrite: Rewrite<'_>, record: &Record) -> Result<Option<Write>> {
        let Rewrite { rendition, before, catalog } = rewrite;
        let path = rendition.article.catalog_path(rendition.target);
        let stored = Stored::read(self, &path)?;
        if stored.held() != before.as_ref() {
            return Err(Error::new(message!("error-file-changed", path = self.shown(&path)))
                .hint(message!("hint-file-changed")));
        }
        self.rewritten(&stored, &catalog, Some(record))
    }

    fn changed<T>(
        &self,
        path: &Path,
        change: impl FnOnce(&mut Catalog) -> Result<T>,
    ) -> Result<(Option<Write>, T)> {
        let stored = Stored::read(self, path)?;
        let mut catalog = stored.catalog.clone();
        let made = change(&mut catalog)?;
        Ok((self.rewritten(&stored, &catalog, None)?, made))
    }

    /// The file with these pairs, and a record where one is given; nothing where that is no change.
    fn rewritten(
        &self,
        stored: &Stored<'_>,
        catalog: &Catalog,
        record: Option<&Record>,
    ) -> Result<Option<Write>> {
        if stored.catalog == *catalog && record.is_none() {
            return Ok(None);
        }
        let (old, encoding) = match &stored.text {
            Some(text) => (text.text.as_str(), text.encoding),
            None => ("", Encoding::Utf8),
        };
        let before = OldText { text: old, catalog: &stored.catalog };
        let shown = self.shown(stored.path);
        let Some(text) = rewrite(before, catalog, record) else {
            return Err(Error::new(message!("error-catalog-layout"))
                .at(Location::file(&shown))
                .hint(message!("hint-catalog-layout")));
        };
        if text == old {
            return Ok(None);
        }
        let expected = match &stored.text {
            Some(_) => Expected::Bytes(encoding.encode(old)),
            None => Expected::Nothing,
        };
        let (path, bytes) = (stored.path.to_owned(), encoding.encode(&text));
        Ok(Some(Write { path, shown, bytes, expected }))
    }
}

/// A catalog as it stands in its file.
struct Stored<'p> {
    path: &'p Path,
    /// Nothing where there is no such file.
    text: Option<Text>,
    catalog: Catalog,
}

impl<'p> Stored<'p> {
    fn read(workspace: &Workspace, path: &'p Path) -> Result<Self> {
        // Its name for people is made only where something fails.
        let shown = || workspace.shown(path);
        let text = workspace.existing(path).map_err(|failure| failure.error(&shown()))?;
        let catalog = match &text {
            Some(text) => catalog::read(&text.text, shown)?,
            None => Catalog::default(),
        };
        Ok(Self { path, text, catalog })
    }

    /// The pairs, where there is a file.
    fn held(&self) -> Option<&Catalog> {
        self.text.as_ref().map(|_| &self.catalog)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;

    use crate::error::testing::words;
    use crate::model::{Pair, State};
    use crate::workspace::testing::{folder, open};

    const FILES: [(&str, &str); 4] = [
        ("tolmach.toml", ""),
        ("articles/a/ru.md", "# Да\n"),
        ("articles/a/en.toml", "# mine\n\n[[pair]]\nsource = \"Да\"\ntarget = \"Yes\"\n"),
        ("articles/b/ru.md", "# Нет\n"),
    ];

    fn pair(source: &str) -> Pair {
        Pair::new(source, source, State::Translated)
    }

    #[test]
    fn an_update_writes_what_changed_and_nothing_else() {
        let folder = folder(&FILES);
        let workspace = open(&folder);
        let articles = workspace.articles(&[]).unwrap();
        let paths = articles.iter().map(|article| article.catalog_path("en")).collect::<Vec<_>>();
        let before = fs::metadata(&paths[0]).unwrap().modified().unwrap();
        workspace.update_catalog(&paths[0], |_| Ok(())).unwrap();
        assert_eq!(fs::metadata(&paths[0]).unwrap().modified().unwrap(), before);
        assert!(workspace.catalog(&articles[1], "en").unwrap().is_none());
        let add = |catalog: &mut crate::model::Catalog| {
            catalog.pairs.push(pair("Нет"));
            Ok(())
        };
        workspace.update_catalog(&paths[1], add).unwrap();
        assert_eq!(workspace.catalog(&articles[1], "en").unwrap().unwrap().pairs, [pair("Нет")]);
        assert_eq!(fs::read_to_string(&paths[0]).unwrap(), FILES[2].1);
    }

    #[test]
    fn writers_at_the_same_time_lose_nothing() {
        let folder = folder(&FILES);
        let workspace = open(&folder);
        let article = &workspace.articles(&["b".to_owned()]).unwrap()[0];
        let path = article.catalog_path("en");
        thread::scope(|scope| {
            for writer in 0..4 {
                let (workspace, path) = (&workspace, &path);
                scope.spawn(move || {
                    for number in 0..5 {
                        let pair = pair(&format!("{writer} {number}"));
                        let add = |catalog: &mut crate::model::Catalog| {
                            catalog.pairs.push(pair);
                            Ok(())
                        };
                        workspace.update_catalog(path, add).unwrap();
                    }
                });
            }
        });
        let catalog = workspace.catalog(article, "en").unwrap().unwrap();
        assert_eq!(catalog.pairs.len(), 20);
    }

    #[test]
    fn a_broken_catalog_is_never_overwritten() {
        let folder = folder(&FILES);
        let workspace = open(&folder);
        let article = &workspace.articles(&["a".to_owned()]).unwrap()[0];
        let path = article.catalog_path("en");
        fs::write(&path, "[[pair]\n").unwrap();
        let failed = workspace.update_catalog(&path, |catalog| {
            catalog.pairs.clear();
            Ok(())
        });
        assert!(words(&failed.unwrap_err()).contains("--> articles/a/en.toml:1:8"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "[[pair]\n");
    }
}
