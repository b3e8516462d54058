//! Reads PO, whoever wrote it.

use super::ESCAPES;
use crate::formats::exchange::{Delivery, ReadFault, Ripeness, Slip, Tag};
use crate::l10n::message;
use crate::text::figures::Languages;

/// Reads all entries but obsolete ones, which no source has any longer.
pub fn read(text: &str, _: Languages<'_>) -> Result<Delivery, ReadFault> {
    let mut reading = Reading::default();
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim_matches(|c: char| matches!(c, '\n' | '\r' | '\u{feff}')).trim_ascii();
        reading.take(bare, LinePlace { number: number + 1, offset })?;
        if let Some(message) = reading.delivery.fullness() {
            return Err(ReadFault::new(offset, message));
        }
        offset += line.len();
    }
    reading.finish();
    Ok(reading.delivery)
}

/// Which string of an entry is under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    None,
    Context,
    Source,
    Target,
    /// The source of plural forms, which isn't looked at.
    Other,
    /// Translations of further plural forms, which no sentence has.
    Plural,
}

/// Where a line stands: its number from 1, and its first byte.
#[derive(Clone, Copy, Debug)]
struct LinePlace {
    number: usize,
    offset: usize,
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is what one line of an entry said")]
struct Reading {
    delivery: Delivery,
    slip: Slip,
    has_source: bool,
    has_target: bool,
    has_context: bool,
    is_fuzzy: bool,
    is_outdated: bool,
    plural: String,
    part: Part,
}

impl Reading {
    fn take(&mut self, line: &str, place: LinePlace) -> Result<(), ReadFault> {
        if line.is_empty() {
            self.finish();
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            if self.has_target {
                self.finish();
            }
            self.comment(comment);
            return Ok(());
        }
        let (keyword, string) = match line.find('"') {
            Some(at) => (line[..at].trim_end(), &line[at..]),
            None => return Err(ReadFault::new(place.offset, message!("error-po-line"))),
        };
        if !keyword.is_empty() {
            self.begin(keyword, place)?;
        } else if self.part == Part::None {
            return Err(ReadFault::new(place.offset, message!("error-po-line")));
        }
        let Some(text) = unescaped(string) else {
            return Err(ReadFault::new(place.offset, message!("error-po-string")));
        };
        match self.part {
            Part::Source => self.slip.source += &text,
            Part::Target => self.slip.target += &text,
            Part::Context => self.has_context |= !text.is_empty(),
            Part::Plural => self.plural += &text,
            Part::None | Part::Other => {}
        }
        Ok(())
    }

    fn begin(&mut self, keyword: &str, place: LinePlace) -> Result<(), ReadFault> {
        if matches!(keyword, "msgctxt" | "msgid") && self.has_target {
            self.finish();
        }
        self.part = match keyword {
            "msgctxt" => Part::Context,
            "msgid" if self.has_source => {
                return Err(ReadFault::new(place.offset, message!("error-po-line")));
            }
            "msgid" => {
                self.has_source = true;
                self.slip.line = place.number;
                Part::Source
            }
            "msgstr" | "msgstr[0]" if self.has_source => {
                self.has_target = true;
                Part::Target
            }
            "msgid_plural" => Part::Other,
            _ if keyword.starts_with("msgstr[") => Part::Plural,
            _ => return Err(ReadFault::new(place.offset, message!("error-po-line"))),
        };
        Ok(())
    }

    /// Takes what follows the `#` of a comment.
    fn comment(&mut self, comment: &str) {
        match comment.chars().next() {
            Some(',') => {
                let mut flags = comment[1..].split(',');
                self.is_fuzzy |= flags.any(|flag| flag.trim() == "fuzzy");
            }
            Some('.') => {
                if let Some(tag) = Tag::read(&comment[1..]) {
                    self.slip.tag = Some(tag);
                }
            }
            Some(':') => {
                let places = comment[1..].replace(['\u{2068}', '\u{2069}'], "");
                for place in places.split_whitespace() {
                    if !self.slip.document.is_empty() {
                        self.slip.document.push('\n');
                    }
                    self.slip.document += place;
                }
            }
            Some('~') => {
                let entry = comment[1..].trim_start();
                self.delivery.obsolete += usize::from(entry.starts_with("msgid "));
            }
            Some('|') => self.is_outdated = true,
            None => {}
            Some(_) => match Tag::read(comment) {
                Some(tag) => self.slip.tag = Some(tag),
                None if is_divide(comment) => {}
                None => self.slip.notes.push(comment.trim().to_owned()),
            },
        }
    }

