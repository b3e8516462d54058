//! What a bitext must fulfil: one file per check.
//!
//! A check says what it saw; the runner adds place, texts and severity. Words are in `checks.ftl`: `check-<id>`
//! names the check, its attributes `description` and `hint` explain it, `check-<id>-…` are its findings.

mod acronyms;
mod attribution;
mod blanked;
mod both_languages;
mod bounds;
mod brackets;
mod cast;
mod code;
mod consistency;
mod contrary;
mod correction_parity;
mod dashes;
mod date_style;
mod dateline;
mod dates;
mod differing;
mod doubled_words;
mod doubts;
mod draft;
mod embargo;
mod end_punctuation;
mod excerpts;
mod exchange;
mod extra;
mod false_friends;
mod front;
mod given_names;
mod hand_edit;
mod house_style;
mod invisible_characters;
mod kept_letters;
mod left_in_source;
mod length;
mod letters;
mod levels;
mod links;
mod list_count;
mod lone_document;
mod marks;
mod markup;
mod mending;
mod missing;
mod mixed_script;
mod modality;
mod name_words;
mod names;
mod negation;
mod no_translation;
mod number_format;
mod numbers;
mod open_note;
mod opposites;
mod orphan;
mod patronymics;
mod people;
mod phrases;
mod placeholder_line;
mod placeholders;
mod quotes;
mod rates;
mod remark_left_in;
mod runner;
mod seen;
mod slips;
mod spaces;
mod spellings;
mod stale;
mod style;
mod terms;
#[cfg(test)]
pub mod testing;
mod unofficial_notice;
mod unpublished;
mod unreviewed;
mod unsealed;
mod value_form;
mod withdrawn;

pub use doubts::{contradicting, doubted, doubting, doubts, is_sound};
pub use levels::{Levels, LevelsOfPlace};
pub use lone_document::{Lonely, find as find_lone};
pub use mending::{Mended, is_mendable, mended};
pub use rates::{Rate, rate};
pub use runner::{run, run_names};
pub use seen::{Place, Seen};
pub use spellings::{NameSpelling, UsualNames, spellings};
pub use stale::{CHECK as STALE, concern};
pub use style::{HouseStyle, Named};
pub use terms::CHECK as TERMS;
pub use unreviewed::{CHECK as UNREVIEWED, is_unread};

use crate::l10n::Message;
use crate::model::{Bitext, Document, Published, Severity, Surplus, SurplusKind, Unit};
use crate::terms::TermFault;
pub use crate::text::figures::Languages;
use crate::text::readings::Readings;
use crate::text::shell::argument;
use crate::text::values::ValueForm;
use excerpts::{as_written, excerpt, without_code};

/// Every check, in the order in which findings of one place are shown.
pub const CHECKS: &[Check] = &[
    no_translation::CHECK,
    missing::CHECK,
    stale::CHECK,
    unsealed::CHECK,
    hand_edit::CHECK,
    withdrawn::CHECK,
    unpublished::CHECK,
    lone_document::CHECK,
    embargo::CHECK,
    both_languages::CHECK,
    draft::CHECK,
    unreviewed::CHECK,
    extra::CHECK,
    left_in_source::CHECK,
    numbers::CHECK,
    terms::CHECK,
    dates::CHECK,
    negation::CHECK,
    modality::CHECK,
    contrary::CHECK,
    names::CHECK,
    acronyms::CHECK,
    attribution::CHECK,
    consistency::CHECK,
    placeholders::CHECK,
    links::CHECK,
    code::CHECK,
    markup::CHECK,
    remark_left_in::CHECK,
    correction_parity::CHECK,
    dateline::CHECK,
    unofficial_notice::CHECK,
    list_count::CHECK,
    quotes::CHECK,
    brackets::CHECK,
    mixed_script::CHECK,
    invisible_characters::CHECK,
    number_format::CHECK,
    value_form::CHECK,
    date_style::CHECK,
    false_friends::CHECK,
    doubled_words::CHECK,
    end_punctuation::CHECK,
    length::CHECK,
    spaces::CHECK,
    dashes::CHECK,
    house_style::CHECK,
    placeholder_line::CHECK,
    open_note::CHECK,
    orphan::CHECK,
];

