//! Patronymics of Russian names in English, as the house keeps or drops them.

use super::given_names::{is_given, is_patronymic};
use super::name_words::words;
use super::style::Patronymics;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

/// A patronymic of the source that the translation drops or keeps, unlike the house.
pub fn other(source: &str, target: &str, wanted: Patronymics) -> Option<String> {
    let stems = Stems::new("ru");
    let (ours, theirs) = (words(source), words(target));
    for two in ours.windows(2) {
        let [given, patronymic] = two else { continue };
        if !given.is_joined || !is_given(given.text, &stems) || !is_patronymic(patronymic.text) {
            continue;
        }
        let is_kept = theirs.iter().any(|word| spells(patronymic.text, word.text));
        let is_named = theirs.iter().any(|word| spells(given.text, word.text));
        let is_other = match wanted {
            Patronymics::Keep => is_named && !is_kept,
            Patronymics::Drop => is_kept,
        };
        if is_other {
            return Some(patronymic.text.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Patronymics, other};

    #[test]
    fn patronymics_are_kept_or_dropped_as_the_house_says() {
        let source = "Выставку открыла Анна Сергеевна Петрова.";
        let (long, short) = ("Anna Sergeyevna Petrova opened it.", "Anna Petrova opened it.");
        assert_eq!(other(source, short, Patronymics::Keep).as_deref(), Some("Сергеевна"));
        assert_eq!(other(source, long, Patronymics::Keep), None);
        assert_eq!(other(source, long, Patronymics::Drop).as_deref(), Some("Сергеевна"));
        assert_eq!(other(source, short, Patronymics::Drop), None);
        let cases = "Ждали Олега Петровича Зимина.";
        assert!(other(cases, "They waited for Oleg Zimin.", Patronymics::Keep).is_some());
    }

    #[test]
    fn a_surname_is_no_patronymic() {
        for source in ["Пришёл Роман Абрамович.", "Пришла Анна Петрова.", "Сергеевна ушла."]
        {
            let target = "Roman came, and Anna Petrova.";
            assert_eq!(other(source, target, Patronymics::Drop), None, "{source}");
        }
    }
}
