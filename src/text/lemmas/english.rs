//! English nouns in both numbers, and verbs whose forms no rule makes.

use std::sync::LazyLock;

use super::{Grammar, WordForm};
use crate::text::languages::LANGUAGES;

/// Plurals that no rule makes.
const IRREGULAR: [(&str, &str); 12] = [
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("foot", "feet"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("datum", "data"),
    ("medium", "media"),
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("life", "lives"),
];

/// What a form may be the singular or plural of.
pub fn lemmas(form: &str) -> Vec<String> {
    let mut lemmas = vec![form.to_owned()];
    lemmas.extend(singulars(form));
    lemmas
}

/// The word in both numbers.
pub fn forms(form: &str) -> Vec<WordForm> {
    let mut texts = vec![form.to_owned()];
    let singulars = singulars(form);
    if singulars.is_empty() {
        texts.extend(plurals(form));
    }
    texts.extend(singulars);
    texts.into_iter().map(|text| WordForm { text, grammar: Grammar::ANY }).collect()
}

/// The verbs of the language's rules that have past forms of their own: the bare form, then those.
static VERBS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let english = LANGUAGES.iter().find(|language| language.tag == "en");
    let lines = english.map_or("", |language| language.facts).lines();
    let verbs = lines.filter_map(|line| line.strip_prefix("past ")?.split_once(" | "));
    verbs.map(|(bare, past)| [bare].into_iter().chain(past.split_whitespace()).collect()).collect()
});

/// Forms of the nouns and verbs that a word, in lower case, may be a form of.
pub fn kin(word: &str) -> Vec<String> {
    let mut texts: Vec<String> = forms(word).into_iter().map(|form| form.text).collect();
    let bases = verb_bases(word);
    for verb in VERBS.iter() {
        let Some((bare, past)) = verb.split_first() else { continue };
        for prefix in ["", "un", "re", "over", "under", "out", "mis", "fore", "with", "up"] {
            let is_it = |form: &str| form.strip_prefix(prefix) == Some(bare);
            let is_past = word.strip_prefix(prefix).is_some_and(|form| past.contains(&form));
            if is_past || bases.iter().any(|base| is_it(base)) {
                texts.extend(verb.iter().map(|form| format!("{prefix}{form}")));
                // "goes", whose stem is another than that of "go".
                let present = if bare.ends_with('o') { "es" } else { "s" };
                texts.extend([present, "ing"].map(|end| format!("{prefix}{bare}{end}")));
            }
        }
    }
    texts
}

/// What a form that rules make may be made of: "goes" and "going" of "go".
fn verb_bases(word: &str) -> Vec<String> {
    let mut bases = vec![word.to_owned()];
    for end in ["s", "es", "ing"] {
        let Some(stem) = word.strip_suffix(end).filter(|stem| !stem.is_empty()) else { continue };
        bases.push(stem.to_owned());
        bases.push(format!("{stem}e"));
        let last = stem.chars().next_back();
        let single = last
            .and_then(|last| stem.strip_suffix(last))
            .filter(|one| one.ends_with(last.unwrap_or(' ')));
        bases.extend(single.map(str::to_owned));
    }
    bases
}

/// Words after which a new part of a name begins.
const LINKS: [&str; 16] = [
    "of", "for", "in", "on", "at", "to", "by", "with", "from", "under", "among", "between",
    "against", "and", "or", "within",
];
/// Words beside [`LINKS`] that say nothing by themselves.
const FUNCTION: [&str; 52] = [
    "a", "an", "the", "this", "that", "these", "those", "is", "are", "was", "were", "be", "been",
    "being", "has", "have", "had", "do", "does", "did", "will", "would", "shall", "should", "may",
    "might", "can", "could", "must", "not", "no", "it", "its", "they", "their", "them", "he",
    "his", "she", "her", "we", "our", "i", "you", "your", "as", "than", "which", "who", "also",
    "but", "if",
];

/// Whether a word, in lower case, says nothing by itself.
pub fn is_function_word(word: &str) -> bool {
    LINKS.contains(&word) || FUNCTION.contains(&word)
}

/// What may stand behind the noun that it is said of.
const BEHIND: [&str; 4] = ["general", "designate", "elect", "plenipotentiary"];

