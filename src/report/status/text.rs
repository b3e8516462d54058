//! `status` for a terminal: a table, the total, and what to do next.

use std::io::{self, Write};

use anstyle::Style;
use rayon::prelude::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
    ParallelSlice as _,
};

use super::{StatusRow, StatusTable, line};
use crate::l10n::{Localizer, Message, message};
use crate::model::{Danger, PageState};
use crate::report::folders::{Listed, listed};
use crate::report::layout::{padding, printable, shorten, width, wrap};
use crate::report::screen::{ERROR, FAINT, GOOD, NOTE, STRONG, WARNING};
use crate::report::{Counts, Screen};

/// Cells of a progress bar.
const BAR: u32 = 10;
/// Columns of a percentage.
const PERCENT: usize = 5;
/// The least that names may shrink to.
const NAME: usize = 14;
/// The least that lists of what is left may shrink to.
const LEFT: usize = 20;
const GAP: &str = "  ";
/// So many rows are put into words together.
const TOGETHER: usize = 2_000;

/// Writes the report in this format.
pub fn write(progress: &StatusTable, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    if progress.rows.is_empty() {
        writeln!(out, "{}", screen.text(&message!("report-status-empty")))?;
        return write_lone(progress, screen, out);
    }
    let columns = Columns::of(progress, screen);
    columns.write_head(screen, out)?;
    columns.write_rows(&progress.rows, screen, out)?;
    writeln!(out, "\n{}", screen.paint(STRONG, &line(progress, screen)))?;
    write_lone(progress, screen, out)
}

/// The pages without a source, by their folders where they are many.
fn write_lone(progress: &StatusTable, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let paths: Vec<&str> = progress.lone_documents.iter().map(String::as_str).collect();
    if paths.is_empty() {
        return Ok(());
    }
    let words = screen.text(&message!("report-status-lone", count = paths.len()));
    writeln!(out, "\n{}", screen.paint(ERROR, &words))?;
    for one in listed(&paths) {
        match one {
            Listed::File(path) => writeln!(out, "  {}", printable(&path))?,
            Listed::Folder(folder, count) => {
                let words = screen.text(&message!("report-lone-folder", count = count));
                writeln!(out, "  {}: {words}", printable(&folder))?;
            }
        }
    }
    Ok(())
}

struct Columns {
    heads: [String; 4],
    name: usize,
    words: usize,
    left: usize,
    has_bars: bool,
    has_targets: bool,
}

impl Columns {
    fn of(progress: &StatusTable, screen: &Screen<'_>) -> Self {
        let heads = [
            message!("report-status-article"),
            message!("report-status-done"),
            message!("report-status-words"),
            message!("report-status-left"),
        ];
        let heads = heads.map(|message| screen.text(&message));
        let has_targets = progress.rows.windows(2).any(|rows| rows[0].target != rows[1].target);
        // A larger number takes no less room.
        let most = progress.rows.iter().max_by_key(|row| row.counts.words.left());
        let words = most.map_or(0, |row| width(&words(row, screen))).max(width(&heads[2]));
        let names = progress.rows.par_iter().with_min_len(TOGETHER);
        let names = names.map(|row| width(&name(row, has_targets)));
        let widest = names.max().unwrap_or_default().max(width(&heads[0]));
        let has_bars = screen.width >= 70;
        let fixed = done_width(has_bars) + words + 3 * GAP.len();
        let free = screen.width.saturating_sub(fixed).max(NAME + LEFT);
        let name = widest.min(free - LEFT);
        Self { heads, name, words, left: free - name, has_bars, has_targets }
    }

    fn write_head(&self, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
        let [name, done, words, left] = &self.heads;
        let head = [
            format!("{name}{}", padding(name, self.name)),
            format!("{done}{}", padding(done, done_width(self.has_bars))),
            format!("{}{words}", padding(words, self.words)),
            left.clone(),
        ];
        writeln!(out, "{}", screen.paint(STRONG, &head.join(GAP)))
    }

    /// Writes the rows; many of them are put into words on all cores.
    fn write_rows(
        &self,
        rows: &[StatusRow],
        screen: &Screen<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if rows.len() < 2 * TOGETHER {
            return rows.iter().try_for_each(|row| self.write_row(row, screen, out));
        }
        let (locale, width, paint) = (screen.l10n.locale(), screen.width, screen.paint);
        let parts = rows.par_chunks(TOGETHER).map_init(
            || Localizer::new(locale),
            |l10n, rows| {
                let (screen, mut part) = (Screen { l10n, width, paint }, Vec::new());
                rows.iter().try_for_each(|row| self.write_row(row, &screen, &mut part))?;
                Ok(part)
            },
        );
        let parts: Vec<io::Result<Vec<u8>>> = parts.collect();
        parts.into_iter().try_for_each(|part| out.write_all(&part?))
    }

