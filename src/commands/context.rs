//! What a command is given: options for all, words, and where to print.

use std::env;
use std::io::{self, BufRead as _, BufWriter, ErrorKind, Write as _};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};

use super::globals::Globals;
use super::progress::Progress;
use crate::error::{Error, Result};
use crate::l10n::{Localizer, Message, message};
use crate::report::{self, Format, Paint, Screen};
use crate::workspace::{Selection, Workspace};

/// How a command ended when no error stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Clean,
    /// Something fails the check; exit status 1.
    Findings,
}

/// The surroundings of a running command.
pub struct Context<'a> {
    pub globals: &'a Globals,
    pub l10n: &'a Localizer,
}

impl<'a> Context<'a> {
    /// The surroundings for one run.
    pub fn new(globals: &'a Globals, l10n: &'a Localizer) -> Self {
        Self { globals, l10n }
    }

    /// The workspace that `--workspace` names, or the one around the current folder.
    pub fn workspace(&self) -> Result<Workspace> {
        match &self.globals.workspace {
            Some(root) => Workspace::open(root),
            None => Workspace::find(&folder()?),
        }
    }

    /// The target languages asked for: those of `--target`, or all.
    pub fn targets(&self, workspace: &Workspace) -> Result<Vec<String>> {
        let (wanted, all) = (&self.globals.target, &workspace.config.targets);
        if let Some(unknown) = wanted.iter().find(|wanted| !all.contains(wanted)) {
            return Err(Error::new(message!("error-target", name = unknown))
                .hint(message!("hint-target", names = all.join(", "))));
        }
        Ok(all
            .iter()
            .filter(|target| wanted.is_empty() || wanted.contains(target))
            .cloned()
            .collect())
    }

    /// A progress bar for this many steps.
    pub fn progress(&self, steps: usize, label: &Message) -> Progress {
        Progress::new(steps, self.l10n.text(label), self.globals.quiet.into())
    }

    /// How reports look on standard output.
    pub fn screen(&self) -> Screen<'_> {
        let colour = colour(&self.globals.color, &io::stdout());
        let paint = if colour == ColorChoice::Never { Paint::Plain } else { Paint::Colour };
        Screen { l10n: self.l10n, width: width(), paint }
    }

    /// Writes a report on `subject` to standard output in the format with this name.
    pub fn report<T: ?Sized>(
        &self,
        formats: &'static [Format<T>],
        name: &str,
        subject: &T,
    ) -> Result<()> {
        let format = Format::by_name(formats, name).expect("clap lets only known names through");
        self.write(|screen, out| (format.write)(subject, screen, out))
    }

    /// Lets `write` print on standard output, in colour or not.
    pub fn write(
        &self,
        write: impl FnOnce(&Screen<'_>, &mut dyn io::Write) -> io::Result<()>,
    ) -> Result<()> {
        let mut out = BufWriter::with_capacity(AT_ONCE, io::stdout().lock());
        settle(write(&self.screen(), &mut out).and_then(|()| out.flush()))
    }

    /// The articles asked for, each in each language; where the workspace has none at all, that is told.
    pub fn jobs(
        &self,
        workspace: &Workspace,
        articles: &[String],
        targets: &[String],
    ) -> Result<Selection> {
        let selection = workspace.selection(articles, targets)?;
        if selection.jobs.is_empty() {
            workspace.refuse_nothing()?;
            self.tell(&nothing(workspace, targets)?);
        }
        Ok(selection)
    }

    /// Prints text with styles, which are left out where nobody sees them.
    pub fn print_styled(&self, text: &str) -> Result<()> {
        let choice = colour(&self.globals.color, &io::stdout());
        let mut out = AutoStream::new(io::stdout().lock(), choice);
        settle(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
    }

    /// Tells what to do next, on standard error, unless `--quiet`.
    pub fn tell(&self, message: &Message) {
        if !self.globals.quiet {
            say(&format!("{}\n", harmless(&self.l10n.text(message))), &self.globals.color);
        }
    }

    /// Asks a question on standard error; the answer follows on the same line.
    fn ask(&self, question: &Message) {
        say(&format!("{} ", harmless(&self.l10n.text(question))), &self.globals.color);
    }

    /// The line that a person answers with.
    pub fn answer(&self, question: &Message) -> Result<String> {
        self.ask(question);
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line);
        read.map_err(|cause| Error::new(message!("error-input")).refused_by(&cause))?;
        Ok(line.trim().to_owned())
    }

    /// Whether an answer says yes in the language of the interface.
    pub fn is_yes(&self, answer: &str) -> bool {
        let answer = answer.trim().to_lowercase();
        let accepted = self.l10n.text(&message!("command-yes"));
        accepted.split_whitespace().any(|word| word == answer)
    }

    /// The values, or the last error after the others were shown.
    pub fn all<T>(&self, results: Vec<Result<T>>) -> Result<Vec<T>> {
        let (values, failure) = self.some(results)?;
        failure.map_or(Ok(values), Err)
    }

    /// The last of the errors; the others are shown.
    pub fn last_of(&self, errors: Vec<Error>) -> Option<Error> {
        let mut last = None;
        for error in errors {
            last = self.one_of(last, Some(error));
        }
        last
    }

    /// The values that there are, and the last error after the others were shown.
    ///
    /// What is wrong with one article keeps nobody from seeing the others; where there are none,
    /// there is nothing to show but the error.
    pub fn some<T>(&self, results: Vec<Result<T>>) -> Result<(Vec<T>, Option<Error>)> {
        let (mut values, mut last) = (Vec::with_capacity(results.len()), None);
        for result in results {
            match result {
                Ok(value) => values.push(value),
                Err(error) => {
                    if let Some(earlier) = last.replace(error) {
                        show(&earlier, self.l10n, &self.globals.color);
                    }
                }
            }
        }
        match last {
            Some(last) if values.is_empty() => Err(last),
            last => Ok((values, last)),
        }
    }
}

