//! A worksheet: the work list as a plain text to fill in, in any editor.
//!
//! A line that begins with `# ` is a remark. A line that begins with `@ ` opens a block and
//! names its segment; what follows is the translation. The last word of that line is a digest of the
//! texts as they were, so that a change made since is seen. The last remark above a translation
//! proves those above it, so that a line that a mail program folded is no translation.

use super::{origin, source, why};
use crate::desk::worksheet::{SheetRow, end, is_special};
use crate::desk::{Card, Neighbour};
use crate::l10n::{Message, message};
use crate::report::layout::printable;
use crate::report::{Paint, Screen, agreed};
use crate::text::printable::plain;

/// The worksheet of these cards.
pub fn sheet(cards: &[Card], screen: &Screen<'_>) -> String {
    let screen = Screen { paint: Paint::Plain, ..*screen };
    let mut text = String::new();
    remark(&mut text, &screen.text(&message!("report-sheet-head", count = cards.len())));
    text.push_str(&end(&text));
    for card in cards {
        text.push('\n');
        block(&mut text, card, &screen);
    }
    text
}

fn block(text: &mut String, card: &Card, screen: &Screen<'_>) {
    text.push_str(&format!("{}\n", row(card).line()));
    let told = told(card, screen);
    text.push_str(&told);
    text.push_str(&end(&told));
    // On one line, as a worksheet's reader joins lines by spaces.
    let target = plain(&card.target);
    let shield = if is_special(&target) { "\\" } else { "" };
    text.push_str(&format!("{shield}{target}\n"));
}

fn row(card: &Card) -> SheetRow {
    SheetRow {
        article: card.article.clone(),
        language: card.language.clone(),
        segment: card.segment,
        digest: SheetRow::digest(&card.source, &card.target),
    }
}

/// The remarks above a translation.
fn told(card: &Card, screen: &Screen<'_>) -> String {
    let mut text = String::new();
    let place = printable(&card.location.to_string()).into_owned();
    remark(&mut text, &format!("{place}: {}", why(card, screen).1));
    let mut tell = |message: Message| remark(&mut text, &screen.text(&message));
    if let Some(Neighbour { source, target }) = &card.before {
        tell(message!("report-sheet-before", text = printable(source).as_ref()));
        if let Some(target) = target {
            let (language, text) = (card.language.as_str(), printable(target));
            tell(message!("report-sheet-before-in", language = language, text = text.as_ref()));
        }
    }
    tell(message!("report-sheet-source", text = printable(&card.source).as_ref()));
    if card.change.is_some() {
        let change: String = source(card, screen).into_iter().map(|(_, text)| text).collect();
        tell(message!("report-sheet-change", text = change));
    }
    if let Some(Neighbour { source, target }) = &card.after {
        tell(message!("report-sheet-after", text = printable(source).as_ref()));
        if let Some(target) = target {
            let (language, text) = (card.language.as_str(), printable(target));
            tell(message!("report-sheet-after-in", language = language, text = text.as_ref()));
        }
    }
    for term in &card.terms {
        remark(&mut text, &agreed::line(term, screen));
    }
    let mut tell = |message: Message| remark(&mut text, &screen.text(&message));
    for note in &card.notes {
        tell(message!("report-translate-note", note = printable(note).as_ref()));
    }
    for offer in &card.offers {
        let (score, text) = (usize::from(offer.score), printable(&offer.target).into_owned());
        let origin = origin(offer, screen);
        tell(message!("report-sheet-offer", score = score, origin = origin, text = text));
    }
    text
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
    use crate::desk::testing::card;
    use crate::l10n::{LOCALES, Localizer};
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
# Write each translation below the line of its block that begins with # =. Lines that begin with # are
# remarks; lines that begin with @ name the segment: leave them as they are. A block that you don’t
# change is left alone, and you may remove blocks.
#
# Where a translation still holds although its source changed, say so on a line of its own:
#     ack: only the word order changed
# A note for colleagues, on a line of its own, too:
#     note: ask the press office
# A translation that itself begins with a lone # or @, with ack: or note: has a \ before it.
# = 5lhgwfpg

@ news en 2 i52tom4u
# articles/news/ru.md:3:1: critical change: “6” (number or date)
# Before: Река поднялась.
# Before, en: The river rose.
# SOURCE: Было 6 домов у реки.
# Change: Было [-5-]{+6+} домов у реки.
# After: Жителей вывезли.
# Term: домов у реки → riverside houses / RH; not: river homes; as the town council says
# Note: Ask the mayor.
# Offer 100% (older): There were 6 houses by the river.
# Offer 71% (moved or removed here): There were 7 houses.
# = a3jxr67a
There were 5 houses by the river.

"#]]
            .raw()
        );
    }

    #[test]
    fn a_worksheet_explains_itself_in_russian() {
        assert_data_eq!(
            shown(1),
            str![[r#"
# Рабочий лист tolmach: 1 сегмент.
#
# Впишите перевод под той строкой блока, которая начинается с # =. Строки, которые начинаются с #, —
# пояснения; строки, которые начинаются с @, называют сегмент: не меняйте их. Блок, в котором ничего
# не изменено, остаётся как был; лишние блоки можно удалить.
#
# Если перевод верен, хотя исходный текст изменился, напишите об этом отдельной строкой:
#     ack: изменился только порядок слов
# Примечание для коллег — тоже отдельной строкой:
#     note: уточнить в пресс-службе
# Если перевод сам начинается с отдельного # или @, с ack: или note:, поставьте перед ним \.
# = j72eefrq

@ news en 2 i52tom4u
# articles/news/ru.md:3:1: критическая правка: «6» (число или дата)
# Предыдущее: Река поднялась.
# Предыдущее, en: The river rose.
# ИСХОДНЫЙ ТЕКСТ: Было 6 домов у реки.
# Правка: Было [-5-]{+6+} домов у реки.
# Следующее: Жителей вывезли.
# Термин: домов у реки → riverside houses / RH; нельзя: river homes; as the town council says
# Примечание: Ask the mayor.
# Вариант 100 % (older): There were 6 houses by the river.
# Вариант 71 % (перенесено или удалено в этой статье): There were 7 houses.
# = uzeygbjn
There were 5 houses by the river.

"#]]
            .raw()
        );
    }
}
