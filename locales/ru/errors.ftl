## errors

# Где работает tolmach
# en: lyn5brqf
error-workspace-missing = ни в папке «{ $path }», ни выше нет файла «tolmach.toml»
# en: ekrk2qyx
hint-init = Выполните `tolmach init` в папке со статьями.
# en: usieatxz
error-folder-missing = нет папки «{ $path }»

# Файлы
# en: ynlvfp6p
error-file-missing = нет файла «{ $path }»
# en: zxocbxqx
error-file-is-folder = «{ $path }» — папка, а не файл
# en: ry3img4u
error-file-forbidden = нет прав на чтение «{ $path }»
# en: gbthyzh3
error-file-unreadable = не удаётся прочитать «{ $path }»
# en: hdryigd7
error-file-too-large = файл «{ $path }» больше { $limit } МБ
# en: o6cjv2lm
error-file-special = «{ $path }» — не файл, а устройство, канал или сокет
# en: exjh5653
hint-file-special = То, что приходит через канал, подайте на стандартный ввод: укажите - вместо файла.
# en: erniw77k
error-file-outside = «{ $path }» — это ссылка или лежит за ссылкой, которая ведёт за пределы своей папки
# en: 74zxnohx
hint-file-outside = Положите на это место сам файл: ни за пределы рабочей папки, ни за пределы папки со страницами ссылки не ведут.
# en: yrvdyj4t
error-file-link = «{ $path }» — ссылка, а поверх ссылок ничего не записывается
# en: ponc64xb
hint-file-link = Удалите ссылку или положите на её место файл.
# en: vlzbosup
error-lock-no-file = блокировка рабочей папки — не файл
# en: ffon6oc7
hint-lock-no-file = Удалите папку «{ $folder }» и выполните команду ещё раз.
# en: 35vuckc5
error-file-name = имя файла «{ $path }» не в UTF-8
# en: dnfg65sg
error-folder-unreadable = не удаётся заглянуть в папку «{ $path }»
# en: sar6rut5
error-binary = «{ $path }» — не текст
# en: ookaazl5
error-encoding = файл «{ $path }» не в UTF-8, похоже на { $encoding }
# en: mqodfotl
hint-encoding = Перекодируйте его: iconv -f { $encoding } -t utf-8 { $path } > { $copy } && mv { $copy } { $path }
# en: cvc5meu4
hint-encoding-named = Укажите кодировку файла: --encoding { $encoding }.
# en: mmkp72wq
error-encoding-damaged = в файле «{ $path }» испорчены символы
# en: kxwxd2mx
hint-encoding-damaged = Верните файл из git или наберите испорченное слово заново.
# en: znzla5cy
error-file-changed = пока tolmach работал, файл «{ $path }» изменился; ничего не записано
# en: vngsges3
hint-file-changed = Запустите команду ещё раз.
# en: bz3bgv77
error-file-protected = нет прав на запись «{ $path }»
# en: 4zomwhiu
error-file-unwritable = не удаётся записать «{ $path }»
# en: zyb3wn67
error-disk-full = на диске нет места для «{ $path }»; ничего не записано
# en: ia5luh3x
error-locked = в этой рабочей папке уже пишет другой tolmach
# en: ok3p4gpv
hint-locked = Дождитесь, пока он закончит, и запустите команду ещё раз.
# en: pzi7dqai
error-unlockable = не удаётся закрепить рабочую папку за собой для записи

# Что отвечает система
# en: d3jptfv5
error-cause-absent = такого файла или папки нет
# en: slibqtly
error-cause-forbidden = отказано в доступе
# en: ms4ggtyy
error-cause-exists = под этим именем уже есть что-то другое
# en: ytco45kh
error-cause-no-folder = часть пути — не папка
# en: owiyupwp
error-cause-folder = это папка
# en: 42j5oatp
error-cause-read-only = диск доступен только для чтения
# en: sy576emt
error-cause-full = на диске нет места
# en: 4f34yuxl
error-cause-too-large = файл получился бы слишком большим
# en: 2atnii2l
error-cause-text = это не текст в UTF-8
# en: nzjrbvme
error-cause-loop = ссылки ведут по кругу
# en: zlj6vfnv
error-cause-cut = файл обрывается
# en: vjih46wo
error-cause-json = это не JSON
# en: 6y65gpmo
error-cause-baseline = в нём не список известных замечаний, а что-то другое

# TOML вообще
# en: bvbv6dxc
error-toml-syntax = нарушена разметка TOML
# en: ot33tlce
error-toml-key = неизвестный ключ «{ $key }»
# en: tyrrm6fe
error-toml-key-in-table = неизвестный ключ «{ $key }» в { $table }
# en: d26otyyg
error-toml-type =
    значением «{ $key }» { $wanted ->
        [boolean] должно быть true или false
        [date] должна быть дата
        [number] число
        [strings] должен быть список строк
        [table] должна быть таблица
        [tables] должен быть список таблиц
       *[string] должна быть строка
    }, а не { $found ->
        [boolean] true или false
        [date] дата
        [list] список
        [number] число
        [table] таблица
       *[string] строка
    }
# en: j6hxo6ci
hint-toml-type =
    { $wanted ->
        [boolean] Напишите { $key } = true или { $key } = false.
        [date] Напишите { $key } = 2026-01-31.
        [number] Напишите { $key } = 5.
        [strings] Напишите { $key } = ["…"].
        [table] Запишите ключи под строкой [{ $key }].
        [tables] Запишите каждую таблицу под своей строкой [[{ $key }]].
       *[string] Напишите { $key } = "…".
    }
