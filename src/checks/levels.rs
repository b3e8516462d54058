//! How much each check matters in a workspace.

use std::collections::BTreeMap;

use super::Check;
use crate::model::Severity;

/// The severities that a workspace sets; a check without one keeps its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<String, Option<Severity>>);

impl Levels {
    /// The severity of `check`'s findings; none where it is switched off.
    pub fn of(&self, check: &Check) -> Option<Severity> {
        let usual = || (!check.is_off).then_some(check.severity);
        self.0.get(check.id).copied().unwrap_or_else(usual)
    }
}

/// Collects ids of checks with their severities; none switches a check off.
impl<Id: Into<String>> FromIterator<(Id, Option<Severity>)> for Levels {
    fn from_iter<Pairs: IntoIterator<Item = (Id, Option<Severity>)>>(pairs: Pairs) -> Self {
        Self(pairs.into_iter().map(|(id, severity)| (id.into(), severity)).collect())
    }
}
