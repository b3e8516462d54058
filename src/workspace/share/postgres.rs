//! The log on a PostgreSQL server.
//!
//! Statements have no names, and a push or pull is one transaction: a pooler between may give each
//! transaction another connection.

use std::io::Write as _;
use std::time::Duration;

use postgres::types::Type;
use postgres::{Client, Config, NoTls, Transaction};

use super::log::{Cursor, Log, PairQuery};
use super::rows::{SharedPair, line};
use super::schema::{GROUND, LOCK, MIGRATIONS, RENUMBER};
use crate::error::{Error, Result};
use crate::l10n::message;

/// A connection to a server.
pub struct Server {
    client: Client,
    shown: String,
}

/// How long a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(3);

/// The address without what is secret.
pub fn shown(address: &str) -> String {
    let Ok(config) = address.parse::<Config>() else { return "postgres".to_owned() };
    let host = config.get_hosts().first().map(|host| match host {
        postgres::config::Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        postgres::config::Host::Unix(path) => path.display().to_string(),
    });
    let name = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("{}/{name}", host.unwrap_or_default())
}

impl Server {
    /// Connects; a server that doesn't answer is given up after a moment.
    pub fn open(address: &str) -> Result<Self> {
        let shown = shown(address);
        let mut config: Config = address.parse().map_err(|err: postgres::Error| {
            Error::new(message!("error-share-address"))
                .caused_by(told(&err))
                .hint(message!("hint-share-address"))
        })?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(PATIENCE);
        }
        if config.get_application_name().is_none() {
            config.application_name("tolmach");
        }
        let client = config.connect(NoTls).map_err(|err| failed(&shown, &err))?;
        Ok(Self { client, shown })
    }

    /// Brings the tables to the version of this program; gives the versions before and after.
    pub fn migrate(&mut self) -> Result<[usize; 2]> {
        self.within(|transaction, shown| {
            let failed = |err: postgres::Error| failed(shown, &err);
            transaction.batch_execute(LOCK).map_err(failed)?;
            transaction.batch_execute(GROUND).map_err(failed)?;
            let before = version(transaction).map_err(failed)?;
            for (step, number) in MIGRATIONS.iter().zip(1..).skip(before) {
                transaction.batch_execute(step).map_err(failed)?;
                let note = format!("insert into tolmach.migration (version) values ({number})");
                transaction.batch_execute(&note).map_err(failed)?;
            }
            if transaction.execute_typed(RENUMBER, &[]).map_err(failed)? > 0 {
                let anew = "update tolmach.server set id = gen_random_uuid()::text";
                transaction.batch_execute(anew).map_err(failed)?;
            }
            Ok([before, before.max(MIGRATIONS.len())])
        })
    }

    /// Does something in one transaction, and waits until the server keeps it.
    fn within<T>(
        &mut self,
        act: impl FnOnce(&mut Transaction<'_>, &str) -> Result<T>,
    ) -> Result<T> {
        let failed = |err: postgres::Error| failed(&self.shown, &err);
        let mut transaction = self.client.transaction().map_err(failed)?;
        let done = act(&mut transaction, &self.shown)?;
        transaction.commit().map_err(failed)?;
        Ok(done)
    }
}

/// The version of the tables.
fn version(transaction: &mut Transaction<'_>) -> Result<usize, postgres::Error> {
    let query = "select coalesce(max(version), 0) from tolmach.migration";
    let found: i32 = transaction.query_typed_one(query, &[])?.get(0);
    Ok(usize::try_from(found).unwrap_or_default())
}

const ID: &str = include_str!("schema/id.sql");

/// The table that takes rows in before the log does.
const INCOMING: &str = include_str!("schema/incoming.sql");

const COPY: &str = "copy tolmach_incoming from stdin";

const APPEND: &str = include_str!("schema/append.sql");

/// What a reader has to know before it reads.
const SNAPSHOT: &str =
    "select pg_snapshot_xmin(pg_current_snapshot())::text, now()::text, current_user::text";