# en: mceu4ztg
error-toml-twice = этот ключ здесь уже есть
# en: obfgpm5v
error-toml-bracket = скобка не закрыта
# en: rvnet5qm
error-toml-string = строка не закрыта кавычкой или содержит недопустимый символ
# en: dlfjh4zv
error-toml-quote = текст должен стоять в кавычках
# en: wy3hw376
error-toml-equals = между ключом и значением нет знака =
# en: f772wknz
error-toml-comma = не хватает запятой
# en: e27w7ami
error-toml-value = не хватает значения
# en: w4dbfplf
error-toml-extra = лишний знак: запятая или =
# en: dkqm45ov
error-toml-number = число записано не так, как принято в TOML
# en: 3y7yerg2
error-toml-date = дата записана не так, как принято в TOML
# en: qdq6pgj7
error-toml-line = в строке стоит знак или конец строки, которых в TOML не бывает
# en: sifpwnic
error-toml-depth = слишком много скобок внутри скобок
# en: bptor32l
error-toml-escape = после обратной косой черты стоит недопустимый символ
# en: yavh47q4
error-toml-name = это не ключ и не значение
# en: nyowa5ef
hint-nearest = Может быть, «{ $name }»?
# en: zrmnqnpm
hint-known = Допустимо: { $names }.

# tolmach.toml
# en: 7caazfz6
hint-config-syntax = Исправьте строку или верните файл из git.
# en: 7nwlxb76
error-config-conflict = в настройках остался неразрешённый конфликт слияния
# en: dcmw6qww
hint-config-conflict = Оставьте верные строки, удалите строки с метками конфликта и запустите команду ещё раз.
# en: owg4ydg3
error-language-tag = «{ $tag }» — не код языка
# en: ds7bvk42
hint-language-tag = Укажите код вроде «ru», «en» или «pt-BR».
# en: lesxz726
error-language-twice = язык «{ $tag }» указан дважды
# en: 6j7pvd4n
error-no-targets = не указано ни одного языка перевода
# en: 2zq5z774
error-segment-unit = неизвестная единица «{ $name }»
# en: kqyyjwpv
error-field-name = «{ $name }» не может быть именем поля
# en: gcdz6g7r
hint-field-name = Напишите имя вроде «title», а для поля внутри таблицы — «extra.subtitle».
# en: un2mur2v
error-parameter-name = «{ $name }» не может быть именем параметра
# en: bqq3fi4e
hint-parameter-name = Напишите имя вроде «caption»: буквы, цифры, «-», «_» и «.».
# en: b3flc4ng
error-severity = неизвестная степень важности «{ $name }»
# en: q5upqk4v
error-style = значением «{ $key }» не может быть «{ $name }»
# en: 2tbujgid
error-pattern-article = в шаблоне должно быть «{"{"}article{"}"}», и ровно один раз
# en: 2xzi37ha
error-pattern-placeholder = неизвестная подстановка «{ $name }»
# en: lkcakys7
error-pattern-glued = две подстановки стоят вплотную: не понять, где кончается первая
# en: gkyjkh7x
error-pattern-outside = шаблон выводит за пределы рабочей папки
# en: lohaljpu
error-pattern-path = шаблон — не простой путь
# en: wdepyplw
error-pattern-glob = «{ $name }» в шаблоне ничего не значит
# en: m4tlzrdl
error-pattern-extension = у «{ $key }» не может быть расширения «{ $extension }»
# en: le6ayxqk
error-catalogs-clash = у каталогов двух языков или у каталога и документа один и тот же путь
# en: bfcfqh3y
error-sources-twice = эти исходные тексты уже принадлежат другому набору
# en: k7dslm2h
error-source-translated = эти исходные тексты — переводы другого набора
# en: 3bdori7d
hint-source-own = Дайте параметру «source» свой шаблон или удалите один из разделов «[[articles]]».
# en: suskbd6r
error-documents-clash = у перевода тот же путь, что у исходного текста или другого перевода
# en: q547oqng
hint-pattern = Укажите путь от рабочей папки, например «articles/{"{"}article{"}"}/{"{"}language{"}"}.md».
# en: clc6il7c
hint-pattern-glob = «{"{"}article{"}"}» сама охватывает папки любой глубины: пишите «articles/{"{"}article{"}"}.md», а не «articles/**/{"{"}article{"}"}.md».
# en: xvip7eb4
hint-pattern-glued = Поставьте между ними «/» или точку.
# en: b2vd3lge
hint-pattern-language = Добавьте в шаблон «{"{"}language{"}"}».

# Статьи
# en: 24sawnpd
error-articles-none = под шаблоны исходных текстов не подходит ни один файл: { $patterns }
# en: mroaybca
hint-articles-none = Исправьте в «tolmach.toml» параметр «source» в разделе [[articles]] или в разделе [languages], где указано «{ $language }».
# en: 5pufyvft
error-articles-left-out = git пропускает все исходные тексты, например «{ $path }», поэтому ничего не проверено
# en: yyhmcekk
hint-articles-left-out = Уберите их из `.gitignore`; файлы и папки, имена которых начинаются с точки, тоже пропускаются.
# en: x37rd4fg
error-articles-abandoned =
    { $count ->
        [one] исходных текстов не осталось, а { $count } каталог перевода всё ещё на месте
        [few] исходных текстов не осталось, а { $count } каталога переводов всё ещё на месте
       *[many] исходных текстов не осталось, а { $count } каталогов переводов всё ещё на месте
    }
# en: h7ealgqo
hint-articles-abandoned = Верните исходные тексты (`git restore`) или удалите и каталоги.
# en: gtdxgiqx
error-article-unknown = нет статьи «{ $name }»
# en: uxvnjr3s
hint-articles = Все статьи покажет `tolmach status`.
# en: hujymke4
error-glob = «{ $name }» не годится как шаблон имён
# en: 3utuow5p
hint-glob = Пишите * вместо любых букв, ** вместо папок любой глубины, ? вместо одной буквы, [абв] вместо одной из нескольких.
# en: m4oywhpl
error-glob-empty = под шаблон «{ $name }» не подходит ни одна статья
# en: d43h6ftx
error-path-no-article = «{ $path }» не относится ни к одной статье
# en: s2u3z6zg
error-link-broken = ссылка «{ $path }» никуда не ведёт
# en: k2jpej5c
error-folder-empty = в папке «{ $path }» нет статей
# en: u24772nv
hint-patterns = Какие файлы считаются статьями, задают шаблоны [[articles]] в «tolmach.toml».
# en: 6sk4s432
error-catalog-shared = у «{ $one }» и «{ $other }» один и тот же каталог
# en: cwiwqkxm
hint-catalog-shared = Переименуйте одну из статей или задайте в «tolmach.toml» разные каталоги.

