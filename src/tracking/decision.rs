//! What a person decides about one unit, put into the catalog.

use super::placing;
use super::realign::said_anew;
use super::tongue::Tongue;
use crate::model::{
    Ack, Bitext, Catalog, Document, Pair, Signature, State, UNTOUCHED, Unit, Waiver, is_blank,
};

/// A person's decision about one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The translation is this; `origin` tells where it came from.
    Translate { target: String, state: State, origin: Option<String> },
    /// The translation of the source held, which has changed since, is this: it stays stale.
    TranslatePrevious { target: String, state: State, origin: Option<String> },
    /// The target still holds although the source or the seal changed.
    Acknowledge { reason: String },
    /// The translation was read over and has this state now.
    Review(State),
    /// What people should know, in place of the note before; an empty text takes it away.
    Note(String),
    /// What people should know, below the note before.
    Remark(String),
    /// A finding of this check is right as it is.
    Waive { check: String, reason: String },
    /// The waiver of this check is taken back.
    Unwaive(String),
}

impl Decision {
    /// Whether a pair in this state, which its seal proves or not, wants another review afterwards.
    pub fn reopens(&self, state: Option<State>, is_sealed: bool) -> bool {
        let after = match self {
            Self::Translate { state, .. } | Self::TranslatePrevious { state, .. } => *state,
            Self::Acknowledge { .. } if !is_sealed => State::Translated,
            _ => return false,
        };
        after < State::Reviewed && state.is_some_and(|state| state >= State::Reviewed)
    }
}

/// The unit that a person decided about, as it was on the screen.
#[derive(Clone, Copy, Debug)]
pub struct SeenUnit<'a> {
    /// Index of the unit's first segment.
    pub segment: usize,
    pub source: &'a str,
    pub target: &'a str,
}

impl<'a> SeenUnit<'a> {
    /// The unit as it stands now.
    pub fn of(unit: &'a Unit<'_>) -> Self {
        Self { segment: unit.segments.start, source: &unit.source, target: &unit.target }
    }
}

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It stands in the catalog.
    Done,
    /// The source or the target is not what the person saw; nothing was changed.
    Changed,
    /// The unit has no pair, or not one that the decision could be about; nothing was changed.
    ///
    /// So is the translation held, given again for another source: only a statement settles that.
    Unfit,
}

/// A source with its language's primary subtag.
#[derive(Clone, Copy)]
pub struct Original<'a> {
    pub document: &'a Document,
    pub language: &'a str,
}

/// A decision with who made it and when.
#[derive(Clone, Copy)]
pub struct Signed<'a> {
    pub decision: &'a Decision,
    pub signature: &'a Signature,
}

/// Puts a decision into the catalog.
///
/// Pairs that together cover the unit become one; notes, acks and waivers are kept.
/// A new pair stands where the document has its source.
pub fn decide(
    original: Original<'_>,
    catalog: &mut Catalog,
    seen: &SeenUnit<'_>,
    signed: Signed<'_>,
) -> Settled {
    let document = original.document;
    let tongue = Tongue::new(original.language);
    let made = {
        let bitext = super::outline(document, catalog, &tongue);
        let Some(at) = position(&bitext, seen) else { return Settled::Changed };
        let unit = &bitext.units[at];
        let Some(pair) = decided(&bitext, unit, signed) else {
            return Settled::Unfit;
        };
        placing::with(&bitext, at, &pair, &tongue)
    };
    *catalog = made;
    Settled::Done
}

/// The seen unit, where its texts are still the same; it may have moved.
fn position(bitext: &Bitext<'_>, seen: &SeenUnit<'_>) -> Option<usize> {
    // A value without a pair is shown as its readers write it.
    let is_same = |unit: &Unit<'_>| {
        unit.source == seen.source && (unit.target == seen.target || unit.is_bare())
    };
    let same = bitext.units.iter().enumerate().filter(|(_, unit)| is_same(unit));
    same.min_by_key(|(_, unit)| unit.segments.start.abs_diff(seen.segment)).map(|(at, _)| at)
}

