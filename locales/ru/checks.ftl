## checks

# en: 7dkp3u5m
check-missing = Нет перевода
    .description = У каждого сегмента исходного текста есть перевод.
    .reason = Иначе читатель перевода не узнает того, что сказано в этом предложении.
    .hint = Переведите недостающее: `tolmach translate { $article } --only missing`.
# en: qknaw52i
check-missing-segment = Сегмент «{ $source }» не переведён.

# en: enejsvli
check-stale = Перевод устарел
    .description = Каждый перевод соответствует исходному тексту в его нынешнем виде. О правках одного лишь оформления сообщается, но ошибкой они не считаются.
    .reason = Вчера перевод был верен, сегодня — уже нет, а по странице этого не видно.
    .hint = Обновите устаревшее: `tolmach translate { $article } --only stale`, а что верно и так, подтвердите: `tolmach ack { $article } СЕГМЕНТ --reason "…"`.
# en: qg2j75kt
check-stale-segment = Перевод сегмента «{ $source }» устарел: исходный текст с тех пор изменился.
# en: pyio3wml
check-stale-typography = В сегменте «{ $source }» изменилось только оформление.
    .hint = Если перевод верен и так, делать ничего не нужно.
# en: swl55shy
check-stale-change =
    Перевод сегмента «{ $source }» устарел: { $danger ->
        [critical] правка критическая.
        [major] правка существенная.
       *[minor] правка незначительная.
    }
# en: u43qxg2s
check-stale-word =
    Перевод сегмента «{ $source }» устарел: { $danger ->
        [critical] критическая правка — «{ $word }» ({ $concern }).
        [major] существенная правка — «{ $word }» ({ $concern }).
       *[minor] незначительная правка — «{ $word }» ({ $concern }).
    }
# en: saicyloa
check-stale-concern =
    { $concern ->
        [value] число или дата
        [negation] отрицание
        [contrary] противоположное
        [unit] единица или величина
        [limit] граница числа или срока
        [time] время
        [name] имя или название
        [origin] место или народ
        [modality] возможность или долженствование
        [mood] сослагательное наклонение
        [office] должность или орган
        [part] кто и что сделал
        [relation] предлог или союз с другим смыслом
        [extent] все или часть
        [quotation] цитата
        [code] код или адрес
        [address] адрес ссылки
        [sign] знак
       *[word] слово
        [tense] время глагола
        [voice] залог
        [number] число слова
        [quantifier] сколько и кого
        [particle] частица
        [preposition] предлог
        [conjunction] союз
        [pronoun] местоимение
        [letter] другое слово из-за ё или ударения
        [footnote] сноска
        [small-word] служебное слово
        [inflection] форма слова
        [order] порядок слов
        [spelling] написание
        [capital] прописная буква
        [punctuation] пунктуация
        [written] сокращение
    }

# en: nwd5ioon
check-unsealed = Пара не заверена
    .description = Каждую пару подтвердил человек: её не правили вручную в каталоге и не собрали при слиянии.
    .reason = При слиянии рядом могут оказаться исходный текст и перевод другого предложения; печать показывает, что человек видел их вместе.
    .hint = Сверьте незаверенные пары с исходным текстом и подтвердите их: `tolmach translate { $article } --only unsealed`.
# en: zo5eyxd2
check-unsealed-pair = Пара сегмента «{ $source }» не заверена: её правили вручную или собрали при слиянии.

# en: cfehwh5n
check-hand-edit = Правка руками
    .description = Правка страницы не меняет того, что не изменилось в исходном тексте.
    .reason = Число, имя или «не», изменённые только в переводе, — новость, которой никто не писал.
    .hint = Верните в файле «{ $path }» то, что было, или подтвердите правку: `tolmach ack { $article } СЕГМЕНТ --reason "…"`, а редактор — `tolmach review { $article } СЕГМЕНТ`.
