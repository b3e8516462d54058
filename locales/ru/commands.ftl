## Справка и страницы руководства

# en: ehikxyy3
command-help-name = Имя
# en: 6jyrjm5o
command-help-usage = Вызов:
# en: 5fs5aywn
command-help-commands = Команды:
# en: jvyevzjq
command-help-arguments = Аргументы:
# en: 7uya6pcg
command-help-options = Параметры:
# en: w4bzozek
command-help-globals = Параметры любой команды:
# en: hbprpol6
command-help-examples = Примеры:
# en: zrv7hwcy
command-help-values = [возможные значения: { $values }]
# en: 7dau52wi
command-help-default = [по умолчанию: { $value }]

# en: atifjzdj
command-value-value = ЗНАЧЕНИЕ
# en: gqk345yc
command-value-options = ПАРАМЕТРЫ
# en: gukkuhx3
command-value-command = КОМАНДА
# en: alxrtkov
command-value-segment = СЕГМЕНТ
# en: 35tprcxr
command-value-number = ЧИСЛО
# en: oygkybbf
command-value-text = ТЕКСТ
# en: nf2ksfln
command-value-articles = СТАТЬЯ
# en: yvkuaqqi
command-value-file = ФАЙЛ
# en: gx6z7f3l
command-value-folder = ПАПКА
# en: 357ga4ok
command-value-format = ФОРМАТ
# en: ztgvllab
command-value-language = ЯЗЫК
# en: qxnetdzz
command-value-syntax = РАЗМЕТКА
# en: rbo7f4wy
command-value-when = КОГДА
# en: td7eb3lj
command-value-severity = СТЕПЕНЬ
# en: hdy4t6vx
command-value-check = ПРОВЕРКА
# en: pqlmfdsx
command-value-change = ПРАВКА
# en: k26amaap
command-value-shard = K/N
# en: sgq7zubp
command-value-revision = РЕВИЗИЯ
# en: rkapicgm
command-value-policy = СПОСОБ
# en: 2xa6aqgo
command-value-states = СОСТОЯНИЯ
# en: jwzrh7yy
command-value-side = СТОРОНА
# en: 46kvsh2t
command-value-way = СПОСОБ
# en: dcblx5ov
command-value-encoding = КОДИРОВКА
# en: ahknbdya
command-value-article = СТАТЬЯ
# en: qbk7nkem
command-value-kind = ВИД
# en: nh24d2zo
command-value-shell = ОБОЛОЧКА

# en: leifld5t
command-progress-reading = Чтение статей
# en: ijmayqsq
command-progress-aligning = Сопоставление
# en: tbnwnzyu
command-progress-writing = Запись страниц
# en: dj7oedoi
command-progress-checking = Проверка переводов

## tolmach

# en: ryh2amyy
command-tolmach = Следит, чтобы переводы новостей не расходились с исходным текстом, — предложение за предложением
    .workspace = Работать с этой папкой или по этому файлу настроек, а не с той папкой, в которой вы находитесь
    .lang = Язык сообщений; без параметра его определяют TOLMACH_LANG, LC_ALL, LC_MESSAGES или LANG
    .target = Работать только с этим языком перевода; несколько — через запятую
    .color = Когда выводить цвета; переменная NO_COLOR учитывается
    .quiet = Только результат: ни хода работы, ни подсказок
    .help = Показать справку
    .version = Показать версию
    .licences = Показать, чьи работы входят в программу и по каким лицензиям
    .examples =
        tolmach init            начать работу здесь или с уже готовыми статьями
        tolmach status          что переведено, что устарело, чего не хватает
        tolmach check           ошибка, если перевода нет или он устарел
        tolmach export --format html --out pages
        tolmach status --help   что делает команда и какие у неё параметры

# en: yu76ixxh
command-licences-own = tolmach { $version }: { $licence }
# en: e5i2odkg
command-licences-data = Чужие работы внутри программы:
# en: czduanug
command-licences-dictionary =
    Словарь форм русских слов, rumorph-dict-ru 0.5: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
    Составлен по словарю и корпусу OpenCorpora, Викисловарю и корпусам UD Russian Taiga и UD Russian GSD;
    взят без изменений: https://crates.io/crates/rumorph-dict-ru. Передавая программу дальше, указывайте и эту лицензию.
# en: 67sdvqlq
command-licences-words =
    Русские слова — из орфографического словаря Александра Лебедева: BSD 2-Clause
    Английские слова — из SCOWL Кевина Аткинсона: собственная свободная лицензия, http://wordlist.aspell.net
# en: prwsb7o2
command-licences-crates = Библиотеки, из которых собрана программа, и их лицензии: Cargo.lock, `cargo tree --format "{"{p} {l}"}"`.

## tolmach init

# en: nsm2tuac
command-init = Начать работу: записать tolmach.toml и первую статью
    .folder = Папка; если не указана — текущая
    .source = Язык, на котором пишут статьи; если не указан, его определяют по текстам, а без них это ru
    .git = Научить git сливать каталоги по парам; годится и для уже начатой работы, нужно один раз в каждом клоне
    .dry_run = Показать настройки, ничего не записывая
    .examples =
        tolmach init
        tolmach init newsroom --source ru --target en,kk
        tolmach init --dry-run      посмотреть, какое расположение файлов найдено
        tolmach init --git          чтобы git сливал каталоги по парам

# en: dhakza7l
command-init-article =
    # Заголовок новости

    Первое предложение новости. Второе предложение: исправьте его и посмотрите, что скажет tolmach status.
# en: aagqy7sx
command-init-checks = # проверка = "error" (ошибка), "warning" (предупреждение), "info" (уведомление) или "off"
# en: vf7mm6cl
command-init-found =
    { $sources ->
        [one] Найдена { $sources } статья
        [few] Найдены { $sources } статьи
       *[many] Найдено { $sources } статей
    } с расположением { $pattern }; { $translations ->
        [0] переводов пока нет
        [one] перевод есть у { $translations } статьи
       *[many] переводы есть у { $translations } статей
    }.
# en: 3szqtm7z
command-init-found-apart =
    {"  "}Их переводы: { $pattern }.
# en: gcsvrpnf
command-init-direction =
    Языком исходных текстов считается { $source } ({ $sources ->
        [one] { $sources } страница
        [few] { $sources } страницы
       *[many] { $sources } страниц
    }; на { $language } — { $pages }). Если сначала пишут на { $language }, выполните вместо этого `tolmach init --source { $language }`.
# en: 3dq43aec
command-init-ask = На каком языке сначала пишут статьи — { $source } или { $language }? [{ $source }]
# en: kf5gy3su
command-init-files =
    { $count ->
        [one] { $count } файл { $extension }
        [few] { $count } файла { $extension }
       *[many] { $count } файлов { $extension }
    }
# en: d7igr53c
command-init-unknown = Расположение статей не распознано: { $files }.
# en: ip624had
command-init-unread = tolmach читает только .md, .mdx и .txt.
# en: 2i2uzmr7
command-init-patterns = # Где лежат исходные тексты и их переводы, например:
# en: n2glygoo
command-init-languages = Найдены языки переводов: { $names }.
# en: 7a62iun7
command-init-languages-left = Есть страницы и на других языках: { $names }. Чтобы следить и за ними, впишите в tolmach.toml: { $line }
# en: 6dn7iwry
command-init-languages-others = Есть страницы и на других языках, они не учитываются: { $names }.
# en: obez4akq
command-init-written = Записано: { $files }.
# en: zhu2wjzl
command-init-next = Дальше: `tolmach status` покажет, что есть.
# en: dz23ziau
command-init-next-align = Дальше: `tolmach align` сопоставит готовые переводы с исходными текстами.
# en: zco2ylzy
command-init-next-patterns = Дальше: укажите в { $path }, в разделе [[articles]], где лежат исходные тексты и переводы, и выполните `tolmach status`.
# en: n6lrdcdz
command-init-next-article = Дальше: отредактируйте { $path } и выполните `tolmach status`.
# en: n6rh25ow
command-init-attributes =
    В { $path } добавлено:
    { $lines }
# en: x7fvuu2j
command-init-driver = Теперь в этом клоне git сливает каталоги по парам.
# en: kvgupbza
command-init-driver-known = В этом клоне git уже сливает каталоги по парам.
# en: fkgdxmpk
command-init-driver-next = Дальше: закоммитьте { $path } и один раз выполните `tolmach init --git` в каждом другом клоне.

## tolmach status

