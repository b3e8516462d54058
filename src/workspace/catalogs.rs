//! Catalogs on disk: read without a lock, changed under it.

use std::path::{Path, PathBuf};

use super::files::read_text_if_exists;
use super::save::{Expected, Write, save};
use super::tables::Source;
use super::{Article, Lock, Text, Workspace, catalog_read, catalog_toml, catalog_write};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Catalog, Location};

impl Workspace {
    /// The article's pairs; nothing where it has no catalog in `target`.
    pub fn catalog(&self, article: &Article, target: &str) -> Result<Option<Catalog>> {
        let path = article.catalog_path(target);
        Ok(Stored::read(&path, || self.shown(&path))?.map(|stored| stored.catalog))
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
        let _lock = Lock::take(&self.root)?;
        let (write, made) = self.changed(path, change)?;
        save(write.into_iter().collect())?;
        Ok(made)
    }

    /// The same for several catalogs, all or none; gives the paths that were written.
    pub fn update_catalogs(
        &self,
        paths: &[PathBuf],
        mut change: impl FnMut(&Path, &mut Catalog) -> Result<()>,
    ) -> Result<Vec<PathBuf>> {
        let _lock = Lock::take(&self.root)?;
        let mut writes = Vec::new();
        for path in paths {
            writes.extend(self.changed(path, |catalog| change(path, catalog))?.0);
        }
        save(writes)
    }

    /// Makes the catalogs hold these pairs, all or none; gives the paths that were written.
    ///
    /// What another process added since the pairs were read is lost; to add to
    /// a catalog, update it.
    pub fn save_catalogs(&self, writes: &[(PathBuf, Catalog)]) -> Result<Vec<PathBuf>> {
        let paths: Vec<PathBuf> = writes.iter().map(|(path, _)| path.clone()).collect();
        let mut catalogs = writes.iter().map(|(_, catalog)| catalog);
        self.update_catalogs(&paths, |_, stored| {
            catalogs.next().into_iter().for_each(|catalog| stored.clone_from(catalog));
            Ok(())
        })
    }

    fn changed<T>(
        &self,
        path: &Path,
        change: impl FnOnce(&mut Catalog) -> Result<T>,
    ) -> Result<(Option<Write>, T)> {
        let shown = self.shown(path);
        let stored = Stored::read(path, || shown.clone())?;
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
    /// `shown` is asked only where something fails.
    fn read(path: &Path, shown: impl Fn() -> String) -> Result<Option<Self>> {
        let Some(text) = read_text_if_exists(path, &shown())? else { return Ok(None) };
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
        .ok_or_else(|| {
            Error::new(message!("error-catalog-layout"))
                .at(Location::file(&*shown))
                .hint(message!("hint-catalog-layout"))
        })?;
    Ok(Write { path: path.to_owned(), shown, bytes: encoding.encode(&written), expected })
}

fn read_back(text: &str) -> Option<Catalog> {
    catalog_read::read(text).or_else(|| catalog_toml::read(Source { path: "", text }).ok())
}