/// The pair that a decision makes of those of a unit; nothing where it can't be about them.
pub fn decided(
    bitext: &Bitext<'_>,
    unit: &Unit<'_>,
    Signed { decision, signature }: Signed<'_>,
) -> Option<Pair> {
    let mut pair = match decision {
        Decision::Translate { target, .. } | Decision::TranslatePrevious { target, .. }
            if is_blank(target) =>
        {
            return None;
        }
        Decision::Translate { .. } => joined(bitext, unit).unwrap_or_default(),
        _ if unit.is_missing() => return None,
        _ => joined(bitext, unit)?,
    };
    let is_settled = !unit.is_stale() && unit.sealed;
    match decision {
        Decision::Translate { target, .. } if holds(unit, target) => return None,
        Decision::Translate { target, state, origin } => {
            pair.origin = whence(&pair, target, origin.as_ref());
            (pair.target, pair.state) = (target.clone(), *state);
            pair.source = unit.source.to_string();
            sign(&mut pair, signature);
        }
        Decision::TranslatePrevious { target, state, origin } => {
            (pair.target, pair.state) = (target.clone(), *state);
            pair.origin.clone_from(origin);
            sign(&mut pair, signature);
        }
        Decision::Acknowledge { reason } => {
            pair.acks.push(Ack::new(&unit.previous, &pair.target, reason, signature));
            if !unit.sealed {
                // No seal proves that an editor read these texts.
                pair.state = pair.state.min(State::Translated);
            }
            pair.source = unit.source.to_string();
        }
        Decision::Review(state) if is_settled => {
            if *state > State::Draft && pair.is_of_machine() {
                pair.origin = Some(UNTOUCHED.to_owned());
            }
            pair.state = *state;
            sign(&mut pair, signature);
        }
        Decision::Review(_) => return None,
        _ => return annotated(pair, decision, signature),
    }
    pair.apply_seal();
    Some(pair)
}

/// Where a translation comes from that takes the place of the one held.
///
/// Who gives a machine's words again has confirmed them, and they stay a machine's.
fn whence(held: &Pair, target: &str, origin: Option<&String>) -> Option<String> {
    let is_same = held.target.split_whitespace().eq(target.split_whitespace());
    if is_same && held.is_of_machine() {
        return Some(UNTOUCHED.to_owned());
    }
    origin.cloned()
}

/// The pair with something said of it; its seal stays as it is.
fn annotated(mut pair: Pair, decision: &Decision, signature: &Signature) -> Option<Pair> {
    match decision {
        Decision::Note(note) => {
            // What an edit of the page replaced is settled by no note.
            let held = pair.note.as_deref().filter(|_| pair.state == State::Draft);
            pair.note = said_anew(held, note);
        }
        Decision::Remark(remark) => {
            pair.note = Some(match pair.note {
                Some(note) if note.contains(remark) => note,
                Some(note) => format!("{note}\n{remark}"),
                None => remark.clone(),
            });
        }
        Decision::Waive { check, reason } => {
            let waiver = Waiver::new(check, reason, &pair.source, &pair.target).signed(signature);
            pair.waivers.retain(|waiver| waiver.check != *check);
            pair.waivers.push(waiver);
        }
        Decision::Unwaive(check) => {
            let count = pair.waivers.len();
            pair.waivers.retain(|waiver| waiver.check != *check);
            return (pair.waivers.len() < count).then_some(pair);
        }
        _ => return None,
    }
    Some(pair)
}

/// Whether this is the translation held, for a source or a seal that changed since.
fn holds(unit: &Unit<'_>, target: &str) -> bool {
    let has_changed = unit.change.is_some() || unit.is_unsealed();
    has_changed && unit.target.split_whitespace().eq(target.split_whitespace())
}

fn sign(pair: &mut Pair, signature: &Signature) {
    pair.by.clone_from(&signature.by);
    pair.on.clone_from(&signature.on);
}

/// The unit's pairs as one; nothing they hold is lost.
fn joined(bitext: &Bitext<'_>, unit: &Unit<'_>) -> Option<Pair> {
    let mut held = unit.pairs.iter().filter_map(|index| bitext.catalog.pairs.get(*index)).cloned();
    let first = held.next()?;
    if unit.pairs.len() == 1 {
        return Some(first);
    }
    let mut pair = held.fold(first, |mut pair, other| {
        pair.state = pair.state.min(other.state);
        pair.acks.extend(other.acks);
        pair.waivers.extend(other.waivers);
        pair.note = match (pair.note, other.note) {
            (Some(first), Some(second)) => Some(format!("{first}\n{second}")),
            (first, second) => first.or(second),
        };
        pair.origin = pair.origin.or(other.origin);
        pair
    });
    pair.source = unit.previous.to_string();
    pair.target = unit.target.to_string();
    if unit.sealed {
        pair.apply_seal();
    }
    Some(pair)
}

