//! How much the memory holds.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use crate::l10n::message;
use crate::memory::{Entry, KeeperKind};
use crate::report::json::write_json;
use crate::report::{Format, Screen};
use crate::text::stems::hash;

/// The forms of the count.
pub const STATS: &[Format<Stocks>] =
    &[Format { name: "text", write: text }, Format { name: "json", write: json }];

/// The counts of all target languages.
#[derive(Default)]
pub struct Stocks {
    pub source: String,
    pub targets: Vec<Stock>,
}

/// What the memory of one target language holds.
#[derive(Default)]
pub struct Stock {
    pub target: String,
    /// Sources with a translation.
    pairs: usize,
    /// Sources that wait for one.
    bare: usize,
    by_kind: BTreeMap<&'static str, usize>,
    by_state: BTreeMap<&'static str, usize>,
    keepers: BTreeSet<u64>,
    sources: BTreeSet<u64>,
}

impl Stock {
    /// An empty count.
    pub fn of(target: String) -> Self {
        Self { target, ..Self::default() }
    }

    /// Counts one more entry.
    pub fn add(&mut self, entry: &Entry) {
        self.sources.insert(hash(&entry.source));
        self.keepers.insert(hash(&entry.keeper.name));
        if entry.target.is_empty() {
            self.bare += 1;
            return;
        }
        self.pairs += 1;
        *self.by_kind.entry(entry.keeper.kind.name()).or_default() += 1;
        *self.by_state.entry(entry.state.name()).or_default() += 1;
    }
}

#[derive(Serialize)]
struct WireStocks<'a> {
    version: u8,
    source: &'a str,
    memories: Vec<WireStock<'a>>,
}

#[derive(Serialize)]
struct WireStock<'a> {
    target: &'a str,
    pairs: usize,
    untranslated: usize,
    /// Different sources.
    sources: usize,
    /// Articles and files.
    keepers: usize,
    by_origin: &'a BTreeMap<&'static str, usize>,
    by_state: &'a BTreeMap<&'static str, usize>,
}

fn json(stocks: &Stocks, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let memories = stocks.targets.iter().map(|stock| WireStock {
        target: &stock.target,
        pairs: stock.pairs,
        untranslated: stock.bare,
        sources: stock.sources.len(),
        keepers: stock.keepers.len(),
        by_origin: &stock.by_kind,
        by_state: &stock.by_state,
    });
    let memories = memories.collect();
    write_json(&WireStocks { version: 1, source: &stocks.source, memories }, out)
}

fn text(stocks: &Stocks, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for stock in &stocks.targets {
        let of = |kind: KeeperKind| stock.by_kind.get(kind.name()).copied().unwrap_or_default();
        let lines = [
            message!(
                "report-memory-pairs",
                source = stocks.source.as_str(),
                target = stock.target.as_str(),
                pairs = stock.pairs,
                sources = stock.sources.len()
            ),
            message!("report-memory-home", count = of(KeeperKind::Home)),
            message!("report-memory-other", count = of(KeeperKind::Other)),
            message!("report-memory-files", count = of(KeeperKind::File)),
            message!("report-memory-waiting", count = stock.bare),
        ];
        for line in lines {
            writeln!(out, "{}", screen.text(&line))?;
        }
    }
    Ok(())
}
