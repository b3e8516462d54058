//! What is being written at the moment: renames that the next writer finishes where one was killed.
//!
//! The list appears at once, when all new bytes are on the disk, and goes when all names are changed.
//! It stands in the folder that git ignores; each of its fields ends with a zero byte.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use super::door::{Bounds, open_unlinked};
use super::leftovers::PREFIX;
use super::own_folder;
use super::read::relative;

/// One file that gets new bytes.
pub struct JournalStep<'a> {
    pub temporary: &'a Path,
    pub place: &'a Path,
    /// What stood there; nothing where there was no file.
    pub before: Option<&'a [u8]>,
}

const LIST: &str = "journal";
/// What stands for the digest of a file that wasn't there.
const NOTHING: &str = "-";

/// Notes the steps that are about to be done.
pub fn begin(root: &Path, steps: &[JournalStep<'_>]) -> io::Result<()> {
    let mut text = String::new();
    for step in steps {
        let digest = step.before.map_or_else(|| NOTHING.to_owned(), digest);
        let paths = [step.temporary, step.place].map(|path| relative(root, path));
        for field in [&paths[0], &paths[1], &digest] {
            text.push_str(field);
            text.push('\0');
        }
    }
    let folder = own_folder::folder(root)?;
    let draft = folder.join(format!("{LIST}.new"));
    let mut file = File::create(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(draft, folder.join(LIST))
}

/// All steps are done, or taken back.
pub fn end(root: &Path) {
    // A list of steps that were done does no harm.
    _ = fs::remove_file(root.join(own_folder::FOLDER).join(LIST));
}

/// Does what a killed process left undone; what somebody changed since stays as it is.
pub fn finish(root: &Path, bounds: &Bounds) {
    let path = root.join(own_folder::FOLDER).join(LIST);
    let Ok(mut file) = open_unlinked(&path) else { return };
    let mut text = String::new();
    if file.read_to_string(&mut text).is_ok() {
        let fields: Vec<&str> = text.split_terminator('\0').collect();
        for step in fields.chunks_exact(3) {
            catch_up(root, bounds, [step[0], step[1]], step[2]);
        }
    }
    end(root);
}

fn catch_up(root: &Path, bounds: &Bounds, names: [&str; 2], before: &str) {
    let [temporary, place] = names.map(|name| root.join(name));
    let is_ours = |name: &Path| {
        let name = name.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(PREFIX)
    };
    let (Ok(temporary), Ok(place)) =
        (bounds.place_to_write(&temporary), bounds.place_to_write(&place))
    else {
        return;
    };
    if !is_ours(&temporary) || !temporary.exists() {
        return;
    }
    if standing(&place).is_some_and(|standing| standing == before) {
        _ = fs::rename(temporary, place);
    } else {
        _ = fs::remove_file(temporary);
    }
}

/// The digest of what stands at a place; nothing where that can't be read.
fn standing(place: &Path) -> Option<String> {
    if !place.exists() {
        return Some(NOTHING.to_owned());
    }
    let mut bytes = Vec::new();
    open_unlinked(place).ok()?.read_to_end(&mut bytes).ok()?;
    Some(digest(&bytes))
}

fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{JournalStep, begin};
    use crate::workspace::Lock;
    use crate::workspace::testing::{folder, open};

    #[test]
    fn what_a_killed_writer_left_undone_is_done_but_for_what_changed_since() {
        let folder = folder(&[
            ("tolmach.toml", ""),
            ("a/.tolmach-1", "new"),
            ("a/one", "old"),
            ("b/.tolmach-2", "new"),
            ("b/two", "by hand"),
            ("c/.tolmach-3", "new"),
            ("d/secret", "not ours"),
        ]);
        let workspace = open(&folder);
        let root = &workspace.root;
        let paths = ["a/.tolmach-1", "a/one", "b/.tolmach-2", "b/two", "c/.tolmach-3", "c/three"]
            .map(|name| root.join(name));
        let foreign = [root.join("d/secret"), root.join("a/one")];
        let step = |temporary: usize, before| JournalStep {
            temporary: &paths[temporary],
            place: &paths[temporary + 1],
            before,
        };
        let wrong =
            JournalStep { temporary: &foreign[0], place: &foreign[1], before: Some(b"new") };
        begin(root, &[step(0, Some(b"old")), step(2, Some(b"old")), step(4, None), wrong]).unwrap();
        drop(Lock::take(&workspace).unwrap());
        let text = |name: &str| fs::read_to_string(root.join(name)).ok();
        assert_eq!(text("a/one").as_deref(), Some("new"));
        assert_eq!(text("b/two").as_deref(), Some("by hand"));
        assert_eq!(text("c/three").as_deref(), Some("new"));
        assert_eq!(text("d/secret").as_deref(), Some("not ours"));
        for name in ["a/.tolmach-1", "b/.tolmach-2", "c/.tolmach-3", ".tolmach/journal"] {
            assert_eq!(text(name), None, "{name}");
        }
    }
}
