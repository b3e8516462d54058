//! Many files at once: waiting for the disk takes far longer than the work, so threads wait side by side.

use std::panic::resume_unwind;
use std::thread;

/// So many threads wait; a disk takes what they ask for together.
const THREADS: usize = 32;

/// Fewer items are as quickly done one after another.
const FEWEST: usize = 8;

/// Does `work` for each item; the results are in the items' order.
pub fn abreast<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    if items.len() < FEWEST {
        return items.into_iter().map(work).collect();
    }
    let size = items.len().div_ceil(THREADS);
    let mut items = items.into_iter();
    let work = &work;
    thread::scope(|scope| {
        let mut threads = Vec::with_capacity(THREADS);
        loop {
            let share: Vec<T> = items.by_ref().take(size).collect();
            if share.is_empty() {
                break;
            }
            threads.push(scope.spawn(move || share.into_iter().map(work).collect::<Vec<R>>()));
        }
        let mut results = Vec::new();
        for thread in threads {
            results.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        results
    })
}

#[cfg(test)]
mod tests {
    use super::abreast;

    #[test]
    fn results_are_in_the_items_order() {
        for count in [0, 1, 7, 8, 9, 31, 32, 33, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
            assert_eq!(abreast(items, |item| item * 2), doubled);
        }
    }
}
