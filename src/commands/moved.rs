//! Machinery of the command line: catalogs whose articles moved, with a progress bar.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::context::Context;
use crate::adoption::{self, Moved, Waiting, Watch};
use crate::error::Result;
use crate::l10n::message;
use crate::workspace::{Census, Workspace};

/// The catalogs without a source, with the articles that have no catalog and fit them.
pub fn moved(cx: &Context<'_>, workspace: &Workspace, targets: &[String]) -> Result<Vec<Moved>> {
    let bar = cx.progress(0, &message!("command-progress-reading"));
    let watch = Watch { expect: &|steps| bar.expect(steps), step: &|| bar.step() };
    adoption::moved(workspace, targets, &watch)
}

/// The catalogs that stayed behind when these articles moved, by the paths that they belong at.
pub fn behind(
    cx: &Context<'_>,
    workspace: &Workspace,
    waiting: &Waiting<'_>,
    census: Census,
) -> BTreeMap<PathBuf, PathBuf> {
    let bar = cx.progress(0, &message!("command-progress-reading"));
    let watch = Watch { expect: &|steps| bar.expect(steps), step: &|| bar.step() };
    adoption::behind(workspace, waiting, census, &watch)
}

/// Tells of catalogs that stayed behind, as they come before any other work; says whether there are any.
pub fn tell(
    cx: &Context<'_>,
    workspace: &Workspace,
    waiting: &Waiting<'_>,
    census: Census,
) -> bool {
    let count = if cx.globals.quiet { 0 } else { behind(cx, workspace, waiting, census).len() };
    if count > 0 {
        cx.tell(&message!("command-status-moved", count = count));
    }
    count > 0
}
