//! Lines that `CommonMark` doesn't know, made such that it reads what is around them as it is meant.
//!
//! Each byte keeps its place. The opener of a body that is indented (`!!! note`, `=== "Tab"`) becomes
//! a list item, whose content is indented in the same way; the fence of a container (`:::`), the
//! explanation of an abbreviation, a formula and a module's imports become blank lines.

mod openers;
mod stretches;

use std::borrow::Cow;

use crate::model::Span;

use super::attributes::attributes;
use openers::Opener;

/// A document's body as the Markdown parser shall see it.
pub struct Frame<'a> {
    pub body: Cow<'a, str>,
    /// Titles that stand on lines of the frame.
    pub titles: Vec<Span>,
    /// Openers of indented bodies, in order.
    pub bodies: Vec<Body>,
    /// Formulas on lines of their own, in order.
    pub formulas: Vec<Span>,
}

/// The opener of a body that is indented below it.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// Where the opener begins.
    pub start: usize,
    /// The column from which on a line belongs to the body.
    pub column: usize,
}

/// An empty heading in an item whose content begins four columns in.
const ITEM: &[u8] = b"-   #";
/// How far bodies are indented.
const INDENT: usize = 4;

/// Where the line behind the one with the byte `end` begins; white space may stand before its end.
fn line_after(text: &str, end: usize) -> usize {
    let rest = &text.as_bytes()[end.min(text.len())..];
    memchr::memchr(b'\n', rest).map_or(text.len(), |length| end + length + 1)
}

/// Reads the lines of `body`, which begins at byte `base` of the document.
///
/// `names` are the parameters of tags that hold words.
pub fn frame<'a>(body: &'a str, base: usize, names: &[String]) -> Frame<'a> {
    let body = with_line_feeds(body);
    let mut masked: Option<Vec<u8>> = None;
    let (mut titles, mut bodies, mut formulas) = (Vec::new(), Vec::new(), Vec::new());
    let mut next = 0;
    let text: &str = &body;
    while next < text.len() {
        let rest = &text[next..];
        let length = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = Span::new(next, next + length);
        next = line.end + 1;
        let (content, column) = content(text, line);
        let Some(opener) = openers::opener(text, content, line) else { continue };
        let masked = masked.get_or_insert_with(|| text.as_bytes().to_vec());
        match opener {
            Opener::Body(title) => {
                bodies.push(Body { start: base + content.start, column: column + INDENT });
                blank(masked, content);
                masked[content.start..content.start + ITEM.len()].copy_from_slice(ITEM);
                titles.extend(title.0);
            }
            Opener::Line(title) => {
                blank(masked, content);
                titles.extend(title.0);
            }
            Opener::Tag(tag) => {
                titles.extend(attributes(text, tag, names));
                blank(masked, tag);
                next = line_after(text, tag.end);
            }
            Opener::Colon => masked[content.start] = b'.',
            Opener::Stretch(end) => {
                if text[content.start..].starts_with("$$") {
                    formulas.push(Span::new(base + content.start, base + end));
                }
                blank(masked, Span::new(content.start, end));
                next = line_after(text, end);
            }
        }
    }
    for title in &mut titles {
        *title = Span::new(base + title.start, base + title.end);
    }
    let masked = masked.map(|bytes| String::from_utf8(bytes).expect("whole lines became spaces"));
    Frame { body: masked.map_or(body, Cow::Owned), titles, bodies, formulas }
}

/// The bytes with each lone carriage return as a line feed.
///
/// The parser knows no line that ends with a carriage return alone.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if !memchr::memchr_iter(b'\r', bytes).any(|index| is_lone(index, bytes)) {
        return Cow::Borrowed(text);
    }
    let mut rest = text.chars().peekable();
    let line_feeds = std::iter::from_fn(|| {
        let c = rest.next()?;
        Some(if c == '\r' && rest.peek() != Some(&'\n') { '\n' } else { c })
    });
    Cow::Owned(line_feeds.collect())
}

fn is_lone(index: usize, bytes: &[u8]) -> bool {
    bytes.get(index + 1) != Some(&b'\n')
}

/// The line without its indentation, its marks of quotations and its end; and where that begins.
fn content(text: &str, line: Span) -> (Span, usize) {
    let bytes = text.as_bytes();
    let (mut start, mut column) = (line.start, 0);
    while start < line.end {
        match bytes[start] {
            b' ' => column += 1,
            b'\t' => column += INDENT - column % INDENT,
            b'>' => column = 0,
            _ => break,
        }
        start += 1;
    }
    let end = start + text[start..line.end].trim_end().len();
    (Span::new(start, end), column)
}

/// Makes a stretch of lines blank.
fn blank(bytes: &mut [u8], span: Span) {
    for byte in &mut bytes[span.range()] {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
}

/// The columns of white space that a line begins with.
pub fn column(line: &str) -> usize {
    let mut column = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => column += 1,
            b'\t' => column += INDENT - column % INDENT,
            _ => break,
        }
    }
    column
}

