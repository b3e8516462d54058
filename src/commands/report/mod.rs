//! `tolmach report`: what is done with reports that were written before.

mod merge;

use super::context::{Context, Exit};
use crate::error::Result;

/// Arguments of `tolmach report`.
#[derive(clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Merge(merge::Args),
}

/// Does what the subcommand says.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    match &args.command {
        Command::Merge(args) => merge::run(args, cx),
    }
}
