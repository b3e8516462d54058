//! A page to read in two columns and to sign: who speaks is marked, and Word records what is changed.

use super::bookmark;
use super::folio::{Folio, FolioRow};
use super::stretches::{read, read_with};
use super::table::styles;
use crate::formats::exchange::Ripeness;
use crate::formats::office::word::{
    Author, Binding, Dress, Pane, Paperwork, Pen, Stretch, paragraph, prompt, row, run, runs, table,
};
use crate::l10n::message;
use crate::text::speech::speech;

/// Width of the narrow column of numbers, in twentieths of a point.
const NARROW: usize = 480;

/// The document's bytes.
pub fn write(folio: &Folio<'_>) -> Vec<u8> {
    let mut binding = folio.binding(Paperwork::Upright);
    binding.is_recording = true;
    let mut rows = head(folio);
    for one in &folio.rows {
        rows += &body_row(folio, one, &mut binding);
    }
    let kind =
        paragraph("Caption1", &run(&Stretch::plain(folio.words(&message!("docx-approval")))));
    let title = paragraph("DocumentTitle", &run(&Stretch::plain(folio.title())));
    let how =
        paragraph("Caption1", &run(&Stretch::plain(folio.words(&message!("docx-approval-how")))));
    let space = paragraph("Small", "");
    let body = table("Columns", &widths(), &rows);
    binding.body = kind + &title + &how + &body + &space + &verdict(folio) + &space;
    binding.bytes()
}

/// Widths of the columns: number, source, translation.
pub fn widths() -> [usize; 3] {
    let half = (Paperwork::Upright.width() - NARROW) / 2;
    [NARROW, half, half]
}

/// The columns' heads: the languages by name.
pub fn head(folio: &Folio<'_>) -> String {
    let [number, source, target] = widths();
    let head = |tag: &str| paragraph("ColumnHead", &run(&Stretch::plain(folio.language(tag))));
    let fields = [
        Pane::new(number, paragraph("ColumnHead", "")),
        Pane::new(source, head(folio.source_language)),
        Pane::new(target, head(folio.target_language)),
    ];
    row(&fields, true)
}

fn body_row(folio: &Folio<'_>, one: &FolioRow<'_>, binding: &mut Binding) -> String {
    let [source_style, target_style] = styles(one.kind);
    let [said, told] = [one.source, one.target].map(speaker);
    let mut target = runs(&read(one.target));
    if one.target.is_empty() {
        target = prompt(&folio.words(&message!("web-no-translation")));
    } else if let Some(note) = one.note {
        let by = Author { name: one.by.unwrap_or(super::table::OWN).to_owned(), on: None };
        target = binding.comment(&by, note, &target);
    }
    let source = paragraph(source_style, &runs(&read_with(one.source, &one.source_changes)));
    let target = paragraph(target_style, &target);
    let is_speech = said.is_some() || told.is_some();
    let fill = is_speech.then_some(SPOKEN);
    let [number, wide, _] = widths();
    let fields = [
        Pane { fill, ..Pane::new(number, first_cell(one, &mut binding.pen)) },
        Pane { fill, ..Pane::new(wide, source) },
        Pane { fill, ..Pane::new(wide, target) },
    ];
    let label = if is_speech { label(folio, [said, told]) } else { String::new() };
    warning(folio, one) + &label + &row(&fields, false)
}

/// The ground that a translation stands on which is not that of its source.
const BEHIND: &str = "FBEEDB";

/// A row of its own above a translation that is not that of its source as it stands.
pub fn warning(folio: &Folio<'_>, one: &FolioRow<'_>) -> String {
    let words = match (one.tag.ripeness, one.previous) {
        (Ripeness::Stale, Some(_)) => {
            [message!("docx-stale-source"), message!("docx-stale-target")]
        }
        (Ripeness::Stale, None) => [message!("docx-unsealed"), message!("docx-unsealed")],
        _ => return String::new(),
    };
    let words =
        words.map(|message| paragraph("Behind", &run(&Stretch::plain(folio.words(&message)))));
    let [number, wide, _] = widths();
    let fill = Some(BEHIND);
    let [source, target] = words.map(|content| Pane { fill, ..Pane::new(wide, content) });
    let first = Pane { fill, ..Pane::new(number, paragraph("Behind", "")) };
    row(&[first, source, target], false)
}

/// The ground that direct speech stands on.
const SPOKEN: &str = "EEF4FA";

/// A row of its own that says who speaks; so nobody's name gets into a translation.
fn label(folio: &Folio<'_>, [said, told]: [Option<String>; 2]) -> String {
    let words = |speaker: Option<String>| {
        let message = match speaker.filter(|name| !name.is_empty()) {
            Some(name) => message!("docx-speaker", name = name),
            None => message!("docx-speech"),
        };
        paragraph("Speaker", &run(&Stretch::plain(folio.words(&message))))
    };
    let [number, wide, _] = widths();
    let fill = Some(SPOKEN);
    let fields = [
        Pane { fill, ..Pane::new(number, paragraph("Speaker", "")) },
        Pane { fill, ..Pane::new(wide, words(said)) },
        Pane { fill, ..Pane::new(wide, words(told)) },
    ];
    row(&fields, false)
}

/// The number, and unseen what lets the row come back.
pub fn first_cell(one: &FolioRow<'_>, pen: &mut Pen) -> String {
    let number = one.number.map_or_else(|| "+".to_owned(), |number| number.to_string());
    if one.tag.segment.is_empty() {
        return paragraph("Small", &run(&Stretch::plain("−")));
    }
    let base = run(&Stretch::new(format!(" {}", one.tag.line()), Dress::Hidden));
    let number = run(&Stretch::plain(number));
    paragraph("Small", &(pen.bookmark(&bookmark::name(&one.tag)) + &number + &base))
}

/// Whose words these are; empty where they are somebody's who isn't named.
fn speaker(text: &str) -> Option<String> {
    speech(text).map(|speech| speech.speaker.unwrap_or_default())
}

/// The box in which the reader decides.
fn verdict(folio: &Folio<'_>) -> String {
    let width = Paperwork::Upright.width();
    let choice = |message| {
        let sign = run(&Stretch::new("☐", Dress::Box));
        paragraph("Choice", &(sign + &run(&Stretch::plain(format!("  {}", folio.words(&message))))))
    };
    let choices = [
        choice(message!("docx-approved")),
        choice(message!("docx-approved-with-changes")),
        choice(message!("docx-refused")),
    ];
    let line = |message| {
        let words = run(&Stretch::new(folio.words(&message), Dress::Quiet));
        paragraph("Choice", &words)
    };
    let head =
        paragraph("ColumnHead", &run(&Stretch::plain(folio.words(&message!("docx-verdict")))));
    let half = width / 2;
    let fields = |content: String| Pane { span: 2, ..Pane::new(width, content) };
    let rows = row(&[fields(head)], false)
        + &row(&[fields(choices.concat())], false)
        + &row(
            &[
                Pane::new(half, line(message!("docx-name"))),
                Pane::new(width - half, line(message!("docx-date"))),
            ],
            false,
        );
    table("Boxed", &[half, width - half], &rows)
}
