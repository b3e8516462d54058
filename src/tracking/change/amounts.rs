//! Values in words: «3 часа дня» and «15:00», «вдвое» and «в 2 раза», «половина» and «1/2».

use super::amount::Amount;
use super::rules::DangerRules;
use super::value::{FoundValue, ValueKind};
use crate::model::Span;
use crate::text::words::{Token, TokenKind};

/// The words of amount in a text and what stands beside them.
struct Amounts<'a> {
    plain: &'a str,
    tokens: &'a [Token<'a>],
    rules: &'a DangerRules,
}

/// Takes words of amount into the values that they belong to, or makes values of them.
pub fn refine(
    plain: &str,
    tokens: &[Token<'_>],
    values: &mut Vec<FoundValue>,
    rules: &DangerRules,
) {
    let amounts = Amounts { plain, tokens, rules };
    amounts.fractions(values);
    amounts.years(values);
    for at in 0..tokens.len() {
        if let Some(amount) = amounts.amount(at) {
            amounts.take(at, amount, values);
        }
    }
    values.sort_by_key(|value| value.span);
    let mut end = 0;
    values.retain(|value| {
        let is_free = value.span.start >= end;
        end = end.max(value.span.end);
        is_free
    });
}

impl Amounts<'_> {
    fn amount(&self, at: usize) -> Option<Amount> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        self.rules.amount(token.text)
    }

    /// The token after this one, over a space and the point of a letter alone.
    fn next(&self, at: usize) -> usize {
        // «6 ч. вечера»
        let is_point = self.tokens[at].text.chars().nth(1).is_none()
            && self.tokens.get(at + 1).is_some_and(|next| next.text == ".");
        let at = at + usize::from(is_point);
        let is_space = self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Space);
        at + 1 + usize::from(is_space)
    }

    /// The word before a place in the text, over a space.
    fn word_before(&self, start: usize) -> Option<&Token<'_>> {
        let at = self.tokens.partition_point(|token| token.span.start < start);
        let mut before = self.tokens[..at].iter().rev();
        let space = before.next().filter(|token| token.kind == TokenKind::Space)?;
        before
            .next()
            .filter(|token| token.kind == TokenKind::Word && token.span.end == space.span.start)
    }

    fn is_white(&self, start: usize, end: usize) -> bool {
        self.plain.get(start..end).is_some_and(|gap| gap.trim().is_empty())
    }

    fn take(&self, at: usize, amount: Amount, values: &mut Vec<FoundValue>) {
        let span = self.tokens[at].span;
        let covers =
            |value: &FoundValue| value.span.start <= span.start && span.start < value.span.end;
        if values.iter().any(covers) {
            return;
        }
        let before = values.iter().rposition(|value| {
            value.span.end <= span.start && self.is_white(value.span.end, span.start)
        });
        match (amount, before) {
            (Amount::Hour, Some(value)) => self.hour(at, &mut values[value]),
            (Amount::Morning | Amount::Day | Amount::Evening | Amount::Night, Some(value)) => {
                clock(&mut values[value], Some(amount), span.end);
            }
            (Amount::Factor, Some(value)) => self.factor(span, &mut values[value]),
            (Amount::Part(part), Some(value)) => shares(&mut values[value], part, span.end),
            (Amount::Part(key), None) => {
                values.push(FoundValue::new(span, key.to_owned(), ValueKind::Count));
            }
            (Amount::Moment(key), _) => {
                values.push(FoundValue::new(span, key.to_owned(), ValueKind::Time));
            }
            (Amount::Times(key), _) => {
                values.push(FoundValue::new(span, format!("×{key}"), ValueKind::Count));
            }
            (Amount::Often(key), _) => {
                values.push(FoundValue::new(span, format!("{key}×"), ValueKind::Count));
            }
            _ => {}
        }
    }

    /// «3 часа дня», «в 18 часов»: a time, where the part of the day or a preposition says so.
    fn hour(&self, at: usize, value: &mut FoundValue) {
        let next = self.next(at);
        let part = self.amount(next).filter(|part| {
            matches!(part, Amount::Morning | Amount::Day | Amount::Evening | Amount::Night)
        });
        if part.is_some() {
            clock(value, part, self.tokens[next].span.end);
        } else if self.follows_hour_word(value) {
            clock(value, None, self.tokens[at].span.end);
        }
    }

    fn follows_hour_word(&self, value: &FoundValue) -> bool {
        self.word_before(value.span.start)
            .is_some_and(|word| self.rules.is_before_hour(word.text) && !self.ends_span(word))
    }

    /// Whether this «до» ends how long something took: «от 5 до 7 часов».
    fn ends_span(&self, word: &Token<'_>) -> bool {
        let low = self.word_before(word.span.start);
        let low = low.or_else(|| self.number_before(word.span.start));
        let from = low.and_then(|low| self.word_before(low.span.start));
        from.is_some_and(|from| self.rules.begins_span(from.text))
    }

    /// The number before a place in the text, over a space.
    fn number_before(&self, start: usize) -> Option<&Token<'_>> {
        let at = self.tokens.partition_point(|token| token.span.start < start);
        self.tokens[..at]
            .iter()
            .rev()
            .find(|token| token.kind != TokenKind::Space)
            .filter(|token| token.kind == TokenKind::Number && self.is_white(token.span.end, start))
    }

    /// «В 2 раза» tells how much, «2 раза» how often.
    fn factor(&self, span: Span, value: &mut FoundValue) {
        if value.kind != ValueKind::Count {
            return;
        }
        let into =
            self.word_before(value.span.start).filter(|word| matches!(word.text, "в" | "В" | "во"));
        match into {
            Some(word) => {
                value.key = format!("×{}", value.key);
                value.span = Span::new(word.span.start, span.end);
            }
            None => {
                value.key.push('×');
                value.span.end = span.end;
            }
        }
    }

    /// «1/2» and «½» are one value, not two.
    fn fractions(&self, values: &mut Vec<FoundValue>) {
        let mut at = 0;
        while at + 1 < values.len() {
            let [one, two] = [&values[at], &values[at + 1]];
            let is_digit = |value: &FoundValue| {
                let text = &self.plain[value.span.range()];
                text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit())
            };
            let beside = [
                self.plain[..one.span.start].chars().next_back(),
                self.plain[two.span.end..].chars().next(),
            ];
            let is_alone = !beside.into_iter().flatten().any(|c| c == '/' || c.is_alphanumeric());
            let lies = &self.plain[one.span.end..two.span.start] == "/";
            let [upper, lower] = [one, two].map(|value| value.key.parse::<u8>().unwrap_or(0));
            if lies
                && is_alone
                && is_digit(one)
                && is_digit(two)
                && 0 < upper
                && upper < lower
                && lower <= 10
            {
                let span = Span::new(one.span.start, two.span.end);
                values[at] = FoundValue::new(span, format!("{upper}/{lower}"), ValueKind::Count);
                values.remove(at + 1);
            }
            at += 1;
        }
        for (start, sign) in self.plain.char_indices() {
            let key = match sign {
                '½' => "1/2",
                '⅓' => "1/3",
                '⅔' => "2/3",
                '¼' => "1/4",
                '¾' => "3/4",
                _ => continue,
            };
            let span = Span::new(start, start + sign.len_utf8());
            if !values.iter().any(|value| value.span.end > start && value.span.start < span.end) {
                values.push(FoundValue::new(span, key.to_owned(), ValueKind::Count));
            }
        }
        values.sort_by_key(|value| value.span);
    }

    /// «2026/27» ends in 2027.
    fn years(&self, values: &mut [FoundValue]) {
        for at in 1..values.len() {
            let (first, last) = values.split_at_mut(at);
            let (Some(first), last) = (first.last(), &mut last[0]) else { continue };
            let [year, end] = [first.span, last.span].map(|span| &self.plain[span.range()]);
            let joint = &self.plain[first.span.end..last.span.start];
            if year.len() == 4
                && end.len() == 2
                && matches!(joint, "/" | "–" | "-")
                && year.is_ascii()
            {
                let is_later = year[2..] < *end
                    && first.kind == ValueKind::Count
                    && last.kind == ValueKind::Count;
                if is_later && end.bytes().all(|byte| byte.is_ascii_digit()) {
                    last.key = format!("{}{end}", &year[..2]);
                }
            }
        }
    }
}

