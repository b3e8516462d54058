//! How the articles of an existing site are laid out, told from its paths.

use std::collections::{BTreeMap, BTreeSet};

/// Patterns that fit a site, and how much they find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub source: String,
    pub catalog: String,
    pub document: String,
    /// Source documents found.
    pub sources: usize,
    /// Those of them that have a translation.
    pub translated: usize,
}

impl Layout {
    /// The folder that all of its sources stand in; empty for the whole site.
    pub fn folder(&self) -> &str {
        let fixed = self.source.split('{').next().unwrap_or_default();
        fixed.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// The layouts that find most translations among `paths`, then most sources; the best first.
///
/// `paths` are from the root, with `/`; `target` is one language of the translations. After the
/// first layout one needs translations of its own, or the shape of the first: `.txt` beside `.md`.
pub fn detect(paths: &[String], source: &str, target: &str) -> Vec<Layout> {
    let mut left: BTreeSet<&str> = paths.iter().map(String::as_str).collect();
    let mut layouts: Vec<Layout> = Vec::new();
    while let Some(layout) = best(&left, (source, target), layouts.first()) {
        let is_in = |patterns: &Patterns| patterns.source == layout.source;
        let mut taken = BTreeSet::new();
        for path in &left {
            let reading = readings(path, source, target).into_iter().find(|(one, _)| is_in(one));
            if let Some((_, translation)) = reading {
                taken.extend([(*path).to_owned(), translation]);
            }
        }
        left.retain(|path| !taken.contains(*path));
        layouts.push(layout);
    }
    layouts
}

fn best(
    paths: &BTreeSet<&str>,
    (source, target): (&str, &str),
    first: Option<&Layout>,
) -> Option<Layout> {
    let mut found: BTreeMap<Patterns, (usize, usize)> = BTreeMap::new();
    for path in paths {
        for (patterns, translation) in readings(path, source, target) {
            let (sources, translated) = found.entry(patterns).or_default();
            *sources += 1;
            *translated += usize::from(paths.contains(translation.as_str()));
        }
    }
    let is_likely = |patterns: &Patterns| {
        // Any page fits the layout without a language in its name, so that one needs proof.
        let names_language = patterns.source.contains("{language}");
        names_language && first.is_none_or(|first| shape(&first.source) == shape(&patterns.source))
    };
    let (Patterns { source, catalog, document }, (sources, translated)) = found
        .into_iter()
        .filter(|(patterns, (_, translated))| *translated > 0 || is_likely(patterns))
        .max_by_key(|(_, (sources, translated))| (*translated, *sources))?;
    Some(Layout { source, catalog, document, sources, translated })
}

/// The pattern without its extension.
fn shape(pattern: &str) -> &str {
    pattern.rsplit_once('.').map_or(pattern, |(shape, _)| shape)
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Patterns {
    source: String,
    catalog: String,
    document: String,
}

/// Each way to read `path` as a source, with the path that its translation then has.
fn readings(path: &str, source: &str, target: &str) -> Vec<(Patterns, String)> {
    let Some((stem, extension)) = path.rsplit_once('.') else { return Vec::new() };
    let mut readings = Vec::new();
    let top = stem.split_once('/').map_or("", |(top, _)| top);
    let below = if top.is_empty() { String::new() } else { format!("{top}/") };
    if stem.ends_with(&format!("/{source}")) {
        let translation = format!("{}{target}.{extension}", &stem[..stem.len() - source.len()]);
        let shape = format!("{below}{{article}}/{{language}}");
        readings.push((same(&shape, extension), translation));
    }
    if let Some(name) = stem.strip_suffix(&format!(".{source}")) {
        let shape = format!("{below}{{article}}.{{language}}");
        readings.push((same(&shape, extension), format!("{name}.{target}.{extension}")));
    }
    let folder = format!("{source}/");
    let at = if stem.starts_with(&folder) {
        Some(0)
    } else {
        stem.find(&format!("/{folder}")).map(|at| at + 1)
    };
    if let Some(at) = at {
        let (before, rest) = (&stem[..at], &stem[at + folder.len()..]);
        let shape = format!("{before}{{language}}/{{article}}");
        readings.push((same(&shape, extension), format!("{before}{target}/{rest}.{extension}")));
    }
    if stem.ends_with(&format!(".{target}")) {
        return readings;
    }
    let document = format!("{below}{{article}}.{{language}}.{extension}");
    let catalog = format!("{below}{{article}}.{{language}}.toml");
    let bare = Patterns { source: format!("{below}{{article}}.{extension}"), catalog, document };
    readings.push((bare, format!("{stem}.{target}.{extension}")));
    readings
}

fn same(shape: &str, extension: &str) -> Patterns {
    let document = format!("{shape}.{extension}");
    Patterns { source: document.clone(), catalog: format!("{shape}.toml"), document }
}

#[cfg(test)]
mod tests {
    use super::detect;

    fn found(paths: &[&str]) -> String {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let layouts = detect(&paths, "ru", "en").into_iter().map(|layout| {
            format!(
                "{} + {}: {}/{}",
                layout.source, layout.document, layout.translated, layout.sources
            )
        });
        layouts.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_folder_for_each_language_is_found() {
        assert_eq!(
            found(&["README.md", "docs/ru/a/b.md", "docs/en/a/b.md", "docs/ru/c.md"]),
            "docs/{language}/{article}.md + docs/{language}/{article}.md: 1/2"
        );
    }

    #[test]
    fn a_language_in_the_name_is_found() {
        assert_eq!(
            found(&["content/news/x.ru.md", "content/news/x.en.md", "content/y.ru.md"]),
            "content/{article}.{language}.md + content/{article}.{language}.md: 1/2"
        );
    }

    #[test]
    fn a_source_without_a_language_needs_a_translation() {
        assert_eq!(
            found(&["content/x.md", "content/x.en.md", "content/y.md"]),
            "content/{article}.md + content/{article}.{language}.md: 1/2"
        );
        assert_eq!(found(&["content/x.md", "README.md"]), "");
    }

    #[test]
    fn plain_text_beside_markdown_is_found() {
        assert_eq!(
            found(&["articles/a/ru.md", "articles/a/en.md", "articles/b/ru.txt", "notes/x.txt"]),
            "articles/{article}/{language}.md + articles/{article}/{language}.md: 1/1\n\
             articles/{article}/{language}.txt + articles/{article}/{language}.txt: 0/1"
        );
    }

    #[test]
    fn a_second_layout_needs_translations_of_its_own() {
        assert_eq!(
            found(&["docs/ru/a.md", "docs/en/a.md", "blog/ru/b.md", "blog/en/b.md", "old/ru/c.md"]),
            "docs/{language}/{article}.md + docs/{language}/{article}.md: 1/1\n\
             blog/{language}/{article}.md + blog/{language}/{article}.md: 1/1"
        );
    }

    #[test]
    fn a_folder_for_each_article_is_found() {
        assert_eq!(
            found(&["articles/2026/x/ru.md", "articles/2026/x/en.md", "articles/y/ru.md"]),
            "articles/{article}/{language}.md + articles/{article}/{language}.md: 1/2"
        );
    }
}
