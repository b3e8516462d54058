//! The pairs that a workspace gives to others.

use crate::error::Result;
use crate::model::Pair;
use crate::workspace::embargo::end;
use crate::workspace::{Article, Workspace};

/// A pair in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedPair {
    pub workspace: String,
    /// A digest of everything else.
    pub id: String,
    pub source_language: String,
    pub target_language: String,
    pub article: String,
    pub source: String,
    pub target: String,
    pub state: String,
    pub origin: Option<String>,
    /// When others may read it, as PostgreSQL writes times; nothing where they may at once.
    pub embargo: Option<String>,
}

/// What can't be read as a time holds for ever.
const FOR_EVER: &str = "infinity";

/// The sealed pairs of all articles.
pub fn of_workspace(workspace: &Workspace, target: &str) -> Result<Vec<SharedPair>> {
    let mut rows = Vec::new();
    for article in workspace.articles(&[])? {
        let Some(catalog) = workspace.catalog(&article, target)? else { continue };
        let embargo = embargo(workspace, &article)?;
        let shared =
            catalog.pairs.iter().filter(|pair| !pair.source.is_empty() && pair.has_target());
        for pair in shared.filter(|pair| pair.is_sealed()) {
            let mut row = SharedPair {
                workspace: workspace.share_name(),
                source_language: workspace.config.source_subtag().to_owned(),
                target_language: target.to_owned(),
                article: article.id.clone(),
                embargo: embargo.clone(),
                ..row(pair)
            };
            row.id = id(&row);
            rows.push(row);
        }
    }
    Ok(rows)
}

fn embargo(workspace: &Workspace, article: &Article) -> Result<Option<String>> {
    let Some(written) = workspace.embargo(article)? else { return Ok(None) };
    Ok(Some(end(&written).map_or_else(|| FOR_EVER.to_owned(), |moment| moment.to_string())))
}

/// What a pair itself says.
fn row(pair: &Pair) -> SharedPair {
    SharedPair {
        source: clean(&pair.source),
        target: clean(&pair.target),
        state: pair.state.name().to_owned(),
        origin: pair.origin.as_deref().map(clean),
        ..SharedPair::default()
    }
}

/// PostgreSQL keeps no zero bytes.
fn clean(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A digest of what the row says; a pair whose embargo was lifted is another one.
fn id(row: &SharedPair) -> String {
    let mut hasher = blake3::Hasher::new();
    let texts = [&row.source_language, &row.target_language, &row.article, &row.source];
    let rest = [&row.target, &row.state];
    for text in texts.into_iter().chain(rest) {
        hasher.update(text.as_bytes()).update(&[0]);
    }
    for text in [&row.origin, &row.embargo] {
        hasher.update(text.as_deref().unwrap_or_default().as_bytes()).update(&[0]);
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

/// Which of several servers has a workspace.
pub fn server_of(workspace: &str, servers: usize) -> usize {
    let hash = blake3::hash(workspace.as_bytes());
    let bytes: [u8; 4] = hash.as_bytes()[..4].try_into().unwrap_or_default();
    usize::try_from(u32::from_le_bytes(bytes)).unwrap_or_default() % servers.max(1)
}

/// A row as a line of `COPY … FROM STDIN` in its text form.
#[cfg(any(feature = "share", test))]
pub fn line(row: &SharedPair, out: &mut String) {
    let texts = [&row.workspace, &row.id, &row.source_language, &row.target_language];
    let more = [&row.article, &row.source, &row.target, &row.state];
    for text in texts.into_iter().chain(more) {
        escape(text, out);
        out.push('\t');
    }
    match &row.origin {
        Some(origin) => escape(origin, out),
        None => out.push_str("\\N"),
    }
    out.push('\t');
    out.push_str(row.embargo.as_deref().unwrap_or("\\N"));
    out.push('\n');
}

#[cfg(any(feature = "share", test))]
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SharedPair, id, line, server_of};

    #[test]
    fn what_copy_reads_as_signs_is_escaped() {
        let row = SharedPair {
            source: "а\tб\\в\nг\rд".to_owned(),
            target: "\\N".to_owned(),
            ..SharedPair::default()
        };
        let mut out = String::new();
        line(&row, &mut out);
        assert_eq!(out, "\t\t\t\t\tа\\tб\\\\в\\nг\\rд\t\\\\N\t\t\\N\t\\N\n");
    }

    #[test]
    fn a_pair_whose_embargo_was_lifted_is_another_row() {
        let row = SharedPair { source: "а".to_owned(), ..SharedPair::default() };
        let held = SharedPair { embargo: Some("infinity".to_owned()), ..row.clone() };
        assert_ne!(id(&row), id(&held));
        assert_eq!(id(&row), id(&row.clone()));
    }

    #[test]
    fn each_workspace_has_its_server() {
        let servers: Vec<usize> =
            ["a", "b", "c", "d", "e", "f"].map(|name| server_of(name, 2)).to_vec();
        assert!(servers.contains(&0) && servers.contains(&1), "{servers:?}");
        assert_eq!(server_of("a", 1), 0);
    }
}
