//! Words that say the contrary of each other, as the rules of a language list them.

use rustc_hash::FxHashMap;

/// Lines of words, each with two sides.
#[derive(Debug, Default)]
pub struct Contraries {
    /// By the first letter.
    words: FxHashMap<char, Vec<Contrary>>,
    lines: usize,
    /// Pairs of a dictionary, by each of the two words.
    pairs: FxHashMap<&'static str, Vec<&'static str>>,
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

    /// Adds pairs of words, a pair a line, whose forms are English.
    pub fn add_pairs(&mut self, text: &'static str) {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for (one, other) in lines.filter_map(|line| line.split_once(' ')) {
            self.pairs.entry(one).or_default().push(other);
            self.pairs.entry(other).or_default().push(one);
        }
    }

    /// Whether two words in lower case say the contrary of each other.
    pub fn oppose(&self, one: &str, other: &str) -> bool {
        self.fitting(one).any(|ours| {
            let is_other_side =
                |theirs: &Contrary| theirs.line == ours.line && theirs.is_left != ours.is_left;
            self.fitting(other).any(is_other_side)
        }) || self.are_paired(one, other)
    }

    /// Whether a dictionary has the words that these are forms of as contraries.
    fn are_paired(&self, one: &str, other: &str) -> bool {
        if self.pairs.is_empty() {
            return false;
        }
        let others = lemmas(other);
        let contraries = lemmas(one);
        let mut contraries = contraries.iter().filter_map(|one| self.pairs.get(one.as_str()));
        contraries.any(|pairs| pairs.iter().any(|pair| others.iter().any(|other| other == pair)))
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

/// What an English form may be a form of.
fn lemmas(form: &str) -> Vec<String> {
    const ENDINGS: [(&str, &str); 14] = [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("d", ""),
        ("ed", ""),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("er", ""),
        ("er", "e"),
        ("ier", "y"),
        ("est", ""),
        ("iest", "y"),
        ("ly", ""),
    ];
    let stems = ENDINGS.iter().filter_map(|(ending, bare)| {
        let stem = form.strip_suffix(ending).filter(|stem| stem.len() > 2)?;
        Some(format!("{stem}{bare}"))
    });
    let mut lemmas: Vec<String> = std::iter::once(form.to_owned()).chain(stems).collect();
    let single = |lemma: &String| {
        let doubled = lemma.as_bytes().last_chunk::<2>().filter(|last| last[0] == last[1])?;
        doubled[0].is_ascii_alphabetic().then(|| lemma[..lemma.len() - 1].to_owned())
    };
    let singles: Vec<String> = lemmas[1..].iter().filter_map(single).collect();
    lemmas.extend(singles);
    lemmas
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

    #[test]
    fn the_forms_of_a_pair_oppose_each_other() {
        let mut contraries = Contraries::default();
        contraries.add_pairs("# A remark.\nadmit deny\nstop start\nsafe dangerous\nearly late\n");
        for (one, other) in [
            ("admitted", "denies"),
            ("stopping", "started"),
            ("safer", "dangerous"),
            ("early", "later"),
        ] {
            assert!(
                contraries.oppose(one, other) && contraries.oppose(other, one),
                "{one} {other}"
            );
        }
        for (one, other) in [("admit", "admitted"), ("stop", "late"), ("", "deny"), ("да", "нет")]
        {
            assert!(!contraries.oppose(one, other), "{one} {other}");
        }
    }
}
