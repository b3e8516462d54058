//! Looks at what stands in the workspace without opening it, from the folder that was looked from last.
//!
//! What is seen is what one who opens the file would find: a link on the way, or at its end, is followed as
//! far as the bounds allow, and no further. A folder is seen as one who walks would meet it: a link to a
//! folder is none.

use super::door::Bounds;
use super::stamp::Presence;

/// One who looks; each thread has its own.
pub struct Glance<'b> {
    bounds: &'b Bounds,
    #[cfg(target_os = "linux")]
    near: Option<linux::Near>,
}

/// A way to a file in two parts, with `/` between names.
#[derive(Clone, Copy, Debug)]
pub struct Vantage<'p> {
    /// A folder; whether links lead to it is looked at.
    pub folder: &'p str,
    /// The way on from there, on which nothing but the last name may be a link.
    pub inside: &'p str,
}

impl<'p> Vantage<'p> {
    /// For a path whose last name may be a link.
    pub fn of(path: &'p str) -> Self {
        let (folder, inside) = path.rsplit_once('/').unwrap_or(("", path));
        Self { folder, inside }
    }

    /// For the same file, where the folder that it stands in is known for no link.
    ///
    /// Many files are seen from one folder then, for each article often has its own.
    #[must_use]
    pub fn above(self, path: &'p str) -> Self {
        let above = self.folder.rsplit_once('/').map_or("", |(above, _)| above);
        let start = if above.is_empty() { 0 } else { above.len() + 1 };
        Self { folder: above, inside: &path[start..] }
    }

    /// The whole way.
    fn path(self) -> String {
        if self.folder.is_empty() {
            return self.inside.to_owned();
        }
        [self.folder, "/", self.inside].concat()
    }
}

impl<'b> Glance<'b> {
    /// Looks below the folder that bounds it.
    pub fn new(bounds: &'b Bounds) -> Self {
        Self {
            bounds,
            #[cfg(target_os = "linux")]
            near: None,
        }
    }

    /// How a file stands.
    pub fn file(&mut self, from: Vantage<'_>) -> Presence {
        #[cfg(target_os = "linux")]
        if let Some(seen) = self.seen(from) {
            return seen.presence;
        }
        self.bounds.presence_behind(&from.path())
    }

    /// How a folder stands; what is no folder itself is none.
    pub fn folder(&mut self, from: Vantage<'_>) -> Presence {
        #[cfg(target_os = "linux")]
        if let Some(seen) = self.seen(from) {
            return if seen.is_folder { seen.presence } else { Presence::Absent };
        }
        self.bounds.folder_behind(&from.path())
    }
}

/// Linux looks from an open folder, so that the way to it is gone once for all that stands in it.
#[cfg(target_os = "linux")]
mod linux {
    use std::io;
    use std::os::fd::OwnedFd;

    use rustix::fs::{AtFlags, FileType, statat};

    use super::{Glance, Presence, Vantage};
    use crate::workspace::files::read::is_absent;
    use crate::workspace::files::stamp::Stamp;

    /// The folder that was looked from last; nothing where only a closer look tells.
    pub struct Near {
        path: String,
        folder: Option<OwnedFd>,
    }

    /// What stands at a place.
    pub struct Sighting {
        pub presence: Presence,
        pub is_folder: bool,
    }

    impl Glance<'_> {
        /// What stands there; nothing where only a closer look tells.
        pub(super) fn seen(&mut self, from: Vantage<'_>) -> Option<Sighting> {
            if self.near.as_ref().is_none_or(|near| near.path != from.folder) {
                let folder = self.bounds.folder_inside(from.folder);
                self.near = Some(Near { path: from.folder.to_owned(), folder });
            }
            let folder = self.near.as_ref()?.folder.as_ref()?;
            match statat(folder, from.inside, AtFlags::SYMLINK_NOFOLLOW) {
                Ok(found) => {
                    let kind = FileType::from_raw_mode(found.st_mode);
                    let presence = Presence::Seen(Stamp::of_stat(&found));
                    let is_folder = kind == FileType::Directory;
                    (kind != FileType::Symlink).then_some(Sighting { presence, is_folder })
                }
                Err(err) => {
                    let seen = Sighting { presence: Presence::Absent, is_folder: false };
                    is_absent(&io::Error::from(err)).then_some(seen)
                }
            }
        }
    }
}
