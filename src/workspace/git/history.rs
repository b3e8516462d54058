//! What git knows of files over time: the texts that stood at a path, through renames.

use std::path::PathBuf;

use rustc_hash::{FxHashMap, FxHashSet};

use super::repository::{Git, failure, fed, text};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::workspace::files::decode::decode;
use crate::workspace::files::paths::compose;
use crate::workspace::files::read::relative;

/// A commit that changed a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The commit's full name.
    pub commit: String,
    /// Where the file stood then, from the workspace's root.
    pub path: String,
    /// The name under which git holds its content.
    blob: String,
}

/// Commits begin with this in what git lists.
const MARK: char = '\u{1e}';
/// What git names the content of a file that isn't there.
const NOTHING: &[u8] = b"0000000";

impl Git<'_> {
    /// Whether the folder stands in a work tree that has commits.
    pub fn has_history(&self) -> bool {
        self.run(&["rev-parse", "--verify", "--quiet", "HEAD"])
            .is_ok_and(|output| output.status.success())
    }

    /// For each file, given by its absolute path, its versions in commits, the newest first.
    pub fn histories(&self, files: &[PathBuf]) -> Result<Vec<Vec<Version>>> {
        let format = format!("--format={MARK}%H");
        let listing = ["log", &format, "--raw", "-M", "-z", "--no-abbrev", "--relative"];
        // A merge counts by what it brought to the branch it was merged into.
        let listing = [&listing[..], &["--diff-merges=first-parent", "--", "."]].concat();
        let output = self.run(&listing)?;
        if !output.status.success() {
            return Err(failure(&output, message!("error-git-history")));
        }
        let mut tracks = Tracks::new(files.iter().map(|file| relative(self.root(), file)));
        tracks.read(&text(&output.stdout));
        Ok(tracks.versions)
    }

    /// The text of each version; nothing where it can't be read as text.
    pub fn texts(&self, versions: &[&Version]) -> Result<Vec<Option<String>>> {
        self.blobs(versions.iter().map(|version| version.blob.clone()))
    }

    /// The text at each of these paths, from the workspace's root, in the commit beside it.
    pub fn texts_in(&self, places: &[(&str, &str)]) -> Result<Vec<Option<String>>> {
        self.blobs(places.iter().map(|(commit, path)| format!("{commit}:./{path}")))
    }

    fn blobs(&self, names: impl Iterator<Item = String>) -> Result<Vec<Option<String>>> {
        let names: Vec<String> = names.collect();
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = self.command(&["cat-file", "--batch"]);
        let bytes = fed(&mut command, (names.join("\n") + "\n").into_bytes())
            .map_err(|err| Error::new(message!("error-git-history")).caused_by(err))?;
        Ok(contents(&bytes, names.len()))
    }

    /// The commits that came out of this one, up to the present.
    pub fn descendants(&self, commit: &str) -> Result<FxHashSet<String>> {
        let range = format!("{commit}..HEAD");
        let output = self.run(&["rev-list", "--ancestry-path", &range])?;
        if !output.status.success() {
            return Err(failure(&output, message!("error-git-history")));
        }
        Ok(text(&output.stdout).lines().map(str::to_owned).collect())
    }

    /// The commit that a revision or a date means: the last one before the end of that day.
    pub fn commit_of(&self, wanted: &str) -> Result<String> {
        let is_date = wanted.len() == 10 && wanted.parse::<jiff::civil::Date>().is_ok();
        if !is_date {
            return self.commit(wanted);
        }
        self.require()?;
        let before = format!("--before={wanted}T23:59:59");
        let found = self.run(&["rev-list", "-1", &before, "HEAD"])?;
        let commit = text(&found.stdout).trim().to_owned();
        if commit.is_empty() {
            return Err(Error::new(message!("error-git-date", date = wanted))
                .hint(message!("hint-git-reference")));
        }
        Ok(commit)
    }
}

/// What `git cat-file --batch` says, one content after another.
fn contents(mut bytes: &[u8], count: usize) -> Vec<Option<String>> {
    let mut contents = Vec::with_capacity(count);
    for _ in 0..count {
        let Some(end) = memchr::memchr(b'\n', bytes) else { break };
        let (head, rest) = (text(&bytes[..end]), &bytes[end + 1..]);
        let fields: Vec<&str> = head.rsplitn(3, ' ').collect();
        let size = match fields[..] {
            [size, "blob", _] => size.parse().ok(),
            _ => None,
        };
        match size.and_then(|size: usize| Some((rest.get(..size)?, rest.get(size + 1..)?))) {
            Some((content, after)) => {
                contents.push(decode(content).ok().map(|read| read.text));
                bytes = after;
            }
            // A missing object is a line alone; anything else that is no file has a content.
            None => {
                contents.push(None);
                let skip = fields.first().and_then(|size| size.parse::<usize>().ok());
                let skip = skip.filter(|_| fields.len() == 3).map_or(0, |size| size + 1);
                bytes = rest.get(skip..).unwrap_or_default();
            }
        }
    }
    contents.resize(count, None);
    contents
}

/// Files followed back through commits and renames.
struct Tracks {
    versions: Vec<Vec<Version>>,
    /// Who is looked for under a name, at the commit that is read.
    by_name: FxHashMap<String, Vec<usize>>,
}

