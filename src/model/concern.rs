//! What a change of a text is about.

use super::Danger;

/// Why a change is dangerous, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    Value,
    Negation,
    Contrary,
    Unit,
    Limit,
    Time,
    Name,
    Origin,
    Modality,
    Mood,
    Office,
    /// Who did what to whom.
    Part,
    /// A preposition or conjunction in the place of one with no sense in common.
    Relation,
    /// How much or how many of all are meant: «все», «часть».
    Extent,
    Quotation,
    Code,
    Address,
    Sign,
    Word,
    Tense,
    Voice,
    Number,
    Quantifier,
    Particle,
    Preposition,
    Conjunction,
    Pronoun,
    Letter,
    Footnote,
    Small,
    Inflection,
    Order,
    Spelling,
    Capital,
    Punctuation,
    /// A word in a usual short form: «руб.», «рублей».
    Written,
}

impl Concern {
    /// All concerns, the gravest first.
    pub const ALL: [Self; 36] = [
        Self::Value,
        Self::Negation,
        Self::Contrary,
        Self::Unit,
        Self::Limit,
        Self::Time,
        Self::Name,
        Self::Origin,
        Self::Modality,
        Self::Mood,
        Self::Office,
        Self::Part,
        Self::Relation,
        Self::Extent,
        Self::Quotation,
        Self::Code,
        Self::Address,
        Self::Sign,
        Self::Word,
        Self::Tense,
        Self::Voice,
        Self::Number,
        Self::Quantifier,
        Self::Particle,
        Self::Preposition,
        Self::Conjunction,
        Self::Pronoun,
        Self::Letter,
        Self::Footnote,
        Self::Small,
        Self::Inflection,
        Self::Order,
        Self::Spelling,
        Self::Capital,
        Self::Punctuation,
        Self::Written,
    ];

    /// The concern with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|concern| concern.name() == name)
    }

    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Negation => "negation",
            Self::Contrary => "contrary",
            Self::Unit => "unit",
            Self::Limit => "limit",
            Self::Time => "time",
            Self::Name => "name",
            Self::Origin => "origin",
            Self::Modality => "modality",
            Self::Mood => "mood",
            Self::Office => "office",
            Self::Part => "part",
            Self::Relation => "relation",
            Self::Extent => "extent",
            Self::Quotation => "quotation",
            Self::Code => "code",
            Self::Address => "address",
            Self::Sign => "sign",
            Self::Word => "word",
            Self::Tense => "tense",
            Self::Voice => "voice",
            Self::Number => "number",
            Self::Quantifier => "quantifier",
            Self::Particle => "particle",
            Self::Preposition => "preposition",
            Self::Conjunction => "conjunction",
            Self::Pronoun => "pronoun",
            Self::Letter => "letter",
            Self::Footnote => "footnote",
            Self::Small => "small-word",
            Self::Inflection => "inflection",
            Self::Order => "order",
            Self::Spelling => "spelling",
            Self::Capital => "capital",
            Self::Punctuation => "punctuation",
            Self::Written => "written",
        }
    }

    /// How dangerous a change of this sort is.
    pub fn danger(self) -> Danger {
        if self <= Self::Sign {
            Danger::Critical
        } else if self <= Self::Letter {
            Danger::Major
        } else if self < Self::Written {
            Danger::Minor
        } else {
            Danger::Cosmetic
        }
    }
}
