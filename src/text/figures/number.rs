//! A number of a text, as figures are compared.

use crate::model::Span;
use crate::text::facts::FactKind;

/// A number of a text with what surrounds it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is something seen of the number")]
pub struct FigureNumber {
    /// As a decimal without a sign; a time as `17:30`.
    pub value: String,
    /// As the first of a range, what it is by the word behind the last: «от 3 до 5 тысяч».
    pub scaled: Option<String>,
    pub span: Span,
    /// With its unit.
    pub whole: Span,
    pub unit: Option<FigureUnit>,
    /// Of the feet and of the inches of a height, the whole in metres.
    pub metres: Option<f64>,
    /// The power of ten that a letter glued to it stands for, as in "10k"; zero for none.
    pub glued_power: u8,
    /// Whether it says that one of so many is meant: «каждый пятый».
    pub is_each: bool,
    /// Whether it is written with digits.
    pub has_digits: bool,
    /// Whether it stands in brackets, as conversions do.
    pub is_aside: bool,
    pub is_negative: bool,
    pub is_time: bool,
    /// Whether it is said to be before noon.
    pub is_before_noon: bool,
    /// Whether a word behind it says that it is after noon.
    pub is_after_noon: bool,
    /// Whether more digits are glued to it, as in telephone numbers.
    pub is_part: bool,
    /// Whether an apostrophe stands for the century.
    pub is_century_left: bool,
    /// Whether an ending makes it a decade, as in "1990s".
    pub is_decade: bool,
}

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureUnit {
    pub kind: FactKind,
    pub key: String,
}
