//! Lists and tables in brackets: what their parts are to each other.

use std::borrow::Cow;

use super::fields::{Fields, Role};
use super::scalar::Scalar;

/// A part of what stands in brackets.
pub enum FlowToken<'a> {
    Open(u8),
    Close(u8),
    Comma,
    /// A key with the mark behind it.
    Key(Cow<'a, str>),
    /// A value; none if it is no string.
    Scalar(Option<Scalar>),
    /// An anchor, an alias or a tag of YAML.
    Property,
    /// What can't stand there.
    Odd,
}

/// Brackets not closed yet, within what holds the first of them.
pub struct Brackets {
    levels: Vec<Level>,
    is_odd: bool,
}

struct Level {
    kind: Kind,
    progress: Progress,
    /// Where it begins, which tells it from other tables.
    start: usize,
    /// How long the way to it is.
    depth: usize,
    /// Whether dotted names lead into it.
    is_named: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    List,
    Table,
}

/// How far the entry or the item under way has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Start,
    Key,
    /// It is of a kind that is left alone.
    Other,
    Done,
}

impl Brackets {
    /// Before the first bracket, which opens the value or an item of the key reached.
    pub fn new(role: Role, fields: &Fields<'_>) -> Self {
        let (kind, progress) = match role {
            Role::Value => (Kind::Table, Progress::Key),
            Role::Item => (Kind::List, Progress::Start),
        };
        let outer = Level { kind, progress, start: 0, depth: fields.depth(), is_named: true };
        Self { levels: vec![outer], is_odd: false }
    }

    /// Whether every bracket is closed.
    pub fn is_closed(&self) -> bool {
        self.levels.len() == 1
    }

    /// Whether something stood where it can't.
    pub fn is_odd(&self) -> bool {
        self.is_odd
    }

    /// Whether a key or the end of a table comes next.
    pub fn wants_key(&self) -> bool {
        let top = self.levels.last();
        top.is_some_and(|top| top.kind == Kind::Table && top.progress == Progress::Start)
    }

    /// Takes the part that begins at the byte `start`.
    pub fn take(&mut self, token: FlowToken<'_>, start: usize, fields: &mut Fields<'_>) {
        let Some(top) = self.levels.last_mut() else { return };
        let fits = match token {
            FlowToken::Open(bracket) => return self.open(bracket, start, fields),
            FlowToken::Close(bracket) => {
                let fits = (bracket == b']') == (top.kind == Kind::List);
                self.levels.pop();
                fits
            }
            FlowToken::Comma => {
                std::mem::replace(&mut top.progress, Progress::Start) != Progress::Start
            }
            FlowToken::Key(name) => top.key(&name, fields),
            FlowToken::Scalar(value) => top.value(value, fields),
            FlowToken::Property => {
                std::mem::replace(&mut top.progress, Progress::Other) != Progress::Done
            }
            FlowToken::Odd => false,
        };
        self.is_odd |= !fits;
    }

    fn open(&mut self, bracket: u8, start: usize, fields: &mut Fields<'_>) {
        let kind = if bracket == b'[' { Kind::List } else { Kind::Table };
        let Some(top) = self.levels.last_mut() else { return };
        let (fits, is_named) = match (top.kind, top.progress) {
            (Kind::Table, Progress::Key) => (true, true),
            // A table in a list is reached by the list's name, a list in a list by none.
            (Kind::List, Progress::Start) => (true, kind == Kind::Table),
            (_, Progress::Other) => (true, false),
            (Kind::Table, Progress::Start) | (Kind::List, Progress::Key) | (_, Progress::Done) => {
                (false, false)
            }
        };
        let is_named = is_named && top.is_named;
        if is_named && top.kind == Kind::List {
            fields.back(top.depth);
        }
        if top.progress != Progress::Other {
            top.progress = Progress::Done;
        }
        self.is_odd |= !fits;
        let (progress, depth) = (Progress::Start, fields.depth());
        self.levels.push(Level { kind, progress, start, depth, is_named });
    }
}

impl Level {
    /// Takes a key; returns whether it can stand there.
    fn key(&mut self, name: &str, fields: &mut Fields<'_>) -> bool {
        match (self.kind, self.progress) {
            (Kind::Table, Progress::Start) => {
                self.progress = Progress::Key;
                if self.is_named {
                    fields.back(self.depth);
                    fields.enter(name, self.start);
                }
                true
            }
            // YAML lets `[a: b]` be a list of one table.
            (Kind::List, Progress::Start) => {
                self.progress = Progress::Other;
                true
            }
            (_, progress) => progress == Progress::Other,
        }
    }

    /// Takes a value; returns whether it can stand there.
    fn value(&mut self, value: Option<Scalar>, fields: &mut Fields<'_>) -> bool {
        let role = match (self.kind, self.progress) {
            (Kind::Table, Progress::Key) => Role::Value,
            (Kind::List, Progress::Start) => {
                fields.back(self.depth);
                Role::Item
            }
            (_, progress) => {
                self.progress = if progress == Progress::Start { Progress::Done } else { progress };
                return progress != Progress::Done;
            }
        };
        self.progress = Progress::Done;
        if let Some(value) = value.filter(|_| self.is_named) {
            fields.add(value, role);
        }
        true
    }
}
