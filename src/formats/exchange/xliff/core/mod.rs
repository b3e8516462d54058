//! Whether an XLIFF 2 file is one: what the standard demands beyond well-formed XML.
//!
//! The standard's own schema finds a quarter of the faults in its suite; ids, references, pairs of codes and
//! their order are told in its prose.

mod codes;
mod references;
mod shape;
mod tables;
mod tree;
mod unit;
mod values;

use std::collections::HashSet;

use crate::formats::exchange::ReadFault;
use crate::l10n::message;
use tree::{Pass, XmlElement, walk};

/// The first fault of a file; its units are looked at one after another.
pub fn check(text: &str) -> Result<(), ReadFault> {
    let mut judge = Judge::default();
    let judged = walk(text, &mut judge).and_then(|()| judge.finish());
    judged.map_err(|fault| ReadFault { hint: Some(message!("hint-xliff-standard")), ..fault })
}

/// What is known of the file so far.
#[derive(Default)]
struct Judge {
    source: String,
    target: Option<String>,
    /// Whether attributes are those of 2.0 and 2.1.
    is_fixed: bool,
    file_count: usize,
    files: HashSet<String>,
    groups: HashSet<String>,
    units: HashSet<String>,
    /// Units that codes say they contain, with where they say so.
    flows: Vec<Flow>,
}

/// A unit that a code refers to.
struct Flow {
    unit: String,
    offset: usize,
}

impl Pass for Judge {
    fn open(&mut self, element: &XmlElement, parents: &[XmlElement]) -> Result<(), ReadFault> {
        if parents.is_empty() && !element.is_core {
            return Err(ReadFault::new(element.offset, message!("error-xliff-foreign")));
        }
        shape::opened(element, parents, self.is_fixed)?;
        if !element.is_core {
            return Ok(());
        }
        match element.name.as_str() {
            "xliff" => self.begin(element)?,
            "file" => {
                self.settle_flows()?;
                self.file_count += 1;
                self.groups.clear();
                self.units.clear();
                once(element, &mut self.files)?;
            }
            "group" => once(element, &mut self.groups)?,
            "unit" => once(element, &mut self.units)?,
            "source" | "target" if parents.iter().all(|parent| parent.is_core) => {
                self.check_language(element, parents)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, element: &XmlElement) -> Result<(), ReadFault> {
        shape::closed(element)?;
        if element.is_core && element.name == "unit" {
            unit::check(element)?;
            for code in element.all() {
                self.flows.extend(values::flows(code)?);
            }
        }
        Ok(())
    }
}

impl Judge {
    fn begin(&mut self, element: &XmlElement) -> Result<(), ReadFault> {
        let source = element.required("srcLang")?;
        source.clone_into(&mut self.source);
        self.target = element.attribute("trgLang").map(str::to_owned);
        self.is_fixed = element.attribute("version").is_some_and(|version| version < "2.2");
        Ok(())
    }

    /// Texts are in the languages that the file names.
    fn check_language(
        &self,
        element: &XmlElement,
        parents: &[XmlElement],
    ) -> Result<(), ReadFault> {
        let wanted = if element.name == "source" {
            &self.source
        } else {
            let Some(target) = &self.target else {
                let message = message!("error-xliff-lacks", name = "xliff", part = "trgLang");
                return Err(ReadFault::new(element.offset, message));
            };
            target
        };
        let around = parents.iter().rev().find_map(|parent| parent.attribute("xml:lang"));
        match element.attribute("xml:lang").or(around) {
            Some(said) if !said.eq_ignore_ascii_case(wanted) => Err(element.bad_value("xml:lang")),
            _ => Ok(()),
        }
    }

    /// Codes refer to units of their own file.
    fn settle_flows(&mut self) -> Result<(), ReadFault> {
        for flow in std::mem::take(&mut self.flows) {
            if !self.units.contains(&flow.unit) {
                let message = message!("error-xliff-reference", value = flow.unit);
                return Err(ReadFault::new(flow.offset, message));
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), ReadFault> {
        self.settle_flows()?;
        if self.file_count == 0 {
            let message = message!("error-xliff-lacks", name = "xliff", part = "file");
            return Err(ReadFault::new(0, message));
        }
        Ok(())
    }
}

/// Takes down an element's id, which nothing of its kind has yet.
fn once(element: &XmlElement, known: &mut HashSet<String>) -> Result<(), ReadFault> {
    let id = element.required("id")?;
    if known.insert(id.to_owned()) { Ok(()) } else { Err(element.twice(id)) }
}

#[cfg(test)]
mod tests;
