//! Words and their forms: what a form is a form of, and which forms a word has.
//!
//! Russian is read from a dictionary, which is opened when it is first asked and only built in with the
//! feature `morphology`; surnames that it doesn't know follow rules of their own. Without the dictionary, and
//! in other languages, words are told apart by their stems.

mod abbreviations;
#[cfg(feature = "morphology")]
mod dictionary;
mod english;
mod grammar;
mod surnames;
#[cfg(not(feature = "morphology"))]
mod without;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, PoisonError};

pub use abbreviations::abbreviation_forms;
pub use grammar::Grammar;
use rustc_hash::FxHashSet;
#[cfg(not(feature = "morphology"))]
use without as dictionary;

use super::stems::{Stems, normal};

/// What a form may be a form of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sense {
    /// The form that dictionaries list, in lower case and with е for ё.
    pub lemma: String,
    pub grammar: Grammar,
    pub sort: WordSort,
    pub part: WordPart,
}

/// Which part of speech a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordPart {
    Noun,
    Adjective,
    Other,
}

/// What a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordSort {
    /// Anything, or any quality or deed.
    Common,
    GivenName,
    Patronymic,
    Surname,
    Place,
    Organisation,
}

/// A form of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordForm {
    /// In lower case and with е for ё.
    pub text: String,
    pub grammar: Grammar,
}

/// The words of one language.
pub struct Lemmas {
    tongue: Means,
    /// Behind a lock, as threads share the forms of a language.
    stems: Mutex<Stems>,
}

/// How a word stands whose forms are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Citation {
    Nominative,
    AnyForm,
}

/// How the forms of a language are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Means {
    Dictionary,
    English,
    Stems,
}

impl fmt::Debug for Lemmas {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Lemmas").field("tongue", &self.tongue).finish_non_exhaustive()
    }
}

impl Lemmas {
    /// The words of the language with this tag; nothing is opened before a word is asked for.
    pub fn of(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let tongue = match primary {
            "ru" if dictionary::IS_BUILT_IN => Means::Dictionary,
            "en" => Means::English,
            _ => Means::Stems,
        };
        Self { tongue, stems: Mutex::new(Stems::new(primary)) }
    }

    /// What a form may be a form of, the likeliest first; at least one.
    pub fn senses(&self, word: &str) -> Vec<Sense> {
        let form = normal(word);
        let senses = match self.tongue {
            Means::Dictionary => russian(word, &form),
            Means::English => english::lemmas(&form).into_iter().map(Sense::unknown).collect(),
            Means::Stems => vec![Sense::unknown(self.stem(word))],
        };
        if senses.is_empty() { vec![Sense::unknown(form.into_owned())] } else { senses }
    }

    /// Whether both forms may be of one word.
    pub fn share(&self, one: &str, other: &str) -> bool {
        let (one, other) = (self.senses(one), self.senses(other));
        one.iter().any(|sense| other.iter().any(|found| found.lemma == sense.lemma))
    }

    /// Whether the dictionary has the form; without one, nothing is known.
    pub fn is_known(&self, word: &str) -> bool {
        self.tongue == Means::Dictionary && dictionary::is_known(word)
    }

