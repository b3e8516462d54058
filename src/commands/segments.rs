//! Segments named on the command line: `3`, `5-9`, and `+1` for what only the translation has.

use crate::error::{Error, Result};
use crate::l10n::message;

/// What the arguments name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Numbers of segments, in order, each once.
    pub segments: Vec<usize>,
    /// Numbers of texts that only the translation has, likewise.
    pub surplus: Vec<usize>,
}

impl Chosen {
    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty() && self.surplus.is_empty()
    }
}

/// Whether an argument names the number by itself, not within a range.
pub fn names_alone(arguments: &[String], number: usize) -> bool {
    arguments.iter().any(|argument| argument.parse() == Ok(number) && !argument.starts_with('+'))
}

/// The segments, and the texts without a source, that the arguments name.
pub fn chosen(arguments: &[String]) -> Result<Chosen> {
    let (surplus, segments): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| is_surplus(argument));
    let plain: Vec<String> = surplus.iter().map(|argument| argument.replace('+', "")).collect();
    let segments: Vec<String> = segments.into_iter().cloned().collect();
    Ok(Chosen { segments: numbers(&segments)?, surplus: numbers(&plain)? })
}

fn is_surplus(argument: &str) -> bool {
    argument.starts_with('+')
}

/// The numbers that the arguments name, in order, each once.
pub fn numbers(arguments: &[String]) -> Result<Vec<usize>> {
    let mut numbers = Vec::new();
    for argument in arguments {
        let (first, last) = argument.split_once('-').unwrap_or((argument, argument));
        match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => numbers.extend(first..=last),
            _ => {
                return Err(Error::new(message!("error-segments", value = argument))
                    .hint(message!("hint-segments")));
            }
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

fn number(text: &str) -> Option<usize> {
    text.parse().ok().filter(|number| (1..=MOST).contains(number))
}

/// No article has more segments.
const MOST: usize = 1_000_000;

#[cfg(test)]
mod tests {
    use super::{Chosen, chosen, numbers};

    #[test]
    fn what_only_the_translation_has_is_named_with_a_plus() {
        let arguments = ["+2", "7", "+4-+5", "1"].map(str::to_owned);
        let expected = Chosen { segments: vec![1, 7], surplus: vec![2, 4, 5] };
        assert_eq!(chosen(&arguments).ok(), Some(expected));
        assert!(chosen(&["+".to_owned()]).is_err());
    }

    #[test]
    fn single_segments_and_ranges_are_named_in_any_order() {
        let of = |arguments: &[&str]| {
            let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            numbers(&arguments).ok()
        };
        assert_eq!(of(&["5-7", "3", "6"]), Some(vec![3, 5, 6, 7]));
        for wrong in ["", "0", "7-5", "x", "-", "1-", "1-9999999999"] {
            assert_eq!(of(&[wrong]), None, "{wrong}");
        }
    }
}
