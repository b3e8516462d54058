//! Names that changed places: who beat whom, from where to where.
//!
//! Both texts name the same two, so every word has its answer; only the order, the cases and the
//! prepositions tell who did what.

use super::Places;
use super::voice::{SpokenWord, Voice, Voices};
use crate::model::Span;
use crate::text::vocabulary::plain;

/// Words before a name that say from where or to where, the same in each language.
const WAYS: [(&str, &str); 13] = [
    ("из", "from"),
    ("от", "from"),
    ("с", "from"),
    ("со", "from"),
    ("from", "from"),
    ("в", "to"),
    ("во", "to"),
    ("до", "to"),
    ("к", "to"),
    ("на", "to"),
    ("to", "to"),
    ("into", "to"),
    ("for", "to"),
];
/// Words of a sentence that tells one thing of two names.
const SHORT: usize = 10;
/// What turns an English sentence round, or joins the names otherwise.
const TURNING: [&str; 12] =
    ["by", "from", "of", "for", "after", "than", "with", "was", "were", "been", "between", "and"];
/// How Russian names end that are no subjects, whatever they are called in the nominative.
const OBLIQUE: [&str; 12] = ["у", "ю", "е", "ы", "и", "ом", "ем", "ой", "ей", "ого", "ам", "ям"];

/// A name that both texts have once.
struct Shared<'v> {
    source: &'v SpokenWord,
    target: &'v SpokenWord,
}

/// Two names that changed places.
pub fn opposed(voices: &Voices<'_>) -> Option<Places> {
    if voices.source.size().max(voices.target.size()) > MANY {
        return None;
    }
    let shared = shared(voices);
    if shared.len() < 2 {
        return None;
    }
    turned(voices, &shared).or_else(|| exchanged(voices, &shared))
}

/// A longer sentence has several ways in it.
const MANY: usize = 20;

fn shared<'v>(voices: &'v Voices<'_>) -> Vec<Shared<'v>> {
    let (ours, others) = (named(&voices.source), named(&voices.target));
    let mut found = Vec::new();
    for word in &ours {
        let Some(other) = only(&others, word) else { continue };
        if only(&ours, other).is_some() {
            found.push(Shared { source: word, target: other });
        }
    }
    found
}

fn named<'v>(voice: &'v Voice<'_>) -> Vec<&'v SpokenWord> {
    let mut words = Vec::new();
    for word in voice.words() {
        if !word.is_small && is_capitalised(voice, word) {
            words.push(word);
        }
    }
    words
}

/// The one of these words that may be this one.
fn only<'v>(words: &[&'v SpokenWord], word: &SpokenWord) -> Option<&'v SpokenWord> {
    let mut found = None;
    for other in words {
        if other.may_be(word) {
            if found.is_some() {
                return None;
            }
            found = Some(*other);
        }
    }
    found
}

fn is_capitalised(voice: &Voice<'_>, word: &SpokenWord) -> bool {
    word_of(voice, word.span).starts_with(char::is_uppercase)
}

fn word_of<'v>(voice: &'v Voice<'_>, span: Span) -> &'v str {
    voice.text.get(span.range()).unwrap_or_default()
}

/// One name that the source comes from and the target goes to, and another the other way round.
fn turned(voices: &Voices<'_>, shared: &[Shared<'_>]) -> Option<Places> {
    let ways = |name: &Shared<'_>| {
        (way(&voices.source, name.source.span), way(&voices.target, name.target.span))
    };
    let is = |name: &&Shared<'_>, one, other| ways(name) == (Some(one), Some(other));
    let left = shared.iter().find(|name| is(name, "from", "to"))?;
    let reached = shared.iter().find(|name| is(name, "to", "from"))?;
    Some(Places::both(left.source.span, reached.target.span))
}

