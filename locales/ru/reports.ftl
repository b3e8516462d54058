## reports

# en: bbpkki2x
report-number = { $count }
# en: 67sbv22t
report-percent = { $percent } %
# en: kbfwylcy
report-error-label = ошибка:
# en: 4gkvejfu
report-because-label = причина:
# en: qi3tr3us
report-hint-label = подсказка:

# en: osnoevgu
report-status-article = Статья
# en: ayicw2ai
report-status-language = Язык
# en: s7kprna7
report-status-done = Готово
# en: wfduydam
report-status-words = Слова
# en: lsgwti56
report-status-left = Осталось
# en: fxw3yxpj
report-status-missing-column = Не переведено
# en: ssb6henm
report-status-stale-column = Устарело
# en: hzs24uxm
report-status-unsealed-column = Не заверено
# en: bqvpzea6
report-status-draft-column = Черновики
# en: 74oiagxp
report-status-withdrawn-column = Снято
# en: 622qhiyy
report-status-extra-column = Без исходного
# en: xlf35dop
report-status-unreviewed-column = Не прочитано
# en: wyqpxwug
report-status-words-column = Осталось слов
# en: tc74tcvu
report-status-all = Всего
# en: di6vdbva
report-status-complete = всё готово
# en: a4czuzmf
report-status-no-text = в исходном файле нет текста
# en: xqaqymfc
report-status-missing =
    { $count ->
        [one] { $count } не переведён
        [few] { $count } не переведены
        [many] { $count } не переведено
       *[other] { $count } не переведены
    }
# en: njkeuyxg
report-status-stale =
    { $count ->
        [one] { $count } устарел ({ $dangers })
        [few] { $count } устарели ({ $dangers })
        [many] { $count } устарело ({ $dangers })
       *[other] { $count } устарели ({ $dangers })
    }
# en: r5gs24kv
report-status-danger =
    { $danger ->
        [critical] критических: { $count }
        [major] существенных: { $count }
       *[minor] незначительных: { $count }
    }
# en: ih37aitf
report-status-unsealed =
    { $count ->
        [one] { $count } не заверен
        [few] { $count } не заверены
        [many] { $count } не заверено
       *[other] { $count } не заверены
    }
# en: o6kc2v2e
report-status-draft =
    { $count ->
        [one] { $count } черновик
        [few] { $count } черновика
        [many] { $count } черновиков
       *[other] { $count } черновика
    }
# en: 2sld3ywe
report-status-withdrawn =
    { $count ->
        [one] { $count } снятый текст остался на странице
        [few] { $count } снятых текста остались на странице
        [many] { $count } снятых текстов осталось на странице
       *[other] { $count } снятого текста осталось на странице
    }
# en: fk5xknfr
report-status-extra =
    { $count ->
        [one] { $count } есть только в переводе
        [few] { $count } есть только в переводе
        [many] { $count } есть только в переводе
       *[other] { $count } есть только в переводе
    }
# en: x7qmgo42
report-status-unread =
    { $count ->
        [one] { $count } не прочитан редактором
        [few] { $count } не прочитаны редактором
        [many] { $count } не прочитано редактором
       *[other] { $count } не прочитаны редактором
    }
# en: 7fumbbny
report-status-notes =
    { $count ->
        [one] { $count } открытое примечание
        [few] { $count } открытых примечания
        [many] { $count } открытых примечаний
       *[other] { $count } открытого примечания
    }
# en: h2e3bbty
report-status-page-behind = страницу пора опубликовать
# en: kuujvz22
report-status-page-gone = страница исчезла
# en: 34bcpxf6
report-status-page-edited = страницу правили вручную
# en: 6osb5yfh
report-status-cosmetic =
    { $count ->
        [one] { $count } правка оформления
        [few] { $count } правки оформления
        [many] { $count } правок оформления
       *[other] { $count } правки оформления
    }
