//! The checks as a table, for the README and the help.

use super::Screen;
use super::markdown::{code, escape};
use crate::checks::{CHECKS, Check};
use crate::l10n::message;

/// The severity of a check that doesn't run, as configurations name it.
const OFF: &str = "off";

/// Every check with its severity, name and description, as Markdown.
pub fn markdown(screen: &Screen<'_>) -> String {
    let head = [
        message!("report-rules-check"),
        message!("report-rules-severity"),
        message!("report-rules-meaning"),
    ];
    let head = head.map(|message| screen.text(&message));
    let rows = CHECKS.iter().map(|check| {
        let severity = if check.is_off { OFF } else { check.severity.name() };
        let (id, severity) = (code(check.id), code(severity));
        format!("| {id} | {severity} | {} |\n", escape(&description(check, screen)))
    });
    format!("| {} |\n| --- | --- | --- |\n{}", head.join(" | "), rows.collect::<String>())
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
        assert_data_eq!(
            table(0),
            str![[r#"
| Check | Default | What must hold |
| --- | --- | --- |
| `no-translation` | `error` | Each article has a catalog for each target language. |
| `missing` | `error` | Each segment of the source has a translation. |
| `stale` | `error` | Each translation fits its source as it is now. A change of typography alone is told and does not fail. |
| `unsealed` | `error` | Each pair was decided by a person; none was edited by hand or put together by a merge. |
| `withdrawn` | `error` | No published document says what was taken out of its source. |
| `unpublished` | `error` | Each published document says what its catalog says now. |
| `lone-document` | `error` | Each translated document has its source. |
| `draft` | `warning` | A person confirmed each translation. |
| `unreviewed` | `off` | An editor has read each translation. |
| `extra` | `warning` | Somebody wants each text that only the translation has. |
| `left-in-source` | `error` | No translation is the source text over again, whole or in part, nor a mark such as TODO. |
| `numbers` | `warning` | Numbers, dates and units of a translation are those of its source, by value. |
| `placeholder-line` | `warning` | The source has no line that holds only a template variable. |
| `open-note` | `info` | Each note was settled: by an editor’s approval, by taking it away, or by a waiver. |
| `orphan` | `info` | Each pair fits a segment of the source. An orphan is kept: its segment may come back. |

"#]]
        );
        assert_data_eq!(
            table(1),
            str![[r#"
| Проверка | По умолчанию | Что проверяется |
| --- | --- | --- |
| `no-translation` | `error` | Для каждого языка перевода у статьи есть каталог. |
| `missing` | `error` | У каждого сегмента исходного текста есть перевод. |
| `stale` | `error` | Каждый перевод соответствует исходному тексту в его нынешнем виде. О правках одного лишь оформления сообщается, но ошибкой они не считаются. |
| `unsealed` | `error` | Каждую пару подтвердил человек: её не правили вручную в каталоге и не собрали при слиянии. |
| `withdrawn` | `error` | На опубликованной странице нет того, что сняли в исходном тексте. |
| `unpublished` | `error` | На опубликованной странице стоит то, что сейчас записано в каталоге. |
| `lone-document` | `error` | У каждого переведённого документа есть исходный. |
| `draft` | `warning` | Каждый перевод подтвердил человек. |
| `unreviewed` | `off` | Каждый перевод прочитан редактором. |
| `extra` | `warning` | Всё, что есть только в переводе, кому-то нужно. |
| `left-in-source` | `error` | Перевод не повторяет исходный текст ни целиком, ни частью, и в нём нет пометок вроде TODO. |
| `numbers` | `warning` | Числа, даты и единицы измерения в переводе те же, что в исходном тексте. |
| `placeholder-line` | `warning` | В исходном тексте нет строк, где стоит одна лишь переменная шаблона. |
| `open-note` | `info` | Каждая заметка закрыта: редактор утвердил перевод, её убрали или сняли замечание. |
| `orphan` | `info` | Каждая пара соответствует сегменту исходного текста. Лишняя пара сохраняется: её сегмент может вернуться. |

"#]]
        );
    }
}
