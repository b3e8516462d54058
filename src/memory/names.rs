//! Names that the termbase knows, exchanged in a match as its values are.
//!
//! Only where each name has one agreed translation that stands in the target as agreed, and where
//! both names are used with an article alike.

use super::Match;
use crate::model::Span;
use crate::terms::{Term, TermsHere};
use crate::text::transliteration::spells;

/// The match with names of the text in place of others; nothing where that isn't sure.
pub fn renamed(text: &str, offer: &Match, terms: &TermsHere<'_>) -> Option<Match> {
    let (source, target) = (&offer.entry.source, &offer.entry.target);
    let (old, new) = (terms.seen(source), terms.seen(text));
    if old.len() != new.len() {
        return None;
    }
    let mut kept = Vec::new();
    let mut renames: Vec<Rename> = Vec::new();
    let mut edits = Vec::new();
    for (old, new) in old.iter().zip(&new) {
        if old.terms == new.terms {
            kept.extend(&old.terms);
            continue;
        }
        let ([from], [to]) = (&old.terms[..], &new.terms[..]) else { return None };
        edits.push(Edit { span: old.span, text: text[new.span.range()].to_owned() });
        match renames.iter_mut().find(|one| one.from == *from) {
            Some(known) if known.to == *to => known.times += 1,
            Some(_) => return None,
            None => renames.push(Rename { from: *from, to: *to, times: 1 }),
        }
    }
    if edits.is_empty() || renames.iter().any(|one| kept.contains(&one.from)) {
        return None;
    }
    // Who is called he or she may be another now.
    let is_pronoun = |word: &str| PRONOUNS.iter().any(|own| own.eq_ignore_ascii_case(word));
    if target.split(|c: char| !c.is_alphanumeric()).any(is_pronoun) {
        return None;
    }
    let mut made = offer.clone();
    made.entry.source = edited(source, edits);
    made.entry.target = exchanged(target, &renames, terms)?;
    Some(made)
}

/// Words that stand for a person.
const PRONOUNS: [&str; 10] =
    ["he", "him", "his", "himself", "she", "her", "hers", "herself", "man", "woman"];

/// A term that became another.
struct Rename {
    from: usize,
    to: usize,
    /// How often it stands in the source.
    times: usize,
}

/// A text in place of another.
struct Edit {
    span: Span,
    text: String,
}

fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.span.start);
    let (mut made, mut at) = (String::new(), 0);
    for edit in edits {
        made.push_str(&text[at..edit.span.start]);
        made.push_str(&edit.text);
        at = edit.span.end;
    }
    made + &text[at..]
}

/// The target with each name exchanged.
fn exchanged(target: &str, renames: &[Rename], terms: &TermsHere<'_>) -> Option<String> {
    let (hits, _) = terms.in_target(target);
    let is_whole = |span: Span| {
        let holds = |other: Span| other.start <= span.start && span.end <= other.end;
        hits.iter().all(|other| other.span == span || !holds(other.span))
    };
    let mut edits = Vec::new();
    for rename in renames {
        let mut found: Vec<Span> = hits
            .iter()
            .filter(|hit| hit.term == rename.from && is_whole(hit.span))
            .map(|hit| hit.span)
            .collect();
        found.dedup();
        if found.len() != rename.times {
            return None;
        }
        let (from, to) = (&terms.base.terms[rename.from], &terms.base.terms[rename.to]);
        for span in found {
            let exchange = Exchange { from, to, before: &target[..span.start], terms };
            edits.push(Edit { span, text: exchange.text(&target[span.range()])? });
        }
    }
    edits.sort_by_key(|edit| edit.span.start);
    let is_apart = edits.windows(2).all(|two| two[0].span.end <= two[1].span.start);
    is_apart.then(|| edited(target, edits))
}

/// A name to be put in place of another.
struct Exchange<'a> {
    from: &'a Term,
    to: &'a Term,
    /// What stands before it in the target.
    before: &'a str,
    terms: &'a TermsHere<'a>,
}

impl Exchange<'_> {
    /// What stands for the new name where `found` stands for the old one.
    fn text(&self, found: &str) -> Option<String> {
        let language = self.terms.base.languages().target;
        let wording = [
            (self.from.full_name(language), self.to.full_name(language)),
            (self.from.short_name(language), self.to.short_name(language)),
        ];
        let (_, new) = wording.into_iter().find(|(old, _)| *old == Some(found))?;
        let new = new?;
        (language == "en" && self.is_alike(found, new)).then(|| new.to_owned())
    }

    /// Whether both names are used with an article, or both without.
    fn is_alike(&self, old: &str, new: &str) -> bool {
        let last = self.before.split_whitespace().next_back().unwrap_or_default();
        if ["a", "an"].contains(&last.to_lowercase().as_str()) {
            return false;
        }
        let are_names = [old, new].iter().all(|name| name.starts_with(char::is_uppercase));
        let is_akin =
            || old.split(' ').any(|word| word.len() > 3 && new.split(' ').any(|own| own == word));
        let is_articled = last.eq_ignore_ascii_case("the");
        let is_bare = || {
            let language = self.terms.base.languages().source;
            !is_articled && is_spelt(self.from, old, language) && is_spelt(self.to, new, language)
        };
        are_names && (is_akin() || is_bare())
    }
}

