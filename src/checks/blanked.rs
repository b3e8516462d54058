//! A text with its code and addresses made unreadable, every other byte where it was.

/// What stands in place of code; a letter, so that spaces and marks beside it keep their sense.
const BLANK: char = 'x';

/// The text with an `x` for each byte of code between backticks and of addresses.
pub fn blanked(text: &str) -> String {
    let mut blanked = String::with_capacity(text.len());
    for (index, part) in text.split('`').enumerate() {
        if index > 0 {
            blanked.push(BLANK);
        }
        let is_code = index % 2 == 1 && text[blanked.len()..].contains('`');
        for word in part.split_inclusive(char::is_whitespace) {
            let is_blank = is_code || is_address(word);
            for c in word.chars() {
                let is_kept = !is_code && (c.is_whitespace() || ENDS.contains(c));
                push(&mut blanked, c, is_blank && !is_kept);
            }
        }
    }
    blanked
}

fn push(blanked: &mut String, c: char, is_blank: bool) {
    if is_blank {
        (0..c.len_utf8()).for_each(|_| blanked.push(BLANK));
    } else {
        blanked.push(c);
    }
}

/// Marks that end a sentence rather than an address.
const ENDS: &str = ")]}»”,;";

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("](") || word.contains('@') || word.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::blanked;

    #[test]
    fn code_and_addresses_go_and_the_rest_stays() {
        assert_eq!(blanked("Да, `a  b`, да"), "Да, xxxxxx, да");
        assert_eq!(blanked("см. https://a.org/b, да"), "см. xxxxxxxxxxxxxxx, да");
        assert_eq!(blanked("one ` tick"), "one x tick");
    }

    proptest! {
        #[test]
        fn every_place_stays_where_it_was(text in "[a-zа-я `:/@.,»]{0,40}") {
            let blanked = blanked(&text);
            prop_assert_eq!(blanked.len(), text.len());
            for (at, _) in text.char_indices() {
                prop_assert!(blanked.is_char_boundary(at));
            }
        }
    }
}
