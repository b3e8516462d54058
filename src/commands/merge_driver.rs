//! `tolmach merge-driver`: what git calls to merge a catalog.

use std::path::PathBuf;

use super::context::{self, Context, Exit};
use crate::catalog::{Marks, Sides};
use crate::error::Result;
use crate::l10n::message;
use crate::workspace::{Merging, merge_files};

/// Arguments of `tolmach merge-driver`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "file", required = true, num_args = 3)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "number", default_value = "7")]
    marker_size: usize,
    #[arg(long, value_name = "file", allow_hyphen_values = true)]
    path: Option<String>,
    #[arg(long, value_name = "text", num_args = 3, allow_hyphen_values = true)]
    labels: Vec<String>,
}

/// Merges ancestor, ours and theirs into ours; conflicts are findings.
pub fn run(args: &Args, cx: &Context<'_>) -> Result<Exit> {
    let [base, ours, theirs] = [0, 1, 2].map(|at| args.files[at].as_path());
    let path = args.path.clone().unwrap_or_else(|| ours.display().to_string());
    let marks = Marks {
        length: args.marker_size.clamp(1, LONGEST),
        ours: label(args, 1).unwrap_or("ours"),
        theirs: label(args, 2).unwrap_or("theirs"),
    };
    match merge_files(Sides { base, ours, theirs }, &path, &marks)? {
        Merging::Clean => Ok(Exit::Clean),
        Merging::Conflicts(count) => {
            cx.tell(&message!("command-merge-driver-conflicts", path = path, count = count));
            Ok(Exit::Findings)
        }
        Merging::Lines(reason) => {
            if let Some(reason) = reason {
                context::show(&reason, cx.l10n, &cx.globals.color);
            }
            cx.tell(&message!("command-merge-driver-lines", path = path));
            Ok(Exit::Findings)
        }
    }
}

/// No mark is longer.
const LONGEST: usize = 1000;

/// What git calls a side; an older git passes the place of the name instead.
fn label(args: &Args, at: usize) -> Option<&str> {
    let label = args.labels.get(at)?.as_str();
    (!label.is_empty() && !label.starts_with('%')).then_some(label)
}
