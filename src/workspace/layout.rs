//! How the articles of an existing site are laid out, told from its paths.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::languages::languages;
use super::pattern::Pattern;

/// What the paths of a site tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Languages of translations; none where no page is translated yet.
    pub languages: Vec<String>,
    pub layouts: Vec<Layout>,
}

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
}

impl Layout {
    /// The folder that all of its sources stand in; empty for the whole site.
    fn folder(&self) -> &str {
        let fixed = self.source.split('{').next().unwrap_or_default();
        fixed.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    fn extension(&self) -> &str {
        self.source.rsplit_once('.').map_or("", |(_, extension)| extension)
    }
}

/// The languages and layouts of a site; `paths` are from the root, with `/`.
///
/// The layouts that find most translations come first, then those with most sources. After the
/// first one a layout needs translations of its own, or the shape of the first: `.txt` beside
/// `.md`. `wanted` are the languages of the translations, or none for those that are found.
pub fn detect(paths: &[String], source: &str, wanted: &[String], usual: &str) -> Site {
    let mut left: BTreeSet<&str> = paths.iter().map(String::as_str).collect();
    let mut languages = languages(&left, source);
    // The usual language comes first where it is there.
    languages.sort_by_key(|tag| tag != usual);
    let found = if languages.is_empty() { vec![usual.to_owned()] } else { languages.clone() };
    let targets = if wanted.is_empty() { &found } else { wanted };
    let tongues = Tongues { source, targets, found: &found };
    let mut layouts: Vec<Layout> = Vec::new();
    while let Some(layout) = best(&left, tongues, layouts.first()) {
        let is_in = |reading: &Reading| reading.patterns.source == layout.source;
        let mut taken = BTreeSet::new();
        for path in &left {
            let reading = readings(path, tongues).into_iter().find(is_in);
            if let Some(reading) = reading {
                taken.insert((*path).to_owned());
                taken.extend(tongues.targets.iter().map(|target| reading.translation(target)));
            }
        }
        left.retain(|path| !taken.contains(*path));
        layouts.push(layout);
    }
    keep_apart(&mut layouts, paths, tongues);
    Site { languages, layouts }
}

/// The language of the sources, and those of the translations.
#[derive(Clone, Copy)]
struct Tongues<'a> {
    source: &'a str,
    targets: &'a [String],
    /// Languages that pages are in, whether or not they are wanted.
    found: &'a [String],
}

/// Gives names to layouts that have folders of their own, or ids in common with an earlier one;
/// the latter get catalogs of their own, too.
fn keep_apart(layouts: &mut [Layout], paths: &[String], tongues: Tongues<'_>) {
    // Both a news folder and a blog may have an article «index».
    let has_folders = layouts.iter().any(|layout| layout.folder() != layouts[0].folder());
    let mut ids: BTreeSet<(String, String)> = BTreeSet::new();
    for layout in layouts {
        let folder = layout.folder().to_owned();
        let own: BTreeSet<_> =
            articles(layout, paths, tongues).map(|id| (folder.clone(), id)).collect();
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

/// The ids of a layout's articles.
fn articles<'p>(
    layout: &Layout,
    paths: &'p [String],
    tongues: Tongues<'_>,
) -> impl Iterator<Item = String> + use<'p> {
    let shape = |pattern: &str, language: &str| {
        Pattern::parse(pattern).ok().map(|pattern| pattern.shape(language))
    };
    let source = shape(&layout.source, tongues.source);
    let documents: Vec<_> =
        tongues.targets.iter().filter_map(|target| shape(&layout.document, target)).collect();
    let is_source = move |path: &&String| documents.iter().all(|shape| shape.id(path).is_none());
    paths
        .iter()
        .filter(is_source)
        .filter_map(move |path| source.as_ref()?.id(path).map(str::to_owned))
}

