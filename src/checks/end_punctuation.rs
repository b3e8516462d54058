//! The translation ends as its source does: with a question, a colon, a semicolon or a stop where that has one.

use super::blanked::blanked;
use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::message;
use crate::model::{Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("end-punctuation", Severity::Warning, Run::Places(see))
    .example(
        "доклад рабочей группы;",
        "the report of the working group.",
        "the report of the working group;",
    );

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    let Texts { source, target, .. } = *texts;
    if let Some([old, new]) = beginnings(source, target) {
        let message = message!(
            "check-end-punctuation-start",
            source = excerpt(source),
            old = old.to_string(),
            new = new.to_string(),
            bare = bare(old, new)
        );
        return vec![message.into()];
    }
    if let Some(seen) = unasked(texts).or_else(|| doubled(texts)) {
        return vec![seen];
    }
    let [ours, theirs] = [source, target].map(ending);
    let most = if is_other(ours, theirs, texts) {
        Severity::Warning
    } else if is_unlike(ours, theirs, texts) {
        Severity::Info
    } else {
        return Vec::new();
    };
    let sides = bare(ours, theirs);
    let [old, new] = [ours, theirs].map(|end| end.to_string());
    let message = message!(
        "check-end-punctuation-other",
        source = excerpt(source),
        old = old,
        new = new,
        bare = sides
    );
    let seen = Seen::from(message).in_source(last(texts.source)).in_target(last(target));
    vec![seen.at_most(most)]
}

/// What is asked within a quotation of the source, and not in the translation: «Кто там?» and “Who is there.”
fn unasked(texts: &Texts<'_>) -> Option<Seen> {
    let Texts { source, target, .. } = *texts;
    let at = source.find("?»").filter(|_| !target.contains(['?', '？', '؟']))?;
    let quoted = target.match_indices(['”', '"']).find(|(at, _)| target[..*at].ends_with('.'));
    let (end, _) = quoted?;
    let message = message!(
        "check-end-punctuation-other",
        source = excerpt(source),
        old = "?",
        new = ".",
        bare = "none"
    );
    let span = Span::new(at, at + 1);
    Some(Seen::from(message).in_source(span).in_target(Span::new(end - 1, end)))
}

/// Two marks in a row that exclude each other: ",," and ";:".
fn doubled(texts: &Texts<'_>) -> Option<Seen> {
    const PAIRS: [&str; 11] = [",,", ";;", "::", ",.", ".,", ";:", ":;", ",;", ";,", ",:", ":,"];
    let text = blanked(texts.target);
    let found = PAIRS.iter().filter_map(|pair| Some((text.find(pair)?, *pair)));
    let (at, pair) = found.min()?;
    // An abbreviation may stand before a comma, and signs of programs beside each other.
    let before = text[..at].chars().next_back()?;
    let after = text[at + pair.len()..].chars().next();
    let is_sentence = before.is_alphanumeric() && after.is_none_or(char::is_whitespace);
    if !is_sentence || pair == ".," || texts.source.contains(pair) {
        return None;
    }
    let source = excerpt(texts.source);
    let message = message!("check-end-punctuation-doubled", source = source, marks = pair);
    Some(Seen::from(message).in_target(Span::new(at, at + pair.len())))
}

/// Which side has no mark.
fn bare(ours: char, theirs: char) -> &'static str {
    match (ours, theirs) {
        (NONE, _) => "source",
        (_, NONE) => "translation",
        _ => "none",
    }
}

/// An ellipsis or an arrow that only one of the texts begins with, or each with another.
fn beginnings(source: &str, target: &str) -> Option<[char; 2]> {
    let [ours, theirs] = [source, target].map(beginning);
    (ours != theirs).then_some([ours, theirs])
}

/// The ellipsis or arrow before the first word.
fn beginning(text: &str) -> char {
    let is_outer = |c: char| c.is_whitespace() || "«“„\"'’‘([*_—–-".contains(c);
    let text = text.trim_start();
    let inner = text.trim_start_matches(is_outer);
    if text.starts_with("<<") || text.starts_with("←") || text.starts_with("<-") {
        '←'
    } else if text.starts_with(">>") || text.starts_with('→') || text.starts_with("->") {
        '→'
    } else if inner.starts_with('…') || inner.starts_with("...") {
        '…'
    } else {
        NONE
    }
}

/// Whether the ends of two short texts differ by a stop or a shout: a heading has none, or one by a slip.
fn is_unlike(ours: char, theirs: char, texts: &Texts<'_>) -> bool {
    let is_light = matches!((ours, theirs), ('.' | '!', NONE) | (NONE, '.'));
    is_light && !is_sentence(texts.source)
}

/// Stands for no mark at all.
const NONE: char = ' ';

