//! The translation has no doubled space, none on the wrong side of a mark, and none lacking after one.

use super::blanked::blanked;
use super::{Check, Run, Seen, Texts, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Fix, Severity, Span};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("spaces", Severity::Warning, Run::Places(see)).example(
    "Да, мост открыт.",
    "Yes , the bridge  is open.",
    "Yes, the bridge is open.",
);

fn see(texts: &Texts<'_>) -> Vec<Seen> {
    let Texts { source, recorded, target, .. } = *texts;
    if let Some(message) = edge(texts).or_else(|| blank_lines(texts)) {
        return vec![message.into()];
    }
    let Some(slip) = slip(target) else { return Vec::new() };
    // Where the source has the like, it is meant.
    let is_meant = |source| self::slip(source).is_some_and(|one| one.kind == slip.kind);
    // French and German have a space before the sign, too.
    let is_usual = slip.kind == SlipKind::Percent && texts.languages.target != "en";
    // Russian has it, too, and English never.
    let is_told = slip.kind == SlipKind::Percent && texts.languages.source == "ru";
    if is_usual || !is_told && (is_meant(source) || is_meant(recorded)) {
        return Vec::new();
    }
    let place = around(target, slip.span);
    let message = message!("check-spaces-slip", source = excerpt(source), place = place);
    let fix = Fix::new(slip.span, slip.wanted);
    vec![Seen::from(message).in_target(slip.span).fixed(fix)]
}

/// White space at an end of the recorded source that isn't that of the translation: texts of programs have it.
fn edge(texts: &Texts<'_>) -> Option<Message> {
    let Texts { source, recorded, target, .. } = *texts;
    let (ours, theirs) = (edges(recorded), edges(target));
    let side = if !ours[0].is_empty() && ours[0] != theirs[0] {
        "start"
    } else if !ours[1].is_empty() && ours[1] != theirs[1] {
        "end"
    } else {
        return None;
    };
    Some(message!("check-spaces-edge", source = excerpt(source), side = side))
}

/// The white space before a text and after it.
fn edges(text: &str) -> [&str; 2] {
    let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
    if end == 0 { ["", ""] } else { [&text[..start], &text[end..]] }
}

/// Blank lines within a translation, which would part it into paragraphs, where the source has another number.
fn blank_lines(texts: &Texts<'_>) -> Option<Message> {
    let [old, new] = [texts.recorded, texts.target].map(breaks);
    if old == new {
        return None;
    }
    Some(message!("check-spaces-lines", source = excerpt(texts.source), old = old, new = new))
}

/// How many blank lines part a text.
fn breaks(text: &str) -> usize {
    let text = text.trim().replace('\r', "");
    text.split("\n\n").filter(|part| !part.trim().is_empty()).count().max(1) - 1
}

