//! Words that say the contrary of each other, as the rules of a language list them.

use rustc_hash::FxHashMap;

/// Lines of words, each with two sides.
#[derive(Debug, Default)]
pub struct Contraries {
    /// By the first letter.
    words: FxHashMap<char, Vec<Contrary>>,
    lines: usize,
}

/// A word, or the beginning of words, that says the contrary of the other side of its line.
#[derive(Clone, Copy, Debug)]
struct Contrary {
    text: &'static str,
    is_whole: bool,
    line: usize,
    is_left: bool,
}

impl Contrary {
    fn fits(&self, word: &str) -> bool {
        if self.is_whole { word == self.text } else { word.starts_with(self.text) }
    }
}

impl Contraries {
    /// Adds a line whose sides hold beginnings of words; `=` stands before a whole word.
    pub fn add_line(&mut self, left: &'static str, right: &'static str) {
        left.split_whitespace().for_each(|text| self.add(text, true));
        right.split_whitespace().for_each(|text| self.add(text, false));
        self.lines += 1;
    }

    /// Whether two words in lower case say the contrary of each other.
    pub fn oppose(&self, one: &str, other: &str) -> bool {
        self.fitting(one).any(|ours| {
            let is_other_side =
                |theirs: &Contrary| theirs.line == ours.line && theirs.is_left != ours.is_left;
            self.fitting(other).any(is_other_side)
        })
    }

    /// The places that a word has in the lines.
    fn fitting<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a Contrary> {
        let initial = word.chars().next();
        let known = initial.and_then(|initial| self.words.get(&initial));
        known.into_iter().flatten().filter(move |contrary| contrary.fits(word))
    }

    fn add(&mut self, text: &'static str, is_left: bool) {
        let whole = text.strip_prefix('=');
        let text = whole.unwrap_or(text);
        let contrary = Contrary { text, is_whole: whole.is_some(), line: self.lines, is_left };
        let initial = text.chars().next().unwrap_or_default();
        self.words.entry(initial).or_default().push(contrary);
    }
}

#[cfg(test)]
mod tests {
    use super::Contraries;

    #[test]
    fn words_of_the_two_sides_of_a_line_oppose_each_other() {
        let mut contraries = Contraries::default();
        contraries.add_line("rose gain", "fell =cut");
        contraries.add_line("=on", "=off");
        for (one, other) in [("rose", "fell"), ("cut", "gained"), ("on", "off")] {
            assert!(
                contraries.oppose(one, other) && contraries.oppose(other, one),
                "{one} {other}"
            );
        }
        for (one, other) in [("rose", "gained"), ("rose", "cuts"), ("once", "off"), ("on", "fell")]
        {
            assert!(!contraries.oppose(one, other), "{one} {other}");
        }
        assert!(!contraries.oppose("", "fell"));
    }
}
