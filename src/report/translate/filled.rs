//! A worksheet that comes back: forgiving where the meaning is plain, exact where it isn't.

use super::sheet::{ACK, BLOCK, NOTE, REMARK, Row, after_label, source_heads};
use crate::error::{Error, Result};
use crate::l10n::{Message, message};
use crate::model::Location;

/// A block as a person left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    pub row: Row,
    /// The line of the worksheet that opens the block, from 1.
    pub line: usize,
    /// The translation on one line; empty where there is none.
    pub text: String,
    /// Why the translation still holds.
    pub ack: String,
    pub note: String,
    /// Whether its source was passed.
    has_source: bool,
}

/// What version control leaves where two people changed the same lines.
const CONFLICTS: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];

/// The blocks of a worksheet; `path` is named where one can't be read.
pub fn filled(text: &str, path: &str) -> Result<Vec<Filled>> {
    let heads = source_heads();
    let mut blocks: Vec<Filled> = Vec::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let at = |column| Location::at(path, (number, column));
        let line = line.trim_end();
        if let Some(block) = blocks.last_mut()
            && heads.iter().any(|head| line.starts_with(head))
        {
            // Where the line that opens a block is lost, the next block's source stands in this one.
            if block.has_source {
                return Err(Error::new(message!("error-sheet-source"))
                    .at(at(1))
                    .hint(message!("hint-sheet-source")));
            }
            block.has_source = true;
        }
        if line.is_empty() || line == REMARK.trim_end() || line.starts_with(REMARK) {
            continue;
        }
        if CONFLICTS.iter().any(|mark| line.starts_with(mark)) {
            return Err(broken(message!("error-sheet-conflict"), at(1))
                .hint(message!("hint-sheet-conflict")));
        }
        if let Some(rest) = line.strip_prefix(BLOCK) {
            let row = row(rest).map_err(|(message, column)| broken(message, at(column)))?;
            if let Some(earlier) = blocks.iter().find(|block| block.row == row) {
                let message = message!("error-sheet-twice", line = earlier.line);
                return Err(broken(message, at(1)).hint(message!("hint-sheet-twice")));
            }
            let [text, ack, note] = [(); 3].map(|()| String::new());
            blocks.push(Filled { row, line: number, text, ack, note, has_source: false });
            continue;
        }
        let Some(block) = blocks.last_mut() else {
            return Err(Error::new(message!("error-sheet-homeless"))
                .at(at(1))
                .hint(message!("hint-sheet-homeless")));
        };
        block
            .add(line)
            .map_err(|message| Error::new(message).at(at(1)).hint(message!("hint-sheet-reason")))?;
    }
    Ok(blocks)
}

impl Filled {
    fn add(&mut self, line: &str) -> Result<(), Message> {
        let (part, text) = match (after_label(line, ACK), after_label(line, NOTE)) {
            (Some(""), _) => return Err(message!("error-sheet-reason")),
            (Some(reason), _) => (&mut self.ack, reason),
            (_, Some(note)) => (&mut self.note, note),
            _ => (&mut self.text, line.strip_prefix('\\').unwrap_or(line).trim()),
        };
        if !part.is_empty() {
            part.push(' ');
        }
        part.push_str(text);
        Ok(())
    }
}

/// What a block's first line names, or what is wrong with it and in which column.
fn row(line: &str) -> Result<Row, (Message, usize)> {
    let mut words = line.trim_end().rsplitn(4, ' ');
    let mut word = || words.next().unwrap_or_default().to_owned();
    let (digest, segment, language, article) = (word(), word(), word(), word());
    let column = |end: &str| BLOCK.len() + line[..line.len() - end.len()].chars().count() + 1;
    let is_digest = |digest: &str| digest.len() == 8 && digest.bytes().all(is_sign);
    if article.trim().is_empty() || !is_digest(&digest) {
        return Err((message!("error-sheet-block"), 1));
    }
    match segment.parse() {
        Ok(segment) => Ok(Row { article: article.trim().to_owned(), language, segment, digest }),
        Err(_) => {
            let rest = format!("{segment} {digest}");
            Err((message!("error-sheet-number", number = segment), column(&rest)))
        }
    }
}

fn is_sign(byte: u8) -> bool {
    byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte)
}

fn broken(message: Message, location: Location) -> Error {
    Error::new(message).at(location).hint(message!("hint-sheet-block"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::filled;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::translate::sheet;
    use crate::report::translate::testing::card;
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
                    line.  \r\n\r\nAck:  it holds\r\nnote: ask\r\nnote: again\r\n@ a en 4 abcdefgh\n\\# 5\n#1 @a\n";
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
        for source in ["# SOURCE: Да.", "# ИСХОДНЫЙ ТЕКСТ: Да."] {
            let lost = format!("@ a en 3 abcdefgh\n{source}\nYes.\n{source}\nNo.\n");
            assert_eq!(read(&lost), "w.txt:4:1 error-sheet-source");
        }
    }

    proptest! {
        #[test]
        fn any_target_comes_back_as_it_was(target in "[#@\\\\ackote: -]{0,12}|.{0,30}") {
            let l10n = Localizer::new(&LOCALES[1]);
            let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
            let card = crate::report::translate::Card { target: target.clone(), touched: Vec::new(), ..card() };
            let blocks = filled(&sheet(&[card], &screen), "w.txt").expect("was just written");
            let folded = |text: &str| {
                let shown = crate::report::layout::printable(text).into_owned();
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
