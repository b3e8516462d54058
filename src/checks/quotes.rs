//! Quotation marks of an English translation are English ones.
//!
//! One may lack its other half where a quotation of the source goes on over several sentences.

use super::{Check, Run, Texts, excerpt, without_code};
use crate::l10n::{Message, message};
use crate::model::Severity;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("quotes", Severity::Warning, Run::Texts(see));

fn see(texts: &Texts<'_>) -> Option<Message> {
    if texts.languages.target != "en" {
        return None;
    }
    let what = wrong(texts)?;
    Some(message!("check-quotes-mark", source = excerpt(texts.source), mark = what.to_string()))
}

/// A Russian mark around English words, or one of several curly ones without its other half.
fn wrong(texts: &Texts<'_>) -> Option<char> {
    let text = without_code(texts.target);
    let marks = text.match_indices(['«', '„']);
    let before_english = marks.filter(|(at, mark)| {
        text[at + mark.len()..].starts_with(|c: char| c.is_ascii_alphabetic())
    });
    if let Some((_, mark)) = before_english.into_iter().next() {
        return mark.chars().next();
    }
    let opened = text.matches('“').count();
    let closed = text.matches('”').count();
    // A quotation that goes on over several sentences opens in one and closes in another.
    let is_whole = is_closed(texts.source);
    (opened.abs_diff(closed) > usize::from(!is_whole)).then_some('“')
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
            r#"Газета «Вести». | The newspaper «Вести»."#,
            r#"5 дюймов | 5" screen"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
