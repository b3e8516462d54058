//! Numbers, dates and units that two texts in two languages state, held against each other by value.
//!
//! Translators write values in many ways, so a value is at fault only where the other text has
//! nothing that could stand for it: no word such as "dozen", no conversion, no time of day.

mod glance;
mod likeness;
mod measures;
mod number;
mod pairs;
mod rewordings;
mod said;
mod signs;
mod words;

use super::facts::{Fact, FactKind};
use super::markup::mask;
use super::readings::Readings;
use super::vocabulary::{Meaning, vocabulary};
use crate::model::Span;
use likeness::stands_for;
use number::FigureNumber;
use rewordings::Said;
pub use words::Languages;

/// What one text states and the other doesn't, in the words of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disagreement {
    /// In the source only.
    pub missing: Vec<String>,
    /// In the translation only.
    pub extra: Vec<String>,
}

impl Disagreement {
    fn add(&mut self, missing: String, extra: String) {
        for (words, list) in [(missing, &mut self.missing), (extra, &mut self.extra)] {
            if !list.contains(&words) {
                list.push(words);
            }
        }
    }
}

/// What the texts disagree about, as far as a glance shows that they might.
pub fn disagreement_at_a_glance(
    source: &str,
    target: &str,
    languages: Languages<'_>,
    readings: &Readings,
) -> Disagreement {
    let mut found = Disagreement::default();
    // «Вдвое меньше» is a half, which no word of it says alone.
    let is_turned = source.contains("вдвое") && languages.source == "ru";
    // Of two shares one may have lost its sign.
    let signs = [source, target].map(|text| text.matches('%').count());
    let is_bare = signs[0] != signs[1] && signs[0] > 1;
    if is_turned
        || is_bare
        || glance::names_hours_or_degrees(source, target)
        || !glance::is_plain(source, target, languages)
    {
        found = disagreement_in(source, target, languages, readings);
    }
    if found == Disagreement::default()
        && let Some([old, new]) = pairs::exchanged(source, target, languages, readings)
    {
        found.add(old, new);
    }
    found
}

/// What the texts disagree about.
pub fn disagreement(source: &str, target: &str, languages: Languages<'_>) -> Disagreement {
    disagreement_in(source, target, languages, &Readings::default())
}

fn disagreement_in(
    source: &str,
    target: &str,
    languages: Languages<'_>,
    readings: &Readings,
) -> Disagreement {
    let [left, right] = [(source, languages.source), (target, languages.target)]
        .map(|(text, language)| Side::new(text, language, readings));
    let mut found = Disagreement::default();
    numbers(&left, &right, &mut found);
    counted(&left, &right, &mut found);
    exchanged(&left, &right, &mut found);
    units(&left, &right, &mut found);
    signs::signs(&left, &right, &mut found);
    signs::percents(&left, &right, &mut found);
    signs::degrees(&left, &right, &mut found);
    amounts(&left, &right, &mut found);
    found
}

/// A text with what it states.
struct Side<'a> {
    text: &'a str,
    language: &'a str,
    facts: Vec<Fact>,
    numbers: Vec<FigureNumber>,
}

impl<'a> Side<'a> {
    fn new(text: &'a str, language: &'a str, readings: &Readings) -> Self {
        let mut facts = readings.facts(text, language).to_vec();
        facts.sort_by_key(|fact| fact.span);
        let plain = mask(text).0;
        let numbers = likeness::numbers(&plain, &facts, language);
        Self { text, language, facts, numbers }
    }

    fn of(&self, kind: FactKind) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.kind == kind)
    }

    /// Whether a word that may be something else, too, names the month.
    fn abbreviates(&self, month: &Fact) -> bool {
        let vocabulary = vocabulary(self.language);
        let words = self.text.split(|c: char| !c.is_alphanumeric());
        let mut months = words.filter_map(|word| vocabulary.meaning(word));
        let is_month =
            |meaning| matches!(meaning, Meaning::Month(number) if number.to_string() == month.key);
        month.kind == FactKind::Month && months.any(is_month)
    }

    fn words(&self, span: Span) -> String {
        self.text[span.range()].trim().to_owned()
    }
}

