//! `tolmach terms list`: what was agreed on.

use clap::builder::PossibleValuesParser;

use crate::commands::context::{Context, Exit};
use crate::error::Result;
use crate::l10n::message;
use crate::report::terms::{FORMATS, ListedTerm, ListedTerms};
use crate::workspace::Workspace;

/// Arguments of `tolmach terms list`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "text")]
    text: Option<String>,
    #[arg(long, value_name = "format", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
}

/// Lists the terms, or those that hold a text.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let terms = listed(&workspace, args.text.as_deref())?;
    cx.report(FORMATS, &args.format, &terms)?;
    if terms.terms.is_empty() {
        cx.tell(&message!("command-terms-none"));
    }
    Ok(Exit::Clean)
}

/// The terms of the workspace with a text in one of their words, with their places.
fn listed(workspace: &Workspace, text: Option<&str>) -> Result<ListedTerms> {
    let wanted = text.unwrap_or_default().to_lowercase();
    let agreed = workspace.terms()?;
    let mut terms = Vec::new();
    for (at, term) in agreed.all().enumerate() {
        let all = [&term.full, &term.short, &term.forbidden];
        let mut texts = all.into_iter().flat_map(|words| words.values().flatten());
        if !texts.any(|text| text.to_lowercase().contains(&wanted)) {
            continue;
        }
        let (path, line) = agreed.place(at).unwrap_or_default();
        terms.push(ListedTerm { path: path.to_owned(), line, term: term.clone() });
    }
    let config = &workspace.config;
    Ok(ListedTerms { source: config.source.clone(), targets: config.targets.clone(), terms })
}
