//! `tolmach terms`: agreed translations of names and terms, listed, checked, proposed, taken in and given out.

mod check;
mod export;
mod extract;
mod import;
mod list;

use super::context::{Context, Exit};
use crate::error::Result;

/// Arguments of `tolmach terms`.
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

/// What is to be done with the terms.
#[derive(clap::Subcommand)]
enum Sub {
    List(list::Args),
    Check(check::Args),
    Extract(extract::Args),
    Import(import::Args),
    Export(export::Args),
}

/// Does what the subcommand says.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    match &args.command {
        Sub::List(args) => list::run(args, cx),
        Sub::Check(args) => check::run(args, cx),
        Sub::Extract(args) => extract::run(args, cx),
        Sub::Import(args) => import::run(args, cx),
        Sub::Export(args) => export::run(args, cx),
    }
}
