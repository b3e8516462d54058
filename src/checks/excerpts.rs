//! Texts as findings name them: short, and without their markup.

use crate::text::markup::mask;

/// The text without what stands between backticks.
pub fn without_code(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text.to_owned();
    }
    parts.into_iter().step_by(2).collect::<Vec<_>>().join("|")
}

/// The beginning of a text, short enough to name it in a sentence.
pub fn excerpt(text: &str) -> String {
    let plain = without_markup(text);
    // A text that is nothing but an address is named as it stands.
    let text = if plain.is_empty() { text } else { &plain };
    let text = text.trim_end_matches(['.', '!', '?', '…', ' ']);
    // It stands in quotation marks, so its own ones are the inner ones.
    shortened(&text.replace('«', "„").replace('»', "“"))
}

/// The beginning of a line that is told for its marks and addresses, too.
pub fn as_written(line: &str) -> String {
    shortened(&line.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn shortened(text: &str) -> String {
    const LENGTH: usize = 60;
    let Some((end, _)) = text.char_indices().nth(LENGTH) else { return text.to_owned() };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    let kept = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{}…", if kept.is_empty() { &text[..end] } else { kept })
}

fn without_markup(text: &str) -> String {
    let (masked, _) = mask(text);
    let is_seen = |(at, c): &(usize, char)| *c != ' ' || text.as_bytes()[*at] == b' ';
    let seen: String = masked.char_indices().filter(is_seen).map(|(_, c)| c).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}
