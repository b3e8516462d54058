//! The Russian dictionary, opened when it is first asked.

use std::sync::LazyLock;

use rumorph::{Analysis, Dictionary, Source};
use rustc_hash::FxHashMap;

use super::{Citation, Grammar, Sense, WordForm, WordPart, WordSort};
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
            part: part(dictionary, &analysis),
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
            if !is_declined_alike(dictionary, &analysis, &form) {
                continue;
            }
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

/// Whether a form is one of the same noun, adjective or participle; verbs have forms of many kinds.
fn is_declined_alike(dictionary: &Dictionary, word: &Analysis, form: &Analysis) -> bool {
    let (Some(own), Some(other)) = (dictionary.ud_tag(word.ud), dictionary.ud_tag(form.ud)) else {
        return true;
    };
    let kinds = ["VerbForm", "Voice", "Tense"];
    own.feat("Case").is_none()
        || other.feat("Case").is_some()
            && kinds.iter().all(|kind| own.feat(kind) == other.feat(kind))
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

fn part(dictionary: &Dictionary, analysis: &Analysis) -> WordPart {
    let tag = dictionary.ud_tag(analysis.ud);
    match tag.map(|tag| (tag.pos(), tag.feat("Case"))) {
        Some(("NOUN" | "PROPN", _)) => WordPart::Noun,
        // A participle that is declined stands as an adjective does.
        Some(("ADJ" | "VERB", Some(_))) => WordPart::Adjective,
        _ => WordPart::Other,
    }
}

/// The words of a name in the nominative: its first noun, and the adjectives before it.
pub fn nominative(words: &[&str]) -> Vec<String> {
    let mut cited: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let Some(dictionary) = DICTIONARY.as_ref() else { return cited };
    let top = |word: &str| dictionary.analyze(word).into_iter().next();
    let is = |word: &str, wanted: WordPart| {
        top(word).is_some_and(|analysis| part(dictionary, &analysis) == wanted)
    };
    let before = words.iter().take_while(|word| is(word, WordPart::Adjective)).count();
    let Some(noun) = words.get(before).filter(|word| is(word, WordPart::Noun)) else {
        return cited;
    };
    let mut together = Grammar::ANY;
    for word in &words[..before] {
        let own = dictionary.analyze(word);
        let own = own.iter().map(|one| grammar(dictionary, one)).reduce(Grammar::or);
        together = together.and(own.unwrap_or(Grammar::ANY));
    }
    let fits = |one: &Analysis| {
        part(dictionary, one) == WordPart::Noun && grammar(dictionary, one).meets(together)
    };
    let Some(analysis) = dictionary.analyze(noun).into_iter().find(fits) else { return cited };
    let Some(form) = dictionary.inflect(&analysis, &[("Case", "Nom")]) else { return cited };
    let tag = dictionary.ud_tag(form.ud);
    let mut wanted = vec![("Case", "Nom")];
    wanted.extend(tag.and_then(|tag| tag.feat("Number")).map(|number| ("Number", number)));
    if wanted.contains(&("Number", "Sing")) {
        wanted.extend(tag.and_then(|tag| tag.feat("Gender")).map(|gender| ("Gender", gender)));
    }
    cited[before] = like(noun, &form.word);
    for (at, word) in words[..before].iter().enumerate() {
        let form = top(word).and_then(|one| dictionary.inflect(&one, &wanted));
        if let Some(form) = form {
            cited[at] = like(word, &form.word);
        }
    }
    cited
}

/// A form with the capitals of the word that it is of.
fn like(word: &str, form: &str) -> String {
    let mut letters = word.chars();
    let is_upper = |c: char| c.is_uppercase();
    if letters.clone().all(is_upper) {
        return word.to_owned();
    }
    let mut form = form.chars();
    match (letters.next().is_some_and(is_upper), form.next()) {
        (true, Some(first)) => first.to_uppercase().chain(form).collect(),
        (_, first) => first.into_iter().chain(form).collect(),
    }
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
