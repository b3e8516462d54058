//! `tolmach memory push`: what was translated and agreed on here is given to the newsrooms that share a memory.

use crate::commands::context::{Context, Exit};
use crate::error::Result;
use crate::l10n::message;
use crate::workspace::ServerAnswer;

/// Arguments of `tolmach memory push`.
#[derive(clap::Args)]
pub struct Args {}

/// Adds the sealed pairs of each target language to the log; what it has already stays as it is.
pub fn run(_args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    workspace.terms()?;
    for target in cx.targets(&workspace)? {
        let asked = workspace.push_share(&target)?;
        let (server, target) = (asked.server.as_str(), target.as_str());
        match asked.answer {
            ServerAnswer::Done { all, new } => cx.tell(&message!(
                "command-memory-pushed",
                server = server,
                target = target,
                all = all,
                new = new
            )),
            ServerAnswer::Silent(err) => return Err(err),
        }
    }
    let asked = workspace.push_terms()?;
    match asked.answer {
        ServerAnswer::Done { all: 0, new: 0 } => {}
        ServerAnswer::Done { new, .. } => {
            cx.tell(&message!("command-memory-terms-pushed", server = asked.server, new = new));
        }
        ServerAnswer::Silent(err) => return Err(err),
    }
    Ok(Exit::Clean)
}