# en: ntz7rip3
error-document-shared = у «{ $one }» и «{ $other }» один и тот же перевод
# en: tieypbzq
error-document-is-source = перевод «{ $source }» занял бы место «{ $path }», а это исходный текст
# en: rypcrpfy
hint-document-shared = Переименуйте одну из статей или задайте в «tolmach.toml» разные пути переводов.
# en: wbpnfou4
error-article-twice = у «{ $one }» и «{ $other }» одно и то же имя статьи «{ $id }»
# en: unxqceej
hint-article-twice = Дайте одному из «[[articles]]» имя, например name = "news": с него начнутся имена его статей.
# en: exhyoxse
error-collection-name = имена статей не могут начинаться с «{ $name }»
# en: j7sqn5uy
hint-collection-name = Напишите имя вида «news» или «press/2026».
# en: snam5hoz
error-collection-only = в «only» не может быть статьи «{ $name }»
# en: kymukdey
hint-collection-only = Напишите то, что в пути стоит на месте {"{"}article{"}"}, например «README» или «press/2026/fair».
# en: vug4vite
error-source-conflict = в тексте остался неразрешённый конфликт слияния
# en: fijzi7j2
hint-source-conflict = Оставьте верный текст, удалите строки с метками конфликта и запустите команду ещё раз.

# Каталоги
# en: pnzrkweb
hint-catalog-syntax = Исправьте строку или верните каталог из git.
# en: 3rkppjkh
error-catalog-conflict = в каталоге остался неразрешённый конфликт слияния
# en: xbpdvwrs
hint-catalog-conflict =
    { $place ->
        [record] В обеих ветках выполняли `tolmach align` или `tolmach publish`. Оставьте в [published] любую из сторон, удалите другую и строки с метками конфликта и выполните `tolmach align`. После `tolmach init --git` git справится с этим сам.
        [both] Оставьте верные пары и любую из сторон в [published], удалите строки с метками конфликта и выполните `tolmach check`.
       *[pairs] Оставьте верные пары, удалите строки с метками конфликта и выполните `tolmach check`.
    }
# en: 3mptktb5
error-catalog-key-missing = в записи { $table } нет ключа «{ $key }»
# en: zkx3uii7
hint-catalog-key = Добавьте в запись { $key } = "…", верните каталог из git или удалите запись.
# en: t4thxfmt
hint-catalog-pairs = Запишите каждую пару под отдельным [[pair]].
# en: lhcba4ch
hint-rename-key = Переименуйте «{ $name }» в «{ $key }».
# en: uc36uojc
error-state = неизвестное состояние «{ $name }»
# en: 6jsn26a5
error-catalog-layout = каталог не удаётся изменить, не задев в нём чужого
# en: pdpv2yjz
hint-catalog-layout = Запишите каждую пару отдельной таблицей под [[pair]].

# git
# en: hwj3gihz
error-git-missing = не удаётся запустить git
# en: tiiq7t4g
hint-git-missing = Установите git или уберите параметр, которому он нужен.
# en: 522hyuje
error-git-config = git не принимает настройку «{ $name }»
# en: x6v6r25e
error-git-merge = git не может слить файлы
# en: 2fplapl2
error-git-repository = рабочая папка не в репозитории git
# en: f2sem5uq
error-git-reference = git не знает коммита «{ $reference }»
# en: iat4mg5f
hint-git-reference = Укажите ветку, метку или коммит; те, что на сервере, принесёт `git fetch`.
# en: ig2dzs44
hint-git-shallow = История неполная: выполните `git fetch --unshallow` или задайте в CI «fetch-depth: 0».
# en: uv73mkmv
error-git-history = git не может прочитать историю файлов
# en: yr3yfg6h
error-git-date = в git нет коммитов, сделанных до «{ $date }» включительно
# en: o27tmpwg
error-git-compare = git не может сравнить с «{ $reference }»
# en: o4o7vohb
error-git-staged = git не может выложить файлы
# en: 6bsftck7
error-cause-staged = нет файла «{ $path }»
# en: exmzxnec
error-git-unmerged = слияние файла «{ $path }» не закончено
# en: ndiqwf3i
hint-git-unmerged = Разрешите конфликт и добавьте файл командой `git add`.
# en: g2kmqsit
error-git-inner = статьи лежат в подмодуле «{ $path }», а его файлов в этом репозитории нет
# en: vuarlb2y
error-scratch = не удаётся записать во временную папку
# en: wkocewwq
error-git-encoding = в «{ $reference }» файл «{ $path }» был не в UTF-8

## Командная строка

# en: z3osyh72
error-usage-command = команды «{ $name }» нет
# en: 43tgnyuf
error-usage-argument = параметра «{ $argument }» здесь нет
# en: ko7zvhq4
error-usage-extra = «{ $argument }» — лишний аргумент
# en: mr2ca4ot
error-usage-no-value = для «{ $argument }» нужно значение
# en: w4k5pxry
error-usage-value = «{ $value }» не подходит как значение «{ $argument }»
# en: nqb2bjug
error-usage-conflict = «{ $argument }» и «{ $other }» исключают друг друга
# en: aeby355n
error-usage-twice = параметр «{ $argument }» указан дважды
# en: sfsmnwih
error-usage-missing = не указано: { $arguments }
# en: fmbuhxmt
error-usage-encoding = аргумент записан не в UTF-8
# en: tohgksqr
error-usage-other = вызов не удалось разобрать возле «{ $argument }»
# en: ivaxrzs7
error-usage-no-command = не указана команда
# en: vssqw7hu
hint-usage-near = Возможно, имелось в виду «{ $name }»?
# en: rkhgc64d
hint-usage-values = Выберите одно из значений: { $values }.
# en: czic3wmc
hint-usage-help = Смотрите `{ $command } --help`.
# en: dkfy4i6p
error-folder = не удалось прочитать текущую папку
# en: 5pzltovy
error-output = не удалось вывести результат
# en: xnz2si4c
error-target = «{ $name }» не входит в языки перевода этой рабочей папки
# en: nbzu5pjt
hint-target = Выберите один из языков: { $names }.
# en: 3v7mynvv
error-input = не удалось прочитать стандартный ввод
# en: xbahtqc7
error-terminal = не удаётся читать с терминала
# en: hsdqqfxw
error-syntax = по имени «{ $path }» не понять, какая в файле разметка
# en: yjb4g7nw
hint-syntax = tolmach читает .md, .mdx и .txt; если текст лежит в файле с другим расширением, добавьте `--syntax markdown` или `--syntax text`.
# en: qqptkb3h
hint-syntax-known = tolmach читает только .md, .mdx и .txt.
# en: skcjqita
error-export-many =
    { $count ->
        [0] нет ни одной статьи для экспорта
        [one] выбрана { $count } страница, а вывести можно только одну
        [few] выбраны { $count } страницы, а вывести можно только одну
       *[many] выбрано { $count } страниц, а вывести можно только одну
    }
