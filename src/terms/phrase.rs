//! One wording of a term, with the forms that each of its words may take.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::pieces::{Gap, TermPiece, pieces};
use crate::model::Span;
use crate::text::lemmas::{Grammar, Lemmas, WordForm, abbreviation_forms};
use crate::text::stems::normal;
use crate::text::words::{is_capital, is_mark};

/// One wording of a term.
#[derive(Debug)]
pub struct Phrase {
    pub words: Vec<PhraseWord>,
    /// What stands before each word but the first.
    gaps: Vec<Gap>,
    /// How many words at the start are declined together.
    group: usize,
    /// Whether hyphens must be where they are.
    pub is_literal: bool,
}

/// A word of a wording.
#[derive(Clone, Debug)]
pub struct PhraseWord {
    /// Its forms, by what a word of a text is looked up by.
    pub forms: Arc<FxHashMap<Box<str>, Grammar>>,
    /// In which forms it stands in the wording.
    own: Grammar,
    pub is_acronym: bool,
    /// Whether it counts only with a capital.
    is_capital: bool,
}

/// Forms of words that several wordings have.
#[derive(Debug, Default)]
pub struct KnownForms {
    by_word: FxHashMap<String, Arc<FxHashMap<Box<str>, Grammar>>>,
}

/// A word of a text under comparison.
pub struct TextWord<'t> {
    pub piece: TermPiece<'t>,
    /// What it is looked up by.
    pub key: Box<str>,
    pub gap: Gap,
}

/// The words of a text, ready to compare.
pub fn text_words<'t>(text: &'t str, lemmas: &Lemmas) -> Vec<TextWord<'t>> {
    let mut end = 0;
    let word = |piece: TermPiece<'t>| {
        let gap = Gap::of(&text[end..piece.span.start]);
        end = piece.span.end;
        TextWord { piece, key: lemmas.key(piece.text).into(), gap }
    };
    pieces(text).into_iter().map(word).collect()
}

/// Whether a word is an abbreviation by its capitals, such as «МСЭ», `ICTs` or `WSIS20`.
pub fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| is_capital(*c)).count() >= 2
}

impl Phrase {
    /// The forms of a wording; nothing where it has no words.
    pub fn new(wording: &str, lemmas: &Lemmas, known: &mut KnownForms) -> Option<Self> {
        let mut all = pieces(wording);
        if all.len() > 1 && lemmas.is_article(all[0].text) {
            all.remove(0);
        }
        let texts: Vec<&str> = all.iter().map(|piece| piece.text).collect();
        let changing = lemmas.changing(&texts);
        let compounds = compounds(wording, &all);
        let mut words = Vec::with_capacity(all.len());
        for (at, text) in texts.iter().enumerate() {
            let is_first = at == 0;
            let forms = if is_acronym(text) {
                known.of(text, || abbreviation_forms(text))
            } else if !changing[at] {
                known.of(&format!("={text}"), || vec![itself(text, lemmas)])
            } else if let Some(compound) = &compounds[at] {
                let part = compound.part;
                let key = format!("{part}:{}", compound.text);
                known.of(&key, || compound_forms(compound, text, lemmas))
            } else if is_first {
                known.of(text, || lemmas.forms(text))
            } else {
                known.of(&format!("*{text}"), || lemmas.all_forms(text))
            };
            let key: Box<str> = lemmas.key(text).into();
            let own = forms.get(&key).copied().unwrap_or(Grammar::ANY);
            let is_capital = texts.len() == 1 && text.starts_with(is_capital);
            words.push(PhraseWord { forms, own, is_acronym: is_acronym(text), is_capital });
        }
        let gaps = all.windows(2).map(|two| Gap::of(&wording[two[0].span.end..two[1].span.start]));
        let gaps = std::iter::once(Gap::Space).chain(gaps).collect();
        let group = group(&words);
        (!words.is_empty()).then_some(Self { words, gaps, group, is_literal: false })
    }

