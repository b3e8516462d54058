//! Cells that stand in another column than the table's other cells have them, paired or not by what they say.
//!
//! A page may have its columns in another order. But a tick or a price that stands in another column than its
//! head says something else, so nobody should take it for a translation unseen.

use rustc_hash::FxHashMap;

use crate::align::{Bead, Ruling};
use crate::model::Document;
use crate::tracking::column;

/// The beads, those whose cells moved to another column less sure.
pub fn doubted(source: &Document, target: &Document, beads: &[Bead]) -> Vec<Bead> {
    let mut beads = beads.to_vec();
    // For each column of the source's table the one that the page has it in, as the first cell shows.
    let mut columns: FxHashMap<usize, usize> = FxHashMap::default();
    for bead in &mut beads {
        if bead.source.is_empty() {
            continue;
        }
        let Some(own) = column(source, bead.source.start) else {
            columns.clear();
            continue;
        };
        if bead.target.is_empty() {
            continue;
        }
        let Some(other) = column(target, bead.target.start) else { continue };
        if *columns.entry(own).or_insert(other) != other {
            bead.grounds.ruling = Some(Ruling::Displaced);
            bead.confidence = Ruling::Displaced.apply(bead.confidence);
        }
    }
    beads
}

#[cfg(test)]
mod tests {
    use super::doubted;
    use crate::align::{Bead, Grounds};
    use crate::parse::{Options, Syntax, parse};

    /// The source's cells that are doubted, where cells pair up in order.
    fn told(source: &str, target: &str) -> Vec<String> {
        let read = |text: &str| parse(text.to_owned(), Syntax::Markdown, &Options::default());
        let (source, target) = (read(source), read(target));
        assert_eq!(source.segments.len(), target.segments.len());
        let mut beads = Vec::new();
        for at in 0..source.segments.len() {
            let (range, grounds) = (at..at + 1, Grounds::default());
            beads.push(Bead { source: range.clone(), target: range, confidence: 1.0, grounds });
        }
        let mut told = Vec::new();
        for bead in doubted(&source, &target, &beads) {
            if bead.confidence < 1.0 {
                told.push(source.segments[bead.source.start].text.clone());
            }
        }
        told
    }

    #[test]
    fn a_tick_in_another_column_is_doubted() {
        let head = "| Хлеб | Можно | Нельзя |\n|---|---|---|\n";
        let page = "| Bread | May | Must not |\n|---|---|---|\n";
        let table = |head: &str, row: &str| [head, row].concat();
        let source = table(head, "| Соль | ✓ | |\n");
        assert_eq!(told(&source, &table(page, "| Salt | | ✓ |\n")), ["✓"]);
        assert_eq!(told(&source, &table(page, "| Salt | ✓ | |\n")), [""; 0]);
        let wider = "| | Bread | May | Must not |\n|---|---|---|---|\n| | Salt | ✓ | |\n";
        assert_eq!(told(&source, wider), [""; 0]);
    }
}
