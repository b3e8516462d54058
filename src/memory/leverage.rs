//! What a translation will cost: words by how much of it the memory has, in the grid of agencies.

use std::ops::AddAssign;

use crate::text::words::is_mark;

/// How the work is divided, and what a word of each part is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceGrid {
    /// The least scores of the fuzzy bands, rising, between 1 and 99.
    pub bands: Vec<u8>,
    /// What a word of each share is worth, in the order of [`PriceGrid::shares`].
    pub weights: Vec<f64>,
}

/// A part of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Share {
    /// The memory has it with the same neighbours.
    Around,
    /// It stood earlier in the same work.
    Repetition,
    /// The memory has it.
    Exact,
    /// The memory has something like it; the band counts from the lowest.
    Band(usize),
    /// Only the work itself has something like it, earlier.
    Internal,
    New,
}

impl Default for PriceGrid {
    fn default() -> Self {
        Self {
            bands: vec![50, 75, 85, 95],
            weights: vec![0.0, 0.25, 0.25, 0.4, 0.6, 0.8, 1.0, 0.8, 1.0],
        }
    }
}

impl PriceGrid {
    /// All shares, the least work first.
    pub fn shares(&self) -> Vec<Share> {
        let mut shares = vec![Share::Around, Share::Repetition, Share::Exact];
        shares.extend((0..self.bands.len()).rev().map(Share::Band));
        shares.extend([Share::Internal, Share::New]);
        shares
    }

    /// The name of a share in machine formats and in the configuration.
    pub fn name(&self, share: Share) -> String {
        match share {
            Share::Around => "context".to_owned(),
            Share::Repetition => "repetition".to_owned(),
            Share::Exact => "100".to_owned(),
            Share::Band(at) => {
                let next = self.bands.get(at + 1).copied().unwrap_or(100);
                format!("{}-{}", self.bands[at], next - 1)
            }
            Share::Internal => "internal".to_owned(),
            Share::New => "new".to_owned(),
        }
    }

    /// What a word of a share is worth.
    pub fn weight(&self, share: Share) -> f64 {
        let at = self.shares().iter().position(|one| *one == share);
        at.and_then(|at| self.weights.get(at)).copied().unwrap_or(1.0)
    }

    /// The least score that counts.
    pub fn least(&self) -> u8 {
        self.bands.first().copied().unwrap_or(100)
    }

    /// The share of a score; nothing where it is too little.
    pub fn of_score(&self, score: u8) -> Option<Share> {
        match score {
            101.. => Some(Share::Around),
            100 => Some(Share::Exact),
            _ => self.bands.iter().rposition(|least| score >= *least).map(Share::Band),
        }
    }
}

/// An amount of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    pub segments: usize,
    pub words: usize,
    /// Without white space.
    pub characters: usize,
    pub characters_with_spaces: usize,
}

impl Extent {
    /// The amount of one sentence.
    pub fn of(text: &str) -> Self {
        Self {
            segments: 1,
            words: words(text),
            characters: text.chars().filter(|c| !c.is_whitespace()).count(),
            characters_with_spaces: text.chars().count(),
        }
    }
}

/// How many words a text has, as `OmegaT` counts: letters and digits that hang together, in letters
/// by one hyphen, dash, straight apostrophe, underline or point, in digits by one comma or point.
pub fn words(text: &str) -> usize {
    let mut count = 0;
    let (mut last, mut before) = (' ', ' ');
    let mut is_counted = false;
    for c in text.chars().filter(|c| *c == SOFT_HYPHEN || !is_mark(*c)) {
        let is_joined = match last {
            '-' | '_' | '‧' | SOFT_HYPHEN | '‐'..='―' => are_letters(before, c),
            '"' | '\'' | '.' => are_letters(before, c) || are_digits(before, c),
            ',' => are_digits(before, c),
            '&' => before.is_alphabetic(),
            _ => last.is_alphanumeric(),
        };
        if c.is_alphanumeric() {
            is_counted &= is_joined;
            count += usize::from(!is_counted && is_told(c));
            is_counted |= is_told(c);
        }
        (before, last) = (last, c);
    }
    count
}

const SOFT_HYPHEN: char = '\u{ad}';

/// Whether a letter or digit makes a word; fractions, powers and numbers of one sign don't.
fn is_told(c: char) -> bool {
    !matches!(c, '²' | '³' | '¹' | '¼'..='¾' | '⁰'..='₉' | '⅐'..='ↈ' | '①'..='⓿')
}

fn are_letters(one: char, other: char) -> bool {
    one.is_alphabetic() && other.is_alphabetic()
}

fn are_digits(one: char, other: char) -> bool {
    one.is_numeric() && other.is_numeric()
}

impl AddAssign for Extent {
    fn add_assign(&mut self, other: Self) {
        self.segments += other.segments;
        self.words += other.words;
        self.characters += other.characters;
        self.characters_with_spaces += other.characters_with_spaces;
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, PriceGrid, Share, words};

    #[test]
    fn every_score_has_one_share() {
        let grid = PriceGrid::default();
        let name = |score| grid.of_score(score).map_or("new".to_owned(), |share| grid.name(share));
        let names = [0, 49, 50, 74, 75, 84, 85, 94, 95, 99, 100, 101].map(name);
        let expected = [
            "new", "new", "50-74", "50-74", "75-84", "75-84", "85-94", "85-94", "95-99", "95-99",
            "100", "context",
        ];
        assert_eq!(names, expected.map(str::to_owned));
        assert_eq!(grid.shares().len(), grid.weights.len());
        assert!(grid.weight(Share::Band(0)) > grid.weight(Share::Band(3)));
    }

    #[test]
    fn words_are_counted_as_translators_programs_do() {
        for (text, expected) in [
            ("из-за научно-популярного", 2),
            ("52-летняя", 2),
            ("в 19:30", 3),
            ("120 км/ч", 3),
            ("на 4,5 % и 1.000.000", 4),
            ("5–10", 2),
            ("library.example.org.", 1),
            ("О. Н. Лебедева — «да»…", 4),
            ("it's д'Арк", 2),
            ("it’s", 2),
            ("R&D и файл_отчёта", 3),
            ("½ кг, H₂O, м²", 3),
            ("XIX и Ⅳ век", 3),
            ("пере\u{ad}нос", 1),
            ("за\u{301}мок", 1),
            ("— …", 0),
            ("", 0),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn words_have_a_letter_or_a_digit() {
        let amount = Extent::of("Рост — 5\u{a0}% за год.");
        assert_eq!((amount.words, amount.characters, amount.characters_with_spaces), (4, 13, 18));
    }
}
