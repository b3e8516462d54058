//! What stood in the place of a translation, as the note of its pair keeps it.
//!
//! The old translation stands alone, `[-The toll is 20 rubles.-]`, where its source stands and somebody
//! stood behind it; else its source stands before it, `[-…-] → [-…-]`, and a `?` behind it where nobody did.

use crate::model::{Pair, State};
use crate::text::fold::fold;

/// A source and its translation as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before<'a> {
    pub source: &'a str,
    pub target: &'a str,
    /// Whether the translation stands alone: it is one of the source as it is.
    pub is_sure: bool,
    /// Whether somebody stood behind the translation.
    pub is_vouched: bool,
}

/// What the lines of a note keep: the latest that somebody stood behind, else the last.
pub fn noted<'a>(note: &'a str, source: &'a str) -> Option<Before<'a>> {
    let mut kept: Option<Before<'_>> = None;
    for line in note.lines() {
        let Some(before) = read(line, source) else { continue };
        if before.is_vouched || !kept.is_some_and(|kept| kept.is_vouched) {
            kept = Some(before);
        }
    }
    kept
}

/// What a note says besides.
pub fn said(note: &str) -> Option<String> {
    let (said, _) = parted(note);
    (!said.is_empty()).then_some(said)
}

/// What a person says in place of a note; the lines that keep a translation stay behind it.
pub fn said_anew(note: Option<&str>, anew: &str) -> Option<String> {
    let (_, kept) = parted(note.unwrap_or_default());
    let mut anew = anew.to_owned();
    for line in &kept {
        // On a terminal a note is one line.
        anew = anew.replace(line, "");
    }
    let mut lines = vec![anew.trim()];
    lines.extend(kept);
    let note = lines.join("\n").trim_start().to_owned();
    (!note.is_empty()).then_some(note)
}

/// What a note says, and its lines that keep a translation.
fn parted(note: &str) -> (String, Vec<&str>) {
    let (mut said, mut kept) = (Vec::new(), Vec::new());
    for line in note.lines() {
        if read(line, "").is_some() { &mut kept } else { &mut said }.push(line);
    }
    (said.join("\n"), kept)
}

/// Whether a hand took the pair's translation off the page.
pub fn is_taken_out(pair: &Pair) -> bool {
    taken_out(pair).is_some()
}

/// What the note keeps of a translation that a hand took off the page.
pub fn taken_out(pair: &Pair) -> Option<Before<'_>> {
    let note = pair.note.as_deref().filter(|_| pair.state == State::Draft && pair.is_sealed());
    noted(note?, &pair.source).filter(|before| {
        let is_its = if before.is_vouched {
            before.is_sure
        } else {
            fold(before.source) == fold(&pair.source)
        };
        is_its && fold(before.target) == fold(&pair.target)
    })
}

/// The note of a pair that nobody stood behind, whatever git holds of its past.
pub fn disclaimed(note: &str, source: &str) -> String {
    let mut lines = Vec::new();
    for line in note.lines() {
        lines.push(match read(line, source) {
            Some(before) if before.is_vouched => pair(before.source, before.target) + UNVOUCHED,
            _ => line.to_owned(),
        });
    }
    lines.join("\n")
}

fn read<'a>(line: &'a str, source: &'a str) -> Option<Before<'a>> {
    let vouched = line.strip_suffix(UNVOUCHED);
    let inner = vouched.unwrap_or(line).strip_prefix("[-")?.strip_suffix("-]")?;
    Some(match inner.split_once(BECAME) {
        Some((old, target)) => {
            let is_vouched = vouched.is_none() && old != source;
            Before { source: old, target, is_sure: false, is_vouched }
        }
        None => Before { source, target: inner, is_sure: true, is_vouched: vouched.is_none() },
    })
}

/// The line that keeps a pair's translation, where the pair's source stands as it was, or not.
pub fn line(held: &Pair, is_source_kept: bool) -> String {
    let is_vouched = held.state > State::Draft && held.is_sealed();
    match (is_vouched, is_source_kept) {
        (true, true) => format!("[-{}-]", held.target),
        (true, false) => pair(&held.source, &held.target),
        (false, _) => pair(&held.source, &held.target) + UNVOUCHED,
    }
}

fn pair(source: &str, target: &str) -> String {
    format!("[-{source}{BECAME}{target}-]")
}

/// What stands between an old source and its translation.
const BECAME: &str = "-] → [-";
/// What stands behind a translation that nobody stood behind.
const UNVOUCHED: &str = " ?";

#[cfg(test)]
mod tests {
    use super::{disclaimed, line, noted, said, said_anew};
    use crate::model::{Pair, State};

    #[test]
    fn the_latest_translation_that_somebody_stood_behind_is_the_one_before() {
        let before = |note: &str| {
            let found = noted(note, "Да.").map(|found| (found.target.to_owned(), found.is_vouched));
            found.map(|(target, is_vouched)| format!("{target} {is_vouched}")).unwrap_or_default()
        };
        assert_eq!(before("[-Yes.-]"), "Yes. true");
        assert_eq!(before("[-Yes.-]\n[-Да.-] → [-Yeah.-] ?"), "Yes. true");
        assert_eq!(before("[-Yes.-]\n[-Нет.-] → [-No.-]"), "No. true");
        assert_eq!(before("Ask.\n[-Да.-] → [-Yeah.-] ?"), "Yeah. false");
        assert_eq!(before("[-Да.-] → [-Yeah.-]"), "Yeah. false");
        assert_eq!(before("Ask."), "");
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        for state in [State::Draft, State::Final] {
            for is_source_kept in [true, false] {
                let pair = Pair::new("Нет.", "No.", state);
                let line = line(&pair, is_source_kept);
                let source = if is_source_kept { "Нет." } else { "Да." };
                let before = noted(&line, source).expect("the line keeps it");
                assert_eq!((before.source, before.target), ("Нет.", "No."), "{line}");
                assert_eq!(before.is_vouched, state > State::Draft, "{line}");
                let disclaimed = disclaimed(&line, source);
                assert!(!noted(&disclaimed, source).expect("it is kept").is_vouched);
            }
        }
    }

    #[test]
    fn who_writes_another_note_keeps_what_stood_there() {
        let note = "Ask Anna.\n[-Yes.-]";
        assert_eq!(said(note).as_deref(), Some("Ask Anna."));
        assert_eq!(said("[-Yes.-]"), None);
        assert_eq!(said_anew(Some(note), "Asked.").as_deref(), Some("Asked.\n[-Yes.-]"));
        assert_eq!(
            said_anew(Some(note), "Ask Ann. [-Yes.-]").as_deref(),
            Some("Ask Ann.\n[-Yes.-]")
        );
        assert_eq!(said_anew(Some(note), "").as_deref(), Some("[-Yes.-]"));
        assert_eq!(said_anew(Some("Ask."), "").as_deref(), None);
    }
}
