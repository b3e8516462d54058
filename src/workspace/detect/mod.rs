//! How the articles of an existing site are laid out, told from its paths and its texts.
//!
//! Two pages whose paths differ in a word for a language, or in that one has such a word, may be
//! source and translation. The pages say by their letters which side is which.

mod candidates;
mod direction;
mod layouts;
mod notes;
mod slots;
mod survey;

use std::collections::BTreeSet;

pub use direction::{Direction, Rival, direction, usual};
pub use layouts::Layout;
pub use notes::is_note;
pub use survey::{Survey, Twins, survey};

use self::candidates::{LayoutCandidate, candidates};
use self::layouts::{keep_apart, leave_out_notes, rank};
use crate::text::guess::Guess;
use crate::workspace::config::collection::{Collection, FileRole};

/// A page of a site, and what its text shows of its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glimpse {
    /// From the root, with `/`.
    pub path: String,
    pub guess: Guess,
}

/// What the pages of a site tell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Languages of translations; none where no page is translated yet.
    pub languages: Vec<String>,
    /// Languages of pages that these layouts leave out.
    pub others: Vec<String>,
    pub layouts: Vec<Layout>,
}

/// The languages that are looked for.
#[derive(Clone, Copy)]
pub struct Wish<'a> {
    /// Language of the sources.
    pub source: &'a str,
    /// Languages of the translations, or none for those that are found.
    pub wanted: &'a [String],
    /// The language of translations where nothing tells it.
    pub usual: &'a str,
}

/// The languages and layouts of a site.
///
/// The layouts that find most translations come first, then those with most sources. After the
/// first one a layout needs translations of its own, or the shape of the first: `.txt` beside
/// `.md`.
pub fn detect(pages: &[Glimpse], wish: Wish<'_>) -> Site {
    let mut left: Vec<&Glimpse> = pages.iter().collect();
    let mut site = Site::default();
    let mut targets: Vec<String> = wish.wanted.to_vec();
    let mut is_single = false;
    while let Some(found) =
        best(&left, wish, State { earlier: &site.layouts, targets: &targets, is_single })
    {
        let Found { layout, collection, languages } = found;
        is_single |= !layout.is_open();
        left.retain(|page| {
            let has_home = |place: &str| layout.places.contains(place);
            if let Some(foreign) = collection.foreign(&page.path)
                && has_home(foreign.place)
            {
                site.others.push(foreign.language.to_owned());
                return false;
            }
            !collection.claim(&page.path).is_some_and(|claim| has_home(claim.place))
        });
        for language in languages {
            if !site.languages.contains(&language) {
                site.languages.push(language.clone());
            }
            if wish.wanted.is_empty() && !targets.contains(&language) {
                targets.push(language);
            }
        }
        site.layouts.push(layout);
    }
    leave_out_notes(&mut site.layouts);
    keep_apart(&mut site.layouts);
    site.others.sort();
    site.others.dedup();
    site.others.retain(|language| !site.languages.contains(language) && language != wish.source);
    site
}

/// A layout, and the files that it takes.
struct Found {
    layout: Layout,
    collection: Collection,
    /// Of its translations, the most used first.
    languages: Vec<String>,
}

/// What was found so far.
#[derive(Clone, Copy)]
struct State<'a> {
    earlier: &'a [Layout],
    targets: &'a [String],
    /// Whether a pattern has no room for a second language.
    is_single: bool,
}

/// The best layout for the pages that are left.
fn best(left: &[&Glimpse], wish: Wish<'_>, state: State<'_>) -> Option<Found> {
    let State { earlier, targets, is_single } = state;
    let mut found: Vec<Found> = Vec::new();
    for candidate in candidates(left, wish) {
        let is_open = candidate.document.contains("{language}");
        // A pattern without the language's tag has room for one language.
        let fits = earlier.is_empty() && wish.wanted.is_empty()
            || is_open && !is_single
            || targets.len() == 1 && candidate.languages().iter().any(|one| targets.contains(one))
            || is_open && targets.len() == 1 && candidate.languages().is_empty();
        if fits {
            found.extend(tried(&candidate, left, wish, state));
        }
    }
    let first = earlier.first();
    found.retain(|found| {
        let layout = &found.layout;
        // Any page fits the layout without a language in its name, so that one needs proof.
        let names_language = layout.source.contains("{language}");
        let is_like = first.is_none_or(|first| shape(&first.source) == shape(&layout.source));
        layout.sources > 0 && (layout.translated > 0 || names_language && is_like)
    });
    found.into_iter().max_by(|one, other| rank(&one.layout).cmp(&rank(&other.layout)))
}

