//! What `align` paired, sentence by sentence.

use std::io::{self, Write};

use serde::Serialize;

use super::layout::printable;
use super::screen::{FAINT, STRONG};
use super::{Format, Screen, write_json};
use crate::l10n::message;

/// The sentences of one article that translate each other.
#[derive(Clone, Debug, Serialize)]
pub struct Aligned {
    pub article: String,
    pub target: String,
    pub pairs: Vec<Row>,
}

/// Sentences of both sides; one side is empty where there is no partner.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub source: Vec<String>,
    pub target: Vec<String>,
    /// The share of such pairs that are right, from 0 to 1.
    pub confidence: f64,
}

/// What was aligned: two files, or articles of the workspace.
pub enum Alignment {
    Files(Vec<Row>),
    Articles(Vec<Aligned>),
}

#[derive(Serialize)]
struct WireFiles<'a> {
    version: u32,
    pairs: &'a [Row],
}

#[derive(Serialize)]
struct WireArticles<'a> {
    version: u32,
    articles: &'a [Aligned],
}

/// The formats of `align`.
pub const FORMATS: &[Format<Alignment>] =
    &[Format { name: "text", write: write_text }, Format { name: "json", write: write_machine }];

fn write_machine(alignment: &Alignment, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    match alignment {
        Alignment::Files(pairs) => write_json(&WireFiles { version: 1, pairs }, out),
        Alignment::Articles(articles) => write_json(&WireArticles { version: 1, articles }, out),
    }
}

fn write_text(alignment: &Alignment, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    match alignment {
        Alignment::Files(rows) => rows.iter().try_for_each(|row| write_row(row, screen, out)),
        Alignment::Articles(articles) => articles.iter().try_for_each(|aligned| {
            let paired = |row: &&Row| !row.source.is_empty() && !row.target.is_empty();
            let message = message!(
                "report-align-article",
                article = aligned.article.as_str(),
                target = aligned.target.as_str(),
                pairs = aligned.pairs.iter().filter(paired).count(),
                missing = aligned.pairs.iter().filter(|row| row.target.is_empty()).count(),
                extra = aligned.pairs.iter().filter(|row| row.source.is_empty()).count()
            );
            writeln!(out, "{}", printable(&screen.text(&message)))
        }),
    }
}

fn write_row(row: &Row, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let confidence = screen.paint(STRONG, &format!("{:.2}", row.confidence));
    let nothing = screen.paint(FAINT, "—");
    let side = |texts: &[String]| match texts {
        [] => nothing.clone(),
        texts => printable(&texts.join(" ")).into_owned(),
    };
    writeln!(out, "{confidence}  {}\n      {}", side(&row.source), side(&row.target))
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::{Aligned, Alignment, FORMATS, Row};
    use crate::report::testing::{english, russian};

    fn rows() -> Vec<Row> {
        let row = |source: &[&str], target: &[&str]| Row {
            source: source.iter().map(|text| (*text).to_owned()).collect(),
            target: target.iter().map(|text| (*text).to_owned()).collect(),
            confidence: 0.97,
        };
        vec![row(&["Да."], &["Yes."]), row(&["Нет."], &[])]
    }

    #[test]
    fn both_sides_stand_under_each_other() {
        let text = english(FORMATS, "text", &Alignment::Files(rows()));
        assert_data_eq!(
            text,
            str![[r#"
0.97  Да.
      Yes.
0.97  Нет.
      —

"#]]
        );
    }

    #[test]
    fn an_article_is_one_line() {
        let aligned =
            Aligned { article: "news".to_owned(), target: "en".to_owned(), pairs: rows() };
        let text = russian(FORMATS, "text", &Alignment::Articles(vec![aligned]));
        assert_data_eq!(
            text,
            str![[r#"
news (en): 1 пара, без перевода 1, только в переводе 0

"#]]
        );
    }
}
