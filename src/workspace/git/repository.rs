//! What git knows, by its own program; nothing here is needed for the rest to work.

use std::env;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::changes::{Changes, path};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::files::decode::decode;

/// The repository around a folder.
pub struct Git<'a> {
    root: &'a Path,
    /// Whether what the environment says of repositories is about another one.
    is_apart: bool,
}

/// What tells git in a hook which repository is meant.
const SURROUNDINGS: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_QUARANTINE_PATH",
];

/// A file that has another name than it had.
pub struct Renamed {
    pub from: String,
    pub to: String,
}

impl<'a> Git<'a> {
    /// The repository around `root`, whether or not there is one.
    pub fn at(root: &'a Path) -> Self {
        Self { root, is_apart: false }
    }

    /// The repository at `root` itself, whatever the environment says.
    pub fn apart(root: &'a Path) -> Self {
        Self { root, is_apart: true }
    }

    /// The name that the person's commits carry, if there is one.
    pub fn user_name(&self) -> Option<String> {
        let from_environment = env::var("GIT_AUTHOR_NAME").ok();
        let name = from_environment.or_else(|| self.setting("user.name"));
        name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
    }

    /// The value of one of git's settings, where it has one.
    pub fn setting(&self, name: &str) -> Option<String> {
        let output = self.run(&["config", "--get", name]).ok()?;
        let value = output.status.success().then(|| text(&output.stdout))?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// Gives a setting of this clone a value; true where it had another.
    pub fn set(&self, name: &str, value: &str) -> Result<bool> {
        if self.setting(name).as_deref() == Some(value) {
            return Ok(false);
        }
        let output = self.run(&["config", "--local", "--replace-all", name, value])?;
        if output.status.success() {
            return Ok(true);
        }
        Err(failure(&output, message!("error-git-config", name = name)))
    }

    /// An error where the folder is in no work tree.
    pub fn require(&self) -> Result<()> {
        let inside = self.run(&["rev-parse", "--is-inside-work-tree"])?;
        if text(&inside.stdout).trim() == "true" {
            return Ok(());
        }
        Err(failure(&inside, message!("error-git-repository")))
    }

    /// Merges the lines of three files into the second, as git does for any text.
    pub fn merge_lines(
        &self,
        [base, ours, theirs]: [&Path; 3],
        size: usize,
        names: [&str; 2],
    ) -> Result<()> {
        let [base, ours, theirs] = [base, ours, theirs].map(Path::to_string_lossy);
        let size = format!("--marker-size={size}");
        let names = ["-L", names[0], "-L", "base", "-L", names[1]];
        let files = [&*ours, &*base, &*theirs];
        let call = [&["merge-file", "--quiet", &size], names.as_slice(), &["--"], &files].concat();
        let output = self.run(&call)?;
        // The status is the number of conflicts, or above that what is wrong.
        match output.status.code() {
            Some(0..=127) => Ok(()),
            _ => Err(failure(&output, message!("error-git-merge"))),
        }
    }

    /// The files below the folder that differ from where this branch left `reference`.
    ///
    /// That counts commits, what isn't committed, and new files; a removed file counts, too.
    /// Without a common ancestor, as in a shallow clone, the comparison is with `reference` itself.
    pub fn changed_since(&self, reference: &str) -> Result<Changes> {
        let commit = self.commit(reference)?;
        let ancestor = self.run(&["merge-base", &commit, "HEAD"])?;
        let base = if ancestor.status.success() { text(&ancestor.stdout) } else { commit };
        let base = base.trim();
        let compare = ["diff", "--name-only", "--no-renames", "-z", "--relative"];
        // What changed in another repository inside this one counts, committed there or not.
        let compare = [&compare[..], &["--ignore-submodules=none", base, "--"]].concat();
        let tracked = self.succeed(&compare, reference)?;
        let new = self.succeed(&["ls-files", "--others", "--exclude-standard", "-z"], reference)?;
        let names = [tracked, new, self.hidden(base, reference)?].concat();
        Ok(Changes::new(self.root, &names))
    }

    /// The files that have another name now than in a commit, seen from the folder.
    pub fn renames(&self, commit: &str) -> Result<Vec<Renamed>> {
        let compare = ["diff", "--name-status", "--find-renames", "--diff-filter=R", "-z"];
        let compare = [&compare[..], &["--relative", commit, "--"]].concat();
        let listed = self.succeed(&compare, commit)?;
        let mut names = listed.split(|byte| *byte == 0).map(text);
        let mut renames = Vec::new();
        while let (Some(_), Some(from), Some(to)) = (names.next(), names.next(), names.next()) {
            renames.push(Renamed { from, to });
        }
        Ok(renames)
    }

    /// Files that git was told not to look at, and that differ nevertheless.
    fn hidden(&self, base: &str, reference: &str) -> Result<Vec<u8>> {
        let listed = self.succeed(&["ls-files", "-v", "-z"], reference)?;
        let is_hidden = |entry: &&[u8]| matches!(entry, [flag, b' ', ..] if *flag == b'S' || flag.is_ascii_lowercase());
        let names = listed.split(|byte| *byte == 0).filter(is_hidden).map(|entry| &entry[2..]);
        let mut changed = Vec::new();
        for name in names.filter(|name| self.root.join(path(name)).is_file()) {
            let file = path(name);
            let mut hash = self.command(&["hash-object", "--"]);
            let now = hash.arg(&file).output().map_err(|err| missing(&err))?;
            let wanted = format!("{base}:./{}", text(name));
            let then = self.run(&["rev-parse", "--verify", "--quiet", &wanted])?;
            if now.stdout != then.stdout {
                changed.extend_from_slice(name);
                changed.push(0);
            }
        }
        Ok(changed)
    }

    /// The text of a file, given by its absolute path, as it was in `reference`; nothing where it wasn't.
    pub fn text_at(&self, reference: &str, file: &Path) -> Result<Option<String>> {
        let commit = self.commit(reference)?;
        let name = crate::workspace::files::read::relative(self.root, file);
        let output = self.run(&["cat-file", "blob", &format!("{commit}:./{name}")])?;
        if !output.status.success() {
            return Ok(None);
        }
        let decoded = decode(&output.stdout).map(|read| read.text);
        decoded.map(Some).map_err(|_| {
            Error::new(message!("error-git-encoding", path = name, reference = reference))
        })
    }

    /// The full name of the commit that a revision means.
    pub fn commit(&self, reference: &str) -> Result<String> {
        self.require()?;
        let wanted = format!("{reference}^{{commit}}");
        let found = self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
        if found.status.success() {
            return Ok(text(&found.stdout).trim().to_owned());
        }
        let error = Error::new(message!("error-git-reference", reference = reference));
        let hint = if self.is_shallow() {
            message!("hint-git-shallow")
        } else {
            message!("hint-git-reference")
        };
        Err(error.hint(hint))
    }

    /// What git says, where it does as asked.
    pub fn succeed(&self, arguments: &[&str], reference: &str) -> Result<Vec<u8>> {
        let output = self.run(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(failure(&output, message!("error-git-compare", reference = reference)))
    }

    /// The folder that it was opened at.
    pub fn root(&self) -> &Path {
        self.root
    }

    /// Git with these arguments, ready to run.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.root).args(["-c", "core.quotePath=false"]).args(arguments);
        // Reading takes no lock from a person at work, and speaks one language.
        command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
        for name in SURROUNDINGS.iter().filter(|_| self.is_apart) {
            command.env_remove(name);
        }
        command
    }

    /// Runs git to its end.
    pub fn run(&self, arguments: &[&str]) -> Result<Output> {
        self.command(arguments).output().map_err(|err| missing(&err))
    }

    /// Whether the clone holds the newest commits alone.
    pub fn is_shallow(&self) -> bool {
        let told = self.run(&["rev-parse", "--is-shallow-repository"]);
        told.is_ok_and(|told| text(&told.stdout).trim() == "true")
    }
}

/// The error that git can't be run.
fn missing(err: &io::Error) -> Error {
    match err.kind() {
        io::ErrorKind::NotFound => {
            Error::new(message!("error-git-missing")).hint(message!("hint-git-missing"))
        }
        _ => Error::new(message!("error-git-missing")).refused_by(err),
    }
}

/// The error that git's refusal means.
pub fn failure(output: &Output, message: crate::l10n::Message) -> Error {
    let said = text(&output.stderr);
    let error = Error::new(message);
    match said.lines().next() {
        Some(line) => error.caused_by(line.trim_start_matches("fatal: ")),
        None => error,
    }
}

/// Feeds a program and gives what it says; the two go on side by side.
pub fn fed(command: &mut Command, input: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let stdin = child.stdin.take();
    let writer = std::thread::spawn(move || match stdin {
        Some(mut stdin) => stdin.write_all(&input),
        None => Ok(()),
    });
    let output = child.wait_with_output()?;
    // A program that ended early has told so by its status.
    drop(writer.join());
    let status = output.status;
    if status.success() { Ok(output.stdout) } else { Err(io::Error::other(status.to_string())) }
}

/// What git says, as text.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Git;
    use crate::error::testing::words;
    use crate::workspace::testing::{folder, git, write};

