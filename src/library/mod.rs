//! What other programs may call: cutting, comparing, aligning and judging without the command line.

mod newsroom;

use std::ops::Range;

pub use newsroom::{LibraryError, Newsroom};

use crate::align::{Demands, Lexicon, align_blocks, whole};
use crate::checks::{HouseStyle, Languages, Texts, contradicting};
use crate::model::{Bitext, Catalog, Change, Document, Freshness, Kind, Lines, Pair, State, Unit};
use crate::parse::{Options, Syntax, parse};
use crate::text::readings::Readings;
use crate::text::sentences::{Extra, Splitter};
use crate::tracking::{self, Tongue};

/// How strict the aligner is with sentences that have no partner: the middle.
const STRICTNESS: f64 = 0.5;

/// Cuts a text into its sentences by the rules of its language.
///
/// ```
/// let text = "Совет собрался в 10 ч. утра. А. П. Чехов приехал позже.";
/// let sentences = tolmach::sentences(text, "ru");
/// assert_eq!(sentences, ["Совет собрался в 10 ч. утра.", "А. П. Чехов приехал позже."]);
/// ```
pub fn sentences<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let splitter = Splitter::new(language, &Extra::default());
    let mut sentences = Vec::new();
    for span in splitter.split(text, &[]) {
        sentences.extend(text.get(span.range()));
    }
    sentences
}

/// Judges how dangerous the change of a sentence is for the translation that is held.
///
/// ```
/// use tolmach::Danger;
///
/// let change = tolmach::change("Пришли 5 человек.", "Пришли 6 человек.", "ru");
/// assert_eq!(change.danger, Danger::Critical);
/// assert_eq!(change.trigger.as_deref(), Some("6"));
/// let change = tolmach::change("Пришел поезд.", "Пришёл поезд.", "ru");
/// assert_eq!(change.danger, Danger::Cosmetic);
/// ```
pub fn change(old: &str, new: &str, language: &str) -> Change {
    tracking::change(old, new, Kind::Paragraph, &Tongue::new(language))
}

/// An article in one language: blocks of sentences, each with its place.
///
/// ```
/// use tolmach::ArticleText;
///
/// let article = ArticleText::markdown("# Мост\n\nМост открыли. Пришли гости.\n", "ru");
/// assert_eq!(article.sentences(), ["Мост", "Мост открыли.", "Пришли гости."]);
/// assert_eq!(article.line(2), Some(3));
/// ```
pub struct ArticleText {
    document: Document,
    language: String,
}

impl ArticleText {
    /// Reads Markdown, front matter included.
    pub fn markdown(text: &str, language: &str) -> Self {
        Self::read(text, Syntax::Markdown, language)
    }

    /// Reads plain text with blank lines between its paragraphs.
    pub fn plain(text: &str, language: &str) -> Self {
        Self::read(text, Syntax::Text, language)
    }

    fn read(text: &str, syntax: Syntax, language: &str) -> Self {
        let splitter = Some(Splitter::new(language, &Extra::default()));
        let options = Options { splitter, ..Options::default() };
        let document = parse(text.to_owned(), syntax, &options);
        Self { document, language: language.to_owned() }
    }

    /// The sentences as written, inline markup included.
    pub fn sentences(&self) -> Vec<&str> {
        self.document.segments.iter().map(|segment| segment.text.as_str()).collect()
    }

    /// The line on which a sentence begins, from 1; the sentences are counted from 0.
    pub fn line(&self, sentence: usize) -> Option<usize> {
        let segment = self.document.segments.get(sentence)?;
        Some(Lines::new(&self.document.text).position(segment.span.start).line)
    }
}

/// Sentences that translate each other; one side is empty where there is no partner.
#[derive(Clone, Debug, PartialEq)]
pub struct AlignedSentences {
    /// Which sentences of the source, counted from 0.
    pub source: Range<usize>,
    /// Which sentences of the translation.
    pub target: Range<usize>,
    /// The share of such pairs that are exactly right, from 0 to 1.
    pub confidence: f64,
}

