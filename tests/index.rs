//! The index of unchanged files changes no answer: not after any edit, not killed, not on a full disk.
//!
//! The judge is the program without its index, and bytes are compared.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops at what it can't do")]

#[path = "index/newsroom.rs"]
mod newsroom;
#[path = "skipped/mod.rs"]
mod skipped;

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use newsroom::{APART, CALLS, LINKS, Newsroom, TOGETHER, words};

#[test]
fn what_nobody_touched_is_not_read_again() {
    let newsroom = Newsroom::new(120);
    for call in CALLS {
        newsroom.settle(call);
        // Who looks at the source now looks at nothing: it may not even be opened.
        let right = newsroom.answer(call, &[]);
        assert_eq!(right, newsroom.answer(call, &["--no-index"]));
        let before = newsroom.index();
        assert_eq!(newsroom.answer(call, &[]), right);
        assert!(before == newsroom.index(), "an index that holds is left alone");
        assert_eq!(newsroom.files_read(call, &[]), Some(0));
        assert!(newsroom.files_read(call, &["--no-index"]).is_none_or(|count| count >= 240));
    }
}

#[test]
fn what_changed_is_read_and_nothing_else() {
    let newsroom = Newsroom::new(120);
    for call in CALLS {
        newsroom.settle(call);
        for number in [3, 50, 77] {
            newsroom.edit(number);
        }
        assert_eq!(newsroom.answer(call, &[]), newsroom.answer(call, &["--no-index"]));
        // The three that changed last may change again under the same time stamp.
        assert!(newsroom.files_read(call, &[]).is_none_or(|count| count <= 3 * 3 + 3));
    }
}

#[test]
fn after_any_edit_the_index_answers_as_reading_everything_does() {
    for layout in [&TOGETHER, &APART] {
        let mut newsroom = Newsroom::laid_out(layout, 110);
        for round in 0..rounds(60) {
            let edits = 1 + newsroom.dice(3);
            let done: Vec<String> = (0..edits).map(|_| newsroom.any_edit()).collect();
            for call in CALLS {
                let right = newsroom.answer(call, &["--no-index"]);
                assert_eq!(newsroom.answer(call, &[]), right, "round {round}: {call}, {done:?}");
            }
            for call in WORK.iter().filter(|_| round % 4 == 3) {
                let right = newsroom.says(&[*call, &["--no-index"]].concat());
                assert_eq!(newsroom.says(call), right, "round {round}: {call:?}, {done:?}");
            }
            // Now and then so much time passes that files and folders are settled.
            if round % 15 == 9 {
                newsroom.settle(CALLS[0]);
            }
        }
    }
}

/// What translators and publishers ask.
const WORK: [&[&str]; 3] = [
    &["translate", "--list"],
    &["publish", "--check"],
    &["publish", "--check", "--stale", "source"],
];

#[test]
fn pages_are_published_as_if_every_file_were_read() {
    let newsroom = Newsroom::new(110);
    newsroom.says(&["publish"]);
    // What was written just now is read twice.
    newsroom.settle(CALLS[0]);
    let known = newsroom.says(&["publish"]);
    assert_eq!(newsroom.says(&["publish"]), known);
    assert_eq!(newsroom.says(&["publish", "--no-index"]), known);
    let page = "# News 5\n\n5 guests came, or so they say.\n";
    newsroom.write("articles/0005/en.md", page);
    let told = newsroom.says(&["publish"]);
    assert!(told != known && told.contains("articles/0005/en.md"), "{told}");
    assert_eq!(newsroom.says(&["publish", "--no-index"]), told);
    assert_eq!(fs::read_to_string(newsroom.place("articles/0005/en.md")).unwrap(), page);
    newsroom.says(&["publish", "--force"]);
    assert_eq!(newsroom.says(&["publish"]), known);
}

#[test]
fn what_a_link_leads_to_is_answered_as_reading_it_is() {
    for layout in [&TOGETHER, &APART] {
        let mut newsroom = Newsroom::laid_out(layout, 110);
        for name in LINKS {
            newsroom.settle(CALLS[0]);
            newsroom.settle(CALLS[1]);
            for number in [13, 40, 41, 42] {
                newsroom.edit_as(name, number);
                for call in CALLS {
                    let right = newsroom.answer(call, &["--no-index"]);
                    assert_eq!(newsroom.answer(call, &[]), right, "{name} {number}: {call}");
                }
            }
        }
    }
}