# en: iodnannu
check-hand-edit-fact =
    Перевод сегмента «{ $source }» правили руками без правки исходного текста: { $kind ->
        [came] «{ $word }» есть только в переводе.
        [went] из перевода исчезло «{ $word }», а в исходном тексте это осталось.
        [denied] в переводе есть отрицание («{ $word }»), которого нет в исходном тексте.
        [affirmed] из перевода исчезло отрицание «{ $word }».
       *[changed] «{ $word }» изменили только в переводе.
    } Было: «{ $before }».

# en: j2aaw36c
check-withdrawn = Снятый текст на странице
    .description = На опубликованной странице нет того, что сняли в исходном тексте.
    .reason = Что редакция сняла, не должно оставаться перед читателями на другом языке.
    .hint = Уберите этот текст из «{ $path }» или опубликуйте статью заново (`tolmach publish { $article }`); если он нужен: `tolmach waive { $article } +НОМЕР --check withdrawn --reason "…"`.
# en: e7m6yabl
check-withdrawn-source = На странице всё ещё стоит «{ $target }», хотя исходное «{ $source }» снято.
# en: wbxgy4wv
check-withdrawn-text = На странице всё ещё стоит «{ $target }», хотя исходный текст снят.

# en: wmrrpzqa
check-unpublished = Страница устарела
    .description = На опубликованной странице стоит то, что сейчас записано в каталоге.
    .reason = Читатели видят страницу, а не каталог.
    .hint = Опубликуйте статью: `tolmach publish { $article }`.
# en: zewunnpn
check-unpublished-behind = На странице не то, что сейчас записано в каталоге.
    .hint = Переведите оставшееся (`tolmach translate { $article }`) и опубликуйте статью: `tolmach publish { $article }`.
# en: hacmmq73
check-unpublished-beside = В исходном тексте теперь другой код, другие адреса или поля, а на странице — прежние.
    .hint = Внесите ту же правку на страницу и выполните `tolmach align { $article }`; если страница верна как есть, подтвердите: `tolmach ack { $article } --page --reason "…"`.
# en: z3juqsta
check-unpublished-own = Код или адреса изменены только на странице, а в исходном тексте они прежние.
# en: 23ynykdd
check-unpublished-values = В исходном тексте появилось, исчезло или изменилось значение, а на странице этого нет.
# en: riqqvmng
check-unpublished-order = Порядок текста в исходном документе изменился, а на странице он прежний.
# en: etc6646t
check-unpublished-edited = Страницу правили вручную, и каталог не знает, что на ней стоит.
    .hint = Перенесите правки в каталог командой `tolmach align { $article }` или запишите поверх: `tolmach publish { $article } --force`.
# en: w32mevev
check-unpublished-other =
    { $kind ->
        [edited] Страницу правили вручную:
        [values] В исходном тексте изменилось значение:
        [beside] В исходном тексте теперь другой код, другие адреса или поля:
        [own] Код или адреса изменены только на странице:
       *[behind] Страница отстала:
    } { $shows ->
        [is] на ней стоит «{ $is }», а при публикации этого уже не будет.
        [would] на ней нет «{ $would }».
       *[both] на ней стоит «{ $is }», а при публикации будет «{ $would }».
    }
# en: 7tvwerki
check-unpublished-gone = Страница была и исчезла.
    .hint = Опубликуйте её снова: `tolmach publish { $article }`. Если она больше не нужна, удалите раздел [published] из её каталога.

# en: tdbqsdkp
check-extra = Текст без исходного
    .description = Текст, который есть только в переводе, оставлен там намеренно.
    .reason = Этого в исходном тексте нет.
    .hint = Уберите этот текст или добавьте его в исходный; если он нужен: `tolmach waive { $article } +НОМЕР --check extra --reason "…"`.
# en: hhfxwivx
check-extra-text = Только в переводе есть «{ $target }».

# en: 3h55jwg2
check-unreviewed = Не прочитано редактором
    .description = Каждый перевод прочитан редактором.
    .reason = В некоторых редакциях не публикуют того, что прочитал лишь один человек.
    .hint = Прочитайте то, что ждёт: `tolmach review { $article }`.