/// Pairs the sentences of an article with those of its translation.
///
/// ```
/// use tolmach::{ArticleText, align};
///
/// let source = ArticleText::plain("Мост открыли 5 мая. Пришли 300 гостей.\n", "ru");
/// let target = ArticleText::plain("The bridge opened on May 5. 300 guests came.\n", "en");
/// let pairs = align(&source, &target);
/// assert_eq!(pairs.len(), 2);
/// assert_eq!((pairs[1].source.clone(), pairs[1].target.clone()), (1..2, 1..2));
/// ```
pub fn align(source: &ArticleText, target: &ArticleText) -> Vec<AlignedSentences> {
    let lexicon = Lexicon::empty(&source.language, &target.language);
    let sides = [whole(&source.document), whole(&target.document)];
    let [from, into] = lexicon.languages();
    let (languages, style) = (Languages::new(from, into), HouseStyle::default());
    let objects = |source: &str, target: &str| {
        let (recorded, style, readings) = (source, &style, &Readings::default());
        contradicting(&Texts { source, recorded, target, languages, style, readings }).is_some()
    };
    let demands = Demands { strictness: STRICTNESS, objects: &objects };
    let beads = align_blocks(&sides[0], &sides[1], &lexicon, &demands);
    let mut aligned = Vec::with_capacity(beads.len());
    for bead in beads {
        let (source, target) = (bead.source, bead.target);
        aligned.push(AlignedSentences { source, target, confidence: bead.confidence });
    }
    aligned
}

/// What was translated once: a source as it was, its translation, and what a person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    pub source: String,
    pub target: String,
    pub state: State,
}

/// A sentence of an article as it is now, beside the translation held for it.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackedSentence {
    /// The source as it is now.
    pub source: String,
    /// The translation held; empty where it is missing.
    pub target: String,
    /// The source that was translated; the same as `source` where nothing changed.
    pub previous: String,
    pub freshness: Freshness,
    /// How the source changed, where the translation is stale.
    pub change: Option<Change>,
    /// What a person decided; nothing where there is no translation.
    pub state: Option<State>,
    /// Whether source, translation and state are what a person put together.
    pub is_sealed: bool,
}

impl TrackedSentence {
    fn of(unit: &Unit<'_>) -> Self {
        Self {
            source: unit.source.to_string(),
            target: unit.target.to_string(),
            previous: unit.previous.to_string(),
            freshness: unit.freshness,
            change: unit.change.clone(),
            state: unit.state,
            is_sealed: unit.sealed,
        }
    }

    fn all(bitext: &Bitext<'_>) -> Vec<Self> {
        bitext.units.iter().map(Self::of).collect()
    }
}

/// Compares an article as it is now with what was translated before.
///
/// ```
/// use tolmach::{ArticleText, Danger, Freshness, State, Translation, compare};
///
/// let held = Translation {
///     source: "Пришли 5 гостей.".to_owned(),
///     target: "Five guests came.".to_owned(),
///     state: State::Reviewed,
/// };
/// let article = ArticleText::plain("Пришли 6 гостей. Начался дождь.\n", "ru");
/// let sentences = compare(&article, &[held]);
/// assert_eq!(sentences[0].freshness, Freshness::Stale);
/// assert_eq!(sentences[0].change.as_ref().map(|change| change.danger), Some(Danger::Critical));
/// assert_eq!(sentences[1].freshness, Freshness::Missing);
/// ```
pub fn compare(article: &ArticleText, held: &[Translation]) -> Vec<TrackedSentence> {
    let mut catalog = Catalog::default();
    for one in held {
        catalog.pairs.push(Pair::new(one.source.clone(), one.target.clone(), one.state));
    }
    TrackedSentence::all(&tracking::bitext(&article.document, &catalog, &article.language))
}
