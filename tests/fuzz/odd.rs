//! Odd texts: pieces of real and invented ones, cut, doubled and spoilt as no person would.
//!
//! The same number gives the same text. `TOLMACH_TEST_FUZZ=N` tries N texts instead of the usual
//! few, `TOLMACH_TEST_FUZZ=N@M` begins at number M, and the files below the folders named in
//! `TOLMACH_TEST_SEEDS` (with `:` between) are cut up, too.

use std::fs;
use std::path::Path;

/// Numbers from a seed, with nothing random about them.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of case `number`.
    pub fn new(number: u64) -> Self {
        Self(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// Whether one of so many chances came true.
    pub fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    /// One of the items.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// The numbers of the cases to try: from 0, or as the environment says.
pub fn cases(usual: u64) -> std::ops::Range<u64> {
    let Ok(wanted) = std::env::var("TOLMACH_TEST_FUZZ") else { return 0..usual };
    let (count, from) = wanted.split_once('@').unwrap_or((&wanted, "0"));
    let number = |text: &str| text.parse::<u64>().expect("TOLMACH_TEST_FUZZ is N or N@M");
    number(from)..number(from) + number(count)
}

/// What texts are made of.
pub struct Seeds {
    texts: Vec<String>,
}

impl Seeds {
    /// Texts of this project, of the folders named in the environment, and invented ones.
    pub fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut texts = vec![CONSTRUCTS.to_owned(), SENTENCES.to_owned(), CATALOG.to_owned()];
        let mut folders = vec![root.join("articles")];
        folders
            .extend(std::env::var_os("TOLMACH_TEST_SEEDS").iter().flat_map(std::env::split_paths));
        for language in ["ru", "en", "de"] {
            let path = root.join("src/text/languages").join(language).join("sentences.cases");
            texts.extend(fs::read_to_string(path));
        }
        for folder in folders {
            gather(&folder, &mut texts);
        }
        Self { texts }
    }

    /// An odd text.
    pub fn text(&self, dice: &mut Dice) -> String {
        let mut text = match dice.below(4) {
            0 => soup(dice, PIECES),
            1 => soup(dice, WORDS),
            _ => self.excerpt(dice),
        };
        for _ in 0..dice.below(8) {
            text = self.spoilt(&text, dice);
        }
        text
    }

    /// A few lines of one of the texts.
    pub fn excerpt(&self, dice: &mut Dice) -> String {
        let text = &self.texts[dice.below(self.texts.len())];
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let start = if dice.one_in(3) { 0 } else { dice.below(lines.len()) };
        let most = if dice.one_in(8) { 80 } else { 12 };
        let count = 1 + dice.below(most);
        lines.iter().skip(start).take(count).copied().collect()
    }

    /// The text with one thing spoilt.
    pub fn spoilt(&self, text: &str, dice: &mut Dice) -> String {
        let (at, to) = span(text, dice);
        let (head, middle, tail) = (&text[..at], &text[at..to], &text[to..]);
        match dice.below(14) {
            0 => format!("{head}{}{middle}{tail}", dice.pick(ODD)),
            1 => format!("{head}{}{middle}{tail}", dice.pick(PIECES)),
            2 => format!("{head}{}{tail}", dice.pick(WORDS)),
            3 => format!("{head}{tail}"),
            4 => format!("{head}{middle}{middle}{tail}"),
            5 => format!("{head}{}{middle}{tail}", dice.pick(ODD).repeat(1 + dice.below(60))),
            6 => spaced(text, dice),
            7 => every(text, dice),
            8 => swapped(text, dice),
            9 => text.replace('\n', dice.pick(&["\r\n", "\r", "\n\n", " ", "\u{2028}", "\u{85}"])),
            10 => format!("{head}{}{tail}", middle.to_uppercase()),
            11 => format!("{head}{}{tail}", self.excerpt(dice)),
            12 if dice.one_in(20) => {
                format!("{head}{}{tail}", dice.pick(PIECES).repeat(dice.below(2_000)))
            }
            _ => nested(text, dice),
        }
    }
}

fn gather(folder: &Path, texts: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, texts);
        } else if path
            .extension()
            .is_some_and(|end| ["md", "txt", "toml"].map(Into::into).contains(&end.to_owned()))
        {
            texts.extend(fs::read_to_string(path).ok().filter(|text| text.len() < 1 << 20));
        }
    }
}

/// A stretch of the text, mostly a short one.
fn span(text: &str, dice: &mut Dice) -> (usize, usize) {
    let at = text.floor_char_boundary(dice.below(text.len() + 1));
    let length = if dice.one_in(4) { dice.below(text.len() + 1) } else { dice.below(12) };
    (at, text.ceil_char_boundary((at + length).min(text.len())))
}

fn soup(dice: &mut Dice, pieces: &[&str]) -> String {
    let gap = dice.pick(&["", " ", "", "\n", "\u{a0}", "  "]);
    let mut text = String::new();
    for _ in 0..dice.below(60) {
        text += dice.pick(pieces);
        if dice.one_in(2) {
            text += gap;
        }
        if dice.one_in(9) {
            text += dice.pick(ODD);
        }
    }
    text
}

