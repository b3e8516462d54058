//! A renderer as the judge: new words leave what a page is made of as it was.
//!
//! The judge shares nothing with the reader but the Markdown parser under both: it unfolds indented
//! bodies by itself, and tells lines that only content systems know by how they begin.

use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options as Extensions, Parser, Tag};

use super::{Options, Syntax, parse, render};

/// Blocks of every kind; `Я` stands for words.
const BLOCKS: [&str; 40] = [
    "# Я",
    "## Я {#ya}",
    "Я\n===",
    "Я я. Я,\nя я.",
    "Я  \nя\\\nя<br>я.",
    "- Я\n- Я\n  - Я",
    "1. Я\n\n   Я\n2. Я",
    "- [ ] Я\n- [x] Я",
    "> Я я. Я.\n> Я",
    "> Я\n>\n> - Я",
    "| Я | 5 % |\n|---|---|\n| Я \\| я | `a | b` |",
    "```js title=\"Я\"\nя | # >\n```",
    "~~~\n!!! note\n:::\n~~~",
    "    код\n    ещё",
    "![Я](a.png \"Я\")",
    "[Я](a \"Я\") и `код`.",
    "<div title=\"Я\">\n<p>Я</p>\n</div>",
    "<details><summary>Я</summary>\n\nЯ.\n\n</details>",
    "<figure>\n<img src=\"a\" alt=\"Я\"><figcaption>Я</figcaption>\n</figure>",
    "> [!NOTE]\n> Я я.\n> Я.",
    "> [!TIP] Я\n>\n> Я.",
    "Я\n: Я я.\n: Я\n\n    Я.",
    "Я\n\n:   Я.",
    "!!! warning \"Я\"\n    Я.\n    Я я.",
    "!!! note\n\n    Я.\n\n    - Я\n    - Я",
    "??? tip \"Я\"\n\n    | Я | Я |\n    |---|---|\n    | 3:0 | Я |",
    "=== \"Я\"\n\n    Я.\n\n    ```\n    я\n    ```\n\n=== \"Я\"\n\n    !!! note \"Я\"\n\n        Я.",
    "::: tip Я\nЯ.\n:::",
    ":::note[Я]\n\nЯ.\n\n:::",
    ":::: group\n::: details Я {open}\n- Я\n:::\n::::",
    "/// note | Я\nЯ.\n///",
    "*[Я]: Я\n*[АБ]: Я",
    "Я:\n$$\nx > 1\n$$\nгде я.",
    "{{< figure src=\"a\" caption=\"Я\" >}}",
    "{{< figure\n  src=\"a\"\n  caption=\"Я\"\n>}}",
    "{% note info \"Я\" %}\n\nЯ.\n\n{% endnote %}",
    "{% include a.html title=\"Я\" %}\nЯ.\n{: .lead}",
    "import A from './a'\n\n<Card title=\"Я\">\n\nЯ.\n\n</Card>",
    "7,4 %\n\n- 100 ₽\n\n24.11.2025",
    "Я[^1].\n\n[^1]: Я.\n\n[b]: u \"Я\"",
];

/// What new words may begin with, hold or end with.
const ODD: [&str; 40] = [
    "# ",
    "#",
    "> ",
    ">",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "12) ",
    "2024. ",
    "|",
    "\\",
    "\\\\",
    "\n",
    "\n\n",
    "---",
    "***",
    "===",
    "```",
    "~~~",
    "    ",
    "\t",
    "[ ] ",
    "[a]: ",
    "[^1]: ",
    ": ",
    ":::",
    "::: tip ",
    "!!! note ",
    "??? tip",
    "=== \"a\"",
    "[!NOTE] ",
    "$$",
    "*[a]: ",
    "/// ",
    "\"",
    "'",
    "{ ",
    "=",
    "_",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![2 => proptest::sample::select(ODD.to_vec()), 1 => Just("Word "), 1 => Just("b")];
    let pieces = proptest::collection::vec(piece, 0..5);
    pieces.prop_map(|pieces| pieces.concat() + "Word")
}

/// A page: blocks, some of them in an item or a quotation.
fn page() -> impl Strategy<Value = String> {
    let block = (proptest::sample::select(BLOCKS.to_vec()), 0..4_u8);
    proptest::collection::vec(block, 1..5).prop_map(|blocks| {
        let blocks: Vec<String> =
            blocks.into_iter().map(|(block, place)| placed(block, place)).collect();
        blocks.join("\n\n") + "\n"
    })
}

