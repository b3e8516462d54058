//! The work list, for those who read it elsewhere than at a terminal.

use super::flow::{Fragment, flow};
use super::{Card, source, target, why};
use crate::l10n::message;
use crate::report::Screen;
use crate::report::layout::printable;
use crate::report::screen::{FAINT, STRONG};
use crate::tracking::Need;

/// How many segments need what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub stale: usize,
    pub missing: usize,
    pub draft: usize,
    pub unsealed: usize,
    /// Done, but for an editor who has to read it.
    pub unread: usize,
}

impl Total {
    /// Counts the needs.
    pub fn of(needs: impl IntoIterator<Item = Need>) -> Self {
        let mut total = Self::default();
        for need in needs {
            match need {
                Need::Stale(_) => total.stale += 1,
                Need::Missing => total.missing += 1,
                Need::Draft => total.draft += 1,
                Need::Unsealed => total.unsealed += 1,
            }
        }
        total
    }

    /// The counts in words, without those that are zero.
    pub fn words(&self, screen: &Screen<'_>) -> String {
        let counts = [
            (self.stale, message!("report-translate-stale", count = self.stale)),
            (self.missing, message!("report-status-missing", count = self.missing)),
            (self.draft, message!("report-status-draft", count = self.draft)),
            (self.unsealed, message!("report-status-unsealed", count = self.unsealed)),
            (self.unread, message!("report-status-unread", count = self.unread)),
        ];
        let words = counts.into_iter().filter(|(count, _)| *count > 0);
        words.map(|(_, message)| screen.text(&message)).collect::<Vec<_>>().join(", ")
    }
}

/// One entry of the work list.
pub fn list(card: &Card, screen: &Screen<'_>) -> String {
    let (style, why) = why(card, screen);
    let place = screen.paint(STRONG, &printable(&card.location.to_string()));
    let number = screen.text(&message!("report-diff-segment", number = card.segment));
    let whole = |fragments: Vec<Fragment>| flow(&fragments, usize::MAX, screen).join("");
    let mut text = format!("{place}: {}, {number}\n", screen.paint(style, &why));
    text.push_str(&format!("  {}\n", whole(source(card, screen))));
    if !card.target.is_empty() {
        let language = screen.paint(FAINT, &format!("{}:", card.language));
        text.push_str(&format!("  {language} {}\n", whole(target(card, screen))));
    }
    text
}
