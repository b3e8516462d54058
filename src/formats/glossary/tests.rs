//! Every way out reads back, and other programs' files are read.

use proptest::prelude::*;

use super::{FORMATS, GlossaryKind, kind, read};
use crate::catalog::TomlText;
use crate::terms::testing::any_term;
use crate::terms::{self, Term};
use crate::text::figures::Languages;

const BOTH: Languages<'_> = Languages { source: "ru", target: "en" };

fn back(name: &str, terms: &[&Term]) -> Vec<Term> {
    let format = FORMATS.iter().find(|format| format.name == name).unwrap();
    let text = String::from_utf8((format.write)(terms, BOTH)).unwrap();
    if name == "toml" {
        let found = terms::read(TomlText { path: "", text: &text }).unwrap();
        return found.into_iter().map(|one| one.term).collect();
    }
    read(&text, BOTH).unwrap_or_else(|fault| panic!("{fault:?}\n{text}")).terms
}

proptest! {
    #[test]
    fn terms_come_back_from_every_format(terms in prop::collection::vec(any_term(), 1..4)) {
        let terms: Vec<&Term> = terms.iter().collect();
        for format in &FORMATS {
            let found = back(format.name, &terms);
            // A text that stands twice is one.
            let plain = |term: &Term| {
                let mut term = term.clone();
                for words in [&mut term.full, &mut term.short, &mut term.forbidden] {
                    for texts in words.values_mut() {
                        let mut seen = Vec::new();
                        texts.retain(|text| { let is_new = !seen.contains(text); seen.push(text.clone()); is_new });
                    }
                }
                term
            };
            let expected: Vec<Term> = terms.iter().map(|term| plain(term)).collect();
            let found: Vec<Term> = found.iter().map(plain).collect();
            prop_assert_eq!(&found, &expected, "{}", format.name);
        }
    }

    #[test]
    fn no_text_makes_a_reader_fall(text in "(<|>|/|martif|tbx|term|langSet|\"|&|;|,|\t|ru|en|\n|[а-я]){0,40}") {
        _ = read(&text, BOTH);
        _ = read(&format!("<tbx>{text}"), BOTH);
    }
}

#[test]
fn version_three_names_by_elements_what_two_names_by_kinds() {
    let dct = r#"<?xml version="1.0"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="x" xmlns:min="y">
<text><body><conceptEntry id="c1"><min:subjectField>post</min:subjectField>
<langSec xml:lang="ru"><termSec><term>почтовый союз</term></termSec></langSec>
<langSec xml:lang="en-us"><termSec><term>postal union</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
<termSec><term>mail union</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>PU</term><basic:termType>acronym</basic:termType></termSec></langSec></conceptEntry></body></text></tbx>"#;
    let dca = dct
        .replace("<min:partOfSpeech>", "<termNote type=\"partOfSpeech\">")
        .replace("</min:partOfSpeech>", "</termNote>")
        .replace("<min:administrativeStatus>", "<termNote type=\"administrativeStatus\">")
        .replace("</min:administrativeStatus>", "</termNote>")
        .replace("<basic:termType>", "<termNote type=\"termType\">")
        .replace("</basic:termType>", "</termNote>");
    for text in [dct, &dca] {
        let terms = read(text, BOTH).unwrap().terms;
        assert_eq!(terms.len(), 1);
        assert_eq!(terms[0].words("ru").collect::<Vec<_>>(), ["почтовый союз"]);
        assert_eq!(terms[0].words("en-US").collect::<Vec<_>>(), ["postal union", "PU"]);
        assert_eq!(terms[0].forbidden("en-US"), ["mail union"]);
        assert_eq!(terms[0].part_of_speech.as_deref(), Some("noun"));
    }
}

#[test]
fn vendors_nest_their_terms_deeper() {
    let text = "<?xml version='1.0'?><!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'>\
        <martif type='TBX'><text><body><termEntry><langSet xml:lang='RU'><ntig><termGrp>\
        <term>связ<hi>ь</hi></term><termNote type='termType'>fullForm</termNote></termGrp></ntig></langSet>\
        <langSet xml:lang='EN'><ntig><termGrp><term>communications</term></termGrp></ntig></langSet>\
        </termEntry><termEntry/></body></text></martif>";
    let brought = read(text, BOTH).unwrap();
    assert_eq!((brought.terms.len(), brought.empty), (1, 1));
    assert_eq!(brought.terms[0].preferred("ru"), Some("связь"));
    assert_eq!(brought.terms[0].preferred("en"), Some("communications"));
}

#[test]
fn tables_of_other_programs_are_read() {
    for text in [
        "source,target,comment\nсвязь,communications,x\n",
        "Russian;English\nсвязь;communications\n",
        "связь\tcommunications\tx\n",
        "ru_short,en\tnote\n",
    ] {
        let found = read(text, BOTH);
        let is_known = found.is_ok_and(|found| {
            found.terms.first().is_some_and(|term| term.preferred("en") == Some("communications"))
        });
        assert_eq!(is_known, text.contains("связь"), "{text}");
    }
    assert!(read("a,b\nc,d\n", BOTH).is_err());
    assert!(read("<?xml version='1.0'?><svg/>", BOTH).is_err());
}

#[test]
fn a_bomb_of_entities_is_refused() {
    let bomb = "<?xml version='1.0'?><!DOCTYPE martif [<!ENTITY a 'x'>]><martif>&a;</martif>";
    assert!(read(bomb, BOTH).is_err());
    let deep = format!("<martif>{}", "<p>".repeat(10_000));
    assert!(read(&deep, BOTH).is_err());
    assert_eq!(kind(bomb), GlossaryKind::Tbx);
}