# en: idp7bpcv
report-status-orphans =
    { $count ->
        [one] { $count } лишняя пара
        [few] { $count } лишние пары
        [many] { $count } лишних пар
       *[other] { $count } лишней пары
    }
# en: fpcf2wlb
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
# en: dsgytmdd
report-status-next-stale = Дальше: посмотрите правки командой `tolmach diff`, затем внесите их в перевод: `tolmach translate`.
# en: ocqstagm
report-status-next-align =
    { $count ->
        [one] У { $count } страницы ещё нет каталога. Дальше: `tolmach align` сопоставит её с исходным текстом.
        [few] У { $count } страниц ещё нет каталогов. Дальше: `tolmach align` сопоставит их с исходными текстами.
        [many] У { $count } страниц ещё нет каталогов. Дальше: `tolmach align` сопоставит их с исходными текстами.
       *[other] У { $count } страницы ещё нет каталогов. Дальше: `tolmach align` сопоставит их с исходными текстами.
    }
# en: gl4iqxly
report-status-next-left = Дальше: переведите оставшееся: `tolmach translate`.
# en: n77cf73r
report-status-next-edited =
    { $count ->
        [one] Вручную исправлена { $count } страница. Дальше: `tolmach align` прочтёт правки.
        [few] Вручную исправлены { $count } страницы. Дальше: `tolmach align` прочтёт правки.
        [many] Вручную исправлено { $count } страниц. Дальше: `tolmach align` прочтёт правки.
       *[other] Вручную исправлено { $count } страницы. Дальше: `tolmach align` прочтёт правки.
    }
# en: grdysapi
report-status-next-publish =
    { $count ->
        [one] Пора опубликовать { $count } страницу. Дальше: `tolmach publish`.
        [few] Пора опубликовать { $count } страницы. Дальше: `tolmach publish`.
        [many] Пора опубликовать { $count } страниц. Дальше: `tolmach publish`.
       *[other] Пора опубликовать { $count } страницы. Дальше: `tolmach publish`.
    }
# en: h7lcanpb
report-status-next-surplus = На некоторых страницах есть текст без исходного. Дальше: `tolmach check` покажет где.
# en: ajcryir5
report-status-next-empty = В исходных файлах пока нет текста. Дальше: напишите первый, потом `tolmach translate`.
# en: tdocbz2t
report-status-next-nothing = Всё переведено, соответствует исходному тексту и стоит на своих страницах.
# en: 7i4y4jgi
report-status-empty = Статей здесь нет.
# en: ofovzvn6
report-status-lone =
    { $count ->
        [one] { $count } страница без исходного текста:
        [few] { $count } страницы без исходного текста:
        [many] { $count } страниц без исходного текста:
       *[other] { $count } страницы без исходного текста:
    }
# en: lj3gi26b
report-lone-folder =
    { $count ->
        [one] { $count } страница без исходного текста
        [few] { $count } страницы без исходного текста
        [many] { $count } страниц без исходного текста
       *[other] { $count } страницы без исходного текста
    }

# en: wdho7pjt
report-danger-cosmetic = правка оформления
# en: 52brd75r
report-danger-minor = незначительная правка
# en: h4zn6mfw
report-danger-major = существенная правка
# en: lsuhls6l
report-danger-critical = критическая правка
# en: w5yoi4oe
report-danger-word = { $danger }: «{ $word }» ({ $concern })
# en: uzwmilcp
report-beside-withdrawn = снято, но осталось на странице
# en: i23upxlm
report-beside-extra = только в переводе
# en: vaanw2vd
report-diff-vain = Ничего ещё не переведено, сравнивать не с чем.
# en: knp56fix
report-diff-empty = С тех пор как исходные тексты перевели, по существу в них ничего не изменилось.

# en: dnw77ijc
report-check-errors =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
        [many] { $count } ошибок
       *[other] { $count } ошибки
    }
# en: jxjhci7d
report-check-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
        [many] { $count } предупреждений
       *[other] { $count } предупреждения
    }
