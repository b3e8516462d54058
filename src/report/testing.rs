//! Reports as text, in both languages, for tests.

use super::{Format, Paint, Screen};
use crate::l10n::{LOCALES, Localizer};

/// The report in English, 80 columns wide and without colour.
pub fn english<T: ?Sized>(formats: &'static [Format<T>], name: &str, subject: &T) -> String {
    let l10n = Localizer::new(&LOCALES[0]);
    let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
    shown(formats, name, subject, &screen)
}

/// The report in Russian, 80 columns wide and without colour.
pub fn russian<T: ?Sized>(formats: &'static [Format<T>], name: &str, subject: &T) -> String {
    let l10n = Localizer::new(&LOCALES[1]);
    let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
    shown(formats, name, subject, &screen)
}

/// The report as it comes to `screen`.
pub fn shown<T: ?Sized>(
    formats: &'static [Format<T>],
    name: &str,
    subject: &T,
    screen: &Screen<'_>,
) -> String {
    let format = Format::by_name(formats, name).expect("the format is in the table");
    let mut out = Vec::new();
    (format.write)(subject, screen, &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("reports are UTF-8")
}
