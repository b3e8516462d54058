//! Closed classes of words, read from `rules/*.rules`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What kind of word it is, as far as danger goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    Negation,
    Magnitude,
    Time,
    Name,
    Modality,
    Role,
    Attribution,
    /// A word after which somebody is named as a source: «по словам».
    Source,
    /// What a number counts: critical only beside one.
    Unit,
    /// What bounds a number or a date: critical only before one.
    Bound,
    Function,
    /// Only forms that stems part: «ул.» and «улице».
    Word,
}

/// The closed classes of one language.
#[derive(Debug, Default)]
pub struct Rules {
    words: FxHashMap<&'static str, Entry>,
    beginnings: FxHashMap<&'static str, Entry>,
    /// Bytes that the beginnings have, ascending, and their first letters; most words fit none.
    lengths: Vec<usize>,
    initials: Vec<char>,
    /// Prefixes that turn a word into its negation.
    pub negating: Vec<&'static str>,
    /// Beginnings of words that are numbers, with their values, and what may follow the doubtful ones.
    pub compounds: Vec<(&'static str, u32)>,
    pub doubtful: Vec<&'static str>,
    pub counted: Vec<&'static str>,
    /// Ends of surnames without their case: sure ones, and those that many other words have.
    pub surnames: [Vec<&'static str>; 2],
    /// Beginnings of words that say the contrary of each other, side by side; `=` before a whole word.
    pub opposing: Vec<[Vec<&'static str>; 2]>,
}

/// The class of a form and the word it is a form of.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub class: Class,
    pub word: &'static str,
}

static RUSSIAN: LazyLock<Rules> = LazyLock::new(|| read(include_str!("../rules/ru.rules")));
static ENGLISH: LazyLock<Rules> = LazyLock::new(|| read(include_str!("../rules/en.rules")));
static EMPTY: LazyLock<Rules> = LazyLock::new(Rules::default);

/// The rules of the language with this primary subtag.
pub fn rules(language: &str) -> &'static Rules {
    match language {
        "ru" => &RUSSIAN,
        "en" => &ENGLISH,
        _ => &EMPTY,
    }
}

impl Rules {
    /// The entry for a word in lower case with е for ё.
    pub fn entry(&self, form: &str) -> Option<Entry> {
        let beginning = || {
            form.chars().next().filter(|initial| self.initials.contains(initial))?;
            let heads = self.lengths.iter().filter_map(|length| form.get(..*length));
            heads.filter_map(|head| self.beginnings.get(head)).next_back()
        };
        self.words.get(form).or_else(beginning).copied()
    }
}

fn read(text: &'static str) -> Rules {
    let mut rules = Rules::default();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (name, words) =
            line.split_once(' ').expect("a test reads every line of the built-in files");
        if rules.read_list(name, words) {
            continue;
        }
        for word in words.split('|').map(str::trim) {
            if name == "negating" {
                rules.negating.push(word);
            } else {
                rules
                    .add(named(name).expect("a test reads every line of the built-in files"), word);
            }
        }
    }
    rules.lengths = rules.beginnings.keys().map(|beginning| beginning.len()).collect();
    rules.lengths.sort_unstable();
    rules.lengths.dedup();
    rules.initials = rules.beginnings.keys().filter_map(|head| head.chars().next()).collect();
    rules.initials.sort_unstable();
    rules.initials.dedup();
    rules
}

impl Rules {
    /// Whether two words in lower case say the contrary of each other.
    pub fn oppose(&self, one: &str, other: &str) -> bool {
        let fits = |word: &str, begin: &str| match begin.strip_prefix('=') {
            Some(whole) => word == whole,
            None => word.starts_with(begin),
        };
        let begins = |side: &[&str], word: &str| side.iter().any(|begin| fits(word, begin));
        self.opposing.iter().any(|[left, right]| {
            begins(left, one) && begins(right, other) || begins(right, one) && begins(left, other)
        })
    }

    /// Takes a line that is no class of words; gives whether it is one.
    fn read_list(&mut self, name: &str, words: &'static str) -> bool {
        let list = words.split_whitespace();
        match name {
            "opposing" => {
                let (one, other) =
                    words.split_once('|').expect("a test reads every line of the built-in files");
                self.opposing.push([one, other].map(|side| side.split_whitespace().collect()));
            }
            "compound" => {
                let (value, beginnings) = words
                    .trim_start()
                    .split_once(' ')
                    .and_then(|(value, beginnings)| Some((value.parse().ok()?, beginnings)))
                    .expect("a test reads every line of the built-in files");
                self.compounds.extend(beginnings.split_whitespace().map(|begin| (begin, value)));
                // The longest first, so that «двухсот» is not taken for «двух».
                self.compounds.sort_by_key(|(begin, _)| std::cmp::Reverse(begin.len()));
            }
            "doubtful" => self.doubtful.extend(list),
            "counted" => self.counted.extend(list),
            "surname" => self.surnames[0].extend(list),
            "surnamelike" => self.surnames[1].extend(list),
            _ => return false,
        }
        true
    }

    fn add(&mut self, class: Class, forms: &'static str) {
        let entry = Entry { class, word: forms.split(' ').next().unwrap_or(forms) };
        for form in forms.split_whitespace() {
            match form.strip_suffix('*') {
                Some(beginning) => self.beginnings.entry(beginning).or_insert(entry),
                None => self.words.entry(form).or_insert(entry),
            };
        }
    }
}

fn named(name: &str) -> Option<Class> {
    Some(match name {
        "negation" => Class::Negation,
        "magnitude" => Class::Magnitude,
        "time" => Class::Time,
        "name" => Class::Name,
        "modality" => Class::Modality,
        "role" => Class::Role,
        "attribution" => Class::Attribution,
        "source" => Class::Source,
        "unit" => Class::Unit,
        "bound" => Class::Bound,
        "function" => Class::Function,
        "word" => Class::Word,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Class, rules};

    #[test]
    fn every_line_of_the_built_in_files_is_read() {
        let class = |language, word| rules(language).entry(word).map(|entry| entry.class);
        assert_eq!(class("ru", "не"), Some(Class::Negation));
        assert_eq!(class("ru", "обязана"), Some(Class::Modality));
        assert_eq!(class("ru", "миллиардов"), Some(Class::Magnitude));
        assert_eq!(class("ru", "мероприятие"), None);
        assert_eq!(class("en", "isn't"), Some(Class::Negation));
        assert_eq!(class("kk", "жоқ"), None);
    }

    #[test]
    fn forms_of_a_word_are_one_word() {
        let word = |form| rules("ru").entry(form).map(|entry| entry.word);
        assert_eq!(word("должны"), word("должен"));
        assert_ne!(word("должны"), word("может"));
    }
}
