//! The log's statements. None has a name, and each act is one transaction: a pooler between may give
//! each transaction another connection.

use std::iter::from_fn;

use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::Type;
use postgres::{IsolationLevel, Row, Transaction};

use super::frequencies::Frequencies;
use super::values::{TypedValue, text};
use super::{Server, failed};
use crate::error::Result;
use crate::workspace::share::log::{Cursor, LastRow, Likeness, Log, PairQuery, Rows, SharedTerms};
use crate::workspace::share::rows::SharedPair;

const ID: &str = include_str!("schema/id.sql");
const APPEND: &str = include_str!("schema/append.sql");
const HELD: &str = include_str!("schema/held.sql");
const LAST: &str = include_str!("schema/last.sql");
const SINCE: &str = include_str!("schema/since.sql");
const SEARCH: &str = include_str!("schema/search.sql");
const LATEST_TERMS: &str = include_str!("schema/latest_terms.sql");
const ADD_TERMS: &str = include_str!("schema/add_terms.sql");
const TERMS: &str = include_str!("schema/terms.sql");

/// What a reader has to know before it reads.
const SNAPSHOT: &str = "select pg_snapshot_xmin(pg_current_snapshot())::text, now()::text";

/// Before all time, and before all transactions.
const BEGINNING: &str = "-infinity";

/// So many rows go to the server at once.
const TOGETHER: usize = 2_000;

/// So many pairs that may be like a text are compared letter by letter.
const CANDIDATES: i32 = 500;

const TEXTS: Type = Type::TEXT_ARRAY;

impl Log for Server {
    fn append(&mut self, wanted: &PairQuery<'_>, rows: Rows<'_>) -> Result<usize> {
        self.within(|transaction, shown| {
            let known = Frequencies::newest(transaction).map_err(|err| failed(shown, &err))?;
            let mut new = 0;
            let mut rows = rows.peekable();
            while rows.peek().is_some() {
                let batch: Vec<SharedPair> = rows.by_ref().take(TOGETHER).collect::<Result<_>>()?;
                let added = append(transaction, wanted, &known, &batch);
                new += added.map_err(|err| failed(shown, &err))?;
            }
            Ok(usize::try_from(new).unwrap_or(usize::MAX))
        })
    }

    fn holds(&mut self, cursor: &Cursor) -> Result<bool> {
        self.within(|transaction, shown| {
            let failed = |err: postgres::Error| failed(shown, &err);
            if id(transaction).map_err(failed)? != cursor.server {
                return Ok(false);
            }
            let Some(last) = &cursor.last else { return Ok(true) };
            let number = last.transaction.to_string();
            let keys = [&last.workspace, &last.newsroom, &last.id, &number];
            let found = transaction.query_typed_one(HELD, &keys.map(text));
            Ok(found.map_err(failed)?.get(0))
        })
    }