    /// What a form is looked up by among [`Lemmas::forms`].
    pub fn key<'t>(&self, word: &'t str) -> Cow<'t, str> {
        match self.tongue {
            Means::Stems => Cow::Owned(self.stem(word)),
            Means::Dictionary | Means::English => normal(word),
        }
    }

    fn stem(&self, word: &str) -> String {
        self.stems.lock().unwrap_or_else(PoisonError::into_inner).stem(word).to_string()
    }

    /// The forms of the words that `word` is a nominative of, itself among them; of all words where it is none.
    pub fn forms(&self, word: &str) -> Vec<WordForm> {
        self.forms_as(word, Citation::Nominative)
    }

    /// The forms of the words that `word` is any form of, itself among them.
    pub fn all_forms(&self, word: &str) -> Vec<WordForm> {
        self.forms_as(word, Citation::AnyForm)
    }

    /// The texts of all forms of the words that `word` may be of, verbs among them, and itself.
    pub fn kin(&self, word: &str) -> Vec<String> {
        match self.tongue {
            Means::English => english::kin(&normal(word)),
            _ => self.all_forms(word).into_iter().map(|form| form.text).collect(),
        }
    }

    fn forms_as(&self, word: &str, citation: Citation) -> Vec<WordForm> {
        let form = normal(word).into_owned();
        let mut forms = match self.tongue {
            Means::Dictionary => dictionary::forms(word, citation),
            Means::English => english::forms(&form),
            Means::Stems => Vec::new(),
        };
        if self.tongue == Means::Dictionary && is_name_like(word) && !dictionary::is_known(word) {
            forms.extend(surnames::forms(&form));
        }
        let key = self.key(word).into_owned();
        if forms.iter().all(|known| known.text != key) {
            forms.push(WordForm { text: key, grammar: Grammar::ANY });
        }
        forms
    }

    /// Which words of a name change with its number or case.
    pub fn changing(&self, words: &[&str]) -> Vec<bool> {
        match self.tongue {
            Means::English => english::changing(words),
            Means::Dictionary | Means::Stems => vec![true; words.len()],
        }
    }

    /// Whether a word is an article, which says nothing of a name.
    pub fn is_article(&self, word: &str) -> bool {
        self.tongue == Means::English && ["the", "a", "an"].contains(&&*normal(word))
    }

    /// Whether a word says how others hang together, and nothing by itself.
    pub fn is_function_word(&self, word: &str) -> bool {
        self.tongue == Means::English && english::is_function_word(&normal(word))
    }

    /// The words of a name in the nominative, as a dictionary would list it.
    pub fn nominative(&self, words: &[&str]) -> Vec<String> {
        match self.tongue {
            Means::Dictionary => dictionary::nominative(words),
            Means::English | Means::Stems => words.iter().map(|word| (*word).to_owned()).collect(),
        }
    }

    /// What a surname may be in the masculine nominative, so that «Гусевой» and «Гусев» are one name.
    pub fn families(&self, word: &str) -> Vec<String> {
        let form = normal(word);
        if self.tongue == Means::English {
            return vec![form.into_owned()];
        }
        let senses = match self.tongue {
            Means::Dictionary => dictionary::senses(word),
            _ => Vec::new(),
        };
        let known = senses.iter().filter(|sense| sense.sort == WordSort::Surname);
        let mut families: Vec<String> =
            known.map(|sense| surnames::masculine(&sense.lemma)).collect();
        if families.is_empty() || !dictionary::is_known(word) {
            families = surnames::bases(&form);
        }
        unique(families)
    }
}

impl Sense {
    fn unknown(lemma: String) -> Self {
        Self { lemma, grammar: Grammar::ANY, sort: WordSort::Common, part: WordPart::Noun }
    }
}

/// What the dictionary says; for a name that it only guesses, what the rules of surnames say, too.
fn russian(word: &str, form: &str) -> Vec<Sense> {
    let mut senses = dictionary::senses(word);
    if is_name_like(word) && !dictionary::is_known(word) {
        let sense = |lemma: String| Sense { sort: WordSort::Surname, ..Sense::unknown(lemma) };
        senses.extend(surnames::bases(form).into_iter().map(sense));
    }
    senses
}

/// Whether a word is written as names are: a capital, then small letters.
fn is_name_like(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
}

/// The texts without those that stood before.
fn unique(texts: Vec<String>) -> Vec<String> {
    let mut seen = FxHashSet::default();
    texts.into_iter().filter(|text| seen.insert(text.clone())).collect()
}

/// Whether a dictionary by others is within the program, under a licence of its own.
pub const HAS_DICTIONARY: bool = dictionary::IS_BUILT_IN;

#[cfg(test)]
mod tests {
    use super::{Lemmas, WordSort};

