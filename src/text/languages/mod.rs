//! The languages whose texts tolmach knows: a folder for each, with all that is data of one language.
//!
//! To add one, write its folder and its line in [`LANGUAGES`]; a test asks each folder for each file.
//! What a folder holds, each file says in its first lines:
//!
//! - `sentences.rules`: where a sentence ends; `sentences.cases` shows it on invented sentences;
//! - `numbers.words`: words of number and time;
//! - `months.words`: the twelve months as they stand beside a day, a line each;
//! - `facts.rules`: what texts state beside their content words, under English keys that all languages share;
//! - `changes.rules`: which words make a change dangerous;
//! - `words.contraries`: pairs of words of contrary meaning; empty where `changes.rules` has all of them;
//! - `words.stems`: a dictionary, by stems; empty where there is none.

use std::sync::OnceLock;

/// What is known of one language, as its files have it.
#[derive(Debug)]
pub struct Language {
    /// Its primary subtag.
    pub tag: &'static str,
    pub sentences: &'static str,
    pub numbers: &'static str,
    pub months: &'static str,
    pub facts: &'static str,
    pub changes: &'static str,
    pub contraries: &'static str,
    pub stems: &'static str,
    /// Sentences cut by hand, which tests compare with.
    #[cfg(test)]
    pub cases: &'static str,
}

macro_rules! language {
    ($tag:literal) => {
        Language {
            tag: $tag,
            sentences: include_str!(concat!($tag, "/sentences.rules")),
            numbers: include_str!(concat!($tag, "/numbers.words")),
            months: include_str!(concat!($tag, "/months.words")),
            facts: include_str!(concat!($tag, "/facts.rules")),
            changes: include_str!(concat!($tag, "/changes.rules")),
            contraries: include_str!(concat!($tag, "/words.contraries")),
            stems: include_str!(concat!($tag, "/words.stems")),
            #[cfg(test)]
            cases: include_str!(concat!($tag, "/sentences.cases")),
        }
    };
}

const KNOWN: usize = 3;

/// Every language that has a folder.
pub static LANGUAGES: [Language; KNOWN] = [language!("ru"), language!("en"), language!("de")];

static MONTHS: PerLanguage<Vec<&'static str>> =
    PerLanguage::new(|language| language.months.lines().filter(|line| is_word(line)).collect());

fn is_word(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

/// The months as they stand beside a day, January first; none where the language has no folder.
pub fn months(tag: &str) -> &'static [&'static str] {
    MONTHS.of(tag).map_or(&[], Vec::as_slice)
}

/// What is made of a file of each language, when it is first asked for.
#[derive(Debug)]
pub struct PerLanguage<T> {
    made: [OnceLock<T>; KNOWN],
    make: fn(&'static Language) -> T,
}

impl<T> PerLanguage<T> {
    /// Something that `make` makes of a language.
    pub const fn new(make: fn(&'static Language) -> T) -> Self {
        Self { made: [const { OnceLock::new() }; KNOWN], make }
    }

    /// What was made of the language with this tag; nothing where its language has no folder.
    ///
    /// A tag is BCP 47, such as `en` or `en-GB`; all but its language is passed over.
    pub fn of(&'static self, tag: &str) -> Option<&'static T> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let at = LANGUAGES.iter().position(|known| known.tag.eq_ignore_ascii_case(primary))?;
        Some(self.made[at].get_or_init(|| (self.make)(&LANGUAGES[at])))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{LANGUAGES, PerLanguage, months};

    #[test]
    fn every_folder_is_a_language_and_holds_every_file() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/languages");
        let names = |path: &Path| -> BTreeSet<String> {
            let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap());
            entries.map(|entry| entry.file_name().into_string().unwrap()).collect()
        };
        let folders: BTreeSet<String> =
            names(&root).into_iter().filter(|name| root.join(name).is_dir()).collect();
        let known: BTreeSet<String> = LANGUAGES.iter().map(|one| one.tag.to_owned()).collect();
        assert_eq!(folders, known);
        for folder in folders {
            let files = [
                "changes.rules",
                "facts.rules",
                "months.words",
                "numbers.words",
                "sentences.cases",
            ];
            let files =
                files.into_iter().chain(["sentences.rules", "words.contraries", "words.stems"]);
            let expected: BTreeSet<String> = files.map(str::to_owned).collect();
            assert_eq!(names(&root.join(&folder)), expected, "{folder}");
            assert_eq!(months(&folder).len(), 12, "{folder}");
        }
    }

    #[test]
    fn a_tag_is_known_by_its_language() {
        static TAGS: PerLanguage<&str> = PerLanguage::new(|language| language.tag);
        assert_eq!(TAGS.of("en-GB"), Some(&"en"));
        assert_eq!(TAGS.of("RU"), Some(&"ru"));
        assert_eq!(TAGS.of("de_AT"), Some(&"de"));
        assert_eq!(TAGS.of("kk"), None);
        assert_eq!(TAGS.of(""), None);
    }
}
