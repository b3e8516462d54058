//! The catalog made anew: what stands stays where it is, the rest takes its texts from the documents.

use super::knots::{Fate, Knot};
use super::mark::{is_taken_out, line, said, taken_out};
use super::pairs::{draft, falsified, fresh, renewed};
use super::proof::{Proof, text};
use super::{BlockAligner, Holdings, KnownPage, Link, Realigned, Versions};
use crate::model::{Catalog, Pair, State};
use crate::text::fold::fold;

/// The catalog with the links' texts.
pub fn rebuild(held: &Holdings<'_>, links: &[Link], aligner: &BlockAligner<'_>) -> Realigned {
    let mut build = Build::new(held.versions, held.catalog, held.knots);
    for link in links {
        if link.source.is_empty() {
            build.add_extra(link);
        } else if !link.target.is_empty() {
            build.take(link, aligner);
        }
    }
    build.withdraw();
    build.bring_back();
    build.finish()
}

/// A note with one more line.
fn noted_below(note: Option<String>, line: &str) -> String {
    note.map_or_else(String::new, |note| note + "\n") + line
}

struct Build<'a> {
    versions: &'a Versions<'a>,
    catalog: &'a Catalog,
    knots: &'a [Knot],
    /// For each segment of a document the knot that owns it.
    source: Vec<Option<usize>>,
    target: Vec<Option<usize>>,
    /// For each segment of a document the pair after which new ones come; counted from 1.
    after_source: Vec<Option<usize>>,
    after_target: Vec<Option<usize>>,
    /// Knots whose pairs have become others.
    used: Vec<bool>,
    pairs: Vec<Option<Pair>>,
    /// New pairs: before the first one, and after each.
    new: Vec<Vec<Pair>>,
    tail: Vec<Pair>,
    made: Realigned,
}

impl<'a> Build<'a> {
    fn new(versions: &'a Versions<'a>, catalog: &'a Catalog, knots: &'a [Knot]) -> Self {
        let mut source = vec![None; versions.source.segments.len()];
        let mut target = vec![None; versions.target.segments.len()];
        let (mut after_source, mut after_target) =
            (vec![None; source.len()], vec![None; target.len()]);
        for (index, knot) in knots.iter().enumerate() {
            let last = knot.pairs.last().map(|pair| pair + 1);
            for at in &knot.source {
                (source[*at], after_source[*at]) = (Some(index), last);
            }
            for at in &knot.target {
                (target[*at], after_target[*at]) = (Some(index), last);
            }
        }
        Self {
            versions,
            catalog,
            knots,
            source,
            target,
            after_source,
            after_target,
            used: vec![false; knots.len()],
            pairs: catalog.pairs.iter().cloned().map(Some).collect(),
            new: vec![Vec::new(); catalog.pairs.len() + 1],
            tail: Vec::new(),
            made: Realigned::default(),
        }
    }

    /// The pair of linked segments takes the place of those it comes from, or a place of its own.
    fn take(&mut self, link: &Link, aligner: &BlockAligner<'_>) {
        let mut source = text(self.versions.source, link.source.clone());
        let target = text(self.versions.target, link.target.clone());
        let knots = self.origins(link, || aligner.translates(&source, &target));
        let held: Vec<usize> =
            knots.iter().flat_map(|knot| &self.knots[*knot].pairs).copied().collect();
        for knot in &knots {
            self.used[*knot] = true;
        }
        let proof = Proof {
            held: held.iter().map(|pair| &self.catalog.pairs[*pair]).collect(),
            versions: self.versions,
            aligner,
        };
        let Some(slot) = held.iter().min().copied() else {
            self.made.added += 1;
            let confidence = proof.confidence(&source, &target, link.confidence);
            self.count(confidence);
            let after = nearest(&self.after_source, link.source.start);
            let mut pair = fresh(source, target, confidence);
            pair.note = falsified(self.versions, link, &pair);
            self.new[after].push(pair);
            return;
        };
        let stands = self.standing(&held, &source, &target);
        let pair = match stands.or_else(|| proof.taken_back(&source, &target)) {
            Some(pair) => pair,
            None => {
                self.made.renewed += 1;
                if let Some(unanswered) = proof.unanswered(&source, &target) {
                    source = unanswered;
                }
                let confidence = proof.confidence(&source, &target, link.confidence);
                let note = proof.note(&source, &target);
                self.count(confidence);
                let old = held.iter().map(|pair| &self.catalog.pairs[*pair]);
                renewed(old, fresh(source, target, confidence), note.as_deref())
            }
        };
        for pair in &held {
            self.pairs[*pair] = None;
        }
        self.pairs[slot] = Some(pair);
        link.source.clone().for_each(|at| self.after_source[at] = Some(slot + 1));
        link.target.clone().for_each(|at| self.after_target[at] = Some(slot + 1));
    }

    fn count(&mut self, confidence: f64) {
        let least = self.made.least.unwrap_or(1.0);
        self.made.least = Some(least.min(confidence));
    }

    /// The pairs of the link's source; those of its target, too, where they have no other place.
    ///
    /// A pair whose source is gone is one of them only if its translation fits the new source.
    fn origins(&self, link: &Link, fits: impl Fn() -> bool) -> Vec<usize> {
        let mut knots: Vec<usize> =
            self.source[link.source.clone()].iter().flatten().copied().collect();
        for at in self.target[link.target.clone()].iter().flatten() {
            let knot = &self.knots[*at];
            let is_here = knot.source.iter().all(|at| link.source.contains(at));
            if is_here && (!knot.source.is_empty() || self.is_own(*at) || fits()) {
                knots.push(*at);
            }
        }
        knots.sort_unstable();
        knots.dedup();
        knots.retain(|knot| !self.used[*knot]);
        knots
    }

