//! The published document must say what the catalog says.

use super::{Check, Place, Run, Seen, Subject, as_written, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Lag, OtherText, PageState, Published, Severity};
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
    let edited = |subject: &Subject<'_>| {
        message!("check-unpublished-edited.hint", article = subject.argument())
    };
    let seen = match published.state {
        PageState::Absent => Seen::from(message!("check-unpublished-gone"))
            .hint(|subject| message!("check-unpublished-gone.hint", article = subject.argument())),
        PageState::Edited => Seen::from(message!("check-unpublished-edited")).hint(edited),
        _ if published.lag.is_some() => behind_in(published.lag),
        _ if is_ready => Seen::from(message!("check-unpublished-behind"))
            .hint(|subject| message!("check-unpublished.hint", article = subject.argument())),
        _ => Seen::from(message!("check-unpublished-behind")).hint(|subject| {
            message!("check-unpublished-behind.hint", article = subject.argument())
        }),
    };
    // Another edit of a page that is known to be behind is news.
    let Some(other) = &published.other else {
        let message = seen.message.with("page", published.digest.as_str());
        return vec![(Place::Page, Seen { message, ..seen })];
    };
    let message = told(published, other).with("page", published.digest.as_str());
    vec![(Place::PageAt(other.position), Seen { message, ..seen })]
}

/// What the page says, and what it should say.
fn told(published: &Published, other: &OtherText) -> Message {
    let is_markup = matches!(published.lag, Some(Lag::Beside | Lag::Own | Lag::Apart));
    let shown = if is_markup || other.is_elsewhere { as_written } else { excerpt };
    let (is, would) = (shown(&other.is), shown(&other.would_be));
    if other.is_elsewhere {
        let by = if published.lag == Some(Lag::Own) { "page" } else { "source" };
        let what = if other.would_be.is_empty() { "line" } else { "text" };
        return message!(
            "check-unpublished-elsewhere",
            by = by,
            what = what,
            is = is,
            would = would
        );
    }
    let kind = match (published.state, published.lag) {
        (PageState::Edited, _) => "edited",
        (_, Some(Lag::Values)) => "values",
        (_, Some(Lag::Beside)) => "beside",
        (_, Some(Lag::Own)) => "own",
        (_, Some(Lag::Apart)) => "apart",
        _ => "behind",
    };
    let sides = match (other.is.is_empty(), other.would_be.is_empty()) {
        (false, true) => "is",
        (true, _) => "would",
        (false, false) => "both",
    };
    message!("check-unpublished-other", kind = kind, shows = sides, is = is, would = would)
}

/// In what source and page came apart beside their sentences.
fn behind_in(lag: Option<Lag>) -> Seen {
    let message = match lag {
        Some(Lag::Values) => message!("check-unpublished-values"),
        Some(Lag::Order) => message!("check-unpublished-order"),
        Some(Lag::Own) => message!("check-unpublished-own"),
        Some(Lag::Apart) => message!("check-unpublished-apart"),
        Some(Lag::Beside) | None => message!("check-unpublished-beside"),
    };
    if matches!(lag, Some(Lag::Own | Lag::Apart)) {
        return Seen::from(message)
            .hint(|subject| message!("check-unpublished-own.hint", article = subject.argument()));
    }
    Seen::from(message)
        .hint(|subject| message!("check-unpublished-beside.hint", article = subject.argument()))
}
