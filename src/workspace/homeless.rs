//! Catalogs whose source document went away, and where they may go.

use std::sync::Arc;

use super::collection::Target;
use super::files::{is_file, read_if_exists, walk};
use super::pattern::Shape;
use super::save::{Expected, Write, save_alone, write_error};
use super::{Article, Collection, Lock, Workspace};
use crate::error::{Error, Result};
use crate::l10n::message;

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
    fn without_source(&self, target: &str, shape: fn(&Target) -> &Shape) -> Result<Vec<Article>> {
        let collections = &self.config.collections;
        let of = |one: &'_ Arc<Collection>| {
            one.targets.iter().position(|shapes| shapes.language == target)
        };
        let shapes = collections.iter().filter_map(|one| Some(shape(&one.targets[of(one)?])));
        let folders: Vec<&str> = shapes.map(Shape::folder).collect();
        walk(&self.root, &folders, |path| {
            let mut owners = collections
                .iter()
                .filter_map(|one| Some((one, shape(&one.targets[of(one)?]).id(path)?)));
            let is_home = |(one, id): &(&Arc<Collection>, &str)| {
                is_file(&self.root.join(one.sources.path(id)))
            };
            let first = owners.next()?;
            let has_home = is_home(&first) || owners.any(|owner| is_home(&owner));
            (!has_home).then(|| Article::new(first.1, &self.base, first.0))
        })
    }

    /// Moves a catalog, with everything in it, to an article that has none.
    pub fn move_catalog(&self, from: &Article, to: &Article, target: &str) -> Result<()> {
        let lock = Lock::take(&self.root)?;
        let (old, new) = (from.catalog_path(target), to.catalog_path(target));
        let shown = self.shown(&old);
        let stored = read_if_exists(&old).map_err(|failure| failure.error(&shown))?;
        let Some(stored) = stored else {
            return Err(Error::new(message!("error-file-changed", path = shown))
                .hint(message!("hint-file-changed")));
        };
        let bytes = stored.encoding.encode(&stored.text);
        let shown_new = self.shown(&new);
        let write = Write { path: new, shown: shown_new, bytes, expected: Expected::Nothing };
        save_alone(vec![write], &lock)?;
        std::fs::remove_file(&old).map_err(|err| write_error(&err, &shown))
    }
}
