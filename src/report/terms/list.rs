//! The terms of a workspace.

use std::io::{self, Write};

use serde::Serialize;

use crate::l10n::message;
use crate::report::json::write_json;
use crate::report::screen::{FAINT, NOTE};
use crate::report::{Format, Screen, printable};
use crate::terms::{Term, TermWords};

/// The forms of the list.
pub const FORMATS: &[Format<ListedTerms>] =
    &[Format { name: "text", write: text }, Format { name: "json", write: json }];

/// Terms with the languages of their workspace.
pub struct ListedTerms {
    pub source: String,
    pub targets: Vec<String>,
    pub terms: Vec<ListedTerm>,
}

/// A term and where it stands.
pub struct ListedTerm {
    pub path: String,
    /// From 1.
    pub line: usize,
    pub term: Term,
}

fn text(list: &ListedTerms, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for listed in &list.terms {
        let term = &listed.term;
        let words = |language: &str| {
            printable(&term.words(language).collect::<Vec<_>>().join(" / ")).into_owned()
        };
        let targets: Vec<String> = list
            .targets
            .iter()
            .map(|target| words(target))
            .filter(|words| !words.is_empty())
            .collect();
        let right = if term.do_not_translate && targets.is_empty() {
            screen.text(&message!("report-terms-kept"))
        } else {
            targets.join("; ")
        };
        let place = format!("{}:{}", printable(&listed.path), listed.line);
        writeln!(out, "{} → {right}  {}", words(&list.source), screen.paint(FAINT, &place))?;
        for language in std::iter::once(&list.source).chain(&list.targets) {
            let forbidden = term.forbidden(language).join(" / ");
            if !forbidden.is_empty() {
                let told =
                    message!("report-agreed-forbidden", texts = printable(&forbidden).as_ref());
                writeln!(out, "  {}", screen.text(&told))?;
            }
        }
        let places: Vec<String> =
            term.context.iter().chain(&term.near).map(|one| printable(one).into_owned()).collect();
        if !places.is_empty() {
            writeln!(
                out,
                "  {}",
                screen.text(&message!("report-terms-where", places = places.join(", ")))
            )?;
        }
        if let Some(note) = &term.note {
            writeln!(out, "  {}", screen.paint(NOTE, &printable(note)))?;
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct WireTerms<'a> {
    version: u8,
    source: &'a str,
    targets: &'a [String],
    terms: Vec<WireTerm<'a>>,
}

/// A term as programs read it.
#[derive(Serialize)]
pub struct WireTerm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    full: &'a TermWords,
    short: &'a TermWords,
    forbidden: &'a TermWords,
    context: &'a [String],
    near: &'a [String],
    do_not_translate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of_speech: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
}

/// The form of a term that programs read.
pub fn wire<'a>(term: &'a Term, place: Option<&'a ListedTerm>) -> WireTerm<'a> {
    WireTerm {
        path: place.map(|place| &*place.path),
        line: place.map(|place| place.line),
        full: &term.full,
        short: &term.short,
        forbidden: &term.forbidden,
        context: &term.context,
        near: &term.near,
        do_not_translate: term.do_not_translate,
        part_of_speech: term.part_of_speech.as_deref(),
        note: term.note.as_deref(),
        owner: term.owner.as_deref(),
        date: term.date.as_deref(),
    }
}

fn json(list: &ListedTerms, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let terms = list.terms.iter().map(|listed| wire(&listed.term, Some(listed))).collect();
    let ListedTerms { source, targets, .. } = list;
    write_json(&WireTerms { version: 1, source, targets, terms }, out)
}
