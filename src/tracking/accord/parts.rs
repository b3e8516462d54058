//! Who did what to whom: an exchange of roles in one text asks for one in the other.

use super::{Alone, Discord, Edits, TextEdit};
use crate::model::Concern;
use crate::text::facts::{FactKind, facts};
use crate::text::markup::seen;
use crate::text::words::{Token, tokens};
use crate::tracking::Tongue;
use crate::tracking::change::{Concerned, concerns};

/// Holds the roles of both edits against each other.
pub fn settle(edits: &Edits<'_>, discord: &mut Discord) {
    let source = Roles::new(edits.source, edits.tongues.0);
    let target = Roles::new(edits.target, edits.tongues.1);
    if let Some(word) = &source.turned
        && !target.may_turn
    {
        discord.unanswered.push(word.clone());
    } else if let Some(word) = target.turned
        && !source.may_turn
    {
        discord.alone.push(Alone::Changed(word));
    }
}

/// What an edit does to the roles in a sentence.
struct Roles {
    /// A word that took another's place.
    turned: Option<String>,
    /// Whether the edit may be an answer to such an exchange.
    may_turn: bool,
}

impl Roles {
    fn new(edit: TextEdit<'_>, tongue: &Tongue) -> Self {
        let concerns = concerns(edit.before, edit.after, tongue);
        let may_turn = concerns.iter().any(|found| {
            matches!(
                found.concern,
                Concern::Part | Concern::Name | Concern::Order | Concern::Voice | Concern::Contrary
            )
        });
        let turned = concerns.iter().find(|found| is_turned(found, edit));
        let turned = turned.map(|found| found.word(edit.before, edit.after).to_owned());
        let is_ordered = tongue.language == "en";
        let turned = turned.or_else(|| is_ordered.then(|| exchanged(edit)).flatten());
        Self { turned, may_turn }
    }
}

/// Whether something stands where another of its kind stood.
fn is_turned(found: &Concerned, edit: TextEdit<'_>) -> bool {
    let word = found.word(edit.before, edit.after);
    match found.concern {
        Concern::Part => true,
        // A name that stood in the old text, too, only has another place.
        Concern::Name => edit.before.contains(word) && edit.after.contains(word),
        _ => false,
    }
}

/// A word with a capital, and what stands before it: a preposition, or nothing for who did something and to whom.
struct Place {
    name: String,
    after: String,
}

/// A name that stands where another stood, and that in its place, where the order of words tells their roles.
fn exchanged(edit: TextEdit<'_>) -> Option<String> {
    let [before, after] = [edit.before, edit.after].map(places);
    for (at, one) in after.iter().enumerate() {
        for other in &after[at + 1..] {
            let Some(one_was) = place_of(&one.name, &before) else { continue };
            let Some(other_was) = place_of(&other.name, &before) else { continue };
            let is_turned = one_was > other_was
                && before[one_was].after == other.after
                && before[other_was].after == one.after
                && !matches!(&*other.after, "and" | "or" | ",");
            if is_turned && one.name != other.name {
                return Some(one.name.clone());
            }
        }
    }
    None
}

fn place_of(name: &str, places: &[Place]) -> Option<usize> {
    places.iter().position(|place| place.name == name)
}

/// The capitalised words of an English text with the small words before them.
fn places(text: &str) -> Vec<Place> {
    let plain = seen(text).0;
    let words: Vec<Token<'_>> =
        tokens(&plain).filter(|token| token.is_wordlike() || token.text == ",").collect();
    let mut places: Vec<Place> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !word.is_capitalised() || is_small(&word.text.to_lowercase()) {
            continue;
        }
        // The later words of a name have the place of its first.
        let before = words[..at].iter().rev().find(|before| !before.is_capitalised());
        let before = before.map(|before| before.text.to_lowercase()).filter(|word| is_small(word));
        places.push(Place { name: word.text.to_owned(), after: before.unwrap_or_default() });
    }
    places
}

/// Whether an English word says what stands to the next name in which relation.
fn is_small(word: &str) -> bool {
    let kinds = [FactKind::Place, FactKind::Joint, FactKind::Bound];
    matches!(word, "," | "by") || facts(word, "en").iter().any(|fact| kinds.contains(&fact.kind))
}
