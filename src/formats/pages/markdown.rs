//! A bilingual Markdown file: each block, and below it the translation as a quotation.

use super::direction::space;
use super::element::Element;
use super::list::{ListItem, PageList};
use super::mark::{Mark, surplus_label};
use super::outline::{Group, groups};
use super::passage::{Passage, PassageRow, Shown};
use super::table::{Cell, Grid};
use super::{Form, Page, PageFormat, Syntax, Writing, escape};
use crate::l10n::message;
use crate::model::{Change, Edit, Kind, Piece};
use crate::parse::{Content, Exhibit};

/// Markdown that reads well where it is rendered and where it is not.
pub const FORMAT: PageFormat =
    PageFormat { name: "markdown", extension: "md", write: Writing::Plain(write) };

fn write(page: &Page<'_>) -> Vec<u8> {
    let mut groups: Vec<String> =
        groups(page).iter().map(|group| self::group(page, group)).collect();
    groups.extend(surplus(page));
    groups.join("\n").into_bytes()
}

/// Texts of the translated page that no source stands behind, below a line.
fn surplus(page: &Page<'_>) -> Option<String> {
    let title = message!("web-surplus", count = page.surplus.len());
    let mut lines = format!("---\n\n⚠ {}\n\n", escape::specials(&page.localizer().text(&title)));
    for one in page.surplus {
        let label = page.localizer().text(&surplus_label(one.kind));
        let (label, text) = (escape::specials(&label), safe(page, &one.target));
        lines.push_str(&format!("- +{} {label}: {text}\n", one.number));
    }
    (!page.surplus.is_empty()).then_some(lines)
}

fn group(page: &Page<'_>, group: &Group<'_>) -> String {
    match group {
        Group::Heading(level, passage) => {
            passage_under(page, &format!("{} ", "#".repeat(*level)), passage)
        }
        Group::Dateline(passage) => passage_under(page, "", passage),
        Group::Element(element) => self::element(page, element),
        Group::List(list) => self::list(page, list),
        Group::Table(grid) => table(page, grid),
    }
}

fn element(page: &Page<'_>, element: &Element<'_>) -> String {
    match element {
        Element::Text(passage) if passage.block.kind == Kind::Quotation => {
            indent("> ", "> ", &passage_under(page, "", passage))
        }
        Element::Text(passage) => passage_under(page, "", passage),
        Element::Figure(figure) => {
            let captions = figure.captions.iter().map(|caption| passage_under(page, "", caption));
            let picture = escape::line(&page.bitext.document.text[figure.span.range()]) + "\n";
            std::iter::once(picture).chain(captions).collect::<Vec<_>>().join("\n")
        }
        Element::Exhibit(exhibit) => self::exhibit(page, exhibit),
    }
}

/// Code, rules and lines without words stand once, as the article has them.
fn exhibit(page: &Page<'_>, exhibit: &Exhibit) -> String {
    match &exhibit.content {
        Content::Code { language, text } => {
            let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
            let fence = "`".repeat(longest.max(2) + 1);
            let text = text.trim_end_matches('\n');
            format!("{fence}{language}\n{text}\n{fence}\n")
        }
        Content::Rule => "---\n".to_owned(),
        Content::Line | Content::Picture { .. } => {
            escape::line(&page.bitext.document.text[exhibit.span.range()]) + "\n"
        }
    }
}

