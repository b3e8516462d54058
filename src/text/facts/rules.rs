//! The words and phrases of each fact, read from each language's `facts.rules`.

use rustc_hash::FxHashMap;

use super::FactKind;
use crate::text::languages::PerLanguage;

/// What a word or phrase states; a phrase without a kind only keeps its words from being read alone.
#[derive(Clone, Debug)]
pub struct Rule {
    pub kind: Option<FactKind>,
    pub key: String,
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct FactRules {
    words: FxHashMap<&'static str, Vec<Rule>>,
    beginnings: FxHashMap<&'static str, Vec<Rule>>,
    /// By the first word of each: all its words, the longest phrases first.
    phrases: FxHashMap<&'static str, Vec<(Vec<&'static str>, Rule)>>,
    /// Prefixes that turn a word into its denial.
    pub turning: Vec<&'static str>,
    pub tenses: TenseRules,
}

/// When a verb says that something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Past,
    Present,
    Future,
}

/// The forms of verbs of one language; what has no tense is listed, too.
#[derive(Debug, Default)]
pub struct TenseRules {
    words: FxHashMap<&'static str, Option<Tense>>,
    /// Ends of words, in the order of the file.
    ends: Vec<TenseEnd>,
    /// By the past form the form that dictionaries list.
    bases: FxHashMap<&'static str, &'static str>,
}

/// The end of a word that tells its tense.
#[derive(Debug)]
struct TenseEnd {
    text: &'static str,
    tense: Option<Tense>,
}

impl TenseRules {
    /// Whether the language has such rules.
    pub fn is_told(&self) -> bool {
        !self.words.is_empty()
    }

    /// The tense of a form in lower case, as far as it tells.
    pub fn tense(&self, form: &str) -> Option<Tense> {
        if let Some(tense) = self.words.get(form) {
            return *tense;
        }
        if self.bases.contains_key(form) {
            return Some(Tense::Past);
        }
        let is_long = |end: &&TenseEnd| {
            form.strip_suffix(end.text).is_some_and(|stem| stem.chars().nth(1).is_some())
        };
        self.ends.iter().find(is_long).and_then(|end| end.tense)
    }

    /// Whether the word is listed as one that other verbs take their tense from.
    pub fn is_auxiliary(&self, form: &str) -> bool {
        form.is_ascii() && matches!(self.words.get(form), Some(Some(_)))
    }

    /// What a listed past form is a form of.
    pub fn base(&self, form: &str) -> Option<&'static str> {
        self.bases.get(form).copied()
    }

    /// Reads a line of the file: a tense or the base of past forms, then the forms.
    fn add(&mut self, name: &str, key: &'static str, forms: &'static str) {
        let tense = match key {
            _ if name == "past" => {
                self.bases.extend(forms.split_whitespace().map(|form| (form, key)));
                return;
            }
            "past" => Some(Tense::Past),
            "present" => Some(Tense::Present),
            "future" => Some(Tense::Future),
            _ => None,
        };
        for form in forms.split_whitespace() {
            match form.strip_prefix('*') {
                Some(text) => self.ends.push(TenseEnd { text, tense }),
                None => _ = self.words.entry(form).or_insert(tense),
            }
        }
    }
}

static RULES: PerLanguage<FactRules> = PerLanguage::new(|language| read(language.facts));

/// The rules of the language with this primary subtag.
pub fn rules(language: &str) -> Option<&'static FactRules> {
    RULES.of(language)
}

/// Bytes of the longest beginning that rules may have; a word may be of any length.
const LONGEST: usize = 64;

/// What a word begins with, the longest first.
fn heads(word: &str) -> impl Iterator<Item = &str> {
    let longest = word.floor_char_boundary(LONGEST);
    let ends = word[..longest].char_indices().map(|(at, _)| at).chain([longest]).rev();
    ends.map(|end| &word[..end])
}

