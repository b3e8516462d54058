//! A conversation on a terminal: pages, single keys, lines to edit.
//!
//! One reader serves keys and lines, so what is typed ahead is never lost: a key
//! is a line that ends at once. A terminal that understands nothing (`TERM=dumb`)
//! gives keys as lines, too.

mod key;
#[cfg(unix)]
mod sane;

use std::env;
use std::io::{self, IsTerminal as _};
use std::sync::{Arc, Mutex, PoisonError};

use rustyline::config::Config;
use rustyline::error::ReadlineError;
use rustyline::history::{DefaultHistory, History as _};
use rustyline::{
    Cmd, ConditionalEventHandler, Editor, Event, EventContext, EventHandler, KeyCode, KeyEvent,
    Modifiers, RepeatCount,
};

pub use key::Key;

use super::context::{self, Context};
use crate::error::{Error, Result};
use crate::l10n::message;
use crate::text::printable::plain;

/// How long to wait after an escape for the rest of a key, in milliseconds.
const ESCAPE_PAUSE: u16 = 50;

/// Clears what is visible and goes to the top; what scrolled away stays.
const CLEAR: &str = "\x1b[H\x1b[2J";

/// A person's terminal while a command talks with them.
pub struct Terminal {
    editor: Editor<(), DefaultHistory>,
    awaited: Arc<Mutex<Awaited>>,
    /// Whether the terminal can do more than print lines.
    is_smart: bool,
}

/// What the next input is for.
enum Awaited {
    /// A line, with what it holds so far.
    Line(String),
    Key(Option<Key>),
}

/// A line to be edited.
pub struct Prompt<'a> {
    /// One line that says what is asked.
    pub words: &'a str,
    /// What the line holds at first.
    pub text: &'a str,
    /// Earlier answers, the last one last; the new one is added.
    pub history: &'a mut Vec<String>,
}

impl Terminal {
    /// Whether a person sits at both ends.
    pub fn is_there() -> bool {
        io::stdin().is_terminal() && io::stdout().is_terminal()
    }

    /// Takes the terminal, and gives it back sane however the program ends.
    pub fn open() -> Result<Self> {
        #[cfg(unix)]
        sane::guard().map_err(|cause| failed(&cause))?;
        let config = Config::builder().keyseq_timeout(Some(ESCAPE_PAUSE)).build();
        let mut editor = Editor::with_config(config).map_err(|cause| failed(&cause))?;
        let awaited = Arc::new(Mutex::new(Awaited::Line(String::new())));
        let handler = Box::new(KeyHandler(Arc::clone(&awaited)));
        editor.bind_sequence(Event::Any, EventHandler::Conditional(handler));
        let is_smart = env::var("TERM").is_ok_and(|term| term != "dumb" && !term.is_empty());
        Ok(Self { editor, awaited, is_smart })
    }

    /// Shows a page on a clean screen.
    pub fn show(&self, page: &str, cx: &Context<'_>) -> Result<()> {
        if self.is_smart {
            context::print(CLEAR)?;
        }
        cx.print_styled(page)
    }

    /// Waits for one key behind `prompt`.
    pub fn key(&mut self, prompt: &str) -> Result<Key> {
        self.wait_for(Awaited::Key(None));
        match self.editor.readline(prompt) {
            Ok(line) => Ok(match *self.lock() {
                Awaited::Key(Some(key)) => key,
                _ => Key::of_line(&line),
            }),
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(Key::Stop),
            Err(cause) if is_no_letter(&cause) => Ok(Key::Sign(char::REPLACEMENT_CHARACTER)),
            Err(cause) => Err(failed(&cause)),
        }
    }

    /// Lets a person edit a line; nothing where they turn back.
    pub fn line(&mut self, question: Prompt<'_>) -> Result<Option<String>> {
        let Prompt { words: prompt, text, history } = question;
        let remembered = self.editor.history_mut();
        let told = remembered
            .clear()
            .and_then(|()| history.iter().try_for_each(|line| remembered.add(line).map(|_| ())));
        told.map_err(|cause| failed(&cause))?;
        match self.typed(prompt, text) {
            Ok(line) => {
                // A segment is one line; so is what a person pastes into it.
                let line = plain(&line);
                if !line.is_empty() {
                    history.push(line.clone());
                }
                Ok(Some(line))
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
            Err(cause) => Err(failed(&cause)),
        }
    }

    /// The line that a person types; bytes that are no letters take nothing of it away.
    fn typed(&mut self, prompt: &str, text: &str) -> rustyline::Result<String> {
        let mut text = text.to_owned();
        loop {
            self.wait_for(Awaited::Line(text.clone()));
            match self.editor.readline_with_initial(prompt, (&text, "")) {
                Err(cause) if is_no_letter(&cause) => {
                    if let Awaited::Line(typed) = &mut *self.lock() {
                        text = std::mem::take(typed);
                    }
                }
                read => return read,
            }
        }
    }

    fn wait_for(&self, awaited: Awaited) {
        *self.lock() = awaited;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Awaited> {
        self.awaited.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the line at the first key where a key is awaited.
struct KeyHandler(Arc<Mutex<Awaited>>);

impl ConditionalEventHandler for KeyHandler {
    fn handle(&self, event: &Event, _: RepeatCount, _: bool, cx: &EventContext<'_>) -> Option<Cmd> {
        let event = *event.get(0)?;
        let key = Key::of(event);
        let mut awaited = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *awaited {
            // What the terminal itself means by a key, an end or a pause, stays so.
            Awaited::Key(_) => {
                let key = key?;
                *awaited = Awaited::Key(Some(key));
                Some(Cmd::AcceptLine)
            }
            Awaited::Line(typed) => {
                cx.line().clone_into(typed);
                // The sign of this key is put in after this.
                if let KeyEvent(KeyCode::Char(sign), Modifiers::NONE) = event {
                    typed.insert(cx.pos().min(typed.len()), sign);
                }
                (key == Some(Key::Escape)).then_some(Cmd::Interrupt)
            }
        }
    }
}

/// Whether a byte came that belongs to no letter.
fn is_no_letter(cause: &ReadlineError) -> bool {
    matches!(cause, ReadlineError::Io(cause) if cause.kind() == io::ErrorKind::InvalidData)
}

fn failed(cause: &dyn std::fmt::Display) -> Error {
    Error::new(message!("error-terminal")).caused_by(cause)
}
