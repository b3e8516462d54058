//! A page that its catalog was never in step with: what git saw of its sentences counts for more than their looks.
//!
//! Such a catalog came about beside the page, as by a worksheet. A sentence whose source was edited after it
//! had been translated still looks like a translation of it, and keeps the source that it was made from.

use std::collections::HashSet;

use super::history::Retrace;
use crate::model::{Catalog, Document, Pair, State};
use crate::text::fold::fold;
use crate::tracking::{KnownPage, Realigned, Versions};

/// The catalog in step with a page that it meets for the first time.
pub fn met(retrace: &Retrace<'_>, target: &Document, catalog: &Catalog) -> Realigned {
    let Retrace { aligner, page, tongues } = *retrace;
    let base = KnownPage::Never;
    let versions = Versions { source: &page.source, target, base, tongues };
    let mut made = aligner.follow(&versions, catalog);
    if page.history.translation.is_empty() || made.catalog == *catalog {
        return made;
    }
    match retrace.adopted(target) {
        Ok(past) => remember(&mut made.catalog, &past.catalog, catalog),
        Err(_) => aligner.go_blind(),
    }
    made
}

/// Gives the pairs that were made now the sources that git saw them translated from.
fn remember(made: &mut Catalog, past: &Catalog, before: &Catalog) {
    let decided: HashSet<Texts> = before.pairs.iter().map(Texts::of).collect();
    let mut sources: HashSet<String> = HashSet::new();
    for pair in &made.pairs {
        sources.insert(fold(&pair.source).into_owned());
    }
    for pair in &mut made.pairs {
        if decided.contains(&Texts::of(pair)) {
            continue;
        }
        let Some(older) = older(pair, past) else { continue };
        // Words that wait in a note stay with their pair; where another pair is of that source, nobody knows more.
        if pair.note.is_none() && sources.insert(fold(&older.source).into_owned()) {
            *pair = older.clone();
        } else {
            pair.state = State::Draft;
            pair.apply_seal();
        }
    }
}

/// The pair of the past with this translation, if it never was one of this source.
fn older<'a>(pair: &Pair, past: &'a Catalog) -> Option<&'a Pair> {
    let texts = Texts::of(pair);
    let mut first = None;
    for one in &past.pairs {
        let older = Texts::of(one);
        if older.source.is_empty() || older.target != texts.target {
            continue;
        }
        if older.source == texts.source {
            return None;
        }
        first = first.or(Some(one));
    }
    first
}

/// Both texts of a pair, white space aside.
#[derive(PartialEq, Eq, Hash)]
struct Texts {
    source: String,
    target: String,
}

impl Texts {
    fn of(pair: &Pair) -> Self {
        Self {
            source: fold(&pair.source).trim().to_owned(),
            target: fold(&pair.target).trim().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::remember;
    use crate::model::{Catalog, Pair, State};

    fn catalog(pairs: &[[&str; 2]]) -> Catalog {
        let pair = |[source, target]: &[&str; 2]| Pair::new(*source, *target, State::Translated);
        Catalog { pairs: pairs.iter().map(pair).collect() }
    }

    /// What becomes of pairs that were made now, of which those before are decided.
    fn remembered(made: &[[&str; 2]], past: &[[&str; 2]], before: &[[&str; 2]]) -> Vec<String> {
        let mut made = catalog(made);
        remember(&mut made, &catalog(past), &catalog(before));
        let told = |pair: &Pair| format!("{} {}", pair.source, pair.state.name());
        made.pairs.iter().map(told).collect()
    }

    #[test]
    fn a_pair_keeps_the_source_that_it_was_translated_from() {
        let (now, then) = (["Закрыт вокзал.", "X."], ["Закрыта школа.", "X."]);
        assert_eq!(remembered(&[now], &[then], &[]), ["Закрыта школа. translated"]);
    }

    #[test]
    fn what_a_person_decided_stays() {
        let (now, then) = (["Закрыт вокзал.", "X."], ["Закрыта школа.", "X."]);
        assert_eq!(remembered(&[now], &[then], &[now]), ["Закрыт вокзал. translated"]);
    }

    #[test]
    fn a_translation_that_was_one_of_both_sources_is_one_of_the_newer() {
        let (now, then) = (["Нет.", "X."], ["Да.", "X."]);
        assert_eq!(remembered(&[now], &[then, now], &[]), ["Нет. translated"]);
    }

    #[test]
    fn a_source_that_another_pair_has_makes_a_draft() {
        let (now, then) = (["Нет.", "X."], ["Да.", "X."]);
        let made = remembered(&[["Да.", "Y."], now], &[then], &[]);
        assert_eq!(made, ["Да. translated", "Нет. draft"]);
    }

    #[test]
    fn what_git_never_saw_stays_as_it_was_made() {
        let now = ["Нет.", "X."];
        assert_eq!(remembered(&[now], &[["", "X."], ["Да.", "Y."]], &[]), ["Нет. translated"]);
    }
}
