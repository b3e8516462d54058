//! Names that came and went in a source, and the words of the translation that answer to them.

use super::{Alone, Discord, Edits};
use crate::align::Answers;
use crate::text::facts::{Name, names};
use crate::text::words::tokens;

/// Holds the names of both edits against each other; gives whether any came or went on either side.
pub fn settle(edits: &Edits<'_>, discord: &mut Discord) -> [bool; 2] {
    let (from, into) = (&edits.tongues.0.language, &edits.tongues.1.language);
    let both = Both {
        edits,
        source: [names(edits.source.before, from), names(edits.source.after, from)],
        target: [names(edits.target.before, into), names(edits.target.after, into)],
    };
    let (gone, come) = both.moved();
    both.take_unanswered(&gone, &come, discord);
    let unanswered = discord.unanswered.len();
    let said = discord.alone.len();
    if unanswered == 0 {
        both.take_alone(gone.is_empty() && come.is_empty(), discord);
    }
    let new = without(&both.target[1], &both.target[0]);
    let is_agreed = new.iter().any(|word| both.is_said(word));
    [!gone.is_empty() || !come.is_empty(), is_agreed || discord.alone.len() > said]
}

/// The names of all four texts, those before the edit first.
struct Both<'a> {
    edits: &'a Edits<'a>,
    source: [Vec<Name>; 2],
    target: [Vec<Name>; 2],
}

impl Both<'_> {
    /// Whether one of these words of the translation may be this name of the source.
    fn is_named(&self, name: &Name, words: &[Name]) -> bool {
        words.iter().any(|word| self.edits.answers.is(&name.form, &word.form))
    }

    /// Whether the source names what this word of the translation names.
    ///
    /// A name that sounds like another word of the translation is that one, whatever was learnt.
    fn is_said(&self, word: &Name) -> bool {
        let sounds = |name: &Name, word: &Name| Answers::sound_alike(&name.form, &word.form);
        let has_other = |name: &Name| self.target.iter().flatten().any(|other| sounds(name, other));
        self.source[1].iter().any(|name| {
            sounds(name, word) || self.edits.answers.is(&name.form, &word.form) && !has_other(name)
        })
    }

    /// The names that went from the source, and those that came.
    fn moved(&self) -> (Vec<&Name>, Vec<&Name>) {
        let is_name = |name: &&Name| {
            name.is_sure || self.target.iter().any(|words| self.is_named(name, words))
        };
        let gone = without(&self.source[0], &self.source[1]);
        let gone: Vec<&Name> = gone.into_iter().filter(is_name).collect();
        // What takes the place of a name is one, wherever it stands.
        let is_replaced = gone.iter().any(|name| self.is_named(name, &self.target[0]));
        let come = without(&self.source[1], &self.source[0]);
        (gone, come.into_iter().filter(|name| is_replaced || is_name(name)).collect())
    }

    fn take_unanswered(&self, gone: &[&Name], come: &[&Name], discord: &mut Discord) {
        let answers = |name: &Name, word: &Name| self.edits.answers.is(&name.form, &word.form);
        let new = without(&self.target[1], &self.target[0]);
        let new = new.iter().filter(|word| word.is_sure);
        // Names that don't sound alike: any new name of the translation may be one of them.
        let mut free = new.filter(|word| !come.iter().any(|name| answers(name, word))).count();
        let was_told = gone.iter().any(|name| self.is_named(name, &self.target[0]));
        for name in come.iter().filter(|name| !self.is_named(name, &self.target[1])) {
            if free > 0 && (name.is_acronym || !was_told) {
                free -= 1;
            } else {
                discord.unanswered.push(name.form.clone());
            }
        }
        for name in gone {
            let still = |word: &&Name| answers(name, word) && !self.is_said(word);
            if self.target[1].iter().any(|word| still(&word)) {
                discord.unanswered.push(name.form.clone());
            }
        }
    }

    /// Whether the edited translation has the word yet, with a capital or, no longer its first word, without.
    fn still_stands(&self, word: &Name) -> bool {
        let sought = word.form.to_lowercase();
        tokens(self.edits.target.after).any(|token| token.text.to_lowercase() == sought)
    }

    /// Names that only the translation's edit exchanged or dropped.
    fn take_alone(&self, is_source_same: bool, discord: &mut Discord) {
        let new = without(&self.target[1], &self.target[0]);
        let left = without(&self.target[0], &self.target[1]);
        let is_dropped = |word: &Name| {
            self.source[1].iter().any(|name| {
                self.edits.answers.is(&name.form, &word.form)
                    && !self.is_named(name, &self.target[1])
            })
        };
        let dropped = left.iter().filter(|word| is_dropped(word) && !self.still_stands(word));
        let dropped: Vec<String> = dropped.map(|word| word.form.clone()).collect();
        let come = new.iter().filter(|word| word.is_sure && !self.is_said(word));
        if is_source_same && !dropped.is_empty() {
            discord.alone.extend(come.map(|word| Alone::Came(word.form.clone())));
        }
        discord.alone.extend(dropped.into_iter().map(Alone::Went));
    }
}

/// The names that the others don't have in any case form.
fn without<'a>(names: &'a [Name], others: &[Name]) -> Vec<&'a Name> {
    let is_other = |name: &&Name| !others.iter().any(|other| other.is_form_of(name));
    names.iter().filter(is_other).collect()
}
