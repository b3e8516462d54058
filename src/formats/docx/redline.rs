//! What changed since a sign-off, as Word's own recorded changes: in the source, and in the translation.

use super::approval::{first_cell, head, warning, widths};
use super::fill::folio;
use super::folio::{Folio, FolioRow};
use super::stretches::read;
use super::table::styles;
use crate::formats::office::word::{
    Author, Pane, Paperwork, Pen, Revised, Stretch, paragraph, row, run, runs, table,
};
use crate::formats::pages::Page;
use crate::l10n::message;
use crate::model::{Edit, Piece};
use crate::tracking::diff;

/// How an article was, and who changed it since.
pub struct EarlierArticle<'a> {
    /// What it is compared with, as a person calls it.
    pub since: &'a str,
    /// For each row of the page the source and the translation as they were.
    pub was: Vec<[&'a str; 2]>,
    /// What is there no longer.
    pub gone: Vec<[&'a str; 2]>,
    /// Who changed the source last, and who the translations.
    pub authors: [Author; 2],
}

/// The document's bytes.
pub fn write(page: &Page<'_>, earlier: &EarlierArticle<'_>) -> Vec<u8> {
    let mut folio = folio(page);
    for (row, [source, target]) in folio.rows.iter_mut().zip(&earlier.was) {
        row.source_changes = changes(source, row.source);
        row.target_changes = changes(target, row.target);
        row.authors.clone_from(&earlier.authors);
        if let Some(by) = row.by {
            let on = row.on.map(|on| format!("{on}T00:00:00Z"));
            row.authors[1] = Author { name: by.to_owned(), on };
        }
    }
    for [source, target] in &earlier.gone {
        let changes = [changes(source, ""), changes(target, "")];
        folio.rows.push(FolioRow::gone(changes, earlier.authors.clone()));
    }
    bytes(&folio, earlier.since)
}

/// How a text became what it is; nothing where it stayed.
fn changes(old: &str, new: &str) -> Vec<Piece> {
    if old == new { Vec::new() } else { diff(old, new) }
}

fn bytes(folio: &Folio<'_>, since: &str) -> Vec<u8> {
    let mut binding = folio.binding(Paperwork::Upright);
    binding.is_recording = true;
    let mut pen = Pen::default();
    let mut rows = head(folio);
    for one in &folio.rows {
        rows += &warning(folio, one);
        rows += &body_row(one, &mut pen);
    }
    let is_changed = |piece: &Piece| piece.edit != Edit::Kept;
    let changed = folio.rows.iter().filter(|row| {
        row.source_changes.iter().any(is_changed) || row.target_changes.iter().any(is_changed)
    });
    let count = changed.count();
    let words = folio.words(&message!("docx-redline", since = since.to_owned(), count = count));
    let kind = paragraph("Caption1", &run(&Stretch::plain(words)));
    let title = paragraph("DocumentTitle", &run(&Stretch::plain(folio.title())));
    let space = paragraph("Small", "");
    binding.body = title + &kind + &table("Columns", &widths(), &rows) + &space;
    binding.bytes()
}

fn body_row(one: &FolioRow<'_>, pen: &mut Pen) -> String {
    let [source_style, target_style] = styles(one.kind);
    let [number, wide, _] = widths();
    let [source_author, target_author] = &one.authors;
    let first = first_cell(one, pen);
    let source = recorded(&one.source_changes, one.source, pen, source_author);
    let target = recorded(&one.target_changes, one.target, pen, target_author);
    let fields = [
        Pane::new(number, first),
        Pane::new(wide, paragraph(source_style, &source)),
        Pane::new(wide, paragraph(target_style, &target)),
    ];
    row(&fields, false)
}

/// A text with its changes as Word records them.
fn recorded(pieces: &[Piece], text: &str, pen: &mut Pen, author: &Author) -> String {
    if pieces.is_empty() {
        return runs(&read(text));
    }
    let mut xml = String::new();
    for piece in pieces {
        let fate = match piece.edit {
            Edit::Kept => Revised::Kept,
            Edit::Removed => Revised::Deleted,
            Edit::Inserted => Revised::Inserted,
        };
        for stretch in read(&piece.text) {
            xml += &pen.recorded(&stretch, fate, author);
        }
    }
    xml
}
