//! The tables of a server, and the steps from one version of them to the next.

use postgres::Transaction;

use super::failed;
use crate::error::{Error, Result};
use crate::l10n::message;

/// A step that brings a server from one version to the next; the first makes version 1.
struct Step {
    statements: &'static str,
    /// The oldest version whose programs may use the tables afterwards.
    oldest: usize,
}

const STEPS: [Step; 3] = [
    Step { statements: include_str!("schema/1.sql"), oldest: 1 },
    Step { statements: include_str!("schema/2.sql"), oldest: 1 },
    Step { statements: include_str!("schema/3.sql"), oldest: 1 },
];

/// The oldest tables that this program can use: the third step only makes searches better.
const NEEDED: usize = 2;

/// What stands before the first step: where the steps are noted.
const GROUND: &str = include_str!("schema/ground.sql");

/// One at a time may take steps.
const LOCK: &str = "select pg_advisory_xact_lock(7401836512)";

/// Rows of a server that was restored from a dump name transactions that are still to come.
const RENUMBER: &str = "update tolmach.pair set xid = pg_current_xact_id() \
    where xid >= pg_snapshot_xmax(pg_current_snapshot())";

const RENAME: &str = "update tolmach.server set id = gen_random_uuid()::text";

const VERSION: &str = include_str!("schema/version.sql");

/// What a server says of its tables.
struct Version {
    version: usize,
    /// The oldest version whose programs may use them.
    oldest: usize,
}

/// Refuses tables that are too old or too new for this program.
pub fn prove(transaction: &mut Transaction<'_>, shown: &str) -> Result<()> {
    let found = version(transaction).map_err(|err| failed(shown, &err))?;
    if found.version < NEEDED {
        let message =
            message!("error-share-old", server = shown, version = found.version, own = NEEDED);
        return Err(Error::new(message).hint(message!("hint-share-old")));
    }
    found.fits(shown)
}

/// Brings the tables to the version of this program; gives the versions before and after.
pub fn migrate(transaction: &mut Transaction<'_>, shown: &str) -> Result<[usize; 2]> {
    let failed = |err: postgres::Error| failed(shown, &err);
    alone(transaction).map_err(failed)?;
    transaction.batch_execute(GROUND).map_err(failed)?;
    let found = version(transaction).map_err(failed)?;
    found.fits(shown)?;
    let before = found.version;
    for (step, number) in STEPS.iter().zip(1..).skip(before) {
        transaction.batch_execute(step.statements).map_err(failed)?;
        let note = format!("insert into tolmach.migration (version) values ({number})");
        transaction.batch_execute(&note).map_err(failed)?;
        if step.oldest > 1 {
            let note = format!("update tolmach.migration set oldest = {}", step.oldest);
            transaction.batch_execute(&note).map_err(failed)?;
        }
    }
    if transaction.execute_typed(RENUMBER, &[]).map_err(failed)? > 0 {
        transaction.batch_execute(RENAME).map_err(failed)?;
    }
    Ok([before, before.max(STEPS.len())])
}

/// Waits until nobody else takes steps.
pub fn alone(transaction: &mut Transaction<'_>) -> Result<(), postgres::Error> {
    transaction.batch_execute(LOCK)
}

fn version(transaction: &mut Transaction<'_>) -> Result<Version, postgres::Error> {
    let row = transaction.query_typed_one(VERSION, &[])?;
    let number = |at: usize| usize::try_from(row.get::<_, i32>(at)).unwrap_or_default();
    Ok(Version { version: number(0), oldest: number(1) })
}

impl Version {
    /// Refuses what this program is too old for.
    fn fits(&self, shown: &str) -> Result<()> {
        if self.oldest <= STEPS.len() {
            return Ok(());
        }
        let message =
            message!("error-share-new", server = shown, version = self.version, own = STEPS.len());
        Err(Error::new(message).hint(message!("hint-share-new")))
    }
}
