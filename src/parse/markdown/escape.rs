//! Keeps new words from being read as Markdown's structure.

use std::borrow::Cow;

/// Escapes what would begin another block at the start of a line.
///
/// `old` is what stood there: a mark that was harmless in it is so in `new`.
pub fn escape_line_start<'a>(new: Cow<'a, str>, old: &str) -> Cow<'a, str> {
    match structure(&new) {
        Some((mark, place))
            if !old.starts_with(&new[..mark]) || structure(old) != Some((mark, place)) =>
        {
            Cow::Owned(format!("{}\\{}", &new[..place], &new[place..]))
        }
        _ => new,
    }
}

/// Escapes a backslash at the end, and what a heading would take for its close.
pub fn escape_line_end<'a>(new: Cow<'a, str>, old: &str) -> Cow<'a, str> {
    if slashes(&new) % 2 == 1 && slashes(old).is_multiple_of(2) {
        Cow::Owned(new.into_owned() + "\\")
    } else {
        new
    }
}

fn slashes(text: &str) -> usize {
    text.len() - text.trim_end_matches('\\').len()
}

/// Escapes the number signs at the end of a heading.
pub fn escape_heading(new: Cow<'_, str>) -> Cow<'_, str> {
    let rest = new.trim_end_matches('#');
    if rest.len() == new.len() || !(rest.is_empty() || rest.ends_with([' ', '\t'])) {
        return new;
    }
    let place = rest.len();
    Cow::Owned(format!("{}\\{}", &new[..place], &new[place..]))
}

/// Escapes each of `marks` that no backslash precedes.
pub fn escape_marks<'a>(new: Cow<'a, str>, marks: &[char]) -> Cow<'a, str> {
    if !new.contains(marks) {
        return new;
    }
    let mut out = String::with_capacity(new.len() + 8);
    let mut is_escaped = false;
    for c in new.chars() {
        if marks.contains(&c) && !is_escaped {
            out.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        out.push(c);
    }
    Cow::Owned(out)
}

/// The length of a mark that begins a block, and where a backslash disarms it.
fn structure(text: &str) -> Option<(usize, usize)> {
    let first = text.bytes().next()?;
    let run = text.bytes().take_while(|byte| *byte == first).count();
    let is_found = match first {
        b'#' => run <= 6 && gap(run, text),
        b'>' | b'|' => true,
        b'!' | b'?' | b'/' if run >= 3 => true,
        b'$' => run >= 2,
        b'=' if run == 3 && text[run..].contains(['"', '\'']) => true,
        b'*' if text.starts_with("*[") && text.contains("]:") => true,
        b'-' | b'+' | b'*' if gap(1, text) => true,
        b'-' | b'*' | b'_' | b'=' => text.bytes().all(|byte| byte == first || byte == b' '),
        b'~' => run >= 3,
        b'`' => run >= 3 && !text[run..].contains('`'),
        b'<' => opens_html(text),
        b'[' => {
            is_definition(text)
                || text.starts_with("[!")
                || ["[ ] ", "[x] ", "[X] "].iter().any(|task| text.starts_with(task))
        }
        b':' => {
            text.starts_with(":::")
                || gap(1, text)
                || text.bytes().all(|byte| matches!(byte, b':' | b'-' | b'|' | b' '))
        }
        b'0'..=b'9' => return number(text),
        _ => false,
    };
    is_found.then_some((1, 0))
}

fn gap(length: usize, text: &str) -> bool {
    text[length..].is_empty() || text[length..].starts_with([' ', '\t'])
}

/// `12.` or `12)` before a gap.
fn number(text: &str) -> Option<(usize, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let closed = matches!(text.as_bytes().get(digits), Some(b'.' | b')'));
    let rest = text.get(digits + 1..)?;
    (digits <= 9 && closed && (rest.is_empty() || rest.starts_with([' ', '\t'])))
        .then_some((digits + 1, digits))
}

/// Whether a bracket would be taken for a link's or footnote's definition.
fn is_definition(text: &str) -> bool {
    text.match_indices(']').take(8).any(|(end, _)| text[end..].starts_with("]:"))
}

/// Whether a line with this start is an HTML block, not a tag in the text.
fn opens_html(text: &str) -> bool {
    let rest = text[1..].trim_start_matches('/');
    let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    rest.starts_with(['!', '?'])
        || BLOCK_TAGS.split(' ').any(|tag| tag.eq_ignore_ascii_case(&name))
        || (text.ends_with('>') && text.matches('<').count() == 1 && !name.is_empty())
}

/// The names that `CommonMark` gives as beginning an HTML block.
const BLOCK_TAGS: &str = "address article aside base basefont blockquote body caption center col colgroup dd \
    details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head \
    header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param pre script \
    search section source style summary table tbody td textarea tfoot th thead title tr track ul";
