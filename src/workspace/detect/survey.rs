//! The files of a site, as far as they tell how it is laid out.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::Glimpse;
use crate::error::Result;
use crate::parse::Syntax;
use crate::text::guess::{Guess, guess};
use crate::workspace::files::decode::decode;
use crate::workspace::files::walk::walk;

/// What lies in a folder.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    pub pages: Vec<Glimpse>,
    /// Files of each sort that holds texts, by extension.
    pub counts: BTreeMap<String, usize>,
}

/// Sorts of files that hold texts, and that tolmach can't read.
const UNREAD: [&str; 14] = [
    "adoc", "asciidoc", "doc", "docx", "fodt", "htm", "html", "odt", "org", "po", "pot", "rst",
    "rtf", "tex",
];

/// Folders of other people's code, where nobody looks for articles.
const FOREIGN: [&str; 4] = ["bower_components", "site-packages", "third_party", "vendor"];

/// So much of a page tells its language.
const HEAD: u64 = 16 << 10;

impl Survey {
    /// The first folder of most pages in a language, with its slash; empty for the whole site.
    pub fn folder(&self, language: &str) -> &str {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for page in self.pages.iter().filter(|page| page.guess.admits(language)) {
            let end = page.path.find('/').map_or(0, |end| end + 1);
            *counts.entry(&page.path[..end]).or_default() += 1;
        }
        // Of equals the first by name.
        let best = counts.iter().rev().max_by_key(|(_, count)| **count);
        best.map_or("", |(folder, _)| folder)
    }

    /// Two folders with pages of the same names, most of all such, one in each language.
    pub fn twins(&self, source: &str, target: &str) -> Option<Twins> {
        let mut nests: BTreeMap<(&str, &str), Vec<(&str, &Guess)>> = BTreeMap::new();
        for page in &self.pages {
            for (before, folder, after) in folders(&page.path) {
                nests.entry((before, after)).or_default().push((folder, &page.guess));
            }
        }
        let mut counts: BTreeMap<Twins, usize> = BTreeMap::new();
        for ((before, _), pages) in &nests {
            if pages.len() > MANY {
                continue;
            }
            for (one, ours) in pages {
                for (other, theirs) in pages {
                    if one != other && ours.admits(source) && theirs.admits(target) {
                        let (source, target) =
                            (format!("{before}{one}/"), format!("{before}{other}/"));
                        *counts.entry(Twins { source, target }).or_default() += 1;
                    }
                }
            }
        }
        let (twins, _) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
        Some(twins)
    }
}

/// The folders of sources and of their translations, with their slashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Twins {
    pub source: String,
    pub target: String,
}

/// More folders with a page of one name are chapters and no languages.
const MANY: usize = 20;

/// Each folder of a path, with what stands before it and after it.
fn folders(path: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    path.match_indices('/').map(|(end, _)| {
        let start = path[..end].rfind('/').map_or(0, |slash| slash + 1);
        (&path[..start], &path[start..end], &path[end..])
    })
}

/// Looks at the files below `folder`.
pub fn survey(folder: &Path) -> Result<Survey> {
    if !folder.exists() {
        return Ok(Survey::default());
    }
    let found = walk(folder, &[""], |path| {
        let extension = path.rsplit_once('.').map(|(_, extension)| extension)?;
        let is_foreign = path.split('/').any(|part| FOREIGN.contains(&part));
        let is_page = Syntax::by_extension(extension).is_some();
        let extension = extension.to_ascii_lowercase();
        if is_foreign || !is_page && !UNREAD.contains(&extension.as_str()) {
            return None;
        }
        let page = is_page.then(|| {
            let guess = look(&folder.join(path));
            Glimpse { path: path.to_owned(), guess }
        });
        Some((extension, page))
    })?;
    let mut survey = Survey::default();
    for (extension, page) in found {
        *survey.counts.entry(extension).or_default() += 1;
        survey.pages.extend(page);
    }
    survey.pages.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(survey)
}

/// What the beginning of a page shows of its language.
fn look(path: &Path) -> Guess {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut bytes));
    if read.is_err() {
        return Guess::default();
    }
    // The cut may go through a letter.
    let is_cut = bytes.len() as u64 == HEAD;
    let end = bytes.iter().rposition(u8::is_ascii_whitespace).filter(|_| is_cut);
    bytes.truncate(end.unwrap_or(bytes.len()));
    decode(&bytes).map(|text| guess(&text.text)).unwrap_or_default()
}