# en: iqhhtrmd
command-status = Показать, что переведено, что устарело и чего не хватает
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .origins = Вместо этого посчитать, чьи переводы: людей, из памяти, от машины
    .format = Вид вывода
    .no_index = Прочитать все файлы, не заглядывая в индекс неизменившихся; результат тот же
    .examples =
        tolmach status
        tolmach status 2026/03/postal-commission
        tolmach status 'articles/2026/**'
        tolmach status --origins
        tolmach status --format json

# en: 7ajiitw2
command-status-none = Статей пока нет. Положите первую туда, куда указывает { $pattern }; язык статьи — { $language }.
# en: rgewcfzh
command-status-unfit = Под шаблон { $pattern } не подходит ни один файл. Дальше: исправьте `source` в разделе [[articles]] файла tolmach.toml.
# en: mqi3oj7k
command-status-moved =
    { $count ->
        [one] Перемещена { $count } статья, а её каталог остался на прежнем месте. Дальше: перенесите его командой `tolmach tidy`.
        [few] Перемещены { $count } статьи, а их каталоги остались на прежних местах. Дальше: перенесите их командой `tolmach tidy`.
       *[many] Перемещено { $count } статей, а их каталоги остались на прежних местах. Дальше: перенесите их командой `tolmach tidy`.
    }

## tolmach diff

# en: bfqubsgk
command-diff = Показать каждое устаревшее предложение: что изменилось, насколько это опасно, каков нынешний перевод
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .cosmetic = Показывать и правки оформления
    .format = Вид вывода
    .examples =
        tolmach diff
        tolmach diff 2026/03/postal-commission --cosmetic
        tolmach diff --format markdown

# en: apfqme76
command-diff-next = Дальше: исправьте переводы в `tolmach translate`, а верные подтвердите: `tolmach ack СТАТЬЯ СЕГМЕНТ --reason "…"`.
# en: wfwx4ibd
command-diff-next-cosmetic = Дальше: подтвердите правки оформления все сразу: `tolmach ack СТАТЬЯ --cosmetic`.
# en: zddnh7ah
command-diff-next-withdrawn = Уберите снятое со страницы, опубликуйте статью заново или оставьте: `tolmach waive СТАТЬЯ +НОМЕР --check withdrawn --reason "…"`.
# en: jlkimshw
command-diff-left-out =
    { $count ->
        [one] Не показана { $count } правка оформления
        [few] Не показаны { $count } правки оформления
       *[many] Не показано { $count } правок оформления
    }; показать: `--cosmetic`.

## tolmach translate

# en: 62esocyv
command-translate = Перевести всё, что устарело, не переведено или ещё не подтверждено, начиная с самого срочного
    .articles = Статьи: имя, путь или шаблон; если не указаны — все. После одной статьи можно указать номера её сегментов или диапазоны, например 3 5-9: они показываются в любом состоянии
    .only = Только сегменты такого рода; параметр можно повторить
    .limit = Наибольшее число сегментов
    .edit = Записать этот текст как перевод указанного сегмента; если перевод уже утвердил редактор, его надо будет прочитать заново
    .list = Вывести список работы, даже если программа запущена в терминале
    .editor = Открыть список работы одним рабочим листом в вашем редакторе (core.editor из git, VISUAL, EDITOR)
    .worksheet = Записать рабочий лист в этот новый файл, чтобы заполнить его где угодно
    .apply = Принять рабочий лист из этого файла
    .no_index = Прочитать все файлы, не заглядывая в индекс неизменившихся; результат тот же
    .examples =
        tolmach translate                          сегмент за сегментом, по клавише на решение
        tolmach translate 2026/05/tender --only stale --limit 10
        tolmach translate 2026/05/tender 3 5-9     исправить эти сегменты, даже готовые
        tolmach translate --editor                 всё на одном рабочем листе
        tolmach translate --worksheet work.txt     заполните его где удобно, затем:
        tolmach translate --apply work.txt

# en: l2wtwloa
command-translate-nothing = Переводить нечего: у каждого сегмента есть перевод, и он соответствует исходному тексту.
# en: jv4gfctl
command-translate-nothing-such = Сегментов такого рода не осталось. Дальше: `tolmach status`
# en: cadhkw2k
command-translate-summary =
    В списке { $count ->
        [one] { $count } сегмент
        [few] { $count } сегмента
       *[many] { $count } сегментов
    }; всего: { $left }.
# en: pgnjyhte
command-translate-next = Дальше: выполните `tolmach translate` в терминале или запишите рабочий лист: `tolmach translate --worksheet ФАЙЛ`.
# en: qkwg4v34
command-translate-beside =
    { $count ->
        [one] На страницах { $count } текст без исходного
        [few] На страницах { $count } текста без исходного
        [many] На страницах { $count } текстов без исходного
       *[other] На страницах { $count } текста без исходного
    } (список: `tolmach translate --list --only withdrawn --only extra`): уберите со страницы лишнее или оставьте, указав причину: `tolmach ack СТАТЬЯ +НОМЕР --reason "…"`.
# en: v2tct5fs
command-translate-written =
    { $count ->
        [one] Записан { $count } сегмент
        [few] Записаны { $count } сегмента
       *[many] Записано { $count } сегментов
    } в файл { $path }. Дальше: заполните его и выполните `tolmach translate --apply { $file }`.
# en: mubcq5hq
command-translate-kept = Ваш рабочий лист сохранён в файле { $path }. Дальше: `tolmach translate --apply { $file }`
# en: py3bbt3q
command-translate-left = сегмент { $number } статьи { $article } изменился после того, как был записан рабочий лист; его блок не тронут
# en: olkbbqos
command-translate-again = сегмент { $number } статьи { $article } был утверждён, теперь редактору надо прочитать его заново
# en: fol4pjlk
command-translate-alike = сегмент { $number } статьи { $article }: отличаются только кавычки, тире или пробелы; перевод остался прежним
# en: fgxul2pl
command-translate-doubt = { $place }: сохранено, но проверьте: { $words }
# en: uiz24klu
command-translate-sure = Сохранить как есть? [д/Н]
# en: 2dxnbgc6
command-translate-damaged = Написанное сохранено в файле { $path }: нажмите v, чтобы продолжить, или примите его позже командой `tolmach translate --apply { $file }`.
# en: 6b3n7wjz
command-translate-applied =
    { $count ->
        [0] Ничего не изменено.
        [one] Сохранён { $count } сегмент. Дальше: `tolmach check`
        [few] Сохранены { $count } сегмента. Дальше: `tolmach check`
       *[many] Сохранено { $count } сегментов. Дальше: `tolmach check`
    }
# en: gebdllci
command-translate-reading = Прежние переводы ещё загружаются; нажмите r, чтобы обновить экран.
# en: 4fwpg3z5
command-translate-key-offer =
    { $last ->
        [1] 1 взять вариант
        [one] 1–{ $last } взять вариант
        [few] 1–{ $last } взять вариант
       *[many] 1–{ $last } взять вариант
    }
# en: 77rxvxt3
command-translate-key-edit = e править
# en: 72jxkbui
command-translate-key-editor = v в своём редакторе
# en: ifrtvrer
command-translate-key-ack = a верно как есть
# en: hj4dgfer
command-translate-key-note = n примечание
# en: pw5qf2kk
command-translate-key-skip = s пропустить
# en: ocn7pwzg
command-translate-key-back = b назад
# en: wexwvbfh
command-translate-key-undo = u отменить
# en: xjn5f4jq
command-translate-key-quit = q выйти
# en: gshhvqic
command-translate-key-help = ? клавиши
# en: ygriv6gx
command-translate-key-unknown = Клавиша «{ $key }» здесь ничего не делает; все клавиши покажет ?.
# en: s4haaxhj
command-translate-line-keys = Enter — сохранить, Esc — выйти из строки; ← → Ctrl-A Ctrl-E — перемещение, Ctrl-W — удалить слово, Ctrl-U — всю строку, ↑ — прежние строки.
# en: uj32oav7
command-translate-help =
    e, Enter: править перевод в строке. v: править в своём редакторе.
    1–9: взять вариант; неполное совпадение сначала откроется для правки.
    a: перевод верен; если исходный текст изменился, нужна причина.
    n: примечание для коллег. u: отменить последнее решение.
    w: замечание проверки снять; нужна причина.
    s, пробел, →: пропустить. b, ←: назад. q: выйти; сохранённое останется.
