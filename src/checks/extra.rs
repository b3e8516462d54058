//! Text that only the translation has needs somebody who wants it there.

use super::withdrawn::surplus;
use super::{Check, Place, Run, Seen, Subject, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Surplus, SurplusKind};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("extra", Severity::Warning, Run::Article(run));

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    surplus(subject, SurplusKind::Extra, seen)
}

fn seen(surplus: &Surplus) -> Seen {
    let message = message!("check-extra-text", target = excerpt(&surplus.target));
    Seen::from(message).hint(|subject| message!("check-extra.hint", article = subject.argument()))
}
