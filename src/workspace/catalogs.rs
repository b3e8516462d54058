//! Catalogs on disk: read without a lock, changed under it.

use std::path::Path;

use super::record::{Record, with_record};
use super::save::{Expected, Write};
use super::tables::Source;
use super::{Article, Text, Workspace, catalog_read, catalog_toml, catalog_write};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Catalog, Location};

impl Workspace {
    /// The article's pairs; nothing where it has no catalog in `target`.
    pub fn catalog(&self, article: &Article, target: &str) -> Result<Option<Catalog>> {
        let path = article.catalog_path(target);
        Ok(Stored::read(self, &path)?.map(|stored| stored.catalog))
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
    pub fn with_catalog(
        &self,
        (article, target): (&Article, &str),
        (before, catalog): (Option<Catalog>, Catalog),
        record: &Record,
    ) -> Result<Option<Write>> {
        let path = article.catalog_path(target);
        let shown = self.shown(&path);
        let stored = Stored::read(self, &path)?;
        if stored.as_ref().map(|stored| &stored.catalog) != before.as_ref() {
            return Err(Error::new(message!("error-file-changed", path = shown))
                .hint(message!("hint-file-changed")));
        }
        let (old, encoding) = match &stored {
            Some(stored) => (stored.text.text.clone(), stored.text.encoding),
            None => (String::new(), super::Encoding::Utf8),
        };
        let expected = match &stored {
            Some(stored) => Expected::Bytes(encoding.encode(&stored.text.text)),
            None => Expected::Nothing,
        };
        let known = before.unwrap_or_default();
        let written = if known == catalog {
            Some(old.clone())
        } else {
            catalog_write::write(&old, &known, &catalog)
        };
        let recorded = written.and_then(|text| with_record(&text, record));
        let text = recorded
            .filter(|text| read_back(text).as_ref() == Some(&catalog))
            .ok_or_else(|| layout_error(&shown))?;
        let is_new = text != old;
        let bytes = encoding.encode(&text);
        Ok(is_new.then_some(Write { path, shown, bytes, expected }))
    }

    fn changed<T>(
        &self,
        path: &Path,
        change: impl FnOnce(&mut Catalog) -> Result<T>,
    ) -> Result<(Option<Write>, T)> {
        let shown = self.shown(path);
        let stored = Stored::read(self, path)?;
        let mut catalog = stored.as_ref().map(|stored| stored.catalog.clone()).unwrap_or_default();
        let made = change(&mut catalog)?;
        let before = stored.as_ref().map(|stored| &stored.catalog);
        if *before.unwrap_or(&Catalog::default()) == catalog {
            return Ok((None, made));
        }
        Ok((Some(write(path, shown, stored, &catalog)?), made))
    }
}

/// A catalog as it stands in its file.
struct Stored {
    text: Text,
    catalog: Catalog,
}

impl Stored {
    fn read(workspace: &Workspace, path: &Path) -> Result<Option<Self>> {
        // Its name for people is made only where something fails.
        let shown = || workspace.shown(path);
        let text = workspace.existing(path).map_err(|failure| failure.error(&shown()))?;
        let Some(text) = text else { return Ok(None) };
        let catalog = match catalog_read::read(&text.text) {
            Some(catalog) => catalog,
            None => catalog_toml::read(Source { path: &shown(), text: &text.text })?,
        };
        Ok(Some(Self { text, catalog }))
    }
}

fn write(path: &Path, shown: String, stored: Option<Stored>, catalog: &Catalog) -> Result<Write> {
    let (text, old, expected) = match stored {
        Some(Stored { text, catalog }) => {
            let bytes = text.encoding.encode(&text.text);
            (text.text, (text.encoding, catalog), Expected::Bytes(bytes))
        }
        None => (String::new(), (super::Encoding::Utf8, Catalog::default()), Expected::Nothing),
    };
    let (encoding, old) = old;
    let written = catalog_write::write(&text, &old, catalog)
        // What was written must read back as what was meant, whatever the file looked like.
        .filter(|text| read_back(text).as_ref() == Some(catalog))
        .ok_or_else(|| layout_error(&shown))?;
    Ok(Write { path: path.to_owned(), shown, bytes: encoding.encode(&written), expected })
}

fn layout_error(shown: &str) -> Error {
    Error::new(message!("error-catalog-layout"))
        .at(Location::file(shown))
        .hint(message!("hint-catalog-layout"))
}

fn read_back(text: &str) -> Option<Catalog> {
    catalog_read::read(text).or_else(|| catalog_toml::read(Source { path: "", text }).ok())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;

    use crate::model::{Pair, State};
    use crate::workspace::testing::{folder, open, words};

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
