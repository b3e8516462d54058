//! Elements as a tree, no larger than one unit at a time.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};
use quick_xml::reader::NsReader;

use crate::formats::exchange::ReadFault;
use crate::l10n::message;

/// How names of the standard's own elements begin.
const CORE: &str = "urn:oasis:names:tc:xliff:document:2";

/// How names of its modules begin.
pub const MODULES: &str = "urn:oasis:names:tc:xliff:";

/// What stands behind notes, data, and what programs add.
const CONTENT: [&str; 4] = ["unit", "group", "segment", "ignorable"];

/// How many elements a unit may hold; each is kept until the unit ends.
const MOST: usize = 200_000;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub struct XmlElement {
    pub name: String,
    pub space: String,
    /// Whether it is the standard's own, and of no module or program.
    pub is_core: bool,
    pub offset: usize,
    pub attributes: Vec<Property>,
    pub children: Vec<Self>,
    /// Whether any text stands directly in it.
    pub has_text: bool,
    /// Whether what it is for has begun: a unit, a group or a segment stands in it.
    pub has_content: bool,
}

/// An attribute.
#[derive(Debug)]
pub struct Property {
    /// With `xml:` before those of XML itself.
    pub name: String,
    /// Empty for attributes without a prefix.
    pub space: String,
    pub value: String,
}

/// Who looks at elements as they come.
pub trait Pass {
    /// An element begins, within its parents, which hold what stood before it.
    fn open(&mut self, element: &XmlElement, parents: &[XmlElement]) -> Result<(), ReadFault>;
    /// An element is whole.
    fn close(&mut self, element: &XmlElement) -> Result<(), ReadFault>;
}

impl XmlElement {
    /// The value of an attribute without a prefix, or with that of XML.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|one| one.name == name && one.space.is_empty());
        found.map(|one| one.value.as_str())
    }

    /// The value, or a fault where it isn't there.
    pub fn required(&self, name: &str) -> Result<&str, ReadFault> {
        self.attribute(name).ok_or_else(|| self.lacks(name))
    }

    /// The value, or what stands for none.
    pub fn or<'a>(&'a self, name: &str, default: &'a str) -> &'a str {
        self.attribute(name).unwrap_or(default)
    }

    /// The standard's own elements in it with this name.
    pub fn own<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.is_core && child.name == name)
    }

    /// All elements below it, in their order.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        let mut rest: Vec<&Self> = self.children.iter().rev().collect();
        while let Some(element) = rest.pop() {
            all.push(element);
            rest.extend(element.children.iter().rev());
        }
        all
    }

    /// Whether it is one of many that hold the work.
    fn is_large(&self) -> bool {
        self.is_core && matches!(self.name.as_str(), "unit" | "group" | "file")
    }

    /// That it has no such part.
    pub fn lacks(&self, part: &str) -> ReadFault {
        let message = message!("error-xliff-lacks", name = self.name.as_str(), part = part);
        ReadFault::new(self.offset, message)
    }

    /// That an attribute's value isn't allowed.
    pub fn bad_value(&self, attribute: &str) -> ReadFault {
        self.wrong(attribute, self.or(attribute, ""))
    }

    /// That this value of an attribute, whatever its prefix, isn't allowed.
    pub fn wrong(&self, attribute: &str, value: &str) -> ReadFault {
        let name = self.name.as_str();
        let message =
            message!("error-xliff-value", name = name, attribute = attribute, value = value);
        ReadFault::new(self.offset, message)
    }

    /// That an id stands there already.
    pub fn twice(&self, id: &str) -> ReadFault {
        ReadFault::new(self.offset, message!("error-xliff-twice", id = id))
    }

    /// That a value refers to nothing.
    pub fn dangling(&self, value: &str) -> ReadFault {
        ReadFault::new(self.offset, message!("error-xliff-reference", value = value))
    }

    fn read(start: &BytesStart<'_>, reader: &NsReader<&[u8]>, offset: usize) -> Self {
        let mut element = Self { offset, ..Self::default() };
        let (space, local) = reader.resolver().resolve_element(start.name());
        local.as_ref().clone_into(&mut element.name);
        element.space = named(&space);
        element.is_core = element.space.starts_with(CORE);
        for attribute in start.attributes().flatten() {
            let QName(whole) = attribute.key;
            if whole == "xmlns" || whole.starts_with("xmlns:") {
                continue;
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default();
            let (space, local) = reader.resolver().resolve_attribute(attribute.key);
            let is_xml = whole.starts_with("xml:");
            element.attributes.push(Property {
                name: if is_xml { whole.to_owned() } else { local.as_ref().to_owned() },
                space: if is_xml { String::new() } else { named(&space) },
                value: value.into_owned(),
            });
        }
        element
    }
}

fn named(space: &ResolveResult<'_>) -> String {
    match space {
        ResolveResult::Bound(space) => space.as_ref().to_owned(),
        ResolveResult::Unbound => String::new(),
        ResolveResult::Unknown(prefix) => format!("{prefix:?}"),
    }
}

/// Shows each element of a text that is well-formed; any other is left to its reader.
pub fn walk(text: &str, pass: &mut dyn Pass) -> Result<(), ReadFault> {
    let mut reader = NsReader::from_str(text);
    let mut open: Vec<XmlElement> = Vec::new();
    let mut held = 0;
    loop {
        let offset = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let Ok(event) = reader.read_event() else { return Ok(()) };
        match event {
            Event::Eof => return Ok(()),
            Event::Start(start) => {
                let element = XmlElement::read(&start, &reader, offset);
                pass.open(&element, &open)?;
                held = if element.is_large() { 0 } else { held + 1 };
                open.push(element);
            }
            Event::Empty(start) => {
                let element = XmlElement::read(&start, &reader, offset);
                pass.open(&element, &open)?;
                held += 1;
                close(element, &mut open, pass)?;
            }
            Event::End(_) => {
                let Some(element) = open.pop() else { return Ok(()) };
                close(element, &mut open, pass)?;
            }
            Event::Text(words) if words.trim().is_empty() => {}
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                if let Some(last) = open.last_mut() {
                    last.has_text = true;
                }
            }
            _ => {}
        }
        if held > MOST {
            return Err(ReadFault::new(offset, message!("error-xml-many", count = MOST)));
        }
    }
}

/// Ends an element; of units and what holds them only the shell is kept.
fn close(
    element: XmlElement,
    open: &mut [XmlElement],
    pass: &mut dyn Pass,
) -> Result<(), ReadFault> {
    pass.close(&element)?;
    let Some(parent) = open.last_mut() else { return Ok(()) };
    let is_large = element.is_large();
    let kept = if is_large { XmlElement { children: Vec::new(), ..element } } else { element };
    if kept.is_core && CONTENT.contains(&kept.name.as_str()) {
        parent.has_content = true;
    }
    // So many units say no more of their parent than one does.
    let is_more = is_large && parent.children.last().is_some_and(|last| last.name == kept.name);
    if !is_more {
        parent.children.push(kept);
    }
    Ok(())
}
