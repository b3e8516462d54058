//! `tolmach check --fix`: makes the edits that can't change the sense of a translation.

use std::io::{self, IsTerminal as _};

use super::super::context::{Context, Exit};
use super::Args;
use crate::checks::{Check, Languages, Levels, Mended, Texts, mended};
use crate::desk::reading::{self, JobReading};
use crate::error::Result;
use crate::l10n::message;
use crate::model::{Bitext, Catalog, State, Unit};
use crate::report::mending::{self, MendedText};
use crate::text::readings::Readings;
use crate::tracking::{Decision, SeenUnit};
use crate::workspace::{Batch, Job, Workspace};

/// Where fixes are looked for, and at which levels.
pub struct FixOrder<'a> {
    pub workspace: &'a Workspace,
    pub jobs: &'a [Job],
    pub levels: &'a Levels,
}

/// Shows the edits, and makes them where a person wants them made.
pub fn fix(args: &Args, cx: &Context<'_>, ground: &FixOrder<'_>) -> Result<Exit> {
    let bar = cx.progress(ground.jobs.len(), &message!("command-progress-reading"));
    let shown = reading::each(
        Batch { workspace: ground.workspace, jobs: ground.jobs },
        &|| bar.step(),
        || (),
        |(), reading| Ok(reading.with_bitext(|bitext| shown(&reading, bitext, ground.levels))),
    );
    drop(bar);
    let (texts, failure) = cx.some(shown)?;
    let texts: Vec<MendedText> = texts.into_iter().flatten().collect();
    if texts.is_empty() {
        cx.tell(&message!("command-check-fix-none"));
        return failure.map_or(Ok(Exit::Clean), Err);
    }
    cx.write(|screen, out| mending::text(&texts, screen, out))?;
    if let Some(failure) = failure {
        return Err(failure);
    }
    if !args.yes {
        let count = texts.len();
        if !io::stdin().is_terminal() {
            cx.tell(&message!("command-check-fix-unasked", count = count));
            return Ok(Exit::Findings);
        }
        let answer = cx.answer(&message!("command-check-fix-question", count = count))?;
        if !cx.is_yes(&answer) {
            return Ok(Exit::Findings);
        }
    }
    let done = reading::together(ground.workspace, ground.jobs, |reading| {
        reading.with_bitext(|bitext| make(reading, bitext, ground.levels))
    })?;
    let reopened = texts.iter().filter(|text| text.is_reopened).count();
    cx.tell(&message!("command-check-fix-done", count = done, reopened = reopened));
    Ok(Exit::Clean)
}

/// What would be mended in an article.
fn shown(reading: &JobReading<'_>, bitext: &Bitext<'_>, levels: &Levels) -> Vec<MendedText> {
    let path = reading.workspace.shown(&reading.article.catalog_path(reading.target));
    let mut texts = Vec::new();
    for unit in &bitext.units {
        let Some(Mended { target, checks }) = mend(reading, bitext.catalog, unit, levels) else {
            continue;
        };
        texts.push(MendedText {
            path: path.clone(),
            number: unit.segments.start + 1,
            is_reopened: state(unit, &target) != unit.state,
            before: unit.target.to_string(),
            after: target,
            checks,
        });
    }
    texts
}

/// Mends the texts of an article; gives how many.
fn make(reading: &JobReading<'_>, bitext: &Bitext<'_>, levels: &Levels) -> Result<usize> {
    let mut count = 0;
    for unit in &bitext.units {
        let Some(mended) = mend(reading, bitext.catalog, unit, levels) else { continue };
        let pair = unit.pairs.first().map(|index| &bitext.catalog.pairs[*index]);
        let decision = Decision::Translate {
            state: state(unit, &mended.target).unwrap_or(State::Draft),
            origin: pair.and_then(|pair| pair.origin.clone()),
            target: mended.target,
        };
        count += reading.decide(&[SeenUnit::of(unit)], &decision)?;
    }
    Ok(count)
}

/// The unit mended, where a person stands behind it and the source is as it was.
fn mend(
    reading: &JobReading<'_>,
    catalog: &Catalog,
    unit: &Unit<'_>,
    levels: &Levels,
) -> Option<Mended> {
    let is_whole = unit.pairs.len() == 1 && !unit.is_missing() && !unit.is_stale() && unit.sealed;
    if !is_whole {
        return None;
    }
    let source = reading.workspace.config.source_subtag();
    let texts = Texts {
        source: &unit.source,
        recorded: &unit.source,
        target: &unit.target,
        languages: Languages::new(source, reading.target),
        style: &levels.style,
        readings: &Readings::default(),
    };
    let path = reading.workspace.relative(&reading.article.source);
    let names = [reading.article.id.as_str(), path.as_str()];
    mended(&texts, &|check: &Check| {
        levels.of_article(check, names).is_some() && unit.waiver(check.id, catalog).is_none()
    })
}

/// The state afterwards: who approved a text approved it as it was, but for what nobody sees.
fn state(unit: &Unit<'_>, target: &str) -> Option<State> {
    let is_alike =
        unit.target.chars().filter(|c| is_seen(*c)).eq(target.chars().filter(|c| is_seen(*c)));
    let state = unit.state?;
    Some(if is_alike { state } else { state.min(State::Translated) })
}

fn is_seen(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
