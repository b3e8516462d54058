//! The published document must say what the catalog says.

use super::{Check, Place, Run, Seen, Subject};
use crate::l10n::message;
use crate::model::{Lag, PageState, Severity};
use crate::tracking::Need;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("unpublished", Severity::Error, Run::Article(run));

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let Some(published) = subject.published.filter(|published| published.is_due) else {
        return Vec::new();
    };
    let is_ready = subject
        .bitext
        .is_some_and(|bitext| bitext.units.iter().all(|unit| Need::of(unit).is_none()));
    let seen = match published.state {
        PageState::Absent => Seen::from(message!("check-unpublished-gone"))
            .hint(|subject| message!("check-unpublished-gone.hint", article = subject.argument())),
        PageState::Edited => Seen::from(message!("check-unpublished-edited")).hint(|subject| {
            message!("check-unpublished-edited.hint", article = subject.argument())
        }),
        _ if published.lag.is_some() => behind_in(published.lag),
        _ if is_ready => Seen::from(message!("check-unpublished-behind"))
            .hint(|subject| message!("check-unpublished.hint", article = subject.argument())),
        _ => Seen::from(message!("check-unpublished-behind")).hint(|subject| {
            message!("check-unpublished-behind.hint", article = subject.argument())
        }),
    };
    vec![(Place::Page, seen)]
}

/// What the source alone changed beside its sentences.
fn behind_in(lag: Option<Lag>) -> Seen {
    let message = match lag {
        Some(Lag::Values) => message!("check-unpublished-values"),
        Some(Lag::Order) => message!("check-unpublished-order"),
        Some(Lag::Beside) | None => message!("check-unpublished-beside"),
    };
    Seen::from(message)
        .hint(|subject| message!("check-unpublished-beside.hint", article = subject.argument()))
}
