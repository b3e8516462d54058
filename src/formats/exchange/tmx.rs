//! TMX 1.4b of one article: what is translated, each unit with its tag as a property.

use std::io::{self, Write};

use super::{Delivery, ExchangeFormat, Parcel, ReadFault, Ripeness, Slip, Tag};
use crate::formats::tmx::{TmxCause, TranslationUnit, Units, read as read_units};
use crate::l10n::message;
use crate::text::figures::Languages;

/// Translation memories of one article.
pub const TMX: ExchangeFormat = ExchangeFormat {
    name: "tmx",
    extension: "tmx",
    carries_matches: false,
    write,
    read,
    recognises: |text| {
        let head = text.get(..text.floor_char_boundary(4096)).unwrap_or(text);
        head.contains("<tmx")
    },
};

/// The property that holds a unit's tag.
const TAG: &str = "tolmach:row";
/// The property that holds how far a translation is.
const STATE: &str = "tolmach:state";
/// The property that holds how a translation came about.
const ORIGIN: &str = "tolmach:origin";

fn write(parcel: &Parcel<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Parcel { source_language: source, target_language: target, .. } = parcel;
    let mut units = Units::new(out, Languages { source, target })?;
    for slip in parcel.slips.iter().filter(|slip| !slip.target.is_empty()) {
        let tag = slip.tag.iter().map(|tag| (TAG.to_owned(), tag.line()));
        let state = (STATE.to_owned(), slip.ripeness.name().to_owned());
        let origin = slip.made_by.iter().map(|origin| (ORIGIN.to_owned(), origin.clone()));
        units.write(&TranslationUnit {
            source: slip.source.clone(),
            target: slip.target.clone(),
            properties: tag.chain([state]).chain(origin).collect(),
            notes: slip.notes.clone(),
            is_rival: false,
        })?;
    }
    units.finish().map(drop)
}

fn read(text: &str, languages: Languages<'_>) -> Result<Delivery, ReadFault> {
    let mut delivery = Delivery::default();
    let mut surplus = None;
    let pass = &mut |unit: TranslationUnit| {
        let more = delivery.add(unit_slip(unit, languages.target), text.len());
        surplus = surplus.take().or(more.err());
        Ok(())
    };
    read_units(text.as_bytes(), languages, pass).map_err(|fault| {
        let offset = usize::try_from(fault.offset).unwrap_or(usize::MAX);
        match fault.cause {
            TmxCause::Known(message) => ReadFault::new(offset, message),
            TmxCause::Words(words) => {
                let fault = ReadFault::new(offset, message!("error-xml-broken"));
                ReadFault { words: Some(words), ..fault }
            }
            TmxCause::Read(err) => {
                let fault = ReadFault::new(offset, message!("error-xml-broken"));
                ReadFault { words: Some(err.to_string()), ..fault }
            }
        }
    })?;
    surplus.map_or(Ok(delivery), Err)
}

/// A unit that was translated into this language, as a slip.
pub fn unit_slip(unit: TranslationUnit, language: &str) -> Slip {
    let ripeness = unit.property(STATE).and_then(Ripeness::by_name);
    Slip {
        tag: unit.property(TAG).and_then(Tag::read),
        language: language.to_owned(),
        notes: unit.notes,
        ripeness: ripeness.unwrap_or(Ripeness::Translated),
        source: unit.source,
        target: unit.target,
        is_rival: unit.is_rival,
        ..Slip::default()
    }
}