    /// Where the phrase stands if it begins with the first of these words.
    pub fn stands_in(&self, words: &[TextWord<'_>]) -> Option<Span> {
        if words.len() < self.words.len() {
            return None;
        }
        let mut together = Grammar::ANY;
        for (at, (word, found)) in self.words.iter().zip(words).enumerate() {
            let grammar = word.takes(found)?;
            if at > 0 && !self.is_gap(at, found.gap) {
                return None;
            }
            let is_declined_apart = {
                let own = if at < self.group { word.own.oblique() } else { word.own };
                at > 0 && grammar.meets(own.in_any_number())
            };
            if grammar.meets(together) {
                if at < self.group {
                    together = together.and(grammar);
                }
            } else if !is_declined_apart {
                return None;
            }
        }
        let last = words[self.words.len() - 1].piece.span.end;
        Some(Span::new(words[0].piece.span.start, last))
    }

    /// Whether a gap may stand before the word at `at`.
    fn is_gap(&self, at: usize, gap: Gap) -> bool {
        match (self.gaps[at], gap) {
            (Gap::Other, _) => true,
            (_, Gap::Other) => false,
            (own, found) => !self.is_literal || own == found,
        }
    }
}

impl PhraseWord {
    /// The forms in which a word of a text is this one; nothing where it is another.
    fn takes(&self, found: &TextWord<'_>) -> Option<Grammar> {
        let text = found.piece.text;
        if self.is_acronym {
            let bare: String = text.chars().filter(|c| !is_mark(*c)).collect();
            return self.forms.get(&*bare).copied();
        }
        if self.is_capital && !text.starts_with(is_capital) {
            return None;
        }
        self.forms.get(&found.key).copied()
    }
}

impl KnownForms {
    fn of(
        &mut self,
        key: &str,
        make: impl FnOnce() -> Vec<WordForm>,
    ) -> Arc<FxHashMap<Box<str>, Grammar>> {
        if let Some(known) = self.by_word.get(key) {
            return Arc::clone(known);
        }
        let mut forms: FxHashMap<Box<str>, Grammar> = FxHashMap::default();
        for form in make() {
            let grammar = forms.entry(form.text.into()).or_default();
            *grammar = grammar.or(form.grammar);
        }
        let forms = Arc::new(forms);
        self.by_word.insert(key.to_owned(), Arc::clone(&forms));
        forms
    }
}

fn itself(word: &str, lemmas: &Lemmas) -> WordForm {
    WordForm { text: lemmas.key(word).into_owned(), grammar: Grammar::ANY }
}

/// A word with hyphens that a piece is part of.
struct Compound<'t> {
    text: &'t str,
    part: usize,
    parts: usize,
}

/// For each piece the word with hyphens that it is part of.
fn compounds<'t>(wording: &'t str, all: &[TermPiece<'_>]) -> Vec<Option<Compound<'t>>> {
    let is_joined = |at: usize| {
        let between = &wording[all[at].span.end..all[at + 1].span.start];
        matches!(between, "-" | "‐" | "‑")
    };
    let mut compounds = Vec::with_capacity(all.len());
    let mut start = 0;
    for at in 0..all.len() {
        if at + 1 < all.len() && is_joined(at) {
            continue;
        }
        let parts = at + 1 - start;
        for part in 0..parts {
            let text = &wording[all[start].span.start..all[at].span.end];
            compounds.push((parts > 1).then_some(Compound { text, part, parts }));
        }
        start = at + 1;
    }
    compounds
}

/// The forms of a part of a compound, as the compound has them and as the part alone has.
fn compound_forms(compound: &Compound<'_>, text: &str, lemmas: &Lemmas) -> Vec<WordForm> {
    let mut forms = Vec::new();
    for form in lemmas.forms(&normal(compound.text)) {
        let parts: Vec<&str> = form.text.split(['-', '‐', '‑']).collect();
        if parts.len() == compound.parts {
            let text = parts[compound.part].to_owned();
            forms.push(WordForm { text, grammar: form.grammar });
        }
    }
    // A part may be declined by itself, too: «государства-участников» is an accusative.
    forms.extend(lemmas.all_forms(text));
    forms
}

/// How many words at the start stand in the nominative together.
fn group(words: &[PhraseWord]) -> usize {
    let mut together = Grammar::NOMINATIVE;
    let declined = words.iter().take_while(|word| {
        together = together.and(word.own);
        !together.is_empty() && !word.is_acronym
    });
    declined.count().max(1)
}
