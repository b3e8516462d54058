//! `tolmach terms import`: terms from tables, TBX and other files of terms.

use std::path::{Path, PathBuf};

use crate::catalog::TomlText;
use crate::commands::context::{self, Context, Exit};
use crate::error::{Error, Result};
use crate::formats::exchange::ReadFault;
use crate::formats::glossary::{self, GlossaryKind};
use crate::l10n::message;
use crate::model::{Lines, Location};
use crate::report::terms::conflicts;
use crate::terms::{Term, read};
use crate::text::figures::Languages;
use crate::workspace::{Workspace, decoded, read_bytes};

/// Arguments of `tolmach terms import`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "file", required_unless_present = "shared")]
    files: Vec<PathBuf>,
    #[arg(long)]
    shared: bool,
    #[arg(long, value_name = "encoding")]
    encoding: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

/// Adds the terms that the workspace lacks; what was agreed on stays.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let mut brought = Vec::new();
    let mut empty = 0;
    let mut files: Vec<PathBuf> = args.files.iter().map(|file| workspace.meant(file)).collect();
    if args.shared {
        files.extend(workspace.shared_terms());
    }
    for file in &files {
        let (terms, skipped) = terms(args, &workspace, file)?;
        brought.extend(terms);
        empty += skipped;
    }
    let taken = workspace.take_terms(brought, args.dry_run)?;
    let written = &taken.written;
    context::print(conflicts(&taken, &workspace.config.source, &cx.screen()))?;
    let (added, path) = (written.added.len(), taken.path.as_str());
    cx.tell(&if args.dry_run {
        message!("command-terms-would-add", count = added, path = path, same = written.same)
    } else {
        message!("command-terms-added", count = added, path = path, same = written.same)
    });
    if empty > 0 {
        cx.tell(&message!("command-terms-empty", count = empty));
    }
    if written.conflicts.is_empty() {
        cx.tell(&message!("command-terms-import-next"));
        return Ok(Exit::Clean);
    }
    cx.tell(&message!("command-terms-conflicts", count = written.conflicts.len(), path = path));
    Ok(Exit::Findings)
}

/// The terms of a file, and how many of its entries hold none.
fn terms(args: &Args, workspace: &Workspace, path: &Path) -> Result<(Vec<Term>, usize)> {
    let shown = path.display().to_string();
    let text = decoded(&read_bytes(path)?, &shown, args.encoding.as_deref())?;
    if glossary::kind(&text) == GlossaryKind::Own {
        let found = read(TomlText { path: &shown, text: &text })?;
        return Ok((found.into_iter().map(|one| one.term).collect(), 0));
    }
    let config = &workspace.config;
    let target = config.targets.first().map_or("en", String::as_str);
    let languages = Languages { source: &config.source, target };
    let brought = glossary::read(&text, languages).map_err(|fault| broken(fault, &shown, &text))?;
    Ok((brought.terms, brought.empty))
}

/// A fault with its line and column, for people.
fn broken(fault: ReadFault, path: &str, text: &str) -> Error {
    let position = Lines::new(text).position(text.floor_char_boundary(fault.offset));
    let error = Error::new(fault.message)
        .at(Location::at(path, position))
        .hint(message!("hint-terms-import"));
    match fault.words {
        Some(words) => error.caused_by(words),
        None => error,
    }
}
