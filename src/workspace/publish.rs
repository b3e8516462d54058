//! Published documents: what tolmach wrote of them, and what a hand did since.
//!
//! The catalog keeps a record of it. Where two branches published, the merged document fits
//! neither record, and counts as edited by hand unless it is what would be published now.

use std::path::PathBuf;

use super::catalogs::Rewrite;
use super::{Article, Rendition, Workspace};
use crate::catalog::{Record, digest, digest_of, unix, with_record};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::{Catalog, Location, Pair, Provenance, Signature};
use crate::text::fold::fold;
use crate::tracking::{Beside, Met, frame, is_kept_on_page};
use crate::workspace::files::ignored::is_left_out;
use crate::workspace::files::save::{Expected, Write};
use crate::workspace::files::witness;

/// What the catalog knows of the translated document as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Acquaintance {
    /// The catalog was in step with it: whatever differs, the catalog is newer.
    Known,
    /// A hand edited it since; `is_newer` says whether the catalog was worked on since, too.
    Edited { known: Record, is_newer: bool },
    /// The catalog never met it.
    Stranger,
}

/// A catalog that was brought in step with the translated document.
pub struct InStep<'a> {
    pub article: &'a Article,
    pub target: &'a str,
    /// The translated document that was read.
    pub document: String,
    /// As it was read; `None` where there was no file.
    pub before: Option<Catalog>,
    pub catalog: Catalog,
    /// What the source that was read has beside its sentences.
    pub beside: Beside,
}

/// How a published document stands to what is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageStanding {
    /// There is none yet.
    Absent,
    /// It is what would be published now.
    Current,
    /// It is as tolmach wrote it, and out of date.
    Outdated,
    /// Somebody else wrote it.
    Foreign,
    /// `align` read its sentences into the catalog, but not what this text has beside them.
    Unkept { text: String },
    /// A hand edited it since; this is its text, and the one that tolmach wrote if git has it.
    Edited { text: String, written: Option<String> },
}

/// A translated page that somebody says is right as it is.
pub struct KeptPage<'a> {
    pub text: &'a str,
    /// What it has beside its sentences.
    pub beside: Beside,
}

impl Workspace {
    /// How the article's document stands to `text`, which is to be published.
    pub fn standing(&self, rendition: Rendition<'_>, text: &str) -> Result<PageStanding> {
        let Rendition { article, target } = rendition;
        let path = article.document_path(target);
        let stored = self.existing(&path).map_err(|failure| failure.error(&self.shown(&path)))?;
        let Some(stored) = stored else { return Ok(PageStanding::Absent) };
        if unix(&stored.text) == unix(text) {
            return Ok(PageStanding::Current);
        }
        let (record, catalog) = self.record_of(article, target)?;
        let is_ours = |text: &String| record.written == Some(digest(text));
        let is_last = record.is_written(&stored.text);
        let is_read = record.read == Some(digest(&stored.text));
        if is_read || is_last {
            let frame = |text: &str| frame(&self.parsed(text.to_owned(), &path, target));
            // What the program wrote has no frame of its own.
            let is_kept = !has_alone(&catalog, &stored.text)
                && (is_last || is_ours(&stored.text) || frame(&stored.text) == frame(text));
            let unkept = || PageStanding::Unkept { text: stored.text };
            return Ok(if is_kept { PageStanding::Outdated } else { unkept() });
        }
        if record.written.is_none() {
            return Ok(PageStanding::Foreign);
        }
        let committed = self.git().text_at("HEAD", &path).ok().flatten();
        Ok(PageStanding::Edited { text: stored.text, written: committed.filter(is_ours) })
    }

    /// Writes the document and the record of it, both or neither; `over` is what it replaces.
    pub fn publish(&self, rendition: Rendition<'_>, text: &str, over: &PageStanding) -> Result<()> {
        let Rendition { article, target } = rendition;
        let turn = self.turn()?;
        if self.standing(rendition, text)? != *over {
            let path = self.shown(&article.document_path(target));
            return Err(Error::new(message!("error-file-changed", path = path))
                .hint(message!("hint-file-changed")));
        }
        let mut writes = Vec::new();
        if *over != PageStanding::Current {
            let path = article.document_path(target);
            let shown = self.shown(&path);
            let bytes = self.encoding(article)?.encode(text);
            writes.push(Write { path, shown, bytes, expected: Expected::Anything });
        }
        writes.extend(self.recorded(rendition, text)?);
        turn.write(writes).map(drop)
    }