/// Names of one word that have an article all the same.
const ARTICLED: [&str; 12] = [
    "Kremlin",
    "Duma",
    "Vatican",
    "Hague",
    "Netherlands",
    "Philippines",
    "Bundestag",
    "Knesset",
    "Rada",
    "Pentagon",
    "Taliban",
    "Caucasus",
];

/// Whether a name is said as in the source, as those of people, places and firms are.
fn is_spelt(term: &Term, name: &str, language: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    !ARTICLED.contains(&name)
        && term.words(language).any(|own| {
            let own: Vec<&str> = own.split(' ').collect();
            own.len() == words.len() && own.iter().zip(&words).all(|(own, word)| spells(own, word))
        })
}

#[cfg(test)]
mod tests {
    use super::renamed;
    use crate::memory::{Around, Entry, Keeper, KeeperKind, Match, MatchKind};
    use crate::model::State;
    use crate::terms::{Term, Termbase};
    use crate::text::figures::Languages;

    const TERMS: [(&str, &str); 10] = [
        ("Тверь", "Tver"),
        ("Омск", "Omsk"),
        ("Анна Орлова", "Anna Orlova"),
        ("Иван Петров", "Ivan Petrov"),
        ("Министерство культуры", "Ministry of Culture"),
        ("Министерство связи", "Ministry of Communications"),
        ("Красный Крест", "Red Cross"),
        ("Государственная дума", "Duma"),
        ("сбор данных", "data collection"),
        ("Русь", "Rus"),
    ];

    fn made(text: &str, source: &str, target: &str) -> Option<String> {
        let term = |(ru, en): (&str, &str)| {
            let mut term = Term::default();
            term.full.insert("ru".to_owned(), vec![ru.to_owned()]);
            term.full.insert("en".to_owned(), vec![en.to_owned()]);
            term
        };
        let base = Termbase::new(TERMS.map(term).to_vec(), Languages::new("ru", "en"));
        let entry = Entry {
            keeper: Keeper { kind: KeeperKind::Home, name: "a".into() },
            source: source.to_owned(),
            target: target.to_owned(),
            state: State::Translated,
            origin: None,
            around: Around::default(),
            waived: String::new(),
        };
        let here = base.here(text, &|_| true);
        let made = renamed(text, &Match::new(entry, 80, MatchKind::Fuzzy), &here)?;
        (made.entry.source == text).then_some(made.entry.target)
    }

    #[test]
    fn names_used_alike_are_exchanged() {
        for (text, source, target, wanted) in [
            (
                "Поезд идёт в Омск.",
                "Поезд идёт в Тверь.",
                "The train goes to Tver.",
                "The train goes to Omsk.",
            ),
            ("Из Омска в Тверь.", "Из Твери в Омск.", "From Tver to Omsk.", "From Omsk to Tver."),
            (
                "Письмо от Анны Орловой.",
                "Письмо от Ивана Петрова.",
                "A letter from Ivan Petrov.",
                "A letter from Anna Orlova.",
            ),
            (
                "Приказ Министерства связи отменён.",
                "Приказ Министерства культуры отменён.",
                "The order of the Ministry of Culture was revoked.",
                "The order of the Ministry of Communications was revoked.",
            ),
        ] {
            assert_eq!(made(text, source, target).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn names_used_otherwise_or_not_as_agreed_stay() {
        for (text, source, target) in [
            // One has an article, the other none.
            ("Помог Красный Крест.", "Помогла Тверь.", "Tver helped."),
            ("Решает Государственная дума.", "Решает Омск.", "Omsk decides."),
            // The article before it would be another.
            ("Житель Твери выиграл.", "Житель Омска выиграл.", "An Omsk resident won."),
            // The old name stands otherwise, twice, or not at all.
            ("Поезд идёт в Омск.", "Поезд идёт в Тверь.", "The train goes there."),
            ("Поезд идёт в Омск.", "Поезд идёт в Тверь.", "The train goes to Tver, Tver!"),
            // Another person may be another he.
            ("Анна Орлова дома.", "Иван Петров дома.", "Ivan Petrov is in his house."),
            // What has a small letter is no name.
            ("Омск ждёт.", "Сбор данных ждёт.", "Data collection waits."),
            // Nothing differs.
            ("Поезд идёт в Тверь.", "Поезд идёт в Тверь.", "The train goes to Tver."),
        ] {
            assert_eq!(made(text, source, target), None, "{text}");
        }
    }
}
