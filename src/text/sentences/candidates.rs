//! Places where a sentence may end, found at the speed of `memchr`.

use std::iter::Peekable;

use memchr::{Memchr, Memchr3, memchr_iter, memchr3_iter};

use super::characters::FULL_WIDTH;

const ELLIPSIS: &[u8] = "…".as_bytes();
/// The first byte of `FULL_WIDTH`.
const WIDE: u8 = 0xef;

/// Offsets of stops, colons and semicolons, ascending.
pub struct Candidates<'t> {
    bytes: &'t [u8],
    stops: Peekable<Memchr3<'t>>,
    others: Peekable<Memchr3<'t>>,
    wide: Peekable<Memchr<'t>>,
}

impl<'t> Candidates<'t> {
    /// All candidates of `text`.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        Self {
            bytes,
            stops: memchr3_iter(b'.', b'?', b'!', bytes).peekable(),
            others: memchr3_iter(b';', b':', ELLIPSIS[0], bytes).peekable(),
            wide: memchr_iter(WIDE, bytes).peekable(),
        }
    }

    fn nearest(&mut self) -> Option<usize> {
        let [stop, other, wide] =
            [self.stops.peek(), self.others.peek(), self.wide.peek()].map(place);
        if stop <= other && stop <= wide {
            self.stops.next()
        } else if other <= wide {
            self.others.next()
        } else {
            self.wide.next()
        }
    }
}

/// Where the next candidate of a kind stands; beyond every text where there is none.
fn place(next: Option<&usize>) -> usize {
    next.copied().unwrap_or(usize::MAX)
}

impl Iterator for Candidates<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let at = self.nearest()?;
            let is_stop = match self.bytes[at] {
                WIDE => {
                    self.bytes[at..].starts_with(FULL_WIDTH.encode_utf8(&mut [0; 4]).as_bytes())
                }
                first => first != ELLIPSIS[0] || self.bytes[at..].starts_with(ELLIPSIS),
            };
            if is_stop {
                return Some(at);
            }
        }
    }
}
