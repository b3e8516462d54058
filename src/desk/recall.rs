//! What earlier translations have to offer, loaded beside the conversation.
//!
//! The first segment is shown at once; the memory of all pairs is read on other threads, and the
//! lexicon learnt after it. Nothing waits for them but who asks for a whole worksheet.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use super::card::{Offer, Origin};
use super::reading::JobReading;
use crate::align::Lexicon;
use crate::memory::{Around, Entry, Match, Query, likeness};
use crate::model::{Bitext, State, Unit, is_of_machine};
use crate::workspace::{Indexing, Recollection, Workspace};

/// How many offers a segment gets; each has a digit as its key.
const OFFERS: usize = 5;
/// The least likeness of an orphan of the same article, in percent.
const ORPHAN: u8 = 50;
/// From so many pairs on more teach the lexicon little and take long.
const LESSONS: usize = 20_000;

/// The memories and lexicons, by target language.
pub struct Recall {
    source: String,
    known: BTreeMap<String, Known>,
    coming: Option<Receiver<News>>,
}

struct Known {
    memory: Recollection,
    lexicon: Arc<Lexicon>,
}

enum News {
    Memory(String, Recollection),
    Lexicon(String, Lexicon),
}

impl Recall {
    /// No memory but of what stands in the article itself.
    pub fn none(workspace: &Workspace) -> Self {
        let source = workspace.config.source_subtag().to_owned();
        Self { source, known: BTreeMap::new(), coming: None }
    }

    /// The memories of these languages, read meanwhile.
    pub fn start(workspace: &Arc<Workspace>, targets: Vec<String>) -> Self {
        let (sender, receiver) = channel();
        let shared = Arc::clone(workspace);
        thread::spawn(move || {
            let source = shared.config.source_subtag();
            for target in targets {
                // A workspace that can't be read is told by those who need it.
                let Ok(memory) = shared.recollection(&target, Indexing::WhenLarge) else {
                    continue;
                };
                let lessons = lessons(&memory);
                if sender.send(News::Memory(target.clone(), memory)).is_err() {
                    return;
                }
                let pairs = lessons.iter().map(|(source, target)| (&**source, &**target));
                let lexicon = Lexicon::learn(pairs, source, &target);
                if sender.send(News::Lexicon(target, lexicon)).is_err() {
                    return;
                }
            }
        });
        Self { coming: Some(receiver), ..Self::none(workspace) }
    }

    /// Takes in what was read since, and waits at most this long for the first of it.
    pub fn take_in(&mut self, patience: Duration) {
        let Some(coming) = self.coming.take() else { return };
        let mut news = coming.recv_timeout(patience).ok();
        while let Some(part) = news {
            self.learn(part);
            news = coming.try_recv().ok();
        }
        self.coming = Some(coming);
    }

    /// Waits until everything is read.
    pub fn wait(&mut self) {
        let Some(coming) = self.coming.take() else { return };
        while let Ok(part) = coming.recv() {
            self.learn(part);
        }
        self.coming = Some(coming);
    }

    fn learn(&mut self, news: News) {
        match news {
            News::Memory(target, memory) => {
                let lexicon = Arc::new(Lexicon::empty(&self.source, &target));
                self.known.insert(target, Known { memory, lexicon });
            }
            News::Lexicon(target, lexicon) => {
                if let Some(known) = self.known.get_mut(&target) {
                    known.lexicon = Arc::new(lexicon);
                }
            }
        }
    }

    /// Whether the memory of a language is there, or not wanted.
    pub fn is_ready(&self, target: &str) -> bool {
        self.coming.is_none() || self.known.contains_key(target)
    }

    /// Remembers a translation made just now; gives what to forget it by.
    pub fn add(&mut self, target: &str, entry: Entry) -> Option<usize> {
        self.known.get_mut(target)?.memory.add(entry)
    }