    /// Ends an entry.
    fn finish(&mut self) {
        if !self.has_source {
            // Comments alone, such as those of an obsolete entry, belong to nothing.
            if self.part == Part::None {
                let delivery = std::mem::take(&mut self.delivery);
                *self = Self { delivery, ..Self::default() };
            }
            return;
        }
        let mut slip = std::mem::take(&mut self.slip);
        let is_header = slip.source.is_empty() && !self.has_context;
        if is_header {
            let mut lines = slip.target.lines();
            let language = lines.find_map(|line| line.strip_prefix("Language:"));
            let language = language.map(str::trim).filter(|language| !language.is_empty());
            self.delivery.language = language.map(|language| language.replace('_', "-"));
        } else {
            // Rows of our own carry their base.
            self.delivery.outdated += usize::from(self.is_outdated && slip.tag.is_none());
            slip.is_doubted = self.is_fuzzy;
            slip.ripeness = match (slip.target.is_empty(), self.is_fuzzy) {
                (true, _) => Ripeness::Missing,
                (false, true) => Ripeness::Draft,
                (false, false) => Ripeness::Translated,
            };
            slip.notes =
                Some(slip.notes.join("\n")).filter(|it| !it.is_empty()).into_iter().collect();
            self.delivery.strays.add(&slip.line.to_string(), &self.plural);
            self.delivery.slips.extend(apart(slip));
        }
        let delivery = std::mem::take(&mut self.delivery);
        *self = Self { delivery, ..Self::default() };
    }
}

/// Whether a line is one by which `msgcat` parts what several files say of one entry.
fn is_divide(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 * DIVIDE.len() && line.starts_with(DIVIDE) && line.ends_with(DIVIDE)
}

/// The sign at both ends of such a line.
const DIVIDE: &str = "#-#-#-#-#";

/// The translations that `msgcat` put into one entry, each as a row of its own.
fn apart(slip: Slip) -> Vec<Slip> {
    if !slip.target.lines().any(is_divide) {
        return vec![slip];
    }
    let mut targets: Vec<String> = Vec::new();
    let mut open = String::new();
    for line in slip.target.split_inclusive('\n') {
        if is_divide(line) { targets.push(std::mem::take(&mut open)) } else { open += line }
    }
    targets.push(open);
    // Between two files stands a line break that neither has.
    let count = targets.len() - 1;
    let ends = targets.iter_mut().take(count);
    ends.for_each(|target| _ = target.ends_with('\n').then(|| target.pop()));
    let mut known: Vec<String> = Vec::new();
    for target in targets {
        if !target.trim().is_empty() && !known.contains(&target) {
            known.push(target);
        }
    }
    if known.is_empty() {
        return vec![Slip { target: String::new(), ..slip }];
    }
    let is_rival = known.len() > 1;
    known.into_iter().map(|target| Slip { target, is_rival, ..slip.clone() }).collect()
}

/// The text of a string in quotation marks; nothing where it isn't one.
fn unescaped(string: &str) -> Option<String> {
    let inner = string.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' => return None,
            '\\' => text.push(escape(&mut rest)?),
            _ => text.push(c),
        }
    }
    Some(text)
}

/// The character that stands behind a backslash.
fn escape(rest: &mut std::str::Chars<'_>) -> Option<char> {
    let letter = rest.next()?;
    if let Some((_, meant)) = ESCAPES.iter().find(|(own, _)| *own == letter) {
        return Some(*meant);
    }
    let (radix, most, mut code) = match letter {
        'x' => (16, 2, 0),
        '0'..='7' => (8, 2, letter.to_digit(8)?),
        _ => return None,
    };
    for _ in 0..most {
        let Some(digit) = rest.clone().next().and_then(|c| c.to_digit(radix)) else { break };
        code = code * radix + digit;
        rest.next();
    }
    char::from_u32(code)
}
