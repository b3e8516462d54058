//! What the words of one source sentence say about each target sentence near it.

use std::ops::Range;

use super::evidence::Evidence;
use super::reading::{Count, SideReading};

/// Sums of likelihood ratios for the types of one source sentence and of the target sentences.
pub struct Row {
    pub sentence: usize,
    /// The first column that it speaks of.
    pub first: usize,
    ahead: Sparse,
    back: Sparse,
}

/// For each column the types that found something, by their places, and how much.
#[derive(Default)]
struct Sparse {
    starts: Vec<u32>,
    entries: Vec<(u32, f32)>,
}

impl Sparse {
    /// Puts what was found under its columns and adds up what one token found there.
    fn of(found: &[(u32, u32, f32)], columns: &Range<usize>) -> Self {
        let mut starts = vec![0_u32; columns.len() + 2];
        for (column, _, _) in found {
            starts[*column as usize - columns.start + 2] += 1;
        }
        for index in 2..starts.len() {
            starts[index] += starts[index - 1];
        }
        let mut entries = vec![(0, 0.0); found.len()];
        for (column, token, ratio) in found {
            let end = &mut starts[*column as usize - columns.start + 1];
            entries[*end as usize] = (*token, *ratio);
            *end += 1;
        }
        let mut sparse = Self { starts: Vec::with_capacity(columns.len() + 1), entries };
        sparse.starts.push(0);
        let mut end = 0;
        for column in 0..columns.len() {
            end = sparse.add_up(starts[column] as usize..starts[column + 1] as usize, end);
            sparse.starts.push(end as u32);
        }
        sparse.entries.truncate(end);
        sparse
    }

    /// Moves a column's entries to `start`, one for each token; gives their end.
    fn add_up(&mut self, column: Range<usize>, start: usize) -> usize {
        self.entries[column.clone()].sort_unstable_by_key(|(token, _)| *token);
        let mut end = start;
        for index in column {
            let (token, ratio) = self.entries[index];
            if end > start && self.entries[end - 1].0 == token {
                self.entries[end - 1].1 += ratio;
            } else {
                self.entries[end] = (token, ratio);
                end += 1;
            }
        }
        end
    }

    fn at(&self, column: usize) -> &[(u32, f32)] {
        let range = self.starts.get(column).zip(self.starts.get(column + 1));
        range.map_or(&[], |(start, end)| &self.entries[*start as usize..*end as usize])
    }
}

impl Row {
    /// Gathers the evidence of a source sentence for the target sentences in `columns`.
    pub fn of(sentence: usize, columns: Range<usize>, evidence: &Evidence<'_>) -> Self {
        let Evidence { source, target, links, .. } = *evidence;
        let (mut ahead, mut back) = (Vec::new(), Vec::new());
        for (index, count) in (0_u32..).zip(&source.sentences[sentence].counts) {
            for link in &links.0[count.kind as usize] {
                let places = &target.types[link.target as usize].places;
                let from =
                    places.partition_point(|place| (place.sentence as usize) < columns.start);
                for place in &places[from..] {
                    if place.sentence as usize >= columns.end {
                        break;
                    }
                    ahead.push((place.sentence, place.index, link.ahead * count.times));
                    back.push((place.sentence, index, link.back * place.times));
                }
            }
        }
        Self {
            sentence,
            first: columns.start,
            ahead: Sparse::of(&ahead, &columns),
            back: Sparse::of(&back, &columns),
        }
    }

    /// What target sentence `column`'s types find in the source sentence.
    pub fn ahead(&self, column: usize) -> &[(u32, f32)] {
        column.checked_sub(self.first).map_or(&[], |column| self.ahead.at(column))
    }

    /// What the source sentence's types find in target sentence `column`.
    pub fn back(&self, column: usize) -> &[(u32, f32)] {
        column.checked_sub(self.first).map_or(&[], |column| self.back.at(column))
    }
}

/// Adds up what several sentences say of the same types.
#[derive(Default)]
pub struct Sums {
    values: Vec<f32>,
    touched: Vec<u32>,
}

impl Sums {
    /// The sum over tokens of how much better than chance they are explained by all `parts`.
    pub fn gain(&mut self, parts: &[&[(u32, f32)]], counts: &[Count], weigh: &Weigh<'_>) -> f64 {
        let mut product = Product::default();
        if let [part] = parts {
            for (at, ratio) in *part {
                let count = counts[*at as usize];
                product.add(weigh.of(count.kind, *ratio), count.times);
            }
            return product.logarithm();
        }
        for (at, ratio) in parts.iter().copied().flatten() {
            let index = *at as usize;
            if index >= self.values.len() {
                self.values.resize(index + 1, 0.0);
            }
            if self.values[index] == 0.0 {
                self.touched.push(*at);
            }
            self.values[index] += ratio;
        }
        for at in self.touched.drain(..) {
            let ratio = std::mem::take(&mut self.values[at as usize]);
            let count = counts[at as usize];
            product.add(weigh.of(count.kind, ratio), count.times);
        }
        product.logarithm()
    }
}

/// A product of factors of at least 1; one logarithm is cheaper than many.
struct Product {
    factors: f64,
    logarithm: f64,
}

impl Default for Product {
    fn default() -> Self {
        Self { factors: 1.0, logarithm: 0.0 }
    }
}

impl Product {
    fn add(&mut self, factor: f64, times: f32) {
        if times > 1.0 {
            self.logarithm += f64::from(times) * factor.ln();
            return;
        }
        self.factors *= factor;
        if self.factors > 1e200 {
            self.logarithm += self.factors.ln();
            self.factors = 1.0;
        }
    }

    fn logarithm(&self) -> f64 {
        self.logarithm + self.factors.ln()
    }
}

/// Turns a ratio into a likelihood ratio, for sentences with this many tokens on the other side.
pub struct Weigh<'a> {
    pub reading: &'a SideReading,
    pub count: f64,
}

impl Weigh<'_> {
    fn of(&self, kind: u32, ratio: f32) -> f64 {
        1.0 + self.reading.types[kind as usize].odds * f64::from(ratio) / self.count
    }
}
