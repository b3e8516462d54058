//! Everyday words whose translations are known before anything is learnt.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use super::tokens::{Tokenizer, WordToken};

/// The numbers of the meanings that a word of this tongue can have.
pub fn meanings(token: &WordToken, tongue: &Tokenizer) -> Vec<u32> {
    let index = match tongue.language() {
        "ru" => &VOCABULARY.0,
        "en" => &VOCABULARY.1,
        _ => return Vec::new(),
    };
    let Some(shelf) = index.get(&beginning(&token.key)) else { return Vec::new() };
    let stems = shelf.stems.get_or_init(|| shelf.read(tongue.language()));
    stems.get(&token.key).cloned().unwrap_or_default()
}

/// Whether a Russian and an English word can mean the same.
pub fn share_a_meaning(russian: &str, english: &str) -> bool {
    let ours = meanings_of(russian, &Tokenizer::new("ru", "en"));
    let theirs = meanings_of(english, &Tokenizer::new("en", "ru"));
    ours.iter().any(|meaning| theirs.contains(meaning))
}

/// Whether a translation of this word is known, in whatever form it stands; of Russian and English words.
pub fn has_meaning(word: &str, language: &str) -> bool {
    let other = if language == "ru" { "en" } else { "ru" };
    !meanings_of(word, &Tokenizer::new(language, other)).is_empty()
}

/// The numbers of the meanings that a word in any of its forms can have.
fn meanings_of(word: &str, tongue: &Tokenizer) -> Vec<u32> {
    let index = if tongue.language() == "ru" { &VOCABULARY.0 } else { &VOCABULARY.1 };
    let stem = tongue.stem(word);
    let Some(shelf) = index.get(&beginning(&stem)) else { return Vec::new() };
    let stems = shelf.stems.get_or_init(|| shelf.read(tongue.language()));
    stems.get(&stem).cloned().unwrap_or_default()
}

/// The first two letters of a word; hardly a form of it begins otherwise.
type Beginning = [char; 2];

fn beginning(word: &str) -> Beginning {
    let mut letters = word.chars().map(|letter| if letter == 'ё' { 'е' } else { letter });
    [letters.next().unwrap_or_default(), letters.next().unwrap_or_default()]
}

/// Where a word of the vocabulary is looked for: by its stem, which for "lying" is "lie".
fn shelf(word: &str) -> Beginning {
    let beginning = beginning(word);
    match word {
        "dying" | "lying" | "tying" => [beginning[0], 'i'],
        _ => beginning,
    }
}

/// Words that begin alike with their meanings; their stems are made once somebody asks.
#[derive(Default)]
struct Shelf {
    words: Vec<(&'static str, u32)>,
    stems: OnceLock<FxHashMap<String, Vec<u32>>>,
}

impl Shelf {
    fn read(&self, language: &str) -> FxHashMap<String, Vec<u32>> {
        let tongue = Tokenizer::new(language, if language == "ru" { "en" } else { "ru" });
        let mut meanings: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (word, meaning) in &self.words {
            for stem in stems(word, &tongue) {
                let found = meanings.entry(stem).or_default();
                if found.last() != Some(meaning) {
                    found.push(*meaning);
                }
            }
        }
        meanings
    }
}

type Index = FxHashMap<Beginning, Shelf>;

static VOCABULARY: LazyLock<(Index, Index)> = LazyLock::new(|| {
    let (mut russian, mut english) = (Index::default(), Index::default());
    let lines = include_str!("rules/vocabulary.txt").lines();
    let lines =
        lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" | "));
    for (meaning, (left, right)) in (0_u32..).zip(lines) {
        for (words, index) in [(left, &mut russian), (right, &mut english)] {
            for word in words.split(' ') {
                index.entry(shelf(word)).or_default().words.push((word, meaning));
            }
        }
    }
    (russian, english)
});

