//! The file format of catalogs, without a disk: texts are read, changed and merged.
//!
//! `fast` reads the shape that tolmach writes, `thorough` any TOML and says where a fault is;
//! `read` tries one and then the other, and `rewrite` gives nothing that doesn't read back.

mod chunks;
mod comments;
mod conflict;
mod fast;
mod fault;
mod merge;
mod page;
mod pair;
mod read;
mod record;
mod rewrite;
mod sides;
mod tables;
mod thorough;
mod write;

pub use conflict::{Fences, in_article, in_toml};
pub use merge::{Marks, merge};
pub use read::read;
pub use record::{Record, digest, digest_of, unix, with_record};
pub use rewrite::{OldText, rewrite};
pub use sides::Sides;
pub use tables::{Placed, Table, TomlText, WantedType, nearest, nearest_hint};
