//! A worksheet: the work list as a plain text to fill in, in any editor.
//!
//! A line that begins with `# ` is a remark. A line that begins with `@ ` opens a block and
//! names its segment; what follows is the translation. The last word of that line is a digest of the
//! texts as they were, so that a change made since is seen.

use super::{Card, source, why};
use crate::l10n::{LOCALES, Localizer, Message, message};
use crate::model::{State, seal};
use crate::report::layout::printable;
use crate::report::{Paint, Screen};

/// What lines of a worksheet begin with; a remark may be empty.
pub const REMARK: &str = "# ";
pub const BLOCK: &str = "@ ";
pub const ACK: &str = "ack:";
pub const NOTE: &str = "note:";

/// A block of a worksheet by what names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub article: String,
    pub language: String,
    /// Number of the segment from 1.
    pub segment: usize,
    /// The digest of source and target as they were.
    pub digest: String,
}

impl Row {
    /// The digest of a segment's texts.
    pub fn digest(source: &str, target: &str) -> String {
        seal(source, target, State::Draft).to_string()
    }

    fn of(card: &Card) -> Self {
        Self {
            article: card.article.clone(),
            language: card.language.clone(),
            segment: card.segment,
            digest: Self::digest(&card.source, &card.target),
        }
    }

    /// The line that opens the block.
    pub fn line(&self) -> String {
        let Self { article, language, segment, digest } = self;
        format!("@ {article} {language} {segment} {digest}")
    }
}

/// Whether a line means something other than a translation.
fn is_special(line: &str) -> bool {
    let labels = [ACK, NOTE];
    line.starts_with('\\')
        || line == REMARK.trim_end()
        || [REMARK, BLOCK].iter().any(|mark| line.starts_with(mark))
        || labels.iter().any(|label| after_label(line, label).is_some())
}

/// The text after a label, in whatever letters the label is written.
pub fn after_label<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let start = line.get(..label.len())?;
    start.eq_ignore_ascii_case(label).then(|| line[label.len()..].trim())
}

/// What the remark with the source of a block begins with, in each language that writes worksheets.
pub fn source_heads() -> Vec<String> {
    let words = |locale| Localizer::new(locale).text(&message!("report-sheet-source", text = ""));
    LOCALES.iter().map(|locale| format!("{REMARK}{}", words(locale).trim_end())).collect()
}

/// The worksheet of these cards.
pub fn sheet(cards: &[Card], screen: &Screen<'_>) -> String {
    let screen = Screen { paint: Paint::Plain, ..*screen };
    let mut text = String::new();
    remark(&mut text, &screen.text(&message!("report-sheet-head", count = cards.len())));
    for card in cards {
        text.push('\n');
        block(&mut text, card, &screen);
    }
    text
}

fn block(text: &mut String, card: &Card, screen: &Screen<'_>) {
    text.push_str(&format!("{}\n", Row::of(card).line()));
    let place = printable(&card.location.to_string()).into_owned();
    remark(text, &format!("{place}: {}", why(card, screen).1));
    let mut tell = |message: Message| remark(text, &screen.text(&message));
    if let Some(before) = &card.before {
        tell(message!("report-sheet-before", text = printable(before).as_ref()));
    }
    tell(message!("report-sheet-source", text = printable(&card.source).as_ref()));
    if card.change.is_some() {
        let change: String = source(card, screen).into_iter().map(|(_, text)| text).collect();
        tell(message!("report-sheet-change", text = change));
    }
    if let Some(after) = &card.after {
        tell(message!("report-sheet-after", text = printable(after).as_ref()));
    }
    for note in &card.notes {
        tell(message!("report-translate-note", note = printable(note).as_ref()));
    }
    for offer in &card.offers {
        let (score, text) = (usize::from(offer.score), printable(&offer.target).into_owned());
        tell(message!("report-sheet-offer", score = score, text = text));
    }
    // On one line, as a worksheet's reader joins lines by spaces.
    let target = printable(&card.target);
    let shield = if is_special(&target) { "\\" } else { "" };
    text.push_str(&format!("{shield}{target}\n"));
}

fn remark(text: &mut String, words: &str) {
    for line in words.lines() {
        text.push_str(format!("# {line}").trim_end());
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData as _, assert_data_eq, str};

    use super::sheet;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::translate::testing::card;
    use crate::report::{Paint, Screen};

    fn shown(locale: usize) -> String {
        let l10n = Localizer::new(&LOCALES[locale]);
        sheet(&[card()], &Screen { l10n: &l10n, width: 80, paint: Paint::Colour })
    }

    #[test]
    fn a_worksheet_explains_itself() {
        assert_data_eq!(
            shown(0),
            str![[r#"
# Worksheet of tolmach: 1 segment.
#
# Write each translation below the remarks of its block. Lines that begin with # are remarks;
# lines that begin with @ name the segment: leave them as they are. A block that you don’t change is
# left alone, and you may remove blocks.
#
# Where a translation still holds although its source changed, say so on a line of its own:
#     ack: only the word order changed
# A note for colleagues, on a line of its own, too:
#     note: ask the press office
# A translation that itself begins with #, @, \, ack: or note: has a \ before it.

@ news en 2 i52tom4u
# articles/news/ru.md:3:1: critical change: “6”
# Before: Река поднялась.
# SOURCE: Было 6 домов у реки.
# Change: Было [-5-]{+6+} домов у реки.
# After: Жителей вывезли.
# Note: Ask the mayor.
# Offer 100%: There were 6 houses by the river.
# Offer 71%: There were 7 houses.
There were 5 houses by the river.

"#]]
            .raw()
        );
        assert_data_eq!(
            shown(1),
            str![[r#"
# Рабочий лист tolmach: 1 сегмент.
#
# Впишите перевод под пояснениями каждого блока. Строки, которые начинаются с #, — пояснения;
# строки, которые начинаются с @, называют сегмент: не меняйте их. Блок, в котором ничего не
# изменено, остаётся как был; лишние блоки можно удалить.
#
# Если перевод верен, хотя исходный текст изменился, напишите об этом отдельной строкой:
#     ack: изменился только порядок слов
# Примечание для коллег — тоже отдельной строкой:
#     note: уточнить в пресс-службе
# Если перевод сам начинается с #, @, \, ack: или note:, поставьте перед ним \.

@ news en 2 i52tom4u
# articles/news/ru.md:3:1: критическая правка: «6»
# Предыдущее: Река поднялась.
# ИСХОДНЫЙ ТЕКСТ: Было 6 домов у реки.
# Правка: Было [-5-]{+6+} домов у реки.
# Следующее: Жителей вывезли.
# Примечание: Ask the mayor.
# Вариант 100 %: There were 6 houses by the river.
# Вариант 71 %: There were 7 houses.
There were 5 houses by the river.

"#]]
            .raw()
        );
    }
}
