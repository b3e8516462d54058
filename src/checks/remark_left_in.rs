//! Nobody's remark for a colleague stays in a translation: a translator's note, a question, a "check this".

use super::blanked::blanked;
use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Span};
use crate::text::news::{REMARK_FIRST, REMARK_MARKS, REMARK_WORDS, RemarkMark};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("remark-left-in", Severity::Warning, Run::Places(see)).example(
    "Участие бесплатное.",
    "Participation is free of charge (check with the organisers).",
    "Participation is free of charge.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    let text = blanked(texts.target);
    let source = texts.source.to_lowercase();
    let Some(span) = remark(&text, &source) else { return Vec::new() };
    let remark = excerpt(&texts.target[span.range()]);
    let message =
        message!("check-remark-left-in-one", source = excerpt(texts.source), remark = remark);
    vec![Seen::from(message).in_target(span)]
}

fn remark(text: &str, source: &str) -> Option<Span> {
    marked(text, source).or_else(|| bracketed(text, source))
}

/// A mark that stands as a word by itself and that the source does not have in its own way.
fn marked(text: &str, source: &str) -> Option<Span> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    REMARK_MARKS.iter().find_map(|RemarkMark { mark, excuse }| {
        if excuse.iter().any(|word| source.contains(word)) {
            return None;
        }
        let at = text.match_indices(mark).map(|(at, _)| at).find(|at| {
            let after = text[at + mark.len()..].chars().next();
            let is_open = !mark.ends_with(char::is_alphanumeric) || !is_letter(after);
            is_open && !is_letter(text[..*at].chars().next_back())
        })?;
        Some(Span::new(at, at + mark.len()))
    })
}

/// Something in brackets that only the translation has, and that asks or tells a colleague.
fn bracketed(text: &str, source: &str) -> Option<Span> {
    for (at, open) in text.match_indices(['(', '[']) {
        let close = if open == "(" { ')' } else { ']' };
        let Some(length) = text[at..].find(close) else { continue };
        let inner = text[at + 1..at + length].trim().to_lowercase();
        // A link's text is no remark, and neither is what the source puts in brackets as well.
        let is_link = text[at + length + 1..].starts_with(['(', 'x']);
        let has_like = source.matches(['(', '[']).count() >= text.matches(['(', '[']).count();
        let is_asked = inner.ends_with('?') && !source.contains('?');
        let is_told = REMARK_FIRST.iter().any(|word| inner.starts_with(word))
            || REMARK_WORDS.iter().any(|word| inner.contains(word));
        if !is_link && (is_told || is_asked) && !has_like {
            return Some(Span::new(at, at + length + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_remark_is_told() {
        for pair in [
            "Участие бесплатное. | Participation is free (check with the organisers).",
            "Мост открыт. | The bridge is open [which bridge?].",
            "Мост открыт. | NB The bridge is open.",
            "Мост открыт. | Note: the bridge is open.",
            "Мост открыт. | The bridge (прим. пер.: the new one) is open.",
            "Мост открыт. | The bridge is open. Translator’s note: the new one.",
            "Мост открыт. | The bridge is open [sic].",
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn what_the_source_says_is_no_remark() {
        for pair in [
            "Примечание: мост открыт. | Note: the bridge is open.",
            "Мост (проверьте расписание) открыт. | The bridge (check the timetable) is open.",
            "Компания NBC сообщила. | NBC reported.",
            "Мост открыт. | The bridge (over the Volga) is open.",
            "Смотрите сайт. | See [Check it](https://a.org).",
            "Кто придёт (и когда?). | Who will come (and when?).",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
