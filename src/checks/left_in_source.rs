//! A translation must not be the source text over again, in whole or in part, nor a mark for later.
//!
//! Names and numbers may stay as they are, and so may what quotation marks or brackets hold.
//! A sentence may not, nor words in letters of the source where the target language has others.

use super::{Check, Place, Run, Seen, Subject, excerpt, without_code};
use crate::l10n::{Message, message};
use crate::model::{LeftText, PageState, Severity, Unit};
use crate::text::figures::Languages;
use crate::text::markup::mask;
use crate::text::scripts::{is_cyrillic, is_written_in_cyrillic};
use crate::text::transliteration::spells;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("left-in-source", Severity::Error, Run::Both(run, beside))
    .example("Мост открыли.", "Мост открыли.", "The bridge was opened.");

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let languages = subject.languages();
    if unit.is_missing() {
        return Vec::new();
    }
    let found = left(&unit.source, &unit.target, languages);
    let seen = found.map(|left| {
        let is_sign = matches!(&left, Left::Words(words) if words == "№");
        let most = if is_sign { Severity::Warning } else { Severity::Error };
        Seen::from(told(&unit.source, &left)).at_most(most).hint(hint)
    });
    seen.into_iter().collect()
}

/// What stands on the page as it stands in the source: fields that nobody translates, blocks left out.
fn beside(subject: &Subject<'_>) -> Vec<(Place, Seen)> {
    let Languages { source, target, .. } = subject.languages();
    if is_written_in_cyrillic(target) || !is_written_in_cyrillic(source) {
        return Vec::new();
    }
    let Some(published) = subject.published else { return Vec::new() };
    let is_absent = published.state == PageState::Absent;
    let mut all = Vec::new();
    for left in published.left.iter().filter(|left| is_left(left)) {
        let place =
            if is_absent { Place::SourceAt(left.position) } else { Place::PageAt(left.position) };
        let text = excerpt(&left.text);
        let seen = if left.field.is_empty() {
            Seen::from(message!("check-left-in-source-skipped", text = text))
                .hint(|_| message!("check-left-in-source-skipped.hint"))
        } else {
            let field = left.field.as_str();
            Seen::from(message!("check-left-in-source-field", field = field, text = text))
                .hint(|_| message!("check-left-in-source-field.hint"))
                .at_most(Severity::Warning)
        };
        all.push((place, seen));
    }
    all
}

/// Whether it has words of the source for readers; a path or a name of a file is none.
fn is_left(left: &LeftText) -> bool {
    let is_path = !left.field.is_empty()
        && !left.text.contains(char::is_whitespace)
        && left.text.contains(['/', '.', '_', '@']);
    !is_path && left.text.contains(is_cyrillic) && !is_in_third_language(&left.text)
}

/// What of a translation is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// All of it is in the source language.
    Whole,
    /// These words are.
    Words(String),
    /// A mark such as "TODO" stands for what is to come.
    Mark(String),
}

/// What a person is told of it.
pub fn told(source: &str, left: &Left) -> Message {
    let source = excerpt(source);
    match left {
        Left::Whole => message!("check-left-in-source-segment", source = source),
        Left::Words(words) => {
            message!("check-left-in-source-words", source = source, words = excerpt(words))
        }
        Left::Mark(mark) => message!("check-left-in-source-mark", source = source, mark = mark),
    }
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-left-in-source.hint", article = subject.argument())
}

/// What the translation still has to have translated.
pub fn left(source: &str, target: &str, languages: Languages<'_>) -> Option<Left> {
    let is_cyrillic_in = |language| is_written_in_cyrillic(language);
    if let Some(mark) = mark(source, target) {
        return Some(Left::Mark(mark.to_owned()));
    }
    if is_cyrillic_in(languages.target) || !is_cyrillic_in(languages.source) {
        let is_same = source.trim() == target.trim() && has_sentence(source);
        return is_same.then_some(Left::Whole);
    }
    if source.contains('№') && target.contains('№') && languages.target == "en" {
        return Some(Left::Words("№".to_owned()));
    }
    // Most translations have no such letter, and bytes tell.
    if !target.bytes().any(|byte| (0xd0..=0xd4).contains(&byte)) {
        return None;
    }
    let target = &without_code(target);
    if languages.source == "ru" && is_in_third_language(target) {
        return None;
    }
    let small = target.split_whitespace().filter(|word| is_small(word) && has_cyrillic(word));
    if is_mostly_cyrillic(target) && (is_mostly_cyrillic(&bare(target)) || small.count() >= SAID) {
        return Some(Left::Whole);
    }
    run_of_words(target, source).map(Left::Words)
}

/// So many small words in quotation marks are something said rather than a name.
const SAID: usize = 3;