# en: 6dsdx5gl
check-unreviewed-segment = Редактор не читал перевод сегмента «{ $source }».

# en: vegtnvqv
check-open-note = Открытое примечание
    .description = Каждое примечание закрыто: редактор утвердил перевод, примечание убрали или сняли замечание.
    .reason = Примечание — это чей-то вопрос; когда текст выходит, о нём нельзя забыть.
    .hint = Ответьте на примечание и утвердите перевод (`tolmach review { $article } СЕГМЕНТ`) или закройте его: `tolmach waive { $article } СЕГМЕНТ --check open-note --reason "…"`.
# en: fgsisnrb
check-open-note-text = Примечание ждёт ответа: «{ $note }».

# en: 4qkxmyjy
check-lone-document = Страница без исходного текста
    .description = У каждого переведённого документа есть исходный; если его никогда не было, это предупреждение.
    .reason = За страницей без исходного текста никто не следит.
    .hint = Удалите страницу или верните исходный текст; если статья переехала, `tolmach tidy` перенесёт и страницу.
# en: rbl4gycs
check-lone-document-gone = Страница осталась, а её исходного текста «{ $path }» больше нет.
# en: nisl7igf
check-lone-document-other = Страница ещё на месте, но её исходный файл «{ $path }» — ссылка или исключён из git, поэтому статья не читается.
# en: invordl6
check-lone-document-never = У страницы нет исходного текста: «{ $path }» не существует.

# en: eotv7smv
check-draft = Черновик
    .description = Каждый перевод подтвердил человек.
    .reason = Черновик — работа машины, памяти или сопоставления, пока его не прочитал человек.
    .hint = Сверьте черновики с исходным текстом и подтвердите их: `tolmach translate { $article } --only draft`.
# en: 3jwlod7r
check-draft-segment = Перевод сегмента «{ $source }» пока черновой.
# en: rmxrl6ch
check-draft-came = Перевод сегмента «{ $source }» пока черновой: «{ $word }» есть только в переводе.
# en: newbkvua
check-draft-went = Перевод сегмента «{ $source }» пока черновой: из перевода исчезло «{ $word }», а в исходном тексте это осталось.
# en: q6pcoswm
check-draft-denied = Перевод сегмента «{ $source }» пока черновой: в нём есть отрицание («{ $word }»), которого нет в исходном тексте.
# en: pswvm57i
check-draft-affirmed = Перевод сегмента «{ $source }» пока черновой: из перевода исчезло отрицание «{ $word }».
# en: s6tjckcm
check-draft-changed = Перевод сегмента «{ $source }» пока черновой: «{ $word }» изменили только в переводе.

# en: c4qe7esl
check-left-in-source = Осталось без перевода
    .description = Перевод не повторяет исходный текст ни целиком, ни частью, и в нём нет пометок вроде TODO.
    .reason = Слова чужим алфавитом или пометка TODO говорят читателю, что текст не смотрели.
    .hint = Дайте этому предложению перевод: `tolmach translate { $article } СЕГМЕНТ --edit "…"`.
# en: pbg5lbgb
check-left-in-source-segment = Перевод сегмента «{ $source }» остался на языке оригинала.
# en: ecibno7k
check-left-in-source-words = В переводе сегмента «{ $source }» осталось на языке оригинала: «{ $words }».
# en: agzz5pba
check-left-in-source-skipped = Пропущенный блок стоит на странице на исходном языке: «{ $text }».
    .hint = Уберите `<!-- tolmach:skip -->` и переведите блок или укажите, что его надо копировать как есть: `<!-- tolmach:copy -->`.
# en: evcdb37h
check-left-in-source-field = Поле «{ $field }» стоит на странице на исходном языке: «{ $text }».
    .hint = Добавьте поле в `translate` раздела `[front_matter]` файла `tolmach.toml` и переведите его; на странице, которую ведут вручную, напишите перевод там.
