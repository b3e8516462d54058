//! Reads XLIFF of either generation, and what calls itself so.

use std::collections::HashMap;

use super::core;
use super::inner::{Code, Inner, Into, is_struck};
use super::open::{Markup, Opening, each};
use super::unit::{UnitPart, UnitUnderWay, foreign, legacy, modern};
use crate::formats::exchange::{Delivery, ReadFault};
use crate::l10n::message;
use crate::model::Lines;
use crate::text::figures::Languages;
use crate::text::scripts::primary;

/// The generation of an XLIFF file, by its root; nothing where it is none.
pub fn generation(text: &str) -> Option<u32> {
    let head = text.get(..text.floor_char_boundary(4096)).unwrap_or(text);
    let root = &head[head.find("<xliff").or_else(|| head.find(":xliff"))?..];
    let version = root.find("version=")? + "version=".len() + 1;
    root.get(version..)?.chars().next()?.to_digit(10)
}

/// Reads a file's units, one after another.
pub fn read(text: &str, _: Languages<'_>) -> Result<Delivery, ReadFault> {
    let mut reading = Reading::new(text);
    each(text, &mut |markup, offset| match markup {
        Markup::Open(opening) => reading.open(&opening),
        Markup::Text(words) => {
            reading.add(&words);
            Ok(())
        }
        Markup::Close(name) => reading.close(&name, offset),
    })?;
    // What is well-formed and of today's generation is held to the standard's own rules.
    if generation(text) == Some(2) {
        core::check(text)?;
    }
    Ok(reading.delivery)
}

/// What is open.
struct Reading<'a> {
    lines: Lines<'a>,
    delivery: Delivery,
    document: String,
    /// The language that the file in a file is translated into.
    language: String,
    unit: Option<UnitUnderWay>,
    into: Into,
    note: (String, String),
    data: (String, String),
    /// What each element within a text adds when it closes.
    inner: Vec<Inner>,
    /// Codes of the source by their ids, for a target that names them alone.
    source_codes: HashMap<String, String>,
    /// How many elements deep we are in something that isn't looked at.
    skipped: usize,
    is_fit: bool,
    /// Whether the unit, or the segment of it, has its translation already.
    has_target: bool,
}

/// Elements whose content is not a text of the unit's.
const SKIPPED: [&str; 6] =
    ["alt-trans", "matches", "glossary", "header", "bin-unit", "resourceData"];

