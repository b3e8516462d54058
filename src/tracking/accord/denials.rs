//! Denials, and words that say no by their meaning: each may stand for the other in a translation.

use super::ledger::{FactCount, Ledger, Moves};
use super::{Alone, Discord};
use crate::text::facts::FactKind;

/// Holds the denials of both edits against each other.
pub fn settle(ledger: &Ledger, discord: &mut Discord) {
    let denial = (FactKind::Denial, "no".to_owned());
    let refusal = (FactKind::Refusal, "no".to_owned());
    let count = |key| ledger.counts.get(key).copied().unwrap_or_default();
    let (denials, refusals): (FactCount, FactCount) = (count(&denial), count(&refusal));
    let source = Saying { denials: denials.source, refusals: refusals.source };
    let target = Saying { denials: denials.target, refusals: refusals.target };
    if !target.answers(source) {
        let key = if denials.source.change() == 0 { &refusal } else { &denial };
        discord.unanswered.push(ledger.word(key, 0));
        return;
    }
    if source.has_changed() {
        return;
    }
    let (denied, refused) = (target.denials.change(), target.refusals.change());
    if denied > 0 && source.denials.after <= target.denials.before {
        discord.alone.push(Alone::Denied(ledger.word(&denial, 1)));
    } else if denied < 0 && refused <= 0 && source.all().after >= target.denials.before {
        discord.alone.push(Alone::Affirmed(ledger.word(&denial, 1)));
    } else if denied == 0 && refused > 0 && source.all().after <= target.all().before {
        discord.alone.push(Alone::Denied(ledger.word(&refusal, 1)));
    } else if denied == 0 && refused < 0 && source.all().after >= target.all().before {
        discord.alone.push(Alone::Affirmed(ledger.word(&refusal, 1)));
    }
}

/// How a text denies.
#[derive(Clone, Copy)]
struct Saying {
    denials: Moves,
    refusals: Moves,
}

impl Saying {
    fn all(self) -> Moves {
        Moves {
            before: self.denials.before + self.refusals.before,
            after: self.denials.after + self.refusals.after,
            ..Moves::default()
        }
    }

    fn has_changed(self) -> bool {
        self.denials.change() != 0 || self.refusals.change() != 0
    }

    /// Whether a translation that came to say this goes along with the source.
    fn answers(self, source: Self) -> bool {
        let (denied, refused) = (source.denials.change(), source.refusals.change());
        let asked = if denied == 0 { refused } else { denied };
        if asked == 0 {
            return true;
        }
        let turns = |change: i32| change.signum() == asked.signum();
        if turns(self.denials.change()) || turns(self.refusals.change()) {
            return true;
        }
        // «не принял» may have become «отклонил», and "did not adopt" may stay.
        if denied + refused == 0 && denied != 0 {
            return true;
        }
        let (all, theirs) = (self.all(), source.all());
        if asked > 0 {
            self.denials.before > theirs.before && self.denials.after >= theirs.after
        } else {
            all.before < source.denials.before && all.after <= source.denials.after
        }
    }
}
