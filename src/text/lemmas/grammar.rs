//! In which cases and numbers a form may stand.

/// The cases and numbers that a form may stand in: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grammar(u16);

const CASES: [&str; 6] = ["Nom", "Gen", "Dat", "Acc", "Ins", "Loc"];
const SINGULAR: u16 = 0b11_1111;
const PLURAL: u16 = SINGULAR << 6;

impl Grammar {
    /// A word without cases, or of which nothing is known.
    pub const ANY: Self = Self(SINGULAR | PLURAL);
    /// The nominative of either number.
    pub const NOMINATIVE: Self = Self(1 | 1 << 6);

    /// What the features of a tag say; what they leave open is possible.
    pub fn of(case: Option<&str>, number: Option<&str>) -> Self {
        let cases = match case.and_then(|case| CASES.iter().position(|known| *known == case)) {
            Some(at) => 1 << at | 1 << (at + 6),
            // The partitive stands for a genitive, other cases for none of the six.
            None if case == Some("Par") => 1 << 1 | 1 << 7,
            None => Self::ANY.0,
        };
        let numbers = match number {
            Some("Sing") => SINGULAR,
            Some(_) => PLURAL,
            None => Self::ANY.0,
        };
        Self(cases & numbers)
    }

    /// What either says.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both say.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// All but the nominative.
    #[must_use]
    pub fn oblique(self) -> Self {
        Self(self.0 & !Self::NOMINATIVE.0)
    }

    /// These cases in both numbers.
    #[must_use]
    pub fn in_any_number(self) -> Self {
        let cases = (self.0 | self.0 >> 6) & SINGULAR;
        Self(cases | cases << 6)
    }

    /// Whether nothing is possible.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether both may stand side by side.
    pub fn meets(self, other: Self) -> bool {
        !self.and(other).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Grammar;

    #[test]
    fn what_a_tag_leaves_open_is_possible() {
        let genitive = Grammar::of(Some("Gen"), Some("Sing"));
        assert!(genitive.meets(Grammar::ANY));
        assert!(!genitive.meets(Grammar::NOMINATIVE));
        assert!(!genitive.meets(Grammar::of(Some("Gen"), Some("Plur"))));
        assert!(genitive.in_any_number().meets(Grammar::of(Some("Gen"), Some("Plur"))));
        assert_eq!(Grammar::of(None, None), Grammar::ANY);
        assert!(Grammar::of(Some("Par"), Some("Sing")).meets(genitive));
        assert!(genitive.and(Grammar::NOMINATIVE).is_empty());
        assert_eq!(genitive.or(Grammar::ANY), Grammar::ANY);
    }
}
