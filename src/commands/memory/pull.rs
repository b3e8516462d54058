//! `tolmach memory pull`: what other newsrooms translated is copied beside the memory's index.

use crate::commands::context::{Context, Exit};
use crate::error::Result;
use crate::l10n::message;
use crate::workspace::ServerAnswer;

/// Arguments of `tolmach memory pull`.
#[derive(clap::Args)]
pub struct Args {}

/// Asks each server; one that is silent is named and skipped, unless all are.
pub fn run(_args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    for target in cx.targets(&workspace)? {
        let mut silent = None;
        let mut has_answered = false;
        for asked in workspace.pull_share(&target)? {
            let (server, target) = (asked.server.as_str(), target.as_str());
            match asked.answer {
                ServerAnswer::Done { new, .. } => {
                    has_answered = true;
                    cx.tell(&message!(
                        "command-memory-pulled",
                        server = server,
                        target = target,
                        count = new
                    ));
                }
                ServerAnswer::Silent(err) => {
                    cx.tell(&message!("command-memory-skipped", server = server));
                    silent = Some(err);
                }
            }
        }
        if let Some(err) = silent.filter(|_| !has_answered) {
            return Err(err);
        }
    }
    for asked in workspace.pull_terms()? {
        if let ServerAnswer::Done { new: new @ 1.., .. } = asked.answer {
            let server = asked.server.as_str();
            cx.tell(&message!("command-memory-terms-pulled", server = server, count = new));
        }
    }
    Ok(Exit::Clean)
}
