//! Slips of the pen in names: a letter too many, too few or another, or two that changed places.

use crate::text::distance::Yardstick;
use crate::text::transliteration::spells;

/// Letters of the shortest name.
const SHORTEST: usize = 3;

/// Whether a word is another with a slip of the pen in it: a letter too many, too few or another, or two exchanged.
pub fn is_slip(name: &str, usual: &str) -> bool {
    let (one, other) = (name.to_lowercase(), usual.to_lowercase());
    if one.len() < SHORTEST || other.len() < SHORTEST || one == other {
        return false;
    }
    let most = if other.len() > 5 { 2 } else { 1 };
    let is_form = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| matches!(rest, "s" | "n" | "an" | "ian" | "ns"))
    };
    let is_near = Yardstick::new(&one).distance(&other) <= most || is_exchanged(&one, &other);
    is_near && !is_form(&one, &other) && !is_form(&other, &one)
}

/// Whether two letters side by side changed places.
fn is_exchanged(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len() != other.len() {
        return false;
    }
    for at in 1..one.len() {
        let mut turned = one.clone();
        turned.swap(at - 1, at);
        if turned == other {
            return true;
        }
    }
    false
}

/// Whether an English word is a spelling of a Russian name with two letters exchanged.
pub fn is_turned_of(russian: &str, english: &str) -> bool {
    let letters: Vec<char> = english.to_lowercase().chars().collect();
    for at in 1..letters.len() {
        let mut turned = letters.clone();
        turned.swap(at - 1, at);
        if spells(russian, &turned.iter().collect::<String>()) {
            return true;
        }
    }
    false
}

/// Whether an English word is one slip of the pen away from a spelling of a Russian name.
pub fn is_slip_of(russian: &str, english: &str) -> bool {
    let letters: Vec<char> = english.to_lowercase().chars().collect();
    if letters.len() < SHORTEST || !english.is_ascii() {
        return false;
    }
    let is_it = |letters: &[char]| spells(russian, &letters.iter().collect::<String>());
    for at in 0..letters.len() {
        let mut fewer = letters.clone();
        fewer.remove(at);
        if is_it(&fewer) {
            return true;
        }
        if at + 1 < letters.len() {
            let mut turned = letters.clone();
            turned.swap(at, at + 1);
            if is_it(&turned) {
                return true;
            }
        }
        for letter in 'a'..='z' {
            let mut other = letters.clone();
            other[at] = letter;
            if is_it(&other) {
                return true;
            }
            other.clone_from(&letters);
            other.insert(at, letter);
            if is_it(&other) {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_slip, is_slip_of, is_turned_of};

    proptest! {
        #[test]
        fn one_slip_is_near(at in 0..6_usize) {
            let mut letters: Vec<char> = "kravets".chars().collect();
            letters.swap(at, at + 1);
            let slip: String = letters.into_iter().collect();
            prop_assert!(is_slip_of("Кравец", &slip));
        }
    }

    #[test]
    fn forms_of_a_name_are_no_slips() {
        assert!(is_slip("Kravest", "Kravets") && is_slip("Tallr", "Taller"));
        assert!(!is_slip("Taller", "Taller") && !is_slip("Tallers", "Taller"));
        assert!(is_turned_of("Глеб", "Gelb") && !is_turned_of("Глеб", "Boris"));
    }
}
