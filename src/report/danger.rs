//! How dangerous a change is, in words.

use super::Screen;
use crate::checks::concern;
use crate::l10n::message;
use crate::model::{Change, Danger};

/// The change's danger and what decided it.
pub fn label(change: &Change, screen: &Screen<'_>) -> String {
    let danger = match change.danger {
        Danger::Cosmetic => message!("report-danger-cosmetic"),
        Danger::Minor => message!("report-danger-minor"),
        Danger::Major => message!("report-danger-major"),
        Danger::Critical => message!("report-danger-critical"),
    };
    match &change.trigger {
        Some(word) => {
            let concern = concern(change);
            screen.text(&message!(
                "report-danger-word",
                danger = danger,
                word = word,
                concern = concern
            ))
        }
        None => screen.text(&danger),
    }
}
