//! A segment as a page of a terminal, eighty columns by twenty-four lines or more.

use anstyle::Style;

use super::flow::{Fragment, flow};
use super::{origin, source, target, why};
use crate::desk::{Card, Neighbour, Offer};
use crate::l10n::{Message, message};
use crate::report::layout::{printable, width};
use crate::report::screen::{FAINT, GOOD, NOTE, STRONG};
use crate::report::{Screen, agreed};

/// Columns that texts stand in from the left.
const MARGIN: usize = 2;
/// Lines that keys and the prompt take below a card.
const FOOT: usize = 4;
/// What a wide terminal leaves of a line, so that it can be read.
const WIDEST: usize = 100;

/// Which card of how many.
#[derive(Clone, Copy)]
pub struct CardNumber {
    pub number: usize,
    pub count: usize,
}

/// The card as a page of at most `height` lines.
pub fn page(card: &Card, place: CardNumber, height: usize, screen: &Screen<'_>) -> String {
    let mut lines = head(card, place, screen);
    lines.push(String::new());
    let source_of = |beside: &Option<Neighbour>| {
        beside.as_ref().map(|beside| neighbour(&beside.source, screen))
    };
    lines.extend(source_of(&card.before));
    lines.extend(indented(&source(card, screen), screen));
    lines.extend(source_of(&card.after));
    lines.push(String::new());
    let target_of = |beside: &Option<Neighbour>| {
        beside.as_ref()?.target.as_ref().map(|target| neighbour(target, screen))
    };
    lines.extend(target_of(&card.before));
    let mut translation = vec![(FAINT, format!("{}: ", card.language))];
    translation.extend(target(card, screen));
    lines.extend(indented(&translation, screen));
    lines.extend(target_of(&card.after));
    if !card.notes.is_empty() || !card.terms.is_empty() {
        lines.push(String::new());
    }
    for term in &card.terms {
        lines.extend(indented(&[(NOTE, agreed::line(term, screen))], screen));
    }
    for note in &card.notes {
        let label = screen.text(&message!("report-translate-note", note = ""));
        let note = [(NOTE, label), (Style::new(), printable(note).into_owned())];
        lines.extend(indented(&note, screen));
    }
    if !card.offers.is_empty() {
        lines.push(String::new());
        let free = height.saturating_sub(lines.len() + FOOT);
        let each = (free / card.offers.len()).max(1);
        for (number, offer) in (1..).zip(&card.offers) {
            lines.extend(offered(number, offer, each, screen));
        }
    }
    lines.into_iter().map(|line| format!("{line}\n")).collect()
}

fn head(card: &Card, place: CardNumber, screen: &Screen<'_>) -> Vec<String> {
    let (style, why) = why(card, screen);
    let CardNumber { number, count } = place;
    let place = message!("report-translate-place", number = number, count = count);
    let title = [(STRONG, screen.text(&place)), (Style::new(), " ".to_owned()), (style, why)];
    let mut lines = flow(&title, columns(screen) + MARGIN, screen);
    let segment = screen.text(&message!("report-diff-segment", number = card.segment));
    let location = format!("{}, {segment}", printable(&card.location.to_string()));
    lines.extend(flow(&[(FAINT, location)], columns(screen) + MARGIN, screen));
    lines
}

fn columns(screen: &Screen<'_>) -> usize {
    screen.width.saturating_sub(MARGIN + 1).clamp(20, WIDEST)
}

fn indented(fragments: &[Fragment], screen: &Screen<'_>) -> Vec<String> {
    let lines = flow(fragments, columns(screen), screen);
    lines.into_iter().map(|line| format!("{:MARGIN$}{line}", "")).collect()
}

/// The sentence before or after, on one line.
fn neighbour(text: &str, screen: &Screen<'_>) -> String {
    let text = cut(&printable(text), columns(screen));
    format!("{:MARGIN$}{}", "", screen.paint(FAINT, &text))
}

/// The beginning of a text, before an ellipsis where it is wider than `columns`.
fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |letter: &char| {
        used += width(letter.encode_utf8(&mut [0; 4]));
        used <= columns
    };
    let beginning: String = text.chars().take_while(fits).collect();
    format!("{}…", beginning.trim_end())
}