/// Which words of a name may stand in the other number: the last of each part.
pub fn changing(words: &[&str]) -> Vec<bool> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is_end = |at: usize| lower.get(at).is_none_or(|word| LINKS.contains(&&**word));
    let is_behind = |at: usize| lower.get(at).is_some_and(|word| BEHIND.contains(&&**word));
    let is_changing = |at: usize| {
        let is_last = is_end(at + 1) || is_behind(at + 1) && is_end(at + 2);
        is_last && !is_end(at)
    };
    (0..words.len()).map(is_changing).collect()
}

fn singulars(form: &str) -> Vec<String> {
    if let Some((singular, _)) = IRREGULAR.iter().find(|(_, plural)| *plural == form) {
        return vec![(*singular).to_owned()];
    }
    let Some(stem) = form.strip_suffix('s') else { return Vec::new() };
    if stem.len() < 2 || stem.ends_with(['s', 'u', 'i']) {
        return Vec::new();
    }
    let mut found = vec![stem.to_owned()];
    if let Some(short) = stem.strip_suffix("ie") {
        found.push(format!("{short}y"));
    }
    if let Some(short) = stem.strip_suffix('e')
        && is_sibilant(short)
    {
        found.push(short.to_owned());
    }
    found
}

fn plurals(form: &str) -> Vec<String> {
    if let Some((_, plural)) = IRREGULAR.iter().find(|(singular, _)| *singular == form) {
        return vec![(*plural).to_owned()];
    }
    let is_after_consonant = |stem: &str| !stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match form.strip_suffix('y') {
        Some(stem) if is_after_consonant(stem) => vec![format!("{stem}ies")],
        _ if is_sibilant(form) => vec![format!("{form}es")],
        _ => vec![format!("{form}s")],
    }
}

fn is_sibilant(stem: &str) -> bool {
    ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::{changing, forms, kin, lemmas};

    #[test]
    fn a_verb_has_the_past_forms_that_no_rule_makes() {
        for verb in [
            "go goes going went gone",
            "take taking took taken",
            "win winning won",
            "undergo underwent undergone",
            "rebuild rebuilding rebuilt",
            "withdraw withdrew withdrawn",
        ] {
            let forms: Vec<&str> = verb.split(' ').collect();
            for form in &forms {
                let kin = kin(form);
                assert!(kin.iter().any(|one| one == forms[0]), "{form}: {kin:?}");
                assert!(kin.iter().any(|one| one == forms[forms.len() - 1]), "{form}: {kin:?}");
            }
        }
        assert_eq!(kin("open"), ["open", "opens"]);
        assert!(!kin("gone").contains(&"done".to_owned()));
    }

    #[test]
    fn the_last_word_of_each_part_changes() {
        let of = |name: &str| -> Vec<String> {
            let words: Vec<&str> = name.split(' ').collect();
            let marks = changing(&words);
            let kept = words.iter().zip(marks).filter(|(_, is_changing)| *is_changing);
            kept.map(|(word, _)| (*word).to_owned()).collect()
        };
        assert_eq!(of("International Telecommunication Union"), ["Union"]);
        assert_eq!(of("Board of Heads of State"), ["Board", "Heads", "State"]);
        assert_eq!(of("Director General"), ["Director", "General"]);
        assert_eq!(of("law"), ["law"]);
    }

    #[test]
    fn a_word_has_its_other_number() {
        let texts = |word: &str| -> String {
            let texts: Vec<String> = forms(word).into_iter().map(|form| form.text).collect();
            texts.join(" ")
        };
        assert_eq!(texts("state"), "state states");
        assert_eq!(texts("agency"), "agency agencies");
        assert_eq!(texts("conference"), "conference conferences");
        assert_eq!(texts("commission"), "commission commissions");
        assert_eq!(texts("process"), "process processes");
        assert_eq!(texts("rights"), "rights right");
        assert_eq!(texts("person"), "person people");
        assert_eq!(lemmas("bodies"), ["bodies", "bodie", "body"]);
        assert_eq!(lemmas("boxes"), ["boxes", "boxe", "box"]);
    }
}
