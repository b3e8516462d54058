//! A bitext as JSON, one entry a segment.
//!
//! It stands among the reports, not the formats, because only here may types be
//! made for the wire; its constant is a format like the others.

use serde::Serialize;

use crate::formats::pages::{Page, PageFormat, Passage, PassageRow, Shown, Writing, passages};
use crate::model::{Bitext, Concern, Freshness, Lines, Position, State};

/// The data of a bilingual page for other programs.
pub const FORMAT: PageFormat =
    PageFormat { name: "json", extension: "json", write: Writing::Plain(write) };

#[derive(Serialize)]
struct Wire<'a> {
    version: u32,
    article: &'a str,
    source: &'a str,
    target: &'a str,
    blocks: Vec<WireBlock<'a>>,
    orphans: Vec<WireOrphan<'a>>,
}

#[derive(Serialize)]
struct WireBlock<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    segments: Vec<WireSegment<'a>>,
}

#[derive(Serialize)]
struct WireSegment<'a> {
    number: usize,
    line: usize,
    column: usize,
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'a str>,
    freshness: &'static str,
    /// Whether it has no words, and is compared by what it says.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    value: bool,
    /// Number of the segment where the pair begins that spans this one, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    continues: Option<usize>,
    #[serde(flatten)]
    held: WireHeld<'a>,
}

/// What is known of the pair; its texts stand with the first of its segments.
#[derive(Serialize)]
struct WireHeld<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unsealed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
struct WireOrphan<'a> {
    source: &'a str,
    target: &'a str,
}

fn write(page: &Page<'_>) -> Vec<u8> {
    let passages = passages(page);
    let mut places = Places::new(page.bitext);
    let wire = Wire {
        version: 1,
        article: page.article,
        source: page.source_language,
        target: page.target_language,
        blocks: passages.iter().map(|passage| block(page.bitext, passage, &mut places)).collect(),
        orphans: orphans(page.bitext, &passages),
    };
    let mut json = serde_json::to_vec_pretty(&wire).expect("texts and numbers are always JSON");
    json.push(b'\n');
    json
}

fn block<'a>(
    bitext: &'a Bitext<'a>,
    passage: &Passage<'a>,
    places: &mut Places<'a>,
) -> WireBlock<'a> {
    let mut segments = Vec::new();
    for row in &passage.rows {
        for part in &row.sources {
            let Position { line, column } = places.of(part.index);
            let is_first = part.number == row.number;
            segments.push(WireSegment {
                number: part.number,
                line,
                column,
                source: part.text,
                target: row.target.text().filter(|_| is_first),
                freshness: row.unit.freshness.name(),
                value: bitext.document.segments.get(part.index).is_some_and(|it| it.is_value),
                continues: (!is_first).then_some(row.number),
                held: if is_first { held(bitext, row) } else { judged(row) },
            });
        }
    }
    WireBlock { kind: passage.block.kind.name(), note: passage.block.note.as_deref(), segments }
}

fn held<'a>(bitext: &'a Bitext<'a>, row: &PassageRow<'a>) -> WireHeld<'a> {
    let unit = row.unit;
    let pairs = unit.pairs.iter().filter_map(|index| bitext.catalog.pairs.get(*index));
    let notes: Vec<&str> = pairs.filter_map(|pair| pair.note.as_deref()).collect();
    WireHeld {
        previous_source: (unit.freshness == Freshness::Stale).then_some(unit.previous.as_ref()),
        note: (!notes.is_empty()).then(|| notes.join("\n")),
        ..judged(row)
    }
}

/// What holds for each segment of the row.
fn judged<'a>(row: &PassageRow<'a>) -> WireHeld<'a> {
    let change = row.unit.change.as_ref();
    WireHeld {
        state: row.unit.state.map(State::name),
        previous_source: None,
        change: change.map(|change| change.danger.name()),
        trigger: change.and_then(|change| change.trigger.as_deref()),
        reason: change.and_then(|change| change.concern).map(Concern::name),
        unsealed: row.unit.is_unsealed(),
        note: None,
    }
}

/// Pairs that no segment matches, and what only the translation has.
fn orphans<'a>(bitext: &'a Bitext<'a>, passages: &[Passage<'a>]) -> Vec<WireOrphan<'a>> {
    let pairs = bitext.orphans.iter().filter_map(|index| bitext.catalog.pairs.get(*index));
    let orphans = pairs.map(|pair| WireOrphan { source: &pair.source, target: &pair.target });
    let added = passages.iter().flat_map(|passage| &passage.rows).filter_map(|row| {
        let Shown::Translation(target) = row.target else { return None };
        row.unit.segments.is_empty().then_some(WireOrphan { source: "", target })
    });
    orphans.chain(added).collect()
}

