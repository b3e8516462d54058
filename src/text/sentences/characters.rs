//! What a single character means at the edge of a sentence.

/// The stop of East Asian type, which needs no space behind it.
pub const FULL_WIDTH: char = '．';

/// A mark that may end a sentence.
pub fn is_stop(character: char) -> bool {
    matches!(character, '.' | '?' | '!' | '…' | FULL_WIDTH)
}

/// What may close after a stop and belongs to the sentence before.
pub fn is_closer(character: char) -> bool {
    const CLOSERS: &str = "\"')]}*_~`»”“’‘″›¹²³⁴⁵⁶⁷⁸⁹";
    CLOSERS.contains(character) || is_invisible(character)
}

/// What may open before the first word and belongs to the sentence after.
pub fn is_opener(character: char) -> bool {
    const OPENERS: &str = "\"'([{*_~`<#«“”„‘’‹¿¡•⁃·";
    OPENERS.contains(character) || is_invisible(character)
}

/// A dash that opens a line of dialogue, or sets off its attribution.
pub fn is_dash(character: char) -> bool {
    matches!(character, '-' | '–' | '—' | '―' | '−')
}

/// A bracket that closes.
pub fn closes_bracket(character: char) -> bool {
    matches!(character, ')' | ']' | '}')
}

/// What never begins a sentence, and so shows that one goes on.
pub fn goes_on(character: char) -> bool {
    ",;:)]}»%/=>|".contains(character) || is_stop(character)
}

/// What takes no room on paper, though Unicode counts it as no white space.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        || character.is_control() && !character.is_whitespace()
}

/// The offset of the first character at or after `from` that is not white.
pub fn skip_white(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

/// The character that ends at `offset`.
pub fn before(text: &str, offset: usize) -> Option<char> {
    text[..offset].chars().next_back()
}

/// The character that begins at `offset`.
pub fn after(text: &str, offset: usize) -> Option<char> {
    text[offset..].chars().next()
}
