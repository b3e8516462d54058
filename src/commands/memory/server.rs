//! `tolmach memory server`: the tables of a shared memory.

use crate::commands::context::{Context, Exit};
use crate::error::Result;
use crate::l10n::message;

/// Arguments of `tolmach memory server`.
#[derive(clap::Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
pub struct Args {
    #[command(subcommand)]
    command: Sub,
}

/// What is to be done with the servers.
#[derive(clap::Subcommand)]
enum Sub {
    Init(InitArgs),
}

/// Arguments of `tolmach memory server init`.
#[derive(clap::Args)]
pub struct InitArgs {}

/// Makes the tables, or brings them to the version of this program.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let Sub::Init(_) = &args.command;
    for (server, [before, after]) in cx.workspace()?.set_up_share()? {
        let server = server.as_str();
        cx.tell(&if before == after {
            message!("command-memory-server-known", server = server, version = after)
        } else {
            message!("command-memory-server-made", server = server, version = after)
        });
    }
    cx.tell(&message!("command-memory-server-next"));
    Ok(Exit::Clean)
}
