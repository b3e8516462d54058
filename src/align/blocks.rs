//! Documents as the aligner takes them, and their pairs, with no field or title joined to another block,
//! and no item or cell unless that is sure.

use std::ops::Range;

use super::fit::fit;
use super::ruling::Ruling;
use super::{ACCEPT, Bead, Lexicon, Side, align};
use crate::model::{Document, Kind};

/// How strictly texts are paired, and who else is asked about each pair that would be accepted.
#[derive(Clone, Copy)]
pub struct Demands<'a> {
    /// From 0 to 1, with 0.5 as the middle.
    pub strictness: f64,
    /// Whether two texts say something else than each other, whatever their words share.
    pub objects: &'a (dyn Fn(&str, &str) -> bool + Sync),
}

/// Pairs the sentences of two documents; a field or a title stays one with itself alone.
pub fn align_blocks(
    source: &Side<'_>,
    target: &Side<'_>,
    lexicon: &Lexicon,
    demands: &Demands<'_>,
) -> Vec<Bead> {
    let mut beads = align(source, target, lexicon, demands.strictness);
    for bead in &mut beads {
        let is_pair = !bead.source.is_empty() && !bead.target.is_empty();
        if bead.confidence < ACCEPT || !is_pair {
            continue;
        }
        let ours = source.sentences[bead.source.clone()].join(" ");
        let theirs = target.sentences[bead.target.clone()].join(" ");
        if (demands.objects)(&ours, &theirs) {
            bead.grounds.ruling = Some(Ruling::Contradicted);
            bead.confidence = Ruling::Contradicted.apply(bead.confidence);
        }
    }
    let mut apart = Vec::with_capacity(beads.len());
    for bead in beads {
        let confidence = bead.confidence;
        if is_one(source, &bead.source, confidence) && is_one(target, &bead.target, confidence) {
            apart.push(bead);
        } else {
            apart.extend(divided(&bead, source, target, lexicon));
        }
    }
    apart
}

/// A document as the aligner takes it.
pub fn whole(document: &Document) -> Side<'_> {
    part(document, &(0..document.segments.len()).collect::<Vec<_>>())
}

/// Some segments of a document as the aligner takes them.
pub fn part<'a>(document: &'a Document, segments: &[usize]) -> Side<'a> {
    let mut side = Side::default();
    for segment in segments {
        let block = document.blocks.partition_point(|block| block.segments.end <= *segment);
        side.sentences.push(&document.segments[*segment].text);
        side.blocks.push(block);
        side.kinds.push(document.blocks[block].kind);
    }
    side
}

/// A text by itself.
pub fn alone(text: &str) -> Side<'_> {
    Side { sentences: vec![text], blocks: vec![0], kinds: vec![Kind::Paragraph] }
}

/// Whether sentences may be joined: a field or a title is one with itself alone, an item or a cell unless that is sure.
fn is_one(side: &Side<'_>, range: &Range<usize>, confidence: f64) -> bool {
    let mut blocks = range.clone().map(|at| side.blocks[at]);
    let first = blocks.next();
    let is_joined = blocks.any(|block| Some(block) != first);
    !is_joined || !range.clone().any(|at| is_alone(at, confidence, &side.kinds))
}

fn is_alone(at: usize, confidence: f64, side_kinds: &[Kind]) -> bool {
    match side_kinds[at] {
        Kind::Title | Kind::Field => true,
        kind => kind.is_entry() && confidence < ACCEPT,
    }
}

/// The sentences of a bead that may not be joined: the two of a kind that fit best, and the rest alone.
fn divided(bead: &Bead, source: &Side<'_>, target: &Side<'_>, lexicon: &Lexicon) -> Vec<Bead> {
    let mut pair = None;
    let mut most = -1.0;
    for from in bead.source.clone() {
        for into in bead.target.clone() {
            let (one, other) = (alone(source.sentences[from]), alone(target.sentences[into]));
            let is_of_a_kind = source.kinds[from] == target.kinds[into];
            let fit = if is_of_a_kind { fit(&one, &other, lexicon) } else { -1.0 };
            if fit > most {
                (pair, most) = (Some((from, into)), fit);
            }
        }
    }
    let part = |source: Range<usize>, target: Range<usize>| Bead {
        source,
        target,
        confidence: bead.confidence.min(ACCEPT / 2.0),
        grounds: bead.grounds,
    };
    let mut beads = Vec::new();
    let mut given = bead.target.start;
    for from in bead.source.clone() {
        let Some((_, into)) = pair.filter(|(one, _)| *one == from) else {
            beads.push(part(from..from + 1, given..given));
            continue;
        };
        beads.extend((given..into).map(|at| part(from..from, at..at + 1)));
        beads.push(part(from..from + 1, into..into + 1));
        given = into + 1;
    }
    let end = bead.source.end;
    beads.extend((given..bead.target.end).map(|at| part(end..end, at..at + 1)));
    beads
}
