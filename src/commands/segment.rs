//! `tolmach segment`: shows how a file is cut into blocks and sentences.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::parse::{self, Syntax};
use crate::report;
use crate::workspace::{self, Config, Workspace};

/// Arguments of `tolmach segment`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "file", required = true)]
    file: PathBuf,
    #[arg(long, value_name = "language")]
    language: Option<String>,
    #[arg(long, value_name = "syntax")]
    #[arg(value_parser = PossibleValuesParser::new(["markdown", "text"]))]
    syntax: Option<String>,
    #[arg(long)]
    lines: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(["text", "json"]))]
    format: String,
}

/// Prints the blocks and sentences of a file, or of standard input for `-`.
pub fn run(args: &Args, cx: &mut Context<'_>) -> Result<Outcome> {
    let config = match cx.workspace() {
        Ok(workspace) => workspace.config,
        Err(_) if cx.globals.workspace.is_none() && !is_in_workspace(cx) => Config::default(),
        Err(error) => return Err(error),
    };
    let text = workspace::read_text(&args.file)?;
    let language = language(args, &config)?;
    let mut options = config.options(&language);
    let syntax = syntax(args)?;
    if !args.lines {
        let document = parse::parse(text, syntax, &options);
        cx.print(&printed(&document, &language, &args.format, cx))?;
        return Ok(Outcome::Clean);
    }
    options.lines = true;
    let document = parse::parse(text, Syntax::Text, &options);
    cx.print(&printed(&document, &language, &args.format, cx))?;
    Ok(Outcome::Clean)
}
