//! A memory that newsrooms share, on PostgreSQL servers that the tests start.
//!
//! Skipped by name where PostgreSQL is missing, unless `TOLMACH_TEST_TOOLS=required`.

#[path = "share/attacks.rs"]
mod attacks;
#[path = "share/cluster.rs"]
mod cluster;
#[path = "share/links.rs"]
mod links;
#[path = "share/search.rs"]
mod search;
#[path = "share/site.rs"]
mod site;
#[path = "share/versions.rs"]
mod versions;

use std::time::Duration;

use cluster::Cluster;
use site::Site;

/// A server with tables and the roles of two newsrooms.
fn server() -> Option<Cluster> {
    let cluster = Cluster::start()?;
    let site = Site::new("admin", &cluster.address("postgres"));
    site.run(&["memory", "server", "init"]);
    for role in ["vesti", "mayak"] {
        cluster.sql("postgres", &format!("create role {role} login in role tolmach_writer"));
    }
    Some(cluster)
}

#[test]
fn what_one_newsroom_pushed_another_finds_without_the_server() {
    let Some(mut cluster) = server() else { return };
    let one = Site::new("vesti", &cluster.address("vesti"));
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    assert!(one.run(&["memory", "push"]).contains(": 1 new pair of 1"));
    assert!(one.run(&["memory", "push"]).contains(": nothing new of 1"));
    let two = Site::new("mayak", &cluster.address("mayak"));
    two.write("b", "Вход свободный.\n", "Admission is free.\n");
    assert!(two.run(&["memory", "pull"]).contains(": 1 new pair translated"));
    assert!(two.run(&["memory", "pull"]).contains(": nothing new"));
    cluster.stop();
    let found = two.run(&["memory", "search", "Мост через Оку открыли."]);
    assert!(found.contains("The bridge over the Oka opened."), "{found}");
    let (code, told) = two.try_run(&["memory", "pull"]);
    assert_eq!(code, 2);
    assert!(told.contains("Everything else works without it"), "{told}");
    assert!(!told.contains("secret"), "{told}");
}

#[test]
fn a_correction_takes_the_place_of_what_it_corrects() {
    let Some(cluster) = server() else { return };
    let (one, two) = (
        Site::new("vesti", &cluster.address("vesti")),
        Site::new("mayak", &cluster.address("mayak")),
    );
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka was closed.\n");
    one.run(&["memory", "push"]);
    two.run(&["memory", "pull"]);
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    one.run(&["memory", "push"]);
    two.run(&["memory", "pull"]);
    let found = two.run(&["memory", "search", "Мост через Оку открыли."]);
    assert!(found.contains("opened") && !found.contains("was closed"), "{found}");
}

#[test]
fn a_transaction_that_ends_late_is_not_skipped() {
    let Some(cluster) = server() else { return };
    let late = "insert into tolmach.pair (workspace, id, source_language, target_language, article, source, target, state) \
        values ('late', '1', 'ru', 'en', 'a', 'Поезд опоздал.', 'The train was late.', 'translated'); select pg_sleep(4);";
    let waiting = cluster.sql_aside("vesti", &format!("begin; {late} commit;"));
    std::thread::sleep(Duration::from_secs(1));
    let one = Site::new("vesti", &cluster.address("vesti"));
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    one.run(&["memory", "push"]);
    let two = Site::new("mayak", &cluster.address("mayak"));
    let first = two.run(&["memory", "pull"]);
    // What is newer than an open transaction waits with it.
    assert!(first.contains(": nothing new"), "{first}");
    assert!(waiting.wait_with_output().expect("psql ends").status.success());
    assert!(two.run(&["memory", "pull"]).contains(": 2 new pairs"));
    assert!(two.run(&["memory", "search", "Поезд опоздал."]).contains("The train was late."));
}

