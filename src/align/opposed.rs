//! Facts that two texts state otherwise: one says a duty, the other a right; one today, the other tomorrow.
//!
//! Only kinds on which translators hardly ever differ are asked. In 1,997 pairs of professional
//! translations of news some twenty are opposed so, against hundreds for other kinds.

use crate::text::facts::{Fact, FactKind, facts};

/// Kinds of which both texts name something, and nothing in common, only where one is no translation.
const TELLING: &[FactKind] = &[
    FactKind::Day,
    FactKind::Relative,
    FactKind::Season,
    FactKind::Currency,
    FactKind::Often,
    FactKind::Office,
    FactKind::Nation,
];

/// Kinds of which a text that names one more names one less only by mistake: «Россия и Китай», "Russia and Japan".
const PLAIN: &[FactKind] = &[FactKind::Currency, FactKind::Nation];

/// Facts of other kinds that exclude each other where a text states just the one.
const EXCLUSIVE: &[(FactKind, [&str; 2])] = &[
    (FactKind::Modality, ["must", "can"]),
    (FactKind::Quantity, ["all", "some"]),
    (FactKind::Quantity, ["all", "few"]),
];

/// Words of a sentence in which a denial can hardly be put in other words.
///
/// Of 1,997 pairs of professional translations of news, a denial of one side alone stands in 108, of
/// which 11 are as short as this.
const SHORT: usize = 10;

/// Whether the texts state something that can't be said of one thing.
pub fn opposed(source: &str, target: &str, languages: (&str, &str)) -> bool {
    let (left, right) = (facts(source, languages.0), facts(target, languages.1));
    let is_short = [source, target].iter().all(|text| text.split_whitespace().count() <= SHORT);
    if is_short && (denies_alone(&left, &right) || denies_alone(&right, &left)) {
        return true;
    }
    TELLING.iter().any(|kind| have_nothing_in_common(&keys(&left, *kind), &keys(&right, *kind)))
        || PLAIN.iter().any(|kind| each_has_its_own(&keys(&left, *kind), &keys(&right, *kind)))
        || EXCLUSIVE.iter().any(|(kind, ends)| {
            let (left, right) = (keys(&left, *kind), keys(&right, *kind));
            states_only(&left, ends[0]) && states_only(&right, ends[1])
                || states_only(&left, ends[1]) && states_only(&right, ends[0])
        })
}

/// Whether one text denies something and the other neither denies nor says no in another word.
fn denies_alone(one: &[Fact], other: &[Fact]) -> bool {
    let says_no = |fact: &Fact| matches!(fact.kind, FactKind::Denial | FactKind::Refusal);
    one.iter().any(|fact| fact.kind == FactKind::Denial) && !other.iter().any(says_no)
}

fn keys(facts: &[Fact], kind: FactKind) -> Vec<&str> {
    facts.iter().filter(|fact| fact.kind == kind).map(|fact| fact.key.as_str()).collect()
}

fn have_nothing_in_common(left: &[&str], right: &[&str]) -> bool {
    !left.is_empty() && !right.is_empty() && left.iter().all(|key| !right.contains(key))
}

fn each_has_its_own(left: &[&str], right: &[&str]) -> bool {
    let has_its_own = |one: &[&str], other: &[&str]| one.iter().any(|key| !other.contains(key));
    has_its_own(left, right) && has_its_own(right, left)
}

fn states_only(keys: &[&str], key: &str) -> bool {
    !keys.is_empty() && keys.iter().all(|other| *other == key)
}

#[cfg(test)]
mod tests {
    use super::opposed;

    #[test]
    fn a_right_is_no_duty_and_today_is_not_tomorrow() {
        for (source, target) in [
            ("Министр может выступить в Пскове.", "The minister must speak in Pskov."),
            ("Он должен уехать.", "He may leave."),
            ("Суд решит это сегодня.", "The court will decide it tomorrow."),
            ("Все школы закрыты.", "Some schools are closed."),
            ("Россия и Китай подписали договор.", "Russia and Japan signed a treaty."),
        ] {
            assert!(opposed(source, target, ("ru", "en")), "{source} | {target}");
        }
    }

    #[test]
    fn a_short_sentence_that_denies_answers_none_that_does_not() {
        for (source, target) in [
            ("Депутаты не поддержали закон.", "Lawmakers supported the law."),
            ("Вход открыт.", "Nobody may enter."),
        ] {
            assert!(opposed(source, target, ("ru", "en")), "{source} | {target}");
        }
        for (source, target) in [
            ("Депутаты не поддержали закон.", "Lawmakers rejected the law."),
            ("Он не пришёл.", "He didn't come."),
            ("Без билета нельзя.", "No entry without a ticket."),
        ] {
            assert!(!opposed(source, target, ("ru", "en")), "{source} | {target}");
        }
    }

    #[test]
    fn what_is_said_in_other_words_is_not_opposed() {
        for (source, target) in [
            ("Министр может выступить в Пскове.", "The minister could speak in Pskov."),
            ("Он должен уехать.", "He is to leave."),
            ("Суд решит это сегодня.", "The court will decide it today."),
            ("Все школы закрыты.", "Every school is closed."),
            ("Все должны платить.", "Some must pay, and all will."),
        ] {
            assert!(!opposed(source, target, ("ru", "en")), "{source} | {target}");
        }
    }
}
