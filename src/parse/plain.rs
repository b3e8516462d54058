//! Plain text as a press office's content system gives it.
//!
//! The head, up to the first blank line, goes line by line: banner, variable,
//! date, headline, place and day. Behind it blank lines part the blocks.

use crate::model::{Kind, Span};

use super::after_mark;
use super::bullets::{Bullet, Sign, bullet, can_follow};
use super::collector::Collector;
use super::headline::{HEADLINE, has_two_sentences, reads_as_title};
use super::lines::{lines, trim};
use super::markup::InlineMarkup;
use super::special::{is_date, is_dateline, is_placeholder};

/// Reads the collector's text.
pub fn read(collector: &mut Collector<'_>) {
    let text = collector.text;
    let mut rest = lines(text, Span::new(after_mark(text), text.len()))
        .skip_while(|line| is_blank(*line, text));
    let head: Vec<Span> = rest.by_ref().take_while(|line| !is_blank(*line, text)).collect();
    if !is_head(text, &head) {
        read_body(collector, head.into_iter());
        return read_body(collector, rest);
    }
    let title = read_head(collector, &head);
    let mut first = collector.blocks().len();
    read_body(collector, rest);
    let count = collector.blocks().len();
    while first < count && collector.holds_values(first..first + 1) {
        first += 1;
    }
    let below = collector.blocks().get(first).filter(|block| block.kind == Kind::Paragraph);
    let below = below.filter(|block| reads_as_title(&text[block.span.range()]));
    let title = match title {
        Headline::Here(index) => Some(index),
        Headline::Banner(index) => Some(if below.is_some() { first } else { index }),
        Headline::Below => below.map(|_| first),
    };
    if let Some(index) = title {
        collector.blocks()[index].kind = Kind::Title;
    }
}

fn is_blank(line: Span, text: &str) -> bool {
    trim(text, line) == Span::new(line.start, line.start)
}

/// Where the headline stands, by what the head shows.
enum Headline {
    /// The head's block with this index.
    Here(usize),
    /// Below the head; if not there, this block above the variable.
    Banner(usize),
    Below,
}

/// Whether the first lines are not yet the article's text.
fn is_head(text: &str, lines: &[Span]) -> bool {
    let slice = |line: &Span| text[trim(text, *line).range()].trim();
    let Some((first, last)) = lines.first().zip(lines.last()) else { return false };
    lines.iter().take(8).any(|line| is_sign(slice(line)))
        || (bullet(slice(first)).is_none() && reads_as_title(&text[first.start..last.end]))
}

fn is_sign(line: &str) -> bool {
    is_placeholder(line) || is_date(line) || is_dateline(line)
}

/// Adds the head's blocks and says where the headline is.
fn read_head(collector: &mut Collector<'_>, head: &[Span]) -> Headline {
    let text = collector.text;
    let mut title = Headline::Below;
    for line in head {
        let span = trim(text, *line);
        let slice = &text[span.range()];
        if is_placeholder(slice) {
            collector.placeholder(span);
            title = match title {
                Headline::Here(index) => Headline::Banner(index),
                other => other,
            };
            continue;
        }
        if let Some(bullet) = bullet(slice) {
            collector.block(
                Kind::Item,
                &[Span::new(span.start + bullet.length, span.end)],
                &InlineMarkup::default(),
            );
            continue;
        }
        let is_added = collector.block(Kind::Paragraph, &[span], &InlineMarkup::default());
        let can_be = is_added && !is_dateline(slice) && span.end - span.start <= HEADLINE;
        if can_be && !has_two_sentences(&text[span.range()]) && !matches!(title, Headline::Here(_))
        {
            title = Headline::Here(collector.blocks().len() - 1);
        }
    }
    title
}

fn read_body(collector: &mut Collector<'_>, lines: impl Iterator<Item = Span>) {
    let text = collector.text;
    let mut open: Option<Open> = None;
    let mut previous = "";
    for line in lines {
        let trimmed = trim(text, line);
        let slice = &text[trimmed.range()];
        if slice.is_empty() || is_placeholder(slice) {
            flush(collector, &mut open);
            if !slice.is_empty() {
                collector.placeholder(trimmed);
            }
        } else if let Some(item) = item(slice, open, previous) {
            flush(collector, &mut open);
            let span = Span::new(trimmed.start + item.length, trimmed.end);
            open = Some(Open { span, sign: Some(item.sign) });
        } else {
            open.get_or_insert(Open { span: trimmed, sign: None }).span.end = trimmed.end;
        }
        previous = slice;
    }
    flush(collector, &mut open);
}

/// A block that more lines may join.
#[derive(Clone, Copy)]
struct Open {
    span: Span,
    /// What an item began with; none in a paragraph.
    sign: Option<Sign>,
}

/// The mark of an item, if the line begins one.
fn item(line: &str, open: Option<Open>, previous: &str) -> Option<Bullet> {
    let bullet = bullet(line)?;
    let begins = match open {
        None => true,
        Some(Open { sign: Some(above), .. }) => {
            let goes_on = bullet.sign != Sign::Hyphen && previous.ends_with(',');
            // A wrapped line may begin with a dash, but then it goes on in small letters.
            let is_dash = bullet.sign == Sign::Dash;
            let is_capital = line[bullet.length..].starts_with(|c: char| !c.is_lowercase());
            above == bullet.sign
                || goes_on
                || (is_dash && is_capital)
                || can_follow(previous, bullet.sign)
        }
        Some(_) => can_follow(previous, bullet.sign),
    };
    begins.then_some(bullet)
}

fn flush(collector: &mut Collector<'_>, open: &mut Option<Open>) {
    if let Some(Open { span, sign }) = open.take() {
        let kind = if sign.is_some() { Kind::Item } else { Kind::Paragraph };
        collector.block(kind, &[span], &InlineMarkup::default());
    }
}