/// A space where none is wanted, or none where one is.
struct Slip {
    kind: SlipKind,
    span: Span,
    wanted: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SlipKind {
    Edge,
    Doubled,
    Before,
    Within,
    Hyphen,
    Percent,
    Lacking,
}

fn slip(text: &str) -> Option<Slip> {
    let text = &blanked(text);
    let found = |kind, span: Option<Span>, wanted| span.map(|span| Slip { kind, span, wanted });
    if let Some(span) = at_edge(text) {
        return found(SlipKind::Edge, Some(span), "");
    }
    found(SlipKind::Doubled, doubled(text), " ")
        .or_else(|| found(SlipKind::Before, before_mark(text), ""))
        .or_else(|| found(SlipKind::Within, within(text), ""))
        .or_else(|| found(SlipKind::Hyphen, at_hyphen(text), ""))
        .or_else(|| found(SlipKind::Percent, before_percent(text), ""))
        .or_else(|| found(SlipKind::Lacking, lacking(text).or_else(|| touching(text)), " "))
}

/// Spaces before the first word or after the last.
fn at_edge(text: &str) -> Option<Span> {
    let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
    match (start, end) {
        (_, 0) => None,
        (0, end) if end < text.len() => Some(Span::new(end, text.len())),
        (0, _) => None,
        (start, _) => Some(Span::new(0, start)),
    }
}

/// Two spaces or more between words.
fn doubled(text: &str) -> Option<Span> {
    let start = text.len() - text.trim_start().len();
    let at = start + text.trim().find("  ")?;
    let length = text[at..].bytes().take_while(|byte| *byte == b' ').count();
    Some(Span::new(at, at + length))
}

/// A space before a comma, a stop or another mark that stands at the end of a word.
fn before_mark(text: &str) -> Option<Span> {
    let is_end = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\n', '”', '"']);
    text.match_indices([' ', '\u{a0}']).find_map(|(at, gap)| {
        let rest = &text[at + gap.len()..];
        let mark = rest.chars().next().filter(|c| ",;:.?!".contains(*c))?;
        let after = rest.trim_start_matches(mark);
        let is_smiley = ":;".contains(mark) && after.starts_with(['(', ')', '-']);
        // «.NET» and «…» begin words, and three stops are an ellipsis.
        let is_ellipsis = rest.starts_with("..");
        // "5 ,and": the space is on the wrong side of the comma.
        let is_turned = mark == ','
            && after.starts_with(char::is_alphanumeric)
            && text[..at].ends_with(char::is_alphanumeric);
        let is_placed = (is_end(after) || is_turned)
            && !is_smiley
            && !is_ellipsis
            && !text[..at].ends_with(' ');
        (is_placed && at > 0).then(|| Span::new(at, at + gap.len()))
    })
}

/// A space just inside brackets or curly quotation marks, or after a sign of money.
fn within(text: &str) -> Option<Span> {
    text.match_indices(' ').find_map(|(at, _)| {
        let before = text[..at].chars().next_back()?;
        let after = text[at + 1..].chars().next()?;
        let is_list = text[..at].ends_with("[ ") || text[at..].starts_with(" ]");
        let opens = matches!(before, '(' | '“' | '$' | '€' | '£');
        let closes = matches!(after, ')' | '”');
        let is_money = matches!(before, '$' | '€' | '£');
        let is_inside = if is_money { after.is_ascii_digit() } else { opens || closes };
        (is_inside && !is_list).then(|| Span::new(at, at + 1))
    })
}

/// A space on one side of a hyphen that joins words: "two- day", "220 -place"; "two- and three-day" is meant so.
fn at_hyphen(text: &str) -> Option<Span> {
    const LEAVING: [&str; 5] = ["and", "or", "to", "but", "nor"];
    text.match_indices('-').find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        if let Some(word) = before.strip_suffix(' ') {
            let is_free = word.ends_with(|c: char| c.is_ascii_alphanumeric())
                && after.starts_with(char::is_lowercase);
            return is_free.then(|| Span::new(at - 1, at));
        }
        let next = after.strip_prefix(' ')?;
        let word: &str = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let is_free = before.ends_with(|c: char| c.is_ascii_alphanumeric())
            && next.starts_with(char::is_lowercase);
        (is_free && !LEAVING.contains(&word)).then(|| Span::new(at + 1, at + 2))
    })
}

