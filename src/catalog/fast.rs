//! The fast way to read a catalog: exactly the shape that tolmach writes.
//!
//! Keys in their order, one a line, basic strings, nothing unknown. Whatever
//! else TOML allows gives nothing here, and is read by `thorough`.

use super::pair::is_date;
use super::record::KEYS;
use crate::model::{Ack, Catalog, Pair, State, Waiver};

/// The catalog in `text`, if it has the shape that tolmach writes.
pub fn read(text: &str) -> Option<Catalog> {
    let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !has_plain_lines(rest.as_bytes()) {
        return None;
    }
    let mut reader = Reader { rest };
    reader.published();
    let mut pairs = Vec::with_capacity(rest.len() / 400 + 1);
    while !reader.rest.is_empty() {
        if reader.line_end().is_none() {
            reader.skip("[[pair]]")?;
            reader.line_end()?;
            pairs.push(reader.pair()?);
        }
    }
    Some(Catalog { pairs })
}

/// Whether no control character stands here but tabs and line ends.
fn has_plain_lines(bytes: &[u8]) -> bool {
    // Without an early return the compiler looks at sixteen bytes at once.
    let controls = bytes.iter().fold(false, |found, byte| found | is_control(*byte));
    !controls && !stray(bytes)
}

fn stray(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}

fn is_control(byte: u8) -> bool {
    (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F
}

/// What is still to be read; each step takes its part or gives nothing.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Passes over the record of what was published, where it stands first.
    fn published(&mut self) {
        let before = self.rest;
        let mut pass = || {
            self.skip("[published]")?;
            self.line_end()?;
            KEYS.iter().try_for_each(|key| self.optional(key, Self::string).map(drop))
        };
        if pass().is_none() {
            self.rest = before;
        }
    }

    fn pair(&mut self) -> Option<Pair> {
        let mut pair = Pair {
            source: self.required("source")?,
            target: self.required("target")?,
            ..Pair::default()
        };
        if self.key("state") {
            pair.state = State::ALL.into_iter().find(|state| self.named(*state))?;
            self.line_end()?;
        }
        pair.seal = self.optional("seal", Self::string)?;
        if matches!(self.rest.as_bytes(), [] | [b'\n', ..]) {
            return Some(pair);
        }
        for (key, field) in
            [("note", &mut pair.note), ("origin", &mut pair.origin), ("by", &mut pair.by)]
        {
            *field = self.optional(key, Self::string)?;
        }
        pair.on = self.optional("on", Self::date)?;
        pair.acks = self.list("acks", Self::ack)?;
        pair.waivers = self.list("waivers", Self::waiver)?;
        Some(pair)
    }

    fn skip(&mut self, expected: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(expected)?;
        Some(())
    }

    /// Takes the line's end; the end of the text is one, too.
    fn line_end(&mut self) -> Option<()> {
        match self.rest.as_bytes() {
            [] => Some(()),
            [b'\n', ..] => self.skip("\n"),
            _ => self.skip("\r\n"),
        }
    }

    /// Takes `key` and its equals sign, if they are next.
    fn key(&mut self, key: &str) -> bool {
        let Some(after) = self.rest.strip_prefix(key) else { return false };
        match without_spaces(after).strip_prefix('=') {
            Some(value) => self.rest = without_spaces(value),
            None => return false,
        }
        true
    }

    fn named(&mut self, state: State) -> bool {
        let quoted = self.rest.strip_prefix('"').and_then(|rest| rest.strip_prefix(state.name()));
        let rest = quoted.and_then(|rest| rest.strip_prefix('"'));
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn required(&mut self, key: &str) -> Option<String> {
        self.optional(key, Self::string)?
    }

    #[expect(clippy::option_option, reason = "a key that isn't set is no fault")]
    fn optional(
        &mut self,
        key: &str,
        read: fn(&mut Self) -> Option<String>,
    ) -> Option<Option<String>> {
        if !self.key(key) {
            return Some(None);
        }
        let value = read(self)?;
        self.line_end()?;
        Some(Some(value))
    }

    fn list<T>(&mut self, key: &str, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        if self.key(key) {
            self.skip("[")?;
            self.line_end()?;
            while self.skip("]").is_none() {
                self.skip("  { ")?;
                items.push(item(self)?);
                self.skip(" },")?;
                self.line_end()?;
            }
            self.line_end()?;
        }
        Some(items)
    }

    fn ack(&mut self) -> Option<Ack> {
        self.skip("from = ")?;
        let from = self.string()?;
        let (reason, seal) = (self.reason()?, self.seal()?);
        let (by, on) = (self.by()?, self.on()?);
        Some(Ack { from, reason, seal, by, on })
    }

    fn waiver(&mut self) -> Option<Waiver> {
        self.skip("check = ")?;
        let check = self.string()?;
        let reason = self.reason()?;
        let seal = self.seal()?;
        let (by, on) = (self.by()?, self.on()?);
        Some(Waiver { check, reason, seal, by, on })
    }

    fn reason(&mut self) -> Option<String> {
        self.skip(", reason = ")?;
        self.string()
    }

    /// The seal, where there is one; nothing at all where it can't be read.
    #[expect(clippy::option_option, reason = "what isn't there differs from what can't be read")]
    fn seal(&mut self) -> Option<Option<String>> {
        if self.skip(", seal = ").is_some() { self.string().map(Some) } else { Some(None) }
    }

    /// By whom, where that is said; nothing at all where it can't be read.
    #[expect(clippy::option_option, reason = "what isn't there differs from what can't be read")]
    fn by(&mut self) -> Option<Option<String>> {
        if self.skip(", by = ").is_some() { self.string().map(Some) } else { Some(None) }
    }

    /// When, where that is said.
    #[expect(clippy::option_option, reason = "what isn't there differs from what can't be read")]
    fn on(&mut self) -> Option<Option<String>> {
        if self.skip(", on = ").is_some() { self.date().map(Some) } else { Some(None) }
    }

    fn string(&mut self) -> Option<String> {
        self.skip("\"")?;
        let stop = self.stop()?;
        if self.rest.as_bytes()[stop] == b'"' {
            let text = self.rest[..stop].to_owned();
            self.rest = &self.rest[stop + 1..];
            return Some(text);
        }
        self.escaped()
    }

    /// Where the next quotation mark or escape stands, on this line.
    fn stop(&self) -> Option<usize> {
        let stop = memchr::memchr3(b'"', b'\\', b'\n', self.rest.as_bytes())?;
        (self.rest.as_bytes()[stop] != b'\n').then_some(stop)
    }

    /// The string up to its closing quotation mark, with escapes resolved.
    fn escaped(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let stop = self.stop()?;
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
        let date = self.rest.get(..10).filter(|date| is_date(date))?.to_owned();
        self.rest = &self.rest[10..];
        Some(date)
    }
}

fn without_spaces(text: &str) -> &str {
    let count = text.bytes().take_while(|byte| *byte == b' ').count();
    &text[count..]
}
