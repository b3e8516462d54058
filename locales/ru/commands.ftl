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
value-segment = СЕГМЕНТ
value-number = ЧИСЛО
value-text = ТЕКСТ
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
progress-aligning = Сопоставление
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

diff-next = Дальше: исправьте переводы, начиная с самых опасных правок, а верные подтвердите командой `tolmach ack`.

## tolmach ack

command-ack = Подтвердить, что перевод верен, хотя исходный текст изменился
    .article = Статья: имя или путь
    .segment = Номер сегмента — его показывают check и diff
    .cosmetic = Подтвердить разом все чисто типографские правки
    .reason = Почему перевод верен; если не указано, программа спросит
    .examples =
        tolmach ack 2026/03/postal-commission 9 --reason 'Изменился только порядок слов.'
        tolmach ack 'articles/2026/**' --cosmetic

ack-ask = Почему перевод по-прежнему верен?
ack-cosmetic = Изменилось только оформление.
ack-done =
    { $count ->
        [0] Подтверждать нечего.
        [one] Подтверждён { $count } сегмент.
        [few] Подтверждены { $count } сегмента.
       *[many] Подтверждено { $count } сегментов.
    }

## tolmach check

command-check = Завершиться с ошибкой, если перевода нет, он устарел или не заверен
    .articles = Статьи: имя, путь или шаблон; если не указаны — все
    .only = Выполнить только эту проверку; параметр можно повторить
    .fail_on = Начиная с какой степени замечание считается ошибкой
    .format = Вид вывода
    .changed_from = Только статьи, изменённые после этой ревизии git
    .baseline = Считать ошибкой только замечания, которых нет в этом файле
    .list = Показать, какие бывают проверки
    .write_baseline = Записать нынешние замечания в этот файл как известные
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
    По списку { $path } { $count ->
        [one] пропущено { $count } известное замечание
        [few] пропущены { $count } известных замечания
       *[many] пропущено { $count } известных замечаний
    }.
check-unchanged = После ревизии { $revision } ни одна статья не менялась.

## tolmach align

command-align = Сопоставить предложения уже готовых переводов и записать каталоги
    .articles = Два файла либо статьи: имя, путь или шаблон; если не указаны — все статьи без каталога
    .dry_run = Показать пары, ничего не записывая
    .source_at = Сопоставлять с исходным текстом в этой ревизии git: всё, что изменилось позже, окажется устаревшим
    .strictness = От 0 до 1: чем строже, тем чаще предложение остаётся без пары
    .format = Вид вывода
    .examples =
        tolmach align                        подхватить все статьи, у которых ещё нет каталога
        tolmach align --dry-run --format json
        tolmach align --source-at v1.2       подхватить; изменённое после метки окажется устаревшим
        tolmach align ru.md en.md            посмотреть, как сопоставлены два файла

align-done =
    { $count ->
        [0] Подхватывать нечего: у каждого перевода есть каталог.
        [one] Записан каталог { $count } статьи. Пары, в которых уверенности мало, остались черновиками: см. `tolmach check`.
       *[many] Записаны каталоги { $count } статей. Пары, в которых уверенности мало, остались черновиками: см. `tolmach check`.
    }

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
