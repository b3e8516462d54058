//! Whether an English word spells a Russian name, by any usual system and whatever the name's case.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The spellings of each letter in the usual systems, and in names that come from English.
const SPELLINGS: [(char, &[&str]); 33] = [
    ('а', &["a"]),
    ('б', &["b"]),
    ('в', &["v", "w", "ff"]),
    ('г', &["g", "h", "gh"]),
    ('д', &["d"]),
    // Newspapers print е for ё.
    ('е', &["e", "ye", "ie", "je", "yo"]),
    ('ё', &["e", "yo", "io", "ye", "o", "jo"]),
    ('ж', &["zh", "j", "z", "g"]),
    ('з', &["z", "s"]),
    ('и', &["i", "y", "ii", "ee", "yi"]),
    ('й', &["y", "i", "j"]),
    ('к', &["k", "c", "ck", "q"]),
    ('л', &["l"]),
    ('м', &["m"]),
    ('н', &["n"]),
    ('о', &["o"]),
    ('п', &["p"]),
    ('р', &["r"]),
    ('с', &["s", "c"]),
    ('т', &["t", "th"]),
    ('у', &["u", "oo", "ou"]),
    ('ф', &["f", "ph", "th"]),
    ('х', &["kh", "h", "x", "ch"]),
    ('ц', &["ts", "c", "tz", "tc", "z"]),
    ('ч', &["ch", "tch"]),
    ('ш', &["sh", "sch"]),
    ('щ', &["shch", "sch", "sh", "shh"]),
    ('ъ', &["", "'", "’", "\""]),
    ('ы', &["y", "i"]),
    ('ь', &["", "'", "’"]),
    ('э', &["e", "a"]),
    ('ю', &["yu", "iu", "ju", "u"]),
    ('я', &["ya", "ia", "ja", "a"]),
];

/// Spellings of letters that are written together.
const PAIRS: [(&str, &[&str]); 12] = [
    ("кс", &["x", "ks"]),
    ("дж", &["j", "g", "dzh", "dj"]),
    ("ий", &["y", "iy", "ii", "i", "ij", "yi"]),
    ("ый", &["y", "yy", "yi", "iy"]),
    ("ей", &["ey", "ei", "ay", "ej"]),
    ("ай", &["ai", "ay", "i"]),
    ("ье", &["ye", "ie", "e"]),
    ("ьё", &["yo", "io", "ye", "ie"]),
    ("ья", &["ya", "ia"]),
    ("ью", &["yu", "iu"]),
    ("ьи", &["yi", "ii"]),
    ("ие", &["ie", "iye"]),
];

/// What a name's cases end in.
const CASES: [&str; 34] = [
    "", "а", "у", "ом", "ем", "ём", "ым", "им", "е", "ы", "и", "ой", "ей", "ого", "его", "ому",
    "ему", "ых", "их", "ыми", "ими", "ам", "ами", "ах", "ою", "ю", "я", "ию", "ии", "ия", "ью",
    "ую", "ий", "ый",
];

/// What the English form ends in where the case is another.
const ENDINGS: [&str; 19] = [
    "", "a", "y", "i", "iy", "ii", "yy", "yi", "o", "e", "ya", "ia", "aya", "aia", "ey", "j", "ei",
    "oi", "oy",
];

/// Letters of the longest name.
const LONGEST: usize = 40;

/// Whether the English word may be the name.
pub fn spells(russian: &str, english: &str) -> bool {
    may_begin(russian, english) && spells_in_full(russian, english)
}

/// Whether the first letters let the English word be the name: most words of a text begin otherwise.
fn may_begin(russian: &str, english: &str) -> bool {
    let (Some(ours), Some(theirs)) = (russian.chars().next(), english.chars().next()) else {
        return true;
    };
    let Some(theirs) = theirs.is_ascii_alphabetic().then(|| theirs.to_ascii_lowercase()) else {
        return true;
    };
    match BEGINNINGS.get(&ours) {
        Some(letters) => letters & bit(theirs) != 0,
        None => true,
    }
}

/// The Latin letters that spellings of each Russian one begin with; none of the letters that may be left out.
static BEGINNINGS: LazyLock<FxHashMap<char, u32>> = LazyLock::new(|| {
    let mut beginnings = FxHashMap::default();
    for (letter, spellings) in SPELLINGS {
        if spellings.contains(&"") {
            continue;
        }
        let of_pairs = PAIRS.iter().filter(|(pair, _)| pair.starts_with(letter));
        let all = of_pairs.flat_map(|(_, spellings)| *spellings).chain(spellings);
        let letters = all.fold(0, |letters, one| letters | one.chars().next().map_or(0, bit));
        for case in [Some(letter), letter.to_uppercase().next()].into_iter().flatten() {
            beginnings.insert(case, letters);
        }
    }
    beginnings
});

/// The place of a Latin letter in a set of them.
fn bit(letter: char) -> u32 {
    1 << (u32::from(letter) & 31)
}

