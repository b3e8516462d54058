## Страницы и другие выгрузки

web-language-ar = Арабский
web-language-be = Белорусский
web-language-bg = Болгарский
web-language-de = Немецкий
web-language-en = Английский
web-language-es = Испанский
web-language-fa = Персидский
web-language-fr = Французский
web-language-he = Иврит
web-language-hy = Армянский
web-language-it = Итальянский
web-language-ja = Японский
web-language-ka = Грузинский
web-language-kk = Казахский
web-language-ky = Киргизский
web-language-pl = Польский
web-language-pt = Португальский
web-language-ro = Румынский
web-language-ru = Русский
web-language-tg = Таджикский
web-language-tr = Турецкий
web-language-uk = Украинский
web-language-uz = Узбекский
web-language-zh = Китайский

web-source = { $language }, оригинал
web-translation = { $language }, перевод
web-sentence = Предложение { $number }
web-sentences = { $count ->
    [one] { $count } предложение
    [few] { $count } предложения
   *[many] { $count } предложений
}
web-no-translation = перевода пока нет
web-earlier-version = перевод прежней редакции
web-caption = Подпись
web-field = Служебное поле
web-note-author = Примечание автора: { $note }
web-note-translator = Примечание переводчика: { $note }
web-was-translated-from = было: { $text }
web-orphans = { $count ->
    [one] { $count } перевод, у которого больше нет оригинала
    [few] { $count } перевода, у которых больше нет оригинала
   *[many] { $count } переводов, у которых больше нет оригинала
}
web-made-from = Страница собрана программой tolmach из файла { $path }

web-state-final = утверждено
web-state-reviewed = проверено
web-state-translated = переведено
web-state-draft = черновик
web-state-unsealed = не подтверждено
web-state-stale = устарело
web-state-missing = не переведено

web-mark-cosmetic = правка оформления
web-mark-draft = черновик
web-mark-unsealed = не подтверждено
web-mark-minor = мелкая правка
web-mark-major = существенная правка
web-mark-critical = критическая правка
web-mark-missing = не переведено

web-meaning-cosmetic = В оригинале изменилось только оформление
web-meaning-draft = Черновик, за который ещё никто не поручился
web-meaning-unsealed = Собрано вручную или при слиянии и никем не подтверждено
web-meaning-minor = Мелкая правка оригинала после перевода
web-meaning-major = Существенная правка оригинала после перевода
web-meaning-critical = Критическая правка оригинала после перевода
web-meaning-missing = Перевода пока нет

web-tools = Вид
web-view = Показать
web-view-both = Оба текста
web-view-source = Оригинал
web-view-target = Перевод
web-marks = Пометки
web-previous-mark = Предыдущая пометка
web-next-mark = Следующая пометка
web-keys = Клавиши
web-keys-on = Управлять с клавиатуры
web-key-view = оба текста, оригинал, перевод
web-key-marks = показать или скрыть пометки
web-key-step = следующая и предыдущая пометка
web-key-sentence = следующее и предыдущее предложение
web-key-escape = снять выделение
web-copied = Ссылка скопирована

web-index-title = Переводы
web-index-articles = { $count ->
    [one] { $count } материал
    [few] { $count } материала
   *[many] { $count } материалов
}
web-index-critical = { $count ->
    [one] { $count } критическая правка
    [few] { $count } критические правки
   *[many] { $count } критических правок
}
