//! Lone documents: translations that readers see, and whose source is gone or never was.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::{Article, Census, Workspace};
use crate::error::Result;

/// A translated document without a source.
#[derive(Clone, Debug)]
pub struct Lone {
    /// The article that it would belong to.
    pub article: Article,
    pub target: String,
    /// Absolute.
    pub path: PathBuf,
}

impl Lone {
    /// Whether something stands in the source's place that is no article: a link, or what git leaves out.
    pub fn has_other(&self) -> bool {
        self.article.source.symlink_metadata().is_ok()
    }
}

/// How many paths git is asked about at a time.
const ASKED: usize = 400;

impl Census {
    /// Whether there may be translated documents without a source, where so many have one.
    pub fn may_have_lone(&self, others: usize) -> bool {
        self.pages != Some(others)
    }
}

impl Workspace {
    /// The translated documents without a source, in the order of their paths.
    pub fn lone_documents(&self, targets: &[String]) -> Result<Vec<Lone>> {
        let mut lone = Vec::new();
        for target in targets {
            let strays = self.strays(target)?.into_iter();
            lone.extend(strays.map(|article| Lone {
                path: article.document_path(target),
                target: target.clone(),
                article,
            }));
        }
        lone.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(lone)
    }

    /// For each document whether it had a source: a catalog lies beside it, or git has seen one.
    pub fn had_sources(&self, lone: &[Lone]) -> Vec<bool> {
        let has_catalog = |one: &Lone| one.article.catalog_path(&one.target).exists();
        let mut had: Vec<bool> = lone.iter().map(has_catalog).collect();
        let open = lone.iter().zip(&had).filter(|(_, had)| !**had);
        let sources: Vec<&Path> = open.map(|(one, _)| one.article.source.as_path()).collect();
        let known = self.ever_committed(&sources);
        for (one, had) in lone.iter().zip(&mut had) {
            *had |= known.contains(&one.article.source);
        }
        had
    }

    /// Those of the files that ever stood in a commit; none where git knows no history.
    fn ever_committed(&self, files: &[&Path]) -> HashSet<PathBuf> {
        let git = self.git();
        let mut known = HashSet::new();
        if files.is_empty() || !git.has_history() {
            return known;
        }
        for files in files.chunks(ASKED) {
            let names: Vec<String> = files.iter().map(|file| self.relative(file)).collect();
            let mut call = vec!["--literal-pathspecs", "log", "--format=", "--name-only", "-z"];
            call.extend(["--no-renames", "--relative", "--"]);
            call.extend(names.iter().map(String::as_str));
            let Ok(output) = git.run(&call) else { continue };
            let seen = String::from_utf8_lossy(&output.stdout).into_owned();
            known.extend(seen.split(['\0', '\n']).map(|name| self.root.join(name)));
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use crate::workspace::testing::{folder, open};

    #[test]
    fn a_document_without_a_source_is_alone_and_a_catalog_proves_that_it_had_one() {
        let folder = folder(&[
            ("tolmach.toml", ""),
            ("articles/a/en.md", "Yes.\n"),
            ("articles/a/en.toml", ""),
            ("articles/b/en.md", "No.\n"),
            ("articles/c/ru.md", "Да.\n"),
            ("articles/c/en.md", "Yes.\n"),
        ]);
        let workspace = open(&folder);
        let lone = workspace.lone_documents(&["en".to_owned()]).unwrap();
        let ids: Vec<&str> = lone.iter().map(|one| one.article.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(workspace.had_sources(&lone), [true, false]);
    }
}
