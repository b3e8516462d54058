//! How the parts of an Office file name one another.

use super::archive::Archive;
use super::markup::Node;
use crate::error::Result;

/// One part named by another.
pub struct Relation {
    pub id: String,
    /// The last word of the relation's address, such as `comments`.
    pub kind: String,
    pub path: String,
}

/// The parts that a part names, from its file of relations.
pub fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>> {
    let mut relations = Vec::new();
    let Some(mut markup) = archive.markup(part)? else { return Ok(relations) };
    loop {
        match markup.next()? {
            Node::Open(tag) if tag.name() == "Relationship" => {
                let attribute = |name| tag.attribute(name).unwrap_or_default();
                let kind = attribute("Type");
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id: attribute("Id"), kind, path: attribute("Target") });
            }
            Node::End => return Ok(relations),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

/// Name of a part's file of relations.
pub fn relations_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{file}.rels")
}

/// The name in the archive of what a part calls by a path of its own.
pub fn resolved(part: &str, path: &str) -> String {
    if let Some(path) = path.strip_prefix('/') {
        return path.to_owned();
    }
    let mut names: Vec<&str> = part.split('/').collect();
    names.pop();
    for name in path.split('/') {
        match name {
            ".." => _ = names.pop(),
            "." | "" => {}
            name => names.push(name),
        }
    }
    names.join("/")
}
