//! What was found out about articles, kept as long as their files say the same.

use std::ops::Range;
use std::sync::OnceLock;
use std::time::SystemTime;

use rayon::prelude::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};
use rustc_hash::FxHashMap;

use super::entry::{ArticlePaths, Foundation, KeptEntry, Known};
use super::{FEWEST, store};
use crate::workspace::files::glance::Glance;
use crate::workspace::files::pack::{ByteReader, ByteWriter};
use crate::workspace::files::stamp::{Horizon, Presence};
use crate::workspace::files::witness::watch;
use crate::workspace::{Batch, Job, Workspace};

/// What is asked about each article.
pub struct Inquiry<'a> {
    /// The name of the answers' file.
    pub name: &'static str,
    /// All that the answers hang on beside the article's own files and the configuration.
    pub scope: &'a [u8],
    /// Whether the jobs are all that there are, so that other answers are of articles that are gone.
    pub is_whole: bool,
}

/// Answers of earlier runs, and those that this one adds.
pub struct Results<'w> {
    batch: Batch<'w>,
    recall: Inquiry<'w>,
    scope: blake3::Hash,
    began: SystemTime,
    /// When the run began that the answers are of.
    earlier: Option<i64>,
    bytes: Vec<u8>,
    /// One for each job.
    known: Vec<Option<Known>>,
    fresh: Vec<OnceLock<Box<Fresh>>>,
    /// Entries of other articles.
    others: Vec<Range<usize>>,
}

/// What this run found out of an article.
struct Fresh {
    base: Foundation,
    /// Absent where the answer that was kept still holds.
    answer: Option<Vec<u8>>,
}

impl Workspace {
    /// The answers that were kept; nothing where looking for them costs more than finding out.
    pub fn recall<'w>(&'w self, jobs: &'w [Job], recall: Inquiry<'w>) -> Option<Results<'w>> {
        if !self.is_indexed || jobs.len() < FEWEST {
            return None;
        }
        let mut scope = ByteWriter::default();
        scope.bytes(self.digest.as_bytes());
        scope.bytes(recall.scope);
        let scope = blake3::hash(&scope.into_bytes());
        let bytes = store::read(&self.root, recall.name).unwrap_or_default();
        let mut results = Results {
            batch: Batch { workspace: self, jobs },
            recall,
            scope,
            began: SystemTime::now(),
            earlier: None,
            bytes,
            known: vec![None; jobs.len()],
            fresh: jobs.iter().map(|_| OnceLock::new()).collect(),
            others: Vec::new(),
        };
        results.match_up();
        results.look();
        Some(results)
    }
}

