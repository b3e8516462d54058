//! How a file is cut into blocks and sentences.

use std::io::{self, Write};

use serde::Serialize;

use super::layout::printable;
use super::screen::{FAINT, STRONG};
use super::{Format, Screen, write_json};
use crate::l10n::message;
use crate::model::{Block, Document, Kind, Lines};

/// A parsed file and its language.
pub struct Cut {
    pub language: String,
    pub document: Document,
}

/// The formats of `segment`.
pub const FORMATS: &[Format<Cut>] =
    &[Format { name: "text", write: write_text }, Format { name: "json", write: write_machine }];

fn write_text(cut: &Cut, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lines = Lines::new(&cut.document.text);
    for block in &cut.document.blocks {
        let kind = screen.text(&name(block.kind));
        let line = lines.line(block.span.start);
        writeln!(out, "{}", screen.paint(FAINT, &format!("{line}: {kind}")))?;
        for (index, text) in block.segments.clone().zip(texts(cut, block)) {
            let number = screen.paint(STRONG, &format!("{:>4}", index + 1));
            writeln!(out, "{number}  {}", printable(text))?;
        }
    }
    Ok(())
}

fn texts<'a>(cut: &'a Cut, block: &Block) -> impl Iterator<Item = &'a str> {
    let segments = cut.document.segments.get(block.segments.clone()).unwrap_or_default();
    segments.iter().map(|segment| segment.text.as_str())
}

fn name(kind: Kind) -> crate::l10n::Message {
    match kind {
        Kind::Title => message!("report-kind-title"),
        Kind::Heading => message!("report-kind-heading"),
        Kind::Paragraph => message!("report-kind-paragraph"),
        Kind::Item => message!("report-kind-item"),
        Kind::Quotation => message!("report-kind-quotation"),
        Kind::Cell => message!("report-kind-cell"),
        Kind::Caption => message!("report-kind-caption"),
        Kind::Field => message!("report-kind-field"),
    }
}

#[derive(Serialize)]
struct WireCut<'a> {
    version: u32,
    language: &'a str,
    blocks: Vec<WireBlock<'a>>,
}

#[derive(Serialize)]
struct WireBlock<'a> {
    kind: &'static str,
    line: usize,
    segments: Vec<&'a str>,
}

fn write_machine(cut: &Cut, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lines = Lines::new(&cut.document.text);
    let blocks = cut.document.blocks.iter().map(|block| WireBlock {
        kind: block.kind.name(),
        line: lines.line(block.span.start),
        segments: texts(cut, block).collect(),
    });
    let wire = WireCut { version: 1, language: &cut.language, blocks: blocks.collect() };
    write_json(&wire, out)
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData as _, assert_data_eq, str};

    use super::{Cut, FORMATS};
    use crate::checks::testing::Sample;
    use crate::report::testing::{english, russian};

    fn cut() -> Cut {
        let sample = Sample::new("missing: Раз. + Два.\nmissing: Три\u{1b}.");
        Cut { language: "ru".to_owned(), document: sample.document }
    }

    #[test]
    fn segments_stand_under_their_block() {
        assert_data_eq!(
            english(FORMATS, "text", &cut()),
            str![[r#"
1: paragraph
   1  Раз.
   2  Два.
3: paragraph
   3  Три�.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &cut()),
            str![[r#"
1: абзац
   1  Раз.
   2  Два.
3: абзац
   3  Три�.

"#]]
        );
    }

    #[test]
    fn machines_get_blocks_of_segments() {
        assert_data_eq!(
            english(FORMATS, "json", &cut()),
            str![[r#"
{
  "version": 1,
  "language": "ru",
  "blocks": [
    {
      "kind": "paragraph",
      "line": 1,
      "segments": [
        "Раз.",
        "Два."
      ]
    },
    {
      "kind": "paragraph",
      "line": 3,
      "segments": [
        "Три\u001b."
      ]
    }
  ]
}

"#]]
            .raw()
        );
    }
}
