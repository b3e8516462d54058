//! Reads translation units as they come.

use std::io::{self, BufRead};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::variants::{Variant, texts};
use super::{Languages, TranslationUnit};
use crate::l10n::{Message, message};

/// Why a file can't be read any further.
#[derive(Debug)]
pub struct TmxFault {
    /// The byte that was reached.
    pub offset: u64,
    pub cause: TmxCause,
}

/// What is wrong with it.
#[derive(Debug)]
pub enum TmxCause {
    Known(Message),
    /// What the parser says.
    Words(String),
    Read(io::Error),
}

/// Passes on each unit that has both languages, whatever their regions.
pub fn read(
    input: impl BufRead,
    languages: Languages<'_>,
    pass: &mut dyn FnMut(TranslationUnit) -> io::Result<()>,
) -> Result<(), TmxFault> {
    let mut reader = Reader::from_reader(input);
    reader.config_mut().check_end_names = true;
    let mut state = Reading { languages, ..Reading::default() };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        let is_over = state.is_closed;
        let cause = match event {
            Ok(Event::Eof) => break,
            Ok(event) if is_over && !is_idle(&event) => {
                Some(TmxCause::Known(message!("error-tmx-after")))
            }
            Ok(event) => state.take(event, pass).err(),
            Err(quick_xml::Error::Io(err)) => {
                Some(TmxCause::Read(io::Error::new(err.kind(), err.to_string())))
            }
            Err(err) => Some(TmxCause::Words(err.to_string())),
        };
        if let Some(cause) = cause {
            return Err(TmxFault { offset: reader.buffer_position(), cause });
        }
    }
    if state.is_closed {
        return Ok(());
    }
    let cause = TmxCause::Known(message!("error-tmx-cut"));
    Err(TmxFault { offset: reader.buffer_position(), cause })
}

/// Whether it may stand behind the end of the file's one element.
fn is_idle(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text) => text.trim().is_empty(),
        event => matches!(event, Event::Comment(_) | Event::PI(_)),
    }
}

/// What is open.
struct Reading<'a> {
    languages: Languages<'a>,
    is_open: bool,
    is_closed: bool,
    unit: TranslationUnit,
    /// Language of the variant that is open.
    language: String,
    variants: Vec<Variant>,
    /// How many segments the variant that is open has.
    segments: usize,
    /// The text of the segment that is open.
    text: Option<String>,
    /// The element that is open within it.
    code: Option<Code>,
    /// How many texts within codes are open within each other.
    depth: usize,
    property: Option<(String, String)>,
    note: Option<String>,
}

impl Default for Reading<'_> {
    fn default() -> Self {
        Self {
            languages: Languages { source: "", target: "" },
            is_open: false,
            is_closed: false,
            unit: TranslationUnit::default(),
            language: String::new(),
            variants: Vec::new(),
            segments: 0,
            text: None,
            code: None,
            depth: 0,
            property: None,
            note: None,
        }
    }
}

/// What stands in an element whose text is code of another format.
#[derive(Default)]
struct Code {
    text: String,
    /// Whether that is the number of a character.
    is_character: bool,
    /// Whether it holds a text of its own, such as a footnote's, which is no part of the sentence.
    has_text: bool,
}

/// Elements whose text is code of another format.
const CODES: [&str; 5] = ["bpt", "ept", "ph", "it", "ut"];

