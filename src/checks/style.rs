//! The house style of English texts, as `[style]` sets it; what is not set is nobody's business.

use crate::text::dates::DateOrder;
use crate::text::spelling::NameSystem;

/// What a newsroom wants of its English texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseStyle {
    pub serial_comma: Option<SerialComma>,
    pub punctuation: Option<Punctuation>,
    pub dashes: Option<Dashes>,
    pub dates: Option<DateOrder>,
    pub names: Option<NameSystem>,
    pub patronymics: Option<Patronymics>,
}

/// A value of `[style]` with its name in the configuration.
pub trait Named: Copy + 'static {
    /// All values with their names.
    const NAMES: &'static [(&'static str, Self)];

    /// The value with this name.
    fn by_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(one, _)| *one == name).map(|(_, value)| *value)
    }
}

/// Whether a comma stands before the last of three or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SerialComma {
    Always,
    Never,
}

/// On which side of a closing quotation mark stops and commas stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Punctuation {
    American,
    British,
}

/// How a dash between words is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dashes {
    /// word—word
    Em,
    /// word — word
    SpacedEm,
    /// word – word
    SpacedEn,
}

/// Whether English names keep the patronymic of their source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patronymics {
    Keep,
    Drop,
}

impl Named for Patronymics {
    const NAMES: &'static [(&'static str, Self)] = &[("keep", Self::Keep), ("drop", Self::Drop)];
}

impl Named for SerialComma {
    const NAMES: &'static [(&'static str, Self)] =
        &[("always", Self::Always), ("never", Self::Never)];
}

impl Named for Punctuation {
    const NAMES: &'static [(&'static str, Self)] =
        &[("american", Self::American), ("british", Self::British)];
}

impl Named for Dashes {
    const NAMES: &'static [(&'static str, Self)] =
        &[("em", Self::Em), ("spaced-em", Self::SpacedEm), ("spaced-en", Self::SpacedEn)];
}

impl Named for DateOrder {
    const NAMES: &'static [(&'static str, Self)] =
        &[("month-first", Self::MonthFirst), ("day-first", Self::DayFirst)];
}

impl Named for NameSystem {
    const NAMES: &'static [(&'static str, Self)] =
        &[("bgn", Self::Bgn), ("passport", Self::Passport), ("scholarly", Self::Scholarly)];
}
