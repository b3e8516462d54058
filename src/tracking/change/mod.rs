//! How an old source became the new one, and how dangerous that is for its translation.
//!
//! Without a dictionary nobody can tell a misspelt word from another word («отменил» and
//! «отметил» differ by a letter), so a corrected typo is a changed content word.

mod beside;
mod diff;
mod marks;
mod opposites;
mod quoted;
mod reading;
mod rules;
mod values;
mod words;

pub use diff::{Line, diff, lines};

use super::tongue::Tongue;
use crate::model::{Change, Danger, Kind, Span};
use crate::text::markup::mask;
use reading::{Reading, Scanned};

/// Judges the change from `old` to `new` in a block of this kind, and takes down what differs.
pub fn change(old: &str, new: &str, kind: Kind, tongue: &Tongue) -> Change {
    Change { diff: diff(old, new), ..judge(old, new, kind, tongue) }
}

/// The same without the word diff.
pub fn judge(old: &str, new: &str, kind: Kind, tongue: &Tongue) -> Change {
    let causes = causes(old, new, tongue);
    let decisive = causes.iter().min_by_key(|cause| cause.precedence());
    let danger = decisive.map_or(Danger::Cosmetic, |cause| cause.reason.danger());
    let written = |cause: &Cause| match cause.side {
        Side::New => new[cause.span.range()].to_owned(),
        Side::Old => old[cause.span.range()].to_owned(),
    };
    let in_title = kind == Kind::Title && danger > Danger::Cosmetic;
    let danger = if in_title { Danger::Critical } else { danger };
    Change { danger, trigger: decisive.map(written), diff: Vec::new() }
}

/// What changed, the gravest among it.
fn causes(old: &str, new: &str, tongue: &Tongue) -> Vec<Cause> {
    let masked = [mask(old), mask(new)];
    let scanned = masked.each_ref().map(|(plain, _)| Scanned::new(plain, tongue));
    let [before, now] = &scanned;
    let causes = values::changed(&before.values, &now.values);
    // Nothing is graver than a value that came or went, so the words need no look.
    if !causes.is_empty() {
        return causes;
    }
    let [old, new] = &[
        Reading::new((old, &masked[0].1), before, tongue),
        Reading::new((new, &masked[1].1), now, tongue),
    ];
    let readings = Readings { old, new };
    let mut causes = values::swapped(&readings);
    causes.extend(words::causes(&readings, tongue));
    causes.extend(marks::causes(&readings));
    causes
}

/// Whether words or numbers changed, not links, emphasis and punctuation alone.
pub fn changes_words(old: &str, new: &str, tongue: &Tongue) -> bool {
    has_cause(old, new, tongue, |reason| !matches!(reason, Reason::Link | Reason::Punctuation))
}

/// Whether links lead elsewhere, and no number changed.
pub fn changes_links(old: &str, new: &str, tongue: &Tongue) -> bool {
    has_cause(old, new, tongue, |reason| reason == Reason::Link)
}

/// Whether numbers, dates, negation or modality changed.
pub fn changes_facts(old: &str, new: &str, tongue: &Tongue) -> bool {
    has_cause(old, new, tongue, |reason| {
        matches!(
            reason,
            Reason::Value | Reason::Negation | Reason::Magnitude | Reason::Time | Reason::Modality
        )
    })
}

fn has_cause(old: &str, new: &str, tongue: &Tongue, counts: fn(Reason) -> bool) -> bool {
    causes(old, new, tongue).iter().any(|cause| counts(cause.reason))
}

/// Both texts taken apart.
struct Readings<'a> {
    old: &'a Reading<'a>,
    new: &'a Reading<'a>,
}

/// Something that changed, and where it stands.
#[derive(Debug)]
struct Cause {
    reason: Reason,
    side: Side,
    span: Span,
}

impl Cause {
    fn new(reason: Reason, span: Span) -> Self {
        Self { reason, side: Side::New, span }
    }

    fn removed(reason: Reason, span: Span) -> Self {
        Self { reason, side: Side::Old, span }
    }

    /// The most dangerous first, then what is new, then what stands first.
    fn precedence(&self) -> (Reason, Side, Span) {
        (self.reason, self.side, self.span)
    }
}

