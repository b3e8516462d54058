//! How translations came about, for people and machines: who or what wrote them, article by article.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::json::write_json;
use super::layout::{padding, printable, width};
use super::{Format, Screen};
use crate::l10n::message;
use crate::model::{Bitext, MACHINE, Pair, State, is_of_machine};

/// The forms of this report.
pub const FORMATS: &[Format<Origins>] = &[
    Format { name: "text", write: write_text },
    Format { name: "json", write: write_json_form },
    Format { name: "markdown", write: write_markdown },
    Format { name: "csv", write: write_csv },
];

/// The articles looked at.
pub struct Origins {
    pub rows: Vec<OriginRow>,
}

/// One article in one target language.
pub struct OriginRow {
    pub article: String,
    pub target: String,
    counts: [u32; Author::ALL.len()],
}

/// What wrote a translation, the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Author {
    Person,
    Memory,
    Alignment,
    /// No seal proves who, or nobody knows the name.
    Unknown,
    /// A machine, and a person left it as it was.
    Untouched,
    Machine,
}

impl Author {
    const ALL: [Self; 6] = [
        Self::Person,
        Self::Memory,
        Self::Alignment,
        Self::Unknown,
        Self::Untouched,
        Self::Machine,
    ];

    fn of(pair: &Pair) -> Self {
        match pair.origin.as_deref() {
            _ if !pair.is_sealed() => Self::Unknown,
            None | Some("person") => Self::Person,
            Some(MACHINE) => Self::Machine,
            // The memory gave it again, and nobody has confirmed it here.
            Some(origin) if is_of_machine(origin) && pair.state == State::Draft => Self::Machine,
            Some(origin) if is_of_machine(origin) => Self::Untouched,
            Some(origin) if origin.starts_with("memory") => Self::Memory,
            Some(origin) if origin.starts_with("align") => Self::Alignment,
            Some(_) => Self::Unknown,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Memory => "memory",
            Self::Alignment => "align",
            Self::Unknown => "unknown",
            Self::Untouched => "machine, untouched",
            Self::Machine => "machine",
        }
    }
}

impl OriginRow {
    /// Counts the translated segments of an article.
    pub fn of(article: &str, target: &str, bitext: Option<&Bitext<'_>>) -> Self {
        let mut counts = [0; Author::ALL.len()];
        for unit in bitext.iter().flat_map(|bitext| &bitext.units) {
            let Some(bitext) = bitext.filter(|_| !unit.is_missing()) else { continue };
            let pairs = unit.pairs.iter().filter_map(|at| bitext.catalog.pairs.get(*at));
            // Of several pairs the one counts that a person has the least part in.
            if let Some(author) = pairs.map(Author::of).max() {
                counts[author as usize] += 1;
            }
        }
        Self { article: article.to_owned(), target: target.to_owned(), counts }
    }

    fn cells(&self) -> impl Iterator<Item = String> {
        self.counts.iter().map(u32::to_string)
    }
}

impl Origins {
    fn totals(&self) -> OriginRow {
        let mut total = OriginRow::of("", "", None);
        for row in &self.rows {
            for (sum, count) in total.counts.iter_mut().zip(row.counts) {
                *sum += count;
            }
        }
        total
    }

    /// The table as cells: heads, rows, the sum of all.
    fn table(&self, screen: &Screen<'_>) -> Vec<Vec<String>> {
        let mut heads = vec![screen.text(&message!("report-origins-article"))];
        for author in Author::ALL {
            let name = if author == Author::Untouched { "untouched" } else { author.name() };
            heads.push(screen.text(&message!("report-origins-author", name = name)));
        }
        let has_targets = self.rows.windows(2).any(|rows| rows[0].target != rows[1].target);
        let mut table = vec![heads];
        for row in &self.rows {
            let name = printable(&row.article);
            let name = if has_targets { format!("{name} ({})", row.target) } else { name.into() };
            table.push([name].into_iter().chain(row.cells()).collect());
        }
        let all = screen.text(&message!("report-origins-all"));
        table.push([all].into_iter().chain(self.totals().cells()).collect());
        table
    }
}

fn write_text(origins: &Origins, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let table = origins.table(screen);
    let widest = |at: usize| table.iter().map(|line| width(&line[at])).max().unwrap_or_default();
    let widths: Vec<usize> = (0..table[0].len()).map(widest).collect();
    for line in &table {
        let mut text = format!("{}{}", line[0], padding(&line[0], widths[0]));
        for (cell, width) in line.iter().zip(&widths).skip(1) {
            text.push_str(&format!("  {}{cell}", padding(cell, *width)));
        }
        writeln!(out, "{text}")?;
    }
    Ok(())
}

fn write_markdown(origins: &Origins, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (at, line) in origins.table(screen).iter().enumerate() {
        let cells: Vec<String> = line.iter().map(|cell| cell.replace('|', "\\|")).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        if at == 0 {
            writeln!(out, "|---|{}", "--:|".repeat(line.len() - 1))?;
        }
    }
    Ok(())
}

fn write_csv(origins: &Origins, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "article,target,person,memory,align,unknown,machine_untouched,machine\r\n")?;
    for row in &origins.rows {
        let name = printable(&row.article);
        let is_plain = !name.contains(['"', ',']) && !name.starts_with(['=', '+', '-', '@']);
        let name =
            if is_plain { name.into() } else { format!("\"'{}\"", name.replace('"', "\"\"")) };
        let cells: Vec<String> = row.cells().collect();
        write!(out, "{name},{},{}\r\n", row.target, cells.join(","))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct WireOrigins<'a> {
    version: u8,
    articles: Vec<WireOriginRow<'a>>,
    totals: BTreeMap<&'static str, u32>,
}

#[derive(Serialize)]
struct WireOriginRow<'a> {
    article: &'a str,
    target: &'a str,
    origins: BTreeMap<&'static str, u32>,
}

fn write_json_form(origins: &Origins, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let named =
        |row: &OriginRow| Author::ALL.iter().map(|one| one.name()).zip(row.counts).collect();
    let mut articles = Vec::new();
    for row in &origins.rows {
        let OriginRow { article, target, .. } = row;
        articles.push(WireOriginRow { article, target, origins: named(row) });
    }
    write_json(&WireOrigins { version: 1, articles, totals: named(&origins.totals()) }, out)
}
