//! Whether a text shows a reader anything.

/// Whether a text holds nothing but white space, characters that nobody sees, and markup around nothing.
pub fn is_blank(text: &str) -> bool {
    let mut rest = text;
    let mut has_links = None;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            _ if is_unseen(c) => c.len_utf8(),
            '<' => tag(rest),
            '&' => entity(rest),
            '{' => comment(rest),
            '*' | '_' | '~' | '`' => run(rest, c),
            '[' if *has_links.get_or_insert_with(|| rest.contains("](")) => 1,
            ']' => target(rest),
            _ => return false,
        };
        if length == 0 {
            return false;
        }
        rest = &rest[length..];
    }
    true
}

/// Whether a text holds no word of its own: it is blank, or there is nothing beside its tags and pictures.
///
/// What a tag puts there may be seen, but it translates nothing; a caption or another text in its parameters does.
pub fn is_hollow(text: &str) -> bool {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            _ if is_unseen(c) => c.len_utf8(),
            '<' | '{' | '!' => placed(rest),
            '&' => entity(rest),
            '*' | '_' | '~' | '`' => run(rest, c),
            '[' => 1,
            ']' => target(rest),
            _ => return false,
        };
        if length == 0 {
            return false;
        }
        rest = &rest[length..];
    }
    true
}

/// The length of a tag of any kind, or of a picture, that holds no text for people; 0 for anything else.
fn placed(rest: &str) -> usize {
    let hidden = match rest.as_bytes()[0] {
        b'<' => tag(rest),
        b'{' => comment(rest),
        _ => 0,
    };
    if hidden > 0 {
        return hidden;
    }
    let (open, close) = match rest.as_bytes() {
        [b'{', b'{', ..] => ("{{", "}}"),
        [b'{', b'%', ..] => ("{%", "%}"),
        [b'!', b'[', ..] => ("![", ")"),
        [b'<', ..] if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
            ("<", ">")
        }
        _ => return 0,
    };
    let Some(end) = rest[open.len()..].find(close) else { return 0 };
    let inner = &rest[open.len()..open.len() + end];
    let says_something = match open {
        "![" => inner.split("](").next().is_none_or(|alt| !is_blank(alt)),
        "<" => inner.contains("://") || inner.contains('@') || has_text(inner),
        _ => has_text(inner),
    };
    if says_something { 0 } else { open.len() + end + close.len() }
}

/// Whether a tag's parameters hold a text for people: several words, or what a parameter for such texts has.
fn has_text(inner: &str) -> bool {
    let mut parts = inner.split(['"', '“', '”']);
    let mut before = parts.next().unwrap_or_default();
    while let (Some(quoted), after) = (parts.next(), parts.next()) {
        let name = before.trim_end().strip_suffix('=').map(str::trim_end);
        let name = name.and_then(|name| name.split_whitespace().last()).unwrap_or_default();
        let is_read = name.is_empty() && quoted.trim().contains(char::is_whitespace)
            || TEXTS.iter().any(|known| known.eq_ignore_ascii_case(name));
        if is_read && quoted.contains(char::is_alphanumeric) {
            return true;
        }
        before = after.unwrap_or_default();
    }
    // What a template prints may be given word for word.
    inner.trim_start_matches(['-', ' ']).starts_with('"')
}

/// Parameters that hold texts for people.
const TEXTS: [&str; 8] =
    ["alt", "title", "caption", "summary", "label", "text", "description", "aria-label"];

fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Characters without a picture: soft hyphens, joiners, fillers, marks of direction and of order.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// The length of a template's comment; 0 for anything else.
fn comment(rest: &str) -> usize {
    let comments = [("{/*", "*/}"), ("{{/*", "*/}}"), COMMENT, TRIMMED];
    let length = |(open, close): &(&str, &str)| {
        let inner = rest.strip_prefix(open)?;
        Some(open.len() + inner.find(close)? + close.len())
    };
    comments.iter().find_map(length).unwrap_or_default()
}

/// Liquid's comment, and the one that takes the white space around it away.
const COMMENT: (&str, &str) = ("{% comment %}", "{% endcomment %}");
const TRIMMED: (&str, &str) = ("{%- comment -%}", "{%- endcomment -%}");

/// The length of an element that its own tag hides; 0 for any other.
fn hidden(rest: &str, name: &str) -> usize {
    let Some(end) = rest.find('>').filter(|_| !name.is_empty()) else { return 0 };
    let mut bare = rest[..end].split(['"', '\'']).step_by(2);
    if !name.eq_ignore_ascii_case("template") && !bare.any(has) {
        return 0;
    }
    let close = format!("</{}", name.to_ascii_lowercase());
    let Some(closing) = rest.to_ascii_lowercase().rfind(&close) else { return rest.len() };
    rest[closing..].find('>').map_or(rest.len(), |end| closing + end + 1)
}

fn has(part: &str) -> bool {
    part.split_whitespace().any(|word| word.starts_with("hidden"))
}

