//! `tolmach completions`: a completion script for a shell.

use clap::Command;
use clap_complete::Shell;

use super::context::{self, Context, Exit};
use super::help;
use crate::error::Result;

/// Arguments of `tolmach completions`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "shell", value_enum)]
    shell: Shell,
}

/// Prints the script for the shell, with descriptions in the reader's language.
pub fn run(args: &Args, program: Command, cx: &Context<'_>) -> Result<Exit> {
    let mut script = Vec::new();
    let mut program = help::described(program, cx.l10n);
    clap_complete::generate(args.shell, &mut program, "tolmach", &mut script);
    context::print(&script)?;
    Ok(Exit::Clean)
}
