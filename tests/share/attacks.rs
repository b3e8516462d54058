//! What a newsroom's login may try on the server, and what comes of it.

use super::cluster::Cluster;
use super::server;
use super::site::Site;

/// A word that stands in pairs under embargo alone.
const SECRET: &str = "Ока";

/// Statements by which others tried to read or to change what row-level security keeps from them.
const ATTACKS: &[&str] = &[
    "select source from tolmach.pair",
    "select source from only tolmach.pair",
    "select * from tolmach.pair",
    "select source from tolmach.pair_0 union all select source from tolmach.pair_1",
    "copy tolmach.pair to stdout",
    "copy (select source, target from tolmach.pair) to stdout",
    "copy tolmach.pair_0 to stdout",
    "copy tolmach.pair (workspace, source) from stdin",
    "set row_security = off; select source from tolmach.pair",
    "set role vesti; select source from tolmach.pair",
    "set role postgres; select source from tolmach.pair",
    "set session authorization vesti; select source from tolmach.pair",
    "grant vesti to mayak; set role vesti; select source from tolmach.pair",
    "grant select on tolmach.pair_0 to mayak; select source from tolmach.pair_0",
    "alter role mayak bypassrls; select source from tolmach.pair",
    "alter table tolmach.pair owner to mayak",
    "create policy all_of_it on tolmach.pair for select using (true)",
    "create function pg_temp.leak(text) returns bool language plpgsql cost 0.0000001 as \
        $$begin raise notice '%', $1; return true; end$$; \
        select count(*) from tolmach.pair where pg_temp.leak(source)",
    "create function pg_temp.leak(text, text) returns bool language plpgsql cost 0.0000001 as \
        $$begin raise notice '%', $1; return true; end$$; \
        create operator pg_temp.<<< (leftarg = text, rightarg = text, function = pg_temp.leak); \
        select count(*) from tolmach.pair where source operator(pg_temp.<<<) ''",
    "select count(*) from tolmach.pair where source::int = 1",
    "select count(*) from tolmach.pair where (1 / (length(source) - length(source))) = 1",
    "create temp view seen as select source from tolmach.pair; select * from seen",
    "create temp view seen with (security_barrier = false) as select source from tolmach.pair; select * from seen",
    "create function pg_temp.now() returns timestamptz language sql as $$select 'infinity'::timestamptz$$; \
        set search_path = pg_temp, pg_catalog; select source from tolmach.pair; \
        select source, target from tolmach.search('ru', 'en', 'GRAMS', 0, 9999, 9999)",
    "create temp table pg_roles (rolname name, oid oid); insert into pg_roles select 'vesti', 'mayak'::regrole; \
        set search_path = pg_temp, pg_catalog; select source from tolmach.pair; \
        select source, target from tolmach.search('ru', 'en', 'GRAMS', 0, 9999, 9999)",
    "select source, target from tolmach.search('ru', 'en', 'GRAMS', 0, 9999, 9999)",
    "select found.source from tolmach.frequency_table, tolmach.search('ru', 'en', 'GRAMS', 0, 9999, 9999) found",
    "create or replace function tolmach.search(text, text, int[], int, int, int) returns int language sql as 'select 1'",
    "alter function tolmach.search set search_path = pg_temp",
    "explain (analyze, verbose, buffers) select source from tolmach.pair",
    "select grams from tolmach.pair",
    "select count(*) from tolmach.pair where grams && 'GRAMS'",
    "select most_common_vals, histogram_bounds from pg_stats where schemaname = 'tolmach'",
    "select stavalues1, stavalues2 from pg_statistic",
    "declare all_of_it cursor with hold for select source from tolmach.pair; fetch all from all_of_it",
    "prepare way as select source from tolmach.pair; execute way",
    "do $$declare found record; begin for found in select source from tolmach.pair loop \
        raise notice '%', found.source; end loop; end$$",
    "select pg_read_file('pg_hba.conf')",
    "copy tolmach.pair to program 'cat'",
    "select lo_import('/etc/passwd')",
    "select query_to_xml('select source from tolmach.pair', true, true, '')",
    "select table_to_xml('tolmach.pair', true, true, '')",
    "create temp table own as table tolmach.pair",
    "select source from tolmach.pair for update",
    "insert into tolmach.pair (workspace, newsroom, id, source_language, target_language, article, source, target, state) \
        values ('vesti', 'vesti', 'x', 'ru', 'en', 'a', 'а', 'b', 'final')",
    "insert into tolmach.pair (workspace, newsroom, id, source_language, target_language, article, source, target, state) \
        select workspace, newsroom, id, source_language, target_language, article, source, 'b', state from tolmach.pair",
    "insert into tolmach.pair (workspace, id, source_language, target_language, article, source, target, state, xid) \
        values ('mayak', 'x', 'ru', 'en', 'a', 'а', 'b', 'final', '1')",
    "insert into tolmach.pair (workspace, newsroom, id, source_language, target_language, article, source, target, state) \
        values ('vesti', 'vesti', 'x', 'ru', 'en', 'a', 'а', 'b', 'final') on conflict do nothing returning source",
    "insert into tolmach.pair_0 (workspace, newsroom, id, source_language, target_language, article, source, target, state) \
        values ('vesti', 'vesti', 'x', 'ru', 'en', 'a', 'а', 'b', 'final')",
    "insert into tolmach.terms (workspace, newsroom, id, body) values ('vesti', 'vesti', 'x', 'y')",
    "update tolmach.pair set target = 'b'",
    "update tolmach.pair set frequency_version = null, grams = '{}'",
    "update tolmach.terms set body = ''",
    "update tolmach.server set id = 'x'",
    "update tolmach.migration set oldest = 99",
    "insert into tolmach.migration (version) values (99)",
    "delete from tolmach.frequency_table",
    "insert into tolmach.frequency values (1, 1, 1)",
    "delete from tolmach.pair",
    "truncate tolmach.pair",
    "drop table tolmach.pair cascade",
    "drop policy pair_read on tolmach.pair",
    "alter table tolmach.pair disable row level security",
    "alter table tolmach.pair detach partition tolmach.pair_0",
    "create table tolmach.pair_9 partition of tolmach.pair default",
    "create trigger spy before insert on tolmach.pair for each row execute function pg_catalog.tsvector_update_trigger()",
    "create rule spy as on select to tolmach.pair do instead select 1",
    "create function tolmach.spy() returns int language sql as 'select 1'",
    "create index on tolmach.pair (source)",
    "lock table tolmach.pair in access exclusive mode; select 1",
];