    /// What the catalog, if there is one, knows of the translated document with this text.
    pub fn acquaintance(
        &self,
        Rendition { article, target }: Rendition<'_>,
        text: &str,
        catalog: Option<&Catalog>,
    ) -> Result<Acquaintance> {
        let Some(catalog) = catalog else { return Ok(Acquaintance::Stranger) };
        let (known, _) = self.record_of(article, target)?;
        if known.knows(text) {
            return Ok(Acquaintance::Known);
        }
        if known.written.is_none() && known.read.is_none() {
            return Ok(Acquaintance::Stranger);
        }
        let is_newer = known.pairs != Some(digest_of(catalog));
        Ok(Acquaintance::Edited { known, is_newer })
    }

    /// Writes catalogs that are in step with their documents, all or none, and records that they are.
    pub fn save_read(&self, writes: Vec<InStep<'_>>) -> Result<Vec<PathBuf>> {
        let turn = self.turn()?;
        let mut saved = Vec::new();
        for InStep { article, target, document, before, catalog, beside } in writes {
            let pairs = Some(digest_of(&catalog));
            let read = Some(digest(&document));
            let record =
                Record { read, pairs, beside: Some(beside.to_string()), ..Record::default() };
            let rewrite = Rewrite { rendition: Rendition { article, target }, before, catalog };
            saved.extend(self.with_catalog(rewrite, &record)?);
        }
        turn.write(saved)
    }

    /// Records that the document is right beside the source as it is now, and why.
    pub fn keep_page(
        &self,
        rendition: Rendition<'_>,
        page: &KeptPage<'_>,
        reason: &str,
    ) -> Result<()> {
        let Rendition { article, target } = rendition;
        let turn = self.turn()?;
        let (record, catalog) = self.record_of(article, target)?;
        let Signature { by, on } = self.signature();
        let signed = [Some(reason.to_owned()), by, on].into_iter().flatten();
        let reason = signed.collect::<Vec<_>>().join(" · ");
        let read = Some(digest(page.text));
        let beside = Some(page.beside.to_string());
        let record = Record { read, beside, reason: Some(reason), ..record };
        let rewrite = Rewrite { rendition, before: Some(catalog.clone()), catalog };
        turn.write(self.with_catalog(rewrite, &record)?.into_iter().collect()).map(drop)
    }

    fn record_of(&self, article: &Article, target: &str) -> Result<(Record, Catalog)> {
        let path = article.catalog_path(target);
        let stored = self.existing(&path).map_err(|failure| failure.error(&self.shown(&path)))?;
        let record = stored.map(|stored| Record::of(&stored.text)).unwrap_or_default();
        Ok((record, self.catalog(article, target)?.unwrap_or_default()))
    }

    /// The catalog with the record of what was published, where it has another or none.
    fn recorded(&self, rendition: Rendition<'_>, text: &str) -> Result<Option<Write>> {
        let Rendition { article, target } = rendition;
        let path = article.catalog_path(target);
        let shown = self.shown(&path);
        let stored = self.existing(&path).map_err(|failure| failure.error(&shown))?;
        let Some(stored) = stored else { return Ok(None) };
        let pairs = self.catalog(article, target)?.as_ref().map(digest_of);
        let written = Some(digest(text));
        // Where something was read before, what is written now is later.
        let read = written.clone().filter(|_| Record::of(&stored.text).read.is_some());
        let record = Record { written, read, pairs, ..Record::default() };
        let text = with_record(&stored.text, &record).ok_or_else(|| {
            Error::new(message!("error-catalog-layout"))
                .at(Location::file(&*shown))
                .hint(message!("hint-catalog-layout"))
        })?;
        if text == stored.text {
            return Ok(None);
        }
        let before = stored.encoding.encode(&stored.text);
        let bytes = stored.encoding.encode(&text);
        Ok(Some(Write { path, shown, bytes, expected: Expected::Bytes(before) }))
    }
}