# en: gfk3czwi
check-left-in-source-mark = Перевод сегмента «{ $source }» не закончен: в нём стоит «{ $mark }».

# en: wrpuuvub
check-numbers = Числа и даты
    .description = Числа, даты и единицы измерения в переводе те же, что в исходном тексте.
    .reason = Неверная цифра или дата — самая частая причина поправок, а глаз её не замечает.
    .hint = Исправьте перевод: `tolmach translate { $article } СЕГМЕНТ --edit "…"`; если всё верно, снимите замечание: `tolmach waive { $article } СЕГМЕНТ --check numbers --reason "…"`.
# en: n2oapikr
check-numbers-other = В переводе сегмента «{ $source }» стоит «{ $new }», а в исходном тексте — «{ $old }».
# en: zcejoy5j
check-numbers-same = «{ $values }» в переводе сегмента «{ $source }» записано как в исходном тексте, но означает там другое число.
# en: gzyt5byi
check-numbers-missing = В переводе сегмента «{ $source }» не хватает: «{ $values }».
# en: ge33uyum
check-numbers-extra = Только в переводе сегмента «{ $source }» есть: «{ $values }».

# en: gvabqwrg
check-terms = Термины
    .description = Названия и термины переведены так, как условлено в файлах терминов; запрещённых там вариантов нет.
    .reason = Одно название для одной вещи помогает найти её читателю, поиску и юристу.
    .hint = Поставьте условленный термин: `tolmach translate { $article } СЕГМЕНТ --edit "…"`; если здесь верен другой, отметьте это: `tolmach waive { $article } СЕГМЕНТ --check terms --reason "…"`; что условлено, покажет `tolmach terms list`.
# en: qeve5ale
check-terms-missing = В переводе «{ $source }» нет условленного соответствия для «{ $term }»: «{ $wanted }».
# en: qcfbct3a
check-terms-forbidden = В переводе «{ $source }» стоит запрещённый вариант «{ $found }»; условленный термин — «{ $wanted }».
# en: 6ccrz2m2
check-terms-source = В тексте «{ $source }» стоит запрещённый вариант «{ $found }»; условленный термин — «{ $wanted }».
# en: 5dtuh2zz
check-terms-changed = В переводе «{ $source }» должно стоять без изменений: «{ $wanted }».
# en: cfo7bozh
check-terms-twice = Термин «{ $term }» уже записан: { $place }.
# en: vsk32x5a
check-terms-clash = «{ $term }» переведено иначе ({ $place }), и ничто их не различает: задайте одному context или near.
# en: j4pstoen
check-terms-both = «{ $text }» — и условленный термин, и запрещённый вариант.
# en: ez2plqfu
check-terms-untranslated = У термина «{ $term }» нет перевода на «{ $target }».

# en: v7ylaanx
check-negation = Отрицание
    .description = Перевод отрицает то же, что исходный текст, и ничего сверх того.
# en: qx5aspn5
check-negation-lost = В переводе сегмента «{ $source }» потеряно отрицание: «{ $words }».
# en: bvirqmig
check-negation-added = Перевод сегмента «{ $source }» отрицает то, чего исходный текст не отрицает: «{ $words }».

# en: 7u6qjm74
check-modality = Обязанность и возможность
    .description = Что в исходном тексте обязательно, то и в переводе не просто разрешено; что возможно, то не обязательно.
# en: j3m3oaww
check-modality-other = В переводе сегмента «{ $source }» стоит «{ $new }», а в исходном тексте — «{ $old }».

# en: wyo66zcc
check-dates = Даты
    .description = Даты есть в календаре, приходятся на названный день недели, а числа и месяцы сочетаются так же, как в исходном тексте.
# en: lzdi62lk
check-dates-impossible = В переводе сегмента «{ $source }» названа дата, которой нет в календаре: «{ $date }».
# en: yj5omyix
check-dates-weekday =
    Дата «{ $date }» в переводе сегмента «{ $source }» — это { $day ->
        [mon] понедельник.
        [tue] вторник.
        [wed] среда.
        [thu] четверг.
        [fri] пятница.
        [sat] суббота.
       *[sun] воскресенье.
    }
