//! Where a path names its language, and what pages stand there in another one, or in none.

use crate::workspace::config::languages::tag_of;

/// A word for a language in a path, and what stands around it.
#[derive(Clone, Debug)]
pub struct Slot<'p> {
    /// The path up to the word, and from it on.
    before: &'p str,
    pub word: &'p str,
    after: &'p str,
    /// The language that the word names.
    pub tag: String,
    /// The patterns that the path may come from.
    pub forms: Vec<PatternForm>,
}

/// A pattern with a place for the language's word.
#[derive(Clone, Debug)]
pub struct PatternForm {
    head: String,
    tail: String,
    /// The page's path without any language in its path.
    pub bare: Option<Bare>,
}

/// A page whose path names no language, and its pattern.
#[derive(Clone, Debug)]
pub struct Bare {
    pub path: String,
    pub pattern: String,
}

/// Where Docusaurus keeps the translations of `docs/`, in front of the plugin's name.
const DOCUSAURUS: &str = "docusaurus-plugin-content-";

impl Slot<'_> {
    /// What pages that differ in their language alone have in common.
    pub fn key(&self) -> (&str, &str) {
        (self.before, self.after)
    }
}

impl PatternForm {
    /// The pattern with this word for the language.
    pub fn with(&self, word: &str) -> String {
        [&self.head, word, &self.tail].concat()
    }
}

/// Each place where the path may name its language.
pub fn slots(path: &str) -> Vec<Slot<'_>> {
    let mut slots = Vec::new();
    let (folders, name) =
        path.rsplit_once('/').map_or(("", path), |(folders, name)| (&path[..=folders.len()], name));
    let mut start = 0;
    while let Some(length) = folders[start..].find('/') {
        let end = start + length;
        if let Some(tag) = tag_of(&path[start..end]) {
            let (before, after) = (&path[..start], &path[end..]);
            let word = &path[start..end];
            slots.push(Slot { before, word, after, tag, forms: of_folder(before, after) });
        }
        start = end + 1;
    }
    let Some((stem, extension)) = name.rsplit_once('.') else { return slots };
    let after = &path[path.len() - extension.len() - 1..];
    if let (Some(tag), false) = (tag_of(stem), folders.is_empty()) {
        let before = folders;
        let top = top(&folders[..folders.len() - 1]);
        let form =
            PatternForm { head: format!("{top}{{article}}/"), tail: after.to_owned(), bare: None };
        slots.push(Slot { before, word: stem, after, tag, forms: vec![form] });
    }
    for separator in ['.', '_', '-'] {
        let Some((rest, word)) = stem.rsplit_once(separator) else { continue };
        let Some(tag) = tag_of(word).filter(|_| !rest.is_empty()) else { continue };
        let before = &path[..path.len() - after.len() - word.len()];
        let top = top(folders);
        let bare = Bare {
            path: format!("{}{after}", &before[..before.len() - 1]),
            pattern: format!("{top}{{article}}{after}"),
        };
        let head = format!("{top}{{article}}{separator}");
        let form = PatternForm { head, tail: after.to_owned(), bare: Some(bare) };
        slots.push(Slot { before, word, after, tag, forms: vec![form] });
    }
    slots
}

/// The first folder of a path, with its slash.
fn top(path: &str) -> &str {
    path.find('/').map_or("", |end| &path[..=end])
}

/// The patterns of a page in the folder of a language.
fn of_folder(before: &str, after: &str) -> Vec<PatternForm> {
    let rest = &after[1..];
    let Some((_, extension)) = rest.rsplit_once('.') else { return Vec::new() };
    let form = |middle: &str, bare: Option<Bare>| PatternForm {
        head: before.to_owned(),
        tail: format!("/{middle}{{article}}.{extension}"),
        bare,
    };
    let bare = |folder: &str, rest: &str| Bare {
        path: format!("{folder}{rest}"),
        pattern: format!("{folder}{{article}}.{extension}"),
    };
    let first = top(rest);
    if let (Some(outer), true) = (before.strip_suffix("i18n/"), rest.starts_with(DOCUSAURUS)) {
        let places = docusaurus(rest).into_iter().flat_map(|(middle, folder)| {
            // The folder of the site may lie beside that of its pages.
            let folders = [format!("{outer}{folder}"), folder];
            folders.map(|folder| form(middle, Some(bare(&folder, &rest[middle.len()..]))))
        });
        return places.collect();
    }
    if !before.is_empty() || first.is_empty() {
        return vec![form("", Some(bare(before, rest)))];
    }
    let inner = &rest[first.len()..];
    // Jekyll's `_posts` may have their translations in `en/posts`.
    vec![
        form("", None),
        form(first, Some(bare(first, inner))),
        form(first, Some(bare(&format!("_{first}"), inner))),
    ]
}

