//! A unit as a whole: ids, data, references, order.

use std::collections::{HashMap, HashSet};

use super::codes::{self, CodeLine};
use super::references;
use super::tree::XmlElement;
use crate::formats::exchange::ReadFault;

/// Checks a unit.
pub fn check(unit: &XmlElement) -> Result<(), ReadFault> {
    let parts: Vec<&XmlElement> = unit
        .children
        .iter()
        .filter(|child| child.is_core && matches!(child.name.as_str(), "segment" | "ignorable"))
        .collect();
    orders(&parts)?;
    let sources = codes::line(&parts, "source");
    let targets = codes::line(&parts, "target");
    ids(&parts, &sources, &targets)?;
    data(unit, &[&sources, &targets])?;
    let is_whole = parts.iter().all(|part| part.own("target").next().is_some());
    codes::pairs(&sources)?;
    if is_whole {
        codes::pairs(&targets)?;
    }
    codes::sequences(&sources, &targets)?;
    codes::kept(&parts, &targets)?;
    references::check(unit, &[&sources, &targets])
}

/// Ids of segments and of the codes in sources stand once; those in targets once among themselves.
fn ids(
    parts: &[&XmlElement],
    sources: &CodeLine<'_>,
    targets: &CodeLine<'_>,
) -> Result<(), ReadFault> {
    let mut seen = HashSet::new();
    let inline = sources.iter().map(|code| code.element);
    for element in parts.iter().copied().chain(inline) {
        if let Some(id) = element.attribute("id").filter(|id| !seen.insert(*id)) {
            return Err(element.twice(id));
        }
    }
    let mut seen = HashSet::new();
    for element in targets.iter().map(|code| code.element) {
        if let Some(id) = element.attribute("id").filter(|id| !seen.insert(*id)) {
            return Err(element.twice(id));
        }
    }
    Ok(())
}

/// Places of targets: each is taken once, by saying so or by standing there.
fn orders(parts: &[&XmlElement]) -> Result<(), ReadFault> {
    let mut taken = HashSet::new();
    for (at, part) in parts.iter().enumerate() {
        let target = part.own("target").next();
        let said = target.and_then(|target| target.attribute("order"));
        let order = said.and_then(|said| said.parse().ok()).unwrap_or(at + 1);
        if order > parts.len() || !taken.insert(order) {
            return Err(target.unwrap_or(part).bad_value("order"));
        }
    }
    Ok(())
}

/// Codes refer to data of their unit, and copies to codes that may be copied.
fn data(unit: &XmlElement, lines: &[&CodeLine<'_>; 2]) -> Result<(), ReadFault> {
    let mut known = HashSet::new();
    for data in unit.own("originalData").flat_map(|all| all.own("data")) {
        let id = data.required("id")?;
        if !known.insert(id) {
            return Err(data.twice(id));
        }
    }
    let all = || lines.iter().flat_map(|line| line.iter()).map(|code| code.element);
    let mut originals = HashMap::new();
    for code in all() {
        if let Some(id) = code.attribute("id") {
            originals.entry(id).or_insert(code);
        }
    }
    for code in all() {
        for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
            match code.attribute(name) {
                Some(value) if !known.contains(value) => return Err(code.dangling(value)),
                Some(_) if code.attribute("copyOf").is_some() => {
                    return Err(code.bad_value("copyOf"));
                }
                _ => {}
            }
        }
        if let Some(wanted) = code.attribute("copyOf") {
            let original = originals.get(wanted);
            let is_fit = original.is_some_and(|one| one.or("canCopy", "yes") == "yes");
            if !is_fit {
                return Err(code.dangling(wanted));
            }
        }
    }
    Ok(())
}
