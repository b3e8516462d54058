//! Terms that the texts of a workspace propose.

use std::io::{self, Write};

use serde::Serialize;

use super::list::{WireTerm, wire};
use crate::l10n::message;
use crate::report::json::write_json;
use crate::report::screen::FAINT;
use crate::report::{Format, Screen, printable};
use crate::terms::{Term, block};

/// The forms of the proposals.
pub const PROPOSED: &[Format<ProposedTerms>] = &[
    Format { name: "text", write: text },
    Format { name: "json", write: json },
    Format { name: "toml", write: toml },
];

/// Terms that nobody agreed on yet, the surest first.
pub struct ProposedTerms {
    pub source: String,
    pub target: String,
    pub terms: Vec<ProposedTerm>,
}

/// A term that texts propose.
pub struct ProposedTerm {
    pub term: Term,
    /// `acronym`, `name` or `term`.
    pub kind: &'static str,
    /// In how many sentences it stands.
    pub count: usize,
    /// How many of those have the translation proposed.
    pub agreeing: usize,
    /// A sentence with it, its translation and its article.
    pub example: [String; 3],
}

fn text(proposed: &ProposedTerms, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for one in &proposed.terms {
        let words = |language: &str| {
            printable(&one.term.words(language).collect::<Vec<_>>().join(" / ")).into_owned()
        };
        let (left, right) = (words(&proposed.source), words(&proposed.target));
        let counted = message!("report-terms-count", count = one.count, agreeing = one.agreeing);
        writeln!(out, "{left} → {right}  {}", screen.paint(FAINT, &screen.text(&counted)))?;
        let [source, target, article] = one.example.each_ref().map(|text| printable(text));
        writeln!(out, "  {article}: {source}")?;
        writeln!(out, "  {}: {target}", proposed.target)?;
    }
    Ok(())
}

#[derive(Serialize)]
struct WireProposed<'a> {
    version: u8,
    source: &'a str,
    target: &'a str,
    terms: Vec<WireCandidate<'a>>,
}

#[derive(Serialize)]
struct WireCandidate<'a> {
    kind: &'static str,
    count: usize,
    agreeing: usize,
    #[serde(flatten)]
    term: WireTerm<'a>,
    example: WireExample<'a>,
}

#[derive(Serialize)]
struct WireExample<'a> {
    article: &'a str,
    source: &'a str,
    translation: &'a str,
}

fn json(proposed: &ProposedTerms, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let terms = proposed.terms.iter().map(|one| WireCandidate {
        kind: one.kind,
        count: one.count,
        agreeing: one.agreeing,
        term: wire(&one.term, None),
        example: WireExample {
            source: &one.example[0],
            translation: &one.example[1],
            article: &one.example[2],
        },
    });
    let terms = terms.collect();
    let ProposedTerms { source, target, .. } = proposed;
    write_json(&WireProposed { version: 1, source, target, terms }, out)
}

/// As a file of terms, each with its example as a remark.
fn toml(proposed: &ProposedTerms, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (number, one) in proposed.terms.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        for line in &one.example[..2] {
            writeln!(out, "# {}", printable(line))?;
        }
        write!(out, "{}", block(&one.term))?;
    }
    Ok(())
}
