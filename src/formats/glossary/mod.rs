//! Ways in which agreed terms go to other programs and come from them.

mod columns;
mod entry;
mod table;
mod tbx;

use super::exchange::ReadFault;
use crate::terms::{Term, is_terms};
use crate::text::figures::Languages;

/// A way to hand terms to another program.
pub struct GlossaryFormat {
    pub name: &'static str,
    pub write: fn(&[&Term], Languages<'_>) -> Vec<u8>,
}

/// The ways out, by name.
pub const FORMATS: [GlossaryFormat; 3] = [
    GlossaryFormat { name: "csv", write: table::write },
    GlossaryFormat { name: "tbx", write: tbx::write },
    GlossaryFormat { name: "toml", write: toml },
];

/// Terms from elsewhere.
#[derive(Debug, Default)]
pub struct Brought {
    pub terms: Vec<Term>,
    /// How many entries hold no term.
    pub empty: usize,
}

/// What a file of terms is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlossaryKind {
    /// Terms as the workspace has them.
    Own,
    Tbx,
    Table,
}

/// What a text looks like.
pub fn kind(text: &str) -> GlossaryKind {
    let head = text.get(..text.floor_char_boundary(8192)).unwrap_or(text);
    if head.contains("<martif") || head.contains("<tbx") || head.trim_start().starts_with("<?xml") {
        GlossaryKind::Tbx
    } else if is_terms(text) {
        GlossaryKind::Own
    } else {
        GlossaryKind::Table
    }
}

/// The terms of a text from another program.
pub fn read(text: &str, languages: Languages<'_>) -> Result<Brought, ReadFault> {
    match kind(text) {
        GlossaryKind::Tbx => tbx::read(text),
        GlossaryKind::Own | GlossaryKind::Table => table::read(text, languages),
    }
}

fn toml(terms: &[&Term], _: Languages<'_>) -> Vec<u8> {
    let blocks: Vec<String> = terms.iter().map(|term| crate::terms::block(term)).collect();
    blocks.join("\n").into_bytes()
}

#[cfg(test)]
mod tests;
