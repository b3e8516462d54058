//! Ways in which translations go out to other programs and come back; one file per format.
//!
//! What goes out and what comes back are the same slips: a slip carries its own base, so that a file
//! can come back after weeks, sorted, filtered, split or joined.

mod escape;
mod fault;
mod parcel;
mod po;
mod slip;
mod strand;
mod strays;
mod table;
mod tag;
mod tmx;
mod xliff;

pub use escape::{escaped, quoted};
pub use fault::ReadFault;
pub use parcel::{Approval, ApprovalChoice, Delivery, Parcel};
pub use slip::{Ripeness, Slip, SlipMatch};
pub use strand::{Strand, strands};
pub use strays::{StrayWords, Strays};
pub use table::{guarded, unguarded};
pub use tag::Tag;
pub use tmx::unit_slip;
pub use xliff::{Markup, Opening, each_markup};

use std::io::{self, Write};

use crate::text::figures::Languages;

/// A way to hand units to another program, and to take them back.
pub struct ExchangeFormat {
    pub name: &'static str,
    pub extension: &'static str,
    /// Whether earlier translations go along with what isn't done.
    pub carries_matches: bool,
    pub write: fn(&Parcel<'_>, &mut dyn Write) -> io::Result<()>,
    pub read: fn(&str, Languages<'_>) -> Result<Delivery, ReadFault>,
    /// Whether a text looks like a file of this format.
    pub recognises: fn(&str) -> bool,
}

/// All formats; of two that recognise a file the first reads it.
pub const FORMATS: [&ExchangeFormat; 6] =
    [&xliff::XLIFF, &xliff::XLIFF2, &po::PO, &tmx::TMX, &table::CSV, &table::TSV];

/// The format with this name.
pub fn by_name(name: &str) -> Option<&'static ExchangeFormat> {
    FORMATS.into_iter().find(|format| format.name == name)
}

/// The format that a file's text is in.
pub fn recognised(text: &str) -> Option<&'static ExchangeFormat> {
    let text = text.trim_start_matches('\u{feff}');
    FORMATS.into_iter().find(|format| (format.recognises)(text))
}

#[cfg(test)]
pub mod testing;

#[cfg(test)]
mod laws;
