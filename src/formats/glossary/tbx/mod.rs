//! TBX: version 2 out, which other programs open; versions 2 and 3 and the files of vendors in.

mod read;
mod write;

pub use read::read;
pub use write::write;

/// The kinds of an `admin` that hold what only we know.
const CONTEXT: &str = "x-tolmach-context";
const NEAR: &str = "x-tolmach-near";
