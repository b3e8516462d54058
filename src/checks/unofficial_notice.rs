//! A translation that is not official says so.
//!
//! The source asks for it with `unofficial: true` in its front matter, or says it of itself.

use super::front::is_set;
use super::{Check, Place, Run, Seen, Subject};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::news::{ENGLISH_UNOFFICIAL, UNOFFICIAL};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("unofficial-notice", Severity::Warning, Run::Article(run))
    .example("Неофициальный перевод", "Translation", "Unofficial translation");

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let Some(bitext) = subject.bitext else { return Vec::new() };
    if subject.target != "en" {
        return Vec::new();
    }
    let is_wanted = is_set(&subject.document.text, "unofficial");
    let said = bitext.units.iter().find(|unit| names(&unit.source));
    if !is_wanted && said.is_none() {
        return Vec::new();
    }
    let surplus = subject.published.iter().flat_map(|page| &page.surplus);
    let mut texts = bitext.units.iter().map(|unit| &*unit.target);
    if texts.any(notes) || surplus.into_iter().any(|one| notes(&one.target)) {
        return Vec::new();
    }
    // A sentence that is not translated yet is told as missing.
    if said.is_some_and(Unit::is_missing) && !is_wanted {
        return Vec::new();
    }
    let span = said.and_then(|unit| subject.document.segments.get(unit.segments.start));
    let place = span.map_or(Place::Article, |segment| Place::Source(segment.span));
    let seen = Seen::from(message!("check-unofficial-notice-none"));
    vec![(place, seen.hint(hint))]
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-unofficial-notice.hint", article = subject.argument())
}

fn names(source: &str) -> bool {
    source.to_lowercase().contains(UNOFFICIAL)
}

fn notes(target: &str) -> bool {
    let target = target.to_lowercase();
    ENGLISH_UNOFFICIAL.iter().any(|words| target.contains(words))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_notice_that_is_wanted_and_lacking_is_told() {
        let lost = "current: Неофициальный перевод | Translation\ncurrent: Да. | Yes.";
        assert!(findings(&CHECK, lost).starts_with("warning: "));
        let kept = "current: Неофициальный перевод | Unofficial translation";
        assert_eq!(findings(&CHECK, kept), "");
        assert_eq!(findings(&CHECK, "current: Да. | Yes."), "");
        assert_eq!(findings(&CHECK, "missing: Неофициальный перевод"), "");
    }
}
