//! Where a document first says something else than what would be published.

use super::Printed;
use super::render::{Choice, rendered};
use crate::model::{Bitext, OtherText, Position};
use crate::text::fold::fold;

/// The first place in a document of ours that is not what would be published now.
pub fn in_ours(bitext: &Bitext<'_>, printed: &Printed<'_>) -> Option<OtherText> {
    let wanted = rendered(bitext, printed.syntax, |_, _| Choice::Held);
    let (is, would_be) = (lines(printed.text), lines(&wanted));
    let same = is.iter().zip(&would_be).take_while(|(one, other)| one == other).count();
    let line = |all: &[&str]| all.get(same).copied().unwrap_or_default().to_owned();
    let (is, would_be) = differing(&line(&is), &line(&would_be));
    let position = Position { line: same + 1, column: is.column };
    Some(OtherText { position, is: is.text, would_be: would_be.text, is_elsewhere: false })
        .filter(|other| other.is != other.would_be)
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

/// Two pieces of lines, or of long ones the words in which they differ.
pub fn cut(one: &str, other: &str) -> [String; 2] {
    let is_long = one.len().max(other.len()) > LONG && !one.is_empty() && !other.is_empty();
    if !is_long {
        return [one, other].map(str::to_owned);
    }
    let (one, other) = differing(one, other);
    [one.text, other.text]
}

/// More bytes than this are not shown as a whole, so the difference might not be.
const LONG: usize = 60;

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
    use super::{cut, differing};

    #[test]
    fn of_long_lines_the_difference_is_shown() {
        let line = |end: &str| format!("{}{end}", "run ".repeat(20));
        assert_eq!(cut(&line("x.png"), &line("y.png")), ["x.png", "y.png"]);
        assert_eq!(cut("](x.png)", "](y.png)"), ["](x.png)", "](y.png)"]);
    }

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
