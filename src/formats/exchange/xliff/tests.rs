//! XLIFF as other programs leave it.

use super::{XLIFF, XLIFF2};
use crate::formats::exchange::testing::{BOTH, brought, parcel, written};
use crate::formats::exchange::{ExchangeFormat, Ripeness, SlipMatch, recognised};

fn shown(text: &str) -> String {
    let format: &ExchangeFormat = recognised(text).unwrap();
    let slips = brought(format, text);
    let shown = slips.iter().map(|slip| {
        let doubt = if slip.is_doubted { "?" } else { "" };
        format!("{} = {} [{}{doubt}]\n", slip.source, slip.target, slip.ripeness.name())
    });
    shown.collect()
}

fn legacy(units: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><xliff version=\"1.2\"><file original=\"a.md\" \
         source-language=\"ru\" target-language=\"en\"><body>{units}</body></file></xliff>"
    )
}

fn modern(units: &str) -> String {
    format!(
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"ru\" \
         trgLang=\"en\"><file id=\"f\">{units}</file></xliff>"
    )
}

#[test]
fn what_is_missing_goes_out_as_a_copy() {
    let texts = [("**Да**.".to_owned(), String::new())];
    let text = written(&XLIFF, &parcel(&texts));
    let code = |id| format!("<x id=\"{id}\" equiv-text=\"**\"/>");
    let target = format!("<target state=\"new\">{}Да{}.</target>", code(1), code(2));
    assert!(text.contains(&target), "{text}");
    assert_eq!(shown(&text), "**Да**. = **Да**. [missing]\n");
}

#[test]
fn earlier_translations_go_along_and_nothing_of_them_comes_back() {
    let texts = [("Да & **нет**.".to_owned(), String::new()), ("Да.".to_owned(), String::new())];
    let bare = parcel(&texts);
    let mut full = bare.clone();
    full.slips[0].matches = vec![SlipMatch {
        source: "Да & <b>.".to_owned(),
        target: "Yes & <b>.".to_owned(),
        percent: 86,
        origin: "2025/\"old\"".to_owned(),
        is_of_machine: true,
    }];
    for (format, wanted) in [
        (&XLIFF, "<alt-trans match-quality=\"86%\" origin=\"2025/&quot;old&quot;\">"),
        (&XLIFF2, "ref=\"#s1\" type=\"mt\" matchQuality=\"86.0\""),
    ] {
        let text = written(format, &full);
        assert!(text.contains(wanted), "{text}");
        assert_eq!(
            text.matches("Yes &amp; &lt;b>").count() + text.matches("Yes &amp; &lt;b&gt;").count(),
            1,
            "{text}"
        );
        let told = |text: &str| {
            let slips = brought(format, text).into_iter();
            slips
                .map(|slip| (slip.tag, slip.source, slip.target, slip.ripeness))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&text), told(&written(format, &bare)));
    }
}

#[test]
fn states_of_clients_are_told_apart() {
    let unit = |attributes: &str, state: &str| {
        format!(
            "<trans-unit id=\"1\" {attributes}><source>Да</source><target {state}>Yes</target></trans-unit>"
        )
    };
    let cases = [
        ("", "", "translated"),
        ("", "state=\"needs-l10n\"", "draft?"),
        ("", "state=\"needs-adaptation\"", "stale"),
        ("approved=\"yes\"", "state=\"translated\"", "reviewed"),
        ("", "state=\"final\"", "final"),
        ("mq:status=\"ManuallyConfirmed\"", "", "translated"),
        ("mq:status=\"PartiallyEdited\"", "", "draft?"),
    ];
    for (attributes, state, wanted) in cases {
        assert_eq!(shown(&legacy(&unit(attributes, state))), format!("Да = Yes [{wanted}]\n"));
    }
    let unit = "<unit id=\"1\"><segment state=\"translated\" subState=\"poedit:fuzzy\"><source>Да</source><target>Yes</target></segment></unit>";
    assert_eq!(shown(&modern(unit)), "Да = Yes [draft?]\n");
}

#[test]
fn inline_elements_of_others_are_read() {
    let unit = "<trans-unit id=\"1\"><source>Да <g id=\"1\">нет</g> <ph id=\"2\">%s</ph><x id=\"3\" equiv-text=\"**\"/></source>\
        <alt-trans><source>Б</source><target>B</target></alt-trans>\
        <target>Yes <g id=\"1\">no</g> <ph id=\"2\">%s</ph><x id=\"3\"/></target></trans-unit>";
    assert_eq!(shown(&legacy(unit)), "Да нет %s** = Yes no %s** [translated]\n");
    let unit = "<unit id=\"1\"><originalData><data id=\"d\">&lt;b></data><data id=\"e\">&lt;/b></data></originalData>\
        <segment><source><pc id=\"1\" dataRefStart=\"d\" dataRefEnd=\"e\">Да</pc>.</source><target><pc id=\"1\" dataRefStart=\"d\" dataRefEnd=\"e\">Yes</pc>.</target></segment>\
        <ignorable><source> </source></ignorable>\
        <segment><source>Нет.</source><target>No.</target></segment></unit>";
    assert_eq!(shown(&modern(unit)), "<b>Да</b>. Нет. = <b>Yes</b>. No. [translated]\n");
}

