//! Tells what pages show although no translation holds there, and what they leave out.

use super::context::Context;
use crate::desk::{SurplusText, Total};
use crate::formats::pages::{Form, Lapse, Page, Policy, Stand, document, lapses};
use crate::l10n::message;
use crate::report::lapse;
use crate::report::translate::total;
use crate::tracking::Need;

/// What a page has that nothing on it tells.
#[derive(Clone, Debug, Default)]
pub struct Unready {
    /// Path of the source.
    pub path: String,
    pub lapses: Vec<Lapse>,
    /// Texts that only the translation has, and that the page leaves out.
    pub beside: Vec<SurplusText>,
}

/// The most places of one page that are told.
const PLACES: usize = 10;

impl Unready {
    /// What a page in the form of its source has.
    pub fn of_document(page: &Page<'_>, path: String) -> Self {
        Self { path, lapses: lapses(page), beside: Vec::new() }
    }

    /// What a page in this format has: where it marks what doesn't hold, there is nothing to tell.
    pub fn of(format: &str, page: &Page<'_>, path: String) -> Self {
        let mut unready = Self::of_document(page, path);
        if format != document::FORMAT.name {
            let is_unmarked = |lapse: &Lapse| {
                page.form == Form::Final
                    && (page.stale != Policy::Mark || lapse.need == Need::Draft)
            };
            unready.lapses.retain(|lapse| lapse.stand == Stand::Nothing || is_unmarked(lapse));
        }
        unready
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.lapses.is_empty() && self.beside.is_empty()
    }

    /// Only what is stale with a critical change.
    pub fn critical(mut self) -> Self {
        self.lapses.retain(Lapse::is_critical);
        self
    }
}

/// Tells the places of each page.
pub fn tell_places(pages: &[Unready], cx: &Context<'_>) {
    let screen = cx.screen();
    for page in pages {
        for one in page.lapses.iter().take(PLACES) {
            cx.tell(&lapse::lapse(one, &page.path, &screen));
        }
        tell_more(page.lapses.len(), &page.path, cx);
        for one in page.beside.iter().take(PLACES) {
            cx.tell(&lapse::left_out(one));
        }
        tell_more(page.beside.len(), &page.path, cx);
    }
}

fn tell_more(count: usize, path: &str, cx: &Context<'_>) {
    if let Some(more) = count.checked_sub(PLACES).filter(|more| *more > 0) {
        cx.tell(&message!("report-lapse-more", count = more, path = path));
    }
}

/// Tells the places of each page, and how many there are.
pub fn tell(pages: &[Unready], cx: &Context<'_>) {
    tell_places(pages, cx);
    let lapses = || pages.iter().flat_map(|page| &page.lapses);
    let count = lapses().count();
    let beside: usize = pages.iter().map(|page| page.beside.len()).sum();
    if count > 0 {
        let left = total(&Total::of(lapses().map(|lapse| lapse.need)), &cx.screen());
        cx.tell(&message!("command-publish-lapses", count = count, left = left));
    }
    if beside > 0 {
        cx.tell(&message!("command-publish-beside", count = beside));
    }
}
