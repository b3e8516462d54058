//! Places where a sentence may end, found at the speed of `memchr`.

use std::iter::Peekable;

use memchr::{Memchr3, memchr3_iter};

const ELLIPSIS: &[u8] = "…".as_bytes();

/// Offsets of stops, colons and semicolons, ascending.
pub struct Candidates<'t> {
    bytes: &'t [u8],
    stops: Peekable<Memchr3<'t>>,
    others: Peekable<Memchr3<'t>>,
}

impl<'t> Candidates<'t> {
    /// All candidates of `text`.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        Self {
            bytes,
            stops: memchr3_iter(b'.', b'?', b'!', bytes).peekable(),
            others: memchr3_iter(b';', b':', ELLIPSIS[0], bytes).peekable(),
        }
    }

    fn nearest(&mut self) -> Option<usize> {
        match (self.stops.peek(), self.others.peek()) {
            (Some(stop), Some(other)) if other < stop => self.others.next(),
            (None, _) => self.others.next(),
            _ => self.stops.next(),
        }
    }
}

impl Iterator for Candidates<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let at = self.nearest()?;
            if self.bytes[at] != ELLIPSIS[0] || self.bytes[at..].starts_with(ELLIPSIS) {
                return Some(at);
            }
        }
    }
}
