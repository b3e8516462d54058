//! Characters written as HTML entities.

use std::borrow::Cow;

/// Entities of typography and what they stand for, none longer than its name.
const ENTITIES: [(&str, &str); 9] = [
    ("&nbsp;", " "),
    ("&thinsp;", " "),
    ("&quot;", "\""),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
    ("&mdash;", "—"),
    ("&ndash;", "–"),
    ("&amp;", "&"),
    ("&hellip;", "…"),
];

/// The text with its entities read, and spaces after each so that all offsets stay.
pub fn read(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte == b'&') {
        return text;
    }
    let mut read = text.into_owned();
    for (entity, stands_for) in ENTITIES {
        if read.contains(entity) {
            let spaces = " ".repeat(entity.len() - stands_for.len());
            read = read.replace(entity, &format!("{stands_for}{spaces}"));
        }
    }
    Cow::Owned(read)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn entities_are_characters() {
        assert_eq!(read("а&nbsp;б &laquo;в&raquo;".into()), "а      б «     в»     ");
        assert_eq!(read("а & б".into()), "а & б");
    }
}