/// Numbers of transactions are compared as numbers, and not as the texts in which they are handed over.
#[test]
fn a_pull_goes_on_where_the_last_one_ended_however_long_the_numbers_grow() {
    let Some(cluster) = server() else { return };
    let one = Site::new("vesti", &cluster.address("vesti"));
    let two = Site::new("mayak", &cluster.address("mayak"));
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    one.run(&["memory", "push"]);
    assert!(two.run(&["memory", "pull"]).contains(": 1 new pair"));
    let number = || -> usize {
        let told = cluster.sql("postgres", "select pg_current_xact_id()");
        told.trim().parse().expect("a number")
    };
    let next = 10_usize.pow(number().ilog10() + 1);
    while number() < next {
        cluster.sql_quietly(
            "do $$ begin for turn in 1..100 loop perform pg_current_xact_id(); commit; end loop; end $$",
        );
    }
    for (article, source, target) in [
        ("b", "Поезд опоздал.\n", "The train was late.\n"),
        ("c", "Вход свободный.\n", "Admission is free.\n"),
    ] {
        one.write(article, source, target);
        one.run(&["memory", "push"]);
        let told = two.run(&["memory", "pull"]);
        assert!(told.contains(": 1 new pair"), "{told}");
        assert!(two.run(&["memory", "pull"]).contains(": nothing new"));
    }
}

