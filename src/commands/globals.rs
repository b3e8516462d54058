//! Options that every command takes.

use std::path::PathBuf;

use clap::ArgAction;
use clap::builder::PossibleValuesParser;

use crate::l10n::LOCALES;

/// Options that every command takes.
#[derive(clap::Args)]
pub struct Globals {
    #[arg(long, short = 'C', global = true, value_name = "folder")]
    pub workspace: Option<PathBuf>,
    #[arg(long, global = true, value_name = "language", value_parser = languages())]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "language", value_delimiter = ',')]
    pub target: Vec<String>,
    #[arg(long, global = true, value_name = "when", default_value = "auto")]
    #[arg(value_parser = PossibleValuesParser::new(["auto", "always", "never"]))]
    pub color: String,
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
    #[arg(long, action = ArgAction::Version)]
    licences: Option<bool>,
}

impl Globals {
    /// The defaults with a colour choice, for what is shown before the command line is read.
    pub fn with_color(color: Option<&str>) -> Self {
        Self {
            workspace: None,
            lang: None,
            target: Vec::new(),
            color: color.unwrap_or("auto").to_owned(),
            quiet: false,
            help: None,
            version: None,
            licences: None,
        }
    }
}

fn languages() -> PossibleValuesParser {
    PossibleValuesParser::new(LOCALES.iter().map(|locale| locale.tag))
}