impl Reading<'_> {
    fn take(
        &mut self,
        event: Event<'_>,
        pass: &mut dyn FnMut(TranslationUnit) -> io::Result<()>,
    ) -> Result<(), TmxCause> {
        match event {
            Event::Start(start) => self.open(&start),
            Event::Empty(start) => {
                self.open(&start)?;
                self.close(start.local_name().as_ref(), pass)
            }
            Event::End(end) => self.close(end.local_name().as_ref(), pass),
            Event::Text(text) => {
                self.add(&text);
                Ok(())
            }
            Event::CData(text) => {
                self.add(&text);
                Ok(())
            }
            Event::GeneralRef(reference) => {
                let character = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                let Some(character) = character else {
                    let message = message!("error-xml-entity", name = reference.to_string());
                    return Err(TmxCause::Known(message));
                };
                self.add(character.encode_utf8(&mut [0; 4]));
                Ok(())
            }
            Event::DocType(doctype) if doctype.contains('[') => {
                Err(TmxCause::Known(message!("error-xml-entities")))
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), TmxCause> {
        for attribute in start.attributes() {
            attribute.map_err(|err| TmxCause::Words(err.to_string()))?;
        }
        match start.local_name().as_ref() {
            "tmx" => self.is_open = true,
            _ if !self.is_open => return Err(TmxCause::Known(message!("error-tmx-foreign"))),
            "tu" => {
                self.unit = TranslationUnit::default();
                self.variants.clear();
            }
            "tuv" => {
                self.language = attribute(start, "lang").unwrap_or_default();
                self.segments = 0;
            }
            "seg" => {
                self.segments += 1;
                if self.segments > 1 {
                    return Err(TmxCause::Known(message!("error-tmx-segments")));
                }
                self.text = Some(String::new());
            }
            "sub" => {
                self.depth += 1;
                if let Some(code) = &mut self.code {
                    code.has_text = true;
                }
            }
            _ if self.depth > 0 => {}
            "prop" => {
                let name = attribute(start, "type").unwrap_or_default();
                self.property = Some((name, String::new()));
            }
            "note" => self.note = Some(String::new()),
            name if CODES.contains(&name) => {
                let is_character = attribute(start, "type").as_deref() == Some("x-char");
                self.code = Some(Code { is_character, ..Code::default() });
            }
            _ => {}
        }
        Ok(())
    }

    fn add(&mut self, more: &str) {
        if self.depth > 0 {
            return;
        }
        let place = match (&mut self.code, &mut self.text, &mut self.property) {
            (Some(code), Some(_), _) => &mut code.text,
            (_, Some(text), _) => text,
            (_, _, Some((_, value))) => value,
            _ => match &mut self.note {
                Some(note) => note,
                None => return,
            },
        };
        place.push_str(more);
    }

    fn close(
        &mut self,
        name: &str,
        pass: &mut dyn FnMut(TranslationUnit) -> io::Result<()>,
    ) -> Result<(), TmxCause> {
        match name {
            "tmx" => self.is_closed = true,
            "seg" => {
                let language = self.language.clone();
                self.variants.extend(self.text.take().map(|text| Variant { language, text }));
            }
            "prop" => self.unit.properties.extend(self.property.take()),
            "note" => self.unit.notes.extend(self.note.take()),
            "tu" => return self.finish(pass).map_err(TmxCause::Read),
            "sub" => self.depth = self.depth.saturating_sub(1),
            _ if self.depth > 0 => {}
            name if CODES.contains(&name) => {
                // Mark-up of our own is text to us; that of others can't be.
                let is_own =
                    |code: &Code| !code.has_text && !code.text.trim_start().starts_with('<');
                let code = self.code.take().filter(is_own);
                if let (Some(text), Some(code)) = (&mut self.text, code) {
                    let hex = code.text.strip_prefix("U+").filter(|_| code.is_character);
                    let number = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
                    match number.and_then(char::from_u32) {
                        Some(c) => text.push(c),
                        None => text.push_str(&code.text),
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Passes on each text in one language with each in the other.
    fn finish(
        &mut self,
        pass: &mut dyn FnMut(TranslationUnit) -> io::Result<()>,
    ) -> io::Result<()> {
        let TranslationUnit { properties, notes, .. } = std::mem::take(&mut self.unit);
        let sources = texts(&self.variants, self.languages.source);
        let targets = texts(&self.variants, self.languages.target);
        for source in &sources {
            for target in &targets {
                pass(TranslationUnit {
                    source: (*source).to_owned(),
                    target: (*target).to_owned(),
                    properties: properties.clone(),
                    notes: notes.clone(),
                    is_rival: targets.len() > 1,
                })?;
            }
        }
        Ok(())
    }
}

/// The value of an attribute, whatever its prefix.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let found = attributes.find(|one| one.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
