//! Slips of one article beside its units as they are now.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::Arrival;
use super::address::{Order, Parted, folded};
use super::joined::Joiner;
use super::kin::KinRows;
use super::traces::{RowTraces, TwinRows};
use crate::desk::outgoing::{ids, notes};
use crate::desk::proposal::{Base, Proposal, ProposedReview};
use crate::desk::reading::JobReading;
use crate::desk::verdict::{Outcome, Verdict};
use crate::formats::exchange::{ApprovalChoice, Ripeness, Slip, Tag};
use crate::l10n::message;
use crate::model::{Bitext, Signature, State, Unit, is_blank, text_digest};

/// The slips as proposals, with their places among all.
pub fn fitted(reading: &JobReading<'_>, order: &Order<'_>) -> Vec<(usize, Arrival)> {
    reading.with_bitext(|bitext| {
        let ids = ids(&reading.article.id, bitext);
        let (sources, batches) = (OnceCell::new(), OnceCell::new());
        let joiner = Joiner { reading, bitext, ids: &ids, sources, batches };
        let by_id = ids.iter().cloned().zip(&bitext.units).collect();
        let traces = RowTraces::of(order, &by_id);
        let language = reading.workspace.config.source_subtag();
        let kin = KinRows::new(bitext, language);
        let ground = Ground { reading, bitext, by_id, traces, kin };
        let mut fitted = Vec::with_capacity(order.slips.len());
        let mut twins = TwinRows::of(order, bitext);
        for (index, parted) in &order.slips {
            let is_own = match &parted.slip.tag {
                Some(tag) => ground.is_of(tag, &parted.slip),
                None => ground.kin.stands(&parted.slip.source),
            };
            let pieces = if is_own { None } else { joiner.pieces(&parted.slip) };
            match pieces {
                Some(slips) => fitted.extend(slips.into_iter().map(|slip| {
                    let piece = Parted { slip, ..parted.clone() };
                    (*index, ground.arrival(&piece))
                })),
                None if parted.slip.tag.is_none() => {
                    fitted.push((*index, twins.placed(ground.arrival(parted))));
                }
                None => fitted.push((*index, ground.arrival(parted))),
            }
        }
        let more = twins.spread(&fitted, bitext);
        fitted.extend(more);
        fitted
    })
}

/// What a slip is of.
struct RowMeaning<'a> {
    /// Its tag, where that is of its source.
    tag: Option<&'a Tag>,
    unit: Option<&'a Unit<'a>>,
    /// Whether the words of its source alone say so.
    is_kin: bool,
    /// Whether another source was put into the unit's row.
    is_astray: bool,
}

/// What the slips of an article are held beside.
struct Ground<'a, 'b> {
    reading: &'a JobReading<'a>,
    bitext: &'a Bitext<'b>,
    by_id: HashMap<String, &'a Unit<'b>>,
    traces: RowTraces,
    kin: KinRows<'a, 'b>,
}

impl Ground<'_, '_> {
    fn arrival(&self, parted: &Parted<'_>) -> Arrival {
        let slip = &parted.slip;
        let RowMeaning { tag, unit, is_kin, is_astray } = self.meaning(slip);
        let notes = self.new_notes(slip, unit);
        let review = tag.and_then(|tag| self.review(parted, tag));
        let proposal = Proposal {
            article: self.reading.article.id.clone(),
            language: self.reading.target.to_owned(),
            segment: self.number(slip, unit),
            base: match unit.filter(|_| is_kin) {
                Some(unit) => self.kin_base(slip, unit),
                None => tag.map_or_else(Base::default, |tag| Base {
                    source: Some(tag.source.clone()),
                    target: Some(tag.target.clone()),
                }),
            },
            source: slip.source.clone(),
            target: target(slip, tag),
            // A translation that was only read is nobody's new one, that of another source is looked at.
            state: match unit {
                _ if review.is_some() || is_kin => State::Draft,
                Some(unit) if self.is_moved(slip, unit) => State::Draft,
                _ => state(slip, tag),
            },
            review,
            note: (!notes.is_empty()).then(|| notes.join("\n")),
            ..Proposal::default()
        };
        let is_silent = proposal.note.is_none() && proposal.review.is_none();
        let went = tag.or(slip.tag.as_ref().filter(|_| is_astray));
        let is_same = is_silent && went.is_some_and(|tag| is_as_it_went(slip, tag));
        let reason = match (parted.is_torn, is_astray) {
            _ if is_same => None,
            (true, _) => Some(message!("error-proposal-torn")),
            (false, true) => Some(message!("error-proposal-astray")),
            (false, false) => None,
        };
        let foregone = (is_same || reason.is_some()).then(|| Verdict {
            outcome: if reason.is_some() { Outcome::Refused } else { Outcome::Same },
            segment: Some(proposal.segment),
            source: slip.source.clone(),
            held: unit.map(|unit| unit.target.to_string()).unwrap_or_default(),
            reason,
            ..Verdict::unknown()
        });
        Arrival { file: parted.file, line: slip.line, proposal, foregone }
    }

