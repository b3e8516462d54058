//! `tolmach report merge`: reports of parts as the one that a single call would have written.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use super::super::context::{Context, Exit};
use crate::error::{Error, Result};
use crate::l10n::{LOCALES, Localizer, message};
use crate::report::check::{FORMATS, PartFile, Whole, merged};
use crate::workspace::read_input;

/// Arguments of `tolmach report merge`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "file", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Reads the parts and reports them as one, in the language that they speak.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let mut files = Vec::with_capacity(args.files.len());
    for path in &args.files {
        files.push(PartFile { text: read_input(path)?, path: path.display().to_string() });
    }
    let Whole { checked, language, failures } = merged(&files)?;
    let locale = LOCALES.iter().find(|locale| locale.tag == language);
    let l10n = Localizer::new(locale.unwrap_or(cx.l10n.locale()));
    Context::new(cx.globals, &l10n).report(FORMATS, &args.format, &checked)?;
    if failures > 0 {
        return Err(Error::new(message!("error-part-failed", count = failures))
            .hint(message!("hint-part-failed")));
    }
    let fails = checked.findings.iter().any(|finding| checked.failing.is_met(finding));
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}
