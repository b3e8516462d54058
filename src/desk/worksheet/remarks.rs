//! Where the remarks of a worksheet end, proved by a digest: a remark that was folded is told from a text.
//!
//! The last remark above a text is `# = ` and a digest of the letters and digits of the remarks above it.
//! Programs that fold lines change neither, and no tail of a remark is taken for a translation.

use super::lines::SheetLine;
use super::marks::{END, REMARK};
use super::row::is_digest;
use crate::model::{State, seal};
use crate::text::fold::fold;

/// What a part of a worksheet holds.
pub struct Zoned<'a> {
    /// Lines that somebody wrote among the remarks.
    pub typed: Vec<SheetLine<'a>>,
    /// What stands below the remarks.
    pub below: &'a [SheetLine<'a>],
    /// Lines that go on in the next, and what they go on with.
    pub broken: Vec<SheetLine<'a>>,
    /// Whether a line says where the remarks end.
    pub has_end: bool,
    /// The line that ends remarks of which somebody changed words.
    pub changed: Option<usize>,
}

/// What is wrong with the remarks of a part.
#[derive(Clone, Copy)]
pub enum Muddle {
    /// A second line that ends remarks.
    Twice(usize),
    /// A line that may be the end of a remark, or a text.
    Mixed(usize),
}

/// The line that ends these remarks.
pub fn end(remarks: &str) -> String {
    format!("{REMARK}{END} {}\n", digest(remarks.lines()))
}

/// Parts the lines of a block, or of the head of a worksheet.
pub fn zoned<'a>(lines: &'a [SheetLine<'a>]) -> Result<Zoned<'a>, Muddle> {
    let mut ends = lines.iter().enumerate().filter_map(|(at, line)| Some((at, digest_of(line)?)));
    let Some((at, proof)) = ends.next() else {
        let (typed, broken) = (Vec::new(), Vec::new());
        return Ok(Zoned { typed, below: lines, broken, has_end: false, changed: None });
    };
    if let Some((second, _)) = ends.next() {
        return Err(Muddle::Twice(lines[second].number));
    }
    let (above, below) = (&lines[..at], &lines[at + 1..]);
    let is_remark = |line: &&SheetLine<'_>| line.after('#').is_some();
    let is_plain = |line: &&SheetLine<'_>| !line.text.is_empty() && !is_remark(line);
    let plain: Vec<SheetLine<'a>> = above.iter().filter(is_plain).copied().collect();
    let [mut typed, mut broken] = [Vec::new(), Vec::new()];
    let mut changed = None;
    // Marks alone change no digest, so nobody can tell whose they are.
    let has_letters = |line: &&SheetLine<'_>| line.text.contains(char::is_alphanumeric);
    if let Some(marks) = plain.iter().find(|line| !has_letters(line)) {
        return Err(Muddle::Mixed(marks.number));
    }
    if digest(above.iter().filter(is_remark).map(|line| line.text)) == proof {
        typed = plain;
    } else if digest(above.iter().map(|line| line.text)) == proof {
        let nexts = above.iter().zip(above.iter().skip(1));
        broken = nexts.filter(|(_, next)| is_plain(next)).map(|(line, _)| *line).collect();
    } else if let Some(first) = plain.first() {
        return Err(Muddle::Mixed(first.number));
    } else {
        changed = Some(lines[at].number);
    }
    Ok(Zoned { typed, below, broken, has_end: true, changed })
}

/// The digest in a line that ends remarks.
fn digest_of<'a>(line: &SheetLine<'a>) -> Option<&'a str> {
    let rest = line.after('#')?.strip_prefix(END)?.trim();
    is_digest(rest).then_some(rest)
}

/// The digest of what no program changes that folds lines, quotes them or betters quotation marks.
fn digest<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let text: String = lines.collect::<Vec<_>>().concat();
    let letters: String = fold(&text).chars().filter(|c| c.is_alphanumeric()).collect();
    seal(&letters, "", State::Draft).to_string()
}
