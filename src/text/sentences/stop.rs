//! The end of a sentence as written: stops and what closes after them.

use memchr::memchr;

use super::characters::{after, before, closes_bracket, is_closer, is_stop, skip_white};
use super::guard::Guard;

/// What kind of mark may end the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopMark {
    /// One full stop, which may also end an abbreviation.
    Full,
    /// A question or exclamation mark, or several marks.
    Strong,
    /// An ellipsis, which may also be a pause.
    Pause,
    /// A smiley.
    Smiley,
    /// A semicolon, which may end an item of a list.
    Semicolon,
}

/// Stops and closers that stand together.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    pub mark: StopMark,
    /// Where the last run of stops begins.
    pub at: usize,
    /// Where the closers end.
    pub end: usize,
    /// Whether a bracket closed after the last stop.
    pub in_bracket: bool,
}

impl Stop {
    /// Reads the mark at the candidate `at`; colons are marks only in smileys.
    pub fn read(text: &str, at: usize, guard: &Guard<'_>) -> Option<Self> {
        match text.as_bytes()[at] {
            b':' | b';' => punctuation(text, at),
            _ => Some(stops(text, at, guard)),
        }
    }
}

fn punctuation(text: &str, at: usize) -> Option<Stop> {
    let rest = text[at + 1..].strip_prefix('-').unwrap_or(&text[at + 1..]);
    let mouth = rest.trim_start_matches([')', '(']);
    if mouth.len() < rest.len() {
        let end = text.len() - mouth.len();
        return Some(Stop { mark: StopMark::Smiley, at, end, in_bracket: false });
    }
    let semicolon = text.as_bytes()[at] == b';';
    semicolon.then_some(Stop { mark: StopMark::Semicolon, at, end: at + 1, in_bracket: false })
}

fn stops(text: &str, at: usize, guard: &Guard<'_>) -> Stop {
    let (mark, mut end) = run(text, at);
    let mut stop = Stop { mark, at, end, in_bracket: false };
    while let Some(character) = after(text, end) {
        if is_stop(character) {
            (stop.mark, stop.at, stop.in_bracket) = (StopMark::Full, end, false);
            (stop.mark, end) = run(text, end);
        } else if let Some(close) = attached(text, end, guard) {
            end = close;
        } else if is_closer(character) {
            stop.in_bracket |= closes_bracket(character);
            end += character.len_utf8();
        } else {
            break;
        }
    }
    if !text[..end].ends_with(is_quote) {
        end += lone_quote(text, end);
    }
    stop.end = footnotes(text, end + note_numbers(text, stop.at, end));
    stop
}

/// The length of a quotation mark that stands alone between spaces and closes what was said.
///
/// Such a mark tells neither side by itself; those near it are counted, as they come in twos.
fn lone_quote(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    if !matches!(rest.as_bytes(), [b' ', b'\'' | b'"' | b'`', ..]) {
        return 0;
    }
    let Some(mark) = rest.strip_prefix(' ').and_then(|rest| rest.split(' ').next()) else {
        return 0;
    };
    if !matches!(mark, "'" | "''" | "\"" | "``") {
        return 0;
    }
    let length = " ".len() + mark.len();
    let near = text.floor_char_boundary(end.saturating_sub(NEAR));
    let far = rest.floor_char_boundary(length + NEAR);
    let marks = |text: &str| text.split_whitespace().filter(|word| *word == mark).count();
    let (before, after) = (marks(&text[near..end]), marks(&rest[length..far]));
    let closes = before % 2 == 1 || before == 0 && after % 2 == 0;
    if closes { length } else { 0 }
}

/// Whether a quotation was closed already.
fn is_quote(character: char) -> bool {
    matches!(character, '\'' | '"' | '»' | '”' | '’')
}

/// Bytes on each side in which the other quotation mark is looked for.
const NEAR: usize = 1000;

