//! `tolmach terms export`: the agreed terms for other programs.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use crate::commands::context::{self, Context, Exit};
use crate::error::{Error, Result};
use crate::formats::glossary::FORMATS;
use crate::l10n::message;
use crate::terms::Term;
use crate::text::figures::Languages;

/// Arguments of `tolmach terms export`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "format", default_value = "csv")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
    #[arg(long, value_name = "file")]
    out: Option<PathBuf>,
}

/// Writes all terms.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let agreed = workspace.terms()?;
    if agreed.is_empty() {
        return Err(Error::new(message!("error-terms-none")).hint(message!("hint-terms-none")));
    }
    let targets = cx.targets(&workspace)?;
    let target = targets.first().map_or("en", String::as_str);
    let languages = Languages { source: &workspace.config.source, target };
    let terms: Vec<&Term> = agreed.all().collect();
    let format = FORMATS.iter().find(|format| format.name == args.format);
    let format = format.expect("clap lets only known names through");
    let bytes = (format.write)(&terms, languages);
    let Some(path) = &args.out else {
        context::print(bytes)?;
        return Ok(Exit::Clean);
    };
    workspace.write_named(path, bytes)?;
    let path = path.display().to_string();
    cx.tell(&message!("command-terms-given", count = terms.len(), path = path));
    Ok(Exit::Clean)
}