/// Lines and columns of segments, asked for in document order.
struct Places<'a> {
    bitext: &'a Bitext<'a>,
    lines: Lines<'a>,
    last: (usize, Position),
}

impl<'a> Places<'a> {
    fn new(bitext: &'a Bitext<'a>) -> Self {
        Self { bitext, lines: Lines::new(&bitext.document.text), last: (0, Position::new(1, 1)) }
    }

    /// Counts on from the last place on the same line: lines can be very long.
    fn of(&mut self, segment: usize) -> Position {
        let offset = self.bitext.document.segments[segment].span.start;
        let (from, Position { line, column }) = self.last;
        let between = self.bitext.document.text.get(from..offset);
        let place = match between {
            Some(text) if self.lines.line(offset) == line && from > 0 => {
                Position { line, column: column + text.chars().count() }
            }
            _ => self.lines.position(offset),
        };
        self.last = (offset, place);
        place
    }
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::write;
    use crate::formats::pages::Policy;
    use crate::formats::pages::testing::{PageSettings, WORKING, with_page};

    fn json(marked: &str) -> String {
        json_with(WORKING, marked)
    }

    fn json_with(settings: PageSettings, marked: &str) -> String {
        with_page(settings, marked, |page| String::from_utf8(write(page)).unwrap())
    }

    #[test]
    fn every_segment_has_an_entry_with_what_applies() {
        let marked = "⟦Прошло 21 мая.←!Прошло 19 мая.→Held on May 19.⟧ ⟦Новое.⟧ ⟦Да.→?Yes.⟧\n";
        assert_data_eq!(
            json(marked),
            str![[r#"
{
  "version": 1,
  "article": "2024/12/consultations",
  "source": "ru",
  "target": "en",
  "blocks": [
    {
      "kind": "paragraph",
      "segments": [
        {
          "number": 1,
          "line": 1,
          "column": 1,
          "source": "Прошло 21 мая.",
          "target": "Held on May 19.",
          "freshness": "stale",
          "state": "translated",
          "previous_source": "Прошло 19 мая.",
          "change": "critical",
          "trigger": "21",
          "reason": "value"
        },
        {
          "number": 2,
          "line": 1,
          "column": 16,
          "source": "Новое.",
          "freshness": "missing"
        },
        {
          "number": 3,
          "line": 1,
          "column": 23,
          "source": "Да.",
          "target": "Yes.",
          "freshness": "current",
          "state": "translated",
          "unsealed": true
        }
      ]
    }
  ],
  "orphans": []
}

"#]]
        );
    }

    #[test]
    fn a_pair_over_two_segments_stands_with_the_first() {
        let marked = "⟦Первое.→First and second.⟧⟦+Второе.⟧ ⟦Третье.→Third.⟧\n";
        assert_data_eq!(
            json(marked),
            str![[r#"
{
  "version": 1,
  "article": "2024/12/consultations",
  "source": "ru",
  "target": "en",
  "blocks": [
    {
      "kind": "paragraph",
      "segments": [
        {
          "number": 1,
          "line": 1,
          "column": 1,
          "source": "Первое.",
          "target": "First and second.",
          "freshness": "current",
          "state": "translated"
        },
        {
          "number": 2,
          "line": 1,
          "column": 8,
          "source": "Второе.",
          "freshness": "current",
          "continues": 1,
          "state": "translated"
        },
        {
          "number": 3,
          "line": 1,
          "column": 16,
          "source": "Третье.",
          "target": "Third.",
          "freshness": "current",
          "state": "translated"
        }
      ]
    }
  ],
  "orphans": []
}

"#]]
        );
    }

    #[test]
    fn what_is_frozen_shows_the_source_that_was_translated() {
        let settings = PageSettings { stale: Policy::Frozen, ..WORKING };
        let marked = "⟦Новое.←!Старое.→Old.⟧ ⟦Лишнее.⟧\n";
        assert_data_eq!(
            json_with(settings, marked),
            str![[r#"
{
  "version": 1,
  "article": "2024/12/consultations",
  "source": "ru",
  "target": "en",
  "blocks": [
    {
      "kind": "paragraph",
      "segments": [
        {
          "number": 1,
          "line": 1,
          "column": 1,
          "source": "Старое.",
          "target": "Old.",
          "freshness": "stale",
          "state": "translated",
          "previous_source": "Старое.",
          "change": "critical",
          "trigger": "21",
          "reason": "value"
        },
        {
          "number": 2,
          "line": 1,
          "column": 8,
          "source": "Лишнее.",
          "freshness": "missing"
        }
      ]
    }
  ],
  "orphans": []
}

"#]]
        );
    }
}