impl Tracks {
    fn new(names: impl Iterator<Item = String>) -> Self {
        let mut by_name: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut count = 0;
        for (index, name) in names.enumerate() {
            by_name.entry(compose(&name)).or_default().push(index);
            count = index + 1;
        }
        Self { versions: vec![Vec::new(); count], by_name }
    }

    /// Reads all commits, the newest first.
    fn read(&mut self, listing: &str) {
        let mut commit = "";
        let mut renamed: Vec<(&str, &str)> = Vec::new();
        let mut fields = listing.split('\0');
        while let Some(field) = fields.next() {
            if let Some((_, name)) = field.split_once(MARK) {
                self.rename(&mut renamed);
                commit = name.trim();
            } else if let Some(entry) = field.trim_start().strip_prefix(':') {
                let parts: Vec<&str> = entry.split(' ').collect();
                let [_, _, _, blob, status] = parts[..] else { continue };
                let Some(old) = fields.next() else { return };
                let new =
                    if status.starts_with(['R', 'C']) { fields.next().unwrap_or(old) } else { old };
                if !blob.as_bytes().starts_with(NOTHING) {
                    self.add(new, commit, blob);
                }
                if status.starts_with('R') {
                    renamed.push((old, new));
                }
            }
        }
        self.rename(&mut renamed);
    }

    fn add(&mut self, path: &str, commit: &str, blob: &str) {
        for track in self.by_name.get(&compose(path)).into_iter().flatten() {
            let versions = &mut self.versions[*track];
            let is_new = versions.last().is_none_or(|last| last.blob != blob);
            if !is_new {
                // The same content came earlier still.
                versions.pop();
            }
            let (commit, blob) = (commit.to_owned(), blob.to_owned());
            versions.push(Version { commit, path: path.to_owned(), blob });
        }
    }

    /// Before a commit its renamed files had other names.
    fn rename(&mut self, renamed: &mut Vec<(&str, &str)>) {
        for (old, new) in renamed.drain(..) {
            if let Some(followers) = self.by_name.remove(&compose(new)) {
                self.by_name.entry(compose(old)).or_default().extend(followers);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::contents;
    use crate::workspace::Git;
    use crate::workspace::testing::{commit, folder, git, write};

    #[test]
    fn a_file_is_followed_through_renames() {
        let folder = folder(&[("a/ru.md", "Один.\nДва.\nТри.\n"), ("a/en.md", "One.\n")]);
        let root = folder.path();
        git(root, &["init", "-q", "-b", "main"]);
        commit(root, "one");
        write(root, "a/ru.md", "Один.\nДва.\nТри.\nЧетыре.\n");
        commit(root, "two");
        std::fs::create_dir(root.join("b")).unwrap();
        git(root, &["mv", "a/ru.md", "b/ru.md"]);
        commit(root, "three");
        write(root, "b/ru.md", "Один.\nДва.\nТри.\nЧетыре.\nПять.\n");
        commit(root, "four");
        let git = Git::at(root);
        let files = [root.join("b/ru.md"), root.join("a/en.md"), root.join("none.md")];
        let found = git.histories(&files).unwrap();
        let paths: Vec<Vec<&str>> = found
            .iter()
            .map(|versions| versions.iter().map(|version| version.path.as_str()).collect())
            .collect();
        // The rename alone changed no text, so it is no version.
        assert_eq!(paths, [vec!["b/ru.md", "a/ru.md", "a/ru.md"], vec!["a/en.md"], vec![]]);
        let texts = git.texts(&found[0].iter().collect::<Vec<_>>()).unwrap();
        let lines: Vec<usize> =
            texts.iter().map(|text| text.as_deref().unwrap().lines().count()).collect();
        assert_eq!(lines, [5, 4, 3]);
        let oldest = &found[1][0].commit;
        let places = [(oldest.as_str(), "a/ru.md"), (oldest, "b/ru.md"), ("HEAD", "b/ru.md")];
        let texts = git.texts_in(&places).unwrap();
        let lines: Vec<Option<usize>> =
            texts.iter().map(|text| Some(text.as_deref()?.lines().count())).collect();
        assert_eq!(lines, [Some(3), None, Some(5)]);
    }

    #[test]
    fn a_batch_may_miss_contents_or_hold_binary_ones() {
        let said = b"aa blob 3\nyes\nbb:./x missing\ncc tree 2\n\x00\x01\ndd blob 2\n\xff\xfe\nee blob 0\n\n";
        let found = contents(said, 6);
        assert_eq!(found[0].as_deref(), Some("yes"));
        assert_eq!((&found[1], &found[2]), (&None, &None));
        assert_eq!(found[4].as_deref(), Some(""));
        assert_eq!(found[5], None);
    }

    #[test]
    fn a_date_means_the_last_commit_of_that_day() {
        let folder = folder(&[("a.md", "1")]);
        let root = folder.path();
        git(root, &["init", "-q", "-b", "main"]);
        commit(root, "one");
        let git = Git::at(root);
        assert_eq!(git.commit_of("2090-01-01").unwrap(), git.commit_of("HEAD").unwrap());
        assert_eq!(git.commit_of("1999-01-01").unwrap_err().message.id, "error-git-date");
    }
}
