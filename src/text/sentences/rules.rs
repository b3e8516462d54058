//! The rules of a language, read from its `sentences.rules`.

use rustc_hash::FxHashMap;

use crate::text::languages::PerLanguage;
use crate::text::words::is_alphabetic;

/// What the rules say of a word; several may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u32);

impl Traits {
    /// An abbreviation that something always follows.
    pub const NEVER_LAST: Self = Self(1);
    /// One that is last only when an opener follows.
    pub const LAST_BEFORE_OPENER: Self = Self(1 << 1);
    /// One that a number or a letter follows.
    pub const BEFORE_NUMBER: Self = Self(1 << 2);
    /// One that is an abbreviation only after a number, where it may be last.
    pub const AFTER_NUMBER: Self = Self(1 << 3);
    /// One that may be last before any capital letter.
    pub const MAY_BE_LAST: Self = Self(1 << 4);
    /// A name that ends in a mark; only an opener begins a sentence after it.
    pub const NAME_WITH_MARK: Self = Self(1 << 5);
    /// An abbreviation that ends a phrase of time, as «a.m.» does.
    pub const TIME: Self = Self(1 << 6);
    /// A capitalised word that opens a sentence even after an initial or a name.
    pub const OPENER: Self = Self(1 << 7);
    /// A word that goes on after an abbreviation that may be last.
    pub const CONTINUER: Self = Self(1 << 8);
    /// One that goes on so in quotation marks.
    pub const QUOTED_CONTINUER: Self = Self(1 << 9);
    /// A word that opens an introductory phrase of time or place.
    pub const PHRASE_OPENER: Self = Self(1 << 10);
    /// A word that has a capital wherever it stands.
    pub const ALWAYS_CAPITAL: Self = Self(1 << 11);
    /// A word that makes a label with the number after it.
    pub const LABEL: Self = Self(1 << 12);
    /// A word that makes a name with the letter after it, which so is no initial.
    pub const LETTERED: Self = Self(1 << 13);
    /// A word that says who spoke after a question or an exclamation.
    pub const SPEECH: Self = Self(1 << 14);
    /// An ending of surnames.
    pub const SURNAME_ENDING: Self = Self(1 << 15);
    /// An ending of surnames that says whose something is.
    pub const OWNER_ENDING: Self = Self(1 << 16);
    /// A word after which a quotation is a title.
    pub const WORK: Self = Self(1 << 17);
    /// A word that signs a remark of an editor.
    pub const EDITOR: Self = Self(1 << 18);
    /// A month.
    pub const MONTH: Self = Self(1 << 19);
    /// Of an abbreviation: it is a word, too.
    pub const WORD: Self = Self(1 << 20);
    /// Of an abbreviation: a number may stand before it as an ordinal.
    pub const ORDINAL: Self = Self(1 << 21);

    /// Whether all of `other` hold.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both together.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn of_section(name: &str) -> Option<Self> {
        Some(match name {
            "never last" => Self::NEVER_LAST,
            "last only before an opener" => Self::LAST_BEFORE_OPENER,
            "before a number" => Self::BEFORE_NUMBER,
            "after a number" => Self::AFTER_NUMBER,
            "may be last" => Self::MAY_BE_LAST,
            "names with a mark" => Self::NAME_WITH_MARK,
            "times" => Self::TIME,
            "openers" => Self::OPENER,
            "continuers" => Self::CONTINUER,
            "continuers in quotation marks" => Self::QUOTED_CONTINUER,
            "labels" => Self::LABEL,
            "words before a letter" => Self::LETTERED,
            "words of speech" => Self::SPEECH,
            "surname endings" => Self::SURNAME_ENDING,
            "surname endings of an owner" => Self::OWNER_ENDING,
            "words before a title" => Self::WORK,
            "remarks of editors" => Self::EDITOR,
            "months" => Self::MONTH,
            "words, too" => Self::WORD,
            "ordinals" => Self::ORDINAL,
            "phrase openers" => Self::PHRASE_OPENER,
            "always with a capital" => Self::ALWAYS_CAPITAL,
            _ => return None,
        })
    }

    fn concerns_first_words(self) -> bool {
        self.0 >= Self::OPENER.0 && self != Self::WORD
    }
}

/// Abbreviations without spaces and the last stop, in small letters.
#[derive(Debug, Default)]
pub struct Abbreviations {
    entries: FxHashMap<Box<str>, Entry>,
    /// Length in bytes of the longest entry.
    pub longest: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    in_any_case: Traits,
    with_a_capital: Traits,
}

impl Abbreviations {
    /// A workspace's own abbreviations: a sentence goes on after them.
    pub fn listed(list: &[String]) -> Self {
        let mut abbreviations = Self::default();
        for written in list {
            abbreviations.add(written, Traits::LAST_BEFORE_OPENER);
        }
        abbreviations
    }

    /// What the rules say of `key`, and of it with a capital.
    pub fn find(&self, key: &str) -> (Traits, Traits) {
        let entry = self.entries.get(key).copied().unwrap_or_default();
        (entry.in_any_case, entry.with_a_capital)
    }

    fn add(&mut self, written: &str, traits: Traits) {
        let squeezed: String = written.split_whitespace().collect();
        let key = squeezed.trim_end_matches('.').replace(".-", ".").to_lowercase();
        if key.is_empty() {
            return;
        }
        self.longest = self.longest.max(key.len());
        let entry = self.entries.entry(key.into()).or_default();
        let slot = if written.contains(char::is_uppercase) {
            &mut entry.with_a_capital
        } else {
            &mut entry.in_any_case
        };
        *slot = slot.with(traits);
    }
}

