//! Names and words that go together, as often as they stand in sources.

use rustc_hash::{FxHashMap, FxHashSet};

use super::TermLesson;
use super::abbreviations::rewritten;
use crate::terms::phrase::is_acronym;
use crate::terms::pieces::{Gap, TermPiece, pieces};
use crate::text::lemmas::{Grammar, Lemmas, Sense, WordPart, WordSort};
use crate::text::words::is_capital;

/// Words that stand together in several sentences.
#[derive(Debug)]
pub struct Frequent {
    /// In the nominative.
    pub text: String,
    pub kind: &'static str,
    /// The lessons that it stands in, in order.
    pub lessons: Vec<usize>,
    words: usize,
    opens: bool,
}

/// Words of the longest.
const LONGEST: usize = 5;
/// One in so many of the shorter may stand outside the longer that has it.
const APART: usize = 5;

/// What stands in `least` lessons or more, and in nothing longer that stands as often.
pub fn frequent(lessons: &[TermLesson], lemmas: &Lemmas, least: usize) -> Vec<Frequent> {
    let mut known: FxHashMap<String, WordLook> = FxHashMap::default();
    let mut grams: FxHashMap<String, Frequent> = FxHashMap::default();
    for (at, lesson) in lessons.iter().enumerate() {
        let words = pieces(&lesson.source);
        let looks: Vec<WordLook> = words
            .iter()
            .map(|word| {
                known
                    .entry(word.text.to_owned())
                    .or_insert_with(|| WordLook::of(word.text, lemmas))
                    .clone()
            })
            .collect();
        let mut seen: FxHashSet<String> = FxHashSet::default();
        for start in 0..words.len() {
            for end in start + 1..=words.len().min(start + LONGEST) {
                if end > start + 1 && is_parted(&lesson.source, &words[end - 2..end]) {
                    break;
                }
                let looks = &looks[start..end];
                let Some(kind) = kind(looks, &words[start..end], start == 0) else { continue };
                let key = looks.iter().map(|look| &*look.lemma).collect::<Vec<_>>().join(" ");
                if !seen.insert(key.clone()) {
                    continue;
                }
                let opens = start == 0;
                let gram = grams.entry(key).or_insert_with(|| Frequent {
                    text: cited(&lesson.source, &words[start..end], lemmas),
                    kind,
                    lessons: Vec::new(),
                    words: end - start,
                    opens,
                });
                if gram.opens && !opens {
                    // What opens a sentence has a capital that says nothing.
                    gram.text = cited(&lesson.source, &words[start..end], lemmas);
                    gram.opens = false;
                }
                gram.lessons.push(at);
            }
        }
    }
    let mut all: Vec<(String, Frequent)> =
        grams.into_iter().filter(|(_, gram)| gram.lessons.len() >= least.max(1)).collect();
    all.sort_by(|(one, first), (other, second)| {
        (second.lessons.len(), second.words)
            .cmp(&(first.lessons.len(), first.words))
            .then(one.cmp(other))
    });
    let longer: Vec<(String, usize)> =
        all.iter().map(|(key, gram)| (format!(" {key} "), gram.lessons.len())).collect();
    let is_within = |key: &str, count: usize| {
        let key = format!(" {key} ");
        longer.iter().any(|(other, often)| {
            other.len() > key.len() && other.contains(&key) && often * APART >= count * (APART - 1)
        })
    };
    let kept = all.into_iter().filter(|(key, gram)| !is_within(key, gram.lessons.len()));
    kept.map(|(_, gram)| gram).collect()
}

/// What is known of a word whatever stands around it.
#[derive(Clone, Debug)]
struct WordLook {
    lemma: String,
    part: WordPart,
    sort: WordSort,
    grammar: Grammar,
}

impl WordLook {
    fn of(word: &str, lemmas: &Lemmas) -> Self {
        if is_acronym(word) {
            let (lemma, part) = (word.to_owned(), WordPart::Noun);
            return Self { lemma, part, sort: WordSort::Organisation, grammar: Grammar::ANY };
        }
        let senses = lemmas.senses(word);
        let Sense { lemma, grammar, sort, part } = senses[0].clone();
        Self { lemma, part, sort, grammar }
    }
}

/// Whether something stands between two words that parts a sentence.
fn is_parted(text: &str, two: &[TermPiece<'_>]) -> bool {
    Gap::of(&text[two[0].span.end..two[1].span.start]) == Gap::Other
}

/// What words are together; nothing where they are no name and no term.
fn kind(looks: &[WordLook], words: &[TermPiece<'_>], opens: bool) -> Option<&'static str> {
    let is_name = |at: usize| words[at].text.starts_with(is_capital) && !(opens && at == 0);
    if let [look] = looks {
        if is_acronym(words[0].text) {
            return Some("acronym");
        }
        let is_known_name = matches!(look.sort, WordSort::Place | WordSort::Organisation);
        return (is_name(0) && is_known_name && look.part == WordPart::Noun).then_some("name");
    }
    let first = &looks[0];
    let last = &looks[looks.len() - 1];
    let is_nominal = |look: &WordLook| matches!(look.part, WordPart::Noun | WordPart::Adjective);
    if !looks.iter().all(is_nominal) || last.part != WordPart::Noun || !agrees(looks) {
        return None;
    }
    let all_named = (0..looks.len()).all(|at| words[at].text.starts_with(is_capital));
    let is_person = |look: &WordLook| {
        matches!(look.sort, WordSort::GivenName | WordSort::Patronymic | WordSort::Surname)
    };
    if all_named && looks.iter().any(is_person) {
        return Some("name");
    }
    // A list of nouns in one case is no term: the second says more of the first.
    let is_list =
        first.part == WordPart::Noun && looks.len() == 2 && !last.grammar.meets(genitive());
    (!is_list && !looks.iter().any(is_person)).then_some("term")
}

/// Whether each adjective fits the noun after it.
fn agrees(looks: &[WordLook]) -> bool {
    looks
        .windows(2)
        .all(|two| two[0].part != WordPart::Adjective || two[0].grammar.meets(two[1].grammar))
}

fn genitive() -> Grammar {
    Grammar::of(Some("Gen"), None).or(Grammar::of(Some("Ins"), None))
}

fn cited(text: &str, words: &[TermPiece<'_>], lemmas: &Lemmas) -> String {
    let texts: Vec<&str> = words.iter().map(|piece| piece.text).collect();
    rewritten(text, words, &lemmas.nominative(&texts))
}
