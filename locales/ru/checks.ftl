## checks

# en: o33rjvps
check-missing = Нет перевода
    .description = У каждого сегмента исходного текста есть перевод.
    .hint = Переведите недостающее: `tolmach translate { $article } --only missing`.
# en: qknaw52i
check-missing-segment = Сегмент «{ $source }» не переведён.

# en: o7kc4b6m
check-stale = Перевод устарел
    .description = Каждый перевод соответствует исходному тексту в его нынешнем виде. О правках одного лишь оформления сообщается, но ошибкой они не считаются.
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
# en: lyzdngio
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
        [office] должность
        [part] кто и что сделал
        [quotation] цитата
        [code] код
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
    }

# en: qmegu4ey
check-unsealed = Пара не заверена
    .description = Каждую пару подтвердил человек: её не правили вручную в каталоге и не собрали при слиянии.
    .hint = Сверьте незаверенные пары с исходным текстом и подтвердите их: `tolmach translate { $article } --only unsealed`.
# en: zo5eyxd2
check-unsealed-pair = Пара сегмента «{ $source }» не заверена: её правили вручную или собрали при слиянии.

# en: lwqqy4fr
check-withdrawn = Снятый текст на странице
    .description = На опубликованной странице нет того, что сняли в исходном тексте.
    .hint = Уберите этот текст из «{ $path }» или опубликуйте статью заново (`tolmach publish { $article }`); если он нужен: `tolmach waive { $article } +НОМЕР --check withdrawn --reason "…"`.
# en: e7m6yabl
check-withdrawn-source = На странице всё ещё стоит «{ $target }», хотя исходное «{ $source }» снято.
# en: wbxgy4wv
check-withdrawn-text = На странице всё ещё стоит «{ $target }», хотя исходный текст снят.

# en: uqpnf74a
check-unpublished = Страница устарела
    .description = На опубликованной странице стоит то, что сейчас записано в каталоге.
    .hint = Опубликуйте статью: `tolmach publish { $article }`.
# en: zewunnpn
check-unpublished-behind = На странице не то, что сейчас записано в каталоге.
    .hint = Переведите оставшееся (`tolmach translate { $article }`) и опубликуйте статью: `tolmach publish { $article }`.
# en: hacmmq73
check-unpublished-beside = В исходном тексте теперь другой код, другие адреса или поля, а на странице — прежние.
    .hint = Внесите ту же правку на страницу и выполните `tolmach align { $article }`; если страница верна как есть, подтвердите: `tolmach ack { $article } --page --reason "…"`.
# en: 23ynykdd
check-unpublished-values = В исходном тексте появилось, исчезло или изменилось значение, а на странице этого нет.
# en: riqqvmng
check-unpublished-order = Порядок текста в исходном документе изменился, а на странице он прежний.
# en: etc6646t
check-unpublished-edited = Страницу правили вручную, и каталог не знает, что на ней стоит.
    .hint = Перенесите правки в каталог командой `tolmach align { $article }` или запишите поверх: `tolmach publish { $article } --force`.

# en: svyg2lfa
check-extra = Текст без исходного
    .description = Всё, что есть только в переводе, кому-то нужно.
    .hint = Уберите этот текст или добавьте его в исходный; если он нужен: `tolmach waive { $article } +НОМЕР --check extra --reason "…"`.
# en: hhfxwivx
check-extra-text = Только в переводе есть «{ $target }».

# en: m32txmes
check-unreviewed = Не прочитано редактором
    .description = Каждый перевод прочитан редактором.
    .hint = Прочитайте то, что ждёт: `tolmach review { $article }`.
# en: 6dsdx5gl
check-unreviewed-segment = Редактор не читал перевод сегмента «{ $source }».

# en: k6xav5oi
check-open-note = Открытая заметка
    .description = Каждая заметка закрыта: редактор утвердил перевод, её убрали или сняли замечание.
    .hint = Ответьте на заметку и утвердите перевод (`tolmach review { $article } СЕГМЕНТ`) или закройте её: `tolmach waive { $article } СЕГМЕНТ --check open-note --reason "…"`.
# en: fgsisnrb
check-open-note-text = Заметка ждёт ответа: «{ $note }».

# en: b24uqqcw
check-lone-document = Страница без исходного текста
    .description = У каждого переведённого документа есть исходный.
    .hint = Удалите страницу или верните исходный текст; если статья переехала, `tolmach tidy` перенесёт и страницу.
# en: rbl4gycs
check-lone-document-gone = Страница осталась, а её исходного текста «{ $path }» больше нет.
# en: invordl6
check-lone-document-never = У страницы нет исходного текста: «{ $path }» не существует.

# en: 3utsqcr7
check-draft = Черновик
    .description = Каждый перевод подтвердил человек.
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

# en: gmgfv2i6
check-left-in-source = Осталось без перевода
    .description = Перевод не повторяет исходный текст ни целиком, ни частью, и в нём нет пометок вроде TODO.
    .hint = Дайте этому предложению перевод: `tolmach review { $article } СЕГМЕНТ --edit "…"`.
# en: pbg5lbgb
check-left-in-source-segment = Перевод сегмента «{ $source }» остался на языке оригинала.
# en: ecibno7k
check-left-in-source-words = В переводе сегмента «{ $source }» осталось на языке оригинала: «{ $words }».
# en: gfk3czwi
check-left-in-source-mark = Перевод сегмента «{ $source }» не закончен: в нём стоит «{ $mark }».

