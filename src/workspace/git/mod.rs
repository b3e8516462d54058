//! What git knows: the repository, the past of files, what changed, and merges.

pub mod changes;
pub mod history;
pub mod merging;
pub mod repository;
