//! Where a document first says something else than what would be published.

use super::Printed;
use super::beside::lines_at;
use super::found::{Owner, PageLook};
use super::render::{Choice, rendered};
use super::values::is_value;
use crate::model::{Bitext, Lag, Lines, OtherText, Position};
use crate::text::fold::fold;

/// The first place in a document of ours that is not what would be published now.
pub fn in_ours(bitext: &Bitext<'_>, printed: &Printed<'_>) -> Option<OtherText> {
    let wanted = rendered(bitext, printed.syntax, |_, _| Choice::Held);
    let (is, would_be) = (lines(printed.text), lines(&wanted));
    let same = is.iter().zip(&would_be).take_while(|(one, other)| one == other).count();
    let line = |all: &[&str]| all.get(same).copied().unwrap_or_default().to_owned();
    let (is, would_be) = differing(&line(&is), &line(&would_be));
    let position = Position { line: same + 1, column: is.column };
    Some(OtherText { position, is: is.text, would_be: would_be.text })
        .filter(|other| other.is != other.would_be)
}

/// The first place in a page kept by hand where the source alone went on.
pub fn in_kept(bitext: &Bitext<'_>, look: &PageLook<'_>, lag: Lag) -> Option<OtherText> {
    match lag {
        Lag::Values => value(bitext, look),
        Lag::Beside | Lag::Own => line(bitext, look),
        Lag::Order => None,
    }
}

/// The first value that the page has another one for.
fn value(bitext: &Bitext<'_>, look: &PageLook<'_>) -> Option<OtherText> {
    for found in &look.found {
        let Owner::Unit(unit) = found.owner else { continue };
        let unit = &bitext.units[unit];
        if found.is_equal || !is_value(bitext, unit) {
            continue;
        }
        let segment = &look.document.segments[found.segments.start];
        return Some(OtherText {
            position: Lines::new(&look.document.text).position(segment.span.start).into(),
            is: segment.text.clone(),
            would_be: unit.target.to_string(),
        });
    }
    None
}

/// The first line beside the sentences that is another one in the source.
fn line(bitext: &Bitext<'_>, look: &PageLook<'_>) -> Option<OtherText> {
    let (here, there) = (lines_at(look.document), lines_at(bitext.document));
    let same = here.iter().zip(&there).take_while(|(one, other)| one.text == other.text).count();
    let (Some(here), Some(there)) = (here.get(same), there.get(same)) else { return None };
    let text = &look.document.text;
    Some(OtherText {
        position: Lines::new(text).position(here.start).into(),
        is: whole_line(text, here.start).to_owned(),
        would_be: whole_line(&bitext.document.text, there.start).to_owned(),
    })
}

/// The line on which a byte stands.
fn whole_line(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..].lines().next().unwrap_or_default().trim()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).collect()
}

/// What of a line is not in the other one.
struct Stretch {
    text: String,
    /// In characters, from 1.
    column: usize,
}

/// The words in which two lines differ.
fn differing(one: &str, other: &str) -> (Stretch, Stretch) {
    let one: Vec<&str> = one.split_inclusive(' ').collect();
    let other: Vec<&str> = other.split_inclusive(' ').collect();
    let least = one.len().min(other.len());
    let mut start = 0;
    while start < least && fold(one[start]) == fold(other[start]) {
        start += 1;
    }
    let mut end = 0;
    while start + end < least
        && fold(one[one.len() - 1 - end]) == fold(other[other.len() - 1 - end])
    {
        end += 1;
    }
    let stretch = |words: &[&str]| Stretch {
        text: words[start..words.len() - end].concat().trim().to_owned(),
        column: words[..start].concat().chars().count() + 1,
    };
    (stretch(&one), stretch(&other))
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn the_words_that_differ_are_cut_out_of_their_lines() {
        let told = |one: &str, other: &str| {
            let (one, other) = differing(one, other);
            format!("{}: {} / {}", one.column, one.text, other.text)
        };
        assert_eq!(told("| Roads | 1,310.5 |", "| Roads | 1,350.5 |"), "11: 1,310.5 / 1,350.5");
        assert_eq!(told("date: 2026-01-01", "date: 2026-01-02"), "7: 2026-01-01 / 2026-01-02");
        assert_eq!(told("## Roads", "# Roads"), "1: ## / #");
        assert_eq!(told("", "- Roads"), "1:  / - Roads");
    }
}