/// A space between a figure and its sign of percent.
fn before_percent(text: &str) -> Option<Span> {
    text.match_indices('%').find_map(|(at, _)| {
        let figures = text[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let is_apart = figures.len() < at && figures.ends_with(|c: char| c.is_ascii_digit());
        is_apart.then(|| Span::new(figures.len(), at))
    })
}

/// The place after a comma, or after a sentence, where the next word begins at once.
fn lacking(text: &str) -> Option<Span> {
    text.match_indices([',', ';', '.', '?', '!']).find_map(|(at, mark)| {
        let next = &text[at + 1..];
        let first = next.chars().next().filter(|c| c.is_alphabetic())?;
        let word = last_word(&text[..at]);
        let is_plain = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
        let second = next.chars().nth(1).is_some_and(char::is_lowercase);
        let is_small = word.starts_with(char::is_lowercase);
        let is_sentence = is_small && first.is_uppercase() && second && !has_stop(next);
        let is_listed = matches!(mark, "," | ";") && is_plain;
        (is_plain && (is_sentence || is_listed)).then(|| Span::new(at + 1, at + 1))
    })
}

/// The place at a bracket or a quotation mark that a word touches on its outer side.
fn touching(text: &str) -> Option<Span> {
    const LETTERS: usize = 3;
    let letters = |text: &str| text.chars().take_while(|c| c.is_alphabetic()).count();
    text.match_indices(['(', ')', '“', ';', ',']).find_map(|(at, mark)| {
        let next = &text[at + mark.len()..];
        let before = text[..at].chars().rev().take_while(|c| c.is_lowercase()).count();
        let is_touched = match mark {
            "(" => before >= LETTERS && letters(next) >= LETTERS && next.contains(' '),
            ")" => letters(next) >= LETTERS && holds_name(&text[..at]),
            "“" => text[..at].ends_with(['.', '!', '?']) && next.starts_with(char::is_uppercase),
            ";" => text[..at].ends_with(char::is_alphanumeric) && letters(next) > 1,
            _ => before >= LETTERS && next.starts_with(|c: char| c.is_ascii_digit()),
        };
        let place = if matches!(mark, "(" | "“") { at } else { at + mark.len() };
        (is_touched && !is_in_word(text, at)).then(|| Span::new(place, place))
    })
}

/// Whether the bracket that closes here holds capitals alone.
fn holds_name(before: &str) -> bool {
    let held = before.rsplit('(').next().unwrap_or_default();
    held.len() > 1 && held.chars().all(char::is_uppercase)
}

/// Whether an address, a path or an entity has its mark here.
fn is_in_word(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |space| at + space);
    text.get(start..end).is_none_or(|word| word.contains(['/', '&', '=', '{', '_', '\\', '`']))
}

/// Whether the word that begins here has a stop within, as names of files and pages have.
fn has_stop(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    word.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.')
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| c.is_whitespace() || "(“\"«".contains(c)).next().unwrap_or_default()
}

/// The place with the words around it.
fn around(text: &str, span: Span) -> String {
    let before = text[..span.start].split_whitespace().next_back().unwrap_or_default();
    let after = text[span.end..].split_whitespace().next().unwrap_or_default();
    format!("{before}{}{after}", &text[span.range()])
}

#[cfg(test)]
mod tests {
    use super::{CHECK, see};
    use crate::checks::testing::findings;
    use crate::checks::{HouseStyle, Languages, Texts};
    use crate::text::readings::Readings;

    #[test]
    fn a_slip_of_the_space_bar_is_told() {
        for pair in [
            r#"Да, мост. | Yes , a bridge."#,
            r#"Наберите `да`, мост. | Type `yes` , a bridge."#,
            r#"Мост открыт. | The bridge  is open."#,
            r#"Мост открыт. | The bridge is open .  It is."#,
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }

    #[test]
    fn white_space_at_the_ends_is_that_of_the_recorded_source() {
        let (style, readings) = (HouseStyle::default(), Readings::default());
        let languages = Languages::new("ru", "en");
        let told = |recorded: &str, target: &str| {
            let (source, style, readings) = (recorded.trim(), &style, &readings);
            let texts = Texts { source, recorded, target, languages, style, readings };
            !see(&texts).is_empty()
        };
        for (recorded, target) in [
            ("Мост открыт. ", "The bridge is open."),
            ("\nМост открыт.", "The bridge is open."),
            ("Мост открыт.", "The bridge is open. "),
            ("Мост открыт. Идите.", "The bridge is open.\n\nGo."),
            ("Мост открыт.\n\nИдите.", "The bridge is open. Go."),
        ] {
            assert!(told(recorded, target), "{recorded:?} {target:?}");
        }
        for (recorded, target) in [
            ("Мост открыт. ", "The bridge is open. "),
            ("Мост открыт.\n", "The bridge is open.\n"),
            ("Мост  открыт.", "The bridge  is open."),
            ("Мост открыт.\nИдите.", "The bridge is open. Go."),
            ("Мост открыт.\n\nИдите.", "The bridge is open.\n\nGo."),
        ] {
            assert!(!told(recorded, target), "{recorded:?} {target:?}");
        }
    }

    #[test]
    fn single_spaces_are_fine() {
        for pair in [
            r#"Мост. | A bridge."#,
            r#"Нажмите. | Press `a  b` now."#,
            r#"Версия .NET тут. | Version .NET here."#,
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
    }
}
