//! The same words in another form: only inflected, or of another tense, voice or number.

use super::forms;
use super::lists::RuleList;
use super::matched::Matched;
use super::reading::{Reading, Word};
use super::rules::Class;
use super::{Cause, Readings};
use crate::model::Concern;
use crate::tracking::tongue::Tongue;

/// Words that stand in another form now.
pub fn inflected(readings: &Readings<'_>, matched: &Matched, tongue: &Tongue) -> Vec<Cause> {
    let [old, new] = [readings.old, readings.new];
    let changed =
        matched.stayed().filter(|(before, now)| old.words[*before].form != new.words[*now].form);
    let changed: Vec<(usize, usize)> = changed.collect();
    let is_turned = is_turned(readings, matched);
    let concern = |(was, is): (usize, usize)| {
        let (before, now) = (&old.words[was], &new.words[is]);
        let is_word = !matches!(
            new.class(now),
            Some(
                Class::Name
                    | Class::Function
                    | Class::Word
                    | Class::Pronoun
                    | Class::Unit
                    | Class::Magnitude
            )
        );
        // A day of the week has its capital in English whatever it says.
        let is_named = (before.is_name || now.is_name) && new.class(now) != Some(Class::Time);
        if is_shortened(new, before, now) {
            return Concern::Written;
        }
        if matched.is_respelt(is) && [before, now].iter().any(|word| word.form.contains('\'')) {
            return Concern::Written;
        }
        if matched.is_respelt(is) {
            return Concern::Spelling;
        }
        if new.class(now) == Some(Class::Pronoun) {
            let is_subject = |word: &Word| SUBJECTS.contains(&word.form.as_str());
            let is_other = is_subject(before) != is_subject(now);
            return if is_other { Concern::Pronoun } else { Concern::Inflection };
        }
        let form = forms::concern(&tongue.language, &before.form, &now.form);
        match form {
            Some(Concern::Spelling) => Concern::Spelling,
            Some(Concern::Voice) if is_turned => Concern::Inflection,
            Some(Concern::Number) if is_named || !is_word => Concern::Inflection,
            Some(concern @ (Concern::Tense | Concern::Voice)) if !is_named => concern,
            Some(concern) if !is_named && is_word => concern,
            None if !is_named && new.class(now).is_none() && is_alone(readings, was, is) => {
                Concern::Number
            }
            _ => Concern::Inflection,
        }
    };
    changed.iter().map(|&pair| Cause::new(concern(pair), new.words[pair.1].span)).collect()
}

/// Whether a word is written in its usual short form now, or in full: «руб.», «рублей».
pub fn is_shortened(reading: &Reading<'_>, before: &Word, now: &Word) -> bool {
    let entry = |word: &Word| reading.rules.entry(&word.form).map(|entry| entry.word);
    let are_one = entry(before).is_some() && entry(before) == entry(now);
    let expands = |short: &Word, long: &Word| {
        let pairs = reading.rules.list(RuleList::Expands);
        pairs.chunks_exact(2).any(|pair| short.form == pair[0] && long.form.starts_with(pair[1]))
    };
    are_one && (reading.is_short(before) || reading.is_short(now))
        || expands(before, now)
        || expands(now, before)
}

/// The subject that became the object while the object became the subject, without a word changed.
pub fn swapped_cases(readings: &Readings<'_>, matched: &Matched) -> Option<Cause> {
    let [old, new] = [readings.old, readings.new];
    if !matched.gone().is_empty() || !matched.come().is_empty() {
        return None;
    }
    let forms = |(was, is): (usize, usize)| [&old.words[was].form, &new.words[is].form];
    let turned = |to_object: bool| {
        matched.stayed().find(|pair| {
            let [before, now] = forms(*pair);
            if to_object {
                forms::became_object(before, now)
            } else {
                forms::became_object(now, before)
            }
        })
    };
    let (_, is) = turned(true)?;
    turned(false)?;
    Some(Cause::new(Concern::Part, new.words[is].span))
}

