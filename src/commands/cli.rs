//! The shape of the command line; every word of it comes from Fluent.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Parser, Subcommand};

use super::{
    ack, align, check, completions, diff, export, init, man, merge_driver, publish, review,
    segment, status, tidy, translate, waive,
};
use crate::l10n::LOCALES;

/// The program with its global options.
#[derive(Parser)]
#[command(name = "tolmach", version, disable_help_flag = true, disable_help_subcommand = true)]
#[command(disable_version_flag = true, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

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
        }
    }
}

fn languages() -> PossibleValuesParser {
    PossibleValuesParser::new(LOCALES.iter().map(|locale| locale.tag))
}

/// One variant per command, in the order of a translation's life.
#[derive(Subcommand)]
pub enum Command {
    Init(init::Args),
    Status(status::Args),
    Diff(diff::Args),
    Translate(translate::Args),
    Ack(ack::Args),
    Review(review::Args),
    Waive(waive::Args),
    Check(check::Args),
    Align(align::Args),
    Publish(publish::Args),
    Export(export::Args),
    Tidy(tidy::Args),
    MergeDriver(merge_driver::Args),
    Segment(segment::Args),
    Completions(completions::Args),
    Man(man::Args),
}
