//! Terms from TBX: versions 2 and 3, and what vendors make of them.

use super::{CONTEXT, NEAR};
use crate::formats::exchange::{Markup, Opening, ReadFault, each_markup};
use crate::formats::glossary::Brought;
use crate::formats::glossary::entry::{WordKind, add, is_term, language};
use crate::l10n::message;
use crate::terms::Term;

/// Every entry of a file that holds a term.
pub fn read(text: &str) -> Result<Brought, ReadFault> {
    let mut file = Opened::default();
    each_markup(text, &mut |markup, _| {
        match markup {
            Markup::Open(opening) => file.open(&opening),
            Markup::Close(name) => file.close(&name),
            Markup::Text(text) => file.text += &text,
        }
        Ok(())
    })?;
    if !file.is_tbx {
        return Err(ReadFault::new(0, message!("error-terms-tbx")));
    }
    Ok(file.brought)
}

/// A file under way.
#[derive(Default)]
struct Opened {
    is_tbx: bool,
    brought: Brought,
    term: Option<Term>,
    language: Option<String>,
    word: Option<OpenWord>,
    /// The kind that the element under way gives itself, and its text.
    kind: String,
    text: String,
}

/// A text of an entry under way.
#[derive(Default)]
struct OpenWord {
    text: String,
    kind: WordKind,
}

impl Opened {
    fn open(&mut self, opening: &Opening<'_>) {
        match opening.name.as_str() {
            "martif" | "tbx" => self.is_tbx = true,
            "termEntry" | "conceptEntry" => self.term = Some(Term::default()),
            "langSet" | "langSec" => {
                let tag = opening.attribute("lang");
                self.language = tag.as_deref().and_then(language);
            }
            "tig" | "ntig" | "termSec" => self.word = Some(OpenWord::default()),
            // What stands within a term is its text.
            "hi" | "foreign" | "ph" | "sc" | "ec" | "bpt" | "ept" | "it" => return,
            _ => {}
        }
        self.kind = opening.attribute("type").unwrap_or_default();
        self.text.clear();
    }

    fn close(&mut self, name: &str) {
        match name {
            "hi" | "foreign" | "ph" | "sc" | "ec" | "bpt" | "ept" | "it" => return,
            "term" => {
                let text = std::mem::take(&mut self.text);
                match &mut self.word {
                    Some(word) => word.text = text,
                    None => self.word = Some(OpenWord { text, kind: WordKind::Full }),
                }
            }
            "tig" | "ntig" | "termSec" => self.end_word(),
            "langSet" | "langSec" => {
                self.end_word();
                self.language = None;
            }
            "termEntry" | "conceptEntry" => match self.term.take() {
                Some(term) if is_term(&term) => self.brought.terms.push(term),
                _ => self.brought.empty += 1,
            },
            _ => self.learn(name),
        }
        self.text.clear();
    }

    /// Puts the text under way into its entry.
    fn end_word(&mut self) {
        let (Some(word), Some(term)) = (self.word.take(), &mut self.term) else { return };
        if let Some(language) = &self.language {
            add(term, word.kind, language, &word.text);
        }
    }

    /// What an element says of its entry; version 3 names by elements what others name by kinds.
    fn learn(&mut self, name: &str) {
        let value = self.text.trim().to_owned();
        let kind = if self.kind.is_empty() { name } else { &self.kind };
        let Some(term) = &mut self.term else { return };
        if value.is_empty() {
            return;
        }
        match (kind, &mut self.word) {
            ("administrativeStatus" | "normativeAuthorization", Some(word))
                if is_forbidden(&value) =>
            {
                word.kind = WordKind::Forbidden;
            }
            ("termType", Some(word)) if word.kind == WordKind::Full && is_short(&value) => {
                word.kind = WordKind::Short;
            }
            ("partOfSpeech", _) => _ = term.part_of_speech.get_or_insert(value),
            ("translationNote" | "Translation needed" | "translate", _) if value == "no" => {
                term.do_not_translate = true;
            }
            (CONTEXT, _) => term.context.push(value),
            (NEAR, _) => term.near.push(value),
            ("responsibility", _) => term.owner = Some(value),
            ("date", _) => term.date = Some(value),
            ("note", _) | ("definition", None) => note(term, &value),
            _ => {}
        }
    }
}

fn note(term: &mut Term, value: &str) {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match &mut term.note {
        Some(note) => *note += &format!(" {value}"),
        None => term.note = Some(value),
    }
}

fn is_forbidden(status: &str) -> bool {
    let status = status.to_lowercase();
    let status = status.trim_end_matches("-admn-sts");
    ["deprecatedterm", "supersededterm", "forbidden", "obsolete", "prohibited", "notrecommended"]
        .contains(&status)
}

fn is_short(kind: &str) -> bool {
    ["abbreviation", "acronym", "initialism", "shortform", "short form", "clippedterm"]
        .contains(&kind.to_lowercase().as_str())
}
