//! Which element stands where, with which attributes.

use std::collections::HashSet;

use super::tables::{has, rule_of};
use super::tree::{MODULES, XmlElement};
use super::values;
use crate::formats::exchange::ReadFault;
use crate::l10n::message;

const FS: &str = "urn:oasis:names:tc:xliff:fs:2.0";
const VALIDATION: &str = "urn:oasis:names:tc:xliff:validation:2.0";

/// Checks an element as it begins.
pub fn opened(
    element: &XmlElement,
    parents: &[XmlElement],
    is_fixed: bool,
) -> Result<(), ReadFault> {
    let parent = parents.last();
    if !element.is_core {
        return foreign(element, parent);
    }
    let rule = rule_of(&element.name).filter(|_| fits(element, parent));
    let Some(rule) = rule else { return Err(misplaced(element, parent)) };
    for attribute in &element.attributes {
        let is_known = attribute.space.is_empty() && rule.takes(&attribute.name);
        let is_foreign = !attribute.space.is_empty() && is_own_of_programs(&attribute.space);
        let is_misplaced = is_foreign && has("closed", &element.name);
        if is_misplaced || is_fixed && attribute.space.is_empty() && !is_known {
            let (name, attribute) = (element.name.as_str(), attribute.name.as_str());
            let message = message!("error-xliff-attribute", name = name, attribute = attribute);
            return Err(ReadFault::new(element.offset, message));
        }
        if attribute.space == FS {
            let is_named = matches!(attribute.name.as_str(), "fs" | "subFs");
            let is_html = attribute.name != "fs" || has("html", &attribute.value);
            let is_end = element.name == "ec" && element.or("isolated", "no") == "no";
            if !is_named || !is_html || is_end {
                return Err(element.wrong(&attribute.name, &attribute.value));
            }
        }
    }
    if element.name == "target" {
        spaces(parents, element)?;
    }
    values::check(element)
}

/// Whether a namespace is neither the standard's nor the web's.
fn is_own_of_programs(space: &str) -> bool {
    !space.starts_with(MODULES) && !space.starts_with("http://www.w3.org/")
}

/// Whether the standard's element may stand where it does.
fn fits(element: &XmlElement, parent: Option<&XmlElement>) -> bool {
    let Some(parent) = parent else { return element.name == "xliff" };
    if !parent.is_core {
        // What stands in a module is the module's to say.
        return true;
    }
    let is_child = rule_of(&parent.name).is_some_and(|rule| rule.holds(&element.name));
    let is_late = matches!(element.name.as_str(), "notes" | "skeleton" | "originalData");
    let is_alone = is_late || matches!(element.name.as_str(), "source" | "target");
    let is_second = is_alone && parent.own(&element.name).next().is_some();
    is_child && !is_second && !(is_late && parent.has_content)
}

/// Elements of modules and programs stand before the content of what is open to them.
fn foreign(element: &XmlElement, parent: Option<&XmlElement>) -> Result<(), ReadFault> {
    if element.space == VALIDATION && !matches!(element.name.as_str(), "validation" | "rule") {
        return Err(misplaced(element, parent));
    }
    let Some(parent) = parent.filter(|parent| parent.is_core) else { return Ok(()) };
    let is_open = rule_of(&parent.name).is_some_and(|rule| rule.is_open);
    if is_open && !parent.has_content { Ok(()) } else { Err(misplaced(element, Some(parent))) }
}

fn misplaced(element: &XmlElement, parent: Option<&XmlElement>) -> ReadFault {
    let message = match parent {
        Some(parent) => {
            let (name, parent) = (element.name.as_str(), parent.name.as_str());
            message!("error-xliff-child", name = name, parent = parent)
        }
        None => message!("error-xliff-foreign"),
    };
    ReadFault::new(element.offset, message)
}

/// Checks an element that is whole.
pub fn closed(element: &XmlElement) -> Result<(), ReadFault> {
    if !element.is_core {
        return Ok(());
    }
    let has = |names: &[&str]| names.iter().any(|name| element.own(name).next().is_some());
    let missing = match element.name.as_str() {
        "xliff" if !has(&["file"]) => "file",
        "file" if !has(&["unit", "group"]) => "unit",
        "unit" if !has(&["segment"]) => "segment",
        "segment" | "ignorable" if !has(&["source"]) => "source",
        "notes" if !has(&["note"]) => "note",
        "originalData" if !has(&["data"]) => "data",
        "skeleton" => return skeleton(element),
        "file" | "group" | "unit" => return unique(element),
        _ => return Ok(()),
    };
    Err(element.lacks(missing))
}

/// A skeleton is there or elsewhere.
fn skeleton(element: &XmlElement) -> Result<(), ReadFault> {
    let is_filled = element.has_text || !element.children.is_empty();
    match element.attribute("href") {
        Some(_) if is_filled => Err(element.bad_value("href")),
        None if !is_filled => Err(element.lacks("href")),
        _ => Ok(()),
    }
}

/// Ids of notes, and of what programs added, stand once in what holds them.
fn unique(element: &XmlElement) -> Result<(), ReadFault> {
    let mut seen = HashSet::new();
    for note in element.own("notes").flat_map(|notes| notes.own("note")) {
        if let Some(id) = note.attribute("id").filter(|id| !seen.insert(*id)) {
            return Err(note.twice(id));
        }
    }
    let mut seen = HashSet::new();
    let added = element.children.iter().filter(|child| is_own_of_programs(&child.space));
    for root in added {
        for one in root.all().into_iter().chain([root]) {
            let id = one.attribute("id").or_else(|| one.attribute("xml:id"));
            if let Some(id) = id.filter(|id| !seen.insert(*id)) {
                return Err(one.twice(id));
            }
        }
    }
    Ok(())
}

/// White space counts in both texts of a segment, or in neither, whoever says so.
fn spaces(parents: &[XmlElement], target: &XmlElement) -> Result<(), ReadFault> {
    let around = parents.iter().rev().find_map(|parent| parent.attribute("xml:space"));
    let said = |text: &XmlElement| text.attribute("xml:space").or(around).map(str::to_owned);
    let Some(source) = parents.last().and_then(|part| part.own("source").next()) else {
        return Ok(());
    };
    let way = |text| said(text).unwrap_or_else(|| "default".to_owned());
    if way(source) == way(target) { Ok(()) } else { Err(target.bad_value("xml:space")) }
}
