//! What the checks found in one article, as the index keeps it: ids, places and arguments, no words.

use std::cell::RefCell;

use rustc_hash::FxHashSet;

use crate::checks::{CHECKS, NameSpelling};
use crate::l10n::{Message, Value};
use crate::model::{
    Concern, Danger, Edit, Finding, Fix, Location, Piece, Position, Severity, Span,
};
use crate::workspace::{ByteReader, ByteWriter};

/// What was found in one article.
#[derive(Clone, Debug)]
pub struct ArticleFindings {
    pub findings: Vec<Finding>,
    /// Whether the article has a translated document.
    pub has_page: bool,
    /// Whether it holds as long as no file changes.
    pub is_lasting: bool,
    /// How it spells names.
    pub names: Vec<NameSpelling>,
}

impl ArticleFindings {
    /// The findings as bytes; nothing where they may not last.
    pub fn pack(&self) -> Option<Vec<u8>> {
        if !self.is_lasting {
            return None;
        }
        let mut out = ByteWriter::default();
        out.byte(u8::from(self.has_page));
        out.count(self.findings.len());
        for one in &self.findings {
            finding(&mut out, one)?;
        }
        out.count(self.names.len());
        for name in &self.names {
            out.text(&name.stem);
            out.text(&name.spelling);
            out.count(name.times);
        }
        Some(out.into_bytes())
    }

    /// The findings that [`Self::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = ByteReader::new(bytes);
        let has_page = from.byte()? == 1;
        let mut findings = Vec::new();
        for _ in 0..from.count()? {
            findings.push(found(&mut from)?);
        }
        let mut names = Vec::new();
        for _ in 0..from.count()? {
            let (stem, spelling) = (from.text()?.to_owned(), from.text()?.to_owned());
            names.push(NameSpelling { stem, spelling, times: from.size()? });
        }
        Some(Self { findings, has_page, is_lasting: true, names })
    }
}

fn finding(out: &mut ByteWriter, finding: &Finding) -> Option<()> {
    out.count(CHECKS.iter().position(|check| check.id == finding.check)?);
    out.count(Severity::ALL.iter().position(|one| *one == finding.severity)?);
    out.text(&finding.article);
    out.text(&finding.target);
    for number in [finding.segment, finding.surplus] {
        out.maybe(number, ByteWriter::count);
    }
    location(out, &finding.location);
    out.maybe(finding.document.as_ref(), location);
    message(out, &finding.message);
    out.maybe(finding.hint.as_ref(), message);
    for text in [&finding.source, &finding.translation, &finding.previous_source, &finding.trigger]
    {
        out.maybe(text.as_deref(), ByteWriter::text);
    }
    out.maybe(finding.change, |out, change| out.count(place(&Danger::ALL, &change)));
    out.maybe(finding.concern, |out, concern| out.count(place(&Concern::ALL, &concern)));
    out.count(finding.diff.len());
    for piece in &finding.diff {
        out.count(place(&Edit::ALL, &piece.edit));
        out.text(&piece.text);
    }
    for mark in [finding.source_mark, finding.translation_mark] {
        out.maybe(mark, span);
    }
    out.maybe(finding.end, |out, Position { line, column }| {
        out.count(line);
        out.count(column);
    });
    out.maybe(finding.fix.as_ref(), |out, fix| {
        span(out, fix.span);
        out.text(&fix.text);
    });
    Some(())
}

fn found(from: &mut ByteReader<'_>) -> Option<Finding> {
    let check = CHECKS.get(from.size()?)?.id;
    let severity = *Severity::ALL.get(from.size()?)?;
    let (article, target) = (from.text()?.to_owned(), from.text()?.to_owned());
    let (segment, surplus) = (from.maybe(ByteReader::size)?, from.maybe(ByteReader::size)?);
    let (place, document) = (placed(from)?, from.maybe(placed)?);
    let (said, hint) = (said(from)?, from.maybe(said)?);
    let mut text = || from.maybe(|from| from.text().map(str::to_owned));
    let (source, translation, previous_source, trigger) = (text()?, text()?, text()?, text()?);
    let change = from.maybe(|from| Danger::ALL.get(from.size()?).copied())?;
    let concern = from.maybe(|from| Concern::ALL.get(from.size()?).copied())?;
    let mut diff = Vec::new();
    for _ in 0..from.count()? {
        let edit = *Edit::ALL.get(from.size()?)?;
        diff.push(Piece { edit, text: from.text()?.to_owned() });
    }
    let (source_mark, translation_mark) = (from.maybe(marked)?, from.maybe(marked)?);
    let end = from.maybe(|from| Some(Position::new(from.size()?, from.size()?)))?;
    let fix =
        from.maybe(|from| Some(Fix { span: marked(from)?, text: from.text()?.to_owned() }))?;
    Some(Finding {
        article,
        target,
        segment,
        surplus,
        document,
        hint,
        source,
        translation,
        previous_source,
        change,
        diff,
        trigger,
        concern,
        source_mark,
        translation_mark,
        end,
        fix,
        ..Finding::new(check, severity, place, said)
    })
}

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or(all.len())
}