/// What is told above a page, in lines that fit.
pub fn told(words: &str, screen: &Screen<'_>) -> String {
    let lines = words.lines().flat_map(|line| {
        flow(&[(Style::new(), line.to_owned())], columns(screen) + MARGIN, screen)
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// The keys that can be pressed, each with what it does, in lines.
pub fn keys(keys: &[Message], screen: &Screen<'_>) -> String {
    // A key and its word are parted by a no-break space, so that a line never ends between them.
    let fragments = keys.iter().enumerate().flat_map(|(index, key)| {
        let words = screen.text(key);
        let (key, meaning) = words.split_once(' ').unwrap_or((&words, ""));
        let gap = if index == 0 { "" } else { " " };
        [
            (Style::new(), gap.to_owned()),
            (STRONG, format!("[{key}]")),
            (Style::new(), format!("\u{a0}{}\u{a0}", meaning.replace(' ', "\u{a0}"))),
        ]
    });
    let lines = flow(&fragments.collect::<Vec<_>>(), columns(screen) + MARGIN, screen);
    lines.into_iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// An offer with its key and its score, in at most `height` lines.
fn offered(number: usize, offer: &Offer, height: usize, screen: &Screen<'_>) -> Vec<String> {
    let score = format!("{}%", offer.score);
    let fragments = [
        (GOOD, format!("{number} ")),
        (STRONG, format!("{score} ")),
        (Style::new(), printable(&offer.target).into_owned()),
        (FAINT, format!(" ← {}", origin(offer, screen))),
    ];
    let mut lines = indented(&fragments, screen);
    if lines.len() > height {
        lines.truncate(height);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::{CardNumber, page};
    use crate::desk::testing::card;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::{Paint, Screen};

    fn shown(locale: usize, paint: Paint) -> String {
        let l10n = Localizer::new(&LOCALES[locale]);
        page(
            &card(),
            CardNumber { number: 1, count: 12 },
            24,
            &Screen { l10n: &l10n, width: 80, paint },
        )
    }

    #[test]
    fn a_page_shows_all_that_a_translator_asks() {
        assert_data_eq!(
            shown(0, Paint::Plain),
            str![[r#"
1 of 12: critical change: “6” (number or date)
articles/news/ru.md:3:1, segment 2

  Река поднялась.
  Было [-5-]{+6+} домов у реки.
  Жителей вывезли.

  The river rose.
  en: There were [=5=] houses by the river.

  Term: домов у реки → riverside houses / RH; not: river homes; as the town
  council says
  Note: Ask the mayor.

  1 100% There were 6 houses by the river. ← older
  2 71% There were 7 houses. ← moved or removed here

"#]]
        );
        assert_data_eq!(
            shown(1, Paint::Plain),
            str![[r#"
1 из 12: критическая правка: «6» (число или дата)
articles/news/ru.md:3:1, сегмент 2

  Река поднялась.
  Было [-5-]{+6+} домов у реки.
  Жителей вывезли.

  The river rose.
  en: There were [=5=] houses by the river.

  Термин: домов у реки → riverside houses / RH; нельзя: river homes; as the
  town council says
  Примечание: Ask the mayor.

  1 100% There were 6 houses by the river. ← older
  2 71% There were 7 houses. ← перенесено или удалено в этой статье

"#]]
        );
    }

    #[test]
    fn colours_take_the_place_of_signs() {
        let page = shown(0, Paint::Colour);
        assert!(!page.contains("[-5-]") && page.contains("\u{1b}["), "{page}");
    }

    #[test]
    fn a_page_of_long_texts_leaves_room_for_the_keys() {
        let l10n = Localizer::new(&LOCALES[0]);
        let mut card = card();
        for offer in &mut card.offers {
            offer.target = "A rather long sentence. ".repeat(40);
        }
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
        assert!(
            page(&card, CardNumber { number: 1, count: 12 }, 24, &screen).lines().count() <= 20
        );
    }
}
