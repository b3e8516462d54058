//! Front matter as sites write it, and as nobody should.

use proptest::prelude::*;
use saphyr::{LoadableYamlNode as _, ScalarOwned, YamlOwned};

use super::fields::{Field, Role};
use super::scalar::Scalar;
use super::{fields, matter};
use crate::model::Span;
use crate::parse::lines::trim;

/// The strings under these names, each as `name=value` or, in a list, `name-value`.
fn read(text: &str, names: &str) -> String {
    let names: Vec<String> = names.split_ascii_whitespace().map(str::to_owned).collect();
    let line = |field: Field| {
        let mark = if field.role == Role::Item { '-' } else { '=' };
        format!("{}{mark}{}\n", names[field.name], field.value.folded(text).text)
    };
    found(text, &names).into_iter().map(line).collect()
}

fn found(text: &str, names: &[String]) -> Vec<Field> {
    matter(text).map(|matter| matter.fields(text, Some(names))).unwrap_or_default()
}

/// The text with the words of its string number `index` replaced.
fn replaced(text: &str, index: usize, new: &str) -> String {
    with_words(text, fields(text)[index].value, new)
}

fn with_words(text: &str, value: Scalar, new: &str) -> String {
    let folded = value.folded(text);
    let words = folded.to_raw(trim(&folded.text, Span::new(0, folded.text.len())));
    let rewritten = value.rewritten(text, &[(words, new.to_owned())]);
    format!("{}{rewritten}{}", &text[..value.whole.start], &text[value.whole.end..])
}

#[test]
fn strings_of_each_yaml_style_are_read() {
    let text = "---\nplain: Да, нет # к\nsingle: 'Это ''то'''\n\"double\": \"А\\\"б\\u0432\\\n  г\"\nblock: >-\n  один\n\n  два\n\
        lines: один\n  два\nbelow:\n  три\n---\n";
    let said = "plain=Да, нет\nsingle=Это 'то'\ndouble=А\"бвг\nblock=один два\nlines=один два\nbelow=три\n";
    let names = "plain single double block lines below";
    assert_eq!(read(text, names), said);
    assert_eq!(read(&text.replace('\n', "\r\n"), names), said);
}

#[test]
fn what_is_no_string_is_left_alone() {
    let text = "---\na: [[б]]\nb:\n  - [в]\n  - - в\nc:\n  d: е\ne: true\nf: &x г\ng: {h: и}\nk: !t и\nl: &y\n  - и\n? m\n: и\nn: 5\no: *x\np: 2026-01-31T12:00:00Z\n\
        j: 'без конца\n---\n";
    assert_eq!(read(text, "a b c e f g k l m n o p j"), "");
    assert_eq!(read("---\n\nТекст\n\n---\n", "title"), "");
    assert_eq!(read("---\ntitle: а\n", "title"), "");
}

#[test]
fn strings_of_each_toml_style_are_read() {
    let text = "+++\na = \"б \\\"в\\\"\"\nc = 'г \\'\nd = \"\"\"\nе\nж\"\"\"\nf = '''з'''\nn = 5\n[extra]\ng = \"и\"\n+++\n";
    assert_eq!(read(text, "a c d f n g"), "a=б \"в\"\nc=г \\\nd= е ж\nf=з\n");
}

#[test]
fn lists_of_yaml_are_read_in_brackets_and_by_dashes() {
    let text = "---\nflow: [докер, \"образы, метки\", 'x', 5, true, ~, {а: б}, [в], г: д, &a е, *a] # к\n\
        long: [\n  один, # к\n  два\n  три,\n  # к\n  \"четыре\",\n]\nbelow:\n  [а, б]\n\
        dashes:\n- докер\n# к\n- 'образ: 1'\n-   плюс\n  ещё\n- 5\n- null\n- >-\n  строка\n\n  ниже\n-\n  под\n- - нет\n  - нет\n\
        deep:\n    - а # к\n\n    - \"б\"\n---\n";
    let said = "flow-докер\nflow-образы, метки\nflow-x\nlong-один\nlong-два три\nlong-четыре\nbelow-а\nbelow-б\n\
        dashes-докер\ndashes-образ: 1\ndashes-плюс ещё\ndashes-под\ndeep-а\ndeep-б\n";
    // A block's text may not stand as deep as its dash.
    let text = text.replace("- >-\n  строка\n\n  ниже\n", "- |+2\n");
    let names = "flow long below dashes deep";
    assert_eq!(read(&text, names), said);
    assert_eq!(read(&text.replace('\n', "\r\n"), names), said);
    assert_eq!(read(&text.replace('\n', "\r"), names), said);
    assert_eq!(read(&format!("\u{feff}{text}"), names), said);
}

