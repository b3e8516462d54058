//! Who changed a file last since a commit.

use std::path::Path;

use super::repository::{Git, text};
use crate::workspace::files::read::relative;

/// A person's change of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    pub name: String,
    /// When, as an ISO 8601 date with a time; nothing where it isn't committed yet.
    pub on: Option<String>,
}

impl Git<'_> {
    /// Who changed a file, given by its absolute path, last since a commit.
    pub fn touched(&self, since: &str, file: &Path) -> Option<Touch> {
        let name = relative(self.root(), file);
        let range = format!("{since}..HEAD");
        let listing = ["log", "-1", "--format=%an%n%aI", &range, "--", &name];
        let output = self.run(&listing).ok().filter(|output| output.status.success())?;
        let told = text(&output.stdout);
        let mut lines = told.lines();
        match (lines.next(), lines.next()) {
            (Some(name), Some(on)) => {
                Some(Touch { name: name.to_owned(), on: Some(on.to_owned()) })
            }
            _ => self.user_name().map(|name| Touch { name, on: None }),
        }
    }
}
