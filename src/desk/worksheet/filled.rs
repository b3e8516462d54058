//! A worksheet that comes back: forgiving where the meaning is plain, exact where it isn't.
//!
//! Mail programs fold lines. What may be the tail of a folded line and may be a text of its own
//! is refused or left in doubt, unless the digest of the remarks or the width of the file tells.

use super::closings::{is_apart, is_closing};
use super::doubt::{Doubt, DoubtKind};
use super::lines::{SheetLine, Width, lines, with_line_feeds};
use super::marks::{ACK, NOTE, after_label, is_special, source_heads};
use super::remarks::{Muddle, Zoned, zoned};
use super::row::SheetRow;
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::{Location, Position};

/// A block as a person left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    pub row: SheetRow,
    /// The line of the worksheet that opens the block, from 1.
    pub line: usize,
    /// The translation on one line; empty where there is none.
    pub text: String,
    /// Why the translation still holds.
    pub ack: String,
    pub note: String,
    /// Where the text may not be what the person wrote, unless it is the one held.
    pub doubt: Option<Doubt>,
    /// A line below the remarks that reads as another remark.
    pub remark: Option<usize>,
    /// Whether a backslash was taken from before the text.
    pub is_shielded: bool,
    /// A line of the text with which a letter may go on.
    pub closing: Option<usize>,
    /// Whether the file ends in this block, within a line.
    pub is_cut_off: bool,
    is_last: bool,
}

/// What version control leaves where two people changed the same lines.
const CONFLICTS: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];

/// What mail programs put before a signature (RFC 3676, 4.3), without the space behind it.
const SIGNATURE: &str = "--";

/// Why a worksheet can't be read, and where.
struct Fault {
    message: Message,
    hint: Message,
    line: usize,
    column: usize,
}

impl Fault {
    fn new(line: usize, message: Message, hint: Message) -> Self {
        Self { message, hint, line, column: 1 }
    }
}

/// The blocks of a worksheet; `path` is named where one can't be read.
pub fn filled(text: &str, path: &str) -> Result<Vec<Filled>> {
    blocks(&with_line_feeds(text)).map_err(|Fault { message, hint, line, column }| {
        Error::new(message).at(Location::at(path, Position::new(line, column))).hint(hint)
    })
}

