//! Which language a text is in, told by its letters and its commonest words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::scripts::{is_cyrillic, is_written_in_cyrillic, primary};

/// What tells languages apart; a table that people can read and extend.
const RULES: &str = include_str!("guess.rules");

/// So many letters say something.
const LETTERS: usize = 12;
/// Of so many letters of a page in Cyrillic at least one is Cyrillic, code and names included.
const CYRILLIC: usize = 5;
/// A page in Latin letters may hold a Cyrillic one among so many.
const LATIN: usize = 20;

/// What a text shows of its language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    script: Option<Script>,
    /// The tag, where it is plain.
    pub language: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Cyrillic,
    Latin,
    Other,
}

/// Scripts that tell the language alone, or nearly.
const SCRIPTS: [(char, char, &str); 11] = [
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{600}', '\u{6ff}', "ar"),
    ('\u{900}', '\u{97f}', "hi"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1100}', '\u{11ff}', "ko"),
    ('\u{3040}', '\u{30ff}', "ja"),
    ('\u{4e00}', '\u{9fff}', "zh"),
    ('\u{ac00}', '\u{d7af}', "ko"),
];

impl Guess {
    /// Whether a text like this may be in the language of `tag`.
    pub fn admits(self, tag: &str) -> bool {
        let wanted = primary(tag);
        match (self.language, self.script) {
            (Some(language), _) => language == wanted,
            (None, Some(Script::Cyrillic)) => is_written_in_cyrillic(tag),
            (None, Some(Script::Latin)) => !is_written_in_cyrillic(tag),
            (None, Some(Script::Other)) => !is_written_in_cyrillic(tag) && wanted != "en",
            (None, None) => true,
        }
    }
}

/// Tells the language of a text, as far as it shows.
pub fn guess(text: &str) -> Guess {
    let (mut cyrillic, mut latin, mut other) = (0, 0, [0; SCRIPTS.len()]);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        if is_cyrillic(letter) {
            cyrillic += 1;
        } else if letter < '\u{250}' {
            latin += 1;
        } else if let Some(at) =
            SCRIPTS.iter().position(|(first, last, _)| (*first..=*last).contains(&letter))
        {
            other[at] += 1;
        }
    }
    let most = (0..SCRIPTS.len()).max_by_key(|at| other[*at]).unwrap_or_default();
    let all = cyrillic + latin + other[most];
    // A Chinese page has few letters, and each says much.
    if other[most] * CYRILLIC > all {
        // Japanese has Chinese letters beside its own, which Chinese never has.
        let is_japanese = other[8] * LATIN > other[9];
        let language = if SCRIPTS[most].2 == "zh" && is_japanese { "ja" } else { SCRIPTS[most].2 };
        return Guess { script: Some(Script::Other), language: Some(language) };
    }
    if cyrillic * CYRILLIC >= all && cyrillic >= LETTERS {
        let language = Some(in_cyrillic(text, cyrillic));
        return Guess { script: Some(Script::Cyrillic), language };
    }
    if cyrillic * LATIN <= all && latin >= LETTERS {
        return Guess { script: Some(Script::Latin), language: in_latin(text) };
    }
    Guess::default()
}

/// The language whose letters and words stand in the rules.
struct Rules {
    letters: Vec<(&'static str, &'static str)>,
    words: FxHashMap<&'static str, Vec<&'static str>>,
}

static READ: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules = Rules { letters: Vec::new(), words: FxHashMap::default() };
    for line in RULES.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split_whitespace();
        let (Some(tag), Some(sort)) = (fields.next(), fields.next()) else { continue };
        for field in fields {
            match sort {
                "letters" => rules.letters.push((tag, field)),
                _ => rules.words.entry(field).or_default().push(tag),
            }
        }
    }
    rules
});