/// Source, translation and marks of a block; `sign` begins both texts.
fn passage_under(page: &Page<'_>, sign: &str, passage: &Passage<'_>) -> String {
    let mut below = Vec::new();
    let target = targets(page, passage);
    if !target.is_empty() {
        below.push(format!("{sign}{target}\n"));
    }
    below.extend(passage.rows.iter().filter_map(|row| remark(page, row)));
    let source = sources(page, passage);
    let source = if source.is_empty() { source } else { format!("{sign}{source}\n") };
    let parts = [source, indent("> ", "> ", &below.join("\n"))];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

fn list(page: &Page<'_>, list: &PageList<'_>) -> String {
    let items: Vec<String> = list.items.iter().map(|item| self::item(page, item)).collect();
    items.join("\n")
}

fn item(page: &Page<'_>, item: &ListItem<'_>) -> String {
    let sign = item.number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
    let tick = match item.ticked {
        None => "",
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
    };
    let mut parts = Vec::new();
    for (index, element) in item.elements.iter().enumerate() {
        let text = self::element(page, element);
        parts.push(if index == 0 { format!("{tick}{text}") } else { text });
    }
    parts.extend(item.lists.iter().map(|inner| list(page, inner)));
    indent(&sign, &" ".repeat(sign.len()), &parts.join("\n"))
}

fn table(page: &Page<'_>, grid: &Grid<'_>) -> String {
    let side = |text: fn(&Page<'_>, &Passage<'_>) -> String| -> String {
        let mut lines: Vec<String> =
            grid.rows.iter().map(|row| table_row(page, row, text)).collect();
        if !lines.is_empty() {
            let width = grid.rows.first().map_or(1, Vec::len);
            lines.insert(1, format!("|{}\n", " --- |".repeat(width.max(1))));
        }
        lines.concat()
    };
    let rows = grid.rows.iter().flatten().filter_map(|cell| match cell {
        Cell::Passage(passage) => Some(&passage.rows),
        Cell::Verbatim(_) => None,
    });
    let mut below = vec![side(targets)];
    below.extend(rows.flatten().filter_map(|row| remark(page, row)));
    format!("{}\n{}", side(sources), indent("> ", "> ", &below.join("\n")))
}

fn table_row(
    page: &Page<'_>,
    cells: &[Cell<'_>],
    text: fn(&Page<'_>, &Passage<'_>) -> String,
) -> String {
    let cells = cells.iter().map(|cell| match cell {
        Cell::Passage(passage) => format!(" {} |", escape::pipes(&text(page, passage))),
        Cell::Verbatim(text) => format!(" {} |", escape::pipes(text)),
    });
    format!("|{}\n", cells.collect::<String>())
}

fn sources(page: &Page<'_>, passage: &Passage<'_>) -> String {
    let parts = passage.rows.iter().flat_map(|row| &row.sources);
    let texts: Vec<String> = parts.map(|part| safe(page, part.text)).collect();
    escape::start(&texts.join(space(page.source_language)))
}

fn targets(page: &Page<'_>, passage: &Passage<'_>) -> String {
    let texts = passage.rows.iter().filter_map(|row| {
        let text = match row.target {
            Shown::Translation(text) | Shown::Source(text) => safe(page, text),
            Shown::Placeholder => {
                format!("*\\[{}\\]*", page.localizer().text(&message!("web-no-translation")))
            }
            Shown::Nothing | Shown::Above => return None,
        };
        match (page.form, row.mark) {
            (Form::Final, Some(mark)) if mark != Mark::Missing => {
                let words = page.localizer().text(&mark.remark());
                Some(format!("{text} *\\[{words}\\]*"))
            }
            _ => Some(text),
        }
    });
    escape::start(&texts.collect::<Vec<_>>().join(space(page.target_language)))
}

fn safe(page: &Page<'_>, text: &str) -> String {
    match page.syntax {
        Syntax::Markdown => escape::line(text),
        Syntax::Text => escape::markdown(text),
    }
}

/// A line on what is to be known about a translation.
fn remark(page: &Page<'_>, row: &PassageRow<'_>) -> Option<String> {
    let mark = row.mark.filter(|mark| page.form == Form::Working && *mark != Mark::Missing)?;
    let l10n = page.localizer();
    let number = if row.unit.segments.is_empty() {
        String::new()
    } else {
        format!("{}: ", l10n.text(&message!("web-sentence", number = row.number)))
    };
    let label = l10n.text(&mark.label());
    let change = row.unit.change.as_ref().map_or_else(String::new, |change| {
        let trigger = change.trigger.as_deref().map(escape::markdown);
        let trigger = trigger.map_or_else(String::new, |trigger| format!(" ({trigger})"));
        format!("{trigger}. {}", diff(change))
    });
    Some(format!("⚠ {number}**{label}**{change}\n"))
}

fn diff(change: &Change) -> String {
    let pieces = change.diff.iter().enumerate().map(|(index, piece)| {
        let gap = Piece::gap(&change.diff, index);
        let words = piece.text.trim();
        let text = escape::specials(words);
        let (before, after) = around(&piece.text, words);
        match piece.edit {
            _ if words.is_empty() => before.to_owned(),
            Edit::Kept => format!("{before}{text}{after}"),
            Edit::Removed => format!("{before}<del>{text}</del>{after}"),
            Edit::Inserted => format!("{gap}{before}<ins>{text}</ins>{after}"),
        }
    });
    pieces.collect()
}

/// The white space before and after the trimmed words of a text, folded.
fn around(text: &str, words: &str) -> (&'static str, &'static str) {
    let before = text.len() - text.trim_start().len();
    let after = text.len() > before + words.len();
    (if before > 0 { " " } else { "" }, if after { " " } else { "" })
}

/// Sets `first` before the first line and `rest` before the others.
fn indent(first: &str, rest: &str, text: &str) -> String {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let sign = if index == 0 { first } else { rest };
        let line = format!("{sign}{line}");
        format!("{}\n", line.trim_end())
    });
    lines.collect()
}