# en: smkqklwn
check-dates-exchanged = В переводе сегмента «{ $source }» стоит «{ $date }», а в исходном тексте это число другого месяца.
# en: 32p46l4b
check-dates-source-impossible = В исходном тексте названа дата, которой нет в календаре: «{ $date }».
# en: f4jpjvpb
check-dates-source-weekday =
    Дата «{ $date }» в исходном тексте — это { $day ->
        [mon] понедельник.
        [tue] вторник.
        [wed] среда.
        [thu] четверг.
        [fri] пятница.
        [sat] суббота.
       *[sun] воскресенье.
    }

# en: xjim66cu
check-names = Имена
    .description = Инициалы, порядок и буквы имён сохранены, и во всей статье каждое имя пишется одинаково.
# en: qcxwaxtj
check-names-initials = В переводе сегмента «{ $source }» стоит «{ $new }» вместо «{ $old }».
# en: kklnxqjk
check-names-order = В переводе сегмента «{ $source }» имя и фамилия поменялись местами: «{ $new }» вместо «{ $old }».
# en: njulp4il
check-names-spelling = «{ $new }» в переводе сегмента «{ $source }» — необычное написание имени «{ $old }».
# en: 2shsey2f
check-names-lost = В переводе сегмента «{ $source }» не назван человек: «{ $name }».
# en: 6yddomwv
check-names-two-ways = В переводе сегмента «{ $source }» имя записано как «{ $new }», а в других местах статьи — «{ $old }».

# en: cmfoplt5
check-acronyms = Сокращения
    .description = Сокращения те же, что и во всей статье, а буквы в них идут в порядке слов.
# en: i2jtyzd4
check-acronyms-order = Буквы сокращения «{ $short }» идут не в порядке слов «{ $words }» (перевод сегмента «{ $source }»).
# en: e2irloow
check-acronyms-other = В переводе сегмента «{ $source }» стоит «{ $new }», а в других местах статьи — «{ $old }».

# en: 2a3f2hkb
check-attribution = Цитаты и их авторы
    .description = Цитата осталась в кавычках, и произносит её тот же, кто в исходном тексте.
# en: oayoma5g
check-attribution-marks = Цитата из сегмента «{ $source }» в переводе стоит без кавычек.
# en: qfhlbpw2
check-attribution-speaker = В переводе сегмента «{ $source }» слова принадлежат другому: { $new }, а в исходном тексте — { $old }.

# en: tusf4uww
check-consistency = Единообразие
    .description = Внутри статьи у одного предложения один перевод, а у одного перевода одно исходное предложение.
# en: n5ghetd2
check-consistency-source = Предложение «{ $source }» переведено по-разному: раньше «{ $old }», здесь «{ $new }».
# en: da523bmg
check-consistency-target = Перевод «{ $target }» стоит у разных предложений: раньше «{ $old }», здесь «{ $new }».

# en: etdtpkj5
check-value-form = Запись значения
    .description = Значение без слов записано на странице так, как его пишут её читатели.
    .reason = Американец прочтёт 03.12.2025 как 12 марта, а 12,500 — как двенадцать с половиной тысяч.
    .hint = Запишите его так, как пишут читатели перевода: `tolmach translate { $article } СЕГМЕНТ --edit "…"`; все даты сразу — ключом `dates` в разделе `[style]` файла `tolmach.toml`.
# en: cutrujab
check-value-form-doubt = «{ $value }» стоит на странице, как в исходном тексте, и читатели могут понять это значение иначе.

# en: uyyo57lm
check-date-style = Запись дат
    .description = Английские даты в статье записаны в одном порядке: May 5 или 5 May.
# en: 5q3tzfjl
check-date-style-other = В переводе сегмента «{ $source }» дата записана как «{ $new }», а в других местах статьи — «{ $old }».

