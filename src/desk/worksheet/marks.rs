//! What the lines of a worksheet begin with.

use crate::l10n::Locale;
use crate::l10n::{LOCALES, Localizer, message};

/// What lines of a worksheet begin with; a remark may be empty.
pub const REMARK: &str = "# ";
/// Before the name of a segment, which opens a block.
pub const BLOCK: &str = "@ ";
/// Before the reason why a translation holds.
pub const ACK: &str = "ack:";
/// Before a note for people.
pub const NOTE: &str = "note:";
/// What stands behind the mark of the remark that ends remarks.
pub const END: &str = "=";

/// Whether a line means something other than a translation, or would without a backslash before it.
pub fn is_special(line: &str) -> bool {
    let line = line.trim_start();
    [REMARK, BLOCK].into_iter().any(|mark| is_mark(mark, line))
        || [ACK, NOTE].iter().any(|label| after_label(line, label).is_some())
        || line.strip_prefix('\\').is_some_and(is_special)
}

fn is_mark(mark: &str, line: &str) -> bool {
    let rest = line.strip_prefix(mark.trim_end());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// The text after a label, in whatever letters the label is written.
pub fn after_label<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let start = line.get(..label.len())?;
    start.eq_ignore_ascii_case(label).then(|| line[label.len()..].trim())
}

/// What the remark with the source of a block begins with, in each language that writes worksheets.
pub fn source_heads() -> Vec<String> {
    LOCALES.iter().map(|locale| format!("{REMARK}{}", words(locale).trim_end())).collect()
}

fn words(locale: &'static Locale) -> String {
    Localizer::new(locale).text(&message!("report-sheet-source", text = ""))
}
