//! Makes the volumes of the memory: all of them, or those of what changed.

use std::io::{self, Write};
use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::cache::Cache;
use super::edition::Edition;
use super::entries::EntriesRead;
use super::keepers::{From, Source, Sources};
use super::plan::Plan;
use super::register::{Enlisted, Register};
use super::{Indexing, entries, files};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::memory::volume::{Binder, Volume, damaged};
use crate::memory::{Bound, Keeper, Memory};
use crate::workspace::Workspace;

/// What an index is made from.
struct Work<'w> {
    workspace: &'w Workspace,
    target: &'w str,
    sources: Sources,
}

/// A memory, and what it lacks.
pub struct Loaded {
    pub memory: Memory,
    /// Why some of the workspace couldn't be read.
    pub faults: Vec<Error>,
}

/// The memory of everything translated into `target`.
pub fn memory(workspace: &Workspace, target: &str, indexing: Indexing) -> Result<Loaded> {
    let work = Work { workspace, target, sources: Sources::find(workspace, target)? };
    let all: Vec<&Source> = work.sources.all.iter().collect();
    let is_kept = match indexing {
        Indexing::Kept => true,
        Indexing::WhenLarge => expected(&all) > LARGE,
        Indexing::Absent => false,
    };
    match Cache::of(&workspace.root, target).filter(|_| is_kept) {
        Some(cache) => work.kept(&cache),
        None => work.fleeting(),
    }
}

/// So many entries are read faster than an index is looked after.
const LARGE: usize = 10_000;

fn unwritable(err: &io::Error) -> Error {
    Error::new(message!("error-memory-unreadable")).refused_by(err)
}

const TRIES: usize = 3;

/// A keeper not all of whose entries could be read.
struct Unread {
    keeper: Keeper,
    error: Error,
}

/// Why an index can't be brought up to date.
enum Failure {
    /// A file that the memory is made from can't be read.
    Told(Error),
    /// The index itself can't be written or read.
    Kept,
}

impl std::convert::From<Error> for Failure {
    fn from(err: Error) -> Self {
        Self::Told(err)
    }
}

impl std::convert::From<io::Error> for Failure {
    fn from(_: io::Error) -> Self {
        Self::Kept
    }
}

fn opened(cache: &Cache, register: &Register) -> io::Result<Memory> {
    let mut volumes = Vec::new();
    for (number, file) in register.volumes.iter().enumerate() {
        let volume = Volume::open(cache.open(&file.name)?)?;
        if volume.proof() != file.proof {
            return Err(damaged());
        }
        let mut keepers: Vec<Option<Keeper>> = vec![None; file.keepers];
        for enlisted in register.keepers.iter().filter(|one| one.volume == number) {
            keepers[enlisted.number] = Some(enlisted.keeper.clone());
        }
        volumes.push(Bound { volume, keepers: Arc::new(keepers) });
    }
    Ok(Memory::of(volumes))
}