# en: ryj365vt
command-translate-help-signs = [-…-] или красное — убрано из исходного текста, {"{+…+}"} или зелёное — добавлено; [=…=] или подчёркнутое правка может затронуть.
# en: t6uhwkon
command-translate-help-back = Вернуться — любая клавиша.
# en: u223zjnm
command-translate-first = Это первый сегмент.
# en: 63a5ffp5
command-translate-end = Это был последний сегмент списка.
# en: fqgc3fih
command-translate-saved = Сохранено: сегмент { $number }, статья { $article }.
# en: natbh575
command-translate-saved-again = Сохранено: сегмент { $number }, статья { $article }. Перевод был утверждён, теперь редактору надо прочитать его заново.
# en: yftapdvs
command-translate-noted = Примечание сохранено: сегмент { $number }, статья { $article }.
# en: mroap6ng
command-translate-unchanged = Ничего не изменено.
# en: jp4e3lkj
command-translate-settled = Здесь подтверждать нечего.
# en: yz5vtmeh
command-translate-changed = Тем временем этот сегмент кто-то изменил; ничего не сохранено. Вот как он выглядит теперь.
# en: jkwtwgaf
command-translate-no-note = Примечание ставится к переводу, а его пока нет.
# en: nwjsexjt
command-translate-ask-note = Примечание:
# en: r4nmrtgp
command-translate-ask-waiver = Почему всё верно и так?
# en: q4amcyqe
command-translate-no-finding = У проверок нет к этому сегменту замечаний, которые можно снять.
# en: szf4n2kl
command-translate-undone = Отменено: всё снова так, как было.
# en: sgfbqn4g
command-translate-nothing-undone = Отменять нечего.
# en: 2czer6ju
command-translate-saved-all =
    { $count ->
        [0] Ничего не изменено.
        [one] Сохранено { $count } решение.
        [few] Сохранены { $count } решения.
       *[many] Сохранено { $count } решений.
    }
# en: mw6sz2kb
command-translate-next-check = Дальше: `tolmach check`
# en: 66poyumy
command-translate-next-rest =
    { $count ->
        [one] В списке остался { $count } сегмент
        [few] В списке осталось { $count } сегмента
       *[many] В списке осталось { $count } сегментов
    }. Дальше: `tolmach status` покажет, где.

## tolmach ack

# en: 2jvttf3f
command-ack = Подтвердить, что перевод верен, хотя исходный текст изменился
    .article = Статья: имя или путь
    .segments = Номера сегментов или диапазоны, например 3 5-9, — их показывают check и diff; +1 — текст, который есть только в переводе
    .page = Подтвердить, что страница верна, хотя в исходном тексте теперь другой код, другие значения или порядок
    .cosmetic = Подтвердить разом все правки оформления
    .reason = Почему перевод верен; если не указано, программа спросит
    .examples =
        tolmach ack 2026/03/postal-commission 9 --reason 'Изменился только порядок слов.'
        tolmach ack 2026/03/postal-commission 3 5-9 --reason 'Порядок слов.'
        tolmach ack 'articles/2026/**' --cosmetic

# en: iazzjulu
command-ack-ask = Почему перевод по-прежнему верен?
# en: 2oszaqxm
command-ack-cosmetic = Изменилось только оформление.
# en: j76wjngx
command-ack-done =
    { $count ->
        [0] Подтверждать нечего.
        [one] Подтверждён { $count } сегмент.
        [few] Подтверждены { $count } сегмента.
       *[many] Подтверждено { $count } сегментов.
    }

# en: b3zo7xpg
command-ack-page = Записано, что страница статьи { $article } верна как есть.
# en: 2yhtufu5
command-ack-sure = Перевод по-прежнему верен? [д/Н]
# en: rxb36iky
command-ack-again = Перевод был утверждён, теперь редактору надо прочитать его заново.

## tolmach review

# en: 3uce5xh6
command-review = Утвердить переводы, сделать их окончательными или вернуть на доработку
    .article = Статья или несколько по шаблону; если не указано — все
    .segments = Номера сегментов или диапазоны, например 3 5-9; +1 — текст, который есть только в переводе
    .list = Вывести то, что ждёт редактора, даже если программа запущена в терминале
    .all = Утвердить в статьях всё, что этого ждёт
    .final = Поставить состояние `final`, а не `reviewed`
    .send_back = Снова сделать перевод черновиком и вернуть переводчику
    .note = Оставить примечание к паре
    .edit = Поставить этот текст вместо перевода и утвердить его
    .examples =
        tolmach review                             всё, что ждёт редактора, — сегмент за сегментом
        tolmach review 2026/03/postal-commission 3 5-9
        tolmach review 2026/03/postal-commission 4 --send-back --note 'Проверьте имя.'
        tolmach review 'articles/2026/**' --all --final

# en: ntbsdzl2
command-review-next = Дальше: утвердите командой `tolmach review СТАТЬЯ СЕГМЕНТ` или всё разом с `--all`; верните на доработку с `--send-back --note "…"`.
# en: 6vj43mbi
command-review-next-status = Дальше: `tolmach status`
# en: 6wuggzar
command-review-next-rest =
    { $count ->
        [one] Редактора ждёт { $count } сегмент
        [few] Редактора ждут { $count } сегмента
       *[many] Редактора ждут { $count } сегментов
    }. Дальше: `tolmach review --list` покажет их.
# en: nk5g7gsn
command-review-key-approve = a утвердить
# en: pznl6y2i
command-review-key-final = f окончательно
# en: abqr3xy3
command-review-key-back = r вернуть
# en: nyxfriff
command-review-help =
    a: утвердить. f: сделать окончательным. r: вернуть с примечанием.
    e, Enter: править перевод в строке. v: править в своём редакторе. Ваш текст сразу считается утверждённым.
    n: примечание для коллег. u: отменить последнее решение.
    w: замечание проверки снять; нужна причина.
    s, пробел, →: пропустить. b, ←: назад. q: выйти; сохранённое останется.
# en: 2vejhkh3
command-review-ask-why = Что нужно исправить?
# en: otsth7dc
command-review-told-approved = Утверждено: сегмент { $number }, статья { $article }.
# en: lmltmy3y
command-review-told-final = Окончательно: сегмент { $number }, статья { $article }.
# en: 4mywcjnv
command-review-told-back = Возвращено: сегмент { $number }, статья { $article }.
# en: oyhxts4k
command-review-unfit = Сначала этим сегментом должен заняться переводчик; ничего не сохранено.
# en: 53hlixzd
command-review-none = Для редактора работы нет. Работу переводчика покажет `tolmach translate`.
# en: ksvqjmnl
command-review-approved =
    { $count ->
        [0] Утверждать нечего.
        [one] Утверждён { $count } сегмент.
        [few] Утверждены { $count } сегмента.
       *[many] Утверждено { $count } сегментов.
    }
# en: c6tlj2t7
command-review-final =
    { $count ->
        [0] Делать окончательным нечего.
        [one] Окончательным стал { $count } сегмент.
        [few] Окончательными стали { $count } сегмента.
       *[many] Окончательными стали { $count } сегментов.
    }
# en: eu6tecte
command-review-kept =
    { $count ->
        [one] { $count } сегмент уже окончательный и остаётся таким; вернуть его в работу: `--send-back`.
        [few] { $count } сегмента уже окончательные и остаются такими; вернуть их в работу: `--send-back`.
       *[many] { $count } сегментов уже окончательные и остаются такими; вернуть их в работу: `--send-back`.
    }
# en: w5owvrcn
command-review-sent-back =
    { $count ->
        [one] Возвращён { $count } сегмент; переводчик найдёт его среди черновиков.
        [few] Возвращены { $count } сегмента; переводчик найдёт их среди черновиков.
       *[many] Возвращено { $count } сегментов; переводчик найдёт их среди черновиков.
    }
# en: 5ublz5hg
command-review-doubted =
    { $count ->
        [one] { $count } сегмент оставлен: о нём предупреждает `check`. Посмотрите его и утвердите по номеру или снимите замечание.
        [few] { $count } сегмента оставлены: о них предупреждает `check`. Посмотрите каждый и утвердите по номеру или снимите замечание.
        [many] { $count } сегментов оставлены: о них предупреждает `check`. Посмотрите каждый и утвердите по номеру или снимите замечание.
       *[other] { $count } сегмента оставлены: о них предупреждает `check`. Посмотрите каждый и утвердите по номеру или снимите замечание.
    }
