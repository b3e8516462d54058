//! What stood in the place of a translation, as the note of its pair keeps it.
//!
//! The old translation stands alone, `[-The toll is 20 rubles.-]`, where its source stands and somebody
//! stood behind it; else its source stands before it, `[-…-] → [-…-]`.

use crate::model::Pair;

/// A source and its translation as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before<'a> {
    pub source: &'a str,
    pub target: &'a str,
    /// What the note says besides.
    pub rest: &'a str,
    /// Whether the translation stands alone: it is one of the source as it is.
    pub is_sure: bool,
}

/// What the last line of a note keeps.
pub fn noted<'a>(note: &'a str, source: &'a str) -> Option<Before<'a>> {
    let (rest, last) = note.rsplit_once('\n').unwrap_or(("", note));
    let inner = last.strip_prefix("[-")?.strip_suffix("-]")?;
    Some(match inner.split_once(BECAME) {
        Some((source, target)) => Before { source, target, rest, is_sure: false },
        None => Before { source, target: inner, rest, is_sure: true },
    })
}

/// The line that keeps a pair's translation.
pub fn line(pair: &Pair, is_sure: bool) -> String {
    let target = &pair.target;
    if is_sure { format!("[-{target}-]") } else { format!("[-{}{BECAME}{target}-]", pair.source) }
}

/// What stands between an old source and its translation.
const BECAME: &str = "-] → [-";
