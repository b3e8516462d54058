//! Long lists of files, told by their folders with a count each.

use std::collections::BTreeMap;

use super::Screen;
use crate::l10n::message;

/// So many files are named one by one.
const FEW: usize = 5;
/// So many folders are told apart.
const FOLDERS: usize = 8;

/// Whether so many files are better told by their folders.
pub fn are_many(paths: &[String]) -> bool {
    paths.len() > FEW
}

/// The folders of the files with their counts, the fullest first: `docs/ (20), blog/ (2)`.
pub fn by_folder(paths: &[String], screen: &Screen<'_>) -> String {
    let mut counts = counted(paths, |path| path.rfind('/'));
    if counts.len() > FOLDERS {
        counts = counted(paths, |path| path.find('/'));
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(folder, count)| (usize::MAX - count, *folder));
    let rest: usize = counts.iter().skip(FOLDERS).map(|(_, count)| count).sum();
    let mut told: Vec<String> = counts
        .iter()
        .take(FOLDERS)
        .map(|(folder, count)| {
            screen.text(&message!("report-folder", folder = *folder, count = *count))
        })
        .collect();
    if rest > 0 {
        told.push(screen.text(&message!("report-folders-other", count = rest)));
    }
    told.join(", ")
}

/// How many files each folder has, down to where `end` cuts.
fn counted(paths: &[String], end: fn(&str) -> Option<usize>) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for path in paths {
        let folder = end(path).map_or("./", |end| &path[..=end]);
        *counts.entry(folder).or_default() += 1;
    }
    counts
}

/// A file of a list, or how many of them stand below a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    File(String),
    Folder(String, usize),
}

/// So many lines tell what is in a list.
const MOST: usize = 10;

/// The files themselves, or the deepest folders that are few enough; a folder's name ends with `/`.
pub fn listed(paths: &[&str]) -> Vec<Listed> {
    if paths.len() <= MOST {
        return paths.iter().map(|path| Listed::File((*path).to_owned())).collect();
    }
    let deepest = paths.iter().map(|path| path.matches('/').count()).max().unwrap_or_default();
    let at = |depth: usize| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for path in paths {
            let ends = path.match_indices('/').map(|(end, _)| end + 1);
            let end = ends.take(depth).last().unwrap_or_default();
            *counts.entry(&path[..end]).or_default() += 1;
        }
        counts
    };
    let fitting = (0..=deepest).rev().map(at).find(|counts| counts.len() <= MOST);
    let folder = |(folder, count): (&str, usize)| Listed::Folder(folder.to_owned(), count);
    fitting.unwrap_or_default().into_iter().map(folder).collect()
}

#[cfg(test)]
mod tests {
    use super::{Listed, by_folder, listed};
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::{Paint, Screen};

    fn told(paths: &[String]) -> String {
        let l10n = Localizer::new(&LOCALES[0]);
        by_folder(paths, &Screen { l10n: &l10n, width: 80, paint: Paint::Plain })
    }

    #[test]
    fn files_are_counted_by_their_folders() {
        let paths = ["docs/a.md", "README.md", "docs/b.md", "docs/c/d.md"].map(str::to_owned);
        assert_eq!(told(&paths), "docs/ (2), ./ (1), docs/c/ (1)");
        let deep: Vec<String> = (0..40).map(|at| format!("{}/{at}/x.md", at % 2)).collect();
        assert_eq!(told(&deep), "0/ (20), 1/ (20)");
        let wide: Vec<String> = (0..20).map(|at| format!("{at}/x.md")).collect();
        assert!(told(&wide).ends_with(", elsewhere (12)"), "{}", told(&wide));
    }

    #[test]
    fn a_long_list_is_told_by_the_deepest_folders_that_are_few() {
        let paths: Vec<String> =
            (0..30).map(|at| format!("articles/{}/a{at}/en.md", 2020 + at % 3)).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let folder = |year: usize| Listed::Folder(format!("articles/{year}/"), 10);
        assert_eq!(listed(&paths), [folder(2020), folder(2021), folder(2022)]);
        let files = paths[..2].iter().map(|path| Listed::File((*path).to_owned()));
        assert_eq!(listed(&paths[..2]), files.collect::<Vec<_>>());
        assert_eq!(listed(&["a.md"; 11]), [Listed::Folder(String::new(), 11)]);
    }
}
