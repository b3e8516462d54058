//! Terms that translated texts propose: abbreviations with what they stand for, names, and words that go together.

mod abbreviations;
mod candidates;
mod partners;

use super::term::Term;
use crate::text::figures::Languages;
use crate::text::lemmas::Lemmas;

/// A sentence and its translation.
#[derive(Clone, Debug)]
pub struct TermLesson {
    pub article: String,
    pub source: String,
    pub target: String,
}

/// A term that lessons propose.
#[derive(Clone, Debug)]
pub struct TermCandidate {
    pub term: Term,
    /// `acronym`, `name` or `term`.
    pub kind: &'static str,
    /// In how many lessons it stands.
    pub count: usize,
    /// How many of those have the translation proposed.
    pub agreeing: usize,
    /// Index of a lesson that shows it.
    pub example: usize,
}

/// What is asked of an extraction.
#[derive(Clone, Copy)]
pub struct Harvest<'a> {
    pub languages: Languages<'a>,
    /// In how many lessons a term stands at least; an abbreviation that is explained needs one.
    pub least: usize,
    /// Whether a text is a term already.
    pub is_known: &'a dyn Fn(&str) -> bool,
}

/// More lessons teach little and take long.
const MOST_LESSONS: usize = 30_000;

/// The terms that these lessons propose: abbreviations, then the rest, the most frequent first.
pub fn extract(lessons: &[TermLesson], harvest: &Harvest<'_>) -> Vec<TermCandidate> {
    let lessons = &lessons[..lessons.len().min(MOST_LESSONS)];
    let Languages { source, target } = harvest.languages;
    let (from, into) = (Lemmas::of(source), Lemmas::of(target));
    let mut found = abbreviations::explained(lessons, harvest.languages, &from, &into);
    found.retain(|one| !one.term.words(source).all(|text| (harvest.is_known)(text)));
    let explained: Vec<String> =
        found.iter().flat_map(|one| one.term.words(source)).map(str::to_lowercase).collect();
    let grams = candidates::frequent(lessons, &from, harvest.least);
    let partners = partners::Partners::of(lessons, &into);
    for gram in grams {
        let text = gram.text.to_lowercase();
        if explained.contains(&text) || (harvest.is_known)(&gram.text) {
            continue;
        }
        let mut term = Term::default();
        term.full.insert(source.to_owned(), vec![gram.text.clone()]);
        let partner = partners.best(&gram.lessons);
        let agreeing = partner.as_ref().map_or(0, |partner| partner.agreeing);
        let example = partner.as_ref().map_or(gram.lessons[0], |partner| partner.example);
        if let Some(partner) = partner {
            term.full.insert(target.to_owned(), vec![partner.text]);
        }
        let (kind, count) = (gram.kind, gram.lessons.len());
        found.push(TermCandidate { term, kind, count, agreeing, example });
    }
    found
}

#[cfg(test)]
mod tests;