/// The stems of a word's forms: the rules take «капитан» for a participle, but not «капитаном».
fn stems(word: &str, tongue: &Tokenizer) -> Vec<String> {
    let mut stems = vec![tongue.stem(word)];
    let endings = FORMS.iter().find(|(ending, _)| word.ends_with(ending));
    let Some((ending, forms)) = endings.filter(|_| tongue.is_cyrillic()) else { return stems };
    let base = &word[..word.len() - ending.len()];
    // What is left of a short verb is a letter, and its forms are none.
    if base.chars().nth(1).is_none() {
        return stems;
    }
    for form in forms.split(' ') {
        let stem = tongue.stem(&format!("{base}{form}"));
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    stems
}

/// What Russian words end in, and what stands there in their other forms; the first that fits counts.
const FORMS: &[(&str, &str)] = &[
    ("оваться", "уется уются уюсь уемся овался овалась овалось овались"),
    ("аться", "ается аются аюсь аемся ался алась алось ались"),
    ("яться", "ется ются юсь емся яется яются ялся ялась ялось ялись"),
    ("иться", "ится ятся юсь имся ился илась илось ились"),
    ("еться", "ется ится елся елась елось елись"),
    ("овать", "ует уют уем уя овал овала овали уй ующий овавший ован ована ованный"),
    ("евать", "ует уют уем уя евал евала евали ующий евавший"),
    ("ать", "ал ала ало али аю ает ают аем ая ай ающий авший аем ан ана ано аны анный"),
    ("ять", "ял яла яли яет яют яем яя яющий явший ян яна яны янный"),
    ("ить", "ил ила ило или ю ит ят им я ивший ящий ен ена ено ены енный лю лен лена лены ленный"),
    ("еть", "ел ела ело ели ею еет еют ит ят ея евший"),
    ("нуть", "нул нула нули нет нут нувший нут нута"),
    ("ость", "ости остью остей остям остями остях"),
    ("ый", "ая ое ые ого ому ым ом ой ую ых ыми"),
    ("ий", "ая ее ие его ему им ем ей юю их ими ого ому"),
    ("ия", "ии ию ией ий иям иями иях"),
    ("ие", "ия ию ием ии ий иям иями иях"),
    ("а", "ы и е у ой ою ам ами ах"),
    ("я", "и ю е ей ям ями ях"),
    ("о", "а у ом е ам ами ах"),
    ("е", "я ю ем ям ями ях"),
    ("ец", "ца цу цем це цы цев цам цами цах"),
    ("ок", "ка ку ком ке ки ков кам ками ках"),
    ("ь", "и ю я е ей ем ям ями ях ью"),
    ("й", "я ю ем е и ев ям ями ях"),
    ("", "а у ом е ы и ов ам ами ах ей"),
];

#[cfg(test)]
mod tests {
    use super::{VOCABULARY, beginning, meanings, stems};
    use crate::align::tokens::Tokenizer;

    #[test]
    fn every_form_of_a_word_stands_where_it_is_looked_for() {
        for (language, index) in [("ru", &VOCABULARY.0), ("en", &VOCABULARY.1)] {
            let tongue = Tokenizer::new(language, language);
            for (start, shelf) in index {
                for (word, _) in &shelf.words {
                    for stem in stems(word, &tongue) {
                        let is_short = stem.chars().count() < 2;
                        assert!(is_short || beginning(&stem) == *start, "{word}: {stem}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_form_with_a_stem_of_its_own_is_found() {
        let tongue = Tokenizer::new("en", "ru");
        for word in ["lying", "dying"] {
            assert!(!meanings(&tongue.tokens(word)[0], &tongue).is_empty(), "{word}");
        }
    }

    #[test]
    fn forms_of_one_word_mean_the_same() {
        let tongue = Tokenizer::new("ru", "en");
        let of = |word: &str| meanings(&tongue.tokens(word)[0], &tongue);
        for forms in [
            ["капитан", "капитаном"],
            ["строили", "строить"],
            ["школьный", "школьных"],
            ["надеяться", "надеюсь"],
            ["надеется", "надеялись"],
        ] {
            assert!(!of(forms[0]).is_empty(), "{forms:?}");
            assert!(of(forms[0]).iter().any(|meaning| of(forms[1]).contains(meaning)), "{forms:?}");
        }
    }
}