/// Something put before, or instead of a space behind, each mark.
fn spaced(text: &str, dice: &mut Dice) -> String {
    let mark = dice.pick(&['.', '.', '?', '…', ',', ')', '»', '|', '-', ':', '"', '*']);
    let gap = dice.pick(&[
        " ",
        "\u{a0}",
        "\u{2009}",
        "\u{3000}",
        "\t",
        "\u{200b}",
        "\u{301}",
        " \u{200d}",
    ]);
    text.replace(mark, &format!("{gap}{mark}"))
}

/// One character for each of another.
fn every(text: &str, dice: &mut Dice) -> String {
    let Some(one) = text.chars().nth(dice.below(text.chars().count())) else {
        return String::new();
    };
    text.replace(one, dice.pick(ODD))
}

fn swapped(text: &str, dice: &mut Dice) -> String {
    let mut words: Vec<&str> = text.split_inclusive([' ', '\n', '|']).collect();
    for _ in 0..dice.below(5) {
        let (one, other) = (dice.below(words.len()), dice.below(words.len()));
        if !words.is_empty() {
            words.swap(one, other);
        }
    }
    words.concat()
}

/// The text inside another construct, or its lines behind a mark.
fn nested(text: &str, dice: &mut Dice) -> String {
    let mark = dice.pick(&[
        "> ",
        "- ",
        "  ",
        "    ",
        "\t",
        "# ",
        "1. ",
        "> > ",
        "|",
        ": ",
        "!!! note\n    ",
    ]);
    if dice.one_in(3) {
        let (open, close) = dice.pick(&[
            ("*", "*"),
            ("[", "](a)"),
            ("<b>", "</b>"),
            ("«", "»"),
            ("```\n", "\n```"),
            ("---\n", "\n---\n"),
            ("(", ")"),
            ("{{", "}}"),
        ]);
        return format!("{open}{text}{close}");
    }
    text.split_inclusive('\n').map(|line| format!("{mark}{line}")).collect()
}

/// What stands in texts and shouldn't, or looks like something else.
const ODD: &[&str] = &[
    "\u{0}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{301}",
    "\u{302}\u{323}",
    "\u{200d}",
    "\u{200b}",
    "\u{200c}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{202e}",
    "\u{202a}",
    "\u{2066}",
    "\u{2069}",
    "\u{a0}",
    "\u{2002}",
    "\u{2009}",
    "\u{202f}",
    "\u{3000}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{b}",
    "\u{c}",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "．",
    "。",
    "·",
    "…",
    "‥",
    "․",
    "！",
    "？",
    "👩‍👩‍👧",
    "🇷🇺",
    "😀",
    "𝄞",
    "ﬁ",
    "İ",
    "ı",
    "ß",
    "ŉ",
    "ǆ",
    "Ω",
    "K",
    "½",
    "²",
    "①",
    "Ⅷ",
    "٣",
    "५",
    "１",
    "ё",
    "е\u{308}",
    "и\u{306}",
    "Й",
    "ꙋ",
    "ა",
    "中",
    "ก",
    "ﷺ",
    "\u{e000}",
    "\u{fffd}",
    "\u{10ffff}",
    "\\",
    "\"",
    "'",
    "«",
    "»",
    "„",
    "`",
    "``",
    "|",
    "<",
    ">",
    "&",
    "*",
    "_",
    "~",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "#",
    "$",
    "%",
    "^",
    "=",
    "+",
    "-",
    "–",
    "—",
    "−",
    "/",
    "@",
    "№",
    "§",
    ";",
    ":",
    ",",
    ".",
    "..",
    "?",
    "!",
    "?!",
];

/// Words and stops of sentences.
const WORDS: &[&str] = &[
    "В",
    "2024",
    "г",
    "г.",
    "М",
    "М.",
    "А. С.",
    "Иванов",
    "Пушкин",
    "пришёл",
    "пришёл.",
    "и",
    "т. д.",
    "т",
    "д",
    "тыс",
    "млн.",
    "руб",
    "ул.",
    "Ленина,",
    "стр",
    "см",
    "рис",
    "Рис.",
    "1",
    "2.",
    "3)",
    "а)",
    "(i)",
    "•",
    "IV",
    "V.",
    "17-м",
    "5-го",
    "им.",
    "«Правда»",
    "«Что?",
    "Где?»",
    "Yahoo!",
    "Inc.",
    "Mr.",
    "p.m.",
    "U.S.",
    "No.",
    "St.",
    "Jan.",
    "e.g.",
    "The",
    "He",
    "said",
    "asked.",
    "\"Really?\"",
    "— сказал",
    "он.",
    "Он",
    "Это",
    "не",
    "никогда",
    "Москва",
    "км/ч.",
    "п.",
    "гл.",
    "Дж.",
    "Филлипс",
    "доллар",
    "двадцать",
    "сто",
    "тысяч",
    "миллиона",
    "twenty",
    "hundred",
    "million",
    "3,5",
    "1 000",
    "10.5",
    "№ 5",
    "§ 2",
    "+7 495",
    "5%",
    "$5",
    "€",
    "19",
    "декабря",
    "December",
    "вчера",
    "yesterday",
    "12:30",
    "01.02.2024",
    "http://a.b/c",
    "a@b.c",
    "example.org",
    "[1]",
    "[^1]",
    "(2021)",
    "(",
    ")",
    ".",
    "?",
    "!",
    "…",
    ";",
    ":",
    ",",
    "...",
    ". . .",
    " .",
    " . ",
    ":)",
    "<…>",
];

