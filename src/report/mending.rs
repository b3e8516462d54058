//! What `check --fix` would change, text by text.

use std::io::{self, Write};

use super::Screen;
use super::layout::printable;
use super::screen::{FAINT, STRONG};
use super::task::marked;
use crate::l10n::message;
use crate::tracking::diff;

/// A translation before and after its edits.
pub struct MendedText {
    /// Path of the catalog as a person would type it.
    pub path: String,
    /// Number of the segment, from 1.
    pub number: usize,
    /// Whether its reader has to look again.
    pub is_reopened: bool,
    pub before: String,
    pub after: String,
    pub checks: Vec<&'static str>,
}

/// Shows each text with what goes and what comes.
pub fn text(texts: &[MendedText], screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for one in texts {
        let place = screen.paint(STRONG, &printable(&one.path));
        let number = screen.text(&message!("report-diff-segment", number = one.number));
        let checks = screen.paint(FAINT, &format!("[{}]", one.checks.join(", ")));
        writeln!(out, "{place}: {number} {checks}")?;
        writeln!(out, "  {}", marked(&diff(&one.before, &one.after), screen))?;
    }
    Ok(())
}
