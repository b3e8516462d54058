//! What became of documents that were to be published.

use std::io::{self, Write};

use super::Screen;
use super::layout::printable;
use super::screen::{ERROR, FAINT, INSERTED, STRONG, WARNING};
use super::task::marked;
use super::translate;
use crate::desk::Total;
use crate::l10n::message;
use crate::tracking::{DiffLine, lines};

/// A document with what became of it.
#[derive(Clone, Debug)]
pub struct Publication {
    pub source: String,
    pub path: String,
    pub fate: PublishFate,
}

/// Why a document was written, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishFate {
    Written,
    Current,
    /// It would be written.
    Due,
    /// The translation isn't ready.
    Held(Total),
    /// The source is under embargo until then.
    Embargoed(String),
    /// The source has no text; a page that has some is left as it is.
    Empty {
        has_page: bool,
    },
    /// Somebody else wrote the document that stands there.
    Foreign,
    /// A hand edited it in these lines.
    Edited(Vec<DiffLine>),
    /// Its sentences are in the catalog, but not all that these lines have.
    Unkept(Vec<DiffLine>),
}

impl PublishFate {
    /// The edit that made `edited` of what tolmach would have written.
    pub fn edited(written: &str, edited: &str) -> Self {
        Self::Edited(lines(written, edited))
    }

    /// What would go from `read` where tolmach wrote `text`.
    pub fn unkept(text: &str, read: &str) -> Self {
        Self::Unkept(lines(text, read))
    }
}

/// The most lines of one document that are shown.
const LINES: usize = 12;

/// A line for each document that wasn't current, with what stands in its way.
pub fn text(
    publications: &[Publication],
    screen: &Screen<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for Publication { source, path, fate } in publications {
        let (place, style, words) = match fate {
            PublishFate::Current => continue,
            PublishFate::Written => {
                (path, INSERTED, screen.text(&message!("report-publish-written")))
            }
            PublishFate::Due => (path, WARNING, screen.text(&message!("report-publish-due"))),
            PublishFate::Held(total) => {
                let left = translate::total(total, screen);
                (source, ERROR, screen.text(&message!("report-publish-held", left = left)))
            }
            PublishFate::Embargoed(until) => {
                let until = printable(until).into_owned();
                (source, ERROR, screen.text(&message!("report-publish-embargo", until = until)))
            }
            PublishFate::Empty { has_page: true } => {
                (source, ERROR, screen.text(&message!("report-publish-emptied")))
            }
            PublishFate::Empty { has_page: false } => {
                (source, FAINT, screen.text(&message!("report-publish-empty")))
            }
            PublishFate::Foreign => (path, ERROR, screen.text(&message!("report-publish-foreign"))),
            PublishFate::Edited(_) => {
                (path, ERROR, screen.text(&message!("report-publish-edited")))
            }
            PublishFate::Unkept(_) => {
                (path, ERROR, screen.text(&message!("report-publish-unkept")))
            }
        };
        let place = screen.paint(STRONG, &printable(place));
        writeln!(out, "{place}: {}", screen.paint(style, &words))?;
        let (PublishFate::Edited(lines) | PublishFate::Unkept(lines)) = fate else { continue };
        for line in lines.iter().take(LINES) {
            let pieces: String = marked(&line.pieces, screen);
            writeln!(out, "  {} {pieces}", screen.paint(FAINT, &format!("{}:", line.number)))?;
        }
        if let Some(more) = lines.len().checked_sub(LINES).filter(|more| *more > 0) {
            writeln!(out, "  {}", screen.text(&message!("report-publish-more", count = more)))?;
        }
    }
    Ok(())
}
