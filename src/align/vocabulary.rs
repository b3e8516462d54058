//! Everyday words whose translations are known before anything is learnt.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tokens::{Token, Tongue};

type Meanings = FxHashMap<String, Vec<u32>>;

/// The numbers of the meanings that a word of this tongue can have.
pub fn meanings(token: &Token, tongue: &Tongue) -> Vec<u32> {
    let meanings = match tongue.language() {
        "ru" => &VOCABULARY.0,
        "en" => &VOCABULARY.1,
        _ => return Vec::new(),
    };
    meanings.get(&token.key).cloned().unwrap_or_default()
}

static VOCABULARY: LazyLock<(Meanings, Meanings)> = LazyLock::new(|| {
    let (mut source, mut target) = (Meanings::default(), Meanings::default());
    let (russian, english) = (Tongue::new("ru", "en"), Tongue::new("en", "ru"));
    let lines = include_str!("rules/vocabulary.txt").lines();
    let lines = lines.filter_map(|line| line.split_once(" | "));
    for (meaning, (left, right)) in (0_u32..).zip(lines) {
        for (words, tongue, table) in
            [(left, &russian, &mut source), (right, &english, &mut target)]
        {
            for word in words.split(' ') {
                for stem in stems(word, tongue) {
                    let found = table.entry(stem).or_default();
                    if found.last() != Some(&meaning) {
                        found.push(meaning);
                    }
                }
            }
        }
    }
    (source, target)
});

/// The stems of a word's forms: the rules take «капитан» for a participle, but not «капитаном».
fn stems(word: &str, tongue: &Tongue) -> Vec<String> {
    let mut stems = vec![tongue.stem(word)];
    let endings = FORMS.iter().find(|(ending, _)| word.ends_with(ending));
    let Some((ending, forms)) = endings.filter(|_| tongue.is_cyrillic()) else { return stems };
    let base = &word[..word.len() - ending.len()];
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
    ("овать", "ует уют уем уя овал овала овали уй ующий овавший ован ована ованный"),
    ("евать", "ует уют уем уя евал евала евали ующий евавший"),
    ("ать", "ал ала ало али ает ают аем ая ай ающий авший аем ан ана ано аны анный"),
    ("ять", "ял яла яли яет яют яем яя яющий явший ян яна яны янный"),
    ("ить", "ил ила ило или ит ят им я ивший ящий ен ена ено ены енный лю лен лена лены ленный"),
    ("еть", "ел ела ело ели еет еют ит ят ея евший"),
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
