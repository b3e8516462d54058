//! Elements within a text, and the characters that they stand for.

use std::collections::HashMap;

use super::open::Opening;
use crate::formats::exchange::ReadFault;
use crate::l10n::message;

/// Where text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Into {
    Nothing,
    Source,
    /// The source once more, cut into marked segments.
    MarkedSource,
    Target,
    Note,
    Data,
}

/// An element within a text, while it is open.
pub struct Inner {
    pub name: String,
    /// What follows its text.
    pub end: String,
    /// Whether it marks a segment.
    pub is_segment: bool,
}

/// What an element stands for, before its text and behind it.
#[derive(Default)]
pub struct Code {
    pub text: String,
    pub end: String,
}

impl Code {
    /// The code of an element: what it says, what it refers to, or what the source's says that has its id.
    pub fn read(
        opening: &Opening<'_>,
        stored: &HashMap<String, String>,
        of_source: &mut HashMap<String, String>,
    ) -> Result<Self, ReadFault> {
        let attribute = |name: &str| opening.attribute(name);
        let referred = |name: &str| stored.get(&attribute(name)?).cloned();
        let mut code = Self::default();
        match opening.name.as_str() {
            "x" | "ph" | "sc" | "ec" | "bx" | "ex" => {
                let id = attribute("id").unwrap_or_default();
                let said = ["equiv-text", "disp", "equiv"].into_iter().find_map(attribute);
                let said = said.or_else(|| referred("dataRef"));
                let kind = attribute("ctype");
                let known = || of_source.get(&id).cloned().unwrap_or_default();
                code.text = said.map_or_else(known, |said| literal(said, kind.as_deref()));
                of_source.entry(id).or_insert_with(|| code.text.clone());
            }
            "cp" => {
                let hex = attribute("hex").unwrap_or_default();
                let c = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                let Some(c) = c else {
                    let message = message!("error-xliff-character", hex = hex);
                    return Err(ReadFault::new(opening.offset, message));
                };
                code.text = c.to_string();
            }
            "pc" => {
                let said = |shown: &str, data: &str| attribute(shown).or_else(|| referred(data));
                code.text = said("dispStart", "dataRefStart").unwrap_or_default();
                code.end = said("dispEnd", "dataRefEnd").unwrap_or_default();
            }
            _ => {}
        }
        Ok(code)
    }
}

/// Whether an element holds words that somebody struck in Trados while changes were recorded.
pub fn is_struck(opening: &Opening<'_>) -> bool {
    opening.name == "mrk" && opening.attribute("mtype").as_deref() == Some("x-sdl-deleted")
}

/// The characters that a code stands for.
fn literal(said: String, kind: Option<&str>) -> String {
    let code = said.strip_prefix("U+").filter(|_| kind == Some("x-char"));
    let c = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
    c.map_or(said, |c| c.to_string())
}
