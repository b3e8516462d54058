//! What git knows: the repository, the past of files, what changed, what is staged, and merges.

pub mod changes;
pub mod history;
pub mod merging;
pub mod repository;
pub mod snapshot;
pub mod touched;
