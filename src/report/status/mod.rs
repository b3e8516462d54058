//! How far the translation of each article is.

mod csv;
mod json;
mod kept;
mod markdown;
mod text;

pub use kept::{pack, unpack};

use rustc_hash::FxHashSet;

use super::{Counts, Format, Screen};
use crate::l10n::{Message, message};
use crate::model::PageState;

/// The articles looked at, with their counts.
#[derive(Clone, Debug, Default)]
pub struct StatusTable {
    /// The language of the sources.
    pub source: String,
    pub rows: Vec<StatusRow>,
    /// Paths of translated documents whose source is gone or never was.
    pub lone_documents: Vec<String>,
}

/// One article in one target language.
#[derive(Clone, Debug, Default)]
pub struct StatusRow {
    pub article: String,
    pub target: String,
    pub source_path: String,
    pub catalog_path: String,
    pub counts: Counts,
    pub published: PageState,
    /// Segments that an editor has to read, where the workspace wants them read.
    pub unread: u32,
    /// Whether the page doesn't say what the catalog says.
    pub is_due: bool,
}

/// The formats of `status`.
pub const FORMATS: &[Format<StatusTable>] = &[
    Format { name: "text", write: text::write },
    Format { name: "json", write: json::write },
    Format { name: "markdown", write: markdown::write },
    Format { name: "csv", write: csv::write },
];

impl StatusTable {
    /// The sum of all rows.
    pub fn totals(&self) -> Counts {
        let mut totals = Counts::default();
        for row in &self.rows {
            totals += row.counts;
        }
        totals
    }

    /// How many articles there are; one with two target languages has two rows.
    fn articles(&self) -> usize {
        let articles: FxHashSet<&str> = self.rows.iter().map(|row| &*row.article).collect();
        articles.len()
    }
}

/// What to do next.
pub fn next(progress: &StatusTable) -> Message {
    let totals = progress.totals();
    let count =
        |wanted: fn(&StatusRow) -> bool| progress.rows.iter().filter(|row| wanted(row)).count();
    let edited = count(|row| row.is_due && row.published == PageState::Edited);
    let due = count(StatusRow::is_to_publish);
    // A page that no catalog knows waits for its first one.
    let unpaired = count(|row| !row.is_due && row.published == PageState::Edited);
    match totals.segments {
        segments if segments.stale > 0 => message!("report-status-next-stale"),
        _ if unpaired > 0 => message!("report-status-next-align", count = unpaired),
        segments if segments.left() > 0 => message!("report-status-next-left"),
        _ if edited > 0 => message!("report-status-next-edited", count = edited),
        _ if due > 0 => message!("report-status-next-publish", count = due),
        _ if !totals.is_complete() => message!("report-status-next-surplus"),
        segments if segments.total == 0 => message!("report-status-next-empty"),
        _ => message!("report-status-next-nothing"),
    }
}

impl StatusRow {
    /// Whether `publish` has something to do here.
    fn is_to_publish(&self) -> bool {
        let is_ready = self.counts.segments.left() == 0 && self.counts.segments.total > 0;
        let is_behind = self.published == PageState::Behind && self.is_due;
        is_ready && (is_behind || self.published == PageState::Absent)
    }
}

