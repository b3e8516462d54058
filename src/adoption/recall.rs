//! What git is asked of the past of pages, and what it could tell.

use super::pages::{ArticleFiles, History};
use crate::l10n::{Message, message};
use crate::workspace::Workspace;

/// Whether git could tell of the past; of several answers the last here is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recalled {
    Asked,
    /// There is no history here.
    Nowhere,
    /// The clone has only the newest part of it.
    Shallow,
    /// Git can't list it.
    Unlisted,
}

impl Recalled {
    /// What to tell of it, where somebody wanted the past to be asked.
    pub fn message(self, is_wanted: bool) -> Option<Message> {
        match self {
            Self::Unlisted => Some(message!("command-align-unlisted")),
            Self::Nowhere if is_wanted => Some(message!("command-align-no-history")),
            Self::Shallow if is_wanted => Some(message!("command-align-shallow")),
            Self::Asked | Self::Nowhere | Self::Shallow => None,
        }
    }
}

/// Asks git for the past of these pages; nothing is known without a history.
pub fn recall(workspace: &Workspace, pages: &mut [&mut ArticleFiles<'_>]) -> Recalled {
    let git = workspace.git();
    if pages.is_empty() {
        return Recalled::Asked;
    }
    if !git.has_history() {
        return Recalled::Nowhere;
    }
    let files: Vec<_> = pages
        .iter()
        .flat_map(|page| [page.job.article.source.clone(), page.document_path()])
        .collect();
    let Ok(histories) = git.histories(&files) else { return Recalled::Unlisted };
    let mut histories = histories.into_iter();
    for page in pages {
        let (source, translation) = (histories.next(), histories.next());
        page.history = History {
            source: source.unwrap_or_default(),
            translation: translation.unwrap_or_default(),
        };
    }
    if git.is_shallow() { Recalled::Shallow } else { Recalled::Asked }
}
