//! What stands apart from a Word document's text: comments with their authors, footnotes.

use std::collections::HashMap;
use std::io::Read;

use crate::error::Result;
use crate::formats::office::archive::Archive;
use crate::formats::office::markup::{Node, XmlStream};
use crate::formats::office::register::Remark;

/// Remarks by their ids.
pub type Remarks = HashMap<String, Remark>;

/// The remarks of a part, each in an element of this name.
pub fn remarks(archive: &mut Archive<'_>, part: &str, element: &str) -> Result<Remarks> {
    let Some(mut markup) = archive.markup(part)? else { return Ok(Remarks::new()) };
    let mut remarks = Remarks::new();
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name() == element => {
                let by = tag.attribute("author").filter(|by| !by.trim().is_empty());
                // Lines between text and footnotes are footnotes of their own kind.
                let is_line = tag.attribute("type").is_some_and(|kind| kind != "normal");
                let id = tag.attribute("id").unwrap_or_default();
                let text = text(&mut markup, element)?;
                if !is_line && !text.is_empty() {
                    remarks.insert(id, Remark { by, text });
                }
            }
            Node::End => return Ok(remarks),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

/// The text up to the end of an element, paragraphs on lines of their own.
fn text<R: Read>(markup: &mut XmlStream<'_, R>, element: &str) -> Result<String> {
    let mut text = String::new();
    let mut is_text = false;
    loop {
        match markup.next()? {
            Node::Open(tag) => match tag.name() {
                "t" => is_text = true,
                "br" | "cr" => text.push('\n'),
                "tab" => text.push('\t'),
                "del" | "moveFrom" | "pPr" | "rPr" | "Fallback" => markup.skip()?,
                _ => {}
            },
            Node::Close(name) if name == element => return Ok(text.trim().to_owned()),
            Node::Close(name) => {
                is_text = false;
                if name == "p" {
                    text.push('\n');
                }
            }
            Node::Text(piece) if is_text => text += &piece,
            Node::Text(_) => {}
            Node::End => return Ok(text),
        }
    }
}
