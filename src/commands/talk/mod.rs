//! A conversation about segments on a terminal: one on the screen, one key, the next segment.
//!
//! Translators and editors go through their lists with the same hands; what a key may
//! decide depends on the part. Each decision goes through the workspace's one door and is
//! told only once it is on disk.

mod acts;
mod conversation;
mod editor;
mod keys;
mod session;
mod translator;
mod waiving;

pub use conversation::{Talk, talk};