    /// Pairs of forms, and whether they are of one word.
    const PAIRS: &[(&str, &str, bool)] = &[
        ("человек", "людей", true),
        ("год", "лет", true),
        ("рынок", "рынка", true),
        ("Павел", "Павла", true),
        ("окно", "окон", true),
        ("шёл", "идти", true),
        ("ребёнок", "детьми", true),
        ("лучше", "хуже", false),
        ("связь", "связной", false),
        ("союз", "союзник", false),
        ("министр", "министерство", false),
        ("день", "дня", true),
    ];

    #[test]
    #[cfg(feature = "morphology")]
    fn forms_whose_stem_changes_are_of_one_word() {
        let russian = Lemmas::of("ru");
        for (one, other, expected) in PAIRS {
            assert_eq!(russian.share(one, other), *expected, "{one} {other}");
        }
    }

    #[test]
    fn without_a_dictionary_stems_tell_words_apart() {
        let other = Lemmas::of("de");
        assert!(other.share("Häuser", "Häusern"));
        assert!(!other.is_known("Häuser"));
        assert!(PAIRS.iter().all(|(one, _, _)| Lemmas::of("ru").share(one, one)));
    }

    #[test]
    #[cfg(feature = "morphology")]
    fn names_say_what_they_name() {
        let sort = |word: &str| Lemmas::of("ru").senses(word)[0].sort;
        assert_eq!(sort("Мартыновым"), WordSort::Surname);
        assert_eq!(sort("Екатерине"), WordSort::GivenName);
        assert_eq!(sort("Сергеевичем"), WordSort::Patronymic);
        assert_eq!(sort("Ташкенте"), WordSort::Place);
        assert_eq!(sort("совещания"), WordSort::Common);
    }

    #[test]
    fn a_surname_is_one_in_every_case_and_gender() {
        let russian = Lemmas::of("ru");
        for forms in [
            "Мартынов Мартынова Мартынову Мартыновым Мартынове Мартыновой Мартыновых",
            "Гусев Гусева Гусевой Гусеву Гусевым",
            "Шевченко",
            "Черных",
            "Бурлыгинский Бурлыгинского Бурлыгинской Бурлыгинская Бурлыгинским",
            "Ыйбеков Ыйбекова Ыйбековой Ыйбековым",
            "Фейзуллаев Фейзуллаева Фейзуллаевой Фейзуллаеву",
            "Кочкарян Кочкаряна Кочкаряну Кочкаряном",
        ] {
            let forms: Vec<&str> = forms.split(' ').collect();
            let base = crate::text::stems::normal(forms[0]).into_owned();
            for form in &forms {
                let found = russian.families(form);
                assert!(found.contains(&base), "{form}: {found:?}");
            }
        }
        let families = russian.families("Мартыновым");
        assert!(!families.contains(&"гусев".to_owned()));
    }

    #[test]
    fn english_words_are_one_in_both_numbers() {
        let english = Lemmas::of("en-GB");
        for (one, other) in
            [("state", "states"), ("agencies", "agency"), ("people", "person"), ("bodies", "body")]
        {
            assert!(english.share(one, other), "{one} {other}");
        }
        assert!(!english.share("communication", "communicate"));
    }

    #[test]
    #[cfg(feature = "morphology")]
    fn the_forms_of_a_word_are_kin() {
        for (language, one, other) in [
            ("ru", "открыть", "откроют"),
            ("ru", "откроют", "открыла"),
            ("ru", "мост", "мостами"),
            ("ru", "шёл", "идут"),
            ("en", "go", "went"),
            ("en", "children", "child"),
        ] {
            let kin = Lemmas::of(language).kin(one);
            assert!(kin.iter().any(|form| form == other), "{one}: {kin:?}");
        }
    }

    #[test]
    fn no_word_is_without_a_form() {
        let long = "щ".repeat(5000);
        for language in ["ru", "en", "kk"] {
            let lemmas = Lemmas::of(language);
            for word in ["", "-", "5", "ООН", "é", "a\u{301}", "Ёж", &long] {
                assert!(!lemmas.senses(word).is_empty(), "{word}");
                let forms = lemmas.forms(word);
                assert!(forms.iter().any(|form| form.text == lemmas.key(word)), "{word}");
            }
        }
    }
}
