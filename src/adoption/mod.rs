//! Catalogs for translations that people made elsewhere: the first pairing, what git knows of the
//! past, and both documents followed afterwards.
//!
//! Nothing here knows a terminal: work that lasts tells a `Watch` how far it is, and what went
//! wrong with one article is handed up beside what went right with the others.

mod aligner;
mod catalogs;
mod columns;
mod history;
mod late;
mod moved;
mod pages;
mod pairing;
mod present;
mod recall;
mod step;
mod strays;
mod watch;

pub use aligner::{Aligner, Lessons, learnt};
pub use catalogs::{Followed, followed};
pub use moved::{Moved, Waiting, behind, moved};
pub use pages::{ArticleFiles, pages};
pub use pairing::{Paired, beside, first_catalog};
pub use recall::{Recalled, recall};
pub use step::{Step, steps};
pub use strays::{Settlement, settle, strays};
pub use watch::Watch;
