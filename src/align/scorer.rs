//! The score of one bead: words, lengths and places together.

use std::ops::Range;

use super::band::Band;
use super::evidence::Evidence;
use super::reading::{Count, SideReading, Type};
use super::rows::{Row, Sums, Weigh};
use super::shape::Shape;

/// Scores beads row by row.
pub struct Scorer<'a> {
    evidence: &'a Evidence<'a>,
    /// The rows that a bead can reach back to, the latest first.
    rows: Vec<Shared>,
    sums: Sums,
    source: Costs,
    target: Costs,
}

/// A row's evidence, and what the words of its sentence share with each column's.
struct Shared {
    row: Row,
    gains: Vec<f64>,
}

/// For each sentence of a side its tokens and the cost of words without a partner.
struct Costs {
    tokens: Vec<f64>,
    lonely: Vec<f64>,
}

/// What two sentences must share before a bead of more is looked at.
const PROMISING: f64 = 2.0;
/// Sentences that one bead can take of a side.
const REACH: usize = 3;

impl<'a> Scorer<'a> {
    /// A scorer before the first row.
    pub fn new(evidence: &'a Evidence<'a>) -> Self {
        Self {
            rows: Vec::new(),
            sums: Sums::default(),
            source: Costs::of(evidence.source),
            target: Costs::of(evidence.target),
            evidence,
        }
    }

    /// Goes on to the row after this source sentence.
    pub fn advance(&mut self, sentence: usize, band: &Band) {
        let columns = band.columns(sentence + 1);
        let columns = columns.start().saturating_sub(REACH)..*columns.end();
        let row = Row::of(sentence, columns.clone(), self.evidence);
        self.rows.insert(0, Shared { row, gains: Vec::new() });
        self.rows.truncate(REACH);
        let single = |column| self.gain(&(sentence..sentence + 1), &(column..column + 1));
        self.rows[0].gains = columns.map(single).collect();
    }

    /// What the words of the newest source sentence share with a target sentence.
    pub fn gain_with(&self, column: usize) -> f64 {
        self.shared(self.rows[0].row.sentence, column)
    }

    /// The score of the bead of this shape that ends here, if it is worth a look.
    pub fn score(&mut self, row: usize, column: usize, shape: &Shape) -> Option<f64> {
        let (sources, targets) = (row - shape.source..row, column - shape.target..column);
        if shape.crosses {
            let first = self.single(row - 2, column - 1);
            let second = self.single(row - 1, column - 2);
            // One half must not carry the other.
            return (first.min(second) > self.evidence.settings.half).then_some(first + second);
        }
        let structure = self.evidence.structure;
        if shape.source + shape.target > 2
            && !structure.are_answering(&sources, &targets)
            && !self.is_promising(&sources, &targets)
        {
            return None;
        }
        let score = self.content(&sources, &targets);
        Some(score + structure.score(&sources, &targets))
    }

    /// Whether any two sentences of a larger bead share words at all.
    fn is_promising(&self, sources: &Range<usize>, targets: &Range<usize>) -> bool {
        sources
            .clone()
            .any(|row| targets.clone().any(|column| self.shared(row, column) > PROMISING))
    }

    fn shared(&self, sentence: usize, column: usize) -> f64 {
        let Shared { row, gains } = self.back_to(sentence);
        let gain = column.checked_sub(row.first).and_then(|at| gains.get(at));
        gain.copied().unwrap_or_default()
    }

    fn back_to(&self, sentence: usize) -> &Shared {
        &self.rows[self.rows[0].row.sentence - sentence]
    }

    fn single(&mut self, row: usize, column: usize) -> f64 {
        self.content(&(row..row + 1), &(column..column + 1))
    }

    fn content(&mut self, sources: &Range<usize>, targets: &Range<usize>) -> f64 {
        let settings = self.evidence.settings;
        let gain = if (sources.len(), targets.len()) == (1, 1) {
            self.shared(sources.start, targets.start)
        } else {
            self.gain(sources, targets)
        };
        let lonely = sum(&self.source.lonely, sources) + sum(&self.target.lonely, targets);
        let lengths = self.evidence.lengths.score(
            &self.evidence.source.sentences[sources.clone()],
            &self.evidence.target.sentences[targets.clone()],
        );
        settings.words * gain + settings.lonely_words * lonely + settings.length * lengths
    }

    /// How much better than chance the words of both sides explain each other.
    fn gain(&mut self, sources: &Range<usize>, targets: &Range<usize>) -> f64 {
        let Evidence { source, target, .. } = *self.evidence;
        let newest = self.rows[0].row.sentence;
        let row = |sentence: usize| newest - sentence;
        let mut gain = 0.0;
        let weigh = Weigh { reading: target, count: sum(&self.source.tokens, sources).max(1.0) };
        for column in targets.clone() {
            let mut parts: [&[(u32, f32)]; REACH] = [&[]; REACH];
            for (part, sentence) in parts.iter_mut().zip(sources.clone()) {
                *part = self.rows[row(sentence)].row.ahead(column);
            }
            let counts = &target.sentences[column].counts;
            gain += self.sums.gain(&parts[..sources.len()], counts, &weigh);
        }
        let weigh = Weigh { reading: source, count: sum(&self.target.tokens, targets).max(1.0) };
        for sentence in sources.clone() {
            let mut parts: [&[(u32, f32)]; REACH] = [&[]; REACH];
            for (part, column) in parts.iter_mut().zip(targets.clone()) {
                *part = self.rows[row(sentence)].row.back(column);
            }
            let counts = &source.sentences[sentence].counts;
            gain += self.sums.gain(&parts[..targets.len()], counts, &weigh);
        }
        gain
    }
}

impl Costs {
    fn of(reading: &SideReading) -> Self {
        let sentences = reading.sentences.iter();
        Self {
            tokens: sentences.clone().map(|sentence| sentence.size).collect(),
            lonely: sentences.map(|sentence| lonely(reading, &sentence.counts)).collect(),
        }
    }
}

/// What the words cost if none has a partner.
pub fn lonely(reading: &SideReading, counts: &[Count]) -> f64 {
    counts.iter().map(|count| cost(*count, &reading.types)).sum()
}

fn cost(count: Count, types: &[Type]) -> f64 {
    f64::from(count.times) * (1.0 - types[count.kind as usize].trust).ln()
}

fn sum(values: &[f64], range: &Range<usize>) -> f64 {
    values[range.clone()].iter().sum()
}
