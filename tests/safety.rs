//! Nothing that was written is lost: killed processes, two at once, disks that fail.
#![cfg(unix)]

#[path = "safety/desk.rs"]
mod desk;
#[path = "safety/sequences.rs"]
mod sequences;
mod skipped;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use desk::{Desk, Dice, count, said};

/// What is done over and over to be killed, and what it says once all is done.
const WORK: [(&[&str], &str); 3] = [
    (&["review", "--all"], "Approved"),
    (&["ack", "articles/**", "--cosmetic"], "Settled"),
    (&["publish"], "Published"),
];

#[test]
fn a_killed_process_leaves_each_file_old_or_new() {
    let kills = count("TOLMACH_TEST_KILLS", 300);
    let desk = Desk::new(16, 4);
    desk.translate_all();
    let mut dice = Dice(20_261_124);
    let (mut cut, mut whole) = (0, 0);
    for (work, told) in WORK {
        if work[0] == "ack" {
            for article in 0..desk.articles {
                let path = format!("articles/{article}/ru.md");
                desk.write(&path, &desk.read(&path).replace('.', "…"));
            }
        }
        let mut paths = desk.catalogs();
        if work[0] == "publish" {
            paths.extend(desk.catalogs().iter().map(|path| path.with_extension("md")));
        }
        let read = || paths.iter().map(|path| fs::read(path).ok()).collect::<Vec<_>>();
        let before = read();
        let start = Instant::now();
        let all = desk.done(work);
        let time = start.elapsed();
        assert!(all.contains(told), "{told:?} not in {all}");
        let after = read();
        assert!(before.iter().zip(&after).all(|(before, after)| before != after), "{work:?}");
        let mut aim = Aim { whole: time, change: time };
        let (share, cut_before) = (kills / WORK.len(), cut);
        let mut done = 0;
        // A machine that is busy lets fewer kills come at the right moment, so it gets more of them.
        while done < share || cut - cut_before <= share / 10 && done < 5 * share {
            done += 1;
            put_back(&paths, &before);
            let moment = aim.moment(done, &mut dice);
            let said = killed(&desk, work, moment);
            let now = read();
            for (path, (now, sides)) in paths.iter().zip(now.iter().zip(before.iter().zip(&after)))
            {
                assert!(now == sides.0 || now == sides.1, "{work:?} {}: {now:?}", path.display());
            }
            assert!(
                !said.contains(told) || now == after,
                "{work:?}: confirmed but not there: {said}"
            );
            if now == after {
                whole += 1;
                aim.change = aim.change * 97 / 100;
            } else if now == before {
                aim.change = aim.change * 103 / 100;
            } else {
                cut += 1;
            }
        }
        desk.done(work);
        assert_eq!(read(), after, "{work:?} goes on where it was killed");
        assert_eq!(desk.debris(), Vec::<PathBuf>::new(), "{work:?}");
    }
    assert!(
        cut > kills / 10 && whole > kills / 10,
        "of {kills} kills {cut} came while files were written, {whole} after"
    );
}

/// Makes the files what they were.
fn put_back(paths: &[PathBuf], before: &[Option<Vec<u8>>]) {
    for (path, bytes) in paths.iter().zip(before) {
        match bytes {
            Some(bytes) => fs::write(path, bytes).expect("is writable"),
            None => _ = fs::remove_file(path),
        }
    }
}

/// When a process is killed: at any time of its run, and mostly about when its files change.
struct Aim {
    whole: Duration,
    /// Found by what earlier kills came to.
    change: Duration,
}

impl Aim {
    fn moment(&self, number: usize, dice: &mut Dice) -> Duration {
        let mut roll = |most| u32::try_from(dice.roll(most)).expect("is small");
        if number.is_multiple_of(5) {
            self.whole * roll(110) / 100
        } else {
            self.change * (98 + roll(5)) / 100
        }
    }
}

/// What the program said until it was killed.
fn killed(desk: &Desk, arguments: &[&str], moment: Duration) -> String {
    let mut child = desk
        .command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tolmach starts");
    thread::sleep(moment);
    child.kill().expect("can be killed");
    said(&child.wait_with_output().expect("ends"))
}

