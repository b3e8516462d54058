//! Programs and tables of different versions.

use super::cluster::Cluster;
use super::server;
use super::site::Site;

const FIRST: &str = include_str!("../../src/workspace/share/postgres/schema/1.sql");

const SECOND: &str = include_str!("../../src/workspace/share/postgres/schema/2.sql");

/// What the first version of the program sent.
const APPEND_OF_FIRST: &str = "create temporary table tolmach_incoming (workspace text, id text, \
    source_language text, target_language text, article text, source text, target text, state text, \
    origin text, embargo_until timestamptz); \
    insert into tolmach_incoming values ('old', '1', 'ru', 'en', 'a', 'Поезд опоздал на час.', 'The train was an hour late.', 'final'); \
    insert into tolmach.pair (workspace, id, source_language, target_language, article, source, \
    target, state, origin, embargo_until) \
    select distinct on (workspace, id) * from tolmach_incoming on conflict do nothing";
const SINCE_OF_FIRST: &str = "select workspace, id, source_language, target_language, article, source, target, state, origin \
    from tolmach.pair where source_language = 'ru' and not (workspace = 'old' and newsroom = current_user) \
    and xid < pg_snapshot_xmin(pg_current_snapshot()) and (xid >= '0' or embargo_until <= now()) order by xid, at, id";

fn refused(site: &Site, words: &str) {
    for arguments in [
        &["memory", "push"][..],
        &["memory", "pull"],
        &["memory", "search", "--server", "Поезд опоздал."],
    ] {
        let (code, told) = site.try_run(arguments);
        assert!(code == 2 && told.contains(words), "{arguments:?}: {told}");
    }
}

#[test]
fn an_old_program_goes_on_with_new_tables() {
    let Some(cluster) = server() else { return };
    cluster.sql("vesti", APPEND_OF_FIRST);
    let one = Site::new("mayak", &cluster.address("mayak"));
    one.write("b", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    one.run(&["memory", "push"]);
    assert!(cluster.sql("vesti", SINCE_OF_FIRST).contains("Oka"));
    assert!(one.run(&["memory", "pull"]).contains(": 1 new pair"));
    // What it pushed is searched once the owner brought the tables up to date.
    Site::new("admin", &cluster.address("postgres")).run(&["memory", "server", "init"]);
    let found = one.run(&["memory", "search", "--server", "Поезд опоздал на час."]);
    assert!(found.contains("The train was an hour late."), "{found}");
}

#[test]
fn tables_that_are_too_new_are_left_alone() {
    let Some(cluster) = server() else { return };
    cluster.sql("postgres", "insert into tolmach.migration (version, oldest) values (99, 1)");
    let one = Site::new("vesti", &cluster.address("vesti"));
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    one.run(&["memory", "push"]);
    cluster.sql("postgres", "update tolmach.migration set oldest = 98 where version = 99");
    refused(&one, "of version 99, which this program doesn’t know");
    let (code, told) =
        Site::new("admin", &cluster.address("postgres")).try_run(&["memory", "server", "init"]);
    assert!(code == 2 && told.contains("Install a newer tolmach"), "{told}");
}

#[test]
fn tables_that_are_too_old_are_brought_up_to_date_by_their_owner() {
    let Some(cluster) = Cluster::start() else { return };
    cluster.sql("postgres", "create schema tolmach; create table tolmach.migration (version int primary key, at timestamptz not null default now())");
    cluster
        .sql("postgres", &format!("{FIRST}; insert into tolmach.migration (version) values (1)"));
    cluster.sql("postgres", "create role vesti login in role tolmach_writer");
    cluster.sql("vesti", APPEND_OF_FIRST);
    let one = Site::new("vesti", &cluster.address("vesti"));
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    refused(&one, "of version 1, and this program needs version 2");
    let admin = Site::new("admin", &cluster.address("postgres"));
    assert!(admin.run(&["memory", "server", "init"]).contains("version 3"));
    assert!(one.run(&["memory", "push"]).contains(": 1 new pair of 1"));
    assert!(one.run(&["memory", "pull"]).contains(": 1 new pair"));
    let found = one.run(&["memory", "search", "--server", "Поезд опоздал на час."]);
    assert!(found.contains("The train was an hour late."), "{found}");
}

#[test]
fn tables_of_the_version_before_are_used_as_they_are() {
    let Some(cluster) = Cluster::start() else { return };
    cluster.sql("postgres", "create schema tolmach; create table tolmach.migration (version int primary key, at timestamptz not null default now())");
    let steps = format!(
        "{FIRST}; insert into tolmach.migration (version) values (1); {SECOND}; insert into tolmach.migration (version) values (2)"
    );
    cluster.sql("postgres", &steps);
    cluster.sql("postgres", "create role vesti login in role tolmach_writer");
    cluster.sql("postgres", "create role mayak login in role tolmach_writer");
    let (one, two) = (
        Site::new("vesti", &cluster.address("vesti")),
        Site::new("mayak", &cluster.address("mayak")),
    );
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    assert!(one.run(&["memory", "push"]).contains(": 1 new pair of 1"));
    assert!(two.run(&["memory", "pull"]).contains(": 1 new pair"));
    Site::new("admin", &cluster.address("postgres")).run(&["memory", "server", "init"]);
    let found = two.run(&["memory", "search", "--server", "Мост через Оку открыли."]);
    assert!(found.contains("The bridge over the Oka opened."), "{found}");
}
