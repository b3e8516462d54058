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
        None => {
            let mut read = Ok(());
            cx.write(|_, out| match units(&workspace, &recollection, target, out) {
                Ok(written) => written.map(drop),
                Err(err) => {
                    read = Err(err);
                    Ok(())
                }
            })?;
            read?;
        }
        Some(path) => {
            let mut bytes = Vec::new();
            let written = units(&workspace, &recollection, target, &mut bytes)?;
            let count =
                written.map_err(|err| Error::new(message!("error-output")).refused_by(&err))?;
            workspace.write_named(path, bytes)?;
            let path = path.display().to_string();
            cx.tell(&message!("command-memory-given", count = count, path = path));
        }
    }
    Ok(Exit::Clean)
}

/// Writes the units; gives how many, or what writing failed for.
fn units(
    workspace: &Workspace,
    recollection: &Recollection,
    target: &str,
    out: &mut dyn Write,
) -> Result<io::Result<usize>> {
    let languages = Languages { source: &workspace.config.source, target };
    let mut units = match Units::new(out, languages) {
        Ok(units) => units,
        Err(err) => return Ok(Err(err)),
    };
    let mut written = Ok(());
    let mut count = 0;
    recollection.each(&mut |entry| {
        if written.is_ok() && !entry.target.is_empty() && recollection.is_sound(&entry) {
            count += 1;
            written = units.write(&memory_unit(entry));
        }
    })?;
    Ok(written.and_then(|()| units.finish()).map(|_| count))
}