    /// The unit that a slip is of: by its tag, else by the words of its source.
    fn meaning<'s>(&'s self, slip: &'s Slip) -> RowMeaning<'s> {
        let tag = slip.tag.as_ref();
        let tagged = tag.and_then(|tag| self.by_id.get(&tag.segment).copied());
        let own = tag.filter(|tag| self.is_of(tag, slip));
        if own.is_some() {
            return RowMeaning { tag: own, unit: tagged, is_kin: false, is_astray: false };
        }
        if let Some(unit) = self.kin.unit(slip, tagged) {
            return RowMeaning { tag: None, unit: Some(unit), is_kin: true, is_astray: false };
        }
        let strayed = tagged.filter(|unit| !unit.is_missing() && !self.kin.stands(&slip.source));
        RowMeaning { tag: None, unit: strayed, is_kin: false, is_astray: strayed.is_some() }
    }

    /// What a row was made from whose source is not quite that of its unit.
    fn kin_base(&self, slip: &Slip, unit: &Unit<'_>) -> Base {
        let tag = slip.tag.as_ref().filter(|tag| {
            self.by_id.get(&tag.segment).is_some_and(|own| own.segments == unit.segments)
        });
        Base {
            source: Some(text_digest(&unit.source).to_string()),
            target: tag.map(|tag| tag.target.clone()),
        }
    }

    /// What a reader who signed decided about a translation that they left as it was.
    fn review(&self, parted: &Parted<'_>, tag: &Tag) -> Option<ProposedReview> {
        let approval = parted.approval.filter(|approval| !approval.name.is_empty())?;
        let state = match approval.choice {
            ApprovalChoice::Approved | ApprovalChoice::WithChanges => State::Reviewed,
            ApprovalChoice::Refused => State::Draft,
            ApprovalChoice::Unclear => return None,
        };
        let target = &parted.slip.target;
        let is_read = !is_blank(target) && text_digest(target).as_str() == tag.target;
        let authorship = self.reading.workspace.config.authorship;
        let by = authorship.by.then(|| approval.name.clone());
        let on = authorship.on.then(|| day(&approval.date)).flatten();
        is_read.then_some(ProposedReview { state, signature: Signature { by, on } })
    }

    /// Whether a new translation looks like one that came from another row, or has a neighbour's in it.
    ///
    /// Nobody can tell then which sentence is whose, so a person looks at it.
    fn is_moved(&self, slip: &Slip, unit: &Unit<'_>) -> bool {
        let (text, held) = (folded(&slip.target), folded(&unit.target));
        if text == held || text.split(' ').count() < TELLING {
            return false;
        }
        if self.traces.left.contains(text_digest(&slip.target).as_str()) {
            return true;
        }
        self.bitext.units.iter().any(|other| {
            let is_next = other.segments.start == unit.segments.end;
            let is_before = other.segments.end == unit.segments.start;
            if !is_next && !is_before {
                return false;
            }
            let other_text = folded(&other.target);
            let is_taken_in =
                if is_next { text.ends_with(&other_text) } else { text.starts_with(&other_text) };
            let is_telling = other_text.split(' ').count() >= TELLING;
            let is_new = is_taken_in && is_telling && !held.contains(&other_text);
            is_new || self.traces.emptied.contains(&other.segments.start)
        })
    }

    /// Whether a tag is of the slip's source, whatever became of white space.
    fn is_of(&self, tag: &Tag, slip: &Slip) -> bool {
        if is_blank(&slip.source) || text_digest(&slip.source).as_str() == tag.source {
            return true;
        }
        let unit = self.by_id.get(&tag.segment);
        unit.is_some_and(|unit| folded(&unit.source) == folded(&slip.source))
    }

