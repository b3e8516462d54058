//! Entries of the index: what was found out about one article, and what it was found from.

use std::hash::Hasher as _;
use std::ops::Range;
use std::path::PathBuf;

use rustc_hash::FxHasher;

use crate::workspace::files::pack::{ByteReader, ByteWriter};
use crate::workspace::files::stamp::Presence;
use crate::workspace::files::witness::Sight;
use crate::workspace::{Job, Workspace};

/// An answer that was kept.
#[derive(Clone)]
pub struct Known {
    pub base: Foundation,
    pub answer: Range<usize>,
    /// Whether nobody touched a file of the article since.
    pub is_current: bool,
}

/// What an answer was found from.
#[derive(Clone)]
pub struct Foundation {
    /// Of the paths of source, catalog and document.
    pub paths: u64,
    pub presences: [Presence; 3],
    pub digest: blake3::Hash,
}

/// An entry as it is kept.
pub struct KeptEntry<'a> {
    pub id: &'a str,
    pub target: &'a str,
    pub known: Known,
}

impl<'a> KeptEntry<'a> {
    /// Reads the next entry; `all` is how many bytes there are.
    pub fn unpack(from: &mut ByteReader<'a>, all: usize) -> Option<Self> {
        let (id, target) = (from.text()?, from.text()?);
        let base = Foundation::unpack(from)?;
        let length = from.bytes()?.len();
        let end = all - from.left();
        let known = Known { base, answer: end - length..end, is_current: false };
        Some(Self { id, target, known })
    }
}

/// The files that are read of an article.
pub struct ArticlePaths<'j> {
    source: &'j PathBuf,
    catalog: PathBuf,
    /// Absent where it is the source itself.
    document: Option<PathBuf>,
}

impl<'j> ArticlePaths<'j> {
    /// Those of a job.
    pub fn of(job: &'j Job) -> Self {
        let source = &job.article.source;
        let document = job.article.document_path(&job.target);
        let document = (document != *source).then_some(document);
        Self { source, catalog: job.article.catalog_path(&job.target), document }
    }

    /// Source, catalog and document.
    pub fn all(&self) -> impl Iterator<Item = &PathBuf> {
        [self.source, &self.catalog].into_iter().chain(self.document.as_ref())
    }

    /// Tells them from the paths of other files.
    pub fn digest(&self) -> u64 {
        let mut hasher = FxHasher::default();
        for path in self.all() {
            hasher.write(path.as_os_str().as_encoded_bytes());
            hasher.write_u8(0);
        }
        hasher.finish()
    }

    /// What an answer was found from; nothing where anything else was read, or one file said two things.
    pub fn base(&self, workspace: &Workspace, sights: &[Sight]) -> Option<Foundation> {
        if sights.iter().any(|sight| !self.all().any(|path| *path == sight.path)) {
            return None;
        }
        let mut presences = [Presence::Absent; 3];
        let mut out = ByteWriter::default();
        for (path, presence) in self.all().zip(&mut presences) {
            let mut seen = sights.iter().filter(|sight| sight.path == *path);
            let first = seen.next()?;
            if seen.any(|other| other.digest != first.digest) {
                return None;
            }
            *presence = first.presence;
            out.text(&workspace.relative(path));
            out.maybe(first.digest.as_ref(), |out, digest| out.bytes(digest.as_bytes()));
        }
        Some(Foundation {
            paths: self.digest(),
            presences,
            digest: blake3::hash(&out.into_bytes()),
        })
    }
}

impl Foundation {
    /// Writes it.
    pub fn pack(&self, out: &mut ByteWriter) {
        out.fixed(self.paths.cast_signed());
        for presence in self.presences {
            presence.pack(out);
        }
        out.bytes(self.digest.as_bytes());
    }

    /// Reads what [`Self::pack`] wrote.
    pub fn unpack(from: &mut ByteReader<'_>) -> Option<Self> {
        let paths = from.fixed()?.cast_unsigned();
        let mut presences = [Presence::Unknown; 3];
        for presence in &mut presences {
            *presence = Presence::unpack(from)?;
        }
        Some(Self { paths, presences, digest: blake3::Hash::from_slice(from.bytes()?).ok()? })
    }
}
