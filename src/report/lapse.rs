//! Texts of a page that no translation holds for, in words.

use super::Screen;
use super::danger::label;
use crate::desk::SurplusText;
use crate::formats::pages::{Lapse, Prominence, Stand};
use crate::l10n::{Message, message};
use crate::model::{Location, SurplusKind};
use crate::tracking::Need;

/// One text with its place, what is wrong with it, and what stands there.
pub fn lapse(lapse: &Lapse, path: &str, screen: &Screen<'_>) -> Message {
    let why = match (lapse.need, &lapse.change) {
        (Need::Stale(_), Some(change)) => label(change, screen),
        (Need::Missing, _) => screen.text(&message!("report-translate-missing")),
        (Need::Draft, _) => screen.text(&message!("report-translate-draft")),
        _ => screen.text(&message!("report-translate-unsealed")),
    };
    message!(
        "report-lapse",
        place = Location::at(path, lapse.position).to_string(),
        why = why,
        prominence = prominence(lapse.prominence),
        stand = match lapse.stand {
            Stand::Translation => "translation",
            Stand::Source => "source",
            Stand::Nothing => "nothing",
        }
    )
}

/// A text that only the translation has, and that a page in the form of its source leaves out.
pub fn left_out(one: &SurplusText) -> Message {
    let kind = match one.kind {
        SurplusKind::Withdrawn => "withdrawn",
        SurplusKind::Extra => "extra",
    };
    let place = one.location.to_string();
    message!("report-lapse-beside", place = place, kind = kind, number = one.number)
}

fn prominence(of: Prominence) -> &'static str {
    match of {
        Prominence::Title => "title",
        Prominence::Field => "field",
        Prominence::Lead => "lead",
        Prominence::Body => "body",
    }
}