/// A rule that a bitext must fulfil.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Name in configuration, reports and Fluent ids.
    pub id: &'static str,
    /// How much its findings matter where the workspace sets nothing else.
    pub severity: Severity,
    /// Whether only a translation, an ack or a review settles it.
    pub is_gate: bool,
    /// Whether it runs only where a workspace asks for it.
    pub is_off: bool,
    pub run: Run,
    /// A source with a translation that the check finds fault with, and one that it lets pass.
    pub example: Option<Example>,
}

/// A source and two translations of it.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    pub source: &'static str,
    pub wrong: &'static str,
    pub right: &'static str,
}

impl Check {
    /// A check that a waiver settles, and that always runs.
    pub const fn new(id: &'static str, severity: Severity, run: Run) -> Self {
        Self { id, severity, is_gate: false, is_off: false, run, example: None }
    }

    /// A check that only a translation, an ack or a review settles.
    pub const fn gate(id: &'static str, severity: Severity, run: Run) -> Self {
        Self { is_gate: true, ..Self::new(id, severity, run) }
    }

    /// Adds an example: a source, a wrong translation and a right one.
    #[must_use]
    pub const fn example(
        self,
        source: &'static str,
        wrong: &'static str,
        right: &'static str,
    ) -> Self {
        Self { example: Some(Example { source, wrong, right }), ..self }
    }

    /// Whether a person may say that a finding is right as it is; gates are passed by other means.
    pub fn is_waivable(&self) -> bool {
        let is_surplus =
            [SurplusKind::Withdrawn, SurplusKind::Extra].iter().any(|kind| kind.name() == self.id);
        is_surplus || !matches!(self.run, Run::Article(_)) && !self.is_gate
    }
}

