//! `tolmach memory stats`: how much the memory holds, and where it comes from.

use std::sync::Arc;

use clap::builder::PossibleValuesParser;

use crate::commands::context::{Context, Exit};
use crate::error::Result;
use crate::report::memory::{STATS, Stock, Stocks};
use crate::workspace::Indexing;

/// Arguments of `tolmach memory stats`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long)]
    no_index: bool,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(STATS.iter().map(|format| format.name)))]
    format: String,
}

/// Counts the entries of each target language.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?);
    let indexing = if args.no_index { Indexing::Absent } else { Indexing::Kept };
    let mut stocks = Stocks { source: workspace.config.source.clone(), targets: Vec::new() };
    let mut faults = Vec::new();
    for target in cx.targets(&workspace)? {
        let recollection = workspace.recollection(&target, indexing)?;
        faults.extend(recollection.take_faults());
        let mut stock = Stock::of(target);
        recollection.each(&mut |entry| stock.add(&entry))?;
        stocks.targets.push(stock);
    }
    cx.report(STATS, &args.format, &stocks)?;
    cx.last_of(faults).map_or(Ok(Exit::Clean), Err)
}