# en: n46dhapa
hint-export-many = Назовите одну статью или укажите папку: `--out`.
# en: flsuyybs
error-export-own = путь «{ $path }» принадлежит самой рабочей папке
# en: ovxjesvn
hint-export-own = По шаблонам tolmach.toml это исходный текст, перевод или каталог: укажите в `--out` другую папку. Переводы на их места записывает `tolmach publish`.
# en: ojiz5adx
error-export-partly = не удаётся записать «{ $path }»; записано страниц: { $done } из { $count }
# en: guea3olc
error-memory-foreign = «{ $path }» — не прежняя выгрузка, или этот файл читает сама память
# en: o4don2sx
hint-memory-foreign = Укажите в `--out` другой файл или запишите поверх с `--force`.
# en: wdhdh2c7
error-export-foreign = файл «{ $path }» записан не командой `tolmach export` или с тех пор изменён
# en: hv3idpxr
hint-export-foreign = Уберите его, укажите в `--out` другую папку или запишите поверх с `--force`.
# en: 4cknpxyt
error-init-exists = здесь уже есть «tolmach.toml»
# en: wq3qswla
hint-init-exists = Отредактируйте файл или выполните `tolmach status`.

# en: ajbwtkzn
error-many =
    { $count ->
        [0] статьи с таким именем нет
        [one] номер сегмента относится к одной статье на одном языке, а названа { $count }
        [few] номер сегмента относится к одной статье на одном языке, а названы { $count }
       *[many] номер сегмента относится к одной статье на одном языке, а названо { $count }
    }
# en: 7h4e5hzp
hint-many = Укажите одну статью, а её язык — параметром `--target`.
# en: xlsxkdxg
error-ack-nothing = у сегмента { $segment } нет ни изменённого, ни незаверенного перевода
# en: k54xwuf6
hint-ack-nothing = Номера покажут `tolmach diff { $article } --cosmetic` и `tolmach check { $article }`; черновики подтверждают так: `tolmach translate { $article } --only draft`.
# en: 55uoocjg
error-ack-page = у статьи «{ $article }» нет страницы, которую каталог знает в таком виде
# en: ugzvxazm
hint-ack-page = Сначала внесите страницу в каталог: `tolmach align { $article }`.
# en: 4sscedvx
hint-ack-missing = Переведите его: `tolmach translate { $article } --only missing`.
# en: 2s7b2myx
error-ack-changed = сегмент { $segment } тем временем изменился
# en: hfkbbhdi
hint-ack-changed = Посмотрите на него ещё раз и повторите команду.
# en: r5gtxzuh
error-ack-reason = нужна причина
# en: m7cwdvpk
hint-ack-reason = Напишите, почему перевод верен: `--reason "…"`.

# en: qybbjig7
error-surplus-none =
    { $count ->
        [0] на странице нет текста без исходного, поэтому нет и +{ $number }
        [one] на странице { $count } текст без исходного, +{ $number } среди них нет
        [few] на странице { $count } текста без исходного, +{ $number } среди них нет
        [many] на странице { $count } текстов без исходного, +{ $number } среди них нет
       *[other] на странице { $count } текста без исходного, +{ $number } среди них нет
    }
# en: frkamozz
error-surplus-edit = исходного у этого текста нет, поэтому заменить его через каталог нельзя
# en: y7e5vle6
hint-surplus-edit = Исправьте его в «{ $path }» и выполните `tolmach align`.
# en: 3o2xfcae
hint-translate-surplus = Исправьте или уберите его на самой странице и выполните `tolmach align`; чтобы оставить: `tolmach waive СТАТЬЯ { $segment } --check extra --reason "…"`.
# en: p4gewhfs
error-segments = «{ $value }» — не номер сегмента
# en: ko3xs7wr
hint-segments = Укажите номера от 1 или диапазоны вроде 3-7; их показывают `tolmach diff` и `tolmach translate`.
# en: pzjikcs2
error-segment-none =
    { $count ->
        [one] в статье { $count } сегмент, номера { $segment } нет
        [few] в статье { $count } сегмента, номера { $segment } нет
       *[many] в статье { $count } сегментов, номера { $segment } нет
    }
# en: 72gszyxu
error-review-edit = такой текст можно дать только одному сегменту
# en: gixtcj4o
hint-review-edit = С `--edit` укажите один сегмент.
# en: q5hpxvku
error-review-blank = пустой текст — не перевод
# en: snuq2kfx
hint-review-blank = Укажите текст: `--edit "…"`.
# en: ac5d5tlu
error-review-same = у сегмента { $segment } уже стоит этот текст; чтобы подтвердить, что он верен, нужна причина
# en: 6mveofau
hint-review-same = Укажите её: `tolmach ack { $article } { $segment } --reason "…"`.
# en: w6v3cv7a
error-review-value = сегмент { $segment } — значение, оно стоит на странице так же, как в исходном тексте, и утверждать его не нужно
# en: o34ttt7c
hint-review-value = Чтобы записать его там иначе: `tolmach review { $article } { $segment } --edit "…"`.
# en: 5h2f3dyz
error-review-missing = у сегмента { $segment } нет перевода
# en: ly6eu5jm
error-review-stale = исходный текст сегмента { $segment } изменился, а перевод сделан с прежнего
# en: 7enraoim
error-review-unsealed = пара сегмента { $segment } не заверена: её правили вручную или собрали при слиянии
# en: b4tel7jw
hint-review-translate = Сначала этим сегментом должен заняться переводчик: `tolmach translate { $article }`. Или дайте верный текст сами: `--edit "…"`.
# en: 4kvgmmf5
error-waive-none = проверка «{ $check }» ничего не находит в сегменте { $segment }
# en: xgaxd4vk
hint-waive-none = Что найдено, покажет `tolmach check { $article }`.
# en: luex33zr
error-waive-nothing = у сегмента { $segment } нет пары или исключений из проверки «{ $check }»
# en: rrlgpwvf
hint-waive-list = Снятые замечания покажет `tolmach waive --list`.
# en: ewi25lil
hint-waive-reason = Напишите, почему перевод верен как есть: `--reason "…"`.

