//! What git is told to ignore, as a digest: a listing holds as long as nobody changes the rules.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::workspace::files::pack::ByteWriter;
use crate::workspace::files::stamp::{Horizon, Stamp};

const RULES: &str = ".gitignore";
const REPOSITORY: &str = ".git";

/// Where a walk starts, and when it began.
pub struct Walk {
    pub starts: Vec<PathBuf>,
    pub began: SystemTime,
}

/// What a walk leaves out.
pub struct WalkRules {
    pub digest: blake3::Hash,
    /// Whether nobody changed a rule since the walk began.
    pub is_settled: bool,
}

/// What is gathered of the rules.
struct Gathered {
    out: ByteWriter,
    stamps: Vec<Stamp>,
}

/// Everything that says what a walk leaves out.
///
/// `inner` are the folders below the starts that have rules, by their paths from the root.
pub fn rules(root: &Path, walk: &Walk, inner: &[String]) -> WalkRules {
    let mut all = Gathered { out: ByteWriter::default(), stamps: Vec::new() };
    if let Some(path) = ignore::gitignore::gitconfig_excludes_path() {
        all.add(&path);
    }
    let mut folders: Vec<PathBuf> = inner.iter().map(|folder| root.join(folder)).collect();
    for start in &walk.starts {
        folders.extend(start.ancestors().map(Path::to_owned));
        // What a link stands for may change without the link.
        let place = fs::canonicalize(start).unwrap_or_default();
        all.out.bytes(place.as_os_str().as_encoded_bytes());
    }
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        all.out.bytes(folder.as_os_str().as_encoded_bytes());
        all.add(&folder.join(RULES));
        all.add_repository(&folder.join(REPOSITORY));
    }
    let horizon = Horizon::of(walk.began);
    let is_settled = all.stamps.iter().all(|stamp| horizon.is_beyond(stamp));
    WalkRules { digest: blake3::hash(&all.out.into_bytes()), is_settled }
}

/// Whether the folder says itself what to ignore.
pub fn has_rules(folder: &Path) -> bool {
    [RULES, REPOSITORY].iter().any(|name| fs::symlink_metadata(folder.join(name)).is_ok())
}

impl Gathered {
    /// Adds what the file at `path` says, if it is one.
    fn add(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(found) if found.is_file() => {
                self.stamps.push(Stamp::of(&found));
                self.out.byte(2);
                self.out.bytes(&fs::read(path).unwrap_or_default());
            }
            Ok(_) => self.out.byte(1),
            Err(_) => self.out.byte(0),
        }
    }

    /// Adds the rules that a repository has for itself; a work tree names the repository in a file.
    fn add_repository(&mut self, path: &Path) {
        let Ok(found) = fs::metadata(path) else { return self.out.byte(0) };
        if found.is_dir() {
            return self.add(&path.join("info/exclude"));
        }
        self.add(path);
        let pointer = fs::read_to_string(path).unwrap_or_default();
        let Some(named) = pointer.strip_prefix("gitdir:") else { return };
        let own = path.parent().unwrap_or(path).join(named.trim());
        let common = fs::read_to_string(own.join("commondir")).unwrap_or_default();
        self.out.text(&common);
        for folder in [own.join(common.trim()), own] {
            self.add(&folder.join("info/exclude"));
        }
    }
}
