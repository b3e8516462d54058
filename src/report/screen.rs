//! Who reads a report: in which language, how wide, in colour or without.

use anstyle::{AnsiColor, Effects, Style};

use crate::l10n::{Localizer, Message};

/// What a reader's screen can show.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    pub l10n: &'a Localizer,
    /// Columns of the terminal; `usize::MAX` where lines may have any length.
    pub width: usize,
    pub paint: Paint,
}

/// Whether differences are shown by colour or by signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    Colour,
    Plain,
}

/// Headings.
pub const STRONG: Style = Style::new().effects(Effects::BOLD);
/// What matters less.
pub const FAINT: Style = Style::new().effects(Effects::DIMMED);
/// What is done, and hints.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What should be looked at.
pub const WARNING: Style = AnsiColor::Yellow.on_default();
/// What fails.
pub const ERROR: Style = AnsiColor::Red.on_default().effects(Effects::BOLD);
/// What is good to know, and labels.
pub const NOTE: Style = AnsiColor::Cyan.on_default();
/// Text of the old source only.
pub const REMOVED: Style = AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH);
/// Text of the new source only.
pub const INSERTED: Style = AnsiColor::Green.on_default();

impl Screen<'_> {
    /// The words of `message`.
    pub fn text(&self, message: &Message) -> String {
        self.l10n.text(message)
    }

    /// `text` in `style`, where there are colours.
    pub fn paint(&self, style: Style, text: &str) -> String {
        match self.paint {
            Paint::Colour if !text.is_empty() => format!("{style}{text}{style:#}"),
            _ => text.to_owned(),
        }
    }
}