    fn since(
        &mut self,
        cursor: Option<&Cursor>,
        wanted: &PairQuery<'_>,
        take: &mut dyn FnMut(Rows<'_>) -> Result<()>,
    ) -> Result<Cursor> {
        let shown = &self.shown;
        let failed = |err: postgres::Error| failed(shown, &err);
        let mut transaction = self
            .client
            .build_transaction()
            .isolation_level(IsolationLevel::RepeatableRead)
            .read_only(true)
            .start()
            .map_err(failed)?;
        let snapshot = transaction.query_typed_one(SNAPSHOT, &[]).map_err(failed)?;
        let (end, time): (String, String) = (snapshot.get(0), snapshot.get(1));
        let server = id(&mut transaction).map_err(failed)?;
        let last = transaction.query_typed_opt(LAST, &[text(&end)]).map_err(failed)?;
        // Of the own rows, too: they need not be passed over again.
        let last = last.as_ref().map(last_row).or(cursor.and_then(|known| known.last.clone()));
        let start =
            cursor.and_then(|known| known.last.as_ref()).map_or(0, |last| last.transaction + 1);
        let start = start.to_string();
        let before = cursor.map_or(BEGINNING, |known| &known.time).to_owned();
        let [source, target, workspace] = wanted.texts();
        let values = [&source, &target, &workspace, &end, &start, &before].map(text);
        let mut found = transaction.query_typed_raw(SINCE, values).map_err(failed)?;
        take(&mut from_fn(|| {
            found.next().transpose().map(|row| row.map(|row| pair(&row)).map_err(failed))
        }))?;
        drop(found);
        transaction.commit().map_err(failed)?;
        Ok(Cursor { server, last, time })
    }

    fn alike(&mut self, wanted: &PairQuery<'_>, asked: &Likeness<'_>) -> Result<Vec<SharedPair>> {
        let [source, target, workspace] = wanted.texts();
        let grams: Vec<i32> = asked.grams.iter().map(|gram| gram.cast_signed()).collect();
        let [shortest, longest] = [asked.shortest, asked.longest].map(i32::from);
        self.within(|transaction, shown| {
            let values: [TypedValue<'_>; 7] = [
                text(&workspace),
                text(&source),
                text(&target),
                (&grams, Type::INT4_ARRAY),
                (&shortest, Type::INT4),
                (&longest, Type::INT4),
                (&CANDIDATES, Type::INT4),
            ];
            let found = transaction.query_typed(SEARCH, &values);
            let found = found.map_err(|err| failed(shown, &err))?;
            Ok(found.iter().map(|row| SharedPair { is_own: row.get(10), ..pair(row) }).collect())
        })
    }

    fn append_terms(&mut self, workspace: &str, body: &str) -> Result<bool> {
        let digest = blake3::hash(body.as_bytes()).to_hex()[..32].to_owned();
        let (workspace, body) = (workspace.to_owned(), body.to_owned());
        self.within(|transaction, shown| {
            let failed = |err: postgres::Error| failed(shown, &err);
            let known = transaction.query_typed_opt(LATEST_TERMS, &[text(&workspace)]);
            let known: Option<String> = known.map_err(failed)?.map(|row| row.get(0));
            // Where nothing was ever agreed on, nothing need be said.
            if known.as_ref() == Some(&digest) || known.is_none() && body.is_empty() {
                return Ok(false);
            }
            let values = [&workspace, &digest, &body].map(text);
            transaction.execute_typed(ADD_TERMS, &values).map_err(failed)?;
            Ok(true)
        })
    }

    fn terms(&mut self, workspace: &str) -> Result<Vec<SharedTerms>> {
        let workspace = workspace.to_owned();
        self.within(|transaction, shown| {
            let found = transaction.query_typed(TERMS, &[text(&workspace)]);
            let found = found.map_err(|err| failed(shown, &err))?;
            let terms = |row: &Row| SharedTerms {
                workspace: row.get(0),
                newsroom: row.get(1),
                body: row.get(2),
            };
            Ok(found.iter().map(terms).collect())
        })
    }
}

/// Adds some rows; gives how many of them were new.
fn append(
    transaction: &mut Transaction<'_>,
    wanted: &PairQuery<'_>,
    known: &Frequencies,
    batch: &[SharedPair],
) -> Result<u64, postgres::Error> {
    let column = |of: fn(&SharedPair) -> &String| -> Vec<&str> {
        batch.iter().map(|row| of(row).as_str()).collect()
    };
    let optional = |of: fn(&SharedPair) -> &Option<String>| -> Vec<Option<&str>> {
        batch.iter().map(|row| of(row).as_deref()).collect()
    };
    let chosen: Vec<_> = batch.iter().map(|row| known.chosen(&row.source)).collect();
    let letters: Vec<i32> = chosen.iter().map(|one| one.letters).collect();
    let grams: Vec<&str> = chosen.iter().map(|one| one.grams.as_str()).collect();
    let [source, target, workspace] = wanted.texts();
    transaction.execute_typed(
        APPEND,
        &[
            text(&workspace),
            text(&source),
            text(&target),
            (&known.version, Type::INT4),
            (&column(|row| &row.id), TEXTS),
            (&column(|row| &row.article), TEXTS),
            (&column(|row| &row.source), TEXTS),
            (&column(|row| &row.target), TEXTS),
            (&column(|row| &row.state), TEXTS),
            (&optional(|row| &row.origin), TEXTS),
            (&optional(|row| &row.embargo), TEXTS),
            (&letters, Type::INT4_ARRAY),
            (&grams, TEXTS),
        ],
    )
}

fn id(transaction: &mut Transaction<'_>) -> Result<String, postgres::Error> {
    Ok(transaction.query_typed_one(ID, &[])?.get(0))
}

fn last_row(found: &Row) -> LastRow {
    let text = |at: usize| -> String { found.get(at) };
    let transaction = text(0).parse().unwrap_or_default();
    LastRow { transaction, workspace: text(1), newsroom: text(2), id: text(3) }
}

fn pair(found: &Row) -> SharedPair {
    let text = |at: usize| -> String { found.get(at) };
    SharedPair {
        workspace: text(0),
        newsroom: text(1),
        id: text(2),
        source_language: text(3),
        target_language: text(4),
        article: text(5),
        source: text(6),
        target: text(7),
        state: text(8),
        origin: found.get(9),
        ..SharedPair::default()
    }
}
