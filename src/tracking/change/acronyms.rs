//! Short names and what they are short for: «ВОЗ», «Минздрав», "EU".

use super::Readings;
use super::matched::Matched;
use super::reading::{Reading, Word};

/// How many words a short name may stand for.
const WORDS: usize = 7;
/// Letters of the shortest piece of a short name that is more than an initial: «Мин» of «Минздрав».
const PIECE: usize = 3;

/// Matches short names that came with the full ones that went, and the other way round.
pub fn pair_acronyms(matched: &mut Matched, readings: &Readings<'_>) {
    let [old, new] = [readings.old, readings.new];
    for was in matched.gone() {
        let free = |at: usize| matched.is_come(at);
        if let Some((first, count)) = full_name(old, &old.words[was], new, free) {
            matched.spell(was, first);
            (first + 1..first + count).for_each(|part| matched.settle_new(part));
        }
    }
    for is in matched.come() {
        let free = |at: usize| matched.is_gone(at);
        if let Some((first, count)) = full_name(new, &new.words[is], old, free) {
            matched.spell(first, is);
            (first + 1..first + count).for_each(|part| matched.settle_old(part));
        }
    }
}

/// Where the other text has the words that a short name stands for, and how many.
fn full_name(
    reading: &Reading<'_>,
    short: &Word,
    other: &Reading<'_>,
    is_free: impl Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let written: Vec<char> =
        reading.text[short.span.range()].chars().filter(|c| c.is_alphabetic()).collect();
    let is_short = written.len() >= 2
        && written[0].is_uppercase()
        && !reading.text[short.span.range()].contains(char::is_whitespace);
    if !is_short {
        return None;
    }
    let is_acronym = written.iter().all(|c| c.is_uppercase());
    let letters: String = short.form.chars().filter(|c| c.is_alphabetic()).collect();
    (0..other.words.len()).filter(|first| is_free(*first)).find_map(|first| {
        let run = (first..other.words.len()).take(WORDS).take_while(|at| is_free(*at)).count();
        let counts = (1..=run).rev();
        let mut counts = counts.filter(|count| {
            let words = &other.words[first..first + count];
            if is_acronym {
                are_initials(&letters, other, words)
            } else {
                *count >= 2 && are_pieces(&letters, words)
            }
        });
        counts.next().map(|count| (first, count))
    })
}

/// Whether letters are those that words begin with; small words may have none.
fn are_initials(letters: &str, reading: &Reading<'_>, words: &[Word]) -> bool {
    let opens = |word: &Word| reading.class(word).is_some_and(super::rules::Class::is_small);
    let is_small_edge = words.first().is_some_and(opens) || words.last().is_some_and(opens);
    let parts = |is_full: bool| -> (String, usize) {
        let told = words.iter().filter(|word| is_full || !opens(word));
        let parts: Vec<&str> = told.flat_map(|word| word.form.split(['-', '_', ' '])).collect();
        (parts.iter().filter_map(|part| part.chars().next()).collect(), parts.len())
    };
    !is_small_edge
        && [true, false].into_iter().any(|is_full| {
            let (initials, count) = parts(is_full);
            count >= 2 && initials == letters
        })
}

/// Whether letters are beginnings of the words, the last one to its end: «Госдума».
fn are_pieces(letters: &str, words: &[Word]) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    if rest.is_empty() {
        return is_last_piece(letters, &word.form);
    }
    let mut ends = letters.char_indices().map(|(at, _)| at).skip(PIECE);
    ends.any(|end| {
        let (piece, behind) = letters.split_at(end);
        let behind_joint = behind.strip_prefix('о').unwrap_or(behind);
        word.form.starts_with(piece) && (are_pieces(behind, rest) || are_pieces(behind_joint, rest))
    })
}

/// Whether a piece begins the word, or is it in another case.
fn is_last_piece(piece: &str, word: &str) -> bool {
    let common = piece.chars().zip(word.chars()).take_while(|(one, two)| one == two).count();
    let rest = piece.chars().count() - common;
    common >= PIECE && (rest == 0 || rest <= 2 && word.chars().count() <= common + 2)
}

#[cfg(test)]
mod tests {
    use super::is_last_piece;

    #[test]
    fn the_last_piece_may_stand_in_another_case() {
        assert!(is_last_piece("дума", "думы"));
        assert!(is_last_piece("здрав", "здравоохранения"));
        assert!(!is_last_piece("фин", "культуры"));
        assert!(!is_last_piece("думский", "думы"));
    }
}