#[test]
fn lists_of_toml_are_read_over_any_lines() {
    let text = "+++\na = [\"б\", 'в', \"\"\"г\nд\"\"\", '''е''', 5, true, 2026-01-31 12:00:00, [\"нет\"]] # к\n\
        b = [ # к, \"нет\"\n  \"один\", # ]\n\n  'два',\n]\n[t]\nc = [\"три\"]\n+++\n";
    let said = "a-б\na-в\na-г д\na-е\nb-один\nb-два\nt.c-три\n";
    assert_eq!(read(text, "a b c t.c"), said);
    assert_eq!(read(&text.replace('\n', "\r\n"), "a b c t.c"), said);
}

#[test]
fn dotted_names_lead_into_yaml() {
    let text = "---\nextra:\n  # к\n  subtitle: Текст\n  \"deeper\":\n      note: Глубже\n  tags: [а]\n  title: Не тут\ntitle: Тут\n\
        hero: {a: Раз, \"b\": {c: [Два]}, d: , e}\nfeatures:\n  - title: Один\n    details: >\n      Много\n      слов\n\
        \x20 -\n    title: Два\n    tags:\n    - три\n  - {title: Три}\n  - нет\nlast: Всё\n---\n";
    let names = "title extra.subtitle extra.deeper.note extra.tags hero.a hero.b.c features.title features.details features.tags last subtitle";
    let said = "extra.subtitle=Текст\nextra.deeper.note=Глубже\nextra.tags-а\ntitle=Тут\nhero.a=Раз\nhero.b.c-Два\n\
        features.title=Один\nfeatures.details=Много слов\nfeatures.title=Два\nfeatures.tags-три\nfeatures.title=Три\nlast=Всё\n";
    assert_eq!(read(text, names), said);
    assert_eq!(read(&text.replace('\n', "\r\n"), names), said);
}

#[test]
fn dotted_names_lead_into_toml() {
    let text = "+++\ntitle = \"Тут\"\nextra.subtitle = \"Текст\"\ninline = { a = \"Раз\", b.c = [\"Два\"], \"d\" = { e = 'Три' } }\n\
        [extra.'more']\nnote = \"Глубже\"\n[[hero.features]]\ntitle = \"Один\"\n[hero.features.link]\ntext = \"Ссылка\"\n\
        [[hero.features]] # к\ntitle = \"Два\"\n[hero.features.link]\ntext = \"Ещё\"\n[taxonomies]\ntags = [\"а\"]\nlist = [{ t = \"б\" }, { t = \"в\" }]\n+++\n";
    let names = "title extra.subtitle inline.a inline.b.c inline.d.e extra.more.note hero.features.title hero.features.link.text taxonomies.tags taxonomies.list.t";
    let said = "title=Тут\nextra.subtitle=Текст\ninline.a=Раз\ninline.b.c-Два\ninline.d.e=Три\nextra.more.note=Глубже\n\
        hero.features.title=Один\nhero.features.link.text=Ссылка\nhero.features.title=Два\nhero.features.link.text=Ещё\n\
        taxonomies.tags-а\ntaxonomies.list.t=б\ntaxonomies.list.t=в\n";
    assert_eq!(read(text, names), said);
}

#[test]
fn a_key_that_is_there_twice_is_left_alone() {
    let names = "a x.b x";
    assert_eq!(read("---\na: б\nx:\n  b: в\na: [г]\n---\n", names), "x.b=в\n");
    assert_eq!(read("---\na: б\nx:\n  b: в\nx: г\n---\n", names), "a=б\n");
    assert_eq!(read("---\nx: {b: в, b: г}\na: д\n---\n", names), "a=д\n");
    assert_eq!(read("---\nx:\n  - b: в\n  - b: г\n---\n", names), "x.b=в\nx.b=г\n");
    assert_eq!(read("+++\na = \"б\"\na = 5\nx.b = \"в\"\n+++\n", names), "x.b=в\n");
    assert_eq!(read("+++\na = \"б\"\n[x]\nb = \"в\"\n[x]\nb = \"в\"\n+++\n", names), "a=б\n");
}

