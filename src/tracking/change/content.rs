//! Words that say something by themselves: which an edit took out, put in or left.

use super::entities;
use super::matched::Matched;
use super::read::Scanned;
use super::reading::{Reading, Word};
use super::rules::Class;
use super::spelling::pair_spellings;
use super::{Readings, Side, Tongue, words};
use crate::model::Concern;
use crate::text::markup::seen;

/// The words of a text before and after an edit; numbers and small words aside.
#[derive(Debug, Default)]
pub struct MovedWords {
    pub gone: Vec<ContentWord>,
    pub come: Vec<ContentWord>,
    /// Words that stand in both texts, as they stand in the new one.
    pub stays: Vec<String>,
    /// Whether as many words of any sort came as went.
    pub is_even: bool,
    /// A word by which the edit says how many, when, on what condition, or the contrary.
    pub turned: Option<String>,
}

/// A word that came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentWord {
    /// In lower case.
    pub form: String,
    /// Whether it is no name and of no closed class, such as units and times.
    pub is_open: bool,
    /// Words of the other text that stand in its place, by their indices among those that went or came.
    pub instead: Vec<usize>,
}

/// Takes the words of both texts apart.
pub fn content(old: &str, new: &str, tongue: &Tongue) -> MovedWords {
    let masked = [old, new].map(|text| {
        let (plain, links) = seen(text);
        (entities::read(plain), links)
    });
    let before = &Scanned::new(old, &masked[0].0, tongue);
    let now = &Scanned::new(new, &masked[1].0, tongue);
    let [old, new] = &[
        Reading::new(old, &masked[0].1, before, tongue),
        Reading::new(new, &masked[1].1, now, tongue),
    ];
    let readings = Readings { old, new };
    let mut matched = Matched::new(old, new);
    if matched.is_open() {
        pair_spellings(&mut matched, &readings);
    }
    let mut content = moved(&readings, &matched);
    // Where a value changed, too, the words beside it count all the same.
    let turned = words::causes(&readings, &matched, tongue).into_iter().find(|cause| {
        matches!(
            cause.concern,
            Concern::Quantifier
                | Concern::Extent
                | Concern::Relation
                | Concern::Particle
                | Concern::Conjunction
                | Concern::Time
                | Concern::Limit
                | Concern::Contrary
                | Concern::Modality
                | Concern::Mood
                | Concern::Office
        )
    });
    content.turned = turned.map(|cause| {
        let text = if cause.side == Side::New { new.text } else { old.text };
        text.get(cause.span.range()).unwrap_or_default().to_owned()
    });
    content
}

fn moved(readings: &Readings<'_>, matched: &Matched) -> MovedWords {
    let [old, new] = [readings.old, readings.new];
    let is_said = |reading: &Reading<'_>, at: &usize| says(reading, &reading.words[*at]);
    let gone: Vec<usize> = matched.gone().into_iter().filter(|at| is_said(old, at)).collect();
    let come: Vec<usize> = matched.come().into_iter().filter(|at| is_said(new, at)).collect();
    let is_even = matched.gone().len() == matched.come().len();
    let mut content = MovedWords { is_even, ..MovedWords::default() };
    for was in &gone {
        let instead = instead(&come, |is| matched.share_place(*was, is));
        content.gone.push(word(old, *was, instead));
    }
    for is in &come {
        let instead = instead(&gone, |was| matched.share_place(was, *is));
        content.come.push(word(new, *is, instead));
    }
    for (_, now) in matched.stayed() {
        content.stays.push(new.words[now].form.clone());
    }
    content
}

/// Which of these words stand in the place of another, by their indices among them.
fn instead(words: &[usize], is_there: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if is_there(*word) {
            found.push(index);
        }
    }
    found
}

fn word(reading: &Reading<'_>, at: usize, instead: Vec<usize>) -> ContentWord {
    let word = &reading.words[at];
    let class = reading.class(word);
    let is_open = !word.is_name
        && class
            .is_none_or(|class| matches!(class, Class::Word | Class::Attribution | Class::Source));
    ContentWord { form: word.form.clone(), is_open, instead }
}

/// Whether a word says something by itself: it is no small word and no mere letter.
fn says(reading: &Reading<'_>, word: &Word) -> bool {
    let is_small = reading.class(word).is_some_and(Class::is_small);
    let has_letters = word.form.chars().filter(|letter| letter.is_alphabetic()).nth(1).is_some();
    !is_small && has_letters && !reading.is_glued(word)
}
