//! Keys as commands know them, whatever the keyboard's layout.

use rustyline::{KeyCode, KeyEvent, Modifiers};

/// A key that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A sign; a letter is the small Latin one of its place on the keyboard.
    Sign(char),
    Enter,
    Escape,
    Up,
    Down,
    Left,
    Right,
    /// Ctrl-C, Ctrl-D, or a terminal that went away.
    Stop,
}

/// The Latin letters of a keyboard, then those of other layouts in the same places.
const LAYOUTS: &str = include_str!("layouts.txt");

impl Key {
    /// The key of an event; nothing for those that commands don't know.
    pub fn of(KeyEvent(code, modifiers): KeyEvent) -> Option<Self> {
        let is_plain = (modifiers - Modifiers::SHIFT).is_empty();
        match code {
            KeyCode::Char(sign) if is_plain => Some(Self::Sign(by_place(sign))),
            KeyCode::Enter => Some(Self::Enter),
            KeyCode::Char('J' | 'M') if modifiers == Modifiers::CTRL => Some(Self::Enter),
            KeyCode::Esc => Some(Self::Escape),
            KeyCode::Up => Some(Self::Up),
            KeyCode::Down => Some(Self::Down),
            KeyCode::Left => Some(Self::Left),
            KeyCode::Right => Some(Self::Right),
            _ => None,
        }
    }

    /// The key that a line stands for, where keys come as lines.
    pub fn of_line(line: &str) -> Self {
        line.trim().chars().next().map_or(Self::Enter, |sign| Self::Sign(by_place(sign)))
    }
}

/// The small Latin letter that shares its key with this letter.
fn by_place(sign: char) -> char {
    let small = sign.to_lowercase().next().unwrap_or(sign);
    let mut layouts = LAYOUTS.lines().skip(1);
    let latin = layouts.next().unwrap_or_default();
    let place = layouts.find_map(|layout| layout.chars().position(|letter| letter == small));
    place.and_then(|place| latin.chars().nth(place)).unwrap_or(small)
}

#[cfg(test)]
mod tests {
    use rustyline::{KeyCode, KeyEvent, Modifiers};

    use super::{Key, LAYOUTS};

    fn sign(sign: char) -> Option<Key> {
        Key::of(KeyEvent(KeyCode::Char(sign), Modifiers::NONE))
    }

    #[test]
    fn a_key_is_known_by_its_place() {
        assert!(LAYOUTS.lines().skip(1).all(|layout| layout.chars().count() == 32));
        for letter in ['q', 'Q', 'й', 'Й'] {
            assert_eq!(sign(letter), Some(Key::Sign('q')), "{letter}");
        }
        assert_eq!(sign('у'), Some(Key::Sign('e')));
        assert_eq!(sign('1'), Some(Key::Sign('1')));
        assert_eq!(sign('?'), Some(Key::Sign('?')));
    }

    #[test]
    fn a_line_stands_for_its_first_sign() {
        assert_eq!(Key::of_line(" й\n"), Key::Sign('q'));
        assert_eq!(Key::of_line(""), Key::Enter);
    }

    #[test]
    fn what_the_terminal_keeps_for_itself_is_no_key() {
        for letter in ['C', 'D', 'Z'] {
            assert_eq!(Key::of(KeyEvent(KeyCode::Char(letter), Modifiers::CTRL)), None);
        }
        assert_eq!(Key::of(KeyEvent(KeyCode::BracketedPasteStart, Modifiers::NONE)), None);
    }
}
