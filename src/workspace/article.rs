//! Articles: news stories under their ids.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::workspace::config::collection::Collection;
use crate::workspace::config::pattern::PathShape;
use crate::workspace::files::paths::{compose, decompose};

/// One news story: an id, and where its files stand.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its path below the collection's folder, with `/`, behind the collection's name.
    pub id: String,
    /// Absolute path of the source document.
    pub source: PathBuf,
    root: Arc<Path>,
    collection: Arc<Collection>,
}

impl Article {
    /// The article at `place` of `collection` in the workspace at `root`.
    pub fn new(place: &str, root: &Arc<Path>, collection: &Arc<Collection>) -> Self {
        Self {
            id: collection.id(place),
            source: root.join(collection.sources.path(place)),
            root: Arc::clone(root),
            collection: Arc::clone(collection),
        }
    }

    /// Path of the source from the root, with `/`.
    pub fn source_name(&self) -> String {
        self.collection.sources.path(self.place())
    }

    /// The folder from the root, with `/`, that all sources of its collection stand in.
    pub fn start(&self) -> &str {
        self.collection.sources.folder()
    }

    /// Absolute path of the catalog in `target`, whether it exists or not.
    pub fn catalog_path(&self, target: &str) -> PathBuf {
        self.root.join(self.catalog_name(target))
    }

    /// Path of that catalog from the root, with `/`.
    pub fn catalog_name(&self, target: &str) -> String {
        match self.collection.target(target) {
            Some(files) => self.spelt(&files.catalogs),
            None => self.spelt(&self.collection.catalog.shape(target)),
        }
    }

    /// Absolute path of the published translation into `target`, whether it exists or not.
    pub fn document_path(&self, target: &str) -> PathBuf {
        self.root.join(self.document_name(target))
    }

    /// Path of that translation from the root, with `/`.
    pub fn document_name(&self, target: &str) -> String {
        match self.collection.target(target) {
            Some(files) => self.spelt(&files.documents),
            None => self.spelt(&self.collection.document.shape(target)),
        }
    }

    /// The path of this shape, spelt as the file that is there.
    ///
    /// One word may be written in two ways, and not all programs write them alike.
    fn spelt(&self, shape: &PathShape) -> String {
        let place = self.place();
        let path = shape.path(place);
        if place.is_ascii() || self.root.join(&path).exists() {
            return path;
        }
        let others = [compose(place), decompose(place)];
        let mut others = others.iter().filter(|other| *other != place).map(|one| shape.path(one));
        others.find(|other| self.root.join(other).exists()).unwrap_or(path)
    }

    fn place(&self) -> &str {
        self.collection.place(&self.id).expect("the collection gave the id")
    }

    /// Whether both articles belong to one collection.
    pub fn is_beside(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.collection, &other.collection)
    }

    /// Whether the article belongs to `collection`.
    pub fn is_of(&self, collection: &Arc<Collection>) -> bool {
        Arc::ptr_eq(&self.collection, collection)
    }
}