impl<'a> Reading<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            lines: Lines::new(text),
            delivery: Delivery::default(),
            document: String::new(),
            language: String::new(),
            unit: None,
            into: Into::Nothing,
            note: Default::default(),
            data: Default::default(),
            inner: Vec::new(),
            source_codes: HashMap::new(),
            skipped: 0,
            is_fit: false,
            has_target: false,
        }
    }

    fn open(&mut self, opening: &Opening<'_>) -> Result<(), ReadFault> {
        let name = opening.name.as_str();
        let fault = |message| Err(ReadFault::new(opening.offset, message));
        if self.skipped > 0 || SKIPPED.contains(&name) || is_struck(opening) {
            self.skipped += 1;
            return Ok(());
        }
        if matches!(self.into, Into::Source | Into::MarkedSource | Into::Target) {
            return self.open_inner(opening);
        }
        match name {
            "xliff" => {
                self.is_fit = true;
                self.delivery.language = opening.attribute("trgLang");
            }
            _ if !self.is_fit => return fault(message!("error-xliff-foreign")),
            "file" => {
                self.document = opening.attribute("original").unwrap_or_default();
                self.language = opening.attribute("target-language").unwrap_or_default();
            }
            "trans-unit" | "unit" if self.unit.is_some() => {
                return fault(message!("error-xliff-nested", name = name));
            }
            "trans-unit" | "unit" => {
                let Some(_) = opening.attribute("id") else {
                    return fault(message!("error-xliff-id", name = name));
                };
                self.begin(opening);
            }
            "target" if self.has_target => return fault(message!("error-xliff-targets")),
            _ => self.open_within(opening),
        }
        Ok(())
    }

    fn begin(&mut self, opening: &Opening<'_>) {
        let mut words = ["status", "conf"].into_iter().filter_map(|name| opening.attribute(name));
        let state = words.find_map(|word| foreign(&word));
        let mut unit = UnitUnderWay {
            line: self.lines.line(opening.offset),
            document: self.document.clone(),
            language: self.language.clone(),
            is_approved: opening.attribute("approved").as_deref() == Some("yes"),
            state,
            ..UnitUnderWay::default()
        };
        if opening.name == "trans-unit" {
            unit.parts.push(UnitPart::default());
        }
        self.unit = Some(unit);
        self.has_target = false;
        self.source_codes.clear();
    }

    /// Opens what stands within a unit.
    fn open_within(&mut self, opening: &Opening<'_>) {
        let Some(unit) = &mut self.unit else { return };
        let attribute = |name: &str| opening.attribute(name).unwrap_or_default();
        match opening.name.as_str() {
            "segment" | "ignorable" => {
                self.has_target = false;
                let state = opening.attribute("state");
                unit.parts.push(UnitPart {
                    is_ignorable: opening.name == "ignorable",
                    state: state.map(|state| modern(&state, &attribute("subState"))),
                    ..UnitPart::default()
                });
            }
            "source" => self.into = Into::Source,
            "seg-source" => self.into = Into::MarkedSource,
            "target" => {
                self.into = Into::Target;
                self.has_target = true;
                // What is marked as of another language is none of the file's.
                if let Some(own) = opening.attribute("lang")
                    && primary(&own) != primary(&unit.language)
                {
                    unit.language = own;
                }
                if let Some(part) = unit.parts.last_mut() {
                    part.target.get_or_insert_default();
                    if let Some(state) = opening.attribute("state") {
                        part.state = Some(legacy(&state));
                    }
                }
            }
            "seg" => unit.state = foreign(&attribute("conf")).or(unit.state),
            "note" => {
                let from = opening.attribute("from").or_else(|| opening.attribute("category"));
                self.note = (from.unwrap_or_default(), String::new());
                self.into = Into::Note;
            }
            "data" => {
                self.data = (attribute("id"), String::new());
                self.into = Into::Data;
            }
            _ => {}
        }
    }

    /// Opens a code or a mark within a text.
    fn open_inner(&mut self, opening: &Opening<'_>) -> Result<(), ReadFault> {
        let Some(unit) = &self.unit else { return Ok(()) };
        let code = Code::read(opening, &unit.codes, &mut self.source_codes)?;
        let is_mark = opening.attribute("mtype").as_deref() == Some("seg");
        let is_segment = is_mark && self.open_mark(opening.attribute("mid").unwrap_or_default());
        self.add(&code.text);
        self.inner.push(Inner { name: opening.name.clone(), end: code.end, is_segment });
        Ok(())
    }

    /// Begins a marked segment; of the unit's whole source only the marked parts are looked at then.
    ///
    /// Gives whether it is one, and no translation of a segment that the source has not.
    fn open_mark(&mut self, mark: String) -> bool {
        let into = self.into;
        let Some(unit) = &mut self.unit else { return false };
        if into == Into::MarkedSource {
            unit.parts.push(UnitPart { mark, ..UnitPart::default() });
        } else if into == Into::Target
            && let Some(at) = unit.parts.iter().position(|part| part.mark == mark)
        {
            // The part under way stands last.
            let part = unit.parts.remove(at);
            unit.parts.push(part);
            unit.parts.last_mut().map(|part| part.target.get_or_insert_default());
        } else {
            return into != Into::Target || !unit.is_marked();
        }
        true
    }

    fn add(&mut self, words: &str) {
        if self.skipped > 0 {
            return;
        }
        let in_mark = self.inner.iter().any(|inner| inner.is_segment);
        match (self.into, &mut self.unit) {
            (Into::Note, _) => self.note.1.push_str(words),
            (Into::Data, _) => self.data.1.push_str(words),
            (Into::Source, Some(unit)) => {
                if let Some(part) = unit.parts.last_mut() {
                    part.source.push_str(words);
                }
            }
            (Into::MarkedSource, Some(unit)) if in_mark => {
                if let Some(part) = unit.parts.last_mut() {
                    part.source.push_str(words);
                }
            }
            // Between marked segments stands nothing of theirs.
            (Into::Target, Some(unit)) if in_mark || !unit.is_marked() => {
                if let Some(part) = unit.parts.last_mut() {
                    part.target.get_or_insert_default().push_str(words);
                }
            }
            (Into::Target, Some(unit)) => {
                self.delivery.strays.add(&unit.line.to_string(), words);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str, offset: usize) -> Result<(), ReadFault> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        if self.inner.last().is_some_and(|inner| inner.name == name)
            && let Some(inner) = self.inner.pop()
        {
            self.add(&inner.end);
            return Ok(());
        }
        match name {
            "source" | "seg-source" | "target" => self.into = Into::Nothing,
            "note" => {
                self.into = Into::Nothing;
                let note = std::mem::take(&mut self.note);
                if let Some(unit) = &mut self.unit {
                    unit.notes.push(note);
                }
            }
            "data" => {
                self.into = Into::Nothing;
                let (id, text) = std::mem::take(&mut self.data);
                if let Some(unit) = &mut self.unit {
                    unit.codes.insert(id, text);
                }
            }
            "trans-unit" | "unit" => return self.finish(name, offset),
            _ => {}
        }
        Ok(())
    }

    /// Ends a unit: one slip, or one for each marked segment.
    fn finish(&mut self, name: &str, offset: usize) -> Result<(), ReadFault> {
        let Some(unit) = self.unit.take() else { return Ok(()) };
        if unit.parts.iter().all(|part| part.source.is_empty() && part.is_ignorable) {
            return Err(ReadFault::new(offset, message!("error-xliff-empty", name = name)));
        }
        for slip in unit.slips() {
            self.delivery.add(slip, offset)?;
        }
        Ok(())
    }
}
