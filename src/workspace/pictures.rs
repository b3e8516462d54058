//! Pictures of articles, to be shown on pages that ask nothing of any other file.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::{Article, Workspace};
use crate::text::base_64::base_64;

/// A larger picture is named and not shown.
const LARGEST: u64 = 1 << 20;

/// Kinds of pictures that every browser shows, by the ends of their names.
const KINDS: [(&str, &str); 8] = [
    ("png", "png"),
    ("jpg", "jpeg"),
    ("jpeg", "jpeg"),
    ("gif", "gif"),
    ("webp", "webp"),
    ("avif", "avif"),
    ("svg", "svg+xml"),
    ("bmp", "bmp"),
];

impl Workspace {
    /// The picture that an article names, as an address that holds it whole.
    ///
    /// Nothing where it stands elsewhere than in the workspace, is too large or is no picture.
    pub fn picture(&self, article: &Article, target: &str) -> Option<String> {
        let path = self.place_of(article, target)?;
        let extension = path.extension()?.to_str()?;
        let kind = KINDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension))?.1;
        let file = self.bounds.open(&path).ok()?;
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
        let fits = !bytes.is_empty() && bytes.len() as u64 <= LARGEST;
        fits.then(|| format!("data:image/{kind};base64,{}", base_64(&bytes)))
    }

    /// Where the target leads from the article; from the workspace's folder if it begins with `/`.
    fn place_of(&self, article: &Article, target: &str) -> Option<PathBuf> {
        let target = target.split(['?', '#']).next().unwrap_or_default();
        let has_scheme = target.split('/').next().unwrap_or_default().contains(':');
        if target.is_empty() || has_scheme || target.starts_with("//") {
            return None;
        }
        let target = decoded(target)?;
        let folder = article.source.parent().unwrap_or(Path::new("/"));
        Some(match target.strip_prefix('/') {
            Some(inside) => self.root.join(inside),
            None => folder.join(target),
        })
    }
}

/// The text with each `%41` as the byte that it stands for.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::LARGEST;
    use crate::workspace::testing::{folder, open};

    #[test]
    fn a_picture_of_the_workspace_is_held_whole_and_no_other_file() {
        let outside = tempfile::TempDir::new().unwrap();
        fs::write(outside.path().join("secret.png"), b"x").unwrap();
        let base = folder(&[("tolmach.toml", ""), ("articles/a/ru.md", "Да.\n")]);
        let article_folder = base.path().join("articles/a");
        fs::write(article_folder.join("вид 1.png"), b"foo").unwrap();
        fs::write(article_folder.join("a.txt"), b"foo").unwrap();
        fs::write(article_folder.join("empty.png"), b"").unwrap();
        let large = vec![1; usize::try_from(LARGEST).unwrap() + 1];
        fs::write(article_folder.join("large.png"), large).unwrap();
        let workspace = open(&base);
        let secret = outside.path().join("secret.png");
        let article = &workspace.articles(&[]).unwrap()[0];
        let shown = "data:image/png;base64,Zm9v";
        for target in ["вид 1.png", "./вид%201.png?x=1#y", "/articles/a/вид 1.png"] {
            assert_eq!(workspace.picture(article, target).as_deref(), Some(shown), "{target}");
        }
        for target in [
            "a.txt",
            "empty.png",
            "large.png",
            "none.png",
            &format!("../../../../../../../..{}", secret.display()),
            "https://a.example/b.png",
            "//a.example/b.png",
            "data:image/png;base64,Zm9v",
            "",
            "%00.png",
        ] {
            assert_eq!(workspace.picture(article, target), None, "{target}");
        }
    }
}