fn placed(block: &str, place: u8) -> String {
    let (first, next) = match place {
        2 => ("- ", "  "),
        3 => ("> ", "> "),
        _ => return block.to_owned(),
    };
    // What only begins a page or a line of its own is not put into another block.
    if block.starts_with(['i', '*', '!', '?', '=', '/', ':']) {
        return block.to_owned();
    }
    let lines = block.lines().enumerate().map(|(at, line)| match line {
        "" => next.trim_end().to_owned(),
        _ => format!("{}{line}", if at == 0 { first } else { next }),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What a page is made of, without its words.
fn skeleton(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut unfolded = String::new();
    unfold(&lines, &mut unfolded);
    let mut bones = Vec::new();
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_GFM;
    let mut is_code = false;
    for event in Parser::new_ext(&unfolded, extensions) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                is_code = true;
                let info = match &kind {
                    CodeBlockKind::Fenced(info) => info.split(' ').next().unwrap_or_default(),
                    CodeBlockKind::Indented => "indented",
                };
                bones.push(format!("code {info}"));
            }
            Event::End(tag) if is_code => {
                is_code = false;
                bones.push(format!("{tag:?}"));
            }
            Event::Text(code) if is_code => bones.push(code.to_string()),
            Event::Start(tag) if !is_inline(&tag) => bones.push(name(&format!("{tag:?}"))),
            Event::End(tag) if !is_inline_name(&format!("{tag:?}")) => {
                bones.push(format!("/{}", name(&format!("{tag:?}"))));
            }
            Event::Html(html) => bones.extend(tags(&html)),
            Event::Rule | Event::TaskListMarker(_) => bones.push(format!("{event:?}")),
            _ => {}
        }
    }
    bones.extend(lines.iter().filter_map(|line| sign(line)));
    bones
}

/// The name of a tag, with its level or kind where it has one.
fn name(tag: &str) -> String {
    tag.split(['{', ',']).next().unwrap_or_default().trim().to_owned()
}

fn is_inline(tag: &Tag<'_>) -> bool {
    is_inline_name(&format!("{tag:?}"))
}

fn is_inline_name(name: &str) -> bool {
    ["Emphasis", "Strong", "Strikethrough", "Link", "Image", "Superscript", "Subscript"]
        .iter()
        .any(|inline| name.starts_with(inline))
}

/// The names of the tags in HTML.
fn tags(html: &str) -> Vec<String> {
    let names = html.split('<').skip(1);
    names.map(|tag| tag.split([' ', '>']).next().unwrap_or_default().to_owned()).collect()
}

/// Puts what is indented below an opener between marks of its own.
fn unfold(lines: &[&str], out: &mut String) {
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let is_opener = ["!!! ", "??? ", "=== \""].iter().any(|opener| line.starts_with(opener));
        if !is_opener {
            // What an abbreviation stands for is taken out before anything else is read.
            let is_abbreviation = line.starts_with("*[") && line.contains("]:");
            out.push_str(if is_abbreviation { "" } else { line });
            out.push('\n');
            continue;
        }
        let body: Vec<&str> = lines[at..]
            .iter()
            .take_while(|line| line.is_empty() || line.starts_with("    "))
            .map(|line| line.get(4..).unwrap_or_default())
            .collect();
        at += body.len();
        out.push_str("\n<body>\n\n");
        unfold(&body, out);
        out.push_str("\n</body>\n\n");
    }
}

/// What a line that only a content system knows is, without its words.
fn sign(line: &str) -> Option<String> {
    let bare = line.trim_start_matches([' ', '>']);
    let bare = bare.strip_prefix("- ").unwrap_or(bare).trim_start();
    let begins = [
        "!!!", "???", "=== \"", ":::", "///", "*[", "$$", "[!", "{{", "{%", ">}}", "import ", "{: ",
    ];
    let begin = begins.iter().find(|begin| bare.starts_with(**begin))?;
    let rest = bare[begin.len()..].split(['"', '|', '[']).next().unwrap_or_default();
    let first = rest.split(' ').find(|word| !word.is_empty()).unwrap_or_default();
    let first = if *begin == "=== \"" { "" } else { first };
    let indent = line.len() - bare.len();
    let has_more = *begin == "[!" && bare.split_whitespace().nth(1).is_some();
    let is_quoted = !["[!", ":::", "///", "*["].contains(begin);
    let quotes = if is_quoted { bare.matches('"').count() } else { 0 };
    Some(format!("{indent} {begin} {first} {has_more} {quotes}"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn new_words_leave_the_skeleton_as_it_was(
        text in page(), new in proptest::collection::vec((any::<u8>(), words()), 1..4)
    ) {
        let document = parse(text.clone(), Syntax::Markdown, &Options::default());
        prop_assume!(!document.segments.is_empty());
        let count = document.segments.len();
        let target = |index: usize| {
            let chosen = new.iter().find(|(at, _)| usize::from(*at) % count == index);
            chosen.map(|(_, words)| words.as_str().into())
        };
        let rendered = render(&document, Syntax::Markdown, target);
        prop_assert_eq!(skeleton(&text), skeleton(&rendered), "{}\n=>\n{}", text, rendered);
        // What was written is read again as so many texts.
        let again = parse(rendered.clone(), Syntax::Markdown, &Options::default());
        prop_assert_eq!(count, again.segments.len(), "{}\n=>\n{}", text, rendered);
    }

    #[test]
    fn a_page_of_every_kind_is_given_back(text in page()) {
        let document = parse(text.clone(), Syntax::Markdown, &Options::default());
        let own = |index: usize| Some(document.segments[index].text.as_str().into());
        prop_assert_eq!(&render(&document, Syntax::Markdown, own), &text);
        let words: Vec<&str> = document.segments.iter().map(|segment| segment.text.as_str()).collect();
        let words = words.join(" ");
        // Only what stands in code or is the name of an abbreviation is no text.
        let outside = ["```", "~~~", "    код", "*[Я]", "Я[^1]"].iter().all(|code| !text.contains(code));
        let is_text = |c: &char| matches!(c, 'Я');
        if outside {
            prop_assert_eq!(text.chars().filter(is_text).count(), words.chars().filter(is_text).count(), "{}", text);
        }
    }
}
