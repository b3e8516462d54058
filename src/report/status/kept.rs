//! A row of the table as the index keeps it.

use super::{Counts, StatusRow};
use crate::model::PageState;
use crate::report::counts::{Dangers, Tally};
use crate::workspace::{ByteReader, ByteWriter};

const PAGES: [PageState; 4] =
    [PageState::Absent, PageState::Current, PageState::Behind, PageState::Edited];

/// The row as bytes.
pub fn pack(row: &StatusRow) -> Option<Vec<u8>> {
    let mut out = ByteWriter::default();
    for text in [&row.article, &row.target, &row.source_path, &row.catalog_path] {
        out.text(text);
    }
    let StatusRow { counts, published, unread, is_due, .. } = row;
    for (_, count) in counts.segments.parts().into_iter().chain(counts.words.parts()) {
        out.number(u64::from(count));
    }
    let Dangers { cosmetic, minor, major, critical } = counts.stale_by_severity;
    let Counts { orphans, withdrawn, extra, unreviewed, open_notes, .. } = *counts;
    let dangers = [cosmetic, minor, major, critical];
    for count in dangers.into_iter().chain([orphans, withdrawn, extra, unreviewed, open_notes]) {
        out.number(u64::from(count));
    }
    out.count(PAGES.iter().position(|page| page == published)?);
    out.number(u64::from(*unread));
    out.byte(u8::from(*is_due));
    Some(out.into_bytes())
}

/// The row that [`pack`] wrote.
pub fn unpack(bytes: &[u8]) -> Option<StatusRow> {
    let mut from = ByteReader::new(bytes);
    let [article, target, source_path, catalog_path] = texts(&mut from)?;
    let counts = counts(&mut from)?;
    let published = *PAGES.get(from.size()?)?;
    let unread = count(&mut from)?;
    let is_due = from.byte()? == 1;
    Some(StatusRow {
        article,
        target,
        source_path,
        catalog_path,
        counts,
        published,
        unread,
        is_due,
    })
}

fn texts(from: &mut ByteReader<'_>) -> Option<[String; 4]> {
    let mut texts = [const { String::new() }; 4];
    for text in &mut texts {
        from.text()?.clone_into(text);
    }
    Some(texts)
}

fn count(from: &mut ByteReader<'_>) -> Option<u32> {
    u32::try_from(from.number()?).ok()
}

fn counts(from: &mut ByteReader<'_>) -> Option<Counts> {
    let (segments, words) = (tally(from)?, tally(from)?);
    let mut dangers = Dangers::default();
    let Dangers { cosmetic, minor, major, critical } = &mut dangers;
    for place in [cosmetic, minor, major, critical] {
        *place = count(from)?;
    }
    let mut counts = Counts { segments, words, stale_by_severity: dangers, ..Counts::default() };
    let Counts { orphans, withdrawn, extra, unreviewed, open_notes, .. } = &mut counts;
    for place in [orphans, withdrawn, extra, unreviewed, open_notes] {
        *place = count(from)?;
    }
    Some(counts)
}

fn tally(from: &mut ByteReader<'_>) -> Option<Tally> {
    let mut tally = Tally::default();
    let Tally { total, missing, stale, unsealed, draft, translated, reviewed, r#final } =
        &mut tally;
    for place in [total, missing, stale, unsealed, draft, translated, reviewed, r#final] {
        *place = count(from)?;
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Counts, Dangers, PAGES, StatusRow, Tally, pack, unpack};

    fn tally(counts: [u32; 8]) -> Tally {
        let [total, missing, stale, unsealed, draft, translated, reviewed, r#final] = counts;
        Tally { total, missing, stale, unsealed, draft, translated, reviewed, r#final }
    }

    proptest! {
        #[test]
        fn a_row_comes_back_as_it_was(
            texts: [String; 4],
            segments: [u32; 8],
            words: [u32; 8],
            others: [u32; 10],
            page in 0..PAGES.len(),
            is_due: bool,
        ) {
            let [article, target, source_path, catalog_path] = texts;
            let [cosmetic, minor, major, critical, orphans, withdrawn, extra, ..] = others;
            let [.., unreviewed, open_notes, unread] = others;
            let row = StatusRow {
                article,
                target,
                source_path,
                catalog_path,
                counts: Counts {
                    segments: tally(segments),
                    words: tally(words),
                    stale_by_severity: Dangers { cosmetic, minor, major, critical },
                    orphans,
                    withdrawn,
                    extra,
                    unreviewed,
                    open_notes,
                },
                published: PAGES[page],
                unread,
                is_due,
            };
            let bytes = pack(&row).unwrap();
            prop_assert_eq!(format!("{:?}", unpack(&bytes).unwrap()), format!("{row:?}"));
            prop_assert!((0..bytes.len()).all(|end| unpack(&bytes[..end]).is_none()));
        }
    }
}
