//! What stopped a command, for people: `error:`, `-->`, `because:`, `hint:`.

use std::io::{self, Write};

use anstyle::Style;

use super::Screen;
use super::layout::printable;
use super::screen::{ERROR, GOOD, NOTE};
use crate::error::{Cause, Error};
use crate::l10n::{Message, message};

/// Writes `error` as a person should read it.
pub fn write(error: &Error, screen: &Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let label = |style: Style, message: Message| screen.paint(style, &screen.text(&message));
    let error_label = label(ERROR, message!("report-error-label"));
    writeln!(out, "{error_label} {}", printable(&screen.text(&error.message)))?;
    if let Some(location) = &error.location {
        let arrow = screen.paint(NOTE, "-->");
        writeln!(out, "  {arrow} {}", printable(&location.to_string()))?;
    }
    if let Some(cause) = &error.cause {
        let label = label(NOTE, message!("report-because-label"));
        let cause = match cause {
            Cause::Known(message) => screen.text(message),
            Cause::Words(words) => words.clone(),
        };
        let mut lines = cause.trim().lines();
        writeln!(out, "  {label} {}", printable(lines.next().unwrap_or_default()))?;
        for line in lines {
            writeln!(out, "    {}", printable(line))?;
        }
    }
    if let Some(hint) = &error.hint {
        let label = label(GOOD, message!("report-hint-label"));
        writeln!(out, "  {label} {}", printable(&screen.text(hint)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::{Error, write};
    use crate::l10n::{LOCALES, Localizer, message};
    use crate::model::{Location, Position};
    use crate::report::{Paint, Screen};

    fn shown(error: &Error, locale: usize) -> String {
        let l10n = Localizer::new(&LOCALES[locale]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
        let mut out = Vec::new();
        write(error, &screen, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("reports are UTF-8")
    }

    #[test]
    fn an_error_says_what_where_why_and_what_to_do() {
        let error = Error::new(message!("error-baseline", path = "debt.json"))
            .at(Location::at("debt.json", Position::new(3, 7)))
            .caused_by("expected `,` or `}`\nsecond line\u{1b}[1m\n")
            .hint(message!("hint-baseline"));
        assert_data_eq!(
            shown(&error, 0),
            str![[r#"
error: the baseline “debt.json” can't be read
  --> debt.json:3:7
  because: expected `,` or `}`
    second line�[1m
  hint: Restore it from git, or delete it and record it anew with `tolmach check --baseline FILE --write-baseline`.

"#]]
        );
        assert_data_eq!(
            shown(&error, 1),
            str![[r#"
ошибка: не удалось прочитать список известных замечаний «debt.json»
  --> debt.json:3:7
  причина: expected `,` or `}`
    second line�[1m
  подсказка: Верните его из git или удалите и запишите заново командой `tolmach check --baseline ФАЙЛ --write-baseline`.

"#]]
        );
    }

    #[test]
    fn an_error_may_be_only_a_message() {
        let error = Error::new(message!("error-baseline", path = "debt.json"));
        assert_data_eq!(
            shown(&error, 0),
            str![[r#"
error: the baseline “debt.json” can't be read

"#]]
        );
    }
}
