//! `tolmach memory import`: files of translation units become part of the workspace.

use std::path::PathBuf;

use crate::commands::context::{Context, Exit};
use crate::error::Result;
use crate::l10n::message;

/// Arguments of `tolmach memory import`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "file", required = true)]
    file: Vec<PathBuf>,
}

/// Copies the units of the workspace's languages into its folder of memories.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let workspace = cx.workspace()?;
    let targets = cx.targets(&workspace)?;
    let files: Vec<PathBuf> = args.file.iter().map(|file| workspace.meant(file)).collect();
    for taken in workspace.take_units(&files, &targets)? {
        let (path, count, target) = (taken.path.as_str(), taken.count, taken.target.as_str());
        let named = files.iter().position(|file| *file == taken.file);
        let shown = named.and_then(|at| args.file.get(at)).unwrap_or(&taken.file);
        cx.tell(&if taken.is_new {
            message!("command-memory-taken", count = count, path = path, target = target)
        } else {
            message!("command-memory-known", file = shown.display().to_string(), path = path)
        });
    }
    cx.tell(&message!("command-memory-import-next"));
    Ok(Exit::Clean)
}