# en: 7nofevq7
report-check-notes =
    { $count ->
        [one] { $count } уведомление
        [few] { $count } уведомления
        [many] { $count } уведомлений
       *[other] { $count } уведомления
    }
# en: sdqf374x
report-check-total =
    { $parts }; { $articles ->
        [one] проверена { $articles } статья.
        [few] проверены { $articles } статьи.
        [many] проверено { $articles } статей.
       *[other] проверено { $articles } статьи.
    }
# en: yqqkhzuc
report-said = { $text }
# en: ft5xfvcw
report-check-untouched = Проверять было нечего: ни одна статья не затронута.
# en: vxxhrjvv
report-check-vain = Статей здесь нет, проверять нечего.
# en: wywmsscg
report-check-clean =
    { $articles ->
        [one] Проверена { $articles } статья: замечаний нет.
        [few] Проверены { $articles } статьи: замечаний нет.
        [many] Проверено { $articles } статей: замечаний нет.
       *[other] Проверено { $articles } статьи: замечаний нет.
    }
# en: 4p6kivsy
report-check-nothing-new =
    { $known ->
        [one] Новых замечаний нет; не показано { $known } известное.
        [few] Новых замечаний нет; не показаны { $known } известных.
        [many] Новых замечаний нет; не показано { $known } известных.
       *[other] Новых замечаний нет; не показано { $known } известного.
    }
# en: 2pbr5i2d
report-severity-error = ошибка
# en: cxxy6zhx
report-severity-warning = предупреждение
# en: z5c22r47
report-severity-info = уведомление
# en: irpzjacl
report-check-next = Что сделать:
# en: 2jbictm6
report-check-more =
    { $count ->
        [one] Ещё { $count } сообщение не показано.
        [few] Ещё { $count } сообщения не показаны.
        [many] Ещё { $count } сообщений не показано.
       *[other] Ещё { $count } сообщения не показано.
    }

# en: j5r3hcwf
report-rules-check = Проверка
# en: t2epjhkk
report-rules-severity = По умолчанию
# en: hjn2mhvs
report-rules-meaning = Что проверяется
# en: k6acltyd
report-explain-source = исходный текст
# en: a7ekkcjy
report-explain-wrong = неверно
# en: zss6wrku
report-explain-right = верно
# en: pwrj44s5
report-explain-measured =
    На собственных текстах проекта с внесёнными ошибками: найдено { $found } из { $planted }, а в чистых предложениях замечания есть в { $alarms } из { $clean }.
# en: kz66ggqm
report-explain-unmeasured = Как часто она ошибается, не измерено.
# en: uyqhfaeg
report-explain-severity = Степень важности: { $severity }. Для всей рабочей папки её меняют в `tolmach.toml`: `[check]`, `{ $check } = "off"`, а для части статей — в `[check."archive/**"]`.
# en: m4y5v3g4
report-explain-off = Выключена, пока не включить её в `tolmach.toml`: `[check]`, `{ $check } = "{ $severity }"`.
# en: kchltmxj
report-explain-waivable = Если всё верно и так: `tolmach waive СТАТЬЯ СЕГМЕНТ --check { $check } --reason "…"`. Когда тексты изменятся, исключение потеряет силу.
# en: xoakxw2i
report-explain-gate = Исключение сделать нельзя: нужна сама работа.
# en: prvheu3d
report-explain-fix = Что можно исправить, не меняя смысла: `tolmach check --fix --only { $check }`.
# en: xxr5vjid
report-explain-by-hand = Исправить может только человек.

# en: byh6ht2q
report-kind-title = заголовок
# en: acgv7637
report-kind-heading = подзаголовок
# en: xkjt75gw
report-kind-paragraph = абзац
# en: nvb532ku
report-kind-item = пункт списка
# en: 5wrmuwzz
report-kind-quotation = цитата
# en: s5i43ttx
report-kind-cell = ячейка таблицы
# en: lodycxiw
report-kind-caption = подпись
# en: jtspfk3u
report-kind-field = поле в начале файла

