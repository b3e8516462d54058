//! Front matter: the fields before a Markdown article, in YAML or TOML.
//!
//! Only what is needed to translate a field: simple strings at the top level,
//! by the bytes they stand in. Everything else is left as it is.

mod assignments;
mod scalar;
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
        if self.is_toml {
            assignments::fields(text, self.inner)
        } else {
            yaml::fields(text, self.inner)
        }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::Span;

    use super::fields;
    use crate::parse::lines::trim;

    /// Each field as `name=value`.
    fn read(text: &str) -> String {
        fields(text)
            .iter()
            .map(|field| format!("{}={}\n", field.name, field.value.folded(text).text))
            .collect()
    }

    /// The text with the words of its only field replaced.
    fn replaced(text: &str, new: &str) -> String {
        let all = fields(text);
        let value = all[0].value;
        let folded = value.folded(text);
        let words = folded.to_raw(trim(&folded.text, Span::new(0, folded.text.len())));
        let rewritten = value.rewritten(text, &[(words, new.to_owned())]);
        format!("{}{rewritten}{}", &text[..value.whole.start], &text[value.whole.end..])
    }

    #[test]
    fn strings_of_each_yaml_style_are_read() {
        let text = "---\nplain: Да, нет # к\nsingle: 'Это ''то'''\n\"double\": \"А\\\"б\\u0432\\\n  г\"\nblock: >-\n  один\n\n  два\n\
            lines: один\n  два\nbelow:\n  три\n---\n";
        let said = "plain=Да, нет\nsingle=Это 'то'\ndouble=А\"бвг\nblock=один два\nlines=один два\nbelow=три\n";
        assert_eq!(read(text), said);
        assert_eq!(read(&text.replace('\n', "\r\n")), said);
    }

    #[test]
    fn what_is_no_string_is_left_alone() {
        let text =
            "---\na: [б]\nb:\n  - в\nc:\n  d: е\ne: true\nf: &x г\ng: {h: и}\nj: 'без конца\n---\n";
        assert_eq!(read(text), "");
        assert_eq!(read("---\n\nТекст\n\n---\n"), "");
        assert_eq!(read("---\ntitle: а\n"), "");
    }

    #[test]
    fn strings_of_each_toml_style_are_read() {
        let text = "+++\na = \"б \\\"в\\\"\"\nc = 'г \\'\nd = \"\"\"\nе\nж\"\"\"\nf = '''з'''\nn = 5\n[extra]\ng = \"и\"\n+++\n";
        assert_eq!(read(text), "a=б \"в\"\nc=г \\\nd= е ж\nf=з\n");
    }

    #[test]
    fn a_plain_string_takes_quotes_only_where_it_must() {
        let plain = "---\na: Слово\n---\n";
        assert_eq!(replaced(plain, "Word"), "---\na: Word\n---\n");
        assert_eq!(replaced(plain, "Word: \"b\""), "---\na: \"Word: \\\"b\\\"\"\n---\n");
        assert_eq!(replaced("---\na: 'Слово'\n---\n", "It's"), "---\na: 'It''s'\n---\n");
        assert_eq!(replaced("+++\na = 'Слово'\n+++\n", "It's"), "+++\na = \"It's\"\n+++\n");
        assert_eq!(
            replaced("+++\na = '''\nСлово'''\n+++\n", "It's"),
            "+++\na = \"\"\"\nIt's\"\"\"\n+++\n"
        );
    }

    const STYLES: [&str; 7] = [
        "---\na: Слово\n---\n",
        "---\na: 'Слово'\n---\n",
        "---\na: \"Слово\"\nb: в\n---\n",
        "---\na: |\n  Слово\nb: в\n---\n",
        "---\na: >-\n  Слово\n---\n",
        "---\na: Слово\n  слово # нет\nb: в\n---\n",
        "---\na:\n  Слово\n---\n",
    ];

    const TOML: [&str; 4] = [
        "+++\na = \"Слово\"\n+++\n",
        "+++\na = 'Слово'\n+++\n",
        "+++\na = \"\"\"Слово\"\"\"\n+++\n",
        "+++\na = '''Слово'''\n+++\n",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

        #[test]
        fn new_words_read_back_exactly(new in "[-а-яA-Z0-9'\"\\\\:#{}\\[\\],&*!|>%@` .?~«»=\u{a0}]{0,12}[а-я.'\"\\\\:#]") {
            let new = new.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            for style in STYLES {
                let text = replaced(style, &new);
                prop_assert_eq!(&*fields(&text)[0].value.folded(&text).text, &new, "{}", text);
            }
            for style in TOML {
                let text = replaced(style, &new);
                let table: toml::Table = text.trim_matches(['+', '\n']).parse().unwrap();
                prop_assert_eq!(table["a"].as_str(), Some(new.as_str()), "{}", text);
            }
        }
    }
}
