//! A translation denies what its source denies, and nothing else.
//!
//! Translators often put a denial in other words, so it warns only where nothing stands for the
//! missing "not", and either the word that is denied has its everyday translation in the other text,
//! or both texts are short and no translation of that word is known: where one is known and isn't
//! there, the denial is likely put in other words. What is less sure is information.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::LazyLock;

use super::opposites::lost_denial;
use super::phrases::{Lists, find, fits};
use super::{Check, Run, Seen, Subject, excerpt};
use crate::align::{has_meaning, share_a_meaning};
use crate::l10n::{Message, message};
use crate::model::{Severity, Unit};
use crate::text::facts::{FactKind, facts};
use crate::text::readings::{Readings, words};
use crate::text::scripts::is_cyrillic;

/// How the check is listed and run.
pub const CHECK: Check = Check::new("negation", Severity::Warning, Run::Unit(run)).example(
    "Посол не подписал договор.",
    "The ambassador signed the treaty.",
    "The ambassador did not sign the treaty.",
);

/// Words of a text in which a denial can hardly be put in other words.
const SHORT: usize = 10;
/// How many words a denial reaches.
const REACH: usize = 5;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(include_str!("words/negation.txt")));

fn run(unit: &Unit<'_>, subject: &Subject<'_>) -> Vec<Seen> {
    let languages = subject.languages();
    // A stale translation is that of another source.
    if unit.is_missing() || unit.is_stale() {
        return Vec::new();
    }
    if (languages.source, languages.target) != ("ru", "en") {
        return Vec::new();
    }
    // What is quoted in another language denies by other words.
    if !unit.source.contains(is_cyrillic) {
        return Vec::new();
    }
    let mut found = judge(&unit.source, &unit.target, subject.readings);
    if found.as_ref().is_none_or(|denied| !denied.is_sure)
        && find(LISTS.of("phrase", "ru"), &subject.readings.words(&unit.source)).is_none()
        && let Some(words) = lost_denial(&unit.source, &unit.target)
    {
        found = Some(Denied { words, is_lost: true, is_sure: true });
    }
    found.map(|denied| denied.seen(&unit.source)).into_iter().collect()
}

/// A denial that only one of two texts has.
struct Denied {
    /// The word that denies, with the next one.
    words: String,
    /// Whether the source has it.
    is_lost: bool,
    /// Whether nothing else may stand for it.
    is_sure: bool,
}

impl Denied {
    fn seen(self, source: &str) -> Seen {
        let source = excerpt(source);
        let words = self.words;
        let message = if self.is_lost {
            message!("check-negation-lost", source = source, words = words)
        } else {
            message!("check-negation-added", source = source, words = words)
        };
        let most = if self.is_sure { Severity::Warning } else { Severity::Info };
        Seen::from(message).hint(hint).at_most(most)
    }
}

fn hint(subject: &Subject<'_>) -> Message {
    message!("check-usual-hint", article = subject.argument(), check = CHECK.id)
}

/// The denial that one of the texts lacks.
fn judge(source: &str, target: &str, readings: &Readings) -> Option<Denied> {
    let [source, target] = [source, target].map(without_blanks);
    let (russian, english) =
        (Side::new(&source, "ru", readings), Side::new(&target, "en", readings));
    // «Не раньше» is not "before".
    if russian.finds("late")
        && english.denials.is_empty()
        && english.finds("late")
        && !english.finds("not-late")
    {
        let at = find(LISTS.of("late", "ru"), &russian.words)?;
        return Some(Denied { words: russian.shown(at), is_lost: true, is_sure: true });
    }
    let is_lost = match (russian.denials.len(), english.denials.len()) {
        (0, 0) => return None,
        (_, 0) => true,
        (0, _) => false,
        (ours, theirs) if ours > theirs => return one_of_several(&russian, &english),
        _ => return None,
    };
    let (denying, other) = if is_lost { (&russian, &english) } else { (&english, &russian) };
    let answers = denying.denials.iter().flat_map(|at| other.answers(denying, *at));
    let answers: Vec<usize> = answers.collect();
    if denying.has_phrase() {
        // «Не исключает» without its denial is "rules out".
        let is_literal = is_lost
            && find(LISTS.of("literal", denying.language), &denying.words).is_some()
            && !answers.is_empty()
            && other.softened().is_empty();
        let words = denying.shown(*denying.denials.first()?);
        return is_literal.then_some(Denied { words, is_lost, is_sure: true });
    }
    let is_short = denying.words.len().max(other.words.len()) <= SHORT;
    let is_plain = is_lost && (denying.commands() || denying.finds("told"));
    if is_plain && other.finds("first") {
        return None;
    }
    // What translates the denied word itself stands for no denial: «не потеряны» and "lost".
    let mut softened = other.softened();
    softened.retain(|at| !answers.contains(at) || other.negates(*at));
    if is_plain {
        softened.retain(|at| !other.has("early", &other.words[*at]));
    }
    let is_denied = |place: &usize| softened.iter().any(|at| at <= place && place - at <= REACH);
    if !softened.is_empty() && (answers.is_empty() || answers.iter().any(is_denied)) {
        return None;
    }
    let is_unknown = || !is_lost || !denying.denials.iter().any(|at| denying.is_known(*at));
    let is_sure =
        softened.is_empty() && (!answers.is_empty() || is_short && (is_plain || is_unknown()));
    let words = denying.shown(*denying.denials.first()?);
    Some(Denied { words, is_lost, is_sure })
}

