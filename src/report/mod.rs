//! Statuses, changes and findings for people and machines: one folder per
//! command, one file per format.
//!
//! A report owns what it shows and is written at once; the caller prints it.
//! Words are in `reports.ftl`; keys of machine formats stay English.

mod agreed;
mod counts;
mod danger;
mod evidence;
mod folders;
mod json;
pub mod lapse;
mod layout;
mod markdown;
mod screen;
#[cfg(test)]
mod testing;

pub mod align;
pub mod beside;
pub mod check;
pub mod diff;
pub mod error;
pub mod explain;
pub mod export_json;
pub mod import;
pub mod leverage;
pub mod memory;
pub mod mending;
pub mod origins;
pub mod package;
pub mod pretranslate;
pub mod publish;
pub mod rules;
pub mod segment;
pub mod status;
pub mod task;
pub mod terms;
pub mod tidy;
pub mod translate;
pub mod waivers;

pub use counts::Counts;
pub use layout::{printable, shorten};
pub use screen::{FAINT, Paint, Screen};

use std::io::{self, Write};

use json::write_json;

/// A way to write a report on `T`.
pub struct Format<T: ?Sized + 'static> {
    /// The name on the command line.
    pub name: &'static str,
    pub write: fn(&T, &Screen<'_>, &mut dyn Write) -> io::Result<()>,
}

impl<T: ?Sized> Format<T> {
    /// The format with this name, where `formats` has one.
    pub fn by_name(formats: &'static [Self], name: &str) -> Option<&'static Self> {
        formats.iter().find(|format| format.name == name)
    }
}