# en: uvnkrl2m
command-review-left =
    { $count ->
        [one] Ещё { $count } сегмент за переводчиком: смотрите `tolmach translate`.
        [few] Ещё { $count } сегмента за переводчиком: смотрите `tolmach translate`.
       *[many] Ещё { $count } сегментов за переводчиком: смотрите `tolmach translate`.
    }

## tolmach waive

# en: m2agbv2u
command-waive = Сделать исключение: так и должно быть
    .article = Статья: имя или путь
    .segments = Номера сегментов или диапазоны, например 3 5-9, — их показывает check; +1 — текст, который есть только в переводе
    .check = Проверка, из которой делается исключение
    .reason = Почему перевод верен
    .remove = Отменить исключение
    .list = Показать исключения и то, действуют ли они
    .examples =
        tolmach waive 2026/03/postal-commission 4 --check left-in-source --reason 'Название остаётся русским.'
        tolmach waive --list

# en: vlknf5ia
command-waive-done =
    Исключение из { $check } сделано { $count ->
        [one] для сегмента { $segment }, пока его тексты не изменятся
        [few] для { $count } сегментов, пока их тексты не изменятся
        [many] для { $count } сегментов, пока их тексты не изменятся
       *[other] для { $count } сегментов, пока их тексты не изменятся
    }. Дальше: `tolmach check { $article }`.
# en: bt4x6aol
command-waive-removed =
    { $count ->
        [one] Замечание { $check } у сегмента { $segment } снова действует.
        [few] Замечание { $check } у { $count } сегментов снова действует.
        [many] Замечание { $check } у { $count } сегментов снова действует.
       *[other] Замечание { $check } у { $count } сегментов снова действует.
    }
# en: vytoow5l
command-waive-surplus =
    { $count ->
        [one] Текст, который есть только в переводе, оставлен: { $count }. Дальше: `tolmach check { $article }`.
        [few] Тексты, которые есть только в переводе, оставлены: { $count }. Дальше: `tolmach check { $article }`.
        [many] Тексты, которые есть только в переводе, оставлены: { $count }. Дальше: `tolmach check { $article }`.
       *[other] Тексты, которые есть только в переводе, оставлены: { $count }. Дальше: `tolmach check { $article }`.
    }
# en: fdkrcuwz
command-waive-surplus-removed =
    { $count ->
        [one] Замечание к { $count } тексту снова действует.
        [few] Замечания к { $count } текстам снова действуют.
        [many] Замечания к { $count } текстам снова действуют.
       *[other] Замечания к { $count } текста снова действуют.
    }

## tolmach check

# en: m3xtrhbp
command-check = Завершиться с ошибкой, если перевода нет, он устарел или не заверен
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .only = Выполнить только эту проверку; параметр можно повторить
    .fail_on = Наименьшая важность, при которой команда завершается с ошибкой
    .fail_on_change = Устаревший перевод — ошибка, начиная с такой опасности правки; обо всём остальном судят по важности
    .format = Вид вывода
    .changed_from = Только статьи, изменённые после этой ревизии git
    .shard = Только одна часть статей, например 3/8; `tolmach report merge` соберёт из всех частей один отчёт
    .only_new = Считать ошибкой только замечания, которых нет в этой ревизии git
    .staged = Проверить то, что подготовлено к коммиту (git add), а не файлы в папке
    .baseline = Считать ошибкой только замечания, которых нет в этом файле
    .documents = Учесть правку переведённых документов, как это сделал бы `align`, ничего не записывая
    .no_index = Прочитать все файлы, не заглядывая в индекс неизменившихся; результат тот же
    .list = Показать, какие бывают проверки
    .explain = Рассказать об одной проверке: зачем она, как часто ошибается и что с ней делать
    .fix = Исправить то, что не меняет смысла; сначала показать
    .yes = Не спрашивать
    .write_baseline = Записать нынешние замечания в этот файл; что известно о непроверенном, в нём останется
    .examples =
        tolmach check
        tolmach check --changed-from origin/main
        tolmach check --only-new origin/main
        tolmach check --staged --only-new HEAD
        tolmach check --documents            где оба документа правят вручную
        tolmach check --format sarif > tolmach.sarif
        tolmach check --explain numbers
        tolmach check --fix --only spaces
        tolmach check --shard 3/8 --format json > part3.json
        tolmach check --baseline debt.json --write-baseline

# en: h2z6ewl4
command-check-fix-none = Без человека здесь нечего исправить.
# en: xtymzv3i
command-check-fix-question =
    { $count ->
        [one] Исправить { $count } перевод? [y/N]
        [few] Исправить { $count } перевода? [y/N]
        [many] Исправить { $count } переводов? [y/N]
       *[other] Исправить { $count } перевода? [y/N]
    }
# en: 5wyur2ku
command-check-fix-unasked =
    { $count ->
        [one] Ничего не записано: можно исправить { $count } перевод. Чтобы исправить его, добавьте `--yes`.
        [few] Ничего не записано: можно исправить { $count } перевода. Чтобы исправить их, добавьте `--yes`.
        [many] Ничего не записано: можно исправить { $count } переводов. Чтобы исправить их, добавьте `--yes`.
       *[other] Ничего не записано: можно исправить { $count } перевода. Чтобы исправить их, добавьте `--yes`.
    }
# en: zxv7543z
command-check-fix-done =
    { $count ->
        [one] Исправлен { $count } перевод.
        [few] Исправлены { $count } перевода.
        [many] Исправлено { $count } переводов.
       *[other] Исправлено { $count } перевода.
    } { $reopened ->
        [0] Дальше: `tolmach check`.
        [one] { $reopened } из них был утверждён и ждёт новой вычитки: `tolmach review`.
        [few] { $reopened } из них были утверждены и ждут новой вычитки: `tolmach review`.
        [many] { $reopened } из них были утверждены и ждут новой вычитки: `tolmach review`.
       *[other] { $reopened } из них были утверждены и ждут новой вычитки: `tolmach review`.
    }
# en: rz2lphfs
command-check-baseline-written =
    { $count ->
        [one] Записано { $count } замечание
        [few] Записаны { $count } замечания
       *[many] Записано { $count } замечаний
    } в файл { $path }. Теперь ошибкой будут считаться только новые.
# en: 6pvd5v6b
command-check-baseline-known =
    { $count ->
        [one] { $count } замечание уже есть в списке известных { $path } и не показано
        [few] { $count } замечания уже есть в списке известных { $path } и не показаны
       *[many] { $count } замечаний уже есть в списке известных { $path } и не показаны
    }.
# en: j4zclmsz
command-check-known =
    { $count ->
        [one] { $count } замечание не показано: оно есть и в { $revision }.
        [few] { $count } замечания не показаны: они есть и в { $revision }.
       *[many] { $count } замечаний не показаны: они есть и в { $revision }.
    }
# en: abd4jtie
command-check-tolerated =
    { $count ->
        [one] { $count } устаревший перевод не считается ошибкой: правка менее опасна, чем { $change }.
        [few] { $count } устаревших перевода не считаются ошибкой: правки менее опасны, чем { $change }.
       *[many] { $count } устаревших переводов не считаются ошибкой: правки менее опасны, чем { $change }.
    }
# en: 6nkpuaj2
command-check-unchanged = После ревизии { $revision } ни одна статья не менялась.

## tolmach report

# en: cvwplt52
command-report = Что можно сделать с готовыми отчётами
    .examples =
        tolmach report merge part*.json
        tolmach report merge part*.json --format sarif > tolmach.sarif

# en: lhomgscc
command-report-merge = Собрать из частей отчёт, какой получился бы за один запуск
    .files = Отчёты `tolmach check --shard` в JSON или в любом другом формате; - — стандартный ввод
    .format = Формат вывода
    .examples =
        tolmach report merge part*.json
        tolmach report merge part*.json --format sarif > tolmach.sarif

## tolmach align

# en: 55mea6bv
command-align = Сопоставить предложения готовых переводов и учесть правки, внесённые прямо в документы
    .articles = Два файла либо статьи: имя, путь или шаблон; если не указаны — все
    .dry_run = Показать пары, ничего не записывая
    .explain = О каждой новой паре сказать, какие слова в ней соответствуют друг другу, принята ли она и почему
    .source_at = С каким исходным текстом сопоставлять новые переводы: с текстом из ревизии git, на дату (2026-01-31) или «auto» — по истории обоих файлов, для каждого предложения отдельно
    .strictness = От 0 до 1: чем строже, тем чаще предложение остаётся без пары
    .format = Вид вывода
    .examples =
        tolmach align                        завести каталоги, где их нет, и учесть правки остальных
        tolmach align --dry-run --format json
        tolmach align --source-at auto       то же; изменённое после перевода окажется устаревшим
        tolmach align --source-at v1.2       то же для всего, что изменилось после метки
        tolmach align ru.md en.md            посмотреть, как сопоставлены два файла
        tolmach align --explain ru.md en.md  то же с объяснением

