//! Texts with their codes, as elements of either generation.

use crate::formats::exchange::escape::{escaped, quoted};
use crate::formats::exchange::{Strand, strands};

/// A text with its codes, as `write` makes an element of a numbered code.
pub fn coded(text: &str, write: fn(usize, Strand<'_>) -> String) -> String {
    let mut coded = String::with_capacity(text.len());
    let mut number = 0;
    for strand in strands(text) {
        if let Strand::Words(words) = strand {
            coded += &escaped(words);
            continue;
        }
        number += 1;
        coded += &write(number, strand);
    }
    coded
}

/// A code in XLIFF 1.2.
pub fn legacy(number: usize, strand: Strand<'_>) -> String {
    match strand {
        Strand::Words(text) | Strand::Code(text) => {
            format!("<x id=\"{number}\" equiv-text=\"{}\"/>", quoted(text))
        }
        Strand::Control(c) => {
            let code = u32::from(c);
            format!("<x id=\"{number}\" ctype=\"x-char\" equiv-text=\"U+{code:04X}\"/>")
        }
    }
}

/// A code in XLIFF 2.
pub fn modern(number: usize, strand: Strand<'_>) -> String {
    match strand {
        Strand::Words(text) | Strand::Code(text) => {
            let text = quoted(text);
            format!("<ph id=\"{number}\" equiv=\"{text}\" disp=\"{text}\"/>")
        }
        Strand::Control(c) => format!("<cp hex=\"{:04X}\"/>", u32::from(c)),
    }
}