/// The layout that a candidate comes to.
fn tried(
    candidate: &LayoutCandidate,
    left: &[&Glimpse],
    wish: Wish<'_>,
    State { targets, is_single, .. }: State<'_>,
) -> Option<Found> {
    let mut languages = candidate.languages();
    languages.sort_by_key(|tag| tag != wish.usual);
    let is_open = candidate.document.contains("{language}");
    let used = match (targets.is_empty(), is_open && !is_single) {
        (false, _) => targets.to_vec(),
        (true, true) if !languages.is_empty() => languages.clone(),
        (true, true) => vec![wish.usual.to_owned()],
        (true, false) => vec![languages.first()?.clone()],
    };
    if !is_open {
        languages.truncate(1);
    }
    let mut all = used.clone();
    all.extend(languages.iter().filter(|tag| is_open && !used.contains(tag)).cloned());
    let collection = candidate.collection(wish.source, &all)?;
    let mut places = BTreeSet::new();
    let (mut documents, mut of_source, mut decided) = (BTreeSet::new(), 0, 0);
    let first = languages.first().unwrap_or(&all[0]);
    let first = collection.targets.iter().find(|target| target.language == *first);
    let is_first = |path: &str| first.is_some_and(|target| target.documents.id(path).is_some());
    for page in left {
        let Some(claim) = collection.claim(&page.path) else { continue };
        let is_foreign = collection.foreign(&page.path).is_some();
        if claim.role == FileRole::Source && !is_foreign {
            places.insert(claim.place.to_owned());
            decided += usize::from(page.guess.language.is_some());
            of_source += usize::from(page.guess.language == Some(primary(wish.source)));
        }
        if claim.role == FileRole::Document && is_first(&page.path) && !is_foreign {
            documents.insert(page.path.clone());
        }
    }
    // Where the path doesn't say so, the texts must show that they are sources.
    if !candidate.is_named && of_source * 2 < decided {
        return None;
    }
    let layout = Layout {
        name: None,
        source: candidate.source.clone(),
        catalog: candidate.catalog.clone(),
        document: candidate.document.clone(),
        sources: places.len(),
        translated: candidate.translated(&used),
        usual: candidate.translated(&[wish.usual.to_owned()]),
        documents,
        is_named: candidate.is_named,
        places,
    };
    Some(Found { layout, collection, languages })
}

/// The language of a tag without its region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The pattern without its extension.
fn shape(pattern: &str) -> &str {
    pattern.rsplit_once('.').map_or(pattern, |(shape, _)| shape)
}

#[cfg(test)]
mod tests {
    use super::{Glimpse, Site, Wish, detect, direction};
    use crate::text::guess::{Guess, guess};

