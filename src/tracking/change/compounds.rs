//! Words that begin with a number: «двухэтажный», «пятилетие».

use super::lists::RuleList;
use super::rules::DangerRules;
use crate::model::Span;
use crate::text::numbers::Number;
use crate::text::stems::normal;
use crate::text::words::{Token, TokenKind};

/// A word cut after its number.
pub struct CompoundPart {
    pub number: Span,
    pub rest: Span,
    pub value: u32,
}

/// Bytes of the shortest word that may be one, «двухлетка» without its ending.
const SHORTEST: usize = 12;

/// The words of a text that begin with a number, in order.
pub fn parts(tokens: &[Token<'_>], numbers: &[Number], rules: &DangerRules) -> Vec<CompoundPart> {
    let is_read = |token: &Token<'_>| {
        let next = numbers.partition_point(|number| number.span.end <= token.span.start);
        numbers.get(next).is_some_and(|number| number.span.start <= token.span.start)
    };
    let long = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let long = long.filter(|token| token.text.len() >= SHORTEST && !is_read(token));
    long.filter_map(|token| part(token, rules)).collect()
}

fn part(token: &Token<'_>, rules: &DangerRules) -> Option<CompoundPart> {
    let form = normal(token.text);
    // The spans are those of the text, so its letters must be as long as those of the form.
    if form.len() != token.text.len() {
        return None;
    }
    let (mut rest, mut value, mut is_sure) = (&*form, 0, false);
    while let Some((begin, number)) =
        rules.compounds.iter().find(|(begin, _)| rest.starts_with(begin))
    {
        is_sure |= !rules.list(RuleList::Doubtful).contains(begin);
        rest = &rest[begin.len()..];
        value += number;
    }
    let is_long = rest.chars().nth(2).is_some();
    let is_counted = || rules.list(RuleList::Counted).iter().any(|begin| rest.starts_with(begin));
    if value == 0 || !(is_long && is_sure || is_counted()) {
        return None;
    }
    let cut = token.span.end - rest.len();
    Some(CompoundPart {
        number: Span::new(token.span.start, cut),
        rest: Span::new(cut, token.span.end),
        value,
    })
}