# en: at24vtbg
error-sheet-block = не удаётся прочитать строку, которая называет сегмент
# en: wq34b5do
error-sheet-number = «{ $number }» — не номер сегмента
# en: mnaimann
error-proposal-blank = перевод стёрт, а пустой перевод не принимается
# en: rdq4omib
error-proposal-approved = имеющийся перевод утверждён редактором
# en: qhfnrsbd
error-proposal-held = это перевод прежнего исходного текста; он остаётся в силе только с указанной причиной
# en: t7ifkpit
error-exchange-quote = в этой строке открыта кавычка, которая нигде не закрыта
# en: zskv5xd7
error-exchange-table = дальше таблица не читается
# en: 5xdbc33v
error-exchange-rows = в файле больше { $limit } строк
# en: eh5i4j2v
error-exchange-targets = в таблице два столбца для перевода; оставьте один
# en: iig56a7k
error-proposal-torn = в файле несколько переводов этого предложения; оставьте одну из его строк
# en: sclcz3yd
error-proposal-astray = в строке этого сегмента стоит другой исходный текст
# en: gfdopqsr
error-proposal-unfit = каталог не может принять это для сегмента в его нынешнем виде
# en: 5kcwo4gq
error-sheet-twice = для этого сегмента уже есть блок, в строке { $line }
# en: maa5d2w6
error-sheet-homeless = этот текст не относится ни к одному сегменту
# en: uviigzgu
error-sheet-conflict = в рабочем листе остался конфликт двух версий
# en: tfqk4ek5
error-sheet-reason = не указано, почему перевод верен
# en: ltlxeebj
error-sheet-both = в блоке изменён перевод и в то же время сказано, что прежний верен
# en: 7o3fsofo
error-sheet-article = в рабочей папке нет статьи «{ $article }», которую переводят на язык «{ $language }»
# en: pc3mg24b
error-sheet-nothing = подтверждать нечего: перевода пока нет
# en: kiuvxavl
error-sheet-note = примечание ставится к переводу, а его пока нет
# en: 3pf6ygcc
error-sheet-source = в этом блоке второй исходный текст
# en: h4vti26k
error-sheet-quoted = перед этой строкой нет знака «>», который стоит перед остальными
# en: qbizyell
hint-sheet-quoted = Уберите «>» перед всеми строками, чтобы написанное вами отличалось от цитаты.
# en: y23dmo6g
error-sheet-mixed = эта строка стоит среди пояснений и может быть концом одного из них
# en: m4gpnvl6
hint-sheet-mixed = Пишите перевод под строкой, которая начинается с «# =»; конец перенесённого пояснения верните к его началу или удалите.
# en: hmibrumx
error-sheet-two-texts = один текст стоит среди пояснений, другой — под ними
# en: w276qydp
hint-sheet-two-texts = Оставьте один из них под строкой, которая начинается с «# =».
# en: knhtuuoh
error-sheet-second = здесь второй текст, отдельно от перевода над ним
# en: eptiy652
hint-sheet-second = Если это часть письма, например подпись, удалите её; если это часть перевода, поставьте её на следующую строку сразу под ним.
# en: jmzd6ldz
error-sheet-label = это может быть и примечание для коллег, и перевод
# en: ruekjwu4
hint-sheet-label = Примечание начните с note: строчными буквами; перед переводом поставьте \.
# en: yeavbbio
error-sheet-tail = эта строка может быть концом текста над ней
# en: 4k4zkrtl
hint-sheet-tail = Запишите перевод одной строкой и отделите пустой строкой то, что к нему не относится; перед строкой перевода, которая начинается с #, поставьте \.
# en: zta7wrja
error-sheet-after-label = эта строка может быть и концом предыдущей, и переводом
# en: ynh7xt7z
hint-sheet-after-label = Запишите примечание или причину одной строкой и отделите от перевода пустой строкой.
# en: 72gegvpx
error-sheet-cut = перед этой строкой слово, возможно, разорвано
# en: 3odldelw
hint-sheet-cut = Запишите перевод одной строкой.
# en: jylcj2zq
error-sheet-closing = эта строка может быть и концом письма, и концом перевода
# en: vrfra2o7
hint-sheet-closing = Если она относится к письму, удалите её; если к переводу, запишите перевод одной строкой.
# en: og3dcnh5
error-sheet-cut-off = файл обрывается внутри последнего перевода: возможно, части не хватает
# en: r5wk62kx
hint-sheet-cut-off = Допишите перевод; если он полон, закончите файл пустой строкой.
# en: bky7xoli
error-sheet-shield = обратную косую черту в начале этой строки можно понять двояко
# en: qwkgi2qb
hint-sheet-shield = Запишите перевод одной строкой.
# en: fsap5wrg
error-sheet-remark = эта строка начинается как пояснение, а пояснения не сохраняются
# en: y5sj6552
hint-sheet-remark = Если это перевод, поставьте перед ним \; заметка для коллег начинается с note:.
# en: m7ycniat
error-sheet-changed = пояснения над этой строкой изменены, а вписанное в них не сохраняется
# en: 4ir4uuem
hint-sheet-changed = Напишите перевод под этой строкой, а заметку — в виде note: …; затем верните пояснения или удалите их вместе с этой строкой.
# en: 6adhv7dm
error-sheet-blank = читатели не увидят из этого перевода ничего
# en: apamcc2p
hint-sheet-blank = Напишите текст, а не одни комментарии или скрытые части, либо удалите его.
# en: qjmrhilj
error-sheet-empty = в файле «{ $path }» нет ни одного блока рабочего листа
# en: cyru3zct
hint-sheet-empty = Блок начинается со строки вида «@ СТАТЬЯ ЯЗЫК НОМЕР КОД»; новый рабочий лист запишет `tolmach translate --worksheet ФАЙЛ`.
# en: d4fzhzat
hint-sheet-note = Впишите и перевод или удалите строку с note:.
# en: 3wqzvuve
hint-sheet-source = Выше пропала строка, которая начинается с @ и называет сегмент: верните её или удалите блок и запишите новый рабочий лист: `tolmach translate --worksheet ФАЙЛ`.
# en: dutx4ylw
hint-sheet-block = Верните строку в том виде, в каком её записал tolmach: @ СТАТЬЯ ЯЗЫК НОМЕР КОД.
# en: vn5y44qw
hint-sheet-twice = Оставьте один из двух блоков.
# en: 3k6l4tyb
hint-sheet-homeless = Поместите его под строку с @, которая называет сегмент, или начните строку с «# », чтобы сделать её пояснением.
# en: 5rhbzz65
hint-sheet-conflict = Выберите одну из версий и удалите пометки.
# en: 6sltvv3j
hint-sheet-reason = Напишите, например: ack: изменился только порядок слов
# en: tixxiexh
hint-sheet-both = Удалите строку с ack: или верните прежний перевод.
# en: w6de5ene
hint-sheet-nothing = Впишите перевод или удалите строку с ack:.
# en: c5mj7xqf
error-editor = редактор «{ $editor }» завершился с ошибкой
# en: tfmnydxg
hint-editor = Выберите другой: VISUAL, EDITOR или `git config core.editor`.
# en: 4ka6ywcj
error-worksheet-exists = файл «{ $path }» уже есть
# en: wa5jsiqo
hint-worksheet-exists = Примените его командой `tolmach translate --apply { $path }` или выберите другое имя.

