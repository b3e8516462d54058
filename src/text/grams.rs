//! Stretches of three letters by which texts that are alike find each other.
//!
//! Letters are in lower case, with е for ё; whatever stands between words is one space.

use super::words::is_mark;

/// Passes on a number for each stretch of `text`, repeated ones as often as they stand.
pub fn each(text: &str, mut pass: impl FnMut(u32)) {
    let mut window = Window::default();
    for c in text.chars() {
        if let Some(gram) = window.take(c) {
            pass(gram);
        }
    }
    if let Some(gram) = window.end() {
        pass(gram);
    }
}

/// The different stretches of `text`.
pub fn distinct(text: &str) -> Vec<u32> {
    let mut grams = Vec::with_capacity(text.len());
    each(text, |gram| grams.push(gram));
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// The stretches of every word that begins with `beginning`.
pub fn of_beginning(beginning: &str) -> Vec<u32> {
    let mut grams = Vec::new();
    let mut window = Window::default();
    grams.extend(beginning.chars().filter_map(|c| window.take(c)));
    grams
}

/// Passes on a number for the beginning of each word.
pub fn each_word(text: &str, mut pass: impl FnMut(u32)) {
    let (mut letters, mut count) = ([0; BEGINNING], 0);
    for c in text.chars() {
        if is_mark(c) {
            continue;
        }
        match letter(c) {
            SPACE if count > 0 => {
                pass(beginning(letters));
                (letters, count) = ([0; BEGINNING], 0);
            }
            SPACE => {}
            letter => {
                if let Some(place) = letters.get_mut(count) {
                    *place = letter;
                }
                count += 1;
            }
        }
    }
    if count > 0 {
        pass(beginning(letters));
    }
}

/// The numbers of words that begin so, or that are just this; nothing where too many would be.
pub fn words(text: &str, is_whole: bool) -> Option<Vec<u32>> {
    let letters: Vec<u32> = text.chars().filter(|c| !is_mark(*c)).map(letter).collect();
    let mut parts = letters.split(|letter| *letter == SPACE).filter(|part| !part.is_empty());
    let first = parts.next()?;
    // What another part follows is a whole word.
    let is_whole = is_whole || parts.next().is_some() || letters.last() == Some(&SPACE);
    if is_whole || first.len() >= BEGINNING {
        return Some(vec![number(first)]);
    }
    let alphabet = if first[0] < 0x80 { 'a'..='z' } else { 'а'..='я' };
    if first.len() + 2 < BEGINNING || !first.iter().all(|letter| letter < &CYRILLIC_END) {
        return None;
    }
    let mut numbers = vec![number(first)];
    let mut longer = vec![first.to_vec()];
    while longer[0].len() < BEGINNING {
        let add = |word: &Vec<u32>| {
            let word = word.clone();
            alphabet.clone().map(move |next| [&word[..], &[u32::from(next)]].concat())
        };
        longer = longer.iter().flat_map(add).collect();
        numbers.extend(longer.iter().map(|word| number(word)));
    }
    Some(numbers)
}

/// The first character behind those of which the ends of words are known.
const CYRILLIC_END: u32 = 0x460;

/// The number of a word of these letters.
fn number(letters: &[u32]) -> u32 {
    let mut first = [0; BEGINNING];
    for (place, letter) in first.iter_mut().zip(letters) {
        *place = *letter;
    }
    beginning(first)
}

/// So many letters of a word are looked up.
const BEGINNING: usize = 4;
const SPACE: u32 = b' ' as u32;

fn beginning(letters: [u32; BEGINNING]) -> u32 {
    let [first, second, third, fourth] = letters;
    mixed(first, second ^ fourth << 10, third)
}

/// The last two characters, as far as there are any.
struct Window {
    first: u32,
    second: u32,
    /// Whether a letter was seen.
    is_open: bool,
}

impl Default for Window {
    fn default() -> Self {
        Self { first: 0, second: SPACE, is_open: false }
    }
}

impl Window {
    fn take(&mut self, c: char) -> Option<u32> {
        if is_mark(c) {
            return None;
        }
        let next = letter(c);
        if next == SPACE && self.second == SPACE {
            return None;
        }
        let gram = self.is_open.then(|| mixed(self.first, self.second, next));
        (self.first, self.second, self.is_open) = (self.second, next, true);
        gram
    }

    fn end(mut self) -> Option<u32> {
        if self.is_open { self.take(' ') } else { None }
    }
}

/// The character in lower case, or a space for what is no letter and no digit.
fn letter(c: char) -> u32 {
    let lower = match c {
        'a'..='z' | '0'..='9' | 'а'..='я' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'ё' | 'Ё' => 'е',
        'А'..='Я' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        '\0'..='\u{7f}' => ' ',
        _ if c.is_alphanumeric() => c.to_lowercase().next().unwrap_or(c),
        _ => ' ',
    };
    u32::from(lower)
}

fn mixed(first: u32, second: u32, third: u32) -> u32 {
    let all = u64::from(first) << 42 ^ u64::from(second) << 21 ^ u64::from(third);
    u32::try_from(all.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distinct, each_word, of_beginning, words};
    use proptest::prelude::*;

    #[test]
    fn case_signs_and_spaces_make_no_difference() {
        assert_eq!(distinct("«Ёлка» — да!"), distinct("елка да"));
        assert_eq!(distinct("да").len(), 2);
        assert_eq!(distinct("я").len(), 1);
        assert!(distinct("— !").is_empty());
        assert_eq!(distinct("за\u{301}мок"), distinct("замок"));
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let mut found = Vec::new();
        each_word("The meetings, meet.", |number| found.push(number));
        assert_eq!(found.len(), 3);
        assert_eq!(words("meeting", false), Some(vec![found[1]]));
        assert!(words("the", false).is_some_and(|all| all.len() == 27 && all.contains(&found[0])));
        assert_eq!(words("the", true), Some(vec![found[0]]));
        assert_eq!(words("the-", false), Some(vec![found[0]]));
        assert_eq!(words("t", false), None);
        assert_eq!(words("", false), None);
    }

    proptest! {
        #[test]
        fn one_edit_takes_three_stretches_at_most(
            text in "[а-яa-z .,-]{0,40}", at in 0usize..40, put in "[а-я ]?", cut in 0usize..2,
        ) {
            let letters: Vec<char> = text.chars().collect();
            let at = at.min(letters.len());
            let end = (at + cut).min(letters.len());
            let edits = (end - at).max(put.chars().count());
            let edited: String =
                letters[..at].iter().copied().chain(put.chars()).chain(letters[end..].iter().copied()).collect();
            let after = distinct(&edited);
            let lost = distinct(&text).iter().filter(|gram| !after.contains(gram)).count();
            prop_assert!(lost <= 3 * edits.max(1), "{lost} of {text:?} in {edited:?}");
        }

        #[test]
        fn a_word_is_among_those_with_its_beginning(word in "[а-я]{2,7}|[a-z]{2,7}", cut in 2usize..7) {
            let beginning: String = word.chars().take(cut).collect();
            let mut found = Vec::new();
            each_word(&word, |number| found.push(number));
            let all = words(&beginning, false);
            prop_assert!(all.is_some_and(|all| all.contains(&found[0])), "{beginning} {word}");
        }

        #[test]
        fn a_beginning_has_no_stretch_that_its_word_lacks(word in "[а-я]{1,9}", rest in "[а-я]{0,4}") {
            let all = distinct(&format!("да {word}{rest}, нет"));
            prop_assert!(of_beginning(&word).iter().all(|gram| all.contains(gram)));
        }
    }
}
