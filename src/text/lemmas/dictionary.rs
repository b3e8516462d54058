//! The Russian dictionary, opened when it is first asked.

use std::sync::LazyLock;

use rumorph::{Analysis, Dictionary, Source};
use rustc_hash::FxHashMap;

use super::{Citation, Grammar, Sense, WordForm, WordSort};
use crate::text::stems::normal;

/// Whether there is a dictionary at all.
pub const IS_BUILT_IN: bool = true;

static DICTIONARY: LazyLock<Option<Dictionary>> = LazyLock::new(|| Dictionary::bundled().ok());

/// Letters of the longest word that is looked up.
const LONGEST: usize = 60;
/// The least probability of a sense, and of one that is only guessed.
const LEAST: f64 = 0.001;
const LEAST_GUESSED: f64 = 0.05;

/// Whether the form is in the dictionary.
pub fn is_known(word: &str) -> bool {
    DICTIONARY.as_ref().is_some_and(|dictionary| is_short(word) && dictionary.is_known(word))
}

/// What the form may be a form of, the likeliest first.
pub fn senses(word: &str) -> Vec<Sense> {
    let Some(dictionary) = DICTIONARY.as_ref().filter(|_| is_short(word)) else {
        return Vec::new();
    };
    let mut senses: Vec<Sense> = Vec::new();
    for analysis in likely(dictionary, word) {
        let sense = Sense {
            lemma: normal(&analysis.lemma).into_owned(),
            grammar: grammar(dictionary, &analysis),
            sort: sort(dictionary, &analysis),
        };
        let same = |known: &&mut Sense| known.lemma == sense.lemma && known.sort == sense.sort;
        match senses.iter_mut().find(same) {
            Some(known) => known.grammar = known.grammar.or(sense.grammar),
            None => senses.push(sense),
        }
    }
    senses
}

/// Every form of the words that the form may be of.
pub fn forms(word: &str, citation: Citation) -> Vec<WordForm> {
    let Some(dictionary) = DICTIONARY.as_ref().filter(|_| is_short(word)) else {
        return Vec::new();
    };
    let mut lexemes = Vec::new();
    let mut forms: FxHashMap<String, Grammar> = FxHashMap::default();
    for analysis in cited(dictionary, word, citation) {
        let lexeme = (analysis.entry.map(|entry| entry.table), analysis.lemma.clone());
        if lexemes.contains(&lexeme) {
            continue;
        }
        lexemes.push(lexeme);
        for form in dictionary.forms(&analysis) {
            let grammar = grammar(dictionary, &form);
            let known = forms.entry(normal(&form.word).into_owned()).or_default();
            *known = known.or(grammar);
        }
    }
    let mut forms: Vec<WordForm> =
        forms.into_iter().map(|(text, grammar)| WordForm { text, grammar }).collect();
    forms.sort_by(|one, other| one.text.cmp(&other.text));
    forms
}

/// The analyses as which a word is meant that stands so.
fn cited(dictionary: &Dictionary, word: &str, citation: Citation) -> Vec<Analysis> {
    let all: Vec<Analysis> = likely(dictionary, word).collect();
    let is_nominative = |one: &&Analysis| {
        let tag = dictionary.ud_tag(one.ud);
        tag.is_some_and(|tag| tag.feat("Case") == Some("Nom"))
    };
    let chosen: Vec<Analysis> = match citation {
        Citation::Nominative => all.iter().filter(is_nominative).cloned().collect(),
        Citation::AnyForm => Vec::new(),
    };
    if chosen.is_empty() { all } else { chosen }
}

fn likely(dictionary: &Dictionary, word: &str) -> impl Iterator<Item = Analysis> {
    let is_likely = |one: &Analysis| match one.source {
        Source::Guess => one.prob >= LEAST_GUESSED,
        _ => one.prob >= LEAST,
    };
    dictionary.analyze(word).into_iter().filter(is_likely)
}

fn is_short(word: &str) -> bool {
    word.len() <= LONGEST * 2
}

fn grammar(dictionary: &Dictionary, analysis: &Analysis) -> Grammar {
    let Some(tag) = dictionary.ud_tag(analysis.ud) else { return Grammar::ANY };
    Grammar::of(tag.feat("Case"), tag.feat("Number"))
}

fn sort(dictionary: &Dictionary, analysis: &Analysis) -> WordSort {
    let tag = analysis.tag.and_then(|tag| dictionary.tag(tag)).unwrap_or_default();
    let mut marks = tag.split([',', ' ']);
    let sort = |mark: &str| match mark {
        "Name" => Some(WordSort::GivenName),
        "Patr" => Some(WordSort::Patronymic),
        "Surn" => Some(WordSort::Surname),
        "Geox" => Some(WordSort::Place),
        "Orgn" | "Trad" => Some(WordSort::Organisation),
        _ => None,
    };
    marks.find_map(sort).unwrap_or(WordSort::Common)
}
