//! A finding read again from what machines were given.

use serde::Deserialize;

use crate::checks::CHECKS;
use crate::l10n::{Message, message};
use crate::model::{
    Concern, Danger, Edit, Finding, Fix, Location, Piece, Position, Severity, Span,
};

/// A finding as a report has it.
#[derive(Deserialize)]
pub struct UnwiredFinding {
    check: String,
    severity: String,
    article: String,
    target: String,
    segment: Option<usize>,
    number: Option<String>,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    document: Option<String>,
    document_line: Option<usize>,
    message: String,
    hint: Option<String>,
    source: Option<String>,
    translation: Option<String>,
    previous_source: Option<String>,
    change: Option<String>,
    trigger: Option<String>,
    reason: Option<String>,
    source_mark: Option<FoundMark>,
    translation_mark: Option<FoundMark>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    fix: Option<String>,
    #[serde(default)]
    diff: Vec<FoundPiece>,
}

#[derive(Deserialize)]
struct FoundPiece {
    edit: String,
    text: String,
}

#[derive(Deserialize)]
struct FoundMark {
    bytes: [usize; 2],
}

impl FoundMark {
    fn span(&self) -> Span {
        Span::new(self.bytes[0], self.bytes[1])
    }
}

/// The finding; none where it names what this program does not know.
pub fn finding(found: UnwiredFinding) -> Option<Finding> {
    let check = CHECKS.iter().find(|check| check.id == found.check)?.id;
    let document =
        found.document.map(|path| Location { path, line: found.document_line, column: None });
    let surplus = match &found.number {
        Some(number) => Some(number.strip_prefix('+')?.parse().ok()?),
        None => None,
    };
    let length = found.translation.as_ref().map_or(0, String::len);
    let fix = found.fix.map(|text| Fix::new(Span::new(0, length), text));
    let by_name = |name: &str| Danger::ALL.into_iter().find(|one| one.name() == name);
    Some(Finding {
        check,
        severity: Severity::by_name(&found.severity)?,
        article: found.article,
        target: found.target,
        segment: found.segment,
        surplus,
        location: Location { path: found.path, line: found.line, column: found.column },
        document,
        message: said(&found.message),
        hint: found.hint.as_deref().map(said),
        source: found.source,
        translation: found.translation,
        previous_source: found.previous_source,
        change: known(found.change.as_deref(), by_name).ok()?,
        diff: found.diff.iter().map(piece).collect::<Option<_>>()?,
        trigger: found.trigger,
        concern: known(found.reason.as_deref(), Concern::by_name).ok()?,
        source_mark: found.source_mark.as_ref().map(FoundMark::span),
        translation_mark: found.translation_mark.as_ref().map(FoundMark::span),
        end: match (found.end_line, found.end_column) {
            (Some(line), Some(column)) => Some(Position { line, column }),
            _ => None,
        },
        fix,
    })
}

/// What is named, where anything is; an error where the name is unknown.
fn known<T>(name: Option<&str>, by_name: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    name.map(|name| by_name(name).ok_or(())).transpose()
}

/// Words that are in their language already.
fn said(text: &str) -> Message {
    message!("report-said", text = text)
}

fn piece(found: &FoundPiece) -> Option<Piece> {
    let edit = Edit::ALL.into_iter().find(|edit| edit.name() == found.edit)?;
    Some(Piece { edit, text: found.text.clone() })
}
