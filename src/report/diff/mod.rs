//! How the sources of stale segments changed.

mod json;
mod markdown;
mod text;

use super::Format;
use crate::checks::Subject;
use crate::model::{Change, Freshness, Lines, Location};

/// A segment whose source changed since it was translated.
#[derive(Clone, Debug)]
pub struct Entry {
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

/// The formats of `diff`.
pub const FORMATS: &[Format<[Entry]>] = &[
    Format { name: "text", write: text::write },
    Format { name: "json", write: json::write },
    Format { name: "markdown", write: markdown::write },
];

/// The stale segments of an article, in the order of its source.
pub fn entries(subject: &Subject<'_>) -> Vec<Entry> {
    let units = subject.bitext.iter().flat_map(|bitext| &bitext.units);
    let mut stale = units.filter(|unit| unit.freshness == Freshness::Stale).peekable();
    if stale.peek().is_none() {
        return Vec::new();
    }
    let lines = Lines::new(&subject.document.text);
    let entries = stale.filter_map(|unit| {
        let span = subject.document.segments.get(unit.segments.start)?.span;
        Some(Entry {
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

    use super::{Entry, FORMATS, entries};
    use crate::checks::testing::Sample;
    use crate::l10n::{LOCALES, Localizer};
    use crate::report::testing::{english, russian, shown};
    use crate::report::{Paint, Screen};

    fn stale() -> Vec<Entry> {
        let sample = Sample::new(
            "current: Да. | Yes.
            stale critical 6: Было 5 *домов*. -> Было 6 *домов*. | There were 5 *houses*.
            missing: Новое.
            stale cosmetic: Счет\u{1b}. -> Счёт\u{1b}. | The bill.",
        );
        sample.with_subject(entries)
    }

    #[test]
    fn removed_and_inserted_words_stand_in_one_line() {
        assert_data_eq!(
            english(FORMATS, "text", &stale()[..]),
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
            russian(FORMATS, "text", &stale()[..]),
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
            shown(FORMATS, "text", (&stale()[..1], &screen)),
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
            english(FORMATS, "json", &stale()[..1]),
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
  ]
}

"#]]
        );
    }

    #[test]
    fn a_pull_request_gets_marked_sources() {
        assert_data_eq!(
            english(FORMATS, "markdown", &stale()[..]),
            str![[r#"
`articles/news/ru.md:3:1` — **critical change: “6” (word)**

> Было <del>5 </del><ins>6 </ins>\*домов\*.
>
> There were 5 \*houses\*.

`articles/news/ru.md:7:1` — **cosmetic change**

> <del>Счет.</del><ins>Счёт.</ins>
>
> The bill.

"#]]
            .raw()
        );
        assert_data_eq!(
            russian(FORMATS, "markdown", &stale()[..1]),
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
    fn nothing_stale_is_said() {
        assert_data_eq!(
            english(FORMATS, "text", &[][..]),
            str![[r#"
No source has changed in substance since it was translated.

"#]]
        );
        assert_data_eq!(
            russian(FORMATS, "text", &[][..]),
            str![[r#"
С тех пор как исходные тексты перевели, по существу в них ничего не изменилось.

"#]]
        );
    }
}
