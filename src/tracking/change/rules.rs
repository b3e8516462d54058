//! Closed classes of words, read from a language's `changes.rules`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::amount::Amount;
use super::contraries::Contraries;
use super::lists::RuleList;
use super::senses::{Senses, SortOfWord};
use crate::text::languages::PerLanguage;
use crate::text::vocabulary::plain;

/// What kind of word it is, as far as danger goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    Negation,
    Magnitude,
    Time,
    /// What places a time by now: «прошлый», critical only before a period.
    Relative,
    /// What points at a period: «этот»; else a small word.
    Pointing,
    /// A stretch of time.
    Period,
    Name,
    /// An adjective of a place or a nation, or its people.
    Origin,
    Modality,
    /// What makes a statement a mere condition: «бы».
    Mood,
    Office,
    Attribution,
    /// A word after which somebody is named as a source: «по словам».
    Source,
    /// What a number counts: critical only beside one.
    Unit,
    /// What bounds a number or a date: critical only before one, else a preposition.
    Bound,
    Preposition,
    Conjunction,
    /// A preposition or conjunction that turns the sense by itself: «вместо», «если».
    Turn,
    /// How much or how many of all are meant.
    Extent,
    Quantifier,
    Particle,
    /// What a verb takes its tense from: «будет».
    Tense,
    Pronoun,
    Function,
    /// Only forms that stems part: «ул.» and «улице».
    Word,
}

impl Class {
    /// Whether words of this class say little by themselves.
    pub fn is_small(self) -> bool {
        matches!(
            self,
            Self::Function
                | Self::Bound
                | Self::Pointing
                | Self::Preposition
                | Self::Conjunction
                | Self::Turn
                | Self::Extent
                | Self::Quantifier
                | Self::Particle
                | Self::Tense
                | Self::Pronoun
        )
    }
}

/// The closed classes of one language.
#[derive(Debug, Default)]
pub struct DangerRules {
    words: FxHashMap<&'static str, RuleEntry>,
    beginnings: FxHashMap<&'static str, RuleEntry>,
    /// Bytes that the beginnings have, ascending, and their first letters; most words fit none.
    lengths: Vec<usize>,
    initials: Vec<char>,
    /// By their first word, words that are one: `и_о`, the longest first.
    phrases: FxHashMap<&'static str, Vec<&'static str>>,
    amounts: FxHashMap<&'static str, Amount>,
    lists: FxHashMap<&'static str, Vec<&'static str>>,
    /// Beginnings of words that are numbers, with their values.
    pub compounds: Vec<(&'static str, u32)>,
    contraries: Contraries,
    pub senses: Senses,
}

/// The class of a form and the word it is a form of.
#[derive(Clone, Copy, Debug)]
pub struct RuleEntry {
    pub class: Class,
    pub word: &'static str,
}

static KNOWN: PerLanguage<DangerRules> = PerLanguage::new(|language| {
    let mut rules = read(language.changes);
    rules.contraries.add_pairs(language.contraries);
    rules
});
static EMPTY: LazyLock<DangerRules> = LazyLock::new(DangerRules::default);

/// The rules of the language with this primary subtag.
pub fn rules(language: &str) -> &'static DangerRules {
    KNOWN.of(language).unwrap_or(&EMPTY)
}

impl DangerRules {
    /// The entry for a word in lower case with е for ё.
    pub fn entry(&self, form: &str) -> Option<RuleEntry> {
        let beginning = || {
            form.chars().next().filter(|initial| self.initials.contains(initial))?;
            let heads = self.lengths.iter().filter_map(|length| form.get(..*length));
            heads.filter_map(|head| self.beginnings.get(head)).next_back()
        };
        self.words.get(form).or_else(beginning).copied()
    }
}

impl DangerRules {
    /// What a word says of the number before it.
    pub fn amount(&self, word: &str) -> Option<Amount> {
        self.amounts.get(&*plain(word)).copied()
    }

    /// Whether an hour may follow this preposition.
    pub fn is_before_hour(&self, word: &str) -> bool {
        self.list(RuleList::BeforeHour).contains(&&*plain(word))
    }