#[cfg(test)]
mod tests {
    use super::{Decision, Original, SeenUnit, Settled, Signed, decide};
    use crate::model::{Catalog, Pair, Signature, State};
    use crate::parse::{Options, Syntax, parse};
    use crate::text::sentences::{Extra, Splitter};

    const OLD: &str = "Совет принял план работы.";
    const NOW: &str = "Совет принял новый план работы.\n\nКофе остыл.\n";

    /// Decides about the unit of the first segment, or of one whose texts are `seen`.
    fn after(source: &str, pairs: Vec<Pair>, decision: &Decision) -> (Settled, Catalog) {
        decided_about(source, pairs, decision, 0)
    }

    fn decided_about(
        source: &str,
        pairs: Vec<Pair>,
        decision: &Decision,
        unit: usize,
    ) -> (Settled, Catalog) {
        let splitter = Some(Splitter::new("ru", &Extra::default()));
        let options = Options { splitter, ..Options::default() };
        let document = parse(source.to_owned(), Syntax::Text, &options);
        let mut catalog = Catalog { pairs };
        let (segment, texts) = {
            let bitext = crate::tracking::bitext(&document, &catalog, "ru");
            let unit = &bitext.units[unit];
            (unit.segments.start, (unit.source.to_string(), unit.target.to_string()))
        };
        let seen = SeenUnit { segment, source: &texts.0, target: &texts.1 };
        let signature = Signature { by: Some("Редакция".to_owned()), on: None };
        let original = Original { document: &document, language: "ru" };
        let signed = Signed { decision, signature: &signature };
        let settled = decide(original, &mut catalog, &seen, signed);
        (settled, catalog)
    }

    fn ack() -> Decision {
        Decision::Acknowledge { reason: "Верно.".to_owned() }
    }

    fn translation(target: &str) -> Decision {
        Decision::Translate { target: target.to_owned(), state: State::Translated, origin: None }
    }

    #[test]
    fn an_ack_records_what_the_source_was() {
        let old = Pair::new(OLD, "The board adopted a plan.", State::Final);
        let (_, catalog) = after(NOW, vec![old], &ack());
        let pair = &catalog.pairs[0];
        assert_eq!(pair.source, "Совет принял новый план работы.");
        assert_eq!(pair.acks[0].from, OLD);
        assert_eq!(pair.state, State::Final);
        assert!(pair.is_sealed());
    }

    #[test]
    fn after_an_ack_the_source_may_be_what_it_was() {
        let old = Pair::new(OLD, "The board adopted a plan.", State::Final);
        let (_, mut catalog) = after(NOW, vec![old], &ack());
        let document = parse(OLD.to_owned(), Syntax::Text, &Options::default());
        let freshness = |catalog: &Catalog| {
            crate::tracking::bitext(&document, catalog, "ru").units[0].freshness.name()
        };
        assert_eq!(freshness(&catalog), "current");
        // A translation made since is one of the later source alone.
        catalog.pairs[0].target = "The board adopted a new plan.".to_owned();
        catalog.pairs[0].apply_seal();
        assert_eq!(freshness(&catalog), "stale");
    }

    #[test]
    fn the_same_text_clears_no_mark_without_a_reason() {
        let old = Pair::new(OLD, "The board adopted a plan.", State::Translated);
        let same = translation("The board  adopted a plan.");
        let (settled, catalog) = after(NOW, vec![old.clone()], &same);
        assert_eq!((settled, catalog.pairs), (Settled::Unfit, vec![old]));
        let mut unsealed = Pair::new("Кофе остыл.", "Coffee.", State::Translated);
        unsealed.seal = None;
        let (settled, _) = after("Кофе остыл.\n", vec![unsealed], &translation("Coffee."));
        assert_eq!(settled, Settled::Unfit);
        let draft = Pair::new("Кофе остыл.", "Coffee.", State::Draft);
        let (settled, catalog) = after("Кофе остыл.\n", vec![draft], &translation("Coffee."));
        assert_eq!((settled, catalog.pairs[0].state), (Settled::Done, State::Translated));
    }

