//! Which words are somebody's own: inside quotation marks, or in dialogue after a dash.

use crate::text::words::{Token, TokenKind};

/// For each token whether it stands in a quotation.
pub fn quoted(tokens: &[Token<'_>]) -> Vec<bool> {
    if let Some(first) = tokens.iter().position(|token| token.kind != TokenKind::Space)
        && is_dash(tokens[first].text)
        && tokens.get(first + 1).is_some_and(|token| token.kind == TokenKind::Space)
    {
        return dialogue(tokens, first);
    }
    let mut marks = vec![false; tokens.len()];
    let (mut depth, mut straight) = (0_usize, false);
    for (index, token) in tokens.iter().enumerate() {
        match token.text {
            "«" | "„" | "“" if token.text != "“" || depth == 0 => depth += 1,
            "»" | "”" | "“" if depth > 0 => depth -= 1,
            // The quotation began in an earlier sentence.
            "»" | "”" => marks[..index].fill(true),
            "\"" => straight = !straight,
            _ => marks[index] = depth > 0 || straight,
        }
    }
    marks
}

/// Speech and the author's words take turns, a dash after a mark between them.
fn dialogue(tokens: &[Token<'_>], first: usize) -> Vec<bool> {
    let mut speaks = true;
    let mut mark_before = false;
    let mut marks = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        if index > first && is_dash(token.text) && mark_before {
            speaks = !speaks;
        }
        if token.kind != TokenKind::Space {
            mark_before = matches!(token.text, "," | "." | "!" | "?" | "…");
        }
        marks.push(speaks);
    }
    marks
}

fn is_dash(text: &str) -> bool {
    matches!(text, "—" | "–" | "-")
}

#[cfg(test)]
mod tests {
    use super::quoted;
    use crate::text::words::{TokenKind, tokens};

    fn spoken(text: &str) -> String {
        let tokens: Vec<_> = tokens(text).collect();
        let words = tokens
            .iter()
            .zip(quoted(&tokens))
            .filter(|(token, quoted)| *quoted && token.kind == TokenKind::Word);
        words.map(|(token, _)| token.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_of_any_form_quote() {
        assert_eq!(spoken("Он сказал: «Да, „точно“ так» и ушёл"), "Да точно так");
        assert_eq!(spoken("He said “so be it” and \"no\" then"), "so be it no");
        assert_eq!(spoken("И это всё», — сказал он"), "И это всё");
    }

    #[test]
    fn dialogue_takes_turns() {
        assert_eq!(spoken("— Мы рады, — сказал он. — Очень рады."), "Мы рады Очень рады");
    }
}
