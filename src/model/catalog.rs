//! The decisions of people: pairs of source and target text.

use super::blank::{is_blank, is_hollow};
use super::seal::{Seal, ack_seal, origin_seal, seal, waiver_seal};

/// All pairs of one article in one target language, in document order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    pub pairs: Vec<Pair>,
}

/// A source text, its translation, and what a person decided about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// The source as it was when it was translated; empty where only the target has the text.
    pub source: String,
    pub target: String,
    pub state: State,
    /// The digest that binds source, target and state, as stored.
    pub seal: Option<String>,
    /// A remark for people.
    pub note: Option<String>,
    /// Where the target came from, such as `align 0.87`.
    pub origin: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// When, as an ISO 8601 date.
    pub on: Option<String>,
    pub acks: Vec<Ack>,
    pub waivers: Vec<Waiver>,
}

impl Pair {
    /// A sealed pair with nothing but its texts and state.
    pub fn new(source: impl Into<String>, target: impl Into<String>, state: State) -> Self {
        let mut pair =
            Self { source: source.into(), target: target.into(), state, ..Self::default() };
        pair.apply_seal();
        pair
    }

    /// The pair with where its target came from, sealed.
    #[must_use]
    pub fn with_origin(mut self, origin: impl Into<String>) -> Self {
        self.origin = Some(origin.into());
        self.apply_seal();
        self
    }

    /// Whether the target holds anything that a reader can see, and words where the source has some.
    pub fn has_target(&self) -> bool {
        !is_blank(&self.target) && (!is_hollow(&self.target) || is_hollow(&self.source))
    }

    /// Whether the stored seal fits the texts, the state and the origin, or is an old one without that.
    pub fn is_sealed(&self) -> bool {
        let Some(stored) = self.seal.as_deref() else { return false };
        stored == self.fitting().as_str() || self.has_old_seal()
    }

    /// Whether the stored seal fits the texts and the state, and says nothing of the origin there is.
    pub fn has_old_seal(&self) -> bool {
        let fitting = || seal(&self.source, &self.target, self.state);
        self.origin.is_some() && self.seal.as_deref().is_some_and(|one| one == fitting().as_str())
    }

    /// Binds the texts, the state and the origin as they are now.
    pub fn apply_seal(&mut self) {
        self.seal = Some(self.fitting().to_string());
    }

    fn fitting(&self) -> Seal {
        match &self.origin {
            Some(origin) => origin_seal(&self.source, &self.target, self.state, origin),
            None => seal(&self.source, &self.target, self.state),
        }
    }

    /// Whether a machine made the target, whoever confirmed it since.
    pub fn is_of_machine(&self) -> bool {
        self.origin.as_deref().is_some_and(is_of_machine)
    }
}

/// The origin of what a machine translated.
pub const MACHINE: &str = "machine";
/// The origin of what a machine translated and a person confirmed as it was.
pub const UNTOUCHED: &str = "machine, untouched";

/// Whether an origin is that of a machine.
pub fn is_of_machine(origin: &str) -> bool {
    origin == MACHINE || origin.starts_with("machine,")
}

/// The origin of a translation that the memory gave; what a machine made stays a machine's.
pub fn remembered_origin(score: u8, origin: Option<&str>) -> String {
    let is_machines = origin.is_some_and(is_of_machine);
    if is_machines { format!("{MACHINE}, memory {score}") } else { format!("memory {score}") }
}

/// What a person decided about a translation; the names are those of XLIFF 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// There is a target, nobody stands behind it yet (XLIFF `initial`).
    #[default]
    Draft,
    Translated,
    Reviewed,
    Final,
}

impl State {
    /// All states, the least finished first.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Translated, Self::Reviewed, Self::Final];

    /// The state's name in catalogs and machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Final => "final",
        }
    }

    /// The state with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A person's statement that a target still holds although its source changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ack {
    /// The source before the change.
    pub from: String,
    pub reason: String,
    /// The digest that binds that source to the target that held, as stored.
    pub seal: Option<String>,
    pub by: Option<String>,
    pub on: Option<String>,
}

impl Ack {
    /// A statement about the target that a pair with this source has.
    pub fn new(from: &str, target: &str, reason: &str, signature: &Signature) -> Self {
        let seal = Some(ack_seal(from, target).to_string());
        let Signature { by, on } = signature.clone();
        Self { from: from.to_owned(), reason: reason.to_owned(), seal, by, on }
    }

    /// Whether it was given for this target, which then is one of the source before, too.
    pub fn holds(&self, target: &str) -> bool {
        let fitting = ack_seal(&self.from, target);
        self.seal.as_deref().is_some_and(|stored| stored == fitting.as_str())
    }
}

/// A person's statement that a finding is right as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Waiver {
    /// Id of the check.
    pub check: String,
    pub reason: String,
    /// The digest that binds the check to the texts it was given for, as stored.
    pub seal: Option<String>,
    pub by: Option<String>,
    pub on: Option<String>,
}

impl Waiver {
    /// A waiver for this pair of texts.
    pub fn new(check: &str, reason: &str, source: &str, target: &str) -> Self {
        let seal = Some(waiver_seal(check, source, target).to_string());
        let (check, reason) = (check.to_owned(), reason.to_owned());
        Self { check, reason, seal, by: None, on: None }
    }

    /// The waiver as somebody gave it.
    #[must_use]
    pub fn signed(self, signature: &Signature) -> Self {
        let Signature { by, on } = signature.clone();
        Self { by, on, ..self }
    }

    /// Whether it was given for these texts.
    pub fn holds(&self, source: &str, target: &str) -> bool {
        let fitting = waiver_seal(&self.check, source, target);
        self.seal.as_deref().is_some_and(|stored| stored == fitting.as_str())
    }
}

/// Who decides, and when; both as far as the configuration wants them recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    pub by: Option<String>,
    /// An ISO 8601 date.
    pub on: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{MACHINE, Pair, State, seal};

    #[test]
    fn an_origin_can_be_neither_taken_away_nor_exchanged() {
        let mut pair =
            Pair { origin: Some(MACHINE.to_owned()), ..Pair::new("Да.", "Yes.", State::Draft) };
        pair.apply_seal();
        assert!(pair.is_sealed() && !pair.has_old_seal());
        for origin in [None, Some("memory 100"), Some("machine, untouched"), Some("")] {
            let masked = Pair { origin: origin.map(str::to_owned), ..pair.clone() };
            assert!(!masked.is_sealed(), "{origin:?}");
        }
        let promoted = Pair { state: State::Final, ..pair.clone() };
        assert!(!promoted.is_sealed());
    }

    #[test]
    fn seals_from_before_are_still_read() {
        let mut pair = Pair::new("Да.", "Yes.", State::Translated);
        pair.origin = Some("align 0.87".to_owned());
        assert_eq!(pair.seal, Some(seal("Да.", "Yes.", State::Translated).to_string()));
        assert!(pair.is_sealed() && pair.has_old_seal());
        pair.target = "No.".to_owned();
        assert!(!pair.is_sealed());
    }
}
