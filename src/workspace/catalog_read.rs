//! The fast way to read a catalog: exactly the shape that tolmach writes.
//!
//! Keys in their order, one a line, basic strings, nothing unknown. Whatever
//! else TOML allows gives nothing here, and is read by `catalog_toml`.

use super::catalog_text::is_date;
use crate::model::{Ack, Catalog, Pair, State, Waiver};

/// The catalog in `text`, if it has the shape that tolmach writes.
pub fn read(text: &str) -> Option<Catalog> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !has_plain_lines(text.as_bytes()) {
        return None;
    }
    let mut rows = Rows { rest: text };
    let mut pairs = Vec::with_capacity(text.len() / 400 + 1);
    while !rows.rest.is_empty() {
        match rows.line() {
            "" => {}
            "[[pair]]" => pairs.push(rows.pair()?),
            _ => return None,
        }
    }
    Some(Catalog { pairs })
}

/// Whether no control character stands here but tabs and line ends.
fn has_plain_lines(bytes: &[u8]) -> bool {
    // Without an early return the compiler looks at sixteen bytes at once.
    let is_control =
        |byte: u8| (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F;
    let controls = bytes.iter().fold(false, |found, byte| found | is_control(*byte));
    let stray = || memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'));
    !controls && !stray()
}

/// The lines that are still to be read.
struct Rows<'a> {
    rest: &'a str,
}

impl<'a> Rows<'a> {
    fn line(&mut self) -> &'a str {
        let end = memchr::memchr(b'\n', self.rest.as_bytes());
        let line = end.map_or(self.rest, |end| &self.rest[..end]);
        self.rest = end.map_or("", |end| &self.rest[end + 1..]);
        line.strip_suffix('\r').unwrap_or(line)
    }

    fn pair(&mut self) -> Option<Pair> {
        let mut pair = Pair {
            source: self.string("source")??,
            target: self.string("target")??,
            ..Pair::default()
        };
        if let Some(state) = self.string("state") {
            pair.state = State::by_name(&state?)?;
        }
        for (key, field) in [
            ("seal", &mut pair.seal),
            ("note", &mut pair.note),
            ("origin", &mut pair.origin),
            ("by", &mut pair.by),
        ] {
            *field = self.optional(key)?;
        }
        pair.on = match self.value("on") {
            Some(raw) => Some(Inline { rest: raw }.whole(Inline::date)?),
            None => None,
        };
        pair.acks = self.list("acks", Inline::ack)?;
        pair.waivers = self.list("waivers", Inline::waiver)?;
        Some(pair)
    }

    /// The rest of the next line, if it sets `key`.
    fn value(&mut self, key: &str) -> Option<&'a str> {
        let after = self.rest.strip_prefix(key)?.trim_start_matches(' ').strip_prefix('=')?;
        self.rest = after;
        Some(self.line().trim_start_matches(' '))
    }

    /// Nothing where the next line sets another key; an inner nothing where its value isn't plain.
    #[expect(clippy::option_option, reason = "a line that sets another key is no fault")]
    fn string(&mut self, key: &str) -> Option<Option<String>> {
        self.value(key).map(|raw| Inline { rest: raw }.whole(Inline::string))
    }

    #[expect(clippy::option_option, reason = "a key that isn't set is no fault")]
    fn optional(&mut self, key: &str) -> Option<Option<String>> {
        match self.string(key) {
            Some(value) => value.map(Some),
            None => Some(None),
        }
    }

    fn list<T>(&mut self, key: &str, item: fn(&mut Inline<'a>) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        match self.value(key) {
            None => return Some(items),
            Some("[") => {}
            Some(_) => return None,
        }
        loop {
            match self.line() {
                "]" => return Some(items),
                line => {
                    let mut inline = Inline { rest: line.strip_prefix("  { ")? };
                    items.push(item(&mut inline)?);
                    (inline.rest == " },").then_some(())?;
                }
            }
        }
    }
}

/// What is still to be read of a line.
struct Inline<'a> {
    rest: &'a str,
}

impl<'a> Inline<'a> {
    fn whole<T>(mut self, read: fn(&mut Self) -> Option<T>) -> Option<T> {
        let value = read(&mut self)?;
        self.rest.is_empty().then_some(value)
    }

    fn ack(&mut self) -> Option<Ack> {
        let from = self.named("from = ", Self::string)??;
        let reason = self.named(", reason = ", Self::string)??;
        let by = self.named(", by = ", Self::string).map_or(Some(None), |by| by.map(Some))?;
        let on = self.named(", on = ", Self::date).map_or(Some(None), |on| on.map(Some))?;
        Some(Ack { from, reason, by, on })
    }

    fn waiver(&mut self) -> Option<Waiver> {
        let check = self.named("check = ", Self::string)??;
        let reason = self.named(", reason = ", Self::string)??;
        let by = self.named(", by = ", Self::string).map_or(Some(None), |by| by.map(Some))?;
        let on = self.named(", on = ", Self::date).map_or(Some(None), |on| on.map(Some))?;
        Some(Waiver { check, reason, by, on })
    }

    #[expect(clippy::option_option, reason = "a key that isn't set is no fault")]
    fn named(
        &mut self,
        key: &str,
        read: fn(&mut Self) -> Option<String>,
    ) -> Option<Option<String>> {
        self.rest = self.rest.strip_prefix(key)?;
        Some(read(self))
    }

    fn string(&mut self) -> Option<String> {
        let body = self.rest.strip_prefix('"')?;
        let stop = memchr::memchr2(b'"', b'\\', body.as_bytes())?;
        if body.as_bytes()[stop] == b'"' {
            self.rest = &body[stop + 1..];
            return Some(body[..stop].to_owned());
        }
        self.rest = body;
        self.escaped()
    }

    /// The string up to its closing quotation mark, with escapes resolved.
    fn escaped(&mut self) -> Option<String> {
        let mut text = String::with_capacity(self.rest.len());
        loop {
            let stop = memchr::memchr2(b'"', b'\\', self.rest.as_bytes())?;
            text.push_str(&self.rest[..stop]);
            let is_end = self.rest.as_bytes()[stop] == b'"';
            self.rest = &self.rest[stop + 1..];
            if is_end {
                return Some(text);
            }
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let escaped = characters.next()?;
        self.rest = characters.as_str();
        match escaped {
            '"' | '\\' => Some(escaped),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'u' => {
                let digits = self.rest.get(..4)?;
                self.rest = &self.rest[4..];
                let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
                char::from_u32(u32::from_str_radix(digits, 16).ok()?).filter(|_| is_hex)
            }
            _ => None,
        }
    }

    /// A date, bare as tolmach writes it or in quotation marks.
    fn date(&mut self) -> Option<String> {
        if self.rest.starts_with('"') {
            return self.string();
        }
        let date = self.rest.get(..10).filter(|date| is_date(date))?;
        self.rest = &self.rest[10..];
        Some(date.to_owned())
    }
}
