//! Layouts that were found, and how they get along with each other.

use std::collections::BTreeSet;

use super::is_note;
use super::slots::slots;

/// Patterns that fit a site, and how much they find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What keeps its articles apart from those of other layouts, where that is needed.
    pub name: Option<String>,
    pub source: String,
    pub catalog: String,
    pub document: String,
    /// Source documents found.
    pub sources: usize,
    /// Those of them that have a translation.
    pub translated: usize,
    /// Those with a translation into the usual language.
    pub(super) usual: usize,
    /// Documents found in the language of most translations, with or without a source.
    pub(super) documents: BTreeSet<String>,
    /// Whether the path of a source names its language.
    pub(super) is_named: bool,
    /// Its places of articles.
    pub(super) places: BTreeSet<String>,
}

impl Layout {
    /// Whether its translations stand where a word for any language could.
    pub fn is_open(&self) -> bool {
        self.document.contains("{language}")
    }

    /// Whether its translations alone have no word for their language.
    pub fn has_bare_translations(&self) -> bool {
        slots(&self.document).is_empty() && !self.is_open() && self.is_named
    }

    /// The folder that all of its sources stand in; empty for the whole site.
    fn folder(&self) -> &str {
        let fixed = self.source.split('{').next().unwrap_or_default();
        fixed.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    fn extension(&self) -> &str {
        self.source.rsplit_once('.').map_or("", |(_, extension)| extension)
    }
}

/// Leaves out a layout that has such pages alone, where there is another.
pub fn leave_out_notes(layouts: &mut Vec<Layout>) {
    let is_about_project =
        |layout: &Layout| layout.places.iter().all(|place| is_note(&format!("{place}.")));
    if layouts.iter().any(|layout| !is_about_project(layout)) {
        layouts.retain(|layout| !is_about_project(layout));
    }
}

/// Of equals the one with the usual translations, then the one that names the language, then the
/// one that takes least beside what it must, and Markdown before plain text.
pub fn rank(layout: &Layout) -> impl Ord + use<> {
    let names_language = layout.source.contains("{language}");
    let sources = layout.sources.cast_signed();
    let surplus = if names_language { sources } else { -sources };
    let extension = std::cmp::Reverse(layout.extension().to_owned());
    (layout.translated, layout.usual, names_language, surplus, extension)
}

/// Gives names to layouts that have folders of their own, or ids in common with an earlier one;
/// the latter get catalogs of their own, too.
pub fn keep_apart(layouts: &mut [Layout]) {
    // Both a news folder and a blog may have an article «index».
    let has_folders = layouts.iter().any(|layout| layout.folder() != layouts[0].folder());
    let mut ids: BTreeSet<(String, String)> = BTreeSet::new();
    for layout in layouts {
        let folder = layout.folder().to_owned();
        let places = layout.places.iter();
        let own: BTreeSet<_> = places.map(|place| (folder.clone(), place.clone())).collect();
        let is_rival = !ids.is_disjoint(&own);
        let parts =
            [has_folders.then_some(folder.as_str()), is_rival.then_some(layout.extension())];
        let name: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let name = (!name.is_empty()).then(|| name.join("/"));
        if is_rival {
            layout.catalog = format!("{}.toml", layout.document);
        }
        layout.name = name;
        ids.extend(own);
    }
}
