//! Words that say something of a number.

/// What a word says of the number before it, or by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Hour,
    Minute,
    Morning,
    Day,
    Evening,
    Night,
    /// How many times more or less: «вдвое».
    Times(&'static str),
    /// How often: «дважды».
    Often(&'static str),
    /// A part of a whole: «половина».
    Part(&'static str),
    /// A time of day by itself: «полдень».
    Moment(&'static str),
    /// What makes a factor of the number before it: «раза».
    Factor,
}

impl Amount {
    /// The amount of this name in the rules.
    pub fn named(name: &str, value: &'static str) -> Option<Self> {
        Some(match name {
            "hour" => Self::Hour,
            "minute" => Self::Minute,
            "morning" => Self::Morning,
            "day" => Self::Day,
            "evening" => Self::Evening,
            "night" => Self::Night,
            "times" => Self::Times(value),
            "often" => Self::Often(value),
            "part" => Self::Part(value),
            "moment" => Self::Moment(value),
            "factor" => Self::Factor,
            _ => return None,
        })
    }
}
