//! All that the score of a bead is made of, in one place.

use super::lengths::LengthModel;
use super::links::WordLinks;
use super::reading::SideReading;
use super::settings::Settings;
use super::structure::Structure;

/// All that a bead's score is made of.
pub struct Evidence<'a> {
    pub source: &'a SideReading,
    pub target: &'a SideReading,
    pub links: &'a WordLinks,
    pub lengths: &'a LengthModel,
    pub structure: &'a Structure,
    pub settings: &'a Settings,
}
