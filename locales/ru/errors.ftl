## errors

# Где работает tolmach
error-workspace-missing = ни в папке «{ $path }», ни выше нет файла «tolmach.toml»
hint-init = Выполните `tolmach init` в папке со статьями.
error-folder-missing = нет папки «{ $path }»

# Файлы
error-file-missing = нет файла «{ $path }»
error-file-is-folder = «{ $path }» — папка, а не файл
error-file-forbidden = нет прав на чтение «{ $path }»
error-file-unreadable = не удаётся прочитать «{ $path }»
error-file-too-large = файл «{ $path }» больше { $limit } МБ
error-file-name = имя файла «{ $path }» не в UTF-8
error-folder-unreadable = не удаётся заглянуть в папку «{ $path }»
error-binary = «{ $path }» — не текст
error-encoding = файл «{ $path }» не в UTF-8, похоже на { $encoding }
hint-encoding = Перекодируйте его: iconv -f { $encoding } -t utf-8 "{ $path }" > "{ $path }.utf-8"
error-encoding-damaged = в файле «{ $path }» испорчены символы
hint-encoding-damaged = Верните файл из git или наберите испорченное слово заново.
error-file-changed = пока tolmach работал, файл «{ $path }» изменился; ничего не записано
hint-file-changed = Запустите команду ещё раз.
error-file-protected = нет прав на запись «{ $path }»
error-file-unwritable = не удаётся записать «{ $path }»
error-disk-full = на диске нет места для «{ $path }»; ничего не записано
error-locked = в этой рабочей папке уже пишет другой tolmach
hint-locked = Дождитесь, пока он закончит, и запустите команду ещё раз.
error-unlockable = не удаётся закрепить рабочую папку за собой для записи

# TOML вообще
error-toml-syntax = нарушена разметка TOML
error-toml-key = неизвестный ключ «{ $key }»
error-toml-key-in-table = неизвестный ключ «{ $key }» в { $table }
error-toml-type = «{ $key }»: нужно значение «{ $expected }», а стоит «{ $found }»
error-type-string = строка
error-type-number = число
error-type-boolean = true или false
error-type-date = дата
error-type-list = список
error-type-strings = список строк
error-type-table = таблица
error-type-tables = список таблиц
hint-nearest = Может быть, «{ $name }»?
hint-known = Допустимо: { $names }.

# tolmach.toml
error-language-tag = «{ $tag }» — не код языка
hint-language-tag = Укажите код вроде «ru», «en» или «pt-BR».
error-language-twice = язык «{ $tag }» указан дважды
error-no-targets = не указано ни одного языка перевода
error-segment-unit = неизвестная единица «{ $name }»
error-severity = неизвестная степень важности «{ $name }»
error-pattern-article = в шаблоне должно быть «{"{"}article{"}"}», и ровно один раз
error-pattern-placeholder = неизвестная подстановка «{ $name }»
error-pattern-glued = две подстановки стоят вплотную: не понять, где кончается первая
error-pattern-outside = шаблон выводит за пределы рабочей папки
error-pattern-path = шаблон — не простой путь
error-pattern-extension = у «{ $key }» не может быть расширения «{ $extension }»
error-catalogs-clash = у каталогов двух языков или у каталога и документа один и тот же путь
error-documents-clash = у перевода тот же путь, что у исходного текста или другого перевода
hint-pattern = Укажите путь от рабочей папки, например «articles/{"{"}article{"}"}/{"{"}language{"}"}.md».
hint-pattern-glued = Поставьте между ними «/» или точку.
hint-pattern-language = Добавьте в шаблон «{"{"}language{"}"}».

# Статьи
error-article-unknown = нет статьи «{ $name }»
hint-articles = Все статьи покажет `tolmach status`.
error-glob = «{ $name }» не годится как шаблон имён
error-glob-empty = под шаблон «{ $name }» не подходит ни одна статья
error-path-no-article = «{ $path }» не относится ни к одной статье
error-folder-empty = в папке «{ $path }» нет статей
hint-patterns = Какие файлы считаются статьями, задают шаблоны [[articles]] в «tolmach.toml».
error-catalog-shared = у «{ $one }» и «{ $other }» один и тот же каталог
hint-catalog-shared = Переименуйте одну из статей или задайте в «tolmach.toml» разные каталоги.

