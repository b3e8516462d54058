//! Words of a text that may name somebody or something.

use super::rules::rules;
use crate::text::markup::seen;
use crate::text::names::name_tokens;
use crate::text::vocabulary::{Meaning, plain, vocabulary};
use crate::text::words::{Token, TokenKind, tokens};

/// A word with a capital.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As it is written.
    pub form: String,
    /// Whether its capital isn't that of a sentence.
    pub is_sure: bool,
    /// Whether no other word with a capital stands beside it.
    pub is_alone: bool,
    /// Whether it is an abbreviation of capitals.
    pub is_acronym: bool,
}

/// The capitalised words of a text that state no other fact.
pub fn names(text: &str, language: &str) -> Vec<Name> {
    let text = seen(text).0;
    let tokens: Vec<Token<'_>> = tokens(&text).collect();
    let marks = name_tokens(&tokens);
    let is_fact = |word: &str, is_sure: bool| {
        let form = plain(word);
        let is_month = matches!(vocabulary(language).meaning(word), Some(Meaning::Month(_)));
        is_month
            || word.chars().all(|c| ROMAN.contains(&c))
            || rules(language).is_some_and(|rules| {
                if is_sure { rules.states_no_name(&form) } else { rules.states(&form) }
            })
    };
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Word
            || !token.is_capitalised()
            || is_fact(token.text, marks[at])
        {
            continue;
        }
        let written = token.text.strip_suffix("'s").or(token.text.strip_suffix("’s"));
        let form = written.unwrap_or(token.text).to_owned();
        if form.chars().nth(1).is_some() {
            let is_acronym = token.is_acronym();
            found.push(Name {
                form,
                is_sure: marks[at],
                is_alone: is_alone(&tokens, at),
                is_acronym,
            });
        }
    }
    found
}

/// Whether no longer word with a capital stands beside this one, over a space; that of a sentence is none.
fn is_alone(tokens: &[Token<'_>], at: usize) -> bool {
    let first = tokens.iter().position(|token| token.kind == TokenKind::Word);
    let is_name = |at: Option<usize>| {
        let token = at.filter(|_| at != first).and_then(|at| tokens.get(at));
        token.is_some_and(|token| token.is_capitalised() && token.text.chars().nth(LONG).is_some())
    };
    !is_name(at.checked_sub(2)) && !is_name(Some(at + 2))
}

/// A word of so many letters that opens a sentence is mostly a preposition.
const LONG: usize = 3;

/// The letters of Roman numerals, in either script.
const ROMAN: [char; 8] = ['I', 'V', 'X', 'L', 'C', 'D', 'M', 'Х'];

/// The longest ending of a case.
const ENDING: usize = 3;
/// The least letters that two forms of a name share.
const STEM: usize = 3;

impl Name {
    /// Whether both are forms of one name: Бородин and Бородиным.
    pub fn is_form_of(&self, other: &Self) -> bool {
        let (one, two) = (plain(&self.form), plain(&other.form));
        if one == two {
            return true;
        }
        let same = one.chars().zip(two.chars()).take_while(|(one, two)| one == two).count();
        let rest = |form: &str| form.chars().count() - same;
        let is_inflected = !one.is_ascii() && !self.is_acronym;
        is_inflected && same >= STEM && rest(&one) <= ENDING && rest(&two) <= ENDING
    }
}
