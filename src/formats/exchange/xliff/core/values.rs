//! Values of attributes, each for itself.

use super::Flow;
use super::tables::has;
use super::tree::XmlElement;
use crate::formats::exchange::ReadFault;

/// Checks an element's values.
pub fn check(element: &XmlElement) -> Result<(), ReadFault> {
    for attribute in &element.attributes {
        if attribute.space.is_empty() && !is_allowed(element, &attribute.name, &attribute.value) {
            return Err(element.bad_value(&attribute.name));
        }
    }
    for name in ["id", "hex"] {
        let is_needed = match element.name.as_str() {
            "file" | "group" | "unit" | "data" | "ph" | "pc" | "sc" | "mrk" | "sm" => name == "id",
            "cp" => name == "hex",
            _ => false,
        };
        if is_needed {
            element.required(name)?;
        }
    }
    let pairs = [("subState", "state"), ("subType", "type")];
    match pairs.into_iter().find(|(sub, main)| is_alone(element, sub, main)) {
        Some((_, main)) => Err(element.lacks(main)),
        None => Ok(()),
    }
}

fn is_alone(element: &XmlElement, sub: &str, main: &str) -> bool {
    element.attribute(sub).is_some() && element.attribute(main).is_none()
}

fn is_allowed(element: &XmlElement, name: &str, value: &str) -> bool {
    let is_code = matches!(element.name.as_str(), "ph" | "pc" | "sc" | "ec");
    match name {
        "id" | "startRef" | "copyOf" | "dataRef" | "dataRefStart" | "dataRefEnd" => is_token(value),
        "srcLang" | "trgLang" | "xml:lang" => is_language(value),
        "state" => has("state", value),
        "subState" => is_prefixed(value),
        "canReorder" => has("reorder", value),
        "canCopy" | "canDelete" | "canOverlap" | "canResegment" | "isolated" | "translate" => {
            has("choice", value)
        }
        "type" if is_code => has("code-type", value),
        "type" if matches!(element.name.as_str(), "mrk" | "sm") => {
            has("mark-type", value) || is_prefixed(value)
        }
        "subType" => is_prefixed(value) && is_kind(element.or("type", ""), value),
        "hex" => is_hidden(value),
        "order" => value.parse::<usize>().is_ok_and(|order| order > 0),
        _ => true,
    }
}

/// Whether the standard's own kinds of codes go together with their type.
fn is_kind(main: &str, sub: &str) -> bool {
    let Some(own) = sub.strip_prefix("xlf:") else { return true };
    match main {
        "fmt" => has("format", own),
        "ui" => own == "var",
        _ => false,
    }
}

/// Whether a value is a name without white space.
pub fn is_token(value: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "._:-\u{b7}".contains(c) || c >= '\u{c0}';
    !value.is_empty() && value.chars().all(is_name)
}

fn is_prefixed(value: &str) -> bool {
    value.split_once(':').is_some_and(|(prefix, rest)| !prefix.is_empty() && !rest.is_empty())
}

fn is_language(value: &str) -> bool {
    let mut parts = value.split('-');
    let first = parts.next().unwrap_or_default();
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_named = first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_long =
        first.len() >= 2 || first.eq_ignore_ascii_case("x") || first.eq_ignore_ascii_case("i");
    is_part(first) && is_named && is_long && parts.all(is_part)
}

/// Whether a number is that of a character which XML has no way to write.
fn is_hidden(value: &str) -> bool {
    let is_long = (4..=6).contains(&value.len());
    let number = u32::from_str_radix(value, 16).ok().filter(|_| is_long);
    match number.map(|number| (number, char::from_u32(number))) {
        Some((_, Some(c))) => crate::formats::exchange::strand::is_forbidden(c),
        // Halves of pairs are refused where they are read.
        Some((number, None)) => (0xd800..0xe000).contains(&number),
        None => false,
    }
}

/// The units that a code says it contains.
pub fn flows(code: &XmlElement) -> Result<Vec<Flow>, ReadFault> {
    let mut flows = Vec::new();
    for name in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
        let Some(value) = code.attribute(name).filter(|_| code.is_core) else { continue };
        for unit in value.split_whitespace() {
            if !is_token(unit) {
                return Err(code.bad_value(name));
            }
            flows.push(Flow { unit: unit.to_owned(), offset: code.offset });
        }
    }
    Ok(flows)
}