impl Context<'_> {
    /// One of two errors; where there are both, the first is shown.
    pub fn one_of(&self, first: Option<Error>, second: Option<Error>) -> Option<Error> {
        match (first, second) {
            (Some(first), Some(second)) => {
                show(&first, self.l10n, &self.globals.color);
                Some(second)
            }
            (first, second) => first.or(second),
        }
    }
}

/// That there are no articles, and where the first one goes or what keeps them from being found.
pub fn nothing(workspace: &Workspace, targets: &[String]) -> Result<Message> {
    let pattern = workspace.config.collections[0].source.as_str();
    let language = workspace.config.source.as_str();
    let is_lost = workspace.refuse_nothing().is_err()
        || !workspace.lone_documents(targets)?.is_empty()
        || !workspace.homeless(targets)?.is_empty();
    Ok(if is_lost {
        message!("command-status-unfit", pattern = pattern)
    } else {
        message!("command-status-none", pattern = pattern, language = language)
    })
}

/// The error that there is no article, and where the first one goes.
pub fn none_to_export(workspace: &Workspace, targets: &[String]) -> Result<Error> {
    workspace.refuse_nothing()?;
    let error = Error::new(message!("error-export-many", count = 0));
    Ok(error.hint(nothing(workspace, targets)?))
}

/// Prints bytes to standard output as they are.
pub fn print(bytes: impl AsRef<[u8]>) -> Result<()> {
    let mut out = io::stdout().lock();
    settle(out.write_all(bytes.as_ref()).and_then(|()| out.flush()))
}

/// So many bytes are written at a time.
const AT_ONCE: usize = 1 << 16;

/// What writing came to; a reader who left early is no failure.
fn settle(written: io::Result<()>) -> Result<()> {
    match written {
        Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|cause| Error::new(message!("error-output")).refused_by(&cause)),
    }
}

/// The folder that the program was started in.
pub fn folder() -> Result<PathBuf> {
    env::current_dir().map_err(|cause| Error::new(message!("error-folder")).refused_by(&cause))
}

/// The time now in UTC, as `2026-01-31T12:00:00`, or the one that `SOURCE_DATE_EPOCH` sets.
pub fn time() -> String {
    let seconds = env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    let set = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    set.unwrap_or_else(jiff::Timestamp::now).strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Columns of the terminal; any number where results go elsewhere and nobody says.
pub fn width() -> usize {
    let told = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    told.or_else(seen).filter(|width| *width > 0).unwrap_or(80)
}

/// Lines of the terminal, as far as anybody says.
pub fn height() -> usize {
    let told = env::var("LINES").ok().and_then(|lines| lines.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(_, height)| usize::from(height.0));
    told.or_else(seen).filter(|height| *height > 0).unwrap_or(24)
}

/// Shows an error on standard error.
pub fn show(error: &Error, l10n: &Localizer, color: &str) {
    let choice = colour(color, &io::stderr());
    let paint = if choice == ColorChoice::Never { Paint::Plain } else { Paint::Colour };
    let screen = Screen { l10n, width: width(), paint };
    // Nobody is left to tell when standard error itself is closed.
    let _ = report::error::write(error, &screen, &mut io::stderr().lock());
}

/// The lines of a message without what a terminal would obey.
fn harmless(text: &str) -> String {
    text.lines().map(report::printable).collect::<Vec<_>>().join("\n")
}

fn say(text: &str, color: &str) {
    let mut stream = AutoStream::new(io::stderr().lock(), colour(color, &io::stderr()));
    // Nobody is left to tell when standard error itself is closed.
    let _ = stream.write_all(text.as_bytes());
}

fn colour(color: &str, stream: &impl anstream::stream::RawStream) -> ColorChoice {
    match color {
        "always" => ColorChoice::AlwaysAnsi,
        "never" => ColorChoice::Never,
        _ => AutoStream::choice(stream),
    }
}
