//! The document as source and catalog would have it.

use std::borrow::Cow;

use crate::model::{Bitext, Unit};
use crate::parse::{Syntax, render};

/// What stands in a unit's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The translation held.
    Held,
    Source,
    Nothing,
}

/// The source's own syntax with what was chosen for each unit, by its index.
pub fn rendered(
    bitext: &Bitext<'_>,
    syntax: Syntax,
    choice: impl Fn(usize, &Unit<'_>) -> Choice,
) -> String {
    let mut texts: Vec<Option<&str>> = vec![None; bitext.document.segments.len()];
    for (index, unit) in bitext.units.iter().enumerate() {
        let text = match choice(index, unit) {
            Choice::Source => continue,
            Choice::Held => &*unit.target,
            Choice::Nothing => "",
        };
        texts[unit.segments.clone()].fill(Some(""));
        if let Some(first) = texts.get_mut(unit.segments.start) {
            *first = Some(text);
        }
    }
    render(bitext.document, syntax, |index| texts[index].map(Cow::Borrowed))
}

/// Whether two texts are the same but for the form of their line ends.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || lines(one).eq(lines(other))
}

/// The text's bytes without the carriage returns before line feeds.
fn lines(text: &str) -> impl Iterator<Item = u8> {
    let bytes = text.as_bytes();
    let is_kept = |at: usize| bytes[at] != b'\r' || bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(move |at| is_kept(*at)).map(move |at| bytes[at])
}
