//! Tells which pairs made now state different numbers, dates or units, or hold text of the source.

use crate::checks::{Languages, doubts};
use crate::commands::context::Context;
use crate::l10n::{Message, message};
use crate::report::align::{AlignFate, AlignRow, Aligned, Tree};

/// The most that are told one by one.
const TOLD: usize = 20;

/// Tells what is doubtful about the pairs that the aligner made; they wait for a look.
pub fn tell(tree: &Tree, source: &str, cx: &Context<'_>) {
    let mut found: Vec<Message> = Vec::new();
    for aligned in &tree.articles {
        let languages = Languages::new(source, &aligned.target);
        for row in aligned.pairs.iter().filter(|row| is_new(aligned, row)) {
            let (left, right) = (row.source.join(" "), row.target.join(" "));
            for words in doubts(&left, &right, languages) {
                let article = aligned.article.as_str();
                found.push(message!("command-align-doubt", article = article, words = words));
            }
        }
    }
    let more = found.len().saturating_sub(TOLD);
    found.iter().take(TOLD).for_each(|doubt| cx.tell(doubt));
    if more > 0 {
        cx.tell(&message!("command-align-doubts-more", count = more));
    }
}

/// Whether the aligner made the pair, out of texts that stand in the documents now.
fn is_new(aligned: &Aligned, row: &AlignRow) -> bool {
    let is_pair = !row.source.is_empty() && !row.target.is_empty();
    let is_made = match aligned.fate {
        AlignFate::Adopted => true,
        // What people said is certain.
        AlignFate::Followed => row.confidence < 1.0,
        AlignFate::Untranslated | AlignFate::Unpublished | AlignFate::InStep => false,
    };
    is_pair && is_made && row.is_stale.is_none()
}
