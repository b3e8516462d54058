//! `tolmach memory`: what was translated before, searched, counted, taken in and given out.

mod export;
mod import;
mod search;
mod stats;

use super::context::{Context, Outcome};
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
}

/// Does what the subcommand says.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Outcome> {
    match &args.command {
        Sub::Search(args) => search::run(args, cx),
        Sub::Stats(args) => stats::run(args, cx),
        Sub::Import(args) => import::run(args, cx),
        Sub::Export(args) => export::run(args, cx),
    }
}
