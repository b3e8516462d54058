//! What the columns of a table of terms hold.

use super::entry::{WordKind, language};
use crate::text::figures::Languages;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermColumn {
    Words(WordKind, String),
    Context,
    Near,
    DoNotTranslate,
    PartOfSpeech,
    Note,
    Owner,
    Date,
}

/// The column with this heading.
pub fn column(heading: &str, languages: Languages<'_>) -> Option<TermColumn> {
    let plain = heading.trim_matches(|c: char| c == '"' || c == '\u{feff}' || c.is_whitespace());
    let plain = plain.to_lowercase().replace(['_', '(', ')', ':'], " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join("_");
    let named = match &*plain {
        "context" => Some(TermColumn::Context),
        "near" => Some(TermColumn::Near),
        "do_not_translate" | "dnt" => Some(TermColumn::DoNotTranslate),
        "part_of_speech" | "pos" => Some(TermColumn::PartOfSpeech),
        "note" | "notes" | "comment" | "comments" | "definition" => Some(TermColumn::Note),
        "owner" => Some(TermColumn::Owner),
        "date" => Some(TermColumn::Date),
        _ => None,
    };
    named.or_else(|| words(&plain, languages))
}

/// A heading such as `ru`, `short en` or `source`.
fn words(heading: &str, languages: Languages<'_>) -> Option<TermColumn> {
    let mut kind = WordKind::Full;
    let mut tag = None;
    for word in heading.split('_') {
        match word {
            "short" | "abbreviation" | "acronym" => kind = WordKind::Short,
            "forbidden" | "deprecated" => kind = WordKind::Forbidden,
            "full" | "term" | "text" => {}
            "source" | "original" => tag = Some(languages.source.to_owned()),
            "target" | "translation" => tag = Some(languages.target.to_owned()),
            _ => tag = Some(named(word).or_else(|| language(word))?),
        }
    }
    Some(TermColumn::Words(kind, tag?))
}

/// A language by its English name.
fn named(word: &str) -> Option<String> {
    let tag = match word {
        "russian" => "ru",
        "english" => "en",
        "german" => "de",
        "french" => "fr",
        "spanish" => "es",
        _ => return None,
    };
    Some(tag.to_owned())
}