#[test]
fn odd_lists_are_left_alone_whole() {
    for list in [
        "[а, б",
        "[а, б] в",
        "[а}",
        "[\"а\" \"б\"]",
        "[а, , б]",
        "[а, - б]",
        "[@а, б]",
        "[а,#б\n]",
        "[а, {б]}",
        "{а: б: в, к: д}",
        "{[а]: б}",
    ] {
        let text = format!("---\nt: {list}\na: Да\n---\n");
        assert_eq!(read(&text, "t t.к a"), "a=Да\n", "{list}");
    }
    assert_eq!(read("---\nt:\n  а: б\n  - в\n a: Да\na: Да\n---\n", "t a"), "a=Да\n");
    assert_eq!(read("---\nt:\n\t- в\n\t- г\na: Да\n---\n", "t a"), "a=Да\n");
    for list in
        ["[\"а\" \"б\"]", "[\"а\", , \"б\"]", "[\"а\"] \"б\"", "[\"а\"}", "[\"а\n\"]", "[\"а\""]
    {
        let text = format!("+++\nt = {list}\na = \"Да\"\n+++\n");
        assert_eq!(read(&text, "t a"), "a=Да\n", "{list}");
    }
}

#[test]
fn a_plain_string_takes_quotes_only_where_it_must() {
    let plain = "---\na: Слово\n---\n";
    assert_eq!(replaced(plain, 0, "Word"), "---\na: Word\n---\n");
    assert_eq!(replaced(plain, 0, "One, two?"), "---\na: One, two?\n---\n");
    assert_eq!(replaced(plain, 0, "Word: \"b\""), "---\na: \"Word: \\\"b\\\"\"\n---\n");
    assert_eq!(replaced("---\na: 'Слово'\n---\n", 0, "It's"), "---\na: 'It''s'\n---\n");
    assert_eq!(replaced("+++\na = 'Слово'\n+++\n", 0, "It's"), "+++\na = \"It's\"\n+++\n");
    assert_eq!(
        replaced("+++\na = '''\nСлово'''\n+++\n", 0, "It's"),
        "+++\na = \"\"\"\nIt's\"\"\"\n+++\n"
    );
    let flow = "---\na: [б, в] # к\n---\n";
    assert_eq!(replaced(flow, 1, "word's"), "---\na: [б, word's] # к\n---\n");
    assert_eq!(replaced(flow, 0, "one, two"), "---\na: [\"one, two\", в] # к\n---\n");
    assert_eq!(replaced(flow, 1, "[it]"), "---\na: [б, \"[it]\"] # к\n---\n");
    let items = "---\na:\n- б # к\n- в\n---\n";
    assert_eq!(replaced(items, 0, "one, two"), "---\na:\n- one, two # к\n- в\n---\n");
    assert_eq!(replaced(items, 1, "a: b"), "---\na:\n- б # к\n- \"a: b\"\n---\n");
}

#[test]
fn any_amount_is_read_in_linear_time() {
    let count = 25_000;
    let names = ["title", "a.a", "a"].map(str::to_owned);
    for piece in [
        "a: [\n",
        "a: {a: ",
        "[",
        "{",
        "a: '",
        "a: ''\n",
        "a: \"\n",
        "- ",
        "- a\n",
        "a: \"\\",
        "a: б\n",
        "  б: в\n",
        "a:\n- a: |\n",
        "[a, ",
        "&",
        ":\n",
        "a = [\n",
        "a = \"\"\"\n",
        "\\",
        "a = { a = ",
        "a.",
        "[[a]]\n",
        "[a]\n",
        "a = '\n",
        "\"",
        "'''",
        "#",
        "a = [\"б\", ",
        "{a: б, a: ",
    ] {
        let body = piece.repeat(count);
        for text in [
            format!("---\na: {body}\n---\n"),
            format!("---\na:\n{body}\n---\n"),
            format!("+++\na = {body}\n+++\n"),
            format!("+++\na = \"\"\"{body}\n+++\n"),
            format!("+++\n[{body}\n+++\n"),
        ] {
            found(&text, &names);
            fields(&text);
        }
    }
}

/// Front matter with one string each that reads `Слово`.
const YAML: [&str; 19] = [
    "a: Слово\n",
    "a: 'Слово'\n",
    "a: \"Слово\"\nb: в\n",
    "a: |\n  Слово\nb: в\n",
    "a: >-\n  Слово\n",
    "a: Слово\n  слово # нет\nb: в\n",
    "a:\n  Слово\n",
    "a: [Слово]\nb: в\n",
    "a: ['Слово', 5]\n",
    "a: [\n  \"Слово\", # к\n  ]\n",
    "a: [Слово\n  слово, 5]\n",
    "a:\n- Слово\n- 5\n",
    "a:\n  - 'Слово' # к\n",
    "a:\n  - Слово\n    слово\n  - 5\n",
    "a:\n  - |-\n    Слово\n",
    "a:\n  b: Слово # к\n",
    "a:\n  - b: Слово\n    c: 5\n",
    "a: {b: Слово, c: 5}\n",
    "a:\n  - {b: [5, Слово]}\n",
];

