//! What the checks found.

mod baseline;
mod github;
mod gitlab;
mod json;
mod junit;
mod kept;
mod markdown;
mod part;
mod precedents;
mod sarif;
mod shard;
mod text;
mod unwire;

pub use baseline::{Baseline, fingerprint};
pub use kept::ArticleFindings;
pub use part::{PartFile, Whole, merged};
pub use precedents::Precedents;
pub use shard::ShardPart;

use std::collections::{HashMap, HashSet};

use super::layout::printable;
use super::screen::FAINT;
use super::task::marked;
use super::{Format, Screen};
use crate::checks::{Check, Levels, STALE};
use crate::l10n::{Message, message};
use crate::model::{Danger, Finding, Severity};

/// What was checked and found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The checks that reports name, those that found nothing included.
    pub checks: &'static [Check],
    pub findings: Vec<Finding>,
    /// The articles looked at, each with its target language.
    pub articles: Vec<(String, String)>,
    pub levels: Levels,
    pub failing: Failing,
    /// How many findings were left out, because they are known.
    pub known: usize,
    /// Whether the workspace has articles that were not asked for.
    pub is_narrowed: bool,
    /// When, as `2026-01-31T12:00:00`.
    pub time: String,
    /// Which part of a whole it is, where it is one.
    pub part: Option<ShardPart>,
}

/// From where on findings fail.
#[derive(Clone, Copy, Debug)]
pub struct Failing {
    /// The least severity that fails.
    pub severity: Severity,
    /// The least change that makes a stale translation fail, where that alone decides.
    pub danger: Option<Danger>,
}

impl Failing {
    /// Whether the finding fails.
    pub fn is_met(self, finding: &Finding) -> bool {
        match self.decisive(finding) {
            Some((change, danger)) => change >= danger,
            None => finding.severity >= self.severity,
        }
    }

    /// Whether the finding would fail, were its change not too small.
    pub fn tolerates(self, finding: &Finding) -> bool {
        let is_small = self.decisive(finding).is_some_and(|(change, danger)| change < danger);
        is_small && finding.severity >= self.severity
    }

    fn decisive(self, finding: &Finding) -> Option<(Danger, Danger)> {
        let change = finding.change.filter(|_| finding.check == STALE.id)?;
        Some((change, self.danger?))
    }
}

/// The formats of `check`.
pub const FORMATS: &[Format<Checked>] = &[
    Format { name: "text", write: text::write },
    Format { name: "json", write: json::write },
    Format { name: "sarif", write: sarif::write },
    Format { name: "github", write: github::write },
    Format { name: "gitlab", write: gitlab::write },
    Format { name: "junit", write: junit::write },
    Format { name: "markdown", write: markdown::write },
];

