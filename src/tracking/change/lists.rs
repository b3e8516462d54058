//! Lists of words and of their parts in the rules of changes.

/// Lists of word parts in the rules, by name.
#[derive(Clone, Copy, Debug)]
pub enum RuleList {
    /// Prefixes that turn a word into its negation.
    Negating,
    /// Beginnings of words that are no numbers, too, and what may follow them where they are.
    Doubtful,
    Counted,
    /// Ends of surnames without their case: sure ones, and those that many other words have.
    Surname,
    Surnamelike,
    /// Prepositions before an hour.
    BeforeHour,
    /// Prepositions before the lower end of a range, and words between its ends.
    RangeFrom,
    RangeTo,
    /// Words that are names where they open a sentence before a verb.
    Namelike,
    /// Verbs in the past whose ending doesn't tell it.
    Past,
    /// Forms that ё makes another word.
    Yo,
    /// Spellings side by side that make no difference: `our` and `or`.
    Variant,
    /// Adjectives with the ending of those of places that are none.
    Common,
    /// Short forms and signs that stand for a whole word.
    Short,
    /// Prefixes of verbs side by side that go the other way: `в` and `вы`.
    Turning,
    /// Side by side a short form and how the long one begins: `ст` and `стать`.
    Expands,
    /// Beginnings of trades and bodies; one in the place of another is somebody else.
    Post,
}

impl RuleList {
    /// All lists.
    pub const ALL: [Self; 17] = [
        Self::Negating,
        Self::Doubtful,
        Self::Counted,
        Self::Surname,
        Self::Surnamelike,
        Self::BeforeHour,
        Self::RangeFrom,
        Self::RangeTo,
        Self::Namelike,
        Self::Past,
        Self::Yo,
        Self::Variant,
        Self::Common,
        Self::Short,
        Self::Turning,
        Self::Expands,
        Self::Post,
    ];

    /// The name in the rules.
    pub fn name(self) -> &'static str {
        match self {
            Self::Negating => "negating",
            Self::Doubtful => "doubtful",
            Self::Counted => "counted",
            Self::Surname => "surname",
            Self::Surnamelike => "surnamelike",
            Self::BeforeHour => "before-hour",
            Self::RangeFrom => "range-from",
            Self::RangeTo => "range-to",
            Self::Namelike => "namelike",
            Self::Past => "past",
            Self::Yo => "yo",
            Self::Variant => "variant",
            Self::Common => "common",
            Self::Short => "short",
            Self::Turning => "turning",
            Self::Expands => "expands",
            Self::Post => "post",
        }
    }
}
