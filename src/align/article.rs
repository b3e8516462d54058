//! Both sides of one article, read; and the search for the beads between them.

use std::ops::Range;

use super::Side;
use super::anchors::anchors;
use super::band::{Band, HALF, HALF_AGAIN, Spot};
use super::evidence::Evidence;
use super::lattice::Lattice;
use super::lengths::LengthModel;
use super::lexicon::{Lexicon, median};
use super::links::WordLinks;
use super::reading::SideReading;
use super::repeated::couples;
use super::scorer::lonely;
use super::search::{self, WayStep};
use super::settings::Settings;
use super::structure::Structure;

/// All that is known of two sides before and after a first look.
pub struct ReadSides<'a> {
    pub source: SideReading,
    pub target: SideReading,
    pub links: WordLinks,
    pub lengths: LengthModel,
    pub structure: Structure,
    pub settings: &'a Settings,
}

/// What the words of single sentences share, where the search looked.
pub struct Gains {
    band: Band,
    values: Vec<f32>,
}

/// What a search came to.
pub struct Look {
    pub steps: Vec<WayStep>,
    pub gains: Gains,
}

impl Gains {
    /// How much likelier the words of two sentences are as a translation than by chance.
    pub fn words(&self, article: &ReadSides<'_>, source: usize, target: usize) -> Option<f64> {
        let cell = self.band.cell(source + 1, target + 1)?;
        let left = lonely(&article.source, &article.source.sentences[source].counts);
        let right = lonely(&article.target, &article.target.sentences[target].counts);
        let settings = article.settings;
        Some(settings.words * f64::from(self.values[cell]) + settings.lonely_words * (left + right))
    }
}

/// Sentences found to belong together, with what speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub source: Range<usize>,
    pub target: Range<usize>,
    /// How likely the bead is among all ways through the article.
    pub posterior: f64,
    /// How much likelier the sentences are as a translation than by chance, as a logarithm.
    pub score: f64,
}

impl<'a> ReadSides<'a> {
    /// Reads both sides.
    pub fn read(
        source: &Side<'_>,
        target: &Side<'_>,
        lexicon: &Lexicon,
        settings: &'a Settings,
    ) -> Self {
        let (source_tongue, target_tongue) = lexicon.tongues();
        let left = SideReading::of(source, &source_tongue, &lexicon.source, settings);
        let right = SideReading::of(target, &target_tongue, &lexicon.target, settings);
        Self {
            links: WordLinks::between(&left, &right, lexicon, settings),
            lengths: LengthModel::of(&left, &right, lexicon.lengths.mean, settings),
            structure: Structure::of(source, target, settings),
            source: left,
            target: right,
            settings,
        }
    }

    /// Finds the beads in the order of both sides; a first look teaches the second.
    pub fn beads(&mut self) -> (Vec<Found>, Gains) {
        let first = self.look().steps;
        self.lengths.ratio = self.fitted_ratio(&first);
        let repeated = couples(&first, &self.source, &self.target, self.settings);
        self.links.strengthen(repeated.into_iter(), &self.source, &self.target);
        let way: Vec<Spot> = first.iter().map(WayStep::end).collect();
        let Look { steps, gains } = self.evidence().search(&way, HALF_AGAIN);
        (steps.iter().flat_map(found).collect(), gains)
    }

    /// Finds the beads at a first look, which is faster and mostly right.
    pub fn glance(&self) -> (Vec<Found>, Gains) {
        let Look { steps, gains } = self.look();
        (steps.iter().flat_map(found).collect(), gains)
    }

    fn look(&self) -> Look {
        let anchors = anchors(&self.source, &self.target, &self.links);
        self.evidence().search(&anchors, HALF)
    }

    fn evidence(&self) -> Evidence<'_> {
        Evidence {
            source: &self.source,
            target: &self.target,
            links: &self.links,
            lengths: &self.lengths,
            structure: &self.structure,
            settings: self.settings,
        }
    }

    /// The ratio of lengths in the beads found, held to what was expected where they are few.
    fn fitted_ratio(&self, steps: &[WayStep]) -> f64 {
        const EXPECTED: f64 = 8.0;
        let ratio = |step: &WayStep| {
            let source = self.source.sentences[step.row - 1].length;
            (self.target.sentences[step.column - 1].length / source).ln()
        };
        let mut ratios: Vec<f64> = steps.iter().filter(|step| is_sure(step)).map(ratio).collect();
        let count = ratios.len() as f64;
        (median(&mut ratios) * count + self.lengths.ratio * EXPECTED) / (count + EXPECTED)
    }
}

fn is_sure(step: &WayStep) -> bool {
    (step.shape.source, step.shape.target) == (1, 1) && step.posterior > 0.5
}

impl Evidence<'_> {
    /// The best way through both sides, first looked for near these places.
    pub fn search(&self, near: &[Spot], mut half: usize) -> Look {
        let size = Spot::new(self.source.sentences.len(), self.target.sentences.len());
        loop {
            let band = Band::near(near, size, half);
            let lattice = Lattice::of(self, &band);
            let posteriors = search::posteriors(&lattice, &band, size, self.settings);
            let steps = search::best(&lattice, &posteriors, &band, size);
            let mut places = steps.iter().map(WayStep::end);
            if !band.may_grow() || !places.any(|end| band.constrains(end)) {
                let gains = Gains { band, values: lattice.gains };
                return Look { steps, gains };
            }
            half *= 2;
        }
    }
}

/// What a step found; sentences that cross are two beads.
pub fn found(step: &WayStep) -> Vec<Found> {
    let (row, column) = (step.row, step.column);
    let found = |source, target, score| Found { source, target, posterior: step.posterior, score };
    if step.shape.crosses {
        let half = step.score / 2.0;
        return vec![
            found(row - 2..row - 1, column - 1..column, half),
            found(row - 1..row, column - 2..column - 1, half),
        ];
    }
    let (source, target) = (row - step.shape.source..row, column - step.shape.target..column);
    vec![found(source, target, step.score)]
}
