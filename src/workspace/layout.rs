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

/// The layout that finds most translations among `paths`, then most sources.
///
/// `paths` are from the root, with `/`; `target` is one language of the translations.
pub fn detect(paths: &[String], source: &str, target: &str) -> Option<Layout> {
    let known: BTreeSet<&str> = paths.iter().map(String::as_str).collect();
    let mut found: BTreeMap<Patterns, (usize, usize)> = BTreeMap::new();
    for path in &known {
        for (patterns, translation) in readings(path, source, target) {
            let (sources, translated) = found.entry(patterns).or_default();
            *sources += 1;
            *translated += usize::from(known.contains(translation.as_str()));
        }
    }
    let best = found
        .into_iter()
        // Any page fits the layout without a language in its name, so that one needs proof.
        .filter(|(patterns, (_, translated))| {
            patterns.source.contains("{language}") || *translated > 0
        })
        .max_by_key(|(_, (sources, translated))| (*translated, *sources))?;
    let (Patterns { source, catalog, document }, (sources, translated)) = best;
    Some(Layout { source, catalog, document, sources, translated })
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
        detect(&paths, "ru", "en").map_or("nothing".to_owned(), |layout| {
            format!(
                "{} + {}: {}/{}",
                layout.source, layout.document, layout.translated, layout.sources
            )
        })
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
        assert_eq!(found(&["content/x.md", "README.md"]), "nothing");
    }

    #[test]
    fn a_folder_for_each_article_is_found() {
        assert_eq!(
            found(&["articles/2026/x/ru.md", "articles/2026/x/en.md", "articles/y/ru.md"]),
            "articles/{article}/{language}.md + articles/{article}/{language}.md: 1/2"
        );
    }
}
