//! `tolmach segment`: shows how a file is cut into blocks and sentences.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use super::context::{self, Context, Exit};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::parse::{Syntax, parse, parse_lines};
use crate::report::segment::{Cut, FORMATS};
use crate::workspace::{self, Workspace};

/// Arguments of `tolmach segment`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "file", required = true)]
    file: PathBuf,
    #[arg(long, value_name = "language")]
    language: Option<String>,
    #[arg(long, value_name = "syntax")]
    #[arg(value_parser = PossibleValuesParser::new(Syntax::ALL.map(Syntax::name)))]
    syntax: Option<String>,
    #[arg(long)]
    lines: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(["text", "json"]))]
    format: String,
}

/// Prints the blocks and sentences of a file, or of standard input for `-`.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = match &cx.globals.workspace {
        Some(root) => Workspace::open(root)?,
        None => Workspace::find_or_default(&context::folder()?)?,
    };
    let language = match &args.language {
        Some(tag) => workspace::language(tag)?,
        None => workspace.config.source.clone(),
    };
    let options = workspace.options(&language);
    let text = workspace::read_input(&workspace.meant(&args.file))?;
    let document =
        if args.lines { parse_lines(text, &options) } else { parse(text, syntax(args)?, &options) };
    cx.report(FORMATS, &args.format, &Cut { language, document })?;
    Ok(Exit::Clean)
}

fn syntax(args: &Args) -> Result<Syntax> {
    if let Some(name) = &args.syntax {
        return Ok(Syntax::by_name(name).expect("clap lets only known names through"));
    }
    let extension = args.file.extension().and_then(|extension| extension.to_str());
    extension.and_then(Syntax::by_extension).ok_or_else(|| {
        let path = args.file.display().to_string();
        Error::new(message!("error-syntax", path = path)).hint(message!("hint-syntax"))
    })
}