    /// The pair with these very texts, as it is.
    fn standing(&self, held: &[usize], source: &str, target: &str) -> Option<Pair> {
        for at in held {
            let pair = &self.catalog.pairs[*at];
            if fold(&pair.source) == fold(source) && fold(&pair.target) == fold(target) {
                return Some(pair.clone());
            }
        }
        None
    }

    /// Text that only the translation has, unless it is known as such.
    fn add_extra(&mut self, link: &Link) {
        let at = link.target.start;
        let target = text(self.versions.target, link.target.clone());
        match self.target[at].filter(|knot| self.is_own(*knot)) {
            Some(knot) if self.knots[knot].fate == Fate::Extra => {}
            Some(knot) => {
                self.used[knot] = true;
                self.made.renewed += 1;
                let slot = self.knots[knot].pairs[0];
                let old = self.knots[knot].pairs.iter().map(|pair| &self.catalog.pairs[*pair]);
                let pair = renewed(old, draft(target), None);
                self.knots[knot].pairs.iter().for_each(|pair| self.pairs[*pair] = None);
                self.pairs[slot] = Some(pair);
            }
            None if self.lost(at).is_some() => self.keep_lost(at, target),
            None => {
                self.made.extra += 1;
                let after = nearest(&self.after_target, at);
                self.new[after].push(draft(target));
            }
        }
    }

    /// The pair whose source was taken out, and whose translation a hand edited here since.
    fn lost(&self, at: usize) -> Option<usize> {
        let knot = self.target[at].filter(|knot| !self.used[*knot])?;
        let Knot { pairs, source, target, .. } = &self.knots[knot];
        match pairs[..] {
            [pair] if source.is_empty() && *target == [at] => Some(pair),
            _ => None,
        }
    }

    /// Text whose source was taken out stays that text, however it was edited.
    fn keep_lost(&mut self, at: usize, target: String) {
        let (Some(slot), Some(knot)) = (self.lost(at), self.target[at]) else { return };
        self.used[knot] = true;
        self.made.renewed += 1;
        let old = &self.catalog.pairs[slot];
        let pair = Pair { target, state: State::Draft, ..old.clone() };
        let mut pair = pair.with_origin("align 1.00");
        pair.apply_seal();
        self.pairs[slot] = Some(pair);
    }

    /// Whether none of the knot's pairs has a source.
    fn is_own(&self, knot: usize) -> bool {
        let mut pairs = self.knots[knot].pairs.iter().map(|pair| &self.catalog.pairs[*pair]);
        !self.used[knot] && pairs.all(|pair| pair.source.trim().is_empty())
    }

    /// Translations that were taken out wait as drafts; what neither side has goes to the end.
    fn withdraw(&mut self) {
        let was_in_step = !matches!(self.versions.base, KnownPage::Never);
        for (index, knot) in self.knots.iter().enumerate() {
            let gone = if knot.fate == Fate::Open { &knot.pairs } else { &knot.gone };
            for at in gone.iter().filter(|_| !self.used[index]) {
                let Some(pair) = &mut self.pairs[*at] else { continue };
                if knot.source.is_empty() {
                    self.tail.extend(self.pairs[*at].take());
                } else if was_in_step
                    && pair.is_sealed()
                    && !is_taken_out(pair)
                    && (pair.state > State::Draft || stood_on(self.versions.base, pair))
                {
                    let mark = line(pair, knot.is_source_equal);
                    pair.note = Some(noted_below(pair.note.take(), &mark));
                    pair.state = State::Draft;
                    pair.apply_seal();
                    self.made.withdrawn += 1;
                }
            }
        }
    }

    /// Translations that were taken out, as their notes say, and stand on the page again.
    fn bring_back(&mut self) {
        for knot in self.knots.iter().filter(|knot| knot.fate == Fate::Kept) {
            for at in &knot.pairs {
                let Some(pair) = &mut self.pairs[*at] else { continue };
                let vouched = taken_out(pair).map(|before| before.is_vouched);
                if let (false, Some(is_vouched)) = (knot.gone.contains(at), vouched) {
                    pair.note = pair.note.as_deref().and_then(said);
                    pair.state = if is_vouched { State::Translated } else { State::Draft };
                    pair.apply_seal();
                    self.made.renewed += 1;
                }
            }
        }
    }

    fn finish(mut self) -> Realigned {
        let mut pairs = std::mem::take(&mut self.new[0]);
        for (pair, new) in self.pairs.into_iter().zip(&mut self.new[1..]) {
            pairs.extend(pair);
            pairs.append(new);
        }
        pairs.append(&mut self.tail);
        self.made.catalog = Catalog { pairs };
        self.made
    }
}

/// Whether the page as it was last read is known to have had a pair's translation.
fn stood_on(base: KnownPage<'_>, pair: &Pair) -> bool {
    let KnownPage::Document(base) = base else { return false };
    let target = fold(&pair.target);
    !target.is_empty() && base.segments.iter().any(|segment| fold(&segment.text) == target)
}

/// Where a pair comes that has none yet: after that of the segment before.
fn nearest(after: &[Option<usize>], at: usize) -> usize {
    let before = after[..at].iter().rev().find_map(|after| *after);
    before
        .or_else(|| after[at..].iter().find_map(|after| *after).map(|after| after - 1))
        .unwrap_or(0)
}