    fn changed(root: &Path, reference: &str) -> String {
        match Git::at(root).changed_since(reference) {
            Ok(changes) => changes
                .paths()
                .iter()
                .map(|path| format!("{} ", path.strip_prefix(root).unwrap().display()))
                .collect(),
            Err(err) => words(&err).lines().take(2).collect::<Vec<_>>().join("\n"),
        }
    }

    #[test]
    fn changes_are_commits_edits_and_new_files_since_the_branch_left() {
        let folder = folder(&[("news/старое.md", "1"), ("news/b.md", "1"), ("outside.md", "1")]);
        let root = folder.path();
        git(root, &["init", "-q", "-b", "main"]);
        git(root, &["add", "."]);
        git(root, &["commit", "-qm", "one"]);
        git(root, &["switch", "-qc", "work"]);
        write(root, "news/b.md", "2");
        git(root, &["commit", "-qam", "two"]);
        git(root, &["switch", "-q", "main"]);
        write(root, "news/elsewhere.md", "1");
        git(root, &["add", "."]);
        git(root, &["commit", "-qm", "three"]);
        git(root, &["switch", "-q", "work"]);
        write(root, "news/новое имя.md", "1");
        write(root, "news/старое.md", "2");
        write(root, "outside.md", "2");
        let news = root.join("news");
        assert_eq!(changed(&news, "main"), "b.md новое имя.md старое.md ");
        assert_eq!(changed(&news, "HEAD"), "новое имя.md старое.md ");
        assert_eq!(changed(&news, "--all").lines().next(), Some("git knows no commit \"--all\""));
        let git = Git::at(&news);
        assert_eq!(git.text_at("main", &news.join("b.md")).unwrap().as_deref(), Some("1"));
        assert_eq!(git.text_at("main", &news.join("c.md")).unwrap(), None);
    }