/// A man who became a woman, or the other way round: both the name and what its bearer did say so.
pub fn another_person(readings: &Readings<'_>, matched: &Matched) -> Option<Cause> {
    let [old, new] = [readings.old, readings.new];
    // With other words a name may only have got another case: «приехал генерал Петров», «встретили генерала Петрова».
    if !matched.gone().is_empty() || !matched.come().is_empty() {
        return None;
    }
    let turns = |(was, is): (usize, usize), tell: fn(&str) -> Option<forms::Gender>| {
        let [before, now] = [&old.words[was].form, &new.words[is].form].map(|form| tell(form));
        before.zip(now).filter(|(before, now)| before != now)
    };
    let deed = matched.stayed().find_map(|pair| turns(pair, forms::gender_of_deed))?;
    let person = matched.stayed().find(|(was, is)| {
        let [before, now] = [&old.words[*was].form, &new.words[*is].form];
        forms::genders_of_name(before, now) == Some(deed)
    });
    let (_, is) = person?;
    let word = &new.words[is];
    let concern = if word.is_capitalised { Concern::Name } else { Concern::Part };
    Some(Cause::new(concern, word.span))
}

/// Whether a sentence says in the passive voice what it said in the active one, or the other way round.
///
/// Then who did it is now the agent, or stands on the verb's other side, as does what it was done to.
pub fn is_turned(readings: &Readings<'_>, matched: &Matched) -> bool {
    let [old, new] = [readings.old, readings.new];
    let verb = matched.stayed().find(|(was, is)| {
        let [before, now] = [&old.words[*was].form, &new.words[*is].form];
        before != now && forms::concern("ru", before, now) == Some(Concern::Voice)
    });
    let Some(verb) = verb else { return is_turned_in_english(readings, matched) };
    let has_agent = matched.stayed().any(|(was, is)| {
        let [before, now] = [&old.words[was].form, &new.words[is].form];
        forms::became_agent(before, now) || forms::became_agent(now, before)
    });
    let crosses = |to_right: bool| {
        matched.stayed().any(|(was, is)| {
            let (stood, stands) = (was < verb.0, is < verb.1);
            was != verb.0 && stood == to_right && stands != to_right
        })
    };
    has_agent || crosses(true) && crosses(false)
}

/// Whether an English sentence names with "by" who did it, and said so as its subject before, or the other way round.
fn is_turned_in_english(readings: &Readings<'_>, matched: &Matched) -> bool {
    let [old, new] = [readings.old, readings.new];
    let pairs: Vec<(usize, usize)> = matched.stayed().collect();
    let back: Vec<(usize, usize)> = pairs.iter().map(|(was, is)| (*is, *was)).collect();
    names_agent(new, &matched.come(), &pairs) || names_agent(old, &matched.gone(), &back)
}

/// Whether "by" came with a form of "be", before the subject of the other text and after its object.
fn names_agent(reading: &Reading<'_>, come: &[usize], pairs: &[(usize, usize)]) -> bool {
    const BE: [&str; 7] = ["was", "were", "is", "are", "be", "been", "being"];
    let find =
        |is: &dyn Fn(&str) -> bool| come.iter().copied().find(|at| is(&reading.words[*at].form));
    let places = find(&|form| form == "by").zip(find(&|form| BE.contains(&form)));
    let Some((by, be)) = places else { return false };
    let content =
        |at: usize| reading.class(&reading.words[at]).is_none_or(|class| !class.is_small());
    let agent = pairs.iter().filter(|(_, is)| *is > by && content(*is)).min_by_key(|(_, is)| *is);
    let object = pairs.iter().filter(|(_, is)| *is < be && content(*is)).max_by_key(|(_, is)| *is);
    agent.zip(object).is_some_and(|(agent, object)| agent.0 < object.0)
}

/// Pronouns in the form of a subject.
const SUBJECTS: [&str; 16] = [
    "я", "ты", "он", "она", "оно", "мы", "вы", "они", "i", "he", "she", "we", "they", "you", "it",
    "who",
];

/// Whether a Russian noun changed its form while the words beside it, which give its case, did not.
fn is_alone(readings: &Readings<'_>, was: usize, is: usize) -> bool {
    let [old, new] = [readings.old, readings.new];
    let form = |reading: &Reading<'_>, at: Option<usize>| {
        at.and_then(|at| reading.words.get(at)).map(|word| word.form.clone())
    };
    let [before, now] = [was.checked_sub(1), is.checked_sub(1)];
    let is_same_left = form(old, before) == form(new, now);
    let is_same_right = form(old, Some(was + 1)) == form(new, Some(is + 1));
    is_same_left
        && is_same_right
        && forms::may_be_another_number(&old.words[was].form, &new.words[is].form)
}
