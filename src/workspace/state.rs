//! What a workspace is at a moment, in a few letters: parts of one report must be of one state.

use rayon::prelude::*;

use super::index::ArticlePaths;
use super::{Job, Workspace};

impl Workspace {
    /// Tells the configuration, the terms and all texts of these jobs from those of another state.
    pub fn state(&self, jobs: &[Job]) -> String {
        let texts: Vec<blake3::Hash> = jobs.par_iter().map(|job| self.texts(job)).collect();
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.digest.as_bytes());
        if let Some(terms) = self.terms().ok().and_then(|terms| terms.digest) {
            hasher.update(terms.as_bytes());
        }
        for (job, text) in jobs.iter().zip(&texts) {
            hasher.update(job.article.id.as_bytes()).update(&[0]);
            hasher.update(job.target.as_bytes()).update(text.as_bytes());
        }
        hasher.finalize().to_hex()[..LETTERS].to_owned()
    }

    /// The source, the catalog and the document of a job; what can't be read is told where it is looked at.
    fn texts(&self, job: &Job) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for path in ArticlePaths::of(job).all() {
            if let Ok(bytes) = self.bounds.bytes(&self.root.join(path)) {
                hasher.update(&bytes);
            }
            hasher.update(&[0]);
        }
        hasher.finalize()
    }
}

/// So many letters tell two states apart.
const LETTERS: usize = 16;
