//! A unit of an XLIFF file while it is read.

use std::collections::HashMap;

use super::{BEFORE, OURS};
use crate::formats::exchange::{Ripeness, Slip, Tag};

/// What was read of a unit.
#[derive(Debug, Default)]
pub struct UnitUnderWay {
    pub line: usize,
    pub document: String,
    pub language: String,
    /// Texts of codes that stand apart from them.
    pub codes: HashMap<String, String>,
    pub is_approved: bool,
    /// The state of the unit as a whole.
    pub state: Option<UnitState>,
    pub parts: Vec<UnitPart>,
    pub notes: Vec<(String, String)>,
}

/// A segment, or what stands between two.
#[derive(Debug, Default)]
pub struct UnitPart {
    /// Id of the marker that it is in, where units hold several.
    pub mark: String,
    pub source: String,
    pub target: Option<String>,
    pub state: Option<UnitState>,
    pub is_ignorable: bool,
}

/// What a client says of a translation.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnitState {
    pub ripeness: Ripeness,
    pub is_doubted: bool,
}

impl UnitUnderWay {
    /// Whether its source is cut into marked segments.
    pub fn is_marked(&self) -> bool {
        self.parts.iter().any(|part| !part.mark.is_empty())
    }

    /// The unit as one slip, or as one for each marked segment.
    pub fn slips(mut self) -> Vec<Slip> {
        let marked: Vec<UnitPart> =
            self.parts.extract_if(.., |part| !part.mark.is_empty()).collect();
        if marked.is_empty() {
            return vec![self.slip()];
        }
        let whole = self.state.unwrap_or(legacy("translated"));
        let mut slips = Vec::with_capacity(marked.len());
        for part in marked {
            let own = Self {
                line: self.line,
                document: self.document.clone(),
                language: self.language.clone(),
                is_approved: self.is_approved,
                state: Some(whole),
                parts: vec![part],
                ..Self::default()
            };
            slips.push(own.slip());
        }
        slips
    }

    fn slip(mut self) -> Slip {
        let tag = self.notes.iter().find_map(|(from, text)| {
            let tag = Tag::read(text);
            tag.filter(|_| from == OURS || text.trim().starts_with("tolmach:"))
        });
        self.notes.retain(|(from, text)| {
            from != OURS && from != BEFORE && from != "location" && Tag::read(text).is_none()
        });
        let segments = || self.parts.iter().filter(|part| !part.is_ignorable);
        let has_target = |part: &UnitPart| part.target.as_deref().is_some_and(|it| !it.is_empty());
        let is_partly = segments().any(has_target) && !segments().all(has_target);
        let source: String = self.parts.iter().map(|part| part.source.as_str()).collect();
        let target = if segments().any(has_target) {
            let text = |part: &UnitPart| part.target.clone().unwrap_or_else(|| part.between());
            self.parts.iter().map(text).collect()
        } else {
            String::new()
        };
        let least = segments().filter_map(|part| part.state).min_by_key(|state| state.ripeness);
        let state = least.or(self.state);
        let ripeness = match state {
            _ if target.is_empty() => Ripeness::Missing,
            Some(state) if self.is_approved => state.ripeness.max(Ripeness::Reviewed),
            Some(state) => state.ripeness,
            None if self.is_approved => Ripeness::Reviewed,
            None => Ripeness::Translated,
        };
        let is_doubted = is_partly || state.is_some_and(|state| state.is_doubted);
        let notes = self.notes.into_iter().map(|(_, text)| text).collect();
        Slip {
            tag,
            source,
            target,
            ripeness,
            is_doubted,
            notes,
            line: self.line,
            document: self.document,
            language: self.language,
            ..Slip::default()
        }
    }
}

impl UnitPart {
    /// What stands in the target for a part that has none.
    fn between(&self) -> String {
        if self.is_ignorable { self.source.clone() } else { String::new() }
    }
}

/// What a state of XLIFF 1.2 says.
pub fn legacy(state: &str) -> UnitState {
    let (ripeness, is_doubted) = match state {
        "new" | "needs-translation" => (Ripeness::Missing, false),
        "needs-adaptation" => (Ripeness::Stale, false),
        "needs-l10n" => (Ripeness::Draft, true),
        "signed-off" => (Ripeness::Reviewed, false),
        "final" => (Ripeness::Final, false),
        _ => (Ripeness::Translated, false),
    };
    UnitState { ripeness, is_doubted }
}

/// What a state of XLIFF 2 says, with a client's own word beside it.
pub fn modern(state: &str, sub_state: &str) -> UnitState {
    let is_doubted = sub_state == "poedit:fuzzy";
    let ripeness = match state {
        _ if is_doubted => Ripeness::Draft,
        "initial" if sub_state == "tolmach:stale" => Ripeness::Stale,
        "initial" if sub_state == "tolmach:draft" => Ripeness::Draft,
        "initial" => Ripeness::Missing,
        "reviewed" => Ripeness::Reviewed,
        "final" => Ripeness::Final,
        _ => Ripeness::Translated,
    };
    UnitState { ripeness, is_doubted }
}

/// What other programs that write XLIFF 1.2 say in attributes of their own.
pub fn foreign(word: &str) -> Option<UnitState> {
    let (ripeness, is_doubted) = match word {
        "NotStarted" | "Unspecified" => (Ripeness::Missing, false),
        "Draft"
        | "PartiallyEdited"
        | "PreTranslated"
        | "MachineTranslated"
        | "AssembledFromFragments"
        | "Rejected"
        | "RejectedTranslation"
        | "RejectedSignOff" => (Ripeness::Draft, true),
        "Translated" | "Confirmed" | "ManuallyConfirmed" => (Ripeness::Translated, false),
        "ApprovedTranslation" | "Reviewer1Confirmed" | "Proofread" => (Ripeness::Reviewed, false),
        "ApprovedSignOff" | "Reviewer2Confirmed" => (Ripeness::Final, false),
        _ => return None,
    };
    Some(UnitState { ripeness, is_doubted })
}
