//! Styled text in lines: words may change their style in the middle.

use anstyle::Style;

use crate::report::Screen;
use crate::report::layout::width;

/// A stretch of text in one style.
pub type Fragment = (Style, String);

/// A painted word and its columns.
#[derive(Default)]
struct Word {
    text: String,
    columns: usize,
}

/// The fragments as lines of at most `columns`; a longer word has its own line.
pub fn flow(fragments: &[Fragment], columns: usize, screen: &Screen<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in words(fragments, screen) {
        if used > 0 && used + 1 + word.columns > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(&word.text);
        used += word.columns;
    }
    lines.push(line);
    lines
}

fn words(fragments: &[Fragment], screen: &Screen<'_>) -> Vec<Word> {
    let mut words = vec![Word::default()];
    for (style, text) in fragments {
        for (index, part) in text.split(' ').enumerate() {
            if index > 0 {
                words.push(Word::default());
            }
            if let Some(word) = words.last_mut() {
                word.text.push_str(&screen.paint(*style, part));
                word.columns += width(part);
            }
        }
    }
    words.retain(|word| word.columns > 0);
    words
}

#[cfg(test)]
mod tests {
    use anstyle::Style;

    use super::flow;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::{Paint, Screen};

    fn flowed(parts: &[&str], columns: usize) -> String {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
        let fragments: Vec<_> =
            parts.iter().map(|part| (Style::new(), (*part).to_owned())).collect();
        flow(&fragments, columns, &screen).join("\n")
    }

    #[test]
    fn parts_of_a_word_stay_together() {
        assert_eq!(
            flowed(&["цена [-2", "-]{+3+} руб", "лей ровно"], 12),
            "цена\n[-2-]{+3+}\nрублей ровно"
        );
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(flowed(&[], 12), "");
        assert_eq!(flowed(&["", " "], 12), "");
    }
}
