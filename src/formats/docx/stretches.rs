//! A text cut where its looks change: markup stands as codes, changed words are marked.

use crate::formats::office::word::{Dress, Stretch};
use crate::model::{Edit, Piece};
use crate::text::markup::mask;

/// The text with its markup as codes.
pub fn coded(text: &str) -> Vec<Stretch> {
    marked(text, &[])
}

/// The text with its markup as codes, and the pieces marked that it didn't have before.
pub fn marked(text: &str, changes: &[Piece]) -> Vec<Stretch> {
    let (plain, _) = mask(text);
    let mut inserted = vec![false; text.len()];
    let mut at = 0;
    for piece in changes.iter().filter(|piece| piece.edit != Edit::Removed) {
        let end = (at + piece.text.len()).min(text.len());
        inserted[at..end].fill(piece.edit == Edit::Inserted);
        at = end;
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    for (at, c) in text.char_indices() {
        // What the mask made a space of is markup.
        let is_code = plain.as_bytes()[at] == b' ' && c != ' ';
        let look = match (is_code, inserted[at]) {
            (true, _) => Dress::Code,
            (false, true) => Dress::Changed,
            (false, false) => Dress::Plain,
        };
        match stretches.last_mut() {
            Some(last) if last.look == look => last.text.push(c),
            _ => stretches.push(Stretch::new(c, look)),
        }
    }
    stretches
}

/// The text as readers see it, bold and italic as such; its markup stays, unseen, and comes back with it.
pub fn read(text: &str) -> Vec<Stretch> {
    read_with(text, &[])
}

/// The text as readers see it, with the words marked that it didn't have before.
pub fn read_with(text: &str, changes: &[Piece]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let (mut is_strong, mut is_slanted, mut height) = (false, false, Dress::Plain);
    for stretch in marked(text, changes) {
        if stretch.look == Dress::Changed {
            stretches.push(stretch);
            continue;
        }
        if stretch.look != Dress::Code {
            let look = match (is_strong, is_slanted) {
                _ if height != Dress::Plain => height,
                (true, _) => Dress::Strong,
                (false, true) => Dress::Emphasis,
                (false, false) => Dress::Plain,
            };
            stretches.push(Stretch::new(stretch.text, look));
            continue;
        }
        match stretch.text.to_ascii_lowercase().as_str() {
            "**" | "__" => is_strong = !is_strong,
            "*" | "_" => is_slanted = !is_slanted,
            "***" | "___" => (is_strong, is_slanted) = (!is_strong, !is_slanted),
            "<sup>" => height = Dress::Raised,
            "<sub>" => height = Dress::Lowered,
            "</sup>" | "</sub>" => height = Dress::Plain,
            _ => {}
        }
        let is_address = stretch.text.contains("://") && !stretch.text.starts_with("](");
        let look = if is_address { Dress::Plain } else { Dress::Hidden };
        stretches.push(Stretch::new(stretch.text, look));
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::{coded, marked, read};
    use crate::formats::office::word::{Dress, Stretch};
    use crate::model::{Edit, Piece};

    fn shown(stretches: &[Stretch]) -> String {
        let shown = stretches.iter().map(|stretch| match stretch.look {
            Dress::Code => format!("⟨{}⟩", stretch.text),
            Dress::Hidden => format!("({})", stretch.text),
            Dress::Changed => format!("[{}]", stretch.text),
            Dress::Strong => stretch.text.to_uppercase(),
            Dress::Raised => format!("^{}", stretch.text),
            Dress::Lowered => format!("_{}", stretch.text),
            _ => stretch.text.clone(),
        });
        shown.collect()
    }

    #[test]
    fn markup_is_a_code_and_stays_in_the_text() {
        for text in
            ["**Да** и [нет](https://a.example/я)", "5 * 5", "`a` <b>б</b>", "_я_ snake_case"]
        {
            let whole: String = coded(text).into_iter().map(|stretch| stretch.text).collect();
            assert_eq!(whole, text);
            let whole: String = read(text).into_iter().map(|stretch| stretch.text).collect();
            assert_eq!(whole, text);
        }
        assert_eq!(shown(&coded("**Да** и [a](b)")), "⟨**⟩Да⟨**⟩ и ⟨[⟩a⟨](b)⟩");
        assert_eq!(shown(&read("**да** и [a](b)")), "(**)ДА(**) и ([)a(](b))");
        assert_eq!(
            shown(&read("5 м<sup>2</sup> H<sub>2</sub>O")),
            "5 м(<sup>)^2(</sup>) H(<sub>)_2(</sub>)O"
        );
    }

    #[test]
    fn changed_words_are_marked() {
        let piece = |edit, text: &str| Piece { edit, text: text.to_owned() };
        let changes = [
            piece(Edit::Kept, "В "),
            piece(Edit::Removed, "пять"),
            piece(Edit::Inserted, "шесть"),
            piece(Edit::Kept, " часов"),
        ];
        assert_eq!(shown(&marked("В шесть часов", &changes)), "В [шесть] часов");
    }
}
