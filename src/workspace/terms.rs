//! Files of terms: found, read when they are first asked for, and written under the lock.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use globset::{GlobBuilder, GlobMatcher};

use super::{Article, Workspace};
use crate::catalog::TomlText;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::terms::{PlacedTerm, Term, Termbase, TermsHere, TermsWritten, added, read};
use crate::text::figures::Languages;
use crate::workspace::config::terms::FILE;
use crate::workspace::files::decode::Encoding;
use crate::workspace::files::pack::ByteWriter;
use crate::workspace::files::paths::resolved;
use crate::workspace::files::save::{Expected, Write};

/// The agreed terms of a workspace.
#[derive(Debug, Default)]
pub struct AgreedTerms {
    /// Those that are there, in order.
    pub files: Vec<TermsFile>,
    /// The patterns of each term's articles; none where it holds everywhere.
    contexts: Vec<Vec<GlobMatcher>>,
    /// Of the files' names and texts.
    pub digest: Option<blake3::Hash>,
    /// By target language.
    bases: Vec<(String, OnceLock<Termbase>)>,
}

/// A file of terms.
#[derive(Debug)]
pub struct TermsFile {
    pub path: PathBuf,
    /// The path as a person would type it.
    pub shown: String,
    pub terms: Vec<PlacedTerm>,
}

impl Workspace {
    /// The agreed terms, read when they are first asked for.
    pub fn terms(&self) -> Result<&AgreedTerms> {
        if let Some(terms) = self.terms.get() {
            return Ok(terms);
        }
        let terms = self.read_terms()?;
        Ok(self.terms.get_or_init(|| terms))
    }

    /// The terms that hold in an article with this text; nothing where there are none at all.
    pub fn terms_of(&self, article: &Article, target: &str, text: &str) -> Option<TermsHere<'_>> {
        // A file that can't be read is told by those who begin with it.
        let terms = self.terms().ok().filter(|terms| !terms.is_empty())?;
        let paths = [self.relative(&article.source), article.id.clone()];
        let holds = |at: usize| {
            let patterns = &terms.contexts[at];
            let fits = |one: &GlobMatcher| paths.iter().any(|path| one.is_match(path));
            patterns.is_empty() || patterns.iter().any(fits)
        };
        Some(terms.base(&self.config.source, target)?.here(text, &holds))
    }

    /// Whether a translation goes against the terms that hold in every article.
    pub fn breaks_terms(&self, target: &str, source: &str, translation: &str) -> bool {
        self.terms_anywhere(target, source)
            .is_some_and(|here| !here.faults(source, translation).is_empty())
    }

    /// The terms that hold in every article, if it has this text.
    pub fn terms_anywhere(&self, target: &str, text: &str) -> Option<TermsHere<'_>> {
        let terms = self.terms().ok().filter(|terms| !terms.is_empty())?;
        let base = terms.base(&self.config.source, target)?;
        Some(base.here(text, &|at: usize| terms.contexts[at].is_empty()))
    }

    fn read_terms(&self) -> Result<AgreedTerms> {
        let mut terms = AgreedTerms::default();
        let mut written = ByteWriter::default();
        for path in self.term_files()? {
            let shown = self.shown(&path);
            let stored = self.existing(&path).map_err(|failure| failure.error(&shown))?;
            let Some(stored) = stored else { continue };
            written.text(&self.relative(&path));
            written.text(&stored.text);
            let found = read(TomlText { path: &shown, text: &stored.text })?;
            for one in &found {
                terms.contexts.push(contexts(&one.term, &shown)?);
            }
            terms.files.push(TermsFile { path, shown, terms: found });
        }
        terms.digest = Some(blake3::hash(&written.into_bytes()));
        let targets = self.config.targets.iter();
        terms.bases = targets.map(|target| (target.clone(), OnceLock::new())).collect();
        Ok(terms)
    }

    /// The files that the configuration names, whether or not they are there.
    fn term_files(&self) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for pattern in &self.config.terms.files {
            let parts: Vec<&str> = pattern.split('/').collect();
            let is_plain = |part: &&&str| !part.contains(['*', '?', '[', '{']);
            let fixed: Vec<&str> = parts.iter().take_while(is_plain).copied().collect();
            if fixed.len() == parts.len() {
                files.push(resolved(&self.root, pattern));
                continue;
            }
            let glob = GlobBuilder::new(pattern).literal_separator(true).build();
            let glob = glob.map_err(|err| {
                Error::new(message!("error-terms-pattern", pattern = pattern)).caused_by(err.kind())
            })?;
            let depth = if pattern.contains("**") { DEEPEST } else { parts.len() - fixed.len() };
            let folder = resolved(&self.root, fixed.join("/"));
            let mut found = self.look_for_terms(&folder, depth, &glob.compile_matcher());
            files.append(&mut found);
        }
        let mut seen: Vec<PathBuf> = Vec::new();
        files.retain(|path| {
            let is_new = !seen.contains(path);
            seen.push(path.clone());
            is_new
        });
        Ok(files)
    }

    fn look_for_terms(&self, folder: &Path, depth: usize, glob: &GlobMatcher) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        let mut files = Vec::new();
        for path in paths {
            if path.is_dir() && depth > 1 && !path.is_symlink() {
                files.extend(self.look_for_terms(&path, depth - 1, glob));
            } else if path.is_file() && glob.is_match(self.relative(&path)) {
                files.push(path);
            }
        }
        files
    }

    /// Adds the terms that a file lacks; the first of the configuration's files where none is named.
    pub fn take_terms(&self, brought: Vec<Term>, is_preview: bool) -> Result<TakenTerms> {
        let turn = (!is_preview).then(|| self.turn()).transpose()?;
        let path = self.term_files()?.into_iter().next();
        let path = path.unwrap_or_else(|| self.root.join(FILE));
        let shown = self.shown(&path);
        let stored = self.existing(&path).map_err(|failure| failure.error(&shown))?;
        let text = stored.as_ref().map_or("", |stored| &stored.text);
        let own = read(TomlText { path: &shown, text })?;
        let mut held = own;
        // What other files agree on counts, too.
        for file in self.terms()?.files.iter().filter(|file| file.path != path) {
            held.extend(file.terms.iter().cloned());
        }
        let written = added(text, &held, brought, &self.config.source);
        // Nothing is written that doesn't read back.
        read(TomlText { path: &shown, text: &written.text })?;
        if let (Some(turn), false) = (turn, written.added.is_empty()) {
            let encoding = stored.as_ref().map_or(Encoding::Utf8, |stored| stored.encoding);
            let expected = match &stored {
                Some(stored) => Expected::Bytes(stored.encoding.encode(&stored.text)),
                None => Expected::Nothing,
            };
            let bytes = encoding.encode(&written.text);
            turn.write(vec![Write { path, shown: shown.clone(), bytes, expected }])?;
        }
        Ok(TakenTerms { path: shown, written })
    }
}