    /// Forgets what was remembered from `mark` on.
    pub fn forget(&mut self, target: &str, mark: usize) {
        if let Some(known) = self.known.get_mut(target) {
            known.memory.truncate(mark);
        }
    }

    /// The lexicon of a language, as far as it is learnt.
    pub fn lexicon(&self, target: &str) -> Arc<Lexicon> {
        let learnt = self.known.get(target).map(|known| Arc::clone(&known.lexicon));
        learnt.unwrap_or_else(|| Arc::new(Lexicon::empty(&self.source, target)))
    }

    /// Translations that could fit the unit, the best first.
    pub fn offers(
        &self,
        reading: &JobReading<'_>,
        bitext: &Bitext<'_>,
        unit: &Unit<'_>,
    ) -> Vec<Offer> {
        if self.coming.is_none() {
            return Vec::new();
        }
        let memory = self.known.get(reading.target).map(|known| &known.memory);
        let mut offers = moved(bitext, unit);
        // What the unit itself holds is no news, and orphans come by themselves.
        let keep = |entry: &Entry| {
            let is_own = *entry.keeper.name == *reading.article.id;
            !entry.target.is_empty()
                && entry.target != unit.target
                && !(is_own && orphans(bitext).any(|(_, target)| target == entry.target))
        };
        let around = around(bitext, unit);
        let query = Query { around, is_translated: true, ..Query::new(&unit.source, OFFERS) };
        let found = memory.and_then(|memory| memory.matches(&query, &keep).ok());
        offers.extend(found.into_iter().flatten().map(offer));
        offers.sort_by_key(|offer| Reverse(offer.score));
        offers.truncate(OFFERS);
        offers
    }
}

/// Pairs of the article whose segments went away, and perhaps came back as this unit.
fn moved(bitext: &Bitext<'_>, unit: &Unit<'_>) -> Vec<Offer> {
    let offers = orphans(bitext).map(|(source, target)| Offer {
        score: likeness(&unit.source, source),
        source: source.to_owned(),
        target: target.to_owned(),
        origin: Origin::Orphan,
        is_of_machine: false,
    });
    offers.filter(|offer| offer.score >= ORPHAN && offer.target != unit.target).collect()
}

/// An entry of the memory as an offer.
fn offer(found: Match) -> Offer {
    Offer {
        score: found.score,
        is_of_machine: found.entry.origin.as_deref().is_some_and(is_of_machine),
        source: found.entry.source,
        target: found.entry.target,
        origin: Origin::Memory(found.entry.keeper.name.to_string()),
    }
}

/// What stands around a unit.
fn around(bitext: &Bitext<'_>, unit: &Unit<'_>) -> Around {
    let sources: Vec<&str> = bitext.units.iter().map(|unit| &*unit.source).collect();
    let at = bitext.units.iter().position(|one| one.segments == unit.segments);
    let all = Around::of_all(&sources);
    at.and_then(|at| all.get(at).copied()).unwrap_or_default()
}

/// The texts of the article's pairs that no segment matches.
fn orphans<'b>(bitext: &'b Bitext<'_>) -> impl Iterator<Item = (&'b str, &'b str)> {
    let pairs = bitext.orphans.iter().filter_map(|index| bitext.catalog.pairs.get(*index));
    let whole = pairs.filter(|pair| !pair.source.is_empty() && !pair.target.is_empty());
    whole.map(|pair| (pair.source.as_str(), pair.target.as_str()))
}

/// Pairs that somebody stands behind, as far as they teach.
fn lessons(memory: &Recollection) -> Vec<(String, String)> {
    let entries = memory.memory().some(2 * LESSONS).unwrap_or_default();
    let sure = entries.into_iter().filter(is_sure);
    sure.take(LESSONS).map(|entry| (entry.source, entry.target)).collect()
}

fn is_sure(entry: &Entry) -> bool {
    entry.state > State::Draft && !entry.target.is_empty()
}
