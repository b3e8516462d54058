//! Articles that git keeps and nobody looks at any more: behind a link, hidden, or ignored.
//!
//! Whoever walks the folders doesn't meet them, so their pages would go on without a word of what is stale.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::config::collection::FileRole;
use super::{Article, Job, Lone, Workspace};

/// So many files are looked at behind one link.
const BEHIND: usize = 10_000;

/// The mode in which git keeps a link.
const LINK: &str = "120000";

impl Workspace {
    /// The pages, or else the catalogs, of articles that git keeps and that are none of these.
    ///
    /// Where git knows nothing, nothing is left out.
    pub fn left_out(&self, jobs: &[Job], targets: &[String]) -> Vec<Lone> {
        let met: HashSet<&Path> = jobs.iter().map(|job| job.article.source.as_path()).collect();
        let mut found = Vec::new();
        for path in self.tracked_sources() {
            let source = self.root.join(&path);
            if met.contains(source.as_path()) || !source.is_file() || self.is_article(&source) {
                continue;
            }
            let Some((collection, claim)) = self.owner(&path) else { continue };
            let article = Article::new(claim.place, &self.base, collection);
            found.extend(targets.iter().filter_map(|target| self.standing_of(&article, target)));
        }
        found
    }

    /// What of an article readers or translators have.
    fn standing_of(&self, article: &Article, target: &str) -> Option<Lone> {
        let (page, catalog) = (article.document_path(target), article.catalog_path(target));
        let is_hidden = |path: &Path| {
            let inside = path.strip_prefix(&self.root).unwrap_or(path);
            inside.iter().any(|part| part.to_string_lossy().starts_with('.'))
        };
        // What other programs keep in hidden folders was never an article.
        let path = match (page.is_file(), catalog.is_file()) {
            (true, true) => page,
            (true, false) if !is_hidden(&article.source) => page,
            (false, true) => catalog,
            _ => return None,
        };
        Some(Lone { article: article.clone(), target: target.to_owned(), path })
    }

    /// Paths of sources that git keeps, and of those behind the links that it keeps.
    fn tracked_sources(&self) -> Vec<String> {
        let git = self.git();
        if !git.has_history() {
            return Vec::new();
        }
        let folders = self.source_folders();
        let mut call = vec!["--literal-pathspecs", "ls-files", "-s", "-z", "--"];
        call.extend(folders.iter().map(|folder| if folder.is_empty() { "." } else { folder }));
        let Ok(output) = git.run(&call) else { return Vec::new() };
        let is_source = |path: &str| self.role(path) == Some(FileRole::Source);
        let mut sources = Vec::new();
        for entry in String::from_utf8_lossy(&output.stdout).split('\0') {
            let Some((kept, path)) = entry.split_once('\t') else { continue };
            if path.split('/').any(|part| part == "node_modules") {
                continue;
            }
            if is_source(path) {
                sources.push(path.to_owned());
            } else if kept.starts_with(LINK) {
                let behind = self.behind(path).into_iter();
                sources.extend(behind.filter(|path| is_source(path)));
            }
        }
        sources.sort_unstable();
        sources.dedup();
        sources
    }

    /// The files behind a link to a folder of the workspace, as paths through the link.
    fn behind(&self, link: &str) -> Vec<String> {
        let mut found = Vec::new();
        let is_inside = |path: &Path| {
            let (path, root) = (fs::canonicalize(path), fs::canonicalize(&self.root));
            path.is_ok_and(|path| root.is_ok_and(|root| path.starts_with(root)))
        };
        let mut folders: Vec<PathBuf> = vec![self.root.join(link)];
        folders.retain(|folder| folder.is_dir() && is_inside(folder));
        let mut left = BEHIND;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                left = left.saturating_sub(1);
                let Ok(kind) = entry.file_type() else { continue };
                if kind.is_dir() && left > 0 {
                    folders.push(entry.path());
                } else if kind.is_file() {
                    found.push(self.relative(&entry.path()));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use crate::workspace::testing::{folder, open};

    /// A workspace in git with two articles and their pages.
    fn site() -> tempfile::TempDir {
        let folder = folder(&[
            ("tolmach.toml", ""),
            ("articles/a/ru.md", "Да.\n"),
            ("articles/a/en.md", "Yes.\n"),
            ("articles/b/ru.md", "Нет.\n"),
            ("articles/b/en.md", "No.\n"),
        ]);
        git(folder.path(), &["init", "-q"]);
        commit(folder.path());
        folder
    }

    fn git(root: &std::path::Path, arguments: &[&str]) {
        let names = ["-c", "user.name=A", "-c", "user.email=a@b.example"];
        let mut command = Command::new("git");
        let output = command.arg("-C").arg(root).args(names).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(root: &std::path::Path) {
        git(root, &["add", "-A", "-f"]);
        git(root, &["commit", "-q", "-m", "news"]);
    }

    fn left_out(folder: &tempfile::TempDir) -> Vec<String> {
        let workspace = open(folder);
        let targets = ["en".to_owned()];
        let jobs = workspace.selection(&[], &targets).unwrap().jobs;
        let found = workspace.left_out(&jobs, &targets).into_iter();
        found.map(|one| workspace.relative(&one.path)).collect()
    }

    #[test]
    fn what_git_ignores_though_it_keeps_it_is_told() {
        let folder = site();
        assert!(left_out(&folder).is_empty());
        fs::write(folder.path().join(".gitignore"), "articles/a/\n").unwrap();
        assert_eq!(left_out(&folder), ["articles/a/en.md"]);
        fs::remove_file(folder.path().join("articles/a/ru.md")).unwrap();
        assert!(left_out(&folder).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn an_article_behind_a_link_is_told_committed_or_not() {
        let folder = site();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("shelf")).unwrap();
        fs::rename(path("articles/a"), path("shelf/a")).unwrap();
        std::os::unix::fs::symlink("../shelf/a", path("articles/a")).unwrap();
        assert_eq!(left_out(&folder), ["articles/a/en.md"]);
        commit(folder.path());
        assert_eq!(left_out(&folder), ["articles/a/en.md"]);
    }

    #[test]
    fn a_hidden_article_is_told_where_it_has_a_catalog() {
        let folder = site();
        let path = |name: &str| folder.path().join(name);
        fs::rename(path("articles/a"), path("articles/.a")).unwrap();
        commit(folder.path());
        assert!(left_out(&folder).is_empty());
        fs::write(path("articles/.a/en.toml"), "").unwrap();
        assert_eq!(left_out(&folder), ["articles/.a/en.md"]);
    }
}
