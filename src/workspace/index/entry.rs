//! Entries of the index: what was found out about one article, and what it was found from.

use std::hash::Hasher as _;
use std::ops::Range;

use rustc_hash::FxHasher;

use crate::workspace::files::glance::{Glance, Vantage};
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

/// The files that are read of an article, by their paths from the root.
pub struct ArticlePaths {
    source: String,
    catalog: String,
    /// Absent where it is the source itself.
    document: Option<String>,
    /// How long the part of the source's path is in which a link may stand.
    start: usize,
}

impl ArticlePaths {
    /// Those of a job.
    pub fn of(job: &Job) -> Self {
        let source = job.article.source_name();
        let document = job.article.document_name(&job.target);
        let document = (document != source).then_some(document);
        let start = job.article.start().len();
        Self { source, catalog: job.article.catalog_name(&job.target), document, start }
    }

    /// Source, catalog and document.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [&self.source, &self.catalog].into_iter().chain(&self.document).map(String::as_str)
    }

    /// Tells them from the paths of other files.
    pub fn digest(&self) -> u64 {
        let mut hasher = FxHasher::default();
        for path in self.all() {
            hasher.write(path.as_bytes());
            hasher.write_u8(0);
        }
        hasher.finish()
    }

    /// Whether each file stands as it stood.
    pub fn are_still(&self, then: &[Presence; 3], glance: &mut Glance<'_>) -> bool {
        let source = Vantage::of(&self.source);
        self.all().zip(then).all(|(path, then)| {
            let mut from = Vantage::of(path);
            // Whoever found the source met no link on the way there from where it began.
            if from.folder == source.folder && source.folder.len() > self.start {
                from = from.above(path);
            }
            then.is_still(glance.file(from))
        })
    }

    /// What an answer was found from; nothing where anything else was read, or one file said two things.
    pub fn base(&self, workspace: &Workspace, sights: &[Sight]) -> Option<Foundation> {
        let seen: Vec<String> =
            sights.iter().map(|sight| workspace.relative(&sight.path)).collect();
        if seen.iter().any(|seen| !self.all().any(|path| path == seen)) {
            return None;
        }
        let mut presences = [Presence::Absent; 3];
        let mut out = ByteWriter::default();
        for (path, presence) in self.all().zip(&mut presences) {
            let mut of_it = sights.iter().zip(&seen).filter(|(_, seen)| *seen == path);
            let (first, _) = of_it.next()?;
            if of_it.any(|(other, _)| other.digest != first.digest) {
                return None;
            }
            *presence = first.presence;
            out.text(path);
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
