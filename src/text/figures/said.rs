//! Values in words that a translation exchanged: a day for the next, noon for midnight, a third for two.
//!
//! For Russian with an English translation.

use crate::text::vocabulary::plain;

/// What the source says in words and what the translation says instead.
pub fn exchanged(source: &str, target: &str) -> Option<[String; 2]> {
    relative_day(source, target)
        .or_else(|| turn_of_day(source, target))
        .or_else(|| thirds(source, target))
        .or_else(|| times(source, target))
        .or_else(|| fraction(source, target))
        .or_else(|| share(source, target))
}

/// Shares in one word: what each is in Russian, by whole words or beginnings of them, and in English.
const SHARES: [Share; 3] = [
    Share {
        russian: &["половин", "пол", "вдвое", "наполовину"], english: &["half", "halv"]
    },
    Share { russian: &["трет", "втрое"], english: &["a third", "one third", "one-third"] },
    Share {
        russian: &["четверт", "вчетверо"],
        english: &["a quarter", "one quarter", "one-quarter"],
    },
];

struct Share {
    russian: &'static [&'static str],
    english: &'static [&'static str],
}

/// A half for a third, or a third for a quarter, where each text names one of them and nothing else of the kind.
fn share(source: &str, target: &str) -> Option<[String; 2]> {
    let (ours, theirs) = (plain(source), plain(target));
    let words: Vec<&str> = ours.split(|c: char| !c.is_alphanumeric()).collect();
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for (at, share) in SHARES.iter().enumerate() {
        if let Some(word) = words.iter().find(|word| is_one_of(word, share.russian)) {
            old.push((at, *word));
        }
        if let Some(word) = share.english.iter().find(|english| theirs.contains(**english)) {
            new.push((at, *word));
        }
    }
    let ([(own, old)], [(other, new)]) = (&old[..], &new[..]) else { return None };
    // «Третий квартал» and "a third man" are places in an order.
    let is_share = matches!(*old, "треть" | "трети" | "третью" | "четверть" | "четверти")
        || old.starts_with("половин");
    if own == other || !is_share { None } else { Some([(*old).to_owned(), (*new).to_owned()]) }
}

fn is_one_of(word: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| word.starts_with(beginning))
}

/// Days that texts name from the day they are written.
const RELATIVE: [(&str, &str); 3] =
    [("вчера", "yesterday"), ("сегодня", "today"), ("завтра", "tomorrow")];

/// Yesterday for tomorrow.
fn relative_day(source: &str, target: &str) -> Option<[String; 2]> {
    let may = |text: &str, words: [&str; 2]| words.iter().any(|word| text.contains(word));
    if !may(target, ["day", "morrow"])
        || !may(source, ["ера", "автра"]) && !source.contains("годня")
    {
        return None;
    }
    let (ours, theirs) = (plain(source), plain(target));
    let has = |text: &str, word: &str| {
        text.split(|c: char| !c.is_alphanumeric()).any(|other| other == word)
    };
    let old = RELATIVE.iter().filter(|(word, _)| has(&ours, word)).collect::<Vec<_>>();
    let new = RELATIVE.iter().filter(|(_, word)| has(&theirs, word)).collect::<Vec<_>>();
    let ([(old, same)], [(_, new)]) = (&old[..], &new[..]) else { return None };
    (same != new).then(|| [(*old).to_owned(), (*new).to_owned()])
}

/// Noon for midnight.
fn turn_of_day(source: &str, target: &str) -> Option<[String; 2]> {
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let ours = [["полдень", "полудн"], ["полноч", "полуноч"]].map(|words| has(source, &words));
    if ours[0] == ours[1] {
        return None;
    }
    let words: Vec<String> =
        target.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let is_said = |word: &&str| words.iter().any(|other| other == word);
    let theirs = [["noon", "midday"], ["midnight", "midnights"]];
    let at = theirs.each_ref().map(|words| words.iter().find(|word| is_said(word)));
    match at {
        [None, Some(word)] if ours[0] => Some(["полдень".to_owned(), (*word).to_owned()]),
        [Some(word), None] if ours[1] => Some(["полночь".to_owned(), (*word).to_owned()]),
        _ => None,
    }
}

/// A third for two of them, or two for one.
fn thirds(source: &str, target: &str) -> Option<[String; 2]> {
    if !source.contains("трет") || !target.contains("third") {
        return None;
    }
    let (ours, theirs) = (plain(source), plain(target));
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let two = ["две трети", "двух третей", "двум третям", "двумя третями"];
    let one = ["треть ", "третью ", "одна треть", "одной трети", "одну треть"];
    let (both, single) = (["two third", "two-third"], ["one third", "one-third", "a third of"]);
    let is_half = has(&ours, &two) && has(&theirs, &single) && !has(&theirs, &both);
    let is_double = has(&ours, &one) && has(&theirs, &both) && !has(&theirs, &single);
    if is_half {
        return Some(["две трети".to_owned(), "one third".to_owned()]);
    }
    (is_double && !has(&ours, &two)).then(|| ["треть".to_owned(), "two thirds".to_owned()])
}

