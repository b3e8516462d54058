//! An article file becomes a document, and a document a file again.
//!
//! A reader finds stretches of text and the markup inside them; the collector
//! turns them into blocks and segments. What no segment covers is never touched.

mod about;
mod bullets;
mod collector;
mod folding;
mod front;
#[cfg(test)]
mod fuzzing;
mod headline;
mod lines;
mod markdown;
mod markup;
mod pin;
mod plain;
mod prose;
mod render;
mod rows;
#[cfg(test)]
mod skeleton;
mod special;
mod templates;

pub use about::{About, When, about};
pub use front::{FrontText, texts as front_texts};
pub use headline::headline;
pub use markdown::{Content, Exhibit, exhibits};
pub use pin::pin;
pub use render::render;
pub use rows::parse_lines;

use crate::model::Document;
use crate::text::sentences::Splitter;

use collector::Collector;

/// How an article file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// `CommonMark` with GitHub's additions and front matter.
    Markdown,
    /// Plain text, blank lines between its blocks.
    Text,
}

impl Syntax {
    /// Every syntax, in the order people should read them.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Text];

    /// The syntax of files with this extension, given without its dot.
    pub fn by_extension(extension: &str) -> Option<Self> {
        if known(&["md", "markdown", "mdx", "mkd"], extension) {
            Some(Self::Markdown)
        } else {
            known(&["txt", "text"], extension).then_some(Self::Text)
        }
    }

    /// The syntax with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|syntax| syntax.name() == name)
    }

    /// Its name in options and machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }
}

fn known(list: &[&str], extension: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(extension))
}

/// What a reader has to know besides the text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Cuts blocks into sentences; without one each block is one segment.
    pub splitter: Option<Splitter>,
    /// Names of the front-matter fields to translate, dotted where one is in a table.
    pub fields: Vec<String>,
    /// Names of the parameters of tags to translate, as in `caption="…"`.
    pub parameters: Vec<String>,
}

/// The parameters that hold words in most systems.
pub const PARAMETERS: [&str; 5] = ["alt", "title", "caption", "summary", "label"];

impl Default for Options {
    fn default() -> Self {
        let parameters = PARAMETERS.map(str::to_owned).to_vec();
        Self { splitter: None, fields: Vec::new(), parameters }
    }
}

/// Finds what can be translated in `text`; a byte order mark may come first.
pub fn parse(text: String, syntax: Syntax, options: &Options) -> Document {
    let mut collector = Collector::new(&text, options);
    match syntax {
        Syntax::Markdown => {
            let body = front::read(&mut collector, &options.fields);
            markdown::read(&mut collector, body);
        }
        Syntax::Text => plain::read(&mut collector),
    }
    let document = collector.finish();
    Document { text, ..document }
}

