# en: aoykq7no
docx-how = Переводите в третьем столбце; первый и последний не трогайте. Коды на жёлтом фоне, такие как ** или ](…), — часть текста: сохраняйте их вокруг тех слов, которые они выделяют. Слова на красном фоне изменились после перевода.
# en: 7ehklog3
docx-head-id = ID
# en: znrdt223
docx-head-source = Источник
# en: kxhqjcen
docx-head-target = Перевод
# en: 6cxhuu2k
docx-head-comment = Примечание
# en: kcnex24d
docx-head-state = Состояние
# en: c7p662js
docx-head-base = Основа
# en: 6pfm2poq
docx-previous = Изменилось после перевода. Было: { $text }
# en: u4wqb44t
docx-foot = { $article } · сделано в tolmach
# en: 7ax2kdmb
docx-approval = На согласование
# en: mzi42vzu
docx-approval-how = Прочитайте оба столбца и отметьте решение в конце. Правка перевода записывается и вернётся в редакцию, как и ваши примечания. Прямая речь стоит на голубом фоне; об отставании перевода от источника говорит янтарная строка над ним.
# en: tf6urdsg
docx-speech = Прямая речь
# en: 2ad26p3r
docx-speaker = { $name }, прямая речь
# en: favrewdb
docx-stale-source = Изменилось после перевода
# en: 2stxhef3
docx-stale-target = Перевод прежнего текста
# en: tcazra4d
docx-unsealed = Правлено вручную и с тех пор не подтверждено
# en: wsm2y7u6
docx-verdict = Решение
# en: y3gdoko4
docx-approved = Согласовано
# en: tmnkejff
docx-approved-with-changes = Согласовано с внесённой правкой
# en: 7m23grwc
docx-refused = Не согласовано
# en: a6skbswn
docx-name = Имя:
# en: zzbpmvxg
docx-date = Дата:
# en: l4z4nllm
docx-redline = { $count ->
    [0] После { $since } ничего не изменилось
    [one] После { $since } изменилось { $count } предложение
    [few] После { $since } изменились { $count } предложения
    [many] После { $since } изменилось { $count } предложений
   *[other] После { $since } изменилось { $count } предложения
}