/// So many rounds, or `TOLMACH_TEST_INDEX_ROUNDS` times as many.
fn rounds(count: usize) -> usize {
    let asked = std::env::var("TOLMACH_TEST_INDEX_ROUNDS").ok().and_then(|text| text.parse().ok());
    count * asked.unwrap_or(1)
}

#[test]
fn a_part_of_the_articles_is_answered_from_the_index_of_all_and_adds_to_it() {
    let newsroom = Newsroom::new(250);
    for call in CALLS {
        newsroom.settle(call);
        newsroom.edit(7);
        let part = ["articles/*1*", "articles/*2*", "articles/*3*"];
        let all = [part.as_slice(), &["--no-index"]].concat();
        assert_eq!(newsroom.answer(call, &part), newsroom.answer(call, &all));
        assert_eq!(newsroom.answer(call, &[]), newsroom.answer(call, &["--no-index"]));
    }
    for shard in ["1/2", "2/2"] {
        let part = ["--shard", shard];
        let whole = ["--shard", shard, "--no-index"];
        assert_eq!(newsroom.answer("check", &part), newsroom.answer("check", &whole));
    }
}

#[test]
fn findings_are_kept_without_words_and_without_places_of_one_folder() {
    let newsroom = Newsroom::new(120);
    newsroom.settle("check");
    for call in [["--lang", "ru"], ["--format", "text"], ["--only", "numbers"]] {
        let right = [call.as_slice(), &["--no-index"]].concat();
        assert_eq!(newsroom.answer("check", &call), newsroom.answer("check", &right));
    }
    let below = |arguments: &[&str]| newsroom.answer_below("articles", "check", arguments);
    for format in ["text", "json", "text"] {
        let right = below(&["--format", format, "--no-index"]);
        assert_eq!(below(&["--format", format]), right);
        let above = newsroom.answer("check", &["--format", format, "--no-index"]);
        assert_eq!(newsroom.answer("check", &["--format", format]), above);
        assert_eq!(right == above, format == "json");
    }
}

#[test]
fn an_embargo_ends_whatever_the_index_holds() {
    let newsroom = Newsroom::new(120);
    let source = "---\nembargo: 2026-03-01T12:00:00Z\n---\n\nЖдали четверых.\n";
    newsroom.write("articles/0007/ru.md", source);
    newsroom.write("articles/0007/en.md", "Four were expected.\n");
    newsroom.settle("check");
    for (time, is_held) in [("1772366399", true), ("1772366401", false), ("1772366399", true)] {
        let told = newsroom.answer_at(time, "check");
        assert_eq!(told.contains("\"check\": \"embargo\""), is_held, "{time}");
    }
}

#[test]
fn a_page_that_is_gone_is_missed_until_git_is_told_to_ignore_it() {
    let newsroom = Newsroom::new(120);
    let page = newsroom.place("articles/0007/en.md");
    fs::remove_file(page).unwrap();
    for call in CALLS {
        newsroom.settle(call);
        let missed = newsroom.answer(call, &[]);
        assert_eq!(newsroom.answer(call, &["--no-index"]), missed);
        newsroom.write("articles/.gitignore", "0007/en.md\n");
        let ignored = newsroom.answer(call, &[]);
        assert_eq!(newsroom.answer(call, &["--no-index"]), ignored);
        fs::remove_file(newsroom.place("articles/.gitignore")).unwrap();
        assert_eq!(newsroom.answer(call, &[]), missed);
    }
}

#[test]
fn killed_at_any_moment_it_leaves_an_index_that_answers_right() {
    let mut newsroom = Newsroom::new(130);
    for round in 0..rounds(40) {
        let call = CALLS[round % CALLS.len()];
        newsroom.any_edit();
        if round % 5 == 0 {
            newsroom.forget();
        }
        let mut child = newsroom.start(call, &[]);
        sleep(Duration::from_micros(newsroom.dice(60_000)));
        _ = child.kill();
        _ = child.wait();
        let right = newsroom.answer(call, &["--no-index"]);
        assert_eq!(newsroom.answer(call, &[]), right, "round {round}");
    }
    let left = newsroom.index().into_iter().filter(|(path, _)| path.contains("unfinished"));
    assert_eq!(left.count(), 0, "what was never finished goes with the next run");
}