const TOML: [&str; 9] = [
    "a = \"Слово\"\n",
    "a = 'Слово'\n",
    "a = \"\"\"Слово\"\"\"\n",
    "a = '''Слово'''\n",
    "a = [5, \"Слово\"]\n",
    "a = [ # к\n  'Слово',\n]\n",
    "a = { b = ['''Слово'''] }\n",
    "[a]\nb = 'Слово'\n",
    "[[a]]\nb.c = [\"\"\"Слово\"\"\"]\n",
];

/// Every string in the tree of another reader of YAML, with its dotted name.
fn yaml_strings(node: &YamlOwned, name: &str, found: &mut Vec<(String, String)>) {
    match node {
        YamlOwned::Value(ScalarOwned::String(words)) => {
            found.push((
                name.to_owned(),
                words.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
            ));
        }
        YamlOwned::Sequence(items) => {
            for item in items {
                let name = if item.is_sequence() { "?" } else { name };
                yaml_strings(item, name, found);
            }
        }
        YamlOwned::Mapping(map) => {
            for (key, value) in map {
                let key = key.as_str().unwrap_or("?");
                let name = if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
                yaml_strings(value, &name, found);
            }
        }
        _ => {}
    }
}

/// Property of TOML front matter.
fn toml_strings(node: &toml::Value, name: &str, found: &mut Vec<(String, String)>) {
    match node {
        toml::Value::String(words) => {
            let words: Vec<&str> = words.split_ascii_whitespace().collect();
            found.push((name.to_owned(), words.join(" ")));
        }
        toml::Value::Array(items) => {
            for item in items {
                toml_strings(item, name, found);
            }
        }
        toml::Value::Table(table) => {
            for (key, value) in table {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                toml_strings(value, &name, found);
            }
        }
        _ => {}
    }
}

/// The strings that the other reader finds, if it can read the text.
fn other(text: &str) -> Option<Vec<(String, String)>> {
    let nodes = YamlOwned::load_from_str(text).ok()?;
    let mut found = Vec::new();
    for node in &nodes {
        yaml_strings(node, "", &mut found);
    }
    Some(found)
}

fn soup(pieces: &'static str) -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = pieces.split('~').collect();
    proptest::collection::vec(proptest::sample::select(pieces), 0..24).prop_map(|all| all.concat())
}

const YAML_PIECES: &str = "a: ~b: ~\na: ~\nb: ~\n  a: ~\n  b: ~\n- ~\n  - ~\n    - ~\n    a: ~слово~да, нет~\n~\n  ~ # к\n~'~\"~[~]~{~}~, ~: ~|\n~>-\n~5~&x ~*x~!t ~\\~''~? ~ ~\r\n~\
    a: слово\n~b: [а, \"б\"]\n~- а\n~  - б\n~a:\n~b:\n~  b: в\n~'a': ~\"b\": ";

/// Whole lines, of which more fit together.
const YAML_LINES: &str = "a: слово~b: \"да: нет\"~a:~b:~- а~- 'б'~-~- a: в~- b:~слово~'г'~[а, \"б\"]~a: [а, {b: б}]~- [а]~- {a: б}~a: [~]~в,~b: |~- >-~# к~~a: 'д~е'~\
    a: &x ж~- *x~- !t з~b: {a: и}~? к~: л~- - м~a: \"н\\~5~- null";

fn yaml_lines() -> impl Strategy<Value = String> {
    let lines: Vec<&str> = YAML_LINES.split('~').collect();
    let line = (0..4_usize, proptest::sample::select(lines))
        .prop_map(|(depth, line)| format!("{}{line}\n", " ".repeat(depth)));
    proptest::collection::vec(line, 0..8).prop_map(|lines| lines.concat())
}

