//! Words that name a person, a place or an organisation, by their capitals.

#[cfg(test)]
use super::words::tokens;
use super::words::{Token, TokenKind};
#[cfg(test)]
use crate::model::Span;

/// Consecutive words that are one name, initials included.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg(test)]
struct Name<'a> {
    pub text: &'a str,
    pub span: Span,
}

/// The names of `text` in order; a lone capitalised word that opens a sentence is none.
#[cfg(test)]
fn names(text: &str) -> Vec<Name<'_>> {
    let tokens: Vec<Token<'_>> = tokens(text).collect();
    let marks = name_tokens(&tokens);
    let mut names: Vec<Name<'_>> = Vec::new();
    let mut last = None;
    for index in (0..tokens.len()).filter(|index| marks[*index]) {
        let span = tokens[index].span;
        let joined = last.is_some_and(|last| joins(&tokens[last + 1..index]));
        match names.last_mut().filter(|_| joined) {
            Some(name) => {
                name.span.end = span.end;
                name.text = &text[name.span.range()];
            }
            None => names.push(Name { text: tokens[index].text, span }),
        }
        last = Some(index);
    }
    names
}

/// For each token whether it is a word of a name.
pub fn name_tokens(tokens: &[Token<'_>]) -> Vec<bool> {
    let is_word = |token: &Token<'_>| token.kind == TokenKind::Word;
    let is_long_latin = |token: &&Token<'_>| {
        is_word(token) && token.text.len() > 3 && token.text.starts_with(|c| c < '\u{250}')
    };
    let words = tokens.iter().filter(is_long_latin);
    let (capitals, all) = words.fold((0, 0), |(capitals, all), word| {
        (capitals + usize::from(word.is_capitalised()), all + 1)
    });
    // Where most words have capitals, as in an English headline, capitals say nothing.
    let headline = all >= 4 && capitals * 3 > all * 2;
    let mut marks = vec![false; tokens.len()];
    let mut opens = true;
    for (index, token) in tokens.iter().enumerate() {
        if is_word(token) {
            let beside = || opens && next_is_capitalised(tokens, index);
            let capital = token.is_capitalised() && !headline && (!opens || beside());
            marks[index] = token.is_acronym() || capital;
            opens = false;
        } else if token.kind == TokenKind::Number {
            opens = false;
        } else if matches!(token.text, "!" | "?" | "…" | ":") || is_stop(tokens, index) {
            opens = true;
        } else if matches!(token.text, "«" | "“" | "„" | "\"") {
            // The first word of a quotation has its capital from there.
            opens = true;
        }
    }
    marks
}

/// Abbreviations that a name follows.
const TITLES: [&str; 56] = [
    "ул",
    "просп",
    "пр",
    "пер",
    "пл",
    "наб",
    "бул",
    "ш",
    "г",
    "гор",
    "с",
    "дер",
    "д",
    "пос",
    "пгт",
    "ст",
    "х",
    "обл",
    "р",
    "о",
    "оз",
    "м",
    "респ",
    "им",
    "проф",
    "акад",
    "доц",
    "гр",
    "гос",
    "тов",
    "ген",
    "полк",
    "подп",
    "кап",
    "лейт",
    "серж",
    "адм",
    "мин",
    "деп",
    "сен",
    "св",
    "прот",
    "еп",
    "архиеп",
    "митр",
    "инж",
    "худ",
    "реж",
    "арх",
    "арт",
    "ред",
    "корр",
    "зам",
    "нач",
    "дир",
    "ак",
];

/// Whether a point ends a sentence, not an initial or a title.
fn is_stop(tokens: &[Token<'_>], index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| tokens[before]);
    let initial =
        before.is_some_and(|token| token.is_capitalised() && token.text.chars().nth(1).is_none());
    let title = || before.is_some_and(|token| TITLES.contains(&token.text));
    tokens[index].text == "." && !initial && !title()
}

/// Whether the word after this one, over a space or an initial's point, has a capital.
fn next_is_capitalised(tokens: &[Token<'_>], index: usize) -> bool {
    let initial = tokens[index].text.chars().nth(1).is_none();
    let mut after = tokens[index + 1..].iter().filter(|token| token.kind != TokenKind::Space);
    let next = after.next();
    let next =
        if initial && next.is_some_and(|token| token.text == ".") { after.next() } else { next };
    next.is_some_and(|token| token.kind == TokenKind::Word && token.is_capitalised())
}

/// Whether what lies between two words of a name leaves it one name.
#[cfg(test)]
fn joins(between: &[Token<'_>]) -> bool {
    between.iter().all(|token| {
        token.kind == TokenKind::Space
            || token.text == "." && token.span.start + 1 == token.span.end
    }) && between.iter().filter(|token| token.text == ".").count() <= 1
        && between.len() <= 2
}

#[cfg(test)]
mod tests {
    use super::names;

    fn found(text: &str) -> String {
        names(text).into_iter().map(|name| name.text).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn capitals_inside_a_sentence_are_names() {
        assert_eq!(
            found("Вчера в Нижнем Новгороде выступил Бородин."),
            "Нижнем Новгороде | Бородин"
        );
    }

    #[test]
    fn initials_belong_to_the_name() {
        assert_eq!(found("Доклад сделал А. С. Бородин, РСС."), "А. С. Бородин | РСС");
        assert_eq!(found("А.С. Бородин выступил"), "А.С. Бородин");
    }

    #[test]
    fn a_name_may_open_the_sentence() {
        assert_eq!(found("Андрей Бородин выступил. Он рад."), "Андрей Бородин");
        assert_eq!(found("Мероприятие завершилось"), "");
    }

    #[test]
    fn capitals_of_a_headline_say_nothing() {
        assert_eq!(found("Postal Commission Holds Annual Meeting"), "");
    }
}
