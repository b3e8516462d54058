//! `tolmach memory`: what was translated before, searched, counted, taken in and given out.

mod export;
mod import;
mod pull;
mod push;
mod search;
mod server;
mod stats;

use super::context::{Context, Exit};
use crate::error::Result;

/// Arguments of `tolmach memory`.
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

/// What is to be done with the memory.
#[derive(clap::Subcommand)]
enum Sub {
    Search(search::Args),
    Stats(stats::Args),
    Import(import::Args),
    Export(export::Args),
    Push(push::Args),
    Pull(pull::Args),
    Server(server::Args),
}

/// Does what the subcommand says.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    match &args.command {
        Sub::Search(args) => search::run(args, cx),
        Sub::Stats(args) => stats::run(args, cx),
        Sub::Import(args) => import::run(args, cx),
        Sub::Export(args) => export::run(args, cx),
        Sub::Push(args) => push::run(args, cx),
        Sub::Pull(args) => pull::run(args, cx),
        Sub::Server(args) => server::run(args, cx),
    }
}