# en: fbi2pc72
error-baseline = не удалось прочитать список известных замечаний «{ $path }»
# en: ntpnohcl
error-baseline-version = у списка известных замечаний «{ $path }» версия { $version }, а эта программа читает версию 1
# en: phjhxegm
hint-baseline = Верните его из git или удалите и запишите заново командой `tolmach check --baseline ФАЙЛ --write-baseline`.
# en: ac4grvx3
hint-baseline-version = Возьмите ту версию tolmach, которая его записала, или удалите его и запишите заново командой `tolmach check --baseline ФАЙЛ --write-baseline`.

# en: 26nem2l7
report-diff-segment = сегмент { $number }

# en: tejevsmx
report-align-followed =
    { $article } ({ $target }): { $renewed ->
        [one] { $renewed } пара изменена
        [few] { $renewed } пары изменены
       *[many] { $renewed } пар изменено
    } вручную, новых { $added }, только в переводе { $extra }, убрано из перевода { $withdrawn }, просмотреть { $drafts }
# en: 53sgnzzc
report-align-article =
    { $article } ({ $target }): { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }, устарело { $stale }, без перевода { $missing }, только в переводе { $extra }, просмотреть { $drafts }
# en: pnzmp5xs
report-align-untranslated = { $article } ({ $target }): переведённого документа нет
# en: asznnni4
report-align-source-at =
    {"  "}Лучше всего переводу отвечает исходный текст ревизии { $revision }.
# en: z7u4qoaj
report-align-moved =
    {"  "}Исходный текст переместили, а перевод остался в { $path }.
# en: 3chyefgj
report-lapse =
    { $place }: { $why }{ $prominence ->
        [title] , в заголовке
        [field] , в поле
        [lead] , в первом абзаце
       *[body] {""}
    }; { $stand ->
        [translation] стоит имеющийся перевод
        [source] стоит исходный текст
       *[nothing] на этом месте ничего нет
    }
# en: v633abr4
report-lapse-beside =
    { $place }: { $kind ->
        [withdrawn] текст, снятый из статьи
       *[extra] текст, который есть только в переводе
    }, +{ $number }; на странице его нет
# en: hpogqwqq
report-lapse-more = … и ещё { $count } в { $path }
# en: yshtpe5a
report-align-answers = соответствуют друг другу: { $list }
# en: 5txctult
report-align-open =
    { $side ->
        [source] нет соответствия в переводе: { $list }
       *[target] нет соответствия в исходном тексте: { $list }
    }
# en: as4eri7q
report-align-weights =
    место в тексте: уверенность { $place } %; слова: { $words ->
        [much] гораздо ближе, чем к соседям
        [some] ближе, чем к соседям
       *[hardly] едва ли ближе, чем к соседям
    }; длина: { $lengths ->
        [alike] сходная
       *[different] разная
    }
# en: yni4z724
report-align-verdict =
    { $reason ->
        [sure] принято: за пару говорят её собственные слова, и ничто другое не подходит так же хорошо
        [same] принято: текст одинаков на обоих языках
        [left-in-source] черновик, нужно просмотреть: осталось на языке исходного текста
        [contradicted] черновик, нужно просмотреть: в текстах разные факты
        [other-name] черновик, нужно просмотреть: на каждой стороне есть имя или название, которого нет на другой
        [displaced] черновик, нужно просмотреть: стоит рядом с другой подписью или под другим заголовком, чем в исходном тексте
        [lacks-number] черновик, нужно просмотреть: число есть только с одной стороны
        [partial] черновик, нужно просмотреть: на одной стороне сказано то, чего на другой нет или что там сказано иначе
        [bare] черновик, нужно просмотреть: за пару не говорит почти ни одно слово
        [unrelated] черновик, нужно просмотреть: эти документы едва ли переводы друг друга
        [place] черновик, нужно просмотреть: иначе сопоставить предложения почти так же правдоподобно
        [joined] черновик, нужно просмотреть: одно из объединённых предложений почти не подходит
        [words] черновик, нужно просмотреть: слишком мало слов соответствуют друг другу
       *[alone] без пары: на другой стороне ничто не подходит достаточно хорошо
    }
