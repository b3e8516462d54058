//! What a command is given: options for all, words, and where to print.

use std::env;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};

use super::cli::Globals;
use crate::error::{Error, Result};
use crate::l10n::{Localizer, Message, message};
use crate::report;
use crate::workspace::Workspace;

/// How a command ended when no error stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Clean,
    /// Something fails the check; exit status 1.
    Findings,
}

/// The surroundings of a running command.
pub struct Context<'a> {
    pub globals: &'a Globals,
    pub l10n: &'a Localizer,
    closed: bool,
}

impl<'a> Context<'a> {
    /// The surroundings for one run.
    pub fn new(globals: &'a Globals, l10n: &'a Localizer) -> Self {
        Self { globals, l10n, closed: false }
    }

    /// The folder that the program was started in.
    pub fn folder(&self) -> Result<PathBuf> {
        env::current_dir().map_err(|cause| Error::new(message!("error-folder")).caused_by(cause))
    }

    /// The workspace that `--workspace` names, or the one around the current folder.
    pub fn workspace(&self) -> Result<Workspace> {
        match &self.globals.workspace {
            Some(root) => Workspace::open(root),
            None => Workspace::find(&self.folder()?),
        }
    }

    /// The target languages asked for: the one of `--target`, or all.
    pub fn targets(&self, workspace: &Workspace) -> Result<Vec<String>> {
        let targets = &workspace.config.targets;
        match &self.globals.target {
            None => Ok(targets.clone()),
            Some(wanted) if targets.contains(wanted) => Ok(vec![wanted.clone()]),
            Some(wanted) => Err(Error::new(message!("error-target", name = wanted))
                .hint(message!("hint-target", names = targets.join(", ")))),
        }
    }

    /// Prints a result to standard output; a closed pipe is no failure.
    pub fn print(&mut self, text: &str) -> Result<()> {
        self.write(text.as_bytes(), Stream::Text)
    }

    /// Prints bytes as they are.
    pub fn print_bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.write(bytes, Stream::Raw)
    }

    fn write(&mut self, bytes: &[u8], stream: Stream) -> Result<()> {
        if self.closed {
            return Ok(());
        }
        let out = io::stdout().lock();
        let written = match stream {
            Stream::Text => {
                let mut out = AutoStream::new(out, choice(&self.globals.color));
                out.write_all(bytes).and_then(|()| out.flush())
            }
            Stream::Raw => {
                let mut out = out;
                out.write_all(bytes).and_then(|()| out.flush())
            }
        };
        match written {
            Err(cause) if cause.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            written => {
                written.map_err(|cause| Error::new(message!("error-output")).caused_by(cause))
            }
        }
    }

    /// Tells what to do next, on standard error, unless `--quiet`.
    pub fn tell(&self, message: &Message) {
        if !self.globals.quiet {
            say(&format!("{}\n", self.l10n.text(message)), &self.globals.color);
        }
    }

    /// Columns of the terminal, 80 where there is none.
    pub fn width(&self) -> usize {
        width()
    }

    /// Whether results go to a terminal.
    pub fn is_interactive(&self) -> bool {
        io::stdout().is_terminal()
    }
}

enum Stream {
    Text,
    Raw,
}

/// Columns of the terminal, 80 where there is none.
pub fn width() -> usize {
    let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let known = columns.or_else(|| terminal_size::terminal_size().map(|(width, _)| width.0.into()));
    known.filter(|width| *width > 0).unwrap_or(80)
}

/// Shows an error on standard error.
pub fn show(error: &Error, l10n: &Localizer, color: &str) {
    say(&report::error::text(error, l10n), color);
}

fn say(text: &str, color: &str) {
    let mut stream = AutoStream::new(io::stderr().lock(), choice(color));
    // Nobody is left to tell when standard error itself is closed.
    let _ = stream.write_all(text.as_bytes());
}

fn choice(color: &str) -> ColorChoice {
    match color {
        "always" => ColorChoice::Always,
        "never" => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}
