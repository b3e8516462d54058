//! Codes of one side of a unit in their order: pairs, sequences, and what may not be left out.

use super::tree::XmlElement;
use crate::formats::exchange::ReadFault;
use crate::l10n::message;
use std::collections::{HashMap, HashSet};

/// A code or a mark, with how deep it stands in others.
pub struct CodePlace<'a> {
    pub element: &'a XmlElement,
    depth: usize,
}

impl<'a> CodePlace<'a> {
    /// Its id, or that of its beginning.
    fn name(&self) -> &'a str {
        let id = self.element.attribute("id").or_else(|| self.element.attribute("startRef"));
        id.unwrap_or_default()
    }
}

/// All codes of a side.
pub type CodeLine<'a> = Vec<CodePlace<'a>>;

/// The codes of all sources, or of all targets.
pub fn line<'a>(parts: &[&'a XmlElement], side: &'static str) -> CodeLine<'a> {
    let mut line = Vec::new();
    for text in parts.iter().flat_map(|part| part.own(side)) {
        add(text, 0, &mut line);
    }
    line
}

fn add<'a>(parent: &'a XmlElement, depth: usize, line: &mut CodeLine<'a>) {
    for element in &parent.children {
        line.push(CodePlace { element, depth });
        add(element, depth + 1, line);
    }
}

/// Beginnings and ends that stand apart belong together, and say the same of themselves.
pub fn pairs(line: &CodeLine<'_>) -> Result<(), ReadFault> {
    let mut starts = HashSet::new();
    let mut ends: HashMap<End<'_>, Vec<&XmlElement>> = HashMap::new();
    for element in line.iter().rev().map(|code| code.element) {
        let start = match element.name.as_str() {
            "ec" => "sc",
            "em" => "sm",
            _ => continue,
        };
        if let Some(id) = element.attribute("startRef") {
            ends.entry(End { start, id }).or_default().push(element);
        }
    }
    for element in line.iter().map(|code| code.element) {
        match element.name.as_str() {
            name @ ("sc" | "sm") => {
                let end = End { start: name, id: element.required("id")? };
                starts.insert(end);
                begun(element, ends.get(&end).and_then(|ends| ends.last().copied()))?;
            }
            "ec" if is_isolated(element) => {
                element.required("id")?;
                if element.attribute("startRef").is_some() {
                    return Err(element.bad_value("startRef"));
                }
            }
            name @ ("ec" | "em") => {
                let start = if name == "ec" { "sc" } else { "sm" };
                let end = End { start, id: element.required("startRef")? };
                if element.attribute("id").is_some() {
                    return Err(element.bad_value("id"));
                }
                if !starts.contains(&end) {
                    return Err(element.dangling(end.id));
                }
                ends.get_mut(&end).and_then(Vec::pop);
            }
            _ => {}
        }
    }
    Ok(())
}

/// What an end says of its beginning: which element it is, and its id.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct End<'a> {
    start: &'a str,
    id: &'a str,
}

fn is_isolated(element: &XmlElement) -> bool {
    element.or("isolated", "no") == "yes"
}

/// Checks a beginning beside the end that follows it.
fn begun(start: &XmlElement, end: Option<&XmlElement>) -> Result<(), ReadFault> {
    match end {
        Some(_) if is_isolated(start) => Err(start.bad_value("isolated")),
        None if !is_isolated(start) => {
            Err(start.lacks(if start.name == "sc" { "ec" } else { "em" }))
        }
        Some(end) if end.name == "ec" => alike(start, end),
        _ => Ok(()),
    }
}

/// Whether both halves of a pair may be copied, deleted, moved alike.
fn alike(start: &XmlElement, end: &XmlElement) -> Result<(), ReadFault> {
    for name in ["canCopy", "canDelete", "canOverlap"] {
        if start.or(name, "yes") != end.or(name, "yes") {
            return Err(end.bad_value(name));
        }
    }
    let wanted = if start.or("canReorder", "yes") == "yes" { "yes" } else { "no" };
    if end.or("canReorder", "yes") == wanted { Ok(()) } else { Err(end.bad_value("canReorder")) }
}

/// What may not be moved may not be copied or left out either, and stays behind its first.
pub fn sequences(sources: &CodeLine<'_>, targets: &CodeLine<'_>) -> Result<(), ReadFault> {
    let fixed = |code: &CodePlace<'_>| code.element.or("canReorder", "yes") != "yes";
    for code in sources.iter().chain(targets).filter(|code| fixed(code)) {
        for name in ["canCopy", "canDelete"] {
            if code.element.or(name, "yes") == "yes" {
                return Err(code.element.bad_value("canReorder"));
            }
        }
    }
    let order = Order::of(targets);
    let mut at = 0;
    while let Some(code) = sources.get(at) {
        let reorder = code.element.or("canReorder", "yes");
        if reorder == "no" {
            return Err(code.element.bad_value("canReorder"));
        }
        let mut length = 1;
        if reorder == "firstNo" {
            let is_next = |code: &&CodePlace<'_>| code.element.or("canReorder", "yes") == "no";
            length += sources[at + 1..].iter().take_while(is_next).count();
            order.holds(&sources[at..at + length])?;
        }
        at += length;
    }
    Ok(())
}

/// The codes of a side in their order, without marks.
struct Order<'a, 'b> {
    codes: Vec<&'b CodePlace<'a>>,
    places: HashMap<&'a str, usize>,
}

impl<'a, 'b> Order<'a, 'b> {
    fn of(line: &'b CodeLine<'a>) -> Self {
        let is_mark =
            |code: &CodePlace<'_>| matches!(code.element.name.as_str(), "mrk" | "sm" | "em");
        let codes: Vec<&CodePlace<'_>> = line.iter().filter(|code| !is_mark(code)).collect();
        let mut places = HashMap::new();
        for (place, code) in codes.iter().enumerate() {
            places.entry(code.name()).or_insert(place);
        }
        Self { codes, places }
    }

    /// Whether a sequence stands here as it does in the sources, where it stands here at all.
    fn holds(&self, sequence: &[CodePlace<'_>]) -> Result<(), ReadFault> {
        let Some(at) = self.places.get(sequence[0].name()).copied() else { return Ok(()) };
        let first = self.codes[at];
        for (wanted, place) in sequence.iter().zip(at..) {
            let found = self.codes.get(place).copied();
            let is_there = found.is_some_and(|found| {
                let is_deep = found.depth + sequence[0].depth == wanted.depth + first.depth;
                found.name() == wanted.name() && is_deep
            });
            if !is_there {
                return Err(moved(found.unwrap_or(first).element));
            }
        }
        Ok(())
    }
}

fn moved(element: &XmlElement) -> ReadFault {
    ReadFault::new(element.offset, message!("error-xliff-moved", name = element.name.as_str()))
}

/// A code that may not be left out stands in some target, where its own segment has one.
pub fn kept(parts: &[&XmlElement], targets: &CodeLine<'_>) -> Result<(), ReadFault> {
    let there: HashSet<&str> =
        targets.iter().filter_map(|code| code.element.attribute("id")).collect();
    for part in parts.iter().filter(|part| part.own("target").next().is_some()) {
        // A target that nobody has begun to write says nothing.
        if part.or("state", "initial") == "initial" && part.attribute("state").is_some() {
            continue;
        }
        for code in line(&[*part], "source") {
            let Some(id) = code.element.attribute("id") else { continue };
            let is_fast = code.element.or("canDelete", "yes") == "no";
            if is_fast && !there.contains(id) {
                return Err(moved(code.element));
            }
        }
    }
    Ok(())
}
