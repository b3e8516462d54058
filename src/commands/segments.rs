//! Segments named on the command line: `3`, `5-9`.

use crate::error::{Error, Result};
use crate::l10n::message;

/// The numbers that the arguments name, in order, each once.
pub fn numbers(arguments: &[String]) -> Result<Vec<usize>> {
    let mut numbers = Vec::new();
    for argument in arguments {
        let (first, last) = argument.split_once('-').unwrap_or((argument, argument));
        let number = |text: &str| text.parse().ok().filter(|number| (1..=MOST).contains(number));
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

/// No article has more segments.
const MOST: usize = 1_000_000;

#[cfg(test)]
mod tests {
    use super::numbers;

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
