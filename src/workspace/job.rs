//! What a command works on at a time.

use super::{Article, Workspace};
use crate::error::Result;

/// One article in one target language.
#[derive(Clone)]
pub struct Job {
    pub article: Article,
    pub target: String,
}

impl Workspace {
    /// The articles that the selectors name, once for each target language.
    pub fn jobs(&self, selectors: &[String], targets: &[String]) -> Result<Vec<Job>> {
        let mut jobs = Vec::new();
        for article in self.articles(selectors)? {
            for target in targets {
                jobs.push(Job { article: article.clone(), target: target.clone() });
            }
        }
        Ok(jobs)
    }
}