# en: nt2tlmjw
command-align-unexplained = Сейчас ни одной пары не создано. Чтобы увидеть, почему уже сопоставленные тексты подходят друг другу, назовите оба файла: `tolmach align --explain ru.md en.md`
# en: fw6s6ihh
command-align-doubt = { $article }: { $words }
# en: iqgnccda
command-align-doubts-more =
    { $count ->
        [one] … и ещё { $count } такая пара.
        [few] … и ещё { $count } такие пары.
        [many] … и ещё { $count } таких пар.
       *[other] … и ещё { $count } такой пары.
    }
# en: r2bhggm3
command-align-in-step = Все каталоги соответствуют документам.
# en: dynxldky
command-align-adopted =
    { $count ->
        [one] Записан каталог { $count } статьи.
        [few] Записаны каталоги { $count } статей.
       *[many] Записаны каталоги { $count } статей.
    }
# en: spslcrns
command-align-adopted-before =
    { $count ->
        [one] Параметр --source-at — для переводов без каталога; у { $count } статьи каталог уже есть, и её пары остались при своих исходных текстах.
        [few] Параметр --source-at — для переводов без каталога; у { $count } статей каталоги уже есть, и их пары остались при своих исходных текстах.
       *[many] Параметр --source-at — для переводов без каталога; у { $count } статей каталоги уже есть, и их пары остались при своих исходных текстах.
    }
# en: v46beu6p
command-align-followed =
    { $count ->
        [one] По правке документов обновлён { $count } каталог.
        [few] По правке документов обновлены { $count } каталога.
       *[many] По правке документов обновлено { $count } каталогов.
    }
# en: hhrpblmn
command-align-noted =
    { $count ->
        [one] В { $count } каталоге отмечено, с каким документом он согласован.
        [few] В { $count } каталогах отмечено, с какими документами они согласованы.
       *[many] В { $count } каталогах отмечено, с какими документами они согласованы.
    }
# en: wysnjwgt
command-align-no-history = Истории git здесь нет, поэтому пары найдены только по нынешним текстам. Дальше: для `--source-at auto` работайте в клоне репозитория.
# en: ijovqaod
command-align-shallow = Клон неполный: о том, что было до его начала, git не знает. Дальше: выполните `git fetch --unshallow` и сопоставьте заново.
# en: lhrctglv
command-align-unlisted = Git не может прочитать всю историю, поэтому пары найдены только по нынешним текстам. Дальше: получите недостающее (`git fetch --unshallow`, `git fetch --refetch`) и сопоставьте заново.
# en: 5k4mk2m7
command-align-next =
    { $drafts ->
        [0] Дальше: `tolmach status`
        [one] Нужно просмотреть { $drafts } пару. Дальше: `tolmach translate --only draft`, затем `tolmach status`
        [few] Нужно просмотреть { $drafts } пары. Дальше: `tolmach translate --only draft`, затем `tolmach status`
       *[many] Нужно просмотреть { $drafts } пар. Дальше: `tolmach translate --only draft`, затем `tolmach status`
    }
# en: p3saa57d
command-align-dry =
    Проба: ничего не записано. Впервые сопоставить можно { $adopted ->
        [one] { $adopted } статью
        [few] { $adopted } статьи
       *[many] { $adopted } статей
    }, обновить — { $followed ->
        [one] { $followed } каталог
        [few] { $followed } каталога
       *[many] { $followed } каталогов
    }{ $noted ->
        [0] {""}
        [one] , отметить как согласованный — { $noted }
        [few] , отметить как согласованные — { $noted }
       *[many] , отметить как согласованные — { $noted }
    }. Без --dry-run всё это будет записано.

## tolmach publish

# en: bnra5yeh
command-publish = Записать переведённые документы в той же форме, что у исходных
    .articles = Статьи: имена, пути или шаблоны; если не указано — все
    .stale = Публиковать, даже если чего-то не хватает или что-то устарело; значение говорит, что поставить взамен
    .check = Ничего не записывать; ошибка, если документ устарел
    .force = Записать и поверх документов, исправленных вручную
    .no_index = Прочитать все файлы, не заглядывая в индекс неизменившихся; результат тот же
    .examples =
        tolmach publish
        tolmach publish 2026/03/postal-commission
        tolmach publish --stale frozen 'articles/2026/**'
        tolmach publish --check

# en: a4jrchaa
command-publish-done =
    { $count ->
        [one] Опубликован { $count } документ.
        [few] Опубликованы { $count } документа.
       *[many] Опубликовано { $count } документов.
    }
# en: zzrhfv6i
command-publish-due =
    { $count ->
        [one] Надо заново опубликовать { $count } документ. Дальше: `tolmach publish`.
        [few] Надо заново опубликовать { $count } документа. Дальше: `tolmach publish`.
       *[many] Надо заново опубликовать { $count } документов. Дальше: `tolmach publish`.
    }
# en: qqndnlef
command-publish-current =
    { $count ->
        [one] Уже опубликован и не изменился { $count } документ.
        [few] Уже опубликованы и не изменились { $count } документа.
       *[many] Уже опубликовано и не изменилось { $count } документов.
    }
# en: ez2hjeeu
command-publish-held =
    { $count ->
        [one] Не готов { $count } перевод. Дальше: `tolmach translate` или укажите в `--stale`, чем заменить недостающее.
        [few] Не готовы { $count } перевода. Дальше: `tolmach translate` или укажите в `--stale`, чем заменить недостающее.
       *[many] Не готово { $count } переводов. Дальше: `tolmach translate` или укажите в `--stale`, чем заменить недостающее.
    }
# en: msbp3tc3
command-publish-edited =
    { $count ->
        [one] Оставлен как есть { $count } документ: он сделан или исправлен вручную. Перенесите правку в каталог командой `tolmach align` или запишите поверх с `--force`.
        [few] Оставлены как есть { $count } документа: они сделаны или исправлены вручную. Перенесите правки в каталоги командой `tolmach align` или запишите поверх с `--force`.
       *[many] Оставлено как есть { $count } документов: они сделаны или исправлены вручную. Перенесите правки в каталоги командой `tolmach align` или запишите поверх с `--force`.
    }
# en: k3q54nqi
command-publish-unkept =
    { $count ->
        [one] Оставлен как есть { $count } документ: в нём есть разметка, код или поля, которых нет в исходном, либо текст без исходного. Исправьте так же исходный документ или запишите поверх с `--force`.
        [few] Оставлены как есть { $count } документа: в них есть разметка, код или поля, которых нет в исходных, либо текст без исходного. Исправьте так же исходные документы или запишите поверх с `--force`.
       *[many] Оставлено как есть { $count } документов: в них есть разметка, код или поля, которых нет в исходных, либо текст без исходного. Исправьте так же исходные документы или запишите поверх с `--force`.
    }
# en: ualy5kcz
command-publish-lapses =
    { $count ->
        [one] { $count } сегмент не готов ({ $left }), и на странице об этом не сказано.
        [few] { $count } сегмента не готовы ({ $left }), и на страницах об этом не сказано.
        [many] { $count } сегментов не готовы ({ $left }), и на страницах об этом не сказано.
       *[other] { $count } сегмента не готовы ({ $left }), и на страницах об этом не сказано.
    }
# en: ptoqdl7x
command-publish-beside =
    { $count ->
        [one] { $count } текст есть только в переводе, и на странице его нет. Решите, что с ним делать: `tolmach translate`.
        [few] { $count } текста есть только в переводе, и на страницах их нет. Решите, что с ними делать: `tolmach translate`.
        [many] { $count } текстов есть только в переводе, и на страницах их нет. Решите, что с ними делать: `tolmach translate`.
       *[other] { $count } текста есть только в переводе, и на страницах их нет. Решите, что с ними делать: `tolmach translate`.
    }