    /// The segment's number now, or the one that it had.
    fn number(&self, slip: &Slip, unit: Option<&Unit<'_>>) -> usize {
        if let Some(unit) = unit {
            return unit.segments.start + 1;
        }
        if let Some(tag) = &slip.tag {
            return tag.number;
        }
        let source = folded(&slip.source);
        let mut units = self.bitext.units.iter();
        let found = units.find(|unit| source.starts_with(&folded(&unit.source)));
        found.map_or(0, |unit| unit.segments.start + 1)
    }

    /// The notes that nobody here wrote.
    fn new_notes(&self, slip: &Slip, unit: Option<&Unit<'_>>) -> Vec<String> {
        let mut known = unit.map(|unit| notes(self.bitext, unit)).unwrap_or_default();
        // Tables have all notes of a row in one cell.
        known.insert(0, known.join("\n"));
        slip.notes.iter().filter_map(|note| news(note, &known)).collect()
    }
}

/// As many words as two sentences don't share by chance.
const TELLING: usize = 3;

/// A date as people write it, as ISO 8601 does; nothing where it could be another.
fn day(text: &str) -> Option<String> {
    let parts: Vec<u16> =
        text.split(['.', '-', ' ']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = match parts[..] {
        [day, month, year] if year > 999 => [year, month, day],
        [year, month, day] if year > 999 => [year, month, day],
        _ => return None,
    };
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| format!("{year}-{month:02}-{day:02}"))
}

/// What a note says beyond those that are known; some formats put a name before each.
fn news(note: &str, known: &[String]) -> Option<String> {
    let mut news = note.trim();
    for known in known.iter().map(|known| known.trim()).filter(|known| !known.is_empty()) {
        let unsigned = news.split_once(": ").map(|(_, said)| said);
        if news == known || unsigned == Some(known) {
            return None;
        }
        if let Some(more) = news.strip_prefix(known).filter(|more| more.starts_with('\n')) {
            news = more.trim();
        }
    }
    (!news.is_empty()).then(|| news.to_owned())
}

/// The translation that a slip brings; none where it has only a copy of its source.
fn target(slip: &Slip, tag: Option<&Tag>) -> Option<String> {
    let was_missing = tag.is_none_or(|tag| tag.ripeness == Ripeness::Missing);
    let is_copy = was_missing && slip.ripeness == Ripeness::Missing && slip.target == slip.source;
    (!is_copy).then(|| slip.target.clone())
}

/// Whether nothing was done to the slip.
fn is_as_it_went(slip: &Slip, tag: &Tag) -> bool {
    let Some(target) = target(slip, Some(tag)) else { return true };
    // Programs empty what they hold for unsure, such as fuzzy entries, and leave it for later.
    if is_blank(&target) && tag.ripeness < Ripeness::Translated {
        return true;
    }
    let is_confirmed = tag.ripeness == Ripeness::Draft && slip.ripeness >= Ripeness::Translated;
    text_digest(&target).as_str() == tag.target && !is_confirmed
}

/// The state of a translation that comes in: the texts are compared, a program's word for it isn't trusted.
///
/// Nobody approves by a file that went out for translation; a file made elsewhere keeps its states.
fn state(slip: &Slip, tag: Option<&Tag>) -> State {
    match tag {
        None if slip.is_doubted => State::Draft,
        None => slip.ripeness.state(),
        Some(tag) => {
            let fell = slip.ripeness < Ripeness::Translated && tag.ripeness >= Ripeness::Translated;
            if slip.is_doubted || fell { State::Draft } else { State::Translated }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{day, news};

    #[test]
    fn a_date_is_known_as_people_write_it() {
        assert_eq!(day("2.12.2026").as_deref(), Some("2026-12-02"));
        assert_eq!(day("2026-12-02").as_deref(), Some("2026-12-02"));
        for text in ["", "Tuesday", "2/3/2026", "2.12.26", "32.1.2026", "1.13.2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn only_what_nobody_here_wrote_is_news() {
        let known = ["Ask him.\nTwice.".to_owned(), "Ask him.".to_owned(), "Twice.".to_owned()];
        let told = |note: &str| news(note, &known).unwrap_or_default();
        for note in ["Ask him.", "Ask him.\nTwice.", "Anna: Twice.", " Twice.\n", ""] {
            assert_eq!(told(note), "", "{note}");
        }
        assert_eq!(told("Ask him.\nTwice.\nWhom?"), "Whom?");
        // A short word that stands in an older note is a note all the same.
        assert_eq!(told("Ask"), "Ask");
        assert_eq!(told("Oleg: Ask"), "Oleg: Ask");
    }
}