/// The length of a comment, or of a tag that shows nothing by itself; 0 for anything else.
fn tag(rest: &str) -> usize {
    if let Some(inner) = rest.strip_prefix("<!--") {
        return inner.find("-->").map_or(rest.len(), |end| "<!---->".len() + end);
    }
    let inner = rest[1..].trim_start_matches('/');
    let name = &inner[..inner.find(|c| !is_letter(c)).unwrap_or(inner.len())];
    let unseen = hidden(rest, name);
    if unseen > 0 {
        return unseen;
    }
    let is_tag = UNSEEN_TAGS.iter().any(|known| known.eq_ignore_ascii_case(name))
        && inner[name.len()..].starts_with([' ', '\t', '\n', '\r', '/', '>']);
    if is_tag { rest.find('>').map_or(0, |end| end + 1) } else { 0 }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Elements that show nothing but what stands in them.
const UNSEEN_TAGS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "i",
    "ins",
    "kbd",
    "label",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// The length of a character reference to something that nobody sees; 0 for any other.
fn entity(rest: &str) -> usize {
    let Some(end) = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';') else {
        return 0;
    };
    let name = &rest[1..end];
    let code = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        }
        .ok()
        .and_then(char::from_u32),
        None => None,
    };
    let is_named = UNSEEN_ENTITIES.contains(&name);
    if is_named || code.is_some_and(is_unseen) { end + 1 } else { 0 }
}

/// More bytes than an entity has.
const LONGEST_ENTITY: usize = 32;

/// Names of spaces, joiners and marks of direction.
const UNSEEN_ENTITIES: &[&str] = &[
    "nbsp",
    "ensp",
    "emsp",
    "emsp13",
    "emsp14",
    "thinsp",
    "hairsp",
    "numsp",
    "puncsp",
    "shy",
    "zwj",
    "zwnj",
    "lrm",
    "rlm",
    "NoBreak",
    "Tab",
    "NewLine",
    "NonBreakingSpace",
    "ZeroWidthSpace",
    "ThinSpace",
    "VeryThinSpace",
    "MediumSpace",
    "ThickSpace",
];

/// The length of two marks of emphasis or more; one alone is a sign.
fn run(rest: &str, mark: char) -> usize {
    let length = rest.len() - rest.trim_start_matches(mark).len();
    if length > 1 { length } else { 0 }
}

/// The length of a link's end with its target; 0 where there is none.
fn target(rest: &str) -> usize {
    if !rest.starts_with("](") {
        return 0;
    }
    rest.find(')').map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_blank, is_hollow};

    #[test]
    fn a_text_that_nobody_sees_is_blank() {
        for blank in ["", " \t\n", "\u{200b}", "\u{a0}\u{feff}\u{ad}", "\u{3000}\u{2060}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for text in ["a", "—", "\u{200b}.", "0", "👩\u{200d}🚀"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn markup_around_nothing_is_blank() {
        for blank in [
            "<!-- позже -->",
            "<!-- ",
            "<p>&ensp;</p>",
            "<br/>\u{a0}<BR>",
            "<b class=\"x\"> </b>",
            "&#160;&#x200B;&shy;",
            "[ ](https://example.org)",
            "[**&nbsp;**](/a \"б\")",
            "****",
            "** __",
            "``",
            "{/* Абзац. */}",
            "{% comment %}Абзац.{% endcomment %} ",
            "{%- comment -%}\nа\n{%- endcomment -%}",
            "<div hidden>Абзац.</div>",
            "<template><p>а</p></template> &nbsp;",
        ] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for text in [
            "<img src=\"a.png\">",
            "![](a.png)",
            "<https://example.org>",
            "<Card/>",
            "&amp;",
            "[]",
            "[ ] (",
            "#",
            "*",
            "<",
            "< br",
            "<b>.</b>",
            "{{ имя }}",
            "{/* а */} б",
            "{% note %}",
            "<span hidden>не</span> так",
            "<p title=\"hidden\">а</p>",
            "`а`",
        ] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn tags_and_pictures_alone_are_hollow() {
        for hollow in [
            "",
            "{% x %}",
            "{%- include \"card.html\" -%}",
            "{{ price }}",
            "{{< ref \"a.md\" >}}",
            "{{% note %}}{{% /note %}}",
            "**{{ price }}**",
            "<x/>",
            "<Card icon=\"sun\" />",
            "<x-y a='b'></x-y>",
            "<img src=\"a.png\">",
            "<img src=\"a.png\" alt=\"\">",
            "![](a.png)",
            "[{{ price }}](b)",
            "&nbsp;{{ x }} <!-- да -->",
        ] {
            assert!(is_hollow(hollow), "{hollow:?}");
        }
        for text in [
            "a",
            "—",
            "{{ price }} rubles",
            "{{< note >}}Closed.{{< /note >}}",
            "{{< figure src=\"a.png\" caption=\"Bridge\" >}}",
            "{{< note \"The bridge is closed.\" >}}",
            "{{ \"Closed\" | upcase }}",
            "<img alt=\"Bridge\" src=\"a.png\">",
            "![Bridge](a.png)",
            "<https://example.org>",
            "<a@b.example>",
            "<Card title=\"Bridge\"/>",
            "{x}",
            "{% x",
            "< 5",
            "<b>5</b>",
            "`{% x %}`",
        ] {
            assert!(!is_hollow(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_blank_is_hollow(text in "([<>\\[\\]()&;*_~`#!{}%-]|nbsp|br|a| )*") {
            prop_assert!(!is_blank(&text) || is_hollow(&text), "{text:?}");
        }

        #[test]
        fn no_text_with_a_word_outside_markup_is_blank(
            before in "(\\*\\*|<b>|&nbsp;|\\[| |<!-- -->){0,4}", after in "(\\*\\*|</b>|&nbsp;|\\]\\(x\\)| ){0,4}"
        ) {
            let text = before + "да" + &after;
            prop_assert!(!is_blank(&text));
        }

        #[test]
        fn any_text_is_judged(text in "([<>\\[\\]()&;*_~`#!-]|nbsp|br|a| )*|.*") {
            is_blank(&text);
        }
    }
}
