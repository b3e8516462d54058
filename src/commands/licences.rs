//! `tolmach --licences`: whose works are within the program, and under which terms.

use crate::l10n::{Localizer, message};
use crate::text::lemmas::HAS_DICTIONARY;

/// The program's licence, then those of what it holds by others.
pub fn text(l10n: &Localizer) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let licence = env!("CARGO_PKG_LICENSE");
    let mut parts = vec![
        message!("command-licences-own", version = version, licence = licence),
        message!("command-licences-data"),
    ];
    if HAS_DICTIONARY {
        parts.push(message!("command-licences-dictionary"));
    }
    parts.extend([message!("command-licences-words"), message!("command-licences-crates")]);
    parts.iter().map(|part| l10n.text(part) + "\n\n").collect()
}
