//! What `align` paired, sentence by sentence.

use std::io::{self, Write};

use serde::Serialize;

use super::evidence::{AnsweringWords, ShownEvidence};
use super::folders;
use super::layout::printable;
use super::screen::{FAINT, STRONG};
use super::{Format, Screen, write_json};
use crate::align::{Grounds, Lexicon};
use crate::l10n::{Message, message};

/// The sentences of one article that translate each other.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Aligned {
    pub article: String,
    pub target: String,
    pub fate: AlignFate,
    /// The translated document, where it stands elsewhere than it should.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The git revision whose source fits the translation best, where it was looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_at: Option<String>,
    /// Pairs that somebody should look at.
    pub drafts: usize,
    /// Of an article that had a catalog: pairs that took new texts from its documents.
    pub renewed: usize,
    /// Pairs of sentences that are new on both sides.
    pub added: usize,
    /// New sentences that only the translation has.
    pub extra: usize,
    /// Translations that were taken out of the document.
    pub withdrawn: usize,
    /// Whether its catalog, which stays as it is, has to remember that this document was read.
    #[serde(rename = "noted", skip_serializing_if = "std::ops::Not::not")]
    pub is_noted: bool,
    pub pairs: Vec<AlignRow>,
}

impl Aligned {
    /// An article about which nothing is known yet.
    pub fn new(article: &str, target: &str) -> Self {
        Self { article: article.to_owned(), target: target.to_owned(), ..Self::default() }
    }
}

/// What was done about an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlignFate {
    /// It has no translation at all.
    #[default]
    Untranslated,
    /// It has a catalog, and no translated document yet.
    Unpublished,
    /// It got its first catalog.
    Adopted,
    /// Its catalog follows the edits of hands.
    Followed,
    /// Its documents are what the catalog knows.
    InStep,
}

/// Sentences of both sides; one side is empty where there is no partner.
#[derive(Clone, Debug, Serialize)]
pub struct AlignRow {
    pub source: Vec<String>,
    pub target: Vec<String>,
    /// The share of such pairs that are right, from 0 to 1.
    pub confidence: f64,
    /// Set where the source changed since.
    #[serde(rename = "stale", skip_serializing_if = "Option::is_none")]
    pub is_stale: Option<bool>,
    /// What the aligner went by.
    #[serde(skip)]
    pub grounds: Option<Grounds>,
    /// Why it is a pair, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<ShownEvidence>,
}

impl AlignRow {
    /// Adds why it is a pair, as far as the aligner made it one.
    pub fn explain(&mut self, lexicon: &Lexicon) {
        let Some(grounds) = &self.grounds else { return };
        let (source, target) = (self.source.join(" "), self.target.join(" "));
        let couple =
            AnsweringWords { source: &source, target: &target, confidence: self.confidence };
        self.evidence = Some(ShownEvidence::of(grounds, &couple, lexicon));
    }
}

/// Articles of a workspace, and translated documents without a source.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub articles: Vec<Aligned>,
    /// Paths from the workspace's root.
    pub orphans: Vec<String>,
}

impl Tree {
    /// Whether it says of any pair why it is one.
    pub fn is_explained(&self) -> bool {
        let mut rows = self.articles.iter().flat_map(|article| &article.pairs);
        rows.any(|row| row.evidence.is_some())
    }
}

/// What was aligned: two files, or articles of the workspace.
pub enum Alignment {
    Files(Vec<AlignRow>),
    Articles(Tree),
}

#[derive(Serialize)]
struct WireFiles<'a> {
    version: u32,
    pairs: &'a [AlignRow],
}

#[derive(Serialize)]
struct WireArticles<'a> {
    version: u32,
    articles: &'a [Aligned],
    orphans: &'a [String],
}

/// The formats of `align`.
pub const FORMATS: &[Format<Alignment>] =
    &[Format { name: "text", write: write_text }, Format { name: "json", write: write_machine }];

fn write_machine(alignment: &Alignment, _: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    match alignment {
        Alignment::Files(pairs) => write_json(&WireFiles { version: 1, pairs }, out),
        Alignment::Articles(Tree { articles, orphans }) => {
            write_json(&WireArticles { version: 1, articles, orphans }, out)
        }
    }
}

fn write_text(alignment: &Alignment, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    match alignment {
        Alignment::Files(rows) => rows.iter().try_for_each(|row| write_row(row, screen, out)),
        Alignment::Articles(tree) => write_tree(tree, screen, out),
    }
}

