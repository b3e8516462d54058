//! Machinery of `review`: whether an editor can decide about a unit.

use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Unit, is_blank};
use crate::text::shell::argument;
use crate::tracking::Need;

/// An error where the text given is empty, or is the translation of the old source, which only an ack settles.
pub fn anew(unit: &Unit<'_>, number: usize, article: &str, text: &str) -> Result<()> {
    if is_blank(text) {
        return Err(Error::new(message!("error-review-blank")).hint(message!("hint-review-blank")));
    }
    let is_held = unit.target.split_whitespace().eq(text.split_whitespace());
    if is_held && (unit.change.is_some() || unit.is_unsealed()) {
        return Err(Error::new(message!("error-review-same", segment = number)).hint(message!(
            "hint-review-same",
            article = argument(article),
            segment = number
        )));
    }
    Ok(())
}

/// An error where no editor can decide about the unit yet.
pub fn ready(unit: &Unit<'_>, number: usize, article: &str) -> Result<()> {
    let fault = match Need::of(unit) {
        Some(Need::Missing) => message!("error-review-missing", segment = number),
        Some(Need::Stale(_)) => message!("error-review-stale", segment = number),
        Some(Need::Unsealed) => message!("error-review-unsealed", segment = number),
        None if unit.pairs.is_empty() => {
            return Err(Error::new(message!("error-review-value", segment = number)).hint(
                message!("hint-review-value", article = argument(article), segment = number),
            ));
        }
        Some(Need::Draft) | None => return Ok(()),
    };
    Err(Error::new(fault).hint(message!("hint-review-translate", article = argument(article))))
}