    fn write_row(
        &self,
        row: &StatusRow,
        screen: &Screen<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let name = name(row, self.has_targets);
        let name = shorten(&name, self.name);
        let words = words(row, screen);
        let start = [
            format!("{name}{}", padding(&name, self.name)),
            self.done(&row.counts, screen),
            format!("{}{words}", padding(&words, self.words)),
        ];
        let indent = self.name + done_width(self.has_bars) + self.words + 3 * GAP.len();
        let mut lines = wrap(&left(row, screen), self.left, screen).into_iter();
        writeln!(out, "{}{GAP}{}", start.join(GAP), lines.next().unwrap_or_default())?;
        lines.try_for_each(|line| writeln!(out, "{}{line}", " ".repeat(indent)))
    }

    fn done(&self, counts: &Counts, screen: &Screen<'_>) -> String {
        let percent = counts.segments.percent();
        let text = screen.text(&message!("report-percent", percent = percent as usize));
        let text = format!("{}{text}", padding(&text, PERCENT));
        if !self.has_bars {
            return text;
        }
        let full = percent * BAR / 100;
        let bar = screen.paint(GOOD, &"█".repeat(full as usize));
        format!("{bar}{} {text}", screen.paint(FAINT, &"░".repeat((BAR - full) as usize)))
    }
}

fn done_width(has_bars: bool) -> usize {
    if has_bars { BAR as usize + 1 + PERCENT } else { PERCENT }
}

fn name(row: &StatusRow, has_target: bool) -> String {
    let article = printable(&row.article);
    if has_target { format!("{article} ({})", row.target) } else { article.into_owned() }
}

fn words(row: &StatusRow, screen: &Screen<'_>) -> String {
    screen.l10n.number(row.counts.words.left() as usize)
}

/// What is left to do, word by word.
fn left(row: &StatusRow, screen: &Screen<'_>) -> Vec<(Style, String)> {
    let mut items = parts(row, screen);
    let counts = &row.counts;
    if counts.segments.total == 0 && items.is_empty() {
        items.push((FAINT, message!("report-status-no-text")));
    } else if counts.is_complete() {
        items.insert(0, (GOOD, message!("report-status-complete")));
    }
    let last = items.len() - 1;
    let mut words = Vec::new();
    for (index, (style, message)) in items.into_iter().enumerate() {
        let mut text = screen.text(&message);
        if index < last {
            text.push(',');
        }
        words.extend(words_of(&text).map(|word| (style, word)));
    }
    words
}

/// What there is to say of a row, each with its colour; only of what there is any.
fn parts(row: &StatusRow, screen: &Screen<'_>) -> Vec<(Style, Message)> {
    let counts = &row.counts;
    let segments = &counts.segments;
    let cosmetic = counts.stale_by_severity.cosmetic;
    let mut parts = Vec::new();
    let mut add = |style: Style, count: u32, words: &dyn Fn(usize) -> Message| {
        if count > 0 {
            parts.push((style, words(count as usize)));
        }
    };
    add(WARNING, segments.missing, &|count| message!("report-status-missing", count = count));
    add(stale_style(counts), segments.stale, &|_| stale(counts, screen));
    add(ERROR, segments.unsealed, &|count| message!("report-status-unsealed", count = count));
    add(NOTE, segments.draft, &|count| message!("report-status-draft", count = count));
    add(ERROR, counts.withdrawn, &|count| message!("report-status-withdrawn", count = count));
    add(WARNING, counts.extra, &|count| message!("report-status-extra", count = count));
    add(ERROR, u32::from(row.is_due), &|_| page(row));
    add(WARNING, row.unread, &|count| message!("report-status-unread", count = count));
    add(NOTE, counts.open_notes, &|count| message!("report-status-notes", count = count));
    add(FAINT, cosmetic, &|count| message!("report-status-cosmetic", count = count));
    add(FAINT, counts.orphans, &|count| message!("report-status-orphans", count = count));
    parts
}

/// What is wrong with the page as a whole.
fn page(row: &StatusRow) -> Message {
    match row.published {
        PageState::Absent => message!("report-status-page-gone"),
        PageState::Edited => message!("report-status-page-edited"),
        _ => message!("report-status-page-behind"),
    }
}

/// The words of `text`, a number together with what it counts.
fn words_of(text: &str) -> std::vec::IntoIter<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match words.last_mut() {
            Some(last) if last.ends_with(|c: char| c.is_ascii_digit()) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words.into_iter()
}

fn stale_style(counts: &Counts) -> Style {
    if counts.stale_by_severity.critical > 0 { ERROR } else { WARNING }
}

fn stale(counts: &Counts, screen: &Screen<'_>) -> Message {
    let dangers = Danger::ALL.into_iter().rev().filter(|danger| *danger > Danger::Cosmetic);
    let parts = dangers.filter_map(|danger| {
        let count = counts.stale_by_severity.of(danger) as usize;
        let part = message!("report-status-danger", danger = danger.name(), count = count);
        (count > 0).then(|| screen.text(&part))
    });
    let dangers = parts.collect::<Vec<_>>().join(", ");
    message!("report-status-stale", count = counts.segments.stale as usize, dangers = dangers)
}

#[cfg(test)]
pub fn fits(line: &str, columns: usize) -> bool {
    width(line) <= columns
}