# en: mgjt7uoz
check-false-friends = Ложные друзья переводчика
    .description = В переводе нет слов, которые лишь похожи на слова исходного текста.
# en: nxu55abh
check-false-friends-word = «{ $new }» в переводе сегмента «{ $source }» — ложный друг слова «{ $old }», которое обычно значит: { $right }.

# en: y7ped2zr
check-no-translation = Статья не переведена
    .description = Для каждого языка перевода у статьи есть каталог.
    .reason = Одна строка говорит, что ждёт вся статья, вместо строки на каждое предложение.
    .hint = Переведите статью: `tolmach translate { $article }`, а если перевод уже есть, сопоставьте тексты: `tolmach align { $article }`.
# en: fsz24k6g
check-no-translation-article =
    У статьи нет перевода на язык «{ $target }»: { $count ->
        [one] его ждёт { $count } сегмент.
        [few] его ждут { $count } сегмента.
        [many] его ждут { $count } сегментов.
       *[other] его ждут { $count } сегмента.
    }
# en: jmuxlsge
check-no-translation-moved = Статья переехала, а её каталог остался на прежнем месте: «{ $path }».
    .hint = Сначала перенесите каталог командой `tolmach tidy`: в нём записаны принятые решения.

# en: kg2n3rlk
check-placeholder-line = Неподставленная переменная
    .description = В исходном тексте нет строк, где стоит одна лишь переменная шаблона.
    .reason = Программа, которая собирает страницу, не подставила значение, и читатели видят имя переменной.
    .hint = Замените переменную в «{ $path }» текстом или удалите строку.
# en: dn6yoqvt
check-placeholder-line-variable = В строке стоит только неподставленная переменная шаблона «{ $variable }».

# en: n4lma5gn
check-orphan = Пара без сегмента
    .description = Каждая пара соответствует сегменту исходного текста. Лишняя пара сохраняется: её сегмент может вернуться.
    .reason = Предложения в исходном тексте больше нет или оно совсем другое; решение о нём сохранено.
    .hint = Оставьте пару, если текст может вернуться, а иначе удалите её: `tolmach tidy { $article }`.
# en: mlymcuxl
check-orphan-twin = В каталоге две пары «{ $source }», а в исходном тексте это стоит один раз.
# en: t46jlrtk
check-orphan-pair = Для пары «{ $source }» в исходном тексте нет сегмента.

# en: r2qdlb3s
check-code = Код
    .description = Код в обратных апострофах в переводе тот же, что в исходном тексте.
    .reason = Код набирают так, как он написан; с переведённым словом он не работает.

# en: zupqlrjh
check-links = Ссылки
    .description = Адреса ссылок, страниц и почты в переводе те же, что в исходном тексте; различаться может только обозначение языка.
    .reason = Одна неверная буква в адресе ведёт читателя в никуда или к чужим людям.

# en: xwjgnoes
check-placeholders = Подстановки
    .description = Подстановки вроде {"{"}name{"}"} или %s в переводе те же, что в исходном тексте.
    .reason = То, что программа подставит позже, должно называться так, как она это знает.

# en: johlhuve
check-brackets = Скобки
    .description = Скобки в переводе закрыты, если закрыты в исходном тексте.
    .reason = Незакрытая скобка превращает в пояснение всё, что стоит дальше.
# en: 4xoef2zw
check-brackets-open = В переводе сегмента «{ $source }» у скобки { $bracket } нет пары.

# en: ib4ddmlv
check-doubled-words = Повтор слова
    .description = Ни одно слово перевода не стоит дважды подряд по ошибке.
    .reason = Глаз пропускает повтор, и его находят уже после выхода.
# en: tjgmcghg
check-doubled-words-twice = В переводе сегмента «{ $source }» слово «{ $word }» стоит дважды подряд.

# en: mjj3acjk
check-mixed-script = Смешение алфавитов
    .description = Ни в одном слове нет одновременно похожих латинских и кириллических букв.
    .reason = Слово выглядит верно, но никакой поиск его не найдёт.