fn is_mostly_cyrillic(text: &str) -> bool {
    let count = |is_wanted: fn(char) -> bool| text.chars().filter(|c| is_wanted(*c)).count();
    count(is_cyrillic) * 2 > count(char::is_alphabetic)
}

fn has_cyrillic(text: &str) -> bool {
    text.contains(is_cyrillic)
}

/// Marks that stand for a translation to come.
const MARKS: [&str; 5] = ["TODO", "TBD", "FIXME", "XXX", "???"];

/// A mark that only the translation has.
fn mark<'a>(source: &str, target: &'a str) -> Option<&'a str> {
    let alone = target.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    let is_alone = |mark: &str| alone.eq_ignore_ascii_case(mark);
    let is_word = |at: usize, mark: &str| {
        let beside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        mark.starts_with('?')
            || beside(target[..at].chars().next_back())
                && beside(target[at + mark.len()..].chars().next())
    };
    MARKS.into_iter().find_map(|mark| {
        if source.contains(mark) {
            return None;
        }
        if is_alone(mark) {
            return Some(alone);
        }
        let at = target.find(mark).filter(|at| is_word(*at, mark))?;
        let is_code = target[..at].matches('`').count() % 2 == 1;
        (!is_code).then(|| &target[at..at + mark.len()])
    })
}

/// Whether letters show that what is kept is neither language's, such as a Ukrainian quotation.
fn is_in_third_language(target: &str) -> bool {
    target.contains([
        'і', 'ї', 'є', 'ґ', 'ў', 'І', 'Ї', 'Є', 'Ґ', 'Ў', 'ө', 'ү', 'қ', 'ң', 'ғ', 'ә', 'ј', 'љ',
        'њ', 'ћ', 'ђ', 'џ',
    ])
}

/// Words of the source one after another, names and what is quoted or coded aside.
fn run_of_words(target: &str, source: &str) -> Option<String> {
    let plain = bare(target);
    let mut run: Vec<&str> = Vec::new();
    let mut follows_figure = false;
    for word in plain.split_whitespace().chain([""]) {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        if letters.starts_with(is_cyrillic) && !letters.contains(['.', '/', '@']) {
            run.push(word);
            continue;
        }
        let small = run.iter().filter(|word| is_small(word)).count();
        let is_lone = run.len() == 1 && small == 1 && is_lone_word(run[0], source);
        let is_unit = run.len() == 1 && follows_figure && begins_in(run[0], source);
        let is_named = run.iter().any(|word| is_name_left(word, source, target));
        if small > 0 && run.len() > 1 || is_lone || is_unit || is_named {
            return Some(run.join(" "));
        }
        run.clear();
        follows_figure = word.ends_with(|c: char| c.is_ascii_digit());
    }
    None
}

fn is_small(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase)
}

/// Whether a word by itself was left: the source has it, or a longer one in another form.
fn is_lone_word(word: &str, source: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let stem: String = word.chars().take(STEM).collect();
    let is_long = word.chars().count() >= STEM;
    for other in source.split(|c: char| !c.is_alphanumeric()) {
        if other == word || is_long && other.to_lowercase().starts_with(&stem) {
            return true;
        }
    }
    false
}

/// Letters by which two forms of a word are told.
const STEM: usize = 5;

/// Whether a word of the source is this one, or begins with it.
fn begins_in(word: &str, source: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    source.split(|c: char| !c.is_alphanumeric()).any(|other| other.starts_with(word))
}

/// Letters by which a name is known in another case.
const SAME: usize = 3;

/// Whether a name of the source was left in its letters, and stands nowhere in those of the translation.
fn is_name_left(word: &str, source: &str, target: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_name = word.starts_with(char::is_uppercase) && word.chars().count() > 1;
    if !is_name || word.chars().any(|c| !is_cyrillic(c) && c != '-') {
        return false;
    }
    let length = word.chars().count();
    let is_form = |other: &str| {
        let shared = word.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
        other == word || shared >= SAME && shared + 2 >= length
    };
    let is_known = source.split(|c: char| !c.is_alphanumeric()).any(is_form);
    let mut others = target.split(|c: char| !c.is_alphanumeric());
    is_known && !others.any(|other| other.starts_with(is_latin) && spells(word, other))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_uppercase()
}

