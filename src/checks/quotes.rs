//! Quotation marks of an English translation are English ones.
//!
//! One may lack its other half where a quotation of the source goes on over several sentences.

use super::blanked::blanked;
use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::{Fix, Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("quotes", Severity::Warning, Run::Places(see)).example(
    "Завод «Маяк» закрыт.",
    "The “Mayak plant is closed.",
    "The “Mayak” plant is closed.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    if texts.languages.target != "en" {
        return Vec::new();
    }
    let text = blanked(texts.target);
    let (span, wanted) = match russian(&text) {
        Some((span, wanted)) => (span, wanted),
        None => match unclosed(&text, texts.source) {
            Some(span) => (span, None),
            None => return Vec::new(),
        },
    };
    let mark = texts.target[span.range()].to_owned();
    let message = message!("check-quotes-mark", source = excerpt(texts.source), mark = mark);
    let seen = Seen::from(message).in_target(span);
    vec![match wanted {
        Some(wanted) => seen.fixed(Fix::new(span, wanted)),
        None => seen,
    }]
}

/// A Russian mark at English words, with the English mark where it is one of a plain pair.
fn russian(text: &str) -> Option<(Span, Option<&'static str>)> {
    let is_english = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_pair = text.matches('«').count() == text.matches('»').count();
    let is_plain = is_pair && !text.contains(['“', '”', '„', '"']);
    for (at, mark) in text.match_indices(['«', '„', '»']) {
        let span = Span::new(at, at + mark.len());
        let after = text[span.end..].chars().next();
        // »So« is German.
        let is_turned = mark == "»" && is_english(after) && (at == 0 || text[..at].ends_with(' '));
        if is_turned {
            return Some((span, None));
        }
        let said = text[..at].trim_end_matches(|c: char| ".,!?…)".contains(c)).chars().next_back();
        let is_wrong = if mark == "»" { is_english(said) } else { is_english(after) };
        let wanted = match mark {
            "«" => Some("“"),
            "»" => Some("”"),
            _ => None,
        };
        if is_wrong {
            // Of two marks the second is mended after the first, and the first has gone by then.
            let is_second = mark == "»" && !text[..at].contains('«') && is_mended(text, at);
            return Some((span, wanted.filter(|_| is_plain || is_second)));
        }
    }
    None
}

/// Whether the mark at `at` closes an English one, and all others are pairs.
fn is_mended(text: &str, at: usize) -> bool {
    let opened = text[..at].matches('“').count();
    let closed = text[..at].matches('”').count();
    opened == closed + 1 && !text.contains(['„', '"'])
}

/// A mark without its other half: the last curly one, or one of an odd number of straight ones.
fn unclosed(text: &str, source: &str) -> Option<Span> {
    let opened = text.matches('“').count();
    let closed = text.matches('”').count();
    // A quotation that goes on over several sentences opens in one and closes in another.
    let is_whole = is_closed(source);
    if opened.abs_diff(closed) > usize::from(!is_whole && !is_unquoted(text, source)) {
        let mark = if opened > closed { '“' } else { '”' };
        let at = text.rfind(mark)?;
        return Some(Span::new(at, at + mark.len_utf8()));
    }
    let straight: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let is_odd = straight.len() % 2 == 1 && is_whole;
    let at = straight.into_iter().rev().find(|at| is_odd && is_within(text, *at))?;
    Some(Span::new(at, at + 1))
}

/// Whether a straight mark opens or closes something within a sentence: what is said out loud
/// comes after a comma or a colon, ends with a mark, or goes on in the next sentence.
fn is_within(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let after = text[at + 1..].chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let opens = text[..at].ends_with(' ') && after.is_some_and(char::is_uppercase);
    let closes = before.len() == at && after == Some(' ');
    is_word(before.chars().next_back()) && (opens || closes)
}

/// Whether nobody speaks in the source, so that nothing within the translation opens or closes with it.
fn is_unquoted(text: &str, source: &str) -> bool {
    !source.contains(['«', '»', '„', '“', '”', '"', '—', '–']) && !text.starts_with('“')
}

/// Whether the source has quotations, and each closes.
fn is_closed(source: &str) -> bool {
    let opened = source.matches('«').count();
    opened > 0 && opened == source.matches('»').count()
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_russian_mark_around_english_words_is_told() {
        for pair in [
            r#"Завод «Маяк». | The «Mayak» plant."#,
            r#"Завод «Маяк» закрыт. | The “Mayak plant is closed."#,
            r#"Газета «Вести», завод «Маяк». | The newspaper «Вести» and the «Mayak» plant."#,
            r#"Наберите `да`, «Маяк». | Type `yes`, «Mayak»."#,
            r#"Завод «Маяк». | The “Mayak“ plant “here“."#,
            r#"Его взяли под стражу в зале суда. | He was taken into custody in the “courtroom."#,
            r#"Его взяли под стражу в зале суда. | He was taken into custody in the courtroom.”"#,
            r#"«Кто там?» | »Who is there?«"#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn english_marks_and_quoted_russian_are_fine() {
        for pair in [
            r#"Завод «Маяк». | The “Mayak” plant."#,
            r#"Завод «Маяк». | The "Mayak" plant."#,
            r#"«Да. | “Yes."#,
            r#"Мы ждём. | “We are waiting."#,
            r#"— Мы ждём, — сказал он. | We are waiting,” he said."#,
            r#"Газета «Вести». | The newspaper «Вести»."#,
            r#"5 дюймов | 5" screen"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
