//! One form for words whose letters look alike.

use crate::text::stems::normal;

/// The word in lower case with е for ё, digits above and below the line as digits, letters of one script.
pub fn form(word: &str) -> String {
    let form = normal(word).replace('’', "'");
    if form.is_ascii() || form.chars().all(|c| matches!(c, 'а'..='я' | '-')) {
        return form;
    }
    let has = |range: fn(char) -> bool| form.chars().any(range);
    let is_mixed = has(|c| c.is_ascii_lowercase()) && has(|c| matches!(c, 'а'..='я'));
    form.chars().map(|c| if is_mixed { cyrillic(c) } else { c }).map(digit).collect()
}

/// The Cyrillic letter that a Latin one looks like.
fn cyrillic(c: char) -> char {
    const ALIKE: [(char, char); 11] = [
        ('a', 'а'),
        ('c', 'с'),
        ('e', 'е'),
        ('o', 'о'),
        ('p', 'р'),
        ('x', 'х'),
        ('y', 'у'),
        ('k', 'к'),
        ('m', 'м'),
        ('t', 'т'),
        ('h', 'н'),
    ];
    ALIKE.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, letter)| *letter)
}

/// The plain digit of one that stands above or below the line.
fn digit(c: char) -> char {
    match c {
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        '⁰' | '⁴'..='⁹' => shifted(c, '⁰'),
        '₀'..='₉' => shifted(c, '₀'),
        _ => c,
    }
}

fn shifted(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}
