//! Texts that only the translation has, decided about by their numbers.

use crate::desk::reading::JobReading;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Surplus;
use crate::text::shell::argument;
use crate::tracking::{Decision, Settled};

/// Decides the same about the texts with these numbers; an error where it fits one of them not.
pub fn settle(reading: &JobReading<'_>, numbers: &[usize], decision: &Decision) -> Result<usize> {
    let published = reading.with_bitext(|bitext| reading.published(bitext))?;
    let mut decisions: Vec<(&Surplus, &Decision)> = Vec::new();
    for number in numbers {
        let surplus = published.surplus.get(number - 1).ok_or_else(|| {
            let count = published.surplus.len();
            Error::new(message!("error-surplus-none", number = *number, count = count))
                .hint(none(reading))
        })?;
        if let Decision::Waive { check, .. } = decision
            && surplus.kind.name() != check
        {
            let segment = format!("+{number}");
            return Err(Error::new(message!("error-waive-none", segment = segment, check = check))
                .hint(none(reading)));
        }
        decisions.push((surplus, decision));
    }
    let settled = reading.workspace.settle(reading.article, reading.target, &decisions)?;
    let stale = settled.iter().zip(numbers).find(|(settled, _)| **settled == Settled::Changed);
    if let Some((_, number)) = stale {
        return Err(Error::new(message!("error-ack-changed", segment = format!("+{number}")))
            .hint(message!("hint-ack-changed")));
    }
    Ok(settled.iter().filter(|settled| **settled == Settled::Done).count())
}

fn none(reading: &JobReading<'_>) -> crate::l10n::Message {
    message!("hint-waive-none", article = argument(&reading.article.id))
}
