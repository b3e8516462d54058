//! The door to machine translation: a program of the user's choice, JSON lines in and out.
//!
//! One request is one line, one answer is one line with the same `id`. A program that is silent for
//! too long or ends is started again; where that doesn't help, nothing more is asked.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::Workspace;
use super::group::ProcessGroup;
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::text::printable::printable;
use crate::workspace::config::machine::MachineSettings;

/// What a machine is asked.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MachineRequest {
    pub version: u8,
    pub id: usize,
    pub article: String,
    pub segment: usize,
    pub source_language: String,
    pub target_language: String,
    pub text: String,
    /// The sentences before and after, the nearest last and first.
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub terms: Vec<MachineTerm>,
    /// What was translated before, where this sentence has changed since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<MachineTerm>,
}

/// A text with its translation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MachineTerm {
    pub source: String,
    pub target: String,
    /// What may stand for it, too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What must not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<String>,
}

#[derive(Deserialize)]
struct Reply {
    id: usize,
    text: Option<String>,
    error: Option<String>,
    /// What it says, where the rest of it is no reply.
    #[serde(skip)]
    garbled: Option<String>,
}

/// Which question a reply is to, whatever else it says.
#[derive(Deserialize)]
struct ReplyId {
    id: usize,
}

/// A program that translates, started when it is first asked.
pub struct Machine<'w> {
    settings: &'w MachineSettings,
    folder: &'w Path,
    running: Option<Running>,
    /// How many questions were sent, those asked again included.
    pub sent: usize,
    /// How often one may be sent; once in any case.
    pub most: usize,
    /// Why it is asked no further.
    pub gone: Option<Message>,
}

impl Reply {
    /// A reply to this question of which nothing can be made, such as half a character.
    fn garbled(id: usize, words: &str) -> Self {
        Self { id, text: None, error: None, garbled: Some(shown(words)) }
    }
}

/// Why no reply came.
enum Silence {
    Late,
    /// It said what is no reply; the last of it.
    Garbled(String),
    /// The program ended, or says no more.
    Over,
}

struct Running {
    group: ProcessGroup,
    requests: Sender<String>,
    lines: Receiver<String>,
}

/// No answer is longer.
const LONGEST: u64 = 1 << 20;
/// So many lines at most wait to be looked at; a program that says more has to wait, too.
const WAITING: usize = 16;
/// So much of what it says is told.
const TOLD: usize = 200;

/// The beginning of what a program says, fit to be shown.
fn shown(words: &str) -> String {
    let words = printable(words.trim());
    let begin: String = words.chars().take(TOLD).collect();
    if begin.len() < words.len() { begin + "…" } else { begin }
}

impl Workspace {
    /// The machine that the configuration names.
    pub fn machine(&self) -> Result<Machine<'_>> {
        if self.config.machine.command.is_empty() {
            return Err(
                Error::new(message!("error-machine-none")).hint(message!("hint-machine-none"))
            );
        }
        Ok(Machine {
            settings: &self.config.machine,
            folder: &self.root,
            running: None,
            sent: 0,
            most: usize::MAX,
            gone: None,
        })
    }
}

impl Machine<'_> {
    /// The translation; otherwise why there is none.
    pub fn ask(&mut self, request: &MachineRequest) -> Result<Result<String, Message>> {
        let line = serde_json::to_string(request).unwrap_or_default();
        let mut told = None;
        let mut silent = None;
        for again in 0..=self.settings.retries {
            if usize::try_from(again).is_ok_and(|again| again > 0 && again >= self.most) {
                break;
            }
            self.sent += 1;
            match self.reply(request.id, &line)? {
                Ok(Reply { text: Some(text), error: None, .. }) if !text.trim().is_empty() => {
                    return Ok(Ok(text.trim().to_owned()));
                }
                Ok(Reply { garbled: Some(words), .. }) => {
                    told = Some(message!("report-pretranslate-garbled", words = words));
                }
                Ok(Reply { error: Some(error), .. }) => {
                    told = Some(message!("report-pretranslate-error", words = shown(&error)));
                }
                Ok(_) => told = Some(message!("report-pretranslate-empty")),
                Err(why) => silent = Some(why),
            }
        }
        // Who never answered one sentence isn't waited for at each of the others.
        if told.is_none() {
            self.gone.clone_from(&silent);
        }
        Ok(Err(told.or(silent).unwrap_or_else(|| message!("report-pretranslate-empty"))))
    }

    /// What the program replies; otherwise why it doesn't.
    fn reply(&mut self, id: usize, line: &str) -> Result<Result<Reply, Message>> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start(self.settings, self.folder)?,
        };
        Ok(match running.ask(id, line, Duration::from_secs(self.settings.timeout)) {
            Ok(reply) => {
                self.running = Some(running);
                Ok(reply)
            }
            // Whatever it says later would be taken for an answer to another question.
            Err(Silence::Late) => {
                running.group.stop();
                let seconds = usize::try_from(self.settings.timeout).unwrap_or(usize::MAX);
                Err(message!("report-pretranslate-silent", seconds = seconds))
            }
            Err(Silence::Garbled(words)) => {
                running.group.stop();
                Err(message!("report-pretranslate-garbled", words = words))
            }
            Err(Silence::Over) => Err(running.end()),
        })
    }
}

