//! `tolmach memory export`: everything translated, as a file for other programs.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;

use crate::commands::context::{Context, Exit};
use crate::desk::memory_unit;
use crate::error::{Error, Result};
use crate::formats::tmx::{Languages, Units};
use crate::l10n::message;
use crate::workspace::{Indexing, Recollection, Workspace};

/// Arguments of `tolmach memory export`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "format", default_value = "tmx")]
    #[arg(value_parser = PossibleValuesParser::new(["tmx"]))]
    format: String,
    #[arg(long, value_name = "file")]
    out: Option<PathBuf>,
}

/// Writes the entries that no check doubts.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = Arc::new(cx.workspace()?);
    let targets = cx.targets(&workspace)?;
    let [target] = &targets[..] else {
        let names = targets.join(", ");
        return Err(Error::new(message!("error-memory-targets"))
            .hint(message!("hint-memory-targets", names = names)));
    };
    let recollection = workspace.recollection(target, Indexing::Kept)?;
    match &args.out {
        None => cx.write(|_, out| {
            units(&workspace, &recollection, target, out).map(drop).map_err(io::Error::other)
        })?,
        Some(path) => {
            let mut bytes = Vec::new();
            let count = units(&workspace, &recollection, target, &mut bytes)?;
            workspace.write_named(path, bytes)?;
            let path = path.display().to_string();
            cx.tell(&message!("command-memory-given", count = count, path = path));
        }
    }
    Ok(Exit::Clean)
}

fn units(
    workspace: &Workspace,
    recollection: &Recollection,
    target: &str,
    out: &mut dyn Write,
) -> Result<usize> {
    let unwritable = |err: io::Error| Error::new(message!("error-output")).refused_by(&err);
    let languages = Languages { source: &workspace.config.source, target };
    let mut units = Units::new(out, languages).map_err(unwritable)?;
    let mut written = Ok(());
    let mut count = 0;
    recollection.each(&mut |entry| {
        if written.is_ok() && !entry.target.is_empty() && recollection.is_sound(&entry) {
            count += 1;
            written = units.write(&memory_unit(entry));
        }
    })?;
    written.and_then(|()| units.finish().map(drop)).map_err(unwritable)?;
    Ok(count)
}
