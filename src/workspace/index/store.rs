//! Files of the index: read whole and proved, written beside and put in place at once.
//!
//! Of two that write at the same time the last one wins; what a killed one left behind goes with the
//! next. Nothing is synced: what a crash of the machine leaves half written doesn't fit its digest.

use std::env;
use std::fs::{self, DirBuilder};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use tempfile::Builder;

use crate::workspace::files::cache::cache_folder;
use crate::workspace::files::pack::ByteWriter;

/// What each file begins with.
const MAGIC: &[u8; 16] = b"tolmach index 1\n";
const DIGEST: usize = 32;
/// What the names of files begin with while they are written.
const UNFINISHED: &str = "unfinished-";
/// No index is larger.
const LARGEST: u64 = 4 << 30;

/// The contents of the file with this name, if this program wrote them for the workspace at `root`.
pub fn read(root: &Path, name: &str) -> Option<Vec<u8>> {
    let path = place(root, name)?;
    let found = fs::metadata(&path).ok()?;
    if !found.is_file() || found.len() > LARGEST {
        return None;
    }
    let mut bytes = fs::read(path).ok()?;
    let head = MAGIC.len() + 2 * DIGEST;
    let (magic, rest) = bytes.split_at_checked(MAGIC.len())?;
    let (program, rest) = rest.split_at_checked(DIGEST)?;
    let (digest, body) = rest.split_at_checked(DIGEST)?;
    let is_ours = magic == MAGIC && program == maker(root)?;
    if !is_ours || digest != blake3::hash(body).as_bytes() {
        return None;
    }
    bytes.drain(..head);
    Some(bytes)
}

/// Puts a file with this name in place of the one before.
pub fn write(root: &Path, name: &str, body: &[u8]) -> io::Result<()> {
    let unknown = || io::Error::from(io::ErrorKind::NotFound);
    let (path, maker) = (place(root, name).ok_or_else(unknown)?, maker(root).ok_or_else(unknown)?);
    let folder = path.parent().ok_or_else(unknown)?;
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    sweep(folder);
    let mut file = Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    for part in [MAGIC.as_slice(), &maker, blake3::hash(body).as_bytes(), body] {
        file.write_all(part)?;
    }
    file.persist(path).map(drop).map_err(|failed| failed.error)
}

/// Removes what was never finished; whoever still writes it goes without.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            _ = fs::remove_file(entry.path());
        }
    }
}

fn place(root: &Path, name: &str) -> Option<PathBuf> {
    Some(cache_folder(root)?.join(format!("{name}.index")))
}

/// Tells this program from any other that was ever built, as far as that can be told, and the workspace.
fn maker(root: &Path) -> Option<[u8; DIGEST]> {
    let found = fs::metadata(env::current_exe().ok()?).ok()?;
    let built = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let mut out = ByteWriter::default();
    out.text(env!("CARGO_PKG_VERSION"));
    out.bytes(root.as_os_str().as_encoded_bytes());
    out.number(found.len());
    out.bytes(&built.as_nanos().to_le_bytes());
    Some(*blake3::hash(&out.into_bytes()).as_bytes())
}