# en: 2qbyqtbs
report-align-opposed =
    { $by ->
        [source] сказано только в исходном тексте: { $source }
        [target] сказано только в переводе: { $target }
       *[both] исключают друг друга: { $source } и { $target }
    }
# en: 45invltx
report-align-orphans =
    { $count ->
        [one] { $count } перевод
        [few] { $count } перевода
       *[many] { $count } переводов
    } без исходного текста: { $folders }
# en: xu6ovsah
report-folder = { $folder } ({ $count })
# en: hyzuvzll
report-folders-other = в других папках ({ $count })
# en: wipcgi7r
report-align-orphan = { $path }: перевод без исходного текста

# en: fj5njzjq
report-task-missing = нет перевода
# en: pzk6riw7
report-task-draft = черновик
# en: c6ooogt5
report-task-unsealed = не заверено
# en: lmgxd4pi
report-task-translated = переведено
# en: kkr2y3mj
report-task-reviewed = утверждено
# en: bysd4q4q
report-task-final = окончательно
# en: zvhi5jgn
report-task-note = примечание:
# en: wev26luh
report-task-became = Сегмент { $segment }: было «{ $old }», стало «{ $new }»; перевод остаётся: «{ $target }»
# en: 3q6d3xbr
report-task-came = Сегмент { $segment }: добавлено «{ $new }»; перевод остаётся: «{ $target }»
# en: lhvspoeb
report-task-went = Сегмент { $segment }: убрано «{ $old }»; перевод остаётся: «{ $target }»
# en: kkh6qbwj
report-waivers-empty = Исключений нет.
# en: tqzej7qu
report-waivers-lapsed = больше не действует: тексты изменились

# en: yoc3hes7
report-translate-place = { $number } из { $count }:
# en: ezyka4mv
report-translate-missing = перевода пока нет
# en: fxv722gm
report-translate-stale =
    { $count ->
        [one] { $count } устарел
        [few] { $count } устарели
        [many] { $count } устарело
       *[other] { $count } устарели
    }
# en: 6wyuchxz
report-translate-draft = черновик: перевод пока никто не подтвердил
# en: 77nmchrh
report-translate-unsealed = не заверено: исправлено вручную или получилось при слиянии
# en: a724j6gu
report-translate-orphan = перенесено или удалено в этой статье
# en: g56r2mp4
report-translate-note = Примечание: { $note }
# en: gfbtcnka
report-sheet-head =
    Рабочий лист tolmach: { $count ->
        [one] { $count } сегмент
        [few] { $count } сегмента
       *[many] { $count } сегментов
    }.

    Впишите перевод под той строкой блока, которая начинается с # =. Строки, которые начинаются с #, —
    пояснения; строки, которые начинаются с @, называют сегмент: не меняйте их. Блок, в котором ничего
    не изменено, остаётся как был; лишние блоки можно удалить.

    Если перевод верен, хотя исходный текст изменился, напишите об этом отдельной строкой:
        ack: изменился только порядок слов
    Примечание для коллег — тоже отдельной строкой:
        note: уточнить в пресс-службе
    Если перевод сам начинается с отдельного # или @, с ack: или note:, поставьте перед ним \.
# en: kep7rmtq
report-sheet-before = Предыдущее: { $text }
# en: 6wqemlce
report-sheet-before-in = Предыдущее, { $language }: { $text }
# en: d2ezxyen
report-sheet-source = ИСХОДНЫЙ ТЕКСТ: { $text }
# en: azkt3whu
report-sheet-change = Правка: { $text }
# en: vdkdab6i
report-sheet-after = Следующее: { $text }
# en: ftffazw3
report-sheet-after-in = Следующее, { $language }: { $text }
# en: 2smydnxc
report-sheet-offer = Вариант { $score } % ({ $origin }): { $text }

