//! The terms of a workspace for a pair of languages, and those that hold in one article.

use super::phrases::{Phrases, TermHit, TermRole, longest};
use super::term::Term;
use crate::model::Span;
use crate::text::figures::Languages;

/// The terms that hold for a pair of languages.
#[derive(Debug)]
pub struct Termbase {
    pub terms: Vec<Term>,
    source_language: String,
    target_language: String,
    source: Phrases,
    target: Phrases,
}

/// A termbase, and which of its terms hold in an article.
pub struct TermsHere<'b> {
    pub base: &'b Termbase,
    holds: Vec<bool>,
}

/// A term that stands in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermSeen {
    /// The terms that it may be; several where an abbreviation means several things.
    pub terms: Vec<usize>,
    pub span: Span,
}

impl Termbase {
    /// A termbase of these terms.
    pub fn new(terms: Vec<Term>, languages: Languages<'_>) -> Self {
        let (mut source, mut target) =
            (Phrases::new(languages.source), Phrases::new(languages.target));
        for (at, term) in terms.iter().enumerate() {
            let sides = [(&mut source, languages.source), (&mut target, languages.target)];
            for (phrases, language) in sides {
                for wording in term.words(language) {
                    phrases.add(at, TermRole::Allowed, wording);
                }
                for wording in term.forbidden(language) {
                    phrases.add(at, TermRole::Forbidden, wording);
                }
            }
            for near in &term.near {
                source.add(at, TermRole::Near, near);
            }
        }
        let (source_language, target_language) =
            (languages.source.to_owned(), languages.target.to_owned());
        Self { terms, source_language, target_language, source, target }
    }

    /// The languages of its texts.
    pub fn languages(&self) -> Languages<'_> {
        Languages::new(&self.source_language, &self.target_language)
    }

    /// The terms that hold in an article with this text, among those that `may_hold` there.
    pub fn here(&self, text: &str, may_hold: &dyn Fn(usize) -> bool) -> TermsHere<'_> {
        let is_near_asked = self.terms.iter().any(|term| !term.near.is_empty());
        let hits = if is_near_asked { self.source.hits(text) } else { Vec::new() };
        let is_near =
            |at: usize| hits.iter().any(|hit| hit.term == at && hit.role == TermRole::Near);
        let holds =
            |(at, term): (usize, &Term)| may_hold(at) && (term.near.is_empty() || is_near(at));
        TermsHere { base: self, holds: self.terms.iter().enumerate().map(holds).collect() }
    }
}

impl TermsHere<'_> {
    /// The terms that stand in a source, each where it stands, in order.
    pub fn seen(&self, source: &str) -> Vec<TermSeen> {
        let hits = self.base.source.hits(source);
        let allowed: Vec<TermHit> = hits
            .iter()
            .filter(|hit| hit.role == TermRole::Allowed && self.holds[hit.term])
            .copied()
            .collect();
        let mut seen: Vec<TermSeen> = Vec::new();
        for hit in longest(&allowed) {
            match seen.iter_mut().find(|known| known.span == hit.span) {
                Some(known) if known.terms.contains(&hit.term) => {}
                Some(known) => known.terms.push(hit.term),
                None => seen.push(TermSeen { terms: vec![hit.term], span: hit.span }),
            }
        }
        for one in &mut seen {
            narrow(&mut one.terms, &hits);
        }
        seen
    }

    /// What of a source is forbidden for a term.
    pub fn forbidden_in_source(&self, source: &str) -> Vec<TermHit> {
        self.uncovered(&self.base.source.hits(source))
    }

    /// What stands in a translation: allowed wordings, then forbidden ones that stand in none of those.
    pub fn in_target(&self, target: &str) -> (Vec<TermHit>, Vec<TermHit>) {
        let hits = self.base.target.hits(target);
        let forbidden = self.uncovered(&hits);
        let is_allowed = |hit: &TermHit| hit.role == TermRole::Allowed;
        (hits.into_iter().filter(is_allowed).collect(), forbidden)
    }

    fn uncovered(&self, hits: &[TermHit]) -> Vec<TermHit> {
        let is_covered = |hit: &TermHit| {
            hits.iter().any(|other| {
                let holds = other.span.start <= hit.span.start && hit.span.end <= other.span.end;
                other.role == TermRole::Allowed && holds
            })
        };
        let forbidden = |hit: &&TermHit| hit.role == TermRole::Forbidden && self.holds[hit.term];
        hits.iter().filter(forbidden).filter(|hit| !is_covered(hit)).copied().collect()
    }
}

/// Leaves of several terms those that their sentence speaks for; where it speaks for none, each may be meant.
fn narrow(terms: &mut Vec<usize>, hits: &[TermHit]) {
    if terms.len() < 2 {
        return;
    }
    let is_near =
        |term: usize| hits.iter().any(|hit| hit.term == term && hit.role == TermRole::Near);
    if terms.iter().any(|term| is_near(*term)) {
        terms.retain(|term| is_near(*term));
    }
}