# en: 3hkppc2s
check-numbers = Числа и даты
    .description = Числа, даты и единицы измерения в переводе те же, что в исходном тексте.
    .hint = Исправьте перевод: `tolmach review { $article } СЕГМЕНТ --edit "…"`; если всё верно, снимите замечание: `tolmach waive { $article } СЕГМЕНТ --check numbers --reason "…"`.
# en: n2oapikr
check-numbers-other = В переводе сегмента «{ $source }» стоит «{ $new }», а в исходном тексте — «{ $old }».
# en: gzyt5byi
check-numbers-missing = В переводе сегмента «{ $source }» не хватает: «{ $values }».
# en: ge33uyum
check-numbers-extra = Только в переводе сегмента «{ $source }» есть: «{ $values }».

# en: 4uzfs3ww
check-terms = Термины
    .description = Названия и термины переведены так, как условлено в файлах терминов; запрещённых там вариантов нет.
    .hint = Поставьте условленный термин: `tolmach review { $article } СЕГМЕНТ --edit "…"`; если здесь верен другой, отметьте это: `tolmach waive { $article } СЕГМЕНТ --check terms --reason "…"`; что условлено, покажет `tolmach terms list`.
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

# en: otxjqifp
check-no-translation = Статья не переведена
    .description = Для каждого языка перевода у статьи есть каталог.
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

# en: bbqfc7qu
check-placeholder-line = Неподставленная переменная
    .description = В исходном тексте нет строк, где стоит одна лишь переменная шаблона.
    .hint = Замените переменную в «{ $path }» текстом или удалите строку.
# en: dn6yoqvt
check-placeholder-line-variable = В строке стоит только неподставленная переменная шаблона «{ $variable }».

# en: i7cpma4y
check-orphan = Пара без сегмента
    .description = Каждая пара соответствует сегменту исходного текста. Лишняя пара сохраняется: её сегмент может вернуться.
    .hint = Оставьте пару, если текст может вернуться, а иначе удалите её: `tolmach tidy { $article }`.
# en: t46jlrtk
check-orphan-pair = Для пары «{ $source }» в исходном тексте нет сегмента.

# en: cgll5oxx
check-code = Код
    .description = Код в обратных апострофах в переводе тот же, что в исходном тексте.

# en: ptsm25gf
check-links = Ссылки
    .description = Адреса ссылок, страниц и почты в переводе те же, что в исходном тексте; различаться может только обозначение языка.

# en: g6sd7dsb
check-placeholders = Подстановки
    .description = Подстановки вроде {"{"}name{"}"} или %s в переводе те же, что в исходном тексте.

# en: latllr7v
check-brackets = Скобки
    .description = Скобки в переводе закрыты, если закрыты в исходном тексте.
# en: 4xoef2zw
check-brackets-open = В переводе сегмента «{ $source }» у скобки { $bracket } нет пары.

# en: d5zm3bek
check-doubled-words = Повтор слова
    .description = Ни одно слово перевода не стоит дважды подряд по ошибке.
# en: tjgmcghg
check-doubled-words-twice = В переводе сегмента «{ $source }» слово «{ $word }» стоит дважды подряд.

# en: 5nihuftl
check-mixed-script = Смешение алфавитов
    .description = Ни в одном слове нет одновременно похожих латинских и кириллических букв.
# en: 5tw2gedp
check-mixed-script-word = В переводе сегмента «{ $source }» слово «{ $word }» набрано и латиницей, и кириллицей.

# en: nr2vw3yi
check-invisible-characters = Невидимые знаки
    .description = В переводе нет невидимых и испорченных знаков, которых нет в исходном тексте.
# en: yktxi2dc
check-invisible-characters-one = В переводе сегмента «{ $source }» есть невидимый знак: { $code }.

# en: cpjq4pe2
check-number-format = Запись чисел
    .description = Числа в английском переводе записаны по-английски: 3.5, 12,500.
# en: p52y6ixc
check-number-format-one = В переводе сегмента «{ $source }» число «{ $number }» записано не по-английски.

# en: ocxyzgu2
check-end-punctuation = Конец предложения
    .description = Перевод кончается вопросительным знаком, двоеточием или точкой там же, где исходный текст.
# en: piswlzfv
check-end-punctuation-other = Перевод сегмента «{ $source }» кончается знаком «{ $new }», а исходный текст — знаком «{ $old }».

# en: lpxqikei
check-spaces = Пробелы
    .description = В переводе нет двойных пробелов и пробелов перед запятой или точкой.
# en: x5n3oxcb
check-spaces-slip = В переводе сегмента «{ $source }» лишний пробел: «{ $place }».

# en: y63pb6a3
check-length = Длина
    .description = Перевод не намного короче и не намного длиннее исходного текста.
# en: jzrcudkn
check-length-far = Букв в переводе сегмента «{ $source }» — { $percent } % от исходного.

# en: uygnu7rn
check-quotes = Кавычки
    .description = Кавычки в английском переводе английские и закрыты, если закрыты в исходном тексте.
# en: l5arkmgi
check-quotes-mark = Кавычка в переводе сегмента «{ $source }» не английская или не закрыта: { $mark }

## Общие слова проверок, которые следят за неизменным

# en: ox5d66xi
check-differing-missing = В переводе сегмента «{ $source }» не хватает: { $values }.
# en: 2cndxugz
check-differing-extra = Только в переводе сегмента «{ $source }» есть: { $values }.
# en: d2xhhtut
check-differing-other = В переводе сегмента «{ $source }» стоит { $new }, а в исходном тексте — { $old }.
# en: egr6l2mi
check-usual-hint = Исправьте перевод: `tolmach review { $article } СЕГМЕНТ --edit "…"`; если всё верно, снимите замечание: `tolmach waive { $article } СЕГМЕНТ --check { $check } --reason "…"`.
