//! How what is known of a page is written down: lists of digests, and the lines that it has from its source.

use super::differences::page_lines;
use super::found::PageLook;
use crate::model::Bitext;

/// What stands for the digest of a source that nobody has read beside this page.
pub const OPEN: &str = "-";

/// What stands for no digest at all.
const NONE: &str = "-";

/// What stands for the digest of any line.
const ANY: &str = "any";

/// More differences than these are kept as one.
pub const MOST: usize = 200;

/// Reads digests as `joined` wrote them.
pub fn list(text: &str) -> Vec<String> {
    if text == NONE {
        return Vec::new();
    }
    text.split('.').map(str::to_owned).collect()
}

/// Digests in one word.
pub fn joined(keys: &[String]) -> String {
    if keys.is_empty() { NONE.to_owned() } else { keys.join(".") }
}

/// The lines of the page that are the source's, too, or were when the page was read: it may be behind in them.
pub fn held(bitext: &Bitext<'_>, look: &PageLook<'_>, known: &[String]) -> Vec<String> {
    let mut held = Vec::new();
    for line in page_lines(bitext, look) {
        if line.is_shared || is_held(known, &line.digest) {
            held.push(line.digest);
        }
    }
    held.sort_unstable();
    held.dedup();
    if held.len() > MOST { vec![ANY.to_owned()] } else { held }
}

/// Whether a line of the page is one of these.
pub fn is_held(held: &[String], line: &str) -> bool {
    held.iter().any(|one| one == line || one == ANY)
}