/// All articles in one sentence.
fn line(progress: &StatusTable, screen: &Screen<'_>) -> String {
    let totals = progress.totals();
    screen.text(&message!(
        "report-status-total",
        articles = progress.articles(),
        segments = totals.segments.total as usize,
        percent = totals.segments.percent() as usize,
        words = totals.words.left() as usize
    ))
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, file, str};

    use super::{Counts, FORMATS, StatusRow, StatusTable, line};
    use crate::checks::testing::Sample;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::testing::{english, russian, shown};
    use crate::report::{Paint, Screen};

    fn row(article: &str, lines: &str) -> StatusRow {
        let sample = Sample::new(lines);
        StatusRow {
            article: article.to_owned(),
            target: "en".to_owned(),
            source_path: format!("articles/{article}/ru.md"),
            catalog_path: format!("articles/{article}/en.toml"),
            counts: Counts::of(&sample.bitext().expect("a sample has a catalog")),
            ..StatusRow::default()
        }
    }

    fn progress() -> StatusTable {
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
        StatusTable { source: "ru".to_owned(), rows, ..StatusTable::default() }
    }

    fn wide(width: usize) -> String {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width, paint: Paint::Plain };
        shown(FORMATS, "text", &progress(), &screen)
    }

    #[test]
    fn the_table_shows_what_is_left() {
        assert_data_eq!(
            english(FORMATS, "text", &progress()),
            str![[r#"
Article                            Done              Words  To do
2024/12/tender                     ██████████  100%      0  complete, 1 cosmetic
                                                            change
…ltations-on-information-security  █░░░░░░░░░   14%      9  2 missing, 2 stale
                                                            (1 critical,
                                                            1 major),
                                                            1 unsealed, 1 draft,
                                                            1 orphan pair
empty                              ██████████  100%      0  no text in the
                                                            source

9 segments in 3 articles: 33% done, 9 words left.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &progress()),
            str![[r#"
Статья                             Готово            Слова  Осталось
2024/12/tender                     ██████████ 100 %      0  всё готово, 1 правка
                                                            оформления
…ltations-on-information-security  █░░░░░░░░░  14 %      9  2 не переведены,
                                                            2 устарели
                                                            (критических: 1,
                                                            существенных: 1),
                                                            1 не заверен,
                                                            1 черновик, 1 лишняя
                                                            пара
empty                              ██████████ 100 %      0  в исходном файле нет
                                                            текста

9 сегментов в 3 статьях: готово 33 %, осталось 9 слов.

"#]]
        );
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
            StatusTable { rows: vec![row("news", "stale critical: а -> б | a")], ..progress() };
        assert_data_eq!(
            shown(FORMATS, "text", &progress, &screen),
            str![[r#"
[1mArticle  Done              Words  To do[0m
news     [2m░░░░░░░░░░[0m    0%      1  [1m[31m1 stale[0m [1m[31m(1 critical)[0m

[1m1 segment in 1 article: 0% done, 1 word left.[0m

"#]]
        );
    }

    #[test]
    fn several_languages_have_a_column() {
        let mut progress = progress();
        progress.rows.truncate(1);
        progress.rows.push(StatusRow { target: "kk".to_owned(), ..progress.rows[0].clone() });
        assert_data_eq!(
            english(FORMATS, "text", &progress),
            str![[r#"
Article              Done              Words  To do
2024/12/tender (en)  ██████████  100%      0  complete, 1 cosmetic change
2024/12/tender (kk)  ██████████  100%      0  complete, 1 cosmetic change

4 segments in 1 article: 100% done, 0 words left.

"#]]
        );
    }

    #[test]
    fn an_empty_workspace_says_so() {
        assert_data_eq!(
            english(FORMATS, "text", &StatusTable::default()),
            str![[r#"
There are no articles here.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &StatusTable::default()),
            str![[r#"
Статей здесь нет.

"#]]
        );
    }

    #[test]
    fn one_line_tells_all() {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Plain };
        assert_data_eq!(
            line(&progress(), &screen),
            str!["9 segments in 3 articles: 33% done, 9 words left."]
        );
    }

    #[test]
    fn machines_get_every_count() {
        let mut progress = progress();
        progress.rows.swap_remove(0);
        progress.rows.truncate(2);
        progress.rows.swap(0, 1);
        assert_data_eq!(english(FORMATS, "json", &progress), file!["snapshots/status.json"].raw());
        assert_data_eq!(
            english(FORMATS, "csv", &progress),
            str![[r#"
article,target,source_path,catalog_path,segments_total,segments_missing,segments_stale,segments_unsealed,segments_draft,segments_translated,segments_reviewed,segments_final,words_total,words_missing,words_stale,words_unsealed,words_draft,words_translated,words_reviewed,words_final,stale_cosmetic,stale_minor,stale_major,stale_critical,orphans,complete,withdrawn,extra,unreviewed,published
2024/12/consultations-on-information-security,en,articles/2024/12/consultations-on-information-security/ru.md,articles/2024/12/consultations-on-information-security/en.toml,7,2,2,1,1,1,0,0,11,3,4,1,1,2,0,0,0,0,1,1,1,false,0,0,1,absent
empty,en,articles/empty/ru.md,articles/empty/en.toml,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,true,0,0,0,absent

"#]]
        );
    }

    #[test]
    fn a_pull_request_gets_a_table() {
        assert_data_eq!(
            english(FORMATS, "markdown", &progress()),
            str![[r#"
9 segments in 3 articles: 33% done, 9 words left.

| Article | Language | Done | Missing | Stale | Unsealed | Drafts | Withdrawn | Extra | Unreviewed | Words left |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 2024/12/tender | en | 100% | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 2024/12/consultations-on-information-security | en | 14% | 2 | 2 | 1 | 1 | 0 | 0 | 1 | 9 |
| empty | en | 100% | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| **Total** | | **33%** | **2** | **2** | **1** | **1** | **0** | **0** | **1** | **9** |

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "markdown", &progress()),
            str![[r#"
9 сегментов в 3 статьях: готово 33 %, осталось 9 слов.

| Статья | Язык | Готово | Не переведено | Устарело | Не заверено | Черновики | Снято | Без исходного | Не прочитано | Осталось слов |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 2024/12/tender | en | 100 % | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 2024/12/consultations-on-information-security | en | 14 % | 2 | 2 | 1 | 1 | 0 | 0 | 1 | 9 |
| empty | en | 100 % | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| **Всего** | | **33 %** | **2** | **2** | **1** | **1** | **0** | **0** | **1** | **9** |

"#]]
        );
    }
}
