//! What a Word document shows of an article: its rows in order, each with its base.

use crate::formats::exchange::Tag;
use crate::formats::office::word::{Author, Binding, Paperwork};
use crate::l10n::{Localizer, Message, message};
use crate::model::{Kind, Piece};

/// The rows of an article in one language.
pub struct Folio<'a> {
    pub article: &'a str,
    pub source_language: &'a str,
    pub target_language: &'a str,
    pub rows: Vec<FolioRow<'a>>,
    pub localizer: &'a Localizer,
}

/// One row: a sentence, or several that are translated together.
pub struct FolioRow<'a> {
    pub kind: Kind,
    /// Whether a block begins here.
    pub begins: bool,
    /// Number of the segment from 1; none where only the translation has the text.
    pub number: Option<usize>,
    pub source: &'a str,
    pub target: &'a str,
    pub state: &'a str,
    /// What the author told the translator about the block.
    pub hint: Option<&'a str>,
    /// What a translator noted, and who.
    pub note: Option<&'a str>,
    pub by: Option<&'a str>,
    pub on: Option<&'a str>,
    /// The source that was translated, where it changed since.
    pub previous: Option<&'a str>,
    /// How the source became what it is.
    pub source_changes: Vec<Piece>,
    /// How the translation became what it is, where a page of changes shows that.
    pub target_changes: Vec<Piece>,
    /// Who changed the source last, and who the translation.
    pub authors: [Author; 2],
    /// What lets the row come back.
    pub tag: Tag,
}

impl FolioRow<'_> {
    /// A row of which nothing is left.
    pub fn gone([source_changes, target_changes]: [Vec<Piece>; 2], authors: [Author; 2]) -> Self {
        Self {
            kind: Kind::Paragraph,
            begins: true,
            number: None,
            source: "",
            target: "",
            state: "",
            hint: None,
            note: None,
            by: None,
            on: None,
            previous: None,
            source_changes,
            target_changes,
            authors,
            tag: Tag::default(),
        }
    }
}

impl Folio<'_> {
    /// Words in the interface's language.
    pub fn words(&self, message: &Message) -> String {
        self.localizer.text(message)
    }

    /// The article's title in the language translated into, or else in its own.
    pub fn title(&self) -> String {
        let title = self.rows.iter().find(|row| row.kind == Kind::Title);
        let text = title.map(|row| if row.target.is_empty() { row.source } else { row.target });
        let text = text.unwrap_or(self.article);
        crate::text::markup::mask(text).0.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The name of a language.
    pub fn language(&self, tag: &str) -> String {
        let id = format!("web-language-{}", tag.split('-').next().unwrap_or(tag));
        let name = self.localizer.find(&id).unwrap_or_else(|| tag.to_owned());
        let mut letters = name.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    }

    /// An empty document for these languages.
    pub fn binding(&self, sheet: Paperwork) -> Binding {
        let mut binding = Binding::new(sheet);
        binding.title = self.title();
        self.source_language.clone_into(&mut binding.source);
        self.target_language.clone_into(&mut binding.target);
        binding.foot = self.words(&message!("docx-foot", article = self.article.to_owned()));
        binding
    }
}
