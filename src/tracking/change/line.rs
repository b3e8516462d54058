//! Words and values of a text in one line, each with what stands beside it.

use super::reading::Reading;
use super::rules::Class;
use super::value::ValueKind;

/// The words and the values of a text with their neighbours.
pub struct Line {
    pub words: Vec<Bond>,
    pub values: Vec<Bond>,
}

/// What stands beside a word or value, by the numbers of what stands once in both texts.
#[derive(Clone, Default)]
pub struct Bond {
    /// Its own number, if it stands once in both texts.
    pub id: Option<usize>,
    /// What it is, as far as others can take its place.
    role: Role,
    /// The nearest that has a number.
    pub left: Option<usize>,
    pub right: Option<usize>,
    /// The nearest word, if it has a number and no mark lies between.
    joined_left: Option<usize>,
    joined_right: Option<usize>,
    /// Whether that word stands beside another of this kind, too.
    is_shared: [bool; 2],
    /// The word joined on the right, if it is what the value counts or the negation denies.
    counted: Option<usize>,
}

/// What can take each other's place.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Role {
    #[default]
    Word,
    Name,
    Negation,
    Value(ValueKind),
}

impl Bond {
    /// Whether it counts or denies another word than before, and both are still there.
    pub fn counts_other(&self, now: &Self) -> bool {
        self.counted.zip(now.counted).is_some_and(|(was, is)| was != is)
    }

    /// Whether it only changed sides with a word that belongs to nothing else of its kind.
    pub fn turned(&self, now: &Self) -> bool {
        let [left, right] = [self.joined_left, self.joined_right];
        let to_right = left.is_some() && left == now.joined_right;
        let to_left = right.is_some() && right == now.joined_left;
        to_right && !self.is_shared[0] && !now.is_shared[1]
            || to_left && !self.is_shared[1] && !now.is_shared[0]
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
        let bond = |role| Bond { role, ..Bond::default() };
        let values = reading.values.iter().map(|value| Role::Value(value.kind));
        Self {
            words: reading.words.iter().map(role).map(bond).collect(),
            values: values.map(bond).collect(),
        }
    }

    /// Finds what stands beside each, by the numbers given before.
    pub fn bind(&mut self, reading: &Reading<'_>) {
        let places = places(reading);
        let mut left = None;
        for place in &places {
            self.get(*place).left = left;
            left = self.get(*place).id.or(left);
        }
        let mut right = None;
        for place in places.iter().rev() {
            self.get(*place).right = right;
            right = self.get(*place).id.or(right);
        }
        for two in places.windows(2).filter(|two| are_joined(reading, two[0], two[1])) {
            self.join(reading, two[0], two[1]);
        }
        for three in places.windows(3) {
            let is_joined = |at: usize| are_joined(reading, three[at], three[at + 1]);
            let is_word = matches!(three[1], Place::Word(_));
            if is_word && self.role(three[0]) == self.role(three[2]) && is_joined(0) && is_joined(1)
            {
                self.get(three[0]).is_shared[1] = true;
                self.get(three[2]).is_shared[0] = true;
            }
        }
    }

    /// Takes down that nothing lies between two neighbours.
    fn join(&mut self, reading: &Reading<'_>, one: Place, next: Place) {
        let (id, next_id) = (self.get(one).id, self.get(next).id);
        if let Place::Word(word) = next {
            let counts = self.counts(one, reading, word);
            let bond = self.get(one);
            bond.joined_right = next_id;
            bond.counted = next_id.filter(|_| counts);
        }
        if matches!(one, Place::Word(_)) {
            self.get(next).joined_left = id;
        }
    }

    /// Whether a value counts the word after it, or a negation denies it.
    fn counts(&self, place: Place, reading: &Reading<'_>, next: usize) -> bool {
        let word = &reading.words[next];
        match self.role(place) {
            Role::Negation => true,
            Role::Value(kind) => {
                kind.counts()
                    && (!reading.class(word).is_some_and(Class::is_small) || reading.is_glued(word))
            }
            _ => false,
        }
    }

    fn role(&self, place: Place) -> Role {
        match place {
            Place::Word(word) => self.words[word].role,
            Place::Value(value) => self.values[value].role,
        }
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