# en: 2mxa6p74
command-publish-lone =
    { $count ->
        [one] Осталась { $count } страница, исходного текста которой больше нет. Дальше: `tolmach check --only lone-document`.
        [few] Остались { $count } страницы, исходных текстов которых больше нет. Дальше: `tolmach check --only lone-document`.
        [many] Осталось { $count } страниц, исходных текстов которых больше нет. Дальше: `tolmach check --only lone-document`.
       *[other] Осталось { $count } страницы, исходных текстов которых больше нет. Дальше: `tolmach check --only lone-document`.
    }

## tolmach export

# en: lio6s2uh
command-export = Записать двуязычные страницы или файлы для переводчиков, которые принимает import
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .format = Вид страниц
    .out = Записать в эту папку по файлу на статью, а для html — ещё и оглавление
    .stale = Что ставить вместо устаревшего, отсутствующего или незаверенного перевода; если не указано — «mark»
    .final = Чистовой вид для публикации: без пометок и переключателей; критические правки не пропускаются, если в --stale не сказано, что с ними делать
    .approval = Страница Word для чтения в два столбца и подписи, правка записывается (`--format docx`)
    .redline = Страница Word с тем, что изменилось после последнего одобрения или после этой ревизии (`--format docx`)
    .force = Записать и поверх файлов, которые записаны не экспортом или с тех пор изменены
    .only = В файлы для переводчиков — только сегменты в этих состояниях, например missing,stale
    .no_index = Прочитать все файлы, не заглядывая в индекс неизменившихся; результат тот же
    .examples =
        tolmach export 2026/03/postal-commission --format html > page.html
        tolmach export --format html --out pages
        tolmach export --format html --final --stale omit --out public
        tolmach export 2026/03/postal-commission --format docx --approval --out approval

# en: y66nnclj
command-export-written =
    { $count ->
        [one] { $count } страница
        [few] { $count } страницы
       *[many] { $count } страниц
    } в папке { $folder }: { $changed ->
        [0] обновлять нечего
        [one] записана { $changed }
        [few] записаны { $changed }
       *[many] записано { $changed }
    }.
# en: m7euwwr6
command-export-embargo =
    { $path } под эмбарго { $until ->
        [none] без срока
       *[named] до { $until }
    }: окончательная страница не записана. `--stale` вместе с `--final` всё же запишет её.
# en: nfv7r77h
command-export-critical =
    { $count ->
        [one] Ничего не записано: { $count } сегмент устарел из-за критической правки. Обновите его командой `tolmach translate` или укажите в `--stale`, что поставить на его место.
        [few] Ничего не записано: { $count } сегмента устарели из-за критических правок. Обновите их командой `tolmach translate` или укажите в `--stale`, что поставить на их место.
        [many] Ничего не записано: { $count } сегментов устарели из-за критических правок. Обновите их командой `tolmach translate` или укажите в `--stale`, что поставить на их место.
       *[other] Ничего не записано: { $count } сегмента устарели из-за критических правок. Обновите их командой `tolmach translate` или укажите в `--stale`, что поставить на их место.
    }
# en: m3qt7dva
command-export-removed =
    { $count ->
        [one] Удалена { $count } страница, статьи которой больше нет.
        [few] Удалены { $count } страницы, статей которых больше нет.
       *[many] Удалено { $count } страниц, статей которых больше нет.
    }
# en: wghk2uyq
command-export-left = Статьи страницы { $path } больше нет; после выпуска страницу изменили, поэтому она оставлена.
# en: kclhlim6
command-export-open = Откройте { $path } в браузере.
# en: dlyqv4s3
command-export-files =
    { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    } в папке { $folder }: { $changed ->
        [0] обновлять нечего
        [one] записан { $changed }
        [few] записаны { $changed }
       *[many] записано { $changed }
    }.
# en: wirgmyfz
command-export-back = Готовые переводы примет команда `tolmach import`.

## tolmach tidy

# en: yppc3rpw
command-tidy = Навести порядок в каталогах: удалить лишние пары, расставить остальные, найти переехавшие статьи
    .articles = Статьи: имена, пути или шаблоны; если не указано — все
    .yes = Сделать всё, не спрашивая
    .dry_run = Только показать, что было бы сделано
    .examples =
        tolmach tidy --dry-run
        tolmach tidy --yes
        tolmach tidy 2026/03/postal-commission

# en: yhxvolmu
command-tidy-clean = Всё в порядке.
# en: o5jbbxxy
command-tidy-next = Ничего не изменено. Дальше: `tolmach tidy --yes`.
# en: ewi5k6va
command-tidy-done =
    { $count ->
        [one] Приведён в порядок { $count } каталог.
        [few] Приведены в порядок { $count } каталога.
       *[many] Приведено в порядок { $count } каталогов.
    }
# Что считается согласием: слова через пробел, строчными буквами.
# en: bclnjbfn
command-yes = д да y yes
# en: lemml23h
command-tidy-ask-move =
    { $count ->
        [one] Перенести { $count } каталог? [д/Н]
        [few] Перенести { $count } каталога? [д/Н]
       *[many] Перенести { $count } каталогов? [д/Н]
    }
# en: m5amyyvg
command-tidy-ask-remove =
    { $count ->
        [one] Удалить навсегда { $count } лишнюю пару? [д/Н]
        [few] Удалить навсегда { $count } лишние пары? [д/Н]
       *[many] Удалить навсегда { $count } лишних пар? [д/Н]
    }
# en: qvdbnxgh
command-tidy-ask-sort =
    { $count ->
        [one] Расставить пары и заверить по-новому старые в { $count } каталоге? [д/Н]
        [few] Расставить пары и заверить по-новому старые в { $count } каталогах? [д/Н]
       *[many] Расставить пары и заверить по-новому старые в { $count } каталогах? [д/Н]
    }

## tolmach merge-driver

# en: iwdibybh
command-merge-driver = Слить каталоги по парам; git сам вызывает эту команду после `tolmach init --git`
    .files = Общий предок, наша и чужая версии; результат записывается на место нашей
    .marker_size = Сколько знаков в метке конфликта
    .path = Имя самого каталога
    .labels = Как назвать эти три файла в метках конфликта
    .examples =
        tolmach init --git          чтобы её вызывал git
        tolmach merge-driver base.toml en.toml theirs.toml

# en: fv4b4fg6
command-merge-driver-conflicts =
    { $path }: { $count ->
        [one] { $count } пара изменена в двух ветках по-разному.
        [few] { $count } пары изменены в двух ветках по-разному.
       *[many] { $count } пар изменено в двух ветках по-разному.
    } Дальше: оставьте верную версию каждой пары, удалите строки с метками и выполните `tolmach check`.
# en: 2qo2us2v
command-merge-driver-lines = { $path }: слить по парам не удалось, и git слил файл по строкам. Дальше: просмотрите его и выполните `tolmach check`.

## tolmach segment

# en: iuymdefu
command-segment = Показать, как файл делится на блоки и предложения
    .file = Файл; - означает стандартный ввод
    .language = Язык текста; если не указан — исходный язык рабочей папки
    .syntax = Разметка файла; если не указана, её определяет расширение
    .lines = Считать каждую строку отдельным блоком
    .format = Вид вывода
    .examples =
        tolmach segment articles/2026/03/postal-commission/ru.md
        echo 'Привет. Как дела?' | tolmach segment --language ru --syntax text -

## tolmach completions

# en: 7xbnk6pk
command-completions = Вывести сценарий автодополнения для оболочки
    .shell = Оболочка
    .examples =
        tolmach completions bash > ~/.local/share/bash-completion/completions/tolmach
        tolmach completions zsh > ~/.zfunc/_tolmach
        tolmach completions fish > ~/.config/fish/completions/tolmach.fish

## tolmach man

# en: ijrzxvqy
command-man = Вывести страницу руководства или записать страницы всех команд
    .out = Записать в эту папку по странице на команду
    .examples =
        tolmach man | man -l -
        tolmach man --out ~/.local/share/man/man1

# en: wctu3afp
command-man-written =
    { $count ->
        [one] Записана { $count } страница
        [few] Записаны { $count } страницы
       *[many] Записано { $count } страниц
    } в папку { $folder }.

## tolmach memory

# en: 3utczwaw
command-memory = Найти переведённое раньше, сосчитать его, принять и отдать единицы перевода
    .examples =
        tolmach memory search "Совет принял план работы"   самые похожие переводы, затем слова
        tolmach memory import agency.tmx                   принять файл с единицами перевода
        tolmach memory export --out memory.tmx             отдать всё переведённое
        tolmach memory stats                               сколько там всего