# en: j735bah6
report-publish-written = опубликовано
# en: ozx6yon3
report-publish-due = устарело
# en: 6u2bmcip
report-publish-held = не готово: { $left }
# en: lnbw2vu6
report-publish-embargo =
    под эмбарго { $until ->
        [none] без срока
       *[named] до { $until }
    }, не опубликовано; `--force` опубликует сейчас
# en: fvztqoer
report-publish-empty = в исходном файле нет текста, публиковать нечего
# en: 5owj2t5y
report-publish-emptied = в исходном файле больше нет текста, страница оставлена как была; `--force` опустошит и её
# en: a2q46rac
report-publish-edited = после публикации исправлено вручную
# en: 52m4ah42
report-publish-unkept = предложения перенесены в каталог, остальное в нём не хранится
# en: qvkblr6j
report-publish-more =
    { $count ->
        [one] … и ещё { $count } строка
        [few] … и ещё { $count } строки
       *[many] … и ещё { $count } строк
    }
# en: x4hsf22p
report-publish-foreign = создано не программой tolmach

# en: 6g3bcwr7
report-tidy-move = статья переехала: { $percent } % исходных текстов теперь стоят рядом с { $path }
# en: bkxpcxyg
report-tidy-along = перейдёт вместе с ним в { $path }
# en: j32wmrsr
report-tidy-unsure = статьи больше нет; до { $percent } % её текстов есть сразу в нескольких других
# en: ldee42nk
report-tidy-homeless = статьи больше нет
# en: 4vsl75y7
report-tidy-orphan = этой паре не соответствует ни один сегмент
# en: 4ldgbm4i
report-tidy-unsorted = пары стоят не в том порядке, что сегменты или заверены по-старому

## The translation memory

# en: oknnhhnq
report-memory-none = Ничего похожего нет, и этих слов нет ни в одном тексте.
# en: nd7ilhur
report-memory-bare = (перевода пока нет)
# en: fo4s3crv
report-memory-now = Исходный текст теперь: { $source }
# en: qwbkz2y5
report-memory-words = слова
# en: zvxguw77
report-memory-segment = сегмент { $number }
# en: cnytnetu
report-memory-penalty =
    { $name ->
        [draft] черновик
        [machine] машина
        [workspace] другая рабочая папка
       *[repaired] значения заменены
    }: −{ $points }
# en: pu5zbii6
report-memory-pairs =
    { $source } → { $target }: { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }, { $sources ->
        [one] { $sources } разный исходный текст
        [few] { $sources } разных исходных текста
       *[many] { $sources } разных исходных текстов
    }
# en: rxrskev4
report-memory-home = {"  "}в статьях: { $count }
# en: f3scjubq
report-memory-other = {"  "}в других рабочих папках: { $count }
# en: gtlqnu5t
report-memory-files = {"  "}в файлах TMX: { $count }
# en: 5xeofji2
report-memory-waiting = {"  "}исходных текстов без перевода: { $count }

## tolmach import

# en: mkbkbfkq
report-import-file = ({ $format })
# en: dd6yvpm3
report-import-source = исходный текст:
# en: 5e2wrsba
report-import-held = было:
# en: jcrit2ux
report-import-brought = в файле:
# en: s4by7y34
report-import-note = замечание, не сохранено:
# en: vkkq7su6
report-import-draft = принимается черновиком
# en: fstb7xhp
report-import-outcome =
    { $outcome ->
        [new] новый
        [changed] изменён
        [conflict] изменены оба
        [older-source] к прежнему исходному тексту
        [unknown] ни к одному сегменту не относится
        [refused] не принят
       *[same] без изменений
    }
# en: ibmvu2ea
report-import-sum =
    { $outcome ->
        [new] новых: { $count }
        [changed] изменённых: { $count }
        [conflict] изменены оба: { $count }
        [older-source] к прежнему тексту: { $count }
        [unknown] не найдено мест: { $count }
        [refused] не принято: { $count }
       *[same] без изменений: { $count }
    }
