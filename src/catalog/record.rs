//! The record of a translated document in its catalog: `[published]` before the first pair.
//!
//! `digest` is that of the document as tolmach wrote it, `read` that of the document which
//! the catalog was last in step with (where one was ever read, `publish` renews it, too), `pairs` that of the pairs at that moment,
//! `beside` what the source had then beside its sentences. A digest is the
//! first 80 bits of the BLAKE3 hash of the text with line ends as `\n`, in hexadecimal.

use toml_edit::{Document, DocumentMut, Item, Table, value};

use super::chunks::CatalogLayout;
use crate::model::Catalog;

/// Digests of what was published or read last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The document that tolmach wrote.
    pub written: Option<String>,
    /// The document that the catalog was brought in step with.
    pub read: Option<String>,
    /// The pairs when either came about.
    pub pairs: Option<String>,
    /// What the source had beside its sentences when the document was read.
    pub beside: Option<String>,
    /// Why the document is right beside this source, where a person said so.
    pub reason: Option<String>,
}

/// The keys of a record, in their order.
pub const KEYS: [&str; 5] = ["digest", "read", "pairs", "beside", "reason"];
/// The keys that only hold for the document that was read last.
const EARLIER: [&str; 2] = ["beside", "reason"];

impl Record {
    /// The record in a catalog's text; empty where it has none.
    pub fn of(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Most catalogs have none, and to read all pairs only to learn that is slow.
        let end = text.find("[[pair]]").unwrap_or(text.len());
        let Ok(document) = Document::parse(&text[..end]) else { return Self::default() };
        let table = document.get("published").and_then(Item::as_table);
        let get = |key: &str| table?.get(key)?.as_str().map(str::to_owned);
        let [written, read, pairs, beside, reason] = KEYS.map(get);
        Self { written, read, pairs, beside, reason }
    }

    /// All values with their keys.
    pub fn entries(&self) -> [(&'static str, Option<&str>); 5] {
        let [written, read, pairs, beside, reason] = KEYS;
        [
            (written, self.written.as_deref()),
            (read, self.read.as_deref()),
            (pairs, self.pairs.as_deref()),
            (beside, self.beside.as_deref()),
            (reason, self.reason.as_deref()),
        ]
    }

    /// Whether the text is the one that was published or read last.
    pub fn knows(&self, text: &str) -> bool {
        let last = self.read.as_ref().or(self.written.as_ref());
        last.is_some_and(|last| *last == digest(text))
    }

    /// Whether the text is as tolmach wrote it, and nothing else was read since.
    pub fn is_written(&self, text: &str) -> bool {
        self.knows(text) && self.written.as_ref().is_some_and(|written| *written == digest(text))
    }
}

/// The digest of a document.
pub fn digest(text: &str) -> String {
    blake3::hash(unix(text).as_bytes()).to_hex()[..20].to_owned()
}

/// The digest of all texts that a catalog holds.
pub fn digest_of(catalog: &Catalog) -> String {
    let texts = catalog.pairs.iter().flat_map(|pair| [&*pair.source, "\0", &*pair.target, "\0"]);
    digest(&texts.collect::<String>())
}

/// The text with line ends as `\n`.
pub fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// What stands before the first pair, without the record; nothing where it holds more than that.
pub fn without_record(preamble: &str) -> Option<String> {
    let mut document: DocumentMut = preamble.parse().ok()?;
    let Some(item) = document.get("published") else { return Some(preamble.to_owned()) };
    if item.as_table()?.iter().any(|(key, _)| !KEYS.contains(&key)) {
        return None;
    }
    let (_, table) = document.as_table_mut().remove_entry("published")?;
    // A remark above the record is about the file.
    let remark =
        table.as_table().and_then(|table| table.decor().prefix()?.as_str().map(str::to_owned));
    Some(remark.unwrap_or_default() + &document.to_string())
}

/// The catalog's text with what this record has set; everything else stands as it stood.
pub fn with_record(text: &str, record: &Record) -> Option<String> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let layout = CatalogLayout::of(body)?;
    let (preamble, pairs) = body.split_at(layout.preamble.len());
    let newline = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let mut document: DocumentMut = preamble.parse().ok()?;
    let values = record.entries().into_iter();
    let values = values.filter_map(|(key, digest)| Some((key, value(digest?))));
    if let Some(table) = document.get_mut("published") {
        let stored = table.as_table_mut()?;
        // What was known of an earlier document says nothing of this one.
        for key in EARLIER {
            stored.remove(key);
        }
        values.for_each(|(key, value)| drop(stored.insert(key, value)));
        let head = document.to_string().replace("\r\n", "\n").replace('\n', newline);
        return Some(mark.to_owned() + &head + pairs);
    }
    let mut table = Table::new();
    values.for_each(|(key, value)| drop(table.insert(key, value)));
    let mut record = DocumentMut::new();
    record.insert("published", Item::Table(table));
    let record = record.to_string().replace('\n', newline);
    Some(format!("{mark}{preamble}{record}{newline}{pairs}"))
}

#[cfg(test)]
mod tests {
    use super::{Record, with_record};
    use crate::catalog::fast;

    const PAIR: &str = "[[pair]]\nsource = \"Да.\"\ntarget = \"Yes.\"\n";

    fn written(digest: &str) -> Record {
        Record { written: Some(digest.to_owned()), ..Record::default() }
    }

    #[test]
    fn the_record_stands_before_the_first_pair_and_is_renewed() {
        let first = with_record(PAIR, &written("aa")).unwrap();
        assert_eq!(first, format!("[published]\ndigest = \"aa\"\n\n{PAIR}"));
        assert_eq!(Record::of(&first), written("aa"));
        let read = Record { read: Some("cc".to_owned()), ..Record::default() };
        let again = with_record(&with_record(&first, &written("bb")).unwrap(), &read).unwrap();
        assert_eq!(again, format!("[published]\ndigest = \"bb\"\nread = \"cc\"\n\n{PAIR}"));
        assert_eq!(fast::read(&again), fast::read(PAIR));
        assert!(fast::read(&again).is_some());
        assert_eq!(Record::of(PAIR), Record::default());
    }

    #[test]
    fn remarks_and_line_ends_stay() {
        let text = format!("# Ours.\n\n{PAIR}").replace('\n', "\r\n");
        let text = with_record(&text, &written("aa")).unwrap();
        let expected = format!("# Ours.\n\n[published]\ndigest = \"aa\"\n\n{PAIR}");
        assert_eq!(text, expected.replace('\n', "\r\n"));
        let again = with_record(&text, &written("bb")).unwrap();
        assert_eq!(again, text.replace("aa", "bb"));
    }
}
