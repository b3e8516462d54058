//! The checks as a table, for the README and the help.

use super::Screen;
use super::markdown::{code, escape};
use crate::checks::{CHECKS, Check};
use crate::l10n::message;

/// Every check with its severity, name and description, as Markdown.
pub fn markdown(screen: &Screen<'_>) -> String {
    let head = [
        message!("report-rules-check"),
        message!("report-rules-severity"),
        message!("report-rules-meaning"),
    ];
    let head = head.map(|message| screen.text(&message));
    let mut table = format!("| {} |\n| --- | --- | --- |\n", head.join(" | "));
    for check in CHECKS {
        let (id, severity) = (code(check.id), code(check.severity.name()));
        table += &format!("| {id} | {severity} | {} |\n", escape(&description(check, screen)));
    }
    table
}

/// What the check is called.
pub fn title(check: &Check, screen: &Screen<'_>) -> String {
    screen.l10n.find(&format!("check-{}", check.id)).unwrap_or_default()
}

/// What must hold, in a sentence or two.
pub fn description(check: &Check, screen: &Screen<'_>) -> String {
    screen.l10n.find(&format!("check-{}.description", check.id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::markdown;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::{Paint, Screen};

    fn table(locale: usize) -> String {
        let l10n = Localizer::new(&LOCALES[locale]);
        markdown(&Screen { l10n: &l10n, width: 80, paint: Paint::Plain })
    }

    #[test]
    fn the_table_names_every_check() {
        assert_data_eq!(table(0), str![]);
        assert_data_eq!(table(1), str![]);
    }
}
