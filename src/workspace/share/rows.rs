//! The pairs that a workspace gives to others.

use crate::error::Result;
use crate::model::Pair;
use crate::workspace::embargo::end;
use crate::workspace::{Article, Workspace};

/// A pair in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedPair {
    pub workspace: String,
    /// Whose workspace that is: the role of the server that wrote.
    pub newsroom: String,
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
    /// Whether the workspace that asked has written it.
    pub is_own: bool,
}

/// What can't be read as a time holds for ever.
const FOR_EVER: &str = "infinity";

/// The sealed pairs of all articles, read one article after another.
pub fn of_workspace<'w>(
    workspace: &'w Workspace,
    target: &'w str,
) -> Result<impl Iterator<Item = Result<SharedPair>> + use<'w>> {
    let articles = workspace.articles(&[])?.into_iter();
    Ok(articles.flat_map(move |article| match of_article(workspace, &article, target) {
        Ok(rows) => rows.into_iter().map(Ok).collect(),
        Err(err) => vec![Err(err)],
    }))
}

fn of_article(workspace: &Workspace, article: &Article, target: &str) -> Result<Vec<SharedPair>> {
    let Some(catalog) = workspace.catalog(article, target)? else { return Ok(Vec::new()) };
    let embargo = embargo(workspace, article)?;
    let mut rows = Vec::new();
    let shared = catalog.pairs.iter().filter(|pair| !pair.source.is_empty() && pair.has_target());
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

#[cfg(test)]
mod tests {
    use super::{SharedPair, id, server_of};

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