/// The folder of translations below the language's, and that of what they translate.
fn docusaurus(rest: &str) -> Option<(&str, String)> {
    let plugin = top(rest);
    let name = plugin.strip_prefix(DOCUSAURUS)?.trim_end_matches('/');
    let (kind, instance) = name.split_once('-').map_or((name, None), |(kind, id)| (kind, Some(id)));
    let version = top(&rest[plugin.len()..]);
    let whole = &rest[..plugin.len() + version.len()];
    match (kind, instance) {
        ("docs", None) if version == "current/" => Some((whole, "docs/".to_owned())),
        ("docs", None) => Some((whole, format!("versioned_docs/{version}"))),
        ("docs", Some(id)) if version == "current/" => Some((whole, format!("{id}/"))),
        ("docs", Some(id)) => Some((whole, format!("{id}_versioned_docs/{version}"))),
        ("blog", None) => Some((plugin, "blog/".to_owned())),
        ("pages", None) => Some((plugin, "src/pages/".to_owned())),
        (_, Some(id)) => Some((plugin, format!("{id}/"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::slots;

    fn shown(path: &str) -> String {
        let form = |slot: &super::Slot<'_>, form: &super::PatternForm| {
            let bare = form.bare.as_ref();
            let bare = bare.map(|bare| format!(" < {} {}", bare.path, bare.pattern));
            format!("{} {}{}\n", slot.tag, form.with("@"), bare.unwrap_or_default())
        };
        let slots = slots(path);
        let lines = slots.iter().flat_map(|slot| slot.forms.iter().map(move |one| form(slot, one)));
        lines.collect()
    }

    #[test]
    fn a_language_stands_in_a_name_or_is_one_or_is_a_folder() {
        assert_eq!(shown("c/d/a.ru.md"), "ru c/{article}.@.md < c/d/a.md c/{article}.md\n");
        assert_eq!(shown("README_RU.md"), "ru {article}_@.md < README.md {article}.md\n");
        assert_eq!(shown("c/a/en.md"), "en c/{article}/@.md\n");
        assert_eq!(
            shown("docs/english/a.md"),
            "en docs/@/{article}.md < docs/a.md docs/{article}.md\n"
        );
        assert_eq!(shown("docs/it.js/a.md"), "");
    }

    #[test]
    fn the_folder_of_a_language_may_stand_before_that_of_the_pages() {
        assert_eq!(
            shown("en/posts/a.md"),
            "en @/{article}.md\n\
             en @/posts/{article}.md < posts/a.md posts/{article}.md\n\
             en @/posts/{article}.md < _posts/a.md _posts/{article}.md\n"
        );
    }

    #[test]
    fn docusaurus_keeps_translations_in_a_tree_of_their_own() {
        let place = "i18n/en/docusaurus-plugin-content";
        assert_eq!(
            shown(&format!("{place}-docs/current/a/b.mdx")).lines().next(),
            Some(
                "en i18n/@/docusaurus-plugin-content-docs/current/{article}.mdx \
                 < docs/a/b.mdx docs/{article}.mdx"
            )
        );
        assert!(shown(&format!("web/{place}-blog/a.md")).contains(" < web/blog/a.md web/blog/"));
        assert!(
            shown(&format!("{place}-docs/version-1.2/a.md"))
                .contains("versioned_docs/version-1.2/a.md")
        );
    }
}