#[cfg(test)]
mod tests {
    use super::frame;

    /// The masked body without the spaces at the ends of lines, and the titles.
    fn seen(text: &str) -> String {
        let frame = frame(text, 0, &["title".to_owned()]);
        assert_eq!(frame.body.len(), text.len());
        let lines: Vec<&str> = frame.body.lines().map(str::trim_end).collect();
        let titles: Vec<&str> = frame.titles.iter().map(|title| &text[title.range()]).collect();
        format!("{} => {}", lines.join("/"), titles.join("; "))
    }

    #[test]
    fn openers_of_bodies_become_items() {
        assert_eq!(seen("!!! note \"Важно\"\n    Да."), "-   #/    Да. => Важно");
        assert_eq!(seen("???+ tip inline end\n\n    Да."), "-   #//    Да. => ");
        assert_eq!(seen("    === \"Омск\"\n"), "    -   # => Омск");
        assert_eq!(seen("!!! note \"\"\n!!!danger\n===+ \"Б\""), "-   #/-   #/-   # => Б");
        assert_eq!(seen("!!! Внимание\n    Да."), "-   #/    Да. => Внимание");
        assert_eq!(seen("> !!! note 'Ц'"), "> -   # => Ц");
        assert_eq!(seen("??? \"Ещё\"\n    Да."), "-   #/    Да. => Ещё");
        for text in
            ["!!!", "!!! Да!", "???", "===", "=== да", "Да!!! note", "!!! note \"а\" б", "??? Что?"]
        {
            assert_eq!(seen(text), format!("{text} => "));
        }
    }

    #[test]
    fn fences_of_containers_become_blank() {
        for (text, title) in [
            ("::: tip", ""),
            (":::", ""),
            (":::: card-grid", ""),
            (":::tip[Совет *дня*]", "Совет *дня*"),
            (":::tip[Совет]{icon=\"x\"}", "Совет"),
            ("::: details Подробно {open}", "Подробно"),
            (":::note Итог дня", "Итог дня"),
            ("::: note \"Итог\"", "Итог"),
            ("::: {.callout-note title=\"Итог\"}", "Итог"),
            (":::tip{title='Итог'}", "Итог"),
            ("::: Внимание", "Внимание"),
            ("/// details | Ещё", "Ещё"),
            ("///", ""),
            ("*[ООН]: Организация", "Организация"),
            ("  *[ВОЗ]:", ""),
        ] {
            assert_eq!(seen(text).trim_start(), format!("=> {title}"), "{text}");
        }
        for text in ["/// Путь", "*[а] б", "//"] {
            assert_eq!(seen(text), format!("{text} => "));
        }
    }

    #[test]
    fn a_colon_without_a_space_begins_no_definition() {
        assert_eq!(
            seen(":smile: б\n: в\n:---|:-:\n:: г\n:::`д`"),
            ".smile: б/: в/:---|:-:/.: г/.::`д` => "
        );
    }

    #[test]
    fn tags_over_several_lines_become_blank() {
        assert_eq!(seen("а\n{{< b\n  title=\"в\"\n>}}\nг"), "а////г => в");
        assert_eq!(seen("{% b\n title='в' %}"), "/ => в");
        for text in ["{{< b\n\n>}}", "{{< b >}}", "{{ b\n}} в", "{{< b"] {
            assert_eq!(seen(text), format!("{} => ", text.replace('\n', "/")));
        }
    }

    #[test]
    fn formulas_and_modules_become_blank() {
        assert_eq!(seen("а\n$$\nx = 1\n\ny\n$$\nб"), "а/////б => ".replace("/////", "//////"));
        assert_eq!(seen("$$ x $$\nб"), "/б => ");
        assert_eq!(seen("import A from './a'\nimport './b.css'\n\nТекст"), "///Текст => ");
        assert_eq!(seen("export const a = {\n  б: 1,\n\n}\n\nТекст"), "/////Текст => ");
        for text in
            ["$$", "$$ a", "$$\n```\n$$\n", "import мяса", "export нефти", "import tea from China"]
        {
            assert_eq!(seen(text), format!("{} => ", text.trim_end().replace('\n', "/")));
        }
    }

    #[test]
    fn white_space_behind_a_tag_or_an_import_is_passed_over() {
        for space in ["\u{a0}", "\u{feff}\u{a0}", "\u{2003}", " \t", "\r"] {
            for line in ["{% note %}", "import a from 'b'", "<Tab>", "{{< fig title=\"а\" >}}"] {
                for text in [format!("{line}{space}"), format!("\n{line}{space}\nДа.\n")] {
                    frame(&text, 0, &["title".to_owned()]);
                }
            }
        }
    }
}
