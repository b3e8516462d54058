//! How many segments of an article stand where.

use crate::l10n::{Message, message};
use crate::model::{Bitext, State, Unit};
use crate::tracking::Need;

/// Segments by what is to be said of each first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticleProgress {
    pub missing: usize,
    pub stale: usize,
    pub unsealed: usize,
    pub draft: usize,
    pub translated: usize,
    pub reviewed: usize,
    pub last: usize,
}

impl ArticleProgress {
    /// Counts each segment once: by freshness if that wants work, else by state.
    pub fn of(bitext: &Bitext<'_>) -> Self {
        let mut progress = Self::default();
        for unit in &bitext.units {
            let segments = bitext.document.segments.get(unit.segments.clone()).unwrap_or_default();
            // A value is no work until somebody has to look at it.
            let is_work =
                segments.iter().any(|segment| !segment.is_value) || Need::of(unit).is_some();
            *progress.count_for(unit) += if is_work { unit.segments.len() } else { 0 };
        }
        progress
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            missing: self.missing + other.missing,
            stale: self.stale + other.stale,
            unsealed: self.unsealed + other.unsealed,
            draft: self.draft + other.draft,
            translated: self.translated + other.translated,
            reviewed: self.reviewed + other.reviewed,
            last: self.last + other.last,
        }
    }

    /// All segments.
    pub fn total(self) -> usize {
        self.parts().iter().map(|(_, count, _)| count).sum()
    }

    /// Name, count and label of each part, the best first.
    pub fn parts(self) -> [(&'static str, usize, Message); 7] {
        [
            ("final", self.last, message!("web-state-final")),
            ("reviewed", self.reviewed, message!("web-state-reviewed")),
            ("translated", self.translated, message!("web-state-translated")),
            ("draft", self.draft, message!("web-state-draft")),
            ("unsealed", self.unsealed, message!("web-state-unsealed")),
            ("stale", self.stale, message!("web-state-stale")),
            ("missing", self.missing, message!("web-state-missing")),
        ]
    }

    fn count_for(&mut self, unit: &Unit<'_>) -> &mut usize {
        match unit.state {
            _ if unit.is_missing() => &mut self.missing,
            _ if unit.is_stale() => &mut self.stale,
            _ if unit.is_unsealed() => &mut self.unsealed,
            None | Some(State::Draft) => &mut self.draft,
            Some(State::Translated) => &mut self.translated,
            Some(State::Reviewed) => &mut self.reviewed,
            Some(State::Final) => &mut self.last,
        }
    }
}
