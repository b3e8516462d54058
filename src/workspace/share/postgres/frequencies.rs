//! How many texts have a stretch of three letters: a table with a version, by which those who write and
//! those who search choose the same rarest ones.

use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::Type;
use postgres::{Error, Transaction};
use rustc_hash::FxHashMap;

use super::values::{TypedValue, text};
use crate::text::fold::fold;
use crate::text::grams;

/// One version of the table.
#[derive(Debug, Default)]
pub struct Frequencies {
    pub version: i32,
    /// How many pairs there were when it was made.
    pub pairs: i64,
    texts: FxHashMap<i32, i32>,
}

/// What is kept of a source, so that its likes find it.
#[derive(Debug, PartialEq, Eq)]
pub struct ChosenGrams {
    pub letters: i32,
    /// As PostgreSQL writes a list.
    pub grams: String,
}

/// So many of a text's stretches are kept: the rarest, on which a search of its likes meets it.
const KEPT: usize = 32;

/// So many texts say how rare a stretch is.
const SAMPLE: i64 = 200_000;

/// So many rows are renewed in one transaction.
const TOGETHER: i64 = 2_000;

/// A stretch that only one text in so many has counts as one that none has.
const FEW: i32 = 5_000;

const LIST: &str = include_str!("schema/frequency_list.sql");
const FILL: &str = include_str!("schema/frequency_fill.sql");
const FORGET: &str = include_str!("schema/frequency_forget.sql");
const NEWEST: &str = include_str!("schema/frequency_newest.sql");
const COUNTS: &str = include_str!("schema/frequency.sql");
const COUNT: &str = include_str!("schema/count.sql");
const SOURCES: &str = include_str!("schema/sample.sql");
const STALE: &str = include_str!("schema/stale.sql");
const RENEW: &str = include_str!("schema/renew.sql");

impl Frequencies {
    /// The newest table.
    pub fn newest(transaction: &mut Transaction<'_>) -> Result<Self, Error> {
        let Some(newest) = transaction.query_typed_opt(NEWEST, &[])? else {
            return Ok(Self::default());
        };
        let mut known = Self { version: newest.get(0), pairs: newest.get(1), ..Self::default() };
        for row in transaction.query_typed(COUNTS, &[(&known.version, Type::INT4)])? {
            known.texts.insert(row.get(0), row.get(1));
        }
        Ok(known)
    }

    /// The rarest stretches of a source.
    pub fn chosen(&self, source: &str) -> ChosenGrams {
        let folded = fold(source);
        let mut grams: Vec<i32> =
            grams::distinct(&folded).into_iter().map(u32::cast_signed).collect();
        grams.sort_unstable_by_key(|gram| {
            (self.texts.get(gram).copied().unwrap_or_default(), *gram)
        });
        let grams: Vec<String> = grams.iter().take(KEPT).map(ToString::to_string).collect();
        let letters = folded.chars().count().min(usize::from(u16::MAX));
        ChosenGrams {
            letters: i32::try_from(letters).unwrap_or(i32::MAX),
            grams: format!("{{{}}}", grams.join(",")),
        }
    }

    /// Counts anew where the log has outgrown the newest table; gives the one to go by.
    pub fn renewed(transaction: &mut Transaction<'_>) -> Result<Self, Error> {
        let known = Self::newest(transaction)?;
        let pairs: i64 = transaction.query_typed_one(COUNT, &[])?.get(0);
        if known.version > 0 && pairs <= 1_000.max(known.pairs.saturating_mul(2)) {
            return Ok(known);
        }
        let mut made = Self { version: known.version + 1, pairs, ..Self::default() };
        made.count(transaction)?;
        Ok(made)
    }

    /// Counts a sample of the texts, and keeps the count; what stands in few of them is left out.
    fn count(&mut self, transaction: &mut Transaction<'_>) -> Result<(), Error> {
        let part = u8::try_from(100 * SAMPLE / self.pairs.max(SAMPLE)).unwrap_or(100);
        let part = f32::from(part.max(1));
        let mut texts = 0_i32;
        let mut found = transaction.query_typed_raw(SOURCES, [(part, Type::FLOAT4)])?;
        while let Some(row) = found.next()? {
            texts += 1;
            for gram in grams::distinct(&fold(row.get(0))) {
                *self.texts.entry(gram.cast_signed()).or_default() += 1;
            }
        }
        drop(found);
        self.texts.retain(|_, count| *count > 1.max(texts / FEW));
        let counted = i64::from(texts);
        let values: [TypedValue<'_>; 3] =
            [(&self.version, Type::INT4), (&self.pairs, Type::INT8), (&counted, Type::INT8)];
        transaction.execute_typed(LIST, &values)?;
        let (grams, counts): (Vec<i32>, Vec<i32>) = self.texts.iter().unzip();
        let values: [TypedValue<'_>; 3] =
            [(&self.version, Type::INT4), (&grams, Type::INT4_ARRAY), (&counts, Type::INT4_ARRAY)];
        transaction.execute_typed(FILL, &values)?;
        // Who began to write before this goes by the one before.
        transaction.execute_typed(FORGET, &[(&self.version, Type::INT4)])?;
        Ok(())
    }

    /// Chooses anew for some rows behind a place; gives the key of the last.
    pub fn renew(
        &self,
        transaction: &mut Transaction<'_>,
        after: &[String; 3],
    ) -> Result<Option<[String; 3]>, Error> {
        let [workspace, newsroom, id] = after.each_ref().map(text);
        let version: TypedValue<'_> = (&self.version, Type::INT4);
        let values = [workspace, newsroom, id, version.clone(), (&TOGETHER, Type::INT8)];
        let rows = transaction.query_typed(STALE, &values)?;
        let Some(last) = rows.last() else { return Ok(None) };
        let column = |at: usize| -> Vec<&str> { rows.iter().map(|row| row.get(at)).collect() };
        let chosen: Vec<ChosenGrams> = rows.iter().map(|row| self.chosen(row.get(3))).collect();
        let letters: Vec<i32> = chosen.iter().map(|one| one.letters).collect();
        let grams: Vec<&str> = chosen.iter().map(|one| one.grams.as_str()).collect();
        let values: [TypedValue<'_>; 6] = [
            version,
            (&column(0), Type::TEXT_ARRAY),
            (&column(1), Type::TEXT_ARRAY),
            (&column(2), Type::TEXT_ARRAY),
            (&letters, Type::INT4_ARRAY),
            (&grams, Type::TEXT_ARRAY),
        ];
        transaction.execute_typed(RENEW, &values)?;
        Ok(Some([0, 1, 2].map(|at| last.get(at))))
    }
}
