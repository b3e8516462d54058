//! Numbers and texts as bytes, and back; what doesn't fit gives nothing.

/// Writes numbers and texts one after another.
#[derive(Clone, Debug, Default)]
pub struct ByteWriter {
    bytes: Vec<u8>,
}

impl ByteWriter {
    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Writes a byte.
    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Writes a number, a small one in few bytes.
    pub fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.bytes.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest.to_le_bytes()[0]);
    }

    /// Writes how many there are.
    pub fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    /// Writes a number in eight bytes.
    pub fn fixed(&mut self, number: i64) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// Writes bytes with their count.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.bytes.extend_from_slice(bytes);
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Writes what may not be there.
    pub fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.byte(u8::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }
}

/// Reads what a [`ByteWriter`] wrote.
#[derive(Clone, Debug)]
pub struct ByteReader<'a> {
    rest: &'a [u8],
}

impl<'a> ByteReader<'a> {
    /// Reads from the first of these bytes on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// Reads a byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// Reads a number.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Reads how many there are; each takes a byte at least, so never more than are left.
    pub fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    /// Reads a number that may be any.
    pub fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// Reads a number of eight bytes.
    pub fn fixed(&mut self) -> Option<i64> {
        let (head, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(i64::from_le_bytes(*head))
    }

    /// Reads bytes that stand behind their count.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.count()?;
        let (head, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(head)
    }

    /// Reads a text.
    pub fn text(&mut self) -> Option<&'a str> {
        str::from_utf8(self.bytes()?).ok()
    }

    /// Reads what may not be there.
    #[expect(clippy::option_option, reason = "bytes that don't fit are one thing, nothing another")]
    pub fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            1 => read(self).map(Some),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ByteReader, ByteWriter};

    proptest! {
        #[test]
        fn what_was_written_is_read(numbers: Vec<(u64, i64)>, texts: Vec<Option<String>>) {
            let mut out = ByteWriter::default();
            for (number, fixed) in &numbers {
                out.number(*number);
                out.fixed(*fixed);
            }
            for text in &texts {
                out.maybe(text.as_deref(), ByteWriter::text);
            }
            let bytes = out.into_bytes();
            let mut from = ByteReader::new(&bytes);
            for (number, fixed) in &numbers {
                prop_assert_eq!(from.number(), Some(*number));
                prop_assert_eq!(from.fixed(), Some(*fixed));
            }
            for text in &texts {
                prop_assert_eq!(from.maybe(ByteReader::text), Some(text.as_deref()));
            }
            prop_assert_eq!(from.left(), 0);
        }

        #[test]
        fn any_bytes_are_read_without_a_fault(bytes: Vec<u8>) {
            let mut from = ByteReader::new(&bytes);
            while from.left() > 0 {
                let before = from.left();
                let read = (from.number(), from.text().map(str::len), from.fixed());
                prop_assert!(read.1.is_none_or(|length| length <= bytes.len()));
                if from.left() == before {
                    break;
                }
            }
        }
    }
}
