//! Keeps a newsroom's translations honest, sentence by sentence.
//!
//! A catalog holds decisions; everything else is computed: a document as it is
//! now and a catalog of pairs give the state of every segment.
//! Each module uses only those above it.
//!
//! Other programs can cut Russian and English texts into sentences ([`sentences`]), judge the change of one
//! ([`change()`]), pair two language versions ([`align()`]), and ask what of an article is translated
//! ([`compare`], [`Newsroom`]). Nothing of it writes.

// Texts for people, without a language yet, and what gives them one.
mod l10n;

// The nouns: documents, catalogs, bitexts and findings, as plain data.
mod model;

// The one error type: what failed, where, and what to do.
mod error;

// Pure functions on strings: sentences, words, numbers, likeness.
mod text;

// An article file becomes a document; one file per syntax.
mod parse;

// The file format of pairs: read, written and merged, without a disk.
mod catalog;

// Two documents become pairs with a confidence.
mod align;

// Document and catalog become a bitext: current, stale, missing, orphans.
mod tracking;

// Agreed translations of names and terms, and how they are found in a text.
mod terms;

// Pairs that people made, found by how alike their sources are.
mod memory;

// What a bitext must fulfil; one file per check.
mod checks;

// Ways to write a bitext; one file per format.
mod formats;

// The repository on disk: find, read, write.
mod workspace;

// Catalogs for translations made elsewhere: first pairing, git's past, both documents followed.
mod adoption;

// Where people decide: what they propose, and the one door by which it comes into catalogs.
mod desk;

// Statuses and findings for people and machines; one file per report.
mod report;

// What other programs may call: a small door to the modules above.
mod library;

// One file per command: arguments, then a few calls.
mod commands;

pub use commands::run;
pub use library::{
    AlignedSentences, ArticleText, LibraryError, Newsroom, TrackedSentence, Translation, align,
    change, compare, sentences,
};
pub use model::{Change, Concern, Danger, Edit, Freshness, Piece, State};
