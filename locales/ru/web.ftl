## Страницы и другие выгрузки

# en: iubapnea
web-language-ar = Арабский
# en: rwywe4ws
web-language-be = Белорусский
# en: rndcxcby
web-language-bg = Болгарский
# en: 4omqu4p2
web-language-de = Немецкий
# en: e2ulvn76
web-language-en = Английский
# en: uwt32l25
web-language-es = Испанский
# en: kcalwuzn
web-language-fa = Персидский
# en: 2liuj6o7
web-language-fr = Французский
# en: bhwd4qwv
web-language-he = Иврит
# en: 5oyw4d4c
web-language-hy = Армянский
# en: jzhw65oj
web-language-it = Итальянский
# en: nf2vnbtl
web-language-ja = Японский
# en: s26bh5w2
web-language-ka = Грузинский
# en: 4klyxlkm
web-language-kk = Казахский
# en: iqpvehsg
web-language-ky = Киргизский
# en: trnckdgy
web-language-pl = Польский
# en: 3jz7bbkl
web-language-pt = Португальский
# en: ziipwpcw
web-language-ro = Румынский
# en: 4ppcqct4
web-language-ru = Русский
# en: rocqbedo
web-language-tg = Таджикский
# en: rrmt7nzc
web-language-tr = Турецкий
# en: 23saow6h
web-language-uk = Украинский
# en: urhqsko2
web-language-uz = Узбекский
# en: 23ztnuo6
web-language-zh = Китайский

# en: 3zdlwa5l
web-source = { $language }, оригинал
# en: 7np6waee
web-translation = { $language }, перевод
# en: lgzzp3zb
web-sentence = Предложение { $number }
# en: jr3nttse
web-sentences = { $count ->
    [one] { $count } предложение
    [few] { $count } предложения
   *[many] { $count } предложений
}
# en: k3yuaxrg
web-no-translation = перевода пока нет
# en: b3zehdy6
web-empty-above = переведено выше, вместе с предложением { $number }
# en: pcq2kkaq
web-empty-extra = есть только в переводе
# en: jczrk33j
web-empty-stale = пропущено: переведено с прежней редакции
# en: jtqdbw2f
web-empty-unsettled = пропущено: перевод никем не подтверждён
# en: 5hcc3d5w
web-earlier-version = перевод прежней редакции
# en: zsgfez3b
web-alternative = Текст вместо изображения
# en: exaqkhot
web-table = Таблица
# en: qfbfmeuh
web-caption = Подпись
# en: 2tp3ynuy
web-field = Поле заголовочной части
# en: fsm3bzur
web-note-author = Примечание автора:
# en: gz545pqy
web-note-translator = Примечание переводчика:
# en: ridnmfuc
web-was-translated-from = было: { $text }
# en: 5owzkalb
web-orphans = { $count ->
    [one] { $count } перевод, у которого больше нет оригинала
    [few] { $count } перевода, у которых больше нет оригинала
   *[many] { $count } переводов, у которых больше нет оригинала
}
# en: 77ijah7i
web-terms = { $count ->
    [one] { $count } условленный термин
    [few] { $count } условленных термина
    [many] { $count } условленных терминов
   *[other] { $count } условленных терминов
}
# en: tgolc75f
web-surplus = { $count ->
    [one] На странице перевода { $count } текст без оригинала
    [few] На странице перевода { $count } текста без оригинала
   *[many] На странице перевода { $count } текстов без оригинала
}
# en: xw7etwuh
web-surplus-withdrawn = оригинал убран
# en: 74ti3vmm
web-surplus-extra = есть только в переводе
# en: 434mqeiq
web-made-from = Страница собрана программой tolmach из файла { $path }

# en: q4dghl3y
web-byline = { $count ->
    [one] Автор:
    [few] Авторы:
   *[many] Авторы:
}
# en: idu2pgh3
web-date = { $day } { $month } { $year }
# en: dake6pyv
web-month-1 = января
# en: jqcqbtmf
web-month-2 = февраля
# en: 75iiag7k
web-month-3 = марта
# en: iq4b5wvs
web-month-4 = апреля
# en: ognnfv3w
web-month-5 = мая
# en: zd2gs3fk
web-month-6 = июня
# en: sjf2nivn
web-month-7 = июля
# en: jl2e6hci
web-month-8 = августа
# en: iaojavhg
web-month-9 = сентября
# en: srcunoer
web-month-10 = октября
# en: ezqwp4xb
web-month-11 = ноября
# en: htbnkuyv
web-month-12 = декабря

# en: kwz2dhcz
web-state-final = окончательно
# en: ub6ltggd
web-state-reviewed = утверждено
# en: qwlqo7uy
web-state-translated = переведено
# en: jrtizfw4
web-state-draft = черновик
# en: y67lkz63
web-state-unsealed = не заверено
# en: rvxsy6yz
web-state-stale = устарело
# en: xe6cvtyg
web-state-missing = не переведено

# en: kqoegmdh
web-mark-cosmetic = правка оформления
# en: xn5xuwyu
web-mark-draft = черновик
# en: ebp5kokm
web-mark-unsealed = не заверено
# en: w4vvk7xl
web-mark-minor = незначительная правка
# en: r5zq2e4q
web-mark-major = существенная правка
# en: vaais6xo
web-mark-critical = критическая правка
# en: uhzun6e3
web-mark-missing = не переведено

# en: imloasm5
web-meaning-cosmetic = В оригинале изменилось только оформление
# en: yg4aflxg
web-meaning-draft = Черновик, который ещё никто не подтвердил
# en: 5h7l23po
web-meaning-unsealed = Исправлено вручную или собрано при слиянии и никем не заверено
# en: mayembez
web-meaning-minor = Незначительная правка оригинала после перевода
# en: cxymefkg
web-meaning-major = Существенная правка оригинала после перевода
# en: l3rq54jv
web-meaning-critical = Критическая правка оригинала после перевода
# en: xzsjhcgu
web-meaning-missing = Перевода пока нет

# en: xng6wclt
web-tools = Вид
# en: atc7e2rp
web-view = Показать
# en: ciyskk6f
web-view-both = Оба текста
# en: v6ksyj2j
web-view-source = Оригинал
# en: ft7okv3y
web-view-target = Перевод
# en: m6ncfdsp
web-marks = Пометки
# en: sqqts2oz
web-previous-mark = Предыдущая пометка
# en: bupe3cux
web-next-mark = Следующая пометка
# en: rjuulfsy
web-keys = Клавиши
# en: vyl43ywb
web-keys-on = Управлять с клавиатуры
# en: cohaulaz
web-key-view = оба текста, оригинал, перевод
# en: 2zmamfnz
web-key-marks = показать или скрыть пометки
# en: geqzgmxp
web-key-step = следующая и предыдущая пометка
# en: xu4wc3tp
web-key-sentence = следующее и предыдущее предложение
# en: fda3tx37
web-key-escape = снять выделение
# en: cjcckv6c
web-copied = Ссылка скопирована

# en: q3d6k755
web-index-title = Переводы
# en: io3x3fmi
web-site = Этот сайт
# en: o52grnif
web-neighbours = Другие статьи
# en: ueubbps6
web-previous-article = Предыдущая статья
# en: 6phz2u3f
web-next-article = Следующая статья
# en: 4uxeg5je
web-index-articles = { $count ->
    [one] { $count } материал
    [few] { $count } материала
   *[many] { $count } материалов
}
# en: ct43c2lr
web-index-critical = { $count ->
    [one] { $count } критическая правка
    [few] { $count } критические правки
   *[many] { $count } критических правок
}
