//! The folder outside the repository for what can be made anew.

use std::env;
use std::path::{Path, PathBuf};

/// The cache folder of the workspace at `root`; nothing where the system has no place for it.
pub fn cache_folder(root: &Path) -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?;
    let name = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    Some(base.join("tolmach/memory").join(&name[..16]))
}
