//! Abbreviations put into English letter by letter, some of which are two in English.

use crate::text::transliteration::begins;

/// What the letters are that are more than one in English.
const LONG: [(char, &str); 8] = [
    ('Ч', "CH"),
    ('Ш', "SH"),
    ('Щ', "SHCH"),
    ('Ж', "ZH"),
    ('Х', "KH"),
    ('Ц', "TS"),
    ('Ю', "YU"),
    ('Я', "YA"),
];

/// A word that is the abbreviation letter by letter, one of them in two, as «Ч» in "Ch".
pub fn spelled_out(text: &str, source: &str) -> Option<String> {
    if !source.chars().any(|c| LONG.iter().any(|(own, _)| *own == c)) {
        return None;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let word = words.find(|word| is_letter_by_letter(word, source))?;
    Some(word.to_owned())
}

fn is_letter_by_letter(word: &str, source: &str) -> bool {
    if word.chars().filter(char::is_ascii_uppercase).count() < 2 {
        return false;
    }
    let upper = word.to_uppercase();
    let mut rest = upper.as_str();
    for letter in source.chars() {
        let long = LONG.iter().find(|(own, _)| *own == letter).map(|(_, long)| *long);
        let after = match long {
            Some(long) => rest.strip_prefix(long),
            None => rest.chars().next().filter(|c| begins(letter, *c)).map(|_| &rest[1..]),
        };
        let Some(after) = after else { return false };
        rest = after;
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::spelled_out;

    #[test]
    fn each_letter_is_put_into_one_or_two() {
        assert_eq!(spelled_out("The ESPCh decided.", "ЕСПЧ").as_deref(), Some("ESPCh"));
        assert_eq!(spelled_out("The ECHR decided.", "ЕСПЧ"), None);
        assert_eq!(spelled_out("The UN decided.", "ООН"), None);
    }
}
