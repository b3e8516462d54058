//! Makes foreign text harmless in what it is put into.

/// Text for HTML, in an element or a quoted attribute.
pub fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(visible(character)),
        }
    }
    escaped
}

/// Text on one line for a terminal, with no power over it.
pub fn line(text: &str) -> String {
    let mut escaped: String = text.chars().map(folded).collect();
    close_directions(&mut escaped);
    escaped
}

/// A text whose every character Markdown takes for what it is.
pub fn markdown(text: &str) -> String {
    start(&specials(text))
}

/// Escapes a stretch of text inside a line.
pub fn specials(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in line(text).chars() {
        if "\\`*_[]<>|~&$".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Text for a cell of a Markdown table: every `|` is escaped.
pub fn pipes(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut is_escaped = false;
    for character in text.chars() {
        if character == '|' && !is_escaped {
            escaped.push('\\');
        }
        is_escaped = character == '\\' && !is_escaped;
        escaped.push(character);
    }
    escaped
}

/// Markdown that can't begin a block other than a paragraph.
pub fn start(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after_digits = text[digits..].strip_prefix(['.', ')']);
    if digits > 0 && after_digits.is_some_and(is_blank_next) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    let is_sign = |sign: char| text.strip_prefix(sign).is_some_and(is_blank_next);
    let is_block = text.starts_with(['<', '>'])
        || ['-', '+', '*'].into_iter().any(is_sign)
        || is_blank_next(text.trim_start_matches('#')) && text.starts_with('#')
        || is_rule(text)
        || text.starts_with("```")
        || text.starts_with("~~~")
        || text.starts_with('[') && text.contains("]:");
    if is_block { format!("\\{text}") } else { text.to_owned() }
}

fn is_blank_next(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

/// Whether the text is a line of stars, dashes or underscores, which draws a rule.
fn is_rule(text: &str) -> bool {
    let sign = text.chars().next().filter(|first| "*-_".contains(*first));
    sign.is_some_and(|sign| text.chars().all(|c| c == sign || c == ' ' || c == '\t'))
}

fn folded(character: char) -> char {
    if character.is_whitespace() && character != '\u{a0}' && character != '\u{202f}' {
        ' '
    } else {
        visible(character)
    }
}

/// Control characters and those that HTML forbids become U+FFFD.
fn visible(character: char) -> char {
    match character {
        '\t' | '\n' => character,
        '\r' | '\u{c}' => ' ',
        '\u{fdd0}'..='\u{fdef}' => '\u{fffd}',
        _ if character.is_control() || u32::from(character) & 0xfffe == 0xfffe => '\u{fffd}',
        _ => character,
    }
}

/// Ends the directional runs that the text leaves open, so that they end with it.
fn close_directions(text: &mut String) {
    let mut open = Vec::new();
    for character in text.chars() {
        match character {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' if open.last() == Some(&character) => _ = open.pop(),
            _ => {}
        }
    }
    text.extend(open.into_iter().rev());
}
