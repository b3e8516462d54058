//! Front matter: the fields before a Markdown article, in YAML or TOML.
//!
//! Only what is needed to translate a field: simple strings at the top level,
//! by the bytes they stand in. Everything else is left as it is.

mod scalar;
mod toml;
mod yaml;

use scalar::Scalar;

use crate::model::{Kind, Span};

use super::after_mark;
use super::collector::Collector;
use super::lines::lines;

/// A field whose value can be translated.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    pub name: &'a str,
    pub value: Scalar,
}

/// Adds the front matter's fields with these names; returns where the body begins.
pub fn read(collector: &mut Collector<'_>, names: &[String]) -> usize {
    let text = collector.text;
    let Some(matter) = matter(text) else { return after_mark(text) };
    for field in matter.fields(text) {
        if names.iter().any(|name| name == field.name) {
            let kind = if field.name == "title" { Kind::Title } else { Kind::Field };
            collector.folded(kind, &field.value.folded(text));
        }
    }
    matter.body
}

/// Every field of the front matter that is a simple string.
pub fn fields(text: &str) -> Vec<Field<'_>> {
    matter(text).map(|matter| matter.fields(text)).unwrap_or_default()
}

/// Where the front matter stands and how it is written.
struct Matter {
    inner: Span,
    body: usize,
    is_toml: bool,
}

impl Matter {
    fn fields<'a>(&self, text: &'a str) -> Vec<Field<'a>> {
        if self.is_toml { toml::fields(text, self.inner) } else { yaml::fields(text, self.inner) }
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