#[test]
fn marked_segments_are_rows_of_their_own() {
    let unit = "<trans-unit id=\"1\"><source>Да. Нет.</source>\
        <seg-source><mrk mtype=\"seg\" mid=\"1\">Да.</mrk> <mrk mtype=\"seg\" mid=\"2\">Нет.</mrk></seg-source>\
        <target><mrk mtype=\"seg\" mid=\"1\">Yes.</mrk> <mrk mtype=\"seg\" mid=\"2\">No.</mrk></target></trans-unit>";
    assert_eq!(shown(&legacy(unit)), "Да. = Yes. [translated]\nНет. = No. [translated]\n");
}

#[test]
fn words_outside_the_marked_segments_are_handed_up() {
    let unit = "<trans-unit id=\"a\"><source>Да. Нет.</source>\
        <seg-source><mrk mtype=\"seg\" mid=\"1\">Да.</mrk> <mrk mtype=\"seg\" mid=\"2\">Нет.</mrk></seg-source>\
        <target>So: <mrk mtype=\"seg\" mid=\"1\">Yes.</mrk> <mrk mtype=\"seg\" mid=\"7\">Maybe.</mrk></target></trans-unit>";
    let text = format!(
        "<xliff version=\"1.2\"><file original=\"a\" target-language=\"en\"><body>{unit}</body></file></xliff>"
    );
    let delivery = super::read::read(&text, BOTH).unwrap();
    let words: Vec<&str> = delivery.strays.words.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(words, ["So:", "Maybe."]);
    let held = delivery.slips.iter().map(|slip| (slip.source.as_str(), slip.target.as_str()));
    let mut held: Vec<_> = held.collect();
    held.sort_unstable();
    assert_eq!(held, [("Да.", "Yes."), ("Нет.", "")]);
}

#[test]
fn a_unit_with_two_translations_is_refused_and_one_of_another_language_says_so() {
    let file = |targets: &str| {
        format!(
            "<xliff version=\"1.2\"><file original=\"a\" target-language=\"en\"><body><trans-unit id=\"a\">\
             <source>Да.</source>{targets}</trans-unit></body></file></xliff>"
        )
    };
    let two = file("<target>Yes.</target><target>Yep.</target>");
    assert!(super::read::read(&two, BOTH).is_err());
    for (own, language) in [("en-GB", "en"), ("en_US", "en"), ("de", "de")] {
        let one = file(&format!("<target xml:lang=\"{own}\">Yes.</target>"));
        let slips = super::read::read(&one, BOTH).unwrap().slips;
        assert_eq!(slips[0].language, language, "{own}");
    }
}

#[test]
fn a_unit_of_which_a_part_is_missing_wants_another_look() {
    let unit = "<unit id=\"1\"><segment><source>Да.</source><target>Yes.</target></segment><segment><source>Нет.</source></segment></unit>";
    assert_eq!(shown(&modern(unit)), "Да.Нет. = Yes. [translated?]\n");
    assert_eq!(Ripeness::default(), Ripeness::Missing);
}

#[test]
fn what_is_broken_is_refused_with_its_place() {
    let deep = format!("<xliff version=\"1.2\">{}", "<group>".repeat(400));
    let bomb = "<!DOCTYPE xliff [<!ENTITY a \"aaaa\">]><xliff version=\"1.2\"><file/></xliff>";
    let outside =
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><xliff version=\"1.2\"><file>&x;</file></xliff>";
    let cut = "<xliff version=\"1.2\"><file><body>";
    let crossed = "<xliff version=\"1.2\"><file></xliff></file>";
    let nameless =
        "<xliff version=\"1.2\"><file><trans-unit><source>A</source></trans-unit></file></xliff>";
    for text in [deep.as_str(), bomb, outside, cut, crossed, nameless] {
        assert!((XLIFF.read)(text, BOTH).is_err(), "{text}");
    }
    let character =
        modern("<unit id=\"1\"><segment><source><cp hex=\"D800\"/></source></segment></unit>");
    assert!((XLIFF2.read)(&character, BOTH).is_err());
}

#[test]
fn words_that_were_struck_in_trados_do_not_come_back() {
    let target = "<target>It <mrk mtype=\"x-sdl-deleted\" sdl:revid=\"a\">stands <g id=\"1\">here</g></mrk>\
                  <mrk mtype=\"x-sdl-added\" sdl:revid=\"b\">lies there</mrk>.</target>";
    let unit = format!("<trans-unit id=\"1\"><source>Тут.</source>{target}</trans-unit>");
    assert_eq!(shown(&legacy(&unit)), "Тут. = It lies there. [translated]\n");
}
