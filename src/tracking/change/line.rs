//! Words and values of a text in one line, each with what stands beside it.

use super::reading::{Kind, Reading};
use super::rules::Class;

/// The words and the values of a text with their neighbours.
pub struct Line {
    pub words: Vec<Bond>,
    pub values: Vec<Bond>,
}

/// What stands beside a word or value, by the numbers of what stands once in both texts.
#[derive(Clone, Default)]
pub struct Bond {
    /// Its index among the words or the values.
    pub at: usize,
    /// Its own number, if it stands once in both texts.
    pub id: Option<usize>,
    /// What it is, as far as others can take its place.
    role: Role,
    /// The nearest that has a number.
    pub left: Option<usize>,
    pub right: Option<usize>,
    /// The nearest word, if it has a number and no mark lies between.
    pub joined_left: Option<usize>,
    pub joined_right: Option<usize>,
    /// The same on the right, if it is what the value counts or the negation denies.
    counted: Option<usize>,
}

/// What can take each other's place.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Role {
    #[default]
    Word,
    Name,
    Negation,
    Value(Kind),
}

impl Bond {
    /// Whether it counts or denies another word than before, and both are still there.
    pub fn counts_other(&self, now: &Self) -> bool {
        self.counted.zip(now.counted).is_some_and(|(was, is)| was != is)
    }
}

impl Line {
    /// The line of a text, nothing in it numbered or bound yet.
    pub fn new(reading: &Reading<'_>) -> Self {
        let role = |word| match reading.class(word) {
            Some(Class::Negation) => Role::Negation,
            Some(Class::Name) => Role::Name,
            _ if word.is_name => Role::Name,
            _ => Role::Word,
        };
        let bond = |(at, role)| Bond { at, role, ..Bond::default() };
        let values = reading.values.iter().map(|value| Role::Value(value.kind));
        Self {
            words: reading.words.iter().map(role).enumerate().map(bond).collect(),
            values: values.enumerate().map(bond).collect(),
        }
    }

    /// Finds what stands beside each, by the numbers given before.
    pub fn bind(&mut self, reading: &Reading<'_>) {
        let places = places(reading);
        let mut left = None;
        for (at, place) in places.iter().enumerate() {
            self.get(*place).left = left;
            left = self.get(*place).id.or(left);
            if let Some(next) =
                places.get(at + 1).filter(|next| are_joined(reading, *place, **next))
            {
                let (id, next_id) = (self.get(*place).id, self.get(*next).id);
                let counts = match next {
                    Place::Word(word) => self.counts(*place, reading, *word),
                    Place::Value(_) => false,
                };
                if matches!(place, Place::Word(_)) {
                    self.get(*next).joined_left = id;
                }
                let bond = self.get(*place);
                bond.joined_right = next_id.filter(|_| matches!(next, Place::Word(_)));
                bond.counted = next_id.filter(|_| counts);
            }
        }
        let mut right = None;
        for place in places.iter().rev() {
            self.get(*place).right = right;
            right = self.get(*place).id.or(right);
        }
    }

    /// Whether a value counts the word after it, or a negation denies it.
    fn counts(&self, place: Place, reading: &Reading<'_>, next: usize) -> bool {
        let role = match place {
            Place::Word(word) => self.words[word].role,
            Place::Value(value) => self.values[value].role,
        };
        let word = &reading.words[next];
        match role {
            Role::Negation => true,
            Role::Value(kind) => {
                kind.counts()
                    && (reading.class(word) != Some(Class::Function) || reading.is_glued(word))
            }
            _ => false,
        }
    }

    /// Whether the word with this number stands right beside another one like `bond`.
    pub fn is_shared(&self, word: usize, bond: &Bond) -> bool {
        let others = self.words.iter().chain(&self.values);
        others
            .filter(|other| other.role == bond.role && other.id != bond.id)
            .any(|other| other.joined_left == Some(word) || other.joined_right == Some(word))
    }

    fn get(&mut self, place: Place) -> &mut Bond {
        match place {
            Place::Word(word) => &mut self.words[word],
            Place::Value(value) => &mut self.values[value],
        }
    }
}

#[derive(Clone, Copy)]
enum Place {
    Word(usize),
    Value(usize),
}

/// Words and values in the order of the text.
fn places(reading: &Reading<'_>) -> Vec<Place> {
    let mut places = Vec::with_capacity(reading.words.len() + reading.values.len());
    let mut value = 0;
    for (at, word) in reading.words.iter().enumerate() {
        while reading.values.get(value).is_some_and(|value| value.span < word.span) {
            places.push(Place::Value(value));
            value += 1;
        }
        places.push(Place::Word(at));
    }
    places.extend((value..reading.values.len()).map(Place::Value));
    places
}

/// Whether no mark lies between two neighbours.
fn are_joined(reading: &Reading<'_>, one: Place, next: Place) -> bool {
    let span = |place| match place {
        Place::Word(word) => reading.words[word].span,
        Place::Value(value) => reading.values[value].span,
    };
    let (end, start) = (span(one).end, span(next).start);
    let mark = reading.marks.partition_point(|mark| mark.span.start < end);
    reading.marks.get(mark).is_none_or(|mark| mark.span.start >= start)
}
