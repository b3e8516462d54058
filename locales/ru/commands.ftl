## Справка и страницы руководства

help-name = Имя
help-usage = Вызов:
help-commands = Команды:
help-arguments = Аргументы:
help-options = Параметры:
help-globals = Параметры любой команды:
help-examples = Примеры:
help-values = [возможные значения: { $values }]
help-default = [по умолчанию: { $value }]

value-value = ЗНАЧЕНИЕ
value-options = ПАРАМЕТРЫ
value-command = КОМАНДА
value-articles = СТАТЬЯ
value-file = ФАЙЛ
value-folder = ПАПКА
value-format = ФОРМАТ
value-language = ЯЗЫК
value-syntax = РАЗМЕТКА
value-when = КОГДА
value-severity = СТЕПЕНЬ
value-check = ПРОВЕРКА
value-revision = РЕВИЗИЯ
value-policy = СПОСОБ
value-shell = ОБОЛОЧКА

progress-reading = Чтение статей
progress-writing = Запись страниц

## tolmach

command-tolmach = Следит, чтобы переводы новостей не расходились с исходным текстом, — предложение за предложением
    .workspace = Работать с этой папкой, а не с той, в которой вы находитесь
    .lang = Язык сообщений; без параметра его определяют TOLMACH_LANG, LC_ALL, LC_MESSAGES или LANG
    .target = Работать только с этим языком перевода
    .color = Когда выводить цвета; переменная NO_COLOR учитывается
    .quiet = Только результат: ни хода работы, ни подсказок
    .help = Показать справку
    .version = Показать версию
    .examples =
        tolmach init            начать работу здесь или подхватить уже лежащие статьи
        tolmach status          что переведено, что устарело, чего не хватает
        tolmach check           ошибка, если перевода нет или он устарел
        tolmach export --format html --out pages

## tolmach init

command-init = Начать работу: записать tolmach.toml и первую статью
    .folder = Папка; если не указана — текущая
    .source = Язык, на котором пишут статьи
    .dry_run = Показать настройки, ничего не записывая
    .examples =
        tolmach init
        tolmach init newsroom --source ru --target en
        tolmach init --dry-run      посмотреть, какое расположение файлов найдено

init-article =
    # Заголовок новости

    Первое предложение новости. Второе предложение: исправьте его и посмотрите, что скажет tolmach status.
init-checks = # проверка = "error" (ошибка), "warning" (предупреждение), "info" (сведения) или "off"
init-found =
    { $sources ->
        [one] Найдена { $sources } статья
        [few] Найдены { $sources } статьи
       *[many] Найдено { $sources } статей
    } с расположением { $pattern }; { $translations ->
        [0] переводов пока нет
        [one] перевод есть у { $translations } статьи
       *[many] переводы есть у { $translations } статей
    }.
init-written = Записано: { $files }.
init-next = Дальше: tolmach status
init-next-article = Дальше: отредактируйте { $path } и выполните tolmach status

## tolmach status

command-status = Показать, что переведено, что устарело и чего не хватает
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .format = Вид вывода
    .examples =
        tolmach status
        tolmach status 2026/03/postal-commission
        tolmach status 'articles/2026/**'
        tolmach status --format json

status-next-clean = Всё переведено, переводы не устарели.
status-next-diff = Дальше: tolmach diff покажет, что изменилось в устаревших предложениях.
status-next-check = Дальше: tolmach check перечислит, чего не хватает.
status-none = Статей пока нет. Положите первую туда, куда указывает { $pattern }; язык статьи — { $language }.

## tolmach diff

command-diff = Показать каждое устаревшее предложение: что изменилось, насколько это опасно, каков нынешний перевод
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .cosmetic = Показывать и чисто типографские правки
    .format = Вид вывода
    .examples =
        tolmach diff
        tolmach diff 2026/03/postal-commission --cosmetic
        tolmach diff --format markdown

diff-next = Дальше: приведите переводы в соответствие с исходным текстом, начав с самых опасных изменений.
diff-none = Устаревших переводов нет.

## tolmach check

command-check = Завершиться с ошибкой, если перевода нет, он устарел или не заверен
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .only = Выполнить только эту проверку; параметр можно повторить
    .fail_on = Начиная с какой степени замечание считается ошибкой
    .format = Вид вывода
    .changed_from = Только статьи, изменённые после этой ревизии git
    .baseline = Считать ошибкой только замечания, которых нет в этом файле
    .write_baseline = Записать нынешние замечания в файл базовой линии
    .examples =
        tolmach check
        tolmach check --changed-from origin/main
        tolmach check --format sarif > tolmach.sarif
        tolmach check --baseline debt.json --write-baseline

check-baseline-written =
    { $count ->
        [one] Записано { $count } замечание
        [few] Записаны { $count } замечания
       *[many] Записано { $count } замечаний
    } в файл { $path }. Теперь ошибкой будут считаться только новые.
check-baseline-known =
    По базовой линии { $path } { $count ->
        [one] пропущено { $count } известное замечание
        [few] пропущены { $count } известных замечания
       *[many] пропущено { $count } известных замечаний
    }.
check-unchanged = После ревизии { $revision } ни одна статья не менялась.

## tolmach export

command-export = Записать двуязычные страницы, где перевод стоит рядом с исходным текстом
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .format = Вид страниц
    .out = Записать в эту папку по файлу на статью, а для html — ещё и оглавление
    .stale = Что ставить вместо устаревшего, отсутствующего или незаверенного перевода
    .final = Чистовой вид для публикации: без пометок и переключателей
    .examples =
        tolmach export 2026/03/postal-commission --format html > page.html
        tolmach export --format html --out pages
        tolmach export --format html --final --stale omit --out public

export-written =
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
export-open = Откройте { $path } в браузере.

## tolmach segment

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

command-completions = Вывести сценарий автодополнения для оболочки
    .shell = Оболочка
    .examples =
        tolmach completions bash > ~/.local/share/bash-completion/completions/tolmach
        tolmach completions zsh > ~/.zfunc/_tolmach
        tolmach completions fish > ~/.config/fish/completions/tolmach.fish

## tolmach man

command-man = Вывести страницу руководства или записать страницы всех команд
    .out = Записать в эту папку по странице на команду
    .examples =
        tolmach man | man -l -
        tolmach man --out ~/.local/share/man/man1

man-written =
    { $count ->
        [one] Записана { $count } страница
        [few] Записаны { $count } страницы
       *[many] Записано { $count } страниц
    } в папку { $folder }.