/// Constructs of Markdown, front matter, catalogs and worksheets.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "  \n",
    "\\\n",
    "# ",
    "## ",
    " #",
    "> ",
    ">",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "— ",
    "• ",
    "***",
    "---\n",
    "+++\n",
    "===\n",
    "```\n",
    "~~~\n",
    "`",
    "``",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "](",
    "](u \"т\")",
    "]",
    "![",
    "[^1]",
    "\n[^1]: ",
    "\n[a]: u \"т\"\n",
    "<b>",
    "</b>",
    "<br>",
    "<div>\n",
    "</div>\n",
    "<!-- ",
    " -->",
    "<!-- tolmach:skip -->\n",
    "<!-- tolmach:note а -->\n",
    "&nbsp;",
    "&#0;",
    "&amp;",
    "\\",
    "{{ a }}",
    "{% b %}",
    "{#c}",
    "{{< d >}}",
    "$f_Title",
    "$x$",
    "$$\n",
    "%NAME%",
    "[[e]]",
    ":::\n",
    "::: tip\n",
    "!!! note \"Т\"\n    ",
    "??? a\n",
    "=== \"Т\"\n",
    "> [!NOTE]\n> ",
    "*[АБ]: в\n",
    ": определение\n",
    "| а | б |\n",
    "|---|---|\n",
    "| 1 | 2 |\n",
    "||",
    "|",
    "\\|",
    "title: ",
    "title: |\n  ",
    "title: >-\n  ",
    "tags: [",
    "tags:\n  - ",
    "extra:\n  note: ",
    "'",
    "\"",
    "\"\"\"",
    "'''",
    ": ",
    "[[pair]]\n",
    "source = \"",
    "target = '",
    "state  = \"translated\"\n",
    "seal   = \"",
    "acks = [{ from = \"",
    "[published]\n",
    "<<<<<<< ours\n",
    "=======\n",
    ">>>>>>> theirs\n",
    "@ a en 1 abcdefgh\n",
    "# SOURCE: ",
    "ack: ",
    "note: ",
    "    код\n",
    "\t",
    "Слово. ",
    "Word. ",
    "да ",
    "import a from 'b'\n",
    "export const a = 1\n",
    "<Tabs>\n",
    "[ ] ",
    "[x] ",
    "23.12.2024\n",
    "$$x$$",
    "{tab(",
    "|| а | б ||\n",
    "#|\n",
];

const CONSTRUCTS: &str = "---\ntitle: \"Заголовок. Второй\"\nsummary: >\n  Строка\n  вторая\ntags: [а, 'б', \"в\"]\nextra:\n  - note: г\n---\n\n# Первый\n\nАбзац *с курсивом. И* [ссылкой. Вот](a \"т\").\nЕщё строка.\n\n- пункт\n- [x] дело\n\n  абзац\n\n1. раз\n2. два\n\n> Цитата.\n> > Внутри.\n\n> [!NOTE]\n> Заметка.\n\n| Город | Погода |\n|---|:-:|\n| Минск | 5 |\nЗавтра дождь.\n\n![вид](a.png \"Имя\")\n\nТермин\n: определение\n\n!!! note \"Имя\"\n    Тело.\n\n```\nкод\n```\n\nСноска[^1].\n\n[^1]: Текст.\n\n<div>\nСлова <b>тут</b>\n</div>\n\n::: tip Имя\nТело\n:::\n";

const SENTENCES: &str = "В 2024 г . М. Иванов пришёл.\nСидоров П . К. Он ушёл. Это стоит 5 тыс . руб . за штуку.\n«Что? Где? Когда?» вышла. «Да!» — сказал он. Он спросил: «Кто там?».\nMr . Smith left at 5 p . m . He said \"Really ?\" Smith asked.\n1. Раз 2. Два 3. Три. а) один б) два\n";

const CATALOG: &str = "# Наше\n\n[published]\ndigest = \"0123456789abcdef0123\"\n\n[[pair]]\nsource = \"Да.\"\ntarget = \"Yes.\"\nstate  = \"translated\"\nseal   = \"hgnhb2ha\"\nnote   = \"\"\"\nдва\nслова\"\"\"\nacks   = [{ from = \"Нет.\", reason = \"то же\", by = \"А\", on = 2026-01-31 }]\n\n[[pair]]\nsource = 'Нет.'\ntarget = \"No.\"\nstate  = \"draft\"\n";
