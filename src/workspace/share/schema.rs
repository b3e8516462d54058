//! The tables of a server, and the steps from one version of them to the next.

/// What brings a server from one version to the next; the first makes version 1.
pub const MIGRATIONS: [&str; 1] = [include_str!("schema/1.sql")];

/// What stands before the first step: where the steps are noted.
pub const GROUND: &str = include_str!("schema/ground.sql");

/// One at a time may take steps.
pub const LOCK: &str = "select pg_advisory_xact_lock(7401836512)";

/// Rows of a server that was restored from a dump name transactions that are still to come.
pub const RENUMBER: &str = "update tolmach.pair set xid = pg_current_xact_id() \
    where xid >= pg_snapshot_xmax(pg_current_snapshot())";
