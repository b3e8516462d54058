//! An agreed term in one line.

use super::Screen;
use super::layout::printable;
use crate::l10n::message;
use crate::terms::AgreedTerm;

/// A term with its translation, then what must not stand for it, then its note.
pub fn line(term: &AgreedTerm, screen: &Screen<'_>) -> String {
    let shown = |text: &str| printable(text).into_owned();
    let joined = |texts: &[String]| shown(&texts.join(" / "));
    let (found, wanted) = (shown(&term.found), joined(&term.wanted));
    let mut parts = vec![message!("report-agreed-term", source = found, target = wanted)];
    if !term.forbidden.is_empty() {
        parts.push(message!("report-agreed-forbidden", texts = joined(&term.forbidden)));
    }
    let parts: Vec<String> = parts.iter().map(|part| screen.text(part)).collect();
    let note = term.note.iter().map(|note| shown(note));
    parts.into_iter().chain(note).collect::<Vec<_>>().join("; ")
}
