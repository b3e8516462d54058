//! How far the translation of each article is.

mod csv;
mod json;
mod markdown;
mod text;

use super::{Counts, Format, Screen};
use crate::l10n::message;

/// The articles looked at, with their counts.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// The language of the sources.
    pub source: String,
    pub rows: Vec<Row>,
}

/// One article in one target language.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub article: String,
    pub target: String,
    pub source_path: String,
    pub catalog_path: String,
    pub counts: Counts,
}

/// The formats of `status`.
pub const FORMATS: &[Format<Progress>] = &[
    Format { name: "text", write: text::write },
    Format { name: "json", write: json::write },
    Format { name: "markdown", write: markdown::write },
    Format { name: "csv", write: csv::write },
];

impl Progress {
    /// The sum of all rows.
    pub fn totals(&self) -> Counts {
        let mut totals = Counts::default();
        for row in &self.rows {
            totals += row.counts;
        }
        totals
    }
}

/// All articles in one sentence.
pub fn line(progress: &Progress, screen: &Screen<'_>) -> String {
    let totals = progress.totals();
    screen.text(&message!(
        "report-status-total",
        articles = progress.rows.len(),
        segments = totals.segments.total as usize,
        percent = totals.segments.percent() as usize,
        words = totals.words.left() as usize
    ))
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::{Counts, FORMATS, Progress, Row, line};
    use crate::checks::testing::Sample;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::testing::{english, russian, shown};
    use crate::report::{Paint, Screen};

    fn row(article: &str, lines: &str) -> Row {
        let sample = Sample::new(lines);
        Row {
            article: article.to_owned(),
            target: "en".to_owned(),
            source_path: format!("articles/{article}/ru.md"),
            catalog_path: format!("articles/{article}/en.toml"),
            counts: Counts::of(&sample.bitext().expect("a sample has a catalog")),
        }
    }

    fn progress() -> Progress {
        let rows = vec![
            row("2024/12/tender", "final: Да. | Yes.\nfinal cosmetic: Счет. -> Счёт. | The bill."),
            row(
                "2024/12/consultations-on-information-security",
                "missing: Раз два.
                missing: Три.
                stale critical 6: Было 5. -> Было 6. | There were 5.
                stale major: Был дом. -> Был дым. | There was a house.
                unsealed: Да. | Yes.
                draft: Нет. | No.
                translated: Он пришёл. | He came.
                orphan: Старое. | Old.",
            ),
            row("empty", ""),
        ];
        Progress { source: "ru".to_owned(), rows }
    }

    fn wide(width: usize) -> String {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width, paint: Paint::Plain };
        shown(FORMATS, "text", (&progress(), &screen))
    }

    #[test]
    fn the_table_shows_what_is_left() {
        assert_data_eq!(english(FORMATS, "text", &progress()), str![]);
        assert_data_eq!(russian(FORMATS, "text", &progress()), str![]);
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in [50, 60, 70, 80, 100, 120] {
            for line in wide(width).lines().filter(|line| line.contains("  ")) {
                assert!(super::text::fits(line, width), "{width}: {line}");
            }
        }
    }

    #[test]
    fn without_a_terminal_no_name_is_cut() {
        assert!(wide(usize::MAX).contains("2024/12/consultations-on-information-security  "));
        assert!(!wide(usize::MAX).contains('…'));
    }

    #[test]
    fn colours_show_what_hurts() {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Colour };
        let progress =
            Progress { rows: vec![row("news", "stale critical: а -> б | a")], ..progress() };
        assert_data_eq!(shown(FORMATS, "text", (&progress, &screen)), str![]);
    }

    #[test]
    fn several_languages_have_a_column() {
        let mut progress = progress();
        progress.rows.truncate(1);
        progress.rows.push(Row { target: "kk".to_owned(), ..progress.rows[0].clone() });
        assert_data_eq!(english(FORMATS, "text", &progress), str![]);
    }

    #[test]
    fn an_empty_workspace_says_so() {
        assert_data_eq!(english(FORMATS, "text", &Progress::default()), str![]);
        assert_data_eq!(russian(FORMATS, "text", &Progress::default()), str![]);
    }

    #[test]
    fn one_line_tells_all() {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
        assert_data_eq!(line(&progress(), &screen), str![]);
    }

    #[test]
    fn machines_get_every_count() {
        let mut progress = progress();
        progress.rows.swap_remove(0);
        progress.rows.truncate(2);
        progress.rows.swap(0, 1);
        assert_data_eq!(english(FORMATS, "json", &progress), str![]);
        assert_data_eq!(english(FORMATS, "csv", &progress), str![]);
    }

    #[test]
    fn a_pull_request_gets_a_table() {
        assert_data_eq!(english(FORMATS, "markdown", &progress()), str![]);
        assert_data_eq!(russian(FORMATS, "markdown", &progress()), str![]);
    }
}
