//! PO as other programs leave it.

use super::PO;
use crate::formats::exchange::Slip;
use crate::formats::exchange::testing::{BOTH, brought, parcel, written};

fn shown(text: &str) -> String {
    let show = |slip: &Slip| {
        let doubt = if slip.is_doubted { "?" } else { "" };
        let (name, notes) = (slip.ripeness.name(), slip.notes.join("|"));
        format!("{} = {} [{name}{doubt}] {notes} {}\n", slip.source, slip.target, slip.document)
    };
    brought(&PO, text).iter().map(show).collect()
}

#[test]
fn entries_of_other_programs_are_read() {
    let text = "\u{feff}# Переводчики\nmsgid \"\"\nmsgstr \"\"\n\"Language: en_GB\\n\"\r\n\n\
        # Спросить.\n#: a.md:3 b.md:4\n#, fuzzy, no-wrap\n#| msgid \"Было\"\nmsgid \"\"\n\"Да \"\n\"\\\"нет\\\"\\n\"\nmsgstr \"Yes\"\n\n\
        #~ msgid \"Старое\"\n#~ msgstr \"Old\"\n\n\
        msgctxt \"меню\"\nmsgid \"Кофе\"\nmsgid_plural \"Кофе\"\nmsgstr[0] \"Coffee\"\nmsgstr[1] \"Coffees\"\nmsgid \"Чай\"\nmsgstr \"\"\n";
    let wanted = "Да \"нет\"\n = Yes [draft?] Спросить. a.md:3\nb.md:4\n\
        Кофе = Coffee [translated]  \nЧай =  [missing]  \n";
    assert_eq!(shown(text), wanted);
    assert_eq!((PO.read)(text, BOTH).unwrap().language.as_deref(), Some("en-GB"));
}

#[test]
fn lines_are_broken_as_gettext_breaks_them() {
    let texts = [("Да.\nНет.".to_owned(), "Yes.\n".to_owned())];
    let text = written(&PO, &parcel(&texts));
    let wanted = "msgid \"\"\n\"Да.\\n\"\n\"Нет.\"\nmsgstr \"Yes.\\n\"\n";
    assert!(text.ends_with(wanted), "{text}");
}

#[test]
fn what_is_broken_is_refused_with_its_place() {
    let texts = [
        "msgid \"a",
        "msgid a",
        "\"a\"",
        "msgstr \"a\"",
        "msgid \"a\"\nmsgid \"b\"",
        "msgid \"\\z\"",
        "msgwhat \"a\"",
    ];
    for text in texts {
        let fault = (PO.read)(&format!("\n{text}\n"), BOTH).unwrap_err();
        assert!(fault.offset > 0, "{text}");
    }
}

#[test]
fn what_is_left_out_is_counted() {
    let text = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#, fuzzy\n#| msgid \"Было.\"\nmsgid \"Стало.\"\n\
        msgstr \"It was.\"\n\n#~ msgid \"Нет.\"\n#~ msgstr \"No.\"\n\n#~ msgid \"\"\n#~ \"Да.\"\n#~ msgstr \"Yes.\"\n";
    let delivery = (PO.read)(text, BOTH).unwrap();
    assert_eq!((delivery.obsolete, delivery.outdated, delivery.slips.len()), (2, 1, 1));
    assert!(delivery.slips[0].is_doubted);
}

#[test]
fn what_msgcat_put_into_one_entry_is_several_rows() {
    let entry = |target: &str| {
        format!(
            "# #-#-#-#-#  a.po  #-#-#-#-#\n# Ask.\n#, fuzzy\nmsgid \"Да.\"\nmsgstr \"\"\n{target}"
        )
    };
    let marked = |first: &str, second: &str| {
        entry(&format!(
            "\"#-#-#-#-#  a.po  #-#-#-#-#\\n\"\n\"{first}\\n\"\n\"#-#-#-#-#  b.po (x 1)  #-#-#-#-#\\n\"\n\"{second}\"\n"
        ))
    };
    let rows = |text: &str| {
        let slips = brought(&PO, text).into_iter();
        slips.map(|slip| (slip.target, slip.notes.join("|"), slip.is_rival)).collect::<Vec<_>>()
    };
    let row = |target: &str, is_rival| (target.to_owned(), "Ask.".to_owned(), is_rival);
    assert_eq!(rows(&marked("Yes.", "Right.")), [row("Yes.", true), row("Right.", true)]);
    assert_eq!(rows(&marked("Yes.", "Yes.")), [row("Yes.", false)]);
    assert_eq!(rows(&marked("", " ")), [row("", false)]);
    assert_eq!(rows(&entry("\"#-#-#-#-# 5\"\n")), [row("#-#-#-#-# 5", false)]);
}
