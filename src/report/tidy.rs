//! What is to be put in order.

use std::io::{self, Write};

use super::Screen;
use super::layout::printable;
use super::screen::{FAINT, NOTE, STRONG, WARNING};
use crate::l10n::message;
use crate::model::Pair;

/// Everything that is not in order.
#[derive(Clone, Debug, Default)]
pub struct TidyPlan {
    pub moves: Vec<Move>,
    pub leftovers: Vec<Leftover>,
    /// Paths of catalogs whose pairs stand in another order than the document's.
    pub unsorted: Vec<String>,
}

/// A catalog whose source document went away.
#[derive(Clone, Debug)]
pub struct Move {
    pub from: String,
    /// Where it goes, if that is sure.
    pub to: Option<String>,
    /// Where the document published from it stands and goes, if there is one.
    pub along: Option<(String, String)>,
    /// Hundredths of its sources that stand in the best document.
    pub percent: usize,
}

/// A pair that no segment matches.
#[derive(Clone, Debug)]
pub struct Leftover {
    pub path: String,
    pub pair: Pair,
}

impl TidyPlan {
    /// Whether everything is in order.
    pub fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.leftovers.is_empty() && self.unsorted.is_empty()
    }
}

/// A line for each catalog that moves or is out of order, and each pair that would go.
pub fn text(plan: &TidyPlan, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for Move { from, to, along, percent } in &plan.moves {
        let (style, words) = match to {
            Some(to) => {
                (NOTE, message!("report-tidy-move", path = to.as_str(), percent = *percent))
            }
            None if *percent > 0 => (WARNING, message!("report-tidy-unsure", percent = *percent)),
            None => (WARNING, message!("report-tidy-homeless")),
        };
        let place = screen.paint(STRONG, &printable(from));
        writeln!(out, "{place}: {}", screen.paint(style, &screen.text(&words)))?;
        if let Some((old, new)) = along {
            let words = screen.text(&message!("report-tidy-along", path = new.as_str()));
            let place = screen.paint(STRONG, &printable(old));
            writeln!(out, "{place}: {}", screen.paint(NOTE, &words))?;
        }
    }
    for Leftover { path, pair } in &plan.leftovers {
        let place = screen.paint(STRONG, &printable(path));
        writeln!(out, "{place}: {}", screen.text(&message!("report-tidy-orphan")))?;
        writeln!(out, "  {}", printable(&pair.source))?;
        writeln!(out, "  {}", screen.paint(FAINT, &printable(&pair.target)))?;
    }
    for path in &plan.unsorted {
        let place = screen.paint(STRONG, &printable(path));
        writeln!(out, "{place}: {}", screen.text(&message!("report-tidy-unsorted")))?;
    }
    Ok(())
}