/// Numbers without a counterpart.
fn numbers(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    let alone = |one: &Side<'_>, other: &Side<'_>| -> Vec<usize> {
        let is_alone = |number: &FigureNumber| !stands_for_any(number, one, other);
        (0..one.numbers.len()).filter(|at| is_alone(&one.numbers[*at])).collect()
    };
    let (mut lost, mut new) = (alone(left, right), alone(right, left));
    if !lost.is_empty() || !new.is_empty() {
        let said = said(left, right);
        lost.retain(|at| !is_said(&left.numbers[*at], [left, right], &said));
        new.retain(|at| !is_said(&right.numbers[*at], [right, left], &said));
    }
    let is_sure = |side: &Side<'_>, at: usize| side.numbers[at].is_sure();
    let both = !lost.is_empty() && !new.is_empty();
    let told = |side: &Side<'_>, alone: &[usize]| -> Vec<String> {
        let told = alone.iter().filter(|at| both || is_sure(side, **at));
        told.map(|at| side.words(side.numbers[*at].span)).collect()
    };
    found.missing.extend(told(left, &lost));
    found.extra.extend(told(right, &new));
}

/// What the texts say in words of their own, where one is Russian and the other English.
fn said(left: &Side<'_>, right: &Side<'_>) -> Said {
    match (left.language, right.language) {
        ("ru", "en") => Said::of(left.text, right.text),
        ("en", "ru") => Said::of(right.text, left.text),
        _ => Said::default(),
    }
}

/// Whether other words of the other text say this number.
fn is_said(number: &FigureNumber, [own, other]: [&Side<'_>; 2], said: &Said) -> bool {
    if rewordings::is_year(&number.value) && rewordings::names_a_year(other.text, other.language) {
        return true;
    }
    let equals = own.numbers.iter().filter(|like| like.value == number.value).count();
    said.holds(&number.value) || said.holds_draws() && equals > 1
}

/// Whether something in the other text may be this number.
fn stands_for_any(number: &FigureNumber, own: &Side<'_>, other: &Side<'_>) -> bool {
    other.numbers.iter().any(|like| stands_for(number, like))
        || words::stand_in(number, other.text, other.language)
        || likeness::is_decade_in_words(number, other.text, other.language)
        || measures::is_single(number, &other.facts, other.text)
        || likeness::is_made_of(number, &own.numbers, &other.numbers)
}

/// Numbers of one unit that took each other's place, however they are written.
fn counted(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    let alone = |one: &Side<'_>, other: &Side<'_>| -> Vec<usize> {
        let is_alone = |number: &FigureNumber| {
            number.unit.is_some()
                && !other.numbers.iter().any(|like| stands_for(number, like))
                && !is_said(number, [one, other], &said(left, right))
        };
        (0..one.numbers.len()).filter(|at| is_alone(&one.numbers[*at])).collect()
    };
    let (lost, new) = (alone(left, right), alone(right, left));
    for at in lost {
        let number = &left.numbers[at];
        let same = new.iter().map(|at| &right.numbers[*at]).find(|like| like.unit == number.unit);
        if let Some(like) = same {
            found.add(left.words(number.span), right.words(like.span));
        }
    }
}

/// Months and weekdays that took each other's place.
fn exchanged(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    for kind in [FactKind::Month, FactKind::Weekday] {
        let alone = |one: &Side<'_>, other: &Side<'_>| -> Vec<String> {
            let is_alone = |fact: &&Fact| {
                !other.of(kind).any(|like| like.key == fact.key) && !other.abbreviates(fact)
            };
            one.of(kind).filter(is_alone).map(|fact| one.words(fact.span)).collect()
        };
        let (mut lost, new) = (alone(left, right), alone(right, left));
        // Where one of two equal days became another, the source has it once too often.
        if lost.is_empty() && left.of(kind).count() == right.of(kind).count() && !new.is_empty() {
            lost.extend(left.of(kind).last().map(|fact| left.words(fact.span)));
        }
        if kind == FactKind::Month && !(lost.is_empty() && new.is_empty()) {
            let said = said(left, right);
            let keys = |side: &Side<'_>| -> Vec<String> {
                let months = side.of(kind).filter(|fact| said.holds(&format!("m{}", fact.key)));
                months.map(|fact| side.words(fact.span)).collect()
            };
            let known = [keys(left), keys(right)].concat();
            lost.retain(|words| !known.contains(words));
        }
        let is_whole = !lost.is_empty() && (!new.is_empty() || kind == FactKind::Month);
        if is_whole {
            found.missing.extend(lost);
            found.extra.extend(new);
        }
    }
}

