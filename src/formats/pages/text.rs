//! Plain text: sentence under sentence, for terminals and pipes.

use super::direction::space;
use super::element::Element;
use super::inline::Inline;
use super::list::{ListItem, PageList};
use super::mark::surplus_label;
use super::outline::{Group, groups};
use super::passage::{Passage, PassageRow, Shown};
use super::table::Cell;
use super::{Form, Page, PageFormat, Writing, escape};
use crate::l10n::message;
use crate::model::{Change, Edit, Kind};
use crate::parse::{Content, Exhibit};

/// Text without any markup of its own.
pub const FORMAT: PageFormat =
    PageFormat { name: "text", extension: "txt", write: Writing::Plain(write) };

fn write(page: &Page<'_>) -> Vec<u8> {
    let groups = groups(page);
    let writer = Writer { page, inline: Inline::new(page), texts: Vec::new() };
    let mut texts = writer.groups(&groups);
    texts.extend(surplus(page));
    texts.join("\n").into_bytes()
}

/// Texts of the translated page that no source stands behind.
fn surplus(page: &Page<'_>) -> Option<String> {
    let title = message!("web-surplus", count = page.surplus.len());
    let mut text = format!("⚠ {}\n", page.localizer().text(&title));
    for one in page.surplus {
        let label = page.localizer().text(&surplus_label(one.kind));
        text.extend([format!("  +{} {label}: {}\n", one.number, escape::line(&one.target))]);
    }
    (!page.surplus.is_empty()).then_some(text)
}

struct Writer<'a> {
    page: &'a Page<'a>,
    inline: Inline<'a>,
    texts: Vec<String>,
}

impl Writer<'_> {
    fn groups(mut self, groups: &[Group<'_>]) -> Vec<String> {
        for group in groups {
            match group {
                Group::Heading(_, passage) | Group::Dateline(passage) => self.passage("", passage),
                Group::Element(element) => self.element("", element),
                Group::List(list) => self.list(list, 0),
                Group::Table(grid) => {
                    for cell in grid.rows.iter().flatten() {
                        if let Cell::Passage(passage) = cell {
                            self.passage("", passage);
                        }
                    }
                }
            }
        }
        self.texts
    }

    fn list(&mut self, list: &PageList<'_>, depth: usize) {
        let margin = "  ".repeat(depth);
        for ListItem { number, elements, lists, .. } in &list.items {
            let sign = number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
            let mut sign = format!("{margin}{sign}");
            for element in elements {
                self.element(&sign, element);
                sign = format!("{margin}  ");
            }
            for inner in lists {
                self.list(inner, depth + 1);
            }
        }
    }

    fn element(&mut self, sign: &str, element: &Element<'_>) {
        match element {
            Element::Text(passage) if passage.block.kind == Kind::Quotation => {
                self.passage(&format!("{sign}> "), passage);
            }
            Element::Text(passage) => self.passage(sign, passage),
            Element::Figure(figure) => {
                figure.captions.iter().for_each(|caption| self.passage(sign, caption));
            }
            Element::Exhibit(exhibit) => self.exhibit(sign, exhibit),
        }
    }

    /// Code and lines without words, once for both languages.
    fn exhibit(&mut self, sign: &str, exhibit: &Exhibit) {
        let text = match &exhibit.content {
            Content::Code { text, .. } => text,
            Content::Line => &self.page.bitext.document.text[exhibit.span.range()],
            Content::Rule | Content::Picture { .. } => return,
        };
        let lines = text.lines().map(|line| format!("{sign}{}\n", escape::line(line)));
        self.texts.push(lines.collect());
    }

    fn passage(&mut self, sign: &str, passage: &Passage<'_>) {
        let text = match self.page.form {
            Form::Working => self.working(sign, passage),
            Form::Final => self.plain(sign, passage),
        };
        self.texts.push(text);
    }

    /// Each sentence with its number and language, and what is to be known about it.
    fn working(&self, sign: &str, passage: &Passage<'_>) -> String {
        passage.rows.iter().map(|row| self.row(sign, row)).collect()
    }

    fn row(&self, sign: &str, row: &PassageRow<'_>) -> String {
        let page = self.page;
        let width = page.source_language.len().max(page.target_language.len());
        let label =
            |tag: &str| format!("{}: ", " ".repeat(width - tag.len()) + &tag.to_uppercase());
        let mut text = String::new();
        for part in &row.sources {
            let source = escape::line(part.text);
            text.extend([format!(
                "[{}] {}{sign}{source}\n",
                part.number,
                label(page.source_language)
            )]);
        }
        let number = row.sources.last().map_or(0, |part| part.number);
        let margin = " ".repeat(format!("[{number}] ").len());
        let (language, target) = match row.target {
            Shown::Translation(target) => (page.target_language, escape::line(target)),
            Shown::Source(source) => (page.source_language, escape::line(source)),
            Shown::Placeholder => {
                let words = page.localizer().text(&message!("web-no-translation"));
                (page.target_language, format!("[{words}]"))
            }
            Shown::Nothing | Shown::Above => return text,
        };
        text.extend([format!("{margin}{}{sign}{target}\n", label(language))]);
        text + &self.remark(&margin, row)
    }

    fn remark(&self, margin: &str, row: &PassageRow<'_>) -> String {
        let Some(mark) = row.mark.filter(|_| row.target != Shown::Placeholder) else {
            return String::new();
        };
        let l10n = self.page.localizer();
        let label = l10n.text(&mark.label());
        let Some(change) = &row.unit.change else { return format!("{margin}⚠ {label}\n") };
        let trigger = change.trigger.as_deref().map(escape::line);
        let trigger = trigger.map_or_else(String::new, |trigger| format!(": {trigger}"));
        let was = l10n.text(&message!("web-was-translated-from", text = diff(change)));
        format!("{margin}⚠ {label}{trigger}\n{margin}  {was}\n")
    }

    /// The block in one language, then in the other.
    fn plain(&self, sign: &str, passage: &Passage<'_>) -> String {
        let page = self.page;
        let parts = passage.rows.iter().flat_map(|row| &row.sources);
        let sources = self.words(&parts.map(|part| part.text).collect::<Vec<_>>());
        let texts = [
            sources.join(space(page.source_language)),
            self.final_targets(passage).join(space(page.target_language)),
        ];
        let lines = texts.iter().filter(|text| !text.is_empty());
        lines.map(|text| format!("{sign}{text}\n")).collect()
    }

    fn final_targets(&self, passage: &Passage<'_>) -> Vec<String> {
        let l10n = self.page.localizer();
        let texts: Vec<&str> = passage.rows.iter().filter_map(|row| row.target.text()).collect();
        let mut words = self.words(&texts).into_iter();
        let targets = passage.rows.iter().filter_map(|row| match (row.target, row.mark) {
            (Shown::Placeholder, _) => {
                Some(format!("[{}]", l10n.text(&message!("web-no-translation"))))
            }
            (Shown::Nothing | Shown::Above, _) => None,
            (_, None) => words.next(),
            (_, Some(mark)) => {
                let remark = l10n.text(&mark.remark());
                words.next().map(|text| format!("{text} [{remark}]"))
            }
        });
        targets.collect()
    }

    fn words(&self, texts: &[&str]) -> Vec<String> {
        self.inline.words(texts).iter().map(|text| escape::line(text)).collect()
    }
}