/// How much was found, in one sentence.
pub fn summary(checked: &Checked, screen: &Screen<'_>) -> String {
    let count = |severity| count(&checked.findings, severity);
    let parts = [
        (count(Severity::Error), message!("report-check-errors", count = count(Severity::Error))),
        (
            count(Severity::Warning),
            message!("report-check-warnings", count = count(Severity::Warning)),
        ),
        (count(Severity::Info), message!("report-check-notes", count = count(Severity::Info))),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> = parts.map(|(_, message)| screen.text(&message)).collect();
    let mut articles: HashSet<_> = checked.articles.iter().map(|(article, _)| article).collect();
    // A page without a source is of an article that nobody can look at.
    articles.extend(checked.findings.iter().map(|finding| &finding.article));
    let articles = articles.len();
    let message = if articles == 0 && parts.is_empty() && checked.is_narrowed {
        message!("report-check-untouched")
    } else if articles == 0 && parts.is_empty() {
        message!("report-check-vain")
    } else if parts.is_empty() && checked.known > 0 {
        message!("report-check-nothing-new", known = checked.known)
    } else if parts.is_empty() {
        message!("report-check-clean", articles = articles)
    } else {
        message!("report-check-total", parts = parts.join(", "), articles = articles)
    };
    screen.text(&message)
}

fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

/// Each finding with a fingerprint of its own, the same after lines have moved.
fn identified(findings: &[Finding]) -> impl Iterator<Item = (String, &Finding)> {
    let mut seen = HashMap::new();
    findings.iter().map(move |finding| {
        let print = fingerprint(finding);
        let count = seen.entry(print.clone()).and_modify(|count| *count += 1).or_insert(1_usize);
        (format!("{print}:{count}"), finding)
    })
}

/// The finding in words, its texts and what to do about it, each on a line of its own.
fn explained(finding: &Finding, screen: &Screen<'_>) -> String {
    let mut lines = vec![screen.text(&finding.message)];
    lines.extend(texts(finding, screen));
    lines.extend(finding.hint.iter().map(|hint| screen.text(hint)));
    lines.join("\n")
}

/// What the source became, and the translation that is held.
fn texts(finding: &Finding, screen: &Screen<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if !finding.diff.is_empty() {
        lines.push(marked(&finding.diff, screen));
    }
    if let Some(translation) = &finding.translation {
        let target = screen.paint(FAINT, &format!("{}:", finding.target));
        lines.push(format!("{target} {}", printable(translation)));
    }
    lines
}

/// The findings' hints, each once.
fn hints<'a>(findings: &[&'a Finding]) -> Vec<&'a Message> {
    let mut hints: Vec<&'a Message> = Vec::new();
    for hint in findings.iter().filter_map(|finding| finding.hint.as_ref()) {
        if !hints.contains(&hint) {
            hints.push(hint);
        }
    }
    hints
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData as _, assert_data_eq, file, str};

    use super::{Checked, FORMATS, Failing, identified};
    use crate::checks::testing::Sample;
    use crate::checks::{CHECKS, Check, Levels};
    use crate::l10n::{LOCALES, Localizer};
    use crate::model::{Danger, Severity};
    use crate::report::testing::{english, russian, shown};
    use crate::report::{Paint, Screen};

    const NEWS: &str = "
        placeholder: $f_NewsTitle
        current: Да. | Yes.
        stale critical 6: Было 5. -> Было 6. | There were 5.
        stale cosmetic: Счет. -> Счёт. | The bill.
        unsealed draft: «Нет», & <всё>. | No.
        missing: Новое.
        missing: Новое.
        orphan: Старое. | Old.";

    /// The checks that the reports name here; others may come and change nothing of them.
    const FIXED: [&str; 7] =
        ["no-translation", "missing", "stale", "unsealed", "draft", "placeholder-line", "orphan"];

    fn fixed() -> &'static [Check] {
        let fixed = CHECKS.iter().filter(|check| FIXED.contains(&check.id));
        fixed.copied().collect::<Vec<_>>().leak()
    }

    const FAILING: Failing = Failing { severity: Severity::Error, danger: None };

    fn checked() -> Checked {
        let levels = Levels::from_iter([("orphan", None)]);
        let untranslated = Sample::new("missing: Раз.").named("a b").without_catalog();
        let mut findings = Sample::new(NEWS).findings(&levels);
        findings.extend(untranslated.findings(&levels));
        let articles = ["news", "a b", "clean"].map(|id| (id.to_owned(), "en".to_owned())).into();
        let time = "2026-01-31T12:00:00".to_owned();
        Checked {
            checks: fixed(),
            findings,
            articles,
            levels,
            failing: FAILING,
            known: 0,
            is_narrowed: false,
            time,
            part: None,
        }
    }

    fn clean() -> Checked {
        Checked { findings: Vec::new(), ..checked() }
    }

    #[test]
    fn people_read_a_line_for_each_finding() {
        assert_data_eq!(
            english(FORMATS, "text", &checked()),
            str![[r#"
articles/news/ru.md:1:1: The line holds nothing but the unresolved template variable “$f_NewsTitle”. [placeholder-line]
articles/news/ru.md:4:1: segment 2: The translation of “Было 6” is stale: “6” (word) makes the change critical. [stale]
  Было [-5.-]{+6.+}
  en: There were 5.
articles/news/ru.md:6:1: segment 3: The source “Счёт” changed in its typography only. [stale]
  [-Счет.-]{+Счёт.+}
  en: The bill.
articles/news/ru.md:8:1: segment 4: The pair of “„Нет“, & <всё>” is not sealed: it was edited by hand or put together by a merge. [unsealed]
articles/news/ru.md:8:1: segment 4: The translation of “„Нет“, & <всё>” is a draft. [draft]
articles/news/ru.md:8:1: segment 4: The translation of “„Нет“, & <всё>” lacks the negation “нет все”. [negation]
articles/news/ru.md:10:1: segment 5: The segment “Новое” has no translation. [missing]
articles/news/ru.md:12:1: segment 6: The segment “Новое” has no translation. [missing]
  hint: Put the text in its place in “articles/news/ru.md”, or remove the line.
  hint: Bring what is stale up to date: `tolmach translate news --only stale`; settle what still holds: `tolmach ack news SEGMENT --reason "…"`.
  hint: Nothing needs to be done if the translation is right as it is.
  hint: Compare source and translation of unsealed pairs, then settle them: `tolmach translate news --only unsealed`.
  hint: Compare drafts with their sources, then confirm them: `tolmach translate news --only draft`.
  hint: Correct the translation: `tolmach translate news SEGMENT --edit "…"`; if it is right as it is, waive the finding: `tolmach waive news SEGMENT --check negation --reason "…"`.
  hint: Translate what is missing: `tolmach translate news --only missing`.
articles/a b/ru.md: The article has no translation into “en”: 1 segment waits for it. [no-translation]
  hint: Translate the article with `tolmach translate 'a b'`, or pair a translation that is there already with `tolmach align 'a b'`.
5 errors, 2 warnings, 2 notices in 3 articles.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &checked()),
            str![[r#"
articles/news/ru.md:1:1: В строке стоит только неподставленная переменная шаблона «$f_NewsTitle». [placeholder-line]
articles/news/ru.md:4:1: сегмент 2: Перевод сегмента «Было 6» устарел: критическая правка — «6» (слово). [stale]
  Было [-5.-]{+6.+}
  en: There were 5.
articles/news/ru.md:6:1: сегмент 3: В сегменте «Счёт» изменилось только оформление. [stale]
  [-Счет.-]{+Счёт.+}
  en: The bill.
articles/news/ru.md:8:1: сегмент 4: Пара сегмента «„Нет“, & <всё>» не заверена: её правили вручную или собрали при слиянии. [unsealed]
articles/news/ru.md:8:1: сегмент 4: Перевод сегмента «„Нет“, & <всё>» пока черновой. [draft]
articles/news/ru.md:8:1: сегмент 4: В переводе сегмента «„Нет“, & <всё>» потеряно отрицание: «нет все». [negation]
articles/news/ru.md:10:1: сегмент 5: Сегмент «Новое» не переведён. [missing]
articles/news/ru.md:12:1: сегмент 6: Сегмент «Новое» не переведён. [missing]
  подсказка: Замените переменную в «articles/news/ru.md» текстом или удалите строку.
  подсказка: Обновите устаревшее: `tolmach translate news --only stale`, а что верно и так, подтвердите: `tolmach ack news СЕГМЕНТ --reason "…"`.
  подсказка: Если перевод верен и так, делать ничего не нужно.
  подсказка: Сверьте незаверенные пары с исходным текстом и подтвердите их: `tolmach translate news --only unsealed`.
  подсказка: Сверьте черновики с исходным текстом и подтвердите их: `tolmach translate news --only draft`.
  подсказка: Исправьте перевод: `tolmach translate news СЕГМЕНТ --edit "…"`; если всё верно, снимите замечание: `tolmach waive news СЕГМЕНТ --check negation --reason "…"`.
  подсказка: Переведите недостающее: `tolmach translate news --only missing`.
articles/a b/ru.md: У статьи нет перевода на язык «en»: его ждёт 1 сегмент. [no-translation]
  подсказка: Переведите статью: `tolmach translate 'a b'`, а если перевод уже есть, сопоставьте тексты: `tolmach align 'a b'`.
5 ошибок, 2 предупреждения, 2 уведомления; проверены 3 статьи.

"#]]
        );
    }

    #[test]
    fn colours_show_the_severity() {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Colour };
        let mut checked = checked();
        checked.findings.truncate(2);
        assert_data_eq!(
            shown(FORMATS, "text", &checked, &screen),
            str![[r#"
[1marticles/news/ru.md:1:1[0m: The line holds nothing but the unresolved template variable “$f_NewsTitle”. [33m[placeholder-line][0m
[1marticles/news/ru.md:4:1[0m: segment 2: The translation of “Было 6” is stale: “6” (word) makes the change critical. [1m[31m[stale][0m
  Было [9m[31m5.[0m [32m6.[0m
  [2men:[0m There were 5.
  [32mhint:[0m Put the text in its place in “articles/news/ru.md”, or remove the line.
  [32mhint:[0m Bring what is stale up to date: `tolmach translate news --only stale`; settle what still holds: `tolmach ack news SEGMENT --reason "…"`.
1 error, 1 warning in 3 articles.

"#]]
        );
    }

    #[test]
    fn a_clean_workspace_says_so() {
        assert_data_eq!(
            english(FORMATS, "text", &clean()),
            str![[r#"
No problems in 3 articles.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &clean()),
            str![[r#"
Проверены 3 статьи: замечаний нет.

"#]]
        );
    }

    #[test]
    fn machines_get_each_fact_of_a_finding() {
        assert_data_eq!(
            english(FORMATS, "json", &checked()),
            file!["snapshots/findings.json"].raw()
        );
        assert_data_eq!(
            english(FORMATS, "json", &clean()),
            str![[r#"
{
  "version": 1,
  "findings": [],
  "summary": {
    "error": 0,
    "warning": 0,
    "info": 0
  }
}

"#]]
        );
    }

    #[test]
    fn sarif_has_rules_results_and_fingerprints() {
        assert_data_eq!(
            english(FORMATS, "sarif", &checked()),
            file!["snapshots/findings.sarif"].raw()
        );
    }

    #[test]
    fn github_gets_escaped_commands() {
        assert_data_eq!(
            english(FORMATS, "github", &checked()),
            str![[r#"
::warning file=articles/news/ru.md,line=1,col=1,title=Unresolved variable::The line holds nothing but the unresolved template variable “$f_NewsTitle”.%0APut the text in its place in “articles/news/ru.md”, or remove the line.
::error file=articles/news/ru.md,line=4,col=1,title=Stale translation::The translation of “Было 6” is stale: “6” (word) makes the change critical.%0AБыло [-5.-]{+6.+}%0Aen: There were 5.%0ABring what is stale up to date: `tolmach translate news --only stale`; settle what still holds: `tolmach ack news SEGMENT --reason "…"`.
::notice file=articles/news/ru.md,line=6,col=1,title=Stale translation::The source “Счёт” changed in its typography only.%0A[-Счет.-]{+Счёт.+}%0Aen: The bill.%0ANothing needs to be done if the translation is right as it is.
::error file=articles/news/ru.md,line=8,col=1,title=Unsealed pair::The pair of “„Нет“, & <всё>” is not sealed: it was edited by hand or put together by a merge.%0Aen: No.%0ACompare source and translation of unsealed pairs, then settle them: `tolmach translate news --only unsealed`.
::warning file=articles/news/ru.md,line=8,col=1,title=Draft::The translation of “„Нет“, & <всё>” is a draft.%0Aen: No.%0ACompare drafts with their sources, then confirm them: `tolmach translate news --only draft`.
::notice file=articles/news/ru.md,line=8,col=1,title=Negation::The translation of “„Нет“, & <всё>” lacks the negation “нет все”.%0Aen: No.%0ACorrect the translation: `tolmach translate news SEGMENT --edit "…"`; if it is right as it is, waive the finding: `tolmach waive news SEGMENT --check negation --reason "…"`.
::error file=articles/news/ru.md,line=10,col=1,title=Missing translation::The segment “Новое” has no translation.%0ATranslate what is missing: `tolmach translate news --only missing`.
::error file=articles/news/ru.md,line=12,col=1,title=Missing translation::The segment “Новое” has no translation.%0ATranslate what is missing: `tolmach translate news --only missing`.
::error file=articles/a b/ru.md,title=No translation::The article has no translation into “en”: 1 segment waits for it.%0ATranslate the article with `tolmach translate 'a b'`, or pair a translation that is there already with `tolmach align 'a b'`.

"#]]
        );
        assert_eq!(english(FORMATS, "github", &clean()), "");
    }

    #[test]
    fn gitlab_gets_a_list_of_issues() {
        assert_data_eq!(
            english(FORMATS, "gitlab", &checked()),
            file!["snapshots/gitlab.json"].raw()
        );
        assert_eq!(english(FORMATS, "gitlab", &clean()), "[]\n");
    }

    #[test]
    fn junit_has_a_case_for_each_article_and_check() {
        assert_data_eq!(english(FORMATS, "junit", &checked()), file!["snapshots/junit.xml"].raw());
    }

    #[test]
    fn junit_has_no_character_that_xml_forbids() {
        let levels = Levels::default();
        let findings = Sample::new("missing: a\u{1}\u{8}\u{fffe}]]>&.").findings(&levels);
        let report = english(FORMATS, "junit", &Checked { findings, ..checked() });
        assert!(report.contains("a\u{fffd}\u{fffd}\u{fffd}]]&gt;&amp;"), "{report}");
    }

    #[test]
    fn a_pull_request_gets_a_table() {
        assert_data_eq!(
            english(FORMATS, "markdown", &checked()),
            str![[r#"
**5 errors, 2 warnings, 2 notices in 3 articles.**

#### `news` · en

- **error** `articles/news/ru.md:4:1` The translation of “Было 6” is stale: “6” (word) makes the change critical. `stale`
  > Было <del>5.</del> <ins>6.</ins>
  >
  > There were 5.
- **error** `articles/news/ru.md:8:1` The pair of “„Нет“, &amp; &lt;всё&gt;” is not sealed: it was edited by hand or put together by a merge. `unsealed`
  > No.
- **error** `articles/news/ru.md:10:1` The segment “Новое” has no translation. `missing`
- **error** `articles/news/ru.md:12:1` The segment “Новое” has no translation. `missing`
- **warning** `articles/news/ru.md:1:1` The line holds nothing but the unresolved template variable “$f\_NewsTitle”. `placeholder-line`
- **warning** `articles/news/ru.md:8:1` The translation of “„Нет“, &amp; &lt;всё&gt;” is a draft. `draft`
  > No.
- **notice** `articles/news/ru.md:6:1` The source “Счёт” changed in its typography only. `stale`
  > <del>Счет.</del> <ins>Счёт.</ins>
  >
  > The bill.
- **notice** `articles/news/ru.md:8:1` The translation of “„Нет“, &amp; &lt;всё&gt;” lacks the negation “нет все”. `negation`
  > No.

What to do:

- Bring what is stale up to date: `tolmach translate news --only stale`; settle what still holds: `tolmach ack news SEGMENT --reason "…"`.
- Compare source and translation of unsealed pairs, then settle them: `tolmach translate news --only unsealed`.
- Translate what is missing: `tolmach translate news --only missing`.
- Put the text in its place in “articles/news/ru.md”, or remove the line.
- Compare drafts with their sources, then confirm them: `tolmach translate news --only draft`.
- Nothing needs to be done if the translation is right as it is.
- Correct the translation: `tolmach translate news SEGMENT --edit "…"`; if it is right as it is, waive the finding: `tolmach waive news SEGMENT --check negation --reason "…"`.

#### `a b` · en

- **error** `articles/a b/ru.md` The article has no translation into “en”: 1 segment waits for it. `no-translation`

What to do:

- Translate the article with `tolmach translate 'a b'`, or pair a translation that is there already with `tolmach align 'a b'`.

"#]].raw()
        );
        assert_data_eq!(
            russian(FORMATS, "markdown", &clean()),
            str![[r#"
**Проверены 3 статьи: замечаний нет.**

"#]]
        );
    }

    #[test]
    fn a_fingerprint_outlives_moved_lines_and_is_unique() {
        let prints = |lines: &str| -> Vec<String> {
            let findings = Sample::new(lines).findings(&Levels::default());
            identified(&findings).map(|(print, _)| print).collect()
        };
        let before = prints("missing: Новое.\nmissing: Новое.");
        assert_eq!(before, prints("current: Да. | Yes.\nmissing: Новое.\nmissing: Новое."));
        assert_ne!(before[0], before[1]);
        assert_ne!(before[0], prints("missing: Иное.")[0]);
    }

    #[test]
    fn a_change_fails_by_its_danger_and_all_else_by_its_severity() {
        let findings = Sample::new(
            "stale critical 6: Было 5. -> Было 6. | There were 5.
            stale minor: Он шёл. -> Шёл он. | He went.
            stale cosmetic: Счет. -> Счёт. | The bill.
            missing: Новое.
            unsealed stale major: Он ест. -> Он спит. | He eats.",
        );
        let findings = findings.findings(&Levels::default());
        let fails = |danger| -> Vec<String> {
            let failing = Failing { danger, ..FAILING };
            let met = findings.iter().filter(|finding| failing.is_met(finding));
            met.map(|one| format!("{} {}", one.check, one.segment.unwrap_or_default())).collect()
        };
        let all = ["stale 1", "stale 2", "missing 4", "stale 5", "unsealed 5"];
        assert_eq!(fails(None), all);
        assert_eq!(fails(Some(Danger::Critical)), ["stale 1", "missing 4", "unsealed 5"]);
        assert_eq!(fails(Some(Danger::Major)), ["stale 1", "missing 4", "stale 5", "unsealed 5"]);
        let with_cosmetic = ["stale 1", "stale 2", "stale 3", "missing 4", "stale 5", "unsealed 5"];
        assert_eq!(fails(Some(Danger::Cosmetic)), with_cosmetic);
    }
}