/// Amounts in words alone: of two of them one text has neither the other's, nor a figure for it.
const AMOUNTS: [&str; 8] =
    ["half", "quarter", "double", "triple", "dozens", "hundreds", "thousands", "millions"];

/// A third for two thirds, twice for three times, hundreds for thousands.
fn amounts(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    let of = |side: &Side<'_>| -> Vec<(String, String)> {
        let is_amount = |fact: &&Fact| AMOUNTS.contains(&fact.key.as_str());
        let amounts = side.of(FactKind::Quantity).filter(is_amount);
        amounts.map(|fact| (amount(side, fact), side.words(fact.span))).collect()
    };
    let (ours, theirs) = (of(left), of(right));
    let is_alone = |(key, _): &&(String, String), other: &[(String, String)]| {
        !other.iter().any(|(like, _)| like == key)
    };
    let lost = ours.iter().find(|one| is_alone(one, &theirs));
    let new = theirs.iter().find(|one| is_alone(one, &ours));
    if let (Some((key, lost)), Some((like, new))) = (lost, new) {
        // What falls «вдвое» has half of it left.
        let is_halved = key == "double" && like == "half";
        if is_halved && words::says_below(left.text, left.language) {
            return;
        }
        found.add(lost.clone(), new.clone());
    }
}

/// What an amount in words comes to: «вдвое меньше» is a half.
fn amount(side: &Side<'_>, fact: &Fact) -> String {
    let after = side.text[fact.span.end..].split_whitespace().next().unwrap_or_default();
    let is_less = ["меньше", "дешевле", "короче", "ниже", "реже", "легче", "less", "fewer"]
        .iter()
        .any(|word| after.trim_end_matches([',', '.']) == *word);
    if is_less && fact.key == "double" { "half".to_owned() } else { fact.key.clone() }
}

