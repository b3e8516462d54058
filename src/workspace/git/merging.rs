//! Catalogs merged for git: the driver, and how a repository comes to call it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::catalog::{self, Marks, Sides};
use crate::error::{Error, Result};
use crate::terms;
use crate::workspace::files::read::{is_file, read_text};
use crate::workspace::files::save::{Expected, Write, save};
use crate::workspace::{Git, Workspace, write_page};

/// What came of a merge.
pub enum Merging {
    Clean,
    /// So many pairs wait for a person's choice.
    Conflicts(usize),
    /// Git merged the lines, for this reason where one is known.
    Lines(Option<Error>),
}

/// Merges three files into that of ours; `path` is the catalog's own name.
pub fn merge_files(files: Sides<&Path>, path: &str, marks: &Marks<'_>) -> Result<Merging> {
    for file in [files.base, files.ours, files.theirs].into_iter().filter(|file| !is_file(file)) {
        read_text(file, &file.display().to_string())?;
    }
    let read = files.map(|file| read_text(file, path));
    let (base, ours, theirs) = match (read.base, read.ours, read.theirs) {
        (Ok(base), Ok(ours), Ok(theirs)) => (base, ours, theirs),
        (base, ours, theirs) => {
            return lines(files, marks, base.err().or(ours.err()).or(theirs.err()));
        }
    };
    let texts = Sides { base: &*base.text, ours: &*ours.text, theirs: &*theirs.text };
    if [texts.base, texts.ours, texts.theirs].into_iter().any(terms::is_terms) {
        let Some(merged) = terms::merge(texts, marks) else { return lines(files, marks, None) };
        let encoding = if texts.ours.is_empty() { theirs.encoding } else { ours.encoding };
        write_page(files.ours, &encoding.encode(&merged.text))?;
        return Ok(match merged.conflicts {
            0 => Merging::Clean,
            count => Merging::Conflicts(count),
        });
    }
    let merged = match catalog::merge(texts, path, marks) {
        Ok(Some(merged)) => merged,
        Ok(None) => return lines(files, marks, None),
        Err(error) => return lines(files, marks, Some(error)),
    };
    let encoding = if ours.text.is_empty() { theirs.encoding } else { ours.encoding };
    write_page(files.ours, &encoding.encode(&merged.text))?;
    Ok(match merged.conflicts {
        0 => Merging::Clean,
        count => Merging::Conflicts(count),
    })
}

fn lines(files: Sides<&Path>, marks: &Marks<'_>, reason: Option<Error>) -> Result<Merging> {
    let folder = crate::workspace::absolute(Path::new("."))?;
    let paths = [files.base, files.ours, files.theirs];
    Git::at(&folder).merge_lines(paths, marks.length, [marks.ours, marks.theirs])?;
    Ok(Merging::Lines(reason))
}

/// What `install_driver` did.
pub struct Installed {
    /// The attributes file.
    pub attributes: String,
    /// The lines that were added to it.
    pub lines: Vec<String>,
    /// Whether the clone's configuration is new.
    pub is_configured: bool,
}

impl Workspace {
    /// Makes git merge this workspace's catalogs by pair; does nothing where it does already.
    pub fn install_driver(&self) -> Result<Installed> {
        let git = self.git();
        git.require()?;
        let path = self.root.join(".gitattributes");
        let attributes = self.shown(&path);
        let stored = self.existing(&path).map_err(|failure| failure.error(&attributes))?;
        let text = stored.as_ref().map_or("", |stored| &stored.text);
        let lines: Vec<String> =
            self.attribute_lines().into_iter().filter(|line| !has_line(text, line)).collect();
        if !lines.is_empty() {
            let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
            let gap = if text.is_empty() || text.ends_with('\n') { "" } else { newline };
            let added: String = lines.iter().map(|line| format!("{line}{newline}")).collect();
            let text = format!("{text}{gap}{added}");
            let (bytes, expected) = match &stored {
                Some(stored) => {
                    let before = stored.encoding.encode(&stored.text);
                    (stored.encoding.encode(&text), Expected::Bytes(before))
                }
                None => (text.into_bytes(), Expected::Nothing),
            };
            save(vec![Write { path, shown: attributes.clone(), bytes, expected }], &self.bounds)?;
        }
        let settings = [
            ("merge.tolmach.name", "tolmach".to_owned()),
            ("merge.tolmach.driver", driver(&program())),
            // An ancestor that git makes up itself must be one that can be read.
            ("merge.tolmach.recursive", "binary".to_owned()),
        ];
        let mut is_configured = false;
        for (name, value) in settings {
            is_configured |= git.set(name, &value)?;
        }
        Ok(Installed { attributes, lines, is_configured })
    }

    /// The lines of `.gitattributes` that name the catalogs.
    pub fn attribute_lines(&self) -> Vec<String> {
        let targets = self.config.collections.iter().flat_map(|one| &one.targets);
        let patterns = targets.flat_map(|target| target.catalogs.git_patterns());
        let mut lines: Vec<String> =
            patterns.map(|pattern| format!("{pattern} merge=tolmach")).collect();
        let files =
            self.config.terms.files.iter().filter(|file| !file.contains(char::is_whitespace));
        lines.extend(files.map(|file| format!("/{file} merge=tolmach")));
        lines.sort_unstable();
        lines.dedup();
        lines
    }
}

fn has_line(text: &str, wanted: &str) -> bool {
    text.lines().any(|line| line.split_whitespace().eq(wanted.split_whitespace()))
}

/// The command that git calls; without the program, it merges lines as it always does.
fn driver(program: &str) -> String {
    format!(
        "if command -v {program} >/dev/null 2>&1; \
        then {program} merge-driver %O %A %B --marker-size %L --path %P --labels %S %X %Y; \
        else git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi"
    )
}

/// The name of this program, or its path where the shell doesn't find it by name.
fn program() -> String {
    let name = format!("tolmach{}", env::consts::EXE_SUFFIX);
    let Ok(own) = env::current_exe().and_then(fs::canonicalize) else { return name };
    let found = env::var_os("PATH").and_then(|paths| {
        env::split_paths(&paths).map(|folder| folder.join(&name)).find(|path| path.is_file())
    });
    if found.and_then(|path| fs::canonicalize::<PathBuf>(path).ok()).as_deref() == Some(&*own) {
        return "tolmach".to_owned();
    }
    let path = own.to_string_lossy().replace('\'', "'\\''").replace('%', "%%");
    format!("'{path}'")
}
