//! How the sources of stale segments changed.

mod json;
mod markdown;
mod text;

pub use markdown::marked as in_markdown;

use super::Format;
use crate::checks::Subject;
use crate::desk::SurplusText;
use crate::l10n::{Message, message};
use crate::model::{Change, Freshness, Lines, Location};

/// A segment whose source changed since it was translated.
#[derive(Clone, Debug)]
pub struct DiffEntry {
    pub article: String,
    pub target: String,
    /// Number of the segment from 1.
    pub segment: usize,
    pub location: Location,
    pub source: String,
    pub previous: String,
    pub translation: String,
    pub change: Change,
}

/// What changed in the articles looked at.
#[derive(Clone, Debug, Default)]
pub struct Differences {
    pub entries: Vec<DiffEntry>,
    /// Texts that were taken out of the sources and stand on the pages.
    pub withdrawn: Vec<SurplusText>,
    /// How many articles were looked at, once for each language.
    pub articles: usize,
    /// How many of them have no catalog to compare with.
    pub untranslated: usize,
}

impl Differences {
    /// Nothing is to be shown: why.
    fn nothing(&self) -> Message {
        match self.articles {
            0 => message!("report-status-empty"),
            articles if articles == self.untranslated => message!("report-diff-vain"),
            _ => message!("report-diff-empty"),
        }
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.withdrawn.is_empty()
    }
}

/// The formats of `diff`.
pub const FORMATS: &[Format<Differences>] = &[
    Format { name: "text", write: text::write },
    Format { name: "json", write: json::write },
    Format { name: "markdown", write: markdown::write },
];

/// The stale segments of an article, in the order of its source.
pub fn entries(subject: &Subject<'_>) -> Vec<DiffEntry> {
    let units = subject.bitext.iter().flat_map(|bitext| &bitext.units);
    let mut stale = units.filter(|unit| unit.freshness == Freshness::Stale).peekable();
    if stale.peek().is_none() {
        return Vec::new();
    }
    let lines = Lines::new(&subject.document.text);
    let entries = stale.filter_map(|unit| {
        let span = subject.document.segments.get(unit.segments.start)?.span;
        Some(DiffEntry {
            article: subject.article.to_owned(),
            target: subject.target.to_owned(),
            segment: unit.segments.start + 1,
            location: Location::at(subject.source_path, lines.position(span.start)),
            source: unit.source.to_string(),
            previous: unit.previous.to_string(),
            translation: unit.target.to_string(),
            change: unit.change.clone()?,
        })
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData as _, assert_data_eq, str};

    use super::{Differences, FORMATS, entries};
    use crate::checks::testing::Sample;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::testing::{english, russian, shown};
    use crate::report::{Paint, Screen};

    fn stale() -> Differences {
        let sample = Sample::new(
            "current: Да. | Yes.
            stale critical 6: Было 5 *домов*. -> Было 6 *домов*. | There were 5 *houses*.
            missing: Новое.
            stale cosmetic: Счет\u{1b}. -> Счёт\u{1b}. | The bill.",
        );
        Differences { entries: sample.with_subject(entries), articles: 1, ..Differences::default() }
    }

    fn first() -> Differences {
        let mut changes = stale();
        changes.entries.truncate(1);
        changes
    }

    #[test]
    fn removed_and_inserted_words_stand_in_one_line() {
        assert_data_eq!(
            english(FORMATS, "text", &stale()),
            str![[r#"
articles/news/ru.md:3:1: critical change: “6” (word), segment 2
  Было [-5 -]{+6 +}*домов*.
  en: There were 5 *houses*.

articles/news/ru.md:7:1: cosmetic change, segment 4
  [-Счет�.-]{+Счёт�.+}
  en: The bill.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &stale()),
            str![[r#"
articles/news/ru.md:3:1: критическая правка: «6» (слово), сегмент 2
  Было [-5 -]{+6 +}*домов*.
  en: There were 5 *houses*.

articles/news/ru.md:7:1: правка оформления, сегмент 4
  [-Счет�.-]{+Счёт�.+}
  en: The bill.

"#]]
        );
    }

    #[test]
    fn colours_take_the_place_of_signs() {
        let l10n = Localizer::new(&LOCALES[0]);
        let screen = Screen { l10n: &l10n, width: 80, paint: Paint::Colour };
        assert_data_eq!(
            shown(FORMATS, "text", &first(), &screen),
            str![[r#"
[1marticles/news/ru.md:3:1[0m: [1m[31mcritical change: “6” (word)[0m, segment 2
  Было [9m[31m5 [0m[32m6 [0m*домов*.
  [2men:[0m There were 5 *houses*.

"#]]
        );
    }

    #[test]
    fn machines_get_both_sources_and_the_pieces() {
        assert_data_eq!(
            english(FORMATS, "json", &first()),
            str![[r#"
{
  "version": 1,
  "segments": [
    {
      "article": "news",
      "target": "en",
      "segment": 2,
      "path": "articles/news/ru.md",
      "line": 3,
      "column": 1,
      "change": "critical",
      "trigger": "6",
      "reason": "word",
      "source": "Было 6 *домов*.",
      "previous_source": "Было 5 *домов*.",
      "translation": "There were 5 *houses*.",
      "diff": [
        {
          "edit": "kept",
          "text": "Было "
        },
        {
          "edit": "removed",
          "text": "5 "
        },
        {
          "edit": "inserted",
          "text": "6 "
        },
        {
          "edit": "kept",
          "text": "*домов*."
        }
      ]
    }
  ],
  "withdrawn": []
}

"#]]
        );
    }

    #[test]
    fn a_pull_request_gets_marked_sources() {
        assert_data_eq!(
            english(FORMATS, "markdown", &stale()),
            str![[r#"
`articles/news/ru.md:3:1` — **critical change: “6” (word)**

> Было <del>5 </del><ins>6 </ins>\*домов\*.
>
> There were 5 \*houses\*.

`articles/news/ru.md:7:1` — **cosmetic change**

> <del>Счет�.</del> <ins>Счёт�.</ins>
>
> The bill.

"#]]
            .raw()
        );
        assert_data_eq!(
            russian(FORMATS, "markdown", &first()),
            str![[r#"
`articles/news/ru.md:3:1` — **критическая правка: «6» (слово)**

> Было <del>5 </del><ins>6 </ins>\*домов\*.
>
> There were 5 \*houses\*.

"#]]
            .raw()
        );
    }

    #[test]
    fn what_was_not_compared_is_not_called_unchanged() {
        let changes = Differences { articles: 2, untranslated: 2, ..Differences::default() };
        let text = english(FORMATS, "text", &changes);
        assert_eq!(text, "Nothing is translated yet, so there is nothing to compare.\n");
        let none = english(FORMATS, "markdown", &Differences::default());
        assert_eq!(none, "There are no articles here.\n");
    }

    #[test]
    fn nothing_stale_is_said() {
        assert_data_eq!(
            english(FORMATS, "text", &Differences { articles: 1, ..Differences::default() }),
            str![[r#"
No source has changed in substance since it was translated.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &Differences { articles: 1, ..Differences::default() }),
            str![[r#"
С тех пор как исходные тексты перевели, по существу в них ничего не изменилось.

"#]]
        );
    }
}