/// Makes a time of a count of hours.
fn clock(value: &mut FoundValue, part: Option<Amount>, end: usize) {
    let hour =
        value.key.parse::<u8>().ok().filter(|hour| *hour <= 24 && value.kind == ValueKind::Count);
    let time = value
        .key
        .split_once(':')
        .and_then(|(hour, minutes)| Some((hour.parse::<u8>().ok()?, minutes.to_owned())));
    let Some((hour, minutes)) = hour.map(|hour| (hour, "00".to_owned())).or(time) else { return };
    let hour = match part {
        Some(Amount::Day | Amount::Evening) if (1..12).contains(&hour) => hour + 12,
        Some(Amount::Night | Amount::Morning) if hour == 12 => 0,
        Some(Amount::Night) if (10..12).contains(&hour) => hour + 12,
        _ => hour,
    };
    value.key = format!("{}:{minutes}", hour % 24);
    value.kind = ValueKind::Time;
    value.span.end = end;
}

/// «Две трети» of «треть».
fn shares(value: &mut FoundValue, part: &str, end: usize) {
    let count = value.key.parse::<u8>().ok().filter(|count| *count < 10);
    if let (Some(count), Some((_, whole))) = (count, part.split_once('/')) {
        value.key = format!("{count}/{whole}");
        value.span.end = end;
    }
}
