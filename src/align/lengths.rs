//! How the length of a translation follows from the length of its source.

use super::reading::{Sentence, SideReading};
use super::settings::Settings;

/// The ratio of lengths of this article, and how long its sentences are.
#[derive(Clone, Debug)]
pub struct LengthModel {
    /// Mean logarithm of target length by source length.
    pub ratio: f64,
    spread: f64,
    spread_short: f64,
    source: Normal,
    target: Normal,
}

/// A normal distribution of logarithms of lengths.
#[derive(Clone, Copy, Debug)]
struct Normal {
    mean: f64,
    variance: f64,
    /// The logarithm of the square root of the variance.
    log: f64,
}

impl Normal {
    fn new(mean: f64, variance: f64) -> Self {
        Self { mean, variance, log: 0.5 * variance.ln() }
    }

    fn density(self, value: f64) -> f64 {
        -0.5 * (value - self.mean).powi(2) / self.variance - self.log
    }

    /// Fitted to a side, held to what is usual where there are few sentences.
    fn of(reading: &SideReading) -> Self {
        let logs = reading.sentences.iter().map(|sentence| sentence.log);
        let (mut count, mut sum, mut squares) = (10.0, 10.0 * 4.75, 0.0);
        for log in logs.clone() {
            count += 1.0;
            sum += log;
        }
        let mean = sum / count;
        squares += 10.0 * 0.55_f64.powi(2);
        squares += logs.map(|log| (log - mean).powi(2)).sum::<f64>();
        Self::new(mean, squares / count)
    }
}

impl LengthModel {
    /// The model of two sides with an expected ratio.
    pub fn of(source: &SideReading, target: &SideReading, ratio: f64, settings: &Settings) -> Self {
        Self {
            ratio,
            spread: settings.spread,
            spread_short: settings.spread_short,
            source: Normal::of(source),
            target: Normal::of(target),
        }
    }

    /// How much likelier these lengths are in a translation than by chance, as a logarithm.
    pub fn score(&self, source: &[Sentence], target: &[Sentence]) -> f64 {
        let ((left, left_log), (right, right_log)) = (whole(source), whole(target));
        let variance = self.spread + self.spread_short / left.min(right);
        let related = Normal::new(self.ratio, variance).density(right_log - left_log) - right_log;
        let splits = (target.len() - 1) as f64 * right_log;
        let score = related - splits - chance(self.target, target);
        if source.len() == 1 {
            return score;
        }
        let whole = self.source.density(left_log) - left_log * source.len() as f64;
        score + whole - chance(self.source, source)
    }
}

/// The length of sentences with the spaces between them, and its logarithm.
fn whole(sentences: &[Sentence]) -> (f64, f64) {
    if let [sentence] = sentences {
        return (sentence.length, sentence.log);
    }
    let letters: f64 = sentences.iter().map(|sentence| sentence.length).sum();
    let length = letters + sentences.len() as f64 - 1.0;
    (length, length.ln())
}

fn chance(lengths: Normal, sentences: &[Sentence]) -> f64 {
    sentences.iter().map(|sentence| lengths.density(sentence.log) - sentence.log).sum()
}
