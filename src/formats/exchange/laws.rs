//! What holds for every format that returns.

use proptest::prelude::*;

use super::testing::{BOTH, brought, parcel, written};
use super::{FORMATS, recognised};

/// Texts with every markup, emoji, combining marks, controls, right-to-left text and edges of white space.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Слово",
        "word",
        " ",
        "  ",
        "\n",
        "**",
        "_",
        "`x<y`",
        "[",
        "](a.md)",
        "![",
        "<b>",
        "</b>",
        "&nbsp;",
        "&",
        "<",
        ">",
        "]]>",
        "\"",
        "'",
        "'=",
        "=1",
        "-",
        "+7",
        "@",
        ",",
        ";",
        "\t",
        "\\",
        "\\n",
        "{{ a }}",
        "%s",
        "😀",
        "👩‍💻",
        "е\u{301}",
        "\u{1}",
        "\u{b}",
        "\u{7}",
        "\u{200f}שלום",
        "\u{a0}",
        "\u{feff}",
        "#",
        "--",
        "\r",
        "~~",
        "msgid",
        "\u{85}",
        "\u{2028}",
    ]);
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

/// A source has something to read.
fn source() -> impl Strategy<Value = String> {
    (text(), text()).prop_map(|(before, after)| format!("{before}Да{after}"))
}

fn texts() -> impl Strategy<Value = Vec<(String, String)>> {
    let target = prop_oneof![
        1 => Just(String::new()),
        4 => (text(), text()).prop_map(|(before, after)| format!("{before}Yes{after}")),
    ];
    prop::collection::vec((source(), target), 0..6)
}

proptest! {
    #[test]
    fn what_goes_out_comes_back(texts in texts()) {
        let parcel = parcel(&texts);
        for format in FORMATS {
            let text = written(format, &parcel);
            prop_assert_eq!(recognised(&text).map(|found| found.name), Some(format.name));
            let back = brought(format, &text);
            let out = parcel.slips.iter().filter(|slip| format.name != "tmx" || !slip.target.is_empty());
            let out: Vec<_> = out.collect();
            prop_assert_eq!(back.len(), out.len(), "{}", text);
            for (one, other) in out.iter().zip(&back) {
                prop_assert_eq!(&one.source, &other.source, "{} {}", format.name, text);
                let is_copy = one.target.is_empty() && other.target == one.source;
                prop_assert!(is_copy || one.target == other.target, "{} {text}", format.name);
                prop_assert_eq!(&one.tag, &other.tag, "{}", format.name);
            }
            prop_assert_eq!(written(format, &parcel), text);
        }
    }

    #[test]
    fn a_broken_file_is_read_or_refused(texts in texts(), cut in 0.0..1.0_f64, noise in "[<>/&;\"a ]{0,3}") {
        for format in FORMATS {
            let text = written(format, &parcel(&texts));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place within a short text")]
            let at = text.floor_char_boundary((text.len() as f64 * cut) as usize);
            let _ = (format.read)(&format!("{}{noise}{}", &text[..at], &text[at..]), BOTH);
            let _ = (format.read)(&text[..at], BOTH);
        }
    }
}
