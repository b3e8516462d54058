//! How a headline differs from the text below it.

/// More bytes than any headline has.
pub const HEADLINE: usize = 600;

/// Whether a text has a headline's length and no sentence's end.
pub fn reads_as_title(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['»', '"', '”', ')']);
    text.len() <= HEADLINE && !text.ends_with(['.', ':', ';', ',', '…']) && !has_two_sentences(text)
}

/// Whether a stop follows a whole word and precedes a capital.
pub fn has_two_sentences(text: &str) -> bool {
    text.match_indices(['.', '!', '?']).any(|(index, stop)| {
        let word = text[..index].chars().rev().take_while(|c| c.is_lowercase()).take(4).count();
        let next = text[index + stop.len()..].strip_prefix([' ', '\u{a0}', '\n', '\r']);
        word == 4 && next.is_some_and(|next| next.trim_start().starts_with(char::is_uppercase))
    })
}

#[cfg(test)]
mod tests {
    use super::reads_as_title;

    #[test]
    fn a_headline_is_one_sentence_without_a_stop() {
        assert!(reads_as_title(
            "В г. Ташкенте прошло заседание под председательством И. В. Сорокина"
        ));
        assert!(!reads_as_title("Заседание состоялось."));
        assert!(!reads_as_title("Заседание состоялось. Участники обсудили планы"));
        assert!(!reads_as_title(&"слово ".repeat(100)));
    }
}