fn diff(change: &Change) -> String {
    let pieces = change.diff.iter().map(|piece| {
        let text = escape::line(&piece.text);
        match piece.edit {
            Edit::Kept => text,
            Edit::Removed => format!("[-{text}-]"),
            Edit::Inserted => format!("{{+{text}+}}"),
        }
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {

    use snapbox::{assert_data_eq, str};

    use crate::formats::pages::Policy;
    use crate::formats::pages::testing::{FINAL, PageSettings, WORKING, export};

    const SHORT: &str = "# ⟦Итоги→Results⟧\n\n⟦Прошло 21 мая.←!Прошло 19 мая.→Held on **May** 19.⟧ ⟦Новое.⟧\n\n\
        - ⟦Раз→*One⟧\n  - ⟦Два→?Two⟧\n";

    #[test]
    fn each_sentence_is_followed_by_its_translation() {
        assert_data_eq!(
            export("text", WORKING, SHORT),
            str![[r#"
[1] RU: Итоги
    EN: Results

[2] RU: Прошло 21 мая.
    EN: Held on **May** 19.
    ⚠ critical change: 21
      was: Прошло [-19-]{+21+} мая.
[3] RU: Новое.
    EN: [no translation yet]

[4] RU: - Раз
    EN: - One
    ⚠ draft

[5] RU:   - Два
    EN:   - Two
    ⚠ unsealed

"#]]
        );
    }

    #[test]
    fn the_final_form_gives_blocks_without_markup() {
        assert_data_eq!(
            export("text", FINAL, SHORT),
            str![[r#"
Итоги
Results

Прошло 21 мая. Новое.
Held on May 19. [translated from an earlier version] [no translation yet]

- Раз
- One

  - Два
  - Two [unsealed]

"#]]
        );
    }

    #[test]
    fn the_source_stands_in_under_its_own_label() {
        let settings = PageSettings { stale: Policy::Source, ..WORKING };
        assert_data_eq!(
            export("text", settings, SHORT),
            str![[r#"
[1] RU: Итоги
    EN: Results

[2] RU: Прошло 21 мая.
    RU: Прошло 21 мая.
    ⚠ critical change: 21
      was: Прошло [-19-]{+21+} мая.
[3] RU: Новое.
    RU: Новое.
    ⚠ missing

[4] RU: - Раз
    EN: - One
    ⚠ draft

[5] RU:   - Два
    RU:   - Два
    ⚠ unsealed

"#]]
        );
    }

    #[test]
    fn a_text_has_no_power_over_the_terminal() {
        let text = export("text", WORKING, "⟦a\u{1b}[31m\u{7}→b\u{202e}c⟧\n");
        assert!(!text.contains(['\u{1b}', '\u{7}']));
        assert!(text.contains("b\u{202e}c\u{202c}"));
    }
}
