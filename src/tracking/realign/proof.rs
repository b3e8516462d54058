//! What proves that an edited translation still is one: its likeness to the old one, or its words.
//!
//! A done state is given only on proof; what replaces a translation without it is a draft. The note
//! keeps what stood there if the new one is no edit of it, in the marks in which a diff shows it.

use std::ops::Range;

use super::knots::Fate;
use super::mark::{line, noted, said};
use super::{BlockAligner, Holdings, KnownPage, Link, Versions};
use crate::model::{Document, Pair, State};
use crate::text::fold::fold;
use crate::text::similarity::Bag;
use crate::tracking::accord::{Discord, Edits, TextEdit, discord, is_respelt};
use crate::tracking::change::{changes_facts, changes_links, changes_words};

/// From here on two translations are versions of one.
const EDITED: f64 = 0.5;
/// So well, beside the old one, must a new translation fit that isn't like it.
const AS_WELL: f64 = 0.6;
/// The share of a translation's words that must stand in what took it in.
const CONTAINED: f64 = 0.5;
/// The share of a translation that must be new where a new sentence was joined to it.
const GROWN: f64 = 0.4;
/// The most confidence in what nothing proves.
const UNPROVEN: f64 = 0.5;
/// The most confidence in a pair whose facts differ.
const CONTRADICTED: f64 = 0.8;

/// So much better must a translation fit the old source to belong to it still.
const CLEARLY: f64 = 1.5;

/// So much more must an edit bring a translation towards the new source than towards the old one.
const TOWARDS: f64 = 0.5;

/// Takes sources out of links whose translation holds nothing of what was theirs.
///
/// Where one sentence was deleted and its neighbour edited, both sources seem to have one translation.
pub fn divided(links: Vec<Link>, held: &Holdings<'_>) -> Vec<Link> {
    let versions = held.versions;
    let mut divided = Vec::with_capacity(links.len());
    for mut link in links {
        if link.source.len() > 1 && !link.target.is_empty() {
            let target = text(versions.target, link.target.clone());
            let bag = Bag::new(&target, &versions.tongues.1.stems);
            let vanished = vanished(&link, held, &bag);
            let left = left(&link.source, &vanished);
            for at in (link.source.start..left.start).chain(left.end..link.source.end) {
                divided.push(Link { source: at..at + 1, target: 0..0, confidence: 1.0 });
            }
            link.source = left;
        }
        divided.push(link);
    }
    divided
}

/// From the first to the last of the segments that did not vanish; all where none is left.
fn left(segments: &Range<usize>, vanished: &[usize]) -> Range<usize> {
    let mut left = segments.clone();
    while !left.is_empty() && vanished.contains(&left.start) {
        left.start += 1;
    }
    while !left.is_empty() && vanished.contains(&(left.end - 1)) {
        left.end -= 1;
    }
    if left.is_empty() { segments.clone() } else { left }
}

/// Segments of the link's source whose translations have left nothing in its target, if others have.
fn vanished(link: &Link, held: &Holdings<'_>, target: &Bag) -> Vec<usize> {
    let Holdings { versions, catalog, knots } = *held;
    let stems = &versions.tongues.1.stems;
    let mut theirs = Vec::new();
    for knot in knots.iter().filter(|knot| knot.fate == Fate::Open) {
        let here = knot.source.iter().copied().filter(|at| link.source.contains(at));
        let here: Vec<usize> = here.collect();
        let old = joined(knot.pairs.iter().map(|pair| catalog.pairs[*pair].target.as_str()));
        if !here.is_empty() && !old.is_empty() {
            let old = Bag::new(&old, stems);
            theirs.push((share(old.shared(target), &old), old, here));
        }
    }
    theirs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
    let (mut left, mut vanished) = (Bag::default(), Vec::new());
    for (_, old, here) in theirs {
        let both = left.with(&old);
        // Words that several sentences had are counted once.
        let gained = both.shared(target).saturating_sub(left.shared(target));
        if share(gained, &old) >= CONTAINED {
            left = both;
        } else {
            vanished.extend(here);
        }
    }
    if left.weight == 0 {
        return Vec::new();
    }
    // A new source is in the link only if the translation has grown.
    if share(target.weight.saturating_sub(left.shared(target)), target) < GROWN {
        let is_new = |at: &usize| !knots.iter().any(|knot| knot.source.contains(at));
        vanished.extend(link.source.clone().filter(is_new));
    }
    vanished
}