/// Units of the same number that took each other's place.
fn units(left: &Side<'_>, right: &Side<'_>, found: &mut Disagreement) {
    let is_counted = |number: &&FigureNumber| number.unit.is_some() && number.metres.is_none();
    for number in left.numbers.iter().filter(is_counted) {
        if right.numbers.iter().any(|like| like.metres.is_some()) {
            continue;
        }
        let same = || right.numbers.iter().filter(|like| like.value == number.value);
        if same().next().is_some()
            && same().all(|like| measures::is_other_unit(number, like))
            && let Some(like) = same().next()
        {
            let with_unit = |side: &Side<'_>, number: &FigureNumber| side.words(number.whole);
            found.missing.push(with_unit(left, number));
            found.extra.push(with_unit(right, like));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Disagreement, Languages, Readings, disagreement, disagreement_at_a_glance};

    const LANGUAGES: Languages<'_> = Languages { source: "ru", target: "en" };

    /// What is missing and what is extra; a glance must not see less.
    fn told(source: &str, target: &str) -> String {
        let found = disagreement(source, target, LANGUAGES);
        assert_eq!(
            disagreement_at_a_glance(source, target, LANGUAGES, &Readings::default()),
            found,
            "{source}"
        );
        format!("{} | {}", found.missing.join(", "), found.extra.join(", "))
    }

    #[test]
    fn a_value_in_words_of_a_language_is_the_same() {
        for (source, target) in [
            ("Матч завершился вничью.", "The match ended 0-0."),
            ("Штраф — от 50 до 150 тысяч рублей.", "The fine is 50,000 to 150,000 rubles."),
            ("Пришли 3–3,5 тыс. гостей.", "Some 3,000 to 3,500 guests came."),
            (
                "Цена выросла с двух до трёх миллионов.",
                "The price rose from 2 million to 3 million.",
            ),
            ("Он вырос в 1980-е годы.", "He grew up in the eighties."),
            ("Дворец построили в XVIII веке.", "The palace was built in the 1700s."),
            ("Рост игрока — два метра.", "The player is 6ft 7in tall."),
            ("Рост игрока — 1 м 85 см.", "The player is 6 feet 1 inch tall."),
            ("Он весит 89 килограммов.", "He weighs 14 stone."),
            ("Воздух прогрелся до 25 градусов.", "The air warmed to 77F."),
            ("Горят 8 квадратных километров.", "The fire covers 2,000 acres."),
            ("Выпало 25 мм осадков.", "An inch of rain fell."),
            ("Поезд ушёл в половине шестого.", "The train left at 5:30."),
            ("Взрыв прогремел в полночь.", "The blast came at 12 a.m."),
            ("Полтора года она молчала.", "She kept silent for 18 months."),
            ("Курсы идут две недели.", "The course lasts 14 days."),
            ("Около полусотни домов сгорели.", "About 50 houses burnt down."),
            ("Он отдал полмиллиона рублей.", "He gave half a million rubles."),
            ("Доход упал вдвое.", "Income fell by half."),
            ("Каждый четвёртый недоволен.", "25% are displeased."),
            ("Пара вышла в 1/8 финала.", "The pair reached the round of 16."),
            ("Аптека работает круглосуточно.", "The pharmacy is open 24 hours a day."),
            ("Родился он 25 декабря.", "He was born on Christmas Day."),
            ("Ставка выросла на 0,5 п. п.", "The rate rose by 50 basis points."),
            ("Суд дал ему 3,5 года.", "The court gave him three and a half years."),
            ("Это 2,5 млн рублей.", "That is two and a half million rubles."),
            ("У неё 1,4 млн подписчиков.", "She has 1.4m followers."),
            ("Он прошёл 10 тысяч шагов.", "He walked 10k steps."),
            ("В 2023 году он уехал.", "He left last year."),
            ("Поворот на 180°.", "A 180-degree turn."),
            ("Ночью +5 °C.", "It will be 5C at night."),
            ("Штраф — 30 тыс. рублей.", "The fine is 30,000 rubles, or some $370."),
            ("Лет 30 назад тут был лес.", "Decades ago there was a forest here."),
        ] {
            assert_eq!(told(source, target), " | ", "{source} {target}");
        }
    }

    #[test]
    fn another_value_in_words_of_a_language_is_told() {
        for (source, target) in [
            ("Матч завершился вничью.", "The match ended 1-0."),
            ("Вложили вдвое меньше.", "Twice as much was invested."),
            ("Штраф вырос с 3 до 5 тысяч рублей.", "The fine rose from 4,000 to 5,000 rubles."),
            ("Доза — 2,5 мг в сутки.", "The dose is 2.5 g a day."),
            ("Цены выросли на 12 %, а аренда — на 5 %.", "Prices rose 12% and rents 5."),
            ("Дворец построили в XVIII веке.", "The palace was built in the 1600s."),
            ("Рост игрока — два метра.", "The player is 5ft 7in tall."),
            ("Он весит 89 килограммов.", "He weighs 18 stone."),
            ("Воздух прогрелся до 25 градусов.", "The air warmed to 97F."),
            ("Выпало 75 мм осадков.", "An inch of rain fell."),
            ("Поезд ушёл в половине шестого.", "The train left at 6:30."),
            ("Полтора года она молчала.", "She kept silent for 28 months."),
            ("Курсы идут 3 недели.", "The course lasts 14 days."),
            ("Каждый четвёртый недоволен.", "35% are displeased."),
            ("Родился он 25 декабря.", "He was born on December 23."),
            ("Ставка выросла на 0,5 п. п.", "The rate rose by 60 basis points."),
            ("Суд дал ему 3,5 года.", "The court gave him four and a half years."),
            ("У неё 1,4 млн подписчиков.", "She has 1.5m followers."),
            ("В 2023 году он уехал.", "He left in 2022."),
            ("Поворот на 180°.", "A turn by 180."),
            (
                "Доля упала на 0,4 п. п., до 5,1 %.",
                "The share fell by 0.4 percentage points to 5.1.",
            ),
        ] {
            assert_ne!(told(source, target), " | ", "{source} {target}");
        }
    }

    #[test]
    fn a_value_that_differs_is_told() {
        for (source, target, wanted) in [
            ("Пришли 20 человек.", "30 people came.", "20 | 30"),
            ("Пришли пятеро.", "Four people came.", "пятеро | Four"),
            ("Собрание 19 декабря.", "A meeting on December 20.", "19 | 20"),
            ("Собрание 19 декабря.", "A meeting on November 19.", "19 декабря | November 19"),
            ("Июньское собрание.", "The July meeting.", "Июньское | July"),
            ("Открытие во вторник.", "It opens on Thursday.", "вторник | Thursday"),
            ("Рост на 5,2 %.", "Growth of 52%.", "5,2 % | 52%"),
            ("Цена 2 млн рублей.", "It costs 2 billion rubles.", "2 млн | 2 billion"),
            ("Цена 200 рублей.", "It costs 200 dollars.", "200 рублей | 200 dollars"),
            ("Цена 200 евро.", "It costs £200.", "200 евро | £200"),
            ("Явка составила 16 процентов.", "The turnout was 16.", "16 процентов | 16"),
            ("Было 16 мест.", "There were 16% of seats.", "16 | 16%"),
            ("Во вторник и ещё во вторник.", "On Tuesday and on Friday.", "вторник | Friday"),
            ("Парламент решил за восемь дней.", "Eighteen days.", "восемь | Eighteen"),
            ("Партия воспользуется трижды.", "Eight times.", "трижды | Eight"),
            ("Двукратный чемпион.", "The seven-time champion.", "Двукратный | seven-time"),
            ("Через 5 недель.", "In 5 months.", "5 недель | 5 months"),
            ("Четырёхдневный поход.", "A five-day hike.", "Четырёхдневный | five-day"),
            ("До моста 10 км.", "The bridge is 10 miles away.", "10 км | 10 miles"),
            ("Начало в 17:30.", "It begins at 6:30 p.m.", "17:30 | 6:30 p.m."),
            ("Ночью минус 5 градусов.", "5 degrees at night.", "минус 5 | 5"),
            ("В зале 1500 мест.", "The hall has 150 seats.", "1500 | 150"),
            ("В зале 1500 мест.", "The hall has seats.", "1500 | "),
            ("Пришли 12 500 человек.", "12.500 people came.", "12 500 | 12.500"),
            ("Начало в 17:30.", "It begins at 5:30 a.m.", "17:30 | 5:30 a.m."),
            ("Частота 145 МГц.", "A frequency of 145 kHz.", "145 МГц | 145 kHz"),
            (
                "Цена 2 млн долларов.",
                "It costs 2 million euros.",
                "2 млн долларов | 2 million euros",
            ),
            (
                "Рост на 2 процентных пункта.",
                "A rise of 2 percent.",
                "2 процентных пункта | 2 percent",
            ),
            ("Ночью до −15 градусов.", "It will fall to 15 degrees.", "−15 | 15"),
            ("Мост открыли.", "The bridge opened in 2024.", " | 2024"),
            ("Он приедет в 9 утра.", "He will come at 9 pm.", "9 утра | 9 pm"),
            ("Совещание в 3 часа дня.", "The meeting is at 3 a.m.", "3 часа дня | 3 a.m."),
            ("Воздух прогреется до 20 °C.", "It will be 20°F.", "20 °C | 20°F"),
            ("Выручка выросла втрое.", "Revenue doubled.", "втрое | doubled"),
            ("На площадь вышли сотни людей.", "Thousands came to the square.", "сотни | Thousands"),
            ("Половина домов сгорела.", "A quarter of the houses burned.", "Половина | quarter of"),
        ] {
            assert_eq!(told(source, target), wanted, "{source} {target}");
        }
    }

    #[test]
    fn a_value_written_otherwise_is_the_same() {
        for (source, target) in [
            ("Пришли десятки тысяч людей.", "Tens of thousands came."),
            ("Половина домов сгорела.", "Fifty percent of the houses burned."),
            ("Цены выросли вдвое.", "Prices rose by 100%."),
            ("Он приедет в 9 утра.", "He will come at 9 am."),
            ("Начало в полдень.", "It begins at noon."),
            ("Цена 2,5 млн рублей.", "It costs 2.5 million rubles."),
            ("Пришли 10 000 человек.", "10,000 people came."),
            ("Пришли двадцать пять человек.", "25 people came."),
            ("19 декабря 2024 года.", "December 19, 2024."),
            ("19.12.2024", "19 December 2024"),
            ("Набрал 5,6 очка.", "He averaged 5.6 points."),
            ("Рост на 3 процентных пункта.", "A rise of 3 percentage points."),
            ("Начало в 17:30.", "It begins at 5:30 p.m."),
            ("В 3 часа дня.", "At 3 p.m."),
            ("В 90-е годы.", "In the 1990s."),
            ("XXI век.", "The 21st century."),
            ("До моста 160 км.", "The bridge is 100 miles away."),
            ("До моста 160 км.", "The bridge is 160 km (100 miles) away."),
            ("Цена 2 млн долларов.", "It costs $2 million."),
            ("Скорость 200 Мбит/с.", "A rate of 200 Mbit/s."),
            ("Осталось 1,250 кг.", "1.250 kg are left."),
            ("Морозы до −40 градусов.", "Frosts of 40 below zero."),
            ("Купили 12 яиц.", "They bought a dozen eggs."),
            ("Выросло вдвое за 10 лет.", "It doubled in a decade."),
            ("Один из них ушёл.", "One of them left."),
            ("Пункты 5–10.", "Items 5 to 10."),
            ("Счёт 3:2.", "The score was 3-2."),
            ("Июнь и май.", "June and May."),
            ("Пятничный концерт.", "Friday's concert."),
            ("Звоните: 8 (495) 123-45-67.", "Call 8 (495) 123-45-67."),
        ] {
            assert_eq!(told(source, target), " | ", "{source} {target}");
        }
    }

    proptest! {
        #[test]
        fn any_texts_are_compared(source in "([0-9]|[.,:()%$€-]|[а-яё]| |млн|пять|-летний|июня|°)*|.*", target in "([0-9]|[.,:()%$€-]| |[a-z]|million|five-|June|miles)*|.*") {
            let _ = disagreement(&source, &target, LANGUAGES);
            let _ = disagreement_at_a_glance(&source, &target, LANGUAGES, &Readings::default());
            let alike = Languages { source: "ru", target: "ru" };
            prop_assert_eq!(disagreement(&source, &source, alike), Disagreement::default());
        }
    }
}
