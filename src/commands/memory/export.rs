//! `tolmach memory export`: everything translated, as a file for other programs.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;
use rayon::prelude::{IntoParallelIterator as _, ParallelIterator as _};
use rustc_hash::FxHashSet;

use crate::commands::context::{Context, Exit};
use crate::desk::memory_unit;
use crate::error::{Error, Result};
use crate::formats::tmx::{Languages, Units};
use crate::l10n::message;
use crate::memory::{Entry, KeeperKind};
use crate::workspace::{Indexing, Recollection};

/// Arguments of `tolmach memory export`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "format", default_value = "tmx")]
    #[arg(value_parser = PossibleValuesParser::new(["tmx"]))]
    format: String,
    #[arg(long, value_name = "file")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    force: bool,
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
    if let Some(fault) = cx.last_of(recollection.take_faults()) {
        return Err(fault);
    }
    let entries = sound(&recollection, cx)?;
    let languages = Languages { source: &workspace.config.source, target };
    let count = entries.len();
    let Some(path) = &args.out else {
        cx.write(|_, out| written(entries, languages, out).map(drop))?;
        return Ok(Exit::Clean);
    };
    let bytes = written(entries, languages, Vec::new())
        .map_err(|err| Error::new(message!("error-output")).refused_by(&err))?;
    workspace.write_memory(path, bytes, args.force)?;
    let path = path.display().to_string();
    cx.tell(&message!("command-memory-given", count = count, path = path));
    Ok(Exit::Clean)
}

/// The translations that no check doubts, in their order.
fn sound(recollection: &Recollection, cx: &Context<'_>) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    // What came back into the workspace's memory is given out once.
    let mut known = FxHashSet::default();
    recollection.each(&mut |entry| {
        let is_new = known.insert(format!("{}\0{}", entry.source, entry.target));
        if !entry.target.is_empty() && (entry.keeper.kind != KeeperKind::File || is_new) {
            entries.push(entry);
        }
    })?;
    let bar = cx.progress(entries.len(), &message!("command-progress-checking"));
    let asked = entries.into_par_iter().filter(|entry| {
        bar.step();
        recollection.is_sound(entry)
    });
    Ok(asked.collect())
}

/// Writes the units; gives `out` back.
fn written<W: Write>(entries: Vec<Entry>, languages: Languages<'_>, out: W) -> io::Result<W> {
    let mut units = Units::new(out, languages)?;
    for entry in entries {
        units.write(&memory_unit(entry))?;
    }
    units.finish()
}
