//! The strings found so far, each by the names of the keys that lead to it.

use rustc_hash::FxHashSet;

use super::scalar::Scalar;

/// What a string is to the key that leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The key's value.
    Value,
    /// One of the list that is the key's value.
    Item,
}

/// A string that can be translated.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Which of the names wanted leads to it; the first if all are.
    pub name: usize,
    pub role: Role,
    pub value: Scalar,
}

/// Gathers strings while a reader goes from key to key.
pub struct Fields<'n> {
    /// None wants every string.
    names: Option<&'n [String]>,
    /// The keys on the way, a dot before each.
    path: String,
    found: Vec<Field>,
    /// Keys on the way to a wanted name: their table, the name and how much of it.
    seen: FxHashSet<(usize, usize, usize)>,
    /// Paths of keys that a table has more than once.
    twice: Vec<String>,
}

impl<'n> Fields<'n> {
    /// Wants the strings under these dotted names, or every one.
    pub fn new(names: Option<&'n [String]>) -> Self {
        let (path, found, twice) = (String::new(), Vec::new(), Vec::new());
        Self { names, path, found, seen: FxHashSet::default(), twice }
    }

    /// How long the way is so far, to come `back` to it.
    pub fn depth(&self) -> usize {
        self.path.len()
    }

    /// Goes back to where the way was `depth` long.
    pub fn back(&mut self, depth: usize) {
        self.path.truncate(depth);
    }

    /// Goes on to `key`, which no table needs to have.
    pub fn step(&mut self, key: &str) {
        self.path.push('.');
        self.path.push_str(key);
    }

    /// Goes on to `key`, which the table at the byte `table` has.
    pub fn enter(&mut self, key: &str, table: usize) {
        self.step(key);
        if let Some(name) = self.leading() {
            let is_new = self.seen.insert((table, name, self.path.len()));
            if !is_new && !self.twice.contains(&self.path) {
                self.twice.push(self.path.clone());
            }
        }
    }

    /// The first of the names wanted that the way can lead to.
    pub fn leading(&self) -> Option<usize> {
        let way = self.path.get(1..)?;
        self.names?.iter().position(|name| leads(way, name))
    }

    /// Adds the string that the way has led to, if it is wanted.
    pub fn add(&mut self, value: Scalar, role: Role) {
        let way = self.path.get(1..).unwrap_or_default();
        let name = match self.names {
            Some(names) => names.iter().position(|name| name == way),
            None => Some(0),
        };
        self.found.extend(name.map(|name| Field { name, role, value }));
    }

    /// How many strings there are, to `forget` those that come after.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Forgets all strings but the first `count`.
    pub fn forget(&mut self, count: usize) {
        self.found.truncate(count);
    }

    /// What was found, without what stands under a key that its table has twice.
    pub fn finish(self) -> Vec<Field> {
        let Self { names, mut found, twice, .. } = self;
        if let Some(names) = names.filter(|_| !twice.is_empty()) {
            found.retain(|field| !twice.iter().any(|path| leads(&path[1..], &names[field.name])));
        }
        found
    }
}

/// Whether a name is `way`, or goes on from there.
fn leads(way: &str, name: &str) -> bool {
    name.strip_prefix(way).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
