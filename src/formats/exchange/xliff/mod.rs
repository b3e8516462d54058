//! XLIFF 1.2 (strict), which every client opens, and XLIFF 2.0.
//!
//! XLIFF names our block `group` and our unit `unit` or `trans-unit`. A missing translation goes out as
//! a copy of its source in the state `new`, since some clients see only what has a target.

mod codes;
mod core;
mod inner;
mod legacy;
mod modern;
mod open;
mod read;
mod unit;

pub use open::{Markup, Opening, each as each_markup};

use super::ExchangeFormat;
use read::{generation, read};

/// XLIFF 1.2.
pub const XLIFF: ExchangeFormat = ExchangeFormat {
    name: "xliff",
    extension: "xlf",
    carries_matches: true,
    write: legacy::write,
    read,
    recognises: |text| generation(text) == Some(1),
};

/// XLIFF 2.0, which is also read as 2.1 and 2.2.
pub const XLIFF2: ExchangeFormat = ExchangeFormat {
    name: "xliff2",
    extension: "xlf",
    carries_matches: true,
    write: modern::write,
    read,
    recognises: |text| generation(text).is_some_and(|generation| generation != 1),
};

/// Who a note is from that holds a row's tag.
const OURS: &str = "tolmach";

/// Who a note is from that holds the source that was translated.
const BEFORE: &str = "tolmach-previous";

#[cfg(test)]
mod tests;
