//! How well two texts fit as source and translation.

use super::article::ReadSides;
use super::{Lexicon, Ruling, Settings, Side, align};

/// Two sentences that fit as well as this hardly come together by chance.
const PROVEN: f64 = 4.0;

/// How much likelier the texts are as translations than by chance, as a logarithm; at least 0.
///
/// Only the difference between two versions of one side means something.
pub fn fit(source: &Side<'_>, target: &Side<'_>, lexicon: &Lexicon) -> f64 {
    let mut article = ReadSides::read(source, target, lexicon, &Settings::FITTED);
    article.beads().0.iter().map(|found| found.score.max(0.0) * found.posterior).sum()
}

/// Whether two sides show by their own words that one translates the other.
///
/// Who speaks, where and when is not what is said: names and numbers alone prove nothing.
pub fn translates(source: &Side<'_>, target: &Side<'_>, lexicon: &Lexicon) -> bool {
    let beads = align(source, target, lexicon, MIDDLE);
    let mut pairs = beads.iter().filter(|bead| !bead.source.is_empty() && !bead.target.is_empty());
    fit(source, target, lexicon) >= PROVEN
        && pairs.all(|bead| matches!(bead.grounds.ruling, None | Some(Ruling::Same)))
}

/// The strictness that the weights were fitted for.
const MIDDLE: f64 = 0.5;

#[cfg(test)]
mod tests {
    use super::fit;
    use crate::align::{Lexicon, Side};
    use crate::model::Kind;

    fn side<'a>(sentences: &[&'a str]) -> Side<'a> {
        let blocks = (0..sentences.len()).collect();
        let kinds = vec![Kind::Paragraph; sentences.len()];
        Side { sentences: sentences.to_vec(), blocks, kinds }
    }

    #[test]
    fn a_translation_fits_the_version_it_was_made_from() {
        let lexicon = Lexicon::learn(std::iter::empty(), "ru", "en");
        let english =
            side(&["The commission met in Tashkent on 12 March.", "47 people took part."]);
        let fits = |first: &str, second: &str| fit(&side(&[first, second]), &english, &lexicon);
        let right = fits("Комиссия собралась в Ташкенте 12 марта.", "Участвовали 47 человек.");
        let later = fits("Комиссия собралась в Ташкенте 12 марта.", "Участвовали 49 человек.");
        let other = fits("Комиссия собралась в Минске 14 мая.", "Участвовали 49 человек.");
        assert!(right > later + 1.0 && later > other + 1.0, "{right} {later} {other}");
    }
}