    fn site(paths: &[&str], wanted: &[&str]) -> Site {
        let wanted: Vec<String> = wanted.iter().map(|tag| (*tag).to_owned()).collect();
        let page = |path: &&str| Glimpse { path: (*path).to_owned(), guess: Guess::default() };
        let pages: Vec<Glimpse> = paths.iter().map(page).collect();
        detect(&pages, Wish { source: "ru", wanted: &wanted, usual: "en" })
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

    const RUSSIAN: &str = "Мост через реку открыли в мае, движение начнётся летом.";
    const ENGLISH: &str = "The bridge over the river was opened in May, and traffic will start.";
    const ARMENIAN: &str = "Կամուրջը բացվեց մայիսին";

    /// Pages in these languages, by paths: the source found, then its layouts.
    fn told(russian: &[&str], english: &[&str], armenian: &[&str]) -> String {
        let mut pages = Vec::new();
        for (paths, text) in [(russian, RUSSIAN), (english, ENGLISH), (armenian, ARMENIAN)] {
            let page = |path: &&str| Glimpse { path: (*path).to_owned(), guess: guess(text) };
            pages.extend(paths.iter().map(page));
        }
        let found = direction(&pages, &[]);
        let mut told = format!("{} {}", found.source, found.site.languages.join(","));
        for layout in &found.site.layouts {
            told += &format!(" | {} {}", layout.source, layout.document);
        }
        if let Some(rival) = found.rival {
            told += &format!(" | or {}: {}, {}", rival.language, rival.pages, rival.sources);
        }
        told
    }

    #[test]
    fn the_text_tells_which_side_is_the_source() {
        let sides = ["docs/A.md", "docs/b/C.md"];
        let named = ["docs/A.ru.md", "docs/b/C.ru.md"];
        assert_eq!(
            told(&named, &sides, &[]),
            "ru en | docs/{article}.ru.md docs/{article}.md | or en: 2, 2"
        );
        let named = ["docs/A.en.md", "docs/b/C.en.md"];
        assert_eq!(
            told(&sides, &named, &[]),
            "ru en | docs/{article}.md docs/{article}.{language}.md"
        );
        // Nothing here is Russian.
        assert_eq!(
            told(&[], &["a.md", "b.md"], &["a.hy.md"]),
            "en hy | {article}.md {article}.{language}.md"
        );
    }

    #[test]
    fn pages_in_a_third_language_are_no_sources() {
        let armenian = ["c/a.hy.md", "c/b.hy.md"];
        assert_eq!(
            told(&["c/a.ru.md", "c/b.ru.md"], &["c/a.md", "c/b.md", "c/d.md"], &armenian),
            "ru en | c/{article}.ru.md c/{article}.md | or en: 3, 2"
        );
        assert_eq!(
            told(&["c/a.md", "c/b.md"], &["c/a.en.md", "c/b.en.md"], &armenian[..1]),
            "ru en,hy | c/{article}.md c/{article}.{language}.md"
        );
    }

    #[test]
    fn translations_stand_in_folders_of_many_kinds() {
        let place = "i18n/en/docusaurus-plugin-content-docs/current";
        let docusaurus = format!("{place}/a.md");
        assert_eq!(
            told(&["docs/a.md", "docs/b.md"], &[&docusaurus], &[]),
            format!(
                "ru en | docs/{{article}}.md {}/{{article}}.md",
                place.replace("/en/", "/{language}/")
            )
        );
        assert_eq!(
            told(&["docs/a.md", "docs/b/c.md"], &["docs/en/a.md"], &[]),
            "ru en | docs/{article}.md docs/{language}/{article}.md"
        );
        assert_eq!(
            told(&["_posts/a.md"], &["en/_posts/a.md"], &[]),
            "ru en | _posts/{article}.md {language}/_posts/{article}.md"
        );
        assert_eq!(
            told(&["_posts/a.md"], &["_posts/en/a.md"], &[]),
            "ru en | _posts/{article}.md _posts/{language}/{article}.md"
        );
        assert_eq!(
            told(&["c/russian/a.md"], &["c/english/a.md"], &[]),
            "ru en | c/russian/{article}.md c/english/{article}.md"
        );
    }

    #[test]
    fn the_language_may_follow_an_underscore() {
        assert_eq!(
            told(&["n/a_ru.md", "n/b_ru.md"], &["n/a_en.md", "n/b_en.md"], &[]),
            "ru en | n/{article}_{language}.md n/{article}_{language}.md"
        );
        assert_eq!(
            told(&["README_RU.md"], &["README.md"], &[]),
            "ru en | {article}_RU.md {article}.md | or en: 1, 1"
        );
        assert_eq!(told(&["what-it-is.md", "what-it.md"], &[], &[]), "ru ");
    }

    #[test]
    fn pages_about_the_project_count_only_where_there_are_no_others() {
        assert_eq!(
            told(&["c/a.ru.md", "README.ru.md"], &["c/a.en.md", "README.md", "CHANGELOG.md"], &[]),
            "ru en | c/{article}.{language}.md c/{article}.{language}.md"
        );
        assert_eq!(
            told(&["README.ru.md"], &["README.md", "CHANGELOG.md"], &[]),
            "ru en | {article}.ru.md {article}.md | or en: 2, 1"
        );
    }
}