# en: 5h3iky4f
error-publish-source = «{ $path }» — это сам исходный документ
# en: 2oalltb2
hint-publish-source = Задайте в tolmach.toml для `document` отдельный шаблон.

# Ошибки самой программы
# en: w4blwojn
error-fault = сбой в самом tolmach
# en: nvemjrcs
error-fault-article = сбой в самом tolmach при работе с «{ $path }»; для этой статьи ничего не записано
# en: q3zilfmg
hint-fault = Это ошибка программы, а не текстов. Сообщите о ней: приложите эти строки и сам файл.

# en: z4pne7bf
error-part-foreign = это не часть отчёта
# en: scne7qo6
error-part-gitlab = в формате GitLab не сказано, какой это части отчёт
# en: f42ruiu7
error-part-version = часть сделана программой tolmach { $version }
# en: 5vr2cers
error-part-twice = часть { $number } дана дважды
# en: dqcjc2eo
error-part-other = часть от другого запуска: число частей, язык или важность проверок не совпадают
# en: vz6kbwvr
error-part-state = часть снята с других текстов, чем первая: рабочая папка или настройки изменились между запусками
# en: grvrp4gu
error-part-missing = нет части { $number } из { $of }
# en: mmnpif3v
error-part-failed =
    { $count ->
        [one] { $count } статью проверить не удалось
        [few] { $count } статьи проверить не удалось
       *[many] { $count } статей проверить не удалось
    }
# en: dch452wx
hint-part-foreign = Сделайте части целиком: `tolmach check --shard 1/8 --format json` и так далее.
# en: di3kd7yc
hint-part-state = Снимите все части с одного и того же состояния репозитория.
# en: 2fqneoy5
hint-part-missing = Сделайте её: `tolmach check --shard { $number }/{ $of } --format json`.
# en: qwzxjncm
hint-part-failed = Почему — сказано в стандартном потоке ошибок того запуска, где делалась часть.

## The translation memory

