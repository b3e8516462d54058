//! XML of office files, piece by piece: no entities of its own, no depth without end.

use std::borrow::Cow;
use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::faults::unreadable;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;

/// How deep elements may stand in one another.
const DEEPEST: usize = 512;

/// A part of an office file that is read.
pub struct XmlStream<'a, R> {
    path: &'a str,
    /// Name of the part in its archive.
    part: &'a str,
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// What stands next.
pub enum Node<'b> {
    Open(Opened<'b>),
    /// The end of an element, by its name without a prefix.
    Close(String),
    Text(Cow<'b, str>),
    End,
}

/// The beginning of an element.
pub struct Opened<'b> {
    start: BytesStart<'b>,
}

impl Opened<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.start.name().local_name().into_inner()
    }

    /// Whether its prefix is this one.
    pub fn has_prefix(&self, prefix: &str) -> bool {
        self.start.name().prefix().is_some_and(|own| own.into_inner() == prefix)
    }

    /// The value of an attribute, by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// Whether an attribute says yes, or isn't there at all.
    pub fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
    }
}

impl<'a, R: Read> XmlStream<'a, R> {
    /// Begins to read a part.
    pub fn new(path: &'a str, part: &'a str, source: BufReader<R>) -> Self {
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self { path, part, reader, buffer: Vec::new(), depth: 0 }
    }

    /// Passes on what stands next; comments and the like are passed over.
    pub fn next(&mut self) -> Result<Node<'_>> {
        loop {
            self.buffer.clear();
            // The borrow checker takes no early return of what lies in the buffer.
            let at = self.reader.buffer_position();
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(event) => event.into_owned(),
                Err(quick_xml::Error::Io(err)) => return Err(unreadable(self.path, &err)),
                Err(err) => return Err(self.damaged(at).caused_by(err)),
            };
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.damaged(at).because(message!("error-cause-deep")));
                    }
                    return Ok(Node::Open(Opened { start }));
                }
                Event::End(end) => {
                    self.depth -= 1;
                    return Ok(Node::Close(end.name().local_name().into_inner().to_owned()));
                }
                Event::Text(text) => {
                    return Ok(Node::Text(Cow::Owned(text.xml10_content().into_owned())));
                }
                Event::CData(text) => {
                    return Ok(Node::Text(Cow::Owned(text.xml10_content().into_owned())));
                }
                Event::GeneralRef(reference) => {
                    let c = if reference.is_char_ref() {
                        reference.resolve_char_ref().ok().flatten()
                    } else {
                        predefined(&reference)
                    };
                    let Some(c) = c else {
                        let name = reference.to_string();
                        let cause = message!("error-cause-entity", name = name);
                        return Err(self.damaged(at).because(cause));
                    };
                    return Ok(Node::Text(Cow::Owned(c.to_string())));
                }
                Event::DocType(_) => {
                    return Err(self.damaged(at).because(message!("error-cause-doctype")));
                }
                Event::Eof if self.depth > 0 => {
                    return Err(self.damaged(at).because(message!("error-cause-unclosed")));
                }
                Event::Eof => return Ok(Node::End),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Passes over the rest of an element that was opened.
    pub fn skip(&mut self) -> Result<()> {
        let outside = self.depth;
        while self.depth >= outside {
            if let Node::End = self.next()? {
                break;
            }
        }
        Ok(())
    }

    fn damaged(&self, at: u64) -> Error {
        Error::new(message!(
            "error-office-part",
            part = self.part.to_owned(),
            byte = usize::try_from(at).unwrap_or_default()
        ))
        .at(Location::file(self.path))
        .hint(message!("hint-office-part"))
    }
}

/// The five characters that XML itself names.
fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}
