//! Labels such as `1.`, `б)` and `(iv)`, and lists that run on in one block.

use memchr::memmem::Finder;

use super::characters::{before, is_opener};
use super::guard::Guard;
use super::opening::is_roman;

const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const LONGEST: usize = 24;

/// Whether the sentence so far is but a label: `1`, `8.1`, `IV`, `§2`, `(a`.
pub fn is_label(sentence: &str) -> bool {
    if sentence.len() > LONGEST {
        return false;
    }
    let label = sentence.trim();
    let label = label.trim_start_matches(|c: char| {
        is_opener(c) || c.is_whitespace() || matches!(c, '§' | '№' | '-' | '–' | '—')
    });
    let mut letters = label.chars();
    let letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    letter || is_roman(label) || is_numbered(label)
}

fn is_numbered(label: &str) -> bool {
    label
        .split('.')
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether `text` begins with `1)`, `б)` or `(1)`.
pub fn is_marker(text: &str) -> bool {
    let rest = text.strip_prefix('(').unwrap_or(text);
    let Some((label, _)) = rest[..rest.floor_char_boundary(5)].split_once(')') else {
        return false;
    };
    let letter = label.chars().all(char::is_lowercase) && label.chars().count() == 1;
    letter || is_numbered(label)
}

/// Where the items of a list that begins with the text begin, the first left out.
pub fn items(text: &str, guard: &Guard<'_>) -> Vec<usize> {
    let Some(shape) = Shape::at_start(text) else { return Vec::new() };
    let mut items = Vec::new();
    let mut from = text.len() - text.trim_start().len() + 1;
    for number in 2.. {
        let Some(label) = shape.label(number) else { break };
        let Some(at) = find(text, from, &label, guard) else { break };
        items.push(at);
        from = at + label.len();
    }
    items
}

fn find(text: &str, from: usize, label: &str, guard: &Guard<'_>) -> Option<usize> {
    let finder = Finder::new(label);
    finder.find_iter(&text.as_bytes()[from..]).map(|at| from + at).find(|at| {
        before(text, *at).is_some_and(char::is_whitespace)
            && text[at + label.len()..].starts_with(char::is_whitespace)
            && guard.allows(at - 1, *at)
    })
}

/// How the items of a list are labelled.
struct Shape {
    open: &'static str,
    close: &'static str,
    first: &'static str,
}

impl Shape {
    fn at_start(text: &str) -> Option<Self> {
        let text = text.trim_start();
        let open = ["(", "• ", "⁃"].into_iter().find(|open| text.starts_with(open)).unwrap_or("");
        if matches!(open, "• " | "⁃") {
            return Some(Self { open, close: "", first: "" });
        }
        let text = &text[open.len()..];
        let first =
            ["1", "a", "A", "а", "А", "i"].into_iter().find(|first| text.starts_with(first))?;
        let text = &text[first.len()..];
        let close = [".)", ")", "."].into_iter().find(|close| text.starts_with(close))?;
        // «А. Петров и Б. Иванов» is no list.
        let initials = close == "." && first != "1" && first != "a";
        let spaced = text[close.len()..].starts_with(char::is_whitespace);
        (spaced && !initials).then_some(Self { open, close, first })
    }

    fn label(&self, number: usize) -> Option<String> {
        let name = match self.first {
            "" => return Some(self.open.trim_end().to_owned()),
            "1" => number.to_string(),
            "i" => (*ROMAN.get(number - 1)?).to_owned(),
            "a" => letter("abcdefghijklmnopqrstuvwxyz", number)?,
            "A" => letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number)?,
            "а" => letter("абвгдежзиклмнопрстуфхцчшщэюя", number)?,
            _ => letter("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ", number)?,
        };
        Some(format!("{}{name}{}", self.open, self.close))
    }
}

fn letter(alphabet: &str, number: usize) -> Option<String> {
    alphabet.chars().nth(number - 1).map(String::from)
}
