//! The terms of a source, as somebody wants to see them who translates it.

use super::term::Term;
use super::termbase::TermsHere;

/// A term that stands in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreedTerm {
    /// As it stands in the source.
    pub found: String,
    /// What may stand for it, the preferred text first; itself where it is not translated.
    pub wanted: Vec<String>,
    pub forbidden: Vec<String>,
    pub note: Option<String>,
}

impl TermsHere<'_> {
    /// The terms of a source, each once, in order.
    pub fn told(&self, source: &str) -> Vec<AgreedTerm> {
        let mut told: Vec<AgreedTerm> = Vec::new();
        for seen in self.seen(source) {
            let found = &source[seen.span.range()];
            for term in seen.terms {
                let agreed = self.agreed(&self.base.terms[term], found);
                let is_known = told.iter().any(|one| one.wanted == agreed.wanted);
                if !is_known && !agreed.wanted.is_empty() {
                    told.push(agreed);
                }
            }
        }
        told
    }

    fn agreed(&self, term: &Term, found: &str) -> AgreedTerm {
        let target = self.base.languages().target;
        let mut wanted: Vec<String> = term.words(target).map(str::to_owned).collect();
        if wanted.is_empty() && term.do_not_translate {
            wanted.push(found.to_owned());
        }
        AgreedTerm {
            found: found.to_owned(),
            wanted,
            forbidden: term.forbidden(target).to_vec(),
            note: term.note.clone(),
        }
    }
}