fn share(shared: u32, of: &Bag) -> f64 {
    f64::from(shared) / f64::from(of.weight.max(1))
}

/// What is known of a pair that takes the place of others.
pub struct Proof<'a> {
    /// The pairs whose place it takes.
    pub held: Vec<&'a Pair>,
    pub versions: &'a Versions<'a>,
    pub aligner: &'a BlockAligner<'a>,
}

impl Proof<'_> {
    /// The confidence, as far as something proves the pair.
    pub fn confidence(&self, source: &str, target: &str, confidence: f64) -> f64 {
        let mut most = 1.0_f64;
        if !self.is_proven(source, target) {
            most = UNPROVEN;
        }
        if self.aligner.contradicts(source, target) || self.is_fact_alone(source, target) {
            most = most.min(CONTRADICTED);
        }
        confidence.min(most)
    }

    /// Whether the target is an edit of one that stood, or shows by its words that it translates the source.
    fn is_proven(&self, source: &str, target: &str) -> bool {
        if self.is_edit(target) {
            if self.held.iter().any(|pair| self.is_doubtful(pair)) {
                return false;
            }
            let is_vouched_for = |pair: &&&Pair| pair.state > State::Draft && pair.is_sealed();
            // What was taken out and comes back otherwise must show by its words whose it is.
            if self.held.iter().all(|pair| is_vouched_for(&pair)) {
                return true;
            }
        }
        let fit = |target: &str| self.aligner.fit(source, target);
        let old = self.old(|pair| &pair.target);
        self.aligner.translates(source, target)
            && (old.is_empty() || fit(target) >= AS_WELL * fit(&old))
    }

    fn is_edit(&self, target: &str) -> bool {
        let (old, stems) = (self.old(|pair| &pair.target), &self.versions.tongues.1.stems);
        !old.is_empty() && Bag::new(&old, stems).similarity(&Bag::new(target, stems)) >= EDITED
    }

    /// Whether nobody stands behind a pair, unless that is because its translation was taken out.
    fn is_doubtful(&self, pair: &Pair) -> bool {
        let was_there = match self.versions.base {
            KnownPage::Document(base) => {
                base.segments.iter().any(|segment| pair.target.contains(&segment.text))
            }
            _ => true,
        };
        was_there && (pair.state == State::Draft || !pair.is_sealed())
    }

    /// What the pairs that it replaces held; text without a source never had a place here.
    fn old(&self, text: fn(&Pair) -> &str) -> String {
        let held = self.held.iter().filter(|pair| !pair.source.trim().is_empty());
        joined(held.map(|pair| text(pair)))
    }

    /// Whether the edit of the translation changed a fact that the source doesn't, or words that may be one.
    fn is_fact_alone(&self, source: &str, target: &str) -> bool {
        let discord = self.discord(source, target);
        !discord.alone.is_empty() || !discord.doubtful.is_empty()
    }

    /// How the edit of what the pairs held compares with that of their sources.
    pub fn discord(&self, source: &str, target: &str) -> Discord {
        self.compared(source, target, discord)
    }

    /// Whether both edits only write words otherwise.
    pub fn is_respelt(&self, source: &str, target: &str) -> bool {
        self.compared(source, target, is_respelt)
    }

    fn compared<T: Default>(&self, source: &str, target: &str, compare: fn(&Edits<'_>) -> T) -> T {
        let (old, translated) = (self.old(|pair| &pair.source), self.old(|pair| &pair.target));
        if old.is_empty() || translated.is_empty() {
            return T::default();
        }
        compare(&Edits {
            source: TextEdit { before: &old, after: source },
            target: TextEdit { before: &translated, after: target },
            tongues: self.versions.tongues,
            answers: &self.aligner.words,
        })
    }

    /// The source held, where the edit of the translation doesn't answer to the change of the source.
    ///
    /// That is so where the edit left the words alone and the source's edit did not, or where
    /// the new translation still says what the old source said.
    pub fn unanswered(&self, source: &str, target: &str) -> Option<String> {
        let held = |text: fn(&Pair) -> &str| joined(self.held.iter().map(|pair| text(pair)));
        let (old, translated) = (held(|pair| &pair.source), held(|pair| &pair.target));
        if old.is_empty() || fold(&old) == fold(source) {
            return None;
        }
        let (from, into) = self.versions.tongues;
        if translated.is_empty() {
            return None;
        }
        if !changes_words(&translated, target, into) {
            // Who put the links right on both sides has seen the words, unless they state facts.
            let is_seen = self.is_respelt(source, target)
                || changes_links(&old, source, from) && !changes_facts(&old, source, from);
            return (changes_words(&old, source, from) && !is_seen).then_some(old);
        }
        if !self.discord(source, target).unanswered.is_empty() {
            return Some(old);
        }
        let fit = |source: &str, target: &str| self.aligner.fit(source, target);
        // A fact that changed in the source alone is not answered by mending other words.
        let is_silent =
            changes_facts(&old, source, from) && !changes_facts(&translated, target, into);
        if !is_silent && fit(&old, target) <= fit(source, target) + CLEARLY {
            return None;
        }
        // What the edit gained for the new source, and what for the old one.
        let gained = fit(source, target) - fit(source, &translated);
        let kept = fit(&old, target) - fit(&old, &translated);
        (gained - kept < TOWARDS).then_some(old)
    }

    /// The pair as it was before an edit that was taken back, where a note says what stood there.
    ///
    /// It is as done as it was: a draft where nobody had stood behind it.
    pub fn taken_back(&self, source: &str, target: &str) -> Option<Pair> {
        let [pair] = self.held[..] else { return None };
        let note = pair.note.as_deref()?;
        let before = noted(note, &pair.source)?;
        let is_its =
            if before.is_vouched { before.is_sure } else { fold(before.source) == fold(source) };
        let is_it = pair.state == State::Draft
            && pair.is_sealed()
            && fold(&pair.source) == fold(source)
            && is_its
            && fold(before.target) == fold(target);
        let state = if before.is_vouched { State::Translated } else { State::Draft };
        let mut back = Pair::new(pair.source.clone(), target, state);
        back.note = said(note);
        back.acks.clone_from(&pair.acks);
        back.waivers.clone_from(&pair.waivers);
        back.origin.clone_from(&pair.origin);
        back.apply_seal();
        is_it.then_some(back)
    }

    /// Translations that the target is no edit of, or that stated something else, in the marks of a diff.
    pub fn note(&self, source: &str, target: &str) -> Option<String> {
        if self.is_edit(target) && !self.is_fact_alone(source, target) {
            return None;
        }
        let is_kept = fold(&self.old(|pair| &pair.source)) == fold(source);
        let has_texts =
            |pair: &&&Pair| !pair.source.trim().is_empty() && !pair.target.trim().is_empty();
        let gone = self.held.iter().filter(has_texts);
        let gone: Vec<String> = gone.map(|pair| line(pair, is_kept)).collect();
        Some(gone.join("\n")).filter(|note| !note.is_empty())
    }
}

/// The texts that are there, as one.
pub fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

/// Segments of a document as one text.
pub fn text(document: &Document, segments: Range<usize>) -> String {
    joined(document.segments[segments].iter().map(|segment| segment.text.as_str()))
}
