//! The published document beside source and catalog: what readers read is what is vouched for.
//!
//! A document that is, line ends aside, what would be published now says what it should, and costs no
//! more than that look. Any other is parsed, and its sentences are looked up among the translations held:
//!
//! | the document | is | and then |
//! |---|---|---|
//! | is absent | `absent` | |
//! | stands without a catalog | `edited` | `align` pairs it |
//! | is what would be published | `current` | |
//! | was written by the program, and is something else | `behind` | source or catalog went on |
//! | was read by `align`, and holds every finished translation | `current` | line breaks, localised forms and order are the translator's |
//! | was read, and lacks a finished translation | `behind` | `translate` or `review` changed the catalog since |
//! | was read, and holds text whose source is gone | `behind` | take it out, or keep it with a reason |
//! | was read, and one side has other code, addresses, values or fields since | `behind` | do the same on both, or say that it is right |
//! | was read, and the source has its texts, code or pictures elsewhere since | `behind` | do the same on the page |
//! | is known to no record, and holds just the finished translations in their order | `current` | a hand changed its line breaks |
//! | is known to no record, and says something else | `edited` | `align` reads it, `publish --force` writes over it |
//!
//! What is missing, stale, unsealed or a draft is told by itself, so the document may hold its translation,
//! its source, or neither. Text that nobody has a source for was *withdrawn* if the catalog has its old
//! source, or if the catalog knew the document as it stands and has the text no more; else it is *extra*.

mod beside;
mod decide;
mod differences;
mod found;
mod frame;
mod left;
mod lines;
mod look;
mod order;
mod other;
mod placement;
mod record;
mod render;
mod shape;
mod shifts;
mod surplus;
mod values;

pub use beside::{Beside, EarlierPage, is_reordered};
pub use decide::settle;
pub use frame::frame;
pub use render::{Choice, is_same, rendered};
pub use shape::column;
pub use surplus::is_kept_on_page;

use super::Tongue;
use crate::model::{
    Bitext, Document, PageState, Provenance, Published, SurplusKind, Unit, is_blank,
};
use crate::parse::Syntax;
use crate::tracking::Need;
use found::{PageLook, TextStanding};

/// A document that stands on disk.
pub struct Printed<'a> {
    pub text: &'a str,
    /// Parses the text; asked only where a look at it is not enough.
    pub parse: &'a dyn Fn() -> Document,
    /// What the catalog knows of it; asked as rarely.
    pub met: &'a dyn Fn() -> Met,
    pub syntax: Syntax,
}

/// What the catalog knows of a document that stands on disk.
pub struct Met {
    /// How it came to know the text as it stands.
    pub provenance: Provenance,
    /// Whether the program wrote the document, be it that a hand changed it since.
    pub was_written: bool,
    /// What the source had beside its sentences when the document was last read.
    pub beside: Option<Beside>,
}

impl Met {
    /// Whether the catalog remembers all that it has to of the document as it stands.
    pub fn is_noted(&self) -> bool {
        match self.provenance {
            Provenance::Written => true,
            Provenance::Read => self.beside.as_ref().is_some_and(Beside::is_whole),
            Provenance::Unknown => false,
        }
    }
}

/// The languages of an article.
pub struct Tongues<'a> {
    /// Primary subtag of the source's.
    pub from: &'a str,
    pub into: &'a Tongue,
}

