//! The same word written otherwise: abbreviations, joined and parted words, variants, mended typos.

use super::Readings;
use super::acronyms::pair_acronyms;
use super::forms::are_one_verb;
use super::lists::RuleList;
use super::matched::Matched;
use super::reading::{Reading, Word};

/// How many words of each side are compared.
const WORDS: usize = 24;
/// How many words a joined one may be parted into.
const PARTS: usize = 4;
/// Letters of the shortest word whose typo is sure.
const SHORTEST: usize = 5;
/// Letters of the shortest word that may have two faults and still be told.
const LONG: usize = 8;

/// Matches words that came with words that went where only the spelling differs.
pub fn pair_spellings(matched: &mut Matched, readings: &Readings<'_>) {
    let [old, new] = [readings.old, readings.new];
    join_parts(matched, readings);
    pair_acronyms(matched, readings);
    let (gone, come) = open(matched);
    for &was in &gone {
        let found = come.iter().copied().find(|&is| {
            matched.is_come(is) && {
                let (before, now) = (&old.words[was], &new.words[is]);
                let in_place = || matched.share_place(was, is);
                are_variants(new, before, now)
                    || in_place()
                        && (abbreviates(old, before, now) || abbreviates(new, now, before))
                    || in_place() && is_typo(old, before, now)
            }
        });
        if let Some(is) = found {
            matched.spell(was, is);
        }
    }
    pair_verbs(matched, readings);
}

/// Matches the forms of a verb that its stems part.
fn pair_verbs(matched: &mut Matched, readings: &Readings<'_>) {
    let [old, new] = [readings.old, readings.new];
    let (gone, come) = open(matched);
    for &was in &gone {
        let is_verb = |is: &usize| {
            let [before, now] = [&old.words[was], &new.words[*is]];
            let are_known = old.class(before).is_some() || new.class(now).is_some();
            matched.is_come(*is) && !are_known && are_one_verb(&before.form, &now.form)
        };
        if let Some(is) = come.iter().copied().find(is_verb) {
            matched.pair(was, is);
        }
    }
}

fn open(matched: &Matched) -> (Vec<usize>, Vec<usize>) {
    let (mut gone, mut come) = (matched.gone(), matched.come());
    gone.truncate(WORDS);
    come.truncate(WORDS);
    (gone, come)
}

/// Matches words that were written in one with their parts, and the other way round.
fn join_parts(matched: &mut Matched, readings: &Readings<'_>) {
    let [old, new] = [readings.old, readings.new];
    let (gone, come) = open(matched);
    for &was in &gone {
        let parts = come.iter().find_map(|&is| parts(&old.words[was].form, new, &come, is));
        if let Some(parts) = parts.filter(|parts| parts.iter().all(|part| matched.is_come(*part))) {
            matched.spell(was, parts[0]);
            parts[1..].iter().for_each(|part| matched.settle_new(*part));
        }
    }
    let (gone, come) = open(matched);
    for &is in &come {
        let parts = gone.iter().find_map(|&was| parts(&new.words[is].form, old, &gone, was));
        if let Some(parts) = parts.filter(|parts| parts.iter().all(|part| matched.is_gone(*part))) {
            matched.spell(parts[0], is);
            parts[1..].iter().for_each(|part| matched.settle_old(*part));
        }
    }
}

/// The free neighbours from `first` on that together are the letters of `whole`.
fn parts(whole: &str, reading: &Reading<'_>, free: &[usize], first: usize) -> Option<Vec<usize>> {
    let letters = bare(whole);
    let mut joined = String::new();
    let mut parts = Vec::new();
    for at in (first..reading.words.len()).take(PARTS) {
        if !free.contains(&at) {
            return None;
        }
        joined += &bare(&reading.words[at].form);
        parts.push(at);
        if joined == letters {
            // One for one the hyphen alone differs.
            return (parts.len() > 1 || reading.words[at].form != whole).then_some(parts);
        }
        if !letters.starts_with(&joined) {
            return None;
        }
    }
    None
}

/// The letters without hyphens and apostrophes, and a contraction in full.
fn bare(form: &str) -> String {
    let contractions = [
        ("can't", "cannot"),
        ("won't", "willnot"),
        ("shan't", "shallnot"),
        ("n't", "not"),
        ("'ve", "have"),
        ("'re", "are"),
        ("'ll", "will"),
        ("'m", "am"),
    ];
    let short = contractions
        .iter()
        .find_map(|(short, full)| form.strip_suffix(short).map(|stem| format!("{stem}{full}")));
    let form = short.as_deref().unwrap_or(form);
    form.replace(['-', '\'', '_', '\u{2011}'], "")
}

/// Whether two words differ by a spelling that makes no difference.
fn are_variants(reading: &Reading<'_>, one: &Word, other: &Word) -> bool {
    let (one, other) = (one.form.as_str(), other.form.as_str());
    reading.rules.list(RuleList::Variant).chunks_exact(2).any(|pair| {
        let turned = |from: &str, to: &str| {
            one.match_indices(from).any(|(at, _)| {
                at > 0
                    && other.strip_prefix(&one[..at]).and_then(|rest| rest.strip_prefix(to))
                        == Some(&one[at + from.len()..])
            })
        };
        turned(pair[0], pair[1]) || turned(pair[1], pair[0])
    })
}

/// Whether a word of this text with its point or hyphen stands for the other: «чел.», «г-н».
fn abbreviates(reading: &Reading<'_>, short: &Word, long: &Word) -> bool {
    let rest = long.form.chars().count();
    if let Some((head, tail)) = short.form.split_once('-') {
        return head.chars().count() <= 4
            && rest > 4
            && long.form.starts_with(head)
            && long.form.ends_with(tail);
    }
    let after = reading.text[short.span.end..].strip_prefix('.');
    after.is_some_and(|after| after.contains(char::is_alphanumeric))
        && !short.is_name
        && rest > short.form.chars().count() + 1
        && long.form.starts_with(short.form.as_str())
}

/// Whether a word differs by a letter or two from one that the dictionary has, and is in none itself.
fn is_typo(reading: &Reading<'_>, one: &Word, other: &Word) -> bool {
    let letters = [one, other].map(|word| word.form.chars().count());
    let faults = match letters[0].min(letters[1]) {
        ..SHORTEST => 0,
        SHORTEST..LONG => 1,
        LONG.. => 2,
    };
    let distance = strsim::osa_distance(&one.form, &other.form);
    let is_near = distance == 1 || one.form.chars().next() == other.form.chars().next();
    faults > 0
        && is_near
        && distance <= faults
        && matches!(
            [one, other].map(|word| reading.knows(word)),
            [Some(false), Some(true)] | [Some(true), Some(false)]
        )
}
