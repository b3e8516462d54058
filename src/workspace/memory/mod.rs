//! The translation memory of a workspace, with its index in the cache folder.
//!
//! The index is made when it is first needed and brought up to date by what changed since; without
//! one, or where it can't be kept, the same volumes stand in main memory for as long as they are
//! used. A damaged index is made anew, and the question asked again.

mod cache;
mod earlier;
mod edition;
mod entries;
mod files;
mod import;
mod keepers;
mod plan;
mod register;
mod served;
mod update;
mod verdicts;

use std::cmp::Reverse;
use std::io;
use std::sync::{Arc, Mutex, RwLock};

use super::Workspace;
use crate::checks::{Languages, Levels, TERMS, Texts, doubting};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::memory::{Entry, Hit, Match, MatchKind, Memory, Query, SoughtWords, renamed, repaired};
use crate::model::Severity;
use crate::text::fold::fold;
use crate::text::readings::Readings;
pub use earlier::Earlier;
pub use files::{is_memory, takes};

use cache::Cache;
use update::Loaded;
use verdicts::Verdicts;

/// Whether the memory's index is kept in the cache folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indexing {
    Kept,
    /// Only where without it too much would have to be read.
    WhenLarge,
    /// Everything is read anew and kept in main memory.
    Absent,
}

/// Bytes of the longest text that is offered; what is longer is no sentence, and takes checks too long.
const LONGEST: usize = 100_000;

/// The memory of one target language, ready to be asked.
pub struct Recollection {
    workspace: Arc<Workspace>,
    target: String,
    /// How much each check matters here.
    levels: Levels,
    memory: RwLock<Arc<Memory>>,
    verdicts: Verdicts,
    /// What of the workspace couldn't be read.
    faults: Mutex<Vec<Error>>,
}

/// Texts to be judged, and the ids of the checks that somebody answered for them.
struct Judged<'a> {
    source: &'a str,
    target: &'a str,
    waived: &'a str,
}

impl Workspace {
    /// The memory of everything translated into `target`.
    pub fn recollection(
        self: &Arc<Self>,
        target: &str,
        indexing: Indexing,
    ) -> Result<Recollection> {
        let Loaded { memory, faults } = update::memory(self, target, indexing)?;
        Ok(Recollection {
            workspace: Arc::clone(self),
            target: target.to_owned(),
            levels: self.config.levels(),
            memory: RwLock::new(Arc::new(memory)),
            verdicts: Verdicts::default(),
            faults: Mutex::new(faults),
        })
    }
}

impl Recollection {
    /// The memory as it is.
    pub fn memory(&self) -> Arc<Memory> {
        Arc::clone(&self.memory.read().expect("no thread panics"))
    }

    /// Takes the errors of what couldn't be read, so that its pairs are missing.
    pub fn take_faults(&self) -> Vec<Error> {
        std::mem::take(&mut *self.faults.lock().expect("no thread panics"))
    }

    /// Remembers one more entry; gives what to forget it by.
    pub fn add(&mut self, entry: Entry) -> Option<usize> {
        let memory = Arc::get_mut(self.memory.get_mut().ok()?)?;
        let mark = memory.len();
        memory.add(entry);
        Some(mark)
    }

    /// Forgets what was added from `mark` on.
    pub fn truncate(&mut self, mark: usize) {
        if let Some(memory) = self.memory.get_mut().ok().and_then(Arc::get_mut) {
            memory.truncate(mark);
        }
    }

