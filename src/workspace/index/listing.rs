//! Walks that know what they saw before: a folder that nobody touched is not listed again.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use super::folders::{Folders, within};
use super::rules::{self, Walk, WalkRules};
use super::{FEWEST, store};
use crate::error::Result;
use crate::workspace::Workspace;
use crate::workspace::files::glance::{Glance, Vantage};
use crate::workspace::files::pack::{ByteReader, ByteWriter};
use crate::workspace::files::stamp::{Horizon, Presence};
use crate::workspace::files::walk::{self, Reach, survey};

/// The folders below some starts, as they are kept.
struct Listing {
    starts: Vec<String>,
    rules: blake3::Hash,
    /// When the run began that made it.
    began: i64,
    folders: Folders,
}

/// What was found, and whether it is worth keeping.
struct Found {
    folders: Folders,
    is_new: bool,
}

/// What became of a listing that was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Same,
    Renewed,
    /// It has to be made from the beginning.
    Lost,
}

impl Workspace {
    /// What `keep` makes of the files below `folders`, in no order.
    pub(in crate::workspace) fn walk<T: Send>(
        &self,
        folders: &[&str],
        keep: impl Fn(&str) -> Option<T> + Sync,
    ) -> Result<Vec<T>> {
        self.walk_refusing(folders, |_| Ok(()), keep)
    }

    /// The same; `refuse` is asked about each folder whose name is that of a page.
    pub(in crate::workspace) fn walk_refusing<T: Send>(
        &self,
        folders: &[&str],
        refuse: impl Fn(&str) -> Result<()> + Sync,
        keep: impl Fn(&str) -> Option<T> + Sync,
    ) -> Result<Vec<T>> {
        let found = if self.is_indexed { self.listed(folders)? } else { None };
        let Some(found) = found else {
            return walk::walk_refusing(&self.root, folders, refuse, keep);
        };
        let mut pages = found.all.iter().filter(|folder| walk::is_page_name(&folder.path));
        pages.try_for_each(|folder| refuse(&folder.path))?;
        let kept = found.all.par_iter().with_min_len(64).flat_map_iter(|folder| {
            let files = folder.files.iter();
            files.filter_map(|name| keep(&within(&folder.path, name)))
        });
        Ok(kept.collect())
    }

    /// The folders below `folders`, from the index as far as it holds; nothing where it is of no use.
    fn listed(&self, folders: &[&str]) -> Result<Option<Folders>> {
        for folder in folders {
            walk::check_start(&self.root, &self.root.join(folder))?;
        }
        let starts = walk::starts(&self.root, folders);
        let walk = Walk { starts, began: SystemTime::now() };
        let named: Vec<String> = walk.starts.iter().map(|start| self.relative(start)).collect();
        let mut kept = self.kept_listings();
        let known = kept.iter().position(|one| one.starts == named).map(|at| kept.remove(at));
        let Some(Found { folders, is_new }) = self.folders_now(known, &walk)? else {
            return Ok(None);
        };
        let count: usize = folders.all.iter().map(|folder| folder.files.len()).sum();
        if !is_new || count < FEWEST {
            return Ok(Some(folders));
        }
        let rules = self.rules(&walk, &folders);
        let began = Horizon::of(walk.began).began();
        let listing = Listing { starts: named, rules: rules.digest, began, folders };
        // WalkRules that somebody is writing now may not be those that the walk went by.
        if rules.is_settled {
            keep(&self.root, &listing, kept);
        }
        Ok(Some(listing.folders))
    }

    /// The folders as they are now; nothing where a name is no text.
    fn folders_now(&self, known: Option<Listing>, walk: &Walk) -> Result<Option<Found>> {
        let horizon = Horizon::of(walk.began);
        let Some(Listing { starts, rules, began, mut folders }) = known else {
            let Some(mut folders) = self.anew(&walk.starts)? else { return Ok(None) };
            folders.settle(horizon);
            return Ok(Some(Found { folders, is_new: true }));
        };
        let horizon = horizon.after(Some(began));
        let is_ruled_alike = self.rules(walk, &folders).digest == rules;
        let fate = if is_ruled_alike { self.bring_up(&mut folders, &starts)? } else { Fate::Lost };
        if fate == Fate::Same {
            return Ok(Some(Found { folders, is_new: false }));
        }
        let mut is_new = fate == Fate::Lost;
        if fate == Fate::Lost {
            let Some(all) = self.anew(&walk.starts)? else { return Ok(None) };
            folders = all.recalling(folders);
        }
        folders.settle(horizon);
        is_new |= folders.is_worth_keeping();
        Ok(Some(Found { folders, is_new }))
    }