# en: kpk4b63p
error-share-none = сервер общей памяти не назван
# en: cs4f6zoh
hint-share-none = Назовите его: `share = "postgres://…"` в `[memory]` файла tolmach.toml или переменная TOLMACH_SHARE.
# en: vwkdfcgj
error-share-address = не читается адрес общей памяти
# en: dwbh42ud
hint-share-address = Запишите его так: postgres://ПОЛЬЗОВАТЕЛЬ@УЗЕЛ/БАЗА.
# en: gsg5ybqt
error-share-server = общая память на { $server } отказывает
# en: 43eldjwc
hint-share-init = На нём нет таблиц: владелец базы создаёт их командой `tolmach memory server init`.
# en: ewqgnknk
hint-share-rights = Роли нужны права tolmach_writer: `grant tolmach_writer to РОЛЬ`.
# en: uqtoql5j
error-share-old = на { $server } таблицы версии { $version }, а этой программе нужна версия { $own }
# en: r4bruncj
hint-share-old = Владелец базы выполняет `tolmach memory server init` этой программой или более новой.
# en: 5hag3trb
error-share-new = на { $server } таблицы версии { $version }; эта программа знает только версию { $own }
# en: kt7muh2q
hint-share-new = Поставьте более новый tolmach. Скопированное раньше остаётся в работе.
# en: 2bfw7e5l
hint-share-replica = Это реплика, она ничего не принимает: передавайте на основной сервер.
# en: kxidhkid
error-share-certificates = не удалось зашифровать соединение
# en: yao5fmz3
error-share-roots = сертификаты из «{ $path }» не годятся
# en: s2s4cl3h
hint-share-certificate = Укажите в адресе файл доверенных сертификатов: `sslrootcert`. Без него действуют сертификаты системы.
# en: irczgepg
hint-share-away = Всё остальное работает и без неё: скопированное раньше остаётся в работе.
# en: zwsd2cjm
error-share-absent = эта программа собрана без общей памяти
# en: 3dyr4r3k
error-share-cache = нет папки кэша для переводов из общей памяти
# en: zzeouotw
hint-share-cache = Задайте XDG_CACHE_HOME или HOME.
# en: q3xfdeot
error-share-copy = переводы из общей памяти не сохраняются в { $path }
# en: 7i5f7jqi
error-memory-include = не открывается рабочая папка «{ $path }», названная в `[memory] include`
# en: nizx2jpy
hint-memory-include = Исправьте `[memory]` в tolmach.toml; пути отсчитываются от его папки.
# en: 5ee7ujbq
error-memory-pattern = «{ $pattern }» в `[memory] tmx` не годится как образец пути
# en: 66zzjqv7
error-memory-file = нет файла «{ $path }», названного в `[memory] tmx`
# en: etxvf473
error-memory-unlisted = «{ $path }» не подходит ни под один образец `[memory] tmx`, и память не стала бы его читать
# en: whkirajb
hint-memory-unlisted = Добавьте его папку в `[memory] tmx` в tolmach.toml, например "memory/*.tmx".
# en: j2l5xbvx
error-memory-unreadable = память переводов не читается
# en: j3sqp66q
error-memory-targets = память отдаётся только по одному языку перевода за раз
# en: mi6fpwnq
hint-memory-targets = Выберите его с помощью --target: { $names }.
# en: uno5j4y2
error-tmx-syntax = «{ $path }» не читается как TMX
# en: ct6tyyua
hint-tmx-syntax = Запросите файл ещё раз или исправьте строку.
# en: 6ysj7x4b
error-tmx-cut = файл кончается раньше, чем закрыт <tmx>
# en: rix4vnfm
error-tmx-foreign = файл начинается не с <tmx>
# en: 5fyiwiv5
error-tmx-after = после конца <tmx> стоит что-то ещё
# en: cqzwd4hu
error-tmx-segments = в одном <tuv> несколько <seg>
# en: lw2oc6gl
error-tmx-none = в «{ $path }» нет ни одной единицы на { $source } с переводом на { $targets }
# en: qm3xbwlf
hint-tmx-none = Сравните языки файла с [languages] в tolmach.toml.
# en: am2to5gd
error-xml-entity = неизвестная сущность «&{ $name };»
# en: ru5jfspy
error-xml-entities = файл определяет собственные сущности
# en: ehqp24ch
error-import-folder = в «{ $path }» нет файлов, в которых возвращаются переводы
# en: a2jxp7tq
hint-import-folder = В папке просматриваются файлы с окончаниями { $names }.
# en: fl5q632u
error-exchange-unknown = «{ $path }»: формат не из тех, что принимает import
# en: 3dtutuhp
hint-exchange-unknown = Принимаются { $names } и файлы Word, Excel и LibreOffice; в таблице нужен заголовок со столбцами source и target.
# en: ypt4h2rj
hint-exchange-rows = Разделите его на несколько файлов и импортируйте их по одному.
# en: sljft5wc
error-encoding-name = кодировки с именем «{ $name }» нет
# en: uo3ds6m3
hint-encoding-name = Назовите её так, как на веб-страницах: windows-1251, utf-16le.
# en: 5a7di4kh
error-xml-broken = нарушена структура XML
# en: 6xff2rx7
error-xml-cut = файл обрывается
# en: mborptic
error-xml-deep = слишком много вложенных элементов
# en: mxdurux5
error-xml-outside = текст стоит вне элементов
# en: 2clqvhhf
error-xliff-foreign = файл начинается не так, как XLIFF
# en: 2jdexxbs
error-xliff-targets = в одной единице стоит второй <target>
# en: k55lbbsq
error-xliff-nested = <{ $name }> стоит внутри такого же элемента
# en: jzudb7ay
error-xliff-id = у <{ $name }> нет id
# en: 2tqkirsa
error-xliff-empty = в <{ $name }> нет исходного текста
# en: 67hzbqb5
error-xliff-character = символа «{ $hex }» нет
# en: 5ugpaa7o
error-xliff-lacks = у <{ $name }> нет { $part }
# en: xmavky5n
error-xliff-value = значение «{ $value }» недопустимо для { $attribute } в <{ $name }>
# en: y3b4wbla
error-xliff-twice = id «{ $id }» стоит здесь второй раз
# en: rhwpbtno
error-xliff-reference = в файле нет ничего с именем «{ $value }»
# en: vjj4suoy
error-xliff-child = <{ $name }> не может стоять в этом месте внутри <{ $parent }>
# en: uumv2w7m
error-xliff-attribute = у <{ $name }> по стандарту нет атрибута { $attribute }
# en: eyawmwzq
error-xliff-moved = код, который должен оставаться на месте, переставлен или пропал: <{ $name }>
# en: absm35i3
error-xml-many = { $count ->
    [one] в одной единице файла больше чем { $count } элемент
    [few] в одной единице файла больше чем { $count } элемента
   *[many] в одной единице файла больше чем { $count } элементов
 }
# en: x4kthl4u
hint-xliff-standard = Пусть программа, которая записала файл, запишет его заново, или отправьте его в XLIFF 1.2.

