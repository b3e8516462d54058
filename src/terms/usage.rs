//! How the terms of a source are used in its translation.

use super::phrase::is_acronym;
use super::pieces::pieces;
use super::term::Term;
use super::termbase::{TermSeen, TermsHere};
use crate::model::Span;
use crate::text::words::is_capital;

/// A term used otherwise than agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermFault {
    pub kind: TermUse,
    /// The text found: the source's, or the forbidden one.
    pub found: String,
    /// What should stand there.
    pub wanted: Vec<String>,
    pub source: Option<Span>,
    pub target: Option<Span>,
}

/// What is wrong with the use of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermUse {
    /// No agreed translation stands in the target.
    Missing,
    /// A forbidden text stands in the target.
    Forbidden,
    /// A forbidden text stands in the source.
    ForbiddenInSource,
    /// What must stay as it is was changed.
    Changed,
}

impl TermsHere<'_> {
    /// What is wrong with the terms of a sentence and its translation.
    pub fn faults(&self, source: &str, target: &str) -> Vec<TermFault> {
        let seen = self.seen(source);
        let (allowed, forbidden) = self.in_target(target);
        let languages = self.base.languages();
        let mut faults = Vec::new();
        let mut blamed: Vec<usize> = Vec::new();
        for hit in forbidden {
            let term = &self.base.terms[hit.term];
            let found = &target[hit.span.range()];
            let place = seen.iter().find(|one| one.terms.contains(&hit.term));
            if place.is_none() && !is_telling(found) || blamed.contains(&hit.term) {
                continue;
            }
            blamed.push(hit.term);
            faults.push(TermFault {
                kind: TermUse::Forbidden,
                found: found.to_owned(),
                wanted: owned(term, languages.target),
                source: place.map(|one| one.span),
                target: Some(hit.span),
            });
        }
        for one in &seen {
            let is_there = |term: &usize| {
                blamed.contains(term)
                    || allowed.iter().any(|hit| hit.term == *term)
                    || self.is_kept(*term, &source[one.span.range()], target)
            };
            if one.terms.iter().any(is_there) {
                continue;
            }
            blamed.extend(&one.terms);
            faults.extend(self.absence(one, source));
        }
        faults.extend(self.source_faults(source));
        faults
    }

    /// Whether a term that must stay as it is stands in the target as it stands in the source.
    fn is_kept(&self, term: usize, found: &str, target: &str) -> bool {
        let term = &self.base.terms[term];
        let kept = |text: &str| !text.is_empty() && target.contains(text);
        term.do_not_translate && (kept(found) || term.words(self.base.languages().source).any(kept))
    }

    /// What to say of a term that isn't in the target.
    fn absence(&self, seen: &TermSeen, source: &str) -> Option<TermFault> {
        let languages = self.base.languages();
        let terms = || seen.terms.iter().map(|at| &self.base.terms[*at]);
        let mut wanted: Vec<String> = Vec::new();
        for term in terms() {
            wanted.extend(owned(term, languages.target));
        }
        let is_kept = terms().any(|term| term.do_not_translate);
        if is_kept && wanted.is_empty() {
            wanted.extend(
                terms().filter_map(|term| term.preferred(languages.source)).map(str::to_owned),
            );
        }
        let kind = if is_kept { TermUse::Changed } else { TermUse::Missing };
        let found = source[seen.span.range()].to_owned();
        let (source, target) = (Some(seen.span), None);
        // A term that only the source's language has a word for asks for nothing.
        (!wanted.is_empty()).then_some(TermFault { kind, found, wanted, source, target })
    }

    fn source_faults(&self, source: &str) -> Vec<TermFault> {
        let languages = self.base.languages();
        let fault = |hit: &super::phrases::TermHit| TermFault {
            kind: TermUse::ForbiddenInSource,
            found: source[hit.span.range()].to_owned(),
            wanted: owned(&self.base.terms[hit.term], languages.source),
            source: Some(hit.span),
            target: None,
        };
        self.forbidden_in_source(source).iter().map(fault).collect()
    }
}

fn owned(term: &Term, language: &str) -> Vec<String> {
    term.words(language).map(str::to_owned).collect()
}

/// Whether a forbidden text can mean nothing but its term, so that it is wrong wherever it stands.
fn is_telling(text: &str) -> bool {
    let words = pieces(text);
    let is_named = |word: &str| word.starts_with(is_capital);
    words.len() > 1 && words.iter().any(|word| is_named(word.text) || is_acronym(word.text))
}
