//! The work list, for those who read it elsewhere than at a terminal.

use super::flow::{Fragment, flow};
use super::{source, target, why};
use crate::desk::{Card, Total};
use crate::l10n::message;
use crate::report::Screen;
use crate::report::layout::printable;
use crate::report::screen::{FAINT, STRONG};

/// The counts in words, without those that are zero.
pub fn total(total: &Total, screen: &Screen<'_>) -> String {
    let counts = [
        (total.stale, message!("report-translate-stale", count = total.stale)),
        (total.missing, message!("report-status-missing", count = total.missing)),
        (total.draft, message!("report-status-draft", count = total.draft)),
        (total.unsealed, message!("report-status-unsealed", count = total.unsealed)),
        (total.unread, message!("report-status-unread", count = total.unread)),
    ];
    let words = counts.into_iter().filter(|(count, _)| *count > 0);
    words.map(|(_, message)| screen.text(&message)).collect::<Vec<_>>().join(", ")
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