# Каталоги
hint-catalog-syntax = Исправьте строку или верните каталог из git.
error-catalog-conflict = в каталоге остался неразрешённый конфликт слияния
hint-catalog-conflict = Оставьте верные пары, удалите строки с метками конфликта и выполните `tolmach check`.
error-catalog-key-missing = в записи { $table } нет ключа «{ $key }»
hint-rename-key = Переименуйте «{ $name }» в «{ $key }».
error-state = неизвестное состояние «{ $name }»
error-catalog-layout = каталог не удаётся изменить, не задев в нём чужого
hint-catalog-layout = Запишите каждую пару отдельной таблицей под [[pair]].

# git
error-git-missing = не удаётся запустить git
hint-git-missing = Установите git или уберите параметр, которому он нужен.
error-git-repository = рабочая папка не в репозитории git
error-git-reference = git не знает коммита «{ $reference }»
hint-git-reference = Укажите ветку, метку или коммит; те, что на сервере, принесёт `git fetch`.
hint-git-shallow = История неполная: выполните `git fetch --unshallow` или задайте в CI «fetch-depth: 0».
error-git-compare = git не может сравнить с «{ $reference }»
error-git-encoding = в «{ $reference }» файл «{ $path }» был не в UTF-8

## Командная строка

error-usage-command = команды «{ $name }» нет
error-usage-argument = параметра «{ $argument }» здесь нет
error-usage-extra = «{ $argument }» — лишний аргумент
error-usage-no-value = для «{ $argument }» нужно значение
error-usage-value = «{ $value }» не подходит как значение «{ $argument }»
error-usage-conflict = «{ $argument }» и «{ $other }» исключают друг друга
error-usage-missing = в вызове не хватает: { $arguments }
error-usage-encoding = аргумент записан не в UTF-8
error-usage-other = вызов не удалось разобрать возле «{ $argument }»
error-usage-no-command = не указана команда
hint-usage-near = Возможно, имелось в виду «{ $name }»?
hint-usage-values = Выберите одно из значений: { $values }.
hint-usage-help = Смотрите `{ $command } --help`.
error-folder = не удалось прочитать текущую папку
error-output = не удалось вывести результат
error-target = «{ $name }» не входит в языки перевода этой рабочей папки
hint-target = Выберите один из языков: { $names }.
error-input = не удалось прочитать стандартный ввод
error-syntax = по имени «{ $path }» не понять, какая в файле разметка
hint-syntax = Укажите её: `--syntax markdown` или `--syntax text`.
error-export-many =
    { $count ->
        [0] нет ни одной статьи для экспорта
        [one] выбрана { $count } страница, а вывести можно только одну
        [few] выбраны { $count } страницы, а вывести можно только одну
       *[many] выбрано { $count } страниц, а вывести можно только одну
    }
hint-export-many = Назовите одну статью или укажите папку: `--out`.
error-init-exists = рабочая папка здесь уже есть
hint-init-exists = Отредактируйте файл или выполните `tolmach status`.

error-ack-many =
    { $count ->
        [0] статьи с таким именем нет
        [one] номер сегмента относится к одной статье на одном языке, а названа { $count }
        [few] номер сегмента относится к одной статье на одном языке, а названы { $count }
       *[many] номер сегмента относится к одной статье на одном языке, а названо { $count }
    }
hint-ack-many = Укажите одну статью, а её язык — параметром `--target`.
error-ack-nothing = у сегмента { $segment } нет ни изменённого, ни незаверенного перевода
hint-ack-nothing = Номера покажет `tolmach diff { $article } --cosmetic`.
error-ack-changed = сегмент { $segment } изменился, пока вы на него смотрели
hint-ack-changed = Посмотрите на него ещё раз и повторите команду.
error-ack-reason = нужна причина
hint-ack-reason = Напишите, почему перевод верен: `--reason "…"`.