/// What became of terms that were brought.
#[derive(Debug)]
pub struct TakenTerms {
    /// The file, as a person would type it.
    pub path: String,
    pub written: TermsWritten,
}

/// No folder of terms is deeper.
const DEEPEST: usize = 16;

impl AgreedTerms {
    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.contexts.is_empty()
    }

    /// All terms, in order.
    pub fn all(&self) -> impl Iterator<Item = &Term> {
        self.files.iter().flat_map(|file| file.terms.iter().map(|one| &one.term))
    }

    /// The file and the line of the term with this index.
    pub fn place(&self, mut term: usize) -> Option<(&str, usize)> {
        for file in &self.files {
            match file.terms.get(term) {
                Some(one) => return Some((&file.shown, one.line)),
                None => term -= file.terms.len(),
            }
        }
        None
    }

    /// The terms for a target language, made ready when they are first asked for.
    fn base(&self, source: &str, target: &str) -> Option<&Termbase> {
        let (_, base) = self.bases.iter().find(|(language, _)| language == target)?;
        let made = || Termbase::new(self.all().cloned().collect(), Languages { source, target });
        Some(base.get_or_init(made))
    }
}

/// The patterns of the articles where a term holds.
fn contexts(term: &Term, shown: &str) -> Result<Vec<GlobMatcher>> {
    let glob = |pattern: &String| {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        glob.map(|glob| glob.compile_matcher()).map_err(|err| {
            let message = message!("error-terms-context", pattern = pattern, path = shown);
            Error::new(message).caused_by(err.kind())
        })
    };
    term.context.iter().map(glob).collect()
}

#[cfg(test)]
mod tests {
    use crate::error::testing::words;
    use crate::workspace::Workspace;
    use crate::workspace::testing::folder;

    const TERM: &str = "[[term]]\nru = \"Дом культуры\"\nen = \"House of Culture\"\n";

    #[test]
    fn terms_hold_where_their_context_says() {
        let near = "[[term]]\nru = \"ДК\"\nen = \"Disk\"\nnear = \"сервер\"\n";
        let here = TERM.replace("[[term]]", "[[term]]\ncontext = \"articles/a/**\"");
        let folder = folder(&[
            ("tolmach.toml", "[terms]\nfiles = [\"terms.toml\", \"words/*.toml\"]\n"),
            ("terms.toml", near),
            ("words/houses.toml", &here),
            ("articles/a/ru.md", "Дом культуры.\n"),
            ("articles/b/ru.md", "Дом культуры.\n"),
        ]);
        let workspace = Workspace::find(folder.path()).unwrap();
        assert_eq!(workspace.terms().unwrap().all().count(), 2);
        assert_eq!(workspace.terms().unwrap().place(1), Some(("words/houses.toml", 1)));
        let articles = workspace.articles(&[]).unwrap();
        let seen = |at: usize, text: &str| {
            workspace.terms_of(&articles[at], "en", text).unwrap().seen(text).len()
        };
        assert_eq!(seen(0, "У Дома культуры."), 1);
        assert_eq!(seen(1, "У Дома культуры."), 0);
        assert_eq!(seen(0, "ДК"), 0);
        assert_eq!(seen(0, "ДК на сервере"), 1);
    }

    #[test]
    fn terms_are_added_to_the_first_file_once() {
        let folder = folder(&[("tolmach.toml", "")]);
        let workspace = || Workspace::find(folder.path()).unwrap();
        let term = || {
            let found = crate::terms::read(crate::catalog::TomlText { path: "", text: TERM });
            vec![found.unwrap().remove(0).term]
        };
        assert!(workspace().terms().unwrap().is_empty());
        assert_eq!(workspace().take_terms(term(), true).unwrap().written.added.len(), 1);
        assert!(!folder.path().join("terms.toml").exists());
        workspace().take_terms(term(), false).unwrap();
        assert_eq!(workspace().take_terms(term(), false).unwrap().written.same, 1);
        assert_eq!(workspace().terms().unwrap().all().count(), 1);
    }

    #[test]
    fn a_fault_names_file_and_line() {
        let folder = folder(&[("tolmach.toml", ""), ("terms.toml", "\n[[term]]\nru = \"\"\n")]);
        let workspace = Workspace::find(folder.path()).unwrap();
        let shown = words(&workspace.terms().unwrap_err());
        assert!(shown.contains("terms.toml:3:6"), "{shown}");
    }
}
