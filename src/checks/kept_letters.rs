//! A name that has lost its capital, and one in Latin letters that the translation spells otherwise than the source.

use super::name_words::NameWord;
use super::people::Misspelt;
use super::slips::is_slip;
use crate::text::lexicon::KnownWords;
use crate::text::scripts::is_cyrillic;
use crate::text::stems::Stems;
use crate::text::transliteration::spells;

/// Letters of the shortest name that no small word of English is like.
const LONG: usize = 5;
/// Letters of the shortest name in which a slip is one.
const SHORTEST: usize = 4;

/// A name of the source that the translation has in small letters alone: «в Ташкенте», "in tashkent".
pub fn lowered<'a>(
    ours: &[NameWord<'a>],
    theirs: &[NameWord<'a>],
    stems: &Stems,
) -> Option<Misspelt<'a>> {
    let words = KnownWords::of("en")?;
    for name in ours.iter().filter(|word| word.is_name() && word.text.chars().all(is_cyrillic)) {
        if name.text.chars().count() < LONG {
            continue;
        }
        let mut spelled = theirs.iter().filter(|word| spells(name.text, word.text));
        let Some(small) = spelled.next().filter(|word| !word.is_capitalised()) else { continue };
        let is_lone = spelled.all(|word| !word.is_capitalised());
        let is_strange = small.text.len() >= LONG && !words.has(&stems.stem(small.text));
        if is_lone && is_strange {
            return Some(Misspelt { name: name.text, spelling: small.text, is_sure: true });
        }
    }
    None
}

/// A name in Latin letters that is another in the translation by a slip of the pen.
pub fn slipped<'a>(ours: &[NameWord<'a>], theirs: &[NameWord<'a>]) -> Option<Misspelt<'a>> {
    for name in ours.iter().filter(|word| is_latin(word)) {
        let plain = name.text.to_lowercase();
        let mut found = None;
        for word in theirs {
            if word.text.to_lowercase().contains(&plain) {
                found = None;
                break;
            }
            if found.is_none() && is_latin(word) && is_slip(word.text, name.text) {
                found = Some(word.text);
            }
        }
        let is_own =
            found.is_some_and(|text| ours.iter().any(|own| own.text.eq_ignore_ascii_case(text)));
        if let Some(spelling) = found.filter(|_| !is_own) {
            return Some(Misspelt { name: name.text, spelling, is_sure: true });
        }
    }
    None
}

/// Whether it is a name of Latin letters alone.
fn is_latin(word: &NameWord<'_>) -> bool {
    word.text.len() >= SHORTEST
        && word.text.contains(|c: char| c.is_ascii_uppercase())
        && word.text.chars().all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::checks::names::CHECK;
    use crate::checks::testing::findings;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    #[test]
    fn a_name_keeps_its_capital() {
        let expected = "warning: “tashkent” in the translation of “Раунд пройдёт в Ташкенте” is no usual spelling of “Ташкенте”.\n";
        assert_eq!(found("Раунд пройдёт в Ташкенте. | The round will be in tashkent."), expected);
        for pair in [
            "Раунд пройдёт в Ташкенте. | The round will be in Tashkent.",
            "Статья Конституции не о том. | That article of the constitution is not about it.",
            "Он смотрит Интернет. | He is on the internet.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
    }

    #[test]
    fn a_name_in_latin_letters_keeps_them() {
        for (right, wrong) in [("EBITDA", "EBIDTA"), ("Rolls", "Rols"), ("Samsung", "Samsumg")] {
            let source = format!("Показатель {right} вырос.");
            assert_eq!(found(&format!("{source} | {right} has grown.")), "");
            assert_ne!(found(&format!("{source} | {wrong} has grown.")), "");
        }
        let both = "Samsung и Samsumg спорят. | Samsumg and Samsung argue.";
        assert_eq!(found(both), "");
    }

    proptest! {
        #[test]
        fn a_name_that_is_copied_is_no_slip(name in "[A-Z][a-z]{3,9}", other in "[A-Z][a-z]{3,9}") {
            let pair = format!("Показатель {name} вырос, {other} тоже. | {name} and {other} grew.");
            prop_assert_eq!(found(&pair), "");
        }
    }
}
