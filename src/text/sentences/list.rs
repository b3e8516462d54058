//! Labels such as `1.`, `б)` and `(iv)`, and lists that run on in one block.

use memchr::memmem;

use super::characters::{before, is_opener};
use super::guard::Guard;
use super::opening::is_roman;

const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const LONGEST: usize = 24;
/// Bytes that an item of a list may take; further on its successor is not looked for.
const LONGEST_ITEM: usize = 2000;

/// Whether the sentence so far is but a label or ends in a list's first, or nothing: `1`, `8.1`, `IV`, `§2`, `(a`.
pub fn is_label(sentence: &str) -> bool {
    let sentence = macro_words(sentence);
    if begins_list(sentence) {
        return true;
    }
    if sentence.len() > LONGEST {
        return false;
    }
    // Markdown escapes the stop of what would begin a list: `1\.`
    let label = sentence.trim().trim_end_matches('\\');
    let label = label.trim_start_matches(|c: char| {
        is_opener(c) || c.is_whitespace() || matches!(c, '§' | '№' | '-' | '–' | '—')
    });
    let mut letters = label.chars();
    let letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    letter || label.is_empty() || is_roman(label) || is_numbered(label)
}

/// What a reader sees of a macro's beginning: `1` of `{heading(1`.
fn macro_words(sentence: &str) -> &str {
    let Some(rest) = sentence.strip_prefix('{') else { return sentence };
    rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).strip_prefix('(').unwrap_or(sentence)
}

/// Whether the first label of a list stands behind a colon: `Agenda: 1`.
fn begins_list(sentence: &str) -> bool {
    [": 1", ": I"].iter().any(|label| sentence.ends_with(label))
}

/// The word of a label such as `Рис. 1` and `Глава II`.
pub fn numbered_word(sentence: &str) -> Option<&str> {
    let sentence = macro_words(sentence);
    if sentence.len() > 2 * LONGEST {
        return None;
    }
    let (word, number) = sentence.trim().rsplit_once(char::is_whitespace)?;
    let labels = is_numbered(number) || is_roman(number);
    labels.then(|| word.trim_end_matches(|c: char| !c.is_alphabetic()))
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

/// Where the items of a list that runs on in one block begin.
pub struct Items<'a> {
    text: &'a str,
    guard: &'a Guard<'a>,
    shape: Option<Shape>,
    number: usize,
    next: Option<usize>,
}

impl<'a> Items<'a> {
    /// The lists of `text`; `begin` says where one may start.
    pub fn new(text: &'a str, guard: &'a Guard<'a>) -> Self {
        Self { text, guard, shape: None, number: 1, next: None }
    }

    /// Takes note that a sentence begins at `start`, perhaps with a first label.
    pub fn begin(&mut self, start: usize) {
        if self.next == Some(start) {
            self.advance();
        } else if let Some(shape) = Shape::at_start(&self.text[start..]) {
            self.shape = Some(shape);
            self.number = 1;
            self.next = Some(start);
            self.advance();
        }
    }

    /// The next item, where it begins at or before `at`.
    pub fn until(&mut self, at: usize) -> Option<usize> {
        let item = self.next.filter(|item| *item <= at)?;
        self.advance();
        Some(item)
    }

    fn advance(&mut self) {
        let Some(from) = self.next.take() else { return };
        self.number += 1;
        let Some(label) = self.shape.as_ref().and_then(|shape| shape.label(self.number)) else {
            return;
        };
        self.next = self.find(from + 1, &label);
    }

    fn find(&self, from: usize, label: &str) -> Option<usize> {
        let from = self.text.ceil_char_boundary(from);
        let near = self.text.floor_char_boundary(from + LONGEST_ITEM);
        let found = memmem::find_iter(&self.text.as_bytes()[from..near], label);
        found.map(|at| from + at).find(|at| self.is_item(*at, label))
    }

    fn is_item(&self, at: usize, label: &str) -> bool {
        let rest = &self.text[at + label.len()..];
        let spaced = before(self.text, at).is_some_and(char::is_whitespace);
        let follows = rest.starts_with(char::is_whitespace) || !label.ends_with(['.', ')']);
        // «1. В части 2. закона» has but one item.
        let begins = !label.ends_with('.') || !rest.trim_start().starts_with(char::is_lowercase);
        spaced && follows && begins && self.guard.allows(at - 1, at)
    }
}

/// How the items of a list are labelled.
struct Shape {
    open: &'static str,
    close: &'static str,
    first: &'static str,
}

impl Shape {
    fn at_start(text: &str) -> Option<Self> {
        let open = ["(", "• ", "⁃"].into_iter().find(|open| text.starts_with(open)).unwrap_or("");
        let text = &text[open.len()..];
        if matches!(open, "• " | "⁃") {
            let filled = !text.starts_with('•');
            return filled.then_some(Self { open, close: "", first: "" });
        }
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
