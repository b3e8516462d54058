//! The memory's index may be cut short, damaged, shared or absent: the answers stay the same.
#![cfg(unix)]

#[path = "memory/doubts.rs"]
mod doubts;
#[path = "memory/machine.rs"]
mod machine;
#[path = "memory/newsroom.rs"]
mod newsroom;
#[path = "memory/omegat.rs"]
mod omegat;

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use newsroom::Newsroom;

/// How often something is tried, unless the environment says otherwise.
fn rounds(usual: u64) -> u64 {
    std::env::var("TOLMACH_TEST_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
fn a_kill_while_the_index_is_made_or_renewed_changes_no_answer() {
    let mut newsroom = Newsroom::new(600);
    let start = Instant::now();
    let right = newsroom.answers(&[]);
    let whole = start.elapsed();
    assert_eq!(right, newsroom.answers(&["--no-index"]));
    let files = newsroom.files();
    for round in 0..rounds(24) {
        let is_new = round % 2 == 0;
        if is_new {
            newsroom.forget();
        } else {
            newsroom.touch();
        }
        let mut child = newsroom.asking(&[]).spawn().expect("the program starts");
        let share = u32::try_from(newsroom.dice(100)).expect("is small");
        thread::sleep(whole * share / 100);
        child.kill().expect("can be killed");
        child.wait().expect("ends");
        assert_eq!(newsroom.answers(&[]), right, "round {round}, new: {is_new}");
    }
    assert_eq!(newsroom.files(), files, "what people wrote was changed");
}

#[test]
fn several_at_once_answer_alike() {
    let mut newsroom = Newsroom::new(600);
    for round in 0..4 {
        match round {
            0 => {}
            1 => newsroom.forget(),
            _ => newsroom.write_unit(&format!("Поезд номер {round} опоздал на час.")),
        }
        let start = || {
            let mut command = newsroom.asking(&[]);
            command.stdout(Stdio::piped()).spawn().expect("the program starts")
        };
        let children: Vec<_> = (0..4).map(|_| start()).collect();
        let right = newsroom.answers(&["--no-index"]);
        for child in children {
            let output = child.wait_with_output().expect("ends");
            assert_eq!(String::from_utf8_lossy(&output.stdout), right, "round {round}");
        }
    }
}

#[test]
fn a_full_disk_or_no_place_for_the_index_changes_no_answer() {
    let newsroom = Newsroom::new(600);
    let right = newsroom.answers(&["--no-index"]);
    for blocks in [0, 1, 8, 64, 256] {
        newsroom.forget();
        // A write beyond the limit fails as one on a full disk does.
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let mut command = newsroom.within(&limit);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let output = command.spawn().and_then(std::process::Child::wait_with_output);
        let output = output.expect("the shell runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(String::from_utf8_lossy(&output.stdout), right, "{blocks}: {said}");
        assert_eq!(newsroom.answers(&[]), right, "after {blocks}");
    }
    newsroom.forget();
    for _ in 0..3 {
        let mut command = newsroom.within("trap '' XFSZ; ulimit -f 8; exec \"$@\"");
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.status().expect("the shell runs");
    }
    assert!(newsroom.index().iter().all(|(_, bytes)| bytes.is_empty()), "half a volume stays");
    newsroom.forget();
    fs::write(newsroom.cache(), "no folder").expect("can be written");
    assert_eq!(newsroom.answers(&[]), right);
}

/// A small disk of its own, which goes when this does.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    /// Mounts one of so many kilobytes; nothing where that isn't allowed.
    fn mount(place: std::path::PathBuf, size: u32) -> Option<Self> {
        fs::create_dir_all(&place).expect("can be made");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}k"), "tmpfs"]).arg(&place);
        let is_there = mount.output().is_ok_and(|output| output.status.success());
        is_there.then_some(Self(place))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_disk_that_is_full_or_fills_up_changes_no_answer() {
    let mut newsroom = Newsroom::new(600);
    let files = newsroom.files();
    let right = newsroom.answers(&["--no-index"]);
    for size in [4, 64, 256, 1_024] {
        newsroom.forget();
        let Some(disk) = SmallDisk::mount(newsroom.cache(), size) else {
            _ = writeln!(std::io::stderr(), "skipped: a small disk can't be mounted");
            return;
        };
        for round in 0..3 {
            assert_eq!(newsroom.answers(&[]), right, "{size} kB, round {round}");
            newsroom.touch();
        }
        drop(disk);
        assert_eq!(newsroom.answers(&[]), right, "after a disk of {size} kB");
    }
    assert_eq!(newsroom.files(), files, "what people wrote was changed");
    // It fills up with what comes in later.
    newsroom.forget();
    let Some(disk) = SmallDisk::mount(newsroom.cache(), 512) else { return };
    for round in 0..12 {
        for number in 0..40 {
            newsroom.add_unit(&format!("Концерт {round}, часть {number}: хор поёт песню о море."));
        }
        newsroom.touch();
        assert_eq!(newsroom.answers(&[]), newsroom.answers(&["--no-index"]), "round {round}");
    }
    drop(disk);
}

#[test]
fn kills_while_several_write_change_no_answer() {
    let mut newsroom = Newsroom::new(600);
    let right = newsroom.answers(&["--no-index"]);
    let start = Instant::now();
    newsroom.answers(&[]);
    let whole = start.elapsed();
    for round in 0..rounds(6) {
        match round % 2 {
            0 => newsroom.forget(),
            _ => newsroom.touch(),
        }
        let start = |_| newsroom.asking(&[]).spawn().expect("the program starts");
        let mut children: Vec<_> = (0..3).map(start).collect();
        for child in &mut children {
            let share = u32::try_from(newsroom.dice(60)).expect("is small");
            thread::sleep(whole * share / 100);
            child.kill().expect("can be killed");
        }
        for mut child in children {
            child.wait().expect("ends");
        }
        assert_eq!(newsroom.answers(&[]), right, "round {round}");
    }
}

#[test]
fn an_index_that_is_damaged_foreign_or_of_another_version_is_not_believed() {
    let mut newsroom = Newsroom::new(600);
    let right = newsroom.answers(&[]);
    let names: Vec<_> = newsroom.index().into_iter().map(|(path, _)| path).collect();
    assert!(names.len() >= 2, "{names:?}");
    for round in 0..60 {
        for (path, bytes) in newsroom.index() {
            let at = usize::try_from(newsroom.dice(bytes.len() as u64 + 1)).expect("is small");
            let mut damaged = bytes.clone();
            match (round % 4, damaged.get_mut(at)) {
                (0, Some(byte)) => *byte ^= 0x20,
                (1, _) => damaged.truncate(at),
                (2, Some(_)) => damaged[at..].fill(0),
                _ => damaged.extend(b"more"),
            }
            fs::write(path, damaged).expect("can be written");
        }
        assert_eq!(newsroom.answers(&[]), right, "round {round}");
    }
    // The index of another newsroom in the place of one's own, and one of a program to come.
    let other = Newsroom::new(50);
    other.answers(&[]);
    let foreign = other.index();
    for (path, (_, bytes)) in names.iter().zip(foreign) {
        fs::write(path, bytes).expect("can be written");
    }
    assert_eq!(newsroom.answers(&[]), right, "foreign");
    for (path, mut bytes) in newsroom.index() {
        if let Some(version) = bytes.get_mut(15) {
            *version = b'9';
        }
        fs::write(path, bytes).expect("can be written");
    }
    assert_eq!(newsroom.answers(&[]), right, "of another version");
    let is_foreign = newsroom.index().iter().any(|(_, bytes)| bytes.get(15) == Some(&b'9'));
    assert!(!is_foreign, "an index of another version was not made anew");
}

#[test]
fn an_index_with_a_volume_gone_or_exchanged_is_made_anew() {
    let newsroom = Newsroom::new(600);
    let right = newsroom.answers(&[]);
    let is_volume = |path: &std::path::Path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("volume"))
    };
    for is_exchanged in [false, true] {
        let other = Newsroom::new(50);
        other.answers(&[]);
        let foreign = other.index().into_iter().find(|(path, _)| is_volume(path));
        let (_, foreign) = foreign.expect("the other has a volume");
        for (path, _) in newsroom.index().into_iter().filter(|(path, _)| is_volume(path)) {
            if is_exchanged {
                fs::write(path, &foreign).expect("can be written");
            } else {
                fs::remove_file(path).expect("can be removed");
            }
        }
        assert_eq!(newsroom.answers(&[]), right, "exchanged: {is_exchanged}");
        assert!(newsroom.index().iter().any(|(path, bytes)| is_volume(path) && *bytes != foreign));
    }
}

#[test]
fn after_any_change_the_index_answers_as_reading_everything_does() {
    let mut newsroom = Newsroom::new(120);
    for round in 0..rounds(40) {
        let what = newsroom.change();
        assert_eq!(newsroom.answers(&[]), newsroom.answers(&["--no-index"]), "{round}: {what}");
    }
}

#[test]
fn of_files_to_import_all_are_taken_or_none() {
    let newsroom = Newsroom::new(0);
    let unit = "<tmx version=\"1.4\"><header srclang=\"ru\"/><body><tu><tuv xml:lang=\"ru\">\
        <seg>Вход.</seg></tuv><tuv xml:lang=\"en\"><seg>Entry.</seg></tuv></tu></body></tmx>";
    newsroom.write("good.tmx", unit);
    newsroom.write("bad.tmx", "bad");
    let memories = || {
        let files = newsroom.files().into_iter().map(|(path, _)| path);
        files.filter(|path| path.parent().is_some_and(|folder| folder.ends_with("memory"))).count()
    };
    let before = memories();
    assert!(!newsroom.told(&["memory", "import", "good.tmx", "bad.tmx"]).status.success());
    assert_eq!(memories(), before);
    assert!(newsroom.told(&["memory", "import", "good.tmx"]).status.success());
    assert_eq!(memories(), before + 1);
}

#[test]
fn what_goes_against_agreed_terms_is_not_offered() {
    let mut newsroom = Newsroom::new(0);
    newsroom.write("terms.toml", "[[term]]\nru = \"Дом культуры\"\nen = \"House of Culture\"\n");
    newsroom.write_pair("Дом культуры открыт всем.", "The Palace is open to all.");
    newsroom.write_pair("Дом культуры закрыт всем.", "The House of Culture is closed to all.");
    let told = newsroom.answer("Дом культуры открыт всем.");
    assert!(told.contains("The House of Culture") && !told.contains("Palace"), "{told}");
}

#[test]
fn changes_within_one_tick_of_the_clock_are_seen() {
    let mut newsroom = Newsroom::new(40);
    for round in 0..20 {
        newsroom.write_unit(&format!("Концерт {round} начнётся в семь."));
        let found = newsroom.answers(&[]);
        assert_eq!(found, newsroom.answers(&["--no-index"]), "{round}");
        thread::sleep(Duration::from_millis(1));
    }
}