fn way(voice: &Voice<'_>, name: Span) -> Option<&'static str> {
    let before = voice.text[..name.start].trim_end();
    let word = plain(before.rsplit([' ', '\u{a0}']).next()?);
    WAYS.iter().find(|(form, _)| *form == word).map(|(_, way)| *way)
}

/// Two names of a short sentence that stand the other way round, though nothing turns it.
fn exchanged(voices: &Voices<'_>, shared: &[Shared<'_>]) -> Option<Places> {
    let Voices { source, target } = voices;
    let (russian, english) = match (source.language, target.language) {
        ("ru", "en") => (source, target),
        ("en", "ru") => (target, source),
        _ => return None,
    };
    let is_turned = english.text.split_whitespace().any(|word| TURNING.contains(&&*plain(word)));
    if is_turned || source.size().max(target.size()) > SHORT {
        return None;
    }
    let (first, second) = (shared.first()?, shared.last()?);
    if first.target.span.start < second.target.span.start || are_joined(voices, shared) {
        return None;
    }
    let mut subject = first;
    for name in shared {
        let (best, own) = match source.language {
            "ru" => (subject.source.span, name.source.span),
            _ => (subject.target.span, name.target.span),
        };
        if own.start < best.start {
            subject = name;
        }
    }
    let (one, other) = match source.language {
        "ru" => (subject.source.span, subject.target.span),
        _ => (subject.target.span, subject.source.span),
    };
    let is_subject = !is_oblique(word_of(russian, one), word_of(english, other));
    is_subject.then(|| Places::both(first.source.span, second.target.span))
}

/// Whether nothing but a conjunction or a mark stands between two of the names.
fn are_joined(voices: &Voices<'_>, shared: &[Shared<'_>]) -> bool {
    let text = &voices.source.text;
    let are_beside = |pair: &[Shared<'_>]| {
        let between = text.get(pair[0].source.span.end..pair[1].source.span.start);
        let mut words = between.unwrap_or_default().split_whitespace().map(plain);
        words.all(|word| word.is_empty() || matches!(&*word, "и" | "а" | "или" | "and" | "or"))
    };
    shared.windows(2).all(are_beside)
}

/// Whether a Russian name stands in a case that no subject has.
fn is_oblique(russian: &str, english: &str) -> bool {
    let (russian, english) = (russian.to_lowercase(), english.to_lowercase());
    let has_more = russian.ends_with(['а', 'я']) && !english.ends_with(['a', 'y', 'e']);
    has_more || OBLIQUE.iter().any(|ending| russian.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use crate::align::contrary::opposed;

    const NAMED: &[(&str, &str, &str)] = &[
        (
            "Глеб Лыков победил Ивана Рогова.",
            "Gleb Lykov beat Ivan Rogov.",
            "Ivan Rogov beat Gleb Lykov.",
        ),
        (
            "Поезд из Казани в Рязань опоздал.",
            "The train from Kazan to Ryazan was late.",
            "The train from Ryazan to Kazan was late.",
        ),
        (
            "Россия поставит газ Индии.",
            "Russia will supply gas to India.",
            "India will supply gas to Russia.",
        ),
        ("«Торпедо» обыграло «Ротор».", "Torpedo defeated Rotor.", "Rotor defeated Torpedo."),
        (
            "Самолёт летел с Камчатки в Минск.",
            "The plane was flying from Kamchatka to Minsk.",
            "The plane was flying from Minsk to Kamchatka.",
        ),
    ];

    #[test]
    fn names_that_changed_places_are_opposed_in_either_direction() {
        for (russian, english, contrary) in NAMED {
            for is_turned in [false, true] {
                let is_opposed = |other: &str| {
                    let (one, other, languages) = if is_turned {
                        (other, *russian, ["en", "ru"])
                    } else {
                        (*russian, other, ["ru", "en"])
                    };
                    opposed(one, other, languages).is_some()
                };
                assert!(is_opposed(contrary), "{is_turned}: {russian} | {contrary}");
                assert!(!is_opposed(english), "{is_turned}: {russian} | {english}");
            }
        }
    }

    #[test]
    fn another_order_of_words_alone_changes_nothing() {
        for (russian, english) in [
            ("Ивана Рогова победил Глеб Лыков.", "Gleb Lykov beat Ivan Rogov."),
            ("Россия и Индия договорились.", "India and Russia have agreed."),
            ("Глеба Лыкова встретил Иван Рогов.", "Gleb Lykov was met by Ivan Rogov."),
            ("В Рязань поезд придёт из Казани.", "The train will come from Kazan to Ryazan."),
        ] {
            assert!(opposed(russian, english, ["ru", "en"]).is_none(), "{russian} | {english}");
        }
    }
}