# en: 5tw2gedp
check-mixed-script-word = В переводе сегмента «{ $source }» слово «{ $word }» набрано и латиницей, и кириллицей.

# en: szduvijs
check-invisible-characters = Невидимые знаки
    .description = В переводе нет невидимых и испорченных знаков, которых нет в исходном тексте.
    .reason = Такой знак мешает поиску и переносам, а иногда ломает страницу, и его никто не видит.
# en: yktxi2dc
check-invisible-characters-one = В переводе сегмента «{ $source }» есть невидимый знак: { $code }.

# en: yfyz2guu
check-number-format = Запись чисел
    .description = Числа в английском переводе записаны по-английски: 3.5, 12,500.
    .reason = По-английски 3,500 — это три с половиной тысячи, а 3.500 — три с половиной.
# en: p52y6ixc
check-number-format-one = В переводе сегмента «{ $source }» число «{ $number }» записано не по-английски.

# en: rgcpvo57
check-end-punctuation = Конец предложения
    .description = Перевод кончается вопросительным знаком, двоеточием, точкой с запятой или точкой там же, где исходный текст.
    .reason = Вопрос, ставший утверждением, значит другое, а в списке чужой знак — след обрыва.
# en: 3ymlfmey
check-end-punctuation-other =
    { $bare ->
        [translation] Перевод сегмента «{ $source }» кончается без знака, а исходный текст — знаком «{ $old }».
        [source] Перевод сегмента «{ $source }» кончается знаком «{ $new }», а исходный текст — без знака.
       *[none] Перевод сегмента «{ $source }» кончается знаком «{ $new }», а исходный текст — знаком «{ $old }».
    }

# en: ebxu4rts
check-spaces = Пробелы
    .description = В переводе нет лишних пробелов, пробелов не с той стороны знака и слипшихся слов.
    .reason = Такую описку видит каждый читатель.
# en: x5n3oxcb
check-spaces-slip = В переводе сегмента «{ $source }» лишний пробел: «{ $place }».

# en: plfwnfoi
check-length = Длина
    .description = Перевод не намного короче и не намного длиннее исходного текста.
    .reason = Слишком короткий перевод обычно что-то потерял, слишком длинный — прихватил соседнее предложение.
# en: jzrcudkn
check-length-far = Букв в переводе сегмента «{ $source }» — { $percent } % от исходного.

# en: cpzqqr3u
check-quotes = Кавычки
    .description = Кавычки в английском переводе английские и закрыты, если закрыты в исходном тексте.
    .reason = Если кавычки не закрыты, непонятно, кому принадлежат слова после них.
# en: l5arkmgi
check-quotes-mark = Кавычка в переводе сегмента «{ $source }» не английская или не закрыта: { $mark }

# en: amqwbred
check-markup = Разметка
    .description = Полужирный шрифт, зачёркивание, ссылки и теги исходного текста есть и в переводе.
    .reason = Полужирным выделяют не зря: часто это срок, к которому надо успеть.

# en: xbrxk4hj
check-remark-left-in = Забытая пометка
    .description = В переводе не осталось пометок для коллег: примечания переводчика, вопроса, «проверить».
    .reason = Сказанное одному коллеге прочитают все.
# en: uyfjxw5s
check-remark-left-in-one = В переводе сегмента «{ $source }» осталась пометка: «{ $remark }».

# en: gvpuotzg
check-correction-parity = Поправка только на одном языке
    .description = Строка об исправлении или обновлении есть в обоих текстах или ни в одном.
    .reason = Читатели перевода прочли ту же ошибку и тоже вправе о ней знать.
# en: 47sh4nio
check-correction-parity-lost = В переводе сегмента «{ $source }» нет слова «{ $label }».
# en: nzlm2b4w
check-correction-parity-added = В переводе сегмента «{ $source }» стоит «{ $label }», а в исходном тексте этого нет.

