//! The table that translators work in: id, source, target, comment, state, and what lets it come back.

use super::bookmark;
use super::folio::{Folio, FolioRow};
use super::stretches::{coded, marked};
use crate::formats::office::word::{
    Author, Binding, Dress, Pane, Paperwork, Stretch, paragraph, row, run, runs, table,
};
use crate::l10n::{Message, message};
use crate::model::Kind;

/// Widths of the columns, in twentieths of a point.
const WIDTHS: [usize; 6] = [1050, 5100, 5100, 1750, 1138, 1000];

/// The name under which tolmach itself remarks something.
pub const OWN: &str = "tolmach";

/// The document's bytes.
pub fn write(folio: &Folio<'_>) -> Vec<u8> {
    let mut binding = folio.binding(Paperwork::Across);
    let mut rows = header(folio);
    for one in &folio.rows {
        rows += &body_row(folio, one, &mut binding);
    }
    let title = paragraph("DocumentTitle", &run(&Stretch::plain(folio.title())));
    let how = folio.words(&message!("docx-how"));
    let how = paragraph("Caption1", &run(&Stretch::plain(how)));
    binding.body = title + &how + &table("Rules", &WIDTHS, &rows) + &paragraph("Small", "");
    binding.bytes()
}

/// What the columns are called, in their order.
pub fn heads() -> [Message; 6] {
    [
        message!("docx-head-id"),
        message!("docx-head-source"),
        message!("docx-head-target"),
        message!("docx-head-comment"),
        message!("docx-head-state"),
        message!("docx-head-base"),
    ]
}

fn header(folio: &Folio<'_>) -> String {
    let fields: Vec<Pane<'_>> = heads()
        .iter()
        .zip(WIDTHS)
        .map(|(head, width)| {
            let content = paragraph("ColumnHead", &run(&Stretch::plain(folio.words(head))));
            Pane { fill: Some("EDEFF2"), ..Pane::new(width, content) }
        })
        .collect();
    row(&fields, true)
}

fn body_row(folio: &Folio<'_>, one: &FolioRow<'_>, binding: &mut Binding) -> String {
    let own = Author { name: OWN.to_owned(), on: None };
    let mut source = runs(&marked(one.source, &one.source_changes));
    if let Some(previous) = one.previous {
        let text = folio.words(&message!("docx-previous", text = previous.to_owned()));
        source = binding.comment(&own, &text, &source);
    }
    if let Some(hint) = one.hint {
        source = binding.comment(&own, hint, &source);
    }
    let mut target = runs(&coded(one.target));
    if let Some(note) = one.note {
        let by = one.by.map_or(own, |by| Author { name: by.to_owned(), on: None });
        target = binding.comment(&by, note, &target);
    }
    let [source_style, target_style] = styles(one.kind);
    let number = one.number.map_or_else(|| "+".to_owned(), |number| number.to_string());
    let bookmark = binding.pen.bookmark(&bookmark::name(&one.tag));
    let id = paragraph("Small", &(bookmark + &run(&Stretch::plain(one.tag.segment.as_str()))));
    let place = paragraph("Base", &run(&Stretch::plain(number)));
    let state = run(&Stretch::new(one.state, Dress::Plain));
    let contents = [
        id + &place,
        paragraph(source_style, &source),
        paragraph(target_style, &target),
        paragraph("Note", ""),
        paragraph("Small", &state),
        paragraph("Base", &run(&Stretch::plain(one.tag.line()))),
    ];
    let fields: Vec<Pane<'_>> = contents
        .into_iter()
        .zip(WIDTHS)
        .map(|(content, width)| Pane::new(width, content))
        .collect();
    row(&fields, false)
}

/// The styles of a block's source and target.
pub fn styles(kind: Kind) -> [&'static str; 2] {
    match kind {
        Kind::Title => ["SourceTitle", "TargetTitle"],
        Kind::Heading => ["SourceHeading", "TargetHeading"],
        _ => ["Source", "Target"],
    }
}