fn best(paths: &BTreeSet<&str>, tongues: Tongues<'_>, first: Option<&Layout>) -> Option<Layout> {
    let mut found: BTreeMap<Patterns, (usize, usize)> = BTreeMap::new();
    for path in paths {
        for reading in readings(path, tongues) {
            let mut targets = tongues.targets.iter();
            let is_translated =
                targets.any(|target| paths.contains(reading.translation(target).as_str()));
            let (sources, translated) = found.entry(reading.patterns).or_default();
            *sources += 1;
            *translated += usize::from(is_translated);
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
        // Of equals the one that names the language, and Markdown before plain text.
        .max_by_key(|(Patterns { source, .. }, (sources, translated))| {
            let names_language = source.contains("{language}");
            let extension = source.rsplit_once('.').map(|(_, extension)| extension.to_owned());
            (*translated, *sources, names_language, Reverse(extension))
        })?;
    Some(Layout { name: None, source, catalog, document, sources, translated })
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

/// A path read as that of a source.
struct Reading {
    patterns: Patterns,
    /// What stands before and after the language of a translation's path.
    around: (String, String),
}

impl Reading {
    /// Where the translation into `target` then stands.
    fn translation(&self, target: &str) -> String {
        let (before, after) = &self.around;
        format!("{before}{target}{after}")
    }
}

/// Each way to read `path` as a source.
fn readings(path: &str, tongues: Tongues<'_>) -> Vec<Reading> {
    let Some((stem, extension)) = path.rsplit_once('.') else { return Vec::new() };
    let source = tongues.source;
    let mut readings = Vec::new();
    let mut add = |patterns: Patterns, before: &str, after: String| {
        readings.push(Reading { patterns, around: (before.to_owned(), after) });
    };
    let end = format!(".{extension}");
    let top = stem.split_once('/').map_or("", |(top, _)| top);
    let below = if top.is_empty() { String::new() } else { format!("{top}/") };
    if stem.ends_with(&format!("/{source}")) {
        let shape = format!("{below}{{article}}/{{language}}");
        add(same(&shape, extension), &stem[..stem.len() - source.len()], end.clone());
    }
    if stem.ends_with(&format!(".{source}")) {
        let shape = format!("{below}{{article}}.{{language}}");
        add(same(&shape, extension), &stem[..stem.len() - source.len()], end.clone());
    }
    let folder = format!("{source}/");
    let at = if stem.starts_with(&folder) {
        Some(0)
    } else {
        stem.find(&format!("/{folder}")).map(|at| at + 1)
    };
    if let Some(at) = at {
        let shape = format!("{}{{language}}/{{article}}", &stem[..at]);
        add(same(&shape, extension), &stem[..at], path[at + source.len()..].to_owned());
    }
    let mut tags = tongues.targets.iter().chain(tongues.found).map(String::as_str).chain([source]);
    if !tags.any(|tag| stem.ends_with(&format!(".{tag}"))) {
        let document = format!("{below}{{article}}.{{language}}.{extension}");
        let catalog = format!("{below}{{article}}.{{language}}.toml");
        let source = format!("{below}{{article}}.{extension}");
        add(Patterns { source, catalog, document }, &format!("{stem}."), end);
    }
    readings
}

fn same(shape: &str, extension: &str) -> Patterns {
    let document = format!("{shape}.{extension}");
    Patterns { source: document.clone(), catalog: format!("{shape}.toml"), document }
}

#[cfg(test)]
mod tests {
    use super::{Site, detect};

    fn site(paths: &[&str], wanted: &[&str]) -> Site {
        let owned =
            |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        detect(&owned(paths), "ru", &owned(wanted), "en")
    }

    fn found(paths: &[&str]) -> String {
        let layouts = site(paths, &[]).layouts.into_iter().map(|layout| {
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

    #[test]
    fn pages_of_other_languages_are_no_sources() {
        let paths = ["a.md", "a.en.md", "a.de.md", "b.md", "b.de.md"];
        assert_eq!(found(&paths), "{article}.md + {article}.{language}.md: 2/2");
        assert_eq!(site(&paths, &[]).languages, ["en", "de"]);
        assert_eq!(site(&paths, &["en"]).layouts[0].translated, 1);
        let mixed = ["a.ru.md", "a.en.md", "a.de.md", "b.md", "b.en.md", "b.de.md"];
        assert_eq!(
            found(&mixed),
            "{article}.{language}.md + {article}.{language}.md: 1/1\n\
             {article}.md + {article}.{language}.md: 1/1"
        );
    }

    #[test]
    fn articles_that_clash_are_kept_apart() {
        let kept = |paths: &[&str]| {
            let layouts = site(paths, &[]).layouts.into_iter();
            layouts
                .map(|layout| format!("{} {}\n", layout.name.unwrap_or_default(), layout.catalog))
                .collect::<String>()
        };
        assert_eq!(
            kept(&["ru/a.md", "en/a.md", "ru/a.txt", "en/a.txt"]),
            " {language}/{article}.toml\ntxt {language}/{article}.txt.toml\n"
        );
        assert_eq!(
            kept(&["ru/a.md", "en/a.md", "ru/b.txt", "en/b.txt"]),
            " {language}/{article}.toml\n {language}/{article}.toml\n"
        );
        assert_eq!(
            kept(&["n/a/ru.md", "n/a/en.md", "n/a/ru.txt", "blog/ru/a.md", "blog/en/a.md"]),
            "n n/{article}/{language}.toml\nblog blog/{language}/{article}.toml\n\
             n/txt n/{article}/{language}.txt.toml\n"
        );
    }
}
