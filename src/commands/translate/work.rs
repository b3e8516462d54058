//! The work list, as it is printed.

use crate::commands::context::{Context, Exit};
use crate::desk::{Desk, Recall, Work};
use crate::error::Result;
use crate::l10n::message;
use crate::report::beside;
use crate::report::translate::{list, total};
use crate::workspace::Workspace;

/// Prints the list, and what to do with it.
pub fn print(cx: &Context<'_>, workspace: &Workspace, work: &Work) -> Result<Exit> {
    let screen = cx.screen();
    let recall = Recall::none(workspace);
    let mut text = String::new();
    for card in Desk::new(workspace, &work.jobs).cards(&work.items, &recall)? {
        text.push_str(&list(&card, &screen));
        text.push('\n');
    }
    for one in &work.beside {
        text.push_str(&beside::text(one, &screen));
        text.push('\n');
    }
    let left = total(&work.total, &screen);
    if !left.is_empty() {
        let count = work.items.len();
        let summary = message!("command-translate-summary", count = count, left = left);
        text.push_str(&format!("{}\n", cx.l10n.text(&summary)));
    }
    cx.print_styled(&text)?;
    if !work.items.is_empty() {
        cx.tell(&message!("command-translate-next"));
    }
    tell_beside(cx, work);
    Ok(Exit::Clean)
}

/// Says what can be done about texts that only the pages have.
pub fn tell_beside(cx: &Context<'_>, work: &Work) {
    if !work.beside.is_empty() {
        cx.tell(&message!("command-translate-beside", count = work.beside.len()));
    }
}
