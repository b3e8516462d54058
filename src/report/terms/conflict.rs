//! Terms that were brought and contradict what was agreed on.

use crate::l10n::message;
use crate::report::{Screen, printable};
use crate::terms::Term;
use crate::workspace::TakenTerms;

/// A line a term: its place, what stands there, what was brought.
pub fn conflicts(taken: &TakenTerms, source: &str, screen: &Screen<'_>) -> String {
    let mut text = String::new();
    for conflict in &taken.written.conflicts {
        let name = conflict.held.preferred(source).unwrap_or_default();
        let told = message!(
            "report-terms-conflict",
            path = printable(&taken.path).as_ref(),
            line = conflict.line,
            term = printable(name).as_ref(),
            held = others(&conflict.held, source),
            brought = others(&conflict.brought, source)
        );
        text += &format!("{}\n", screen.text(&told));
    }
    text
}

/// What a term is called in other languages.
fn others(term: &Term, source: &str) -> String {
    let texts: Vec<&str> = term
        .languages()
        .filter(|language| *language != source)
        .flat_map(|language| term.words(language))
        .collect();
    printable(&texts.join(" / ")).into_owned()
}