# en: tsiancpq
command-memory-search = Показать переводы похожих предложений, затем все тексты с этими словами на любом из двух языков
    .text = Предложение или слова; с - берётся каждая строка стандартного ввода
    .limit = Наибольшее число совпадений
    .words = Искать слова точно в этой форме; иначе годится любая
    .no_index = Прочитать всё заново, без индекса в папке кэша
    .server = Спросить вместо своей памяти серверы общей, только о предложениях
    .format = Вид вывода; с - в виде json выходит по строке на каждый ответ
    .examples =
        tolmach memory search "Вход свободный."
        tolmach memory search "радиочастотный спектр" --limit 20
        tolmach memory search "radio spectrum"              и в переводах тоже
        tolmach memory search - --format json < lines.txt   по ответу на строку
# en: wkpu5udd
command-memory-stats = Сосчитать, что есть в памяти
    .no_index = Прочитать всё заново, без индекса в папке кэша
    .format = Вид вывода
    .examples =
        tolmach memory stats
        tolmach memory stats --format json
# en: bysxjixs
command-memory-import = Скопировать единицы перевода из файлов TMX в рабочую папку
    .file = Файлы TMX любой версии и величины, в UTF-8 или UTF-16
    .examples =
        tolmach memory import agency.tmx
# en: rbgh45o2
command-memory-export = Записать в TMX 1.4 всё переведённое, в чём не сомневается ни одна проверка
    .format = Вид вывода
    .out = Файл для записи; по умолчанию стандартный вывод
    .force = Записать и поверх файла, который не был записан этой командой
    .examples =
        tolmach memory export --out memory.tmx
        tolmach memory export --target en > memory.tmx
# en: hguhd73i
command-memory-push = Отдать переводы и термины этой рабочей папки редакциям с общей памятью
    .examples =
        tolmach memory push
# en: sxnjhm3s
command-memory-pull = Скопировать переводы и термины других редакций, чтобы для поиска не нужен был сервер
    .examples =
        tolmach memory pull
# en: vbe2bv26
command-memory-server = Настроить серверы общей памяти
# en: oujeo5za
command-memory-server-init = Создать таблицы на серверах из `[memory] share` или обновить их
    .examples =
        tolmach memory server init
        TOLMACH_SHARE=postgres://owner@db.example/memory tolmach memory server init
# en: 3gtc7yjh
command-memory-pushed =
    { $server }: { $new ->
        [0] ничего нового
        [one] { $new } новая пара
        [few] { $new } новые пары
       *[many] { $new } новых пар
    } из { $all } с переводом на { $target }.
# en: rssnbuuc
command-memory-pulled =
    { $server }: { $count ->
        [0] ничего нового с переводом на { $target }.
        [one] { $count } новая пара с переводом на { $target }.
        [few] { $count } новые пары с переводом на { $target }.
       *[many] { $count } новых пар с переводом на { $target }.
    }
# en: blez2rrl
command-memory-skipped = { $server } не отвечает и пропущен; скопированное с него раньше остаётся в работе.
# en: vkizalcl
command-memory-silent = { $server } не отвечает; того, что есть на нём, здесь нет.
# en: wzlaucwc
command-memory-terms-pushed =
    { $server }: { $new ->
        [0] эти термины там уже есть
        [one] передан { $new } термин
        [few] передано { $new } термина
        [many] передано { $new } терминов
       *[other] передано { $new } термина
    }.
# en: zqzf6eck
command-memory-terms-pulled =
    { $server }: обновлены термины { $count ->
        [one] { $count } рабочей папки
        [few] { $count } рабочих папок
        [many] { $count } рабочих папок
       *[other] { $count } рабочей папки
    }. Дальше: `tolmach terms import --shared --dry-run` покажет, что из них добавится.
# en: kpbqln2a
command-memory-server-made = { $server }: таблицы готовы, версия { $version }.
# en: qz5hfgtq
command-memory-server-known = { $server }: таблицы уже версии { $version }.
# en: zturuzdy
command-memory-server-next = Дальше: создайте роль для каждой редакции, `create role ИМЯ login in role tolmach_writer`, и выполните `tolmach memory push` в её рабочей папки.
# en: i4wbgo6g
command-memory-taken =
    Записан { $path }: { $count ->
        [one] { $count } единица
        [few] { $count } единицы
       *[many] { $count } единиц
    } с переводом на { $target }.
# en: tnzesxq7
command-memory-known = Единицы из { $file } уже есть в { $path }.
# en: gi62inyr
command-memory-import-next = Дальше: их находит `tolmach memory search ТЕКСТ` и предлагает `tolmach translate`.
# en: nmmxs3lu
command-memory-given =
    Записан { $path }: { $count ->
        [one] { $count } единица
        [few] { $count } единицы
       *[many] { $count } единиц
    }.

## tolmach import

