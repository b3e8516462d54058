//! `tolmach export`: bilingual pages, sentence beside sentence.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::builder::PossibleValuesParser;

use super::context::{Context, Outcome};
use super::reading::{self, Job, Reading};
use crate::error::{Error, Result};
use crate::formats::{self, Form, Format, Page, Policy, html};
use crate::l10n::{LOCALES, Localizer, message};
use crate::parse::Syntax;
use crate::report::export_json;
use crate::workspace;

/// Arguments of `tolmach export`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "articles")]
    articles: Vec<String>,
    #[arg(long, value_name = "format", default_value = "html")]
    #[arg(value_parser = PossibleValuesParser::new(["html", "markdown", "text", "json"]))]
    format: String,
    #[arg(long, value_name = "folder")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "policy", default_value = "mark")]
    #[arg(value_parser = PossibleValuesParser::new(Policy::ALL.map(Policy::name)))]
    stale: String,
    #[arg(long)]
    r#final: bool,
}

/// Writes one page to standard output, or all pages into a folder.
pub fn run(args: &Args, cx: &mut Context<'_>) -> Result<Outcome> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let jobs = reading::jobs(&workspace, &args.articles, &targets)?;
    let format = [export_json::FORMAT].into_iter().find(|format| format.name == args.format);
    let format = format
        .as_ref()
        .or_else(|| formats::by_name(&args.format))
        .expect("clap lets only known names through");
    match (&args.out, jobs.as_slice()) {
        (Some(folder), _) => folder_of_pages(args, cx, (folder, format, &jobs, &workspace)),
        (None, [job]) => {
            let reading = reading::read(&workspace, job)?;
            cx.print(page(&reading, args, cx.l10n, |page| (format.write)(page)))?;
            Ok(Outcome::Clean)
        }
        (None, jobs) => Err(Error::new(message!("error-export-many", count = jobs.len()))
            .hint(message!("hint-export-many"))),
    }
}