fn span(out: &mut ByteWriter, span: Span) {
    out.count(span.start);
    out.count(span.end);
}

fn marked(from: &mut ByteReader<'_>) -> Option<Span> {
    Some(Span::new(from.size()?, from.size()?))
}

fn location(out: &mut ByteWriter, location: &Location) {
    out.text(&location.path);
    out.maybe(location.line, ByteWriter::count);
    out.maybe(location.column, ByteWriter::count);
}

fn placed(from: &mut ByteReader<'_>) -> Option<Location> {
    let path = from.text()?.to_owned();
    Some(Location {
        path,
        line: from.maybe(ByteReader::size)?,
        column: from.maybe(ByteReader::size)?,
    })
}

fn message(out: &mut ByteWriter, message: &Message) {
    out.text(message.id);
    out.count(message.arguments.len());
    for (name, value) in &message.arguments {
        out.text(name);
        match value {
            Value::Text(text) => {
                out.byte(0);
                out.text(text);
            }
            Value::Number(number) => {
                out.byte(1);
                out.fixed(number.to_bits().cast_signed());
            }
            Value::Message(inner) => {
                out.byte(2);
                self::message(out, inner);
            }
        }
    }
}

fn said(from: &mut ByteReader<'_>) -> Option<Message> {
    said_within(from, DEEPEST)
}

/// No message is an argument of an argument of more than so many others.
const DEEPEST: usize = 8;

fn said_within(from: &mut ByteReader<'_>, depth: usize) -> Option<Message> {
    let id = lasting(from.text()?);
    let mut arguments = Vec::new();
    for _ in 0..from.count()? {
        let name = lasting(from.text()?);
        let value = match from.byte()? {
            0 => Value::Text(from.text()?.to_owned()),
            1 => Value::Number(f64::from_bits(from.fixed()?.cast_unsigned())),
            2 => Value::Message(said_within(from, depth.checked_sub(1)?)?),
            _ => return None,
        };
        arguments.push((name, value));
    }
    Some(Message { id, arguments })
}

thread_local! {
    /// Names of messages and of their arguments: there are a few hundred, each kept once a thread.
    static NAMES: RefCell<FxHashSet<&'static str>> = RefCell::default();
}

fn lasting(name: &str) -> &'static str {
    NAMES.with_borrow_mut(|names| match names.get(name) {
        Some(name) => name,
        None => {
            let name: &'static str = name.to_owned().leak();
            names.insert(name);
            name
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{ArticleFindings, NameSpelling};
    use crate::checks::testing::Sample;
    use crate::checks::{CHECKS, Levels};

    const NEWS: &str = "
        missing: Первое.
        current: Было 5 %, см. [сайт](https://a.example). | There were 6 %.
        stale critical 6: Было 5. -> Было 6. | There were 5.
        unsealed draft: «Нет», & <всё>. | No .
        orphan: Старое. | Old.";

    fn news() -> ArticleFindings {
        let levels: Levels = CHECKS.iter().map(|check| (check.id, Some(check.severity))).collect();
        let findings = Sample::new(NEWS).findings(&levels);
        let names = vec![NameSpelling {
            stem: "зимин".to_owned(),
            spelling: "Zimina".to_owned(),
            times: 2,
        }];
        ArticleFindings { findings, has_page: true, is_lasting: true, names }
    }

    #[test]
    fn findings_come_back_as_they_were() {
        let news = news();
        assert!(news.findings.len() > 5);
        let bytes = news.pack().unwrap();
        let back = ArticleFindings::unpack(&bytes).unwrap();
        assert_eq!(format!("{back:?}"), format!("{news:?}"));
    }

    #[test]
    fn what_is_cut_short_gives_nothing() {
        let bytes = news().pack().unwrap();
        assert!((0..bytes.len()).all(|end| ArticleFindings::unpack(&bytes[..end]).is_none()));
    }

    #[test]
    fn what_may_end_by_itself_is_not_kept() {
        assert!(ArticleFindings { is_lasting: false, ..news() }.pack().is_none());
    }
}
