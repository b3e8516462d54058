//! A translation must fit the source as it is now.
//!
//! A change of typography alone is told, too, but never above `info`.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Change, Concern, Danger, Freshness, Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::gate("stale", Severity::Error, Run::Unit(run));

fn run(unit: &Unit<'_>, _: &Subject<'_>) -> Vec<Seen> {
    if unit.freshness != Freshness::Stale {
        return Vec::new();
    }
    let source = excerpt(&unit.source);
    let Some(change) = &unit.change else {
        return vec![Seen::from(message!("check-stale-segment", source = source)).hint(hint)];
    };
    if change.danger == Danger::Cosmetic {
        let seen = Seen::from(message!("check-stale-typography", source = source));
        return vec![
            seen.hint(|_| message!("check-stale-typography.hint")).at_most(Severity::Info),
        ];
    }
    vec![Seen::from(changed(source, change)).hint(hint)]
}

fn changed(source: String, change: &Change) -> Message {
    let danger = change.danger.name();
    match &change.trigger {
        Some(trigger) => {
            let concern = concern(change);
            message!(
                "check-stale-word",
                source = source,
                danger = danger,
                word = trigger,
                concern = concern
            )
        }
        None => message!("check-stale-change", source = source, danger = danger),
    }
}

/// What the word that decided the danger is, in words.
pub fn concern(change: &Change) -> Message {
    let concern = change.concern.unwrap_or(Concern::Word);
    message!("check-stale-concern", concern = concern.name())
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-stale.hint", article = subject.argument())
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn the_word_that_decided_the_danger_is_named() {
        let found = findings(&CHECK, "stale critical 6: Было 5. -> Было 6. | There were 5.");
        assert_data_eq!(
            found,
            str![[r#"
error: The translation of “Было 6” is stale: “6” (word) makes the change critical.

"#]]
        );
    }

    #[test]
    fn a_change_without_a_decisive_word_is_told() {
        let found = findings(&CHECK, "stale minor: Он шёл. -> Шёл он. | He went.");
        assert_data_eq!(
            found,
            str![[r#"
error: The translation of “Шёл он” is stale: the change is minor.

"#]]
        );
    }

    #[test]
    fn a_change_of_typography_is_only_told() {
        let found = findings(&CHECK, "stale cosmetic: Счет. -> Счёт. | The bill.");
        assert_data_eq!(
            found,
            str![[r#"
info: The source “Счёт” changed in its typography only.

"#]]
        );
    }

    #[test]
    fn an_unchanged_segment_is_fine() {
        assert_eq!(findings(&CHECK, "current: Да. | Yes."), "");
        assert_eq!(findings(&CHECK, "missing: Да."), "");
    }
}