    #[test]
    fn what_git_was_told_not_to_look_at_is_looked_at() {
        let folder = folder(&[("a.md", "1"), ("b й.md", "1"), ("c.md", "1"), ("d.md", "1")]);
        let root = folder.path();
        git(root, &["init", "-q", "-b", "main"]);
        git(root, &["add", "."]);
        git(root, &["commit", "-qm", "one"]);
        git(root, &["update-index", "--assume-unchanged", "a.md", "b й.md"]);
        git(root, &["update-index", "--skip-worktree", "c.md", "d.md"]);
        write(root, "b й.md", "2");
        write(root, "c.md", "2");
        assert_eq!(changed(root, "HEAD"), "b й.md c.md ");
    }

    #[test]
    fn a_repository_inside_counts_with_all_that_it_holds() {
        let folder = folder(&[("a.md", "1"), ("inner/b.md", "1"), ("inner/c/d.md", "1")]);
        let root = folder.path();
        let inner = root.join("inner");
        for place in [&inner, root] {
            git(place, &["init", "-q", "-b", "main"]);
            git(place, &["add", "."]);
            git(place, &["commit", "-qm", "one"]);
        }
        let is_changed =
            |name: &str| Git::at(root).changed_since("HEAD").unwrap().touches(&root.join(name));
        assert!(!is_changed("inner/b.md") && !is_changed("a.md"));
        // Not committed there.
        write(root, "inner/c/d.md", "2");
        assert!(is_changed("inner/c/d.md") && !is_changed("a.md"));
        // Committed there alone.
        git(&inner, &["commit", "-qam", "two"]);
        assert!(is_changed("inner/c/d.md") && !is_changed("a.md"));
        git(root, &["commit", "-qam", "two"]);
        assert!(!is_changed("inner/c/d.md"));
        let is_changed = Git::at(root).changed_since("HEAD^").unwrap();
        assert!(is_changed.touches(&root.join("inner/c/d.md")));
    }

    #[test]
    fn without_a_repository_the_error_says_so() {
        let folder = folder(&[("a.md", "")]);
        assert_eq!(
            changed(folder.path(), "main").lines().next(),
            Some("the workspace isn't in a git repository")
        );
    }
}