impl Drop for Machine<'_> {
    fn drop(&mut self) {
        if let Some(running) = &mut self.running {
            running.group.stop();
        }
    }
}

impl Running {
    /// Starts the program in the workspace's folder, wherever that is worked in from.
    fn start(settings: &MachineSettings, folder: &Path) -> Result<Self> {
        let command = &settings.command;
        let program = command.first().map_or("", String::as_str);
        let mut started = Command::new(program);
        started
            .args(&command[1..])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let unstartable = |err: &std::io::Error| {
            Error::new(message!("error-machine-start", program = program)).refused_by(err)
        };
        let mut group = ProcessGroup::start(&mut started).map_err(|err| unstartable(&err))?;
        let child = &mut group.child;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(unstartable(&std::io::ErrorKind::BrokenPipe.into()));
        };
        let (requests, waiting) = channel::<String>();
        // A program that doesn't read must not make us wait for longer than it may.
        thread::spawn(move || {
            for line in waiting {
                if input.write_all(line.as_bytes()).and_then(|()| input.flush()).is_err() {
                    break;
                }
            }
        });
        let (told, lines) = sync_channel(WAITING);
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            loop {
                let mut line = Vec::new();
                let read = output.by_ref().take(LONGEST).read_until(b'\n', &mut line);
                let is_whole = line.ends_with(b"\n");
                let text = String::from_utf8_lossy(&line).into_owned();
                if read.is_err() || !is_whole || told.send(text).is_err() {
                    break;
                }
            }
        });
        Ok(Self { group, requests, lines })
    }

    /// The reply to the question with this number, as soon as it comes.
    fn ask(&mut self, id: usize, line: &str, patience: Duration) -> Result<Reply, Silence> {
        self.requests.send(format!("{line}\n")).map_err(|_| Silence::Over)?;
        let end = Instant::now() + patience;
        let mut other = None;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let text = match self.lines.recv_timeout(left) {
                // Who never ends to say something else is late, too.
                Ok(text) if !left.is_zero() => text,
                Ok(_) | Err(RecvTimeoutError::Timeout) => {
                    return Err(other.map_or(Silence::Late, Silence::Garbled));
                }
                Err(RecvTimeoutError::Disconnected) => return Err(Silence::Over),
            };
            // What is no reply, or one to a question asked before, is passed over.
            match serde_json::from_str::<Reply>(&text) {
                Ok(reply) if reply.id == id => return Ok(reply),
                Ok(_) => {}
                Err(_) => match serde_json::from_str(&text) {
                    Ok(ReplyId { id: own }) if own == id => return Ok(Reply::garbled(id, &text)),
                    Ok(ReplyId { .. }) => {}
                    Err(_) => other = Some(shown(&text)),
                },
            }
        }
    }

    /// How the program ended.
    fn end(&mut self) -> Message {
        for _ in 0..PAUSES {
            if let Some(status) = self.group.ended() {
                return match status.code() {
                    Some(code) => message!("report-pretranslate-ended", code = code.to_string()),
                    None => message!("report-pretranslate-killed"),
                };
            }
            thread::sleep(PAUSE);
        }
        self.group.stop();
        message!("report-pretranslate-dumb")
    }
}

/// How long a program that says no more may take to end.
const PAUSE: Duration = Duration::from_millis(10);
const PAUSES: usize = 100;
