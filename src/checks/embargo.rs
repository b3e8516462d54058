//! No page stands where readers find it before the time that its source names.
//!
//! Whether the time is past is for the caller to know: checks have no clock.

use super::{Check, Place, Run, Seen, Subject};
use crate::l10n::{Message, message};
use crate::model::{PageState, Severity};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("embargo", Severity::Error, Run::Article(run));

fn run(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let is_there = subject.published.is_some_and(|page| page.state != PageState::Absent);
    let Some(until) = subject.embargo.filter(|_| is_there) else { return Vec::new() };
    let message = message!("check-embargo-page", until = until);
    vec![(Place::Page, Seen::from(message).hint(hint))]
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-embargo.hint", path = subject.document_path)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::Sample;

    #[test]
    fn without_a_page_nothing_is_broken() {
        assert_eq!(Sample::new("current: Да. | Yes.").check(&CHECK), "");
    }
}
