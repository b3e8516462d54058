//! Published documents: what tolmach wrote of them, and what a hand did since.
//!
//! The record is a digest in the catalog, `[published]` before the first pair: the
//! first 80 bits of the BLAKE3 hash of the document with line ends as `\n`, in
//! hexadecimal. Where two branches published, the merged document fits neither
//! record, and counts as edited by hand unless it is what would be published now.

use toml_edit::{DocumentMut, Item, Table, value};

use super::catalog_layout::Layout;
use super::files::read_if_exists;
use super::save::{Expected, Write, save_alone};
use super::{Article, Lock, Workspace};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::model::Location;

/// How a published document stands to what is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none yet.
    Absent,
    /// It is what would be published now.
    Current,
    /// It is as tolmach wrote it, and out of date.
    Outdated,
    /// Somebody else wrote it.
    Foreign,
    /// A hand edited it since; this is its text, and the one that tolmach wrote if git has it.
    Edited { text: String, written: Option<String> },
}

impl Workspace {
    /// How the article's document stands to `text`, which is to be published.
    pub fn standing(&self, (article, target): (&Article, &str), text: &str) -> Result<Standing> {
        let path = article.document_path(target);
        let stored = read_if_exists(&path).map_err(|failure| failure.error(&self.shown(&path)))?;
        let Some(stored) = stored else { return Ok(Standing::Absent) };
        if unix(&stored.text) == unix(text) {
            return Ok(Standing::Current);
        }
        let record = self.record(article, target)?;
        if record.as_deref() == Some(digest(&stored.text).as_str()) {
            return Ok(Standing::Outdated);
        }
        if record.is_none() {
            return Ok(Standing::Foreign);
        }
        let committed = self.git().text_at("HEAD", &path).ok().flatten();
        let is_ours = |text: &String| record.as_deref() == Some(digest(text).as_str());
        Ok(Standing::Edited { text: stored.text, written: committed.filter(is_ours) })
    }

    /// Writes the document and the record of it, both or neither; `over` is what it replaces.
    pub fn publish(
        &self,
        (article, target): (&Article, &str),
        text: &str,
        over: &Standing,
    ) -> Result<()> {
        let lock = Lock::take(&self.root)?;
        if self.standing((article, target), text)? != *over {
            let path = self.shown(&article.document_path(target));
            return Err(Error::new(message!("error-file-changed", path = path))
                .hint(message!("hint-file-changed")));
        }
        let mut writes = Vec::new();
        if *over != Standing::Current {
            let path = article.document_path(target);
            let shown = self.shown(&path);
            let bytes = text.as_bytes().to_vec();
            writes.push(Write { path, shown, bytes, expected: Expected::Anything });
        }
        writes.extend(self.recorded((article, target), &digest(text))?);
        save_alone(writes, &lock).map(drop)
    }

    /// The digest of the document that tolmach wrote last.
    fn record(&self, article: &Article, target: &str) -> Result<Option<String>> {
        let path = article.catalog_path(target);
        let stored = read_if_exists(&path).map_err(|failure| failure.error(&self.shown(&path)))?;
        let Some(stored) = stored else { return Ok(None) };
        Ok(record(&stored.text))
    }

    /// The catalog with this record, where it has another or none.
    fn recorded(&self, (article, target): (&Article, &str), digest: &str) -> Result<Option<Write>> {
        let path = article.catalog_path(target);
        let shown = self.shown(&path);
        let stored = read_if_exists(&path).map_err(|failure| failure.error(&shown))?;
        let Some(stored) = stored else { return Ok(None) };
        let text = with_record(&stored.text, digest).ok_or_else(|| {
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

/// The digest of the document that was published last, as a catalog's text has it.
pub fn record(text: &str) -> Option<String> {
    let document = text.parse::<DocumentMut>().ok()?;
    document.get("published")?.get("digest")?.as_str().map(str::to_owned)
}

/// What stands before the first pair, without the record; nothing where it holds more than that.
pub fn without_record(preamble: &str) -> Option<String> {
    let mut document: DocumentMut = preamble.parse().ok()?;
    match document.get("published").map(|item| item.as_table().map(Table::len)) {
        None => return Some(preamble.to_owned()),
        Some(Some(1)) => {}
        Some(_) => return None,
    }
    let (_, table) = document.as_table_mut().remove_entry("published")?;
    // A remark above the record is about the file.
    let remark =
        table.as_table().and_then(|table| table.decor().prefix()?.as_str().map(str::to_owned));
    Some(remark.unwrap_or_default() + &document.to_string())
}

/// The catalog's text with the record set; everything else stands as it stood.
pub fn with_record(text: &str, digest: &str) -> Option<String> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let layout = Layout::of(body)?;
    let (preamble, pairs) = body.split_at(layout.preamble.len());
    let newline = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let mut document: DocumentMut = preamble.parse().ok()?;
    if let Some(table) = document.get_mut("published") {
        let stored = table.as_table_mut()?;
        stored.insert("digest", value(digest));
        let head = document.to_string().replace("\r\n", "\n").replace('\n', newline);
        return Some(mark.to_owned() + &head + pairs);
    }
    let mut table = Table::new();
    table.insert("digest", value(digest));
    let mut record = DocumentMut::new();
    record.insert("published", Item::Table(table));
    let record = record.to_string().replace('\n', newline);
    Some(format!("{mark}{preamble}{record}{newline}{pairs}"))
}

fn digest(text: &str) -> String {
    blake3::hash(unix(text).as_bytes()).to_hex()[..20].to_owned()
}

fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::with_record;
    use crate::workspace::catalog_read;

    const PAIR: &str = "[[pair]]\nsource = \"Да.\"\ntarget = \"Yes.\"\n";

    #[test]
    fn the_record_stands_before_the_first_pair_and_is_renewed() {
        let first = with_record(PAIR, "aa").unwrap();
        assert_eq!(first, format!("[published]\ndigest = \"aa\"\n\n{PAIR}"));
        let again = with_record(&first, "bb").unwrap();
        assert_eq!(again, format!("[published]\ndigest = \"bb\"\n\n{PAIR}"));
        assert_eq!(catalog_read::read(&again), catalog_read::read(PAIR));
        assert!(catalog_read::read(&again).is_some());
    }

    #[test]
    fn remarks_and_line_ends_stay() {
        let text = format!("# Ours.\n\n{PAIR}").replace('\n', "\r\n");
        let text = with_record(&text, "aa").unwrap();
        let expected = format!("# Ours.\n\n[published]\ndigest = \"aa\"\n\n{PAIR}");
        assert_eq!(text, expected.replace('\n', "\r\n"));
        let again = with_record(&text, "bb").unwrap();
        assert_eq!(again, text.replace("aa", "bb"));
    }
}
