//! Whether a person means a translation that looks wrong.

use super::context::Context;
use super::terminal::Terminal;
use crate::checks::{CHECKS, Languages, Levels, Texts, doubts, is_sound};
use crate::desk::reading::JobReading;
use crate::error::Result;
use crate::l10n::message;
use crate::model::{Bitext, Severity, Unit};
use crate::text::readings::Readings;

/// Whether a text that looks wrong is meant: a terminal asks, elsewhere it is only told.
pub fn is_meant(
    cx: &Context<'_>,
    reading: &JobReading<'_>,
    unit: &Unit<'_>,
    text: &str,
) -> Result<bool> {
    let doubts = doubts(&unit.source, text, languages(reading));
    for doubt in &doubts {
        cx.tell(doubt);
    }
    if doubts.is_empty() || !Terminal::is_there() {
        return Ok(true);
    }
    Ok(cx.is_yes(&cx.answer(&message!("command-translate-sure"))?))
}

/// Tells what is doubtful about the translation held, which an editor approves nevertheless.
pub fn tell_doubts(cx: &Context<'_>, reading: &JobReading<'_>, unit: &Unit<'_>) {
    for doubt in doubts(&unit.source, &unit.target, languages(reading)) {
        cx.tell(&doubt);
    }
}

/// Whether a check of texts warns of the translation held, and nobody waived that.
pub fn is_doubted(
    reading: &JobReading<'_>,
    bitext: &Bitext<'_>,
    unit: &Unit<'_>,
    levels: &Levels,
) -> bool {
    let waived: Vec<&str> = CHECKS
        .iter()
        .filter(|check| {
            let warns = levels.of(check).is_some_and(|level| level >= Severity::Warning);
            !warns || unit.waiver(check.id, bitext.catalog).is_some()
        })
        .map(|check| check.id)
        .collect();
    let texts = Texts {
        source: &unit.source,
        recorded: &unit.source,
        target: &unit.target,
        languages: languages(reading),
        style: &levels.style,
        readings: &Readings::default(),
    };
    !is_sound(&texts, levels, &waived)
}

fn languages<'a>(reading: &'a JobReading<'_>) -> Languages<'a> {
    Languages::new(reading.workspace.config.source_subtag(), reading.target)
}