/// What came since: of newer transactions, and what was under embargo until lately.
const SINCE: &str = include_str!("schema/since.sql");

/// Before all time.
const BEGINNING: &str = "-infinity";

impl Log for Server {
    fn id(&mut self) -> Result<String> {
        let found = self.client.query_typed_one(ID, &[]);
        found.map(|row| row.get(0)).map_err(|err| failed(&self.shown, &err))
    }

    fn append(&mut self, rows: &[SharedPair]) -> Result<usize> {
        self.within(|transaction, shown| {
            let failed = |err: postgres::Error| failed(shown, &err);
            transaction.batch_execute(INCOMING).map_err(failed)?;
            let mut writer = transaction.copy_in(COPY).map_err(failed)?;
            let mut text = String::new();
            for row in rows {
                text.clear();
                line(row, &mut text);
                writer.write_all(text.as_bytes()).map_err(|err| {
                    Error::new(message!("error-share-server", server = shown)).refused_by(&err)
                })?;
            }
            writer.finish().map_err(failed)?;
            let new = transaction.execute_typed(APPEND, &[]).map_err(failed)?;
            Ok(usize::try_from(new).unwrap_or(usize::MAX))
        })
    }

    fn since(
        &mut self,
        cursor: &Cursor,
        wanted: &PairQuery<'_>,
    ) -> Result<(Vec<SharedPair>, Cursor)> {
        let failed = |err: postgres::Error| failed(&self.shown, &err);
        let mut transaction = self
            .client
            .build_transaction()
            .isolation_level(postgres::IsolationLevel::RepeatableRead)
            .read_only(true)
            .start()
            .map_err(failed)?;
        let snapshot = transaction.query_typed_one(SNAPSHOT, &[]).map_err(failed)?;
        let end: String = snapshot.get(0);
        let time: String = snapshot.get(1);
        let start = cursor.transaction.to_string();
        let before = if cursor.time.is_empty() { BEGINNING } else { &cursor.time };
        let found = transaction
            .query_typed(
                SINCE,
                &[
                    (&wanted.source, Type::TEXT),
                    (&wanted.target, Type::TEXT),
                    (&wanted.workspace, Type::TEXT),
                    (&end, Type::TEXT),
                    (&start, Type::TEXT),
                    (&before, Type::TEXT),
                ],
            )
            .map_err(failed)?;
        transaction.commit().map_err(failed)?;
        let next = Cursor {
            server: cursor.server.clone(),
            transaction: end.parse().unwrap_or(cursor.transaction),
            time,
        };
        Ok((found.iter().map(row).collect(), next))
    }
}

fn row(found: &postgres::Row) -> SharedPair {
    let text = |at: usize| -> String { found.get(at) };
    SharedPair {
        workspace: text(0),
        id: text(1),
        source_language: text(2),
        target_language: text(3),
        article: text(4),
        source: text(5),
        target: text(6),
        state: text(7),
        origin: found.get(8),
        embargo: None,
    }
}

/// The error of a server, with what is most often the matter.
fn failed(shown: &str, err: &postgres::Error) -> Error {
    let error = Error::new(message!("error-share-server", server = shown)).caused_by(told(err));
    match err.code().map(postgres::error::SqlState::code) {
        // No such table or schema, or no right to it.
        Some("42P01" | "3F000") => error.hint(message!("hint-share-init")),
        Some("42501") => error.hint(message!("hint-share-rights")),
        _ if err.is_closed() || err.code().is_none() => error.hint(message!("hint-share-away")),
        _ => error,
    }
}

/// What a server says of an error, without the statement.
fn told(err: &postgres::Error) -> String {
    use std::error::Error as _;
    match err.as_db_error() {
        Some(found) => found.message().to_owned(),
        None => err.source().map_or_else(|| err.to_string(), ToString::to_string),
    }
}