/// A text without what a program fills in: `{ticket_no}`.
fn without_blanks(text: &str) -> Cow<'_, str> {
    let is_blank = |part: &str| part.len() < 40 && !part.contains(' ');
    if !text.contains('{') {
        return text.into();
    }
    let mut plain = String::new();
    for part in text.split('{') {
        match part.split_once('}').filter(|(name, _)| is_blank(name)) {
            Some((_, rest)) => plain.push_str(rest),
            None => plain.push_str(part),
        }
    }
    plain.into()
}

/// Of several denials one whose word stands in the translation with no denial before it.
fn one_of_several(russian: &Side<'_>, english: &Side<'_>) -> Option<Denied> {
    if russian.has_phrase() || !english.softened().is_empty() {
        return None;
    }
    let is_denied =
        |place: usize| english.denials.iter().any(|at| *at <= place && place - at <= REACH);
    let is_bare = |at: &&usize| {
        let answers = english.answers(russian, **at);
        !answers.is_empty() && !answers.into_iter().any(is_denied)
    };
    let at = russian.denials.iter().find(is_bare)?;
    Some(Denied { words: russian.shown(*at), is_lost: true, is_sure: false })
}

/// One text, in words.
struct Side<'a> {
    language: &'a str,
    words: Rc<Vec<String>>,
    /// The places of the words that deny.
    denials: Vec<usize>,
}

impl<'a> Side<'a> {
    fn new(text: &str, language: &'a str, readings: &Readings) -> Self {
        let facts = readings.facts(text, language);
        let denials = facts.iter().filter(|fact| fact.kind == FactKind::Denial);
        let starts = denials.map(|fact| fact.span.start);
        let is_number = |at: usize| text.get(at..at + 3).is_some_and(|word| word == "No.");
        let mut denials: Vec<usize> =
            starts.filter(|at| !is_number(*at)).map(|at| words(&text[..at]).len()).collect();
        denials.sort_unstable();
        Self { language, words: readings.words(text), denials }
    }

    /// Whether a phrase holds the denial, such as «не только».
    fn has_phrase(&self) -> bool {
        find(LISTS.of("phrase", self.language), &self.words).is_some()
    }

    /// Whether a sentence begins by forbidding: «Не открывайте окна».
    fn commands(&self) -> bool {
        self.language == "ru"
            && self.denials.first() == Some(&0)
            && self.words.get(1).is_some_and(|word| self.has("bids", word))
    }

    /// Whether the words have a phrase of this list.
    fn finds(&self, list: &str) -> bool {
        find(LISTS.of(list, self.language), &self.words).is_some()
    }

    /// Whether a list of the language has the word.
    fn has(&self, list: &str, word: &str) -> bool {
        LISTS.of(list, self.language).iter().any(|form| fits(form, word))
    }

    /// Whether a word denies by how it begins: "unable", «непростой».
    fn negates(&self, at: usize) -> bool {
        self.has("begins", &self.words[at])
    }

    /// Where words stand that may put a denial otherwise.
    fn softened(&self) -> Vec<usize> {
        let [soft, kept] = ["soft", "kept"].map(|name| LISTS.of(name, self.language));
        let has = |forms: &[&str], word: &str| forms.iter().any(|form| fits(form, word));
        let refuses = |word: &str| {
            facts(word, self.language).iter().any(|fact| fact.kind == FactKind::Refusal)
        };
        let is_soft = |at: &usize| {
            let word = self.words[*at].as_str();
            !self.denials.contains(at) && !has(kept, word) && (has(soft, word) || refuses(word))
        };
        (0..self.words.len()).filter(is_soft).collect()
    }

