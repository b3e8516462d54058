//! JSON for people to read.

use std::io::{self, Write};

use serde::Serialize;

/// Writes `value`, with a line end.
pub fn write_json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
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