#[test]
fn an_embargo_holds_for_others_until_its_time() {
    let Some(cluster) = server() else { return };
    let one = Site::new("vesti", &cluster.address("vesti"));
    let soon = cluster.sql("postgres", "select to_char(now() at time zone 'utc' + interval '6 s', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
    one.write(
        "a",
        &format!("---\nembargo: {}\n---\n\nМост через Оку открыли.\n", soon.trim()),
        "The bridge over the Oka opened.\n",
    );
    one.write(
        "b",
        "---\nembargo: until the press conference\n---\n\nПоезд опоздал.\n",
        "The train was late.\n",
    );
    one.run(&["memory", "push"]);
    let two = Site::new("mayak", &cluster.address("mayak"));
    assert!(two.run(&["memory", "pull"]).contains(": nothing new"));
    assert_eq!(cluster.sql("mayak", "select count(*) from tolmach.pair").trim(), "0");
    assert_eq!(cluster.sql("vesti", "select count(*) from tolmach.pair").trim(), "2");
    std::thread::sleep(Duration::from_secs(7));
    assert!(two.run(&["memory", "pull"]).contains(": 1 new pair"));
    assert_eq!(
        cluster.sql("mayak", "select source from tolmach.pair").trim(),
        "Мост через Оку открыли."
    );
}

#[test]
fn no_newsroom_writes_in_anothers_name_or_changes_what_stands() {
    let Some(cluster) = server() else { return };
    let one = Site::new("vesti", &cluster.address("vesti"));
    one.write(
        "a",
        "---\nembargo: never\n---\n\nМост через Оку открыли.\n",
        "The bridge over the Oka opened.\n",
    );
    one.run(&["memory", "push"]);
    let row = "insert into tolmach.pair (workspace, newsroom, id, source_language, target_language, article, source, target, state";
    let values = "values ('vesti', 'vesti', 'x', 'ru', 'en', 'a', 'а', 'b', 'final'";
    for attack in [
        format!("{row}) {values})"),
        format!("{row}, xid) {values}, '1')"),
        "update tolmach.pair set target = 'b'".to_owned(),
        "delete from tolmach.pair".to_owned(),
        "truncate tolmach.pair".to_owned(),
        "alter table tolmach.pair disable row level security".to_owned(),
        "drop policy pair_read on tolmach.pair".to_owned(),
        "select * from tolmach.pair_0".to_owned(),
        "set role vesti".to_owned(),
        "set session authorization vesti".to_owned(),
        "update tolmach.server set id = 'x'".to_owned(),
        "create function tolmach.f() returns int language sql as 'select 1'".to_owned(),
    ] {
        assert!(cluster.try_sql("mayak", &attack).is_err(), "{attack}");
    }
    for way in [
        "select count(*) from tolmach.pair",
        "select count(*) from tolmach.pair where newsroom = 'vesti' or true",
        "with all_of_them as (select source from only tolmach.pair) select count(*) from all_of_them",
    ] {
        assert_eq!(cluster.sql("mayak", way).trim(), "0", "{way}");
    }
}

#[test]
fn a_silent_server_is_named_and_passed_over() {
    let (Some(one), Some(mut two)) = (server(), server()) else { return };
    let writer = Site::new("vesti", &one.address("vesti"));
    writer.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    writer.run(&["memory", "push"]);
    let both = format!("{} {}", one.address("mayak"), two.address("mayak"));
    let reader = Site::new("mayak", &both);
    two.stop();
    let told = reader.run(&["memory", "pull"]);
    assert!(
        told.contains(": 1 new pair") && told.contains("doesn’t answer and is passed over"),
        "{told}"
    );
}

#[test]
fn a_server_restored_from_a_dump_is_read_anew() {
    let (Some(old), Some(new)) = (server(), server()) else { return };
    old.sql("postgres", "select pg_current_xact_id()");
    let one = Site::new("vesti", &old.address("vesti"));
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    for _ in 0..300 {
        old.sql_quietly("select pg_current_xact_id()");
    }
    one.run(&["memory", "push"]);
    let row = old.sql("postgres", "copy (select * from tolmach.pair) to stdout");
    new.feed("copy tolmach.pair from stdin", &row);
    let two = Site::new("mayak", &new.address("mayak"));
    Site::new("admin", &new.address("postgres")).run(&["memory", "server", "init"]);
    assert!(two.run(&["memory", "pull"]).contains(": 1 new pair"));
}

/// How many pairs are pushed one by one while the primary is killed; `TOLMACH_TEST_PUSHES` asks for more.
fn pushes() -> usize {
    let asked = std::env::var("TOLMACH_TEST_PUSHES").ok().and_then(|asked| asked.parse().ok());
    asked.unwrap_or(40)
}

/// Pushes while the primary is killed, and asks the replica that takes its place for what was acknowledged.
#[test]
#[expect(clippy::print_stdout, reason = "the long form tells its figures")]
fn what_was_acknowledged_outlives_the_primary() {
    let Some(mut primary) = server() else { return };
    let mut replica = primary.replica();
    primary.sql("postgres", "alter system set synchronous_standby_names = '*'");
    primary.sql("postgres", "alter system set synchronous_commit = 'remote_apply'");
    primary.sql("postgres", "select pg_reload_conf()");
    let one = Site::new("vesti", &primary.address("vesti"));
    let (mut acknowledged, last) = (0, pushes() * 5 / 8);
    for number in 0..pushes() {
        let killer = (number == last).then(|| {
            let pid = primary.pid();
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(20));
                Cluster::kill_number(&pid);
            })
        });
        one.write(
            &format!("a{number}"),
            &format!("Поезд номер {number} опоздал.\n"),
            &format!("Train number {number} was late.\n"),
        );
        let (code, told) = one.try_run(&["memory", "push"]);
        if let Some(killer) = killer {
            killer.join().expect("no thread panics");
        }
        if code != 0 {
            assert!(number >= last, "{told}");
            break;
        }
        acknowledged += 1;
    }
    assert!(acknowledged >= last);
    primary.was_killed();
    replica.promote();
    let two = Site::new("mayak", &replica.address("mayak"));
    two.run(&["memory", "pull"]);
    let kept = replica.sql("postgres", "select count(distinct article) from tolmach.pair");
    let kept: usize = kept.trim().parse().expect("a number");
    println!("{acknowledged} acknowledged, {kept} kept");
    // What was under way may have come through without a word of it.
    assert!(kept == acknowledged || kept == acknowledged + 1, "{kept} of {acknowledged}");
    // The new primary takes pushes, and what is new there is pulled.
    let one = Site::new("vesti", &replica.address("vesti"));
    one.write("b", "Поезд пришёл вовремя.\n", "The train was on time.\n");
    one.run(&["memory", "push"]);
    let told = two.run(&["memory", "pull"]);
    assert!(told.contains(": 1 new pair"), "{told}");
}

