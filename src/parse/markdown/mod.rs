//! Markdown: `CommonMark` with GitHub's tables, footnotes, task lists and maths.

mod attributes;
mod callouts;
mod captions;
mod comments;
mod containers;
mod escape;
mod exhibits;
mod extensions;
mod frame;
mod grid;
mod hidden;
mod html;
mod leaf;
mod pieces;
mod reader;
mod tags;

pub use escape::{escape_heading, escape_line_end, escape_line_start, escape_marks};
pub use exhibits::{Content, Exhibit, exhibits};
pub use reader::read;
