//! Front matter: the fields before a Markdown article, in YAML or TOML.
//!
//! Only what is needed to translate a field: simple strings and lists of them,
//! by the bytes they stand in. Everything else is left as it is.

mod assignments;
mod brackets;
mod fields;
mod flow;
mod scalar;
mod strings;
mod yaml;

use fields::{Field, Fields, Role};

use crate::model::{Kind, Span};

use super::after_mark;
use super::collector::Collector;
use super::lines::lines;

/// Adds the front matter's strings under these dotted names; returns where the body begins.
pub fn read(collector: &mut Collector<'_>, names: &[String]) -> usize {
    let text = collector.text;
    let Some(matter) = matter(text) else { return after_mark(text) };
    for Field { name, role, value } in matter.fields(text, Some(names)) {
        let is_title = names[name] == "title" && role == Role::Value;
        let kind = if is_title { Kind::Title } else { Kind::Field };
        collector.folded(kind, &value.folded(text));
    }
    matter.body
}

/// Every string of the front matter, whatever leads to it.
pub fn fields(text: &str) -> Vec<Field> {
    matter(text).map(|matter| matter.fields(text, None)).unwrap_or_default()
}

/// The strings under these dotted names, each with its name.
pub fn named<'n>(text: &str, names: &'n [String]) -> Vec<(&'n str, String)> {
    let Some(matter) = matter(text) else { return Vec::new() };
    let fields = matter.fields(text, Some(names)).into_iter();
    fields.map(|field| (&*names[field.name], field.value.folded(text).text.into_owned())).collect()
}

/// A string of the front matter with the key that leads to it.
pub struct FrontText {
    pub key: String,
    pub span: Span,
}

/// Every string of the front matter, each with its key.
pub fn texts(text: &str) -> Vec<FrontText> {
    let matter = matter_span(text);
    let mut texts: Vec<FrontText> = Vec::new();
    for field in fields(text) {
        let span = field.value.inner;
        // What stands above the line of the text before was looked through for that one.
        let last = texts.last().filter(|last| last.span.start <= span.start);
        let from = last.map_or(0, |last| line_start(text, last.span.start)).max(matter.start);
        let found = key(&text[from.min(span.start)..span.start]);
        let above = last.map_or("", |last| last.key.as_str());
        let key = if found.is_empty() { above.to_owned() } else { found };
        texts.push(FrontText { key, span });
    }
    texts
}

/// Where the line of a byte begins.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The last key of some lines of front matter.
fn key(before: &str) -> String {
    for line in before.lines().rev() {
        let line = line.trim_start().trim_start_matches("- ");
        let Some((key, _)) = line.split_once([':', '=']) else { continue };
        let key = key.trim().trim_matches(['"', '\'']);
        if !key.is_empty() && key.chars().all(is_key) {
            return key.to_owned();
        }
    }
    String::new()
}

fn is_key(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// What stands between the fences; empty where there is no front matter.
pub fn matter_span(text: &str) -> Span {
    matter(text).map_or(Span::new(0, 0), |matter| matter.inner)
}

/// Where the body begins, behind front matter or a byte order mark.
pub fn body(text: &str) -> usize {
    matter(text).map_or(after_mark(text), |matter| matter.body)
}

/// Where the front matter stands and how it is written.
struct Matter {
    inner: Span,
    body: usize,
    is_toml: bool,
}

impl Matter {
    fn fields(&self, text: &str, names: Option<&[String]>) -> Vec<Field> {
        let mut fields = Fields::new(names);
        if self.is_toml {
            assignments::read(text, self.inner, &mut fields);
        } else {
            yaml::read(text, self.inner, &mut fields);
        }
        fields.finish()
    }
}

fn matter(text: &str) -> Option<Matter> {
    let start = after_mark(text);
    let is_toml = text[start..].starts_with("+++");
    if !is_toml && !text[start..].starts_with("---") {
        return None;
    }
    let fence = &text[start..start + 3];
    let mut all = lines(text, Span::new(start, text.len()));
    let opening = all.next()?;
    if text[opening.range()].trim_ascii_end() != fence {
        return None;
    }
    let inner = next_line(text, opening.end);
    let mut is_first = true;
    for line in all {
        let slice = text[line.range()].trim_ascii_end();
        if slice == fence || (!is_toml && slice == "...") {
            let body = next_line(text, line.end);
            return Some(Matter { inner: Span::new(inner, line.start), body, is_toml });
        }
        if is_first && !slice.is_empty() {
            is_first = false;
            if !is_entry(slice, is_toml) {
                return None;
            }
        }
    }
    None
}

/// Whether a line can open front matter; else its fence is but a rule.
fn is_entry(line: &str, is_toml: bool) -> bool {
    line.starts_with('#')
        || (is_toml && line.starts_with('['))
        || line.contains(if is_toml { '=' } else { ':' })
}

/// Where the line begins that follows the line end at `end`.
fn next_line(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

/// Where the line ends that `at` is on.
fn line_end(text: &str, at: usize) -> usize {
    lines(text, Span::new(at, text.len())).next().map_or(text.len(), |line| line.end)
}

/// Whether nothing but a comment stands on the first line of `rest`.
fn is_rest_blank(rest: &str) -> bool {
    let words = rest[..line_end(rest, 0)].trim_ascii_start();
    words.is_empty() || words.starts_with('#')
}

#[cfg(test)]
mod tests;
