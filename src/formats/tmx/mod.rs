//! Translation units in TMX 1.4b, read and written one after another, however many there are.

mod read;
mod variants;
mod write;

pub use crate::text::figures::Languages;
pub use read::{TmxCause, TmxFault, read};
pub use write::Units;

/// A source with a translation, as a file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TranslationUnit {
    pub source: String,
    pub target: String,
    /// Properties of the unit, such as `tolmach:state`.
    pub properties: Vec<(String, String)>,
    /// What is to be known of it.
    pub notes: Vec<String>,
    /// Whether its place in the file has other translations of it.
    pub is_rival: bool,
}

impl TranslationUnit {
    /// The property with this name.
    pub fn property(&self, name: &str) -> Option<&str> {
        let found = self.properties.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Languages, TranslationUnit, Units, read};
    use proptest::prelude::*;

    const BOTH: Languages<'_> = Languages { source: "ru", target: "en" };

    fn units(text: &str) -> Result<Vec<TranslationUnit>, String> {
        let mut units = Vec::new();
        let pass = &mut |unit| {
            units.push(unit);
            Ok(())
        };
        match read(text.as_bytes(), BOTH, pass) {
            Ok(()) => Ok(units),
            Err(fault) => Err(format!("{} {:?}", fault.offset, fault.cause)),
        }
    }

    fn written(units: &[TranslationUnit]) -> String {
        let mut writer = Units::new(Vec::new(), BOTH).unwrap();
        for unit in units {
            writer.write(unit).unwrap();
        }
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    fn unit(source: &str, target: &str) -> TranslationUnit {
        let properties = vec![("tolmach:state".to_owned(), "final".to_owned())];
        let notes = vec!["Ask <b>.".to_owned()];
        TranslationUnit {
            source: source.to_owned(),
            target: target.to_owned(),
            properties,
            notes,
            is_rival: false,
        }
    }

    #[test]
    fn regions_case_and_inline_codes_are_read() {
        let text = r#"<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header srclang="RU-RU"/><body>
            <tu><tuv xml:lang="RU-RU"><seg>Да &amp; <hi>нет</hi>&#33;</seg></tuv>
            <tuv lang="en-gb"><seg>Yes <bpt i="1">&lt;b></bpt>and<ept i="1">&lt;/b></ept> no!</seg></tuv>
            <tuv xml:lang="fr"><seg>Oui</seg></tuv></tu>
            <tu><tuv xml:lang="ru"><seg>Один</seg></tuv></tu></body></tmx>"#;
        let found = units(text).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((&*found[0].source, &*found[0].target), ("Да & нет!", "Yes and no!"));
    }

    fn pairs(units: &[TranslationUnit]) -> Vec<(&str, &str)> {
        units.iter().map(|unit| (&*unit.source, &*unit.target)).collect()
    }

    #[test]
    fn each_text_of_a_language_is_a_translation_of_its_own() {
        let text = |tags: &[(&str, &str)]| {
            let variants = tags
                .iter()
                .map(|(tag, text)| format!("<tuv xml:lang='{tag}'><seg>{text}</seg></tuv>"));
            format!("<tmx><body><tu>{}</tu></body></tmx>", variants.collect::<String>())
        };
        let both =
            text(&[("ru", "Цвет"), ("en-US", "Color"), ("en-GB", "Colour"), ("EN", "Color")]);
        let found = units(&both).unwrap();
        assert_eq!(pairs(&found), [("Цвет", "Color"), ("Цвет", "Colour")]);
        let mut british = Vec::new();
        let languages = Languages { source: "ru", target: "en-GB" };
        let pass = &mut |unit: TranslationUnit| {
            british.push(unit.target);
            Ok(())
        };
        read(both.as_bytes(), languages, pass).unwrap();
        assert_eq!(british, ["Colour"]);
        let empty = text(&[("ru", "Цвет"), ("en", " ")]);
        assert_eq!(units(&empty).unwrap(), []);
    }

    #[test]
    fn a_text_within_a_code_is_no_part_of_the_sentence() {
        let with = |segment: &str| {
            let source = format!("<tuv xml:lang='ru'><seg>{segment}</seg></tuv>");
            let text = format!(
                "<tmx><body><tu>{source}<tuv xml:lang='en'><seg>Yes</seg></tuv></tu></body></tmx>"
            );
            units(&text).unwrap().remove(0).source
        };
        assert_eq!(with("Вход <ph>a<sub>сноска</sub>b</ph>свободный"), "Вход свободный");
        assert_eq!(with("Да<ph><sub>и <bpt>x<sub>y</sub></bpt>нет</sub></ph>!"), "Да!");
        assert_eq!(with("Да <ph>**</ph>нет<ph>**</ph>"), "Да **нет**");
    }

    #[test]
    fn what_is_no_file_of_units_is_refused_with_its_place() {
        for text in ["", "<a/>", "<tmx><body>", "<tmx><body><tu></body></tmx>", "text"] {
            assert!(units(text).is_err(), "{text}");
        }
        let bomb = "<!DOCTYPE tmx [<!ENTITY a \"aaaa\">]><tmx><body/></tmx>";
        assert!(units(bomb).is_err());
        let unknown = "<tmx><body><tu><tuv xml:lang='ru'><seg>&a;</seg></tuv></tu></body></tmx>";
        assert!(units(unknown).is_err());
        let two = "<tuv xml:lang='ru'><seg>Да</seg><seg>Нет</seg></tuv>";
        for text in [
            "<tmx><body/></tmx>text",
            "<tmx><body/></tmx><tmx/>",
            "<tmx><body><tu tuid='1' tuid='2'/></body></tmx>",
            &format!("<tmx><body><tu>{two}</tu></body></tmx>"),
        ] {
            assert!(units(text).is_err(), "{text}");
        }
        assert!(units("<tmx><body/></tmx>\n<!-- end -->\n").is_ok());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(texts in prop::collection::vec(("[а-я][а-я &<>\"'*`]{0,20}", "[a-z][a-z \\]>]{0,20}"), 0..5)) {
            let all: Vec<_> = texts.iter().map(|(source, target)| unit(source, target)).collect();
            prop_assert_eq!(units(&written(&all)), Ok(all));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "(<(/?(tmx|body|tu|seg)|tuv xml:lang='(ru|en)')>|&(amp|#1|x);|[а-я<&]|<!\\[CDATA\\[|\\]\\]>){0,20}") {
            let _ = units(&text);
        }
    }
}
