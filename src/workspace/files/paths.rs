//! Paths as people type and read them, with `/`.

use std::fs;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

/// `path` as a person in `here` can open it.
///
/// It climbs with `..` inside the workspace only; from elsewhere it is absolute.
pub fn shown(path: &Path, root: &Path, here: &Path) -> String {
    let common = here.ancestors().find(|folder| path.starts_with(folder)).unwrap_or(here);
    let climbs = here.strip_prefix(common).map_or(0, |rest| rest.components().count());
    match path.strip_prefix(common) {
        Ok(rest) if climbs == 0 || common.starts_with(root) => {
            let climb = "../".repeat(climbs);
            let text = climb + &slashed(rest);
            if text.is_empty() { ".".to_owned() } else { text }
        }
        _ => slashed(path),
    }
}

/// `typed`, starting from `base`, with `.` and `..` resolved without asking the disk.
pub fn resolved(base: &Path, typed: impl AsRef<Path>) -> PathBuf {
    let mut path = PathBuf::new();
    for component in base.join(typed).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => _ = path.pop(),
            component => path.push(component),
        }
    }
    path
}

/// Where `typed` leads from `base`, with the links in what exists of it followed.
pub fn real(base: &Path, typed: &Path) -> PathBuf {
    let path = base.join(typed);
    let known = path.ancestors().find_map(|part| Some((part, fs::canonicalize(part).ok()?)));
    match known {
        Some((part, known)) => resolved(&known, path.strip_prefix(part).unwrap_or(&path)),
        None => resolved(base, &path),
    }
}

/// The path in Unicode's composed form: a name may be spelt in two ways, and means one file.
pub fn composed(path: &Path) -> PathBuf {
    match path.to_str() {
        Some(text) if !text.is_ascii() => PathBuf::from(compose(text)),
        _ => path.to_owned(),
    }
}

/// A name in Unicode's composed form (NFC).
pub fn compose(text: &str) -> String {
    text.nfc().collect()
}

/// A name in Unicode's decomposed form (NFD), as Macs write it.
pub fn decompose(text: &str) -> String {
    text.nfd().collect()
}

fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::{resolved, shown};
    use std::path::Path;

    fn from(here: &str, path: &str) -> String {
        shown(Path::new(path), Path::new("/news"), Path::new(here))
    }

    #[test]
    fn a_path_is_shown_from_the_current_folder() {
        assert_eq!(from("/news", "/news/a/ru.md"), "a/ru.md");
        assert_eq!(from("/", "/news/a/ru.md"), "news/a/ru.md");
        assert_eq!(from("/news/a/b", "/news/c/ru.md"), "../../c/ru.md");
        assert_eq!(from("/home/me", "/news/c/ru.md"), "/news/c/ru.md");
        assert_eq!(from("/news/a", "/news/a"), ".");
    }

    #[test]
    fn dots_are_resolved_without_the_disk() {
        assert_eq!(resolved(Path::new("/news/a"), "./../b//c/."), Path::new("/news/b/c"));
        assert_eq!(resolved(Path::new("/news"), "../../../x"), Path::new("/x"));
        assert_eq!(resolved(Path::new("/news"), "/x"), Path::new("/x"));
    }
}
