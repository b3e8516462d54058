//! A workspace on disk, read only.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use super::TrackedSentence;
use crate::desk::reading::JobReading;
use crate::error::Error;
use crate::l10n::{LOCALES, Localizer};
use crate::report::{self, Paint, Screen};
use crate::workspace::{Job, Workspace};

/// The folder with `tolmach.toml`, its articles and what was translated of them.
///
/// ```
/// # let folder = std::env::temp_dir().join(format!("newsroom-{}", std::process::id()));
/// # std::fs::create_dir_all(folder.join("articles/bridge")).unwrap();
/// # std::fs::write(folder.join("tolmach.toml"), "").unwrap();
/// # std::fs::write(folder.join("articles/bridge/ru.md"), "Мост открыли.\n").unwrap();
/// use tolmach::{Freshness, Newsroom};
///
/// let newsroom = Newsroom::open(&folder)?;
/// assert_eq!(newsroom.articles()?, ["bridge"]);
/// let sentences = newsroom.sentences("bridge", "en")?;
/// assert_eq!(sentences[0].source, "Мост открыли.");
/// assert_eq!(sentences[0].freshness, Freshness::Missing);
/// # std::fs::remove_dir_all(folder).unwrap();
/// # Ok::<(), tolmach::LibraryError>(())
/// ```
pub struct Newsroom {
    workspace: Workspace,
}

impl Newsroom {
    /// Opens the folder that holds `tolmach.toml`.
    pub fn open(folder: &Path) -> Result<Self, LibraryError> {
        Ok(Self { workspace: Workspace::open(folder)? })
    }

    /// The languages that articles are translated into.
    pub fn targets(&self) -> &[String] {
        &self.workspace.config.targets
    }

    /// The ids of all articles, in order.
    pub fn articles(&self) -> Result<Vec<String>, LibraryError> {
        let articles = self.workspace.articles(&[])?;
        Ok(articles.into_iter().map(|article| article.id).collect())
    }

    /// The sentences of an article as they are now, beside the translations held in a language.
    pub fn sentences(
        &self,
        article: &str,
        target: &str,
    ) -> Result<Vec<TrackedSentence>, LibraryError> {
        let mut sentences = Vec::new();
        for article in self.workspace.articles(&[article.to_owned()])? {
            let job = Job { article, target: target.to_owned() };
            let reading = JobReading::new(&self.workspace, &job)?;
            sentences.extend(reading.with_bitext(TrackedSentence::all));
        }
        Ok(sentences)
    }
}

/// Why something can't be read, in English, with its place and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryError {
    words: String,
}

impl Display for LibraryError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for LibraryError {}

impl From<Error> for LibraryError {
    fn from(error: Error) -> Self {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
        let mut words = Vec::new();
        // A vector takes everything.
        _ = report::error::write(&error, &screen, &mut words);
        Self { words: String::from_utf8_lossy(&words).trim_end().to_owned() }
    }
}