# Архивы и офисные файлы
# en: fcbbrfxv
error-archive-path = в архиве есть имя «{ $name }», ведущее за пределы его папки
# en: ypecyxcs
hint-archive-path = Открывайте только архивы от знакомых людей; из этого ничего не прочитано.
# en: seeidgyq
error-archive-twice = файл «{ $name }» лежит в архиве дважды
# en: 22cyjgya
error-archive-link = в архиве вместо файла лежит ссылка «{ $name }»
# en: ngiqdeqe
error-workbook-cell = в ячейке { $place } вместо текста ошибка «{ $value }»
# en: zjnstdm6
hint-workbook-cell = Впишите в неё текст и сохраните книгу; текст, начинающийся с =, читается как формула, если перед ним не стоит '.
# en: iqzeomwe
error-workbook-formula = в ячейке { $place } стоит формула без вычисленного значения
# en: notlecef
hint-workbook-formula = Откройте файл в табличном редакторе и сохраните его или впишите текст вместо формулы.
# en: 4g7w6gxd
error-archive-damaged = архив не открывается
# en: 5eikatr6
hint-archive-damaged = Попросите прислать файл ещё раз: возможно, в пути он обрезан.
# en: kahnpzsf
error-archive-large = файл разворачивается в больший объём, чем tolmach читает из одного файла
# en: gzzeiofq
hint-archive-large = Сохраните его заново в той программе, где он сделан, или разделите.
# en: mtt7augb
error-office-part = часть «{ $part }» в файле повреждена у байта { $byte }
# en: qa2l4mva
hint-office-part = Откройте файл в той программе, где он сделан, и сохраните ещё раз.
# en: n5fkhb2m
error-word-empty = в файле нет документа Word
# en: gzuv32ra
error-cause-deep = элементы вложены друг в друга слишком глубоко
# en: ipbjogax
error-cause-entity = сущность «{ $name }» не из собственных сущностей XML
# en: fyyk45q2
error-cause-doctype = объявлению типа документа здесь не место
# en: db5xfv53
error-cause-unclosed = он обрывается посреди элемента
# en: k7h52s3a
error-returned-unknown = это не файл, который tolmach может принять обратно
# en: 4vuf64z7
hint-returned-unknown = Принимаются файлы Word (docx), Excel (xlsx), OpenDocument (odt, ods) и архивы с файлами для переводчиков.
# en: 62vjbjgp
error-returned-empty = в файле нет таблицы с переводами
# en: t3wyzn6u
hint-returned-empty = Таблице нужны заголовки, такие как «Источник» и «Перевод», или последний столбец, каким его записал tolmach.
# en: bn5blj2i
error-redline-none = ни одна версия «{ $article }» не одобрена целиком: в git нет такой, где проверены все переводы
# en: 2gkcu6e2
hint-redline-none = Укажите, с чем сравнивать, например `--redline HEAD~3`.
# en: cpwhyrfj
error-po-line = эта строка не относится ни к одной записи
# en: cifrgw4l
error-po-string = строка не закрыта или содержит неизвестную экранированную последовательность


## Оформление двуязычных страниц

# en: kksfa2q6
error-pages-address = «{ $address }» в «{ $key }» — не адрес: он должен начинаться с http:// или https://
# en: 4zvlef7w
hint-pages-address = Укажите адрес целиком, например «https://news.example/pages/».
# en: 2pzajsfc
error-pages-versions = в «{ $pattern }» не сказано, где стоят статья и язык
# en: fsfdlbu4
hint-pages-versions = Укажите и то и другое: «https://news.example/{"{"}language{"}"}/{"{"}article{"}"}/».
# en: wtsmy7r4
error-pages-template = не удалось заполнить шаблон «{ $path }»
# en: jhol7dhw
hint-pages-template = Имена, которые знает шаблон, перечислены в docs/editors.ru.md, в разделе «Оформление сайта».
# en: qsekr3jq
hint-pages-file = Его называет ключ «{ $key }» в [pages]; путь отсчитывается от папки с tolmach.toml.
# en: jsgh22vv
error-leverage-bands = в «bands» нужны целые числа от 30 до 99 по возрастанию
# en: 3ahyamwu
hint-leverage-bands = Напишите, например, bands = [50, 75, 85, 95].
# en: jyf7yv7o
error-leverage-weight = «{ $name }» должно быть числом от 0 до 10
# en: fsp62jqd
error-leverage-share = в сетке нет доли «{ $name }»
# en: 6tm2jj6n
error-leverage-terminal = книгу Excel нельзя показать в терминале
# en: 4z4z6bez
hint-leverage-terminal = Направьте её в файл: `tolmach leverage --format xlsx > grid.xlsx`.
# en: 365thrr5
error-machine-none = не названа программа машинного перевода
# en: vi5bhgnk
hint-machine-none = Назовите её в разделе [machine] файла tolmach.toml: command = ["программа", "аргумент"].
# en: heqhufyy
error-machine-empty = имя программы пусто
# en: g73phb6g
error-machine-number = «{ $key }» должно быть целым числом от { $least } до { $most }
# en: kbcsvcgs
error-machine-start = не запускается программа «{ $program }», названная в `[machine] command`
# en: 2p7yzkkq
error-export-unfit = «{ $option }» не действует при «--format { $format }»
# en: ztmtlwun
hint-export-unfit = --only действует для xliff, xliff2, po, tmx, csv, tsv, xlsx и docx без --redline, --stale и --final — для страниц, --approval и --redline — для docx.

# en: n36l25iz
error-package-empty = в этих статьях нечего переводить, поэтому архив не записан
# en: 5kq47dur
hint-package-own = Укажите в --to другой файл, например work.zip.
# en: bvsp5747
hint-package-empty = Как далеко продвинулась работа, покажет `tolmach status`; другие состояния, кроме missing, stale и draft, называет --only.

## Термины

# en: zt3n73bo
error-terms-conflict = в терминах остался конфликт двух версий
# en: tl7yjkka
hint-terms-conflict = Оставьте верную версию каждого термина, удалите строки с метками, затем запустите `tolmach terms check`.
# en: jgkhsytg
hint-terms-syntax = Термин — это таблица: [[term]], затем ru = "…" и en = "…", каждый на своей строке.
# en: 5gnc6y36
error-term-empty = у термина нет слов ни на одном языке
# en: k6mm7m27
error-term-blank = в «{ $key }» нет ни слова
# en: rwy7nwxw
hint-term-empty = Напишите, как он называется: ru = "…", en = "…".
# en: tdq6vjdw
error-terms-pattern = «{ $pattern }» в `[terms] files` — не шаблон путей
# en: 4pv6wtnt
error-terms-context = «{ $pattern }» — условие в «{ $path }» — не шаблон путей

# en: 7rf6nct5
error-terms-columns = первая строка таблицы не называет языков
# en: jwdpjqpg
error-terms-tbx = в файле нет TBX: ни <martif>, ни <tbx>
# en: mc7eljmg
hint-terms-import = Назовите столбцы по языкам, например ru,en,note, или возьмите TBX 2 или 3.
# en: 3rfvllqi
error-terms-none = в этой папке нет терминов
# en: z56al634
hint-terms-none = Запишите их в terms.toml или примите: tolmach terms import ФАЙЛ.