#[test]
fn several_writers_at_once_give_one_answer() {
    let mut newsroom = Newsroom::new(130);
    for round in 0..rounds(6) {
        newsroom.any_edit();
        newsroom.forget();
        let call = CALLS[round % CALLS.len()];
        let children: Vec<_> = (0..4).map(|_| newsroom.start(call, &[])).collect();
        let right = newsroom.answer(call, &["--no-index"]);
        for child in children {
            assert_eq!(words(child.wait_with_output().unwrap()), right, "round {round}");
        }
        assert_eq!(newsroom.answer(call, &[]), right, "round {round}");
    }
}

#[test]
fn a_full_disk_or_no_place_for_the_index_changes_no_answer() {
    let newsroom = Newsroom::new(120);
    for call in CALLS {
        let right = newsroom.answer(call, &["--no-index"]);
        for blocks in [0, 1, 8, 24] {
            newsroom.forget();
            // A write beyond the limit fails as one on a full disk does.
            let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
            let mut command = newsroom.within(&limit, call);
            // What is told would hit the limit in a file, not in a pipe.
            let output = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(!said.contains("error"), "{said}");
            assert_eq!(String::from_utf8_lossy(&output.stdout), right, "{blocks}: {said}");
            assert_eq!(newsroom.answer(call, &[]), right, "after {blocks}");
        }
        newsroom.forget();
        fs::write(newsroom.cache(), "no folder").unwrap();
        assert_eq!(newsroom.answer(call, &[]), right);
        fs::remove_file(newsroom.cache()).unwrap();
    }
}

#[test]
fn an_index_that_is_damaged_foreign_or_of_another_version_is_not_believed() {
    let mut newsroom = Newsroom::new(120);
    for call in CALLS {
        newsroom.settle(call);
        let right = newsroom.answer(call, &["--no-index"]);
        for round in 0..24 {
            for (path, bytes) in newsroom.index() {
                let at = usize::try_from(newsroom.dice(bytes.len() as u64)).unwrap();
                let mut damaged = bytes.clone();
                match round % 4 {
                    0 => damaged[at] ^= 0x20,
                    1 => damaged.truncate(at),
                    2 => damaged[at..].fill(0),
                    _ => damaged.extend(b"more"),
                }
                fs::write(newsroom.cache_of(&path), damaged).unwrap();
            }
            assert_eq!(newsroom.answer(call, &[]), right, "round {round}");
        }
    }
    let other = Newsroom::new(115);
    for call in CALLS {
        other.settle(call);
        let (own, foreign) = (newsroom.index(), other.index());
        for ((path, _), (_, bytes)) in own.iter().zip(foreign) {
            fs::write(newsroom.cache_of(path), bytes).unwrap();
        }
        let right = newsroom.answer(call, &["--no-index"]);
        assert_eq!(newsroom.answer(call, &[]), right, "foreign");
        for (path, mut bytes) in newsroom.index() {
            bytes[14] = b'9';
            fs::write(newsroom.cache_of(&path), bytes).unwrap();
        }
        assert_eq!(newsroom.answer(call, &[]), right, "of another version");
    }
}

#[test]
fn files_from_another_time_are_no_reason_to_believe_them() {
    let newsroom = Newsroom::new(120);
    let path = newsroom.place("articles/0005/ru.md");
    let ages = [SystemTime::UNIX_EPOCH, SystemTime::now() + Duration::from_secs(400_000_000)];
    for call in CALLS {
        for age in ages {
            for text in ["# Раз\n\nПришло 5 гостей.\n", "# Раз\n\nПришло 6 гостей.\n"]
            {
                // As long as before, and as old.
                fs::write(&path, text).unwrap();
                fs::File::options().write(true).open(&path).unwrap().set_modified(age).unwrap();
                let right = newsroom.answer(call, &["--no-index"]);
                assert_eq!(newsroom.answer(call, &[]), right);
                assert_eq!(newsroom.answer(call, &[]), right);
            }
        }
    }
}