# en: jxzihcsy
report-import-more =
    { $count ->
        [one] … и ещё { $count } строка
        [few] … и ещё { $count } строки
       *[many] … и ещё { $count } строк
    }
# en: l6hw3m5n
report-import-none = Строк нет.

# en: 2l2elzps
report-leverage-share = Совпадение
# en: m46wj3cg
report-leverage-weight = Вес
# en: 5nai3ztu
report-leverage-segments = Сегменты
# en: di6f5khi
report-leverage-words = Слова
# en: wyin77jy
report-leverage-characters = Знаки
# en: qi5mrtvv
report-leverage-weighted = Слова с весом
# en: z3gel42i
report-leverage-total = Всего
# en: oemz357u
report-leverage-decimal = { $whole },{ $fraction }
# en: yyyu6vnh
report-leverage-name =
    { $name ->
        [context] контекст
        [repetition] повторы
        [internal] похожие на прежние
        [new] новые
       *[band] { $name } %
    }
# en: mrqvgwam
report-leverage-article = { $article } ({ $target }): { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слов
    }, с весом { $weighted }

# en: qssq742h
report-pretranslate-place = { $article }, сегмент { $number }
# en: dsc62m2r
report-pretranslate-refused = не взято: { $reason }
# en: 3mo4zt72
report-pretranslate-summary = Черновики: { $memory } из памяти, { $machine } от машины; не взято { $refused }; без черновика { $left }.
# en: uz3ou64x
report-pretranslate-faster = Пока шла работа, предложение перевёл человек; его перевод остался.
# en: chhqfpb7
report-pretranslate-gone = Пока шла работа, предложение изменили или убрали.
# en: nvneyvfq
report-pretranslate-doubted = В нём сомневается проверка { $check }.
# en: grvmdwjs
report-pretranslate-garbled = Программа машины выдала то, что ответом не является: { $words }
# en: nrho5lev
report-pretranslate-silent = Машина не ответила за { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
       *[many] { $seconds } секунд
    }.
# en: btl5s62f
report-pretranslate-ended = Программа машинного перевода не ответила и завершилась с кодом { $code }.
# en: k73ypzli
report-pretranslate-killed = Программа машинного перевода была прервана, не успев ответить.
# en: hiouochx
report-pretranslate-dumb = Программа машинного перевода больше не отвечает.
# en: 47yex4eu
report-pretranslate-stopped = Больше машину не спрашивали. { $reason }
# en: yzxdzc5v
report-pretranslate-error = Машина отвечает: { $words }
# en: tswais2i
report-pretranslate-empty = Ответ машины пуст.
# en: mieea42c
report-pretranslate-embargo =
    Статья под эмбарго { $until ->
        [none] без срока
       *[named] до { $until }
    }, поэтому машине она не посылается.

## Термины

# en: inlowuip
report-agreed-term = Термин: { $source } → { $target }
# en: 4v3qa76a
report-agreed-forbidden = нельзя: { $texts }
# en: temxbdbf
report-terms-kept = (без изменений)
# en: rwizse22
report-terms-where = где: { $places }
# en: ihzhcts2
report-terms-conflict = { $path }:{ $line }: «{ $term }» здесь — «{ $held }», в файле — «{ $brought }».
# en: gslerw3k
report-terms-count =
    { $count ->
        [one] { $count } предложение
        [few] { $count } предложения
        [many] { $count } предложений
       *[other] { $count } предложений
    }, с этим переводом — { $agreeing }

## tolmach status --origins

# en: dugbyw4q
report-origins-article = Статья
# en: emt44cha
report-origins-author =
    { $name ->
        [person] Люди
        [memory] Память
        [align] Сопоставление
        [machine] Машина
        [untouched] Машина, подтверждено без правки
       *[unknown] Неизвестно
    }
# en: yamzheky
report-origins-all = Всего