impl Results<'_> {
    /// The answer about the job at this place, if it holds.
    pub fn answer(&self, at: usize) -> Option<&[u8]> {
        let known = self.known[at].as_ref()?;
        let answer = self.bytes.get(known.answer.clone());
        if known.is_current {
            return answer;
        }
        let job = &self.batch.jobs[at];
        let paths = ArticlePaths::of(job);
        let workspace = self.batch.workspace;
        let ((), sights) = watch(|| {
            for path in paths.all() {
                // What can't be read is told by those who have to read it.
                _ = workspace.bounds.read_if_exists(&workspace.root.join(path));
            }
        });
        let base = paths.base(workspace, &sights)?;
        if base.digest != known.base.digest {
            return None;
        }
        _ = self.fresh[at].set(Box::new(Fresh { base, answer: None }));
        answer
    }

    /// Whether the article at this place has a catalog, as far as that is known without looking.
    pub fn has_catalog(&self, at: usize) -> Option<bool> {
        let known = self.known[at].as_ref().filter(|known| known.is_current)?;
        Some(known.base.presences[1] != Presence::Absent)
    }

    /// Finds out about the job at this place, and keeps what `pack` makes of the answer.
    pub fn find_out<T>(
        &self,
        at: usize,
        work: impl FnOnce() -> T,
        pack: impl FnOnce(&T) -> Option<Vec<u8>>,
    ) -> T {
        let (found, sights) = watch(work);
        let paths = ArticlePaths::of(&self.batch.jobs[at]);
        if let Some(base) = paths.base(self.batch.workspace, &sights)
            && let Some(answer) = pack(&found)
        {
            _ = self.fresh[at].set(Box::new(Fresh { base, answer: Some(answer) }));
        }
        found
    }

    /// Keeps the answers, where there is anything new to keep.
    pub fn keep(self) {
        let stamps = (0..self.known.len()).filter_map(|at| self.base(at));
        let stamps = stamps.flat_map(|base| base.presences).filter_map(Presence::stamp);
        let horizon = Horizon::of(self.began).after(self.earlier).before(stamps);
        let is_gone = self.recall.is_whole && !self.others.is_empty();
        let is_worth = |(at, fresh): (usize, &OnceLock<Box<Fresh>>)| {
            let Some(fresh) = fresh.get() else { return false };
            let mut settled = self.settled(at, horizon).into_iter().flatten();
            fresh.answer.is_some() || settled.all(Presence::is_settled)
        };
        let is_new = self.fresh.iter().enumerate().any(is_worth);
        if !is_new && !is_gone {
            return;
        }
        let mut out = ByteWriter::default();
        out.bytes(self.scope.as_bytes());
        out.fixed(horizon.began());
        for at in 0..self.known.len() {
            self.pack(at, horizon, &mut out);
        }
        let mut body = out.into_bytes();
        for other in self.others.iter().filter(|_| !self.recall.is_whole) {
            body.extend_from_slice(self.bytes.get(other.clone()).unwrap_or_default());
        }
        // Without an index everything is as right, and slower.
        _ = store::write(&self.batch.workspace.root, self.recall.name, &body);
    }

    /// How the files of the article at this place stand, and whether that can change unseen.
    fn settled(&self, at: usize, horizon: Horizon) -> Option<[Presence; 3]> {
        let now = self.base(at)?.presences;
        let known = self.known[at].as_ref().map(|known| known.base.presences);
        let mut places = 0..now.len();
        let settled = |place: usize| horizon.settled(now[place], known.map(|known| known[place]));
        Some(now.map(|_| places.next().map_or(Presence::Unknown, settled)))
    }

    fn base(&self, at: usize) -> Option<&Foundation> {
        let fresh = self.fresh[at].get().map(|fresh| &fresh.base);
        fresh.or_else(|| self.known[at].as_ref().map(|known| &known.base))
    }

    fn pack(&self, at: usize, horizon: Horizon, out: &mut ByteWriter) {
        let fresh = self.fresh[at].get();
        let known = self.known[at].as_ref().filter(|known| fresh.is_some() || known.is_current);
        let kept = || known.and_then(|known| self.bytes.get(known.answer.clone()));
        let base = fresh.map(|fresh| &fresh.base).or(known.map(|known| &known.base));
        let answer = fresh.and_then(|fresh| fresh.answer.as_deref()).or_else(kept);
        let presences = self.settled(at, horizon);
        if let (Some(base), Some(answer), Some(presences)) = (base, answer, presences) {
            let job = &self.batch.jobs[at];
            out.text(&job.article.id);
            out.text(&job.target);
            Foundation { presences, ..base.clone() }.pack(out);
            out.bytes(answer);
        }
    }

    /// Finds the entries of the jobs among those that were kept.
    fn match_up(&mut self) {
        let all = self.bytes.len();
        let mut from = ByteReader::new(&self.bytes);
        if from.bytes() != Some(self.scope.as_bytes().as_slice()) {
            return;
        }
        self.earlier = from.fixed();
        let jobs = self.batch.jobs;
        let mut places: Option<FxHashMap<(&str, &str), usize>> = None;
        let mut next = 0;
        while from.left() > 0 {
            let start = all - from.left();
            let Some(KeptEntry { id, target, known }) = KeptEntry::unpack(&mut from, all) else {
                break;
            };
            // They are kept in the order of the jobs, so the next one is nearly always meant.
            let is_meant = |job: &Job| job.article.id == id && job.target == target;
            let at = if jobs.get(next).is_some_and(is_meant) {
                Some(next)
            } else {
                places.get_or_insert_with(|| by_name(jobs)).get(&(id, target)).copied()
            };
            match at {
                Some(at) => {
                    self.known[at] = Some(known);
                    next = at + 1;
                }
                None => self.others.push(start..all - from.left()),
            }
        }
    }

    /// Looks at the files of all jobs.
    fn look(&mut self) {
        let bounds = &self.batch.workspace.bounds;
        let jobs = self.batch.jobs.par_iter().with_min_len(256).zip(&self.known);
        let is_current = jobs.map_init(
            || Glance::new(bounds),
            |glance, (job, known)| {
                let Some(Known { base, .. }) = known else { return false };
                let paths = ArticlePaths::of(job);
                paths.digest() == base.paths && paths.are_still(&base.presences, glance)
            },
        );
        let is_current: Vec<bool> = is_current.collect();
        for (known, is_current) in self.known.iter_mut().zip(is_current) {
            if let Some(known) = known {
                known.is_current = is_current;
            }
        }
    }
}

fn by_name(jobs: &[Job]) -> FxHashMap<(&str, &str), usize> {
    let named = jobs.iter().enumerate();
    named.map(|(at, job)| ((job.article.id.as_str(), job.target.as_str()), at)).collect()
}