/// Where the text begins behind a byte order mark.
fn after_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::{Options, Syntax, parse, render};
    use crate::model::Document;
    use crate::text::sentences::{Extra, Splitter};

    fn options() -> Options {
        let fields = ["title", "description", "summary", "tags", "extra.note"];
        let fields = fields.map(str::to_owned).to_vec();
        Options {
            splitter: Some(Splitter::new("ru", &Extra::default())),
            fields,
            ..Options::default()
        }
    }

    fn read(text: &str, syntax: Syntax) -> Document {
        parse(text.to_owned(), syntax, &options())
    }

    /// Each block on a line, its segments parted by `/`.
    fn outline(text: &str, syntax: Syntax) -> String {
        let document = read(text, syntax);
        let mut out = String::new();
        for block in &document.blocks {
            let texts: Vec<&str> = document.segments[block.segments.clone()]
                .iter()
                .map(|segment| segment.text.as_str())
                .collect();
            let note = block.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            writeln!(out, "{}{note}: {}", block.kind.name(), texts.join(" / ")).unwrap();
        }
        for span in &document.placeholders {
            writeln!(out, "placeholder: {}", &document.text[span.range()]).unwrap();
        }
        out
    }

    fn hold_laws(text: &str, syntax: Syntax) {
        let document = read(text, syntax);
        assert_eq!(render(&document, syntax, |_| None), text);
        let mut end = 0;
        for segment in &document.segments {
            assert!(
                segment.span.start >= end && segment.span.start < segment.span.end,
                "{segment:?}"
            );
            assert!(text.get(segment.span.range()).is_some());
            end = segment.span.end;
        }
        let mut next = 0;
        for block in &document.blocks {
            assert_eq!(block.segments.start, next);
            assert!(block.segments.end > next);
            next = block.segments.end;
        }
        assert_eq!(next, document.segments.len());
        let same =
            render(&document, syntax, |index| Some(document.segments[index].text.clone().into()));
        assert_eq!(same, text);
    }

    /// Pieces that documents are made of, the harmless and the odd.
    const PIECES: &str = "\n|\n\n|\r\n|\r|  \n|\\\n| |  |\t|    |\u{a0}|\u{feff}|слово|Да. Нет|word|# |## | #|> |>|- |* |1. \
        |2) |— |• |***|---|===|+++|```|~~~|`|``|*|**|_|~~|[|](|](u \"т\")|]|![|[^1]|[^1]: |[a]: u \"т\"|<b>|</b>|<br>|<div>|</div>\
        |<!-- |-->|<!-- tolmach:skip -->|&nbsp;|\\|{{ a }}|{% b %}|{#c}|{heading(|)[id=d]}|{{|}}|$f_Title|$|%NAME%|[[e]]|:::|title: |: |tags: [|, |tags:\n|extra:\n  note: |extra = { note = '|}|tags = [\"\
        |'|\"|23.12.2024|г. |!|\u{0}|𝄞|[ ] |https://a.b |a@b.c |#";

    /// Lines that only content systems know.
    const FRAME: [&str; 29] = [
        "\n<div hidden>\n\n",
        "<p hidden>",
        "\n</div>\n",
        "{% comment %}",
        "{% endcomment %}",
        "\n!!! note \"",
        "\n!!! да\n",
        "\n??? tip\n\n    ",
        "\n=== \"т\"\n    ",
        "\n::: tip ",
        "\n:::\n",
        "\n:::a[",
        "\n: ",
        "\n*[А]: ",
        "\n$$\n",
        "\n> [!NOTE] ",
        "\n> [!a]\n> ",
        "{{< a title=\"",
        "\" >}}",
        "\n{{< a\n title='",
        "'\n>}}\n",
        "<img alt='",
        "'>",
        "\nimport a from 'b'\n",
        "\nexport const a = {\n",
        "{ .a title=\"",
        "\n/// a | ",
        "```a title=\"",
        "\n        ",
    ];

    fn soup() -> impl Strategy<Value = String> {
        let pieces: Vec<&str> = PIECES
            .split('|')
            .chain(["|", "| ", "\n|---|---|\n", "|а|б|", "\n||", "> {tip} "])
            .chain(FRAME)
            .collect();
        proptest::collection::vec(proptest::sample::select(pieces), 0..40)
            .prop_map(|pieces| pieces.concat())
    }

    /// Documents of every kind of block, and words that look like structure.
    const ARTICLE: &str = "---\ntitle: Слово\nsummary: >\n  Слово\ntags: [слово, 'слово']\nextra:\n  - note:\n    - слово\n---\n\n# Слово\n\nСлово\nв строке\n\n- слово\n  - слово\n\n1. слово\n\n   слово\n\n\
        > слово\n> > слово\n\n|слово|слово|\n|---|---|\n|слово|слово|\n\n![слово](u \"слово\")\n\nСлово\n====\n\n[^1]: слово\n\nа[^1]\n\n\
        слово  \nслово\n\n[b]: u 'слово'\n";

    const HAZARDS: &str = "1. |12) |- |* |+ |# |###### |#|> |>|---|- - -|***|===|```|~~~|`|[a]: |[^1]: |[ ] |<div>|<!-- a|<b>|\\|слово|два слова|\
        \"|'|''|: | #|{|}|&|!|@|%|_|__|~|(|)|\n|\n\n|    |\t|.|…|True|null";

    fn hazard() -> impl Strategy<Value = String> {
        let pieces: Vec<&str> = HAZARDS.split('|').chain(["|"]).collect();
        proptest::collection::vec(proptest::sample::select(pieces), 1..5)
            .prop_map(|pieces| pieces.concat() + "я")
    }

    fn kinds(document: &Document) -> Vec<&'static str> {
        document.blocks.iter().map(|block| block.kind.name()).collect()
    }

    #[test]
    fn each_kind_of_markdown_block_is_found() {
        let text = "---\ntitle: \"Заголовок\"\ndate: 2024-12-23\nsummary: Коротко. Ясно.\ntags: [а, 5, \"б, в\"]\nextra:\n- note: г\n---\n# Первый #\n\nАбзац\nв две строки. Ещё.\n\n\
            - тесно\n- [x] дело\n\n  и абзац\n\n> цитата\n> дальше\n\n| а | `код` |\n|---|---|\n| б \\| в | 5 |\n\n```\nкод\n```\n\n\
            Второй\n===\n\n![вид](a.png \"Название\")\n\n[a]: b \"Ссылка\"\n";
        let expected = "title: Заголовок\nfield: Коротко. / Ясно.\nfield: а\nfield: б, в\nfield: г\ntitle: Первый\nparagraph: Абзац в две строки. / Ещё.\nitem: тесно\n\
            item: дело\nitem: и абзац\nquotation: цитата дальше\ncell: а\ncell: б \\| в\ncell: 5\nheading: Второй\ncaption: вид\n\
            caption: Название\ncaption: Ссылка\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
        assert_eq!(outline(&text.replace('\n', "\r\n"), Syntax::Markdown), expected);
        assert_eq!(outline(&text.replace('\n', "\r"), Syntax::Markdown), expected);
        assert_eq!(outline(&format!("\u{feff}{text}"), Syntax::Markdown), expected);
    }

    #[test]
    fn code_targets_and_tags_alone_are_no_text() {
        for text in [
            "`код`",
            "![](a.png)",
            "[](a)",
            "{{ var }}",
            "{% note %}",
            "[[_TOC_]]",
            "<!-- нет -->",
            "    код",
            "$x + y$",
            "***",
            "<a name=\"я\"></a>",
            "[а]: б",
            "{#якорь}",
            ":::",
            "<script>\nя\n</script>",
            "&nbsp;",
        ] {
            let document = read(text, Syntax::Markdown);
            assert!(document.blocks.is_empty(), "{text}: {:?}", document.segments);
        }
    }

    #[test]
    fn what_says_something_without_words_is_a_value() {
        let values = [
            "3:0",
            "7,4 %",
            "2 500 000",
            "+7 (900) 222-33-44",
            "desk@paper.example",
            "https://paper.example/live",
            "<https://paper.example>",
            "24.11.2025",
            "09:30–17:45",
            "№ 12",
            "$12",
            "750 ₽",
            "3/4",
            "**4:2**",
            "[4:2](https://paper.example/ru)",
            "✓",
        ];
        for value in values {
            let places = [
                ("", "", Syntax::Markdown),
                ("- ", "", Syntax::Markdown),
                ("## ", "", Syntax::Markdown),
                ("> ", "", Syntax::Markdown),
                ("| ", " | да |\n|---|---|", Syntax::Markdown),
                ("---\ntitle: \"", "\"\n---\n", Syntax::Markdown),
                ("", "\nИтоги матча", Syntax::Text),
                ("Итоги матча\n", "\n\nТекст.", Syntax::Text),
                ("Текст. Ещё.\n\n", "", Syntax::Text),
                ("Текст. Ещё.\n\n- ", "", Syntax::Text),
            ];
            for (before, after, syntax) in places {
                let document = read(&format!("{before}{value}{after}"), syntax);
                let held = document.segments.iter().filter(|segment| segment.is_value);
                let texts: Vec<&str> = held.map(|segment| segment.text.as_str()).collect();
                assert_eq!(texts, [value], "{before}{value}{after}");
            }
        }
        assert!(
            read("Счёт 3:0.", Syntax::Markdown).segments.iter().all(|segment| !segment.is_value)
        );
    }

    #[test]
    fn comments_in_the_form_of_a_link_are_no_text() {
        for comment in [
            "[//]: # (Мэр ушёл.)",
            "[//]: # \"Мэр ушёл.\"",
            "[comment]: <> (Мэр ушёл.)",
            "[1]: # 'Мэр ушёл.'",
        ] {
            let text = format!("Мост открыт.\n\n{comment}\n\n3:0\n");
            assert_eq!(
                outline(&text, Syntax::Markdown),
                "paragraph: Мост открыт.\nparagraph: 3:0\n",
                "{comment}"
            );
        }
        let used = "[Вверх][top] страницы.\n\n[top]: # \"К началу\"\n";
        assert!(outline(used, Syntax::Markdown).contains("caption: К началу"));
    }

    #[test]
    fn what_readers_never_see_is_no_text() {
        for hidden in [
            "<div hidden>\n\nМэр ушёл.\n\n</div>",
            "<div hidden>Мэр ушёл.</div>",
            "<div style=\"display:none\">\n\n- Мэр ушёл.\n\n</div>",
            "<template>\n\nМэр ушёл.\n\n</template>",
            "{% comment %}\n\nМэр ушёл.\n\n{% endcomment %}",
            "{% comment %}Мэр ушёл.{% endcomment %}",
            "<p hidden>Мэр ушёл.</p>",
            "<span hidden>Мэр ушёл.</span>",
            "<div hidden>\n\n![Мэр ушёл](a.png \"Мэр ушёл\")\n\n</div>",
        ] {
            let text = format!("Мост открыт.\n\n{hidden}\n\nДа.\n");
            assert_eq!(
                outline(&text, Syntax::Markdown),
                "paragraph: Мост открыт.\nparagraph: Да.\n",
                "{hidden}"
            );
        }
        let shown = "Мост <span hidden>не</span> откроют.\n\n<div title=\"hidden\">Да.</div>\n";
        assert!(
            outline(shown, Syntax::Markdown)
                .contains("paragraph: Мост <span hidden>не</span> откроют.\n")
        );
        assert!(outline(shown, Syntax::Markdown).contains("Да."));
    }

    #[test]
    fn alerts_keep_their_line() {
        let text = "> [!NOTE]\n> Мост закрыт.\n> До мая.\n\n> [!TIP] Свой *заголовок*\n> Да.\n\n> [!warning]-\n>\n> Нет.\n\n- а\n\n  > [!note]+ Ещё\n  > б\n\n> [!а](б)\n> в\n";
        let expected = "quotation: Мост закрыт. / До мая.\ncaption: Свой *заголовок*\nquotation: Да.\nquotation: Нет.\n\
            item: а\ncaption: Ещё\nquotation: б\nquotation: [!а](б) в\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
    }

    #[test]
    fn terms_and_definitions_are_blocks() {
        let text = "Мост\n: Через реку. Длинный.\n\nРека\nРучей\n: Вода\n  и ещё.\n: Путь.\n\n    Второй абзац.\n\nПруд\n\n:   Стоячая вода.\n";
        let expected = "paragraph: Мост\nitem: Через реку. / Длинный.\nparagraph: Река\nparagraph: Ручей\nitem: Вода и ещё.\nitem: Путь.\n\
            item: Второй абзац.\nparagraph: Пруд\nitem: Стоячая вода.\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
    }

    #[test]
    fn indented_bodies_are_read_like_any_text() {
        let text = "# Мост\n\n!!! warning \"Внимание\"\n    Мост закрыт.\n    До мая.\nСнаружи.\n\n??? note\n\n    - раз\n    - два\n\n    !!! tip \"Внутри\"\n\n        | а | б |\n        |---|---|\n        | в | г |\n\n    Потом.\n\n=== \"Омск\"\n\n    Да.\n\n    ```\n    !!! note \"нет\"\n    ```\n\n        код\n\n=== \"Тверь\"\n\n    Нет.\n\nКонец.\n\n    !!! note \"код\"\n";
        let expected = "title: Мост\ncaption: Внимание\nparagraph: Мост закрыт. / До мая.\nparagraph: Снаружи.\nitem: раз\nitem: два\n\
            caption: Внутри\ncell: а\ncell: б\ncell: в\ncell: г\nparagraph: Потом.\ncaption: Омск\nparagraph: Да.\ncaption: Тверь\n\
            paragraph: Нет.\nparagraph: Конец.\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
        assert_eq!(outline(&text.replace('\n', "\r\n"), Syntax::Markdown), expected);
        assert_eq!(outline(&text.replace("    ", "\t"), Syntax::Markdown), expected);
    }

    #[test]
    fn containers_have_titles() {
        let text = ":::: tabs\n::: tip Совет дня\nТекст.\n- раз\n:::\nПосле.\n::::\n\n:::note[Итог [дня](a)]{open}\n| а |\n|---|\n:::\n\n<Tabs>\n:::caution\nОсторожно.\n:::\n</Tabs>\n\n*[ООН]: Организация Объединённых Наций\n*[ВОЗ]: Всемирная организация\nТекст про ООН.\n<!-- \n::: tip Нет\n-->\n";
        let expected = "caption: Совет дня\nparagraph: Текст.\nitem: раз\nparagraph: После.\ncaption: Итог [дня](a)\ncell: а\nparagraph: Осторожно.\n\
            caption: Организация Объединённых Наций\ncaption: Всемирная организация\nparagraph: Текст про ООН.\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
    }

    #[test]
    fn parameters_of_tags_are_captions() {
        let text = "{{< figure src=\"a.png\" caption=\"Мост. Вид\" alt='Вид' >}}\n\nТекст {{< ref title=\"внутри\" >}}.\n{% include a.html title=\"Два\" %}\n\n<img src=\"a\" alt=\"Три\">\n\n<figure title=\"Четыре\">\n<img alt=\"Пять\"><figcaption>Шесть</figcaption>\n</figure>\n\n<details><summary>Семь</summary>\n\nВосемь.\n\n</details>\n\n{{< figure\n  src=\"a\"\n  caption=\"Девять\"\n>}}\n\n```js title=\"Десять\"\nкод\n```\n\n![a](b){ width=\"300\" }\n\nДа.\n{ .lead title=\"Одиннадцать\" }\n\n<Card title=\"Двенадцать\" :label=\"нет\">\n\nТринадцать.\n</Card>\n";
        let expected = "caption: Мост. / Вид\ncaption: Вид\nparagraph: Текст {{< ref title=\"внутри\" >}}.\ncaption: Два\ncaption: Три\ncaption: Четыре\n\
            caption: Пять\nparagraph: Шесть\nparagraph: Семь\nparagraph: Восемь.\ncaption: Девять\ncaption: Десять\ncaption: a\nparagraph: Да.\n\
            caption: Одиннадцать\ncaption: Двенадцать\nparagraph: Тринадцать.\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
    }

    #[test]
    fn formulas_and_modules_hold_no_text() {
        let text = "import Tabs from '@theme/Tabs';\nexport const a = 'б';\n\nДано:\n$$\nx = я\n$$\nгде x — число.\n$$ y $$\nВсё.\n";
        let expected = "paragraph: Дано:\nparagraph: где x — число.\nparagraph: Всё.\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
    }

    #[test]
    fn tags_around_text_part_it_and_stay_outside() {
        let text = "{% note info %}\nТекст. {#a}\n{% endnote %}\nДальше {{ имя }}.\n\n## {heading(Что нового)[id=b]}\n\n{tab(Москва)}\nТут\n{/tab}\n\
            ## Ещё {#c}\n\n<tabs>\n<tab>Кабинет</tab>\n</tabs>\n";
        let expected = "paragraph: Текст.\nparagraph: Дальше {{ имя }}.\nheading: {heading(Что нового)[id=b]}\nparagraph: Москва\nparagraph: Тут\nheading: Ещё {#c}\n\
            paragraph: Кабинет\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
    }

    #[test]
    fn no_sentence_ends_inside_markup() {
        let text = "См. [раздел. Глава](a \"Б. В\") и `a. B`, <i title=\"А. Б\">это</i>. Дальше [а. Б]({{ \"А. Б\" }}).";
        let first = "См. [раздел. Глава](a \"Б. В\") и `a. B`, <i title=\"А. Б\">это</i>.";
        assert_eq!(
            outline(text, Syntax::Markdown),
            format!("paragraph: {first} / Дальше [а. Б]({{{{ \"А. Б\" }}}}).\n")
        );
    }

    #[test]
    fn a_hard_break_ends_a_segment() {
        let text = "Строка  \nвторая\\\nтретья<br>и **всё**";
        assert_eq!(
            outline(text, Syntax::Markdown),
            "paragraph: Строка / вторая / третья / и **всё**\n"
        );
    }

    #[test]
    fn the_marks_of_a_quotation_stay_outside() {
        let text = "> **Note**  \n> Хотите начать?\\\n> Да<br>> нет.\n\n> {tip} Совет. Ещё.\n\n{count} раз.\n";
        assert_eq!(
            outline(text, Syntax::Markdown),
            "quotation: **Note** / Хотите начать? / Да / > нет.\nquotation: Совет. / Ещё.\nparagraph: {count} раз.\n"
        );
    }

    #[test]
    fn rows_of_yandex_tables_are_cut_into_cells() {
        let text = "#|\n|| Имя | **Два. Три** ||\n|| `а|б`\n| в ||\n|#\n\n#|\n||\n\nРаз\n|\n\nДва\n||\n||\nТри | четыре ||\n|#\n";
        assert_eq!(
            outline(text, Syntax::Markdown),
            "cell: Имя\ncell: **Два. / Три**\nparagraph: в\nparagraph: Раз\nparagraph: Два\nparagraph: Три | четыре\n"
        );
    }

    #[test]
    fn an_author_leaves_blocks_out_and_makes_notes() {
        let text = "<!-- tolmach:skip -->\n- нет\n- нет\n\nДа.\n\n<!-- tolmach:note имя по\n  паспорту -->\n`код`\n\nАнна.\n\nВсё.";
        assert_eq!(
            outline(text, Syntax::Markdown),
            "paragraph: Да.\nparagraph (имя по паспорту): Анна.\nparagraph: Всё.\n"
        );
    }

    #[test]
    fn variables_and_fixed_items_leave_their_paragraph() {
        let text = "$f_NewsTitle\n23.12.2024\nО защите детей\n\nРассмотрели:\n\n\u{a0}- первое;\n\n- второе;\n\n• третье\nдалее.\n%END%\nИтог.";
        let expected = "paragraph: 23.12.2024\ntitle: О защите детей\nparagraph: Рассмотрели:\nitem: первое;\nitem: второе;\nitem: третье далее.\nparagraph: Итог.\n\
            placeholder: $f_NewsTitle\nplaceholder: %END%\n";
        assert_eq!(outline(text, Syntax::Markdown), expected);
    }

    #[test]
    fn the_head_of_a_plain_text_goes_line_by_line() {
        let body = "\n\nТекст идёт\nв две строки. Ещё.\n";
        let found = |head: &str| outline(&format!("{head}{body}"), Syntax::Text);
        let rest = "paragraph: Текст идёт в две строки. / Ещё.\n";
        assert_eq!(
            found("$f_Title\n23.12.2024\nО детях"),
            format!("paragraph: 23.12.2024\ntitle: О детях\n{rest}placeholder: $f_Title\n")
        );
        assert_eq!(
            found("МОСТЫ\nО переправе\nг. Омск\nв 10:00"),
            format!(
                "title: МОСТЫ\nparagraph: О переправе\nparagraph: г. Омск\nparagraph: в 10:00\n{rest}"
            )
        );
        assert_eq!(found("О детях"), format!("title: О детях\n{rest}"));
        let dated =
            "paragraph: Совещание\nparagraph: 28 января 2026 года, г. Минск\ntitle: О детях\n";
        let head = "Совещание\n$f_Title\n28 января 2026 года, г. Минск\n\nО детях";
        assert_eq!(found(head), format!("{dated}{rest}placeholder: $f_Title\n"));
        assert_eq!(
            found("Комиссия провела\nзаседание. Были все."),
            format!("paragraph: Комиссия провела заседание. / Были все.\n{rest}")
        );
    }

    #[test]
    fn items_of_plain_text_bear_any_mark() {
        let text = "О детях\n\nРешили:\n\u{a0}- раз\nи два;\n\n•\u{a0}три;\n — четыре;\n1) пять.\n\nОн сказал\n— и ушёл.\n";
        let expected = "title: О детях\nparagraph: Решили:\nitem: раз и два;\nitem: три;\nitem: четыре;\nitem: пять.\n\
            paragraph: Он сказал — и ушёл.\n";
        assert_eq!(outline(text, Syntax::Text), expected);
        assert_eq!(outline(&text.replace('\n', "\r\n"), Syntax::Text), expected);
    }

    #[test]
    fn items_of_one_list_need_no_stop_between_them() {
        let items = |text: &str| outline(&format!("О детях\n\n{text}"), Syntax::Text);
        for mark in ["—", "–", "•", "-", "•\t", "1.", "1)", "а)"] {
            let found = items(&format!("{mark} Первый\n  и ещё\n{mark} второй\n"));
            assert_eq!(found, "title: О детях\nitem: Первый и ещё\nitem: второй\n", "{mark}");
        }
        let mixed = items("• Первый\n- Второй\n— Третий\n");
        assert_eq!(mixed, "title: О детях\nitem: Первый\nitem: Второй\nitem: Третий\n");
        assert_eq!(
            items("• Первый\n— и последний\n"),
            "title: О детях\nitem: Первый — и последний\n"
        );
    }

    #[test]
    fn one_long_line_and_deep_nesting_are_read_in_linear_time() {
        let count = 20_000;
        for piece in [
            "Одно и то же. ",
            "[",
            "![а](u \"",
            "*а_ ",
            "> ",
            "- ",
            "{{ ",
            "{heading(",
            "<a \"",
            "$f\n",
            "`",
            "а<br>",
            "[^1] ",
        ] {
            hold_laws(&piece.repeat(count), Syntax::Markdown);
            hold_laws(&piece.repeat(count), Syntax::Text);
        }
        assert_eq!(read(&"Одно и то же. ".repeat(count), Syntax::Markdown).segments.len(), count);
    }

    #[test]
    fn a_line_of_the_frame_ends_where_a_character_does() {
        for begin in
            ["1. <b>", "- <b>", "> <b>", "1. <!-- а", "10. <div>", "1. ```", "1. а", "1.  "]
        {
            for line in
                ["*[А]: ", "*[ТАСС]: а", "::: а", ":::а[б]", "$$ а $$", "/// а | б", "{{< а >}}"]
            {
                for end in ["", "\n", "\nа", "\n\nа"] {
                    hold_laws(&format!("{begin}\n{line}{end}"), Syntax::Markdown);
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

        #[test]
        fn any_text_survives(text in any::<String>()) {
            hold_laws(&text, Syntax::Markdown);
            hold_laws(&text, Syntax::Text);
        }

        #[test]
        fn any_markdown_survives(text in soup()) {
            hold_laws(&text, Syntax::Markdown);
        }

        #[test]
        fn new_words_keep_the_structure(new in hazard(), index in 0..26_usize) {
            let options = Options { splitter: None, ..options() };
            let before = parse(ARTICLE.to_owned(), Syntax::Markdown, &options);
            let after = render(&before, Syntax::Markdown, |at| (at == index).then(|| new.as_str().into()));
            let again = parse(after.clone(), Syntax::Markdown, &options);
            prop_assert_eq!(kinds(&before), kinds(&again), "{}", after);
            for (at, (old, new)) in before.segments.iter().zip(&again.segments).enumerate() {
                prop_assert!(at == index || old.text == new.text, "{}", after);
            }
        }

        #[test]
        fn any_plain_text_survives(text in soup()) {
            hold_laws(&text, Syntax::Text);
        }
    }
}
