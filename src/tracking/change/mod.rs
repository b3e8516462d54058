//! How an old source became the new one, and how dangerous that is for its translation.
//!
//! Without a dictionary nobody can tell a misspelt word from another word («отменил» and
//! «отметил» differ by a letter), so a corrected typo is a changed content word.

mod acronyms;
mod addresses;
mod amount;
mod amounts;
mod beside;
mod capitals;
mod code;
mod compounds;
mod content;
mod contraries;
mod diff;
mod endings;
mod entities;
mod exchanges;
mod folded;
mod forms;
mod inflections;
mod letters;
mod line;
mod lists;
mod marks;
mod matched;
mod openers;
mod opposites;
mod phrases;
mod places;
mod quotations;
mod quoted;
mod read;
mod reading;
mod relations;
mod rules;
mod senses;
mod signs;
mod small;
mod spelling;
mod times;
mod value;
mod values;
mod words;

pub use content::{ContentWord, MovedWords, content};
pub use diff::{DiffLine, diff, lines};

use super::tongue::Tongue;
use crate::model::{Change, Concern, Danger, Kind, Span};
use crate::text::markup::seen;
use crate::text::struck::struck_words;
use matched::Matched;
use read::Scanned;
use reading::Reading;
use spelling::pair_spellings;

/// Judges the change from `old` to `new` in a block of this kind, and takes down what differs.
pub fn change(old: &str, new: &str, kind: Kind, tongue: &Tongue) -> Change {
    Change { diff: diff(old, new), ..judge(old, new, kind, tongue) }
}

/// Judges the change from `old` to `new` without the word diff.
pub fn judge(old: &str, new: &str, kind: Kind, tongue: &Tongue) -> Change {
    let causes = causes(old, new, tongue);
    let decisive = causes.iter().min_by_key(|cause| cause.precedence());
    let danger = decisive.map_or(Danger::Cosmetic, |cause| cause.concern.danger());
    let written = |cause: &Cause| match cause.side {
        Side::New => whole(new, cause.span).to_owned(),
        Side::Old => whole(old, cause.span).to_owned(),
    };
    let is_slight = |cause: &Cause| {
        matches!(cause.concern, Concern::Capital | Concern::Spelling | Concern::Written)
    };
    let danger = match kind {
        Kind::Title | Kind::Heading
            if causes.iter().all(|cause| cause.concern == Concern::Capital) =>
        {
            Danger::Cosmetic
        }
        Kind::Title if !causes.iter().all(is_slight) => Danger::Critical,
        _ => danger,
    };
    let concern = decisive.map(|cause| cause.concern);
    Change { danger, trigger: decisive.map(written), concern, diff: Vec::new() }
}

/// The word or number that the span lies in: «двухэтажный» for «двух», «5а» for «а».
fn whole(text: &str, span: Span) -> &str {
    let inner = &text[span.range()];
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let is_letter = |text: &str| text.chars().all(|c| c.is_alphanumeric() && !c.is_ascii_digit());
    let end = match inner.chars().next_back() {
        Some(last) if last.is_alphabetic() => after.trim_start_matches(char::is_alphabetic).len(),
        _ => after.len(),
    };
    let start = if is_letter(inner) {
        before.trim_end_matches(|c: char| c.is_ascii_digit()).len()
    } else {
        span.start
    };
    &text[start..text.len() - end]
}

/// What changed, the gravest among it.
fn causes(old: &str, new: &str, tongue: &Tongue) -> Vec<Cause> {
    let masked = [old, new].map(|text| {
        let (plain, links) = seen(text);
        (entities::read(plain), links)
    });
    let before = &Scanned::new(old, &masked[0].0, tongue);
    let now = &Scanned::new(new, &masked[1].0, tongue);
    let mut causes = values::changed(&before.values, &now.values);
    // Nothing is graver than a value that came or went, so the words need no look.
    if causes.iter().any(|cause| cause.concern == Concern::Value) {
        return causes;
    }
    let [old, new] = &[
        Reading::new(old, &masked[0].1, before, tongue),
        Reading::new(new, &masked[1].1, now, tongue),
    ];
    let readings = Readings { old, new };
    let mut matched = Matched::new(old, new);
    if matched.is_open() {
        pair_spellings(&mut matched, &readings);
    }
    causes.extend(words::causes(&readings, &matched, tongue));
    causes.extend(places::causes(&readings, &matched));
    causes.extend(letters::causes(&readings, &matched));
    causes.extend(code::causes(&readings));
    causes.extend(marks::causes(&readings));
    causes.extend(strikes(&readings));
    causes
}