const TOML_PIECES: &str = "a = ~b = ~\na = ~\nb = ~[a]\n~[[a]]\n~[b.a]\n~a.b = ~\"~'~\"\"\"~'''~\"слово\"~'да'~5~, ~[~]~{~}~\n~ # к\n~\\~=~.~a = \"в\"\n~b = [\"в\", 'г']\n~\r\n~ ";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn new_words_read_back_exactly(new in "[-а-яA-Z0-9'\"\\\\:#{}\\[\\],&*!|>%@` .?~«»=\u{a0}]{0,12}[а-я.'\"\\\\:#]") {
        let new = new.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        for style in YAML {
            let text = replaced(&format!("---\n{style}---\n"), 0, &new);
            let said = fields(&text)[0].value.folded(&text).text.into_owned();
            prop_assert_eq!(&said, &new, "{}", text);
            let strings = other(&text[4..text.len() - 4]).unwrap_or_else(|| panic!("{text}"));
            prop_assert_eq!(&strings[0].1, &new, "{}", text);
        }
        for style in TOML {
            let text = replaced(&format!("+++\n{style}+++\n"), 0, &new);
            let said = fields(&text)[0].value.folded(&text).text.into_owned();
            prop_assert_eq!(&said, &new, "{}", text);
            let table: toml::Table = text.trim_matches(['+', '\n']).parse().expect("is TOML");
            let mut strings = Vec::new();
            toml_strings(&toml::Value::Table(table), "", &mut strings);
            let strings: Vec<&String> = strings.iter().map(|(_, words)| words).collect();
            prop_assert_eq!(&strings[..], [&new], "{}", text);
        }
    }

    #[test]
    fn nothing_is_read_that_another_reader_of_yaml_does_not_find(
        body in prop_oneof![soup(YAML_PIECES), yaml_lines()],
        new in "[-а-яa-z'\"\\\\:#{}\\[\\],&*!|>% ]{0,6}[а-я'\"\\\\:#,]",
    ) {
        let text = format!("---\nb: в\n{body}\n---\n");
        let names = ["a", "b", "a.a", "a.b", "b.a", "b.b"].map(str::to_owned);
        let new = new.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let Some(strings) = other(&text[4..text.len() - 4]) else { return Ok(()) };
        let mut at = 0;
        for field in found(&text, &names) {
            let folded = field.value.folded(&text);
            let said = &folded.text[trim(&folded.text, Span::new(0, folded.text.len())).range()];
            let is_it = |(name, words): &(String, String)| *name == names[field.name] && words == said;
            let index = strings[at..].iter().position(is_it).map(|index| at + index);
            prop_assert!(index.is_some(), "{said:?} not in {strings:?} of\n{text}");
            let index = index.unwrap_or_default();
            at = index + 1;
            // The other reader takes a bracket that closes at the edge behind some texts only.
            if !said.is_empty() && !body.contains("\n]") && !body.contains("\n}") {
                let text = with_words(&text, field.value, &new);
                let mut expected = strings.clone();
                expected[index].1.clone_from(&new);
                prop_assert_eq!(other(&text[4..text.len() - 4]), Some(expected), "{}", text);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_alike_with_and_without_names(yaml in soup(YAML_PIECES), toml in soup(TOML_PIECES), any: String) {
        let names = ["a", "b", "a.a", "a.b", "b.a", "b.b"].map(str::to_owned);
        for text in [format!("---\na: {yaml}\n---\n"), format!("+++\na = {toml}\n+++\n"), format!("---\n{any}\n---\n"), format!("+++\n{any}\n+++\n")] {
            let every: Vec<Span> = fields(&text).iter().map(|field| field.value.whole).collect();
            prop_assert!(every.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for field in found(&text, &names) {
                prop_assert!(every.contains(&field.value.whole));
                field.value.folded(&text);
            }
        }
    }

    #[test]
    fn nothing_is_read_that_another_reader_of_toml_does_not_find(body in soup(TOML_PIECES)) {
        let names = ["a", "b", "a.a", "a.b", "b.a", "b.b", "a.b.a", "b.a.b"].map(str::to_owned);
        if let Ok(table) = body.parse::<toml::Table>() {
            let mut strings = Vec::new();
            toml_strings(&toml::Value::Table(table), "", &mut strings);
            let text = format!("+++\n{body}\n+++\n");
            for field in found(&text, &names) {
                let said = field.value.folded(&text).text.trim_ascii().to_owned();
                let said = (names[field.name].clone(), said);
                let at = strings.iter().position(|known| *known == said);
                prop_assert!(at.is_some(), "{said:?} not in {strings:?} of\n{text}");
                strings.swap_remove(at.unwrap_or_default());
            }
        }
    }
}

#[test]
fn the_key_of_a_text_is_the_last_above_it() {
    for text in [
        "---\ntitle: Да\ntags:\n  - раз\n  - два: три\n  - не ключ: да\n  - пять\nauthor:\n  name: Он\n---\n",
        "---\ntitle:\n- Он: 1\n- Она 2\n- a b: c\n---\n",
        "+++\ntitle = \"Да\"\ntags = [\n  \"раз\",\n  \"a: b\",\n  \"два\"]\n[params]\nnote = \"Он\"\n+++\n",
    ] {
        let start = super::matter_span(text).start;
        for one in super::texts(text) {
            assert_eq!(one.key, super::key(&text[start..one.span.start]), "{text}");
        }
        assert!(!super::texts(text).is_empty(), "{text}");
    }
}
