//! Texts mended where one edit settles a finding and can't change the sense.

use super::{CHECKS, Check, Run, Texts};
use crate::model::Fix;

/// The checks whose findings may carry a fix.
const MENDABLE: [&str; 5] =
    ["doubled-words", "invisible-characters", "number-format", "quotes", "spaces"];

/// Edits that one text may take at most; a longer list is left to the next call.
const EDITS: usize = 200;

/// Whether the check mends what it can mend safely.
pub fn is_mendable(check: &Check) -> bool {
    MENDABLE.contains(&check.id)
}

/// A translation as it is after all safe edits, and the checks that asked for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    pub target: String,
    pub checks: Vec<&'static str>,
}

/// The translation with every safe edit made that `is_wanted` checks ask for; none where nothing is to mend.
pub fn mended(texts: &Texts<'_>, is_wanted: &dyn Fn(&Check) -> bool) -> Option<Mended> {
    let mut target = texts.target.to_owned();
    let mut asked = Vec::new();
    for check in CHECKS {
        let Run::Places(see) = check.run else { continue };
        if !is_mendable(check) || !is_wanted(check) {
            continue;
        }
        for _ in 0..EDITS {
            let now = Texts { target: &target, ..*texts };
            let Some(after) = see(&now).into_iter().find_map(|seen| edited(&target, &seen.fix?))
            else {
                break;
            };
            target = after;
            if asked.last() != Some(&check.id) {
                asked.push(check.id);
            }
        }
    }
    (target != texts.target).then_some(Mended { target, checks: asked })
}

/// The text after the edit; none where that changes nothing.
fn edited(text: &str, fix: &Fix) -> Option<String> {
    let (before, after) = (text.get(..fix.span.start)?, text.get(fix.span.end..)?);
    let edited = format!("{before}{}{after}", fix.text);
    (edited != text && !edited.trim().is_empty()).then_some(edited)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CHECKS, MENDABLE, mended};
    use crate::checks::{HouseStyle, Languages, Run, Texts};
    use crate::text::readings::Readings;

    fn mend(source: &str, target: &str) -> String {
        let (style, readings) = (HouseStyle::default(), Readings::default());
        let languages = Languages::new("ru", "en");
        let texts = Texts {
            source,
            recorded: source,
            target,
            languages,
            style: &style,
            readings: &readings,
        };
        let mended = mended(&texts, &|_| true);
        mended.map_or_else(String::new, |one| format!("{} {}", one.target, one.checks.join(",")))
    }

    #[test]
    fn every_safe_edit_is_made() {
        assert_eq!(
            mend(
                "«Мы ждали 3,5 часа», — сказал он.",
                "«We  waited 3,5 hours», said the the guard ."
            ),
            "“We waited 3.5 hours”, said the guard. quotes,number-format,doubled-words,spaces"
        );
        assert_eq!(
            mend("Мост открыт.", "The bridge\u{200b} is open."),
            "The bridge is open. invisible-characters"
        );
    }

    #[test]
    fn what_may_be_meant_is_left_to_a_person() {
        assert_eq!(mend("Мост открыт.", "The bridge is open."), "");
        assert_eq!(mend("Да, да, да.", "Yes,  yes."), "Yes, yes. spaces");
        assert_eq!(mend("Она пела.", "She sang sang."), "");
        assert_eq!(
            mend("Было 12 500 рублей.", "It cost 12 500 roubles."),
            "It cost 12,500 roubles. number-format"
        );
        assert_eq!(mend("Было много.", "It cost 3,5 roubles."), "");
    }

    #[test]
    fn what_can_be_mended_has_its_places() {
        for check in CHECKS.iter().filter(|check| MENDABLE.contains(&check.id)) {
            assert!(matches!(check.run, Run::Places(_)), "{}", check.id);
        }
    }

    proptest! {
        /// No letter and no digit is lost but a word that stood twice, and nothing is left to mend.
        #[test]
        fn mending_keeps_words_and_comes_to_an_end(
            target in r#"[a-c 0-9,.«»“”"'()\u{200b}\u{a0}]{0,40}"#,
        ) {
            let (style, readings) = (HouseStyle::default(), Readings::default());
            let languages = Languages::new("ru", "en");
            let texts = Texts { source: "Было 3,5 и 12 500.", recorded: "Было 3,5 и 12 500.", target: &target, languages, style: &style, readings: &readings };
            if let Some(one) = mended(&texts, &|_| true) {
                let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                prop_assert_eq!(letters(&target), letters(&one.target));
                let again = Texts { target: &one.target, ..texts };
                prop_assert_eq!(mended(&again, &|_| true), None);
            }
        }
    }
}