/// Strikes that came or went, whatever they go over.
fn strikes(readings: &Readings<'_>) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    if old.struck.is_empty() && new.struck.is_empty() {
        return Vec::new();
    }
    let [stood, stands] = [old, new].map(|reading| struck_words(reading.text));
    let come = new.struck.iter().zip(&stands).filter(|(_, words)| !stood.contains(words));
    let gone = old.struck.iter().zip(&stood).filter(|(_, words)| !stands.contains(words));
    let come = come.map(|(span, _)| Cause::new(Concern::Word, *span));
    come.chain(gone.map(|(span, _)| Cause::removed(Concern::Word, *span))).collect()
}

/// Whether words or numbers changed, not links, capitals, emphasis and punctuation alone.
pub fn changes_words(old: &str, new: &str, tongue: &Tongue) -> bool {
    has_cause(old, new, tongue, |reason| {
        !matches!(
            reason,
            Concern::Address | Concern::Capital | Concern::Punctuation | Concern::Written
        )
    })
}

/// Whether links lead elsewhere, and no number changed.
pub fn changes_links(old: &str, new: &str, tongue: &Tongue) -> bool {
    has_cause(old, new, tongue, |reason| reason == Concern::Address)
}

/// Whether numbers, dates, negation or modality changed.
pub fn changes_facts(old: &str, new: &str, tongue: &Tongue) -> bool {
    has_cause(old, new, tongue, |reason| {
        matches!(
            reason,
            Concern::Value | Concern::Negation | Concern::Unit | Concern::Time | Concern::Modality
        )
    })
}

/// What differs, each with the word that shows it; addresses aside.
pub fn concerns(old: &str, new: &str, tongue: &Tongue) -> Vec<Concerned> {
    let causes = causes(old, new, tongue).into_iter();
    causes
        .map(|Cause { concern, side, span }| Concerned { concern, is_new: side == Side::New, span })
        .collect()
}

/// Something that differs between two texts, with its place in one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concerned {
    pub concern: Concern,
    /// Whether the place is in the new text.
    pub is_new: bool,
    pub span: Span,
}

impl Concerned {
    /// The word, of the text that it stands in.
    pub fn word<'a>(&self, old: &'a str, new: &'a str) -> &'a str {
        let text = if self.is_new { new } else { old };
        text.get(self.span.range()).unwrap_or_default()
    }
}

fn has_cause(old: &str, new: &str, tongue: &Tongue, counts: fn(Concern) -> bool) -> bool {
    causes(old, new, tongue).iter().any(|cause| counts(cause.concern))
}

/// Both texts taken apart.
struct Readings<'a> {
    old: &'a Reading<'a>,
    new: &'a Reading<'a>,
}

/// A text with those of its words that the other has not.
#[derive(Clone, Copy)]
struct Changed<'a> {
    reading: &'a Reading<'a>,
    words: &'a [usize],
}

/// Something that changed, and where it stands.
#[derive(Debug)]
struct Cause {
    concern: Concern,
    side: Side,
    span: Span,
}

impl Cause {
    fn new(concern: Concern, span: Span) -> Self {
        Self { concern, side: Side::New, span }
    }

    fn removed(concern: Concern, span: Span) -> Self {
        Self { concern, side: Side::Old, span }
    }

    /// The most dangerous first, then what is new, then what stands first.
    fn precedence(&self) -> (Concern, Side, Span) {
        (self.concern, self.side, self.span)
    }
}

/// Which text a cause stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    New,
    Old,
}