fn is_other(ours: char, theirs: char, texts: &Texts<'_>) -> bool {
    let Texts { source, target, .. } = *texts;
    let has = |mark: char| ours == mark || theirs == mark;
    // A shouted question answers to either of its marks.
    // English is sparing of shouts.
    if ours == theirs
        || ours == '!' && theirs == '.'
        || has(BOTH) && (has('?') || has('!') || has('.'))
    {
        return false;
    }
    // A question may stand within what English quotes last.
    if ours == '.' && theirs == '?' && target.ends_with(['\'', '"', '”', '’']) {
        return false;
    }
    // A list whose items end in semicolons ends in a stop, and that is the source's to say.
    let is_lost = theirs == NONE && is_sentence(source);
    let is_trailing =
        |text: &str| text.trim_end().ends_with(['…']) || text.trim_end().ends_with("...");
    let is_new = ours == NONE && (theirs == '!' || is_trailing(target));
    has('?')
        || has(':')
        || has(';')
        || theirs == '!' && ours == '.'
        || matches!(theirs, ',' | TWO) && ours == '.'
        || has(BOTH)
        || is_lost
        || is_new
}

/// Stands for two stops, where one or three are meant.
const TWO: char = '‥';

/// Stands for a question and an exclamation in one.
const BOTH: char = '⁈';

/// The mark that a text ends with, quotation marks, brackets and markup aside; a space where none.
fn ending(text: &str) -> char {
    let is_outer = |c: char| c.is_whitespace() || "»”“\"'’)]*_`".contains(c);
    let text = text.trim_end_matches(is_outer);
    // A stop may follow what is said: «Он спросил: „Кто там?“.»
    let said = text.trim_end_matches('.').trim_end_matches(is_outer);
    let is_mark = |c: char| "?!⁇⁈⁉？！".contains(c);
    let text = if said.ends_with(is_mark) { said } else { text };
    let marks = &text[text.trim_end_matches(is_mark).len()..];
    let asks = marks.contains(['?', '⁇', '？']);
    let shouts = marks.contains(['!', '！']);
    if marks.contains(['⁈', '⁉']) || asks && shouts {
        return BOTH;
    }
    match text.chars().next_back() {
        _ if asks => '?',
        Some(':') => ':',
        // The name of a character ends in a semicolon, too.
        Some(';') if !is_entity(text) => ';',
        Some('!' | '！') => '!',
        Some(',') => ',',
        Some('.') if text.ends_with("..") && !text.ends_with("...") => TWO,
        Some('.' | '…') => '.',
        _ => NONE,
    }
}

fn is_entity(text: &str) -> bool {
    let name = text.rsplit(['&', ' ']).next().unwrap_or_default();
    text.contains('&') && name.trim_end_matches(';').chars().all(|c| c.is_ascii_alphanumeric())
}

/// The place of the last character.
fn last(text: &str) -> Span {
    let text = text.trim_end();
    let start = text.char_indices().next_back().map_or(0, |(at, _)| at);
    Span::new(start, text.len())
}

/// Whether the text is long enough to be a sentence rather than a heading.
fn is_sentence(text: &str) -> bool {
    const WORDS: usize = 5;
    text.split_whitespace().count() >= WORDS
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn another_end_is_told() {
        for pair in [
            r#"Кто придёт? | He will come."#,
            r#"Мост через реку открыли в понедельник утром. | The bridge across the river was opened on Monday morning"#,
            r#"Список: | The list."#,
            r#"Мост открыли. | The bridge was opened,"#,
            r#"Мост открыли. | The bridge was opened!"#,
            r#"Мост открыт | The bridge is open!"#,
            r#"Мост открыт | The bridge is open…"#,
            r#"Мост открыт… | …the bridge is open…"#,
            r#"…И мост открыли. | And the bridge was opened."#,
            r#"<< Назад | Back"#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn an_end_that_is_a_matter_of_taste_is_information() {
        for pair in [
            r#"Мост открыт. | The bridge is open"#,
            r#"Мост открыт | The bridge is open."#,
            r#"Ура! | Hurray"#,
        ] {
            let found = findings(&CHECK, &format!("current: {pair}"));
            assert!(found.starts_with("info"), "{pair}: {found}");
        }
    }

    #[test]
    fn the_same_end_and_marks_in_quotation_marks_are_fine() {
        for pair in [
            r#"Кто придёт? | Who will come?"#,
            r#"Он сказал: «Да». | He said, “Yes.”"#,
            r#"Ура! | Hurray."#,
            r#"Да ну?! | Really?"#,
            r#"Мост | Bridge"#,
            r#"«…И мост открыли», — сказал он. | “…And the bridge was opened,” he said."#,
            r#"— Мост открыли. | The bridge was opened."#,
            r#"Успех — это смогу ли я вернуться. | Success is “can I come back?”"#,
            r#"Он спросил: «Кто там?». | He asked, “Who is there?”"#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
