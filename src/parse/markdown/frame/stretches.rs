//! Lines that together hold no text: formulas, and the code of a module.

use crate::model::Span;

/// Lines after which an opening sign without its close is no opening sign.
const REACH: usize = 400;

/// The end of the formula that a line with this content opens: `$$` on lines of its own, or around it.
pub fn formula(text: &str, content: Span) -> Option<usize> {
    let inner = &text[content.start + 2..content.end];
    if let Some(inner) = inner.strip_suffix("$$") {
        return (!inner.contains("$$")).then_some(content.end);
    }
    if inner.contains("$$") {
        return None;
    }
    let mut end = content.end;
    for line in text[content.end..].split_inclusive('\n').take(REACH) {
        let bare = line.trim_matches(|c: char| c.is_whitespace() || c == '>');
        if bare.starts_with("```") || bare.starts_with("~~~") {
            return None;
        }
        if bare.ends_with("$$") && end > content.end {
            return Some(end + line.trim_end().len());
        }
        end += line.len();
    }
    None
}

/// The template's tag that this line opens and another one closes.
pub fn tag(text: &str, content: Span) -> Option<Span> {
    let slice = &text[content.range()];
    let (_, close) = TAGS.iter().find(|(open, _)| slice.starts_with(open))?;
    if slice.contains(close) {
        return None;
    }
    let mut end = content.start;
    for line in text[content.start..].split_inclusive('\n').take(REACH) {
        let bare = line.trim_end();
        if bare.is_empty() {
            return None;
        }
        if let Some(at) = bare.find(close) {
            let whole = Span::new(content.start, end + bare.len());
            return (at + close.len() == bare.len()).then_some(whole);
        }
        end += line.len();
    }
    None
}

/// Tags that may go on over several lines; the longer sign of two comes first.
const TAGS: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")];

/// The end of the imports or exports that begin with this line.
pub fn module(text: &str, line: Span) -> Option<usize> {
    let slice = text[line.range()].trim_end();
    if !(is_import(slice) || is_export(slice)) {
        return None;
    }
    let (mut end, mut depth) = (line.start, 0_i32);
    let mut blank = None;
    for line in text[line.start..].split_inclusive('\n').take(REACH) {
        let bare = line.trim_end();
        if bare.is_empty() {
            blank = blank.or(Some(end));
            if depth <= 0 {
                break;
            }
        }
        depth += depth_of(bare);
        end += line.len();
    }
    let end = if depth > 0 { blank.unwrap_or(end) } else { end };
    Some(line.start + text[line.start..end].trim_end().len())
}

fn is_import(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("import ") else { return false };
    let opens = rest.starts_with('{') && !rest.contains('}');
    opens || is_quoted(rest) || rest.rsplit_once(" from ").is_some_and(|(_, path)| is_quoted(path))
}

fn is_quoted(text: &str) -> bool {
    let text = text.trim_end_matches(';').trim();
    ["\"", "'"]
        .iter()
        .any(|quote| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote))
}

fn is_export(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("export ") else { return false };
    let declares = ["const ", "let ", "var "].iter().any(|word| rest.starts_with(word));
    let defines =
        ["default ", "function ", "async ", "class "].iter().any(|word| rest.starts_with(word));
    declares && rest.contains('=')
        || defines && rest.ends_with(['{', '(', '}', ')', ';', '>'])
        || rest.starts_with('{') && rest.contains('}')
}

fn depth_of(line: &str) -> i32 {
    line.bytes().map(step).sum()
}

fn step(byte: u8) -> i32 {
    match byte {
        b'{' | b'(' | b'[' => 1,
        b'}' | b')' | b']' => -1,
        _ => 0,
    }
}
