//! `tolmach diff`: what changed in the sources since they were translated.

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use super::reading;
use crate::error::Result;
use crate::l10n::message;
use crate::report::diff::{self, Stale};

/// Arguments of `tolmach diff`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long)]
    cosmetic: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(["text", "json", "markdown"]))]
    format: String,
}