/// Twice and three times as much, in Russian and in English.
const TIMES: [(&[&str], &[&str]); 2] = [
    (&["вдвое ", "в два раза"], &["twice", "two times", "twofold", "doubl"]),
    (&["втрое ", "в три раза"], &["three times", "threefold", "tripl", "trebl"]),
];

/// Twice as much for three times.
fn times(source: &str, target: &str) -> Option<[String; 2]> {
    let said = |text: &str, words: &[&str]| {
        words.iter().find(|word| text.contains(**word)).map(|word| word.trim().to_owned())
    };
    let ours = TIMES.map(|(russian, _)| said(source, russian));
    let (old, at) = match ours {
        [Some(old), None] => (old, 0),
        [None, Some(old)] => (old, 1),
        _ => return None,
    };
    let theirs = plain(target);
    let new = said(&theirs, TIMES[1 - at].1)?;
    said(&theirs, TIMES[at].1).is_none().then_some([old, new])
}

/// Fractions in words: what each is in Russian and in English.
const FRACTIONS: [(&[&str], &[&str]); 5] = [
    (&["две трети", "двух третей", "двум третям", "двумя третями"], &["two thirds", "two-thirds"]),
    (&["три четверти", "трех четвертей"], &["three quarters", "three-quarters", "three fourths"]),
    (&["полтора", "полторы", "полутора"], &["one and a half", "a half times", "one-and-a-half"]),
    (&["два с половиной", "две с половиной", "двух с половиной"], &["two and a half"]),
    (&["три с половиной", "трех с половиной"], &["three and a half"]),
];

/// A fraction in words that became another one.
fn fraction(source: &str, target: &str) -> Option<[String; 2]> {
    if !["трет", "четверт", "полтор", "полутор", "половин"].iter().any(|part| source.contains(part))
    {
        return None;
    }
    let (ours, theirs) = (plain(source), plain(target));
    let said = |text: &str, forms: &[&str]| {
        forms.iter().find(|form| text.contains(**form)).map(|form| (*form).to_owned())
    };
    let (at, old) = FRACTIONS
        .iter()
        .enumerate()
        .find_map(|(at, (forms, _))| Some((at, said(&ours, forms)?)))?;
    let others = FRACTIONS
        .iter()
        .enumerate()
        .filter(|(other, (russian, _))| *other != at && said(&ours, russian).is_none());
    if said(&theirs, FRACTIONS[at].1.get(..1)?).is_some() {
        return None;
    }
    let new = others.into_iter().find_map(|(_, (_, english))| said(&theirs, &english[..1]))?;
    Some([old, new])
}

#[cfg(test)]
mod tests {
    use super::exchanged;

    fn found(source: &str, target: &str) -> String {
        exchanged(source, target).map(|pair| pair.join(" → ")).unwrap_or_default()
    }

    #[test]
    fn a_day_from_today_and_a_fraction_stay() {
        assert_eq!(found("Завтра дождь.", "It rained yesterday."), "завтра → yesterday");
        assert_eq!(found("Завтра дождь.", "It will rain tomorrow."), "");
        assert_eq!(found("Вчера и сегодня дождь.", "Rain today."), "");
        assert_ne!(found("За — две трети жителей.", "Three quarters of residents agree."), "");
        assert_eq!(found("За — две трети жителей.", "Two thirds of residents agree."), "");
        assert_ne!(found("За — две трети жителей.", "One third of residents agree."), "");
        assert_ne!(found("За — треть жителей.", "Two thirds of residents agree."), "");
        assert_eq!(found("За — треть жителей.", "A third of residents agree."), "");
        assert_ne!(found("Людей пришло вдвое больше.", "Three times as many came."), "");
        assert_eq!(found("Людей пришло вдвое больше.", "Twice as many people came."), "");
        assert_ne!(found("Урожай вырос на треть.", "Harvest is up by a quarter."), "");
        assert_ne!(found("Половина писем потеряна.", "A third of the letters are lost."), "");
        assert_eq!(found("Урожай вырос на треть.", "Harvest is up by a third."), "");
        assert_eq!(found("Третий гость занял половину дома.", "A third guest took half."), "");
        assert_ne!(found("Суд начнётся в полдень.", "The trial begins at midnight."), "");
        assert_ne!(found("Огни погасли в полночь.", "The lights went out at noon."), "");
        assert_eq!(found("Суд начнётся в полдень.", "The trial begins in the afternoon."), "");
    }
}
