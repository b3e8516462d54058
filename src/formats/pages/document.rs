//! The translation alone, in the form of its source document.

use std::borrow::Cow;
use std::collections::HashMap;

use super::passage::{Shown, passages};
use super::{Page, PageFormat, Policy, Writing};
use crate::parse::render;

/// The source's own syntax with the translations in the places of the sentences.
pub const FORMAT: PageFormat =
    PageFormat { name: "document", extension: "md", write: Writing::Plain(write) };

fn write(page: &Page<'_>) -> Vec<u8> {
    let passages = passages(page);
    let rows = passages.iter().flat_map(|passage| &passage.rows);
    let mut texts: HashMap<usize, &str> = HashMap::new();
    for row in rows {
        let parts = row.unit.segments.clone();
        match row.target {
            // A translation that is missing leaves the source in its place.
            Shown::Placeholder | Shown::Above => {}
            Shown::Nothing => texts.extend(parts.map(|index| (index, ""))),
            Shown::Translation(text) | Shown::Source(text) => {
                texts.extend(parts.clone().map(|index| (index, "")));
                texts.insert(parts.start, text);
            }
        }
    }
    if page.stale == Policy::Frozen {
        // What has no row was never translated, or is shown where its unit begins.
        let all = 0..page.bitext.document.segments.len();
        all.for_each(|index| _ = texts.entry(index).or_insert(""));
    }
    let replacement = |index: usize| texts.get(&index).map(|text| Cow::Borrowed(*text));
    render(page.bitext.document, page.syntax, replacement).into_bytes()
}

#[cfg(test)]
mod tests {
    use crate::formats::pages::Policy;
    use crate::formats::pages::testing::{PageSettings, WORKING, export};

    const MARKED: &str = "# ⟦Итоги→Results⟧\n\n- ⟦Первое.→First.⟧ ⟦Второе.⟧\n\n<!-- рабочее -->\n";

    #[test]
    fn everything_but_the_words_is_the_source_document() {
        let text = export("document", WORKING, MARKED);
        assert_eq!(text, "# Results\n\n- First. Второе.\n\n<!-- рабочее -->\n");
    }

    #[test]
    fn what_has_no_translation_can_be_left_out() {
        let settings = PageSettings { stale: Policy::Omit, ..WORKING };
        assert_eq!(
            export("document", settings, MARKED),
            "# Results\n\n- First.\n\n<!-- рабочее -->\n"
        );
    }

    #[test]
    fn a_frozen_document_has_no_source_text_in_it() {
        let settings = PageSettings { stale: Policy::Frozen, ..WORKING };
        let text = export("document", settings, MARKED);
        assert_eq!(text, "# Results\n\n- First.\n\n<!-- рабочее -->\n");
    }

    #[test]
    fn an_empty_block_leaves_no_mark_behind() {
        let settings = PageSettings { stale: Policy::Omit, ..WORKING };
        let marked = "# ⟦Итоги→Results⟧\n\n⟦Раз.⟧ ⟦Два.⟧\n\n- ⟦Три.→Three.⟧\n- ⟦Четыре.⟧\n\n## ⟦Пять⟧\n\n⟦Шесть.⟧ ⟦Семь.→Seven.⟧\n";
        assert_eq!(export("document", settings, marked), "# Results\n\n- Three.\n\nSeven.\n");
    }
}