fn blocks(text: &str) -> Result<Vec<Filled>, Fault> {
    let lines = lines(text).map_err(|line| {
        Fault::new(line, message!("error-sheet-quoted"), message!("hint-sheet-quoted"))
    })?;
    let is_conflict =
        |line: &&SheetLine<'_>| CONFLICTS.iter().any(|mark| line.text.starts_with(mark));
    if let Some(line) = lines.iter().find(is_conflict) {
        let message = message!("error-sheet-conflict");
        return Err(Fault::new(line.number, message, message!("hint-sheet-conflict")));
    }
    let mut parts = lines.chunk_by(|_, next| next.after('@').is_none()).peekable();
    let head = parts.next_if(|part| part.first().is_none_or(|line| line.after('@').is_none()));
    let head = zoned(head.unwrap_or_default()).map_err(muddled)?;
    if let Some(line) = head.typed.iter().chain(head.below).find(|line| is_text(line)) {
        let message = message!("error-sheet-homeless");
        return Err(Fault::new(line.number, message, message!("hint-sheet-homeless")));
    }
    let heads = source_heads();
    let mut found: Vec<(Filled, Zoned<'_>)> = Vec::new();
    for part in parts {
        let block = opened(&part[0])?;
        if let Some((earlier, _)) = found.iter().find(|(earlier, _)| earlier.row == block.row) {
            let message = message!("error-sheet-twice", line = earlier.line);
            return Err(Fault::new(block.line, message, message!("hint-sheet-twice")));
        }
        let is_source =
            |line: &&SheetLine<'_>| heads.iter().any(|head| line.text.starts_with(head));
        // Where the line that opens a block is lost, the next block's source stands in this one.
        if let Some(second) = part.iter().filter(is_source).nth(1) {
            return Err(lost(second.number));
        }
        let zoned = zoned(&part[1..]).map_err(muddled)?;
        // What was typed over a remark or behind it would be lost.
        if let Some(line) = zoned.changed {
            let message = message!("error-sheet-changed");
            return Err(Fault::new(line, message, message!("hint-sheet-changed")));
        }
        found.push((block, zoned));
    }
    let width = width(&lines, &head, &found);
    if let Some((last, _)) = found.last_mut() {
        last.is_last = true;
        last.is_cut_off = !text.ends_with('\n');
    }
    let read = |(mut block, zoned): (Filled, Zoned<'_>)| {
        block.take(&zoned, &width)?;
        Ok(block)
    };
    found.into_iter().map(read).collect()
}

/// What the file tells of the width to which it was folded.
fn width(lines: &[SheetLine<'_>], head: &Zoned<'_>, found: &[(Filled, Zoned<'_>)]) -> Width {
    let zones = || std::iter::once(head).chain(found.iter().map(|(_, zoned)| zoned));
    if !zones().any(|zoned| zoned.has_end) {
        // Nobody can tell, so what people typed is what they meant.
        return Width::endless();
    }
    let broken: Vec<SheetLine<'_>> =
        zones().flat_map(|zoned| zoned.broken.iter().copied()).collect();
    Width::of(lines, &broken)
}

fn is_text(line: &SheetLine<'_>) -> bool {
    !line.text.is_empty() && line.after('#').is_none()
}

fn muddled(muddle: Muddle) -> Fault {
    match muddle {
        Muddle::Twice(line) => lost(line),
        Muddle::Mixed(line) => {
            Fault::new(line, message!("error-sheet-mixed"), message!("hint-sheet-mixed"))
        }
    }
}

/// A text apart from the one above it, as a letter's closing words and signature are.
fn second(line: &SheetLine<'_>) -> Fault {
    Fault::new(line.number, message!("error-sheet-second"), message!("hint-sheet-second"))
}

fn lost(line: usize) -> Fault {
    Fault::new(line, message!("error-sheet-source"), message!("hint-sheet-source"))
}

/// The block that a line opens, with nothing in it yet.
fn opened(line: &SheetLine<'_>) -> Result<Filled, Fault> {
    let row = SheetRow::read(line.after('@').unwrap_or_default());
    let row = row.map_err(|misread| Fault {
        column: misread.column,
        ..Fault::new(line.number, misread.message, message!("hint-sheet-block"))
    })?;
    let [text, ack, note] = [(); 3].map(|()| String::new());
    Ok(Filled {
        row,
        line: line.number,
        text,
        ack,
        note,
        doubt: None,
        remark: None,
        is_shielded: false,
        closing: None,
        is_cut_off: false,
        is_last: false,
    })
}

/// What the line above a line was.
#[derive(Clone, Copy)]
enum Above<'a> {
    Nothing,
    Text(SheetLine<'a>),
    Label,
}

impl Filled {
    /// Takes what a person wrote into the block.
    fn take(&mut self, zoned: &Zoned<'_>, width: &Width) -> Result<(), Fault> {
        self.read(&zoned.typed, width)?;
        let typed = std::mem::take(&mut self.text);
        self.read(zoned.below, width)?;
        if !typed.is_empty() && !self.text.is_empty() {
            let line = zoned.typed.first().map_or(self.line, |line| line.number);
            let message = message!("error-sheet-two-texts");
            return Err(Fault::new(line, message, message!("hint-sheet-two-texts")));
        }
        if !typed.is_empty() {
            self.text = typed;
        }
        if !zoned.has_end {
            self.remark = None;
        }
        Ok(())
    }

    fn read(&mut self, lines: &[SheetLine<'_>], width: &Width) -> Result<(), Fault> {
        let mut above = Above::Nothing;
        for (at, line) in lines.iter().enumerate() {
            above = match label(line)? {
                _ if line.text.is_empty() => Above::Nothing,
                _ if line.after('#').is_some() => {
                    // Right below a text it may go on with it, as in “world number⏎# 1”.
                    if !matches!(above, Above::Nothing) {
                        return Err(tail(line));
                    }
                    if line.text.contains(char::is_alphanumeric) {
                        self.remark = self.remark.or(Some(line.number));
                    }
                    Above::Nothing
                }
                Some(Label { is_ack, text }) => {
                    refuse_tail(&above, line, width)?;
                    add(if is_ack { &mut self.ack } else { &mut self.note }, text);
                    Above::Label
                }
                None => {
                    let is_signature =
                        line.text == SIGNATURE && lines[at + 1..].iter().any(is_text);
                    let is_apart = !self.text.is_empty() && !matches!(above, Above::Text(_));
                    if is_signature || is_apart {
                        return Err(second(line));
                    }
                    self.add_text(&above, line, width);
                    Above::Text(*line)
                }
            };
        }
        Ok(())
    }

    fn add_text(&mut self, above: &Above<'_>, line: &SheetLine<'_>, width: &Width) {
        let shielded = line.text.strip_prefix('\\').filter(|rest| is_special(rest));
        let kind = match above {
            Above::Label => Some(DoubtKind::Tail),
            Above::Text(_) if shielded.is_some() => Some(DoubtKind::Shield),
            Above::Text(before) => width.may_cut(before, line).then_some(DoubtKind::Cut),
            Above::Nothing => None,
        };
        let doubt = kind.map(|kind| Doubt { line: line.number, kind });
        self.doubt = self.doubt.or(doubt);
        let may_close = match above {
            Above::Text(before) => self.is_last && is_apart(before, line, width),
            _ => false,
        };
        if may_close || is_closing(line.text) {
            self.closing = self.closing.or(Some(line.number));
        }
        self.is_shielded |= self.text.is_empty() && shielded.is_some();
        add(&mut self.text, shielded.unwrap_or(line.text));
    }
}

fn add(part: &mut String, text: &str) {
    if !part.is_empty() {
        part.push(' ');
    }
    part.push_str(text);
}

/// What a line with a label says.
struct Label<'a> {
    is_ack: bool,
    text: &'a str,
}

/// What a line says behind its label; nothing where it has none.
fn label<'a>(line: &SheetLine<'a>) -> Result<Option<Label<'a>>, Fault> {
    let fault = |message, hint| Err(Fault::new(line.number, message, hint));
    match (after_label(line.text, ACK), after_label(line.text, NOTE)) {
        (Some(""), _) => fault(message!("error-sheet-reason"), message!("hint-sheet-reason")),
        (Some(text), _) => Ok(Some(Label { is_ack: true, text })),
        // «Примечание: …» is translated so, too.
        (_, Some(text)) if text.is_empty() || !line.text.starts_with(NOTE) => {
            fault(message!("error-sheet-label"), message!("hint-sheet-label"))
        }
        (_, text) => Ok(text.map(|text| Label { is_ack: false, text })),
    }
}

/// A line that may be the rest of the one above it.
fn tail(line: &SheetLine<'_>) -> Fault {
    Fault::new(line.number, message!("error-sheet-tail"), message!("hint-sheet-tail"))
}

/// Refuses a label where it may be the rest of the text above it.
fn refuse_tail(above: &Above<'_>, line: &SheetLine<'_>, width: &Width) -> Result<(), Fault> {
    let Above::Text(text) = above else { return Ok(()) };
    if !width.may_part(text, line) {
        return Ok(());
    }
    Err(tail(line))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::filled;
    use crate::desk::testing::card;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::translate::sheet;
    use crate::report::{Paint, Screen};

    /// The blocks as `segment: text / ack / note`, or where and why they can't be read.
    fn read(text: &str) -> String {
        match filled(text, "w.txt") {
            Ok(blocks) => blocks
                .iter()
                .map(|block| {
                    let (number, text) = (block.row.segment, &block.text);
                    format!("{number}: {text} / {} / {}\n", block.ack, block.note)
                })
                .collect(),
            Err(error) => {
                let place = error.location.map(|place| place.to_string());
                format!("{} {}", place.unwrap_or_default(), error.message.id)
            }
        }
    }

    #[test]
    fn what_people_write_is_understood() {
        let text = "\u{feff}# head\r\n\r\n@ a b/c en 3 abcdefgh\r\n# remark\r\n#\r\n  The first\r\n\
                    line.  \r\n\r\nAck:  it holds\r\nnote: ask\r\nnote:\tagain\r\n@ a en 4 abcdefgh\n\\# 5\n#1 @a\n";
        assert_eq!(read(text), "3: The first line. / it holds / ask again\n4: # 5 #1 @a /  / \n");
    }

    #[test]
    fn a_broken_place_is_named() {
        assert_eq!(read("# x\nlost\n"), "w.txt:2:1 error-sheet-homeless");
        assert_eq!(read("@ a en 3\n"), "w.txt:1:1 error-sheet-block");
        assert_eq!(read("@ a en x abcdefgh\n"), "w.txt:1:8 error-sheet-number");
        assert_eq!(read("@ a en 3 abcdefgh\nack:\n"), "w.txt:2:1 error-sheet-reason");
        assert_eq!(read("@ a en 3 abcdefgh\n<<<<<<< us\n"), "w.txt:2:1 error-sheet-conflict");
        let twice = "@ a en 3 abcdefgh\n@ a en 3 abcdefgh\n";
        assert_eq!(read(twice), "w.txt:2:1 error-sheet-twice");
        for closing in ["\n-- \nAnna", "--\nAnna", "\nBest wishes,\nAnna", "note: ask\nAnna"] {
            let signed = format!("@ a en 3 abcdefgh\nYes.\n{closing}\n");
            let line = if closing.starts_with("--") { 3 } else { 4 };
            assert_eq!(read(&signed), format!("w.txt:{line}:1 error-sheet-second"), "{closing}");
        }
        for parted in ["The world number\n# 1 lost.", "note: call number\n# 5", "ack: see\n# 5"] {
            let sheet = format!("@ a en 3 abcdefgh\n{parted}\n");
            assert_eq!(read(&sheet), "w.txt:3:1 error-sheet-tail", "{parted}");
        }
        for source in ["# SOURCE: Да.", "# ИСХОДНЫЙ ТЕКСТ: Да."] {
            let lost = format!("@ a en 3 abcdefgh\n{source}\nYes.\n{source}\nNo.\n");
            assert_eq!(read(&lost), "w.txt:4:1 error-sheet-source");
        }
    }

    #[test]
    fn what_may_be_the_rest_of_a_letter_is_marked() {
        let closing = |text: &str| {
            let sheet = format!(
                "# head of some length that nothing was folded to, as it says\n@ a en 3 abcdefgh\n# =\n{text}"
            );
            let blocks = filled(&sheet, "w.txt").expect("it can be read");
            blocks.iter().map(|block| block.closing).collect::<Vec<_>>()
        };
        let next = "@ a en 4 abcdefgh\nNo.\n";
        assert_eq!(closing("Snow will fall.\nBest regards, Ivan\n"), [Some(5)]);
        assert_eq!(closing("Snow will fall.\nIvan Petrov\n"), [Some(5)]);
        assert_eq!(closing("Port closed\nIvan\n"), [Some(5)]);
        assert_eq!(closing("Sent from my iPhone\n"), [Some(4)]);
        assert_eq!(closing("Snow will fall\nby evening.\n"), [None]);
        assert_eq!(closing(&format!("Snow will fall.\nThen rain.\n{next}")), [None, None]);
    }

    #[test]
    fn a_file_that_ends_within_a_line_says_so() {
        let cut = |text: &str| filled(text, "w.txt").expect("it can be read")[0].is_cut_off;
        assert!(cut("@ a en 3 abcdefgh\nSnow wil"));
        assert!(!cut("@ a en 3 abcdefgh\nSnow will fall.\n"));
    }

    proptest! {
        #[test]
        fn a_folded_note_is_never_taken_for_a_translation(
            words in prop::collection::vec("[a-zа-я]{1,12}", 2..24),
            width in 8_usize..90,
        ) {
            let folded = words.iter().fold(String::from("note:"), |mut text, word| {
                let line = text.rsplit('\n').next().unwrap_or_default().chars().count();
                let is_full = line + 1 + word.chars().count() > width && line > "note:".len();
                text.push(if is_full { '\n' } else { ' ' });
                text + word
            });
            let sheet = format!("@ a en 3 abcdefgh\n# =\n{folded}\n");
            let blocks = filled(&sheet, "w.txt").expect("nothing here is refused yet");
            prop_assert_eq!(blocks[0].doubt.is_some(), folded.contains('\n'));
            prop_assert_eq!(blocks[0].text.is_empty(), !folded.contains('\n'));
        }

        #[test]
        fn any_target_comes_back_as_it_was(target in "[#@\\\\ackote: -]{0,12}|.{0,30}") {
            let l10n = Localizer::new(&LOCALES[1]);
            let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
            let card = crate::desk::Card { target: target.clone(), touched: Vec::new(), ..card() };
            let blocks = filled(&sheet(&[card], &screen), "w.txt").expect("was just written");
            let folded = |text: &str| {
                let shown = crate::text::printable::printable(text).into_owned();
                shown.split_whitespace().collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(blocks.len(), 1);
            prop_assert_eq!(folded(&blocks[0].text), folded(&target));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "(@ a en 3 abcdefgh\n|ack: ?|note:|\n|# |.{0,9})*") {
            let _ = filled(&text, "w.txt");
        }
    }
}