# en: kgx2ekze
check-dateline = Место и дата в начале сообщения
    .description = Сообщение, которое начинается с места, даты и агентства, так же начинается и в переводе.
    .reason = Из этой строки видно, откуда и от кого новость.
# en: 4gk4mqcs
check-dateline-lost = В переводе сегмента «{ $source }» нет места и даты: «{ $line }».
# en: vzhw4oud
check-dateline-other = В переводе сегмента «{ $source }» местом названо «{ $new }», а должно быть «{ $old }».
# en: vbykpyei
check-dateline-agency = В переводе сегмента «{ $source }» не названо агентство: «{ $agency }».

# en: smhzdqrk
check-unofficial-notice = Пометка о неофициальном переводе
    .description = Перевод, который в исходном документе назван неофициальным, сам об этом говорит.
    .reason = Иначе читатель положится на него, как на текст, имеющий силу.
    .hint = Напишите об этом в переводе `{ $article }`, например «Unofficial translation», или уберите `unofficial` из заголовочной части исходного документа.
# en: srdoxbgx
check-unofficial-notice-none = В переводе не сказано, что он неофициальный.

# en: x25hfrmk
check-list-count = Длина перечня
    .description = В переводе столько же пунктов и столько же имён подряд, сколько в исходном тексте.
    .reason = Выпавшее имя первым замечает тот, кто его носит.
# en: zjsjpe6q
check-list-count-other = В переводе сегмента «{ $source }» перечислено { $new }, а в исходном тексте — { $old }.

# en: oo5chfue
check-dashes = Тире
    .description = На месте тире стоит тире, и такое, какое принято в редакции.
    .reason = Дефис на его месте читается как часть слова.
# en: pzre52si
check-dashes-other = В переводе сегмента «{ $source }» стоит «{ $dash }» вместо принятого тире.

# en: bwpgs7rl
check-house-style = Стиль редакции
    .description = Перечни, цитаты, даты и имена записаны так, как задано в настройках; что там не задано, то свободно.
    .reason = Страница, написанная одной рукой, вызывает доверие.
# en: hdcyhsdt
check-house-style-other = «{ $text }» в переводе сегмента «{ $source }» не отвечает стилю редакции.
# en: nv2ueudd
check-house-style-name = В переводе сегмента «{ $source }» стоит «{ $new }», а в редакции пишут «{ $old }».

# en: hc6izsfi
check-embargo = Эмбарго
    .description = Страница не появляется раньше срока эмбарго, названного в исходном документе.
    .reason = Нарушив эмбарго, редакция теряет источники.
    .hint = Уберите «{ $path }» до этого срока или исправьте `embargo` в заголовочной части исходного документа.
# en: tbiopyk4
check-embargo-page = Страница уже есть, а исходный текст под эмбарго до { $until }.

# en: 66rzhqlr
check-both-languages = Оба языка или ни одного
    .description = У опубликованной статьи есть страница на каждом языке перевода.
    .reason = Кто обещал два языка, публикует на двух.
    .hint = Опубликуйте её: `tolmach publish { $article }`; если она должна подождать, укажите в заголовочной части `draft: true` или `embargo`.
# en: ca27dmfn
check-both-languages-one = У статьи нет страницы на другом языке: «{ $path }» не существует.

## Общие слова проверок, которые следят за неизменным

# en: ox5d66xi
check-differing-missing = В переводе сегмента «{ $source }» не хватает: { $values }.
# en: 2cndxugz
check-differing-extra = Только в переводе сегмента «{ $source }» есть: { $values }.
# en: d2xhhtut
check-differing-other = В переводе сегмента «{ $source }» стоит { $new }, а в исходном тексте — { $old }.
# en: pggnxdke
check-usual-hint = Исправьте перевод: `tolmach translate { $article } СЕГМЕНТ --edit "…"`; если всё верно, снимите замечание: `tolmach waive { $article } СЕГМЕНТ --check { $check } --reason "…"`.
