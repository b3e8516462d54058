//! A translation says nothing that can't be said of the same thing: rose for fell, fewer for more.
//!
//! Only what translators hardly ever put so is asked: a bound of a number, a currency, a place in an order,
//! all for some, in short sentences the two ends of a scale, and a list of opposites.

use std::sync::LazyLock;

use super::bounds::bound;
use super::opposites::{Turned, turned};
use super::phrases::{Lists, fits};
use super::{Check, Run, Seen, Subject, excerpt};
use crate::align::{Aspect, Opposed, opposed_in};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};

/// How the check is listed and run.
pub const CHECK: Check = Check::new("contrary", Severity::Warning, Run::Unit(run)).example(
    "Цены на хлеб выросли.",
    "Bread prices fell.",
    "Bread prices rose.",
);

/// Words of a sentence that hardly says two things of one scale.
const SHORT: usize = 16;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/contrary.txt")));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let languages = subject.languages();
    // A stale translation is that of another source.
    if unit.is_missing() || unit.is_stale() || unit.is_bare() {
        return Vec::new();
    }
    if (languages.source, languages.target) != ("ru", "en") {
        return Vec::new();
    }
    let found = opposed_in([&unit.source, &unit.target], ["ru", "en"], subject.readings, is_asked);
    let found = found.filter(|found| is_sure(found, unit));
    let mut seen = Vec::new();
    if let Some(Opposed { source, target, .. }) = found {
        seen.push(Turned { source, target });
    }
    let others = bound(&unit.source, &unit.target, subject.readings).into_iter();
    for other in others.chain(turned(&unit.source, &unit.target)) {
        let is_news = |known: &Turned| {
            !known.target.eq_ignore_ascii_case(&other.target) || other.target.is_empty()
        };
        if seen.iter().all(is_news) {
            seen.push(other);
        }
    }
    seen.into_iter().map(|found| told(unit, found).hint(hint)).collect()
}

/// Aspects in which translators hardly ever differ from their sources.
fn is_asked(aspect: Aspect) -> bool {
    match aspect {
        Aspect::Office
        | Aspect::Time
        | Aspect::Bound
        | Aspect::Named
        | Aspect::Quantity
        | Aspect::Ordinal
        | Aspect::Pole
        | Aspect::Way
        | Aspect::Subject
        | Aspect::Joint => true,
        Aspect::Denial
        | Aspect::Doubt
        | Aspect::Post
        | Aspect::Exchange
        | Aspect::Role
        | Aspect::Thing => false,
    }
}

/// Whether the words are against each other whatever else the sentence says.
fn is_sure(found: &Opposed, unit: &Unit<'_>) -> bool {
    let is_short = |text: &str| text.split_whitespace().count() <= SHORT;
    let are_short = is_short(&unit.source) && is_short(&unit.target);
    let [old, new] = [&found.source, &found.target].map(|words| words.to_lowercase());
    match found.aspect {
        Aspect::Pole => are_short && !is("loose", "en", &new) && !is("loose", "ru", &old),
        Aspect::Named => are_short || new != "this",
        // "Some" alone is hardly a part of a whole.
        Aspect::Quantity => {
            !is("sum", "ru", &old) && (new != "some" || unit.target.contains("ome of"))
        }
        Aspect::Time => !is("day", "ru", &old),
        // The first of a row is its initial one, too.
        Aspect::Ordinal => !unit.target.contains("initial"),
        // "Deputy" is said of lawmakers and of sheriffs' men, too.
        Aspect::Office => {
            let theirs = unit.target.to_lowercase();
            !new.starts_with("deput") && !["deput", "vice"].iter().any(|word| theirs.contains(word))
        }
        _ => true,
    }
}

/// Whether a list has the word.
fn is(list: &'static str, language: &'static str, word: &str) -> bool {
    LISTS.of(list, language).iter().any(|form| fits(form, word))
}

fn told(unit: &Unit<'_>, found: Turned) -> Seen {
    let source = excerpt(&unit.source);
    let (old, new) = (found.source, found.target);
    let message = match (old.is_empty(), new.is_empty()) {
        (true, _) => message!("check-contrary-added", source = source, new = new),
        (false, true) => message!("check-contrary-lost", source = source, old = old),
        (false, false) => message!("check-contrary-other", source = source, old = old, new = new),
    };
    message.into()
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-usual-hint", article = subject.argument(), check = CHECK.id)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    #[test]
    fn the_contrary_is_told() {
        let expected = "warning: The translation of “Цены на хлеб выросли” says “fell” where the source says “выросли”.\n";
        assert_eq!(found("Цены на хлеб выросли. | Bread prices fell."), expected);
        for pair in [
            "Пришли более 200 человек. | Fewer than 200 people came.",
            "Билет стоит 300 рублей. | A ticket costs 300 dollars.",
            "Закон приняли оба совета. | The law was passed by one of the councils.",
            "Все письма переданы мэру. | A few letters were handed over to the mayor.",
            "Зимой курс был на 6 пунктов ниже. | The rate was 6 points higher in winter.",
            "Это вторая победа клуба. | It is the club’s third victory.",
            "Лекарство дают только после еды. | The medicine is given even before a meal.",
            "Пришли отец и сын. | A father or a son came.",
        ] {
            assert!(found(pair).starts_with("warning"), "{pair}");
        }
    }

    #[test]
    fn the_same_in_other_words_is_fine() {
        for pair in [
            "Цены на хлеб выросли. | Bread has become dearer.",
            "Цены выросли, а спрос упал. | Demand fell as prices rose.",
            "Они не сдались. | They never gave up.",
            "Сотни людей вышли на субботник. | Hundreds join the spring clean-up.",
            "Поезда выйдут на линию в мае. | The trains will enter service in May.",
            "Всего пришли 40 человек. | Some 40 people came.",
            "За сутки прошло 12 поездов. | Twelve trains passed in 24 hours.",
            "Депутат Сорин уехал. | Deputy Sorin has left.",
            "Мэр молчит об уходе заместителя. | The mayor is silent about his deputy’s exit.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
    }
}
