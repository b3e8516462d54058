//! Words that any two sentences may share, so that they prove nothing.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

type Forms = FxHashMap<&'static str, FxHashSet<&'static str>>;

static SMALL: LazyLock<Forms> = LazyLock::new(|| forms(include_str!("rules/small.txt")));
static LIGHT: LazyLock<Forms> = LazyLock::new(|| forms(include_str!("rules/light.txt")));
static SAYING: LazyLock<Forms> = LazyLock::new(|| forms(include_str!("rules/saying.txt")));

/// The words of each language, by the lines of a file.
fn forms(text: &'static str) -> Forms {
    let mut languages = Forms::default();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let language = words.next().unwrap_or_default();
        languages.entry(language).or_default().extend(words);
    }
    languages
}

/// Whether a word, in lower case, holds sentences of this language together and says nothing.
pub fn is_small(form: &str, language: &str) -> bool {
    has(&SMALL, form, language)
}

/// Whether a word, in lower case, says that somebody said something.
pub fn is_saying(form: &str, language: &str) -> bool {
    has(&SAYING, form, language)
}

/// Whether a word, in lower case, may be there for the grammar of a phrase alone.
pub fn is_light(form: &str, language: &str) -> bool {
    has(&LIGHT, form, language)
}

fn has(languages: &Forms, form: &str, language: &str) -> bool {
    languages.get(language).is_some_and(|words| words.contains(form))
}