impl FactRules {
    /// What the first of these words states, with those after it in a phrase, and how many words that takes.
    pub fn find<'a>(&self, mut forms: impl Iterator<Item = &'a str> + Clone) -> (Vec<Rule>, usize) {
        let rest = forms.clone();
        let Some(first) = forms.next() else { return (Vec::new(), 1) };
        let begins = |phrase: &[&str]| {
            let mut rest = rest.clone();
            phrase.iter().all(|word| rest.next() == Some(word))
        };
        let phrases = self.phrases.get(first).map(Vec::as_slice).unwrap_or_default();
        if let Some((longest, _)) = phrases.iter().find(|(phrase, _)| begins(phrase)) {
            let same = phrases.iter().filter(|(phrase, _)| phrase == longest);
            return (same.map(|(_, rule)| rule.clone()).collect(), longest.len());
        }
        let exact = self.words.get(first).map(Vec::as_slice).unwrap_or_default();
        // A form of its own on one scale may begin like the words of another.
        if !exact.is_empty() && !exact.iter().all(|rule| rule.kind == Some(FactKind::Axis)) {
            return (exact.to_vec(), 1);
        }
        let rules = heads(first).filter_map(|head| self.beginnings.get(head)).flatten();
        let mut found: Vec<Rule> = exact.to_vec();
        let is_scale_alone = !exact.is_empty();
        for rule in rules.filter(|rule| rule.kind.is_some()) {
            if is_scale_alone && rule.kind != Some(FactKind::Axis) {
                continue;
            }
            // The longest beginning of a kind counts; a word may stand on several scales.
            let is_scale = rule.kind == Some(FactKind::Axis);
            let is_it =
                |other: &Rule| other.kind == rule.kind && (!is_scale || other.key == rule.key);
            if !found.iter().any(is_it) {
                found.push(rule.clone());
            }
        }
        (found, 1)
    }

    /// Each word that states something by itself, and each beginning, with a `*` behind it.
    pub fn forms(&self) -> impl Iterator<Item = (String, &Rule)> {
        let words = self.words.iter().map(|(form, rules)| ((*form).to_owned(), rules));
        let beginnings = self.beginnings.iter().map(|(form, rules)| (format!("{form}*"), rules));
        words
            .chain(beginnings)
            .flat_map(|(form, rules)| rules.iter().map(move |rule| (form.clone(), rule)))
    }

    /// Whether a word by itself states anything.
    pub fn states(&self, form: &str) -> bool {
        self.words.contains_key(form) || !self.find([form].into_iter()).0.is_empty()
    }

    /// Whether a form stands in the rules as it is.
    pub fn lists(&self, form: &str) -> bool {
        self.words.contains_key(form)
    }

    /// Whether a word with a capital amid a sentence states what names don't: many begin like words of a scale.
    pub fn states_no_name(&self, form: &str) -> bool {
        let (found, _) = self.find([form].into_iter());
        self.words.contains_key(form)
            || found.iter().any(|rule| rule.kind.is_some_and(|kind| kind != FactKind::Axis))
    }

    /// Whether a word by itself is a unit.
    pub fn has_unit(&self, form: &str) -> bool {
        let (found, _) = self.find([form].into_iter());
        found.iter().any(|rule| rule.kind == Some(FactKind::Unit))
    }

    fn add(&mut self, form: &'static str, rule: Rule) {
        if form.contains('_') {
            let words: Vec<&str> = form.split('_').collect();
            self.phrases.entry(words[0]).or_default().push((words, rule));
        } else if let Some(beginning) = form.strip_suffix('*') {
            self.beginnings.entry(beginning).or_default().push(rule);
        } else {
            self.words.entry(form).or_default().push(rule);
        }
    }
}

fn read(text: &'static str) -> FactRules {
    let mut rules = FactRules::default();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns = line.split_once(" | ");
        let (head, forms) = columns.expect("a test reads every line of the built-in files");
        let head = head.split_once(' ');
        let (name, key) = head.expect("a test reads every line of the built-in files");
        match name {
            "turn" => {
                rules.turning.extend(forms.split_whitespace());
                continue;
            }
            "tense" | "past" => {
                rules.tenses.add(name, key, forms);
                continue;
            }
            _ => {}
        }
        let kind = named(name).expect("a test reads every line of the built-in files");
        let forms = forms.split_whitespace();
        forms.for_each(|form| rules.add(form, Rule { kind, key: key.to_owned() }));
    }
    for phrases in rules.phrases.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    rules
}

/// The kind with this name in the file; the outer none is for a name that there is not.
#[expect(clippy::option_option, reason = "some lines have no kind")]
fn named(name: &str) -> Option<Option<FactKind>> {
    Some(Some(match name {
        "none" => return Some(None),
        "number" => FactKind::Number,
        "minus" => FactKind::Minus,
        "month" => FactKind::Month,
        "weekday" => FactKind::Weekday,
        "day" => FactKind::Day,
        "relative" => FactKind::Relative,
        "season" => FactKind::Season,
        "daytime" => FactKind::Daytime,
        "often" => FactKind::Often,
        "unit" => FactKind::Unit,
        "imperial" => FactKind::Imperial,
        "currency" => FactKind::Currency,
        "degree" => FactKind::Degree,
        "bound" => FactKind::Bound,
        "deny" => FactKind::Denial,
        "refuse" => FactKind::Refusal,
        "modality" => FactKind::Modality,
        "quantity" => FactKind::Quantity,
        "axis" => FactKind::Axis,
        "office" => FactKind::Office,
        "role" => FactKind::Role,
        "nation" => FactKind::Nation,
        "person" => FactKind::Person,
        "place" => FactKind::Place,
        "join" => FactKind::Joint,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, heads, rules};

    #[test]
    fn no_beginning_of_the_rules_is_longer_than_those_looked_for() {
        for language in ["ru", "en", "de"] {
            let rules = rules(language).expect("built in");
            assert!(rules.beginnings.keys().all(|beginning| beginning.len() <= LONGEST));
        }
    }

    proptest! {
        #[test]
        fn a_word_of_any_length_has_few_beginnings(word in "\\PC{0,5}", times in 1_usize..2000) {
            let long = word.repeat(times);
            prop_assert!(heads(&long).count() <= LONGEST + 1);
            prop_assert!(heads(&long).all(|head| long.starts_with(head)));
        }
    }
}