#[cfg(test)]
mod tests {

    use snapbox::{IntoData as _, assert_data_eq, str};

    use crate::formats::pages::Syntax;
    use crate::formats::pages::testing::{FINAL, PageSettings, WORKING, export};

    const SHORT: &str = "# ⟦Итоги→Results⟧\n\n⟦Прошло 21 мая.←!Прошло 19 мая.→Held on May 19.⟧ ⟦Новое.⟧\n\n\
        - ⟦Раз→*One⟧\n\n> ⟦«Да».→“Yes.”⟧\n\n| ⟦Год→Year⟧ | 2024 |\n|---|---|\n| ⟦Рост→a|b⟧ | 5 % |\n";

    #[test]
    fn each_block_is_followed_by_its_translation() {
        assert_data_eq!(
            export("markdown", WORKING, SHORT),
            str![[r#"
# Итоги

> # Results

Прошло 21 мая. Новое.

> Held on May 19. *\[no translation yet\]*
>
> ⚠ Sentence 2: **critical change** (21). Прошло <del>19</del> <ins>21</ins> мая.

- Раз

  > One
  >
  > ⚠ Sentence 4: **draft**

> «Да».
>
> > “Yes.”

| Год | 2024 |
| --- | --- |
| Рост | 5 % |

> | Year | 2024 |
> | --- | --- |
> | a\|b | 5 % |

"#]]
            .raw()
        );
    }

    #[test]
    fn the_final_form_explains_no_change() {
        assert_data_eq!(
            export("markdown", FINAL, SHORT),
            str![[r#"
# Итоги

> # Results

Прошло 21 мая. Новое.

> Held on May 19. *\[translated from an earlier version\]* *\[no translation yet\]*

- Раз

  > One

> «Да».
>
> > “Yes.”

| Год | 2024 |
| --- | --- |
| Рост | 5 % |

> | Year | 2024 |
> | --- | --- |
> | a\|b | 5 % |

"#]]
            .raw()
        );
    }

    #[test]
    fn plain_text_is_escaped() {
        let settings = PageSettings { syntax: Syntax::Text, ..FINAL };
        let marked = "⟦1. <b>*Да*_→- a|b [c](d)⟧\n";
        assert_data_eq!(
            export("markdown", settings, marked),
            str![[r#"
1\. \<b\>\*Да\*\_

> \- a\|b \[c\](d)

"#]]
            .raw()
        );
    }
}
