//! What prepositions and conjunctions may say, as the rules of a language list it.

use rustc_hash::FxHashMap;

/// Which words may stand for each other at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOfWord {
    Preposition,
    Conjunction,
}

/// The senses of small words, each a line of words that may say it.
#[derive(Debug, Default)]
pub struct Senses {
    words: FxHashMap<&'static str, Vec<Sense>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sense {
    sort: SortOfWord,
    name: &'static str,
}

impl Senses {
    /// Adds a line: the sense, then its words.
    pub fn add_line(&mut self, sort: SortOfWord, line: &'static str) -> Option<()> {
        let mut words = line.split_whitespace();
        let name = words.next()?;
        words.for_each(|word| self.words.entry(word).or_default().push(Sense { sort, name }));
        Some(())
    }

    /// Whether two words of one sort can't say the same; unknown words may say anything.
    pub fn part(&self, one: &str, other: &str) -> bool {
        let (Some(ours), Some(theirs)) = (self.words.get(one), self.words.get(other)) else {
            return false;
        };
        let are_kin = ours.iter().any(|our| theirs.iter().any(|their| our.sort == their.sort));
        are_kin && !ours.iter().any(|sense| theirs.contains(sense))
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::rules;

    #[test]
    fn small_words_that_share_no_sense_part() {
        let part = |language, one, other| rules(language).senses.part(one, other);
        let ru = [("в", "из"), ("к", "от"), ("для", "у"), ("ради", "из-за"), ("что", "чтобы")];
        for (one, other) in ru {
            assert!(part("ru", one, other) && part("ru", other, one), "{one} {other}");
        }
        let alike = [("о", "про"), ("в", "на"), ("у", "возле"), ("из", "с"), ("и", "или")];
        for (one, other) in alike {
            assert!(!part("ru", one, other) && !part("ru", other, one), "{one} {other}");
        }
        assert!(part("en", "into", "from") && part("en", "with", "without"));
        assert!(!part("en", "in", "at") && !part("en", "about", "on"));
        assert!(!part("ru", "в", "и") && !part("ru", "в", "дом") && !part("de", "in", "aus"));
    }
}
