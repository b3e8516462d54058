//! JSON for people to read, laid out as `serde_json` does it, with each line's indentation in one piece.
//!
//! A workspace of ten thousand articles has two hundred thousand lines, and they are written by one thread.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes `value`, with a line end.
pub fn write_json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let layout = Layout { depth: 0, is_filled: false };
    value.serialize(&mut Serializer::with_formatter(&mut *out, layout))?;
    out.write_all(b"\n")
}

/// What is open, and whether the innermost of it holds anything.
struct Layout {
    depth: usize,
    is_filled: bool,
}

/// What stands between two values, as deep as a line goes in one piece.
const GAP: &[u8; 34] = b",\n                                ";
const STEP: usize = 2;

impl Layout {
    fn open<W: ?Sized + Write>(&mut self, out: &mut W, mark: u8) -> io::Result<()> {
        self.depth += 1;
        self.is_filled = false;
        out.write_all(&[mark])
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, mark: u8) -> io::Result<()> {
        self.depth -= 1;
        if self.is_filled {
            self.line(out, true)?;
        }
        out.write_all(&[mark])
    }

    fn line<W: ?Sized + Write>(&self, out: &mut W, is_first: bool) -> io::Result<()> {
        let comma = usize::from(is_first);
        let width = 2 + STEP * self.depth;
        if let Some(gap) = GAP.get(comma..width) {
            return out.write_all(gap);
        }
        out.write_all(&GAP[comma..])?;
        (GAP.len()..width).try_for_each(|_| out.write_all(b" "))
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b'[')
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b']')
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b'{')
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b'}')
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::write_json;
    use serde_json::{Value, json};

    #[test]
    fn the_layout_is_that_of_serde_json() {
        let mut deep = json!({"a": [], "b": {}, "c": [1, "«\"»", null], "d": [[], [{}]]});
        for depth in 0..40 {
            deep = if depth % 2 == 0 { json!([deep, [], 1]) } else { json!({"x": deep, "y": {}}) };
        }
        for value in [Value::Null, json!([]), json!({}), json!({"a": {"b": [true]}}), deep] {
            let mut written = Vec::new();
            write_json(&value, &mut written).unwrap();
            let expected = format!("{}\n", serde_json::to_string_pretty(&value).unwrap());
            assert_eq!(String::from_utf8(written).unwrap(), expected);
        }
    }
}
