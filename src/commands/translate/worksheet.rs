//! The work list on paper: written, edited and taken back.

use std::path::Path;
use std::sync::Arc;

use crate::commands::context::{Context, Exit};
use crate::desk::worksheet::{Applied, Filled, apply, filled};
use crate::desk::{Card, Desk, Recall, Work};
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Location, Position};
use crate::report::task;
use crate::report::translate::sheet;
use crate::text::shell::argument;
use crate::workspace::{Paper, Workspace, read_text, write_new};

/// Writes the worksheet into a new file.
pub fn write(
    path: &Path,
    cx: &Context<'_>,
    workspace: &Arc<Workspace>,
    work: &Work,
) -> Result<Exit> {
    let cards = cards(workspace, work)?;
    write_new(path, &sheet(&cards, &cx.screen()))?;
    let path = path.display().to_string();
    let file = argument(&path);
    let count = cards.len();
    cx.tell(&message!("command-translate-written", count = count, path = path, file = file));
    Ok(Exit::Clean)
}

/// Takes a worksheet back that was filled in elsewhere.
pub fn apply_file(path: &Path, cx: &Context<'_>, workspace: &Workspace) -> Result<Exit> {
    let shown = path.display().to_string();
    let text = read_text(path, &shown)?.text;
    if filled(&text, &shown)?.is_empty() {
        return Err(Error::new(message!("error-sheet-empty", path = shown))
            .hint(message!("hint-sheet-empty")));
    }
    let applied = apply(&text, &shown, workspace)?;
    tell(&applied, &shown, cx)
}

/// Lets the person fill the worksheet in with their own editor.
pub fn edit(cx: &Context<'_>, workspace: &Arc<Workspace>, work: &Work) -> Result<Exit> {
    let text = sheet(&cards(workspace, work)?, &cx.screen());
    let paper = Paper::new(&text)?;
    let shown = paper.path().display().to_string();
    let kept = || {
        cx.tell(&message!(
            "command-translate-kept",
            path = shown.as_str(),
            file = argument(&shown)
        ));
    };
    let edited = workspace.edit(paper.path()).and_then(|()| paper.text());
    let applied = edited.and_then(|text| apply(&text, &shown, workspace));
    let applied = applied.inspect_err(|_| kept())?;
    let outcome = tell(&applied, &shown, cx)?;
    if applied.left.is_empty() {
        paper.remove();
    } else {
        kept();
    }
    Ok(outcome)
}

fn cards(workspace: &Arc<Workspace>, work: &Work) -> Result<Vec<Card>> {
    let mut recall = Recall::start(workspace, work.targets());
    recall.wait();
    Desk::new(workspace, &work.jobs).cards(&work.items, &recall)
}

/// Names what was left and what wants another review, and says what was saved.
fn tell(applied: &Applied, path: &str, cx: &Context<'_>) -> Result<Exit> {
    let print = |block: &Filled, message: &Message| {
        let place = Location::at(path, Position::line(block.line));
        cx.print_styled(&format!("{place}: {}\n", cx.l10n.text(message)))
    };
    for block in &applied.left {
        let (article, number) = (block.row.article.as_str(), block.row.segment);
        print(block, &message!("command-translate-left", article = article, number = number))?;
    }
    for block in &applied.again {
        let (article, number) = (block.row.article.as_str(), block.row.segment);
        print(block, &message!("command-translate-again", article = article, number = number))?;
    }
    for block in &applied.alike {
        let (article, number) = (block.row.article.as_str(), block.row.segment);
        print(block, &message!("command-translate-alike", article = article, number = number))?;
    }
    for one in &applied.accepted {
        let place = Location::at(path, Position::line(one.line));
        for message in task::accepted(&one.change, one.segment, &one.target) {
            cx.print_styled(&format!("{place}: {}\n", cx.l10n.text(&message)))?;
        }
    }
    for doubt in &applied.doubts {
        let place = Location::at(path, Position::line(doubt.line));
        let words = cx.l10n.text(&doubt.message);
        let told = message!("command-translate-doubt", place = place.to_string(), words = words);
        cx.print_styled(&format!("{}\n", cx.l10n.text(&told)))?;
    }
    cx.tell(&message!("command-translate-applied", count = applied.saved));
    Ok(if applied.left.is_empty() { Exit::Clean } else { Exit::Findings })
}
