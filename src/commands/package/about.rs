//! The read-me of a package, for people.

use crate::desk::{MEMORY, TERMS, is_terms};
use crate::l10n::{Localizer, message};
use crate::report::package::PackageList;

/// What the package says of itself to people.
pub fn about(list: &PackageList, l10n: &Localizer) -> String {
    let mut targets: Vec<&str> = list.work.iter().map(|work| work.target.as_str()).collect();
    targets.dedup();
    let text = l10n.text(&message!(
        "package-about",
        segments = list.segments(),
        words = list.words(),
        count = list.work.len(),
        source = list.source.as_str(),
        targets = targets.join(", ")
    ));
    // A line that begins with the name of something tells of it alone.
    let (memory, terms) = (list.memory.is_empty(), !list.beside.iter().any(|name| is_terms(name)));
    let is_there = |line: &&str| {
        let is_of = |name: &str| line.trim_start().starts_with(name);
        !(memory && is_of(MEMORY) || terms && is_of(TERMS))
    };
    let text = text.lines().filter(is_there).collect::<Vec<_>>().join("\n");
    // Editors on Windows tell the encoding by the mark, and want their line ends.
    format!("\u{feff}{}\r\n", text.trim_end().replace('\n', "\r\n"))
}
