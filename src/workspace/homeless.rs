//! Catalogs whose source document went away, and where they may go.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Article, Census, Collection, Lock, Workspace};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::config::collection::{FileRole, Target};
use crate::workspace::config::pattern::PathShape;
use crate::workspace::files::ignored::is_left_out;
use crate::workspace::files::paths::{compose, decompose};
use crate::workspace::files::read::is_file;
use crate::workspace::files::save::{Expected, Write, current, save_alone, write_error};

/// Where the document published from a catalog stands and where it goes with it.
///
/// Nothing where there is none, or where another stands at the new place already.
pub fn document_along(from: &Article, to: &Article, target: &str) -> Option<(PathBuf, PathBuf)> {
    let (old, new) = (from.document_path(target), to.document_path(target));
    let goes = is_file(&old) && new != to.source && !new.exists();
    goes.then_some((old, new))
}

impl Census {
    /// Whether there may be catalogs without a source, where so many are those of articles.
    pub fn may_have_homeless(&self, catalogs: usize) -> bool {
        self.catalogs != Some(catalogs)
    }
}

impl Workspace {
    /// The catalogs without a source document, each with its language; by id.
    pub fn homeless(&self, targets: &[String]) -> Result<Vec<(Article, String)>> {
        let mut homeless = Vec::new();
        for target in targets {
            let found = self.without_source(target, |target| &target.catalogs)?;
            homeless.extend(found.into_iter().map(|article| (article, target.clone())));
        }
        homeless.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
        homeless.dedup_by(|(one, language), (other, second)| {
            language == second && one.catalog_path(language) == other.catalog_path(second)
        });
        Ok(homeless)
    }

    /// The articles that have a translated document and no source; by id.
    pub fn strays(&self, target: &str) -> Result<Vec<Article>> {
        let mut strays = self.without_source(target, |target| &target.documents)?;
        strays.sort_by(|one, other| one.id.cmp(&other.id));
        strays.dedup_by_key(|article| article.document_path(target));
        Ok(strays)
    }

    /// Articles with files of this shape whose source isn't there.
    fn without_source(
        &self,
        target: &str,
        shape: fn(&Target) -> &PathShape,
    ) -> Result<Vec<Article>> {
        let collections = &self.config.collections;
        let of = |one: &'_ Arc<Collection>| {
            one.targets.iter().position(|shapes| shapes.language == target)
        };
        let shapes = collections.iter().filter_map(|one| Some(shape(&one.targets[of(one)?])));
        let folders: Vec<&str> = shapes.map(PathShape::folder).collect();
        self.walk(&folders, |path| {
            if self.role(path)? == FileRole::Source || self.is_foreign(path) {
                return None;
            }
            let owners = collections
                .iter()
                .filter_map(|one| Some((one, shape(&one.targets[of(one)?]).id(path)?)));
            let mut owners: Vec<(&Arc<Collection>, &str)> = owners.collect();
            // The pattern that names most of the path counts, so the shortest id.
            owners.sort_by_key(|(_, id)| id.len());
            let is_home = |(one, id): &(&Arc<Collection>, &str)| {
                let spelt = [(*id).to_owned(), compose(id), decompose(id)];
                let count = if id.is_ascii() { 1 } else { spelt.len() };
                let mut spelt = spelt[..count].iter();
                spelt.any(|id| self.is_article(&self.root.join(one.sources.path(id))))
            };
            let first = owners.first()?;
            let has_home = owners.iter().any(is_home);
            (!has_home).then(|| Article::new(first.1, &self.base, first.0))
        })
    }

    /// Whether a source stands here that the walk would come to: no link, and nothing that git leaves out.
    pub(super) fn is_article(&self, source: &Path) -> bool {
        is_file(source) && self.is_met(source) && !is_left_out(source)
    }

    /// Moves a catalog, with everything in it, to an article that has none, and its document along.
    pub fn move_catalog(&self, from: &Article, to: &Article, target: &str) -> Result<()> {
        let lock = Lock::take(self)?;
        let catalog = (from.catalog_path(target), to.catalog_path(target));
        let document = document_along(from, to, target);
        let places: Vec<_> = std::iter::once(catalog).chain(document).collect();
        let writes = places.iter().map(|(old, new)| self.moving(old, new));
        save_alone(writes.collect::<Result<_>>()?, &self.bounds, &lock)?;
        places.iter().try_for_each(|(old, _)| {
            std::fs::remove_file(old).map_err(|err| write_error(&err, &self.shown(old)))
        })
    }

    /// What writes the file at `old` to `new`, byte for byte.
    fn moving(&self, old: &Path, new: &Path) -> Result<Write> {
        let shown = self.shown(old);
        let bytes = current(old).map_err(|failure| failure.error(&shown))?.ok_or_else(|| {
            Error::new(message!("error-file-changed", path = shown.as_str()))
                .hint(message!("hint-file-changed"))
        })?;
        let shown = self.shown(new);
        Ok(Write { path: new.to_owned(), shown, bytes, expected: Expected::Nothing })
    }
}

#[cfg(test)]
mod tests {
    use crate::workspace::testing::{folder, open};

    const FILES: [(&str, &str); 4] = [
        ("tolmach.toml", ""),
        ("articles/new/ru.md", "# Да\n"),
        ("articles/old/en.toml", "[[pair]]\nsource = \"Да\"\ntarget = \"Yes\"\n"),
        ("articles/old/en.md", "\u{feff}# Yes\r\n"),
    ];

    #[test]
    fn the_published_document_goes_with_its_catalog_unless_one_is_there() {
        for is_taken in [false, true] {
            let folder = folder(&FILES);
            let path = |name: &str| folder.path().join("articles").join(name);
            if is_taken {
                std::fs::write(path("new/en.md"), "# Mine\n").unwrap();
            }
            let workspace = open(&folder);
            let (from, target) = workspace.homeless(&["en".to_owned()]).unwrap().remove(0);
            let to = &workspace.articles(&[]).unwrap()[0];
            workspace.move_catalog(&from, to, &target).unwrap();
            assert!(path("new/en.toml").exists() && !path("old/en.toml").exists());
            assert_eq!(path("old/en.md").exists(), is_taken);
            let document = std::fs::read_to_string(path("new/en.md")).unwrap();
            assert_eq!(document, if is_taken { "# Mine\n" } else { FILES[3].1 });
        }
    }
}
