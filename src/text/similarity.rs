//! How alike two texts are by their words.

use super::markup::mask;
use super::stems::{Stems, hash};
use super::words::{TokenKind, tokens};

/// The stems of a text with their weights, in an order that makes comparison one pass.
#[derive(Clone, Debug, Default)]
pub struct Bag {
    /// Hash of the stem and its weight; repeated words stand repeatedly.
    pub stems: Vec<(u64, u32)>,
    pub weight: u32,
}

/// A long word says more of a text than a preposition; beyond this length it makes no difference.
const HEAVIEST: usize = 6;
const NUMBER_WEIGHT: u32 = 3;
/// What an abridgement counts as: too little to find its text elsewhere, enough in its place.
const ABRIDGEMENT: f64 = 0.45;
/// How much longer than its abridgement a text may be.
const LONGER: u32 = 8;
/// From this share of its words on a text may be an abridgement.
const ABRIDGED: f64 = 0.9;
/// The least weight of an abridgement: some three words.
const PHRASE: u32 = 18;

impl Bag {
    /// The words and numbers of `text`, link targets left out.
    pub fn new(text: &str, stems: &Stems) -> Self {
        let mut bag = Self { stems: Vec::with_capacity(text.len() / 8), weight: 0 };
        for token in tokens(&mask(text).0) {
            match token.kind {
                TokenKind::Word => {
                    let (stem, letters) = stems.digest(token.text);
                    let weight = letters.clamp(1, HEAVIEST);
                    bag.stems.push((stem, u32::try_from(weight).unwrap_or(1)));
                }
                TokenKind::Number if is_date(token.text) => {
                    bag.stems.extend(token.text.split('.').map(|part| (hash(part), 1)));
                }
                TokenKind::Number => bag.stems.push((hash(token.text), NUMBER_WEIGHT)),
                TokenKind::Space | TokenKind::Punctuation => {}
            }
        }
        bag.stems.sort_unstable();
        bag.weight = bag.stems.iter().map(|(_, weight)| weight).sum();
        bag
    }

    /// From 0, nothing in common, to 1, the same words: the weight shared over the mean weight.
    pub fn similarity(&self, other: &Self) -> f64 {
        match self.weight + other.weight {
            0 => 0.0,
            weight => 2.0 * f64::from(self.shared(other)) / f64::from(weight),
        }
    }

    /// The words of both bags together.
    pub fn with(&self, other: &Self) -> Self {
        let mut stems = [self.stems.as_slice(), other.stems.as_slice()].concat();
        stems.sort_unstable();
        Self { stems, weight: self.weight + other.weight }
    }

    /// The similarity, or what speaks for one text being an abridgement of the other.
    pub fn likeness(&self, other: &Self) -> f64 {
        let shorter = self.weight.min(other.weight);
        let longer = self.weight.max(other.weight);
        // Bounds the work as well: what is far shorter is never compared.
        if longer > shorter.saturating_mul(LONGER) {
            return 0.0;
        }
        let contained = f64::from(self.shared(other)) >= ABRIDGED * f64::from(shorter);
        let abridged = contained && shorter >= PHRASE;
        self.similarity(other).max(if abridged { ABRIDGEMENT } else { 0.0 })
    }

    /// The weight that both bags have.
    pub fn shared(&self, other: &Self) -> u32 {
        let (mut left, mut right, mut shared) = (0, 0, 0);
        while let (Some(one), Some(two)) = (self.stems.get(left), other.stems.get(right)) {
            if one == two {
                shared += one.1;
            }
            left += usize::from(one <= two);
            right += usize::from(two <= one);
        }
        shared
    }
}

/// Whether a number is a day such as 14.08.2026, which in part stays when it changes.
fn is_date(number: &str) -> bool {
    number.matches('.').count() == 2
}

/// How alike two texts are, from 0 to 1.
#[cfg(test)]
fn similarity(left: &str, right: &str, language: &str) -> f64 {
    let stems = Stems::new(language);
    Bag::new(left, &stems).similarity(&Bag::new(right, &stems))
}

#[cfg(test)]
mod tests {
    use super::similarity;

    #[test]
    fn inflection_and_order_do_not_matter() {
        let likeness = similarity("Новая выставка открыта.", "Открыта новая выставка!", "ru");
        assert!((likeness - 1.0).abs() < 1e-9);
    }

    #[test]
    fn long_words_weigh_more_than_short_ones() {
        let content = similarity("Он и она в лесу", "Он и она в министерстве", "ru");
        let function = similarity("Он в министерстве обороны", "А я о министерстве обороны", "ru");
        assert!(content < function);
    }

    #[test]
    fn days_of_one_month_are_alike() {
        assert!(similarity("14.08.2025", "14.08.2026", "ru") > 0.6);
        assert!(similarity("14.08.2025", "30.12.2026", "ru") < 0.1);
    }

    #[test]
    fn texts_without_words_are_not_alike() {
        assert!(similarity("***", "***", "ru") < 0.1);
    }
}