/// The language in Cyrillic whose own letters a text has; Russian where it has none.
fn in_cyrillic(text: &str, count: usize) -> &'static str {
    let mut own: FxHashMap<char, usize> = FxHashMap::default();
    let letters = text.chars().flat_map(char::to_lowercase).filter(|letter| is_cyrillic(*letter));
    letters.for_each(|letter| *own.entry(letter).or_default() += 1);
    let share = |letters: &str| -> usize {
        let known = letters.chars().filter_map(|letter| own.get(&letter));
        known.sum::<usize>() * 1000 / count
    };
    // Bulgarian has no letter of its own; it has ъ for a vowel, and neither ы nor э.
    if share("ыэё") == 0 && share("ъ") >= 6 {
        return "bg";
    }
    let foreign = READ.letters.iter().filter(|(tag, _)| !matches!(*tag, "ru" | "bg"));
    let scored = foreign.map(|(tag, letters)| (share(letters), letters.chars().count(), *tag));
    // Of two that have all the letters seen, the one with fewer letters of its own.
    let best = scored.max_by_key(|(share, count, _)| (*share, usize::MAX - count));
    best.filter(|(share, ..)| *share >= 8).map_or("ru", |(_, _, tag)| tag)
}

/// The language in Latin letters whose commonest words a text has, where that is plain.
fn in_latin(text: &str) -> Option<&'static str> {
    let mut scores: FxHashMap<&str, usize> = FxHashMap::default();
    let mut all = 0;
    for word in text.split(|letter: char| !letter.is_alphabetic() && letter != '\u{2bb}') {
        if word.is_empty() {
            continue;
        }
        all += 1;
        for tag in READ.words.get(word.to_lowercase().as_str()).into_iter().flatten() {
            *scores.entry(*tag).or_default() += 1;
        }
    }
    let mut scores: Vec<(usize, &str)> =
        scores.into_iter().map(|(tag, hits)| (hits, tag)).collect();
    scores.sort_unstable_by(|one, other| other.cmp(one));
    let (hits, best) = *scores.first()?;
    let second = scores.get(1).map_or(0, |(hits, _)| *hits);
    // One word in thirty is one of the commonest even where code stands between the sentences.
    (hits * 30 >= all && hits * 2 >= second * 3).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::guess;

    fn told(text: &str) -> &'static str {
        guess(text).language.unwrap_or("none")
    }

    #[test]
    fn letters_tell_languages_in_cyrillic() {
        assert_eq!(told("Комиссия собралась в Ташкенте, заседание продолжалось два дня."), "ru");
        assert_eq!(told("Комісія зібралася в Києві, її засідання тривало два дні."), "uk");
        assert_eq!(told("Камісія сабралася ў Мінску, яе пасяджэнне доўжылася два дні."), "be");
        assert_eq!(
            told("Комиссия Астанада жиналды, отырыс екі күнге созылды және аяқталды."),
            "kk"
        );
        assert_eq!(
            told("Комисията се събра в София, заседанието продължи два дни и беше дълго."),
            "bg"
        );
        assert_eq!(told("Комисија се састала у Београду, седница је трајала два дана."), "sr");
    }

    #[test]
    fn common_words_tell_languages_in_latin_letters() {
        assert_eq!(told("The commission met in Tashkent and the session lasted two days."), "en");
        assert_eq!(
            told("Die Kommission trat in Taschkent zusammen, und die Sitzung dauerte zwei Tage."),
            "de"
        );
        assert_eq!(
            told(
                "La commission s'est réunie dans la ville et la séance est plus longue que prévu."
            ),
            "fr"
        );
        assert_eq!(
            told("Komisja zebrała się w Warszawie, posiedzenie nie jest krótkie, oraz trwa."),
            "pl"
        );
    }

    #[test]
    fn scripts_of_their_own_tell_the_language() {
        assert_eq!(told("Հանձնաժողովը հավաքվել է Երևանում"), "hy");
        assert_eq!(told("委员会在塔什干举行会议"), "zh");
        assert_eq!(told("委員会はタシケントで開かれた"), "ja");
    }

    #[test]
    fn code_does_not_hide_a_language_and_too_little_tells_none() {
        let russian = "Команда для запуска:\n\n    kubectl create namespace demo --dry-run=client";
        assert_eq!(told(russian), "ru");
        assert_eq!(told("Да."), "none");
        assert_eq!(told("12:30 — 15 %"), "none");
        let latin = guess("Bridge fair opens Tashkent");
        assert!(latin.admits("en") && latin.admits("de") && !latin.admits("ru"));
        assert!(guess("").admits("ru") && guess("").admits("en"));
    }
}
