//! What stands apart from an `OpenDocument` text: recorded changes, remarks, footnotes.

use std::collections::HashMap;
use std::io::Read;

use super::markup::{Node, Opened, XmlStream};
use super::register::Remark;
use crate::error::Result;

/// A change that somebody recorded.
#[derive(Default)]
pub struct RecordedChange {
    pub is_insertion: bool,
    /// What was taken out.
    pub text: String,
}

/// How often something stands there that is told once.
pub fn repeated(tag: &Opened<'_>, name: &str) -> usize {
    tag.attribute(name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

/// The changes that a text lists before it begins.
pub fn changes<R: Read>(markup: &mut XmlStream<'_, R>) -> Result<HashMap<String, RecordedChange>> {
    let mut changes = HashMap::new();
    let (mut id, mut change, mut paragraphs) = (String::new(), RecordedChange::default(), 0);
    loop {
        match markup.next()? {
            Node::Open(tag) => match tag.name() {
                "changed-region" => id = tag.attribute("id").unwrap_or_default(),
                "insertion" => change.is_insertion = true,
                "change-info" => markup.skip()?,
                "s" => change.text += &" ".repeat(repeated(&tag, "c").min(1000)),
                "tab" => change.text.push('\t'),
                "line-break" => change.text.push('\n'),
                "p" | "h" => paragraphs += 1,
                _ => {}
            },
            Node::Text(text) if paragraphs > 0 => change.text += &text,
            Node::Text(_) => {}
            Node::Close(name) => match name.as_str() {
                "changed-region" => {
                    changes.insert(std::mem::take(&mut id), std::mem::take(&mut change));
                }
                "p" | "h" => paragraphs -= 1,
                "tracked-changes" => return Ok(changes),
                _ => {}
            },
            Node::End => return Ok(changes),
        }
    }
}

/// A remark on the margin or a footnote, up to the end of its element.
pub fn annotation<R: Read>(markup: &mut XmlStream<'_, R>, element: &str) -> Result<Remark> {
    let mut remark = Remark::default();
    let (mut by, mut inside) = (String::new(), Vec::new());
    loop {
        match markup.next()? {
            Node::Open(tag) => inside.push(tag.name().to_owned()),
            Node::Text(text) => {
                match inside.iter().find(|name| is_told(name)).map(String::as_str) {
                    Some("creator") => by += &text,
                    Some("p") => remark.text += &text,
                    _ => {}
                }
            }
            Node::Close(name) if inside.is_empty() && name == element => break,
            Node::Close(name) => {
                inside.pop();
                if name == "p" {
                    remark.text.push('\n');
                }
            }
            Node::End => break,
        }
    }
    remark.text.truncate(remark.text.trim_end().len());
    remark.by = Some(by.trim().to_owned()).filter(|by| !by.is_empty());
    Ok(remark)
}

fn is_told(name: &str) -> bool {
    matches!(name, "creator" | "p")
}