/// Compares the document with what source and catalog say.
pub fn published(bitext: &Bitext<'_>, printed: &Printed<'_>, tongues: &Tongues<'_>) -> Published {
    if is_blank(printed.text) && !is_blank(&bitext.document.text) {
        // Whoever emptied it, nothing of the article is left for readers.
        let (state, digest) = (PageState::Edited, digest(printed.text));
        return Published { state, is_due: true, digest, ..Published::default() };
    }
    if is_just_rendered(bitext, printed) {
        let mut left = left::left(bitext.document);
        if !left.is_empty() {
            left = left::left(&(printed.parse)());
        }
        return Published { state: PageState::Current, left, ..Published::default() };
    }
    let document = (printed.parse)();
    let look = PageLook::new(bitext, &document, tongues);
    let met = (printed.met)();
    let surplus = surplus::surplus(bitext, &document, &look, met.provenance);
    let is_withdrawn =
        surplus.iter().any(|one| one.kind == SurplusKind::Withdrawn && !one.is_settled);
    let is_kept = surplus.iter().any(|one| one.is_settled);
    let lag = match met.provenance {
        Provenance::Written if !is_kept => None,
        Provenance::Read if met.beside.is_none() => None,
        _ => beside::lag(bitext, &look, met.beside.as_ref()),
    };
    let lacks_something = lacks_a_finished(bitext, &look) || lag.is_some();
    let (state, is_due) = match met.provenance {
        Provenance::Written if !is_kept => (PageState::Behind, !look.is_rendered(bitext, printed)),
        Provenance::Written | Provenance::Read => (PageState::Behind, lacks_something),
        Provenance::Unknown => {
            let is_news = surplus.iter().any(|one| one.pair.is_none());
            let has_other_frame = || met.was_written && has_other_frame(bitext, &document);
            let is_due = lacks_something
                || is_news
                || says_otherwise(bitext, &look, &met)
                || has_other_frame();
            (if is_due { PageState::Edited } else { PageState::Behind }, is_due)
        }
    };
    let state = if is_due || is_withdrawn { state } else { PageState::Current };
    let is_ours = met.provenance == Provenance::Written || met.was_written;
    let (lag, place) = lag.map_or((None, None), |lagging| (Some(lagging.lag), lagging.other));
    let other = match lag {
        _ if !is_due => None,
        Some(_) => place,
        None if is_ours && bitext.units.iter().all(is_finished) => other::in_ours(bitext, printed),
        None => None,
    };
    let left = left::left(&document);
    let digest = digest(printed.text);
    Published { state, surplus, is_due, lag, left, other, digest }
}

/// A digest of what the document says, white space aside.
fn digest(text: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    text.split_whitespace().for_each(|word| _ = hasher.update(word.as_bytes()).update(b" "));
    hasher.finalize().to_hex()[..8].to_owned()
}

/// The texts that only the translation has, where there is no document that has them.
pub fn unpublished(bitext: &Bitext<'_>) -> Published {
    let left = left::left(bitext.document);
    Published { surplus: surplus::held(bitext), left, ..Published::default() }
}

/// Whether a glance shows that the document is what would be published.
fn is_just_rendered(bitext: &Bitext<'_>, printed: &Printed<'_>) -> bool {
    if bitext.units.iter().any(has_removed) {
        return false;
    }
    let shown = |missing: Choice| {
        let choice =
            |_: usize, unit: &Unit<'_>| if unit.is_missing() { missing } else { Choice::Held };
        is_same(&rendered(bitext, printed.syntax, choice), printed.text)
    };
    let has_missing = bitext.units.iter().any(Unit::is_missing);
    shown(Choice::Nothing) || has_missing && shown(Choice::Source)
}

/// Whether the unit may hold the translation of a sentence that was taken out.
fn has_removed(unit: &Unit<'_>) -> bool {
    unit.pairs.len() > 1 && unit.change.is_some()
}

/// Whether nothing is left to do about the unit.
fn is_finished(unit: &Unit<'_>) -> bool {
    Need::of(unit).is_none()
}

fn lacks_a_finished(bitext: &Bitext<'_>, look: &PageLook<'_>) -> bool {
    let mut units = bitext.units.iter().zip(&look.units);
    units.any(|(unit, standing)| is_finished(unit) && *standing != TextStanding::Equal)
}

/// Whether the document says something else than the translation of a sentence that isn't done.
///
/// One that the program wrote may have left it out.
fn says_otherwise(bitext: &Bitext<'_>, look: &PageLook<'_>, met: &Met) -> bool {
    let was_read = met.beside.is_some() && !met.was_written;
    let is_other = |standing: TextStanding| match standing {
        TextStanding::Equal => false,
        TextStanding::Similar => true,
        TextStanding::Absent => was_read,
    };
    let mut units = bitext.units.iter().zip(&look.units);
    units.any(|(unit, standing)| !unit.is_missing() && is_other(*standing))
}

/// Whether a hand changed what a document of ours has beside its sentences.
fn has_other_frame(bitext: &Bitext<'_>, document: &Document) -> bool {
    let is_ready = bitext.units.iter().all(is_finished);
    is_ready && frame(document) != frame(bitext.document)
}

#[cfg(test)]
mod tests;