    /// The languages of its entries.
    pub fn languages(&self) -> Languages<'_> {
        Languages::new(self.workspace.config.source_subtag(), &self.target)
    }

    /// What is offered for a text among the entries to `keep`, the best first.
    pub fn matches(&self, query: &Query<'_>, keep: &dyn Fn(&Entry) -> bool) -> Result<Vec<Match>> {
        let keep = |entry: &Entry| keep(entry) && self.is_sound(entry);
        let found = self.asked(&|memory| memory.matches(query, &keep))?;
        let mut offers: Vec<Match> = found.into_iter().map(|one| self.fitted(query, one)).collect();
        offers.sort_by_key(|offer| Reverse(offer.score));
        Ok(offers)
    }

    /// The offer with its values made to fit, where the checks by value prove that.
    fn fitted(&self, query: &Query<'_>, offer: Match) -> Match {
        if offer.kind != MatchKind::Fuzzy || query.is_plain {
            return offer;
        }
        let made = repaired(query.text, &offer, self.languages());
        let made = made.or_else(|| self.with_names(query.text, &offer));
        let made = made.filter(|made| self.doubting(query.text, made, "").is_none());
        match made {
            Some(target) => offer.with_target(target),
            None => offer,
        }
    }

    /// The target with names exchanged that the termbase knows, and with values.
    fn with_names(&self, text: &str, offer: &Match) -> Option<String> {
        let terms = self.workspace.terms_anywhere(&self.target, text)?;
        let renamed = renamed(text, offer, &terms)?;
        if fold(&renamed.entry.source) == fold(text) {
            return Some(renamed.entry.target);
        }
        repaired(text, &renamed, self.languages())
    }

    /// The entries that have all words sought, so many at most.
    pub fn concordance(&self, sought: &SoughtWords, limit: usize) -> Result<Vec<Hit>> {
        self.asked(&|memory| memory.concordance(sought, limit, &|entry| self.is_sound(entry)))
    }

    /// Passes on every entry.
    pub fn each(&self, pass: &mut dyn FnMut(Entry)) -> Result<()> {
        let mut all = Vec::new();
        let found = self.asked(&|memory| {
            let mut entries = Vec::new();
            memory.each(|entry| entries.push(entry))?;
            Ok(entries)
        });
        all.extend(found?);
        all.sort_by(|one, other| one.keeper.cmp(&other.keeper));
        all.into_iter().for_each(pass);
        Ok(())
    }

    /// Whether no check doubts it, by itself or in its article, or somebody said that it is right.
    pub fn is_sound(&self, entry: &Entry) -> bool {
        let Entry { source, target, waived, .. } = entry;
        if source.len().max(target.len()) > LONGEST {
            return false;
        }
        let is_doubted = || {
            self.doubting(source, target, waived).is_some()
                || self.verdicts.doubts(&self.workspace, &self.target, entry)
        };
        target.is_empty() || !is_doubted()
    }

    /// The first check that tells anything of a translation, however little it matters, and that nobody answered.
    pub fn doubting(&self, source: &str, target: &str, waived: &str) -> Option<&'static str> {
        self.telling(&Judged { source, target, waived }, Severity::Info)
    }

    /// The first check that warns of a translation.
    pub fn warning(&self, source: &str, target: &str) -> Option<&'static str> {
        self.telling(&Judged { source, target, waived: "" }, Severity::Warning)
    }

    /// The first check that tells of a translation what matters so much at least.
    fn telling(&self, judged: &Judged<'_>, least: Severity) -> Option<&'static str> {
        let Judged { source, target, waived } = *judged;
        let answered: Vec<&str> = waived.split(' ').collect();
        let (languages, style) = (self.languages(), &self.levels.style);
        let (recorded, readings) = (source, &Readings::default());
        let texts = Texts { source, recorded, target, languages, style, readings };
        let is_answered = self.levels.of(&TERMS).is_none() || answered.contains(&TERMS.id);
        let breaks_terms =
            || !is_answered && self.workspace.breaks_terms(&self.target, source, target);
        let doubting = doubting(&texts, &self.levels, &answered, least);
        doubting.or_else(|| breaks_terms().then_some(TERMS.id))
    }

    /// Whether a translation of a sentence of this article goes against the terms that hold there.
    pub fn breaks_terms_of(&self, id: &str, source: &str, translation: &str) -> bool {
        let is_asked = self.levels.of(&TERMS).is_some()
            && self.workspace.terms().is_ok_and(|terms| !terms.is_empty());
        if !is_asked {
            return false;
        }
        let named = self.workspace.articles(&[id.to_owned()]).unwrap_or_default();
        let Some(article) = named.into_iter().find(|article| article.id == id) else {
            return false;
        };
        let Ok(document) = self.workspace.document(&article) else { return false };
        let terms = self.workspace.terms_of(&article, &self.target, &document.text);
        terms.is_some_and(|terms| !terms.faults(source, translation).is_empty())
    }

    /// Asks the memory; where its bytes turn out to be damaged, it is made anew and asked again.
    fn asked<T>(&self, ask: &dyn Fn(&Memory) -> io::Result<T>) -> Result<T> {
        if let Ok(answer) = ask(&self.memory()) {
            return Ok(answer);
        }
        if let Some(cache) = Cache::of(&self.workspace.root, &self.target) {
            cache.forget();
        }
        let loaded = update::memory(&self.workspace, &self.target, Indexing::Absent)?;
        let memory = Arc::new(loaded.memory);
        *self.memory.write().expect("no thread panics") = Arc::clone(&memory);
        ask(&memory).map_err(|err| Error::new(message!("error-memory-unreadable")).refused_by(&err))
    }
}
