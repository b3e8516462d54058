//! Where a letter may go on below the last translation of a worksheet: closing words, a signature.

use super::lines::{SheetLine, Width};

const CLOSINGS: &str = include_str!("closings.rules");

/// Whether a text begins as the closing words of a letter do.
pub fn is_closing(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut known = CLOSINGS.lines().filter(|line| !line.starts_with('#'));
    known.any(|words| {
        let rest = text.strip_prefix(words);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// Whether a line right below a translation may be no part of it.
///
/// That is so where no program broke the line before it, or where that one ends a sentence.
pub fn is_apart(before: &SheetLine<'_>, line: &SheetLine<'_>, width: &Width) -> bool {
    let is_ended = ends_sentence(before.text) || !width.may_part(before, line);
    line.text.starts_with(char::is_uppercase) && is_ended
}

/// Whether a text ends as a sentence does.
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '»', '’', ')', '*', '_']);
    text.ends_with(['.', '!', '?', '…', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::{ends_sentence, is_closing};

    #[test]
    fn closing_words_are_known_by_how_they_begin() {
        for text in ["Best regards, Ivan", "Sent from my iPhone", "С уважением,", "Best, Anna"]
        {
            assert!(is_closing(text), "{text}");
        }
        for text in ["The best regards", "Best of all", "Спасибо врачам!", "Bestiary"]
        {
            assert!(!is_closing(text), "{text}");
        }
    }

    #[test]
    fn a_sentence_ends_before_marks_that_close() {
        assert!(ends_sentence("He said: “Yes.”") && ends_sentence("*Gone!*"));
        assert!(!ends_sentence("Snow wil") && !ends_sentence("(2024)"));
    }
}
