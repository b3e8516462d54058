//! Whether a person means a translation that looks wrong.

use super::context::Context;
use super::terminal::Terminal;
use crate::checks::{Languages, doubts};
use crate::desk::reading::JobReading;
use crate::error::Result;
use crate::l10n::message;
use crate::model::Unit;

/// Whether a text that looks wrong is meant: a terminal asks, elsewhere it is only told.
pub fn is_meant(
    cx: &Context<'_>,
    reading: &JobReading<'_>,
    unit: &Unit<'_>,
    text: &str,
) -> Result<bool> {
    let languages = Languages::new(reading.workspace.config.source_subtag(), reading.target);
    let doubts = doubts(&unit.source, text, languages);
    for doubt in &doubts {
        cx.tell(doubt);
    }
    if doubts.is_empty() || !Terminal::is_there() {
        return Ok(true);
    }
    Ok(cx.is_yes(&cx.answer(&message!("command-translate-sure"))?))
}