fn spells_in_full(russian: &str, english: &str) -> bool {
    let (russian, english) = (russian.to_lowercase(), english.to_lowercase());
    if russian.chars().count() > LONGEST || english.len() > 2 * LONGEST {
        return false;
    }
    if reads(&russian, &english, &[""]) {
        return true;
    }
    CASES.iter().any(|case| {
        let stem = russian.strip_suffix(case).filter(|stem| stem.chars().count() > 1);
        stem.is_some_and(|stem| reads(stem, &english, &ENDINGS))
    })
}

/// Whether the English word is made of spellings of these letters, with one of the ends.
fn reads(russian: &str, english: &str, ends: &[&str]) -> bool {
    let Some(letter) = russian.chars().next() else { return ends.contains(&english) };
    let goes_on = |length: usize, spelling: &str| {
        let rest = english.strip_prefix(spelling);
        rest.is_some_and(|rest| {
            // A consonant may be doubled, or one of two be lost.
            let again = rest.strip_prefix(spelling).filter(|_| spelling.len() == 1);
            reads(&russian[length..], rest, ends)
                || again.is_some_and(|rest| reads(&russian[length..], rest, ends))
        })
    };
    let mut pairs = PAIRS.iter().filter(|(pair, _)| russian.starts_with(pair));
    if pairs.any(|(pair, spellings)| spellings.iter().any(|one| goes_on(pair.len(), one))) {
        return true;
    }
    let twice = russian[letter.len_utf8()..].starts_with(letter);
    if twice && reads(&russian[letter.len_utf8()..], english, ends) {
        return true;
    }
    let spellings =
        SPELLINGS.iter().find(|(own, _)| *own == letter).map_or(&[][..], |(_, all)| all);
    spellings.iter().any(|one| goes_on(letter.len_utf8(), one))
}

/// Whether the English initial may be that of the Russian one.
pub fn begins(russian: char, english: char) -> bool {
    let russian = russian.to_lowercase().next().unwrap_or(russian);
    let spellings =
        SPELLINGS.iter().find(|(own, _)| *own == russian).map_or(&[][..], |(_, all)| all);
    let is_first = |spelling: &&&str| spelling.starts_with(english.to_ascii_lowercase());
    spellings.iter().any(|spelling| is_first(&spelling))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{SPELLINGS, begins, may_begin, spells, spells_in_full};

    #[test]
    fn any_usual_system_spells_a_name() {
        for (russian, spellings) in [
            ("Сергеем", "Sergey Sergei Sergej"),
            ("Алексея", "Alexey Alexei Aleksey Aleksei"),
            ("Щукина", "Shchukin Shchukina Schukin"),
            ("Юлии", "Yulia Yuliya Iuliia Julia"),
            ("Ельцин", "Yeltsin Eltsin Elcin"),
            ("Хрущёвым", "Khrushchev Hrushchev Khrushchyov"),
            ("Бельская", "Belskaya Belskaia"),
            ("Бельского", "Belsky Belskiy Belskii Belski"),
            ("Соловьёв", "Solovyov Solovyev Soloviev"),
            ("Ким", "Kim"),
            ("Анна", "Anna Ana"),
        ] {
            for english in spellings.split(' ') {
                assert!(spells(russian, english), "{russian} {english}");
            }
        }
    }

    #[test]
    fn a_slip_spells_another_name() {
        for (russian, english) in [
            ("Сорокин", "Sorkin"),
            ("Сорокина", "Sorokni"),
            ("Гордеев", "Gordienko"),
            ("Белова", "Belkova"),
            ("Жукова", "Zukhova"),
            ("Ларин", "Larsin"),
        ] {
            assert!(!spells(russian, english), "{russian} {english}");
        }
    }

    #[test]
    fn an_initial_has_its_letters() {
        assert!(begins('Я', 'Y') && begins('Ц', 'T') && begins('И', 'I') && begins('Х', 'K'));
        assert!(!begins('В', 'I') && !begins('И', 'V'));
    }

    proptest! {
        #[test]
        fn any_words_are_compared(russian in "[а-яё]{0,30}|.{0,30}", english in "[a-z]{0,40}|.{0,40}") {
            let _ = spells(&russian, &english);
        }

        #[test]
        fn first_letters_only_keep_away_what_is_no_spelling(
            russian in "[А-Яа-яёЁ]{1,6}",
            english in "[A-Za-z’]{1,8}",
        ) {
            prop_assert!(may_begin(&russian, &english) || !spells_in_full(&russian, &english));
        }

        #[test]
        fn the_first_letters_of_any_spelling_fit(
            letters in prop::collection::vec(prop::sample::select(&SPELLINGS), 1..6),
            choice in any::<usize>(),
        ) {
            let russian: String = letters.iter().map(|(letter, _)| *letter).collect();
            let english: String =
                letters.iter().map(|(_, all)| all[choice % all.len()]).collect();
            prop_assert!(!spells_in_full(&russian, &english) || may_begin(&russian, &english));
        }
    }
}