#[cfg(test)]
mod edits;
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
        assert_eq!(judged("Встреча с Бородиным.", "Встреча у Бородина."), "major у");
        assert_eq!(judged("Он знаком с Бородиным.", "Он знает Бородина."), "major знает");
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
        assert_eq!(judged("Страна должна вступить.", "Страны должны вступить."), "major Страны");
        assert_eq!(judged("Об этом сообщил министр.", "Об этом сообщил посол."), "critical посол");
        assert_eq!(judged("Встреча во вторник.", "Встреча в среду."), "critical среду");
    }

    #[test]
    fn what_stands_beside_a_number_counts_with_it() {
        assert_eq!(judged("Цена 5 рублей.", "Цена 5 долларов."), "critical долларов");
        assert_eq!(judged("Цена 5 руб.", "Цена 5 рублей."), "cosmetic рублей");
        assert_eq!(judged("Осталось 5 дней.", "Осталось 5 недель."), "critical недель");
        assert_eq!(judged("Каждый день шли.", "Каждый час шли."), "critical час");
        assert_eq!(judged("Рост 5 процентов.", "Рост 5 процентных пунктов."), "critical пунктов");
        assert_eq!(judged("Приём с 1 мая.", "Приём до 1 мая."), "critical до");
        assert_eq!(judged("Приём после обеда.", "Приём до обеда."), "critical до");
        assert_eq!(judged("В мае 2025 г. шли.", "В мае 2025 года шли."), "cosmetic года");
        assert_eq!(judged("Собирались дважды.", "Собирались трижды."), "critical трижды");
    }

    #[test]
    fn a_contrary_is_as_grave_as_a_negation() {
        assert_eq!(judged("Совет одобрил план.", "Совет отклонил план."), "critical отклонил");
        assert_eq!(judged("Объём вырос втрое.", "Объём снизился втрое."), "critical снизился");
        assert_eq!(judged("Совет одобрил план.", "Совет утвердил план."), "major утвердил");
        assert_eq!(in_language("en", "Exports rose.", "Exports fell."), "critical fell");
        let ru = [
            ("Завод купил станки.", "Завод продал станки."),
            ("Водитель погиб на месте.", "Водитель выжил на месте."),
            ("Минимальный взнос вырос.", "Максимальный взнос вырос."),
            ("Мост построили весной.", "Мост снесли весной."),
            ("Иск подал муж.", "Иск подала жена."),
            ("Пошлину ввели в марте.", "Пошлину отменили в марте."),
        ];
        for (old, new) in ru {
            assert!(judged(old, new).starts_with("critical"), "{old} {new}: {}", judged(old, new));
        }
        let en = [
            ("The train was late.", "The train was early."),
            ("The court upheld the fine.", "The court overturned the fine."),
            ("Two passengers were killed.", "Two passengers were injured."),
            ("The budget has a surplus.", "The budget has a deficit."),
            ("The tenant paid for repairs.", "The landlord paid for repairs."),
        ];
        for (old, new) in en {
            let judged = in_language("en", old, new);
            assert!(judged.starts_with("critical"), "{old} {new}: {judged}");
        }
    }

    #[test]
    fn small_words_turn_the_sense_unless_they_can_say_the_same() {
        for (one, other) in [
            ("Обоз вышел из города.", "Обоз вышел в город."),
            ("Сад разбили для школы.", "Сад разбили у школы."),
            ("Она уехала ради брата.", "Она уехала из-за брата."),
            ("Велено, что сад закроют.", "Велено, чтобы сад закроют."),
            ("Кот спит на ящике.", "Кот спит под ящиком."),
            ("Весь двор убрали.", "Двор убрали."),
            ("Ещё трое уехали.", "Трое уехали."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
        for (one, other) in [
            ("Спор шёл о саде.", "Спор шёл про сад."),
            ("Лавка стоит у рынка.", "Лавка стоит возле рынка."),
            ("Можно взять мел или краску.", "Можно взять мел и краску."),
            ("Праздник отменили из-за дождя.", "Праздник отменили в связи с дождём."),
        ] {
            let judged = both_ways(one, other);
            assert!(!judged.contains("critical"), "{one} {other} {judged}");
        }
    }

    #[test]
    fn the_passive_voice_says_the_same_of_the_same_roles() {
        let judged = |old, new| in_language("en", old, new);
        let both = |one, other| format!("{} / {}", judged(one, other), judged(other, one));
        for (one, other) in [
            ("The court approved the plan.", "The plan was approved by the court."),
            ("A storm has sunk the ferry.", "The ferry has been sunk by a storm."),
        ] {
            let judged = both(one, other);
            assert!(!judged.contains("critical"), "{one} {other} {judged}");
        }
        let judged = both("The company didn't reply.", "The company did not reply.");
        assert_eq!(judged.matches("cosmetic").count(), 2, "{judged}");
    }

    #[test]
    fn quotation_marks_say_whose_words_they_are() {
        for (one, other) in [
            ("Сосед сказал: «Шума нет».", "Сосед сказал, что шума нет."),
            ("Он назвал сад «чудом» света.", "Он назвал сад «чудом света»."),
            ("Спектакль дала «Ладья».", "Спектакль дала ладья."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
        assert_eq!(judged("Газета «Сад» вышла.", "Газета Сад вышла."), "minor «");
    }

    #[test]
    fn usual_short_forms_are_cosmetic() {
        for (one, other) in [
            ("Сад занимает 3 га земли.", "Сад занимает 3 гектара земли."),
            ("Пришёл г-н Сомов.", "Пришёл господин Сомов."),
            ("Жил в г. Орле.", "Жил в городе Орле."),
            ("Сбор в 6 ч. вечера.", "Сбор в 6 часов вечера."),
            ("Цена €4 за штуку.", "Цена 4 евро за штуку."),
            ("Пилы, гвозди и т. д. лежат тут.", "Пилы, гвозди и так далее лежат тут."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("cosmetic").count(), 2, "{one} {other} {judged}");
        }
        let judged = both_ways("Ехал к ст. Лесной.", "Ехал к старой Лесной.");
        assert!(!judged.contains("cosmetic"), "{judged}");
    }

    #[test]
    fn trades_and_bodies_are_critical_where_they_replace_each_other() {
        for (one, other) in [
            ("Сад заложил архитектор Сомов.", "Сад заложил инженер Сомов."),
            ("Дело ведёт полиция.", "Дело ведёт прокуратура."),
            ("Спор решит районный суд.", "Спор решит областной суд."),
            ("Воронежцы сыграли вничью.", "Липчане сыграли вничью."),
            ("Возчик ввёз мел.", "Возчик вывез мел."),
            ("Сосед завысил цену.", "Сосед занизил цену."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
        assert_eq!(judged("Пришёл архитектор.", "Пришёл сосед."), "major сосед");
    }

    #[test]
    fn a_doubt_is_named_as_such() {
        let change =
            change("Он взял мел.", "Он якобы взял мел.", Kind::Paragraph, &Tongue::new("ru"));
        assert_eq!(change.concern, Some(crate::model::Concern::Modality));
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
        assert_eq!(judged("Проект и план готовят.", "Проект или план готовят."), "major или");
        assert_eq!(judged("Обсудили новый проект.", "Обсудили новые проекты."), "major новые");
        assert_eq!(judged("Проект ведь готовят.", "Проект же готовят."), "minor же");
        assert_eq!(judged("Вчера обсудили проект.", "Обсудили вчера проект."), "minor Обсудили");
    }

    #[test]
    fn punctuation_inside_is_minor_and_typography_cosmetic() {
        assert_eq!(judged("Казнить нельзя, помиловать.", "Казнить, нельзя помиловать."), "minor ,");
        assert_eq!(judged("Он ушёл.", "Он ушёл?"), "minor ?");
        assert_eq!(judged("Проект «Связь» — новый", "Проект \"Связь\" - **новый**."), "cosmetic");
        assert_eq!(judged("Ещё идёт дождь", "Еще идет дождь;"), "cosmetic");
        assert_eq!(judged("Всё решили вчера.", "Все решили вчера."), "major Все");
        assert_eq!(judged("[Да](/a) так", "[Да](/b) так"), "critical ](/b)");
    }

    #[test]
    fn any_change_of_the_title_is_critical() {
        let change = change("Новый проект", "Новые проекты", Kind::Title, &Tongue::new("ru"));
        assert_eq!((change.danger.name(), change.trigger.as_deref()), ("critical", Some("Новые")));
    }

    /// The judgements of a change there and back.
    fn both_ways(one: &str, other: &str) -> String {
        format!("{} / {}", judged(one, other), judged(other, one))
    }

    #[test]
    fn values_that_change_places_are_critical() {
        for (one, other) in [
            (
                "Доходы составили 300 млн рублей, расходы — 250 млн рублей.",
                "Доход составил 250 млн рублей, расход — 300 млн рублей.",
            ),
            (
                "Доходы составили 300 млн, расходы 250 млн.",
                "Расходы составили 300 млн, доходы 250 млн.",
            ),
            ("Погибли 12 человек, ранены 30 человек.", "Погибли 30 человек, ранены 12 человек."),
            ("Погибли 5 взрослых и 7 детей.", "Погибли 5 детей и 7 взрослых."),
            ("Погибли 5 взрослых и дети.", "Погибли взрослые и 5 детей."),
            ("Трое погибли, двое ранены.", "Двое умерли, трое пострадали."),
            ("Из 30 опрошенных 12 согласны.", "Из 12 опрошенных 30 согласны."),
            ("Рост с 15 рублей до 20 рублей.", "Рост с 20 рублей до 15 рублей."),
            ("Матч окончен 3:1.", "Матч окончен 1:3."),
            ("Принято 2/3 голосов.", "Принято 3/2 голосов."),
            ("Дата: 05/06/2024.", "Дата: 06/05/2024."),
            ("Телефон 123-45-67.", "Телефон 123-67-45."),
            ("В XIX–XX веках.", "В XX–XIX веках."),
            ("Часы работы 9:00–18:00.", "Часы работы 18:00–9:00."),
            (
                "Родился 3 мая 1960 года, умер 5 мая 2020 года.",
                "Родился 5 мая 2020 года, умер 3 мая 1960 года.",
            ),
            ("А 5, Б 5, В 7, Г 7.", "А 5, Б 7, В 5, Г 7."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
    }

    #[test]
    fn values_that_move_with_their_words_are_minor() {
        for (one, other) in [
            ("В 2024 году выделено 5 млн рублей.", "5 млн рублей выделено в 2024 году."),
            ("Погибли 5 взрослых и 7 детей.", "7 детей и 5 взрослых погибли."),
            ("Рост с 15 рублей до 20 рублей.", "Рост до 20 рублей с 15 рублей."),
            ("Об этом 5 мая сообщил врач.", "5 мая об этом сообщил врач."),
            ("5 мая прошло 12 встреч.", "12 встреч прошло 5 мая."),
            (
                "Фирма открылась 5 мая, закрылась 6 июня.",
                "Фирма 5 мая открылась, 6 июня закрылась.",
            ),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("minor").count(), 2, "{one} {other} {judged}");
        }
    }

    #[test]
    fn who_did_what_to_whom_is_critical() {
        for (one, other) in [
            ("«Орбита» купила «Радугу».", "«Радуга» купила «Орбиту»."),
            ("«Заря» обошла «Волна».", "«Волна» обошла «Заря»."),
            ("США обвинили КНР.", "КНР обвинила США."),
            ("Париж обвинил Лондон в утечке.", "Лондон обвинил Париж в утечке."),
            ("Рейс Москва — Минск отменён.", "Рейс Минск — Москва отменён."),
            ("Золото у России, серебро у Китая.", "Золото у Китая, серебро у России."),
            ("Послы России в Китае рады.", "Послы Китая в России рады."),
            ("Компания А купила компанию Б.", "Компания Б купила компанию А."),
            ("Мужчины против, женщины за.", "Мужчины за, женщины против."),
            ("Утром дождь, вечером снег.", "Вечером дождь, утром снег."),
            (
                "Цена в рублях выросла, в долларах упала.",
                "Цена в долларах выросла, в рублях упала.",
            ),
            ("Министр сказал послу.", "Посол сказал министру."),
            ("Врач вылечил пациента.", "Пациент вылечил врача."),
            (
                "Иванов не пойдёт на выборы, Петров пойдёт.",
                "Иванов пойдёт на выборы, Петров не пойдёт.",
            ),
            (
                "Иванов может уехать, а Петров должен уехать.",
                "Иванов должен уехать, а Петров может уехать.",
            ),
            (
                "Суд признал Иванова виновным, а Петрова невиновным.",
                "Суд признал Иванова невиновным, а Петрова виновным.",
            ),
            (
                "«Мы не рады», — сказал Иванов, а «Мы рады», — сказал Петров.",
                "«Мы не рады», — сказал Петров, а «Мы рады», — сказал Иванов.",
            ),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
    }

    #[test]
    fn clauses_and_lists_in_another_order_are_minor() {
        for (one, other) in [
            ("Иванов приехал, а Петров уехал.", "Петров уехал, а Иванов приехал."),
            ("Вчера Иванов сменил Петрова.", "Вчера Петрова сменил Иванов."),
            ("Россия и Китай подписали договор.", "Китай и Россия подписали договор."),
            ("Указ подписал Петров.", "Петров подписал указ."),
            ("Комиссию возглавил министр.", "Министр возглавил комиссию."),
            ("Врачи, повара и учителя пришли.", "Учителя, повара и врачи пришли."),
            ("Когда Иванов приехал, Петров спал.", "Петров спал, когда Иванов приехал."),
            ("Он должен завтра уехать.", "Он завтра должен уехать."),
            ("Вчера он не пришёл.", "Он не пришёл вчера."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("minor").count(), 2, "{one} {other} {judged}");
        }
    }

    #[test]
    fn what_is_struck_out_is_content() {
        assert_eq!(both_ways("Он ~~не~~ придёт.", "Он не придёт."), "critical не / critical не");
        assert_eq!(both_ways("Он <del>не</del> тут.", "Он не тут."), "critical не / critical не");
        assert_eq!(judged("Он придёт ~~домой~~.", "Он придёт домой."), "major домой");
        assert_eq!(judged("Выделено ~~5~~ рублей.", "Выделено 5 рублей."), "critical 5");
        for (one, other) in [
            ("Ремонт стоит 12 млн рублей.", "Ремонт стоит ~~12~~ млн рублей."),
            ("Ремонт стоит 12 млн рублей.", "Ремонт стоит <del>12</del> млн рублей."),
            ("Открытие назначено на 3 июля.", "Открытие назначено на ~~3~~ июля."),
            ("Мэр Иван Петров сказал так.", "Мэр <s>Иван</s> Петров сказал так."),
            ("Мост не откроют.", "Мост <span hidden>не</span> откроют."),
            ("Мост не откроют.", "Мост <strike>не</strike> откроют."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
        for (one, other) in [
            ("Он придёт домой.", "Он придёт <ins>домой</ins>."),
            ("Итог ✓ для всех.", "Итог ~~✓~~ для всех."),
            ("Он придёт, домой.", "Он придёт~~,~~ домой."),
        ] {
            let judged = both_ways(one, other);
            assert!(
                !judged.contains("minor") && !judged.contains("cosmetic"),
                "{one} {other} {judged}"
            );
        }
    }

    #[test]
    fn pictures_say_something_in_every_language() {
        for (one, other) in [("✗", "✓"), ("🔴", "🟢"), ("★★★", "★"), ("↓", "↑"), ("▲ 5", "▼ 5")]
        {
            for language in ["ru", "en"] {
                let judged = in_language(language, one, other);
                assert!(judged.starts_with("critical"), "{one} {other} {judged}");
            }
        }
        assert_eq!(judged("● Да", "• Да"), "minor •");
    }

    #[test]
    fn titles_of_links_and_pictures_are_words() {
        for (one, other) in [
            (
                "См. [акт](https://a.example \"Устав 2024 года\").",
                "См. [акт](https://a.example \"Устав 2025 года\").",
            ),
            ("См. [акт](https://a.example \"Устав 2024 года\").", "См. [акт](https://a.example)."),
            (
                "См. [акт](https://a.example \"Это устав\").",
                "См. [акт](https://a.example \"Это не устав\").",
            ),
            ("Вот ![вход](s.jpg \"Знак 5\") тут.", "Вот ![вход](s.jpg \"Знак 6\") тут."),
            (
                "Вот <img src=\"q.jpg\" alt=\"Не входить\"> тут.",
                "Вот <img src=\"q.jpg\" alt=\"Входить\"> тут.",
            ),
            (
                "Это <span title=\"Пять дней\">срок</span>.",
                "Это <span title=\"Шесть дней\">срок</span>.",
            ),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
        for (one, other) in [
            ("<b value=7>Да</b>.", "<b value=8>Да</b>."),
            ("<b disabled>Да</b>.", "<b>Да</b>."),
            ("<b selected>Да</b> <b>Нет</b>.", "<b>Да</b> <b selected>Нет</b>."),
            ("<b title=Мир>М</b>.", "<b title=Война>М</b>."),
        ] {
            let judged = both_ways(one, other);
            assert!(!judged.contains("minor") && !judged.contains("cosmetic"), "{one} {judged}");
        }
        let judged = both_ways(
            "Это <abbr title=\"Завод труб\">З</abbr>.",
            "Это <abbr title=\"Завод окон\">З</abbr>.",
        );
        assert!(!judged.contains("minor") && !judged.contains("cosmetic"), "{judged}");
        let english =
            in_language("en", "A <img alt=\"Do not enter\"> here.", "A <img alt=\"Enter\"> here.");
        assert!(english.starts_with("critical"), "{english}");
    }

    #[test]
    fn zeros_count_where_a_number_is_a_name() {
        assert_eq!(judged("Версия 2.10 вышла.", "Версия 2.1 вышла."), "critical 2.1");
        assert_eq!(judged("Автобус № 001.", "Автобус № 1."), "critical 1");
        assert_eq!(judged("Группа 05.", "Группа 5."), "critical 5");
        assert_eq!(judged("Выделено 2,0 млн.", "Выделено 2 млн."), "cosmetic");
    }

    #[test]
    fn capitals_are_no_typography() {
        assert_eq!(judged("Книгу дал Лев Сомов.", "Книгу дал лев сомов."), "critical лев");
        assert_eq!(judged("Её зовут Вера.", "Её зовут вера."), "minor вера");
        assert_eq!(judged("Новый план.", "новый план."), "minor новый");
        assert_eq!(judged("Новый план Минска", "НОВЫЙ ПЛАН МИНСКА"), "minor НОВЫЙ");
        assert_eq!(judged("Мощность 5 МВт.", "Мощность 5 мВт."), "critical мВт");
    }

    #[test]
    fn a_name_after_an_abbreviation_or_at_the_start_is_a_name() {
        assert_eq!(judged("Живёт на ул. Садовой.", "Живёт на ул. Речной."), "critical Речной");
        assert_eq!(judged("Музей им. Пушкина.", "Музей им. Гоголя."), "critical Гоголя");
        assert_eq!(judged("Петров подписал указ.", "Сидоров подписал указ."), "critical Сидоров");
        assert_eq!(judged("Итог: **Петров** ушёл.", "Итог: **Ким** ушёл."), "critical Ким");
        assert_eq!(judged("Петров отверг план.", "Ильин отверг план."), "critical Ильин");
        assert_eq!(judged("Заседание прошло.", "Совещание прошло."), "major Совещание");
        assert_eq!(judged("Столяры купили дом.", "Плотники купили дом."), "major Плотники");
        assert_eq!(judged("Также купили дом.", "Кроме того, купили дом."), "minor Кроме того");
        assert_eq!(judged("Матч состоялся.", "Матч сорвался."), "critical сорвался");
        assert_eq!(
            judged("Российский рынок растёт.", "Мировой рынок растёт."),
            "critical Российский"
        );
    }

    #[test]
    fn names_made_from_each_other_are_others() {
        for (one, other) in [
            ("Приехал Романов.", "Приехал Роман."),
            ("Приехал Павлов.", "Приехал Павел."),
            ("Послы Нигера.", "Послы Нигерии."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
        assert_eq!(judged("Пришёл Романов.", "Пришли к Романову."), "minor к");
    }

    #[test]
    fn signs_of_currencies_and_comparisons_are_words() {
        assert_eq!(both_ways("Цена €500.", "Цена $500."), "critical $ / critical €");
        assert_eq!(both_ways("Цена $500.", "Цена 500."), "critical $ / critical $");
        assert_eq!(judged("Там >5 млн.", "Там <5 млн."), "critical <");
        assert_eq!(judged("Цена 2 млн рублей.", "Цена 2 млн ₽."), "cosmetic ₽");
        assert_eq!(judged("Цена $1,2 млрд.", "Цена 1,2 млрд долларов."), "cosmetic долларов");
    }

    #[test]
    fn numbers_within_words_are_numbers() {
        assert_eq!(judged("Двухэтажный дом.", "Трёхэтажный дом."), "critical Трёхэтажный");
        assert_eq!(judged("Пятилетие завода.", "Столетие завода."), "critical Столетие");
        assert_eq!(judged("В двадцатых числах.", "В тридцатых числах."), "critical тридцатых");
        assert_eq!(judged("Длина 1½ метра.", "Длина 1 метра."), "critical 1");
        assert_eq!(judged("Дом 5а.", "Дом 5б."), "critical 5б");
        assert_eq!(judged("Вес 5кг.", "Вес 5 кг."), "cosmetic");
        assert_eq!(judged("Семинар для столицы.", "Слёт для столицы."), "major Слёт");
    }

    #[test]
    fn sides_quantifiers_and_sources_are_critical() {
        assert_eq!(judged("Голосуем за проект.", "Голосуем против проекта."), "critical против");
        assert_eq!(judged("Все пришли.", "Некоторые пришли."), "critical Некоторые");
        assert_eq!(judged("Было до н. э.", "Было н. э."), "critical до");
        assert_eq!(judged("По словам врача, да.", "По словам повара, да."), "critical повара");
    }

    #[test]
    fn a_value_written_otherwise_is_the_same() {
        for (one, other) in [
            ("Встреча 19 декабря.", "Встреча 19-го декабря."),
            ("Встреча 19 декабря.", "Встреча девятнадцатого декабря."),
            ("Занял 1-е место.", "Занял первое место."),
            ("За первый квартал.", "За I квартал."),
            ("Пять-шесть человек.", "5–6 человек."),
            ("Рост 5–7 %.", "Рост от 5 до 7 %."),
            ("Трёхлетний план.", "3-летний план."),
            ("Рост в 2,5 раза.", "Рост в два с половиной раза."),
            ("Длина 1½ метра.", "Длина 1,5 метра."),
            ("Размер 30×40 см.", "Размер 30х40 см."),
            ("До минус пяти.", "До -5."),
            ("Сумма 5 000,50 рубля.", "Сумма 5 000.50 рубля."),
            ("2024 год был сухим.", "Две тысячи двадцать четвёртый год был сухим."),
            ("Пришло ок. 300 человек.", "Пришло около 300 человек."),
            ("Закон принят.", "Закон принят[^1]."),
            ("Были 5 мая и 3 марта.", "Были 3 марта и 5 мая."),
            ("Это&nbsp;&laquo;так&raquo;.", "Это «так»."),
            ("Площадь 5 м².", "Площадь 5 м2."),
            ("На ул. Садовой.", "На улице Садовой."),
        ] {
            let judged = both_ways(one, other);
            let slight = judged.matches("minor").count() + judged.matches("cosmetic").count();
            assert_eq!(slight, 2, "{one} {other} {judged}");
        }
    }

    #[test]
    fn another_value_in_another_form_is_another() {
        for (one, other) in [
            ("Встреча 19 декабря.", "Встреча восемнадцатого декабря."),
            ("Пять-шесть человек.", "5–7 человек."),
            ("Трёхлетний план.", "4-летний план."),
            ("Площадь 5 м².", "Площадь 5 м3."),
            ("Рост в 2,5 раза.", "Рост в два раза."),
            ("До минус пяти.", "До 5."),
            ("Закон[^1] принят 5 мая.", "Закон[^2] принят 6 мая."),
            ("В 2024 году.", "В две тысячи двадцать пятом году."),
        ] {
            let judged = both_ways(one, other);
            assert_eq!(judged.matches("critical").count(), 2, "{one} {other} {judged}");
        }
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
