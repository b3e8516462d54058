//! XML as it comes: events with their places, entities resolved, declarations of entities refused.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::formats::exchange::ReadFault;
use crate::l10n::message;

/// What an XML file holds, one after another.
pub enum Markup<'a> {
    Open(Opening<'a>),
    Close(String),
    Text(String),
}

/// An element that begins, with where it does.
pub struct Opening<'a> {
    pub name: String,
    pub offset: usize,
    start: BytesStart<'a>,
}

impl Opening<'_> {
    /// The value of an attribute, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes().flatten();
        let found = attributes.find(|one| one.key.local_name().as_ref() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

/// How deep elements may stand in each other.
const DEEPEST: usize = 256;

/// Passes on all of a file; the first fault ends it.
pub fn each(
    text: &str,
    pass: &mut dyn FnMut(Markup<'_>, usize) -> Result<(), ReadFault>,
) -> Result<(), ReadFault> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_usize;
    let mut was_root = false;
    loop {
        let before = place(reader.buffer_position());
        let event = reader.read_event().map_err(|err| ReadFault {
            words: Some(err.to_string()),
            ..ReadFault::new(place(reader.error_position()), message!("error-xml-broken"))
        })?;
        match event {
            Event::Eof if was_root && depth == 0 => return Ok(()),
            Event::Eof => return Err(ReadFault::new(text.len(), message!("error-xml-cut"))),
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(ReadFault::new(before, message!("error-xml-deep")));
                }
                was_root = true;
                pass(opening(&start, before), before)?;
            }
            Event::Empty(start) => {
                was_root = true;
                let name = start.local_name().as_ref().to_owned();
                pass(opening(&start, before), before)?;
                pass(Markup::Close(name), before)?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                pass(Markup::Close(end.local_name().as_ref().to_owned()), before)?;
            }
            Event::Text(words) if depth > 0 => pass(Markup::Text(words.to_string()), before)?,
            Event::CData(words) if depth > 0 => pass(Markup::Text(words.to_string()), before)?,
            Event::Text(words) if !words.trim_start_matches('\u{feff}').trim().is_empty() => {
                return Err(ReadFault::new(before, message!("error-xml-outside")));
            }
            Event::GeneralRef(reference) => {
                let Some(c) = character(&reference) else {
                    let name = reference.to_string();
                    let message = message!("error-xml-entity", name = name);
                    return Err(ReadFault::new(before, message));
                };
                pass(Markup::Text(c.to_string()), before)?;
            }
            Event::DocType(doctype) if doctype.contains('[') => {
                return Err(ReadFault::new(before, message!("error-xml-entities")));
            }
            _ => {}
        }
    }
}

fn opening<'a>(start: &BytesStart<'a>, offset: usize) -> Markup<'a> {
    let name = start.local_name().as_ref().to_owned();
    Markup::Open(Opening { name, offset, start: start.clone() })
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn character(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}