/// All that the server holds, as its owner sees it.
fn held(cluster: &Cluster) -> String {
    let tables = ["pair", "terms", "server", "migration", "frequency_table", "frequency"];
    let of = |table| {
        cluster.sql("postgres", &format!("select t::text from tolmach.{table} t order by 1"))
    };
    tables.map(of).concat()
}

#[test]
fn no_statement_shows_or_changes_what_is_anothers() {
    let Some(cluster) = server() else { return };
    let one = Site::new("vesti", &cluster.address("vesti"));
    for article in ["a", "b"] {
        one.write(
            article,
            "---\nembargo: never\n---\n\nМост через реку Ока открыли.\n",
            "The bridge over the Oka opened.\n",
        );
    }
    one.put("terms.toml", "[[term]]\nru = \"Дом\"\nen = \"House\"\n");
    one.run(&["memory", "push"]);
    // Counts all anew: what is under embargo must not be counted.
    cluster.sql("postgres", "delete from tolmach.frequency_table");
    Site::new("admin", &cluster.address("postgres")).run(&["memory", "server", "init"]);
    assert_eq!(cluster.sql("mayak", "select count(*) from tolmach.frequency").trim(), "0");
    cluster.sql("postgres", "analyze");
    let grams = cluster
        .sql("postgres", "select array_agg(distinct gram) from tolmach.pair, unnest(grams) gram");
    let before = held(&cluster);
    assert!(before.contains(SECRET), "{before}");
    for attack in ATTACKS {
        let attack = attack.replace("GRAMS", grams.trim());
        let shown = cluster.all_that_shows("mayak", &attack);
        assert!(!shown.contains(SECRET) && !shown.contains("Oka"), "{attack}: {shown}");
        assert_eq!(held(&cluster), before, "{attack}: {shown}");
    }
    // The same search finds them for those whose they are, so the grams were right.
    let search =
        format!("select source from tolmach.search('ru', 'en', '{}', 0, 9999, 9999)", grams.trim());
    assert!(cluster.sql("vesti", &search).contains(SECRET));
    assert_eq!(cluster.sql("mayak", &search), "");
}

#[test]
fn nobody_puts_words_into_anothers_mouth_by_a_workspaces_name() {
    let Some(cluster) = server() else { return };
    let (one, two) = (
        Site::new("vesti", &cluster.address("vesti")),
        Site::new("vesti", &cluster.address("mayak")),
    );
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    one.run(&["memory", "push"]);
    two.write("a", "Мост через Оку открыли.\n", "They opened the bridge over the Oka.\n");
    two.run(&["memory", "push"]);
    cluster.sql("postgres", "create role volna login in role tolmach_writer");
    let reader = Site::new("volna", &cluster.address("volna"));
    assert!(reader.run(&["memory", "pull"]).contains(": 2 new pairs"));
    let found = reader.run(&["memory", "search", "Мост через Оку открыли.", "--format", "json"]);
    assert!(
        found.contains("shared:vesti/vesti") && found.contains("shared:mayak/vesti"),
        "{found}"
    );
    assert!(found.contains("Oka opened") && found.contains("They opened"), "{found}");
}
