//! Russian names in Latin letters, by the systems that English texts use.

use crate::model::Span;

/// By which system Russian names are spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameSystem {
    Bgn,
    Passport,
    Scholarly,
}

/// A name that stands in the text by another system than the house's.
pub struct OtherSpelling {
    pub span: Span,
    /// How the house writes it.
    pub wanted: String,
}

const SYSTEMS: [NameSystem; 3] = [NameSystem::Bgn, NameSystem::Passport, NameSystem::Scholarly];

/// The first name of the source that the translation spells by another system.
pub fn other(source: &str, target: &str, wanted: NameSystem) -> Option<OtherSpelling> {
    let words = source.split(|c: char| !c.is_alphabetic());
    let names = words.filter(|word| word.starts_with(char::is_uppercase) && word.len() > 6);
    for name in names.flat_map(nominatives) {
        let ours = latin(&name, wanted);
        if place(target, &ours).is_some() {
            continue;
        }
        let others = SYSTEMS.iter().filter(|system| **system != wanted);
        let mut found = others.map(|system| latin(&name, *system)).filter(|other| *other != ours);
        if let Some(span) = found.find_map(|other| place(target, &other)) {
            return Some(OtherSpelling { span, wanted: ours });
        }
    }
    None
}

/// The place of a whole word.
fn place(text: &str, word: &str) -> Option<Span> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let at = text.match_indices(word).map(|(at, _)| at).find(|at| {
        let after = text[at + word.len()..].chars().next();
        !is_letter(text[..*at].chars().next_back()) && !is_letter(after)
    })?;
    Some(Span::new(at, at + word.len()))
}

/// The word, and what it may be the form of: «Сергея» of «Сергей», «Наталью» of «Наталья».
fn nominatives(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut forms = vec![word.to_owned()];
    for (cut, end) in [(1, ""), (1, "й"), (2, "й"), (3, "й"), (1, "я"), (1, "а"), (2, "")] {
        if letters.len() > cut + 2 {
            let stem: String = letters[..letters.len() - cut].iter().collect();
            forms.push(format!("{stem}{end}"));
        }
    }
    forms
}

/// The name in Latin letters.
fn latin(name: &str, system: NameSystem) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut latin = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let small = letter.to_lowercase().next().unwrap_or(*letter);
        let before = index.checked_sub(1).map(|at| letters[at]);
        let written = match system {
            NameSystem::Bgn => bgn(small, before),
            NameSystem::Passport => passport(small),
            NameSystem::Scholarly => scholarly(small),
        };
        let written = written.unwrap_or_else(|| common(small));
        let mut rest = written.chars();
        match rest.next() {
            Some(first) if letter.is_uppercase() => {
                latin.extend(first.to_uppercase());
                latin.push_str(rest.as_str());
            }
            _ => latin.push_str(written),
        }
    }
    // «Дмитрий» and «Чайковский» end in one letter.
    match (system, latin.strip_suffix("iy")) {
        (NameSystem::Bgn, Some(stem)) => format!("{stem}y"),
        _ => latin,
    }
}

/// Letters that all systems write alike.
fn common(letter: char) -> &'static str {
    const PAIRS: [(char, &str); 33] = [
        ('а', "a"),
        ('б', "b"),
        ('в', "v"),
        ('г', "g"),
        ('д', "d"),
        ('е', "e"),
        ('ё', "e"),
        ('ж', "zh"),
        ('з', "z"),
        ('и', "i"),
        ('й', "y"),
        ('к', "k"),
        ('л', "l"),
        ('м', "m"),
        ('н', "n"),
        ('о', "o"),
        ('п', "p"),
        ('р', "r"),
        ('с', "s"),
        ('т', "t"),
        ('у', "u"),
        ('ф', "f"),
        ('х', "kh"),
        ('ц', "ts"),
        ('ч', "ch"),
        ('ш', "sh"),
        ('щ', "shch"),
        ('ъ', ""),
        ('ы', "y"),
        ('ь', ""),
        ('э', "e"),
        ('ю', "yu"),
        ('я', "ya"),
    ];
    PAIRS.iter().find(|(russian, _)| *russian == letter).map_or("", |(_, latin)| latin)
}

/// As news agencies write: Sergey, Yelena, Dmitry, Yury.
fn bgn(letter: char, before: Option<char>) -> Option<&'static str> {
    let after_vowel = before.is_none_or(|c| "аеёиоуыэюяьъ".contains(c));
    match letter {
        'е' if after_vowel => Some("ye"),
        'ё' => Some("yo"),
        _ => None,
    }
}

/// As passports write: Sergei, Elena, Dmitrii, Iurii.
fn passport(letter: char) -> Option<&'static str> {
    match letter {
        'й' => Some("i"),
        'ю' => Some("iu"),
        'я' => Some("ia"),
        'ъ' => Some("ie"),
        _ => None,
    }
}

/// As scholars write: Sergej, Jurij, Čechov.
fn scholarly(letter: char) -> Option<&'static str> {
    match letter {
        'ж' => Some("ž"),
        'й' => Some("j"),
        'х' => Some("ch"),
        'ц' => Some("c"),
        'ч' => Some("č"),
        'ш' => Some("š"),
        'щ' => Some("šč"),
        'э' => Some("ė"),
        'ю' => Some("ju"),
        'я' => Some("ja"),
        'ё' => Some("ë"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{NameSystem, latin};

    #[test]
    fn each_system_has_its_letters() {
        let all = |name| {
            [NameSystem::Bgn, NameSystem::Passport, NameSystem::Scholarly]
                .map(|system| latin(name, system))
        };
        assert_eq!(all("Сергей"), ["Sergey", "Sergei", "Sergej"]);
        assert_eq!(all("Елена"), ["Yelena", "Elena", "Elena"]);
        assert_eq!(all("Юлия"), ["Yuliya", "Iuliia", "Julija"]);
        assert_eq!(all("Чехов"), ["Chekhov", "Chekhov", "Čechov"]);
    }
}