    /// Whether the lower end of a span of time may follow this preposition: «от 5 до 7 часов».
    pub fn begins_span(&self, word: &str) -> bool {
        let word = plain(word);
        !self.is_before_hour(&word) && self.list(RuleList::RangeFrom).contains(&&*word)
    }

    /// The parts of words in a list.
    pub fn list(&self, list: RuleList) -> &[&'static str] {
        self.lists.get(list.name()).map_or(&[], Vec::as_slice)
    }

    /// The words that are one and begin with this word, the longest first.
    pub fn phrases(&self, first: &str) -> &[&'static str] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }

    /// Whether two words in lower case say the contrary of each other.
    pub fn oppose(&self, one: &str, other: &str) -> bool {
        self.contraries.oppose(one, other)
    }
}

fn read(text: &'static str) -> DangerRules {
    let mut rules = DangerRules::default();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let known = line.split_once(' ').and_then(|(name, words)| rules.read_line(name, words));
        known.expect("a test reads every line of the built-in files");
    }
    rules.lengths = rules.beginnings.keys().map(|beginning| beginning.len()).collect();
    rules.lengths.sort_unstable();
    rules.lengths.dedup();
    rules.initials = rules.beginnings.keys().filter_map(|head| head.chars().next()).collect();
    rules.initials.sort_unstable();
    rules.initials.dedup();
    for phrases in rules.phrases.values_mut() {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    rules
}

impl DangerRules {
    fn read_line(&mut self, name: &str, words: &'static str) -> Option<()> {
        let parts = words.split(['|', ' ']).filter(|part| !part.is_empty());
        if let Some(list) = RuleList::ALL.into_iter().find(|list| list.name() == name) {
            self.lists.entry(list.name()).or_default().extend(parts);
            return Some(());
        }
        match name {
            "opposing" => {
                let (left, right) = words.split_once('|')?;
                self.contraries.add_line(left, right);
            }
            "relation" => self.senses.add_line(SortOfWord::Preposition, words)?,
            "joining" => self.senses.add_line(SortOfWord::Conjunction, words)?,
            "compound" => {
                let (value, beginnings) = words.trim_start().split_once(' ')?;
                let value = value.parse().ok()?;
                self.compounds.extend(beginnings.split_whitespace().map(|begin| (begin, value)));
                // The longest first, so that «двухсот» is not taken for «двух».
                self.compounds.sort_by_key(|(begin, _)| std::cmp::Reverse(begin.len()));
            }
            "amount" => {
                let mut fields = words.split_whitespace();
                let amount = Amount::named(fields.next()?, fields.next()?)?;
                self.amounts.extend(fields.map(|form| (form, amount)));
            }
            _ => {
                let class = named(name)?;
                words.split('|').map(str::trim).for_each(|word| self.add(class, word));
            }
        }
        Some(())
    }

    fn add(&mut self, class: Class, forms: &'static str) {
        let entry = RuleEntry { class, word: forms.split(' ').next().unwrap_or(forms) };
        for form in forms.split_whitespace() {
            match form.strip_suffix('*') {
                Some(beginning) => self.beginnings.entry(beginning).or_insert(entry),
                None => self.words.entry(form).or_insert(entry),
            };
            if let Some((first, _)) = form.split_once('_') {
                self.phrases.entry(first).or_default().push(form.trim_end_matches('*'));
            }
        }
    }
}

fn named(name: &str) -> Option<Class> {
    Some(match name {
        "negation" => Class::Negation,
        "magnitude" => Class::Magnitude,
        "time" => Class::Time,
        "relative" => Class::Relative,
        "pointing" => Class::Pointing,
        "period" => Class::Period,
        "name" => Class::Name,
        "origin" => Class::Origin,
        "modality" => Class::Modality,
        "mood" => Class::Mood,
        "office" => Class::Office,
        "attribution" => Class::Attribution,
        "source" => Class::Source,
        "unit" => Class::Unit,
        "bound" => Class::Bound,
        "preposition" => Class::Preposition,
        "conjunction" => Class::Conjunction,
        "turn" => Class::Turn,
        "extent" => Class::Extent,
        "quantifier" => Class::Quantifier,
        "particle" => Class::Particle,
        "tense" => Class::Tense,
        "pronoun" => Class::Pronoun,
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
