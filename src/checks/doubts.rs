//! What is doubtful about a translation at the moment when somebody saves it.

use super::{left_in_source, numbers};
use crate::l10n::Message;
use crate::text::figures::{Languages, disagreement};

/// What the checks of texts say about a translation of this source.
pub fn doubts(source: &str, target: &str, languages: Languages<'_>) -> Vec<Message> {
    let left = left_in_source::left(source, target, languages);
    let left = left.map(|left| left_in_source::told(source, &left));
    let values = numbers::told(source, &disagreement(source, target, languages));
    left.into_iter().chain(values).collect()
}