/// The text without links, code, quotations, emphasis and what stands in brackets.
fn bare(text: &str) -> String {
    let (masked, _) = mask(text);
    let mut bare = String::with_capacity(text.len());
    let mut ends: Vec<char> = Vec::new();
    // The mask has as many bytes as the text, and spaces for what it takes away.
    let mut at = 0;
    for c in text.chars() {
        let is_masked = masked.as_bytes()[at] == b' ' && c != ' ';
        at += c.len_utf8();
        if ends.last() == Some(&c) {
            ends.pop();
            bare.push('|');
        } else if let Some(end) = end_of(c).filter(|end| text[at..].contains(*end)) {
            ends.push(end);
            bare.push('|');
        } else if ends.is_empty() && !is_masked {
            bare.push(c);
        }
    }
    bare.replace('|', " | ")
}

/// What closes what a sign opens.
fn end_of(sign: char) -> Option<char> {
    match sign {
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        '‘' => Some('’'),
        '(' => Some(')'),
        '[' => Some(']'),
        '"' | '`' | '*' | '_' => Some(sign),
        _ => None,
    }
}

/// Whether there are more words in lower case than a name has.
fn has_sentence(text: &str) -> bool {
    text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count() > 3
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    #[test]
    fn a_sentence_left_in_russian_is_named() {
        let found = findings(&CHECK, "current: Связь есть. | Связь есть now.");
        assert_eq!(
            found,
            "error: The translation of “Связь есть” is still in the source language.\n"
        );
    }

    #[test]
    fn words_left_in_russian_are_named() {
        let source = "Выставку открыла директор музея Анна Лукина.";
        for (target, words) in [
            (
                "The exhibition was opened by директор музея Анна Лукина.",
                "директор музея Анна Лукина",
            ),
            (
                "The exhibition was opened by the director Anna Lukina. Выставку открыла директор.",
                "Выставку открыла директор",
            ),
            ("The exhibition was opened by the директор of the museum.", "директор"),
            ("The exhibition was opened by the director, Anna Лукина.", "Лукина"),
            ("The exhibition was opened by the director Анна Лукина.", "Анна Лукина"),
        ] {
            let found = findings(&CHECK, &format!("current: {source} | {target}"));
            let expected = format!(
                "“{words}” was left in the source language in the translation of “Выставку открыла директор музея Анна Лукина”"
            );
            assert_eq!(found, format!("error: {expected}.\n"));
        }
    }

    #[test]
    fn a_unit_and_a_short_name_left_in_russian_are_named() {
        for pair in [
            "Вес — 12 кг. | It weighs 12 кг.",
            "Билет стоит 50 руб. | A ticket costs 50 руб.",
            "Рост ВВП замедлился. | The growth of ВВП slowed down.",
            "Уровень воды в Каме поднялся. | The level of the Кама rose.",
        ] {
            assert_ne!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
        assert_eq!(findings(&CHECK, "current: Буква Ы есть. | The letter Ы exists."), "");
    }

    #[test]
    fn a_mark_for_later_is_no_translation() {
        for target in
            ["TODO", "???", "TBD.", "[todo]", "Xxx", "The museum TODO opened.", "It opened ???"]
        {
            assert_ne!(
                findings(&CHECK, &format!("current: Музей открыли. | {target}")),
                "",
                "{target}"
            );
        }
        assert_eq!(findings(&CHECK, "current: Метка TODO. | The mark TODO."), "");
        assert_eq!(findings(&CHECK, "current: Что?! | What?!"), "");
        assert_eq!(findings(&CHECK, "current: Оставьте метку. | Leave the mark `TODO`."), "");
    }

    #[test]
    fn a_text_of_the_same_letters_is_left_only_where_it_is_the_source() {
        // A page in English has quotations that stay as they are.
        let kept = "“To thine own self be true, and it must follow.”";
        assert_eq!(findings(&CHECK, &format!("current: {kept} | {kept}")), "");
        assert_eq!(findings(&CHECK, "current: Deutsche Bahn | Deutsche Bahn"), "");
    }

    #[test]
    fn names_quotations_and_code_may_stay() {
        for pair in [
            "PayPal | PayPal",
            "23.12.2024 | 23.12.2024",
            "Сайт премия.рф. | The site премия.рф is open.",
            "Газета «Вечерний город». | The newspaper “Вечерний город”.",
            "Министерство путей сообщения. | The Ministry of Railways (Министерство путей сообщения).",
            "Он сказал «так и быть». | He said «так и быть», which means so be it.",
            "Он спел «Ще не вмерли». | He sang Ще не вмерли України of his own will, and left.",
            "Нажмите `пуск`. | Press `пуск и готово`.",
            "Павел Серов. | Pavel Serov, Павел Серов in Russian.",
            "См. [статью](https://a.example/мост). | See [the article](https://a.example/мост).",
        ] {
            assert_eq!(findings(&CHECK, &format!("current: {pair}")), "", "{pair}");
        }
        assert_eq!(findings(&CHECK, "missing: Связь есть."), "");
    }
}
