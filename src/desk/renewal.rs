//! Articles of which something was found out before: only those whose files changed are read.

use std::rc::Rc;

use rayon::prelude::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use super::reading::{JobReading, Spoken, guarded};
use crate::error::Result;
use crate::workspace::{Batch, Results};

/// How an answer about an article is kept.
pub struct Keeping<'r, T> {
    /// Absent where nothing is kept.
    pub results: Option<&'r Results<'r>>,
    /// Nothing where the answer does not hold for longer than this run.
    pub pack: fn(&T) -> Option<Vec<u8>>,
    pub unpack: fn(&[u8]) -> Option<T>,
    /// Whether the job at this place has to be looked at in any case.
    pub is_apart: &'r (dyn Fn(usize) -> bool + Sync),
    /// Told after each job.
    pub step: &'r (dyn Fn() + Sync),
}

/// Works on each job whose files changed since its answer was kept; results come in order.
///
/// `prepare` makes what a thread needs once for all its jobs.
pub fn each_changed<T: Send, P>(
    batch: Batch<'_>,
    keeping: &Keeping<'_, T>,
    prepare: impl Fn() -> P + Sync + Send,
    work: impl Fn(&mut P, JobReading<'_>) -> Result<T> + Sync + Send,
) -> Vec<Result<T>> {
    let Batch { workspace, jobs } = batch;
    let own = || Own { tongues: Rc::new(Spoken::new(workspace)), prepared: None };
    jobs.par_iter()
        .enumerate()
        .map_init(own, |own, (at, job)| {
            let mut find_out = || {
                let prepared = own.prepared.get_or_insert_with(&prepare);
                guarded(workspace, job, &own.tongues, |reading| work(prepared, reading))
            };
            let result = match keeping.results.filter(|_| !(keeping.is_apart)(at)) {
                Some(results) => match results.answer(at).and_then(keeping.unpack) {
                    Some(known) => Ok(known),
                    None => results
                        .find_out(at, find_out, |found| found.as_ref().ok().and_then(keeping.pack)),
                },
                None => find_out(),
            };
            (keeping.step)();
            result
        })
        .collect()
}

/// What a thread has for itself.
struct Own<P> {
    tongues: Rc<Spoken>,
    /// Made when the first article is read.
    prepared: Option<P>,
}