    #[test]
    fn what_no_seal_proves_wants_a_review_again() {
        let mut edited = Pair::new("Кофе остыл.", "Coffee.", State::Final);
        edited.target = "Tea.".to_owned();
        assert!(
            ack().reopens(Some(State::Final), false) && !ack().reopens(Some(State::Final), true)
        );
        let (_, catalog) = after("Кофе остыл.\n", vec![edited], &ack());
        assert_eq!(catalog.pairs[0].state, State::Translated);
        assert!(catalog.pairs[0].is_sealed());
    }

    #[test]
    fn pairs_that_cover_one_sentence_become_one() {
        let pairs = vec![
            Pair::new("Совет принял план.", "The board adopted a plan.", State::Final),
            Pair::new("План большой.", "It is big.", State::Translated),
            Pair::new("Конец.", "The end.", State::Final),
        ];
        let (_, catalog) = after("Совет принял план. План большой.\n", pairs, &ack());
        assert!(catalog.pairs.iter().any(|pair| pair.target == "The end."));
        assert!(catalog.pairs.iter().all(Pair::is_sealed));
    }

    #[test]
    fn a_new_translation_stands_where_its_source_does() {
        let pairs = vec![
            Pair::new("Совет принял новый план работы.", "The plan.", State::Final),
            Pair::new("Итог.", "The end.", State::Final),
        ];
        let source = "Совет принял новый план работы.\n\nКофе остыл.\n\nИтог.\n";
        let (_, catalog) = decided_about(source, pairs, &translation("Coffee."), 1);
        let targets: Vec<&str> = catalog.pairs.iter().map(|pair| pair.target.as_str()).collect();
        assert_eq!(targets, ["The plan.", "Coffee.", "The end."]);
        assert_eq!(catalog.pairs[1].by.as_deref(), Some("Редакция"));
        assert!(catalog.pairs[1].is_sealed());
    }

    #[test]
    fn a_stale_pair_is_not_approved() {
        let old = Pair::new(OLD, "The board adopted a plan.", State::Translated);
        let (settled, catalog) = after(NOW, vec![old.clone()], &Decision::Review(State::Final));
        assert_eq!((settled, catalog.pairs), (Settled::Unfit, vec![old]));
    }

    #[test]
    fn a_machines_draft_that_is_approved_as_it_was_says_so() {
        for state in [State::Translated, State::Reviewed, State::Final] {
            let mut draft = Pair::new("Кофе остыл.", "The coffee is cold.", State::Draft);
            draft.origin = Some("machine".to_owned());
            draft.apply_seal();
            let (_, catalog) = after("Кофе остыл.\n", vec![draft], &Decision::Review(state));
            assert_eq!(catalog.pairs[0].origin.as_deref(), Some("machine, untouched"));
            assert!(catalog.pairs[0].is_sealed());
        }
    }

    #[test]
    fn a_note_and_a_waiver_leave_the_seal_as_it_is() {
        let mut old = Pair::new("Кофе остыл.", "Coffee.", State::Translated);
        old.seal = None;
        let note = Decision::Note("Так!".to_owned());
        let (_, catalog) = after("Кофе остыл.\n", vec![old], &note);
        assert_eq!(catalog.pairs[0].note.as_deref(), Some("Так!"));
        let waiver = Decision::Waive { check: "numbers".to_owned(), reason: "Да.".to_owned() };
        let (_, catalog) = after("Кофе остыл.\n", catalog.pairs, &waiver);
        assert_eq!(catalog.pairs[0].waivers[0].check, "numbers");
        assert!(!catalog.pairs[0].is_sealed());
    }

    #[test]
    fn what_changed_since_it_was_seen_is_left_alone() {
        let splitter = Some(Splitter::new("ru", &Extra::default()));
        let options = Options { splitter, ..Options::default() };
        let document = parse("Кофе остыл.\n".to_owned(), Syntax::Text, &options);
        let pair = Pair::new("Кофе остыл.", "Coffee.", State::Translated);
        let mut catalog = Catalog { pairs: vec![pair] };
        let seen = SeenUnit { segment: 0, source: "Кофе остыл.", target: "Tea." };
        let original = Original { document: &document, language: "ru" };
        let (decision, signature) = (translation("Cold."), Signature::default());
        let signed = Signed { decision: &decision, signature: &signature };
        assert_eq!(decide(original, &mut catalog, &seen, signed), Settled::Changed);
        assert_eq!(catalog.pairs[0].target, "Coffee.");
    }
}
