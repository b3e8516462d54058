//! The person's own editor, chosen and called as git does.

use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::read::read_text;
use super::save::write_error;
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::text::shell::argument;
use crate::workspace::Workspace;

/// What is called where nobody says.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// A file for a person to edit, which stays until it is removed on purpose.
#[derive(Debug)]
pub struct Paper {
    path: PathBuf,
}

impl Paper {
    /// A new file in the system's folder for such, holding `text`.
    pub fn new(text: &str) -> Result<Self> {
        let made = tempfile::Builder::new().prefix("tolmach-").suffix(".txt").tempfile();
        let kept = made.and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.as_file().sync_all()?;
            file.keep().map_err(|failed| failed.error)
        });
        match kept {
            Ok((_, path)) => Ok(Self { path }),
            Err(cause) => Err(write_error(&cause, &env::temp_dir().display().to_string())),
        }
    }

    /// Where it stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds now.
    pub fn text(&self) -> Result<String> {
        Ok(read_text(&self.path, &self.path.display().to_string())?.text)
    }

    /// Takes it away, once nothing in it is needed any more.
    pub fn remove(self) {
        // A file left behind does no harm.
        _ = fs::remove_file(self.path);
    }
}

impl Workspace {
    /// Opens the file in the person's editor and waits until it is closed.
    pub fn edit(&self, path: &Path) -> Result<()> {
        let editor = self.editor();
        let fail = |cause: String| {
            Error::new(message!("error-editor", editor = editor.as_str()))
                .caused_by(cause)
                .hint(message!("hint-editor"))
        };
        match command(&editor).arg(path).status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(fail(status.to_string())),
            Err(cause) => Err(fail(cause.to_string())),
        }
    }

    /// `GIT_EDITOR`, git's `core.editor`, `VISUAL`, `EDITOR`, or the system's usual one.
    fn editor(&self) -> String {
        let set = |name: &str| env::var(name).ok().filter(|value| !value.trim().is_empty());
        set("GIT_EDITOR")
            .or_else(|| self.git().setting("core.editor"))
            .or_else(|| set("VISUAL"))
            .or_else(|| set("EDITOR"))
            .unwrap_or_else(|| USUAL.to_owned())
    }
}

/// The editor's command line, which may have arguments of its own.
#[cfg(unix)]
fn command(editor: &str) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor);
    command
}

#[cfg(not(unix))]
fn command(editor: &str) -> Command {
    let mut words = editor.split(' ');
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}

/// Writes a file that must not exist yet.
pub fn write_new(path: &Path, text: &str) -> Result<()> {
    let shown = path.display().to_string();
    let written = fs::File::create_new(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|cause| match cause.kind() {
        io::ErrorKind::AlreadyExists => {
            Error::new(message!("error-worksheet-exists", path = shown.as_str()))
                .hint(message!("hint-worksheet-exists", path = argument(&shown)))
        }
        _ => write_error(&cause, &shown),
    })
}