#[test]
fn processes_at_the_same_time_lose_no_decision() {
    let desk = Desk::new(count("TOLMACH_TEST_ARTICLES", 20), 60);
    let writers = 4;
    // Each writer has segments of its own in every catalog, and a sheet for each article.
    let sheets: Vec<Vec<String>> = (0..writers)
        .map(|writer| {
            let own = |article: &str, segment: usize| {
                (segment % writers == writer)
                    .then(|| format!("TR {article} {segment}.\nnote: NOTE {article} {segment}!"))
            };
            let sheet = desk.sheet(own);
            (0..desk.articles)
                .map(|article| {
                    let head = format!("@ {article} ");
                    let blocks = sheet.split_inclusive("\n\n");
                    blocks.filter(|block| block.starts_with(&head)).collect()
                })
                .collect()
        })
        .collect();
    thread::scope(|scope| {
        for (writer, sheets) in sheets.iter().enumerate() {
            let desk = &desk;
            scope.spawn(move || {
                for (article, sheet) in sheets.iter().enumerate() {
                    let name = format!("sheet-{writer}-{article}.txt");
                    desk.write(&name, sheet);
                    desk.done(&["translate", "--apply", &name]);
                    let segment = (writer + writers).to_string();
                    let edit = format!("RE {article} {segment}.");
                    desk.done(&["review", &article.to_string(), &segment, "--edit", &edit]);
                }
            });
        }
    });
    for article in 0..desk.articles {
        let catalog = desk.read(&format!("articles/{article}/en.toml"));
        for segment in 1..=desk.sentences {
            let is_edited = (writers..2 * writers).contains(&segment);
            let target = if is_edited { "RE" } else { "TR" };
            for text in [
                format!("\"{target} {article} {segment}.\""),
                format!("\"NOTE {article} {segment}!\""),
            ] {
                assert_eq!(catalog.matches(&text).count(), 1, "{text} in {article}");
            }
        }
    }
    let check = desk.run(&["check"]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
}

/// The languages that errors come in, with what each says of a fault.
fn in_both_languages(desk: &Desk, arguments: &[&str], expected: [&str; 2]) {
    let before = desk.catalogs().iter().map(|path| fs::read(path).ok()).collect::<Vec<_>>();
    for (language, words) in ["en", "ru"].into_iter().zip(expected) {
        let output = desk.run(&[arguments, &["--lang", language]].concat());
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(words), "{words:?} not in {}", said(&output));
    }
    let after = desk.catalogs().iter().map(|path| fs::read(path).ok()).collect::<Vec<_>>();
    assert!(before == after);
    assert_eq!(desk.debris(), Vec::<PathBuf>::new());
}

/// Says what this machine doesn't let a test show.
fn skip(what: &str) {
    skipped::keep(what);
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output().expect("id runs");
    output.stdout == b"0\n"
}

#[test]
fn on_a_full_disk_the_old_file_stays() {
    let desk = Desk::new(1, 4);
    let folder = desk.root().join("articles/0");
    let mount = |arguments: &[&str]| {
        let status =
            Command::new("mount").args(arguments).arg(&folder).stderr(Stdio::null()).status();
        is_root() && status.is_ok_and(|status| status.success())
    };
    let source = desk.read("articles/0/ru.md");
    if !mount(&["-t", "tmpfs", "-o", "size=16k", "tmpfs"]) {
        skip("a full disk, for nothing can be mounted here");
        return;
    }
    let worked = std::panic::catch_unwind(|| {
        desk.write("articles/0/ru.md", &source);
        desk.translate_all();
        let mut filler = vec![b' '; 16 << 10];
        while !filler.is_empty() && fs::write(folder.join("filler"), &filler).is_err() {
            filler.truncate(filler.len().saturating_sub(4096));
        }
        let call = ["review", "0", "2", "--edit", "Better."];
        in_both_languages(
            &desk,
            &call,
            [
                "error: no space left to write \"articles/0/en.toml\"; nothing was written",
                "ошибка: на диске нет места для «articles/0/en.toml»; ничего не записано",
            ],
        );
        fs::remove_file(folder.join("filler")).expect("is there");
        desk.done(&call);
        assert!(desk.read("articles/0/en.toml").contains("Better."));
    });
    _ = Command::new("umount").arg(&folder).status();
    worked.expect("see above");
}