/// Whether the document holds text that has no place in what is written: without a source, or kept for a reason.
fn has_alone(catalog: &Catalog, text: &str) -> bool {
    let whole = fold(text);
    let is_alone = |pair: &Pair| pair.source.trim().is_empty() || is_kept_on_page(pair);
    let mut alone = catalog.pairs.iter().filter(|pair| pair.has_target() && is_alone(pair));
    alone.any(|pair| whole.contains(&*fold(&pair.target)))
}

impl Workspace {
    /// What the catalog, as its record says, knows of the translated document with this text.
    pub fn met(&self, article: &Article, target: &str, text: &str) -> Met {
        let record = self.remembered_record(article, target);
        let provenance = match record.knows(text) {
            true if record.is_written(text) => Provenance::Written,
            true => Provenance::Read,
            false => Provenance::Unknown,
        };
        Met {
            provenance,
            was_written: record.written.is_some(),
            beside: record.beside.as_deref().and_then(Beside::parse),
        }
    }

    /// Whether there was a translated document that isn't there now, though git would keep it.
    pub fn is_page_gone(&self, article: &Article, target: &str) -> bool {
        let record = self.remembered_record(article, target);
        if record.written.is_none() && record.read.is_none() {
            return false;
        }
        // The rules of git are no file of the article.
        witness::asked_elsewhere();
        !is_left_out(&article.document_path(target))
    }

    /// What the catalog remembers of the translated document; nothing where it can't be read.
    fn remembered_record(&self, article: &Article, target: &str) -> Record {
        let stored = self.existing(&article.catalog_path(target)).ok().flatten();
        stored.map(|stored| Record::of(&stored.text)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Acquaintance, InStep, Rendition};
    use crate::error::testing::words;
    use crate::model::{Catalog, Pair, State};
    use crate::tracking::Beside;
    use crate::workspace::testing::{folder, open};

    #[test]
    fn a_failure_in_one_catalog_leaves_all_untouched() {
        let folder = folder(&[
            ("tolmach.toml", ""),
            ("articles/a/ru.md", "Да.\n"),
            ("articles/a/en.md", "Yes.\n"),
            ("articles/b/ru.md", "Нет.\n"),
            ("articles/b/en.md", "No.\n"),
        ]);
        let workspace = open(&folder);
        let articles = workspace.articles(&[]).unwrap();
        let catalog = Catalog { pairs: vec![Pair::new("Да.", "Yes.", State::Translated)] };
        let writes = || {
            let write = |article| InStep {
                article,
                target: "en",
                document: "Yes.\n".to_owned(),
                before: None,
                catalog: catalog.clone(),
                beside: Beside::parse("aa bb cc dd 0").unwrap(),
            };
            articles.iter().map(write).collect()
        };
        let blocked = folder.path().join("articles/b/en.toml");
        fs::create_dir(&blocked).unwrap();
        let failed = workspace.save_read(writes()).unwrap_err();
        assert!(words(&failed).starts_with("\"articles/b/en.toml\" is a folder"));
        assert_eq!(fs::read_dir(folder.path().join("articles/a")).unwrap().count(), 2);
        fs::remove_dir(&blocked).unwrap();
        assert_eq!(workspace.save_read(writes()).unwrap().len(), 2);
        let known = |text: &str| {
            let rendition = Rendition { article: &articles[0], target: "en" };
            workspace.acquaintance(rendition, text, Some(&catalog))
        };
        assert_eq!(known("Yes.\r\n").unwrap(), Acquaintance::Known);
        assert!(matches!(known("No.\n").unwrap(), Acquaintance::Edited { is_newer: false, .. }));
        let failed = workspace.save_read(writes()).unwrap_err();
        assert!(words(&failed).contains("articles/a/en.toml"), "{}", words(&failed));
    }
}