/// Which text a cause stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    New,
    Old,
}

/// Why a change is dangerous, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    Value,
    Negation,
    Magnitude,
    Time,
    Name,
    Modality,
    Role,
    Quotation,
    Content,
    Link,
    Function,
    Inflection,
    Order,
    Punctuation,
}

impl Reason {
    fn danger(self) -> Danger {
        match self {
            Self::Value
            | Self::Negation
            | Self::Magnitude
            | Self::Time
            | Self::Name
            | Self::Modality
            | Self::Role
            | Self::Quotation => Danger::Critical,
            Self::Content => Danger::Major,
            Self::Link | Self::Function | Self::Inflection | Self::Order | Self::Punctuation => {
                Danger::Minor
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tongue, change};
    use crate::model::Kind;
    use proptest::prelude::*;

    fn judged(old: &str, new: &str) -> String {
        in_language("ru", old, new)
    }

    fn in_language(language: &str, old: &str, new: &str) -> String {
        let change = change(old, new, Kind::Paragraph, &Tongue::new(language));
        let trigger = change.trigger.map(|trigger| format!(" {trigger}")).unwrap_or_default();
        format!("{}{trigger}", change.danger.name())
    }

    #[test]
    fn numbers_change_by_value() {
        assert_eq!(judged("Погибли 5 человек.", "Погибли 6 человек."), "critical 6");
        assert_eq!(judged("Выделено 2 млн рублей.", "Выделено 2 000 000 рублей."), "cosmetic");
        assert_eq!(judged("Выделено 2 млн рублей.", "Выделено 2 млрд рублей."), "critical 2 млрд");
        assert_eq!(judged("Пришли пять человек.", "Пришли 5 человек."), "cosmetic");
        assert_eq!(judged("Рост 5 %.", "Рост 5."), "critical 5");
        assert_eq!(
            judged("Встреча 19 декабря 2024 года.", "Встреча 20 декабря 2024 года."),
            "critical 20 декабря 2024"
        );
        assert_eq!(judged("Встреча 19.12.2024.", "Встреча 19 декабря 2024."), "cosmetic");
        assert_eq!(
            judged("Пришли 5 мужчин и 6 женщин.", "Пришли 6 мужчин и 5 женщин."),
            "critical 6"
        );
        assert_eq!(
            judged("В 2024 году выделено 5 млн рублей.", "5 млн рублей выделено в 2024 году."),
            "minor рублей"
        );
    }

    #[test]
    fn negation_is_critical() {
        assert_eq!(judged("Закон принят.", "Закон не принят."), "critical не");
        assert_eq!(judged("Закон не принят.", "Закон принят."), "critical не");
        assert_eq!(judged("Это законный сбор.", "Это незаконный сбор."), "critical незаконный");
        assert_eq!(
            judged("Он не смог прийти и увидеть.", "Он смог прийти и не увидеть."),
            "critical не"
        );
        assert_eq!(in_language("en", "It is legal.", "It isn't legal."), "critical isn't");
    }

    #[test]
    fn names_are_critical_but_not_their_inflection() {
        assert_eq!(judged("Доклад сделал Бородин.", "Доклад сделал Иванов."), "critical Иванов");
        assert_eq!(judged("Встреча с Бородиным.", "Встреча у Бородина."), "minor у");
        assert_eq!(judged("Участвует РСС.", "Участвует МСЭ."), "critical МСЭ");
        assert_eq!(judged("Москва выступила.", "Минск выступила."), "critical Минск");
        assert_eq!(judged("Андрей сказал об этом.", "Об этом сказал Андрея."), "minor Андрея");
        assert_eq!(
            judged("Вчера Иванов сменил Петрова.", "Вчера Петров сменил Иванова."),
            "critical Петров"
        );
    }

    #[test]
    fn modality_roles_and_time_are_critical() {
        assert_eq!(judged("Страны могут вступить.", "Страны должны вступить."), "critical должны");
        assert_eq!(judged("Страна должна вступить.", "Страны должны вступить."), "minor Страны");
        assert_eq!(judged("Об этом сообщил министр.", "Об этом сообщил посол."), "critical посол");
        assert_eq!(judged("Встреча во вторник.", "Встреча в среду."), "critical среду");
    }

    #[test]
    fn what_stands_beside_a_number_counts_with_it() {
        assert_eq!(judged("Цена 5 рублей.", "Цена 5 долларов."), "critical долларов");
        assert_eq!(judged("Цена 5 руб.", "Цена 5 рублей."), "minor рублей");
        assert_eq!(judged("Осталось 5 дней.", "Осталось 5 недель."), "critical недель");
        assert_eq!(judged("Каждый день шли.", "Каждый час шли."), "major час");
        assert_eq!(judged("Рост 5 процентов.", "Рост 5 процентных пунктов."), "critical пунктов");
        assert_eq!(judged("Приём с 1 мая.", "Приём до 1 мая."), "critical до");
        assert_eq!(judged("Приём после обеда.", "Приём до обеда."), "minor до");
        assert_eq!(judged("В мае 2025 г. шли.", "В мае 2025 года шли."), "minor года");
        assert_eq!(judged("Собирались дважды.", "Собирались трижды."), "critical трижды");
    }

    #[test]
    fn a_contrary_is_as_grave_as_a_negation() {
        assert_eq!(judged("Совет одобрил план.", "Совет отклонил план."), "critical отклонил");
        assert_eq!(judged("Объём вырос втрое.", "Объём снизился втрое."), "critical снизился");
        assert_eq!(judged("Совет одобрил план.", "Совет утвердил план."), "major утвердил");
        assert_eq!(in_language("en", "Exports rose.", "Exports fell."), "critical fell");
    }

    #[test]
    fn an_initial_is_part_of_the_name() {
        assert_eq!(judged("Доклад А. С. Бородина.", "Доклад В. С. Бородина."), "critical В");
    }

    #[test]
    fn quoted_words_are_critical() {
        assert_eq!(
            judged("Он сказал: «Мы поддержим проект».", "Он сказал: «Мы изучим проект»."),
            "critical изучим"
        );
        assert_eq!(
            judged("Он сказал, что поддержит проект.", "Он сказал, что изучит проект."),
            "major изучит"
        );
    }

    #[test]
    fn other_words_are_major_and_small_words_minor() {
        assert_eq!(
            judged("Комиссия обсудила проект.", "Комиссия одобрила проект."),
            "major одобрила"
        );
        assert_eq!(judged("Проект и план готовят.", "Проект или план готовят."), "minor или");
        assert_eq!(judged("Обсудили новый проект.", "Обсудили новые проекты."), "minor новые");
        assert_eq!(judged("Вчера обсудили проект.", "Обсудили вчера проект."), "minor Обсудили");
    }

    #[test]
    fn punctuation_inside_is_minor_and_typography_cosmetic() {
        assert_eq!(judged("Казнить нельзя, помиловать.", "Казнить, нельзя помиловать."), "minor ,");
        assert_eq!(judged("Он ушёл.", "Он ушёл?"), "minor ?");
        assert_eq!(judged("Проект «Связь» — новый", "проект \"Связь\" - **новый**."), "cosmetic");
        assert_eq!(judged("Всё ещё идёт", "Все еще идет;"), "cosmetic");
        assert_eq!(judged("[Да](/a) так", "[Да](/b) так"), "minor ](/b)");
    }

    #[test]
    fn any_change_of_the_title_is_critical() {
        let change = change("Новый проект", "Новые проекты", Kind::Title, &Tongue::new("ru"));
        assert_eq!((change.danger.name(), change.trigger.as_deref()), ("critical", Some("Новые")));
    }

    proptest! {
        #[test]
        fn any_two_texts_are_judged(old in ".{0,60}", new in ".{0,60}") {
            for language in ["ru", "en", "kk"] {
                change(&old, &new, Kind::Item, &Tongue::new(language));
            }
        }

        #[test]
        fn a_text_equals_itself(text in ".{0,60}") {
            prop_assert_eq!(change(&text, &text, Kind::Title, &Tongue::new("ru")).danger.name(), "cosmetic");
        }
    }
}
