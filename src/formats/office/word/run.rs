//! How the run that is read looks, as far as that says whether its text is there.

use std::collections::{HashMap, HashSet};

use crate::error::Result;
use crate::formats::office::archive::Archive;
use crate::formats::office::markup::{Node, Opened};

/// The run that is read.
#[derive(Default)]
pub struct OpenRun {
    /// Whether somebody struck it out by hand.
    pub is_struck: bool,
    /// Whether its text is there for programs alone.
    pub is_hidden: bool,
}

impl OpenRun {
    /// Takes one of its properties.
    pub fn dress(&mut self, tag: &Opened<'_>, hidden: &HashSet<String>) {
        match tag.name() {
            // What somebody struck out is not to be there, as if the change had been recorded.
            "strike" | "dstrike" => self.is_struck |= tag.is_on(),
            "vanish" => self.is_hidden = tag.is_on(),
            "rStyle" => {
                self.is_hidden = tag.attribute("val").is_some_and(|style| hidden.contains(&style));
            }
            _ => {}
        }
    }
}

/// The styles that hide a text, and those that stand on them.
pub fn hidden_styles(archive: &mut Archive<'_>) -> Result<HashSet<String>> {
    let (mut hidden, mut bases) = (HashMap::new(), HashMap::new());
    let Some(mut markup) = archive.markup("word/styles.xml")? else { return Ok(HashSet::new()) };
    let mut open = String::new();
    loop {
        match markup.next()? {
            Node::Open(tag) => match tag.name() {
                "style" => open = tag.attribute("styleId").unwrap_or_default(),
                "docDefaults" | "latentStyles" => markup.skip()?,
                "vanish" => _ = hidden.insert(open.clone(), tag.is_on()),
                "basedOn" => {
                    let base = tag.attribute("val").unwrap_or_default();
                    bases.insert(open.clone(), base);
                }
                _ => {}
            },
            Node::End => break,
            Node::Close(_) | Node::Text(_) => {}
        }
    }
    let styles: HashSet<String> = hidden.keys().chain(bases.keys()).cloned().collect();
    let is_hidden = |style: &String| {
        let mut style = style;
        // No style stands on itself, and a file that says so is followed no further.
        for _ in 0..=styles.len() {
            match (hidden.get(style), bases.get(style)) {
                (Some(is_hidden), _) => return *is_hidden,
                (None, Some(base)) => style = base,
                (None, None) => break,
            }
        }
        false
    };
    Ok(styles.iter().filter(|style| is_hidden(style)).cloned().collect())
}
