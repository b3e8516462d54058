//! Pages that nobody has paired yet teach the lexicon themselves.

use rayon::prelude::*;

use super::article::{Found, ReadSides};
use super::confidence::confidence;
use super::grounds::Grounds;
use super::settings::Settings;
use super::{Lexicon, Side};

/// So many pages teach all they can when they are paired once; fewer are paired again.
const MANY: usize = 300;
/// Only pairs at least this sure are learnt from.
const SURE: f64 = 0.9;

impl Lexicon {
    /// Learns from known pairs and, in turns, from what they show to be pairs on the pages.
    pub fn learn_from_pages(
        pages: &[(Side<'_>, Side<'_>)],
        known: &[(&str, &str)],
        source_language: &str,
        target_language: &str,
    ) -> Self {
        let learn = |found: Vec<(&str, &str)>| {
            let pairs = known.iter().copied().chain(found);
            Self::learn_again(pairs, source_language, target_language)
        };
        let mut lexicon = learn(Vec::new());
        let lessons = if pages.len() < MANY { 2 } else { 1 };
        for _ in 0..lessons {
            let found = pages
                .par_iter()
                .flat_map_iter(|page| sure_pairs(&page.0, &page.1, &lexicon))
                .collect();
            lexicon = learn(found);
        }
        lexicon
    }
}

/// Single sentences that surely translate each other.
fn sure_pairs<'a>(
    source: &Side<'a>,
    target: &Side<'a>,
    lexicon: &Lexicon,
) -> Vec<(&'a str, &'a str)> {
    let article = ReadSides::read(source, target, lexicon, &Settings::FITTED);
    let (beads, gains) = article.glance();
    // What the lexicon learns must not rest on the place alone, or it teaches its own mistakes.
    let is_sure = |bead: &&Found| confidence(&Grounds::of(&article, bead, &gains)) >= SURE;
    let sure = beads.iter().filter(|bead| is_single(bead)).filter(is_sure);
    sure.map(|bead| (source.sentences[bead.source.start], target.sentences[bead.target.start]))
        .collect()
}

fn is_single(bead: &Found) -> bool {
    bead.source.len() == 1 && bead.target.len() == 1
}