    /// The word that the denial at `at` is about.
    fn denied(&self, at: usize) -> Option<&str> {
        let small = LISTS.of("small", self.language);
        let rest = self.words.get(at + 1..)?.iter().take(REACH);
        let mut rest = rest.filter(|word| !small.contains(&word.as_str()));
        rest.next().map(String::as_str)
    }

    /// Whether a translation of what the denial at `at` is about is known.
    fn is_known(&self, at: usize) -> bool {
        self.denied(at).is_some_and(|word| has_meaning(word, self.language))
    }

    /// Where words stand that can translate what the denial at `at` of another text is about.
    fn answers(&self, other: &Self, at: usize) -> Vec<usize> {
        let Some(denied) = other.denied(at) else { return Vec::new() };
        let is_one = |word: &str| match self.language {
            "en" => share_a_meaning(denied, word),
            _ => share_a_meaning(word, denied),
        };
        (0..self.words.len()).filter(|place| is_one(&self.words[*place])).collect()
    }

    /// The word that denies, with the next one.
    fn shown(&self, at: usize) -> String {
        self.words
            .get(at..)
            .unwrap_or_default()
            .iter()
            .take(2)
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::testing::findings;

    fn found(pair: &str) -> String {
        findings(&CHECK, &format!("current: {pair}"))
    }

    #[test]
    fn a_lost_negation_is_told() {
        let expected = "warning: The translation of “Посол не подписал договор” lacks the negation “не подписал”.\n";
        assert_eq!(
            found("Посол не подписал договор. | The ambassador signed the treaty."),
            expected
        );
        for pair in [
            "Никто не пришёл. | Everybody came.",
            "Суд не нашёл нарушений. | The court found violations.",
            "На льду нельзя стоять. | You may stand on the ice.",
            "Данные не были потеряны. | Data was lost.",
            "Не удаляйте копию до мая. | Delete the copy before May.",
            "Письма никогда раньше не выставлялись. | The letters have been shown before.",
            "Ледоход начнётся не раньше мая. | The ice will break before May.",
        ] {
            assert!(found(pair).starts_with("warning"), "{pair}");
        }
    }

    #[test]
    fn an_added_negation_is_told() {
        for pair in [
            "Посол подписал договор. | The ambassador did not sign the treaty.",
            "Музей открыт. | The museum isn’t open.",
        ] {
            assert!(found(pair).starts_with("warning"), "{pair}");
        }
    }

    #[test]
    fn a_denial_in_other_words_is_fine() {
        for pair in [
            "Посол не подписал договор. | The ambassador failed to sign the treaty.",
            "Мост не только высок, но и широк. | The bridge is high and wide.",
            "Дорога непроходима. | The road is not passable.",
            "Никто ничего не видел. | Nobody saw anything.",
            "Срок — не позднее мая. | The deadline is May at the latest.",
            "Суд запретил съёмку. | The court did not permit filming.",
            "Мост открыт. | The bridge is open.",
            "Дом № 5. | House No. 5.",
            "Груз {no_cargo} ушёл. | Cargo {no_cargo} has left.",
            "Ледоход начнётся не раньше мая. | The ice will break in May at the earliest.",
            "Письма никогда раньше не выставлялись. | The letters are shown for the first time.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
    }

    #[test]
    fn what_is_known_to_be_said_otherwise_is_information() {
        for pair in [
            "Цены не изменились. | Prices remained the same.",
            "Мэр больше не работает в банке. | The mayor has left the bank.",
        ] {
            assert!(!found(pair).contains("warning"), "{pair}");
        }
    }

    #[test]
    fn a_phrase_that_denies_nothing_is_fine() {
        for pair in [
            "Как бы то ни было, он ушёл. | Be that as it may, he left.",
            "Водитель не справился с управлением. | The driver lost control.",
            "Ему пришлось уйти. | He had no choice but to leave.",
            "Он молчал. | He did not say anything.",
            "Он больше не министр. | He is a former minister.",
            "Без сомнения, это успех. | It is certainly a success.",
        ] {
            assert_eq!(found(pair), "", "{pair}");
        }
    }

    #[test]
    fn a_source_in_another_language_is_not_judged() {
        assert_eq!(found("No comment | No comment"), "");
        assert_eq!(found("Not for sale | For sale"), "");
    }

    #[test]
    fn what_may_be_put_in_other_words_is_information() {
        let pair = "Губернатор области не согласился с решением суда и подал жалобу в тот же день утром. | \
                    The governor of the region rejected the court’s judgment and filed an appeal the same morning.";
        assert!(!found(pair).contains("warning"));
    }
}
