//! What a text states in terms that languages share: values, negation, days, modality, amounts, offices.
//!
//! «не подписал» and "did not sign" have one denial each, «во вторник» and "on Tuesday" one day.
//! So an edit of a source can be held against the edit of its translation, fact by fact.

mod deny;
mod names;
mod rules;
mod tense;
mod values;

use super::dates::Dated;
use super::markup::seen;
use super::vocabulary::plain;
use super::words::{TokenKind, tokens};
use crate::model::Span;
pub use names::{Name, names};
use rules::{FactRules, Rule, rules};
pub use tense::{TenseShift, tense_shift};

/// Something that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub kind: FactKind,
    /// What it is, the same in each language.
    pub key: String,
    pub span: Span,
}

/// What kind of fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// A number by its value, the sign aside.
    Number,
    /// Below zero.
    Minus,
    Month,
    Weekday,
    /// Today, yesterday, tomorrow.
    Day,
    /// Last, this, next.
    Relative,
    Season,
    Daytime,
    /// Daily, weekly.
    Often,
    Unit,
    /// A unit that translators convert.
    Imperial,
    Currency,
    /// At least, about, more than.
    Degree,
    /// Before, until, after.
    Bound,
    /// A word that denies: not, nobody, without.
    Denial,
    /// A word that says no by its meaning: refuse, ban, lack.
    Refusal,
    Modality,
    Quantity,
    /// One end of a scale: rise and fall, for and against.
    Axis,
    /// Acting, deputy, former.
    Office,
    Role,
    /// A country, its people or its capital, a known organisation.
    Nation,
    /// Who is spoken of: he, she, they.
    Person,
    /// Where something is or goes: in, from, near.
    Place,
    /// What joins two statements: and, or, because.
    Joint,
}

impl FactKind {
    /// Whether it counts only where another of its kind takes its place.
    pub fn is_exchanged(self) -> bool {
        matches!(
            self,
            Self::Relative
                | Self::Season
                | Self::Daytime
                | Self::Unit
                | Self::Imperial
                | Self::Currency
                | Self::Degree
                | Self::Bound
                | Self::Role
        ) || self.is_loose()
    }

    /// Whether its words have so many translations that half of an exchange is enough.
    pub fn is_loose(self) -> bool {
        matches!(self, Self::Axis | Self::Person | Self::Place | Self::Joint)
    }
}

/// Whether facts but numbers can be told in the language with this primary subtag.
pub fn is_told(language: &str) -> bool {
    rules(language).is_some()
}

/// The words of a language that state something by themselves; beginnings have a `*` behind them.
pub fn forms(language: &str) -> Vec<(String, FactKind, String)> {
    let forms = rules(language).map(FactRules::forms).into_iter().flatten();
    forms.filter_map(|(form, rule)| Some((form, rule.kind?, rule.key.clone()))).collect()
}

/// All facts of a text in a language, given by its primary subtag; in no particular order.
pub fn facts(text: &str, language: &str) -> Vec<Fact> {
    let shown = seen(text).0;
    facts_with(&shown, language, &Dated::of(&shown, language))
}

/// All facts of a text as readers see it, with its values.
pub fn facts_with(plain: &str, language: &str, read: &Dated) -> Vec<Fact> {
    let mut facts = values::values(plain, language, read);
    let Some(rules) = rules(language) else { return facts };
    let taken: Vec<Span> = facts.iter().map(|fact| fact.span).collect();
    let words = words(plain, &taken);
    let mut at = 0;
    let mut denials = deny::Denials::default();
    while let Some(word) = words.get(at) {
        let forms = words[at..].iter().map(|word| word.form.as_str());
        let (found, length) = rules.find(forms);
        let span = Span::new(word.span.start, words[at + length - 1].span.end);
        for rule in found.iter().filter(|rule| is_meant(rule, word)) {
            match rule.kind {
                Some(FactKind::Denial) => denials.add(rule.key == "with", span),
                Some(kind) => facts.push(Fact { kind, key: rule.key.clone(), span }),
                None => {}
            }
        }
        if found.is_empty() && deny::is_contracted(&word.form) {
            denials.add(false, span);
        }
        at += length;
        denials
            .pass(plain.get(span.end..words.get(at).map_or(plain.len(), |next| next.span.start)));
    }
    facts.extend(denials.finish());
    facts
}

