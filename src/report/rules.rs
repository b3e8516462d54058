//! The checks as a table, for the README and the help.

use super::Screen;
use super::markdown::{code, escape};
use crate::checks::{CHECKS, Check};
use crate::l10n::message;

/// The severity of a check that doesn't run, as configurations name it.
pub const OFF: &str = "off";

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
    use crate::checks::CHECKS;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::{Paint, Screen};

    fn table(locale: usize) -> String {
        let l10n = Localizer::new(&LOCALES[locale]);
        markdown(&Screen { l10n: &l10n, width: 80, paint: Paint::Plain })
    }

    #[test]
    fn the_table_names_every_check() {
        // The English table stands in the book, in a session that is a test.
        let english = table(0);
        let rows = english.lines().skip(2).filter(|row| !row.is_empty());
        let named: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
        assert_eq!(named, CHECKS.iter().map(|check| check.id).collect::<Vec<_>>());
    }

    #[test]
    fn the_russian_table_says_what_each_check_is_for() {
        assert_data_eq!(
            table(1),
            str![[r#"
| Проверка | По умолчанию | Что проверяется |
| --- | --- | --- |
| `no-translation` | `error` | Для каждого языка перевода у статьи есть каталог. |
| `missing` | `error` | У каждого сегмента исходного текста есть перевод. |
| `stale` | `error` | Каждый перевод соответствует исходному тексту в его нынешнем виде. О правках одного лишь оформления сообщается, но ошибкой они не считаются. |
| `unsealed` | `error` | Каждую пару подтвердил человек: её не правили вручную в каталоге и не собрали при слиянии. |
| `hand-edit` | `error` | Правка страницы не меняет того, что не изменилось в исходном тексте. |
| `withdrawn` | `error` | На опубликованной странице нет того, что сняли в исходном тексте. |
| `unpublished` | `error` | На опубликованной странице стоит то, что сейчас записано в каталоге. |
| `lone-document` | `error` | У каждого переведённого документа есть исходный; если его никогда не было, это предупреждение. |
| `embargo` | `error` | Страница не появляется раньше срока эмбарго, названного в исходном документе. |
| `both-languages` | `off` | У опубликованной статьи есть страница на каждом языке перевода. |
| `draft` | `warning` | Каждый перевод подтвердил человек. |
| `unreviewed` | `off` | Каждый перевод прочитан редактором. |
| `extra` | `warning` | Текст, который есть только в переводе, оставлен там намеренно. |
| `left-in-source` | `error` | Перевод не повторяет исходный текст ни целиком, ни частью, и в нём нет пометок вроде TODO. |
| `numbers` | `warning` | Числа, даты и единицы измерения в переводе те же, что в исходном тексте. |
| `terms` | `warning` | Названия и термины переведены так, как условлено в файлах терминов; запрещённых там вариантов нет. |
| `dates` | `warning` | Даты есть в календаре, приходятся на названный день недели, а числа и месяцы сочетаются так же, как в исходном тексте. |
| `negation` | `warning` | Перевод отрицает то же, что исходный текст, и ничего сверх того. |
| `modality` | `warning` | Что в исходном тексте обязательно, то и в переводе не просто разрешено; что возможно, то не обязательно. |
| `contrary` | `warning` | Перевод не говорит обратного: «упали» вместо «выросли», «после» вместо «до», «отец» вместо «мать», уверенное вместо возможного. |
| `names` | `warning` | Инициалы, порядок и буквы имён сохранены, и во всей статье каждое имя пишется одинаково. |
| `acronyms` | `warning` | Сокращения те же, что и во всей статье, а буквы в них идут в порядке слов. |
| `attribution` | `warning` | Цитата осталась в кавычках, и произносит её тот же, кто в исходном тексте. |
| `consistency` | `warning` | Внутри статьи у одного предложения один перевод, а у одного перевода одно исходное предложение. |
| `placeholders` | `error` | Подстановки вроде {name} или %s в переводе те же, что в исходном тексте. |
| `links` | `warning` | Адреса ссылок, страниц и почты в переводе те же, что в исходном тексте; различаться может только обозначение языка. |
| `code` | `warning` | Код в обратных апострофах в переводе тот же, что в исходном тексте. |
| `markup` | `warning` | Полужирный шрифт, зачёркивание, ссылки и теги исходного текста есть и в переводе. |
| `remark-left-in` | `warning` | В переводе не осталось пометок для коллег: примечания переводчика, вопроса, «проверить». |
| `correction-parity` | `warning` | Строка об исправлении или обновлении есть в обоих текстах или ни в одном. |
| `dateline` | `warning` | Сообщение, которое начинается с места, даты и агентства, так же начинается и в переводе. |
| `unofficial-notice` | `warning` | Перевод, который в исходном документе назван неофициальным, сам об этом говорит. |
| `list-count` | `warning` | В переводе столько же пунктов и столько же имён подряд, сколько в исходном тексте. |
| `quotes` | `warning` | Кавычки в английском переводе английские и закрыты, если закрыты в исходном тексте. |
| `brackets` | `warning` | Скобки в переводе закрыты, если закрыты в исходном тексте. |
| `mixed-script` | `warning` | Ни в одном слове нет одновременно похожих латинских и кириллических букв. |
| `invisible-characters` | `warning` | В переводе нет невидимых и испорченных знаков, которых нет в исходном тексте. |
| `number-format` | `warning` | Числа в английском переводе записаны по-английски: 3.5, 12,500. |
| `value-form` | `warning` | Значение без слов записано на странице так, как его пишут её читатели. |
| `date-style` | `info` | Английские даты в статье записаны в одном порядке: May 5 или 5 May. |
| `false-friends` | `warning` | В переводе нет слов, которые лишь похожи на слова исходного текста. |
| `doubled-words` | `warning` | Ни одно слово перевода не стоит дважды подряд по ошибке. |
| `end-punctuation` | `warning` | Перевод кончается вопросительным знаком, двоеточием, точкой с запятой или точкой там же, где исходный текст. |
| `length` | `warning` | Перевод не намного короче и не намного длиннее исходного текста. |
| `spaces` | `warning` | В переводе нет лишних пробелов, пробелов не с той стороны знака и слипшихся слов. |
| `dashes` | `info` | На месте тире стоит тире, и такое, какое принято в редакции. |
| `house-style` | `warning` | Перечни, цитаты, даты и имена записаны так, как задано в настройках; что там не задано, то свободно. |
| `placeholder-line` | `warning` | В исходном тексте нет строк, где стоит одна лишь переменная шаблона. |
| `open-note` | `info` | Каждое примечание закрыто: редактор утвердил перевод, примечание убрали или сняли замечание. |
| `orphan` | `info` | Каждая пара соответствует сегменту исходного текста. Лишняя пара сохраняется: её сегмент может вернуться. |

"#]]
        );
    }
}