impl Work<'_> {
    /// The memory in main memory, for this run alone.
    fn fleeting(&self) -> Result<Loaded> {
        let all: Vec<&Source> = self.sources.all.iter().collect();
        let mut binder = Binder::new(Vec::new()).map_err(|err| unwritable(&err))?;
        let faults = self.fill(&mut binder, &all)?;
        let faults = faults.into_iter().map(|fault| fault.error).collect();
        let (bytes, _) = binder.finish().map_err(|err| unwritable(&err))?;
        let volume = Volume::open(Box::new(bytes)).map_err(|err| unwritable(&err))?;
        let keepers = all.iter().map(|source| Some(source.keeper.clone())).collect();
        let memory = Memory::of(vec![Bound { volume, keepers: Arc::new(keepers) }]);
        Ok(Loaded { memory, faults })
    }

    /// The memory with its index, brought up to date; where that can't be kept, for this run alone.
    fn kept(mut self, cache: &Cache) -> Result<Loaded> {
        // Another process may put other volumes in place of those just listed.
        for _ in 0..TRIES {
            let Some(register) = self.register(cache) else { break };
            if !self.is_current(&register) {
                break;
            }
            if let Ok(memory) = opened(cache, &register) {
                return Ok(Loaded { memory, faults: self.faults(&register) });
            }
        }
        match self.updated(cache) {
            Ok(loaded) => Ok(loaded),
            Err(Failure::Told(err)) => Err(err),
            Err(Failure::Kept) => self.fleeting(),
        }
    }

    /// What the index must have been made for.
    fn identity(&self) -> String {
        let config = &self.workspace.config;
        let cut = format!("{:?} {:?} {:?}", config.unit, config.abbreviations, config.fields);
        let languages = format!("{} {}", config.source, self.target);
        let root = self.workspace.root.display();
        let version = env!("CARGO_PKG_VERSION");
        crate::catalog::digest(&format!(
            "{version} {root} {languages} {cut} {:?}",
            config.parameters
        ))
    }

    /// The list of the index, where there is one for this workspace.
    fn register(&self, cache: &Cache) -> Option<Register> {
        let register = Register::from_text(&cache.list().ok()?)?;
        (register.identity == self.identity()).then_some(register)
    }

    fn is_current(&self, register: &Register) -> bool {
        let known = register.by_keeper();
        let is_same = |source: &Source| {
            known.get(&source.keeper).is_some_and(|one| one.stamp == source.stamp)
        };
        known.len() == self.sources.all.len() && self.sources.all.iter().all(is_same)
    }

    /// Writes a volume of what changed, and of small volumes that it can take in.
    fn updated(&mut self, cache: &Cache) -> std::result::Result<Loaded, Failure> {
        let _lock = cache.lock()?;
        self.sources = Sources::find(self.workspace, self.target)?;
        let register = self.register(cache).unwrap_or_default();
        // Who was stopped while writing left what no list names.
        let names: Vec<String> = register.volumes.iter().map(|file| file.name.clone()).collect();
        cache.sweep(&names);
        if self.is_current(&register) {
            // A volume that is gone or damaged makes all of them doubtful.
            return self.loaded(cache, &register);
        }
        let known = register.by_keeper();
        let is_kept = |source: &&Source| {
            known.get(&source.keeper).is_some_and(|one| one.stamp == source.stamp)
        };
        let (kept, changed): (Vec<&Source>, Vec<&Source>) =
            self.sources.all.iter().partition(is_kept);
        for source in &changed {
            source.settle(self.target);
        }
        if opened(cache, &register).is_err() {
            return self.anew(cache);
        }
        let plan = Plan::new(&register, &kept, expected(&changed));
        let Ok(volumes) = plan.open(cache) else { return self.anew(cache) };
        let left = plan.left.clone();
        let mut edition = Edition::new(cache, self.identity(), left)?;
        self.enlist(&mut edition, &changed)?;
        if plan.take_in(&volumes, &mut edition).is_err() {
            return self.anew(cache);
        }
        // Volumes that stay may be damaged or of another version, too.
        self.loaded(cache, &edition.publish()?)
    }

    /// The memory of a list that was just read or written, or made anew where it can't be read; the lock is held.
    fn loaded(&self, cache: &Cache, register: &Register) -> std::result::Result<Loaded, Failure> {
        let Ok(memory) = opened(cache, register) else { return self.anew(cache) };
        Ok(Loaded { memory, faults: self.faults(register) })
    }

    /// Why some that are listed couldn't be read.
    fn faults(&self, register: &Register) -> Vec<Error> {
        let partly = register.keepers.iter().filter(|listed| !listed.is_whole);
        let source = |listed: &Enlisted| {
            self.sources.all.iter().find(|source| source.keeper == listed.keeper)
        };
        partly.filter_map(source).filter_map(|source| self.entries(source).fault).collect()
    }

    /// Makes the whole index anew; the lock is held.
    fn anew(&self, cache: &Cache) -> std::result::Result<Loaded, Failure> {
        let all: Vec<&Source> = self.sources.all.iter().collect();
        let mut edition = Edition::new(cache, self.identity(), Vec::new())?;
        self.enlist(&mut edition, &all)?;
        let register = edition.publish()?;
        Ok(Loaded { memory: opened(cache, &register)?, faults: self.faults(&register) })
    }

    /// Adds the entries of the sources to a volume, and lists who keeps them.
    fn enlist(&self, edition: &mut Edition<'_>, sources: &[&Source]) -> Result<()> {
        let faults = self.fill(&mut edition.binder, sources)?;
        for source in sources {
            // What changed while it was read is read again the next time.
            let now = source.stamp_now(self.target);
            let stamp = if now == source.stamp { now } else { 0 };
            let is_whole = faults.iter().all(|fault| fault.keeper != source.keeper);
            let keeper = source.keeper.clone();
            edition.enlist(Enlisted { keeper, stamp, volume: 0, number: 0, is_whole });
        }
        Ok(())
    }

    /// Adds the entries of all sources, numbered in their order; gives what couldn't be read.
    fn fill<W: Write>(&self, binder: &mut Binder<W>, sources: &[&Source]) -> Result<Vec<Unread>> {
        let mut number = 0;
        let mut unread = Vec::new();
        for together in sources.chunks(TOGETHER) {
            let read: Vec<EntriesRead> =
                together.par_iter().map(|source| self.entries(source)).collect();
            for (source, EntriesRead { entries, fault }) in together.iter().zip(read) {
                let keeper = &source.keeper;
                unread.extend(fault.map(|error| Unread { keeper: keeper.clone(), error }));
                for entry in &entries {
                    binder.add(number, entry).map_err(|err| unwritable(&err))?;
                }
                if let From::File(path) = &source.from {
                    self.workspace.translation_units(path, self.target, &mut |unit| {
                        binder.add(number, &files::entry(unit, &source.keeper))
                    })?;
                }
                number += 1;
            }
        }
        Ok(unread)
    }

    fn entries(&self, source: &Source) -> EntriesRead {
        match &source.from {
            From::Article(article) => {
                entries::of_article(self.workspace, article, self.target, &source.keeper)
            }
            From::Other(number, article) => {
                let other = &self.sources.others[*number];
                entries::of_other(other, article, self.target, &source.keeper)
            }
            From::File(_) => EntriesRead { entries: Vec::new(), fault: None },
        }
    }
}

/// About how many entries the sources have.
fn expected(sources: &[&Source]) -> usize {
    let count = |source: &&Source| match &source.from {
        From::File(path) => {
            let size = std::fs::metadata(path).map_or(0, |found| found.len());
            usize::try_from(size / UNIT).unwrap_or(usize::MAX)
        }
        From::Article(_) | From::Other(..) => ARTICLE,
    };
    sources.iter().map(count).sum()
}

/// Bytes of a unit, and entries of an article, by a rough guess.
const UNIT: u64 = 400;
const ARTICLE: usize = 30;
/// So many sources are read at once.
const TOGETHER: usize = 256;