fn write_tree(tree: &Tree, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    // What needs the first look comes first.
    let mut articles: Vec<&Aligned> = tree.articles.iter().collect();
    articles.sort_by_key(|aligned| std::cmp::Reverse(aligned.drafts));
    for aligned in articles {
        let (article, target) = (aligned.article.as_str(), aligned.target.as_str());
        match aligned.fate {
            AlignFate::Adopted => tell(&adopted(aligned), screen, out)?,
            AlignFate::Followed => tell(&followed(aligned), screen, out)?,
            AlignFate::Untranslated => {
                let told =
                    message!("report-align-untranslated", article = article, target = target);
                tell(&told, screen, out)?;
            }
            AlignFate::Unpublished | AlignFate::InStep => {}
        }
        if let Some(revision) = &aligned.source_at {
            let revision = revision.get(..SHORT).unwrap_or(revision);
            tell(&message!("report-align-source-at", revision = revision), screen, out)?;
        }
        if let Some(document) = &aligned.document {
            tell(&message!("report-align-moved", path = document.as_str()), screen, out)?;
        }
        let explained = aligned.pairs.iter().filter(|row| row.evidence.is_some());
        explained.into_iter().try_for_each(|row| write_row(row, screen, out))?;
    }
    if folders::are_many(&tree.orphans) {
        let count = tree.orphans.len();
        let folders = folders::by_folder(&tree.orphans, screen);
        let told = message!("report-align-orphans", count = count, folders = folders);
        return tell(&told, screen, out);
    }
    tree.orphans.iter().try_for_each(|path| {
        tell(&message!("report-align-orphan", path = path.as_str()), screen, out)
    })
}

/// So many characters of a commit's name are shown, as git shows them.
const SHORT: usize = 10;

fn tell(message: &Message, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", printable(&screen.text(message)))
}

fn followed(aligned: &Aligned) -> Message {
    message!(
        "report-align-followed",
        article = aligned.article.as_str(),
        target = aligned.target.as_str(),
        renewed = aligned.renewed,
        added = aligned.added,
        extra = aligned.extra,
        withdrawn = aligned.withdrawn,
        drafts = aligned.drafts
    )
}

fn adopted(aligned: &Aligned) -> Message {
    let paired = |row: &&AlignRow| !row.source.is_empty() && !row.target.is_empty();
    message!(
        "report-align-article",
        article = aligned.article.as_str(),
        target = aligned.target.as_str(),
        pairs = aligned.pairs.iter().filter(paired).count(),
        stale = aligned.pairs.iter().filter(|row| row.is_stale.is_some()).count(),
        missing = aligned.pairs.iter().filter(|row| row.target.is_empty()).count(),
        extra = aligned.pairs.iter().filter(|row| row.source.is_empty()).count(),
        drafts = aligned.drafts
    )
}

fn write_row(row: &AlignRow, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let confidence = screen.paint(STRONG, &format!("{:.2}", row.confidence));
    let nothing = screen.paint(FAINT, "—");
    let side = |texts: &[String]| match texts {
        [] => nothing.clone(),
        texts => printable(&texts.join(" ")).into_owned(),
    };
    writeln!(out, "{confidence}  {}\n      {}", side(&row.source), side(&row.target))?;
    row.evidence.as_ref().map_or(Ok(()), |evidence| evidence.write(screen, out))
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::{AlignFate, AlignRow, Aligned, Alignment, FORMATS, Tree};
    use crate::report::testing::{english, russian};

    fn rows() -> Vec<AlignRow> {
        let row = |source: &[&str], target: &[&str]| AlignRow {
            source: source.iter().map(|text| (*text).to_owned()).collect(),
            target: target.iter().map(|text| (*text).to_owned()).collect(),
            confidence: 0.97,
            is_stale: None,
            grounds: None,
            evidence: None,
        };
        vec![row(&["Да."], &["Yes."]), row(&["Нет."], &[])]
    }

    #[test]
    fn both_sides_stand_under_each_other() {
        let text = english(FORMATS, "text", &Alignment::Files(rows()));
        assert_data_eq!(
            text,
            str![[r#"
0.97  Да.
      Yes.
0.97  Нет.
      —

"#]]
        );
    }

    #[test]
    fn many_translations_without_a_source_are_told_by_folder() {
        let paths = |count: usize| (0..count).map(|at| format!("docs/{at}.md")).collect();
        let text = |count| {
            let tree = Tree { orphans: paths(count), ..Tree::default() };
            english(FORMATS, "text", &Alignment::Articles(tree))
        };
        assert_data_eq!(
            text(2),
            str![[r#"
docs/0.md: a translation without a source
docs/1.md: a translation without a source

"#]]
        );
        assert_data_eq!(
            text(6),
            str![[r#"
6 translations without a source: docs/ (6)

"#]]
        );
    }

    #[test]
    fn an_article_is_one_line() {
        let aligned =
            Aligned { fate: AlignFate::Adopted, pairs: rows(), ..Aligned::new("news", "en") };
        let text = russian(
            FORMATS,
            "text",
            &Alignment::Articles(Tree { articles: vec![aligned], ..Tree::default() }),
        );
        assert_data_eq!(
            text,
            str![[r#"
news (en): 1 пара, устарело 0, без перевода 1, только в переводе 0, просмотреть 0

"#]]
        );
    }
}
