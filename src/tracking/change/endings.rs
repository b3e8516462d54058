//! Endings of Russian names in their cases.

/// Case endings of Russian nouns and adjectives; what is left after the common beginning of two cases.
pub const ENDINGS: [&str; 32] = [
    "", "а", "я", "у", "ю", "ы", "и", "е", "о", "ь", "й", "ом", "ем", "ым", "им", "ой", "ей", "ою",
    "ею", "ью", "ого", "его", "ому", "ему", "ая", "яя", "ую", "ый", "ий", "ам", "ах", "ами",
];
