//! All that the score of a bead is made of, in one place.

use super::lengths::LengthModel;
use super::links::Links;
use super::reading::Reading;
use super::settings::Settings;
use super::structure::Structure;

/// All that a bead's score is made of.
pub struct Evidence<'a> {
    pub source: &'a Reading,
    pub target: &'a Reading,
    pub links: &'a Links,
    pub lengths: &'a LengthModel,
    pub structure: &'a Structure,
    pub settings: &'a Settings,
}
