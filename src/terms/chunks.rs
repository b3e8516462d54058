//! The text of a file of terms, cut where its terms begin.

use super::read::read;
use crate::catalog::TomlText;

/// A file's text in pieces that joined give it back.
pub struct TermChunks<'t> {
    /// What stands before the first term.
    pub preamble: &'t str,
    /// The terms, each with the remarks right above it.
    pub chunks: Vec<&'t str>,
}

/// The pieces of a text; nothing where its terms are laid out in another way.
pub fn chunks(text: &str) -> Option<TermChunks<'_>> {
    let source = TomlText { path: "", text };
    let count = read(source).ok()?.len();
    let mut starts: Vec<usize> = Vec::new();
    let mut offset = 0;
    // Where the remarks began that stand right above a line.
    let mut remarks = None;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.starts_with("[[term]]") {
            starts.push(remarks.unwrap_or(offset));
        }
        remarks = match remarks {
            _ if !words.starts_with('#') => None,
            None => Some(offset),
            known => known,
        };
        offset += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let chunks: Vec<&str> =
        starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect();
    let is_one =
        |chunk: &&str| read(TomlText { path: "", text: chunk }).is_ok_and(|terms| terms.len() == 1);
    let preamble = &text[..starts.first().copied().unwrap_or(text.len())];
    (chunks.len() == count && chunks.iter().all(is_one)).then_some(TermChunks { preamble, chunks })
}

#[cfg(test)]
mod tests {
    use super::chunks;

    #[test]
    fn remarks_stay_with_the_term_below_them() {
        let text =
            "# ours\n\n# one\n[[term]]\nru = \"Дом\"\n\n# two\n# more\n[[term]]\nru = \"Сад\"\n";
        let found = chunks(text).unwrap();
        assert_eq!(found.preamble, "# ours\n\n");
        assert_eq!(found.chunks[0], "# one\n[[term]]\nru = \"Дом\"\n\n");
        assert!(found.chunks[1].starts_with("# two\n# more\n[[term]]"));
        assert!(chunks("term = [{ ru = \"Дом\" }]\n").is_none());
        assert!(chunks("").unwrap().chunks.is_empty());
    }
}