/// How many words of the new text deny by a prefix what the old text has without it: «незаконный».
pub fn turned(old: &str, new: &str, language: &str) -> usize {
    let Some(rules) = rules(language) else { return 0 };
    let read = |text: &str| -> Vec<String> {
        let words = tokens(text).filter(|token| token.kind == TokenKind::Word);
        words.map(|token| plain(token.text).into_owned()).collect()
    };
    let (old, new) = (read(old), read(new));
    let is_turned = |word: &&String| {
        let bare = rules.turning.iter().filter_map(|prefix| word.strip_prefix(prefix));
        let mut stems = bare.filter_map(|bare| bare.get(..bare.char_indices().nth(STEM)?.0));
        let is_listed = rules.lists(word);
        !is_listed
            && !old.contains(word)
            && stems.any(|stem| old.iter().any(|word| word.starts_with(stem)))
    };
    new.iter().filter(is_turned).count()
}

/// So many letters must two forms of a word share that is turned.
const STEM: usize = 4;

/// A month that is a verb and a country that is a pronoun need their capitals.
fn is_meant(rule: &Rule, word: &Word<'_>) -> bool {
    let is_acronym = || word.text.chars().filter(|c| c.is_uppercase()).count() > 1;
    match rule.kind {
        Some(FactKind::Nation) => word.text.chars().count() > 3 || is_acronym(),
        Some(FactKind::Unit) => word.text.chars().count() > 1 || word.follows_number,
        _ => true,
    }
}

/// A word or sign of a text.
struct Word<'a> {
    text: &'a str,
    /// In lower case, with е for ё.
    form: String,
    span: Span,
    follows_number: bool,
}

/// Signs that are read as words.
const SIGNS: [&str; 9] = ["%", "$", "€", "£", "¥", "₽", "₸", "₴", "°"];

fn words<'a>(text: &'a str, taken: &[Span]) -> Vec<Word<'a>> {
    // A long text of numbers has as many spans as words, so each is looked at once.
    let mut taken = taken.to_vec();
    taken.sort_unstable_by_key(|span| span.start);
    let mut spans = taken.iter().peekable();
    let mut reach = 0;
    let mut words: Vec<Word<'a>> = Vec::new();
    let mut follows_number = false;
    for token in tokens(text) {
        while let Some(span) = spans.next_if(|span| span.start <= token.span.start) {
            reach = reach.max(span.end);
        }
        let is_free = token.span.end > reach;
        let is_number = token.kind == TokenKind::Number || !is_free;
        let is_word = token.kind == TokenKind::Word || SIGNS.contains(&token.text);
        if is_word && is_free {
            let form = plain(token.text).replace('’', "'");
            words.push(Word { text: token.text, form, span: token.span, follows_number });
        }
        follows_number = is_number || follows_number && token.kind == TokenKind::Space;
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FactKind, facts, turned};

    /// The facts of a text without their places, in the order of their kinds.
    fn found(language: &str, text: &str) -> String {
        let mut facts: Vec<_> =
            facts(text, language).into_iter().map(|fact| (fact.kind, fact.key)).collect();
        facts.sort();
        let shown = facts.iter().map(|(kind, key)| format!("{kind:?} {key}"));
        shown.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn both_languages_state_the_same() {
        for (russian, english) in [
            (
                "Министр не подписал договор во вторник.",
                "The minister did not sign the deal on Tuesday.",
            ),
            ("Никто не пришёл 19 декабря 2024 года.", "Nobody came on December 19, 2024."),
            ("Ожидается −10 °C.", "-10 °C is expected."),
            ("Вчера врач принял 12 %.", "Yesterday the doctor adopted 12%."),
            ("Нет ни дома, ни сада.", "There is neither a house nor a garden."),
            ("Это 2 млн долларов.", "It is $2 million."),
        ] {
            let (one, other) = (found("ru", russian), found("en", english));
            let drop_year = |text: &str| text.replace(", Unit year", "").replace(", Place in", "");
            assert_eq!(drop_year(&one), drop_year(&other), "{russian}");
        }
    }

    #[test]
    fn a_prefix_denies_what_the_other_text_has() {
        assert_eq!(turned("Вода пригодна.", "Вода непригодна.", "ru"), 1);
        assert_eq!(turned("It is legal.", "It is illegal.", "en"), 1);
        assert_eq!(turned("Идёт неделя.", "Идёт небо.", "ru"), 0);
    }

    #[test]
    fn a_phrase_is_no_denial() {
        assert_eq!(found("ru", "Не менее пяти."), "Number 5, Degree least");
        assert_eq!(found("en", "No less than 5."), "Number 5, Degree least");
        assert_eq!(found("ru", "Он не только пел."), "Person he");
    }

    #[test]
    fn without_rules_numbers_are_told() {
        assert_eq!(found("kk", "Бағасы 5 теңге."), "Number 5");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in ".{0,60}") {
            for language in ["ru", "en", "kk"] {
                for fact in facts(&text, language) {
                    prop_assert!(fact.span.start <= fact.span.end);
                    let _: FactKind = fact.kind;
                }
            }
        }
    }
}
