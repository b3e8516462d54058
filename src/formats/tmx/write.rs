//! Writes translation units as they come.

use std::io::{self, Write};

use super::{Languages, TranslationUnit};

/// A file of units under way.
pub struct Units<'a, W> {
    out: W,
    languages: Languages<'a>,
}

impl<'a, W: Write> Units<'a, W> {
    /// Begins a file.
    pub fn new(mut out: W, languages: Languages<'a>) -> io::Result<Self> {
        let source = escaped(languages.source);
        write!(
            out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header \
             creationtool=\"tolmach\" creationtoolversion=\"{}\" segtype=\"sentence\" \
             o-tmf=\"tolmach\" adminlang=\"en\" srclang=\"{source}\" datatype=\"plaintext\"/>\n  \
             <body>\n",
            env!("CARGO_PKG_VERSION")
        )?;
        Ok(Self { out, languages })
    }

    /// Adds a unit.
    pub fn write(&mut self, unit: &TranslationUnit) -> io::Result<()> {
        self.out.write_all(b"    <tu>\n")?;
        for (name, value) in &unit.properties {
            let (name, value) = (escaped(name), escaped(value));
            writeln!(self.out, "      <prop type=\"{name}\">{value}</prop>")?;
        }
        for note in &unit.notes {
            writeln!(self.out, "      <note>{}</note>", escaped(note))?;
        }
        let Languages { source, target } = self.languages;
        for (tag, text) in [(source, &unit.source), (target, &unit.target)] {
            let (tag, text) = (escaped(tag), segment(text));
            writeln!(self.out, "      <tuv xml:lang=\"{tag}\"><seg>{text}</seg></tuv>")?;
        }
        self.out.write_all(b"    </tu>\n")
    }

    /// Ends the file.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"  </body>\n</tmx>\n")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// The text of a segment, in which characters that XML forbids are codes.
fn segment(text: &str) -> String {
    let mut segment = String::with_capacity(text.len() + text.len() / 16);
    let mut number = 0;
    for part in text.split_inclusive(is_forbidden) {
        let last = part.chars().next_back().filter(|c| is_forbidden(*c));
        let Some(c) = last else {
            segment += &escaped(part);
            continue;
        };
        number += 1;
        segment += &escaped(&part[..part.len() - c.len_utf8()]);
        let code = u32::from(c);
        segment += &format!("<ph x=\"{number}\" type=\"x-char\">U+{code:04X}</ph>");
    }
    segment
}

/// Whether XML 1.0 has no way to write a character.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Text for an element or an attribute; what XML forbids becomes a mark that something is missing.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' | '\n' => escaped.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}
