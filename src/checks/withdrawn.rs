//! The published document must not say what was taken out of the source.

use super::{Check, Place, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Surplus, SurplusKind};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("withdrawn", Severity::Error, Run::Article(run));

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    surplus(subject, SurplusKind::Withdrawn, seen)
}

/// What is seen in each text of this kind that nobody settled.
pub fn surplus(
    subject: &Subject<'_>,
    kind: SurplusKind,
    seen: fn(&Surplus) -> Seen,
) -> Vec<(Place, Seen)> {
    let Some(published) = subject.published else { return Vec::new() };
    let all = published.surplus.iter().enumerate();
    let open = all.filter(|(_, surplus)| surplus.kind == kind && !surplus.is_settled);
    open.map(|(index, surplus)| (Place::Surplus(index), seen(surplus))).collect()
}

fn seen(surplus: &Surplus) -> Seen {
    let target = excerpt(&surplus.target);
    let message = if surplus.source.is_empty() {
        message!("check-withdrawn-text", target = target)
    } else {
        message!("check-withdrawn-source", target = target, source = excerpt(&surplus.source))
    };
    Seen::from(message).hint(|subject| {
        message!("check-withdrawn.hint", path = subject.document_path, article = subject.argument())
    })
}