/// The rules of one language.
#[derive(Debug, Default)]
pub struct SentenceRules {
    /// Words before a stop.
    pub abbreviations: Abbreviations,
    /// Names that hold or end with a mark.
    pub names: Vec<Box<str>>,
    /// Endings that only surnames have.
    surname_endings: Vec<Box<str>>,
    /// Those of them that only an owner has: «роман Чернышевского».
    owner_endings: Vec<Box<str>>,
    /// Beginnings of words for works that have titles, such as «роман».
    works: Vec<Box<str>>,
    first_words: FxHashMap<Box<str>, Traits>,
    /// Figures of which ordinals with a stop are made.
    ordinals: Vec<Box<str>>,
}

static RULES: PerLanguage<SentenceRules> =
    PerLanguage::new(|language| SentenceRules::parse(language.sentences));

impl SentenceRules {
    /// The built-in rules for a language tag.
    pub fn of(language: &str) -> Option<&'static Self> {
        RULES.of(language)
    }

    /// What the rules say of a word after a stop.
    pub fn first_word(&self, word: &str) -> Traits {
        self.first_words.get(word).copied().unwrap_or_default()
    }

    /// Whether a word ends as surnames do.
    pub fn is_surname(&self, word: &str) -> bool {
        ends_as(word, &self.surname_endings)
    }

    /// Whether a word ends as surnames of owners do.
    pub fn is_owner(&self, word: &str) -> bool {
        ends_as(word, &self.owner_endings)
    }

    /// Whether a word before a stop is an ordinal, such as `3.` or `VIII.` in German.
    pub fn is_ordinal(&self, word: &str) -> bool {
        const LONGEST: usize = 5;
        !word.is_empty()
            && word.len() <= LONGEST
            && word.chars().all(|c| self.ordinals.iter().any(|figures| figures.contains(c)))
            && (word.len() < 4 || !word.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether the last word of a text is one after which a title stands.
    pub fn follows_work(&self, text: &str) -> bool {
        let text = text.trim_end();
        let begin =
            text.rfind(|c: char| !is_alphabetic(c)).map_or(0, |at| text.ceil_char_boundary(at + 1));
        let word = text[begin..].to_lowercase();
        self.works.iter().any(|work| is_form(&word, work))
    }

    fn list(&mut self, traits: Traits) -> Option<&mut Vec<Box<str>>> {
        match traits {
            Traits::SURNAME_ENDING => Some(&mut self.surname_endings),
            Traits::OWNER_ENDING => Some(&mut self.owner_endings),
            Traits::WORK => Some(&mut self.works),
            Traits::ORDINAL => Some(&mut self.ordinals),
            _ => None,
        }
    }

    fn parse(source: &str) -> Self {
        let mut rules = Self::default();
        for (section, entry) in entries(source) {
            let traits = Traits::of_section(section).expect("a test proves each section known");
            if traits == Traits::NAME_WITH_MARK {
                rules.names.push(entry.into());
            } else if let Some(list) = rules.list(traits) {
                list.push(entry.into());
            } else if traits.concerns_first_words() {
                let known = rules.first_words.entry(entry.into()).or_default();
                *known = known.with(traits);
            } else {
                rules.abbreviations.add(entry, traits);
            }
        }
        rules
    }
}

fn ends_as(word: &str, endings: &[Box<str>]) -> bool {
    endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(&**ending))
}

/// Whether `word` is `stem` with at most an inflectional ending.
fn is_form(word: &str, stem: &str) -> bool {
    const LONGEST_ENDING: usize = 3;
    word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING)
}

/// The entries of a rule file, each with the name of its section.
fn entries(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    source.lines().flat_map(move |line| {
        let line = line.trim();
        let mut list = line;
        if line.starts_with('#') {
            list = "";
        } else if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name;
            list = "";
        }
        let section = section;
        list.split(',').map(str::trim).filter(|entry| !entry.is_empty()).map(move |e| (section, e))
    })
}

#[cfg(test)]
mod tests {
    use super::super::abbreviation::LastWord;
    use super::{SentenceRules, Traits, entries};
    use crate::text::languages::LANGUAGES;

    #[test]
    fn every_section_is_known() {
        for (section, entry) in LANGUAGES.iter().flat_map(|one| entries(one.sentences)) {
            assert!(Traits::of_section(section).is_some(), "[{section}] {entry}");
        }
    }

    #[test]
    fn every_entry_is_found_in_a_text() {
        for language in &LANGUAGES {
            let rules = SentenceRules::of(language.tag).unwrap();
            for (section, entry) in entries(language.sentences) {
                let traits = Traits::of_section(section).unwrap();
                let found = match entry.strip_suffix('.') {
                    Some(word) => {
                        let text = format!("Это {word}.");
                        LastWord::before(&text, text.len() - 1).traits(&rules.abbreviations).0
                    }
                    None if traits == Traits::NAME_WITH_MARK => traits,
                    None if [
                        Traits::SURNAME_ENDING,
                        Traits::OWNER_ENDING,
                        Traits::WORK,
                        Traits::ORDINAL,
                    ]
                    .contains(&traits) =>
                    {
                        traits
                    }
                    None => rules.first_word(entry),
                };
                assert!(found.has(traits), "[{section}] {entry}");
            }
        }
    }

    #[test]
    fn no_entry_stands_twice_in_a_section() {
        for language in &LANGUAGES {
            let mut all: Vec<_> = entries(language.sentences).collect();
            let count = all.len();
            all.sort_unstable();
            let twice = all.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!((twice, all.len()), (None, count));
        }
    }
}