#[test]
fn a_file_beyond_the_limit_leaves_the_old_one() {
    let desk = Desk::new(1, 30);
    desk.translate_all();
    let before = desk.read("articles/0/en.toml");
    for (language, words) in [("en", "error: "), ("ru", "ошибка: ")] {
        let call = format!(
            "trap '' XFSZ; ulimit -f 1; exec '{}' review 0 2 --edit Better. --lang {language}",
            env!("CARGO_BIN_EXE_tolmach")
        );
        let output = Command::new("sh").args(["-c", &call]).current_dir(desk.root()).output();
        let output = output.expect("sh runs");
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        // A doubt about the values may stand above it.
        let is_told = said(&output).lines().any(|line| line.starts_with(words));
        assert!(is_told, "{}", said(&output));
        assert!(said(&output).contains("articles/0/en.toml"), "{}", said(&output));
    }
    assert_eq!(desk.read("articles/0/en.toml"), before);
    assert_eq!(desk.debris(), Vec::<PathBuf>::new());
}

#[test]
fn in_a_read_only_folder_nothing_is_changed() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let desk = Desk::new(2, 4);
    desk.translate_all();
    let before = desk.read("articles/0/en.toml");
    for (folder, mode) in [("", 0o755), ("articles/0", 0o555)] {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(desk.root().join(folder), mode).expect("is ours");
    }
    for (language, words) in [
        ("en", "error: no permission to write \"articles/0/en.toml\""),
        ("ru", "ошибка: нет прав на запись"),
    ] {
        let mut command =
            desk.command(&["review", "0", "2", "--edit", "Better.", "--lang", language]);
        if is_root() {
            // Nothing is forbidden to root, so somebody else tries.
            let lock = desk.root().join(".tolmach/lock");
            fs::set_permissions(lock, fs::Permissions::from_mode(0o666)).expect("is ours");
            command.uid(65_534);
        }
        let Ok(output) = command.output() else {
            skip("a read-only folder, for nobody else can start the program");
            return;
        };
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(words), "{}", said(&output));
    }
    assert_eq!(desk.read("articles/0/en.toml"), before);
    assert_eq!(desk.debris(), Vec::<PathBuf>::new());
    let mode = fs::Permissions::from_mode(0o755);
    fs::set_permissions(desk.root().join("articles/0"), mode).expect("is ours");
}

/// Lets `act` happen between reading and saving: in the editor that the program calls.
fn meanwhile(desk: &Desk, act: &str, language: &str) -> std::process::Output {
    desk.write("editor.sh", &format!("sed -i 's/^TR 0 2\\./Better./' \"$1\"\n{act}\n"));
    let mut command = desk.command(&["review", "0", "2", "--send-back", "--note", "Read again."]);
    assert!(command.output().expect("tolmach runs").status.success());
    let mut command = desk.command(&["translate", "--editor", "--lang", language]);
    command.env("GIT_EDITOR", "sh editor.sh").output().expect("tolmach runs")
}

/// The worksheet that the program said it kept.
fn kept(said: &str) -> String {
    let words = said.split(|c: char| c.is_whitespace() || "\"“”«»,".contains(c));
    let mut paths = words.filter(|word| word.contains("tolmach-") && word.contains(".txt"));
    let path = paths.next().unwrap_or_else(|| panic!("no worksheet is named: {said}"));
    let path = path.split(".txt").next().expect("a path").to_owned() + ".txt";
    let text = fs::read_to_string(&path).unwrap_or_else(|err| panic!("{path}: {err}"));
    fs::remove_file(path).expect("is there");
    text
}

#[test]
fn a_folder_removed_meanwhile_loses_no_worksheet() {
    let acts = ["rm -r articles/0", "rm -r articles", "rm -r ../$(basename $PWD)"];
    let faults = [
        ("en", "error: the workspace has no article “0”"),
        ("ru", "ошибка: в рабочей папке нет статьи «0»"),
    ];
    for act in acts {
        for (language, words) in faults {
            let desk = Desk::new(1, 4);
            desk.translate_all();
            let output = meanwhile(&desk, act, language);
            assert_ne!(output.status.code(), Some(0), "{act}: {}", said(&output));
            assert!(said(&output).contains(words), "{act}: {}", said(&output));
            assert!(kept(&said(&output)).contains("Better."), "{act}");
        }
    }
}

