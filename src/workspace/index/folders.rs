//! Folders as they were listed, with the files in them that git does not ignore.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::workspace::files::pack::{ByteReader, ByteWriter};
use crate::workspace::files::read::is_below;
use crate::workspace::files::stamp::{Horizon, Presence, Stamp};
use crate::workspace::files::walk::FolderSurvey;

/// A folder with the names of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// From the root, with `/`.
    pub path: String,
    pub presence: Presence,
    /// How it stood when an earlier run listed it.
    pub known: Option<Presence>,
    pub files: Vec<String>,
}

/// All folders below some starts.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    pub all: Vec<Folder>,
    /// Those with rules of their own.
    pub ruled: Vec<String>,
    /// Whether some went away.
    is_thinner: bool,
}

impl Folder {
    /// What was not settled and is not settled now is listed again in any case.
    fn is_worth_keeping(&self) -> bool {
        let was_settled = self.known.is_some_and(Presence::is_settled);
        let is_other = self.known != Some(self.presence);
        is_other && (was_settled || self.presence.is_settled() || self.known.is_none())
    }
}

impl Folders {
    /// What a survey found.
    pub fn of(survey: FolderSurvey) -> Self {
        let mut all: Vec<Folder> = Vec::with_capacity(survey.folders.len());
        for (path, presence) in survey.folders {
            all.push(Folder { path, presence, known: None, files: Vec::new() });
        }
        let places: FxHashMap<String, usize> =
            all.iter().enumerate().map(|(at, folder)| (folder.path.clone(), at)).collect();
        for path in survey.files {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            if let Some(at) = places.get(folder) {
                all[*at].files.push(name.to_owned());
            }
        }
        Self { all, ..Self::default() }
    }

    /// Those that nobody can say are as they were.
    pub fn changed(&self, now: &[Presence]) -> Vec<usize> {
        let pairs = self.all.iter().zip(now).enumerate();
        pairs.filter(|(_, (then, now))| !then.presence.is_still(**now)).map(|(at, _)| at).collect()
    }

    /// Says of each folder that was just listed whether a later change will be seen.
    pub fn settle(&mut self, horizon: Horizon) {
        let horizon = horizon.before(self.stamps());
        // Those that stand together are looked at together.
        self.all.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        for folder in &mut self.all {
            let known = folder.known;
            folder.presence = horizon.settled(folder.presence, known);
        }
    }

    /// Puts what was listed anew in place of what was known of these folders; gives the paths of
    /// folders that nobody knows yet, or nothing where too much has changed.
    pub fn renew(&mut self, changed: &[usize], near: FolderSurvey) -> Option<Vec<String>> {
        let listed: FxHashSet<String> =
            changed.iter().map(|at| self.all[*at].path.clone()).collect();
        let mut fresh: FxHashMap<String, Folder> = FxHashMap::default();
        for folder in Self::of(near).all {
            fresh.insert(folder.path.clone(), folder);
        }
        let known: FxHashSet<&str> = self.all.iter().map(|folder| folder.path.as_str()).collect();
        let is_new = |path: &&String| !known.contains(path.as_str());
        let new: Vec<String> = fresh.keys().filter(is_new).cloned().collect();
        // A folder that is gone takes all below it along.
        let is_gone = |folder: &&Folder| {
            let (parent, _) = folder.path.rsplit_once('/').unwrap_or(("", &folder.path));
            let is_seen = folder.path.is_empty() || fresh.contains_key(&folder.path);
            !is_seen && listed.contains(parent)
        };
        let gone: Vec<String> =
            self.all.iter().filter(is_gone).map(|folder| folder.path.clone()).collect();
        if gone.len() > FEW {
            return None;
        }
        let is_lost = |path: &str| gone.iter().any(|gone| path == gone || is_below(path, gone));
        self.is_thinner |= !gone.is_empty();
        self.all.retain(|folder| gone.is_empty() || !is_lost(&folder.path));
        self.ruled.retain(|path| !is_lost(path));
        for folder in &mut self.all {
            if listed.contains(&folder.path) {
                // What went away meanwhile without its parent's notice is looked for anew, with all else.
                let known = folder.known;
                *folder = Folder { known, ..fresh.remove(&folder.path)? };
            }
        }
        Some(new)
    }

    /// Notes how the folders stood that others are of an earlier run.
    #[must_use]
    pub fn recalling(mut self, earlier: Self) -> Self {
        let named = earlier.all.into_iter().map(|folder| (folder.path, folder.known));
        let known: FxHashMap<String, Option<Presence>> = named.collect();
        for folder in &mut self.all {
            folder.known = known.get(&folder.path).copied().flatten();
        }
        self
    }

    /// Whether the next run has less to do if it knows of these.
    pub fn is_worth_keeping(&self) -> bool {
        self.is_thinner || self.all.iter().any(Folder::is_worth_keeping)
    }

    /// Adds what stands below folders that nobody knew.
    pub fn add(&mut self, others: Self) {
        self.all.extend(others.all);
        self.ruled.extend(others.ruled);
    }

    /// Writes the folders.
    pub fn pack(&self, out: &mut ByteWriter) {
        out.count(self.ruled.len());
        for path in &self.ruled {
            out.text(path);
        }
        out.count(self.all.len());
        for folder in &self.all {
            out.text(&folder.path);
            folder.presence.pack(out);
            out.count(folder.files.len());
            for name in &folder.files {
                out.text(name);
            }
        }
    }

    /// Reads what [`Self::pack`] wrote.
    pub fn unpack(from: &mut ByteReader<'_>) -> Option<Self> {
        let ruled = texts(from)?;
        let count = from.count()?;
        let mut all = Vec::with_capacity(count);
        for _ in 0..count {
            let path = from.text()?.to_owned();
            let presence = Presence::unpack(from)?;
            let known = Some(presence);
            all.push(Folder { path, presence, known, files: texts(from)? });
        }
        Some(Self { all, ruled, is_thinner: false })
    }

    /// The stamps of all folders.
    pub fn stamps(&self) -> impl Iterator<Item = Stamp> {
        self.all.iter().filter_map(|folder| folder.presence.stamp())
    }
}

/// So many folders may go away before everything is looked for anew.
const FEW: usize = 32;

/// The path of what stands in a folder.
pub fn within(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { [folder, "/", name].concat() }
}

fn texts(from: &mut ByteReader<'_>) -> Option<Vec<String>> {
    let count = from.count()?;
    let mut texts = Vec::with_capacity(count);
    for _ in 0..count {
        texts.push(from.text()?.to_owned());
    }
    Some(texts)
}
