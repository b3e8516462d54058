//! Words that deny, counted once a clause where several make one denial: «никто ничего не видел».

use super::{Fact, FactKind};
use crate::model::Span;

/// The denials of a text, clause by clause.
#[derive(Default)]
pub struct Denials {
    /// Words of this clause that deny alone, and one that does so together with such a word.
    alone: Vec<Span>,
    with: Option<Span>,
    facts: Vec<Fact>,
}

/// The key of every denial.
const KEY: &str = "no";

impl Denials {
    /// Takes down a word; `needs` says whether it denies together with another.
    pub fn add(&mut self, needs: bool, span: Span) {
        if needs {
            self.with.get_or_insert(span);
        } else {
            self.alone.push(span);
        }
    }

    /// Goes on beyond what stands between two words; a mark ends the clause.
    pub fn pass(&mut self, between: Option<&str>) {
        let ends = [';', ':', '.', '!', '?', '—', '–'];
        if between.is_some_and(|between| between.contains(ends)) {
            self.close();
        }
    }

    fn close(&mut self) {
        let with = self.with.take().filter(|_| self.alone.is_empty());
        let spans = self.alone.drain(..).chain(with);
        self.facts.extend(spans.map(|span| Fact {
            kind: FactKind::Denial,
            key: KEY.to_owned(),
            span,
        }));
    }

    /// All denials.
    pub fn finish(mut self) -> Vec<Fact> {
        self.close();
        self.facts
    }
}

/// Whether an English verb has its denial at its end: "didn't".
pub fn is_contracted(form: &str) -> bool {
    form.ends_with("n't")
}
