//! The shape of the command line; every word of it comes from Fluent.

use clap::{Parser, Subcommand};

use super::globals::Globals;
use super::{
    ack, align, check, completions, diff, export, import, init, leverage, man, memory,
    merge_driver, package, pretranslate, publish, report, review, segment, status, terms, tidy,
    translate, waive,
};

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
    Report(report::Args),
    Align(align::Args),
    Publish(publish::Args),
    Export(export::Args),
    Import(import::Args),
    Package(package::Args),
    Memory(memory::Args),
    Terms(terms::Args),
    Leverage(leverage::Args),
    Pretranslate(pretranslate::Args),
    Tidy(tidy::Args),
    MergeDriver(merge_driver::Args),
    Segment(segment::Args),
    Completions(completions::Args),
    Man(man::Args),
}
