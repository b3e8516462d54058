//! PO, as gettext, Poedit, Lokalize and Weblate read and write it.
//!
//! A row's tag stands in an extracted comment, its id is the context, since sentences repeat. A stale
//! translation is fuzzy, with the source that it is of as the previous one.

mod read;
mod write;

use super::ExchangeFormat;

/// GNU gettext's files.
pub const PO: ExchangeFormat = ExchangeFormat {
    name: "po",
    extension: "po",
    carries_matches: false,
    write: write::write,
    read: read::read,
    recognises: |text| text.lines().take(2000).any(|line| line.starts_with("msgid \"")),
};

/// Escapes of a string: the letter behind the backslash, and what it stands for.
const ESCAPES: [(char, char); 9] = [
    ('n', '\n'),
    ('t', '\t'),
    ('r', '\r'),
    ('"', '"'),
    ('\\', '\\'),
    ('a', '\u{7}'),
    ('b', '\u{8}'),
    ('f', '\u{c}'),
    ('v', '\u{b}'),
];

#[cfg(test)]
mod tests;
