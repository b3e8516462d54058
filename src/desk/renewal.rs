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
}

/// Works on each job whose files changed since its answer was kept; results come in order.
pub fn each_changed<T: Send>(
    batch: Batch<'_>,
    step: &(dyn Fn() + Sync),
    keeping: &Keeping<'_, T>,
    work: impl Fn(JobReading<'_>) -> Result<T> + Sync + Send,
) -> Vec<Result<T>> {
    let Batch { workspace, jobs } = batch;
    let own = || Rc::new(Spoken::new(workspace));
    jobs.par_iter()
        .enumerate()
        .map_init(own, |tongues, (at, job)| {
            let find_out = || guarded(workspace, job, tongues, &work);
            let result = match keeping.results.filter(|_| !(keeping.is_apart)(at)) {
                Some(results) => match results.answer(at).and_then(keeping.unpack) {
                    Some(known) => Ok(known),
                    None => results
                        .find_out(at, find_out, |found| found.as_ref().ok().and_then(keeping.pack)),
                },
                None => find_out(),
            };
            step();
            result
        })
        .collect()
}