#[test]
fn a_catalog_changed_meanwhile_is_left_as_it_is() {
    for language in ["en", "ru"] {
        let desk = Desk::new(1, 4);
        desk.translate_all();
        let output = meanwhile(&desk, "sed -i 's/TR 0 2/Theirs/' articles/0/en.toml", language);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(kept(&said(&output)).contains("Better."));
        let catalog = desk.read("articles/0/en.toml");
        assert!(catalog.contains("\"Theirs.\"") && !catalog.contains("Better."), "{catalog}");
        // What changed elsewhere in the catalog is no reason to refuse.
        let desk = Desk::new(1, 4);
        desk.translate_all();
        let output = meanwhile(&desk, "sed -i 's/TR 0 3/Theirs/' articles/0/en.toml", language);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let catalog = desk.read("articles/0/en.toml");
        assert!(catalog.contains("\"Theirs.\"") && catalog.contains("\"Better.\""), "{catalog}");
    }
}

#[test]
fn no_stale_mark_is_cleared_without_a_record_for_that_segment() {
    let desk = Desk::new(1, 4);
    desk.translate_all();
    let path = "articles/0/ru.md";
    desk.write(path, &desk.read(path).replace("Слово", "Не слово"));
    let sheet = desk.sheet(|_, segment| Some(format!("TR 0 {segment}.")));
    desk.write("same.txt", &sheet);
    desk.write("empty.txt", &sheet.replace("TR 0", "ack:\nTR 0"));
    desk.write("reason.txt", &sheet.replace("TR 0", "ack:  \nTR 0"));
    let stale = || {
        let said = said(&desk.run(&["check", "--only", "stale"]));
        said.lines().filter(|line| line.ends_with(" [stale]")).count()
    };
    assert_eq!(stale(), 4);
    let catalog = desk.read("articles/0/en.toml");
    let held = "TR 0 2.";
    let ways: [&[&str]; 19] = [
        &["ack", "0", "2"],
        &["ack", "0", "2", "--reason", ""],
        &["ack", "0", "2", "--reason", " \t"],
        &["ack", "0", "--reason", "All hold."],
        &["ack", "articles/**", "--cosmetic", "--reason", "All hold."],
        &["review", "0", "2"],
        &["review", "0", "1-4", "--final"],
        &["review", "0", "2", "--send-back"],
        &["review", "--all", "--final"],
        &["review", "0", "2", "--edit", held],
        &["review", "0", "2", "--edit", "TR  0\t2.", "--final"],
        &["review", "0", "2", "--edit", held, "--note", "Holds."],
        &["waive", "0", "2", "--check", "stale", "--reason", "Fine."],
        &["translate", "--apply", "same.txt"],
        &["translate", "--apply", "empty.txt"],
        &["translate", "--apply", "reason.txt"],
        &["align"],
        &["publish", "--stale", "mark", "--force"],
        &["tidy", "--yes"],
    ];
    for way in ways {
        let output = desk.command(way).stdin(Stdio::null()).output().expect("tolmach runs");
        assert_eq!(stale(), 4, "{way:?}: {}", said(&output));
        let pairs = |text: &str| text[text.find("[[pair]]").expect("a pair")..].to_owned();
        assert_eq!(pairs(&desk.read("articles/0/en.toml")), pairs(&catalog), "{way:?}");
    }
    // A range settles them, and each keeps a record of its own.
    desk.done(&["ack", "0", "1-4", "--reason", "All hold."]);
    assert_eq!(stale(), 0);
    assert_eq!(desk.read("articles/0/en.toml").matches("All hold.").count(), 4);
    // By hand the mark only becomes another one.
    desk.write("articles/0/en.toml", &catalog.replacen("Слово", "Не слово", 1));
    let unsealed = said(&desk.run(&["check", "--only", "unsealed"]));
    assert_eq!(unsealed.matches(" [unsealed]").count(), 1, "{unsealed}");
    desk.write("articles/0/en.toml", &catalog);
    desk.done(&["ack", "0", "2", "--reason", "Still holds."]);
    assert_eq!(stale(), 3);
    let now = desk.read("articles/0/en.toml");
    let record = format!("from = \"{}\", reason = \"Still holds.\"", desk::sentence(0, 1));
    assert_eq!((now.matches("from = ").count(), now.matches(&record).count()), (1, 1), "{now}");
}
