//! Direct speech: sentences that give somebody's own words, and whose they are.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::markup::mask;
use super::names::name_tokens;
use super::words::{Token, TokenKind, tokens};

/// A sentence in somebody's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// Whose words they are, as the sentence says it.
    pub speaker: Option<String>,
}

/// How many words make a quotation speech rather than a name or an expression.
const FEWEST: usize = 3;

static VERBS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("speech.rules").lines();
    lines.map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// The speech in a sentence, if it gives any.
pub fn speech(text: &str) -> Option<Speech> {
    let (plain, _) = mask(text);
    let tokens: Vec<Token<'_>> = tokens(&plain).collect();
    let spoken = spoken(&tokens);
    let count = |is_spoken: bool| {
        let words = tokens.iter().zip(&spoken).filter(|(token, _)| token.kind == TokenKind::Word);
        words.filter(|(_, spoken)| **spoken == is_spoken).count()
    };
    let (inside, outside) = (count(true), count(false));
    if inside < FEWEST {
        return None;
    }
    let speaks = |index: usize| {
        let word = tokens[index].text.to_lowercase();
        !spoken[index] && VERBS.contains(word.as_str())
    };
    let verb = (0..tokens.len()).find(|index| speaks(*index));
    // A quotation among many other words is an expression, unless somebody says it.
    if verb.is_none() && outside * 2 > inside {
        return None;
    }
    let speaker = verb.and_then(|verb| speaker(&tokens, &spoken, verb));
    Some(Speech { speaker })
}

/// The name outside the quotation that stands next to the verb of speech.
fn speaker(tokens: &[Token<'_>], spoken: &[bool], verb: usize) -> Option<String> {
    let names = name_tokens(tokens);
    let is_name = |index: usize| names[index] && !spoken[index];
    let after = (verb..tokens.len()).take_while(|index| !spoken[*index]).find(|at| is_name(*at));
    let start = match after {
        // "президент компании «Север» Антон Клепиков": the last name before a pause is a person's.
        Some(first) => last_name(tokens, &names, spoken, first),
        None => {
            let last = (0..verb).rev().take_while(|at| !spoken[*at]).find(|at| is_name(*at))?;
            first_of(tokens, &names, last)
        }
    };
    let mut end = start;
    while let Some(next) = joined(tokens, &names, end) {
        end = next;
    }
    let words = tokens[start..=end].iter().map(|token| token.text);
    Some(words.collect::<String>())
}

/// Where the last name begins that stands before the next mark of punctuation.
fn last_name(tokens: &[Token<'_>], names: &[bool], spoken: &[bool], first: usize) -> usize {
    let mut start = first;
    let mut at = first;
    while at < tokens.len() && !spoken[at] && !matches!(tokens[at].text, "," | "." | ";" | ":") {
        if names[at] && !spoken[at] {
            let is_joined = joined(tokens, names, start).is_some_and(|next| next == at);
            let goes_on = first_of(tokens, names, at) <= start;
            if !is_joined && !goes_on {
                start = at;
            }
        }
        at += 1;
    }
    start
}

/// Where the name begins that this word belongs to.
fn first_of(tokens: &[Token<'_>], names: &[bool], last: usize) -> usize {
    let mut first = last;
    while first >= 2 && names[first - 2] && tokens[first - 1].kind == TokenKind::Space {
        first -= 2;
    }
    first
}

/// The next word of the same name.
fn joined(tokens: &[Token<'_>], names: &[bool], at: usize) -> Option<usize> {
    let is_space = tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Space);
    (is_space && names.get(at + 2) == Some(&true)).then_some(at + 2)
}

/// For each token whether it stands in a quotation, or in dialogue after a dash.
fn spoken(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut marks = vec![false; tokens.len()];
    let first = tokens.iter().position(|token| token.kind != TokenKind::Space);
    if first.is_some_and(|first| is_dash(tokens[first].text)) {
        let mut speaks = true;
        for index in 1..tokens.len() {
            let turns = is_dash(tokens[index].text) && after_mark(tokens, index);
            speaks ^= turns;
            marks[index] = speaks;
        }
        return marks;
    }
    let (mut depth, mut is_straight) = (0_usize, false);
    for (index, token) in tokens.iter().enumerate() {
        match token.text {
            "«" | "„" => depth += 1,
            "“" if depth == 0 => depth += 1,
            "»" | "”" | "“" => depth = depth.saturating_sub(1),
            "\"" => is_straight = !is_straight,
            _ => marks[index] = depth > 0 || is_straight,
        }
    }
    marks
}

/// Whether a mark of punctuation stands before a dash.
fn after_mark(tokens: &[Token<'_>], dash: usize) -> bool {
    let before = tokens[..dash].iter().rev().find(|token| token.kind != TokenKind::Space);
    before.is_some_and(|token| matches!(token.text, "," | "." | "!" | "?" | "…"))
}

fn is_dash(text: &str) -> bool {
    matches!(text, "—" | "–")
}

#[cfg(test)]
mod tests {
    use super::speech;

    fn said(text: &str) -> String {
        match speech(text) {
            Some(speech) => speech.speaker.unwrap_or_else(|| "?".to_owned()),
            None => "-".to_owned(),
        }
    }

    #[test]
    fn the_speaker_is_the_name_beside_the_verb_of_speech() {
        for (text, speaker) in [
            ("«Мы начинаем новый набор», — сообщила директор школы Анна Белова.", "Анна Белова"),
            ("— Мы начинаем новый набор, — сказал Пётр Иванов, — и рады этому.", "Пётр Иванов"),
            ("Как отметил Олег Рощин, «сроки проекта не изменятся, и точка».", "Олег Рощин"),
            ("“We are opening a new course,” said Anna Belova.", "Anna Belova"),
            ("Anna Belova said: “We are opening a new course.”", "Anna Belova"),
            ("«Мы никуда не торопимся и всё успеем».", "?"),
            ("«Мы никуда не торопимся», — сказала она.", "?"),
        ] {
            assert_eq!(said(text), speaker, "{text}");
        }
    }

    #[test]
    fn a_title_or_an_expression_is_no_speech() {
        for text in [
            "Компания «Северный ветер и сын» открыла завод.",
            "Конкурс «Лучший учитель года» пройдёт в мае во всех школах города.",
            "The exhibition “Winter in the old town” opens on Friday in the main hall.",
            "Просто предложение без кавычек.",
            "",
        ] {
            assert_eq!(said(text), "-", "{text}");
        }
    }
}
