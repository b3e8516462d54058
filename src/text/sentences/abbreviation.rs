//! The word before a full stop: an abbreviation, an initial, or just a word.

use super::characters::before;
use super::opening::is_roman;
use super::rules::{Abbreviations, Traits};
use crate::text::words::is_alphabetic;

/// Abbreviations have at most so many parts: «к. ф.-м. н.»
const PARTS: usize = 4;
const LONGEST: usize = 40;

/// A word before a stop.
#[derive(Clone, Copy, Debug)]
pub struct LastWord<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> LastWord<'t> {
    /// The word that ends at the stop `at`, or one space before it.
    pub fn before(text: &'t str, at: usize) -> Self {
        let gap = before(text, at).filter(|character| character.is_whitespace());
        let end = at - gap.map_or(0, char::len_utf8);
        Self { text, start: word_start(text, end), end }
    }

    /// Where it begins.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The word as written; empty after a number or a sign.
    pub fn written(&self) -> &'t str {
        &self.text[self.start..self.end]
    }

    /// Whether it is one capital letter.
    pub fn is_initial(&self) -> bool {
        let mut characters = self.written().chars();
        characters.next().is_some_and(char::is_uppercase) && characters.next().is_none()
    }

    /// What the rules say of the longest abbreviation that ends here, and where it begins.
    pub fn traits(&self, rules: &Abbreviations) -> (Traits, usize) {
        let mut found = (Traits::default(), self.start);
        if rules.longest == 0 || self.is_ending() {
            return found;
        }
        let mut key = Key::default();
        let (mut start, mut end) = (self.start, self.end);
        for _ in 0..PARTS {
            if start == end || !key.prepend(&self.text[start..end], rules.longest) {
                break;
            }
            let traits = self.look_up(rules, &key, start);
            if traits != Traits::default() {
                found = (traits, start);
            }
            match part_before(self.text, start) {
                Some(previous) => (start, end) = previous,
                None => break,
            }
        }
        found
    }

    /// Whether a number stands before `start`, where the abbreviation begins.
    pub fn follows_number(&self, start: usize) -> bool {
        let end = self.text[..start].trim_end().len();
        if start - end > 4 {
            return false;
        }
        match before(self.text, end) {
            Some('/') => true,
            Some(character) if character.is_numeric() => true,
            Some(character) if character.is_alphabetic() => {
                let start = word_start(self.text, end);
                is_roman(&self.text[start..end]) || is_ordinal(&self.text[..start])
            }
            _ => false,
        }
    }

    // «17-м», «5-го»: the ending of an ordinal.
    fn is_ending(&self) -> bool {
        is_ordinal(&self.text[..self.start])
    }

    fn look_up(&self, rules: &Abbreviations, key: &Key, start: usize) -> Traits {
        let (in_any_case, with_a_capital) = rules.find(key.as_str());
        let capital = self.text[start..].chars().next().is_some_and(char::is_uppercase);
        // «С. Г.» are initials although «с. г.» is an abbreviation; «z. B.» is none of them.
        let any = if self.is_initial() && capital { Traits::default() } else { in_any_case };
        if capital { any.with(with_a_capital) } else { any }
    }
}

/// The word at the end of `text`, or one space before it; empty where a sign stands.
pub fn word_before(text: &str) -> &str {
    let text = text.strip_suffix(char::is_whitespace).unwrap_or(text);
    &text[word_start(text, text.len())..]
}

/// Whether the letters that follow are the ending of an ordinal.
fn is_ordinal(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|number| number.ends_with(char::is_numeric))
}

/// Where the word that ends at `end` begins; far beyond any abbreviation it gives up.
fn word_start(text: &str, end: usize) -> usize {
    let mut start = end;
    for character in text[..end].chars().rev() {
        let inner = start < end && matches!(character, '-' | '\'' | '’');
        if end - start > LONGEST || !(is_alphabetic(character) || character == '°' || inner) {
            break;
        }
        start -= character.len_utf8();
    }
    start + (text[start..end].len() - text[start..end].trim_start_matches(['-', '\'', '’']).len())
}

/// The part before `start`: letters and a stop, then perhaps a space or hyphen.
fn part_before(text: &str, start: usize) -> Option<(usize, usize)> {
    let gap = before(text, start).filter(|gap| gap.is_whitespace() || *gap == '-');
    let rest = text[..start - gap.map_or(0, char::len_utf8)].strip_suffix('.')?;
    Some((word_start(text, rest.len()), rest.len()))
}

/// A key for look-up, built from its end without allocation: parts with stops between.
struct Key {
    bytes: [u8; LONGEST],
    start: usize,
}

impl Default for Key {
    fn default() -> Self {
        Self { bytes: [0; LONGEST], start: LONGEST }
    }
}

impl Key {
    fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }

    /// Puts a part before the others, in small letters; false where it grows too long.
    fn prepend(&mut self, part: &str, longest: usize) -> bool {
        if self.start < LONGEST {
            self.start -= 1;
            self.bytes[self.start] = b'.';
        }
        for character in part.chars().rev() {
            let small = character.to_lowercase().next().unwrap_or(character);
            let size = small.len_utf8();
            if size + LONGEST - self.start > longest.min(LONGEST - 1) {
                return false;
            }
            self.start -= size;
            small.encode_utf8(&mut self.bytes[self.start..]);
        }
        true
    }
}