    fn rules(&self, walk: &Walk, folders: &Folders) -> WalkRules {
        rules::rules(&self.root, walk, &folders.ruled)
    }

    /// Everything listed from the beginning; nothing where a name is no text.
    fn anew(&self, starts: &[PathBuf]) -> Result<Option<Folders>> {
        let survey = survey(&self.root, starts, Reach::Whole)?;
        if survey.is_doubtful {
            return Ok(None);
        }
        Ok(Some(self.with_rules(Folders::of(survey))))
    }

    fn with_rules(&self, mut folders: Folders) -> Folders {
        let root = &self.root;
        let ruled = folders.all.par_iter();
        let ruled = ruled.filter(|folder| rules::has_rules(&place(root, &folder.path)));
        folders.ruled = ruled.map(|folder| folder.path.clone()).collect();
        folders
    }

    /// Lists each folder that was touched anew, unless that is no less work than all of them.
    fn bring_up(&self, folders: &mut Folders, starts: &[String]) -> Result<Fate> {
        let all = folders.all.par_iter().with_min_len(256);
        let now = all.map_init(
            || Glance::new(&self.bounds),
            |glance, folder| {
                // Where the walk begins, a link leads on; below, it ends there.
                if starts.contains(&folder.path) {
                    return Presence::at(&place(&self.root, &folder.path));
                }
                glance.folder(Vantage::of(&folder.path))
            },
        );
        let now: Vec<Presence> = now.collect();
        let changed = folders.changed(&now);
        if changed.is_empty() {
            return Ok(Fate::Same);
        }
        if changed.len() > FEWEST && changed.len() > folders.all.len() / PART {
            return Ok(Fate::Lost);
        }
        let mut there = Vec::with_capacity(changed.len());
        for at in &changed {
            let path = &folders.all[*at].path;
            let place = place(&self.root, path);
            // What went away is told by the folder that it stood in.
            if now[*at] == Presence::Absent {
                continue;
            }
            if rules::has_rules(&place) != folders.ruled.contains(path) {
                return Ok(Fate::Lost);
            }
            there.push(place);
        }
        let near = survey(&self.root, &there, Reach::Near)?;
        if near.is_doubtful {
            return Ok(Fate::Lost);
        }
        let Some(unknown) = folders.renew(&changed, near) else { return Ok(Fate::Lost) };
        let unknown: Vec<PathBuf> = unknown.iter().map(|path| self.root.join(path)).collect();
        let Some(below) = self.anew(&unknown)? else { return Ok(Fate::Lost) };
        folders.add(below);
        Ok(Fate::Renewed)
    }

    fn kept_listings(&self) -> Vec<Listing> {
        let bytes = store::read(&self.root, NAME).unwrap_or_default();
        let mut from = ByteReader::new(&bytes);
        let mut listings = Vec::new();
        while from.left() > 0 {
            let Some(listing) = Listing::unpack(&mut from) else { return Vec::new() };
            listings.push(listing);
        }
        listings
    }
}

/// Keeps the listing beside the others.
fn keep(root: &Path, listing: &Listing, mut others: Vec<Listing>) {
    // Each layout has two or three; what more there is, is of another configuration.
    others.truncate(MOST - 1);
    let mut out = ByteWriter::default();
    for one in others.iter().chain([listing]) {
        one.pack(&mut out);
    }
    // Without an index everything is as right, and slower.
    _ = store::write(root, NAME, &out.into_bytes());
}

/// The name of the file.
const NAME: &str = "folders";
const MOST: usize = 6;
/// Where more than this part of all folders changed, all are listed as quickly.
const PART: usize = 16;

impl Listing {
    fn pack(&self, out: &mut ByteWriter) {
        out.count(self.starts.len());
        for start in &self.starts {
            out.text(start);
        }
        out.bytes(self.rules.as_bytes());
        out.fixed(self.began);
        self.folders.pack(out);
    }

    fn unpack(from: &mut ByteReader<'_>) -> Option<Self> {
        let mut starts = Vec::new();
        for _ in 0..from.count()? {
            starts.push(from.text()?.to_owned());
        }
        let rules = blake3::Hash::from_slice(from.bytes()?).ok()?;
        Some(Self { starts, rules, began: from.fixed()?, folders: Folders::unpack(from)? })
    }
}

fn place(root: &Path, folder: &str) -> PathBuf {
    if folder.is_empty() { root.to_owned() } else { root.join(folder) }
}
