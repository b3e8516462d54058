//! Parcels for the tests of all formats.

use super::{ExchangeFormat, Parcel, Ripeness, Slip, Tag};
use crate::model::text_digest;
use crate::text::figures::Languages;

/// The languages of all tests.
pub const BOTH: Languages<'_> = Languages { source: "ru", target: "en" };

/// A parcel of these texts.
pub fn parcel(texts: &[(String, String)]) -> Parcel<'static> {
    let slips = texts.iter().enumerate().map(|(at, (source, target))| slip(at, source, target));
    Parcel {
        article: "2026/03/post",
        source_path: "articles/2026/03/post/ru.md",
        source_language: "ru",
        target_language: "en",
        slips: slips.collect(),
    }
}

fn slip(at: usize, source: &str, target: &str) -> Slip {
    let ripeness = if target.is_empty() { Ripeness::Missing } else { Ripeness::ALL[at % 5 + 1] };
    let tag = Tag {
        article: "2026/03/post".to_owned(),
        language: "en".to_owned(),
        segment: text_digest(&format!("{at}")).to_string(),
        number: at + 1,
        source: text_digest(source).to_string(),
        target: text_digest(target).to_string(),
        batch: text_digest("batch").to_string(),
        ripeness,
    };
    let previous =
        if ripeness == Ripeness::Stale { format!("{source} Было.") } else { String::new() };
    Slip {
        made_by: None,
        tag: Some(tag),
        joined: Vec::new(),
        source: source.to_owned(),
        target: target.to_owned(),
        previous,
        ripeness,
        is_doubted: false,
        is_rival: false,
        notes: if at.is_multiple_of(3) {
            vec!["Look: <b> & -- it.".to_owned()]
        } else {
            Vec::new()
        },
        kind: "paragraph",
        block: at / 2,
        line: at + 1,
        document: String::new(),
        language: String::new(),
        matches: Vec::new(),
    }
}

/// What a format writes.
pub fn written(format: &ExchangeFormat, parcel: &Parcel<'_>) -> String {
    let mut bytes = Vec::new();
    (format.write)(parcel, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What a format reads.
pub fn brought(format: &ExchangeFormat, text: &str) -> Vec<Slip> {
    match (format.read)(text, BOTH) {
        Ok(delivery) => delivery.slips,
        Err(fault) => panic!("{} {:?} {:?}", fault.offset, fault.message, fault.words),
    }
}
