//! References of marks: their form, and notes that comments refer to.

use std::collections::HashSet;

use super::codes::CodeLine;
use super::tables::{has, place};
use super::tree::XmlElement;
use super::values::is_token;
use crate::formats::exchange::ReadFault;

/// Checks the marks of a unit.
pub fn check(unit: &XmlElement, lines: &[&CodeLine<'_>; 2]) -> Result<(), ReadFault> {
    let notes = unit.own("notes").flat_map(|notes| notes.own("note"));
    let notes: HashSet<&str> = notes.filter_map(|note| note.attribute("id")).collect();
    for mark in lines.iter().flat_map(|line| line.iter()).map(|code| code.element) {
        if !matches!(mark.name.as_str(), "mrk" | "sm") {
            continue;
        }
        let reference = mark.attribute("ref");
        if let Some(reference) = reference.filter(|reference| !is_reference(reference)) {
            return Err(mark.dangling(reference));
        }
        if mark.or("type", "generic") == "comment" {
            match (mark.attribute("value"), reference) {
                (None, None) => return Err(mark.lacks("value")),
                (Some(_), Some(_)) => return Err(mark.bad_value("ref")),
                (None, Some(reference)) => {
                    let is_own = note_of(reference, unit).is_some_and(|id| notes.contains(id));
                    if !is_own {
                        return Err(mark.dangling(reference));
                    }
                }
                (Some(_), None) => {}
            }
        }
    }
    Ok(())
}

/// The note of the unit itself that a reference means.
fn note_of<'r>(reference: &'r str, unit: &XmlElement) -> Option<&'r str> {
    let path = reference.strip_prefix('#')?;
    let (around, note) = path.rsplit_once('/').unwrap_or(("", path));
    let last = around.rsplit('/').next().and_then(|step| step.strip_prefix("u="));
    let is_here = around.is_empty() || last == unit.attribute("id");
    note.strip_prefix("n=").filter(|_| is_here)
}

/// Whether a reference into the file has the form that the standard gives it.
fn is_reference(text: &str) -> bool {
    let Some(path) = text.strip_prefix('#') else { return true };
    let path = path.strip_prefix('/').unwrap_or(path);
    let mut least = 0;
    let mut is_over = false;
    for step in path.split('/') {
        if is_over {
            return false;
        }
        let Some((prefix, id)) = step.split_once('=') else {
            is_over = true;
            if is_token(step) {
                continue;
            }
            return false;
        };
        if !is_token(id) {
            return false;
        }
        match place("wide", prefix) {
            Some(place) if place < least => return false,
            Some(place) => least = place + 1,
            None if has("leaves", prefix) => is_over = true,
            None => return false,
        }
    }
    true
}