/// A run of stops, also with spaces between them: `?!`, `...`, `. . .`
fn run(text: &str, at: usize) -> (StopMark, usize) {
    let mut end = at;
    let mut count = 0;
    let mut mark = StopMark::Pause;
    let mut next = at;
    while let Some(character) = after(text, next).filter(|character| is_stop(*character)) {
        if matches!(character, '?' | '!') {
            mark = StopMark::Strong;
        }
        count += if character == '…' { 2 } else { 1 };
        end = next + character.len_utf8();
        next = if text[end..].starts_with(' ') { end + 1 } else { end };
    }
    (if count == 1 && mark == StopMark::Pause { StopMark::Full } else { mark }, end)
}

/// The end of a link target, tag or footnote mark that hangs on the text before it.
fn attached(text: &str, at: usize, guard: &Guard<'_>) -> Option<usize> {
    if let Some(span) = guard.around(at).filter(|span| span.start == at) {
        let hangs = matches!(text.as_bytes()[at], b'<' | b'(' | b'[' | b']' | b'{');
        return hangs.then(|| text.ceil_char_boundary(span.end));
    }
    footnote(text, at).or_else(|| target(text, at))
}

/// The end of a link's bracket and target: `](url)`.
fn target(text: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 300;
    let rest = &text.as_bytes()[at..].strip_prefix(b"](")?;
    let end = memchr(b')', &rest[..rest.len().min(LONGEST)])?;
    let spaced = rest[..end].iter().any(u8::is_ascii_whitespace);
    (!spaced).then_some(at + end + 3)
}

/// The end of `[1]` or `[^name]`.
fn footnote(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('[')?;
    let inner = rest.bytes().take(40).position(|byte| byte == b']')?;
    let name = &rest[..inner];
    let marked = name.len() > 1 && name.starts_with('^') && !name.contains(char::is_whitespace);
    let numbered = (1..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit());
    (marked || numbered).then_some(at + inner + 2)
}

/// The length of footnote numbers that lost their height: `reached.11 12 The`.
fn note_numbers(text: &str, at: usize, end: usize) -> usize {
    const SHORTEST_WORD: usize = 5;
    let word = text[..at].chars().rev().take_while(|c| c.is_lowercase()).take(SHORTEST_WORD);
    if text[at..end] != *"." || !text[..at].ends_with(')') && word.count() < SHORTEST_WORD {
        return 0;
    }
    let rest = &text[end..];
    let note = &rest
        [..rest.bytes().take(12).take_while(|byte| byte.is_ascii_digit() || *byte == b' ').count()];
    let short = note.split(' ').all(|number| number.len() <= 3);
    let numbers = note.trim_end();
    let spaced = note.len() > numbers.len() && rest[note.len()..].starts_with(char::is_uppercase);
    if short && spaced && !note.starts_with(' ') { numbers.len() } else { 0 }
}

/// Past footnote marks that follow after a space.
fn footnotes(text: &str, end: usize) -> usize {
    let mut end = end;
    while let Some(close) = footnote(text, skip_white(text, end)) {
        end = close;
    }
    end
}

/// Whether a bracket was opened near the end of `sentence` and not closed, as in «(5; 7)».
pub fn has_open_bracket(sentence: &str) -> bool {
    let near = sentence.ceil_char_boundary(sentence.len().saturating_sub(NEAR));
    let open = sentence[near..].bytes().fold(0_usize, |open, byte| match byte {
        b'(' | b'[' => open + 1,
        b')' | b']' => open.saturating_sub(1),
        _ => open,
    });
    open > 0
}

/// Whether brackets hold nothing but a doubt or delight, `(?)`, `(!)`, or the omission `[…]`
/// and a reference follows it at `next`.
pub fn is_bracketed(text: &str, stop: &Stop, next: usize) -> bool {
    let alone = stop.in_bracket && matches!(before(text, stop.at), Some('(' | '['));
    alone && (stop.mark == StopMark::Strong || text[next..].starts_with('('))
}
