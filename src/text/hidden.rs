//! What stands in a text and is shown to no reader: comments of pages and templates, programs, notes of editors.

/// Bytes of the longest comment that is looked for.
const LONGEST: usize = 4096;

/// What begins and what ends a stretch that no reader sees.
const BRACKETS: [(&str, &str); 10] = [
    ("<!--", "-->"),
    ("<?", "?>"),
    ("{#", "#}"),
    ("{/*", "*/}"),
    ("{{/*", "*/}}"),
    ("{{!--", "--}}"),
    ("{>>", "<<}"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<template", "</template>"),
];

/// The length of a stretch that no reader sees, if one begins here, behind `before`.
pub fn hidden(rest: &str, before: Option<char>) -> Option<usize> {
    match rest.as_bytes().first()? {
        b'<' | b'{' => {
            let bracket = |(open, close): &(&str, &str)| {
                rest.starts_with(open).then(|| end(rest, open.len(), close)).flatten()
            };
            BRACKETS.iter().find_map(bracket).or_else(|| template(rest))
        }
        b'%' => {
            let inner = rest.strip_prefix("%%")?;
            let is_apart = !before.is_some_and(|c| c.is_alphanumeric() || c == '%');
            let opens = is_apart && inner.starts_with(|c: char| c != '%');
            opens.then(|| end(rest, 2, "%%")).flatten()
        }
        _ => None,
    }
}

/// Whether a character may begin what no reader sees, beside a tag.
pub fn is_veil(c: char) -> bool {
    matches!(c, '{' | '%')
}

/// Where `close` ends, looked for from `from` on.
fn end(rest: &str, from: usize, close: &str) -> Option<usize> {
    let window = &rest.as_bytes()[from..rest.len().min(from + LONGEST)];
    let found = window.windows(close.len()).position(|bytes| bytes == close.as_bytes())?;
    Some(from + found + close.len())
}

/// The length of a comment in Liquid's words: `{% comment %}…{% endcomment %}`, with and without dashes.
fn template(rest: &str) -> Option<usize> {
    let word = rest.strip_prefix("{%")?.trim_start_matches(['-', ' ']).strip_prefix("comment")?;
    word.starts_with(['-', ' ', '%']).then_some(())?;
    let last = end(rest, 0, "endcomment")?;
    end(rest, last, "%}")
}

/// What a hidden stretch says, without the words that hide it.
pub fn inner(stretch: &str) -> &str {
    let between = |open: &str, close: &str| {
        let (_, inner) = stretch.split_once(open)?;
        Some(inner.rsplit_once(close)?.0)
    };
    let inner = match stretch.as_bytes() {
        [b'{', b'%', ..] => between("%}", "{%"),
        [b'<', b's' | b't', ..] => between(">", "</"),
        _ => stretch.strip_prefix("<?php").or_else(|| {
            let within =
                |(open, close): &(&str, &str)| stretch.strip_prefix(open)?.strip_suffix(close);
            BRACKETS.iter().find_map(within)
        }),
    };
    inner.unwrap_or(stretch)
}

/// The stretches of a text that no reader sees.
pub fn hidden_stretches(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['<', '{', '%']) {
        at += next;
        let before = text[..at].chars().next_back();
        let length = hidden(&text[at..], before);
        found.extend(length.map(|length| &text[at..at + length]));
        at += length.unwrap_or(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{hidden_stretches, inner};
    use proptest::prelude::*;

    #[test]
    fn comments_of_every_kind_are_hidden() {
        for (open, close) in [
            ("<!--", "-->"),
            ("<?php ", "?>"),
            ("{#", "#}"),
            ("{% comment %}", "{% endcomment %}"),
            ("{%- comment -%}", "{%- endcomment -%}"),
            ("{/* ", " */}"),
            ("%%", "%%"),
            ("{>>", "<<}"),
            ("<script>", "</script>"),
        ] {
            let veil = format!("{open}five > four{close}");
            assert_eq!(hidden_stretches(&format!("Кот {veil} спит.")), [veil.as_str()]);
            let mut said = inner(&veil).split(|c: char| !c.is_alphabetic() && c != '>');
            assert_eq!(said.find(|word| !word.is_empty()), Some("five"), "{veil}");
            assert!(hidden_stretches(&format!("Кот {open}five спит.")).is_empty(), "{open}");
        }
    }

    #[test]
    fn what_only_looks_alike_is_seen() {
        for text in [
            "Рост 5%% и 7%%.",
            "Заголовок {#anchor}",
            "{{< ref >}}",
            "{% include a %}",
            "a < b > c",
        ] {
            assert!(hidden_stretches(text).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_stretch_is_part_of_its_text(text in "([а-в%<>{}#!-]|<!--|-->|%%|\\{% comment %\\}|\\{% endcomment %\\})*") {
            let lengths: usize = hidden_stretches(&text).iter().map(|one| one.len()).sum();
            prop_assert!(lengths <= text.len());
        }
    }
}