/// Without synchronous replication the last pushes before a crash are lost on the server; they stand in the
/// catalogs, so the next push brings them back, and nothing that comes meanwhile is passed over.
#[test]
fn what_a_crash_took_comes_back_and_hides_nothing_new() {
    let Some(mut primary) = server() else { return };
    let mut replica = primary.replica();
    let one = Site::new("vesti", &primary.address("vesti"));
    let two = Site::new("mayak", &primary.address("mayak"));
    one.write("a", "Мост через Оку открыли.\n", "The bridge over the Oka opened.\n");
    one.run(&["memory", "push"]);
    two.run(&["memory", "pull"]);
    primary.sql("postgres", "alter system set synchronous_commit = 'local'");
    primary.sql("postgres", "select pg_reload_conf()");
    replica.wait_for(&primary);
    replica.stop();
    one.write("b", "Вход свободный.\n", "Admission is free.\n");
    one.run(&["memory", "push"]);
    // Transactions of the old primary that the new one will give again.
    for _ in 0..20 {
        primary.sql_quietly("select pg_current_xact_id()");
    }
    one.write("c", "Поезд опоздал.\n", "The train was late.\n");
    one.run(&["memory", "push"]);
    assert!(two.run(&["memory", "pull"]).contains(": 2 new pairs"));
    primary.kill();
    replica.answer_for(&primary);
    replica.promote();
    let other = Site::new("volna", &replica.address("vesti"));
    other.write("d", "Снег сошёл.\n", "The snow is gone.\n");
    other.run(&["memory", "push"]);
    two.run(&["memory", "pull"]);
    let found = two.run(&["memory", "search", "Снег сошёл."]);
    assert!(found.contains("The snow is gone."), "{found}");
    assert!(one.run(&["memory", "push"]).contains(": 2 new pairs of 3"));
    two.run(&["memory", "pull"]);
    for text in ["Мост через Оку открыли.", "Вход свободный.", "Поезд опоздал.", "Снег сошёл."]
    {
        let found = two.run(&["memory", "search", text]);
        assert!(found.contains("99 %"), "{text}: {found}");
    }
}

#[test]
fn what_one_newsroom_agreed_on_another_can_take() {
    let Some(cluster) = server() else { return };
    let one = Site::new("vesti", &cluster.address("vesti"));
    let two = Site::new("mayak", &cluster.address("mayak"));
    let term = "[[term]]\nru = \"Дом культуры\"\nen = \"House of Culture\"\n";
    one.put("terms.toml", term);
    assert!(one.run(&["memory", "push"]).contains("1 agreed term was pushed"));
    assert!(one.run(&["memory", "push"]).contains("the terms are known there already"));
    assert!(two.run(&["memory", "pull"]).contains("terms of 1 workspace are new"));
    assert!(!two.run(&["memory", "pull"]).contains("terms of"));
    // Nothing goes by them before somebody took them.
    assert!(!two.folder().join("terms.toml").exists());
    two.run(&["terms", "import", "--shared"]);
    let taken = std::fs::read_to_string(two.folder().join("terms.toml")).expect("a file of terms");
    assert!(taken.contains("Дом культуры") && taken.contains("House of Culture"), "{taken}");
    // A term that was taken out is gone from there.
    one.put("terms.toml", "");
    one.run(&["memory", "push"]);
    let three = Site::new("volna", &cluster.address("mayak"));
    assert!(!three.run(&["memory", "pull"]).contains("terms of"));
}
