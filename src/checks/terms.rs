//! Names and terms are translated as people agreed on.

use super::{Check, Run, Seen, Subject, excerpt};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::terms::{TermFault, TermUse};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("terms", Severity::Warning, Run::Unit(run));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    // A stale translation is that of another source.
    if unit.is_missing() || unit.is_stale() {
        return Vec::new();
    }
    let faults = (subject.terms)(&unit.source, &unit.target);
    faults.iter().map(|fault| Seen::from(told(&unit.source, fault)).hint(hint)).collect()
}

/// What a person is told of a term that is used otherwise than agreed.
fn told(source: &str, fault: &TermFault) -> Message {
    let (found, wanted) = (fault.found.as_str(), wanted(fault));
    let source = excerpt(source);
    match fault.kind {
        TermUse::Missing => {
            message!("check-terms-missing", source = source, term = found, wanted = wanted)
        }
        TermUse::Forbidden => {
            message!("check-terms-forbidden", source = source, found = found, wanted = wanted)
        }
        TermUse::ForbiddenInSource => {
            message!("check-terms-source", source = source, found = found, wanted = wanted)
        }
        TermUse::Changed => {
            message!("check-terms-changed", source = source, wanted = wanted)
        }
    }
}

/// The agreed texts, the preferred one first.
fn wanted(fault: &TermFault) -> String {
    const MOST: usize = 3;
    fault.wanted.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(" / ")
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-terms.hint", article = subject.argument())
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::Sample;

    const TERMS: &str = r#"
[[term]]
ru = "Дом культуры"
en = "House of Culture"
short = { ru = "ДК", en = "HC" }
forbidden = { en = ["Palace of Culture", "club"], ru = "дворец культуры" }
[[term]]
ru = "«Весть»"
do_not_translate = true
"#;

    fn found(line: &str) -> String {
        Sample::new(&format!("current: {line}")).with_terms(TERMS).check(&CHECK)
    }

    #[test]
    fn a_term_translated_otherwise_is_told_with_what_is_agreed() {
        snapbox::assert_data_eq!(
            [
                found("Открыли Домом культуры. | They opened the culture house."),
                found("В ДК поют. | They sing in the Palace of Culture."),
                found("В ДК поют. | They sing in the club."),
                found("Построят дворец культуры. | A palace will be built."),
                found("Пишет «Весть». | The Message writes."),
            ]
            .concat(),
            snapbox::str![[r#"
warning: The translation of “Открыли Домом культуры” lacks the agreed term for “Домом культуры”: “House of Culture / HC”.
warning: The translation of “В ДК поют” says “Palace of Culture”, which is not to be used; the agreed term is “House of Culture / HC”.
warning: The translation of “В ДК поют” says “club”, which is not to be used; the agreed term is “House of Culture / HC”.
warning: “Построят дворец культуры” says “дворец культуры”, which is not to be used; the agreed term is “Дом культуры / ДК”.
warning: The translation of “Пишет „Весть“” must have “«Весть»” as it stands in the source.

"#]]
        );
    }

    #[test]
    fn a_term_as_agreed_is_fine_in_every_form() {
        for line in [
            "Директоры Домов культуры спели. | The directors of the Houses of Culture sang.",
            "В ДК поют. | They sing in the House of Culture.",
            "В клубе поют. | They sing in the club.",
            "Пишет «Весть». | «Весть» writes so.",
            "Дом стоит, культуры нет. | A house without culture.",
        ] {
            assert_eq!(found(line), "", "{line}");
        }
    }
}
