## reports

report-number = { $count }
report-percent = { $percent } %
report-error-label = ошибка:
report-because-label = причина:
report-hint-label = подсказка:

report-status-article = Статья
report-status-language = Язык
report-status-done = Готово
report-status-words = Слова
report-status-left = Осталось
report-status-missing-column = Не переведено
report-status-stale-column = Устарело
report-status-unsealed-column = Не заверено
report-status-draft-column = Черновики
report-status-words-column = Осталось слов
report-status-all = Всего
report-status-complete = всё готово
report-status-missing =
    { $count ->
        [one] { $count } не переведён
        [few] { $count } не переведены
        [many] { $count } не переведены
       *[other] { $count } не переведены
    }
report-status-stale =
    { $count ->
        [one] { $count } устарел ({ $dangers })
        [few] { $count } устарели ({ $dangers })
        [many] { $count } устарели ({ $dangers })
       *[other] { $count } устарели ({ $dangers })
    }
report-status-danger =
    { $danger ->
        [critical] { $count } критично
        [major] { $count } существенно
       *[minor] { $count } незначительно
    }
report-status-unsealed =
    { $count ->
        [one] { $count } не заверен
        [few] { $count } не заверены
        [many] { $count } не заверены
       *[other] { $count } не заверены
    }
report-status-draft =
    { $count ->
        [one] { $count } черновик
        [few] { $count } черновика
        [many] { $count } черновиков
       *[other] { $count } черновика
    }
report-status-cosmetic =
    { $count ->
        [one] { $count } правка оформления
        [few] { $count } правки оформления
        [many] { $count } правок оформления
       *[other] { $count } правки оформления
    }
report-status-orphans =
    { $count ->
        [one] { $count } лишняя пара
        [few] { $count } лишние пары
        [many] { $count } лишних пар
       *[other] { $count } лишней пары
    }
report-status-total =
    { $segments ->
        [one] { $segments } сегмент
        [few] { $segments } сегмента
        [many] { $segments } сегментов
       *[other] { $segments } сегмента
    } в { $articles ->
        [one] { $articles } статье
        [few] { $articles } статьях
        [many] { $articles } статьях
       *[other] { $articles } статьи
    }: готово { $percent } %, { $words ->
        [one] осталось { $words } слово.
        [few] осталось { $words } слова.
        [many] осталось { $words } слов.
       *[other] осталось { $words } слова.
    }
report-status-next-diff = Что изменилось в исходных текстах, покажет `tolmach diff`.
report-status-next-check = Оставшиеся сегменты перечислит `tolmach check`.
report-status-next-nothing = Всё переведено и соответствует исходным текстам.
report-status-empty = Статей здесь нет.

report-danger-cosmetic = правка оформления
report-danger-minor = незначительная правка
report-danger-major = существенная правка
report-danger-critical = критическая правка
report-danger-word = { $danger }: «{ $word }»
report-diff-empty = Ни один исходный текст не изменился с тех пор, как его перевели.

report-check-errors =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
        [many] { $count } ошибок
       *[other] { $count } ошибки
    }
report-check-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
        [many] { $count } предупреждений
       *[other] { $count } предупреждения
    }
report-check-notes =
    { $count ->
        [one] { $count } замечание
        [few] { $count } замечания
        [many] { $count } замечаний
       *[other] { $count } замечания
    }
report-check-total =
    { $parts }; { $articles ->
        [one] проверена { $articles } статья.
        [few] проверены { $articles } статьи.
        [many] проверено { $articles } статей.
       *[other] проверено { $articles } статьи.
    }
report-check-clean =
    { $articles ->
        [one] Проверена { $articles } статья: замечаний нет.
        [few] Проверены { $articles } статьи: замечаний нет.
        [many] Проверено { $articles } статей: замечаний нет.
       *[other] Проверено { $articles } статьи: замечаний нет.
    }
report-check-severity = Важность
report-check-place = Место
report-check-finding = Что найдено
report-check-more =
    { $count ->
        [one] Ещё { $count } сообщение не показано.
        [few] Ещё { $count } сообщения не показаны.
        [many] Ещё { $count } сообщений не показано.
       *[other] Ещё { $count } сообщения не показано.
    }

report-rules-check = Проверка
report-rules-severity = По умолчанию
report-rules-meaning = Что проверяется

report-kind-title = заглавие
report-kind-heading = подзаголовок
report-kind-paragraph = абзац
report-kind-item = пункт списка
report-kind-quotation = цитата
report-kind-cell = ячейка таблицы
report-kind-caption = подпись
report-kind-field = поле в начале файла

error-baseline = не удалось прочитать список известных замечаний «{ $path }»
error-baseline-version = у списка известных замечаний «{ $path }» версия { $version }, а эта программа читает версию 1
hint-baseline = Запишите его заново командой `tolmach check --baseline ФАЙЛ --write-baseline`.
