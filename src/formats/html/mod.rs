//! The bilingual page: one HTML file that asks nothing of any other.
//!
//! A content security policy lets only the page's own style and script run: nothing
//! that an article brings along could, had it got past the escaping.

mod body;
mod document;
mod head;
pub mod index;
mod notes;
mod sentence;

use super::{Form, Format, Page};

/// The page of one article.
pub const FORMAT: Format = Format { name: "html", extension: "html", write };

const STYLE: &str = concat!(include_str!("common.css"), include_str!("page.css"));
const FINAL_STYLE: &str = concat!(include_str!("common.css"), include_str!("final.css"));
const SCRIPT: &str = include_str!("page.js");

fn write(page: &Page<'_>) -> Vec<u8> {
    let view = body::View::new(page);
    let (style, script) = match page.form {
        Form::Working => (STYLE, SCRIPT),
        Form::Final => (FINAL_STYLE, ""),
    };
    let frame = document::Frame {
        language: page.localizer.tag(),
        title: &head::title(&view),
        style,
        script,
    };
    document::document(&frame, &body::body(&view)).into_bytes()
}