/// Looks at rows of a bitext; what is seen has the index of its row.
pub type RunAmong = fn(&[Unit<'_>], &Subject<'_>) -> Vec<(usize, Seen)>;

/// What a check looks at; the subject has everything else that is known of the article.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// One row of the bitext at a time.
    Unit(fn(&Unit<'_>, &Subject<'_>) -> Vec<Seen>),
    /// The two texts of a row whose translation is of the source as it stands; the hint is the usual one.
    Texts(fn(&Texts<'_>) -> Option<Message>),
    /// Such texts, where what is seen has its place in them.
    Places(fn(&Texts<'_>) -> Vec<Seen>),
    /// The rows of the bitext beside each other; what is seen has the index of its row.
    Among(RunAmong),
    /// The article as a whole.
    Article(RunArticle),
    /// One row at a time, then the article as a whole.
    Both(fn(&Unit<'_>, &Subject<'_>) -> Vec<Seen>, RunArticle),
}

/// Looks at an article as a whole.
pub type RunArticle = fn(&Subject<'_>) -> Vec<(Place, Seen)>;

/// A source and its translation.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    pub source: &'a str,
    /// The source as its pair has it, with the white space that a document doesn't keep.
    pub recorded: &'a str,
    pub target: &'a str,
    pub languages: Languages<'a>,
    /// What the house wants of its English.
    pub style: &'a HouseStyle,
    /// What checks read of the texts.
    pub readings: &'a Readings,
}

/// An article in one target language, with all that checks look at.
pub struct Subject<'a> {
    /// Id of the article.
    pub article: &'a str,
    /// Primary subtag of the source language.
    pub source: &'a str,
    /// Target language.
    pub target: &'a str,
    /// Path of the source as a person would type it.
    pub source_path: &'a str,
    /// Path of the catalog, whether or not it exists.
    pub catalog_path: &'a str,
    /// Path of the published document, whether or not it exists.
    pub document_path: &'a str,
    pub document: &'a Document,
    /// Absent where the article has no catalog in this language.
    pub bitext: Option<&'a Bitext<'a>>,
    /// How the published document stands; absent where nobody looked.
    pub published: Option<&'a Published>,
    /// Path of the catalog that stayed behind when the article moved.
    pub behind: Option<&'a str>,
    /// What is wrong with the terms of a source and its translation.
    pub terms: TermFaults<'a>,
    /// How values that nobody translated are written.
    pub values: &'a ValueForm,
    /// Until when readers must not see the article, where that is to come.
    pub embargo: Option<&'a str>,
    /// What checks read of its texts.
    pub readings: &'a Readings,
}

/// Tells what is wrong with the terms of a source and its translation.
pub type TermFaults<'a> = &'a dyn Fn(&str, &str) -> Vec<TermFault>;

impl Subject<'_> {
    /// The languages of its texts.
    fn languages(&self) -> Languages<'_> {
        Languages::new(self.source, self.target)
    }

    /// The text of the translation alone with this index.
    pub fn surplus(&self, index: usize) -> Option<&Surplus> {
        self.published?.surplus.get(index)
    }

    /// The article's id as one argument of a command line.
    fn argument(&self) -> String {
        argument(self.article)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::testing::{findings, styled};
    use super::{CHECKS, excerpt};
    use crate::l10n::{LOCALES, Localizer};

    #[test]
    fn each_check_has_its_own_id_and_words_in_each_language() {
        let ids: BTreeSet<_> = CHECKS.iter().map(|check| check.id).collect();
        assert_eq!(ids.len(), CHECKS.len());
        for localizer in LOCALES.iter().map(Localizer::new) {
            for id in &ids {
                let name = format!("check-{id}");
                assert!(localizer.find(&name).is_some(), "{}: {name}", localizer.tag());
                let description = format!("{name}.description");
                assert!(localizer.find(&description).is_some(), "{description}");
            }
        }
    }

    #[test]
    fn each_check_has_an_example_in_each_language() {
        for localizer in LOCALES.iter().map(Localizer::new) {
            for check in CHECKS {
                let [wrong, right] = ["wrong", "right"]
                    .map(|name| localizer.find(&format!("check-{}.{name}", check.id)));
                let (shows_wrong, shows_right) = check
                    .example
                    .map_or((false, false), |one| (!one.wrong.is_empty(), !one.right.is_empty()));
                assert!(wrong.is_some() != shows_wrong, "{}: {}", localizer.tag(), check.id);
                assert!(right.is_some() != shows_right, "{}: {}", localizer.tag(), check.id);
                let reason = format!("check-{}.reason", check.id);
                assert!(localizer.find(&reason).is_some(), "{}: {reason}", localizer.tag());
            }
        }
    }

    #[test]
    fn each_example_shows_what_its_check_sees_and_what_it_lets_pass() {
        for check in CHECKS {
            let Some(example) = check.example else { continue };
            let found = |target: &str| {
                let state = if target.is_empty() { "missing" } else { "current" };
                let lines = format!("{state}: {} | {target}", example.source);
                // The house whose style the examples follow.
                match check.id {
                    "house-style" => styled(check, "serial_comma = never", &lines),
                    _ => findings(check, &lines),
                }
            };
            assert_ne!(found(example.wrong), "", "{}", check.id);
            assert_eq!(found(example.right), "", "{}", check.id);
        }
    }

    #[test]
    fn an_excerpt_ends_at_a_word_and_without_a_stop() {
        assert_eq!(excerpt("Да."), "Да");
        assert_eq!(excerpt("Что?.."), "Что");
        assert_eq!(excerpt("«Ёлка» — да."), "„Ёлка“ — да");
        assert_eq!(excerpt(""), "");
        assert_eq!(excerpt("**До 1 мая**, см. [сайт](https://a.org/b)."), "До 1 мая, см. сайт");
        assert_eq!(excerpt("https://a.org/b"), "https://a.org/b");
        assert_eq!(excerpt(&"слово, ".repeat(20)), format!("{}слово…", "слово, ".repeat(7)));
        assert_eq!(excerpt(&"я".repeat(70)), format!("{}…", "я".repeat(60)));
    }
}
