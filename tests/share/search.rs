//! Searches on the server find most of what the own memory finds where both have the pairs.

use super::server;
use super::site::Site;

const WORDS: [&[&str]; 6] = [
    &["Президент", "Министр", "Губернатор", "Мэр", "Депутат", "Ректор", "Директор", "Учёный"],
    &["открыл", "посетил", "осмотрел", "похвалил", "закрыл", "построил", "отремонтировал"],
    &["новый", "старый", "большой", "городской", "районный", "деревянный", "каменный"],
    &["мост", "театр", "вокзал", "музей", "стадион", "завод", "парк", "дом культуры"],
    &["в центре", "у вокзала", "за рекой", "на площади", "у школы", "на холме", "в парке"],
    &["во вторник", "в среду", "летом", "осенью", "после ремонта", "вместе с жителями"],
];

const ENGLISH: [&[&str]; 6] = [
    &["president", "minister", "governor", "mayor", "deputy", "rector", "director", "scientist"],
    &["opened", "visited", "inspected", "praised", "closed", "built", "repaired"],
    &["new", "old", "big", "city", "district", "wooden", "stone"],
    &["bridge", "theater", "station", "museum", "stadium", "factory", "park", "culture club"],
    &[
        "in the center",
        "at the station",
        "beyond the river",
        "on the square",
        "at the school",
        "on the hill",
        "in the park",
    ],
    &["on Tuesday", "on Wednesday", "in summer", "in autumn", "after repairs", "with residents"],
];

/// A sentence made by a number, in one of the languages.
fn made(all: [&[&'static str]; 6], mut number: u64) -> Vec<&'static str> {
    let mut words = Vec::new();
    for kind in all {
        number =
            number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(number >> 33).expect("fits") % kind.len();
        words.push(kind[at]);
    }
    words
}

fn sentence(number: u64) -> String {
    format!("{}.", made(WORDS, number).join(" "))
}

fn translation(number: u64) -> String {
    let words = made(ENGLISH, number);
    format!("The {} {} the {}.", words[0], words[1], words[2..].join(" "))
}

/// The matches of an answer that are like the sentence, without the words that were asked for.
fn matches(answer: &str) -> Vec<serde_json::Value> {
    let answer: serde_json::Value = serde_json::from_str(answer).expect("an answer in JSON");
    let all = answer["matches"].as_array().expect("a list").clone();
    all.into_iter().filter(|one| one["kind"] != "concordance").collect()
}

/// How like the matches are, the best first.
fn percents(matches: &[serde_json::Value]) -> Vec<u64> {
    matches.iter().filter_map(|one| one["score"].as_u64()).collect()
}

#[test]
fn a_server_finds_most_of_what_the_own_memory_finds() {
    let Some(cluster) = server() else { return };
    let mut rows = String::new();
    for number in 0..3_000 {
        let source = sentence(number);
        let newsroom = ["vesti", "mayak"][usize::from(number % 3 == 0)];
        rows += &format!(
            "site{}\t{newsroom}\t{number}\tru\ten\ta{}\t{source}\t{}\ttranslated\n",
            number % 5,
            number / 10,
            translation(number)
        );
    }
    cluster.feed(
        "copy tolmach.pair (workspace, newsroom, id, source_language, target_language, article, \
        source, target, state) from stdin",
        &rows,
    );
    // Chooses the stretches by which they are found.
    Site::new("admin", &cluster.address("postgres")).run(&["memory", "server", "init"]);
    cluster.sql("postgres", "create role volna login in role tolmach_writer");
    let reader = Site::new("volna", &cluster.address("volna"));
    // What a check doubts is not offered; here each pair is to be.
    reader.without_checks();
    reader.write(
        "own",
        "Мэр посетил новый мост за рекой летом.\n",
        "In summer the mayor visited a new bridge beyond the river.\n",
    );
    reader.run(&["memory", "push"]);
    reader.run(&["memory", "pull"]);
    let (mut count, mut equal) = (0, 0);
    for number in 0..40 {
        let text = match number % 4 {
            0 => sentence(number * 7),
            1 => sentence(100_000 + number),
            2 => sentence(number * 11).replace("в ", "около "),
            _ => format!("{} {}", sentence(number * 13), "Так сообщили в мэрии."),
        };
        let own = matches(&reader.run(&["memory", "search", &text, "--format", "json"]));
        let served =
            matches(&reader.run(&["memory", "search", &text, "--server", "--format", "json"]));
        // Of sentences that are equally like, either may come first.
        let [served, own] = [served, own].map(|all| percents(&all));
        let mut left = served;
        for one in &own {
            if let Some(at) = left.iter().position(|other| other == one) {
                left.swap_remove(at);
                equal += 1;
            }
        }
        count += own.len();
    }
    assert!(count > 100, "{count}");
    // All of one pattern, so that none of their stretches is rare.
    assert!(equal * 100 >= count * 97, "{equal} of {count}");
    cluster_is_away(cluster, &reader);
}

/// Who asks the server alone is told that it is away; the own memory goes on.
fn cluster_is_away(mut cluster: super::cluster::Cluster, reader: &Site) {
    cluster.stop();
    let (code, told) = reader.try_run(&["memory", "search", "--server", "Мэр посетил новый мост."]);
    assert!(code == 2 && told.contains("Everything else works without it"), "{told}");
    reader.run(&["memory", "search", "Мэр посетил новый мост."]);
}