# en: kgsvxicb
command-import = Принять переводы из файлов других программ
    .file = Вернувшиеся файлы; формат определяется по содержимому
    .article = Статья, к которой относятся строки без указания статьи
    .dry_run = Только показать, что станет с каждой строкой
    .yes = Принять всё, что можно, без вопросов
    .prefer = Чей перевод остаётся, если изменены оба; если не указано — ничей
    .over_approved = Заменять и переводы, утверждённые редактором
    .refuse_doubtful = Не принимать переводы, в которых числа или слова выглядят ошибкой
    .encoding = Кодировка файлов, если это не UTF-8 и не UTF-16, например windows-1251
    .format = Вид отчёта
    .revisions = Что делать с правкой, записанной в Word: считать внесённой, считать не внесённой или не брать такие строки
    .examples =
        tolmach import back/en.xlf                        показать новое и спросить
        tolmach import back/*.xlf --yes
        tolmach import back/en.xlf --dry-run --format json

# en: ydy6ckp3
command-import-question =
    { $count ->
        [one] Принять { $count } перевод в каталоги? [y/N]
        [few] Принять { $count } перевода в каталоги? [y/N]
       *[many] Принять { $count } переводов в каталоги? [y/N]
    }
# en: xjq7orzp
command-import-unasked =
    { $count ->
        [one] Ничего не записано: можно принять { $count } перевод. Чтобы принять его, добавьте `--yes`.
        [few] Ничего не записано: можно принять { $count } перевода. Чтобы принять их, добавьте `--yes`.
       *[many] Ничего не записано: можно принять { $count } переводов. Чтобы принять их, добавьте `--yes`.
    }
# en: gt7en657
command-import-revised =
    { $count ->
        [one] { $count } строка с записанной правкой не взята, как сказано в `--revisions refuse`.
        [few] { $count } строки с записанной правкой не взяты, как сказано в `--revisions refuse`.
        [many] { $count } строк с записанной правкой не взято, как сказано в `--revisions refuse`.
       *[other] { $count } строки с записанной правкой не взято, как сказано в `--revisions refuse`.
    }
# en: suojgo7c
command-import-approval = «{ $path }»: согласовано, { $name }. Переводы, в которых ничего не правили, становятся утверждёнными
# en: zahxqkv7
command-import-approval-refused = «{ $path }»: не согласовано, { $name }. Переводы возвращаются в черновики
# en: zsmmh4jq
command-import-approval-unclear = в рамке «{ $path }» отмечено несколько решений, поэтому по ней ничего не утверждается
# en: sxs4emmc
command-import-approval-unsigned = в рамке «{ $path }» решение отмечено, но не подписано; впишите имя и примите файл снова
# en: vwbtkkyq
command-import-foreign = { $count ->
    [one] { $count } файл на другом языке пропущен
    [few] { $count } файла на других языках пропущены
   *[many] { $count } файлов на других языках пропущено
 }
# en: s7rx2r65
command-import-obsolete = «{ $path }»: { $count ->
    [one] { $count } устаревшая запись, исходного текста которой больше нет, пропущена
    [few] { $count } устаревшие записи, исходного текста которых больше нет, пропущены
   *[many] { $count } устаревших записей, исходного текста которых больше нет, пропущено
 }
# en: 7qhjrlgo
command-import-outdated = «{ $path }»: { $count ->
    [one] в { $count } записи указан прежний исходный текст; перевод принимается, прежний исходный текст — нет
    [few] в { $count } записях указан прежний исходный текст; переводы принимаются, прежние исходные тексты — нет
   *[many] в { $count } записях указан прежний исходный текст; переводы принимаются, прежние исходные тексты — нет
 }
# en: 2brcnopo
command-import-done =
    { $count ->
        [one] Принят { $count } перевод.
        [few] Принято { $count } перевода.
       *[many] Принято { $count } переводов.
    }
# en: fw6uf2kg
command-import-strays =
    «{ $path }»: не взято то, что стоит вне столбцов с переводом и замечаниями: { $words }{ $more ->
        [0] .
        [one] ; и ещё { $more } текст.
        [few] ; и ещё { $more } текста.
       *[many] ; и ещё { $more } текстов.
    }
# en: ge4ddjpp
command-import-unread = Не прочитан { $path }: ни один из форматов, которые принимаются обратно, не подходит.
# en: 4jovj6u7
command-import-next = Что осталось, покажет `tolmach status`.

## tolmach package

# en: 4s3eoja7
command-package = Собрать работу для агентства в один архив со всем, что поможет её сделать
    .articles = Статьи: id, путь или шаблон; если не указаны, все
    .to = Архив, который нужно записать; обратно его примет `tolmach import`
    .only = Какие сегменты — работа; если не указано, missing, stale и draft
    .format = Формат файлов для перевода
    .force = Записать поверх файла, который там лежит
    .examples =
        tolmach package 2026/03/postal-commission --to work.zip
        tolmach package --target en --only missing --to work.zip
        tolmach import work.zip                           когда архив вернётся
# en: woibfknq
command-package-written =
    Записан { $path }: { $segments ->
        [one] { $segments } сегмент
        [few] { $segments } сегмента
        [many] { $segments } сегментов
       *[other] { $segments } сегмента
    }, { $words ->
        [one] { $words } слово
        [few] { $words } слова
        [many] { $words } слов
       *[other] { $words } слова
    } — { $count ->
        [one] { $count } файл
        [few] { $count } файла
        [many] { $count } файлов
       *[other] { $count } файла
    } для перевода.
# en: s46gnp7f
command-package-back = Отправьте его переводчикам. Когда он вернётся, `tolmach import { $path }` покажет, что нового.

## tolmach terms

# en: ifvuhvjj
command-terms = Условленные переводы названий и терминов: показать, проверить, предложить новые, принять и передать
    .examples =
        tolmach terms list                          что условлено
        tolmach terms check                         где тексты или сами термины этому противоречат
        tolmach terms extract                       что предлагают переводы
        tolmach terms import glossary.tbx           принять то, что знает другая программа
        tolmach terms export --format tbx --out terms.tbx
# en: w3yq3pqi
command-terms-list = Показать условленные термины и где они записаны
    .text = Только термины, в словах которых есть этот текст
    .format = Вид списка
    .examples =
        tolmach terms list
        tolmach terms list союз                     термины с этими буквами
        tolmach terms list --format json
# en: 7ajjzgm4
command-terms-check = Показать термины, которые противоречат друг другу, и переводы с другими словами
    .articles = Какие статьи проверить; по умолчанию все
    .fail_on = Завершаться с кодом 1, начиная с этой серьёзности
    .format = Вид отчёта
    .examples =
        tolmach terms check
        tolmach terms check 2026/05/conference      проверить одну статью
        tolmach terms check --format json
# en: fuiz6lye
command-terms-extract = Предложить термины по готовым переводам: объяснённые сокращения, имена, устойчивые сочетания
    .articles = По каким статьям; по умолчанию по всем
    .least = Не реже, чем в стольких предложениях
    .limit = Не больше стольких терминов
    .format = Вид списка; toml можно вставить в файл терминов
    .examples =
        tolmach terms extract
        tolmach terms extract --least 5 --limit 20
        tolmach terms extract --format toml >> terms.toml
# en: jwhrypte
command-terms-import = Добавить термины из CSV, TBX или другого файла терминов; условленное остаётся
    .files = Файлы: таблицы с заголовком, TBX 2 и 3, файлы вида terms.toml
    .encoding = Кодировка файлов, например windows-1251; по умолчанию определяется сама
    .shared = Добавить то, о чём условились другие редакции, по последней копии
    .dry_run = Только показать, что было бы добавлено
    .examples =
        tolmach terms import glossary.csv           столбцы ru и en или source и target
        tolmach terms import agency.tbx --dry-run
        tolmach terms import old.csv --encoding windows-1251
# en: bimdwbol
command-terms-export = Записать условленные термины для других программ
    .format = Вид файла
    .out = Файл; по умолчанию стандартный вывод
    .examples =
        tolmach terms export > terms.csv
        tolmach terms export --format tbx --out terms.tbx

# en: 4unompht
command-terms-none = Терминов нет. Запишите их в terms.toml рядом с tolmach.toml, примите командой `tolmach terms import ФАЙЛ` или посмотрите, что предлагают переводы: `tolmach terms extract`.
# en: madrw7kw
command-terms-added =
    { $count ->
        [one] В { $path } добавлен { $count } термин
        [few] В { $path } добавлены { $count } термина
        [many] В { $path } добавлено { $count } терминов
       *[other] В { $path } добавлено { $count } термина
    }; уже известно: { $same }.
# en: tw3bxrkr
command-terms-would-add =
    { $count ->
        [one] В { $path } был бы добавлен { $count } термин
        [few] В { $path } были бы добавлены { $count } термина
        [many] В { $path } было бы добавлено { $count } терминов
       *[other] В { $path } было бы добавлено { $count } термина
    }; уже известно: { $same }.
# en: u66bf4st
command-terms-empty =
    { $count ->
        [one] В { $count } записи термина нет.
        [few] В { $count } записях термина нет.
        [many] В { $count } записях термина нет.
       *[other] В { $count } записях термина нет.
    }
# en: rg6eior6
command-terms-import-next = Дальше: `tolmach terms check` найдёт противоречия и переводы с другими словами.
# en: uf5tblnq
command-terms-conflicts =
    { $count ->
        [one] { $count } термин записан здесь с другими словами, он пропущен
        [few] { $count } термина записаны здесь с другими словами, они пропущены
        [many] { $count } терминов записаны здесь с другими словами, они пропущены
       *[other] { $count } терминов записаны здесь с другими словами, они пропущены
    }. Дальше: решите, что верно, и исправьте { $path } вручную.
# en: ofkbcfqa
command-terms-given =
    { $count ->
        [one] { $count } термин записан в { $path }.
        [few] { $count } термина записаны в { $path }.
        [many] { $count } терминов записаны в { $path }.
       *[other] { $count } терминов записаны в { $path }.
    }
# en: bbngqrmn
command-terms-extract-none = Ничто не встречается настолько часто, чтобы это предложить. Дальше: посмотрите более редкие слова с --least 2.
# en: 6uqud4pa
command-terms-extract-next = Дальше: `tolmach terms extract --format toml >> terms.toml`, уберите лишнее и запустите `tolmach terms check`.

## tolmach leverage

# en: jys7qe5y
command-leverage = Подсчитать объём работы по совпадениям с памятью в сетке, принятой у агентств
    .articles = Статьи по имени, пути или шаблону; по умолчанию все
    .only = Только сегменты, которым нужно именно это; по умолчанию все
    .no_index = Прочитать всё заново, без индекса в папке кэша
    .format = Вид вывода
    .examples =
        tolmach leverage
        tolmach leverage 2026/03/postal-commission --only missing --only stale
        tolmach leverage --format csv > grid.csv
        tolmach leverage --format xlsx > grid.xlsx

## tolmach pretranslate

# en: 7rxyjkj4
command-pretranslate = Набросать из памяти или с помощью машины то, у чего нет перевода; сделанного человеком команда не трогает
    .articles = Статьи по имени, пути или шаблону; по умолчанию все
    .fuzzy = Брать и совпадения от этого процента, как они есть
    .machine = О том, чего нет в памяти, спросить программу, названную в `[machine] command`
    .only = Только сегменты, которым нужно именно это: без перевода или с устаревшим машинным черновиком
    .budget = Наибольшее число слов, которое можно послать машине
    .dry_run = Показать черновики, ничего не записывать и не спрашивать машину
    .format = Вид вывода
    .examples =
        tolmach pretranslate                        черновики из памяти
        tolmach pretranslate --machine --budget 500
        tolmach pretranslate --fuzzy 85 --dry-run
# en: cxphgioc
command-pretranslate-next = Дальше: черновики разбирает `tolmach translate --only draft`; пока их не подтвердит человек, готовыми они не считаются.
# en: fjiev2cy
command-progress-machine = Машина переводит
# en: vordvc4o
command-value-percent = ПРОЦЕНТ
