//! What a command works on at a time.

use super::{Article, Workspace};
use crate::error::Result;

/// One article in one target language.
#[derive(Clone)]
pub struct Job {
    pub article: Article,
    pub target: String,
}

/// An article in a target language, as a command is told of it.
#[derive(Clone, Copy)]
pub struct Rendition<'a> {
    pub article: &'a Article,
    pub target: &'a str,
}

/// Articles of one workspace, each in a target language.
#[derive(Clone, Copy)]
pub struct Batch<'a> {
    pub workspace: &'a Workspace,
    pub jobs: &'a [Job],
}

impl Job {
    /// What the job is about.
    pub fn rendition(&self) -> Rendition<'_> {
        Rendition { article: &self.article, target: &self.target }
    }
}

/// What stands beside the sources, where all of them were looked for; nothing is known else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// How many catalogs there are.
    pub catalogs: Option<usize>,
    /// How many translated documents.
    pub pages: Option<usize>,
}

/// The jobs that were asked for, and what was met on the way to them.
pub struct Selection {
    pub jobs: Vec<Job>,
    pub census: Census,
}

impl Workspace {
    /// The articles that the selectors name, once for each target language.
    pub fn jobs(&self, selectors: &[String], targets: &[String]) -> Result<Vec<Job>> {
        Ok(self.selection(selectors, targets)?.jobs)
    }

    /// Those jobs, with what was met on the way to them.
    pub fn selection(&self, selectors: &[String], targets: &[String]) -> Result<Selection> {
        let (articles, census) = self.counted(selectors)?;
        let mut jobs = Vec::with_capacity(articles.len() * targets.len());
        let Some((last, others)) = targets.split_last() else {
            return Ok(Selection { jobs, census });
        };
        for article in articles {
            for target in others {
                jobs.push(Job { article: article.clone(), target: target.clone() });
            }
            jobs.push(Job { article, target: last.clone() });
        }
        Ok(Selection { jobs, census })
    }
}
